"""A desk with plan files on it, and the command line to use on them."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from nvworkshop.cli.run import run
from nvworkshop.places import ROOT
from nvworkshop.session.sessions import create, open_plan

ENGLISH = re.compile(
    r"\b(usage|error|missing|no such|invalid|option|argument|try|unexpected|requires|file not"
    r"|permission|denied|traceback|exception|the)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Result:
    """What a command answered."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def last(self) -> str:
        return self.out.splitlines()[-1]


Nv = Callable[..., Result]


@pytest.fixture
def nv(capsys: pytest.CaptureFixture[str]) -> Nv:
    """Run a command; whatever it is, it answers in Swedish and without a traceback."""

    def command(*arguments: object) -> Result:
        code = run([str(one) for one in arguments])
        captured = capsys.readouterr()
        result = Result(code, captured.out, captured.err)
        assert code in (0, 1, 2), result
        assert "Traceback" not in result.err
        assert "Ett fel i programmet" not in result.err
        if code == 2:
            assert result.err.strip(), "a command that could not must say why"
            assert not ENGLISH.search(result.err), result.err
        return result

    return command


def start(*arguments: str | bytes, detached: bool = False) -> subprocess.Popen[bytes]:
    """Start the program as people do, or as what has no terminal to ask in."""
    command = [sys.executable, "-m", "nvworkshop", *arguments]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL if detached else None,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=env,
        start_new_session=detached,
    )


def real(*arguments: str | bytes) -> Result:
    """Run the program as people do."""
    with start(*arguments) as process:
        out, err = process.communicate(timeout=60)
    return Result(process.returncode, out.decode(), err.decode())


@dataclass(frozen=True)
class Desk:
    """Where the files lie, and the ids of the two actions in Södra's plan."""

    folder: Path
    team: str
    sip: str

    def __truediv__(self, name: str) -> Path:
        return self.folder / name

    def bytes(self) -> dict[str, bytes]:
        """Return every file's content by its path."""
        files = (one for one in self.folder.rglob("*") if one.is_file())
        return {str(one.relative_to(self.folder)): one.read_bytes() for one in files}


@pytest.fixture(scope="session")
def drawer(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """Södra's plan and a copy of it edited apart, an empty plan, a merged one, a damaged one."""
    folder = tmp_path_factory.mktemp("drawer")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NVWORKSHOP_HOME", str(tmp_path_factory.mktemp("drawer-home")))
        patch.chdir(folder)
        return _fill(folder)


def _fill(folder: Path) -> Desk:
    own = create(folder / "sodra.nvplan", county_part="sodra")
    values = {"title": "Mobilt närsjukvårdsteam", "goal": "Trygg hemma", "end": "Q3 2026"}
    team = own.add("action", {**values, "contributors": "Region Norrbotten, Älvsbyn"}).entity
    sip = own.add("action", {"title": "SIP i tid", "shift": "R2"}).entity
    own.publish()
    own.close()
    shutil.copy(folder / "sodra.nvplan", folder / "kopia.nvplan")
    for name, goal, with_, end in (
        ("sodra", "Mål hemma", "Piteå", "Q4 2026"),
        ("kopia", "Mål borta", "Arvidsjaur, Region Norrbotten", "våren 2027"),
    ):
        plan = open_plan(folder / f"{name}.nvplan")
        plan.set(team, {"goal": goal, "contributors": with_, "end": end})
        plan.set(sip, {"goal": "Ändrat under tiden"}) if name == "kopia" else plan.remove(sip)
        plan.publish()
        plan.close()
    create(folder / "tom.nvplan").close()
    shutil.copy(folder / "tom.nvplan", folder / "samlad.nvplan")
    assert run(["merge", "sodra.nvplan", "kopia.nvplan", "--into", "samlad.nvplan"]) == 1
    whole = (folder / "kopia.nvplan").read_bytes()
    (folder / "skadad.nvplan").write_bytes(whole.replace(b"Trygg hemma", b"Trygg hamma"))
    return Desk(folder, team, sip)


@pytest.fixture
def desk(drawer: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """The drawer's files laid out in the folder the test stands in."""
    folder = tmp_path / "skrivbord"
    shutil.copytree(drawer.folder, folder)
    monkeypatch.chdir(folder)
    return Desk(folder, drawer.team, drawer.sip)
