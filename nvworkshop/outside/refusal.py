"""Why a child process can't give a file's content."""

from __future__ import annotations

import time


class RefusedError(Exception):
    """The file is not read: a code, and a fact the sentence for the person needs."""

    def __init__(self, code: str, fact: str | int = "") -> None:
        """Take a code that the format has a sentence for."""
        super().__init__(code)
        self.code = code
        self.fact = fact


class Deadline:
    """When the reading of one file must be done, in processor time: a busy machine is no fault."""

    def __init__(self, seconds: float) -> None:
        """Start counting now."""
        self._end = time.process_time() + seconds

    @property
    def passed(self) -> bool:
        """Tell whether the time is up."""
        return time.process_time() > self._end

    def check(self) -> None:
        """Refuse the file when the time is up."""
        if self.passed:
            raise RefusedError("slow")
