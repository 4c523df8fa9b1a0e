"""Every report as a web page in a real browser: nothing that axe-core minds, also on a phone."""

from __future__ import annotations

from pathlib import Path

import pytest

from nvworkshop.exchange.prose import page_out
from nvworkshop.reports.prose import REPORTS
from tests.exchange.prose.chrome import CHROME, examined
from tests.reports.prose.golden import document

pytestmark = [
    pytest.mark.skipif(CHROME is None, reason="no Chromium here"),
    pytest.mark.slow,
]


WIDTHS = (1100, 360)


@pytest.mark.parametrize("report", REPORTS)
def test_a_page_is_for_everyone(tmp_path: Path, report: str) -> None:
    plan = "overall" if report == "kvitto" else "local"
    page_out.write(document(report, plan), tmp_path / "a.html")
    found = examined((tmp_path / "a.html").read_text("utf-8"), tmp_path, *WIDTHS)
    assert [one["violations"] for one in found] == [[], []]
    assert {one["width"] for one in found} == set(WIDTHS)
    assert all(one["passes"] > 5 for one in found)
    assert not any(one["wide"] for one in found)  # the page itself never scrolls sideways


def test_what_is_wrong_is_found(tmp_path: Path) -> None:
    page = '<!DOCTYPE html><html><head></head><body><img src="x"><p>a</p></body></html>'
    (found,) = examined(page, tmp_path, 360)
    assert {"html-has-lang", "image-alt"} <= {one["id"] for one in found["violations"]}
