"""The facts of a workshop as fields: day, time, place, who is invited, and which functions come."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from nvworkshop.errors import InputError
from nvworkshop.model.kinds import KINDS
from nvworkshop.model.things import Thing
from nvworkshop.model.values import Context, parse
from nvworkshop.workshop.coming import read_coming, said_coming
from nvworkshop.workshop.hours import clock, minutes_of
from ui.desk import Desk
from ui.theme.theme import Theme
from ui.widgets.choice import ChoiceCombo
from ui.workshop.field_block import FieldBlock, LinesEdit
from ui.workshop.invited import Invited

_LINES = 4


class FactsForm(QWidget):
    """Fields with what is wrong said under them; `edited` tells of each that was left changed."""

    edited = Signal(str)  # the name of a field
    keep_asked = Signal(str)  # a field, to be kept in spite of what is said

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        """Lay out the fields."""
        super().__init__(parent)
        self._desk, self._theme = desk, theme
        self.blocks: dict[str, FieldBlock] = {}
        parts = (("", self.tr("Hela länet")), *desk.strategy.options("county_part"))
        self.part = ChoiceCombo(parts, self)
        self.part.chosen.connect(lambda _: self.edited.emit("county_part"))
        self.lines = {
            "title": self._line("title", ""),
            "date": self._line("date", self.tr("14 maj")),
            "starts": self._line("starts", self.tr("13.00")),
            "place": self._line("place", self.tr("Folkets Hus")),
        }
        self.invited = Invited(desk.strategy, theme, self)
        self.invited.changed.connect(lambda: self.edited.emit("parties"))
        self.functions = self._build_functions()
        self._lay_out()

    def _line(self, name: str, hint: str) -> QLineEdit:
        line = QLineEdit(self)
        line.setPlaceholderText(hint)
        line.editingFinished.connect(lambda: self.edited.emit(name))
        return line

    def _build_functions(self) -> LinesEdit:
        field = LinesEdit(self)
        hint = self.tr("enhetschef hemtjänst, Haparanda\ndistriktssköterska, Regionen")
        field.setPlaceholderText(hint)
        field.setFixedHeight(self._theme.px(24 * _LINES + 12))
        field.left.connect(lambda: self.edited.emit("functions"))
        return field

    def _lay_out(self) -> None:
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(self._theme.px(12))
        lines.addWidget(self._block("county_part", self.tr("&Länsdel"), self.part))
        lines.addWidget(self._block("title", self.tr("&Namn"), self.lines["title"]))
        when = QHBoxLayout()
        when.setSpacing(self._theme.px(12))
        top = Qt.AlignmentFlag.AlignTop
        when.addWidget(self._block("date", self.tr("&Dag"), self.lines["date"]), 3, top)
        when.addWidget(self._block("starts", self.tr("&Börjar"), self.lines["starts"]), 2, top)
        lines.addLayout(when)
        lines.addWidget(self._block("place", self.tr("&Plats"), self.lines["place"]))
        lines.addWidget(self._block("parties", self.tr("Inbjudna"), self.invited))
        coming = self.tr("&Funktioner som kommer, en rad per person")
        lines.addWidget(self._block("functions", coming, self.functions))
        lines.addStretch(1)
        self._rows = lines

    def put_among(self, block: FieldBlock) -> None:
        """Put one more field after the place."""
        self._rows.insertWidget(self._rows.indexOf(self.blocks["place"]) + 1, block)
        self.setTabOrder(self.lines["place"], block.field)

    def _block(self, name: str, label: str, field: QWidget) -> FieldBlock:
        self.blocks[name] = FieldBlock(label, field, self._theme, self)
        self.blocks[name].keep_asked.connect(lambda: self.keep_asked.emit(name))
        return self.blocks[name]

    # What is shown

    def show_workshop(self, workshop: Thing, coming: Sequence[tuple[str, str]]) -> None:
        """Show what a workshop says; a field with the keys in it, or a fault, is left alone."""
        for name, line in self.lines.items():
            if not line.hasFocus() and not self.blocks[name].wrong:
                line.setText(workshop.text(name))
        self.part.choose(workshop.text("county_part"))
        self.invited.invite(workshop.items("parties"))
        if not self.functions.hasFocus() and not self.blocks["functions"].wrong:
            self.functions.setPlainText(said_coming(coming, self._desk.strategy))

    def forget(self) -> None:
        """Let go of what was typed and could not be read: another workshop is to be shown."""
        for block in self.blocks.values():
            block.say("")

    def lock(self, *, locked: bool) -> None:
        """Let nothing be changed, only read and copied."""
        for line in self.lines.values():
            line.setReadOnly(locked)
        self.functions.setReadOnly(locked)
        for field in (self.part, self.invited):
            field.setEnabled(not locked)

    def say(self, name: str, sentence: str, *, may_keep: bool = False) -> None:
        """Say what is wrong with a field, "" takes it away; `may_keep` offers to keep it anyway."""
        self.blocks[name].say(sentence, may_keep=may_keep)

    # What stands there

    @property
    def chosen_part(self) -> str:
        """The id of the länsdel."""
        return str(self.part.value or "")

    @property
    def coming(self) -> list[tuple[str, str]]:
        """Function and organisation of each line."""
        return read_coming(self.functions.toPlainText(), self._desk.strategy)[0]

    def values(self) -> Mapping[str, str]:
        """Return what stands in the lines; the time as "13.00"."""
        return {name: self.value(name) for name in self.lines}

    def value(self, name: str) -> str:
        """Return what stands in a line, with a time in one shape."""
        text = self.lines[name].text().strip()
        minutes = minutes_of(text) if name == "starts" and text else None
        return clock(minutes) if minutes is not None else text

    def check(self, *names: str) -> bool:
        """Say what can't be read in these fields, or in all; tell whether all is well."""
        wrong = [name for name in names or tuple(self.blocks) if not self._check(name)]
        return not wrong

    def focus_wrong(self) -> None:
        """Put the keys in the first field that can't be read."""
        for name, line in self.lines.items():
            if self.blocks[name].wrong:
                line.setFocus(Qt.FocusReason.OtherFocusReason)
                line.selectAll()
                return

    def _check(self, name: str) -> bool:
        sentence = ""
        if name == "starts" and self.value(name) and minutes_of(self.value(name)) is None:
            sentence = self.tr("Skriv ett klockslag, till exempel 13.00.")
        elif name == "date":
            sentence = self._date_problem()
        elif name == "functions":
            sentence = self._unknown()
        self.say(name, sentence)
        return not sentence or name == "functions"

    def _date_problem(self) -> str:
        field = KINDS["workshop"].field("date")
        context = Context(self._desk.strategy, self._desk.surroundings.today())
        try:
            if field is not None:
                parse(field, self.lines["date"].text(), context)
        except InputError as error:
            return error.sentence
        return ""

    def _unknown(self) -> str:
        """Return a sentence about organisations the strategy lacks; the lines are kept as said."""
        _, unknown = read_coming(self.functions.toPlainText(), self._desk.strategy)
        if not unknown:
            return ""
        said = self.tr("Finns inte bland organisationerna: {names}. Raden står kvar som du skrev.")
        return said.format(names=", ".join(unknown))
