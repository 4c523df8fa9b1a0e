"""The title of a thing: a field like the others, written large, without a label."""

from __future__ import annotations

from ui.editor.box import FieldBox
from ui.editor.inputs.text import TextInput
from ui.widgets.style import set_mark
from ui.words import tr


class TitleBox(FieldBox):
    """Shows the title in the heading's letters; a frame comes when it is pointed at."""

    is_title = True

    def _lay_out(self) -> None:
        super()._lay_out()
        self.label.hide()
        if isinstance(self.input, TextInput):
            set_mark(self.input.edit, "title", True)
            self.input.edit.setFont(self.around.theme.font("heading"))
            self.input.edit.document().setDocumentMargin(1)  # in line with what is above it
            self.input.placeholder = tr(self.field.help)
