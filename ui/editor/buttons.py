"""A button whose text ends with … when there is no room for all of it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ui.widgets.labels import plain_tooltip
from ui.widgets.style import set_role

_LEAST = 40
_SLACK = 3
"""Pixels: room for a few letters, and what a width in whole pixels can be off by."""
_RIGHT = Qt.TextElideMode.ElideRight


class ElidedButton(QPushButton):
    """A quiet button of one line; those who listen always get the whole text."""

    def __init__(self, role: str, parent: QWidget | None = None) -> None:
        """Show no text."""
        super().__init__(parent)
        self._whole = ""
        self._tip = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        set_role(self, role)

    def show_text(self, text: str, tip: str = "") -> None:
        """Show a text; the tooltip has the tip, and the text when some of it is hidden."""
        self._whole, self._tip = text, tip
        self.setAccessibleName(text)
        self._fit()
        self.updateGeometry()

    @property
    def elided(self) -> bool:
        """Tell whether some of the text is hidden."""
        return self.text().replace("&&", "&") != self._whole

    def sizeHint(self) -> QSize:
        """Return room for the whole text."""
        hint, metrics = super().sizeHint(), self.fontMetrics()
        shown = metrics.horizontalAdvance(self.text().replace("&&", "&"))
        whole = metrics.horizontalAdvance(self._whole)
        return QSize(hint.width() - shown + whole + _SLACK, hint.height())

    def minimumSizeHint(self) -> QSize:
        """Return room for a few letters."""
        return QSize(_LEAST, super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        metrics = self.fontMetrics()
        edges = super().sizeHint().width() - metrics.horizontalAdvance(
            self.text().replace("&&", "&")
        )
        shown = metrics.elidedText(self._whole, _RIGHT, max(_LEAST, self.width() - edges))
        self.setText(shown.replace("&", "&&"))
        hidden = "" if shown == self._whole else self._whole
        self.setToolTip(plain_tooltip("\n".join(one for one in (hidden, self._tip) if one)))
