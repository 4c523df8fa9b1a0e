"""How an indicator stands when only some of its areas are looked at."""

from __future__ import annotations

import pytest

from nvworkshop.followup.areas import Areas
from nvworkshop.followup.measured import measured
from nvworkshop.strategy import load_shipped
from tests.followup.things import measured as value_of
from tests.followup.things import thing

AREAS = Areas(load_shipped("norrbotten"))
SODRA = AREAS.within("municipality", "sodra")


@pytest.mark.parametrize("plan", ["the county's", "of another part"])
@pytest.mark.parametrize(("rule", "together"), [("sum", 40), ("weighted_mean", 10)])
def test_a_part_has_together_what_its_own_areas_have(plan: str, rule: str, together: int) -> None:
    one = thing("indicator", plan=plan, aggregation=rule, area_level="municipality")
    values = [
        value_of(
            "2026-01-31",
            10 if area in SODRA else 99,
            indicator=one.id,
            area=area,
            area_level="municipality",
            count=40,
        )
        for area in AREAS.within("municipality")
    ]

    (found,) = measured(
        [one], values, {"of another part": "ostra"}, AREAS, part="sodra", within={"sodra", *SODRA}
    )

    assert (found.judged.now, found.judged.of) == (together, "Södra")
