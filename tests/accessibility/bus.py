"""A desktop of its own with a screen, a bus and a screen reader's ear; the program runs on it."""

from __future__ import annotations

import json
import os
import queue
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import Any

EAR = Path(__file__).with_name("ear.py")
SYSTEM_PYTHON = "/usr/bin/python3"
NEEDED = ("Xvfb", "openbox", "dbus-daemon", "xdotool", SYSTEM_PYTHON)
_LAUNCHER = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
_PATIENCE = 60.0
"""Seconds to wait for what is to be heard; the machine may have much else to do."""
Event = dict[str, Any]


def lacking() -> str:
    """Return what the machine lacks for this, or ""."""
    gone = [one for one in NEEDED if shutil.which(one) is None]
    if gone:
        return f"{', '.join(gone)} is not installed"
    if not any(Path(one).exists() for one in _LAUNCHER):
        return "at-spi2-core is not installed"
    asked = "import gi; gi.require_version('Atspi', '2.0')"
    tried = subprocess.run([SYSTEM_PYTHON, "-c", asked], capture_output=True, check=False)
    return "" if tried.returncode == 0 else "gir1.2-atspi-2.0 or python3-gi is not installed"


class NoDesktopError(RuntimeError):
    """All is installed, and a screen or a bus can't be started here: in some containers."""


class Desktop:
    """One screen, one bus, one ear, and the program, until it is closed."""

    def __init__(self, home: Path, *files: Path, keep: ExitStack) -> None:
        """Start all four; `keep` ends them."""
        self._keep = keep
        self.heard: list[Event] = []
        self._lines: queue.Queue[Event] = queue.Queue()
        shown = os.environ.get("ACCESSIBILITY_DISPLAY") or self._screen()
        self._env = {
            **{name: value for name, value in os.environ.items() if not name.startswith("QT_")},
            "DISPLAY": shown,
            "HOME": str(home),
            "XDG_RUNTIME_DIR": str(home),
            "NVWORKSHOP_HOME": str(home),
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "LANG": "C.UTF-8",
        }
        self._env["DBUS_SESSION_BUS_ADDRESS"] = self._session_bus()
        self._started(["openbox"], stdout=subprocess.DEVNULL)
        self._ear = self._started([SYSTEM_PYTHON, str(EAR)], stdin=subprocess.PIPE)
        listening = threading.Thread(target=self._listen, daemon=True)
        listening.start()
        try:
            self.wait("listening")
        except TimeoutError:
            raise NoDesktopError("a screen or a bus could not be started") from None
        started = [sys.executable, "-m", "nvworkshop", *map(str, files)]
        self.program = self._started(started, stdout=subprocess.DEVNULL)

    def _started(self, command: list[str], **how: Any) -> subprocess.Popen[str]:
        child = subprocess.Popen(
            command,
            **{"stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL, "env": self._env, **how},
            text=True,
        )
        self._keep.callback(_end, child)
        return child

    def _screen(self) -> str:
        ours, theirs = os.pipe()
        wide = ["-screen", "0", "1280x720x24", "-nolisten", "tcp"]
        child = subprocess.Popen(
            ["Xvfb", "-displayfd", str(theirs), *wide],
            pass_fds=(theirs,),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self._keep.callback(_end, child)
        os.close(theirs)
        with os.fdopen(ours) as told:
            return f":{told.readline().strip()}"

    def _session_bus(self) -> str:
        child = self._started(["dbus-daemon", "--session", "--nofork", "--print-address"])
        assert child.stdout is not None
        return child.stdout.readline().strip()

    def _listen(self) -> None:
        assert self._ear.stdout is not None
        for line in self._ear.stdout:
            self._lines.put(json.loads(line))

    def wait(self, kind: str, holds: Callable[[Event], bool] = lambda _: True) -> Event:
        """Return the next event of a kind for which something holds; TimeoutError when none."""
        end = time.monotonic() + _PATIENCE
        while True:
            try:
                event = self._lines.get(timeout=max(0.01, end - time.monotonic()))
            except queue.Empty:
                raise TimeoutError(f"never heard {kind}") from None
            self.heard.append(event)
            if event["kind"].startswith(kind) and holds(event):
                return event

    def wait_focus(self) -> Event:
        """Return what gets the keys next."""
        return self.wait("object:state-changed:focused", lambda event: bool(event["detail"]))

    def settle(self, quiet: float = 0.3) -> list[Event]:
        """Return what is heard until it has been quiet for a while."""
        began = len(self.heard)
        while True:
            try:
                self.heard.append(self._lines.get(timeout=quiet))
            except queue.Empty:
                return self.heard[began:]

    def tree(self) -> Event:
        """Return all that the program shows now."""
        assert self._ear.stdin is not None
        self._ear.stdin.write("tree\n")
        self._ear.stdin.flush()
        found = self.wait("tree")["tree"]
        assert isinstance(found, dict)
        return found

    def press(self, *keys: str) -> None:
        """Press keys, one after the other, as xdotool names them."""
        subprocess.run(["xdotool", "key", "--clearmodifiers", *keys], env=self._env, check=True)

    def write(self, text: str) -> None:
        """Type a text."""
        subprocess.run(["xdotool", "type", "--delay", "5", text], env=self._env, check=True)


def _end(child: subprocess.Popen[Any]) -> None:
    child.terminate()
    try:
        child.wait(5)
    except subprocess.TimeoutExpired:
        child.kill()
        child.wait()
    for pipe in (child.stdin, child.stdout):
        if pipe is not None:
            pipe.close()
