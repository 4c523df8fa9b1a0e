from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nvworkshop.exchange.prose.blocks import blocks_of
from nvworkshop.exchange.prose.cleaned import cleaned
from nvworkshop.model.documents import texts
from nvworkshop.model.guarded import REPLACEMENT, as_markdown, guard, in_html, reveal

WRITTEN = st.text(st.characters(exclude_categories=("Cs", "Co", "Cn")), max_size=80)
PLACES = (
    "{}",
    "Före {} efter",
    "# {}",
    "- {}",
    "> {}",
    "**{}**",
    "| a | b |\n|---|---|\n| {} | x |",
)


@given(WRITTEN)
def test_what_is_revealed_is_what_was_written(text: str) -> None:
    fit = re.sub("\r\n?|[\u2028\u2029\v\f]", "\n", text).replace("\t", " ")
    fit = re.sub("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffe\uffff]", REPLACEMENT, fit)
    assert reveal(guard(text)) == fit.strip()
    assert len(guard(text)) == len(fit.strip())


def _said(markdown: str) -> str:
    return re.sub(r"\s+", " ", "".join(texts(blocks_of(cleaned(markdown)))))


@pytest.mark.parametrize("place", PLACES)
@given(text=WRITTEN.filter(lambda one: bool(one.strip())))
def test_a_text_stays_text_wherever_it_stands(place: str, text: str) -> None:
    guarded = place.format(guard(text))
    plain = re.sub(r"\s+", " ", reveal(guard(text)))
    shell = "".join(texts(blocks_of(cleaned(place.format("MITT")))))
    assert _said(guarded) == re.sub(r"\s+", " ", shell.replace("MITT", plain)).strip()


@pytest.mark.parametrize("place", PLACES)
@given(text=st.text(st.sampled_from("#*_-+=>|`[]()!<&~{}:.1 \nabå\\"), min_size=1, max_size=30))
def test_markdown_of_a_text_says_the_same_again(place: str, text: str) -> None:
    guarded = place.format(guard(text) or "x")
    assert _said(as_markdown(guarded)) == _said(guarded)


def test_a_text_in_html_is_shown_and_not_read() -> None:
    assert in_html(guard("<b>&\"'\n")) == "&lt;b&gt;&amp;&quot;&#39;"


def test_private_signs_that_people_typed_reveal_nothing() -> None:
    sneaked = chr(0xF200 + ord("<")) + "script"
    assert reveal(guard(sneaked)) == f"{REPLACEMENT}script"
