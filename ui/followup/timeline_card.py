"""The card of the timeline: a row an action, to go through and open."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QWidget

from nvworkshop.session.standing import Standings
from ui.followup.card import Card
from ui.followup.card_view import CardView
from ui.followup.legend import Legend, Meaning
from ui.followup.time_scale import scale_of
from ui.followup.timeline_delegate import PATTERNS, SHIFT_TOKENS, TimeHeader, TimelineDelegate
from ui.followup.timeline_model import Column, TimelineModel
from ui.theme.theme import Theme
from ui.widgets.labels import PlainLabel
from ui.widgets.style import set_role

_ROW, _MOST = 28, 14
_NAME, _STATE, _TIME = 460, 110, 260
"""Design pixels, and most rows seen at a time."""

_DRAWN = (Column.TIME,)
_READ = (Column.BEGINS, Column.ENDS, Column.MILESTONES)


class TimelineView(CardView):
    """A row an action."""

    row_high, most, wide = _ROW, _MOST, 400

    opened = Signal(str)  # an action

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(theme, parent)
        self.lines = TimelineModel(self)
        self.drawing = TimelineDelegate(self.lines, theme, self)
        self.setModel(self.lines)
        self.setItemDelegate(self.drawing)
        self.setHorizontalHeader(TimeHeader(self.drawing, theme, self))
        self.setAccessibleName(self.tr("Tidslinje. Retur öppnar åtgärden."))
        self.show_as(table=False)
        self._size()

    def show_standings(self, of: Standings) -> None:
        """Show the rows, with the keys in the same one."""
        row = self.currentIndex().row()
        key = self.lines.bars[row].id if 0 <= row < len(self.lines.bars) else ""
        self.drawing.scale = scale_of(of.bars, of.today)
        self.lines.show_bars(of.bars, of.today)
        place = next((n for n, bar in enumerate(of.bars) if bar.id == key), 0)
        if of.bars and key:
            self.setCurrentIndex(self.lines.index(place, Column.NAME))
        self._share()
        self.updateGeometry()

    def show_as(self, *, table: bool) -> None:
        """Show the time drawn, or to read."""
        for column in _DRAWN:
            self.setColumnHidden(column, table)
        for column in _READ:
            self.setColumnHidden(column, not table)
        self._share()

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(self.lines.bars[index.row()].id)

    def _share(self) -> None:
        """Give the names a third, the statuses what they need, and the time what is left."""
        px, room = self._theme.px, self.viewport().width()
        name = min(px(_NAME), max(px(160), room // 3))
        state = self._width_of_states()
        left = room - name - state
        self.setColumnWidth(Column.NAME, name)
        self.setColumnWidth(Column.STATE, state)
        self.setColumnWidth(Column.TIME, max(px(_TIME), left))
        for column in _READ:
            self.setColumnWidth(column, max(px(120), left // len(_READ)))

    def _width_of_states(self) -> int:
        """Return room for every status there is, in bold for those that are late."""
        bold = QFont(self.font())
        bold.setBold(True)
        states = {self.lines.state(bar) for bar in self.lines.bars}
        metrics = QFontMetrics(bold)
        widest = max((metrics.horizontalAdvance(one) for one in states), default=0)
        return max(self._theme.px(_STATE), widest + self._theme.px(20))


class TimelineCard(Card):
    """The heading with the view, and what its marks mean."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(self.tr("Tidslinje"), theme, parent)
        self.view = TimelineView(theme, self)
        self.legend = Legend(theme, self)
        self.about = PlainLabel("", self)
        self.about.setWordWrap(True)
        set_role(self.about, "small")
        for part in (self.view, self.legend, self.about):
            self.lines.addWidget(part)
        self.as_table.toggled.connect(self._turn)

    def show_standings(self, of: Standings, shifts: Sequence[tuple[str, str]]) -> None:
        """Show the rows; `shifts` are the ids and names of the strategy's, in order."""
        self.view.show_standings(of)
        used = {bar.shift for bar in of.bars}
        meanings = [
            Meaning(SHIFT_TOKENS[place % len(SHIFT_TOKENS)], PATTERNS[place % len(PATTERNS)], name)
            for place, (_, name) in enumerate(shifts)
            if place in used
        ]
        self._show_about(sum(len(bar.undated) for bar in of.bars))
        without = [Meaning("muted", "---", self.tr("Utan riktning"))] if -1 in used else []
        self.legend.show_meanings([*meanings, *without])

    def _show_about(self, undated: int) -> None:
        """Say what the signs mean, and that some milestones have no day to stand on."""
        said = self.tr("Smal linje: ungefärlig tid, som ”våren 2027”. Pil: utan slut. ◇ delmål.")
        more = self.tr("{n} delmål utan datum: se tabellen.").format(n=undated)
        self.about.setText(f"{said} {more}" if undated else said)

    def _turn(self, table: bool) -> None:
        self.view.show_as(table=table)
        self.legend.setVisible(not table)
        self.about.setVisible(not table)
