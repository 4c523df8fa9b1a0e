"""Who answers: what stands beside "Svarar" above the rows of a reply form."""

from __future__ import annotations

from collections.abc import Iterable

from nvworkshop.importing.layout import Layout
from nvworkshop.model.book_marks import ANSWERS
from nvworkshop.model.row_marks import plain
from nvworkshop.model.text import fold, shorten

_SHOWN = 80


def answered_by(layouts: Iterable[Layout]) -> str:
    """Return the function that answers, "" when it is not said."""
    for layout in layouts:
        for row in layout.sheet.rows[: layout.header]:
            said = [plain(one) for one in row if plain(one)]
            if said and fold(said[0].rstrip(":")) == fold(ANSWERS):
                return shorten(" ".join(said[1:]), _SHOWN)
    return ""
