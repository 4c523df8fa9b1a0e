"""Columns of a returned workbook that may be fields: a button each, to say that they are."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from nvworkshop.model.proposals import Ask
from nvworkshop.model.text import shorten
from nvworkshop.session.foreign import choices
from ui.editor.showing import show_if
from ui.theme.theme import Theme
from ui.widgets.flow_box import FlowBox
from ui.widgets.style import set_role

_SHOWN = 30


class AsksLine(FlowBox):
    """Not there when there is nothing to ask."""

    answered = Signal(object)  # headings and the fields they mean

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Ask nothing yet."""
        super().__init__(theme.px(8), parent)
        self._meant: dict[str, str] = {}
        self._labels = dict(choices())
        self.buttons: list[QPushButton] = []

    def begin_anew(self) -> None:
        """Forget the answers: there is another file."""
        self._meant = {}

    def show_asks(self, asks: Sequence[Ask]) -> None:
        """Show what there is to answer."""
        for button in self.buttons:
            button.deleteLater()
        self.buttons = [self._button(one) for one in asks]
        self.set_parts(self.buttons)
        show_if(self, bool(self.buttons))

    def _button(self, ask: Ask) -> QPushButton:
        text = self.tr("Läs kolumnen ”{column}” som {field}").format(
            column=shorten(ask.label, _SHOWN), field=self._labels.get(ask.field, ask.field)
        )
        button = QPushButton(text.replace("&", "&&"), self)
        button.setAccessibleName(text)
        set_role(button, "secondary")
        button.clicked.connect(partial(self._on_yes, ask))
        button.show()
        return button

    def _on_yes(self, ask: Ask) -> None:
        self._meant[ask.label] = ask.field
        self.answered.emit(dict(self._meant))
