from __future__ import annotations

from datetime import date

import pytest

from nvworkshop.model.kinds import FIELDS
from nvworkshop.model.values import Context
from tests.ui.plan.making import STRATEGY
from ui.plan.in_place import read

CONTEXT = Context(STRATEGY, date(2026, 11, 23))


@pytest.mark.parametrize(
    ("name", "text", "usable", "begins"),
    [
        ("end", "Q3 2027", True, "1 jul – 30 sep 2027"),
        ("end", "löpande", True, "från 23 nov 2026"),
        ("end", "när det går", True, ""),
        ("end", "31 februari 2027", False, "Klart: 31 februari"),
        ("principal", "Piteå kommun", True, ""),
        ("principal", "ej aktuellt", True, ""),
        ("principal", "Någon", False, "Ansvarig huvudman: ”Någon” finns inte i listan. Välj i"),
        ("effect", "7", False, "Effekt"),
        ("title", "", True, ""),
    ],
)
def test_what_is_typed_is_read_before_it_goes(
    name: str, text: str, usable: bool, begins: str
) -> None:
    reading = read(FIELDS["action"][name], text, CONTEXT)
    assert reading.usable is usable
    assert reading.sentence.startswith(begins)
