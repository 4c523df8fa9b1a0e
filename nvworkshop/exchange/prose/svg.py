"""Pictures as SVG of a few known parts: no script, no style sheet, nothing from outside."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

_TAGS = {"svg", "g", "defs", "path", "use", "clipPath", "pattern", "rect", "circle"}
_ATTRIBUTES = {
    "id", "d", "style", "clip-path", "transform", "x", "y", "width", "height", "viewBox", "href",
    "patternUnits", "fill", "r", "cx", "cy",
}  # fmt: skip

_LOOK = "stroke-linejoin: round; stroke-linecap: butt"
"""What the style sheet of the drawing library says of everything."""

_ID = re.compile(r"(?:url\()?#[\w.-]+\)?")
_STYLE = re.compile(r"(?:[a-z-]+: ?(?:[\w .,#%-]+|url\(#[\w.-]+\))(?:; ?|$))*")
_FRACTION = re.compile(r"(\d+\.\d\d)\d+")


def cleaned_svg(svg: bytes, name: str) -> str:
    """Return a drawing with only what a picture is made of; `name` goes before its ids."""
    return ET.tostring(_clean(ET.fromstring(svg), name), encoding="unicode")  # noqa: S314 (ours)


def _clean(element: ET.Element, name: str) -> ET.Element:
    made = ET.Element(_local(element.tag))
    if made.tag == "svg":
        made.attrib = {"xmlns": "http://www.w3.org/2000/svg", "style": _LOOK}
    for attribute, value in element.attrib.items():
        if (kept := _local(attribute)) in _ATTRIBUTES and _is_harmless(kept, value):
            made.set(kept, _said(kept, value, name))
    made.extend(_clean(one, name) for one in element if _is_needed(one))
    return made


def _is_needed(element: ET.Element) -> bool:
    """Tell whether an element is drawn; groups that hold nothing are not."""
    tag = _local(element.tag)
    return tag in _TAGS and (tag not in ("g", "defs") or any(map(_is_needed, element)))


def _is_harmless(attribute: str, value: str) -> bool:
    """Tell whether an attribute refers to nothing but parts of its own picture."""
    if attribute in ("href", "clip-path"):
        return _ID.fullmatch(value) is not None
    if attribute == "style":
        return _STYLE.fullmatch(value.strip()) is not None
    return "(#" not in value and ":" not in value


def _said(attribute: str, value: str, name: str) -> str:
    match attribute:
        case "id":
            return f"{name}-{value}"
        case "href":
            return value.replace("#", f"#{name}-")
        case "clip-path" | "style":
            return value.replace("url(#", f"url(#{name}-")
        case "d":
            return " ".join(_FRACTION.sub(r"\1", value).split())
    return value


def _local(name: str) -> str:
    return name.rsplit("}", 1)[-1]
