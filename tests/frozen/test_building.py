from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from nvworkshop import __main__ as door
from nvworkshop.exchange.incoming.reader import command as read_books
from nvworkshop.exchange.sealed import command as seal
from nvworkshop.places import ROOT
from nvworkshop.planfile.reading.process import command as read_plans
from ui.freezing.modules import modules_of
from ui.freezing.trying import program_in, sizes, strangers
from ui.freezing.version_resource import version_resource


def test_the_version_resource_says_what_the_file_is() -> None:
    text = version_resource("1.2.3", "nvworkshop-cli", "Handlingsplaner")
    ast.parse(text)
    assert "filevers=(1, 2, 3, 0)" in text
    assert "'OriginalFilename', 'nvworkshop-cli.exe'" in text


def test_every_command_is_among_the_modules() -> None:
    names = set(modules_of(ROOT / "nvworkshop"))
    assert {"nvworkshop", "nvworkshop.cli.demo", "nvworkshop.exchange.prose.pdf_out"} <= names
    assert not any(one.endswith("__main__") for one in names)


def test_sizes_are_told_by_part(tmp_path: Path) -> None:
    (tmp_path / "_internal" / "typst").mkdir(parents=True)
    (tmp_path / "_internal" / "typst" / "a.so").write_bytes(bytes(2_000_000))
    (tmp_path / "nvworkshop").write_bytes(bytes(500_000))
    assert list(sizes(tmp_path)) == ["   2.5 MB in all", "   2.0 MB typst", "   0.5 MB nvworkshop"]
    assert program_in(tmp_path) == tmp_path / "nvworkshop"


def test_what_was_left_in_the_persons_folder_is_told(tmp_path: Path) -> None:
    for name in ("nvworkshop", ".cache", ".config"):
        (tmp_path / name).mkdir()
    assert strangers(tmp_path) == [".config"]


@pytest.mark.skipif(sys.platform != "linux", reason="the screen nobody sees is tried on Linux")
def test_the_window_ends_when_it_is_painted(home: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "nvworkshop", "--first-paint"], cwd=ROOT, timeout=60, check=False
    )
    assert done.returncode == 0


def test_the_children_of_a_frozen_program_are_the_program(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert read_books() == [sys.executable, door.READ_BOOKS]
    assert seal() == [sys.executable, door.SEAL]
    assert read_plans() == [sys.executable, door.READ_PLANS]
