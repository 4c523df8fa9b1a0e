"""The buttons beneath a report: save in a format, save everyone's, print."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QWidget

from nvworkshop.session.reporting import Offer
from ui.reports.words import FORMATS, all_word, format_text
from ui.theme.theme import Theme
from ui.widgets.flow_box import FlowBox
from ui.widgets.style import set_mark, set_role


class FormatButton(QPushButton):
    """Its menu has the formats of the report that is shown."""

    chosen = Signal(str)  # a suffix

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        """Offer nothing yet."""
        super().__init__(text, parent)
        self.formats = QMenu(self)
        self.setMenu(self.formats)
        set_mark(self, "menu", "true")

    def offer(self, suffixes: Sequence[str]) -> None:
        """Offer formats, in the order people ask for them."""
        self.formats.clear()
        for suffix in (one for one in FORMATS if one in suffixes):
            action = QAction(f"&{format_text(suffix)}", self.formats)
            action.setData(suffix)
            action.triggered.connect(partial(self._on_chosen, suffix))
            self.formats.addAction(action)

    def _on_chosen(self, suffix: str, _checked: bool = False) -> None:
        self.chosen.emit(suffix)


class SaveBar(FlowBox):
    """Nothing here can be pressed while there is nothing to save."""

    save_asked = Signal(str)  # a suffix
    all_asked = Signal(str)  # a suffix
    print_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Lay out the buttons."""
        super().__init__(theme.px(8), parent)
        self._left: QWidget | None = None
        self._went: QWidget | None = None
        self.save = FormatButton(self.tr("&Spara som…"), self)
        set_role(self.save, "primary")
        self.all = FormatButton("", self)
        set_role(self.all, "secondary")
        self.print = QPushButton(self.tr("Skriv &ut…"), self)
        self.print.setToolTip(self.tr("Skriv ut… (Ctrl+P)"))
        set_role(self.print, "secondary")
        self.save.chosen.connect(self.save_asked)
        self.all.chosen.connect(self.all_asked)
        self.print.clicked.connect(self.print_asked)
        self.set_parts([self.save, self.print])

    def show_offer(self, offer: Offer) -> None:
        """Offer what a report can be saved as."""
        word = all_word(offer.subject)
        self.all.setText(word)
        self.all.setVisible(bool(word))
        for button in (self.save, self.all):
            button.offer(offer.formats)
        self.set_parts([self.save, *([self.all] if word else []), self.print])

    def let_save(self, usable: bool) -> None:
        """Let the buttons be pressed, or not; the keys come back to the one they were on."""
        buttons = (self.save, self.all, self.print)
        left = next((one for one in buttons if one.hasFocus()), None)
        for button in buttons:
            button.setEnabled(usable)
        if usable and self._left is not None and QApplication.focusWidget() is self._went:
            self._left.setFocus(Qt.FocusReason.OtherFocusReason)
        if usable or left is not None:
            self._left, self._went = (None if usable else left), QApplication.focusWidget()
