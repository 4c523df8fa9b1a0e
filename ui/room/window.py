"""The room's window: an ordinary one, so that it can be shared in a meeting on the net."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from nvworkshop.workshop.content import RoomContent
from nvworkshop.workshop.coverage import Coverage
from ui.room.canvas import RoomCanvas
from ui.settings import Settings
from ui.theme.theme import Theme

_GEOMETRY = "room/geometry"
LEAST = (480, 270)
"""The smallest window."""

_SIZE = (1_280, 720)
_PLAIN = Qt.KeyboardModifier.NoModifier
_KEYS = {
    (Qt.Key.Key_F9, _PLAIN): "close_asked",
    (Qt.Key.Key_Escape, _PLAIN): "close_asked",
    (Qt.Key.Key_F9, Qt.KeyboardModifier.ShiftModifier): "freeze_asked",
    (Qt.Key.Key_F9, Qt.KeyboardModifier.ControlModifier): "blank_asked",
    (Qt.Key.Key_F11, _PLAIN): "full_asked",
}
_WRITING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Backspace)


class RoomWindow(QWidget):
    """Shows one picture; comes without taking the keys from the one who writes."""

    close_asked = Signal()
    freeze_asked = Signal()
    blank_asked = Signal()
    full_asked = Signal()
    left = Signal()  # the picture was pressed: the keys belong to the one who writes
    typed = Signal(QKeyEvent)  # a key that is not about this window, to be heard at once

    def __init__(self, theme: Theme, settings: Settings) -> None:
        """Make the window; `RoomScreens` shows it where it belongs."""
        super().__init__(None, Qt.WindowType.Window)
        self._theme, self._settings = theme, settings
        self.setWindowTitle(self.tr("Rumsvy – NV Workshop"))
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setMinimumSize(*LEAST)
        self.setAccessibleName(self.tr("Rumsvy"))
        self.canvas = RoomCanvas(theme, self)
        self.map: QWidget | None = None
        self._frozen = False
        self._later: RoomContent | None = None
        self._later_clock: tuple[int | None, str] | None = None
        geometry = settings.get(_GEOMETRY, QByteArray())
        if geometry.isEmpty() or not self.restoreGeometry(geometry):
            self.resize(*_SIZE)

    def show_content(self, content: RoomContent) -> None:
        """Show a picture; while the room is frozen, keep it for later."""
        if self._frozen:
            self._later = content
            return
        self.canvas.show_content(content)
        self.setAccessibleName(self.canvas.accessibleName())
        self.setAccessibleDescription(self.canvas.accessibleDescription())
        self._arrange_map()

    def show_clock(self, seconds_left: int | None, level: str) -> None:
        """Show the seconds left, negative when they are over; `level` is ok, soon or over."""
        if self._frozen:
            self._later_clock = (seconds_left, level)
            return
        self.canvas.show_clock(seconds_left, level)

    def set_frozen(self, frozen: bool) -> None:
        """Keep the picture as it is, or go on with the latest."""
        self._frozen = frozen
        later, self._later = self._later, None
        clock, self._later_clock = self._later_clock, None
        if not frozen and later is not None:
            self.show_content(later)
        if not frozen and clock is not None:
            self.show_clock(*clock)

    def set_blank(self, blank: bool) -> None:
        """Show nothing at all on a dark ground, or the picture again."""
        self.canvas.set_blank(blank)
        self._arrange_map()

    def _arrange_map(self) -> None:
        """Let the map stand in its place when it is what is shown, and only then."""
        content = self.canvas.content
        if content is None or content.silent or not isinstance(content.body, Coverage):
            if self.map is not None:
                self.map.hide()
            return
        from ui.coverage.room_map import CoverageMap  # when the group comes to the check

        if not isinstance(self.map, CoverageMap):
            self.map = CoverageMap(self._theme, self)
            self.map.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.map.show_coverage(content.body, self.canvas.type.least)
        self.map.setGeometry(self.canvas.body_room().toRect())
        self.map.setVisible(not self.canvas.blank)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the picture fill the window."""
        super().resizeEvent(event)
        self.canvas.setGeometry(self.rect())
        self._arrange_map()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ask for what the few keys of this window are for; pass what is typed on."""
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        asked = _KEYS.get((Qt.Key(event.key()), modifiers))
        if asked is not None:
            getattr(self, asked).emit()
        elif event.text().isprintable() or event.key() in _WRITING:
            self.typed.emit(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Do nothing but let the keys go back to the one who writes."""
        self.left.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember where it was; the cross of the window asks as its key does."""
        if not self.isFullScreen():
            self._settings.put(_GEOMETRY, self.saveGeometry())
        super().closeEvent(event)
        if event.spontaneous():
            self.close_asked.emit()
