"""Asking where a file is or shall be: the system's own dialogs, in one place."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDir, QMimeData, QStandardPaths

from nvworkshop.model.text import safe_name
from ui.settings import Settings
from ui.words import tr

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_FOLDER = "files/folder"
SUFFIX = ".nvplan"
LISTS = (".xlsx", ".xlsm", ".csv", ".tsv", ".txt")
"""What the lists end with that are worth trying to take in."""

OPENED = f"{SUFFIX} *.age"
"""What can be opened: a plan file, or a copy with a password."""

PDF = (".pdf", "PDF")
"""What a document's file ends with, and what its kind is called."""


class Choosing:
    """Opens file dialogs in the folder used last."""

    def __init__(self, settings: Settings) -> None:
        """Remember the settings that hold the folder."""
        self._settings = settings

    def plan_to_open(self, parent: QWidget) -> Path | None:
        """Ask which plan file to open; None when the person changed their mind."""
        from PySide6.QtWidgets import QFileDialog  # when it is used

        found, _ = QFileDialog.getOpenFileName(
            parent, tr("Öppna plan"), str(self.folder), _filter(OPENED, tr("Planfiler"))
        )
        return self._remembered(found)

    def plans_to_merge(self, parent: QWidget) -> list[Path]:
        """Ask which plan files to merge; none when the person changed their mind."""
        from PySide6.QtWidgets import QFileDialog

        found, _ = QFileDialog.getOpenFileNames(
            parent, tr("Slå samman planer"), str(self.folder), _filter(SUFFIX, tr("Planfiler"))
        )
        if found:
            self._remembered(found[0])
        return [Path(one) for one in found]

    def folder_to_merge(self, parent: QWidget) -> Path | None:
        """Ask which folder of plan files to merge; None when the person changed their mind."""
        return self._asked_folder(parent, tr("Slå samman alla planer i en mapp"))

    def list_to_take_in(self, parent: QWidget) -> Path | None:
        """Ask which list of actions to take in; None when the person changed their mind."""
        from PySide6.QtWidgets import QFileDialog

        kinds = f"{tr('Excel och CSV')} ({' '.join(f'*{one}' for one in LISTS)})"
        found, _ = QFileDialog.getOpenFileName(
            parent,
            tr("Hämta in från Excel"),
            str(self.folder),
            f"{kinds};;{tr('Alla filer')} (*)",
        )
        return self._remembered(found)

    def place_to_save(
        self, parent: QWidget, title: str, name: str, folder: Path | None = None
    ) -> Path | None:
        """Ask where to write a plan file; the suffix is added when it is left out.

        It begins in `folder` when that is there, else in the folder used last.
        """
        from PySide6.QtWidgets import QFileDialog

        begin = folder if folder is not None and folder.is_dir() else self.folder
        start = str(begin / f"{safe_name(name)}{SUFFIX}")
        found, _ = QFileDialog.getSaveFileName(
            parent,
            title,
            start,
            _filter(SUFFIX, tr("Planfiler")),
            options=QFileDialog.Option.DontConfirmOverwrite,  # a plan file is never written over
        )
        if found and not found.casefold().endswith(SUFFIX):
            found += SUFFIX
        return self._remembered(found)

    def folder_to_save(self, parent: QWidget, title: str) -> Path | None:
        """Ask in which folder to put documents; None when the person changed their mind."""
        return self._asked_folder(parent, title)

    def place_for(
        self, parent: QWidget, title: str, name: str, kind: tuple[str, str]
    ) -> Path | None:
        """Ask where to write a document; the dialog asks before one is written over."""
        from PySide6.QtWidgets import QFileDialog

        suffix, label = kind
        start = str(self.folder / f"{safe_name(name)}{suffix}")
        found, _ = QFileDialog.getSaveFileName(parent, title, start, _filter(suffix, label))
        if found and not found.casefold().endswith(suffix):
            found += suffix
        return self._remembered(found)

    @property
    def folder(self) -> Path:
        """The folder used last, or the documents folder."""
        last = Path(self._settings.get(_FOLDER, ""))
        if str(last) != "." and last.is_dir():
            return last
        documents = QStandardPaths.writableLocation(
            QStandardPaths.StandardLocation.DocumentsLocation
        )
        return Path(documents) if QDir(documents).exists() else Path.home()

    def _asked_folder(self, parent: QWidget, title: str) -> Path | None:
        from PySide6.QtWidgets import QFileDialog

        found = QFileDialog.getExistingDirectory(parent, title, str(self.folder))
        if found:
            self._settings.put(_FOLDER, found)
        return Path(found) if found else None

    def _remembered(self, found: str) -> Path | None:
        if not found:
            return None
        self._settings.put(_FOLDER, str(Path(found).parent))
        return Path(found)


def dropped_files(data: QMimeData) -> list[Path]:
    """Return the files and folders of this computer that are dragged."""
    return [Path(one.toLocalFile()) for one in data.urls() if one.isLocalFile()]


def dropped_list(data: QMimeData) -> Path | None:
    """Return the one file that is dragged, if it is a list that can be taken in."""
    files = dropped_files(data)
    fits = len(files) == 1 and files[0].suffix.casefold() in LISTS
    return files[0] if fits else None


def _filter(suffix: str, label: str) -> str:
    return f"{label} (*{suffix});;{tr('Alla filer')} (*)"
