"""A place where no file can be made is told of in a sentence, whoever asks."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from nvworkshop.errors import PlanError
from nvworkshop.session import files, handing_back, moving
from nvworkshop.session.sessions import create
from tests.faults.whole import is_plain_swedish

TOO_LONG = f"{'x' * 300}.nvplan"


def copied(place: Path) -> None:
    source = place.parent / "plan.nvplan"
    moving.save_copy(create(source, county_part="sodra"), place)


def salvaged(place: Path) -> None:
    files.salvage(place.parent / "skadad.nvplan", place)


def handed_back(place: Path) -> None:
    plan = create(place.parent / "plan.nvplan")
    handing_back.hand_back(plan, place, county_part="sodra")


@pytest.mark.parametrize(
    "make", [partial(create, county_part="sodra"), copied, salvaged, handed_back]
)
def test_a_name_no_disk_takes_is_a_sentence(tmp_path: Path, make: Callable[[Path], object]) -> None:
    with pytest.raises(PlanError, match="för långt") as told:
        make(tmp_path / TOO_LONG)
    assert is_plain_swedish(told.value.sentence)


def test_a_path_that_is_too_long_is_not_called_write_protected(tmp_path: Path) -> None:
    deep = tmp_path.joinpath(*["m" * 100] * 6)
    deep.mkdir(parents=True)
    with pytest.raises(PlanError, match="lång") as told:
        create(deep / "plan.nvplan", county_part="sodra")
    assert is_plain_swedish(told.value.sentence)


def test_a_folder_in_the_place_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "plan.nvplan").mkdir()
    with pytest.raises(PlanError, match="finns redan"):
        create(tmp_path / "plan.nvplan", county_part="sodra")
