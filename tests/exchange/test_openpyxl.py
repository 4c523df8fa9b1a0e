from __future__ import annotations

import subprocess
import sys


def test_workbooks_are_read_and_written_without_lxml() -> None:
    asked = "import nvworkshop.exchange, openpyxl.xml as x; print(x.LXML, x.DEFUSEDXML)"
    told = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert told.stdout.split() == ["False", "True"]
