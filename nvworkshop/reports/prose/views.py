"""What every template can use besides `plan`: the plan seen in the way of one report."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from nvworkshop.reports.prose.one_page import OnePage
from nvworkshop.reports.prose.told import Told

VIEWS: Mapping[str, Callable[[Told], object]] = MappingProxyType({"page": OnePage})
"""The views by the names that templates know them by; each is worked out when it is used."""


def views_of(told: Told) -> dict[str, object]:
    """Return every view of a plan."""
    return {name: view(told) for name, view in VIEWS.items()}
