"""What was planned of an action, and what was told the last time, as lines to read."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from nvworkshop.language import in_source
from ui.theme.theme import Theme
from ui.widgets.labels import PlainLabel
from ui.widgets.style import set_role

_LABEL = 96


class Recalled(QFrame):
    """A card: the name of each thing to the left, the text to the right."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        """Start empty."""
        super().__init__(parent)
        set_role(self, "card")
        self._theme = theme
        self._shown: tuple[tuple[str, str], ...] = ()
        self.texts: list[PlainLabel] = []
        self._grid = QGridLayout(self)
        px = theme.px
        self._grid.setContentsMargins(px(12), px(8), px(12), px(8))
        self._grid.setHorizontalSpacing(px(12))
        self._grid.setVerticalSpacing(px(3))
        self._grid.setColumnMinimumWidth(0, px(_LABEL))
        self._grid.setColumnStretch(1, 1)

    def show_lines(self, lines: Sequence[tuple[str, str]], late: str = "") -> None:
        """Show labels with texts; `late` stands after the line that says when."""
        shown = tuple(
            (name, f"{text} · {late}" if _is_late(name, late) else text) for name, text in lines
        )
        if shown == self._shown:
            return
        self._shown = shown
        while (item := self._grid.takeAt(0)) is not None:
            if (part := item.widget()) is not None:
                part.hide()
                part.deleteLater()
        self.texts = []
        for row, (name, text) in enumerate(shown):
            label, said = PlainLabel(name, self), PlainLabel(text, self)
            set_role(label, "small")
            set_role(said, "warning" if _is_late(name, late) else "")
            said.setWordWrap(True)
            self._grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(said, row, 1)
            for part in (label, said):
                part.show()
            self.texts.append(said)


def _is_late(name: str, late: str) -> bool:
    return bool(late) and in_source(name) == "Klart"
