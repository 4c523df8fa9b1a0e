"""The places of one open plan, one shown at a time; each page is made when it is first shown."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QApplication, QWidget

from ui.widgets.place_page import PlacePage
from ui.widgets.stack import QuietStack
from ui.window.places import name_of

Makers = Mapping[str, Callable[[], PlacePage]]


class PlaceStack(QuietStack):
    """Knows the pages by the ids of their places."""

    place_shown = Signal(str)

    def __init__(self, makers: Makers, first: str, parent: QWidget | None = None) -> None:
        """Make and show the first; `makers` make the pages of all."""
        super().__init__(parent)
        self._makers = makers
        self._pages: dict[str, PlacePage] = {}
        self.place = first
        self.setCurrentWidget(self.page(first))

    def page(self, place: str) -> PlacePage:
        """Return the page of a place."""
        if place not in self._pages:
            self._pages[place] = made = self._makers[place]()
            made.setAccessibleName(QCoreApplication.translate("Actions", name_of(place)))
            self.addWidget(made)
        return self._pages[place]

    @property
    def made(self) -> Iterator[PlacePage]:
        """The pages there are so far."""
        return iter(self._pages.values())

    @property
    def shown(self) -> PlacePage:
        """The page that is shown."""
        return self._pages[self.place]

    def show_place(self, place: str) -> None:
        """Show a place, if there is one of that name; what is typed in the other is kept."""
        if place == self.place or place not in self._makers:
            return
        self.shown.keep()
        page = self.page(place)
        self.place = place
        self.setCurrentWidget(page)
        self.place_shown.emit(place)

    def next_part(self) -> bool:
        """Put the keys in the next part of the place; False after the last."""
        parts = self.shown.parts()
        focused = QApplication.focusWidget()
        here = [n for n, (part, _) in enumerate(parts) if _holds(part, focused)]
        following = here[-1] + 1 if here else 0
        if following == len(parts):
            return False
        parts[following][1]()
        return True


def _holds(part: QWidget, focused: QWidget | None) -> bool:
    return focused is not None and (part is focused or part.isAncestorOf(focused))
