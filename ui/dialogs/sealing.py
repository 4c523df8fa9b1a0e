"""What the dialogs for copies with a password have in common: the work, said and stopped."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from ui.background import Worker
from ui.dialogs.frame import Dialog
from ui.editor.asking import while_there
from ui.widgets.busy import BusyLine
from ui.widgets.labels import PlainLabel
from ui.widgets.style import set_role

_LOOK = 100
"""Milliseconds between looks at how far it has come."""


@dataclass(slots=True)
class _Run:
    """What both threads see of the work: plain values, each written by one of them."""

    words: tuple[str, ...]
    told: int = 0
    cancelled: bool = False
    seen: bool = False

    def tell(self, _: str) -> None:
        """Note that a part is done, in the working thread."""
        self.told += 1

    @property
    def word(self) -> str:
        """What is under way."""
        return self.words[min(self.told, len(self.words) - 1)]


class Sealing(QObject):
    """Does one thing at a time away from the window, says so beneath the body, and lets it stop.

    What closes the dialog stops the work too: nothing is left of it.
    """

    failed = Signal(object)  # PlanError

    def __init__(self, dialog: Dialog) -> None:
        """Put the two lines in the dialog."""
        super().__init__(dialog)
        self._worker = Worker("sealing", self)
        self._run: _Run | None = None
        self.busy = BusyLine(dialog.theme, dialog)
        self.said = PlainLabel("", dialog)
        self.said.setWordWrap(True)
        self.said.hide()
        for line in (self.busy, self.said):
            dialog.put_beneath(line)
        self._look = QTimer(self, interval=_LOOK)
        self._look.timeout.connect(self._on_look)
        self.busy.cancelled.connect(self.cancel)
        dialog.finished.connect(self._on_finished)

    def do(self, work: Callable[..., Any], done: Callable[[Any], None], *words: str) -> None:
        """Do what takes `tell` and `cancelled`; `words` say what is under way, part by part."""
        run = self._begin(*words)
        self._ask(partial(work, tell=run.tell, cancelled=lambda: run.cancelled), done)

    def do_whole(self, work: Callable[[], Any], done: Callable[[Any], None], word: str) -> None:
        """Do what is too short to stop."""
        self._begin(word, can_cancel=False)
        self._ask(work, done)

    def _begin(self, *words: str, can_cancel: bool = True) -> _Run:
        self.tell("")
        self._run = _Run(words)
        self.busy.start(words[0], can_cancel=can_cancel)
        self._look.start()
        return self._run

    def _ask(self, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        self._worker.do(
            work,
            while_there(self, partial(self._end, done)),
            while_there(self, partial(self._end, self.failed.emit)),
        )

    def tell(self, text: str, role: str = "muted") -> None:
        """Say how it went, "" for nothing."""
        set_role(self.said, role)
        self.said.setText(text)
        self.said.setVisible(bool(text))
        self._fit()

    def cancel(self) -> None:
        """Stop what is being done; nothing of it is left."""
        if self._run is not None:
            self._run.cancelled = True

    def _end(self, then: Callable[[Any], None], with_what: Any) -> None:
        self._run = None
        self._look.stop()
        self.busy.stop()
        then(with_what)

    def _on_look(self) -> None:
        if self._run is not None and not self._run.cancelled:
            self.busy.label.setText(self._run.word)
            if self.busy.isVisible() and not self._run.seen:
                self._run.seen = True
                self._fit()

    def _fit(self) -> None:
        """Make room for the lines."""
        if isinstance(dialog := self.parent(), Dialog):
            dialog.fit()

    def _on_finished(self) -> None:
        self.cancel()
        self._worker.stop(0)
