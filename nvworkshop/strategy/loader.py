"""Load a strategy from its folder: strategy.json and guide/ID.md."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from nvworkshop.errors import StrategyError
from nvworkshop.language import said
from nvworkshop.places import RESOURCES
from nvworkshop.strategy.building import build_strategy
from nvworkshop.strategy.guide import guide_path, read_guide
from nvworkshop.strategy.reading import read_json, shown
from nvworkshop.strategy.strategy import Strategy

FILE_NAME = "strategy.json"
MAX_PROBLEMS_SHOWN = 100
SHIPPED = RESOURCES / "strategies"


def load(folder: Path, *, read_guides: bool = True) -> Strategy:
    """Load and check the strategy in a folder, which may come from outside.

    Without `read_guides` the guide texts must exist but are not read until asked for.
    Raises StrategyError with every problem found, each with file and key path.
    """
    where = f"{folder.absolute().name}/{FILE_NAME}"
    problems: list[str] = []
    raw = read_json(folder / FILE_NAME, where, problems)
    if problems:
        raise _error(where, problems)
    found: list[str] = []
    strategy = build_strategy(raw, found)
    if strategy is None:
        raise _error(where, [f"{where}: {problem}" for problem in found])
    problems = _guide_problems(folder, strategy, read_guides=read_guides)
    if problems:
        raise _error(where, problems)
    return replace(strategy, folder=folder)


def available(root: Path | None = None) -> list[str]:
    """Ids of the strategies under `root` (those that come with the program), sorted."""
    folder = root or SHIPPED
    if not folder.is_dir():
        return []
    return sorted(one.name for one in folder.iterdir() if (one / FILE_NAME).is_file())


def load_shipped(strategy_id: str, *, root: Path | None = None) -> Strategy:
    """Load one of the strategies that `available` names.

    Raises StrategyError naming those that exist.
    """
    existing = available(root)
    if strategy_id not in existing:
        names = ", ".join(existing) or said("ingen strategi alls")
        raise StrategyError(
            said("Strategin {strategy_id} finns inte i programmet.").format(
                strategy_id=shown(strategy_id)
            ),
            said("De som finns är: {names}.").format(names=names),
        )
    strategy = load((root or SHIPPED) / strategy_id, read_guides=False)
    if strategy.id != strategy_id:
        where = f"{strategy_id}/{FILE_NAME}"
        raise _error(
            where,
            [
                said("{where}: id är {id}, men mappen heter annorlunda").format(
                    where=where, id=shown(strategy.id)
                )
            ],
        )
    return strategy


def _guide_problems(folder: Path, strategy: Strategy, *, read_guides: bool) -> list[str]:
    problems: list[str] = []
    for item_id in strategy.guided_ids:
        if read_guides:
            read_guide(folder, item_id, problems)
        elif not guide_path(folder, item_id).is_file():
            problems.append(
                said("{name}/guide/{item_id}.md: filen saknas").format(
                    name=folder.absolute().name, item_id=item_id
                )
            )
    return problems


def _error(where: str, problems: list[str]) -> StrategyError:
    shown_problems = problems[:MAX_PROBLEMS_SHOWN]
    if len(problems) > MAX_PROBLEMS_SHOWN:
        shown_problems.append(
            said("och {problems} fel till").format(problems=len(problems) - MAX_PROBLEMS_SHOWN)
        )
    return StrategyError(
        said("Strategin i {where} går inte att använda.").format(where=where),
        "; ".join(shown_problems) + ".",
        said("Rätta det som står här och läs in strategin igen."),
    )
