"""Markdown made into HTML that holds nothing but text, headings, lists and tables."""

from __future__ import annotations

TAGS = {
    "h1", "h2", "h3", "h4", "h5", "h6", "p", "ul", "ol", "li", "strong", "em", "br", "hr",
    "blockquote", "table", "thead", "tbody", "tr", "th", "td", "a",
}  # fmt: skip
"""What a report can hold; python-markdown makes more, which is shown as its text."""

SCHEMES = {"http", "https", "mailto"}


def cleaned(markdown: str) -> str:
    """Return the HTML of Markdown, cleaned; guarded texts are still guarded in it.

    Addresses of pictures, styles and scripts are gone: nothing is fetched when it is read.
    """
    import nh3  # only needed to make documents
    from markdown import Markdown
    from markdown.extensions.sane_lists import SaneListExtension
    from markdown.extensions.tables import TableExtension

    extensions = [TableExtension(), SaneListExtension()]
    html = Markdown(extensions=extensions, output_format="html").convert(markdown)
    return nh3.clean(
        html,
        tags=TAGS,
        attributes={"a": {"href"}},
        url_schemes=SCHEMES,
        set_tag_attribute_values={"th": {"scope": "col"}},
        link_rel=None,
    )
