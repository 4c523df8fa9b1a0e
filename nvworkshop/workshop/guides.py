"""The guide text of a step: the strategy's own, or what is the same in every county."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from nvworkshop.errors import StrategyError
from nvworkshop.language import said
from nvworkshop.places import RESOURCES
from nvworkshop.strategy import Strategy
from nvworkshop.strategy.guide import Guide, parse_guide
from nvworkshop.strategy.reading import read_text
from nvworkshop.workshop.steps import Step, StepType

FOLDER = RESOURCES / "guide"


def guide_of(step: Step, strategy: Strategy) -> Guide:
    """Return what to ask, say and watch for in a step. Raises StrategyError when there is none."""
    central = strategy.vision.central
    item = central.id if step.type is StepType.VISION and central else step.item
    if item in strategy.guided_ids:
        return strategy.guide(item)
    return common_guide(step.type)


def question_of(step: Step, strategy: Strategy) -> str:
    """Return the one question of a step: the group's own, or the guide's."""
    return step.question or guide_of(step, strategy).question


@cache
def common_guide(kind: StepType, folder: Path = FOLDER) -> Guide:
    """Read the guide of a kind of step; steps without one have that of a step of their own."""
    name = kind.value if (folder / f"{kind}.md").exists() else StepType.FREE.value
    problems: list[str] = []
    where = f"guide/{name}.md"
    text = read_text(folder / f"{name}.md", where, problems)
    guide = None if text is None else parse_guide(name, text, where=where, problems=problems)
    if guide is None:
        raise StrategyError(said("Vägledningen går inte att använda."), "; ".join(problems) + ".")
    return guide
