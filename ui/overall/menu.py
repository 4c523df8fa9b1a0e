"""The menu of the overall plan: what can be done with the chosen rows, and with the whole."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from nvworkshop.session.overall import Entry, Home
from ui.overall.tree import KEYS
from ui.overall.words import UNDECIDED, handling_word

if TYPE_CHECKING:
    from ui.overall.handing_back import HandingBack

Do = Callable[[], object]


class OverallMenu(QMenu):
    """Made when it is opened, gone when it is closed. Keys are told, and are the tree's own."""

    def __init__(self, entries: Sequence[Entry], *, may_write: bool, parent: QWidget) -> None:
        """Begin with nothing; `entries` are the chosen rows."""
        super().__init__(parent)
        self._local = [one for one in entries if not one.is_joint_action]
        self._some = bool(entries)
        self._may_write = may_write
        self.aboutToHide.connect(self.deleteLater)

    def add_handling(self, chosen: Callable[[str], object]) -> None:
        """Offer the choices for local rows."""
        now = {one.handling for one in self._local if not one.part_of}
        for key, handling in KEYS.items():
            word = handling_word(handling)
            text = self.tr("Ta bort valet") if handling == UNDECIDED else word
            action = self._add(f"{text}\t{key}", partial(chosen, handling))
            action.setEnabled(self._may_write and bool(self._local))
            action.setCheckable(handling != UNDECIDED)
            action.setChecked(now == {handling})
        self.addSeparator()

    def add_rows(self, opened: Do, copied: Do) -> None:
        """Offer to open the row the keys are on, and to copy the chosen ones."""
        for text, do in (
            (self.tr("Öppna i handlingsplanen\tRetur"), opened),
            (self.tr("Kopiera rader\tCtrl+C"), copied),
        ):
            self._add(text, do).setEnabled(self._some)
        self.addSeparator()

    def add_folds(self, fold: Callable[[bool], object]) -> None:
        """Offer to fold and unfold everything."""
        self._add(self.tr("Fäll ihop alla"), lambda: fold(True))
        self._add(self.tr("Fäll ut alla"), lambda: fold(False))
        self.addSeparator()

    def add_homes(self, homes: Sequence[Home], handing: HandingBack) -> None:
        """Offer the plans that can be handed back to their länsdelar."""
        inside = self.addMenu(self.tr("Gör filen som länsdelen får tillbaka"))
        inside.setEnabled(bool(homes))
        for home in homes:
            several = home.plans > 1
            text = self.tr("{where}: {title}…") if several else self.tr("{where}…")
            shown = text.format(where=home.where, title=home.title).replace("&", "&&")
            inside.addAction(shown).triggered.connect(
                lambda _=False, it=home: handing.hand_back(it)
            )
        if len(homes) > 1:
            inside.addSeparator()
            every = inside.addAction(self.tr("Alla, i en mapp…"))
            every.triggered.connect(lambda _=False: handing.hand_back_all())

    def add_own(self, principal: str, make: Do) -> None:
        """Offer to make a huvudman's own plan; `principal` is the one that is seen, or ""."""
        named = self.tr("Egen plan för {who}…").format(who=principal.replace("&", "&&"))
        self._add(named if principal else self.tr("Egen plan för en huvudman…"), make)

    def _add(self, text: str, do: Do) -> QAction:
        action = self.addAction(text)
        action.triggered.connect(lambda _=False: do())
        return action
