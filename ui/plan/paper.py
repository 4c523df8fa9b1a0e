"""What a table says when it is printed, in words alone."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from nvworkshop.model.choices import CHOICES
from nvworkshop.session.rows import Row
from ui.desk import Desk
from ui.plan.print_pages import Line, Paper
from ui.plan.sheet import Sheet
from ui.plan.words import actions_word, group_title
from ui.words import tr

translate = QCoreApplication.translate


def paper_of(sheet: Sheet, desk: Desk, narrowed: str) -> Paper:
    """Return a table as it is filtered and grouped; `narrowed` says how, "" when it is whole."""
    model, entries = sheet.model, tuple(sheet.model.entries)
    columns = model.columns

    def _line_at(number: int) -> Line:
        entry = entries[number]
        if isinstance(entry, Row):
            return Line(tuple(model.text(entry, column) for column in columns))
        return Line(group=f"{group_title(entry)} · {entry.count}", shift=entry.shift)

    titles = tuple(one.title for one in columns)
    name = desk.plan.text("title") if desk.plan else desk.place.stem
    said = [_state(desk), actions_word(sheet.kind, sheet.shown), narrowed]
    today = desk.surroundings.today().isoformat()
    return Paper(
        title=name or translate("Printing", "Handlingsplan"),
        under=" · ".join(one for one in (*said, today) if one),
        titles=titles,
        count=len(entries),
        line_at=_line_at,
        foot=" · ".join(one for one in (name, _state(desk), today) if one),
    )


def _state(desk: Desk) -> str:
    """Return the plan's state as people read it: a draft should say so on paper."""
    state = desk.plan["state"] if desk.plan else None
    said = next((tr(one.sv) for one in CHOICES["state"] if one.id == state), "")
    sample = translate("Printing", "Exempel") if desk.plan and desk.plan["sample"] else ""
    return ", ".join(one for one in (sample, said) if one)
