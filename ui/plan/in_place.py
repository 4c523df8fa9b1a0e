"""Writing in a cell: a text that grows, or a list to choose from, and a sentence beneath it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QRect, Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from nvworkshop.errors import InputError
from nvworkshop.model.fields import Field, FieldType
from nvworkshop.model.labels import ANSWER_LABELS, offered
from nvworkshop.model.values import Context, parse
from nvworkshop.strategy import Strategy
from ui.editor.dates import span_of
from ui.editor.inputs.growing import GrowingText
from ui.editor.inputs.picker import Picker
from ui.theme.theme import Theme
from ui.widgets.labels import PlainLabel
from ui.widgets.style import set_role
from ui.words import tr

CellEditor = GrowingText | Picker


@dataclass(frozen=True, slots=True)
class Reading:
    """How what is typed is read: whether it can be used, and a sentence about it.

    `may_keep` is whether it may be set in spite of the sentence, when the person says so.
    """

    usable: bool = True
    sentence: str = ""
    may_keep: bool = False


def read(field: Field, text: str, context: Context) -> Reading:
    """Read what is typed in a cell: why it can't be used, or the days a time means."""
    try:
        data = parse(field, text, context)
    except InputError as error:
        if field.type is FieldType.CHOICE:  # the whole list of names would cover the table
            choose = QCoreApplication.translate("CellNote", "Välj i listan (F4).")
            return Reading(False, f"{error.title} {choose}")
        return Reading(False, error.sentence)
    return Reading(sentence=span_of(data) if field.type is FieldType.PERIOD else "")


def editor_for(field: Field, theme: Theme, strategy: Strategy, parent: QWidget) -> CellEditor:
    """Return what a field is written in; a list also offers the two answers that are no value."""
    if field.type not in (FieldType.CHOICE, FieldType.BOOL):
        return GrowingText(parent, one_line=True)
    picker = Picker(theme, parent)
    listed_in(picker, theme)
    listed = _yes_no() if field.type is FieldType.BOOL else offered(field, strategy)
    answers = ((name, tr(name).capitalize()) for name in ANSWER_LABELS.values())
    picker.set_options((*listed, *answers))
    return picker


def _yes_no() -> tuple[tuple[str, str], ...]:
    return (("ja", tr("Ja")), ("nej", tr("Nej")))


def listed_in(picker: Picker, theme: Theme) -> None:
    """Let nothing of the cell beneath be seen around a field that is lower than the cell."""
    palette = picker.palette()
    palette.setColor(picker.backgroundRole(), theme.color("selection"))
    picker.setPalette(palette)
    picker.setAutoFillBackground(True)
    layout = picker.layout()
    if layout is not None:
        layout.setAlignment(Qt.AlignmentFlag.AlignTop)


def text_part(editor: CellEditor) -> GrowingText:
    """Return the part of an editor that is typed in."""
    return editor.edit if isinstance(editor, Picker) else editor


def typed_in(editor: CellEditor) -> str:
    """Return what is typed; for a list the one option it can only mean."""
    text = text_part(editor).toPlainText()
    return (editor.found(text) or text) if isinstance(editor, Picker) else text


class CellNote(QFrame):
    """A sentence beneath the cell that is written in; never in the way of the keys."""

    keep = Signal()  # set what is typed in spite of the sentence

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        """Say nothing yet."""
        super().__init__(parent)
        self._theme = theme
        set_role(self, "popup")
        self.label = PlainLabel("", self)
        self.label.setWordWrap(True)
        self.button = QPushButton(self.tr("Spara ändå (Ctrl+Retur)"), self)
        self.button.setAccessibleName(self.tr("Spara texten som den är"))
        self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the cell would close
        set_role(self.button, "small-button")
        self.button.clicked.connect(self.keep)
        lines = QVBoxLayout(self)
        margin = theme.px(8)
        lines.setContentsMargins(margin, margin // 2, margin, margin // 2)
        lines.setSpacing(margin // 2)
        lines.addWidget(self.label)
        lines.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    @property
    def offers(self) -> bool:
        """Tell whether what is typed may be set in spite of what is said."""
        return not self.isHidden() and not self.button.isHidden()

    def say(self, reading: Reading, cell: QRect) -> None:
        """Show the sentence beneath a cell, or above it when there is no room."""
        self.setVisible(bool(reading.sentence))
        if not reading.sentence:
            return
        self.button.setVisible(reading.may_keep)
        set_role(self.label, "small" if reading.usable else "note-danger")
        self.label.setText(reading.sentence)
        room = self.parentWidget()
        wide = room.width() if room is not None else cell.width()
        high = room.height() if room is not None else cell.height()
        width = min(max(cell.width(), self._theme.px(320)), wide)
        metrics = self.label.fontMetrics().boundingRect(
            0, 0, width - 2 * self._theme.px(10), 10_000, _WRAPPED, reading.sentence
        )
        if metrics.height() < 2 * self.label.fontMetrics().lineSpacing():
            width = min(width, metrics.width() + 2 * self._theme.px(10) + self._theme.px(4))
        height = metrics.height() + self._theme.px(10)
        if reading.may_keep:
            height += self.button.sizeHint().height() + self._theme.px(4)
        top = cell.bottom() + 1 if cell.bottom() + height < high else cell.top() - height
        self.setGeometry(max(0, min(cell.left(), wide - width)), top, width, height)
        self.raise_()


_WRAPPED = int(Qt.TextFlag.TextWordWrap.value)
