"""Making reports to look at: taken in the plan's thread, made in threads of their own."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from nvworkshop.errors import PlanError
from nvworkshop.model.documents import Drawn
from nvworkshop.session.reporting import LONGEST, Asked, Preview, Report, take
from nvworkshop.session.view import PlanView
from ui.background import Worker
from ui.desk import Desk
from ui.editor.asking import while_there
from ui.theme.theme import Theme


class Making(QObject):
    """Answers the last that was asked; what was asked before it is dropped.

    Pictures are drawn in the window's colours, and again when those change.
    """

    made = Signal(object)  # Preview
    drawn = Signal(str, bytes)  # address, PNG
    failed = Signal(object)  # PlanError

    def __init__(self, desk: Desk, theme: Theme, parent: QObject | None = None) -> None:
        """Make previews of the plan of a desk."""
        super().__init__(parent)
        self._desk, self._theme = desk, theme
        self._preview: Preview | None = None
        self._scheme = theme.scheme
        theme.changed.connect(self._on_theme_changed)
        self._worker = Worker("preview", self)
        self._drawer = Worker("pictures", self)
        self._number = 0

    def ask(self, asked: Asked, longest: int = LONGEST) -> None:
        """Make a preview; `made` or `failed` follows, unless something else is asked first."""
        self.drop()
        number = self._number
        self._desk.ask(
            partial(_taken, asked),
            while_there(self, partial(self._on_taken, number, longest)),
            while_there(self, partial(self._on_failed, number)),
        )

    def drop(self) -> None:
        """Let what was asked be: no answer follows."""
        self._number += 1
        self._preview = None

    def close(self) -> None:
        """End the threads."""
        self.drop()
        self._worker.stop(0)
        self._drawer.stop(0)

    def _on_taken(self, number: int, longest: int, report: Report) -> None:
        if number == self._number:
            self._worker.do(
                partial(report.preview, longest),
                while_there(self, partial(self._on_made, number)),
                while_there(self, partial(self._on_failed, number)),
            )

    def _on_made(self, number: int, preview: Preview) -> None:
        if number == self._number:
            self._preview, self._scheme = preview, self._theme.scheme
            self.made.emit(preview)
            self._draw(number, list(preview.pictures.items()))

    @Slot()
    def _on_theme_changed(self) -> None:
        """Draw the pictures anew in other colours; those that are on their way are dropped."""
        if self._preview is not None and self._scheme != self._theme.scheme:
            self._number += 1
            self._scheme = self._theme.scheme
            self._draw(self._number, list(self._preview.pictures.items()))

    def _draw(self, number: int, left: list[tuple[str, Drawn]]) -> None:
        """Draw the pictures one by one, while nothing else is asked for."""
        if left and number == self._number:
            (address, picture), *others = left
            self._drawer.do(
                partial(picture.png, self._scheme),
                while_there(self, partial(self._on_drawn, number, address, others)),
                while_there(self, partial(self._on_failed, number)),
            )

    def _on_drawn(
        self, number: int, address: str, left: list[tuple[str, Drawn]], png: bytes
    ) -> None:
        if number == self._number:
            self.drawn.emit(address, png)
            self._draw(number, left)

    def _on_failed(self, number: int, error: PlanError) -> None:
        if number == self._number:
            self.failed.emit(error)


def _taken(asked: Asked, view: PlanView) -> Report:
    return take(view, asked)
