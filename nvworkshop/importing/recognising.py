"""Whether a book from outside is one that this program made, however it has been edited since."""

from __future__ import annotations

from nvworkshop.importing.layout import layout_of
from nvworkshop.model.book_marks import read_marks
from nvworkshop.model.sheets import RawBook


def is_returned(book: RawBook) -> bool:
    """Tell whether a book has this program's properties, or rows with its ids or marks."""
    if read_marks(book.marks) is not None:
        return True
    found = [layout_of(one, {}) for one in book.sheets]
    return any(one is not None and (one.mark >= 0 or one.id >= 0) for one in found)
