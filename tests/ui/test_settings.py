from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray
from pytestqt.qtbot import QtBot

from ui.settings import Settings


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "settings.json"


@pytest.fixture
def settings(file: Path, qtbot: QtBot) -> Settings:
    return Settings(file)


@pytest.mark.parametrize(
    ("value", "default"),
    [
        ("processledare Östra", ""),
        (200, 100),
        (True, False),
        (["a,b", "å"], []),
        (["ensam"], []),
        (QByteArray(b"\x00\xff"), QByteArray()),
    ],
)
def test_a_value_comes_back(settings: Settings, file: Path, value: object, default: object) -> None:
    settings.put("del/nyckel", value)
    assert settings.get("del/nyckel", default) == value
    settings.save()
    assert Settings(file).get("del/nyckel", default) == value


def test_a_new_value_is_written_soon_and_in_another_thread(
    settings: Settings, file: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads = []
    fsync = os.fsync

    def _fsync(descriptor: int) -> None:
        threads.append(threading.current_thread().name)
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", _fsync)
    settings.put("look/text_size", 130)
    assert not file.exists()
    qtbot.waitUntil(lambda: Settings(file).text_size == 130)
    assert set(threads) == {"settings"}


def test_what_another_window_remembers_is_kept(file: Path, qtbot: QtBot) -> None:
    one, other = Settings(file), Settings(file)
    one.put("look/text_size", 130)
    other.put("look/scheme", "dark")
    one.save()
    other.save()
    assert (Settings(file).text_size, Settings(file).scheme) == (130, "dark")


def test_a_disk_that_refuses_stops_nothing(
    settings: Settings, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def _full(_: int) -> None:
        raise OSError(28, "No space left on device")

    settings.put("look/text_size", 130)
    with monkeypatch.context() as full:
        full.setattr(os, "fsync", _full)
        settings.save()
    assert settings.text_size == 130
    assert list(file.parent.iterdir()) == []
    settings.put("look/scheme", "dark")
    settings.save()
    assert (Settings(file).text_size, Settings(file).scheme) == (130, "dark")


def test_what_is_written_last_stands(settings: Settings, file: Path, qtbot: QtBot) -> None:
    settings.put("look/text_size", 130)
    settings.save()
    settings.put("look/text_size", 150)
    settings.save()
    assert Settings(file).text_size == 150


def test_a_change_is_told_once(settings: Settings) -> None:
    told: list[str] = []
    settings.changed.connect(told.append)
    for _ in range(2):
        settings.put("who/function", "enhetschef")
    assert told == ["who/function"]


@pytest.mark.parametrize(
    "text", ["", "{", "[1]", '{"look/text_size": "stor"}', '{"look/text_size": {"bytes": "å"}}']
)
def test_a_damaged_file_means_the_defaults(file: Path, text: str, qtbot: QtBot) -> None:
    file.write_text(text, "utf-8")
    assert Settings(file).text_size == 100
