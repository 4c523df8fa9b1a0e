"""Short keys for who an idea comes from: chips for Alt+1…9, and "@" with a few letters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from nvworkshop.workshop.tags import Tagged, read_tags, short_keys
from ui.theme.theme import Theme
from ui.widgets.chips import Chip
from ui.widgets.flow import FlowLayout

_KEYS = 9


class TagRow(QWidget):
    """The first nine parties that may have said something, and which of them are chosen."""

    picked = Signal()  # a person has chosen a party, or taken it back

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Start without parties."""
        super().__init__(parent)
        self._theme = theme
        self.names: Sequence[tuple[str, str]] = ()
        self._chips: dict[str, Chip] = {}
        self._order: list[str] = []
        self._flow = FlowLayout(self, gap=theme.px(4))

    @property
    def chosen(self) -> tuple[str, ...]:
        """The ids of the parties chosen, in the order they were chosen."""
        return tuple(self._order)

    def show_parties(self, names: Sequence[tuple[str, str]]) -> None:
        """Offer these parties: (id, short name)."""
        if list(names) == list(self.names):
            return
        self.names = names
        for chip in self._chips.values():
            self._flow.removeWidget(chip)
            chip.deleteLater()
        self._order = []
        keys = short_keys(names)
        self._chips = {
            party: self._chip(place, party, name, keys[party])
            for place, (party, name) in enumerate(names[:_KEYS])
        }

    def toggle(self, place: int) -> None:
        """Choose the party at a place, or take it back."""
        if place < len(self._chips):
            self._chips[self.names[place][0]].toggle()
            self.picked.emit()

    def clear(self) -> None:
        """Choose none."""
        self.choose(())

    def choose(self, parties: Sequence[str]) -> None:
        """Choose these and no others; also those without a chip."""
        for chip in self._chips.values():
            chip.setChecked(False)
        self._order = [one for one in parties if one not in self._chips]
        for one in parties:
            if one in self._chips:
                self._chips[one].setChecked(True)

    def read(self, text: str) -> Tagged:
        """Return a line without its tags; the parties they stand for are before those chosen."""
        tagged = read_tags(text, self.names)
        parties = dict.fromkeys((*tagged.parties, *self.chosen))
        return replace(tagged, parties=tuple(parties))

    def about_unread(self, tagged: Tagged) -> str:
        """Say that a tag stayed in the text; "" when none did."""
        if not tagged.unread:
            return ""
        said = self.tr(
            "”{tag}” är ingen av de inbjudna, eller flera. Det står kvar i texten:"
            " välj förslaget och tryck F2 för att ändra."
        )
        return said.format(tag=tagged.unread[0])

    def _chip(self, place: int, party: str, name: str, key: str) -> Chip:
        chip = Chip(f"{place + 1} {name}", self._theme, self, checkable=True)
        chip.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        chip.setToolTip(self.tr("Alt+{n} eller @{key}").format(n=place + 1, key=key))
        chip.setAccessibleName(f"{name} ({chip.toolTip()})")
        chip.clicked.connect(lambda _: self.picked.emit())
        chip.toggled.connect(lambda on: self._on_toggled(party, on=on))
        self._flow.addWidget(chip)
        return chip

    def _on_toggled(self, party: str, *, on: bool) -> None:
        if on:
            self._order.append(party)
        else:
            self._order.remove(party)
