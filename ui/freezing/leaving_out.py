"""What the frozen program leaves out of the packages it is built on, and why it can."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

Entry = tuple[str, str, str]
"""A file in the frozen program: its place there, where it lies now, and its kind (PyInstaller)."""

MODULES = (
    "tkinter", "curses", "pydoc", "pydoc_data", "doctest", "pdb", "xmlrpc", "ftplib",
    "ssl", "_ssl",  # nothing is fetched
    "multiprocessing", "concurrent.futures.process",  # children are the program itself
    "setuptools", "pkg_resources", "pytest", "IPython", "pygments", "rich",
    "numpy.testing", "numpy.f2py", "numpy.distutils", "numpy._pyinstaller",
    "matplotlib.pyplot", "matplotlib.testing", "matplotlib.tests", "mpl_toolkits.axisartist",
    "PIL.ImageQt", "PIL.ImageTk", "PIL.ImageCms", "PIL._imagingcms", "PIL._imagingtk",
    "PIL.ImageFont", "PIL._imagingft", "PIL._avif", "PIL._webp",
    "lxml.objectify", "lxml.html", "lxml.isoschematron", "lxml.doctestcompare", "lxml.cssselect",
    "lxml.sax", "lxml.ElementInclude", "lxml.pyclasslookup",
    "qtpy", "qtawesome", "pandas", "defusedxml.lxml",
)  # fmt: skip
"""Modules that are imported by somebody somewhere, but not on any way the program takes."""

PICTURES = (
    "BmpImagePlugin",
    "GifImagePlugin",
    "JpegImagePlugin",
    "PpmImagePlugin",
    "PngImagePlugin",
)
"""The kinds of pictures that Pillow always loads; the program writes PNG alone."""

_PLUGINS = {
    "platforms": ("windows", "cocoa", "xcb", "wayland", "offscreen"),
    "styles": ("windows", "mac"),
    "platformthemes": ("xdgdesktopportal",),  # GTK's would bring the whole of GTK with it
    "platforminputcontexts": ("ibus", "compose"),
    "imageformats": ("ico", "svg", "icns"),
    "iconengines": ("svg",),
    "printsupport": ("cups",),
    "accessiblebridge": ("",),
    "wayland-decoration-client": ("",),
    "wayland-shell-integration": ("xdg-shell",),
}
"""The folders of Qt's plugins, and the beginnings of the names used in each; no others are."""

_DATA = re.compile(
    r"PySide6/.*translations/(?!qtbase_sv\.qm$)"
    r"|matplotlib/mpl-data/(?!matplotlibrc$|fonts/ttf/(DejaVuSans(-Bold|-Oblique)?|LastResort.*)\.ttf$)"
    r"|lxml/isoschematron/|docx/templates/default-docx-template/"
    r"|(^|/)(tests|sample_data|_pyinstaller)/"
    r"|[^/]+\.dist-info/(RECORD|INSTALLER|REQUESTED|WHEEL|direct_url\.json|entry_points\.txt"
    r"|top_level\.txt|sboms/.*)$"
)
_LIBRARY = re.compile(r"\.(dll|dylib)$|\.so(\.\d+)*$", re.IGNORECASE)
_ALWAYS = re.compile(r"(^|/)(lib)?python3", re.IGNORECASE)
"""Python itself, which the starter loads by name."""


def kept_data(entries: Iterable[Entry], binaries: Iterable[Entry]) -> list[Entry]:
    """Return the files of data without those nobody reads; links only to binaries that are kept."""
    there = {_slashes(one[0]) for one in binaries}
    return [
        one
        for one in entries
        if not _DATA.search(_slashes(one[0])) and (one[2] != "SYMLINK" or _slashes(one[1]) in there)
    ]


def kept_binaries(
    entries: Iterable[Entry], asks_for: Callable[[str], Iterable[str]]
) -> list[Entry]:
    """Return the libraries without plugins that are not used, nor what only those ask for.

    `asks_for` tells the names of the libraries that the file at a path is linked to.
    """
    left = [one for one in entries if is_plugin_kept(one[0])]
    wanted = _wanted(left, asks_for)
    return [one for one in left if one[0] in wanted]


def is_plugin_kept(place: str) -> bool:
    """Tell whether a file is no plugin of Qt, or one that is used."""
    found = re.search(r"plugins/([^/]+)/(?:lib)?q?([^/]+)$", _slashes(place))
    return found is None or found[2].startswith(_PLUGINS.get(found[1], ()))


def _wanted(entries: Sequence[Entry], asks_for: Callable[[str], Iterable[str]]) -> set[str]:
    """Return the places of what is loaded by name, and of all that it asks for."""
    by_name = defaultdict(list)
    for one in entries:
        by_name[Path(one[0]).name.casefold()].append(one)
    waiting = [one for one in entries if not _is_library(one) or _ALWAYS.search(_slashes(one[0]))]
    wanted: set[str] = set()
    while waiting:
        place, source, kind = waiting.pop()
        if place in wanted:
            continue
        wanted.add(place)
        names = [source] if kind == "SYMLINK" else asks_for(source)
        for name in names:
            waiting += by_name[Path(name).name.casefold()]
    return wanted


def _is_library(entry: Entry) -> bool:
    """Tell whether a file is loaded only because another asks for it."""
    place, _, kind = entry
    name = _slashes(place)
    return (
        kind in ("BINARY", "SYMLINK")
        and bool(_LIBRARY.search(name))
        and "/plugins/" not in name
        and not re.search(r"\.(abi3|cpython-[^/]*)\.so$|\.pyd$", name)
    )


def _slashes(place: str) -> str:
    return place.replace("\\", "/")
