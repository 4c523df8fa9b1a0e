"""Over the chain: where the plan stands, which version it is, and what can be done."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from nvworkshop.model.choices import CHOICES
from nvworkshop.session.anchoring import Anchoring
from ui.theme.theme import Theme
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import PlainLabel
from ui.widgets.segments import SegmentedChoice
from ui.widgets.style import set_role
from ui.words import tr


class Head(QWidget):
    """The state as three buttons of which one is down; then sentences, then commands."""

    state_asked = Signal(object)
    freeze_asked = Signal()
    send_asked = Signal()
    compare_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Lay it out; the parts are made in the order they are read, for Tab."""
        super().__init__(parent)
        self._theme = theme
        self.title = PlainLabel(self.tr("Förankring"), self)
        set_role(self.title, "title")
        states = [(one.id, tr(one.sv)) for one in CHOICES["state"]]
        self.state = SegmentedChoice(states, self.tr("Planens läge"), self)
        self.version = PlainLabel("", self)
        set_role(self.version, "plan-name")
        self.freeze = self._button(self.tr("Frys en version…"), "primary")
        self.send = self._button(self.tr("Skicka på remiss…"), "secondary")
        self.compare = self._button(self.tr("Jämför två tidpunkter…"), "secondary")
        self.said = PlainLabel("", self)
        self.said.setWordWrap(True)
        set_role(self.said, "muted")
        self.state.chosen.connect(self.state_asked)
        self.freeze.clicked.connect(self.freeze_asked)
        self.send.clicked.connect(self.send_asked)
        self.compare.clicked.connect(self.compare_asked)
        self._lay_out()

    def _button(self, text: str, role: str) -> QPushButton:
        button = QPushButton(text, self)
        set_role(button, role)
        return button

    def _lay_out(self) -> None:
        px = self._theme.px
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(px(8))
        flow = FlowLayout(gap=px(8))
        parts = (self.title, self.state, self.version, self.freeze, self.send, self.compare)
        for part in parts:
            flow.addWidget(part)
        self._lines.addLayout(flow)
        self._lines.addWidget(self.said)

    def show_chain(self, chain: Anchoring, *, writable: bool) -> None:
        """Show where the plan stands, and the counts of the huvudmän in sentences."""
        known = {one.id for one in CHOICES["state"]}
        self.state.choose(chain.state if chain.state in known else "draft")
        self.state.setEnabled(writable)
        version = self.tr("Version {name}").format(name=chain.version)
        self.version.setText(version if chain.version else self.tr("Ingen version än"))
        self.said.setText(" ".join(chain.said))
        self.said.setVisible(bool(chain.said))
        for button in (self.freeze, self.send):
            button.setEnabled(writable)
        self.send.setVisible(bool(chain.answers))
