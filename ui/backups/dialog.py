"""The backups of the plan: what differs now, restore all or some of it, save one as a file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QModelIndex, QSize, QStandardPaths, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QListView,
    QPushButton,
    QSplitter,
    QWidget,
)

from nvworkshop.errors import PlanError
from nvworkshop.session.comparing import Difference
from nvworkshop.session.keeping import Exported, Kept
from nvworkshop.session.live import Delta
from ui.backups.differences_view import DifferencesView
from ui.backups.kept_model import KeptModel, TwoLineDelegate, exact_time
from ui.backups.looking_back import LookingBack
from ui.desk import Desk
from ui.dialogs.frame import Dialog
from ui.theme.theme import Theme
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import PlainLabel
from ui.widgets.messages import MessageBar
from ui.widgets.order import put_in_order
from ui.widgets.style import set_role
from ui.words import changes_word

AskPlace = Callable[[QWidget, str, str], Path | None]
"""Asks where to write a file: parent, heading and suggested name without suffix."""

_SIZE = (1080, 680)
_HIGH = 520
"""Design pixels of the dialog; in a lower one there is no room for the introduction."""


class BackupsDialog(Dialog):
    """Backups to the left, what differs in the chosen one to the right, what to do beneath."""

    def __init__(
        self,
        desk: Desk,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        ask_place: AskPlace | None = None,
    ) -> None:
        """Show the newest backup first."""
        super().__init__(theme, parent)
        self._desk = desk
        self._ask_place = ask_place or _ask_place
        self._chosen: Kept | None = None
        self._whole = True
        self.set_heading(self.tr("Säkerhetskopior"))
        self.messages = MessageBar(theme, self)
        self.put_above(self.messages)
        self.back = LookingBack(desk, self)
        self._build()
        self._build_buttons()
        self._connect()
        self._show_buttons()
        self.differences.say_reading()
        self.back.refresh()

    def _build(self) -> None:
        self.intro = PlainLabel(
            self.tr(
                "Programmet sparar kopior av planen på den här datorn när du arbetar, och före "
                "det som ändrar mycket. Att återställa går att ångra, och inget tas bort ur "
                "historiken."
            ),
            self,
        )
        self.intro.setWordWrap(True)
        set_role(self.intro, "muted")
        self.body.addWidget(self.intro)
        self.model = KeptModel(self)
        self.list = QListView(self)
        self.list.setModel(self.model)
        self.list.setItemDelegate(TwoLineDelegate(self.theme, self.list))
        self.list.setUniformItemSizes(True)
        self.list.setAccessibleName(self.tr("Säkerhetskopior, den nyaste först"))
        self.differences = DifferencesView(self.theme, self)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setStyleSheet("QSplitter::handle { background: transparent; }")
        self.splitter.addWidget(self.list)
        self.splitter.addWidget(self.differences)
        self.splitter.setStretchFactor(1, 1)
        self.body.addWidget(self.splitter, 1)

    def _build_buttons(self) -> None:
        """Put what is about the chosen backup beneath, and what is not beside the heading."""
        self.keep = self._button(self.tr("Säkerhetskopiera nu"), "secondary")
        head = QHBoxLayout()
        self._lines.removeWidget(self.heading)
        head.addWidget(self.heading, 1)
        head.addWidget(self.keep)
        self._lines.insertLayout(0, head)
        put_in_order(self.heading, self.keep)
        row = QWidget(self)
        flow = FlowLayout(row, gap=self.theme.px(8))
        self.restore_all = self._button(self.tr("Återställ allt"), "primary")
        self.restore_all.setToolTip(self.tr("Planen läses som i säkerhetskopian"))
        self.restore_some = self._button("", "secondary")
        self.export = self._button(self.tr("Spara som fil…"), "secondary")
        for button in (self.restore_all, self.restore_some, self.export):
            flow.addWidget(button)
        self._buttons.insertWidget(0, row, 100)
        self.add_close_button()

    def _button(self, text: str, role: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setAutoDefault(False)
        set_role(button, role)
        return button

    def _connect(self) -> None:
        back = self.back
        back.listed.connect(self._on_listed)
        back.compared.connect(self._on_compared)
        back.unreadable.connect(self._on_unreadable)
        back.kept.connect(self._on_kept)
        back.exported.connect(self._on_exported)
        back.restored.connect(self._on_restored)
        back.failed.connect(self._on_failed)
        self.list.selectionModel().currentChanged.connect(self._on_current)
        self.differences.model.chosen_changed.connect(self._show_buttons)
        self.restore_all.clicked.connect(lambda: self._restore(whole=True))
        self.restore_some.clicked.connect(lambda: self._restore(whole=False))
        self.export.clicked.connect(self._on_export)
        self.keep.clicked.connect(self._on_keep)

    def sizeHint(self) -> QSize:
        """Return room to read in, within the screen."""
        wide, high = _SIZE
        return QSize(self.theme.px(wide), self.theme.px(high)).boundedTo(self._most())

    def showEvent(self, event: QShowEvent) -> None:
        """Share the width between the list and what differs."""
        super().showEvent(event)
        wide = self.splitter.width()
        self.splitter.setSizes([wide * 28 // 100, wide * 72 // 100])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the room to what is read and chosen when there is little."""
        super().resizeEvent(event)
        self.intro.setVisible(event.size().height() >= self.theme.px(_HIGH))

    def done(self, result: int) -> None:
        """Let go of the backup that was read."""
        self.back.stop()
        super().done(result)

    # What has been read

    def _on_listed(self, kept: list[Kept]) -> None:
        before = self._chosen
        self._chosen = before if before in kept else None
        self.model.set_kept(kept, self._desk.surroundings.now(), self._desk.place)
        if not kept:
            self.differences.say_none()
            self._show_buttons()
            return
        self.list.setCurrentIndex(self.model.index(self.model.row_of(before)))

    def _on_current(self, current: QModelIndex, _: QModelIndex) -> None:
        kept = self.model.kept(current.row())
        if kept is None or kept == self._chosen:
            return
        self._chosen = kept
        self.differences.say_reading()
        self._show_buttons()
        self.back.read(kept)

    def _on_compared(self, differences: list[Difference], sentence: str) -> None:
        since = exact_time(self._chosen) if self._chosen else ""
        text = self.tr("Sedan {when}: {what}").format(when=since, what=sentence)
        self.differences.show_differences(differences, text)
        self._show_buttons()

    def _on_unreadable(self, error: PlanError) -> None:
        self.differences.say_unreadable(error)
        self._show_buttons()

    # What is to be done

    def _restore(self, *, whole: bool) -> None:
        keys = None if whole else self.differences.model.chosen
        self._whole = whole
        self.differences.say_restoring()
        self._show_buttons(busy=True)
        self.back.restore(keys)

    def _on_restored(self, delta: Delta) -> None:
        for note in delta.notes:
            self.messages.show_message(note, level="warning")
        if self._chosen is None or not delta.touched:
            return
        whole = self.tr("Planen är återställd till så som den var {when}.")
        some = self.tr("Det du valde är återställt till så som det var {when}.")
        text = (whole if self._whole else some).format(when=exact_time(self._chosen))
        self.messages.show_message(
            text, level="ok", action_text=self.tr("Ångra"), on_action=self._desk.undo
        )

    def _on_keep(self) -> None:
        self.keep.setEnabled(False)
        self.back.keep_now()

    def _on_kept(self, kept: Kept) -> None:
        text = self.tr("Säkerhetskopian är gjord {when}.").format(when=exact_time(kept))
        self.messages.show_message(text, level="ok")
        self._show_buttons()

    def _on_export(self) -> None:
        if self._chosen is None:
            return
        when = exact_time(self._chosen)[:16].replace(":", ".")
        name = f"{self._desk.place.stem} {when}".strip()
        place = self._ask_place(self, self.tr("Spara säkerhetskopian som fil"), name)
        if place is not None:
            self.back.export(self._chosen, place)

    def _on_exported(self, exported: Exported) -> None:
        text = self.tr("Säkerhetskopian är sparad som planfil: {place}")
        self.messages.show_message(text.format(place=exported.place), level="ok")
        if exported.damaged:
            text = self.tr("{changes} gick inte att läsa och är inte med i filen.")
            lost = text.format(changes=changes_word(exported.damaged))
            self.messages.show_message(lost, level="warning")

    def _on_failed(self, error: PlanError) -> None:
        self.messages.show_message(error.sentence, level="warning")
        self.differences.stop_waiting()
        self._show_buttons()

    def _show_buttons(self, *, busy: bool = False) -> None:
        """Let what can be done be done; the count of what is chosen stands on its button."""
        chosen = len(self.differences.model.chosen)
        can = self.back.ready and not self._desk.read_only and not busy
        some = bool(self.differences.model.rowCount())
        self.restore_all.setEnabled(can and some)
        self.restore_some.setEnabled(can and chosen > 0)
        self.restore_some.setText(self.tr("Återställ valda ({n})").format(n=chosen))
        self.export.setEnabled(self._chosen is not None)
        self.keep.setEnabled(True)


def _ask_place(parent: QWidget, heading: str, name: str) -> Path | None:
    """Ask with the system's own dialog, in the documents folder."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    suffix = ".nvplan"
    start = str(Path(folder) / f"{name}{suffix}")
    found, _ = QFileDialog.getSaveFileName(parent, heading, start, f"(*{suffix})")
    if not found:
        return None
    return Path(found if found.casefold().endswith(suffix) else found + suffix)
