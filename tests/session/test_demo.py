"""The program may lie where nobody can write: what is copied from it can be written in."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from nvworkshop.cli.selftest import core
from nvworkshop.cli.selftest.running import run as try_all
from nvworkshop.places import SAMPLE_PLANS
from nvworkshop.session import demo


@pytest.fixture
def protected(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let the sample plans be where they can only be read."""
    folder = tmp_path / "program"
    folder.mkdir()
    for plan in SAMPLE_PLANS.glob("*.nvplan"):
        shutil.copy(plan, folder)
        (folder / plan.name).chmod(0o444)
    for module in (demo, core):
        monkeypatch.setattr(module, "SAMPLE_PLANS", folder)
    return folder


def test_the_demo_writes_in_its_copies(protected: Path, tmp_path: Path) -> None:
    told = list(demo.run(tmp_path / "demo"))
    copies = list((tmp_path / "demo").glob("*.nvplan"))
    assert len(copies) == len(demo.SOURCES) + 1
    assert all(one.stat().st_mode & 0o200 for one in copies)
    assert any("återlästa" in line for line in told)


def test_the_trial_of_itself_writes_in_its_copy(protected: Path) -> None:
    lines: list[str] = []
    assert try_all(lambda folder: list(core.core_checks(folder))[:2], lines.append) == 0, lines
