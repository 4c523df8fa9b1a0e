"""The one main window: the top bar, sentences in place, and the start screen or the open plan."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeySequence, QPaintEvent, QShortcut
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from nvworkshop.errors import PlanError
from ui.actions import ONE, PLAN, REDO, SOME, UNDO, WRITE, Actions
from ui.settings import Settings
from ui.start.page import StartPage
from ui.theme.theme import Theme
from ui.widgets.messages import MessageBar
from ui.window.choosing import Choosing
from ui.window.commands import Commands
from ui.window.first_place import first_place, is_small
from ui.window.keyed import KeyedWindow
from ui.window.leaving import Leaving
from ui.window.places import PLACES
from ui.window.top_bar import TopBar

if TYPE_CHECKING:
    from nvworkshop.session.surroundings import Surroundings
    from ui.desk import Desk
    from ui.window.plan_view import PlanView

_GEOMETRY = "window/geometry"
_LAST_PLAN = "window/plan"
_LEAST = (960, 600)
_WAIT = 10_000
"""Milliseconds to wait, at the end, for the plan file to be written."""


class MainWindow(KeyedWindow):
    """One window, one plan at a time."""

    seen = Signal()  # the window has been painted for the first time
    plan_shown = Signal()
    plan_gone = Signal()

    def __init__(
        self,
        actions: Actions,
        theme: Theme,
        settings: Settings,
        surroundings: Callable[[], Surroundings],
        choosing: Choosing | None = None,
    ) -> None:
        """Build the frame; `begin` fills it."""
        super().__init__()
        self.actions_table = actions
        self.theme = theme
        self.settings = settings
        self.surroundings = surroundings
        self.choosing = choosing or Choosing(settings)
        self.view: PlanView | None = None
        self._closing: list[Desk] = []
        self._leaving = self._agreed = False
        self._painted = self._fills = False
        self.leaving = Leaving(self, self._closing)
        self._build()
        QShortcut(QKeySequence("F6"), self, self._next_part)
        self._restore()

    def _build(self) -> None:
        self.setWindowTitle("NV Workshop")
        self.setMinimumSize(*_LEAST)
        self.top_bar = TopBar(self.actions_table, self.theme, self)
        self.messages = MessageBar(self.theme, self, beneath=True)
        self.start = StartPage(self.actions_table, self.theme, self)
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.start)
        middle = QWidget(self)
        lines = QVBoxLayout(middle)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addWidget(self.top_bar)
        lines.addWidget(self.stack, 1)
        lines.addWidget(self.messages)  # here it moves nothing that the pointer is on
        self.setCentralWidget(middle)
        self.addActions([self.actions_table[one] for one in self.actions_table.ids])
        self.start.open_asked.connect(self.open_plan)
        self.start.told.connect(self.tell)
        self.top_bar.place_chosen.connect(self._show_place)
        for one in PLACES:
            self.actions_table[one.command].triggered.connect(partial(self._show_place, one.id))
        self.commands = Commands(self)
        self.commands.idea_asked.connect(self._show_idea)

    def rebuild(self) -> None:
        """Make everything in the window anew, as in another language; no plan is open."""
        self.commands.end()
        for one in self.actions():
            self.removeAction(one)
        self.actions_table.deleteLater()
        self.actions_table = Actions(self.theme)
        self._build()
        self._show_icons()
        self.start.refresh()

    def appear(self) -> None:
        """Show the window as it was left; the first time it fills a small screen."""
        if self._fills:
            self.showMaximized()
        else:
            self.show()

    @Slot()
    def begin(self, place: Path | None) -> None:
        """Fill the frame after it is first painted: icons, and the plan to show."""
        self._show_icons()
        last = self.settings.get(_LAST_PLAN, "")
        wanted = place or (Path(last) if last else None)
        if wanted is not None:
            self.open_plan(wanted)
        else:
            self.start.focus()
        self.start.refresh()

    def _show_icons(self) -> None:
        self.actions_table.show_icons()
        self.top_bar.show_icon()
        self.setWindowIcon(self.theme.app_icon())

    @Slot(object)
    def open_plan(self, place: Path) -> None:
        """Open a plan in this window; the one that was open is written and closed."""
        if self.view is not None and self.view.desk.place.resolve() == place.resolve():
            self.view.focus()
            return
        from nvworkshop.session.carried import is_sealed  # not needed to show the window
        from ui.window.plan_view import PlanView

        if is_sealed(place):
            self._unlock(place)
            return

        self.close_plan()
        self.view = PlanView(place, self)
        self.view.refused.connect(self._on_refused)
        self.stack.addWidget(self.view)
        self.stack.setCurrentWidget(self.view)
        self.settings.put(_LAST_PLAN, str(place))

    def _unlock(self, place: Path) -> None:
        """Ask for the password of a locked copy, and open the plan that is in it."""
        from ui.dialogs.unlock import UnlockDialog

        dialog = UnlockDialog(place, self.theme, self.choosing.place_to_save, self)
        dialog.unlocked.connect(self.open_plan)
        dialog.open()

    @Slot()
    def close_plan(self) -> None:
        """Go to the start screen; the plan is written to its file meanwhile."""
        if self.view is None:
            return
        view, self.view = self.view, None
        view.keep()
        view.close_room()
        self.messages.clear()
        self._closing.append(view.desk)
        view.desk.closed.connect(lambda problem: self._on_desk_closed(view, problem))
        view.desk.finish()
        self.stack.removeWidget(view)
        self.stack.setCurrentWidget(self.start)
        self.top_bar.show_plan("", "")
        self.setWindowTitle("NV Workshop")
        self.settings.put(_LAST_PLAN, "")
        self.actions_table.hold((), among=(PLAN, WRITE, ONE, SOME, UNDO, REDO))

    def _on_desk_closed(self, view: PlanView, problem: PlanError | None) -> None:
        self._closing.remove(view.desk)
        view.deleteLater()
        self.plan_gone.emit()
        if problem is not None:
            self.tell_error(problem)
        self.start.refresh()
        if self._leaving and not self._closing:
            QApplication.quit()

    def _on_refused(self, error: PlanError) -> None:
        """Show why a plan could not be opened, on the start screen."""
        self.close_plan()
        self.tell_error(error)

    @Slot(str)
    def tell(self, text: str) -> None:
        """Show a sentence in place."""
        self.messages.show_message(text)

    @Slot(str)
    def warn(self, text: str) -> None:
        """Show a sentence that stays until it has been read."""
        self.messages.show_message(text, level="warning")

    @Slot(object)
    def tell_error(self, error: PlanError) -> None:
        """Show an expected error in place: what happened and what to do."""
        self.messages.show_message(error.sentence, level="warning")

    @Slot(str)
    def on_second_start(self, path: str) -> None:
        """Come forward, with the file that a second start asked for."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()
        if path:
            self.open_plan(Path(path))

    def keep(self) -> None:
        """Keep what is being typed and write the plan file; wait for nothing."""
        if self.view is not None:
            self.view.keep()
            self.view.desk.publish()
        self.remember()

    @Slot()
    def keep_everything(self) -> None:
        """Keep it before the computer sleeps or the session ends."""
        self.keep()
        self.settings.save()

    def put_last(self) -> None:
        """Let Tab reach the messages last of all."""
        self.messages.stay_last()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell when the window has been painted for the first time."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self.seen.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Write what is left before the window goes; a file that can't be written waits for us."""
        self.remember()
        if not self._agreed and self.leaving.comes_first(self._close):
            event.ignore()
            return
        last = self.settings.get(_LAST_PLAN, "")
        self._leaving = True
        self.close_plan()
        self.settings.put(_LAST_PLAN, last)
        self.settings.save()
        if not self._closing:
            event.accept()
            QApplication.quit()
            return
        event.ignore()
        self.start.say_writing()
        QTimer.singleShot(_WAIT, QApplication.quit)

    def _close(self) -> None:
        self._agreed = True
        self.close()

    @Slot()
    def leave_plan(self) -> None:
        """Go to the start screen; what can't be written to the plan file is told first."""
        if not self.leaving.comes_first(self.close_plan):
            self.close_plan()

    def end(self) -> None:
        """Close without asking: the computer or somebody else ends the program."""
        self.leaving.asks = False
        self.close()

    def _show_place(self, place: str, *_: object) -> None:
        if self.view is not None:
            self.view.show_place(place)

    @Slot(str)
    def _show_idea(self, idea: str) -> None:
        if self.view is not None:
            self.view.show_thing("idea", idea)

    def _next_part(self) -> None:
        """Go round the parts of the window: top bar, and those of the place that is shown."""
        if self.view is not None:
            self.view.next_part()

    def remember(self) -> None:
        """Remember how the window and the plan's table are left."""
        self.settings.put(_GEOMETRY, self.saveGeometry())
        if self.view is not None:
            self.view.page.save_state()

    def _restore(self) -> None:
        geometry = self.settings.get(_GEOMETRY, QByteArray())
        if not geometry.isEmpty():
            self.restoreGeometry(geometry)
            return
        screen = QApplication.primaryScreen()
        self._fills = is_small(screen.size())
        self.setGeometry(first_place(screen.availableGeometry()))
