"""Values: from what people type to what the log holds, whatever another program wrote."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from nvworkshop.errors import InputError
from nvworkshop.language import said
from nvworkshop.model.choices import CHOICES, Option
from nvworkshop.model.fields import Field, FieldType
from nvworkshop.model.labels import (
    ANSWER_LABELS,
    NOT_APPLICABLE,
    UNDECIDED,
    Catalogue,
    categories,
    is_answer,
    offered,
    options,
)
from nvworkshop.model.period import Period, parse_period
from nvworkshop.model.text import clean, fold, shorten

_ANSWERS = {
    "ej aktuellt": NOT_APPLICABLE,
    "ännu inte bestämt": UNDECIDED,
    "inte bestämt": UNDECIDED,
}
_SHOWN = 60
"""Most characters of what was typed that an error repeats."""

_YES = {"ja", "yes", "true", "sant", "1", "x"}
_NO = {"nej", "no", "false", "falskt", "0"}


@dataclass(frozen=True, slots=True)
class Context:
    """What reading a value needs from outside: the strategy's lists and today's date."""

    catalogue: Catalogue
    today: date


def is_unreadable(data: Any) -> bool:
    """Tell whether the value is a time as said that has no days: text that nobody could read."""
    return isinstance(data, dict) and "said" in data and not data.get("first")


def parse(field: Field, raw: Any, context: Context) -> Any:
    """Return the value to log for what was typed or passed; None for empty.

    Lists take a list, or text with commas or line breaks between. Raises InputError with the
    field's label, what is wrong and what would be right.
    """
    if raw is None or raw == [] or (isinstance(raw, str) and not raw.strip()):
        return None
    if is_answer(raw):
        return raw
    if isinstance(raw, str) and field.type is not FieldType.DATA and (answer := _answer(raw)):
        return answer
    if field.type is FieldType.DATA:
        return _counts(field, raw) if isinstance(raw, str) else raw
    one = _PARSERS[field.type]
    if not field.many:
        return one(field, raw, context)
    parsed = [one(field, part, context) for part in _parts(raw, field, context)]
    return list(dict.fromkeys(part for part in parsed if part is not None)) or None


def _answer(raw: str) -> dict[str, str] | None:
    """Return the answer that is no value, in the source's words or the chosen language's."""
    wanted = fold(raw)
    if wanted in _ANSWERS:
        return _ANSWERS[wanted]
    words = (name for name, words in ANSWER_LABELS.items() if fold(said(words)) == wanted)
    return next(({"answer": name} for name in words), None)


def _parts(raw: Any, field: Field, context: Context) -> list[Any]:
    if not isinstance(raw, str):
        return list(raw) if isinstance(raw, Iterable) else [raw]
    if field.type is FieldType.TEXT:
        return [line for line in raw.splitlines() if line.strip()]
    if field.type is FieldType.CHOICE:
        return list(_choices(raw, field, context))
    return [part for part in _PART.findall(raw) if part.strip()]


def _choices(raw: str, field: Field, context: Context) -> Iterator[str]:
    """Yield the parts of a list, the longest first that is an option: a name may have commas."""
    spans = [one.span() for one in _PART.finditer(raw) if one[0].strip()]
    while spans:
        begun = spans[0][0]
        runs = (raw[begun:end] for _, end in reversed(spans[:_COMMAS]))
        known = (one for one in runs if _find(field, one.strip(), context) is not None)
        part = next(known, raw[slice(*spans[0])])
        yield part
        spans = [one for one in spans if one[0] >= begun + len(part)]


_PART = re.compile(r"[^,;\n]+")
_COMMAS = 4
"""Most parts between commas that one option's name is looked for in."""


def _counts(field: Field, raw: str) -> list[int]:
    """Return the whole numbers typed with commas between: all of a DATA field people can type."""
    if not re.fullmatch(r"\s*\d{1,9}(\s*[,;]\s*\d{1,9})*\s*", raw, re.ASCII):
        raise InputError(
            said("{field}: ”{raw}” är inte en rad av heltal.").format(
                field=said(field.sv), raw=shorten(raw, _SHOWN)
            ),
            hint=said("Skriv till exempel 0, 2, 5, 3, 1."),
        )
    return [int(number) for number in re.findall(r"\d+", raw, re.ASCII)]


def _text(field: Field, raw: Any, _context: Context) -> str | None:
    text = str(raw)
    try:
        return clean(text, multiline=field.type is FieldType.LONG).text or None
    except InputError as error:
        raise InputError(f"{said(field.sv)}: {error.title}", error.detail, error.hint) from None


def _choice(field: Field, raw: Any, context: Context) -> str:
    found = _find(field, str(raw).strip(), context)
    if found is None:
        names = ", ".join(label for _, label in options(field, context.catalogue))
        hint = (
            said("Välj någon av: {names}.").format(names=names)
            if names
            else said("Strategin har ingen sådan lista.")
        )
        spoken = shorten(str(raw), _SHOWN)
        raise InputError(
            said("{field}: ”{said}” finns inte i listan.").format(
                field=said(field.sv), said=spoken
            ),
            hint=hint,
        )
    return found


