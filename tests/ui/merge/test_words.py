"""What is said of a merge when a file may not come in."""

from __future__ import annotations

from nvworkshop.merging.receipts import SourceResult
from nvworkshop.session.receipts import MergeReport
from ui.merge.words import merged

REFUSED = SourceResult("egen.nvplan", "ff", error="egen.nvplan är en huvudmans egen plan.")
UNREAD = SourceResult("trasig.nvplan", error="Filen är skadad.")


def test_why_a_file_may_not_come_in_is_said_in_its_own_words() -> None:
    assert merged(MergeReport("", (REFUSED, UNREAD), 0, 0)) == (
        "trasig.nvplan gick inte att läsa. egen.nvplan är en huvudmans egen plan."
    )
