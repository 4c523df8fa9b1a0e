"""`python -m ui.freezing.lacking`: tell what freezing lacks on Linux; 1 when it lacks anything."""

from __future__ import annotations

import ctypes
import shutil
import sys
import sysconfig

_TOOLS = ("objdump", "objcopy", "strip")
_LIBRARIES = ("libxcb-cursor.so.0", "libEGL.so.1")


def lacking() -> list[str]:
    """Return the names of the tools and libraries that are not there."""
    libraries = (*_LIBRARIES, str(sysconfig.get_config_var("INSTSONAME")))
    tools = [one for one in _TOOLS if shutil.which(one) is None]
    return [*tools, *(one for one in libraries if not _loads(one))]


def _loads(library: str) -> bool:
    folder = sysconfig.get_config_var("LIBDIR")
    for name in (library, f"{folder}/{library}"):
        try:
            ctypes.CDLL(name)
        except OSError:
            continue
        return True
    return False


if __name__ == "__main__":
    found = lacking()
    sys.stderr.writelines(f"{one} is missing\n" for one in found)
    sys.exit(1 if found else 0)
