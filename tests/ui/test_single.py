from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from pytestqt.qtbot import QtBot

from ui.single import FirstProgram, became_first, hand_over, server_name

_SECOND = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from ui.single import hand_over
app = QCoreApplication([])
place = Path(sys.argv[2]) if len(sys.argv) > 2 else None
print(hand_over(Path(sys.argv[1]), place))
"""


def _second(*arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", _SECOND, *arguments], stdout=subprocess.PIPE, text=True
    )


def test_the_second_start_hands_over_its_file(qtbot: QtBot, home: Path, tmp_path: Path) -> None:
    first = FirstProgram(home)
    assert became_first(home, None, first)
    place = tmp_path / "å ä ö\nplan.nvplan"
    with qtbot.waitSignal(first.asked, timeout=10_000) as asked:
        second = _second(str(home), str(place))
    assert second.communicate()[0] == "True\n"
    assert asked.args == [str(place)]
    first.close()


def test_nobody_answers_when_no_program_runs(home: Path) -> None:
    assert not hand_over(home, None)


def test_a_name_left_by_a_killed_program_is_taken_over(qtbot: QtBot, home: Path) -> None:
    script = (
        "import os,sys; from pathlib import Path; from PySide6.QtCore import QCoreApplication;"
        "app = QCoreApplication([]); from ui.single import FirstProgram;"
        "first = FirstProgram(Path(sys.argv[1])); assert first.listen(); os._exit(9)"
    )
    subprocess.run([sys.executable, "-c", script, str(home)], check=False)
    first = FirstProgram(home)
    assert became_first(home, None, first)
    with qtbot.waitSignal(first.asked, timeout=10_000) as asked:
        second = _second(str(home))
    assert second.communicate()[0] == "True\n"
    assert asked.args == [""]
    first.close()


def test_two_home_folders_are_two_programs(home: Path, tmp_path: Path) -> None:
    assert server_name(home) != server_name(tmp_path)
