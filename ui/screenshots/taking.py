"""Takes the pictures, and tells what is wrong in them."""

from __future__ import annotations

import gc
import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QWidget

from nvworkshop.language import SOURCE
from ui.checks import (
    clipped,
    faint_edges,
    faint_text,
    rich_text,
    small_targets,
    unnamed,
    untranslated,
)
from ui.screenshots.scene import Look, Scene
from ui.screenshots.stretched import NAME, Stretched
from ui.speaking import Speaker
from ui.widgets.messages import MessageBar

Screen = Callable[[Scene], QWidget]

_LOOKS_IN_SWEDISH = tuple(
    look
    for scheme in ("light", "dark", "contrast")
    for look in (
        Look(scheme, (1280, 720)),
        Look(scheme, (1920, 1080)),
        Look(scheme, (1280, 720), 200),
    )
)
LOOKS = (
    *_LOOKS_IN_SWEDISH,
    Look("light", (1280, 720), language="en"),
    Look("light", (1280, 720), language=NAME),
)
_CHECKS = (clipped, rich_text, unnamed, faint_text, faint_edges, small_targets)
_OF_THE_PLATFORM = ("This plugin does not support",)
"""Warnings of the screen that nobody sees, not of the program."""


_CONTENT = {"Övergripande handlingsplan", "Leda workshopen", "Startsidan"}
"""What a plan and two pages of help are called, in Swedish alone, and the program says too."""


def take(screens: Mapping[str, Screen], looks: tuple[Look, ...], out: Path) -> list[str]:
    """Draw every screen in every look into `out`; return what is wrong, a line for each."""
    out.mkdir(parents=True, exist_ok=True)
    wrong: list[str] = []
    for look in looks:
        for name, screen in screens.items():
            told = draw(screen, look, out / f"{name}-{look.name}.png")
            wrong += [f"{name} {look.name}: {one}" for one in told]
            sys.stdout.write(f"{name}-{look.name}.png{' !' if told else ''}\n")
    return wrong


def draw(screen: Screen, look: Look, place: Path) -> list[str]:
    """Draw a screen in a look to a file; return what is wrong in it."""
    with ready(screen, look) as (widget, warnings):
        widget.grab().save(str(place))
        for bar in widget.findChildren(MessageBar):
            bar.stay_last()  # as Tab has them do before it goes on
        told = [one for check in _CHECKS for one in check(widget)]
        if look.language != SOURCE:
            told += untranslated(widget, _source())
    return told + [f"Qt says: {one}" for one in warnings]


def _source() -> Callable[[str], bool]:
    """Return what tells whether a text is of the source, and should have been translated."""
    known = Stretched()
    return lambda text: text not in _CONTENT and known.knows(text)


@contextmanager
def ready(screen: Screen, look: Look) -> Iterator[tuple[QWidget, list[str]]]:
    """Make a screen ready to be drawn, in a folder of its own; yield it, and what Qt warns of."""
    with (
        tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder,
        _home(folder),
        _warnings() as warnings,
        _collecting_here(),
        _speaking(look.language),
    ):
        scene = Scene(look, Path(folder))
        try:
            widget = screen(scene)
            scene.settle()
            yield widget, warnings
            if not scene.at_end:
                widget.close()
                widget.deleteLater()
        finally:
            scene.close()


@contextmanager
def _speaking(language: str) -> Iterator[None]:
    speaker = Speaker()
    try:
        if language == NAME:
            speaker.speak_from(Stretched())
        elif language != SOURCE:
            speaker.speak(language)
        yield
    finally:
        if language != SOURCE:
            speaker.speak(SOURCE)
            speaker.end()


@contextmanager
def _home(folder: str) -> Iterator[None]:
    before = os.environ.get("NVWORKSHOP_HOME")
    os.environ["NVWORKSHOP_HOME"] = folder
    try:
        yield
    finally:
        if before is None:
            del os.environ["NVWORKSHOP_HOME"]
        else:
            os.environ["NVWORKSHOP_HOME"] = before


@contextmanager
def _collecting_here() -> Iterator[None]:
    """Collect garbage in this thread alone: a widget that ends in another harms Qt."""
    before = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.collect()
        if before:
            gc.enable()


@contextmanager
def _warnings() -> Iterator[list[str]]:
    heard: list[str] = []

    def hear(kind: QtMsgType, _: QMessageLogContext, message: str) -> None:
        loud = kind not in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg)
        if loud and not any(one in message for one in _OF_THE_PLATFORM):
            heard.append(message)

    before = qInstallMessageHandler(hear)
    try:
        yield heard
    finally:
        qInstallMessageHandler(before)
