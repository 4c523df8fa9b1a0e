from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from nvworkshop.session.keeping import Kept
from ui.backups.kept_model import SECOND, KeptModel

NOW = datetime(2026, 11, 19, 15, 0).astimezone()


def kept(when: datetime, size: int = 812_000) -> Kept:
    at = int(when.timestamp() * 1000)
    return Kept(at, "före sammanslagning", size, Path(f"{at}.nvplan"))


KEPT = [
    kept(datetime(2026, 11, 19, 14, 32, 5)),
    kept(datetime(2026, 11, 16, 9, 10), 12_340_000),
    kept(datetime(2025, 3, 1, 8, 0), 10),
]


def test_the_model_is_sound(qtbot: QtBot, qtmodeltester: ModelTester) -> None:
    model = KeptModel()
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]
    model.set_kept(KEPT, NOW)
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]


def test_a_backup_is_told_in_two_lines_and_exactly(qtbot: QtBot) -> None:
    model = KeptModel()
    model.set_kept(KEPT, NOW)
    first, second, third = (model.index(row) for row in range(3))
    assert first.data() == "idag 14:32"
    assert first.data(SECOND) == "före sammanslagning · 812 kB"
    exact = first.data(Qt.ItemDataRole.AccessibleTextRole)
    assert exact == "idag 14:32, före sammanslagning · 812 kB, 2026-11-19 14:32:05"
    assert (second.data(), third.data()) == ("i måndags 09:10", "2025-03-01 08:00")
    assert second.data(SECOND) == "före sammanslagning · 12,3 MB"


def test_a_backup_of_another_file_says_which(qtbot: QtBot) -> None:
    here = Path("/planer/södra.nvplan")
    files = [here, here.with_name("kopia.nvplan"), Path("/usb/södra.nvplan"), None]
    model = KeptModel()
    model.set_kept([replace(KEPT[0], of=one) for one in files], NOW, here)
    second = [model.index(row).data(SECOND).partition("före")[0] for row in range(4)]
    assert second == ["", "av kopia.nvplan · ", "av södra.nvplan i /usb · ", ""]


def test_a_backup_is_found_again(qtbot: QtBot) -> None:
    model = KeptModel()
    model.set_kept(KEPT, NOW)
    assert [model.row_of(one) for one in KEPT] == [0, 1, 2]
    assert (model.row_of(None), model.kept(3), model.kept(-1)) == (0, None, None)


def test_a_time_no_calendar_has_is_still_a_line(qtbot: QtBot) -> None:
    model = KeptModel()
    model.set_kept([Kept(10**18, "automatisk", 1, Path("x"))], NOW)
    assert model.index(0).data() == "?"
