"""A calendar to point at a day in; it comes up beneath the field and goes when a day is chosen."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QLocale, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCalendarWidget, QFrame, QVBoxLayout, QWidget

from ui.widgets.style import set_role


class CalendarPopup(QFrame):
    """One month at a time, weeks numbered and beginning on Mondays."""

    picked = Signal(object)  # date

    def __init__(self, parent: QWidget) -> None:
        """Build it; `open_at` shows it."""
        super().__init__(parent, Qt.WindowType.Popup)
        set_role(self, "popup")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._calendar = QCalendarWidget(self)
        self._calendar.setLocale(QLocale(QLocale.Language.Swedish, QLocale.Country.Sweden))
        self._calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self._calendar.setGridVisible(False)
        self._calendar.setAccessibleName(self.tr("Kalender"))
        self._calendar.activated.connect(self._on_activated)
        self._calendar.clicked.connect(self._on_activated)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(4, 4, 4, 4)
        lines.addWidget(self._calendar)

    def open_at(self, widget: QWidget, day: date) -> None:
        """Show the month of a day beneath a widget, or above it when there is no room."""
        self._calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        size = self.sizeHint()
        corner = widget.mapToGlobal(QPoint(0, widget.height()))
        screen = QGuiApplication.screenAt(corner) or widget.screen()
        room = screen.availableGeometry()
        if corner.y() + size.height() > room.bottom():
            corner = widget.mapToGlobal(QPoint(0, -size.height()))
        corner.setX(max(room.left(), min(corner.x(), room.right() - size.width())))
        self.move(corner)
        self.show()
        self._calendar.setFocus(Qt.FocusReason.PopupFocusReason)

    @Slot(QDate)
    def _on_activated(self, day: QDate) -> None:
        self.picked.emit(date(day.year(), day.month(), day.day()))
        self.close()
