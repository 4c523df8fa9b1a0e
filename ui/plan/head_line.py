"""The head of the place: its name, how many rows there are, and what can be done with them."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QToolButton, QWidget

from ui.actions import Actions
from ui.plan.facets import Overview
from ui.plan.words import actions_word
from ui.theme.theme import Theme
from ui.widgets.labels import ElidedLabel, PlainLabel
from ui.widgets.style import set_role


class HeadLine(QWidget):
    """One line over the chips."""

    def __init__(self, actions: Actions, theme: Theme, parent: QWidget | None = None) -> None:
        """Lay out the line."""
        super().__init__(parent)
        self._theme = theme
        self.title = PlainLabel(self.tr("Handlingsplan"), self)
        set_role(self.title, "title")
        self.counts = ElidedLabel("", self)
        set_role(self.counts, "muted")
        self.counts.setMinimumWidth(1)  # the first to give way to the editor beside
        self.columns = self._icon_button(actions["view.columns"])
        self._new = self.tr("Ny åtgärd")
        self._short = self.tr("Ny")
        self.new = QPushButton(self)
        self.new.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        set_role(self.new, "primary")
        self._new_action = actions["row.new"]
        self.new.clicked.connect(self._new_action.trigger)
        self._new_action.changed.connect(self._on_new_changed)
        self._lay_out()
        self._on_new_changed()
        theme.changed.connect(self._on_theme_changed)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._theme.px(10))
        row.addWidget(self.title)
        row.addWidget(self.counts, 1)
        row.addWidget(self.columns)
        row.addWidget(self.new)

    def _icon_button(self, action: QAction) -> QToolButton:
        button = QToolButton(self)
        button.setDefaultAction(action)
        button.setAccessibleName(action.text())
        side = self._theme.px(18)
        button.setIconSize(QSize(side, side))
        set_role(button, "quiet")
        return button

    def show_counts(
        self, kind: str, counts: Overview, shown: int, outside: int, *, filtered: bool
    ) -> None:
        """Show how many rows there are, and how many the filter leaves.

        `outside` of the shown are there although the filter leaves them out.
        """
        total = actions_word(kind, counts.total)
        if filtered:
            said = self.tr("{n} av {total}").format(n=shown - outside, total=total)
            more = self.tr(", och {n} utanför urvalet").format(n=outside)
            said += more if outside else ""
        elif counts.total:
            one = self.tr("{total} · 1 komplett")
            several = self.tr("{total} · {n} kompletta")
            said = (one if counts.complete == 1 else several).format(total=total, n=counts.complete)
        else:
            said = ""
        self.counts.setText(said)
        action = kind == "action"
        self._new = self.tr("Ny åtgärd") if action else self.tr("Ny gemensam åtgärd")
        self.new.setAccessibleName(self._new)
        self._show_new()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say less on the button when there is little room."""
        super().resizeEvent(event)
        self._show_new()

    def _show_new(self) -> None:
        metrics = self.new.fontMetrics()
        saved = metrics.horizontalAdvance(self._new) - metrics.horizontalAdvance(self._short)
        self.new.setText(f"+  {self._new}")
        layout = self.layout()
        needed = layout.minimumSize().width() if layout is not None else 0
        if needed > self.width() and saved > 0:
            self.new.setText(f"+  {self._short}")

    def _on_new_changed(self) -> None:
        self.new.setEnabled(self._new_action.isEnabled())
        self.new.setToolTip(self._new_action.toolTip())

    def minimumSizeHint(self) -> QSize:
        """Return room for the title and the shortest button."""
        hint = super().minimumSizeHint()
        metrics = self.new.fontMetrics()
        text = self.new.text().removeprefix("+  ")
        saved = metrics.horizontalAdvance(text) - metrics.horizontalAdvance(self._short)
        return QSize(hint.width() - max(0, saved), hint.height())

    def _on_theme_changed(self) -> None:
        side = self._theme.px(18)
        self.columns.setIconSize(QSize(side, side))
