"""Opens the help where one stands; its window is made when it is first asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from ui.help.where import page_here
from ui.settings import Settings
from ui.theme.theme import Theme

if TYPE_CHECKING:
    from ui.help.window import HelpWindow


class HelpOpener(QObject):
    """One window of help for the program's window, and gone with it."""

    def __init__(self, owner: QWidget, theme: Theme, settings: Settings) -> None:
        """Remember what the window will need."""
        super().__init__(owner)
        self._owner = owner
        self._theme = theme
        self._settings = settings
        self.window: HelpWindow | None = None

    def open_here(self, shown: QWidget | None) -> None:
        """Open the page of where the keys are, or of what is shown."""
        self.open_page(page_here(shown))

    @Slot()
    def open_keys(self) -> None:
        """Open the page of all keys."""
        from ui.help.pages import KEYS  # not needed to show the window

        self.open_page(KEYS)

    @Slot(str)
    def open_page(self, page: str) -> None:
        """Open a page by its id."""
        if self.window is None:
            from ui.help.window import HelpWindow  # reads Markdown, which takes time to load

            self.window = HelpWindow(self._theme, self._settings)
            self._owner.destroyed.connect(self.window.deleteLater)
        self.window.open_page(page)

    def end(self) -> None:
        """Close the window of help."""
        if self.window is not None:
            self.window.close()
            self.window.deleteLater()
            self.window = None
        self.deleteLater()
