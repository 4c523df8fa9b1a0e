"""Asking the plan on behalf of a widget that may be gone when the answer comes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject
from shiboken6 import isValid

from ui.desk import Desk, Question

T = TypeVar("T")
A = TypeVar("A")


def ask(desk: Desk, owner: QObject, question: Question[T], done: Callable[[T], None]) -> None:
    """Ask; the answer is dropped when the owner is gone. Failures are the desk's to tell."""
    desk.ask(question, while_there(owner, done))


def while_there(owner: QObject, call: Callable[[A], None]) -> Callable[[A], None]:
    """Return a call that does nothing when the owner is gone."""

    def _call(with_what: A) -> None:
        if isValid(owner):
            call(with_what)

    return _call
