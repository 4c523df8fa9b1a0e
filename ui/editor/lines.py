"""One line of the form: a field, or two beside each other when there is room."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from nvworkshop.model.fields import Field
from ui.editor.box import FieldBox
from ui.editor.showing import show_if
from ui.theme.theme import Theme

_LEAST_HALF = 150
"""Design pixels that a field beside another needs."""


class FieldLine(QWidget):
    """Its fields are made when they are first shown."""

    def __init__(
        self,
        fields: Sequence[Field],
        box_of: Callable[[Field], FieldBox],
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        """Show nothing."""
        super().__init__(parent)
        self.fields = tuple(fields)
        self._box_of = box_of
        self._theme = theme
        self._boxes: dict[str, FieldBox] = {}
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.px(10))
        self.hide()

    def show_fields(self, fields: Sequence[Field]) -> None:
        """Show these of the line's fields."""
        for place, field in enumerate(self.fields):
            box = self._boxes.get(field.name)
            if field in fields and box is None:
                box = self._boxes[field.name] = self._box_of(field)
                self._row.insertWidget(min(place, self._row.count()), box, 1, _TOP)
            if box is not None:
                show_if(box, field in fields)
        show_if(self, bool(fields))

    def made(self) -> list[FieldBox]:
        """Return the boxes that are made, in the order they are read."""
        found = (self._boxes.get(one.name) for one in self.fields)
        return [one for one in found if one is not None]

    def showing(self) -> list[FieldBox]:
        """Return the boxes that are showing."""
        return [one for one in self.made() if not one.isHidden()]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the fields beneath each other when it is narrow."""
        super().resizeEvent(event)
        narrow = self.width() < 2 * self._theme.px(_LEAST_HALF) + self._row.spacing()
        ways = QBoxLayout.Direction
        wanted = ways.TopToBottom if narrow else ways.LeftToRight
        if len(self.fields) > 1 and self._row.direction() != wanted:
            self._row.setDirection(wanted)


_TOP = Qt.AlignmentFlag.AlignTop
