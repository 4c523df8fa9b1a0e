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


@pytest.mark.parametrize("report", REPORTS)
@pytest.mark.parametrize("width", [1100, 360])
def test_a_page_is_for_everyone(tmp_path: Path, report: str, width: int) -> None:
    page_out.write(document(report, "overall"), tmp_path / "a.html")
    found = examined((tmp_path / "a.html").read_text("utf-8"), tmp_path, width=width)
    assert found["violations"] == []
    assert found["passes"] > 5
    assert found["width"] == width
    assert not found["wide"]  # the page itself never scrolls sideways


def test_what_is_wrong_is_found(tmp_path: Path) -> None:
    inside = '<img src="x"><p style="color:#ccc">a</p>'
    page = f"<!DOCTYPE html><html><head></head><body>{inside}</body></html>"
    found = examined(page, tmp_path, width=360)
    assert {"html-has-lang", "image-alt"} <= {one["id"] for one in found["violations"]}
