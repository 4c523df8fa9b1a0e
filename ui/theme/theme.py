"""The theme: follows the system or what was chosen, and dresses the whole program."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

from nvworkshop.places import home
from ui.settings import Settings
from ui.theme.marks import place_marks
from ui.theme.palette import palette
from ui.theme.sheet import style_sheet
from ui.theme.tokens import read_tokens

if TYPE_CHECKING:
    from ui.theme.icons import IconFont

_SHIFTS = ("R1", "R2", "R3", "R4")
_GENERIC = ("Sans Serif", "Sans", "sans-serif", "")
_LOOK = ("look/scheme", "look/text_size")
_ASKED = {
    "light": Qt.ColorScheme.Light,
    "dark": Qt.ColorScheme.Dark,
    "contrast": Qt.ColorScheme.Dark,
}


class Theme(QObject):
    """Colours, sizes, fonts and icons; everything follows at once when they change."""

    changed = Signal()

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        """Dress the application."""
        super().__init__(parent)
        self._settings = settings
        self._tokens = read_tokens()
        self._icons: IconFont | None = None
        self._system_font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
        self._worn: tuple[str, float] | None = None
        self._asked: Qt.ColorScheme | None = None
        self._applying = False
        self._apply()
        settings.changed.connect(self._on_setting_changed)
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._on_system_changed)
        hints.accessibility().contrastPreferenceChanged.connect(self._on_system_changed)

    @property
    def settings(self) -> Settings:
        """What the program remembers: the look, and whatever a part of a window keeps."""
        return self._settings

    @property
    def scheme(self) -> str:
        """The set of colours that is worn: light, dark or contrast."""
        return self._scheme

    @property
    def dark(self) -> bool:
        """Whether the ground is darker than the text."""
        return self.color("ground").lightnessF() < self.color("ink").lightnessF()

    def color(self, token: str) -> QColor:
        """Return the colour of a token; KeyError when there is none."""
        return QColor(self._colours[token])

    def paper_color(self, token: str) -> QColor:
        """Return the colour of a token on paper, which is white whatever the screen is."""
        return QColor(self._tokens.schemes["light"][token])

    def shift_color(self, shift_id: str, *, paper: bool = False) -> QColor:
        """Return the colour of a riktningsförändring; those of other strategies go by number."""
        colour = self.paper_color if paper else self.color
        if shift_id in _SHIFTS:
            return colour(shift_id)
        number = re.search(r"\d+$", shift_id)
        if number is None:
            return colour("muted")
        return colour(_SHIFTS[(int(number.group()) - 1) % len(_SHIFTS)])

    def mark_color(self, name: str) -> QColor:
        """Return the colour of a token or, when there is none of that name, of a shift's id."""
        return self.color(name) if name in self._colours else self.shift_color(name)

    def px(self, n: float) -> int:
        """Return pixels for design pixels, as large as the text is."""
        return max(1, round(n * self._scale)) if n > 0 else 0

    def font(self, role: str = "body") -> QFont:
        """Return the font of a role: body, small, heading, title or mono."""
        font = QFont(self._font)
        if role == "mono":
            font.setFamilies(self._tokens.mono)
            font.setStyleHint(QFont.StyleHint.Monospace)
            return font
        font.setPixelSize(self.px(self._tokens.sizes[role]))
        if role == "heading":
            font.setWeight(QFont.Weight.DemiBold)
        elif role == "title":
            font.setWeight(QFont.Weight.Bold)
        return font

    def icon(self, name: str, token: str = "ink") -> QIcon:  # noqa: S107 (a colour)
        """Return an icon by the program's name; it takes the token's colour of the moment."""
        from ui.theme.icons import GlyphEngine, IconFont  # after the window is seen

        self._icons = self._icons or IconFont()
        outline = self._icons.outline(name)
        if outline.isEmpty():
            return QIcon()

        def colour(mode: QIcon.Mode) -> QColor:
            return self.color("faint" if mode == QIcon.Mode.Disabled else token)

        return QIcon(GlyphEngine(outline, colour))

    def app_icon(self) -> QIcon:
        """Return the program's own icon; it looks the same in every scheme."""
        from ui.theme.app_icon import icon  # drawn after the window is seen

        return icon(self._tokens.schemes["light"])

    def _apply(self) -> None:
        self._ask_system()
        wanted = (self._wanted_scheme(), self._wanted_scale())
        if wanted == self._worn:
            return
        self._worn = wanted
        self._scheme, self._scale = wanted
        self._colours = self._tokens.schemes[self._scheme]
        self._font = self._body_font()
        app = cast(QApplication, QApplication.instance())
        app.setStyleSheet("")  # from nothing Qt dresses widgets twice as fast as from another
        app.setPalette(palette(self._colours))
        app.setFont(self._font)
        app.setStyleSheet(style_sheet(self._words(), self._tokens.sizes, self.px))

    def _words(self) -> dict[str, str]:
        marks = place_marks(home() / "look", self._colours)
        mono = ", ".join(f'"{one}"' for one in self._tokens.mono)
        return {**self._colours, **marks, "mono": mono}

    def _ask_system(self) -> None:
        """Have the window frames drawn in the scheme that was chosen here."""
        asked = _ASKED.get(self._settings.scheme)
        if asked == self._asked:
            return
        self._asked = asked
        hints = QGuiApplication.styleHints()
        if asked is None:
            hints.unsetColorScheme()
        else:
            hints.setColorScheme(asked)

    def _wanted_scheme(self) -> str:
        chosen = self._settings.scheme
        return chosen if chosen != "system" else _system_scheme()

    def _wanted_scale(self) -> float:
        """Return how much larger than the design: the person's wish here, and in the system."""
        ordinary = self._tokens.ordinary_text
        system = _pixels(self._system_font)
        grown = max(1.0, system / ordinary.get(sys.platform, ordinary["other"]))
        return grown * self._settings.text_size / 100

    def _body_font(self) -> QFont:
        font = QFont(self._system_font)
        if font.family() in _GENERIC:
            font.setFamilies([*self._tokens.sans, font.family()])
        font.setPixelSize(self.px(self._tokens.sizes["body"]))
        font.setFeature(QFont.Tag("tnum"), 1)
        return font

    @Slot(str)
    def _on_setting_changed(self, key: str) -> None:
        if key in _LOOK:
            self._on_system_changed()

    @Slot()
    def _on_system_changed(self) -> None:
        if self._applying:
            return
        self._applying = True
        before = self._worn
        self._apply()
        self._applying = False
        if self._worn != before:
            self.changed.emit()


def _pixels(font: QFont) -> float:
    """Return the height of a font; reckoned, since asking Qt loads the font for 10 ms."""
    if font.pixelSize() > 0:
        return font.pixelSize()
    return font.pointSizeF() * QGuiApplication.primaryScreen().logicalDotsPerInchY() / 72


def _system_scheme() -> str:
    """Return what the system asks for: high contrast before dark before light."""
    hints = QGuiApplication.styleHints()
    if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
        return "contrast"
    return "dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light"
