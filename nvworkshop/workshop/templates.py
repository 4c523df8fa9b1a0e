"""Agenda templates: plain files in resources/workshops, filled with a strategy's own items."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nvworkshop.errors import InputError
from nvworkshop.language import in_source, marked, said
from nvworkshop.places import RESOURCES
from nvworkshop.strategy import Strategy
from nvworkshop.strategy.items import Item
from nvworkshop.workshop.steps import Agenda, Step, StepType, within

FOLDER = RESOURCES / "workshops"

TITLES: Mapping[StepType, str] = {
    StepType.WELCOME: marked("Välkomna"),
    StepType.VISION: marked("Målbilden"),
    StepType.FLOWS: marked("Nuläge och flöden"),
    StepType.RATING: marked("Skattning"),
    StepType.PRIORITISE: marked("Prioritera"),
    StepType.ACTIONS: marked("Förslag blir åtgärder"),
    StepType.CHECK: marked("Kontrollera planen"),
    StepType.FOLLOW_UP: marked("Gå igenom åtgärderna"),
    StepType.READ_BACK: marked("Läs upp: vem gör vad när"),
    StepType.CLOSE: marked("Avslutning"),
    StepType.BREAK: marked("Paus"),
    StepType.FREE: marked("Eget steg"),
}
"""What a step is called unless the template or the strategy says something else."""

_ITEMS = {StepType.SHIFT: "shift", StepType.PREREQUISITE: "prerequisite"}
"""Steps that there are several of: one per item of this category of the strategy."""


@dataclass(frozen=True, slots=True)
class Template:
    """One template: its id (the name of its file), its name on screen, and its steps as written.

    `about` is a sentence about what it is for.
    """

    id: str
    name: str
    order: int
    steps: tuple[Mapping[str, Any], ...]
    about: str = ""

    @property
    def follows_up(self) -> bool:
        """Whether the group goes through a plan that it has made before."""
        return any(one["type"] == StepType.FOLLOW_UP for one in self.steps)

    def agenda(self, strategy: Strategy) -> Agenda:
        """Return the agenda for a strategy; a step with items shares its minutes among them."""
        return tuple(_steps(self.steps, strategy))


def templates(folder: Path = FOLDER) -> tuple[Template, ...]:
    """Read all templates of a folder, in their own order."""
    read = (_read(place) for place in sorted(folder.glob("*.toml")))
    return tuple(sorted(read, key=lambda one: (one.order, one.id)))


def offered(*, following_up: bool) -> tuple[Template, ...]:
    """Return the templates in the order they are offered: what the group is to do now first."""
    return tuple(sorted(templates(), key=lambda one: one.follows_up != following_up))


def template_agenda(name: str, strategy: Strategy) -> Agenda:
    """Return the agenda of a template by its id. Raises InputError when there is none."""
    for one in templates():
        if one.id == name:
            return one.agenda(strategy)
    known = ", ".join(one.id for one in templates())
    raise InputError(
        said("Det finns ingen dagordning som heter ”{name}”.").format(name=name),
        hint=said("Välj en av: {known}").format(known=known),
    )


def _read(place: Path) -> Template:
    spoken = tomllib.loads(place.read_text("utf-8"))
    steps, about = tuple(spoken["steps"]), spoken.get("about", "")
    return Template(place.stem, spoken["name"], spoken.get("order", 0), steps, about)


def _steps(written: tuple[Mapping[str, Any], ...], strategy: Strategy) -> Iterator[Step]:
    seen: dict[StepType, int] = {}
    for one in written:
        kind = StepType(one["type"])
        minutes = within(one["minutes"])
        if kind in _ITEMS:
            yield from _per_item(kind, minutes, strategy.items(_ITEMS[kind]))
            continue
        seen[kind] = seen.get(kind, 0) + 1
        name = kind.value if seen[kind] == 1 else f"{kind}-{seen[kind]}"
        yield Step(name, kind, one.get("title", TITLES[kind]), minutes)


def _per_item(kind: StepType, minutes: int, items: Sequence[Item]) -> Iterator[Step]:
    for place, item in enumerate(items):
        share = minutes * (place + 1) // len(items) - minutes * place // len(items)
        title = str(in_source(item.short or item.name))  # the plan keeps it
        yield Step(f"{kind}-{item.id}", kind, title, share, item.id)
