from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from nvworkshop.model.changes import REMOVED
from nvworkshop.places import SAMPLE_PLANS
from nvworkshop.session.following_up import follow_up
from nvworkshop.session.sessions import open_plan
from nvworkshop.workshop.following import Occasion
from ui.editor.history import Telling
from ui.editor.story import CREATED, FOLLOWED, StoryLine, story_of

NOW = datetime(2026, 11, 18, 15, 0, tzinfo=UTC)
AT = int(datetime(2026, 11, 18, 14, 21, tzinfo=UTC).timestamp() * 1000)


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        (
            StoryLine(AT, "status", "Status", "Ej påbörjad", "Pågår", "Piteå-datorn"),
            "14:21 Status Ej påbörjad → Pågår (Piteå-datorn)",
        ),
        (StoryLine(AT, "goal", "Mål", "", "Klart", ""), "14:21 Mål: Klart"),
        (StoryLine(AT, "goal", "Mål", "Klart", "", ""), "14:21 Mål Klart → tomt"),
        (StoryLine(AT, CREATED, "", "", "", "PC"), "14:21 Skapad (PC)"),
        (StoryLine(AT, REMOVED, "", "", "", "", True), "14:21 Borttagen"),
        (StoryLine(AT, REMOVED, "", "", "", "", False), "14:21 Tillbakatagen"),
        (StoryLine(AT, "goal", "Mål", "", "", "", erased=True), "14:21 Mål: raderad för gott"),
    ],
)
def test_what_happened_is_one_line(qtbot: QtBot, line: StoryLine, wanted: str) -> None:
    assert Telling().line(line, NOW) == wanted


def test_the_making_of_a_thing_is_one_line_and_the_newest_comes_first(tmp_path: Path) -> None:
    session = open_plan(_sample(tmp_path))
    made = session.add("action", {"title": "Ny", "goal": "Mål", "status": "ongoing"}).entity
    session.set(made, {"goal": "Annat"})
    told = story_of(session, made)
    assert [one.field for one in told] == ["goal", CREATED]
    assert (told[0].before, told[0].after) == ("Mål", "Annat")
    session.close()


def test_the_story_of_a_field_has_every_value(tmp_path: Path) -> None:
    session = open_plan(_sample(tmp_path))
    made = session.add("action", {"title": "Ny", "status": "ongoing"}).entity
    session.set(made, {"status": "done"})
    told = story_of(session, made, "status")
    assert [(one.after, one.value) for one in told] == [("Klar", "done"), ("Pågår", "ongoing")]
    session.close()


def _sample(folder: Path) -> Path:
    return Path(shutil.copy(SAMPLE_PLANS / "sodra.nvplan", folder / "plan.nvplan"))


def test_what_was_told_when_an_action_was_followed_up_is_in_its_story(tmp_path: Path) -> None:
    session = open_plan(_sample(tmp_path))
    made = session.add("action", {"title": "Ny", "status": "ongoing"}).entity
    answers = {"as_planned": "partly", "comment": "Två av fyra kommuner", "decision": "continue"}
    follow_up(session, made, answers, Occasion(date="2026-10-05"))
    told = story_of(session, made)
    assert [one.field for one in told] == [FOLLOWED, CREATED]
    assert told[0].label == "Uppföljd 2026-10-05"
    assert told[0].after == "Pågår. Gjort: delvis. Två av fyra kommuner. Fortsätt"
    session.close()
