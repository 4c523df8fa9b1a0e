from __future__ import annotations

import pytest

from nvworkshop.model.guarded import as_markdown
from tests.reports.prose.golden import CASES, document, place


@pytest.mark.parametrize(("report", "plan"), CASES)
def test_a_report_is_as_it_should_be(report: str, plan: str) -> None:
    made = as_markdown(document(report, plan).markdown)
    assert made == place(report, plan).read_text("utf-8")
