"""What the register and the year wheel say: stages, days and months, with a sign before them."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from datetime import date

from PySide6.QtCore import QT_TRANSLATE_NOOP

from nvworkshop.followup.year import DEADLINES, Entry, Year
from nvworkshop.model.fields import Field
from nvworkshop.model.kinds import FIELDS
from nvworkshop.model.labels import shown
from nvworkshop.model.text import shorten
from nvworkshop.session.assignments import Assigned, Register, Stage
from nvworkshop.session.year import SORTS
from nvworkshop.strategy import Strategy
from ui.widgets.grouped_model import GroupedLine
from ui.words import tr

_LINE = 200
"""Most characters of a text in a cell."""

UNDATED = "undated"

STATUS_TONES = {"done": "ok", "delayed": "danger", "ongoing": "ink"}
"""The colours of statuses, beside their words."""

_SIGNS: Mapping[Stage, tuple[str, str]] = {
    Stage.REPORTED: ("✓", "ok"),
    Stage.OVERDUE: ("●", "danger"),
    Stage.SOON: ("◔", "warning"),
    Stage.OPEN: ("○", ""),
    Stage.UNDATED: ("–", "muted"),
}
MONTHS = (
    QT_TRANSLATE_NOOP("Assignments", "Januari"),
    QT_TRANSLATE_NOOP("Assignments", "Februari"),
    QT_TRANSLATE_NOOP("Assignments", "Mars"),
    QT_TRANSLATE_NOOP("Assignments", "April"),
    QT_TRANSLATE_NOOP("Assignments", "Maj"),
    QT_TRANSLATE_NOOP("Assignments", "Juni"),
    QT_TRANSLATE_NOOP("Assignments", "Juli"),
    QT_TRANSLATE_NOOP("Assignments", "Augusti"),
    QT_TRANSLATE_NOOP("Assignments", "September"),
    QT_TRANSLATE_NOOP("Assignments", "Oktober"),
    QT_TRANSLATE_NOOP("Assignments", "November"),
    QT_TRANSLATE_NOOP("Assignments", "December"),
)

REGISTER_FIELDS = ("title", "reference", "due", "due", "report")
"""The field that Enter opens in each column of the register."""


def register_lines(
    register: Register, strategy: Strategy, only: Container[str] | None = None
) -> list[GroupedLine]:
    """Return the register as lines under a heading for each body; `only` some assignments."""
    lines: list[GroupedLine] = []
    for body in register.bodies:
        rows = [one for one in body.rows if only is None or one.id in only]
        if rows:
            lines.append(GroupedLine("", (f"{tr(body.name)} ({len(rows)})",)))
            lines += [_assigned_line(one, strategy) for one in rows]
    return lines


def _assigned_line(row: Assigned, strategy: Strategy) -> GroupedLine:
    thing, tone = row.thing, _SIGNS[row.stage][1]
    due = shown(_field("due"), thing["due"], strategy)
    title = thing.text("title") or tr("Uppdrag utan namn")
    stage = stage_words(row)
    short = stage.replace(tr("redovisat "), "") if row.stage is Stage.REPORTED else stage
    cells = (title, thing.text("reference"), due, short, thing.text("report"))
    tones = [(3, tone)] if tone else []
    if row.reference.problem:
        tones.append((1, "warning"))
    cut = tuple(shorten(one, _LINE) for one in cells)
    told = f"{cells[1]} – {row.reference.problem}" if row.reference.problem else cells[1]
    return GroupedLine(row.id, cut, tuple(tones), (title, told, due, stage, cells[4]))


def _field(name: str) -> Field:
    return FIELDS["assignment"][name]


def stage_words(row: Assigned) -> str:
    """Return how far an assignment has come: "● 3 dagar sent", "✓ redovisat 2027-01-30"."""
    sign = _SIGNS[row.stage][0]
    said = f"{sign} {_stage(row)}"
    return tr("▲ konflikt, {said}").format(said=said) if row.thing.conflicts else said


def _stage(row: Assigned) -> str:
    if row.stage is Stage.REPORTED:
        return f"{tr('redovisat ')}{row.thing.text('reported')}"
    if row.days is None:
        return tr("ingen dag")
    return days_words(row.days)


def days_words(days: int) -> str:
    """Return how long there is left, or how late it is."""
    if days == 0:
        return tr("i dag")
    if days < 0:
        return tr("1 dag sent") if days == -1 else tr("{n} dagar sent").format(n=-days)
    return tr("1 dag kvar") if days == 1 else tr("{n} dagar kvar").format(n=days)


def year_lines(year: Year, today: date) -> list[GroupedLine]:
    """Return a year as lines under a heading for each month; the one that is now says so."""
    lines: list[GroupedLine] = []
    for month in year.months:
        now = (year.year, month.number) == (today.year, today.month)
        lines.append(GroupedLine("", (month_words(month.number, len(month.entries), now=now),)))
        lines += [entry_line(one, today) for one in month.entries]
    if year.undated:
        lines.append(GroupedLine("", (tr("Utan dag ({n})").format(n=len(year.undated)),)))
        lines += [entry_line(one, today) for one in year.undated]
    return lines


def month_words(number: int, count: int, *, now: bool) -> str:
    """Return the heading of a month: "▸ November, nu (3)"."""
    name = tr(str(MONTHS[number - 1]))
    shown = tr("▸ {month}, nu").format(month=name) if now else name
    return f"{shown} ({count})" if count else shown


def entry_line(entry: Entry, today: date) -> GroupedLine:
    """Return an entry as a line: when, what, of which sort, whose."""
    last = entry.last or entry.day
    late = last is not None and last < today and not entry.done
    due = late and entry.sort in DEADLINES
    done = tr("✓ ") if entry.done else tr("● ") if due else ""
    whole = (when_words(entry), f"{done}{entry.title}", sort_word(entry), entry.whose)
    tone = "danger" if due else "muted" if entry.done or late else ""
    tones = tuple((column, tone) for column in range(4)) if tone else ()
    return GroupedLine(entry.key, tuple(shorten(one, _LINE) for one in whole), tones, whole)


def when_words(entry: Entry) -> str:
    """Return when it is: the day it stands at, and the time as said when that tells more."""
    if entry.day is None:
        return entry.said or tr("ingen dag än")
    one_day = entry.first == entry.last or not entry.said
    return f"{entry.day}" if one_day else f"{entry.day} ({entry.said})"


def sort_word(entry: Entry) -> str:
    """Return what an entry is."""
    return tr(SORTS[entry.sort])


def said_of(year: Year, today: date) -> str:
    """Return how much there is in a year, in a sentence."""
    count = len(year.entries)
    if not count:
        return tr("Inga händelser {year}. Lägg till egna med Ny händelse.").format(year=year.year)
    left = sum(1 for one in year.entries if one.day and one.day >= today and not one.done)
    text = tr("1 händelse {year}.") if count == 1 else tr("{n} händelser {year}.")
    said = text.format(n=count, year=year.year)
    return tr("{said} {n} kvar från i dag.").format(said=said, n=left) if left else said


def chosen_words(chosen: Sequence[str]) -> str:
    """Return what the list of sorts is limited to."""
    if not chosen:
        return tr("Visa: allt utom åtgärder ▾")
    if len(chosen) == 1:
        name = next(word for sort, word in SORTS.items() if sort.value == chosen[0])
        return tr("Visa: {name} ▾").format(name=tr(name))
    return tr("Visa: {n} sorter ▾").format(n=len(chosen))
