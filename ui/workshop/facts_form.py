"""The facts of a workshop as fields: day, time, place, who is invited, and which functions come."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QLineEdit, QPlainTextEdit, QWidget

from nvworkshop.model.things import Thing
from nvworkshop.strategy import Strategy
from nvworkshop.workshop.hours import clock, minutes_of
from ui.theme.theme import Theme
from ui.widgets.chips import Chip
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import PlainLabel
from ui.widgets.style import set_mark, set_role

_LINES = 4


class FactsForm(QWidget):
    """Fields with what is wrong said under them; `edited` tells of each that was left changed."""

    edited = Signal(str)  # the name of a field

    def __init__(
        self,
        strategy: Strategy,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        stacked: bool = False,
    ) -> None:
        """Lay out the fields; `stacked` puts the labels over them."""
        super().__init__(parent)
        self._strategy, self._theme = strategy, theme
        self._form = QFormLayout(self)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setVerticalSpacing(theme.px(8))
        policy = QFormLayout.RowWrapPolicy
        self._form.setRowWrapPolicy(policy.WrapAllRows if stacked else policy.WrapLongRows)
        self.problems: dict[str, PlainLabel] = {}
        self.lines = {
            "title": self._line("title", self.tr("&Namn"), ""),
            "date": self._line("date", self.tr("&Dag"), self.tr("2027-05-14 eller 14 maj 2027")),
            "starts": self._line("starts", self.tr("&Börjar"), self.tr("13.00")),
            "place": self._line("place", self.tr("&Plats"), self.tr("Folkets Hus")),
        }
        self.chips: dict[str, Chip] = {}
        self._build_parties()
        self.functions = self._build_functions()

    def _line(self, name: str, label: str, hint: str) -> QLineEdit:
        line = QLineEdit(self)
        line.setPlaceholderText(hint)
        line.editingFinished.connect(lambda: self.edited.emit(name))
        self._add(name, label, line)
        return line

    def _add(self, name: str, label: str, field: QWidget) -> None:
        named = PlainLabel(label, self)
        named.setBuddy(field)
        field.setAccessibleName(label.replace("&", ""))
        self._form.addRow(named, field)
        problem = PlainLabel("", self)
        problem.setWordWrap(True)
        set_role(problem, "danger")
        problem.hide()
        self._form.addRow(problem)
        self.problems[name] = problem

    def _build_parties(self) -> None:
        box = QWidget(self)
        flow = FlowLayout(box, gap=self._theme.px(4))
        for item in self._strategy.items("party"):
            chip = Chip(item.short or item.name, self._theme, box, checkable=True)
            chip.setToolTip(item.name)
            chip.clicked.connect(lambda: self.edited.emit("parties"))
            self.chips[item.id] = chip
            flow.addWidget(chip)
        label = PlainLabel(self.tr("Inbjudna"), self)
        box.setAccessibleName(label.text())
        self._form.addRow(label, box)

    def _build_functions(self) -> QPlainTextEdit:
        field = QPlainTextEdit(self)
        field.setTabChangesFocus(True)
        field.setPlaceholderText(
            self.tr("En rad per person, funktion och organisation:\nenhetschef hemtjänst, Piteå")
        )
        field.setFixedHeight(self._theme.px(24 * _LINES + 12))
        self._add("functions", self.tr("&Funktioner som kommer"), field)
        return field

    def show_workshop(self, workshop: Thing, functions: Sequence[tuple[str, str]]) -> None:
        """Show what a workshop says; a field with the keys in it is left alone."""
        for name, line in self.lines.items():
            if not line.hasFocus():
                line.setText(workshop.text(name))
                self.say(name, "")
        invited = set(workshop.items("parties"))
        for party, chip in self.chips.items():
            chip.setChecked(party in invited)
        if not self.functions.hasFocus():
            self.functions.setPlainText("\n".join(map(self._said, functions)))

    def _said(self, one: tuple[str, str]) -> str:
        function, party = one
        item = self._strategy.get("party", party)
        return ", ".join(filter(None, (function, (item.short or item.name) if item else party)))

    @property
    def parties(self) -> tuple[str, ...]:
        """The ids of those invited."""
        return tuple(party for party, chip in self.chips.items() if chip.isChecked())

    def values(self) -> Mapping[str, Any]:
        """Return what stands in the lines; the time as "13.00"."""
        return {name: self.value(name) for name in self.lines}

    def value(self, name: str) -> str:
        """Return what stands in a line, with a time in one shape."""
        text = self.lines[name].text().strip()
        minutes = minutes_of(text) if name == "starts" and text else None
        return clock(minutes) if minutes is not None else text

    def read_functions(self) -> tuple[list[tuple[str, str]], list[str]]:
        """Return (function, party) of each line, and the organisations that are unknown."""
        found, unknown = [], []
        for line in filter(str.strip, self.functions.toPlainText().splitlines()):
            function, _, who = line.rpartition(",")
            item = self._strategy.find("party", who.strip()) if function else None
            if item is not None:
                found.append((function.strip(), item.id))
            else:
                found.append((line.strip(), ""))
                unknown += [who.strip()] if function else []
        return found, unknown

    def check(self) -> bool:
        """Say what can't be read of what the form itself knows: the time; tell if all is well."""
        text = self.lines["starts"].text().strip()
        wrong = bool(text) and minutes_of(text) is None
        self.say("starts", self.tr("Skriv ett klockslag, till exempel 13.00.") if wrong else "")
        return not wrong

    def say(self, name: str, sentence: str) -> None:
        """Say what is wrong with a field; "" takes it away."""
        problem = self.problems.get(name)
        if problem is not None:
            problem.setText(sentence)
            problem.setVisible(bool(sentence))
            field = self.lines.get(name)
            if field is not None:
                set_mark(field, "wrong", bool(sentence))
