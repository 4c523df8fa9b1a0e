"""What a decision needs: a tick for each field that is there, a mark to press for the others."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nvworkshop.model.fields import Field
from ui.editor.buttons import ElidedButton
from ui.editor.showing import show_if
from ui.theme.theme import Theme
from ui.widgets.flow_box import FlowBox
from ui.widgets.labels import PlainLabel
from ui.widgets.style import set_mark, set_role
from ui.words import tr


class Completeness(QWidget):
    """One small button for each field a decision needs; it leads to the field."""

    field_chosen = Signal(str)  # the field's name

    def __init__(
        self, fields: Iterable[Field], theme: Theme, parent: QWidget | None = None
    ) -> None:
        """Show the fields, all there."""
        super().__init__(parent)
        self._fields = tuple(fields)
        self._missing: tuple[str, ...] | None = None
        self._differs = False
        self._heading = PlainLabel("", self)
        self._heading.setWordWrap(True)
        set_role(self._heading, "field-label")
        self._flow = FlowBox(theme.px(2), self)
        self.buttons = {one.name: self._made(one) for one in self._fields}
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(theme.px(2))
        lines.addWidget(self._heading)
        lines.addWidget(self._flow)

    def _made(self, field: Field) -> ElidedButton:
        button = ElidedButton("needed", self._flow)
        button.clicked.connect(lambda: self.field_chosen.emit(field.name))
        return button

    def show_missing(self, missing: Sequence[Field], differing: Collection[str] = ()) -> None:
        """Show which of the fields are missing, or have several values to choose from."""
        names = tuple(one.name for one in missing)
        differs = any(one.name in differing for one in self._fields)
        if (names, differs) == (self._missing, self._differs):
            return
        self._missing, self._differs = names, differs
        have = len(self._fields) - len(names)
        text = self.tr("Komplett för beslut: {have} av {all}")
        self._heading.setText(
            text.format(have=have, all=len(self._fields))
            if names
            else self.tr("Komplett för beslut när det som skiljer är avgjort")
            if differs
            else self.tr("✓ Komplett för beslut")
        )
        set_role(self._heading, "field-label" if names or differs else "complete")
        for field in self._fields:
            self._dress(self.buttons[field.name], field, field.name in names)
        self._flow.set_parts(self.buttons.values() if names else ())
        for button in self.buttons.values():
            show_if(button, bool(names))

    def _dress(self, button: ElidedButton, field: Field, missing: bool) -> None:
        why = tr(field.decision) if missing else ""
        button.show_text(f"▲ {tr(field.sv)}" if missing else f"✓ {tr(field.sv)}", why)
        state = self.tr("saknas") if missing else self.tr("finns")
        button.setAccessibleName(f"{tr(field.sv)} {state}")
        button.setAccessibleDescription(tr(field.decision))
        set_mark(button, "missing", missing)
