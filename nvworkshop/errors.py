"""What can go wrong, as sentences for people.

PlanError                    expected: shown as title, detail and hint, exit code 2
├── InputError               what was typed or passed can't be used
│   └── PersonalNumberError  a text seems to hold a personal number: a person is asked first
├── StrategyError            a strategy file is wrong (file, key, what)
├── PlanFileError            a plan file can't be read
│   ├── NotAPlanError        something else than a plan file
│   ├── HostileFileError     a plan file with program code or an odd structure in it
│   ├── NewerFileError       written by a newer program
│   ├── InUseError           another window has the plan's working copy
│   └── DamagedFileError     nothing in it could be read
├── PublishError             the plan could not be written to its place
│   └── ProtectedFileError   somebody has protected the plan file from being written
├── TemplateError            a report's template can't be used (template, line, why)
├── BookError                a workbook or a text table from outside can't be read
├── ExportError              a document could not be written or did not read back the same
└── CancelledError           the user stopped it; nothing was changed

Everything else is a bug.
"""

from __future__ import annotations

import errno

from nvworkshop.language import joined

DISK_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
"""What the system says when there is no room left."""


class PlanError(Exception):
    """An expected error: what happened, where, and what to do, in Swedish."""

    def __init__(self, title: str, detail: str = "", hint: str = "") -> None:
        """Keep the three parts; all are plain text."""
        super().__init__(title)
        self.title = title
        self.detail = detail
        self.hint = hint

    @property
    def sentence(self) -> str:
        """The three parts as one line."""
        return joined(part for part in (self.title, self.detail, self.hint) if part)

    def __str__(self) -> str:
        """Return the whole sentence."""
        return self.sentence


class InputError(PlanError):
    """What was typed or passed can't be used."""


class PersonalNumberError(InputError):
    """A text seems to hold a personal number; it is kept when a person says so."""


class StrategyError(PlanError):
    """A strategy file is wrong: names the file, the key and what is wrong."""


class PlanFileError(PlanError):
    """A plan file can't be read."""


class NotAPlanError(PlanFileError):
    """The file is something else than a plan file."""


class HostileFileError(PlanFileError):
    """The file holds program code or a structure no plan file has."""


class NewerFileError(PlanFileError):
    """The file was written by a newer program."""


class InUseError(PlanFileError):
    """Another window has the working copy of the plan."""


class DamagedFileError(PlanFileError):
    """Nothing in the file could be read."""


class PublishError(PlanError):
    """The plan could not be written to its place; the work is kept."""


class ProtectedFileError(PublishError):
    """The plan file is protected from being written, and stays as it is."""


class TemplateError(PlanError):
    """A report's template can't be used: names the template and the line."""


class BookError(PlanError):
    """A workbook or a text table from outside can't be read."""


class ExportError(PlanError):
    """A document could not be written, or did not read back the same."""


class CancelledError(PlanError):
    """The user stopped it; nothing was changed."""
