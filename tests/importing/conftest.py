"""A list read against a strategy, as a plan of the southern länsdel would."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from nvworkshop.exchange.incoming.reader import read_book
from nvworkshop.importing.foreign import Around, propose
from nvworkshop.importing.mapping import look
from nvworkshop.model.layouts import Layout, Split
from nvworkshop.model.proposals import Proposals
from nvworkshop.model.values import Context
from nvworkshop.strategy import load_shipped

STRATEGY = load_shipped("norrbotten")
AROUND = Around(
    Context(STRATEGY, date(2026, 4, 1)),
    {"starta mobila team": "åtgärd 3"},
    ("2506", "2505", "2581", "2560"),
)

Propose = Callable[..., Proposals]


@pytest.fixture
def proposed() -> Propose:
    """Return what reads a file as it is proposed to be read."""

    def _proposed(place: Path, split: Split = Split.LISTS) -> Proposals:
        book = read_book(place)
        found = look(book, STRATEGY).layout
        return propose(book, Layout(found.sheet, found.header, found.fields, split), AROUND)

    return _proposed


def values(found: Proposals, place: int = 0) -> dict[str, object]:
    """Return the values of one proposal; times as they were said."""
    data = {one.name: one.proposed for one in found.proposals[place].fields}
    return {name: one["said"] if isinstance(one, dict) else one for name, one in data.items()}
