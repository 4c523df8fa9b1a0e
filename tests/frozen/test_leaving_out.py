from __future__ import annotations

import re
from pathlib import Path

import pytest

from nvworkshop.places import ROOT
from ui.freezing.leaving_out import MODULES, is_plugin_kept, kept_binaries, kept_data

_PLUGINS = "PySide6/Qt/plugins"
_ASKS = {
    "widgets": ["libQt6Widgets.so.6", "/elsewhere/libc.so.6"],
    "qt": ["libicu.so.73"],
    "gtk": ["libgtk.so.0"],
}
_FOUND = [
    ("PySide6/QtWidgets.abi3.so", "widgets", "EXTENSION"),
    ("PySide6/Qt/lib/libQt6Widgets.so.6", "qt", "BINARY"),
    ("libQt6Widgets.so.6", "PySide6/Qt/lib/libQt6Widgets.so.6", "SYMLINK"),
    ("PySide6/Qt/lib/libicu.so.73", "icu", "BINARY"),
    (f"{_PLUGINS}/platformthemes/libqgtk3.so", "gtk", "BINARY"),
    ("libgtk.so.0", "gtk0", "BINARY"),
    ("libpython3.11.so.1.0", "python", "BINARY"),
]


def test_what_only_an_unused_plugin_asks_for_is_left_out() -> None:
    kept = kept_binaries(_FOUND, lambda place: _ASKS.get(place, []))
    assert [one[0] for one in _FOUND if one not in kept] == [_FOUND[4][0], "libgtk.so.0"]


@pytest.mark.parametrize(
    ("place", "kept"),
    [
        (f"{_PLUGINS}/platforms/libqxcb.so", True),
        (f"{_PLUGINS}/platforms/libqeglfs.so", False),
        ("PySide6\\plugins\\platforms\\qwindows.dll", True),
        ("PySide6\\plugins\\tls\\qschannelbackend.dll", False),
        (f"{_PLUGINS}/imageformats/libqsvg.so", True),
        ("numpy/_core/_multiarray_umath.so", True),
    ],
)
def test_only_plugins_that_are_used_are_kept(place: str, kept: bool) -> None:
    assert is_plugin_kept(place) is kept


def test_data_nobody_reads_is_left_out() -> None:
    kept = (
        "resources/style/theme.toml",
        "PySide6/Qt/translations/qtbase_sv.qm",
        "matplotlib/mpl-data/matplotlibrc",
        "matplotlib/mpl-data/fonts/ttf/DejaVuSans.ttf",
        "docx/templates/default.docx",
        "docx/templates/default-header.xml",
        "click-8.5.1.dist-info/METADATA",
        "numpy-2.4.6.dist-info/licenses/LICENSE.txt",
    )
    left_out = (
        "PySide6/Qt/translations/qtbase_de.qm",
        "PySide6/translations/qt_help_sv.qm",
        "matplotlib/mpl-data/sample_data/a.csv",
        "matplotlib/mpl-data/fonts/afm/a.afm",
        "docx/templates/default-docx-template/word/styles.xml",
        "click-8.5.1.dist-info/RECORD",
        "nvworkshop-0.3.0.dist-info/direct_url.json",
    )
    entries = [(one, one, "DATA") for one in (*kept, *left_out)]
    assert [one[0] for one in kept_data(entries, [])] == list(kept)


def test_a_link_goes_with_what_it_links_to() -> None:
    link = ("libQt6Egl.so.6", "PySide6/Qt/lib/libQt6Egl.so.6", "SYMLINK")
    there = ("PySide6/Qt/lib/libQt6Egl.so.6", "here", "BINARY")
    assert kept_data([link], []) == []
    assert kept_data([link], [there]) == [link]


def test_no_module_that_the_program_itself_imports_is_left_out() -> None:
    code = "\n".join(
        one.read_text("utf-8")
        for folder in ("nvworkshop", "ui")
        for one in Path(ROOT / folder).rglob("*.py")
    )
    imported = set(re.findall(r"^\s*(?:from|import) ([\w.]+)", code, re.MULTILINE))
    assert imported & set(MODULES) == set()
