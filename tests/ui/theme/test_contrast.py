from __future__ import annotations

import pytest

from ui.theme.tokens import SCHEMES, read_tokens

GROUNDS = ("ground", "card", "hover", "selection", "primary_soft")
TEXTS = ("ink", "muted", "primary", "ok", "warning", "danger", "R1", "R2", "R3", "R4")
SOFT = ("ok_soft", "warning_soft", "danger_soft", "primary_soft")
TEXT_PAIRS = (
    *((text, ground) for text in TEXTS for ground in GROUNDS),
    *((text, soft) for text in ("ink", "muted") for soft in SOFT),
    *((level, f"{level}_soft") for level in ("ok", "warning", "danger")),
    ("on_primary", "primary"),
    ("on_primary", "primary_hover"),
    ("on_danger", "danger"),
    ("on_selection", "selection"),
    ("card", "ink"),  # tooltips
)
MARK_PAIRS = (
    *(("edge", ground) for ground in ("ground", "card", "hover")),
    *(("focus", ground) for ground in GROUNDS),
    *(("focus", soft) for soft in SOFT),
    ("focus_on_primary", "primary"),
    ("faint", "card"),
    ("faint", "ground"),
)


def luminance(colour: str) -> float:
    """Relative luminance, WCAG 2.2."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    low = 0.04045
    red, green, blue = (x / 12.92 if x <= low else ((x + 0.055) / 1.055) ** 2.4 for x in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("text", "ground"), TEXT_PAIRS)
def test_text_is_readable_on_its_ground(scheme: str, text: str, ground: str) -> None:
    colours = read_tokens().schemes[scheme]
    assert contrast(colours[text], colours[ground]) >= 4.5


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("mark", "ground"), MARK_PAIRS)
def test_marks_are_seen_on_their_ground(scheme: str, mark: str, ground: str) -> None:
    colours = read_tokens().schemes[scheme]
    assert contrast(colours[mark], colours[ground]) >= 3


def test_every_scheme_has_every_token() -> None:
    schemes = read_tokens().schemes
    assert set(schemes["light"]) == set(schemes["dark"]) == set(schemes["contrast"])
