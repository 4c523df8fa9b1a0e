"""Handing plans back to their länsdelar: where the files are to be, and what became of them."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from nvworkshop.session.handing_back import Handed, failed, hand_back, hand_back_all, name_for
from nvworkshop.session.overall import Home
from ui.editor.asking import while_there
from ui.window.choosing import Choosing

if TYPE_CHECKING:
    from ui.overall.page import OverallPage


class HandingBack(QObject):
    """Asks where the files are to be, and has them written away from the window."""

    def __init__(self, page: OverallPage, choosing: Choosing) -> None:
        """Hand back the plans of a page's plan."""
        super().__init__(page)
        self._page, self._choosing = page, choosing

    def hand_back(self, home: Home) -> None:
        """Write one länsdel's file."""
        desk = self._page.desk
        name = name_for(home, desk.surroundings.today().isoformat())
        title = self.tr("Återlämning till {where}").format(where=home.where)
        place = self._choosing.place_to_save(self._page, title, name, desk.place.parent)
        if place is not None:
            self._page.keep()
            done = while_there(self._page, lambda _: self._tell(home, place))
            desk.ask(lambda view: hand_back(view, place, county_part=home.id), done)

    def hand_back_all(self) -> None:
        """Write the files of all of them into one folder."""
        title = self.tr("Mapp för återlämningarna")
        folder = self._choosing.folder_to_save(self._page, title)
        if folder is not None:
            self._page.keep()
            done = while_there(self._page, partial(self._tell_all, folder))
            self._page.desk.ask(lambda view: hand_back_all(view, folder), done)

    def _tell(self, home: Home, place: Path) -> None:
        said = self.tr("Återlämningen till {where} är skriven: {file}.")
        more = self.tr("Länsdelen har {n} planer. Med är ”{title}”; de andra lämnas för sig.")
        parts = [said.format(where=home.where, file=place)]
        if home.plans > 1:
            parts.append(more.format(n=home.plans, title=home.title))
        self._page.told.emit(" ".join(parts))

    def _tell_all(self, folder: Path, several: list[Handed]) -> None:
        left = failed(several)
        said = self.tr("{n} av {all} återlämningar är skrivna i {folder}.").format(
            n=len(several) - len(left), all=len(several), folder=folder
        )
        reasons = [one.error.sentence for one in left if one.error]
        self._page.told.emit(" ".join((said, *reasons)))
