"""One child process that reads plan files, seen from the parent."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any, BinaryIO, cast

import nvworkshop
from nvworkshop.model.changes import Change
from nvworkshop.planfile.reading import sentences, wire
from nvworkshop.planfile.reading.content import PlanContent

_BOOTSTRAP = (
    "import sys; sys.path.append({root!r});"
    " from nvworkshop.planfile.reading.child import main; main()"
)
_NO_WINDOW = getattr(subprocess, "CREATE_NO_WINDOW", 0)
_GRACE_SECONDS = 1.0


def command() -> list[str]:
    """Return the command line of a child."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "--read-plans"]
    root = str(Path(nvworkshop.__file__).resolve().parents[1])
    return [sys.executable, "-I", "-S", "-c", _BOOTSTRAP.format(root=root)]


class Reader:
    """A running child; usable for the next file only while `fresh`."""

    def __init__(self) -> None:
        """Start the child; raise OSError when the system won't."""
        self.fresh = True
        self._expired = False
        self._process = subprocess.Popen(  # noqa: S603 - our own interpreter, no shell
            command(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            creationflags=_NO_WINDOW,
        )

    def read(self, path: Path, seconds: float) -> PlanContent:
        """Read one file; raise PlanFileError, with the child killed when time is up."""
        self.fresh = False
        timer = threading.Timer(seconds + _GRACE_SECONDS, self._expire)
        timer.start()
        try:
            self._ask(path, seconds)
            header, blobs = wire.receive(self._output)
            content = _content(path, header, blobs)
        except (OSError, ValueError, IndexError, KeyError, TypeError) as error:
            code = "slow" if self._expired else "crashed"
            raise sentences.failure(code, path) from error
        finally:
            timer.cancel()
            timer.join()
        self.fresh = content.clean and not self._expired
        return content

    def _ask(self, path: Path, seconds: float) -> None:
        name = os.fsencode(path.absolute()).hex()
        stdin = cast("BinaryIO", self._process.stdin)
        stdin.write(json.dumps({"path": name, "seconds": seconds}).encode() + b"\n")
        stdin.flush()

    @property
    def _output(self) -> BinaryIO:
        return cast("BinaryIO", self._process.stdout)

    def _expire(self) -> None:
        self._expired = True
        self._process.kill()

    def kill(self) -> None:
        """Stop the child at once; safe from any thread."""
        self.fresh = False
        self._process.kill()

    def close(self) -> None:
        """Kill the child and free what it held."""
        self._process.kill()
        for pipe in (self._process.stdin, self._process.stdout):
            _close(pipe)
        self._process.wait()


def _close(pipe: Any) -> None:
    try:
        pipe.close()
    except OSError:  # what was left to write can't be written any more
        return


def _content(path: Path, header: dict[str, Any], blobs: list[bytes]) -> PlanContent:
    """Build the content from an answer, or raise the error it tells of."""
    if header["status"] != "ok":
        raise sentences.failure(header["status"], path, header["fact"])
    changes: list[Change] = wire.changes(blobs)
    expected = max(int(header["expected"]), len(changes))
    salvaged = bool(header["salvaged"])
    notes = [sentences.note(code, path) for code in header["notes"]]
    if salvaged or expected > len(changes):
        notes.append(
            sentences.damage_note(path, len(changes), expected, counted=bool(header["counted"]))
        )
    return PlanContent(
        path=path,
        sha256=str(header["sha256"]),
        size=int(header["size"]),
        format=int(header["format"]),
        plan=str(header["plan"]),
        changes=changes,
        expected=expected,
        damaged=expected - len(changes),
        salvaged=salvaged,
        notes=tuple(filter(None, notes)),
    )
