"""Every test has its own home folder, and no clock or chance but what it asks for."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

import nvworkshop.exchange  # noqa: F401  # before openpyxl, whose writer it chooses

settings.register_profile("project", deadline=None, print_blob=True)
settings.load_profile("project")


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("NVWORKSHOP_HOME", str(folder))
    return folder
