"""The ideas to prioritise as a list."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Qt

from ui.widgets.labels import plain_tooltip
from ui.workshop.idea_model import IdeaModel


class VoteModel(IdeaModel):
    """A list of ideas, with the whole text as a tooltip too: a row has two lines."""

    told: ClassVar = {
        **IdeaModel.told,
        Qt.ItemDataRole.ToolTipRole: lambda row: plain_tooltip(row.text),
    }
