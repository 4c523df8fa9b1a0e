"""The HTML of a report in the look of the program."""

from __future__ import annotations

from ui.theme.theme import Theme

_TABLE = '<table width="100%" cellspacing="0">'

_STYLE = """
h1 {{ font-size: {title}px; font-weight: 700; color: {primary}; margin-top: 0px; margin-bottom: {gap}px; }}
h2 {{ font-size: {heading}px; font-weight: 600; color: {primary}; margin-top: {wide}px; margin-bottom: {narrow}px; }}
h3, h4, h5, h6 {{ font-size: {body}px; font-weight: 700; margin-top: {gap}px; margin-bottom: {narrow}px; }}
p {{ margin-top: 0px; margin-bottom: {gap}px; line-height: 130%; }}
li {{ margin-bottom: {narrow}px; line-height: 130%; }}
a {{ color: {primary}; text-decoration: underline; }}
blockquote {{ margin-left: {wide}px; margin-right: {wide}px; color: {ink}; background-color: {primary_soft}; }}
table {{ margin-top: {narrow}px; margin-bottom: {gap}px; border-collapse: collapse; }}
th {{ font-weight: 600; text-align: left; background-color: {primary_soft}; }}
td, th {{ padding: {narrow}px {gap}px {narrow}px {gap}px; border: {hair}px solid {line}; }}
"""  # noqa: E501 (a rule is one line)

_COLOURS = ("ink", "primary", "primary_soft", "line")


_WIDEST = 760
"""Design pixels: the widest that a picture is."""


def dressed(html: str, theme: Theme) -> str:
    """Return a report's HTML with tables and pictures as wide as the page."""
    picture = f'<img width="{theme.px(_WIDEST)}" style="max-width: 100%" '
    return html.replace("<table>", _TABLE).replace("<img ", picture)


def style_of(theme: Theme) -> str:
    """Return the style sheet of a report in the theme's colours and sizes."""
    px = theme.px
    return _STYLE.format(
        title=theme.font("title").pixelSize(),
        heading=theme.font("heading").pixelSize(),
        body=theme.font().pixelSize(),
        narrow=px(4),
        gap=px(8),
        wide=px(18),
        hair=px(1),
        **{name: theme.color(name).name() for name in _COLOURS},
    )
