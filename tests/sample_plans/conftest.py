"""One build of the sample plans for all tests here."""

from __future__ import annotations

from pathlib import Path

import pytest

from nvworkshop.planfile.reading.pool import read_plan
from nvworkshop.session.files import view_of
from nvworkshop.session.view import PlanView
from sample_plans.build import build
from sample_plans.content import LOCAL, load


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sample_plans")
    build(folder)
    return folder


@pytest.fixture(scope="session")
def views(built: Path) -> dict[str, PlanView]:
    return {name: view_of(read_plan(built / load(name).file)) for name in LOCAL}
