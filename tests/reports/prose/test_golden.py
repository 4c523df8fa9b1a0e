from __future__ import annotations

import pytest

from nvworkshop.exchange.prose.markdown_out import text_of
from tests.reports.prose.golden import CASES, document, place


@pytest.mark.parametrize(("report", "plan"), CASES)
def test_a_report_is_as_it_should_be(report: str, plan: str) -> None:
    made = text_of(document(report, plan))
    assert made == place(report, plan).read_text("utf-8")
