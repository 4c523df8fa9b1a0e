"""The version resource of the Windows programs: what the file's properties show."""

from __future__ import annotations

from collections.abc import Mapping

_SWEDISH_UNICODE = "041D04B0"
_TEMPLATE = """VSVersionInfo(
  ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, mask=0x3F, flags=0x0, OS=0x40004,
                    fileType=0x1, subtype=0x0, date=(0, 0)),
  kids=[
    StringFileInfo([StringTable({table!r}, [{strings}])]),
    VarFileInfo([VarStruct("Translation", [0x041D, 1200])]),
  ],
)
"""


def version_resource(version: str, name: str, told: str) -> str:
    """Return the text that PyInstaller makes the resource of; `told` is what the program is."""
    strings = {
        "CompanyName": "NV Workshop",
        "FileDescription": told,
        "FileVersion": version,
        "InternalName": name,
        "OriginalFilename": f"{name}.exe",
        "ProductName": "NV Workshop",
        "ProductVersion": version,
    }
    return _TEMPLATE.format(
        numbers=_four(version), table=_SWEDISH_UNICODE, strings=_structs(strings)
    )


def _four(version: str) -> tuple[int, ...]:
    numbers = [int(one) for one in version.split(".") if one.isdigit()]
    return tuple((*numbers, 0, 0, 0, 0)[:4])


def _structs(strings: Mapping[str, str]) -> str:
    return ", ".join(f"StringStruct({name!r}, {value!r})" for name, value in strings.items())
