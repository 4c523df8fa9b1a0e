"""The things a strategy is made of, each with a fixed id."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from nvworkshop.model.text import fold as text_fold


def fold(text: str) -> str:
    """Fold text to compare names: as `model.text.fold`, and without any space."""
    return text_fold(text).replace(" ", "")


@dataclass(frozen=True, kw_only=True)
class Item:
    """What every thing in a strategy has; `source` is the id of a Source, `note` is for people."""

    id: str
    name: str
    short: str = ""
    name_en: str = ""
    aliases: tuple[str, ...] = ()
    source: str = field(default="", metadata={"refers": "source"})
    note: str = ""

    @property
    def label(self) -> str:
        """The name as a choice in a list, unique within its category."""
        return self.name

    @property
    def names(self) -> tuple[str, ...]:
        """Every way people write this thing, besides its id."""
        return tuple(name for name in (self.label, self.name, self.short, *self.aliases) if name)


@dataclass(frozen=True, kw_only=True)
class Source(Item):
    """Where a fact comes from; `year` is 0 when unknown."""

    year: int = 0
    url: str = ""


@dataclass(frozen=True, kw_only=True)
class Shift(Item):
    """Where care is to move; in another county it may be a goal."""

    description: str
    keywords: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Prerequisite(Item):
    """What must be in place for the shifts to happen."""

    description: str
    keywords: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class VisionPart(Item):
    """One statement of the målbild, in the first person."""

    description: str
    keywords: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Municipality(Item):
    """A kommun; the id is its four-digit kommunkod."""


@dataclass(frozen=True, kw_only=True)
class CountyPart(Item):
    """A länsdel and its municipalities."""

    municipalities: tuple[str, ...] = field(metadata={"refers": "municipality"})


@dataclass(frozen=True, kw_only=True)
class Principal(Item):
    """A huvudman under its official name; `municipality` is empty for the region."""

    municipality: str = field(default="", metadata={"refers": "municipality"})


@dataclass(frozen=True, kw_only=True)
class Actor(Item):
    """Somebody who takes part without being a huvudman."""

    description: str = ""


@dataclass(frozen=True, kw_only=True)
class Theme(Item):
    """What several flows are about, or the group of people they are for."""

    interpreted: bool = False


@dataclass(frozen=True, kw_only=True)
class Flow(Item):
    """A joint patient flow; `covers` holds ids of the kind that `scope` names."""

    where: str
    county_part: str = field(metadata={"refers": "county_part"})
    scope: str = field(metadata={"choices": ("municipality", "county_part", "target_group")})
    covers: tuple[str, ...]
    themes: tuple[str, ...] = field(default=(), metadata={"refers": "theme"})
    contacts: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """The place and the name: several places have a flow of the same name."""
        return f"{self.where}: {self.name}"

    @property
    def covered_category(self) -> str:
        """The category that `covers` points into; a target group is a theme."""
        return "theme" if self.scope == "target_group" else self.scope


@dataclass(frozen=True, kw_only=True)
class Body(Item):
    """A group that prepares, decides or follows up; `decides` on plans, or recommends them."""

    role: str
    level: str = field(metadata={"choices": ("local", "county", "principal")})
    decides: bool = True


@dataclass(frozen=True, kw_only=True)
class AgreementArea(Item):
    """A tag of the yearly report on the agreement between the state and the regions."""


@dataclass(frozen=True, kw_only=True)
class Abbreviation(Item):
    """A short form (its name) and what it stands for; `interpreted` when no source says so."""

    expansion: str
    interpreted: bool = False


@dataclass(frozen=True, kw_only=True)
class Place(Item):
    """Where people meet care and support, smaller than a municipality."""

    type: str = field(
        metadata={"choices": ("filial", "servicepunkt", "halsocentral", "sjukstuga", "other")}
    )
    municipality: str = field(default="", metadata={"refers": "municipality"})


@dataclass(frozen=True, kw_only=True)
class StarterIndicator(Item):
    """A measure to begin with; `example` because no body has settled it."""

    example: bool
    shifts: tuple[str, ...] = field(default=(), metadata={"refers": "shift"})
    unit: str = ""


@dataclass(frozen=True, kw_only=True)
class PlanRule(Item):
    """What the strategy says of plans and follow-up."""

    text: str


@dataclass(frozen=True, kw_only=True)
class Occasion(Item):
    """What comes back every year; `day` is its month and day ("12-31") where that is settled."""

    occasion: str = field(metadata={"choices": ("meeting", "budget", "national", "other")})
    day: str = field(default="", metadata={"choices": ("", "12-31")})


@dataclass(frozen=True, kw_only=True)
class RatingLevel:
    """One step of a self-rating, 1 to 5."""

    level: int
    name: str
    description: str


@dataclass(frozen=True, kw_only=True)
class Rating:
    """The five steps for shifts and the five for prerequisites."""

    shift: tuple[RatingLevel, ...] = ()
    prerequisite: tuple[RatingLevel, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Vision:
    """The målbild: one central statement and its parts."""

    central: VisionPart | None = None
    parts: tuple[VisionPart, ...] = ()

    @property
    def statements(self) -> tuple[VisionPart, ...]:
        """The central statement first, then the parts."""
        return (self.central, *self.parts) if self.central else self.parts


@dataclass(frozen=True, kw_only=True)
class Terms:
    """What this county calls its shifts and prerequisites, one and many, in lower case."""

    shift: str = "riktningsförändring"
    shifts: str = "riktningsförändringar"
    prerequisite: str = "förutsättning"
    prerequisites: str = "förutsättningar"


@dataclass(frozen=True)
class Section:
    """A list in the strategy file: its key there and the class of its items."""

    key: str
    item: type[Item]


SECTIONS: Mapping[str, Section] = MappingProxyType(
    {
        "source": Section("sources", Source),
        "shift": Section("shifts", Shift),
        "prerequisite": Section("prerequisites", Prerequisite),
        "municipality": Section("municipalities", Municipality),
        "county_part": Section("county_parts", CountyPart),
        "principal": Section("principals", Principal),
        "actor": Section("actors", Actor),
        "theme": Section("themes", Theme),
        "flow": Section("flows", Flow),
        "body": Section("bodies", Body),
        "agreement_area": Section("agreement_areas", AgreementArea),
        "abbreviation": Section("abbreviations", Abbreviation),
        "place": Section("places", Place),
        "starter_indicator": Section("starter_indicators", StarterIndicator),
        "plan_rule": Section("plan_rules", PlanRule),
        "yearly": Section("yearly", Occasion),
    }
)
CATEGORIES = (*SECTIONS, "vision", "party")
