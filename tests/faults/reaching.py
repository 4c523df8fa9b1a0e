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

_BAIT = "bete-som-ingen-far-hamta"
TEXTS = (
    f"![x](//{_BAIT}/delad/x.png)",
    f"<img src='//{_BAIT}/x.png'><img src='file:///tmp/{_BAIT}.png'>",
    f"<style>@import url(http://{_BAIT}.example/x.css)</style>",
    f'=HYPERLINK("http://{_BAIT}.example";"x")',
    f'=WEBSERVICE("http://{_BAIT}.example")',
    f'#image("/tmp/{_BAIT}.png") #read("/tmp/{_BAIT}")',
    f"{{% include '/tmp/{_BAIT}' %}} {{{{ ''.__class__ }}}}",
    f"[x](file:///tmp/{_BAIT}) [y](javascript:fetch('//{_BAIT}'))",
)
REPORTS = ("handlingsplan", "sammanfattning", "uppfoljning")
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


def run(seconds: float, seed: int) -> Result:
    """Watch so often that the time is used; each time at least once."""
    if not sys.platform.startswith("linux") or not shutil.which("strace"):
        return Result(impossible="needs strace")
    result, end = Result(), time.monotonic() + seconds
    while not result.faults or time.monotonic() < end:
        with tempfile.TemporaryDirectory() as folder:
            _watch(Path(folder), result)
    return result


def _watch(folder: Path, result: Result) -> None:
    log = folder / "calls"
    options = ["-f", "-qq", "-o", str(log), "-e", "trace=connect,sendto,open,openat,stat"]
    done = subprocess.run(
        ["strace", *options, sys.executable, "-m", "tests.faults.reaching", str(folder)],
        cwd=figures.ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    documents = int(done.stdout)
    result.faults += documents * len(TEXTS)
    result.count("documents", documents)
    for line in log.read_text("utf-8", "replace").splitlines():
        result.count("calls watched")
        reaches = ("connect(" in line or "sendto(" in line) and not _LOCAL.search(line)
        result.lose(reaches or _BAIT in line, line)


if __name__ == "__main__":
    sys.stdout.write(str(written(Path(sys.argv[1]))))
