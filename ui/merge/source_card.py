"""One plan that others wrote: whose it is, what it gave, how old it is, and what is the matter."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from nvworkshop.session.receipts import Source
from nvworkshop.session.sources import SourcePlan
from ui.editor.dates import moment
from ui.merge.words import gave
from ui.theme.theme import Theme
from ui.widgets.labels import PlainLabel
from ui.widgets.style import set_mark, set_role

_WRITERS = 3
"""How many of those who wrote are named."""


class Card(QFrame):
    """A name, and lines under it; never more than texts."""

    def __init__(self, name: str, theme: Theme, parent: QWidget | None = None) -> None:
        """Show the name."""
        super().__init__(parent)
        self.texts: list[str] = []
        set_role(self, "card")
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(*(theme.px(12),) * 4)
        self._lines.setSpacing(theme.px(2))
        self.say(name, "plan-name")

    def say(self, text: str, role: str) -> None:
        """Show one more line; an empty one is left out."""
        if not text:
            return
        self.texts.append(text)
        label = PlainLabel(text, self)
        label.setWordWrap(True)
        set_role(label, role)
        self._lines.addWidget(label)

    def warn(self, text: str) -> None:
        """Show a line that somebody should read."""
        self.say(f"▲ {text}", "note-warning")
        set_mark(self, "level", "warning")


def source_card(source: SourcePlan, now: datetime, theme: Theme, parent: QWidget) -> Card:
    """Return the card of a plan."""
    card = Card(source.name, theme, parent)
    card.say(gave(source), "small")
    written = card.tr("Skriven senast {when}").format(when=moment(source.changed, now))
    known = (written if source.changed else "", source.state)
    card.say(" · ".join(one for one in known if one), "small")
    card.say(", ".join(source.who[:_WRITERS]), "small")
    if source.damaged:
        text = card.tr("{n} ändringar gick inte att läsa. Be om en ny kopia av filen.")
        card.warn(text.format(n=source.damaged))
    for note in source.notes:
        card.say(note, "small")
    files = ", ".join(source.files)
    about = (source.title, files, ", ".join(source.who))
    card.setToolTip("\n".join(one for one in about if one and "<" not in one))
    return card


def trouble_card(source: Source, theme: Theme, parent: QWidget) -> Card:
    """Return the card of a file that could not be read."""
    card = Card(source.file, theme, parent)
    card.warn(source.error)
    return card
