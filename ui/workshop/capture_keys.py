"""The line that tells which keys there is use for where ideas are written."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.widgets.labels import ElidedLabel
from ui.widgets.style import set_role


class CaptureKeys(ElidedLabel):
    """Keys of the line, or of the idea that is chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Tell nothing yet."""
        super().__init__("", parent)
        set_role(self, "muted")

    def tell(self, *, chosen: bool, parked: bool) -> None:
        """Tell the keys; `parked` is about the parking lot."""
        if chosen and parked:
            keys = self.tr("Alt+P tar tillbaka till sitt steg · F2 ändrar · Del tar bort")
        elif chosen:
            keys = self.tr(
                "Alt+siffra vem · F2 ändrar · Alt+S slår ihop · Alt+P parkerar · Del tar bort"
            )
        elif parked:
            keys = self.tr("Pil ned väljer ett förslag · Alt+P tar tillbaka det till sitt steg")
        else:
            keys = self.tr(
                "Retur sparar · Ctrl+Retur gör till åtgärd · Alt+siffra vem"
                " · pil ned väljer ett förslag"
            )
        self.setText(keys)
