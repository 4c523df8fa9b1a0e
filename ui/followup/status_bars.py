"""Bars beneath each other, each with its name and how much of it is ended."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from nvworkshop.followup.figures import Figures
from ui.followup.status_bar import StatusBar
from ui.followup.status_part import StatusPart
from ui.followup.words import percent_word
from ui.theme.theme import Theme
from ui.widgets.labels import PlainLabel
from ui.widgets.style import set_role

Named = tuple[str, Figures]


class StatusBars(QWidget):
    """Arrows go from part to part; Tab stops once, at the part last gone to."""

    rows_asked = Signal(object)  # Among

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._theme = theme
        self.bars: list[StatusBar] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(1, 1)

    def show_groups(self, groups: Sequence[Named]) -> None:
        """Show a bar for each; the keys stay in the bars if they were there."""
        here = self._place_of_keys()
        self._clear()
        self._grid.setHorizontalSpacing(self._theme.px(10))
        self._grid.setVerticalSpacing(self._theme.px(8))
        for row, (name, figures) in enumerate(groups):
            self._add(row, name, figures)
        self._connect()
        if here is not None and self.bars:
            self._step(min(here[0], len(self.bars) - 1), here[1], nearest=True)

    def _add(self, row: int, name: str, figures: Figures) -> None:
        label = PlainLabel(name, self)
        bar = StatusBar(name, figures, self._theme, self)
        said = self.tr("{percent} klara eller avslutade").format(
            percent=percent_word(figures.percent_ended)
        )
        share = PlainLabel(said, self)
        share.setWordWrap(True)
        set_role(share, "small")
        for column, part in enumerate((label, bar, share)):
            self._grid.addWidget(part, row, column, Qt.AlignmentFlag.AlignVCenter)
            part.show()
        self.bars.append(bar)

    def _clear(self) -> None:
        self.bars = []
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _connect(self) -> None:
        for row, bar in enumerate(self.bars):
            for place, part in enumerate(bar.parts):
                _stop_at(part, here=row == place == 0)
                part.asked.connect(self.rows_asked)
                part.stepped.connect(
                    lambda dx, dy, r=row, p=place: self._step(r + dy, p + dx, nearest=bool(dy))
                )

    @property
    def parts(self) -> list[StatusPart]:
        """Every part, bar by bar."""
        return [part for bar in self.bars for part in bar.parts]

    def focus_bars(self) -> None:
        """Put the keys in the part that Tab stops at."""
        stops = [one for one in self.parts if one.focusPolicy() == Qt.FocusPolicy.StrongFocus]
        if stops:
            stops[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _place_of_keys(self) -> tuple[int, int] | None:
        for row, bar in enumerate(self.bars):
            for place, part in enumerate(bar.parts):
                if part.hasFocus():
                    return row, place
        return None

    def _step(self, row: int, place: int, *, nearest: bool) -> None:
        """Put the keys in a part, which Tab then comes back to; nowhere if it isn't there."""
        if not 0 <= row < len(self.bars):
            return
        parts = self.bars[row].parts
        if nearest:
            place = min(place, len(parts) - 1)
        if 0 <= place < len(parts):
            for one in self.parts:
                _stop_at(one, here=one is parts[place])
            parts[place].setFocus(Qt.FocusReason.TabFocusReason)


def _stop_at(part: StatusPart, *, here: bool) -> None:
    part.setFocusPolicy(Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.ClickFocus)
