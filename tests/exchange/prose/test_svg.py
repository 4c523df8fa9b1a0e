from __future__ import annotations

import pytest

from nvworkshop.exchange.prose.svg import cleaned_svg

HEAD = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'


def cleaned(inside: str) -> str:
    return cleaned_svg(f"<svg {HEAD} viewBox='0 0 1 1'>{inside}</svg>".encode(), "b1")


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        "<style>@import 'http://x'</style>",
        "<foreignObject><p>hej</p></foreignObject>",
        "<image href='http://x/y.png'/>",
        "<text>hej</text>",
        "<!-- <script> -->",
        "<g><title>hej</title></g>",
        "<animate attributeName='d'/>",
    ],
)
def test_what_is_no_drawing_goes(inside: str) -> None:
    assert cleaned(inside) == cleaned("")


@pytest.mark.parametrize(
    "attribute",
    [
        "onload='alert(1)'",
        "xlink:href='http://x'",
        "href='javascript:alert(1)'",
        "style='fill: url(http://x)'",
        "style='behavior: url(#a) expression(1)'",
        "clip-path='url(http://x#a)'",
        "d='url(#a)'",
    ],
)
def test_what_reaches_outside_goes(attribute: str) -> None:
    assert cleaned(f"<path {attribute}/>") == cleaned("<path/>")


def test_ids_are_of_their_own_picture() -> None:
    made = cleaned(
        "<path id='p1' d='M 1.23456 2'/><use xlink:href='#p1' style='fill: url(#h)'/>"
        "<g clip-path='url(#c)'><path d='M 0 0'/></g>"
    )
    assert 'id="b1-p1" d="M 1.23 2"' in made
    assert 'href="#b1-p1" style="fill: url(#b1-h)"' in made
    assert 'clip-path="url(#b1-c)"' in made
