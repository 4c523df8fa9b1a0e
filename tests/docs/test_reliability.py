"""The page on reliability names tests that are there, and every promise and failure mode."""

from __future__ import annotations

import re

from tests.faults.figures import ROOT

PAGE = (ROOT / "docs" / "reliability.md").read_text("utf-8")


def test_every_file_it_names_is_there() -> None:
    named = set(re.findall(r"`(tests/[\w/]+\.py)`", PAGE))
    assert len(named) > 50
    assert [one for one in sorted(named) if not (ROOT / one).is_file()] == []


def test_every_promise_and_failure_mode_has_its_row() -> None:
    rows = re.findall(r"^\| (P?\d+)(?:–(\d+))? \|", PAGE, re.MULTILINE)
    promises = [int(one[1:]) for one, _ in rows if one.startswith("P")]
    modes = [
        number
        for one, last in rows
        if not one.startswith("P")
        for number in range(int(one), int(last or one) + 1)
    ]
    assert promises == list(range(1, 19))
    assert modes == list(range(1, 44))
