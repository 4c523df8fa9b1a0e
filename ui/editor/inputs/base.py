"""What every input has in common: it shows a logged value, and tells what a person does to it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from nvworkshop.model.fields import Field, FieldType
from nvworkshop.model.labels import is_answer, shown
from nvworkshop.model.values import Context, parse
from ui.desk import Desk
from ui.editor.edits import Edit, Put
from ui.editor.names import Names
from ui.settings import Settings
from ui.theme.theme import Theme
from ui.widgets.style import set_mark


@dataclass(frozen=True, slots=True)
class Around:
    """What inputs and boxes need from outside."""

    desk: Desk
    theme: Theme
    settings: Settings
    names: Names

    @property
    def context(self) -> Context:
        """What reading a typed value needs."""
        return Context(self.desk.strategy, self.desk.surroundings.today())

    def now(self) -> datetime:
        """Return the time by this computer's clock and zone."""
        return self.desk.surroundings.now().astimezone()

    def readable(self, field: Field, data: Any) -> str:
        """Return a logged value as people read it; names not known yet are left out."""
        if field.type is FieldType.REF and data is not None and not is_answer(data):
            ids = data if isinstance(data, list) else [data]
            return ", ".join(filter(None, (self.names.name(field.of, one) for one in ids)))
        return shown(field, data, self.desk.strategy)


@dataclass(frozen=True, slots=True)
class Mixed:
    """What several things hold in one field when it isn't the same.

    For lists, `counts` says how many of the things have each item.
    """

    counts: tuple[tuple[str, int], ...] = ()
    of: int = 0


class Input(QWidget):
    """One value to write or choose. What is typed is open until it is set or taken back.

    `keeps_draft` tells that what is typed is the whole value, and can be kept as a draft.
    """

    keeps_draft = True

    chosen = Signal(object)  # Edit: set this now
    typed = Signal()  # the open text has changed
    finished = Signal()  # Enter: set what is typed
    left = Signal()  # the person went on to something else
    menu_asked = Signal(object)  # GrowingText, and where on the screen
    gave_up = Signal()  # Esc: back to what the plan has

    def __init__(self, field: Field, around: Around, parent: QWidget | None = None) -> None:
        """Remember the field."""
        super().__init__(parent)
        self.field = field
        self.around = around

    def show_value(self, data: Any) -> None:
        """Show what the plan has, as logged, or `Mixed`; nothing is open after this."""
        raise NotImplementedError

    @property
    def is_open(self) -> bool:
        """Tell whether something is typed that is not set."""
        return False

    def text(self) -> str:
        """Return what is typed."""
        return ""

    def written(self) -> Edit:
        """Return what is typed as an edit. Raises InputError when it can't be used."""
        parse(self.field, self.text(), self.around.context)
        return Put(self.text())

    def put_text(self, text: str) -> None:
        """Show a text as typed but not set."""

    def lock(self, locked: bool) -> None:
        """Let nothing be changed, only read and copied."""
        raise NotImplementedError

    def describe(self, name: str, text: str) -> None:
        """Tell those who listen what the input is for."""
        target = focus_end(self)
        target.setAccessibleName(name)
        target.setAccessibleDescription(text)

    def mark_wrong(self, wrong: bool) -> None:
        """Mark that what stands here can't be set."""
        set_mark(self.frame, "wrong", wrong)

    @property
    def frame(self) -> QWidget:
        """What has the input's edge."""
        return focus_end(self)


def focus_end(widget: QWidget) -> QWidget:
    """Return what really gets the focus when a widget is given it."""
    proxy = widget.focusProxy()
    return widget if proxy is None else focus_end(proxy)
