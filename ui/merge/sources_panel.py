"""The plans that are merged, and where to drop more."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QFrame,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from nvworkshop.session.receipts import Source
from nvworkshop.session.sources import SourcePlan
from ui.merge.source_card import source_card, trouble_card
from ui.theme.theme import Theme
from ui.widgets.labels import PlainLabel
from ui.widgets.style import set_mark, set_role
from ui.window.choosing import dropped_files

_WIDE = 280
"""Design pixels of the panel where it stands beside the rest."""


_ALL = 16_777_215
"""Qt's widest."""


class SourcesPanel(QFrame):
    """Cards from top to bottom; files may be dropped anywhere on it."""

    dropped = Signal(object)  # list of Path
    files_asked = Signal()
    folder_asked = Signal()
    cancelled = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Show no plans yet."""
        super().__init__(parent)
        self._theme = theme
        set_role(self, "panel")
        self.setAcceptDrops(True)
        self.setAccessibleName(self.tr("Källplaner"))
        self.files = self._button(self.tr("Välj planfiler…"), "primary")
        self.folder = self._button(self.tr("Välj mapp…"), "secondary")
        self.cancel = self._button(self.tr("Avbryt"), "quiet")
        self.files.clicked.connect(self.files_asked)
        self.folder.clicked.connect(self.folder_asked)
        self.cancel.clicked.connect(self.cancelled)
        self._build()

    def _button(self, text: str, role: str) -> QPushButton:
        button = QPushButton(text, self)
        set_role(button, role)
        return button

    def _build(self) -> None:
        px = self._theme.px
        title = PlainLabel(self.tr("Källplaner"), self)
        set_role(title, "heading")
        self._cards = QVBoxLayout()
        self._cards.setSpacing(px(8))
        inside = QWidget()
        lines = QVBoxLayout(inside)
        lines.setContentsMargins(0, 0, px(4), 0)
        lines.setSpacing(px(8))
        lines.addWidget(self._build_drop())
        lines.addLayout(self._cards)
        lines.addWidget(self._said(self._promise()))
        lines.addStretch(1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        self.print_ = self._said("")
        self.print_.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        around = QVBoxLayout(self)
        around.setContentsMargins(px(16), px(16), px(8), px(12))
        around.setSpacing(px(8))
        around.addWidget(title)
        around.addWidget(area, 1)
        around.addWidget(self.print_)

    def _promise(self) -> str:
        return self.tr(
            "Planfilerna ändras aldrig. Samma fil kan slås samman flera gånger. "
            "Ett kvitto sparas, och hela sammanslagningen kan tas tillbaka."
        )

    def _build_drop(self) -> QFrame:
        px = self._theme.px
        self.drop = QFrame(self)
        set_role(self.drop, "drop-zone")
        self.hint = self._said(self.tr("Släpp planfiler eller en mapp här, eller välj dem."))
        self.progress = QProgressBar(self)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(self.tr("Läser planfiler"))
        lines = QVBoxLayout(self.drop)
        lines.setContentsMargins(*(px(12),) * 4)
        for part in (self.hint, self.progress, self.files, self.folder, self.cancel):
            lines.addWidget(part)
        self.show_progress(None)
        return self.drop

    def _said(self, text: str) -> PlainLabel:
        label = PlainLabel(text, self)
        label.setWordWrap(True)
        set_role(label, "small")
        return label

    def stand(self, *, beside: bool) -> None:
        """Stand beside the rest, or take all the room there is."""
        self.setMinimumWidth(self._theme.px(_WIDE) if beside else 0)
        self.setMaximumWidth(self._theme.px(_WIDE) if beside else _ALL)

    def show_sources(
        self, sources: Sequence[SourcePlan], unread: Sequence[Source], now: datetime
    ) -> None:
        """Show the plans, and the files that could not be read."""
        while (item := self._cards.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for one in sources:
            self._cards.addWidget(source_card(one, now, self._theme, self))
        for other in unread:
            self._cards.addWidget(trouble_card(other, self._theme, self))

    def show_fingerprint(self, code: str) -> None:
        """Show the code that two coordinators read to each other."""
        self.print_.setText(self.tr("Fingeravtryck: {code}").format(code=code) if code else "")
        self.print_.setToolTip(
            self.tr("Två datorer med samma kod har samma innehåll. Läs upp den för varandra.")
        )

    def show_progress(self, progress: tuple[int, int, str] | None) -> None:
        """Show how far a merge has come; None when none goes on."""
        going = progress is not None
        for part in (self.progress, self.cancel):
            part.setVisible(going)
        for button in (self.files, self.folder):
            button.setVisible(not going)
        if progress is None:
            self.hint.setText(self.tr("Släpp planfiler eller en mapp här, eller välj dem."))
            return
        done, of, name = progress
        self.progress.setRange(0, max(1, of))
        self.progress.setValue(done)
        said = self.tr("Läser {name} ({n} av {of})").format(name=name, n=done + 1, of=of)
        self.hint.setText(said if of else self.tr("Läser planfilerna…"))

    def let_choose(self, can: bool) -> None:
        """Let files be chosen, or not: the plan is only read."""
        self.setAcceptDrops(can)
        for button in (self.files, self.folder):
            button.setEnabled(can)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if dropped_files(event.mimeData()):
            set_mark(self.drop, "over", True)
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: object) -> None:
        """Look as before."""
        set_mark(self.drop, "over", False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Merge what is dropped."""
        set_mark(self.drop, "over", False)
        event.acceptProposedAction()
        self.dropped.emit(dropped_files(event.mimeData()))
