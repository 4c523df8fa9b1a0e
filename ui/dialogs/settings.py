"""The settings: few, and each counts at once."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from ui.dialogs.frame import Dialog
from ui.settings import FUNCTION, LANGUAGE, LANGUAGES, TEXT_SIZES, Settings
from ui.theme.theme import Theme
from ui.widgets.labels import PlainLabel
from ui.widgets.segments import SegmentedChoice
from ui.widgets.style import set_role

_DENSE = "table/dense"  # the tables listen
_WIDTH = 520


class SettingsDialog(Dialog):
    """How the program looks, and what function stands in the history."""

    def __init__(self, settings: Settings, theme: Theme, parent: QWidget | None = None) -> None:
        """Show what is set."""
        super().__init__(theme, parent)
        self._settings = settings
        self.set_heading(self.tr("Inställningar"))
        self.language = self._build_language()
        self.scheme = self._build_scheme()
        self.text_size = self._build_text_size()
        self.dense = self._build_dense()
        self.function = self._build_function()
        self.body.addStretch(1)
        self.add_close_button()
        self.set_least_width(_WIDTH)

    def _build_language(self) -> SegmentedChoice:
        name = "Språk / Language"  # found by those who can read only one of them
        choice = SegmentedChoice(list(LANGUAGES.items()), name, self)
        choice.choose(self._settings.language)
        choice.chosen.connect(lambda value: self._settings.put(LANGUAGE, value))
        help_text = self.tr("Dokument, Excel och det som står i planen är alltid på svenska.")
        self._add(name, choice, help_text)
        return choice

    def _build_scheme(self) -> SegmentedChoice:
        choices = (
            ("system", self.tr("Följ systemet")),
            ("light", self.tr("Ljust")),
            ("dark", self.tr("Mörkt")),
            ("contrast", self.tr("Hög kontrast")),
        )
        choice = SegmentedChoice(choices, self.tr("Utseende"), self)
        choice.choose(self._settings.scheme)
        choice.chosen.connect(lambda value: self._settings.put("look/scheme", value))
        self._add(self.tr("Utseende"), choice)
        return choice

    def _build_text_size(self) -> SegmentedChoice:
        choices = [(size, f"{size} %") for size in TEXT_SIZES]
        choice = SegmentedChoice(choices, self.tr("Textstorlek"), self)
        choice.choose(self._settings.text_size)
        choice.chosen.connect(lambda value: self._settings.put("look/text_size", value))
        self._add(self.tr("Textstorlek"), choice)
        return choice

    def _build_dense(self) -> QCheckBox:
        box = QCheckBox(self.tr("Täta rader: fler åtgärder syns samtidigt"), self)
        box.setChecked(self._settings.get(_DENSE, False))
        box.toggled.connect(lambda on: self._settings.put(_DENSE, on))
        self._add(self.tr("Tabellen"), box)
        return box

    def _build_function(self) -> QLineEdit:
        field = QLineEdit(self._settings.function, self)
        field.setPlaceholderText(self.tr("till exempel processledare Piteå"))
        field.setMaxLength(80)
        field.editingFinished.connect(lambda: self._settings.put(FUNCTION, field.text()))
        help_text = self.tr(
            "Står i planens historik. Skriv en funktion, inte ditt namn. "
            "Gäller från nästa gång du öppnar en plan."
        )
        self._add(self.tr("Din funktion"), field, help_text)
        return field

    def _add(self, name: str, control: QWidget, help_text: str = "") -> None:
        lines = QVBoxLayout()
        lines.setSpacing(self.theme.px(4))
        label = PlainLabel(name, self)
        label.setBuddy(control)
        set_role(label, "field-label")
        lines.addWidget(label)
        lines.addWidget(control)
        if not isinstance(control, QCheckBox):
            control.setAccessibleName(name)
        if help_text:
            said = PlainLabel(help_text, self)
            said.setWordWrap(True)
            set_role(said, "small")
            control.setAccessibleDescription(help_text)
            lines.addWidget(said)
        self.body.addLayout(lines)

    def done(self, result: int) -> None:
        """Keep what is written in a field that still has the cursor."""
        self._settings.put(FUNCTION, self.function.text().strip())
        super().done(result)
