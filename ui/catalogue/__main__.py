"""`python -m ui.catalogue`: gather all texts, and tell those that nobody has translated."""

from __future__ import annotations

import sys

from ui.catalogue.files import FOLDER, left, renewed, write


def main() -> int:
    """Renew the catalogue of every language there is; 1 when one lacks a translation."""
    lacking = 0
    for file in sorted(FOLDER.glob("*.po")):
        made = renewed(file)
        write(made, file)
        for text in left(made):
            sys.stderr.write(f"{file.name}: {text}\n")
            lacking += 1
    return 1 if lacking else 0


if __name__ == "__main__":
    sys.exit(main())
