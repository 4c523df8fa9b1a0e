"""The places of an open plan, in the order of the work; each new one is a line here."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class Place:
    """One place: its id, its name in the top bar, and its keys."""

    id: str
    text: str
    keys: str


PLACES = (Place("plan", str(QT_TRANSLATE_NOOP("Places", "Handlingsplan")), "Ctrl+1"),)
