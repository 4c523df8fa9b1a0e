"""Personal numbers are asked about, and names and workshop logs are erased, in the terminal too."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Desk, Nv

NUMBER = "19121212-1212"
ASKED = (
    "add sodra.nvplan idea title=X",
    "set sodra.nvplan TEAM goal=X",
    "resolve samlad.nvplan TEAM goal --value X",
    "join samlad.nvplan TEAM SIP --title X",
    "distinct samlad.nvplan TEAM SIP --reason X",
)


@pytest.mark.parametrize("command", ASKED)
def test_a_personal_number_is_asked_about_and_kept_when_allowed(
    nv: Nv, desk: Desk, command: str
) -> None:
    words = command.replace("TEAM", desk.team).replace("SIP", desk.sip).replace("X", NUMBER).split()
    before = desk.bytes()
    refused = nv(*words)
    assert refused.code == 2
    assert "personnummer" in refused.err
    assert "--allow-personal-number" in refused.err
    assert "1212" not in refused.err
    assert desk.bytes() == before
    assert nv(*words, "--allow-personal-number").code == 0
    assert NUMBER.encode() in Path(words[1]).read_bytes()


@pytest.mark.parametrize(
    "words",
    [
        ("new", "ny.nvplan", "--overall", "--title", NUMBER),
        ("erase", "sodra.nvplan", "TEAM", "goal", "--yes", "--reason", NUMBER),
    ],
)
def test_where_it_can_be_written_otherwise_it_is_just_refused(
    nv: Nv, desk: Desk, words: tuple[str, ...]
) -> None:
    before = desk.bytes()
    result = nv(*(desk.team if one == "TEAM" else one for one in words))
    assert result.code == 2
    assert "--allow" not in result.err
    assert desk.bytes() == before


@pytest.fixture
def workshop(nv: Nv, desk: Desk) -> str:
    """A workshop in Södra's plan, with a participant, a contact and a note."""
    entity = nv("add", "sodra.nvplan", "workshop", "title=Södra 14 maj").last
    nv("add", "sodra.nvplan", "participant", "name=Namnlappen", f"workshop={entity}")
    nv("set", "sodra.nvplan", desk.team, "name=Namnlappen två")
    nv("add", "sodra.nvplan", "note", "text=Anteckningen", f"workshop={entity}")
    nv("add", "sodra.nvplan", "idea", "title=Egen bil", f"workshop={entity}")
    return entity


def test_names_and_logs_are_gone_from_the_file(nv: Nv, desk: Desk, workshop: str) -> None:
    told = nv("purge", "sodra.nvplan", "--names", "--workshop-log", workshop, "--yes", "--json")
    assert told.code == 0
    assert told.json == {"names": 2, "notes": 1, "workshops": 0, "notices": []}
    data = Path("sodra.nvplan").read_bytes()
    assert (b"Namnlappen" in data, b"Anteckningen" in data) == (False, False)
    assert nv("show", "sodra.nvplan", "--json").json["ideas"] == 1
    nv("merge", "kopia.nvplan", "--into", "sodra.nvplan")
    assert b"Namnlappen" not in Path("sodra.nvplan").read_bytes()


def test_what_went_is_said_in_words(nv: Nv, desk: Desk, workshop: str) -> None:
    names = nv("purge", "sodra.nvplan", "--names", "--yes")
    assert (names.code, names.out) == (0, "")
    assert "Gallrat: 2 namn." in names.err
    assert (
        "Gallrat: 1 anteckning, 0 förlopp."
        in nv("purge", "sodra.nvplan", "--workshop-log", "--yes").err
    )
    again = nv("purge", "sodra.nvplan", "--names", "--workshop-log", "--yes")
    assert (again.code, "inget att gallra" in again.err) == (0, True)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("sodra.nvplan --yes", "Välj vad"),
        ("sodra.nvplan --names", "--yes"),
        ("sodra.nvplan --workshop-log TEAM --yes", "ingen workshop"),
        ("sodra.nvplan --workshop-log nix --yes", "inget med id"),
        ("nix.nvplan --names --yes", "nix.nvplan"),
        ("--workshop-log sodra.nvplan --yes", "FIL"),
    ],
)
def test_what_can_not_be_purged_says_why_and_changes_nothing(
    nv: Nv, desk: Desk, words: str, said: str
) -> None:
    before = desk.bytes()
    result = nv("purge", *words.replace("TEAM", desk.team).split())
    assert result.code == 2
    assert said in result.err
    assert desk.bytes() == before
