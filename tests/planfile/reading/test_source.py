"""What the system answers when a file can't be read."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from nvworkshop.outside.refusal import Deadline, RefusedError
from nvworkshop.planfile.reading import sentences, source


def failing(number: int) -> Callable[..., object]:
    def fail(*_: object) -> object:
        raise OSError(number, "injected")

    return fail


@pytest.mark.parametrize("call", ["open", "read", "fstat"])
@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.EACCES, "inte rätt att läsa"),
        (errno.ENOENT, "finns inte"),
        (errno.ESTALE, "försvann medan den lästes"),
        (errno.EIO, "gick inte att läsa från disken"),
    ],
)
def test_each_error_has_its_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, number: int, words: str
) -> None:
    path = tmp_path / "p"
    path.write_bytes(b"x")
    monkeypatch.setattr(os, call, failing(number))
    with pytest.raises(RefusedError) as caught:
        source.take(str(path), Deadline(20))
    monkeypatch.undo()
    assert words in str(sentences.failure(caught.value.code, path))


def test_a_file_written_to_meanwhile_is_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "p"
    path.write_bytes(b"old")
    real = os.read

    def read(descriptor: int, size: int) -> bytes:
        data = real(descriptor, size)
        if data == b"old":
            path.write_bytes(b"newer")
        return data

    monkeypatch.setattr(os, "read", read)
    assert source.take(str(path), Deadline(20)).data == b"newer"


def test_a_nul_in_the_path_is_a_missing_file() -> None:
    with pytest.raises(RefusedError, match="missing"):
        source.take("a\0b", Deadline(20))


def test_an_unknown_code_still_gives_a_sentence(tmp_path: Path) -> None:
    assert "stannade oväntat" in str(sentences.failure("?", tmp_path / "p"))
    assert sentences.note("?", tmp_path) == ""
