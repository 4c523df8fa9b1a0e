"""Publishing when the system misleads it: what is read back differs, the file changes, Windows."""

from __future__ import annotations

import ctypes
import errno
import os
import random
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from nvworkshop import durable
from nvworkshop.errors import PublishError
from nvworkshop.planfile import publish as publishing
from nvworkshop.planfile.publish import publish
from nvworkshop.planfile.store import Store
from nvworkshop.session.target import Target
from tests.faults.whole import ids_in, is_plain_swedish, litter
from tests.laptops import laptop


@pytest.fixture
def store(tmp_path: Path) -> Store:
    session = laptop("dator", tmp_path)
    session.add("action", {"title": "Mobilt team"})
    return session.store


@pytest.fixture
def place(tmp_path: Path) -> Path:
    place = tmp_path / "plats" / "plan.nvplan"
    place.parent.mkdir()
    place.write_bytes(b"den gamla filen")
    return place


def refused(store: Store, place: Path) -> str:
    with pytest.raises(PublishError) as told:
        publish(store, place)
    assert is_plain_swedish(told.value.sentence)
    assert litter(place.parent) == []
    return told.value.sentence


def failing(code: int) -> Callable[..., Any]:
    def fail(*_: object, **__: object) -> Any:
        raise OSError(code, os.strerror(code))

    return fail


HARMS: list[Callable[[bytes], bytes]] = [
    lambda _: b"",
    lambda data: bytes(len(data)),
    lambda data: data[: len(data) // 2],
    lambda data: data.replace(b"Mobilt team", b"Mobilt teem"),
]


@pytest.mark.parametrize("harm", HARMS)
def test_a_disk_that_wrote_something_else_is_found_out(
    store: Store, place: Path, monkeypatch: pytest.MonkeyPatch, harm: Callable[[bytes], bytes]
) -> None:
    with monkeypatch.context() as lying:
        lying.setattr(publishing, "sync", lambda file: file.write_bytes(harm(file.read_bytes())))
        assert "läsa tillbaka" in refused(store, place)
    assert place.read_bytes() == b"den gamla filen"


def test_what_verifies_holds_every_change_whatever_bits_flipped(store: Store, place: Path) -> None:
    publish(store, place)
    whole = place.read_bytes()
    chance = random.Random(5)
    for _ in range(300):
        data = bytearray(whole)
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        place.write_bytes(data)
        try:
            publishing.verify(store, place)
        except PublishError:
            continue
        assert ids_in(bytes(data)) is None or ids_in(bytes(data)) == ids_in(whole)


def test_a_failure_after_the_replace_says_so(
    store: Store, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(publishing, "sync_folder", failing(errno.EIO))
    assert "Filen är utbytt" in refused(store, place)
    assert ids_in(place.read_bytes()) is not None
    place.unlink()
    assert "Filen är skriven" in refused(store, place)


@pytest.mark.parametrize("code", [errno.EIO, errno.ENOSPC, errno.EACCES])
def test_an_old_file_is_told_of_only_when_there_is_one(
    store: Store, place: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    monkeypatch.setattr(publishing, "sync", failing(code))
    assert "Den gamla filen är orörd." in refused(store, place)
    place.unlink()
    assert "gamla" not in refused(store, place)


@pytest.mark.parametrize("code", [errno.EIO, errno.EACCES, errno.ENODEV])
def test_a_folder_that_answers_with_errors_gives_a_sentence(
    store: Store, place: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    with monkeypatch.context() as gone:
        gone.setattr(publishing, "sync", failing(code))
        gone.setattr(Path, "is_dir", failing(code))
        assert "går inte att nå" in refused(store, place)


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (errno.EDQUOT, "Disken är full"),
        (errno.EROFS, "skrivskyddad"),
        (errno.ENAMETOOLONG, "för långt"),
        (errno.ESTALE, "svarar inte"),
    ],
)
def test_each_error_has_its_sentence(
    store: Store, place: Path, monkeypatch: pytest.MonkeyPatch, code: int, words: str
) -> None:
    monkeypatch.setattr(publishing, "sync", failing(code))
    assert words in refused(store, place)


def test_a_file_replaced_right_after_ours_is_seen_as_changed(
    store: Store, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = Target(place, place.parent.parent)
    place.unlink()
    read_back = publishing._read_back

    def then_replaced(where: Path, digest: str, called: str) -> None:
        read_back(where, digest, called)
        where.write_bytes(b"en annan dators fil")

    monkeypatch.setattr(publishing, "_read_back", then_replaced)
    target.write(store)
    assert target.changed()


def test_a_file_that_cant_be_seen_is_not_taken_for_missing(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = Target(place, place.parent.parent)
    with monkeypatch.context() as hidden:
        hidden.setattr(Path, "stat", failing(errno.EACCES))
        with pytest.raises(PublishError) as told:
            target.changed()
    assert is_plain_swedish(told.value.sentence)


def test_a_target_held_for_a_while_on_windows_is_waited_for(
    store: Store, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    holds = [PermissionError(errno.EACCES, "hålls")] * 3
    move = durable._move

    def held(source: Path, target: Path) -> None:
        if holds:
            raise holds.pop()
        move(source, target)

    waited: list[float] = []
    monkeypatch.setattr(durable, "_move", held)
    monkeypatch.setattr(durable, "os", SimpleNamespace(**vars(os) | {"name": "nt"}))
    monkeypatch.setattr(durable, "time", SimpleNamespace(sleep=waited.append))
    publish(store, place)
    assert waited == [0.05, 0.1, 0.2]
    holds += [PermissionError(errno.EACCES, "hålls")] * 99
    assert "annat program" in refused(store, place)
    assert sum(waited[3:]) == pytest.approx(2.55)


def test_on_windows_the_replace_is_written_through(
    store: Store, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    flags: list[int] = []

    def move(source: str, target: str, how: int) -> int:
        flags.append(how)
        Path(source).replace(target)
        return 1

    kernel = SimpleNamespace(MoveFileExW=move)
    monkeypatch.setattr(ctypes, "WinDLL", lambda *_, **__: kernel, raising=False)
    monkeypatch.setattr(durable, "sys", SimpleNamespace(platform="win32"))
    publish(store, place)
    assert flags == [0x9]


def test_a_refused_replace_on_windows_gives_a_sentence(
    store: Store, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kernel = SimpleNamespace(MoveFileExW=lambda *_: 0)
    monkeypatch.setattr(ctypes, "WinDLL", lambda *_, **__: kernel, raising=False)
    monkeypatch.setattr(ctypes, "get_last_error", lambda: 5, raising=False)
    refusal = PermissionError(errno.EACCES, "Åtkomst nekad")
    monkeypatch.setattr(ctypes, "WinError", lambda _: refusal, raising=False)
    monkeypatch.setattr(durable, "sys", SimpleNamespace(platform="win32"))
    assert "annat program" in refused(store, place)
    assert place.read_bytes() == b"den gamla filen"
