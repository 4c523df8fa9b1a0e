"""Where plans of several länsdelar are in one table, a number says whose it is."""

from __future__ import annotations

import shutil
from pathlib import Path

from nvworkshop.places import SAMPLE_PLANS
from tests.ui.plan.conftest import Opener


def test_a_number_says_its_lansdel_and_has_room(open_table: Opener, tmp_path: Path) -> None:
    place = Path(shutil.copy(SAMPLE_PLANS / "overgripande.nvplan", tmp_path / "länet.nvplan"))
    table = open_table(place)
    row = next(one for one in table.desk.rows["action"].values() if one.where)
    model = table.view.table
    here = model.index(model.place_of(row.thing.id) or 0, 0)
    assert here.data() == f"{row.where} {row.texts['number']}"
    metrics = table.view.fontMetrics()
    assert table.view.columnWidth(0) > metrics.horizontalAdvance(here.data())
