"""A plan file that somebody has protected is left as it is."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from nvworkshop.errors import ProtectedFileError
from nvworkshop.session.moving import move
from nvworkshop.session.sessions import open_plan
from tests.session.desks import add, publish, window


def protect(place: Path, monkeypatch: pytest.MonkeyPatch, how: str) -> None:
    """Take the right to write from a file by its mode, or as `chattr +i` does."""
    if how == "mode":
        place.chmod(0o444)
        return
    whole = os.access
    monkeypatch.setattr(os, "access", lambda path, mode: Path(path) != place and whole(path, mode))


@pytest.mark.parametrize("how", ["mode", "immutable"])
def test_it_is_told_at_the_opening_and_never_written(
    place: Path, home: Path, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    data = place.read_bytes()
    protect(place, monkeypatch, how)
    live = window(place, home)
    assert live.open().protected
    live.edit(add("SIP i tid"))
    with pytest.raises(ProtectedFileError, match=r"Inte i planfilen: .* är skrivskyddad"):
        publish(live)
    assert live.waiting() > 0
    assert place.read_bytes() == data
    monkeypatch.undo()
    place.chmod(0o644)
    publish(live)
    assert live.waiting() == 0
    live.close()


def test_a_file_that_is_not_protected_is_not_said_to_be(place: Path, home: Path) -> None:
    live = window(place, home)
    assert not live.open().protected
    live.close()


def test_the_command_line_leaves_it_too(place: Path) -> None:
    place.chmod(0o444)
    session = open_plan(place)
    session.add("action", {"title": "SIP i tid"})
    with pytest.raises(ProtectedFileError) as error:
        session.publish()
    assert "Filen är orörd." in error.value.sentence
    assert "sparat" not in error.value.sentence  # it was in memory alone
    session.close()


def test_a_moved_plan_leaves_the_protected_file(place: Path, tmp_path: Path) -> None:
    place.chmod(0o444)
    session = open_plan(place)
    (note,) = move(session, tmp_path / "ny.nvplan")
    assert "ligger kvar" in note
    assert place.exists()
    session.close()
