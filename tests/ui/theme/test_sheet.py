from __future__ import annotations

import re
from pathlib import Path

import pytest

from nvworkshop.places import ROOT
from ui.theme.sheet import style_sheet
from ui.theme.tokens import FOLDER, SCHEMES

ROLE = re.compile(r'set_role\([^()]*?(?:\([^()]*\))?[^()]*?,\s*"([a-zA-Z0-9-]+)"\)')
BASE = {"secondary", "body"}
"""Roles that look like what has no role."""


def _filled(tmp_path: Path, said: str, larger: float = 1) -> str:
    (tmp_path / "style.qss").write_text(said, encoding="utf-8")
    sizes = {"ring": 2, "title": 26}
    return style_sheet({"ink": "#111111"}, sizes, lambda n: round(n * larger), tmp_path)


def test_tokens_and_pixels_are_put_in(tmp_path: Path) -> None:
    said = "/* @nothing */ A { color: @ink; font-size: @title; padding: 4px 6px-ring; }"
    assert _filled(tmp_path, said, 2) == (
        "A { color: #111111; font-size: 52px; padding: 8px 8px; }"
    )


def test_an_unknown_token_is_a_bug(tmp_path: Path) -> None:
    with pytest.raises(KeyError, match="rosa"):
        _filled(tmp_path, "A { color: @rosa; }")


def test_colours_stand_in_the_theme_file_only() -> None:
    files = [*(ROOT / "ui").rglob("*.py"), FOLDER / "style.qss"]
    literal = re.compile(r"#[0-9a-fA-F]{6}\b|#[0-9a-fA-F]{3}\b(?!\w)")
    found = [one.name for one in files if literal.search(one.read_text(encoding="utf-8"))]
    assert found == []


def test_every_role_in_use_has_a_rule() -> None:
    sheet = (FOLDER / "style.qss").read_text(encoding="utf-8")
    known = set(re.findall(r'role="([^"]+)"', sheet)) | BASE
    used = {
        role
        for file in (ROOT / "ui").rglob("*.py")
        for role in ROLE.findall(file.read_text(encoding="utf-8"))
    }
    assert used - known == set()


def test_schemes_of_the_settings_are_in_the_theme_file() -> None:
    from ui import settings

    assert set(settings.SCHEMES) - {"system"} == set(SCHEMES)
