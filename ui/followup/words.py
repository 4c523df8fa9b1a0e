"""What the place Uppföljning says: statuses, days, and how far a figure has moved."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from nvworkshop.model.choices import CHOICES
from nvworkshop.session.standing import PART, PRINCIPAL
from nvworkshop.workshop.days import month_name
from ui.editor.dates import month
from ui.words import tr

translate = QCoreApplication.translate


def status_word(status: str) -> str:
    """Return the name of a status, also of none."""
    words = {one.id: tr(one.sv) for one in CHOICES["status"]}
    return words.get(status) or translate("FollowUp", "Inte angiven")


def long_day(of: date) -> str:
    """Return "22 november 2026"."""
    return f"{of.day} {month_name(of)} {of.year}"


def short_day(of: date, today: date) -> str:
    """Return "11 dec", with the year when it is another than today's."""
    said = f"{of.day} {month(of.month)}"
    return said if of.year == today.year else f"{said} {of.year}"


def percent_word(number: int | None) -> str:
    """Return "78 %", a dash for none."""
    return "–" if number is None else f"{number} %"


def moved_word(points: int | None, when: str) -> str:
    """Return "▲ 6 sedan 20 aug": percentage points, with an arrow that is not colour alone."""
    if points is None:
        return ""
    if not points:
        return translate("FollowUp", "Oförändrat sedan {when}").format(when=when)
    said = translate("FollowUp", "{arrow} {n} sedan {when}")
    return said.format(arrow="▲" if points > 0 else "▼", n=abs(points), when=when)


def moved_aloud(points: int | None, when: str) -> str:
    """Return the same for those who listen."""
    if not points:
        return moved_word(points, when)
    more = translate("FollowUp", "{n} procentenheter fler i tid än {when}")
    fewer = translate("FollowUp", "{n} procentenheter färre i tid än {when}")
    return (more if points > 0 else fewer).format(n=abs(points), when=when)


def nobody_word(by: str) -> str:
    """Return what a group is called whose rows lack what they are grouped by."""
    words = {
        PART: translate("FollowUp", "Utan länsdel"),
        PRINCIPAL: translate("FollowUp", "Ingen ansvarig"),
    }
    return words.get(by) or translate("FollowUp", "Utan riktning")
