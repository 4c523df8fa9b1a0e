"""One child process that reads plan files, seen from the parent."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from nvworkshop.model.changes import Change
from nvworkshop.outside.child import Child, command_of
from nvworkshop.planfile.reading import sentences, wire
from nvworkshop.planfile.reading.content import PlanContent


def command() -> list[str]:
    """Return the command line of a child."""
    return command_of("nvworkshop.planfile.reading.child", "--read-plans")


class Reader:
    """A running child; usable for the next file only while `fresh`."""

    def __init__(self) -> None:
        """Start the child; raise OSError when the system won't."""
        self.fresh = True
        self._child = Child(command())

    def read(self, path: Path, seconds: float) -> PlanContent:
        """Read one file; raise PlanFileError, with the child killed when time is up."""
        self.fresh = False
        try:
            with self._child.asked(path, seconds) as answer:
                header, blobs = wire.receive(answer)
                content = _content(path, header, blobs)
        except (OSError, ValueError, IndexError, KeyError, TypeError) as error:
            code = "slow" if self._child.expired else "crashed"
            raise sentences.failure(code, path) from error
        self.fresh = content.clean and not self._child.expired
        return content

    def kill(self) -> None:
        """Stop the child at once; safe from any thread."""
        self.fresh = False
        self._child.process.kill()

    def close(self) -> None:
        """Kill the child and free what it held."""
        self._child.close()


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
