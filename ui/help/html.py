"""Markdown as HTML in the look of the program; HTML written in the text is shown as text."""

from __future__ import annotations

import re

from markdown import Markdown
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension

from ui.help.pages import picture_of
from ui.theme.theme import Theme

_TABLE = '<table width="100%">'
_FIRST = '<tr>\n<th width="40%">'
"""All tables are as wide as the page, with columns that stand under each other."""

_PICTURE = re.compile(r'<p><img alt="([^"]*)" src="([^"]*)" /></p>')

_STYLE = """
h1 {{ font-size: {title}px; font-weight: 700; margin-top: 0px; margin-bottom: {gap}px; }}
h2 {{ font-size: {heading}px; font-weight: 600; margin-top: {wide}px; margin-bottom: {narrow}px; }}
p {{ margin-top: 0px; margin-bottom: {gap}px; line-height: 130%; }}
li {{ margin-bottom: {narrow}px; line-height: 130%; }}
a {{ color: {primary}; text-decoration: underline; }}
code {{ font-family: {family}; font-weight: 600; background-color: {hover}; }}
p.picture {{ margin-bottom: {narrow}px; line-height: 100%; }}
p.caption {{ color: {muted}; margin-bottom: {wide}px; }}
table {{ margin-top: {narrow}px; margin-bottom: {gap}px; border-collapse: collapse; }}
th {{ color: {muted}; font-weight: 600; text-align: left; }}
td, th {{
    padding: {narrow}px {wide}px {narrow}px 0px;
    border-bottom: {hair}px solid {line};
}}
"""


def html_of(markdown: str) -> str:
    """Return Markdown as HTML."""
    reader = Markdown(extensions=[TableExtension(), SaneListExtension()])
    reader.preprocessors.deregister("html_block")
    reader.inlinePatterns.deregister("html")
    html = reader.convert(markdown)
    html = _PICTURE.sub(_with_words, html)
    return html.replace("<table>", _TABLE).replace("<tr>\n<th>", _FIRST)


def _with_words(found: re.Match[str]) -> str:
    """Return a picture with what it shows in words beneath; nothing when there is no such file."""
    if picture_of(found[2]) is None:
        return ""
    shown = f'<img alt="{found[1]}" src="{found[2]}">'
    return f'<p class="picture">{shown}</p>\n<p class="caption">{found[1]}</p>'


def style_of(theme: Theme) -> str:
    """Return the style sheet of a page in the theme's colours and sizes."""
    px = theme.px
    colours = {name: theme.color(name).name() for name in ("primary", "hover", "muted", "line")}
    return _STYLE.format(
        title=theme.font("title").pixelSize(),
        heading=theme.font("heading").pixelSize(),
        family=", ".join(f"'{one}'" for one in theme.font().families()),
        narrow=px(4),
        gap=px(10),
        wide=px(20),
        hair=px(1),
        **colours,
    )
