from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from pytestqt.qtbot import QtBot

from ui.single import OneProgram
from ui.visiting import server_name

_SECOND = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from ui.single import OneProgram
app = QCoreApplication([])
place = Path(sys.argv[2]) if len(sys.argv) > 2 else None
print(OneProgram(Path(sys.argv[1])).handed_over(place))
"""
_KILLED = """
import os, sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from ui.single import OneProgram
app = QCoreApplication([])
one = OneProgram(Path(sys.argv[1]))
assert not one.handed_over(None)
one.listen()
os._exit(9)
"""


def _second(*arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", _SECOND, *arguments], stdout=subprocess.PIPE, text=True
    )


def test_the_second_start_hands_over_its_file(qtbot: QtBot, home: Path, tmp_path: Path) -> None:
    one = OneProgram(home)
    assert not one.handed_over(None)
    one.listen()
    place = tmp_path / "å ä ö\nplan.nvplan"
    with qtbot.waitSignal(one.asked, timeout=10_000) as asked:
        second = _second(str(home), str(place))
    assert second.communicate()[0] == "True\n"
    assert asked.args == [str(place)]
    one.close()


def test_a_program_that_was_killed_is_not_in_the_way(qtbot: QtBot, home: Path) -> None:
    subprocess.run([sys.executable, "-c", _KILLED, str(home)], check=False)
    one = OneProgram(home)
    assert not one.handed_over(None)
    one.listen()
    with qtbot.waitSignal(one.asked, timeout=10_000) as asked:
        second = _second(str(home))
    assert second.communicate()[0] == "True\n"
    assert asked.args == [""]
    one.close()


def test_a_program_that_does_not_answer_is_not_waited_for(home: Path) -> None:
    one = OneProgram(home)
    assert not one.handed_over(None)
    assert _second(str(home)).communicate()[0] == "False\n"
    one.close()


def test_when_it_has_ended_the_next_is_the_one(home: Path) -> None:
    one = OneProgram(home)
    assert not one.handed_over(None)
    one.close()
    assert _second(str(home)).communicate()[0] == "False\n"


def test_two_home_folders_are_two_programs(home: Path, tmp_path: Path) -> None:
    assert server_name(home) != server_name(tmp_path)
