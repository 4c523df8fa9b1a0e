"""Every test has its own home folder, and no clock or chance but what it asks for."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

import nvworkshop.exchange  # noqa: F401  # before openpyxl, whose writer it chooses

settings.register_profile("project", deadline=None, print_blob=True)
settings.load_profile("project")

_MANY = 100_000
"""Objects made since the last collection that are too many to keep."""


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("NVWORKSHOP_HOME", str(folder))
    return folder


@pytest.fixture(autouse=True)
def _collected_now_and_then() -> Iterator[None]:
    """Let go of garbage where tests of the window have turned the collector off."""
    yield
    if not gc.isenabled() and gc.get_count()[0] > _MANY:
        gc.collect()
