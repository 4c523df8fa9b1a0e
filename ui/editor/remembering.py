"""Tells the history of a field beneath its label, when it is asked for."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Slot

from ui.editor.asking import ask
from ui.editor.box import FieldBox
from ui.editor.edits import Put
from ui.editor.history import FieldHistory
from ui.editor.inputs.base import Around
from ui.editor.keeper import Key
from ui.editor.story import StoryLine, story_of


class Remembering(QObject):
    """Asks the plan what a field has held."""

    def __init__(self, around: Around, parent: QObject | None = None) -> None:
        """Tell nothing yet."""
        super().__init__(parent)
        self._around = around

    @Slot(object)
    def tell(self, box: FieldBox) -> None:
        """Ask for the history of a field, and show it on its box when the answer comes."""
        _, entity, field = box.key
        question = partial(story_of, entity=entity, field=field)
        ask(self._around.desk, box, question, partial(self._on_told, box, box.key))

    def _on_told(self, box: FieldBox, key: Key, told: list[StoryLine]) -> None:
        if box.key != key:
            return
        locked = box.locked or box.in_conflict
        panel = FieldHistory(told, self._around.theme, self._around.now(), box, locked=locked)
        panel.closed.connect(partial(self._close, box))
        panel.used.connect(lambda value: self._use(box, value))
        box.show_panel(panel, beneath=True)
        panel.close_button.setFocus()

    def _use(self, box: FieldBox, value: object) -> None:
        self._close(box)
        box.send(Put(value))

    def _close(self, box: FieldBox) -> None:
        box.show_panel(None)
        box.input.setFocus()
