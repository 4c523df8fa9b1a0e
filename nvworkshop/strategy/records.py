"""From JSON values to dataclasses: the fields decide which keys and types are right."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import MISSING, Field, fields
from typing import TYPE_CHECKING, Any, TypeVar

from nvworkshop.language import marked, said
from nvworkshop.strategy.reading import shown

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

T = TypeVar("T", bound="DataclassInstance")
MAX_TEXT = 4000
_ID = re.compile(r"[A-Za-z0-9_]{1,40}")
_NUMBER = marked("ett tal")
_TYPE_NAMES = {
    dict: marked("ett objekt"),
    list: marked("en lista"),
    str: marked("text"),
    bool: marked("sant/falskt"),
}


def read_record(cls: type[T], raw: object, path: str, problems: list[str]) -> T | None:
    """Build one dataclass from a JSON object; None when a key or value in it is wrong.

    `path` is the key path in the file, such as ``shifts[2]``; empty for the whole file.
    """
    if not isinstance(raw, dict):
        problems.append(
            said("{path} ska vara ett objekt, men är {type_name}").format(
                path=path, type_name=type_name(raw)
            )
        )
        return None
    known: dict[str, Field[Any]] = {one.name: one for one in fields(cls)}
    prefix = f"{path}." if path else ""
    found = unknown_keys(raw, known, prefix)
    for name, one in known.items():
        problem = _field_problem(one, raw[name]) if name in raw else _missing_problem(one)
        if problem:
            found.append(f"{prefix}{name}{problem}")
    problems.extend(found)
    return None if found else cls(**{name: _clean(value) for name, value in raw.items()})


def read_list(cls: type[T], raw: object, path: str, problems: list[str]) -> tuple[T, ...]:
    """Build every item of a JSON list; those with problems are left out."""
    if not isinstance(raw, list):
        problems.append(
            said("{path} ska vara en lista, men är {type_name}").format(
                path=path, type_name=type_name(raw)
            )
        )
        return ()
    read = (read_record(cls, one, f"{path}[{n}]", problems) for n, one in enumerate(raw))
    return tuple(one for one in read if one is not None)


def unknown_keys(raw: Iterable[str], known: Iterable[str], prefix: str = "") -> list[str]:
    """Name the keys that are not among the known ones."""
    names = set(known)
    return [
        said("{prefix}{key} är en okänd nyckel").format(prefix=prefix, key=shown(key))
        for key in raw
        if key not in names
    ]


def type_name(value: object) -> str:
    """Say what kind of JSON value this is."""
    return said("tomt (null)") if value is None else said(_TYPE_NAMES.get(type(value), _NUMBER))


def _clean(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(_clean(one) for one in value)
    return unicodedata.normalize("NFC", value) if isinstance(value, str) else value


def _missing_problem(one: Field[Any]) -> str:
    required = one.default is MISSING and one.default_factory is MISSING
    return said(" saknas") if required else ""


def _field_problem(one: Field[Any], value: object) -> str:
    problem = _CHECKS[str(one.type)](value)
    if problem:
        return problem
    if value == "" and one.default is MISSING:
        return said(" är tom")
    if one.name == "id" and not _ID.fullmatch(str(value)):
        return said(" är {value}; ett id får bara ha a–z, A–Z, 0–9 och _ (högst 40 tecken)").format(
            value=shown(value)
        )
    choices = one.metadata.get("choices")
    if choices and value not in choices:
        return said(" är {value}, men ska vara något av: {choices}").format(
            value=shown(value), choices=", ".join(choices)
        )
    return ""


def _text_problem(value: object) -> str:
    if not isinstance(value, str):
        return said(" ska vara text, men är {type_name}").format(type_name=type_name(value))
    if len(value) > MAX_TEXT:
        return said(" är för lång, högst {max_text} tecken").format(max_text=MAX_TEXT)
    if not value.replace("\n", "").replace("\u00a0", "").isprintable():
        return said(" har tecken som inte går att visa")
    return ""


def _texts_problem(value: object) -> str:
    if not isinstance(value, list):
        return said(" ska vara en lista, men är {type_name}").format(type_name=type_name(value))
    wrong = (
        (n, said(" är tom") if one == "" else _text_problem(one)) for n, one in enumerate(value)
    )
    return next((f"[{n}]{problem}" for n, problem in wrong if problem), "")


def _number_problem(value: object) -> str:
    right = isinstance(value, int) and not isinstance(value, bool)
    return (
        ""
        if right
        else said(" ska vara ett heltal, men är {type_name}").format(type_name=type_name(value))
    )


def _flag_problem(value: object) -> str:
    right = isinstance(value, bool)
    return (
        ""
        if right
        else said(" ska vara true eller false, men är {type_name}").format(
            type_name=type_name(value)
        )
    )


_CHECKS: Mapping[str, Callable[[object], str]] = {
    "str": _text_problem,
    "tuple[str, ...]": _texts_problem,
    "int": _number_problem,
    "bool": _flag_problem,
}
