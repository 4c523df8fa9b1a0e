"""`python -m tests.accessibility`: the errands by keys and ear, and what was heard, in figures."""

from __future__ import annotations

import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from tests.accessibility.bus import Event, lacking
from tests.accessibility.lint import wrong
from tests.accessibility.stories import STORIES, done


def _line(event: Event) -> str:
    words = (event["said"], event["name"], event["role"], event["value"], event["description"])
    spoken = [words[0]] if "announcement" in event["kind"] else [one for one in words[1:] if one]
    return " · ".join(" ".join(one.split())[:90] for one in spoken)


def main() -> int:
    """Do every errand; print what a screen reader says, and how much of each."""
    if why := lacking():
        sys.stderr.write(f"{why}\n")
        return 2
    troubles = 0
    for name in STORIES:
        began = time.monotonic()
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            for desktop in done(name, Path(folder)):
                heard = [one for one in desktop.heard if one.get("detail") and "role" in one]
                spoken = [one for one in heard if "text-changed" not in one["kind"]]
                told = wrong(desktop.heard)
                troubles += len(told)
                sys.stdout.write(f"\n{name}: {time.monotonic() - began:.0f} s\n")
                for event in spoken:
                    sys.stdout.write(f"  {_line(event)}\n" if _line(event) else "")
                kinds = Counter(one["kind"].split(":")[1] for one in heard)
                sys.stdout.write(f"  {dict(kinds)}; {len(told)} wrong {told}\n")
    return 1 if troubles else 0


if __name__ == "__main__":
    sys.exit(main())
