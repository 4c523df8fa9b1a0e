"""A button that offers rules: one choice for every conflict in a list."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from nvworkshop.model.text import shorten
from nvworkshop.session import conflict_list
from nvworkshop.session.conflict_list import OpenConflict, Rule
from ui.merge.words import conflicts_word, rule_text
from ui.widgets.style import set_mark

_TOLD = 8
"""How many of the conflicts a rule decided are named in the sentence about it."""


class RulesButton(QPushButton):
    """Its menu is filled when it opens, with the rules that have something to say."""

    chosen = Signal(object)  # Rule

    def __init__(
        self, ruled: Callable[[], Sequence[OpenConflict]], parent: QWidget | None = None
    ) -> None:
        """Ask `ruled` what the rules are about."""
        super().__init__(parent)
        self._ruled = ruled
        self.setText(self.tr("Avgör alla i listan…"))
        self.rules = QMenu(self)
        self.setMenu(self.rules)
        set_mark(self, "menu", "true")
        self.rules.aboutToShow.connect(self.fill)

    def fill(self) -> None:
        """Offer the rules, each with how many conflicts it decides."""
        self.rules.clear()
        several = self._ruled()
        for rule in conflict_list.rules_for(several):
            count = len(conflict_list.decisions_by(rule, several))
            text = f"{rule_text(rule)}: {conflicts_word(count)}"
            action = self.rules.addAction(text.replace("&", "&&"))
            action.triggered.connect(lambda _=False, rule=rule: self.chosen.emit(rule))
            action.setEnabled(count > 0)

    def story(self, rule: Rule, several: Sequence[OpenConflict]) -> str:
        """Tell what a rule decides, one by one as far as there is room."""
        taken = [(one, side) for one in several if (side := rule.choice(one)) is not None]
        parts = [
            f"{one.conflict.label} i ”{shorten(one.title, 40)}”: {shorten(side.text, 40) or '–'}"
            for one, side in taken[:_TOLD]
        ]
        more = len(taken) - len(parts)
        if more > 0:
            parts.append(self.tr("och {n} till").format(n=more))
        head = self.tr("{rule}: {n}.").format(rule=rule_text(rule), n=conflicts_word(len(taken)))
        return f"{head} {'; '.join(parts)}. {self.tr('Ångra tar tillbaka alla.')}"
