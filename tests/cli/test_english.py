"""The command line in English: what is said, never what is written in plans and documents."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from nvworkshop import language
from nvworkshop.cli.run import run
from nvworkshop.cli.table import TABLE
from nvworkshop.session.sessions import open_plan
from tests.cli.conftest import Desk, Nv, Result

SWEDISH = ("Skriv:", "Alternativ", "Visa den här", "Måste anges", "ÄLLA", "FÄLT", "LÄNSDEL")
Speak = Callable[..., Result]


@pytest.fixture
def speak(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Iterator[Speak]:
    """Run a command with the language in the environment."""
    monkeypatch.setenv(language.VARIABLE, "en")

    def command(*arguments: object) -> Result:
        code = run([str(one) for one in arguments])
        captured = capsys.readouterr()
        return Result(code, captured.out, captured.err)

    yield command
    language.choose(language.SOURCE)


def test_an_error_is_in_english(speak: Speak, desk: Desk) -> None:
    told = speak("show", "borta.nvplan")
    assert (told.code, told.out) == (2, "")
    assert told.err.startswith("There is no file ”borta.nvplan”. It may have been moved")
    told = speak("add", desk / "tom.nvplan", "action", "titel=x")
    assert told.err.startswith("Action has no field “titel”. The fields are: title (Action)")
    assert speak("merge", "a.nvplan").err.startswith("--into is missing in the command.")


def test_a_summary_is_in_english(speak: Speak, desk: Desk) -> None:
    told = speak("show", desk / "sodra.nvplan")
    assert "  1 action\n" in told.out  # the other is removed
    told = speak("conflicts", desk / "samlad.nvplan")
    assert "Goal – ”Mobilt närsjukvårdsteam”" in told.out
    assert "open conflicts.\nSettle with: nvworkshop resolve samlad.nvplan ID FIELD" in told.err


@pytest.mark.parametrize("name", sorted(TABLE))
def test_every_help_page_is_in_english(speak: Speak, name: str) -> None:
    told = speak(name, "--help")
    assert told.code == 0
    assert told.out.startswith(f"Usage: nvworkshop {name} ")
    assert "Show this help." in told.out
    assert not [one for one in SWEDISH if one in told.out]


def test_the_front_page_is_in_english(speak: Speak) -> None:
    told = speak("--help").out
    assert "Commands:" in told
    assert "Settle a conflict." in told
    assert not [one for one in SWEDISH if one in told]


def test_documents_are_the_same_in_both(speak: Speak, nv: Nv, desk: Desk) -> None:
    plan = desk / "samlad.nvplan"
    for name in ("a.csv", "a.md"):
        assert speak("export", plan, desk / f"en-{name}").code == 0
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv(language.VARIABLE)
        for name in ("a.csv", "a.md"):
            nv("export", plan, desk / name)
            assert (desk / name).read_bytes() == (desk / f"en-{name}").read_bytes()


def test_a_receipt_is_kept_in_the_source(speak: Speak, desk: Desk) -> None:
    told = speak("merge", desk / "skadad.nvplan", "--into", desk / "tom.nvplan")
    assert "1 could not be read. The file ”skadad.nvplan” is damaged." in told.err
    plan = open_plan(desk / "tom.nvplan")
    (receipt,) = plan.things("receipt")
    plan.close()
    assert receipt["sources"][0]["notes"][0].startswith("Filen ”skadad.nvplan” är skadad.")
