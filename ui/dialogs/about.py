"""About the program: versions, where things lie, and what it is built on."""

from __future__ import annotations

from pathlib import Path

import PySide6
from PySide6.QtCore import QTimer, QUrl, Slot, qVersion
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QWidget

from nvworkshop.session.about import Package, facts, folders, licences, packages
from ui.background import Worker
from ui.dialogs.frame import Dialog
from ui.theme.theme import Theme
from ui.widgets.labels import ElidedLabel, PlainLabel
from ui.widgets.order import put_in_order
from ui.widgets.style import set_role

_WIDTH = 600
_ICON = 48
_FONTS = "Phosphor Icons 1.3 · MIT"


class AboutDialog(Dialog):
    """What somebody who helps on the telephone asks for; all of it can be copied."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Show the versions; what takes time to find comes after."""
        super().__init__(theme, parent)
        self.set_heading(self.tr("Om NV Workshop"))
        self._openers: list[QPushButton] = []
        self._told: list[tuple[str, str]] = []
        self._build_head()
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme.px(16))
        self._grid.setVerticalSpacing(theme.px(4))
        self._grid.setColumnStretch(1, 1)
        self.body.addLayout(self._grid)
        self.body.addStretch(1)
        self.copy_button = self.add_button(self.tr("Kopiera allt"), left=True)
        self.copy_button.clicked.connect(self._on_copy)
        whole = licences()
        if whole is not None:
            self.add_button(self.tr("Alla licenser")).clicked.connect(lambda: _open(whole))
        self.add_close_button()
        self.set_least_width(_WIDTH)
        self._worker = Worker("about", self)
        self._worker.do(_found, self._on_found)

    @property
    def text(self) -> str:
        """All that is told, a line for each."""
        return "\n".join(f"{label}: {value}" for label, value in self._told)

    def _build_head(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(self.theme.px(16))
        side = self.theme.px(_ICON)
        picture = QLabel(self)
        picture.setPixmap(self.theme.app_icon().pixmap(side, side))
        said = PlainLabel(
            self.tr(
                "Ta fram länsdelens handlingsplan i rummet, slå samman planerna och följ upp. "
                "Allt sker på den här datorn. Inget internet behövs."
            ),
            self,
        )
        said.setWordWrap(True)
        row.addWidget(picture)
        row.addWidget(said, 1)
        self.body.addLayout(row)

    @Slot(object)
    def _on_found(
        self,
        found: tuple[list[tuple[str, str]], list[tuple[str, Path]], list[Package]],
    ) -> None:
        versions, places, built_on = found
        versions.insert(2, ("Qt", f"{qVersion()} (PySide6 {PySide6.__version__})"))
        for label, value in versions:
            self._add(label, value)
        for label, folder in places:
            self._add(label, str(folder), folder)
        for number, package in enumerate(built_on):
            label = self.tr("Bygger på") if number == 0 else ""
            self._add(label, f"{package.name} {package.version} · {package.licence}")
        self._add("", _FONTS)
        put_in_order(self.inside, *self._openers)
        QTimer.singleShot(0, self, self.fit)  # a layout counts new widgets once they are shown

    def _add(self, label: str, value: str, folder: Path | None = None) -> None:
        place = self._grid.rowCount()
        name = PlainLabel(label, self)
        set_role(name, "muted")
        said = ElidedLabel(value, self)
        said.setAccessibleName(f"{label} {value}")
        self._grid.addWidget(name, place, 0)
        self._grid.addWidget(said, place, 1, 1, 1 if folder else 2)
        if folder is not None:
            button = QPushButton(self.tr("Öppna mappen"), self)
            button.setAccessibleName(self.tr("Öppna mappen för {what}").format(what=label))
            button.setAutoDefault(False)
            button.setEnabled(folder.is_dir())
            set_role(button, "small-button")
            button.clicked.connect(lambda: _open(folder))
            self._grid.addWidget(button, place, 2)
            self._openers.append(button)
        self._told.append((label or self._told[-1][0], value))

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text)
        self.copy_button.setText(self.tr("Kopierat"))

    def done(self, result: int) -> None:
        """End the search for what is told, if it is not over."""
        self._worker.stop(1)
        super().done(result)


def _found() -> tuple[list[tuple[str, str]], list[tuple[str, Path]], list[Package]]:
    return facts(), folders(), packages()


def _open(folder: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
