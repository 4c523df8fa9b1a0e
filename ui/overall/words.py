"""What the overall plan says of its rows: where they come from and how they are handled."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from nvworkshop.session.overall import HANDLINGS, Entry, Overall, RolledUp, Section

translate = QCoreApplication.translate

KEPT_LOCAL, JOINT, RAISED, UNDECIDED = HANDLINGS


def handling_word(handling: str) -> str:
    """Return what a choice is called."""
    return {
        KEPT_LOCAL: translate("OverallWords", "Behålls lokalt"),
        JOINT: translate("OverallWords", "Gemensam åtgärd"),
        RAISED: translate("OverallWords", "Lyfts för beslut"),
        UNDECIDED: translate("OverallWords", "Inte avgjord"),
    }[handling]


def badge(entry: Entry, *, nested: bool = False) -> str:
    """Return what stands to the right of a row; nothing beneath the row that gathers it."""
    if entry.is_joint_action:
        return translate("OverallWords", "Samlar {n}").format(n=len(entry.gathers))
    if nested:
        return ""
    if entry.part_of:
        return translate("OverallWords", "Ingår i gemensam åtgärd")
    if entry.handling == JOINT:
        return translate("OverallWords", "Ska bli gemensam åtgärd")
    return handling_word(entry.handling)


def origin_line(entry: Entry) -> str:
    """Return "Södra 12 · workshop 2026-10-06 · Piteå kommun · Q3 2027 · Pågår"."""
    parts = [_from(entry), _held(entry), entry.who, entry.until, entry.status]
    return " · ".join(one for one in parts if one)


def _from(entry: Entry) -> str:
    origin = entry.origin
    if origin is None:
        return ", ".join(entry.where)
    return f"{origin.where} {origin.number}" if origin.number else origin.where


def _held(entry: Entry) -> str:
    origin = entry.origin
    if origin is None or not (origin.workshop or origin.date):
        return ""
    return translate("OverallWords", "workshop {when}").format(when=origin.date or origin.workshop)


def reason_line(entry: Entry) -> str:
    """Return why a row is handled as it is, "" when nobody has said."""
    if not entry.reason or entry.part_of:
        return ""
    return translate("OverallWords", "Därför: {reason}").format(reason=entry.reason)


def whole_story(entry: Entry) -> str:
    """Return all that is known of where a row comes from, for a tooltip."""
    lines = [entry.title, origin_line(entry)]
    if entry.origin is not None:
        lines.append(entry.origin.plan)
        lines.append(entry.origin.workshop)
    lines += [reason_line(entry), entry.asks]
    lines += [
        translate("OverallWords", "Ingår i ”{title}”").format(title=one) for one in entry.part_of
    ]
    return "\n".join(one for one in dict.fromkeys(lines) if one)


def rolled_line(one: RolledUp) -> str:
    """Return "2 rader delas · 1 tillbakadragen"."""
    number = len(one.rows)
    said = translate("OverallWords", "{n} rader delas").format(n=number)
    if number <= 1:
        said = (
            translate("OverallWords", "1 rad delas")
            if number
            else translate("OverallWords", "Inga rader delas: det här är allt som lämnats ut")
        )
    back = translate("OverallWords", "{n} tillbakadragna").format(n=one.withdrawn)
    back = translate("OverallWords", "1 tillbakadragen") if one.withdrawn == 1 else back
    return f"{said} · {back}" if one.withdrawn else said


def section_line(section: Section) -> str:
    """Return "2 gemensamma · 3 behålls lokalt · 1 lyfts · 8 inte avgjorda"."""
    counted = (
        (len(section.joint), translate("OverallWords", "{n} gemensamma")),
        (len(section.local(JOINT)), translate("OverallWords", "{n} ska bli gemensamma")),
        (len(section.local(KEPT_LOCAL)), translate("OverallWords", "{n} behålls lokalt")),
        (len(section.local(RAISED)), translate("OverallWords", "{n} lyfts för beslut")),
        (len(section.local(UNDECIDED)), translate("OverallWords", "{n} inte avgjorda")),
    )
    return " · ".join(text.format(n=n) for n, text in counted if n) or translate(
        "OverallWords", "Inga rader"
    )


def left_sentence(overall: Overall) -> str:
    """Say how many local rows nobody has decided about."""
    left = overall.handled[UNDECIDED]
    if not left:
        return translate("OverallWords", "Alla lokala åtgärder är avgjorda.")
    if left == 1:
        return translate("OverallWords", "1 lokal åtgärd kvar att avgöra.")
    return translate("OverallWords", "{n} lokala åtgärder kvar att avgöra.").format(n=left)


def rows_word(number: int) -> str:
    """Return "1 rad" or "12 rader"."""
    one, many = translate("OverallWords", "1 rad"), translate("OverallWords", "{n} rader")
    return one if number == 1 else many.format(n=number)


def as_text(entries: Iterable[Entry]) -> str:
    """Return rows as text that Excel and Word take as a table."""
    heads = translate(
        "OverallWords", "Åtgärd|Länsdel|Nr|Workshop|Ansvarig|Klart|Hanteras|Varför"
    ).split("|")
    rows = [heads, *map(_cells, entries)]
    return "\n".join("\t".join(" ".join(cell.split()) for cell in row) for row in rows)


def _cells(entry: Entry) -> list[str]:
    origin = entry.origin
    number = str(origin.number) if origin is not None and origin.number else ""
    held = (origin.date or origin.workshop) if origin is not None else ""
    where = ", ".join(entry.where)
    return [entry.title, where, number, held, entry.who, entry.until, badge(entry), entry.reason]
