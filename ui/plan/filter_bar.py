"""The line of chips over a table: what is shown of it, and how it is grouped."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QResizeEvent
from PySide6.QtWidgets import QMenu, QWidget

from nvworkshop.model.fields import FieldType
from nvworkshop.model.kinds import KINDS
from nvworkshop.model.labels import ANSWER_LABELS, offered
from nvworkshop.session.rows import Row
from nvworkshop.strategy import Strategy
from ui.plan.arrangement import Arrangement, Filter
from ui.plan.choice_popup import ChoicePopup
from ui.plan.facets import Choice, Overview, choices
from ui.plan.values import EMPTY, FILTERS, GROUPINGS, SCOPE, SELDOM
from ui.plan.words import field_words, grouping_word
from ui.theme.theme import Theme
from ui.widgets.chips import Chip
from ui.widgets.flow import FlowLayout
from ui.widgets.segments import SegmentedChoice
from ui.words import tr

_NARROW = 540
"""Design pixels below which one chip stands for all the fields."""

_NAMED = 2
"""Most chosen values a chip names; more are counted."""


class FilterBar(QWidget):
    """Chips that open lists, chips that turn on and off, and the grouping."""

    filter_asked = Signal(object)  # Filter
    group_asked = Signal(str)  # field, "" is none
    fold_asked = Signal(bool)
    clear_asked = Signal()
    kind_asked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Show nothing yet; the parts are made in the order they are read, for Tab."""
        super().__init__(parent)
        self._theme = theme
        self._kind = "action"
        self._how = Arrangement()
        self._rows: Sequence[Row] = ()
        self._strategy = Strategy.bare("")
        self._used: frozenset[str] = frozenset()
        self.kinds = SegmentedChoice(
            (
                ("action", self.tr("Åtgärder")),
                ("joint_action", self.tr("Gemensamma åtgärder")),
            ),
            self.tr("Tabell"),
            self,
        )
        self.among = Chip("", theme, self, removable=True, dot="primary")
        for gone in (self.among.removed, self.among.clicked):
            gone.connect(lambda *_: self._ask(replace(self._how.filter, among=None)))
        self._plain: dict[str, Chip] = {}
        self._active: dict[str, Chip] = {}
        for name in FILTERS:
            self._plain[name] = self._chip(name, removable=False)
            self._active[name] = self._chip(name, removable=True)
        self.fields = Chip(self.tr("Urval ▾"), theme, self)
        self.fields.clicked.connect(self._open_fields)
        self.missing = self._switch("missing")
        self.conflicts = self._switch("conflicts")
        self.group = Chip("", theme, self)
        self.clear = Chip(self.tr("Visa alla rader"), theme, self)
        self.kinds.chosen.connect(self.kind_asked)
        self.group.clicked.connect(self._open_groups)
        self.clear.clicked.connect(self.clear_asked)
        self._lay_out()

    def _lay_out(self) -> None:
        flow = FlowLayout(self, gap=self._theme.px(6))
        flow.addWidget(self.kinds)
        flow.addWidget(self.among)
        for name in FILTERS:
            flow.addWidget(self._plain[name])
            flow.addWidget(self._active[name])
        for part in (self.fields, self.missing, self.conflicts, self.group, self.clear):
            flow.addWidget(part)

    def _chip(self, name: str, *, removable: bool) -> Chip:
        chip = Chip("", self._theme, self, removable=removable, dot="primary" if removable else "")
        chip.clicked.connect(lambda: self._open_choices(name, chip))
        chip.removed.connect(lambda: self._ask(self._how.filter.choosing(name, ())))
        return chip

    def _switch(self, name: str) -> Chip:
        chip = Chip("", self._theme, self, checkable=True)
        chip.clicked.connect(lambda on: self._ask(replace(self._how.filter, **{name: on})))
        return chip

    def show_state(
        self,
        kind: str,
        how: Arrangement,
        rows: Sequence[Row],
        counts: Overview,
        strategy: Strategy,
    ) -> None:
        """Show how a table is arranged, with the chips its rows have use for."""
        self._kind, self._how, self._rows, self._strategy = kind, how, rows, strategy
        self._used = counts.used
        for name in FILTERS:
            self._plain[name].show_word(f"{field_words(name).chip} ▾")
            if name in how.filter.chosen:
                self._active[name].show_word(self._said(name, how.filter.chosen[name]))
        self.among.setVisible(how.filter.among is not None)
        self.among.show_word(how.filter.among.label if how.filter.among else "")
        self._show_choosable()
        self._show_switch(self.missing, self.tr("Saknas något"), counts.missing, how.filter.missing)
        self._show_switch(
            self.conflicts, self.tr("Konflikter"), counts.conflicts, how.filter.conflicts
        )
        self.clear.setVisible(bool(how.filter))
        self.group.show_word(self.tr("Gruppera: {by} ▾").format(by=grouping_word(how.group)))

    def _show_choosable(self) -> None:
        """Show a chip for each field to choose from, or where it is narrow one for them all."""
        narrow = self.width() < self._theme.px(_NARROW)
        chosen = self._how.filter.chosen
        for name in FILTERS:
            self._active[name].setVisible(name in chosen)
            plain = name in self._used and name not in (*chosen, *SELDOM)
            self._plain[name].setVisible(plain and not narrow)
        self.fields.setVisible(narrow and bool(self._used))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the chips follow the width."""
        super().resizeEvent(event)
        self._show_choosable()

    def _open_fields(self) -> None:
        """Open a menu of the fields to choose from."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for name in (one for one in FILTERS if one in self._used):
            action = menu.addAction(self._plain[name].text())
            action.triggered.connect(partial(self._open_choices, name, self.fields))
        menu.popup(self.fields.mapToGlobal(QPoint(0, self.fields.height())))

    def show_kinds(self, kind: str, *, several: bool) -> None:
        """Show which table is seen; the choice is there when the plan has both."""
        self.kinds.setVisible(several)
        self.kinds.choose(kind)

    def _show_switch(self, chip: Chip, word: str, count: int, on: bool) -> None:
        chip.show_word(f"{word} {count}")
        chip.setChecked(on)
        chip.setVisible(bool(count) or on)

    def _said(self, name: str, wanted: frozenset[str]) -> str:
        """Return "Huvudman: 3 valda" or "Kommun: Piteå och hela länsdelen"."""
        words = field_words(name)
        if len(wanted) > _NAMED:
            said = self.tr("{n} valda").format(n=len(wanted))
        else:
            labels = self._labels(name)
            said = ", ".join(labels.get(key, key) if key else words.none for key in wanted)
        if self._reaches(name, wanted):
            said = self.tr("{places} och hela länsdelen").format(places=said)
        return f"{words.chip}: {said}"

    def _reaches(self, name: str, wanted: frozenset[str]) -> bool:
        """Tell whether rows come along that concern all of the länsdel, though none was asked."""
        if name != SCOPE or EMPTY in wanted:
            return False
        return any(not row.within.isdisjoint(wanted) for row in self._rows)

    def said(self) -> str:
        """Return in words what is shown of the table, "" when all of it is."""
        of = self._how.filter
        said = [of.among.label] if of.among else []
        said += [self._said(name, keys) for name, keys in of.chosen.items()]
        said += [self.tr("saknar något")] if of.missing else []
        said += [self.tr("konflikter")] if of.conflicts else []
        said += [self.tr("sökt: {words}").format(words=" ".join(of.words))] if of.words else []
        return self.tr("Urval: {what}").format(what="; ".join(said)) if said else ""

    def _labels(self, name: str) -> dict[str, str]:
        """Return what people call the values of a field, by key."""
        field = KINDS[self._kind].field(name)
        if field is None:
            return {}
        if field.type is FieldType.REF:
            return {str(row.thing[name]): row.texts.get(name, "") for row in self._rows}
        answers = {f"={answer}": tr(said) for answer, said in ANSWER_LABELS.items()}
        return dict(offered(field, self._strategy)) | answers

    def choices(self, name: str) -> list[Choice]:
        """Return the values to choose between in a field, with how many rows each would show."""
        labels = self._labels(name)
        return choices(self._rows, self._how.filter, name, labels)

    def _open_choices(self, name: str, chip: Chip, *_: object) -> None:
        words = field_words(name)
        popup = ChoicePopup(words.chip, words.none, self._theme, self)
        popup.show_choices(self.choices(name), self._how.filter.chosen.get(name, frozenset()))
        popup.changed.connect(lambda keys: self._ask(self._how.filter.choosing(name, keys)))
        popup.gone.connect(lambda: self._on_popup_gone(name))
        popup.open_at(chip)

    def _on_popup_gone(self, name: str) -> None:
        """Put the keys back on the chip, whichever of the two is seen now."""
        shown = (self._active[name], self._plain[name], self.fields)
        chip = next((one for one in shown if not one.isHidden()), self.group)
        chip.setFocus(Qt.FocusReason.PopupFocusReason)

    def _open_groups(self) -> None:
        self.group_menu().popup(self.group.mapToGlobal(QPoint(0, self.group.height())))

    def group_menu(self) -> QMenu:
        """Return the menu of groupings; it goes when it is closed."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        one_of = QActionGroup(menu)
        fields = [one for one in GROUPINGS if one in self._groupable]
        for name in (*fields, ""):
            word = grouping_word(name)
            action = QAction(self.tr("Gruppera: {by}").format(by=word), menu)
            action.setCheckable(True)
            action.setChecked(name == self._how.group)
            action.triggered.connect(lambda _=False, by=name: self.group_asked.emit(by))
            one_of.addAction(action)
            menu.addAction(action)
        menu.addSeparator()
        for text, collapse in ((self.tr("Fäll ihop alla"), True), (self.tr("Fäll ut alla"), False)):
            action = menu.addAction(text)
            action.setEnabled(bool(self._how.group))
            action.triggered.connect(lambda _=False, how=collapse: self.fold_asked.emit(how))
        return menu

    @property
    def _groupable(self) -> set[str]:
        declared = {one.name for one in KINDS[self._kind].fields}
        return declared if "plan" in self._used else declared - {"plan"}

    def _ask(self, wanted: Filter) -> None:
        self.filter_asked.emit(wanted)