def _find(field: Field, text: str, context: Context) -> str | None:
    if field.of in CHOICES:
        return next((one.id for one in CHOICES[field.of] if _means(one, text)), None)
    for category in categories(field.of):
        item = context.catalogue.find(category, text)
        if item is not None:
            return str(item.id)
    wanted = fold(text)
    names = offered(field, context.catalogue)
    return next((one for one, name in names if fold(name) == wanted), None)


def _means(option: Option, text: str) -> bool:
    wanted = fold(text)
    return wanted in {fold(word) for word in (option.id, option.sv, option.en, *option.also)}


def _period(field: Field, raw: Any, context: Context) -> dict[str, Any] | None:
    if isinstance(raw, date):
        raw = raw.isoformat()[:10]
    if isinstance(raw, dict):
        return Period.from_data(raw).as_data()
    try:
        cleaned = clean(str(raw), multiline=False).text
        return parse_period(cleaned, today=context.today).as_data() if cleaned else None
    except InputError as error:
        raise InputError(f"{said(field.sv)}: {error.title}", error.detail, error.hint) from None


def _date(field: Field, raw: Any, context: Context) -> str | None:
    data = _period(field, raw, context)
    if data is not None and (data["first"] is None or data["first"] != data["last"]):
        raise InputError(
            said("{field}: ”{raw}” är inte ett datum.").format(
                field=said(field.sv), raw=shorten(str(raw), _SHOWN)
            ),
            hint=said("Skriv till exempel 2026-11-30."),
        )
    return None if data is None else str(data["first"])


def _number(field: Field, raw: Any, _context: Context) -> int | float:
    text = re.sub(r"[\s\u00a0]", "", str(raw)).replace(",", ".").replace("−", "-")
    if not re.fullmatch(r"[-+]?(\d{1,15}(\.\d{0,15})?|\.\d{1,15})", text, re.ASCII):
        raise InputError(
            said("{field}: ”{raw}” är inte ett tal.").format(
                field=said(field.sv), raw=shorten(str(raw), _SHOWN)
            ),
            hint=said("Skriv till exempel 12 eller 0,5."),
        )
    number = float(text)
    if (field.low is not None and number < field.low) or (
        field.high is not None and number > field.high
    ):
        fit = (
            f"{field.low:g}–{field.high:g}"
            if field.high is not None
            else said("minst {low:g}").format(low=field.low)
        )
        raise InputError(
            said("{field}: {number:g} går inte.").format(field=said(field.sv), number=number),
            hint=said("Skriv {fit}.").format(fit=fit),
        )
    return int(number) if number.is_integer() else number


def _bool(field: Field, raw: Any, _context: Context) -> bool:
    if isinstance(raw, bool):
        return raw
    word = fold(str(raw))
    if word not in _YES | _NO:
        spoken = shorten(str(raw), _SHOWN)
        raise InputError(
            said("{field}: ”{said}” är varken ja eller nej.").format(
                field=said(field.sv), said=spoken
            ),
            hint=said("Skriv ja eller nej."),
        )
    return word in _YES


def _ref(_field: Field, raw: Any, _context: Context) -> str:
    return str(raw).strip()


_PARSERS: dict[FieldType, Callable[[Field, Any, Context], Any]] = {
    FieldType.TEXT: _text,
    FieldType.LONG: _text,
    FieldType.CHOICE: _choice,
    FieldType.REF: _ref,
    FieldType.PERIOD: _period,
    FieldType.DATE: _date,
    FieldType.NUMBER: _number,
    FieldType.BOOL: _bool,
}


_TOO_LARGE = 2**63
"""What no table holds as a number."""


def coerce(field: Field, data: Any) -> Any:
    """Return a logged value in the shape its type promises, whatever another program wrote.

    What doesn't fit becomes text where text can stand, else None; the log keeps the original.
    """
    if data is None or is_answer(data) or field.type is FieldType.DATA:
        return data
    if not field.many:
        return _coerce_one(field, data)
    items = data if isinstance(data, list) else [data]
    return [item for item in (_coerce_one(field, one) for one in items) if item is not None] or None


def _coerce_one(field: Field, data: Any) -> Any:
    match field.type:
        case FieldType.NUMBER:
            whole = isinstance(data, int | float) and not isinstance(data, bool)
            return data if whole and abs(data) < _TOO_LARGE else None
        case FieldType.BOOL:
            return data if isinstance(data, bool) else None
        case FieldType.PERIOD:
            return _coerce_period(data)
        case _:
            return data if isinstance(data, str) else str(data)


def _coerce_period(data: Any) -> dict[str, Any]:
    try:
        return Period.from_data(data).as_data()
    except ValueError:
        return Period(str(data), None, None).as_data()
