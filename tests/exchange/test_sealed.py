"""Copies with a password: a child locks and unlocks them, and however it ends a person is told."""

from __future__ import annotations

import sys
import threading
import time
import unicodedata
from pathlib import Path

import pytest

from nvworkshop.errors import CancelledError, ExportError, PlanFileError
from nvworkshop.exchange import sealed, sealing
from nvworkshop.exchange.sealed import read_sealed, write_sealed
from nvworkshop.outside.child import Child
from tests.faults import media
from tests.faults.whole import is_plain_swedish

WORD = "snö på Ripfjället i maj"
_HEADER = "age-encryption.org/v1\n{}\n9ZzFEJ3lgN/oXl0wJH2hVfJc7xkVq6kZ3e3b4v1d2aE\n--- {}\n"
_SALT = "lyOV1nBZvq3ho6HKhXLmgg"
_GREASE = f"-> x\n\n-> scrypt {_SALT} 23"


@pytest.mark.parametrize("stanza", [*(f"-> scrypt {_SALT} {n}" for n in (22, 23, 63)), _GREASE])
def test_work_without_end_is_not_begun(tmp_path: Path, stanza: str) -> None:
    place = tmp_path / "kopia.age"
    place.write_bytes(_HEADER.format(stanza, "A" * 43).encode() + bytes(32))
    began = time.process_time()
    with pytest.raises(PlanFileError) as told:
        read_sealed(place, "rätt lösen")
    assert time.process_time() - began < 1
    assert is_plain_swedish(told.value.sentence)


def test_a_copy_that_others_could_not_open_is_not_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sealed, "_MOST_WORK", 1)
    with pytest.raises(ExportError, match="andra datorer inte orkar"):
        write_sealed(b"plan", tmp_path / "kopia.age", WORD)
    assert not list(tmp_path.iterdir())


def test_the_password_is_nowhere_others_can_look(tmp_path: Path) -> None:
    place, seen = tmp_path / "kopia.age", set[bytes]()
    locking = threading.Thread(target=write_sealed, args=(b"plan", place, WORD))
    locking.start()
    while locking.is_alive():
        seen |= {_told_of(one) for one in _children()}
    assert any(b"sealing" in one for one in seen)
    assert not [one for one in seen if b"Ripf" in one]
    assert list(tmp_path.iterdir()) == [place]
    in_parts = unicodedata.normalize("NFD", WORD)  # as some keyboards write it
    assert in_parts != WORD
    assert read_sealed(place, in_parts) == b"plan"


def _children() -> list[str]:
    return " ".join(_started_by(one) for one in Path("/proc/self/task").iterdir()).split()


def _started_by(task: Path) -> str:
    try:
        return (task / "children").read_text()
    except OSError:  # the thread has ended meanwhile
        return ""


def _told_of(process: str) -> bytes:
    try:
        folder = Path("/proc", process)
        return (folder / "cmdline").read_bytes() + (folder / "environ").read_bytes()
    except OSError:
        return b""


@pytest.mark.parametrize("after", [0.0, 0.3])
def test_what_is_stopped_leaves_nothing(tmp_path: Path, after: float) -> None:
    end = time.monotonic() + after
    with pytest.raises(CancelledError, match="Inget har skrivits"):
        write_sealed(b"plan", tmp_path / "x.age", WORD, cancelled=lambda: time.monotonic() >= end)
    assert not list(tmp_path.iterdir())
    assert not _children()


ENDS = {
    "stannade": "pass",
    "Minnet kan": "os.abort()",
    "stannade ": "print('{}')",
    "stannade  ": "print('{\"status\": \"ok\", \"size\": ' + '9' * 40 + '}')",
    "minne räckte": 'print(\'{"status": "memory", "size": 0}\')',
    "upp till samma": 'print(\'{"status": "differs", "size": 0}\')',
}


@pytest.mark.parametrize("word", ENDS)
def test_a_child_that_fails_is_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, word: str
) -> None:
    code = f"import os, sys; sys.stdin.buffer.read(1 << 20); {ENDS[word]}"
    monkeypatch.setattr(sealed, "command", lambda: [sys.executable, "-c", code])
    with pytest.raises(ExportError, match=word.strip()) as told:
        write_sealed(bytes(1 << 20), tmp_path / "kopia.age", WORD)
    assert is_plain_swedish(told.value.sentence)
    assert not list(tmp_path.iterdir())


def test_no_child_to_start_is_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sealed, "command", lambda: ["/nowhere/python"])
    with pytest.raises(ExportError, match="gick inte att starta"):
        write_sealed(b"plan", tmp_path / "kopia.age", WORD)


def test_too_slow_is_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sealed, "SECONDS", -0.4)
    with pytest.raises(ExportError, match="för lång tid"):
        write_sealed(b"plan", tmp_path / "kopia.age", WORD)


def test_a_memory_that_does_not_suffice_is_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    limited = (
        f"from nvworkshop.exchange import sealing as s; s._ADDRESS_SPACE = {60 << 20}; s.main()"
    )
    monkeypatch.setattr(sealed, "command", lambda: [sys.executable, "-c", limited])
    with pytest.raises(ExportError, match="Minnet kan"):
        write_sealed(b"plan", tmp_path / "kopia.age", WORD)


def test_the_frozen_program_starts_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.frozen", True, raising=False)
    assert sealed.command() == [sys.executable, "--seal"]


def test_nobody_left_to_answer_ends_the_child() -> None:
    child = Child(sealed.command())
    assert child.process.stdin is not None
    child.process.stdin.write(sealing.question(sealing.LOCK, WORD, 100, 1.0))
    child.process.stdin.close()
    assert child.process.wait(20) == 0
    child.close()


def test_a_full_disk_is_a_sentence_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if reason := media.why_not(tmp_path):
        pytest.skip(reason)
    code = "input(); print('{\"status\": \"ok\", \"size\": 40000}'); print('x' * 40000, end='')"
    monkeypatch.setattr(sealed, "command", lambda: [sys.executable, "-c", code])
    with media.memory(tmp_path / "disk", "12k") as folder:
        with pytest.raises(ExportError, match=r"Disken är full: kopia\.age"):
            write_sealed(b"", folder / "kopia.age", WORD)
        assert not list(folder.iterdir())
