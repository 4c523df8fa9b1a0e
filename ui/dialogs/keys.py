"""All keys of the program, made from the table of commands."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from ui.actions import COMMANDS, Actions, Command
from ui.dialogs.frame import Dialog
from ui.theme.theme import Theme
from ui.widgets.labels import PlainLabel
from ui.widgets.style import set_role

_WIDTH = 460
_HEIGHT = 560


class KeysDialog(Dialog):
    """What each command is called and which keys it has; type to find."""

    def __init__(self, actions: Actions, theme: Theme, parent: QWidget | None = None) -> None:
        """Show all."""
        super().__init__(theme, parent)
        self.set_heading(self.tr("Kortkommandon"))
        self._actions = actions
        self.search = self._build_search()
        self.rows: list[tuple[Command, PlainLabel, PlainLabel]] = []
        self._headings: dict[str, PlainLabel] = {}
        self._build_rows()
        self._none = PlainLabel(self.tr("Inget kommando heter så."), self)
        set_role(self._none, "muted")
        self._none.hide()
        self.body.addWidget(self._none)
        self.body.addStretch(1)
        self.add_close_button()
        self.set_least_width(_WIDTH)
        self.resize(self.sizeHint().boundedTo(QSize(self._most().width(), theme.px(_HEIGHT))))
        self.search.setFocus()

    def _build_search(self) -> QLineEdit:
        field = QLineEdit(self)
        field.setPlaceholderText(self.tr("Sök kommando eller tangent"))
        field.setAccessibleName(self.tr("Sök kommando eller tangent"))
        field.setClearButtonEnabled(True)
        field.textChanged.connect(self.narrow)
        self.put_above(field)
        return field

    def _build_rows(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(self.theme.px(24))
        grid.setVerticalSpacing(self.theme.px(4))
        grid.setColumnStretch(0, 1)
        for command in COMMANDS:
            if not command.keys:
                continue
            self._add_heading(grid, command.id.partition(".")[0])
            name = PlainLabel(QCoreApplication.translate("Actions", command.text), self)
            keys = PlainLabel(self._said(command), self)
            set_role(keys, "keys")
            place = grid.rowCount()
            grid.addWidget(name, place, 0)
            grid.addWidget(keys, place, 1)
            self.rows.append((command, name, keys))
        self.body.addLayout(grid)

    def _add_heading(self, grid: QGridLayout, group: str) -> None:
        if group in self._headings:
            return
        label = PlainLabel(self._group_name(group), self)
        label.setContentsMargins(0, self.theme.px(8 if self._headings else 0), 0, 0)
        set_role(label, "field-label")
        grid.addWidget(label, grid.rowCount(), 0, 1, 2)
        self._headings[group] = label

    def _group_name(self, group: str) -> str:
        names = {
            "file": self.tr("Planen"),
            "edit": self.tr("Ångra och söka"),
            "row": self.tr("Åtgärder"),
            "view": self.tr("Visa"),
        }
        return names.get(group, self.tr("Programmet"))

    def _said(self, command: Command) -> str:
        native = QKeySequence.SequenceFormat.NativeText
        keys = [one.toString(native) for one in self._actions[command.id].shortcuts()]
        return self.tr(" eller ").join(keys)

    def narrow(self, text: str) -> None:
        """Show the commands that hold the text, in their name or their keys."""
        wanted = text.strip().casefold()
        groups = set()
        for command, name, keys in self.rows:
            shown = wanted in f"{name.text()}\n{keys.text()}".casefold()
            name.setVisible(shown)
            keys.setVisible(shown)
            if shown:
                groups.add(command.id.partition(".")[0])
        for group, heading in self._headings.items():
            heading.setVisible(group in groups)
        self._none.setVisible(not groups)
