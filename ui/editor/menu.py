"""The menu of a field: what can be done with its text, answers that are not values, history."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from nvworkshop.model.labels import NOT_APPLICABLE, UNDECIDED
from ui.editor.edits import Put
from ui.editor.inputs.growing import GrowingText
from ui.words import tr

if TYPE_CHECKING:
    from ui.editor.box import FieldBox


class FieldMenu(QMenu):
    """The menu of a field as it is when it is opened."""

    def __init__(self, box: FieldBox, text: GrowingText | None = None) -> None:
        """Fill it; `text` is the text that was pressed, when one was."""
        super().__init__(box)
        self.setAccessibleName(tr(box.field.sv))
        if text is not None:
            self._add_text(text)
        free = not box.locked and not box.in_conflict
        answers = free and not box.is_title
        self._add(self.tr("Ej aktuellt"), lambda: box.send(Put(NOT_APPLICABLE)), answers)
        self._add(self.tr("Ännu inte bestämt"), lambda: box.send(Put(UNDECIDED)), answers)
        self._add(self.tr("Töm"), lambda: box.send(Put(None)), answers and not box.is_empty)
        self.addSeparator()
        self._add(self.tr("Ångra skrivet"), box.revert, box.is_open, "Esc")
        told = box.is_of_one and not box.in_conflict
        self._add(self.tr("Historik för fältet"), lambda: box.history_asked.emit(box), told)
        self.aboutToHide.connect(self.deleteLater)

    def _add_text(self, text: GrowingText) -> None:
        """Add what every text can do, in the program's own words."""
        chosen, free = text.textCursor().hasSelection(), not text.isReadOnly()
        keys = QKeySequence.StandardKey
        self._add(self.tr("Klipp ut"), text.cut, chosen and free, keys.Cut)
        self._add(self.tr("Kopiera"), text.copy, chosen, keys.Copy)
        self._add(self.tr("Klistra in"), text.paste, free and text.canPaste(), keys.Paste)
        self._add(self.tr("Markera allt"), text.selectAll, not text.is_blank, keys.SelectAll)
        self.addSeparator()

    def _add(
        self,
        text: str,
        done: Callable[[], object],
        can: bool,
        keys: str | QKeySequence.StandardKey = "",
    ) -> None:
        action = QAction(text, self)
        action.triggered.connect(lambda _=False: done())
        action.setEnabled(can)
        if keys:
            action.setShortcut(QKeySequence(keys))
        self.addAction(action)
