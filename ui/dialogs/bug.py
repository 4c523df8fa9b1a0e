"""The one door for bugs: a report that can be copied, in a window that never blocks the work."""

from __future__ import annotations

import contextlib
import math
import sys
import threading
import time
from datetime import datetime
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QPlainTextEdit, QWidget

from nvworkshop.places import home
from ui.dialogs.bug_report import report_of
from ui.dialogs.frame import Dialog
from ui.theme.theme import Theme
from ui.widgets.labels import PlainLabel
from ui.widgets.style import set_role

_FILE = "bugs.txt"
_MOST_BYTES = 256 * 1024
_QUIET = 60.0
"""Seconds in which the same bug is neither shown nor written again: it may come at each paint."""
_WIDTH = 640
_ROWS = 14


class BugReporter(QObject):
    """Hears of every error nobody expected, in any thread; shows the first and counts the rest."""

    _heard = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make it; `install` makes it listen."""
        super().__init__(parent)
        self._theme = theme
        self._parent = parent
        self._before = (sys.excepthook, threading.excepthook)
        self._kept_at: dict[str, float] = {}
        self._shown_at: dict[str, float] = {}
        self.dialog: BugDialog | None = None
        self._heard.connect(self._on_heard, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Listen from now on."""
        self._before = (sys.excepthook, threading.excepthook)
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception

    def uninstall(self) -> None:
        """Listen no more."""
        sys.excepthook, threading.excepthook = self._before

    def _on_exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self._before[0](kind, error, trace)
            return
        try:
            report = report_of(error.with_traceback(trace))
            self._keep(report)
            self._heard.emit(report)
        except Exception as another:  # noqa: BLE001 (one of the three doors: it must not fail)
            self._before[0](type(another), another, another.__traceback__)

    def _on_thread_exception(self, said: threading.ExceptHookArgs) -> None:
        if said.exc_value is not None and said.exc_type is not SystemExit:
            self._on_exception(said.exc_type, said.exc_value, said.exc_traceback)

    def _keep(self, report: str) -> None:
        """Write the report to a file of bounded size, and where the program was started from."""
        if _is_recent(self._kept_at, report):
            return
        self._kept_at[report] = time.monotonic()
        said = f"{datetime.now().astimezone().isoformat(timespec='seconds')}\n{report}\n\n"
        with contextlib.suppress(OSError):
            place = home() / _FILE
            before = place.read_bytes() if place.exists() else b""
            data = (before + said.encode())[-_MOST_BYTES:]
            place.write_bytes(data)
        if sys.stderr is not None:
            sys.stderr.write(said)

    @Slot(str)
    def _on_heard(self, report: str) -> None:
        if self.dialog is not None:
            self.dialog.count()
            return
        if _is_recent(self._shown_at, report):
            return
        self.dialog = BugDialog(report, self._theme, self._parent)
        self.dialog.finished.connect(lambda: self._on_closed(report))
        self.dialog.show()

    def _on_closed(self, report: str) -> None:
        self._shown_at[report] = time.monotonic()
        self.dialog = None


def _is_recent(times: dict[str, float], report: str) -> bool:
    return time.monotonic() - times.get(report, -math.inf) < _QUIET


class BugDialog(Dialog):
    """Says that something went wrong, what is safe, and what can be sent to those who help."""

    def __init__(self, report: str, theme: Theme, parent: QWidget | None = None) -> None:
        """Show one report."""
        super().__init__(theme, parent)
        self.report = report
        self._more = 0
        self.set_heading(self.tr("Något gick fel i programmet"))
        safe = self.tr("Det du har skrivit är sparat på datorn. Du kan arbeta vidare.")
        self._add(safe, "")
        self._add(
            self.tr(
                "Händer det igen: stäng programmet och starta det på nytt. Skicka gärna rapporten "
                "till den som hjälper er med programmet. Inget ur planen står i den."
            ),
            "muted",
        )
        self.text = self._build_text()
        self.told = self._add("", "muted")
        self.told.hide()
        self.copy_button = self.add_button(self.tr("Kopiera"))
        self.copy_button.clicked.connect(self._on_copy)
        self.save_button = self.add_button(self.tr("Spara…"))
        self.save_button.clicked.connect(self._on_save)
        self.add_close_button().setFocus()
        self.set_least_width(_WIDTH)

    def count(self) -> None:
        """Tell that one more went wrong meanwhile."""
        self._more += 1
        one = self.tr("Ett fel till har hänt sedan dess.")
        several = self.tr("{n} fel till har hänt sedan dess.")
        self._tell(one if self._more == 1 else several.format(n=self._more))

    def write(self, place: Path) -> None:
        """Write the report to a file, and tell."""
        try:
            place.write_text(self.report, encoding="utf-8")
        except OSError as error:
            why = error.strerror or ""
            self._tell(self.tr("Rapporten kunde inte sparas där: {why}").format(why=why))
        else:
            self._tell(self.tr("Sparad: {file}").format(file=place.name))

    def _build_text(self) -> QPlainTextEdit:
        field = QPlainTextEdit(self)
        field.setReadOnly(True)
        field.setTabChangesFocus(True)
        field.setPlainText(self.report)
        set_role(field, "mono")
        field.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        field.setAccessibleName(self.tr("Rapporten"))
        field.setMinimumHeight(field.fontMetrics().lineSpacing() * _ROWS)
        self.body.addWidget(field, 1)
        return field

    def _add(self, text: str, role: str) -> PlainLabel:
        label = PlainLabel(text, self)
        label.setWordWrap(True)
        set_role(label, role)
        self.body.addWidget(label)
        return label

    def _tell(self, text: str) -> None:
        self.told.setText(text)
        self.told.show()

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.report)
        self._tell(self.tr("Kopierad."))

    def _on_save(self) -> None:
        found, _ = QFileDialog.getSaveFileName(
            self, self.tr("Spara rapporten"), "nvworkshop-fel.txt", self.tr("Text (*.txt)")
        )
        if found:
            self.write(Path(found))
