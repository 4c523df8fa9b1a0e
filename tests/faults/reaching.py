"""Texts that would reach out – by a picture, a link, a formula – in every document, under strace.

Run with FOLDER it writes the documents; `run` watches which files and addresses that asks for.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from nvworkshop.session.export import export, formats_of, kind_named
from nvworkshop.session.sessions import create
from tests.faults import figures
from tests.faults.result import Result

BAIT = "bete-som-ingen-far-hamta"
TEXTS = (
    f"![x](//{BAIT}/delad/x.png)",
    f"<img src='//{BAIT}/x.png'><img src='file:///tmp/{BAIT}.png'>",
    f"<style>@import url(http://{BAIT}.example/x.css)</style>",
    f'=HYPERLINK("http://{BAIT}.example";"x")',
    f'=WEBSERVICE("http://{BAIT}.example")',
    f'#image("/tmp/{BAIT}.png") #read("/tmp/{BAIT}")',
    f"{{% include '/tmp/{BAIT}' %}} {{{{ ''.__class__ }}}}",
    f"[x](file:///tmp/{BAIT}) [y](javascript:fetch('//{BAIT}'))",
)
REPORTS = ("handlingsplan", "sammanfattning", "uppfoljning")
_CALLS = "trace=connect,sendto,open,openat,stat,newfstatat,statx,access,readlink"
_STRACE = ("strace", "-f", "--seccomp-bpf", "-qq", "-e", _CALLS)
_LOCAL = re.compile(r"AF_UNIX|AF_NETLINK|AF_UNSPEC")


def written(folder: Path) -> int:
    """Write a plan of such texts, and every document of it; return how many."""
    os.environ["NVWORKSHOP_HOME"] = str(folder / "home")
    session = create(folder / "plan.nvplan", county_part="sodra")
    for text in TEXTS:
        session.add("action", {"title": text, "goal": text, "description": text})
    session.publish()
    made = 0
    for report in REPORTS:
        for suffix in formats_of(kind_named(report)):
            export(session, folder / f"{report}{suffix}", report=report)
            made += 1
    session.close()
    return made


def impossible() -> str:
    """Return what is lacking to watch; "" when nothing is."""
    can = sys.platform.startswith("linux") and shutil.which("strace")
    return "" if can else "needs strace"


def run(seconds: float, seed: int) -> Result:
    """Watch so often that the time is used; each time at least once."""
    if impossible():
        return Result(impossible=impossible())
    result, end = Result(), time.monotonic() + seconds
    while not result.faults or time.monotonic() < end:
        with tempfile.TemporaryDirectory() as folder:
            _watch(Path(folder), result)
    return result


def _watch(folder: Path, result: Result) -> None:
    documents = int(watched(["tests.faults.reaching", str(folder)], folder / "calls", result))
    result.faults += documents * len(TEXTS)
    result.count("documents", documents)


def watched(module: list[str], log: Path, result: Result) -> str:
    """Run a module of ours with its arguments and look through its calls; return what it prints."""
    done = subprocess.run(
        [*_STRACE, "-o", str(log), sys.executable, "-m", *module],
        cwd=figures.ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    for line in log.read_text("utf-8", "replace").splitlines():
        result.count("calls watched")
        reaches = ("connect(" in line or "sendto(" in line) and not _LOCAL.search(line)
        result.lose(reaches or BAIT in line, line)
    return done.stdout


if __name__ == "__main__":
    sys.stdout.write(str(written(Path(sys.argv[1]))))
