"""How somebody's own list is read: the sheet, the row of headings, and what each column is."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from nvworkshop.model.layouts import SEEK, Layout, Look, Split
from nvworkshop.model.text import shorten
from nvworkshop.session.foreign import choices
from ui.editor.showing import show_if
from ui.incoming.column_row import ColumnRow
from ui.incoming.words import counted
from ui.theme.theme import Theme
from ui.widgets.flow_box import FlowBox
from ui.widgets.labels import PlainLabel, WrappedNotice
from ui.widgets.order import put_in_order
from ui.widgets.style import set_role

_SHOWN = 40
_DEEPEST = 15
"""Characters of a row, and rows from the top, among which the headings are chosen."""


class LayoutView(QWidget):
    """Every choice is looked at anew at once."""

    changed = Signal(object)  # Layout: look again
    agreed = Signal(object)  # Look: read it so

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._theme = theme
        self.look: Look | None = None
        self.rows: list[ColumnRow] = []
        self._choices = [("", self.tr("Hämta inte in")), *choices()]
        self._build()

    def _build(self) -> None:
        px = self._theme.px
        self.said = WrappedNotice("", self)
        self.sheet = self._combo(self.tr("Blad"), self._on_sheet)
        self.header = self._combo(self.tr("Raden med rubriker"), self._on_header)
        self.split = self._combo(self.tr("Flera åtgärder i en cell"), self._on_split)
        self.top = FlowBox(px(12), self)
        self._labelled = [self._with_label(one) for one in (self.sheet, self.header, self.split)]
        self.top.set_parts(self._labelled)
        inside = QWidget()
        self._lines = QVBoxLayout(inside)
        self._lines.setContentsMargins(0, 0, px(4), 0)
        self._lines.setSpacing(px(6))
        self._lines.addStretch(1)
        self.area = QScrollArea(self)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidget(inside)
        self.missing = WrappedNotice("", self)
        set_role(self.missing, "warning")
        self.go = QPushButton(self.tr("Granska raderna"), self)
        set_role(self.go, "primary")
        self.go.clicked.connect(self._on_go)
        bottom = QHBoxLayout()
        bottom.setSpacing(px(12))
        bottom.addWidget(self.missing, 1)
        bottom.addWidget(self.go)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(px(10))
        lines.addWidget(self.said)
        lines.addWidget(self.top)
        lines.addWidget(self.area, 1)
        lines.addLayout(bottom)

    def _combo(self, name: str, chosen: object) -> QComboBox:
        combo = QComboBox(self)
        combo.setAccessibleName(name)
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        combo.activated.connect(chosen)
        return combo

    def _with_label(self, combo: QComboBox) -> QWidget:
        box = QWidget(self.top)
        label = PlainLabel(combo.accessibleName(), box)
        set_role(label, "field-label")
        label.setBuddy(combo)
        lines = QVBoxLayout(box)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(self._theme.px(2))
        lines.addWidget(label)
        lines.addWidget(combo)
        return box

    def show_look(self, look: Look) -> None:
        """Show what was found and how it is proposed to be read."""
        self.look = look
        self.said.setText(self._sentence(look))
        self._fill(self.sheet, [(one, one) for one in look.sheets], look.layout.sheet)
        show_if(self._labelled[0], len(look.sheets) > 1)
        self._fill(self.header, self._headers(look), look.layout.header[0])
        self._fill(self.split, self._splits(look), look.layout.split)
        show_if(self._labelled[2], look.lines > 0 or look.lists > 0)
        self.top.set_parts([one for one in self._labelled if not one.isHidden()])
        self._show_columns(look)
        titled = "title" in look.layout.fields
        self.missing.setText("" if titled else self.tr("Säg vilken kolumn som är åtgärden."))
        self.go.setEnabled(titled and look.rows > 0)

    def focus(self) -> None:
        """Put the keys where the next step is: the first column that is a guess, or the button."""
        guessed = [row for row in self.rows if row.isVisible() and row.remark.text()]
        first = guessed[0].combo if guessed and not self.go.isEnabled() else self.go
        target = first if first.isEnabled() else self.header
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _sentence(self, look: Look) -> str:
        if not look.rows:
            return self.tr("Det finns inga rader under rubrikerna. Välj en annan rad eller blad.")
        parts = [self.tr("{rows} under rubrikerna.").format(rows=counted(look.rows))]
        if look.known:
            parts.append(self.tr("Kolumnerna läses som förra gången."))
        else:
            parts.append(self.tr("Se efter att varje kolumn hamnar i rätt fält."))
        return " ".join(parts)

    def _headers(self, look: Look) -> list[tuple[object, str]]:
        none = self.tr("Inga rubriker")
        rows = look.top[:_DEEPEST]
        said = (shorten(" · ".join(filter(None, one)), _SHOWN) for one in rows)
        listed = [(n, f"{n}: {text}") for n, text in enumerate(said, start=1) if text]
        return [(0, none), *listed]

    def _splits(self, look: Look) -> list[tuple[object, str]]:
        return [
            (Split.NEVER, self.tr("En cell är alltid en åtgärd")),
            (Split.LISTS, self.tr("Dela listor med punkter ({n})").format(n=look.lists)),
            (Split.LINES, self.tr("Dela varje rad i cellen ({n})").format(n=look.lines)),
        ]

    def _fill(self, combo: QComboBox, rows: list[tuple[object, str]], chosen: object) -> None:
        combo.clear()
        for value, text in rows:
            combo.addItem(text, value)
        values = [value for value, _ in rows]
        combo.setCurrentIndex(values.index(chosen) if chosen in values else 0)

    def _show_columns(self, look: Look) -> None:
        shown = [one for one in look.columns if one.heading or one.samples]
        while len(self.rows) < len(shown):
            row = ColumnRow(self._theme, self._choices, self)
            row.chosen.connect(self._on_field)
            self._lines.insertWidget(len(self.rows), row)
            self.rows.append(row)
        put_in_order(self.split, *(row.combo for row in self.rows), self.go)
        for place, row in enumerate(self.rows):
            if place < len(shown):
                row.show_column(shown[place])
            show_if(row, place < len(shown))

    def _ask(self, layout: Layout) -> None:
        self.changed.emit(layout)

    def _on_sheet(self) -> None:
        if self.look is not None:
            split = self.look.layout.split
            self._ask(Layout(str(self.sheet.currentData()), SEEK, (), split))

    def _on_header(self) -> None:
        row = self.header.currentData()
        if self.look is not None and isinstance(row, int):
            self._ask(replace(self.look.layout, header=(row, row), fields=()))

    def _on_split(self) -> None:
        split = self.split.currentData()
        if self.look is not None and isinstance(split, Split):
            self._ask(replace(self.look.layout, split=split))

    def _on_field(self, number: int, name: str) -> None:
        if self.look is not None:
            fields = list(self.look.layout.fields)
            fields[number - 1] = name
            self._ask(replace(self.look.layout, fields=tuple(fields)))

    def _on_go(self) -> None:
        if self.look is not None:
            self.agreed.emit(self.look)
