from __future__ import annotations

import gc
import sys
import threading
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nvworkshop.errors import InputError, PlanError
from ui.background import Worker


@pytest.fixture
def worker(qtbot: QtBot) -> Iterator[Worker]:
    made = Worker("test")
    yield made
    made.stop(5)


def test_work_is_done_elsewhere_and_answered_here(qtbot: QtBot, worker: Worker) -> None:
    here, where, answered = threading.get_ident(), [], []
    worker.do(
        lambda: where.append(threading.get_ident()),
        lambda _: answered.append(threading.get_ident()),
    )
    qtbot.waitUntil(lambda: bool(answered))
    assert answered == [here]
    assert where != [here]


def test_work_is_done_in_the_order_it_was_asked_for(qtbot: QtBot, worker: Worker) -> None:
    done: list[int] = []
    for n in range(100):
        worker.do(lambda n=n: n, done.append)  # type: ignore[misc]
    qtbot.waitUntil(lambda: len(done) == 100)
    assert done == list(range(100))


def test_an_expected_error_goes_to_the_one_who_asked(qtbot: QtBot, worker: Worker) -> None:
    errors: list[Any] = []

    def fail() -> None:
        raise InputError("Det går inte.")

    worker.do(fail, None, errors.append)
    qtbot.waitUntil(lambda: bool(errors))
    assert errors[0].title == "Det går inte."


def test_a_bug_goes_to_the_window_and_work_goes_on(
    qtbot: QtBot, worker: Worker, monkeypatch: pytest.MonkeyPatch
) -> None:
    bugs: list[BaseException] = []
    monkeypatch.setattr(sys, "excepthook", lambda _, error, __: bugs.append(error))
    done: list[int] = []
    failed: list[object] = []
    worker.do(lambda: 1 // 0, done.append, failed.append)
    worker.do(lambda: 2, done.append)
    qtbot.waitUntil(lambda: done == [2])
    assert [type(one) for one in failed] == [PlanError]
    assert [type(one) for one in bugs] == [ZeroDivisionError]


def test_stopping_finishes_what_was_asked(qtbot: QtBot) -> None:
    done: list[int] = []
    worker = Worker("test")
    for n in range(50):
        worker.do(lambda n=n: done.append(n))  # type: ignore[misc]
    assert worker.stop(5)
    assert len(done) == 50


def test_a_window_may_end_while_its_threads_answer(qtbot: QtBot) -> None:
    told: list[object] = []
    for _ in range(20):
        owner = QObject()
        workers = [Worker("test", owner) for _ in range(3)]
        for worker in 30 * workers:
            worker.do(lambda: None, told.append)
        owner.deleteLater()
        del owner
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()
    threads = [one for one in threading.enumerate() if one.name == "test"]
    for thread in threads:
        thread.join(5)
    assert not any(thread.is_alive() for thread in threads)
    QApplication.processEvents()
    assert told == []
