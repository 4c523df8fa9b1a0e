from __future__ import annotations

from pathlib import Path

import pytest

from nvworkshop.errors import StrategyError
from nvworkshop.strategy import Strategy, load_shipped
from nvworkshop.workshop.guides import common_guide, guide_of, question_of
from nvworkshop.workshop.steps import Step, StepType
from nvworkshop.workshop.templates import template_agenda, templates

SHIPPED = ("norrbotten", "vasterbotten")


@pytest.mark.parametrize("strategy", SHIPPED)
@pytest.mark.parametrize("template", [one.id for one in templates()])
def test_every_step_of_every_template_has_a_guide(strategy: str, template: str) -> None:
    county = load_shipped(strategy)
    for step in template_agenda(template, county):
        guide = guide_of(step, county)
        assert guide.question.endswith("?"), step.id
        assert guide.about, step.id
        assert guide.hints, step.id


@pytest.mark.parametrize("strategy", SHIPPED)
@pytest.mark.parametrize("kind", StepType)
def test_every_kind_of_step_has_one_question(strategy: str, kind: StepType) -> None:
    county = load_shipped(strategy)
    item = {StepType.SHIFT: county.shifts, StepType.PREREQUISITE: county.prerequisites}.get(kind)
    step = Step("x", kind, "Steg", 5, item=item[0].id if item else "")
    assert question_of(step, county)


def test_a_shift_has_its_own_guide_and_the_vision_that_of_the_strategy() -> None:
    county = load_shipped("norrbotten")
    first, second = (Step(one, StepType.SHIFT, "", 5, item=one) for one in ("R1", "R2"))
    assert question_of(first, county) != question_of(second, county)
    vision = Step("vision", StepType.VISION, "", 5)
    assert question_of(vision, county) != common_guide(StepType.FREE).question


def test_the_groups_own_question_comes_first() -> None:
    step = Step("free-1", StepType.FREE, "Bussar", 5, question="Hur tar man sig dit?")
    assert question_of(step, load_shipped("norrbotten")) == "Hur tar man sig dit?"


def test_a_strategy_without_guides_asks_what_every_county_asks() -> None:
    bare = Strategy.bare("Ett län")
    step = Step("shift-R1", StepType.SHIFT, "", 5, item="R1")
    assert guide_of(step, bare) == common_guide(StepType.FREE)


def test_a_guide_that_is_not_there_is_told_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(StrategyError, match="Vägledningen"):
        common_guide(StepType.BREAK, tmp_path)
