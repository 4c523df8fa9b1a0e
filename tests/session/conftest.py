"""A plan with one action, made on this computer."""

from __future__ import annotations

from pathlib import Path

import pytest

from nvworkshop.session.sessions import create


@pytest.fixture
def place(tmp_path: Path) -> Path:
    place = tmp_path / "plats" / "södra.nvplan"
    place.parent.mkdir()
    session = create(place, county_part="sodra")
    session.add("action", {"title": "Mobilt team", "description": "Kör ut"}, entity="a1")
    session.publish()
    session.close()
    return place
