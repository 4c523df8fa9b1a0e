"""How one indicator stands: its picture, what its areas have together, and who points at it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from nvworkshop.followup.totals import Together
from nvworkshop.model.text import shorten
from nvworkshop.session.indicators import LINES, Detail
from ui.desk import Desk
from ui.editor.showing import show_if
from ui.indicators.picture_view import PictureView
from ui.indicators.series_table import SeriesTable
from ui.indicators.words import together_lines
from ui.theme.theme import Theme
from ui.widgets.labels import WrappedLabel
from ui.widgets.style import set_role

_TITLE = 90


class StandingView(QScrollArea):
    """Only read: the values are written in a tab of their own."""

    action_asked = Signal(str)
    part_asked = Signal(str)  # an indicator that is to stand for itself again

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._desk, self._theme = desk, theme
        inside = QWidget()
        self.lines = QVBoxLayout(inside)
        self.lines.setContentsMargins(0, 0, theme.px(12), 0)
        self.lines.setSpacing(theme.px(8))
        self.picture = PictureView(theme, inside)
        self.figures = SeriesTable(theme, inside)
        self.few = WrappedLabel(
            self.tr("* Få bakom siffran: den kan röra sig av en slump."), inside
        )
        set_role(self.few, "small")
        self.more = WrappedLabel("", inside)
        set_role(self.more, "small")
        for part in (self.picture, self.more, self.figures, self.few):
            self.lines.addWidget(part)
        self._more = QVBoxLayout()
        self._more.setSpacing(theme.px(4))
        self.lines.addLayout(self._more)
        self.lines.addStretch(1)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Läget för indikatorn"))
        self.setWidget(inside)

    def show_detail(self, detail: Detail | None) -> None:
        """Show an indicator."""
        self._clear()
        show_if(self.few, detail is not None and detail.has_few)
        drawn = len(detail.drawn) if detail else 0
        text = self.tr("Bilden visar {most} av {n} serier. Tabellen har alla.")
        self.more.setText(text.format(most=LINES, n=len(detail.series) if detail else 0))
        show_if(self.more, drawn > LINES)
        if detail is None:
            self.picture.show_picture(None)
            self.figures.hide()
            return
        self.picture.show_picture(partial(_drawn, detail) if detail.series else None)
        self.figures.show_series(detail)
        self._show_totals(detail)
        self._show_actions(detail)
        self._show_same(detail)

    def _clear(self) -> None:
        while (item := self._more.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _show_totals(self, detail: Detail) -> None:
        totals: Sequence[Together] = detail.listed.judged.totals
        if totals:
            self._head(self.tr("Tillsammans"))
        for one in totals:
            for text in together_lines(one, detail, several=len(totals) > 1):
                self._say(text)

    def _show_same(self, detail: Detail) -> None:
        if not detail.listed.same:
            return
        self._head(self.tr("Samma indikator"))
        for entity, name in detail.listed.same:
            text = self.tr("Skilj ut {name}").format(name=name)
            button = self._link(text)
            button.clicked.connect(partial(self.part_asked.emit, entity))
            button.setEnabled(not self._desk.read_only)

    def _show_actions(self, detail: Detail) -> None:
        self._head(self.tr("Åtgärder som mäts med den"))
        if not detail.actions:
            self._say(self.tr("Ingen åtgärd har valt indikatorn."))
        for one in detail.actions:
            where = f"  ({one.where})" if one.where else ""
            button = self._link(f"{shorten(one.title, _TITLE)}{where}")
            button.setToolTip(self.tr("Visa åtgärden i handlingsplanen"))
            button.clicked.connect(partial(self.action_asked.emit, one.id))

    def _head(self, text: str) -> None:
        label = WrappedLabel(text, self.widget())
        set_role(label, "field-label")
        self._more.addSpacing(self._theme.px(6))
        self._more.addWidget(label)

    def _say(self, text: str) -> None:
        self._more.addWidget(WrappedLabel(text, self.widget()))

    def _link(self, text: str) -> QPushButton:
        button = QPushButton(text.replace("&", "&&"), self.widget())
        set_role(button, "quiet")
        button.setIcon(self._theme.icon("arrow_right", "primary"))
        self._more.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return button


def _drawn(detail: Detail, scheme: str) -> tuple[bytes, str]:
    """Draw in any thread; return the picture and what it shows in words."""
    picture = detail.picture()
    return picture.png(scheme), f"{picture.title}. {picture.said}"
