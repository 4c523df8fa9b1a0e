"""What every template can use besides `plan`: the plan seen in the way of one report."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from nvworkshop.reports.prose.album import Album
from nvworkshop.reports.prose.covered import Covered
from nvworkshop.reports.prose.follow import Follow
from nvworkshop.reports.prose.memo import Memo
from nvworkshop.reports.prose.national import National
from nvworkshop.reports.prose.one_page import OnePage
from nvworkshop.reports.prose.ongoing import Ongoing
from nvworkshop.reports.prose.pictured import Pictured
from nvworkshop.reports.prose.summary import Summary
from nvworkshop.reports.prose.told import Told

VIEWS: Mapping[str, Callable[[Told], object]] = MappingProxyType(
    {
        "page": OnePage,
        "memo": Memo,
        "coverage": Covered,
        "follow": Follow,
        "ongoing": Ongoing,
        "summary": Summary,
    }
)
"""The views by the names that templates know them by; each is worked out when it is used."""


def views_of(told: Told, folders: Sequence[Path], album: Album) -> dict[str, object]:
    """Return every view of a plan; `folders` are where forms lie, those that go first first.

    Pictures that a template asks for are put in the album.
    """
    views = {name: view(told) for name, view in VIEWS.items()}
    return {**views, "national": National(told, folders), "pictures": Pictured(told, album)}
