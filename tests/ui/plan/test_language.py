"""The table in English: labels change, what people wrote and the Swedish order do not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from nvworkshop import language
from nvworkshop.session.rows import RowBuilder
from nvworkshop.session.session import Session
from nvworkshop.session.sessions import create


@pytest.fixture
def session(home: Path, tmp_path: Path) -> Iterator[Session]:
    made = create(tmp_path / "plan.nvplan", county_part="norra")
    for title in ("Ödla", "Zebra", "Ärta", "Ångbåt", "Čáhci", "Start", "Duodji", "Đ"):
        made.add("action", {"title": title, "status": "ongoing", "shift": "R1"})
    language.choose("en")
    yield made
    language.choose(language.SOURCE)
    made.close()


def test_titles_are_sorted_as_in_swedish(session: Session) -> None:
    rows = sorted(RowBuilder(session).all_of("action"), key=lambda one: one.order["title"])
    titles = [one.texts["title"] for one in rows]
    assert titles == ["Čáhci", "Đ", "Duodji", "Start", "Zebra", "Ångbåt", "Ärta", "Ödla"]


def test_only_what_the_program_names_is_in_english(session: Session) -> None:
    row = RowBuilder(session).all_of("action")[5]
    assert (row.texts["title"], row.texts["status"]) == ("Start", "Ongoing")
    assert row.texts["shift"] == "More health-promoting and preventive efforts"
    assert row.matches(("ongoing",))


@pytest.mark.parametrize("typed", ["Not started", "Ej påbörjad"])
def test_options_are_read_in_both_languages(session: Session, typed: str) -> None:
    shift = "Öppnare vårdformer" if typed.startswith("Ej") else "More open forms of care"
    (first, *_) = session.things("action")
    session.set(first.id, {"status": typed, "shift": shift, "indicator": "not applicable"})
    read = session.thing(first.id)
    assert (read["status"], read["shift"]) == ("not_started", "R4")
    assert read["indicator"] == {"answer": "not_applicable"}
