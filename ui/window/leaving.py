"""Leaving a plan: what is not in its file is told first, and only when a person leaves."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from nvworkshop.errors import PlanError
    from ui.desk import Desk
    from ui.window.main_window import MainWindow

_WAIT = 5_000
"""Milliseconds that writing the plan file may take before the person is asked all the same."""


class Leaving(QObject):
    """Asks before a plan with changes outside its file is closed; nothing is lost either way."""

    def __init__(self, window: MainWindow, busy: list[Desk]) -> None:
        """Keep the desk that is being written in `busy` meanwhile."""
        super().__init__(window)
        self.asks = True  # not when the computer is going down: there is nobody to answer
        self._window = window
        self._busy = busy
        self._wishes: list[Callable[[], None]] = []
        self._late = QTimer(self, singleShot=True, interval=_WAIT)

    def comes_first(self, go: Callable[[], None]) -> bool:
        """Tell whether to wait: `go` is called when all is in the plan file, or the person agrees.

        False when there is nothing to ask about, now or at any time. Who asks for more while it
        waits – to leave the plan, then the program – gets all of it, in order.
        """
        view = self._window.view
        if view is None or view.desk.plan is None or view.desk.read_only or not self.asks:
            return False
        if go in self._wishes:
            return True
        self._wishes.append(go)
        if self._wishes == [go]:
            desk = view.desk
            self._busy.append(desk)
            view.keep()
            settled = partial(self._on_settled, desk)
            self._late.timeout.connect(lambda: desk.count_waiting(settled))
            self._late.start()
            desk.settle(settled)
        return True

    def _on_settled(self, desk: Desk, lacking: int) -> None:
        wishes, self._wishes = self._wishes, []
        if not wishes:  # it was late, and has been answered
            return
        self._late.stop()
        self._late.timeout.disconnect()
        self._busy.remove(desk)

        def _go() -> None:
            for wish in wishes:
                wish()

        if lacking:
            self._ask(desk, lacking, _go)
        else:
            _go()

    def _ask(self, desk: Desk, lacking: int, go: Callable[[], None]) -> None:
        from ui.dialogs.leaving import LeavingDialog  # seldom needed

        problem: PlanError | None = desk.save_state.problem
        why = problem.sentence if problem is not None else ""
        dialog = LeavingDialog(lacking, why, self._window.theme, self._window)
        dialog.leave.clicked.connect(dialog.close)
        dialog.leave.clicked.connect(lambda _=False: go())
        dialog.copy.clicked.connect(lambda: self._copy(desk, dialog.close, go))
        dialog.open()

    def _copy(self, desk: Desk, close: Callable[[], object], go: Callable[[], None]) -> None:
        """Write a copy where the person says, and leave when it is written."""
        place = self._window.commands.place_of_copy()
        if place is not None:
            close()
            desk.save_copy(place, lambda _: go())
