"""Parts of which one is shown at a time."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget


class QuietStack(QStackedWidget):
    """Keeps the keys while another part is shown.

    Qt would give those of a part that is hidden to what happens to be next, and a screen reader
    would read that first.
    """

    def setCurrentWidget(self, part: QWidget) -> None:
        """Show a part."""
        if part is not self.currentWidget() and self._has_keys():
            self.setFocus()
        super().setCurrentWidget(part)

    def _has_keys(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)
