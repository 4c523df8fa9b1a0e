"""How a Word document looks: styles, header and footer with fields, the mark across pages."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import TYPE_CHECKING, Any

from nvworkshop.model.documents import Document
from nvworkshop.model.guarded import reveal
from nvworkshop.places import RESOURCES

if TYPE_CHECKING:
    from docx.document import Document as Word
    from docx.text.paragraph import Paragraph

_FONT = "Calibri"
CELL = "Table Text"
"""The style of what stands in tables."""

_HEADINGS = {
    "Heading 1": (22, "primary"),
    "Heading 2": (16, "primary"),
    "Heading 3": (12.5, "ink"),
    "Heading 4": (11, "ink"),
}
"""Size in points and colour of the headings."""

_TIGHT = 0.8
"""How large type is in what wants one page, beside the usual."""

_MARK = """<w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
 xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"><w:pict>
<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800"
 path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/>
<v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/>
<v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/>
<v:f eqn="if @0 @4 21600"/></v:formulas><v:path textpathok="t" o:connecttype="rect"/>
<v:textpath on="t" fitshape="t"/></v:shapetype>
<v:shape id="mark" type="#_x0000_t136" alt="" stroked="f" fillcolor="#E8ECEC"
 style="position:absolute;width:400pt;height:110pt;rotation:315;z-index:-251658752;
mso-position-horizontal:center;mso-position-horizontal-relative:margin;
mso-position-vertical:center;mso-position-vertical-relative:margin">
<v:textpath style="font-family:Calibri;font-size:1pt" string=""/></v:shape></w:pict></w:r>"""


def prepared(document: Document) -> Word:
    """Return an empty document with styles, header and footer."""
    import docx

    word = docx.Document()
    _set_page(word)
    _set_styles(word)
    if document.short:
        _tighten(word)
    _set_properties(word, document)
    _set_header(word, document)
    _set_footer(word, document)
    return word


@cache
def theme() -> dict[str, str]:
    """Return the colours of the light theme by name, as Word writes them."""
    colours = tomllib.loads((RESOURCES / "style" / "theme.toml").read_text("utf-8"))["light"]
    return {name: str(colour).lstrip("#") for name, colour in colours.items()}


def _set_page(word: Word) -> None:
    from docx.shared import Mm

    section = word.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(22)
    section.top_margin, section.bottom_margin = Mm(26), Mm(20)


def _set_styles(word: Word) -> None:
    from docx.shared import Pt, RGBColor

    normal: Any = word.styles["Normal"]
    normal.font.name, normal.font.size = _FONT, Pt(10.5)
    normal.paragraph_format.space_after = Pt(6)
    for name, (size, colour) in _HEADINGS.items():
        style: Any = word.styles[name]
        style.font.name, style.font.size, style.font.bold = _FONT, Pt(size), True
        style.font.italic = False
        style.font.color.rgb = RGBColor.from_string(theme()[colour])
        style.paragraph_format.space_before = Pt(size * 0.9)
        style.paragraph_format.space_after = Pt(4)
        style.paragraph_format.keep_with_next = True
        _own_font(style)
    quote: Any = word.styles["Intense Quote"]
    quote.font.color.rgb = RGBColor.from_string(theme()["primary"])
    quote.font.bold, quote.font.italic = False, True
    caption: Any = word.styles["Caption"]
    caption.font.size, caption.font.bold = Pt(9.5), False
    caption.font.color.rgb = RGBColor.from_string(theme()["muted"])
    caption.paragraph_format.keep_with_next = True
    _add_cell_style(word)
    _soften_lines(word)
    _set_language(word)


def _soften_lines(word: Word) -> None:
    """Let the lines of tables stand back, as on the web page."""
    from docx.oxml.ns import qn

    style: Any = word.styles["Table Grid"]
    for borders in style.element.iter(qn("w:tblBorders")):
        for line in borders:
            line.set(qn("w:color"), theme()["line"])


def _add_cell_style(word: Word) -> None:
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Pt

    style: Any = word.styles.add_style(CELL, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = word.styles["Normal"]
    style.font.size = Pt(10)
    style.paragraph_format.space_before = style.paragraph_format.space_after = Pt(2)


def _tighten(word: Word) -> None:
    """Give what wants one page smaller type and less air: Word can't make it fit by itself."""
    from docx.shared import Mm, Pt

    section = word.sections[0]
    section.left_margin = section.right_margin = Mm(16)
    section.top_margin, section.bottom_margin = Mm(20), Mm(14)
    section.header_distance = section.footer_distance = Mm(7)
    for name in ("Normal", CELL, *_HEADINGS):
        style: Any = word.styles[name]
        shape = style.paragraph_format
        style.font.size = Pt(style.font.size.pt * _TIGHT)
        shape.space_before, shape.space_after = (shape.space_before or 0) // 2, Pt(1)
        shape.line_spacing = 1.0


def _own_font(style: Any) -> None:
    """Let the style's own font be used: the template's theme names another."""
    from docx.oxml.ns import qn

    fonts = style.element.rPr.rFonts
    for name in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{name}"), None)


def _set_language(word: Word) -> None:
    from docx.oxml.ns import qn

    for language in word.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "sv-SE")


def _set_properties(word: Word, document: Document) -> None:
    properties = word.core_properties
    properties.title = reveal(document.title)
    properties.author = properties.last_modified_by = "NV Workshop"
    properties.language = "sv-SE"
    properties.subject = reveal(document.plan)
    properties.version = reveal(document.version)
    properties.identifier = reveal(document.reference)
    properties.content_status = reveal(document.state)
    properties.comments = ""
    properties.created = properties.modified = document.made.replace(microsecond=0, tzinfo=None)


def _set_header(word: Word, document: Document) -> None:
    header = word.sections[0].header
    line = header.paragraphs[0]
    line.text = f"{reveal(document.title)}\n{reveal(' · '.join(document.facts))}"
    if document.mark:
        _add_mark(line, reveal(document.mark))


def _add_mark(line: Paragraph, word: str) -> None:
    """Lay a word across the page, behind the text."""
    from docx.oxml import parse_xml

    made: Any = parse_xml(_MARK)
    for text in made.iter("{urn:schemas-microsoft-com:vml}textpath"):
        if text.get("string") is not None:
            text.set("string", word)
    line._p.append(made)  # noqa: SLF001


def _set_footer(word: Word, document: Document) -> None:
    from docx.enum.text import WD_TAB_ALIGNMENT
    from docx.shared import Mm

    line = word.sections[0].footer.paragraphs[0]
    stops = line.paragraph_format.tab_stops
    stops.add_tab_stop(Mm(166), WD_TAB_ALIGNMENT.RIGHT)
    for style in (word.styles["Header"], word.styles["Footer"]):
        _mute(style)
    line.add_run(f"{reveal(document.plan)}\tSida ")
    _add_field(line, "PAGE")
    line.add_run(" av ")
    _add_field(line, "NUMPAGES")


def _add_field(line: Paragraph, what: str) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    field: Any = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), what)
    run: Any = OxmlElement("w:r")
    text: Any = OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    field.append(run)
    line._p.append(field)  # noqa: SLF001


def _mute(style: Any) -> None:
    """Let a header or footer stand back, with its only stop at the right edge."""
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    style.font.size = Pt(8.5)
    style.font.color.rgb = RGBColor.from_string(theme()["muted"])
    for stops in style.element.iter(qn("w:tabs")):
        stops.getparent().remove(stops)
        break
