"""A shipped strategy copied to where a test may break it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from nvworkshop.strategy import Strategy, load_shipped
from nvworkshop.strategy.loader import SHIPPED

Edit = Callable[[Callable[[dict[str, Any]], object]], None]


@pytest.fixture(scope="session")
def norrbotten() -> Strategy:
    return load_shipped("norrbotten")


@pytest.fixture(scope="session")
def vasterbotten() -> Strategy:
    return load_shipped("vasterbotten")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return shutil.copytree(SHIPPED / "norrbotten", tmp_path / "norrbotten")


@pytest.fixture
def edit(folder: Path) -> Edit:
    """Change the JSON value of the copied strategy file."""
    path = folder / "strategy.json"

    def apply(change: Callable[[dict[str, Any]], object]) -> None:
        raw = json.loads(path.read_text(encoding="utf-8"))
        change(raw)
        path.write_text(json.dumps(raw), encoding="utf-8")

    return apply
