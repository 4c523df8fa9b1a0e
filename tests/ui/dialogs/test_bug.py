from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui.dialogs.bug import _MOST_BYTES, BugReporter
from ui.dialogs.bug_report import report_of
from ui.theme.theme import Theme

PLAN_TEXT = "Hemsjukvården i Arjeplog"
HERE = "tests/ui/dialogs/test_bug.py"


@pytest.fixture
def reporter(theme: Theme, qtbot: QtBot) -> Iterator[BugReporter]:
    made = BugReporter(theme)
    made.install()
    yield made
    made.uninstall()
    if made.dialog is not None:
        made.dialog.close()


def _fail(title: str) -> None:
    raise LookupError(title)


def _caught(title: str = PLAN_TEXT) -> BaseException:
    """Return an error that holds plan text in its message, its cause and its variables."""
    with pytest.raises(ValueError, match="igen") as caught:
        _fail_again(title)
    return caught.value


def _fail_again(title: str) -> None:
    local = f"{title} igen"
    try:
        _fail(title)
    except LookupError as cause:
        raise ValueError(local) from cause


def _hit(error: BaseException) -> None:
    sys.excepthook(type(error), error, error.__traceback__)


def test_a_report_holds_kinds_and_places_and_no_plan_text() -> None:
    report = report_of(_caught())
    assert "Arjeplog" not in report
    assert report.index("LookupError") < report.index("ValueError")
    assert f"{HERE}:" in report
    assert " _fail" in report


def test_a_report_names_no_folder_of_the_person() -> None:
    source = compile("1 / 0", "/home/personen/Planer/egen.py", "exec")
    try:
        exec(source)  # noqa: S102 (a file that lies somewhere else)
    except ZeroDivisionError as error:
        report = report_of(error)
    assert "personen" not in report
    assert "egen.py:1" in report


def test_a_bug_opens_one_dialog_and_the_next_are_counted(
    reporter: BugReporter, qtbot: QtBot
) -> None:
    _hit(_caught())
    qtbot.waitUntil(lambda: reporter.dialog is not None)
    dialog = reporter.dialog
    assert dialog is not None
    assert PLAN_TEXT not in dialog.report
    _hit(KeyError("x"))
    _hit(KeyError("x"))
    qtbot.waitUntil(lambda: dialog.told.text().startswith("2 "))
    assert reporter.dialog is dialog
    assert not dialog.isModal()


def test_the_same_bug_does_not_come_back_at_once(reporter: BugReporter, qtbot: QtBot) -> None:
    error = _caught()
    _hit(error)
    qtbot.waitUntil(lambda: reporter.dialog is not None)
    assert reporter.dialog is not None
    reporter.dialog.close()
    assert reporter.dialog is None
    _hit(error)
    _hit(KeyError("another"))
    qtbot.waitUntil(lambda: reporter.dialog is not None)
    assert reporter.dialog.report != report_of(error)


def test_a_bug_in_a_thread_is_heard(reporter: BugReporter, qtbot: QtBot) -> None:
    thread = threading.Thread(target=_fail, args=(PLAN_TEXT,))
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: reporter.dialog is not None)
    assert reporter.dialog is not None
    assert "LookupError" in reporter.dialog.report


def test_bugs_are_kept_in_a_file_that_does_not_grow(
    reporter: BugReporter, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (home / "bugs.txt").write_bytes(b"x" * _MOST_BYTES)
    _hit(_caught())
    said = (home / "bugs.txt").read_bytes()
    assert len(said) == _MOST_BYTES
    assert b"LookupError" in said
    assert PLAN_TEXT.encode() not in said
    assert PLAN_TEXT not in capsys.readouterr().err


def test_the_report_can_be_copied_and_saved(
    reporter: BugReporter, qtbot: QtBot, tmp_path: Path
) -> None:
    _hit(_caught())
    qtbot.waitUntil(lambda: reporter.dialog is not None)
    dialog = reporter.dialog
    assert dialog is not None
    QTest.mouseClick(dialog.copy_button, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == dialog.report
    dialog.write(tmp_path / "fel.txt")
    assert (tmp_path / "fel.txt").read_text(encoding="utf-8") == dialog.report
    dialog.write(tmp_path / "ingen mapp" / "fel.txt")
    assert "kunde inte sparas" in dialog.told.text()
