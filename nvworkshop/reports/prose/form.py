"""A form of questions to answer from a plan, as a plain file tells it."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nvworkshop.errors import TemplateError
from nvworkshop.language import said

ACTIONS, CONCLUSIONS, CHOICE, VALUE = KINDS = ("insatser", "slutsatser", "val", "varde")
"""The kinds of questions; the file tells what each is."""

_LISTS = ("areas", "prerequisites", "themes", "words")


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which actions something is about, any of them; empty is all. Names as in the strategy."""

    areas: tuple[str, ...] = ()
    prerequisites: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    words: tuple[str, ...] = ()

    @property
    def is_all(self) -> bool:
        """Whether nothing limits it."""
        return not (self.areas or self.prerequisites or self.themes or self.words)


@dataclass(frozen=True, slots=True)
class Question:
    """One question; `options` are texts with what makes each a yes, `most` 0 for no limit."""

    text: str
    kind: str
    wanted: Wanted
    options: tuple[tuple[str, Wanted], ...] = ()
    followed: bool = False
    most: int = 0


@dataclass(frozen=True, slots=True)
class Section:
    """Questions under one heading."""

    title: str
    questions: tuple[Question, ...]


def read_form(name: str, folders: Sequence[Path]) -> tuple[Section, ...]:
    """Return the form of the first folder that has it. Raises TemplateError."""
    file = next(found for one in folders if (found := one / name).is_file())
    try:
        data = tomllib.loads(file.read_text("utf-8-sig"))
        return tuple(_section(one) for one in data["section"])
    except (ValueError, KeyError, TypeError, AttributeError, OSError) as error:
        raise TemplateError(
            said("Frågorna i {name} går inte att använda: {said}.").format(
                name=name, said=_said(error)
            ),
            hint=said("Rätta filen eller ta bort den ur mallmappen: då används programmets egen."),
        ) from error


def _said(error: Exception) -> str:
    if isinstance(error, KeyError):
        return said("”{name}” saknas i en del eller fråga").format(name=error.args[0])
    return str(error).rstrip(".")


def _section(data: Mapping[str, Any]) -> Section:
    return Section(str(data["title"]), tuple(_question(one) for one in data["question"]))


def _question(data: Mapping[str, Any]) -> Question:
    if data["kind"] not in KINDS:
        raise ValueError(
            said("sorten ”{kind}” finns inte; välj {kinds}").format(
                kind=data["kind"], kinds=", ".join(KINDS)
            )
        )
    return Question(
        str(data["text"]),
        data["kind"],
        _wanted(data),
        tuple((str(one["text"]), _wanted(one)) for one in data.get("options", ())),
        data.get("followed") is True,
        int(data.get("most", 0)),
    )


def _wanted(data: Mapping[str, Any]) -> Wanted:
    lists = {name: tuple(map(str, data.get(name, ()))) for name in _LISTS}
    return Wanted(**lists)
