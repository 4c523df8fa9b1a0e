"""The door to the window; opened without the command line's library, which takes time to load."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Iterator, Sequence

from nvworkshop.errors import PlanError
from nvworkshop.language import said

_SCREENS = ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "DISPLAY")
"""One of these is set in the environment where Linux has a screen."""

_CURSOR = "libxcb-cursor.so.0"
"""What Qt needs to show a window through X11, and Debian's desktops may lack."""


def asked(arguments: Sequence[str]) -> tuple[str, ...] | None:
    """Return the files to open in the window; None when the arguments ask for something else."""
    if not arguments:
        return ()
    return tuple(arguments) if len(arguments) == 1 and is_plan(arguments[0]) else None


def is_plan(word: str) -> bool:
    """Tell whether a first word looks like a plan file rather than a command."""
    return word.endswith(".nvplan") or ("/" in word and not word.startswith("-"))


def desktop(files: Sequence[str] = ()) -> int:
    """Open the window; return the exit code. Raises PlanError where there is no screen."""
    if sys.platform.startswith("linux"):
        _look_for_screen()
    gc.disable()  # the window collects at moments of its own
    try:
        from ui.app import run
    except ImportError as error:
        raise PlanError(
            said("Fönstret går inte att öppna på den här datorn."),
            said("Det som ritar fönster (Qt) saknas."),
            said("Använd kommandona: nvworkshop --help"),
        ) from error
    return run(files)


def window_checks() -> Iterator[tuple[str, Callable[[], None]]]:
    """Yield what the program's trial of itself tries of the window: a sentence and a check."""
    gc.disable()
    from ui.selftest import application

    with application():
        from ui.selftest.windows import window_checks as checks

        yield from checks()


def first_paint() -> int:
    """Open the window and end once it is painted."""
    gc.disable()
    from ui.selftest.first_paint import run

    return run()


def _look_for_screen() -> None:
    """Raise PlanError where Qt would end the program with a core dump."""
    screen = next((one for one in _SCREENS if os.environ.get(one)), "")
    if not screen:
        raise PlanError(
            said("Det finns ingen skärm att visa fönstret på."),
            hint=said("Använd kommandona: nvworkshop --help"),
        )
    if screen == "DISPLAY":
        import ctypes  # only where the screen is X11's

        try:
            ctypes.CDLL(_CURSOR)
        except OSError as error:
            raise PlanError(
                said("Fönstret går inte att öppna på den här datorn."),
                said("Biblioteket {cursor} saknas.").format(cursor=_CURSOR),
                said("Installera det: sudo apt-get install libxcb-cursor0"),
            ) from error
