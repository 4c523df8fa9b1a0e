"""What the place Handlingsplan is made of, and where each part stands."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from ui.actions import TABLE, Actions
from ui.desk import Desk
from ui.editor.editor import Editor
from ui.plan.cell_keeper import CellKeeper
from ui.plan.filter_bar import FilterBar
from ui.plan.head_line import HeadLine
from ui.plan.memory import Memory
from ui.plan.paste_panel import PastePanel
from ui.plan.sheet import Sheet
from ui.settings import Settings
from ui.theme.theme import Theme
from ui.widgets.busy import BusyLine
from ui.widgets.labels import PlainLabel
from ui.widgets.place_page import PlacePage
from ui.widgets.style import set_role

KINDS = ("action", "joint_action")
_SPLITTER = "table/splitter"
_EDITOR, _LEAST, _ROOMY = 380, 640, 560
"""Design pixels: the editor's width, the least shared between the two, a height with room."""


class PageFrame(PlacePage):
    """The table to the left with its head, the editor to the right."""

    selected = Signal(object)  # list of ids
    told = Signal(str)
    cleared = Signal()  # every row is shown again: nothing is searched for

    def __init__(
        self,
        desk: Desk,
        actions: Actions,
        theme: Theme,
        settings: Settings,
        parent: QWidget | None = None,
    ) -> None:
        """Lay out the parts; rows come when the desk has opened the plan."""
        super().__init__(parent)
        self.desk, self.actions_table, self.theme = desk, actions, theme
        self.settings = settings
        self.memory = Memory(settings)
        self.head = HeadLine(actions, theme, self)
        self.filters = FilterBar(theme, self)
        self.paste = PastePanel(theme, self)
        self.busy = BusyLine(theme, self)
        self.sheets = {kind: self._made_sheet(kind) for kind in KINDS}
        self.sheet = self.sheets["action"]
        self.chosen_label = PlainLabel("", self)
        set_role(self.chosen_label, "muted")
        self.editor = Editor(desk, actions, theme, settings, self)
        self._lay_out()
        self._shared = False
        self.set_loaded(False)
        self._space()
        theme.changed.connect(self._space)
        self._follow_dense()

    def _made_sheet(self, kind: str) -> Sheet:
        sheet = Sheet(kind, self.desk, self.theme, dense=self.memory.dense, parent=self)
        names, widths = self.memory.columns(kind)
        if names:
            sheet.set_columns(names)
        sheet.view.widths.take(widths)
        CellKeeper(sheet, self.desk, self)
        return sheet

    def _lay_out(self) -> None:
        set_role(self, "ground")
        self.stack = QStackedWidget(self)
        for sheet in self.sheets.values():
            self.stack.addWidget(sheet)
        self.left = QWidget(self)
        self._lines = QVBoxLayout(self.left)
        for part in (self.head, self.filters, self.paste, self.busy):
            self._lines.addWidget(part)
        self._lines.addWidget(self.stack, 1)
        self._lines.addWidget(self.chosen_label)
        self._lines.addStretch(0)
        self.chosen_label.hide()
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.addWidget(self.left)
        self.splitter.addWidget(self.editor)
        self.splitter.setCollapsible(0, False)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setHandleWidth(1)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self.splitter)

    def _space(self) -> None:
        px = self.theme.px
        self._lines.setContentsMargins(px(20), px(14), px(16), px(12))
        self._lines.setSpacing(px(10))

    def _follow_dense(self) -> None:
        """Let the command, the setting and the tables say the same of how dense rows are."""
        dense = self.actions_table["view.dense"]
        dense.setCheckable(True)
        dense.setChecked(self.memory.dense)
        dense.toggled.connect(self._on_dense)
        self.settings.changed.connect(self._on_setting)

    @Slot(str)
    def _on_setting(self, _: str) -> None:
        self.actions_table["view.dense"].setChecked(self.memory.dense)

    @Slot(bool)
    def _on_dense(self, on: bool) -> None:
        self.memory.dense = on
        for sheet in self.sheets.values():
            sheet.wear(dense=on)

    def set_loaded(self, loaded: bool) -> None:
        """Show the table with its head, or only that the plan is being read."""
        for part in (self.head, self.filters, self.stack):
            part.setVisible(loaded)
        if loaded:
            self.busy.stop()
            self._lines.activate()
        else:
            self.busy.start(self.tr("Läser planen…"), can_cancel=False)

    @property
    def is_crowded(self) -> bool:
        """Whether what is pasted and the chips don't both have room over the table."""
        return not self.paste.isHidden() and self.height() < self.theme.px(_ROOMY)

    def open_editor(self) -> None:
        """Give the editor room if it was drawn shut."""
        if self.splitter.sizes()[1] == 0:
            self._share_room()

    def keep_splitter(self) -> None:
        """Remember how the room is shared."""
        self.settings.put(_SPLITTER, self.splitter.saveState())

    def _restore_splitter(self) -> None:
        left = self.settings.get(_SPLITTER, QByteArray())
        if left.isEmpty() or not self.splitter.restoreState(left):
            self._share_room()

    def _share_room(self) -> None:
        """Give the editor what a form needs, but never the larger half."""
        whole = max(self.width(), self.theme.px(_LEAST))
        editor = min(max(self.theme.px(_EDITOR), round(whole * 0.28)), round(whole * 0.42))
        self.splitter.setSizes([whole - editor, editor])

    def showEvent(self, event: QShowEvent) -> None:
        """Let rows be worked with; share the room when its size is first known."""
        super().showEvent(event)
        self.actions_table.hold((TABLE,), among=(TABLE,))
        if not self._shared:
            self._shared = True
            self._restore_splitter()

    def hideEvent(self, event: QHideEvent) -> None:
        """Let no command touch rows that are not seen."""
        super().hideEvent(event)
        self.actions_table.hold((), among=(TABLE,))
