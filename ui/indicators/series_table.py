"""The figures behind the picture: a row for each day, a column for each series."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from nvworkshop.followup.judging import number_text
from nvworkshop.session.indicators import Detail
from ui.theme.theme import Theme
from ui.widgets.labels import plain_tooltip
from ui.widgets.style import set_role

_ROWS = 6
_NUMBER = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class SeriesTable(QTableWidget):
    """The latest day first; where nobody has measured there is a dash, never a nought."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._theme = theme
        set_role(self, "bare")
        self.setAccessibleName(self.tr("Siffrorna i bilden"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setStyleSheet(f"QTableWidget::item {{ padding: 0 {theme.px(7)}px; }}")

    def show_series(self, detail: Detail) -> None:
        """Show the values of every series."""
        days = sorted({p.date for _, one in detail.series for p in one.points}, reverse=True)
        self.setVisible(bool(days))
        names = [self.tr(name) for name, _ in detail.series]
        self.setColumnCount(1 + len(names))
        self.setHorizontalHeaderLabels([self.tr("Datum"), *names])
        self.setRowCount(len(days))
        for row, day in enumerate(days):
            self.setItem(row, 0, QTableWidgetItem(day))
        for column, (_, one) in enumerate(detail.series, start=1):
            points = {point.date: point for point in one.points}
            head = self.horizontalHeaderItem(column)
            if head is not None:
                head.setTextAlignment(_NUMBER)
            for row, day in enumerate(days):
                point = points.get(day)
                text = "–" if point is None else number_text(point.value)
                item = QTableWidgetItem(f"{text} *" if point and point.few else text)
                item.setTextAlignment(_NUMBER)
                said = self.tr("Ingen har mätt") if point is None else self._said(point.few)
                item.setToolTip(plain_tooltip(said))
                self.setItem(row, column, item)
        self._fit(len(days))

    def _said(self, few: bool) -> str:
        return self.tr("Få bakom siffran: den kan röra sig av en slump.") if few else ""

    def _fit(self, rows: int) -> None:
        height = self.verticalHeader().defaultSectionSize() * min(rows, _ROWS)
        self.setFixedHeight(
            height + self.horizontalHeader().sizeHint().height() + self._theme.px(6)
        )
