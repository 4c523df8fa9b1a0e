"""Whether a book from outside is one that this program made, however it has been edited since."""

from __future__ import annotations

import re

from nvworkshop.importing.layout import Layout, layout_of
from nvworkshop.model.book_marks import read_marks
from nvworkshop.model.sheets import RawBook

_NUMBER = re.compile(r"[A-ZÅÄÖa-zåäö]{0,3}[-. ]?[\d.]*")
"""What people number their rows with: 7, 1.2, Å-14."""


def is_returned(book: RawBook) -> bool:
    """Tell whether a book has this program's properties, or rows with its ids or marks."""
    if read_marks(book.marks) is not None:
        return True
    found = [layout_of(one, {}) for one in book.sheets]
    return any(one is not None and (one.mark >= 0 or _has_ids(one)) for one in found)


def _has_ids(layout: Layout) -> bool:
    """Tell whether a column Id has ids: in lists of other people's it has numbers."""
    ids = (cells[layout.id] for _, cells in layout.rows if 0 <= layout.id < len(cells))
    return any(isinstance(one, str) and not _NUMBER.fullmatch(one.strip()) for one in ids)
