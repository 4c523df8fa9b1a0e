"""The room's window: an ordinary one, so that it can be shared in a meeting on the net."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from nvworkshop.workshop.content import RoomContent
from nvworkshop.workshop.coverage import Coverage
from ui.room.canvas import RoomCanvas
from ui.settings import Settings
from ui.theme.theme import Theme

_GEOMETRY = "room/geometry"
_SIZE = (1_280, 720)
_KEYS = {
    (Qt.Key.Key_F9, Qt.KeyboardModifier.NoModifier): "close",
    (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier): "close",
    (Qt.Key.Key_F9, Qt.KeyboardModifier.ShiftModifier): "freeze",
    (Qt.Key.Key_F9, Qt.KeyboardModifier.ControlModifier): "blank",
    (Qt.Key.Key_F11, Qt.KeyboardModifier.NoModifier): "full",
}


class RoomWindow(QWidget):
    """Shows one picture; comes without taking the keys from the one who writes."""

    close_asked = Signal()
    freeze_asked = Signal()
    blank_asked = Signal()
    full_asked = Signal()

    def __init__(self, theme: Theme, settings: Settings) -> None:
        """Make the window; `RoomScreens` shows it where it belongs."""
        super().__init__(None, Qt.WindowType.Window)
        self._theme, self._settings = theme, settings
        self.setWindowTitle(self.tr("Rumsvy – NV Workshop"))
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setAccessibleName(self.tr("Rumsvy"))
        self.canvas = RoomCanvas(theme, self)
        self.map: QWidget | None = None
        self._frozen = False
        self._waiting: RoomContent | None = None
        geometry = settings.get(_GEOMETRY, QByteArray())
        if geometry.isEmpty() or not self.restoreGeometry(geometry):
            self.resize(*_SIZE)

    def show_content(self, content: RoomContent) -> None:
        """Show a picture; while the room is frozen, keep it for later."""
        if self._frozen:
            self._waiting = content
            return
        self.canvas.show_content(content)
        self._show_map(content)

    def show_clock(self, seconds: int | None, level: str) -> None:
        """Show what is left of the time: "ok", "soon" or "over"."""
        if not self._frozen:
            self.canvas.show_clock(seconds, level)

    def set_frozen(self, frozen: bool) -> None:
        """Keep the picture as it is, or go on with the latest."""
        self._frozen = frozen
        waiting, self._waiting = self._waiting, None
        if not frozen and waiting is not None:
            self.show_content(waiting)

    def set_blank(self, blank: bool) -> None:
        """Show nothing at all, or the picture again."""
        self.canvas.blank = blank
        self.canvas.update()
        if self.map is not None:
            shows = self.canvas.content is not None and _is_map(self.canvas.content)
            self.map.setVisible(shows and not blank)

    def _show_map(self, content: RoomContent) -> None:
        if not _is_map(content):
            if self.map is not None:
                self.map.hide()
            return
        from ui.coverage.room_map import CoverageMap  # when the group comes to the check

        if not isinstance(self.map, CoverageMap):
            self.map = CoverageMap(self._theme, self)
            self.map.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        if isinstance(content.body, Coverage):
            self.map.show_coverage(content.body)
        self.map.setGeometry(self.canvas.body_room().toRect())
        self.map.setVisible(not self.canvas.blank)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the picture fill the window."""
        super().resizeEvent(event)
        self.canvas.setGeometry(self.rect())
        if self.map is not None:
            self.map.setGeometry(self.canvas.body_room().toRect())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pass on the few keys that are about the room's window."""
        what = _KEYS.get((Qt.Key(event.key()), event.modifiers()))
        asked = {
            "close": self.close_asked,
            "freeze": self.freeze_asked,
            "blank": self.blank_asked,
            "full": self.full_asked,
        }
        if what is not None:
            asked[what].emit()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember where it was; the cross is a way to close it too."""
        if not self.isFullScreen():
            self._settings.put(_GEOMETRY, self.saveGeometry())
        super().closeEvent(event)
        self.close_asked.emit()


def _is_map(content: RoomContent) -> bool:
    return isinstance(content.body, Coverage) and not content.silent
