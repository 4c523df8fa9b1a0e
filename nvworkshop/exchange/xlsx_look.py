"""How the workbook looks: one shared style for each kind of cell."""

from __future__ import annotations

from collections.abc import Generator, Iterable
from dataclasses import dataclass
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side

from nvworkshop.exchange.xlsx_cells import is_formula_like
from nvworkshop.model.tables import ColumnKind, Role, Tone, Value

FONT = "Calibri"
SIZE = 11
INK, MUTED, LINE, WHITE = "14262B", "51666C", "D5DEE0", "FFFFFF"
PRIMARY, PRIMARY_SOFT = "0B5563", "E3F0F2"
WARNING, WARNING_SOFT = "7A5200", "FFF3D6"
DANGER, DANGER_SOFT = "B3261E", "FBE7E5"

TABS = {
    Role.ABOUT: MUTED,
    Role.PLAN: PRIMARY,
    Role.PART: "2B7A4B",
    Role.OVERVIEW: "1D5FA6",
    Role.ATTENTION: "9A6700",
}
"""The colour of each tab."""


@dataclass(frozen=True, slots=True)
class _Look:
    """Text colour, fill and weight of a tone."""

    ink: str = INK
    fill: str = ""
    bold: bool = False


_LOOKS = {
    Tone.PLAIN: _Look(),
    Tone.STRONG: _Look(fill=PRIMARY_SOFT, bold=True),
    Tone.MUTED: _Look(ink=MUTED),
    Tone.MISSING: _Look(ink=WARNING, fill=WARNING_SOFT),
    Tone.OVERDUE: _Look(ink=DANGER, fill=DANGER_SOFT, bold=True),
    Tone.CONFLICT: _Look(ink=DANGER, fill=DANGER_SOFT, bold=True),
    Tone.SHIFT_1: _Look(ink="2B7A4B", bold=True),
    Tone.SHIFT_2: _Look(ink="8A3A86", bold=True),
    Tone.SHIFT_3: _Look(ink="1D5FA6", bold=True),
    Tone.SHIFT_4: _Look(ink="A84B0B", bold=True),
}

_EDGE = Side(style="thin", color=LINE)
_BORDER = Border(bottom=_EDGE, right=_EDGE, left=_EDGE)
_FORMATS = {
    ColumnKind.DATE: "yyyy-mm-dd",
    ColumnKind.NUMBER: "0.###############",
    ColumnKind.SAID: "@",
}


_SIDES = {
    ColumnKind.TEXT: "left",
    ColumnKind.SAID: "left",
    ColumnKind.ID: "fill",
    ColumnKind.MARK: "fill",
}
"""Where cells have their text; "fill" keeps what is hidden from running out over its neighbours."""


class Palette:
    """The cells of one sheet, one for each look, used again and again as rows are streamed."""

    def __init__(self, sheet: Any) -> None:
        """Take a write-only sheet whose workbook has the styles of `add_styles`."""
        self._sheet = sheet
        self._made: dict[tuple[str, bool], Any] = {}
        self._empty: dict[str, Any] = {}

    def cell(self, style: str, *, quoted: bool = False) -> Any:
        """Return the cell of a style; `quoted` tells Excel that the text is no formula."""
        key = (style, quoted)
        if key not in self._made:
            self._made[key] = self._new(style)
            self._made[key].quotePrefix = quoted
        return self._made[key]

    def cells(self, styled: Iterable[tuple[Value, str]]) -> Generator[Any, None, None]:
        """Yield the cells of values; each is written before the next is made.

        The value's type is said, never guessed: a text is a text, whatever it begins with.
        """
        for value, style in styled:
            if value is None:
                cell = self.empty(style)
            elif type(value) is str:
                cell = self.cell(style, quoted=is_formula_like(value))
                cell.value = value
                cell.data_type = "s"
            else:
                cell = self.cell(style)
                cell.value = value
            yield cell

    def empty(self, style: str) -> Any:
        """Return the cell of a style that holds nothing."""
        if style not in self._empty:
            self._empty[style] = self._new(style)
        return self._empty[style]

    def _new(self, style: str) -> Any:
        cell = WriteOnlyCell(self._sheet)
        cell.style = style
        return cell


def style_of(kind: ColumnKind, tone: Tone) -> str:
    """Return the name of the style of a body cell."""
    return f"NV {kind.value} {tone.value}"


TITLE, NOTE, HEADER, ANSWER = "NV rubrik", "NV not", "NV kolumnrubrik", "NV svar"


def add_styles(workbook: Workbook) -> None:
    """Give the workbook every style there is."""
    for kind in ColumnKind:
        for tone, look in _LOOKS.items():
            workbook.add_named_style(_body(kind, tone, look))
    workbook.add_named_style(
        NamedStyle(TITLE, font=Font(name=FONT, size=16, bold=True, color=PRIMARY))
    )
    workbook.add_named_style(NamedStyle(NOTE, font=Font(name=FONT, size=SIZE, color=MUTED)))
    workbook.add_named_style(
        NamedStyle(
            ANSWER,
            font=Font(name=FONT, size=SIZE, color=INK),
            fill=PatternFill("solid", fgColor=PRIMARY_SOFT),
            number_format="@",
        )
    )
    workbook.add_named_style(
        NamedStyle(
            HEADER,
            font=Font(name=FONT, size=SIZE, bold=True, color=WHITE),
            fill=PatternFill("solid", fgColor=PRIMARY),
            border=Border(right=Side(style="thin", color=WHITE)),
            alignment=Alignment(vertical="center", wrap_text=True),
        )
    )


def _body(kind: ColumnKind, tone: Tone, look: _Look) -> NamedStyle:
    text = kind in (ColumnKind.TEXT, ColumnKind.SAID)
    style = NamedStyle(
        style_of(kind, tone),
        font=Font(name=FONT, size=SIZE, bold=look.bold, color=look.ink),
        border=_BORDER,
        alignment=Alignment(vertical="top", horizontal=_SIDES.get(kind, "center"), wrap_text=text),
        number_format=_FORMATS.get(kind, "General"),
    )
    if look.fill:
        style.fill = PatternFill("solid", fgColor=look.fill)
    return style
