"""One indicator: how it stands in words, and beneath it its picture, its values or its fields."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from nvworkshop.session.indicators import Detail
from ui.desk import Desk
from ui.editor.showing import show_if
from ui.indicators.facts_view import FactsView
from ui.indicators.standing_view import StandingView
from ui.indicators.values_view import ValuesView
from ui.indicators.words import TOKENS, standing_word
from ui.theme.theme import Theme
from ui.widgets.labels import WrappedLabel
from ui.widgets.style import set_role
from ui.widgets.tabs import Tabs

STANDING, VALUES, FACTS = "standing", "values", "facts"


class DetailView(QWidget):
    """Three tabs of the indicator that is chosen."""

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        set_role(self, "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.title = WrappedLabel("", self)
        set_role(self.title, "heading")
        self.word = WrappedLabel("", self)
        self.cautions = WrappedLabel("", self)
        set_role(self.cautions, "muted")
        names = {
            STANDING: self.tr("Läget"),
            VALUES: self.tr("Mätvärden"),
            FACTS: self.tr("Uppgifter"),
        }
        self.tabs = Tabs(names, theme, self)
        self.standing = StandingView(desk, theme, self)
        self.values = ValuesView(desk, theme, self)
        self.facts = FactsView(desk, theme, self)
        self.stack = QStackedWidget(self)
        self._views: dict[str, QWidget] = {
            STANDING: self.standing,
            VALUES: self.values,
            FACTS: self.facts,
        }
        for view in self._views.values():
            self.stack.addWidget(view)
        self._lay_out(theme)
        self.tabs.chosen.connect(self._on_tab)
        self.tabs.pressed.connect(self.focus)

    def _lay_out(self, theme: Theme) -> None:
        px = theme.px
        lines = QVBoxLayout(self)
        lines.setContentsMargins(px(16), px(12), px(12), px(12))
        lines.setSpacing(px(6))
        for part in (self.title, self.word, self.cautions, self.tabs):
            lines.addWidget(part)
        lines.addWidget(self.stack, 1)

    def show_detail(self, detail: Detail | None) -> None:
        """Show an indicator; nothing for None."""
        self.setEnabled(detail is not None)
        for view in (self.standing, self.values):
            view.show_detail(detail)
        self.facts.show_thing(detail.listed.thing if detail else None)
        self.title.setText(detail.listed.title if detail else "")
        self._say(detail)
        self.tabs.show_count(VALUES, detail.listed.values if detail else 0)

    def _say(self, detail: Detail | None) -> None:
        """Say how it stands, and what to be careful with."""
        if detail is None:
            self.word.setText("")
            self.cautions.setText("")
            return
        judged = detail.listed.judged
        of = f" ({judged.of}, {judged.date})" if judged.of and judged.date else ""
        self.word.setText(f"{standing_word(detail.listed)}{of}. {judged.why}")
        set_role(self.word, TOKENS[judged.standing])
        self.cautions.setText(" ".join(judged.cautions))
        show_if(self.cautions, bool(judged.cautions))

    def show_tab(self, name: str) -> None:
        """Show a tab."""
        self.tabs.choose(name)

    def focus(self) -> None:
        """Put the keys in what the tab shows."""
        other = Qt.FocusReason.OtherFocusReason
        if self.tabs.now == VALUES:
            self.values.table.setFocus(other)
        elif self.tabs.now == FACTS:
            self.facts.write_title()
        else:
            self.standing.setFocus(other)

    def keep(self) -> None:
        """Send what is being typed to the plan."""
        self.values.keeper.keep()
        self.facts.keep()

    @Slot(str)
    def _on_tab(self, name: str) -> None:
        self.keep()
        self.stack.setCurrentWidget(self._views[name])
