"""What a step of editing is called, and what is told of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from nvworkshop.language import said
from nvworkshop.model.kinds import KINDS
from nvworkshop.planfile.store import Key
from nvworkshop.session.steps import FieldStep


def set_label(parsed: Mapping[Key, Mapping[str, Any]]) -> str:
    """Name the fields of the only thing that is changed, or say how many things are."""
    if len(parsed) != 1:
        return said("Ändra {parsed} rader").format(parsed=len(parsed))
    (kind, _), values = next(iter(parsed.items()))
    declared = [KINDS[kind].field(name) for name in values]
    return said("Ändra ") + ", ".join(said(one.sv) for one in declared if one)


def passed_notes(passed: Sequence[FieldStep]) -> tuple[str, ...]:
    """Say how many fields were passed over, because somebody else has changed them."""
    if not passed:
        return ()
    return (
        said("{passed} fält har ändrats av någon annan sedan dess och lämnades som de är.").format(
            passed=len(passed)
        ),
    )
