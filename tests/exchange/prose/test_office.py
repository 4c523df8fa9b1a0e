from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import docx
import pytest

from nvworkshop.exchange.prose import word_out
from nvworkshop.reports.prose import REPORTS
from tests.reports.prose.golden import document

OFFICE = shutil.which("soffice")
pytestmark = [pytest.mark.skipif(OFFICE is None, reason="no LibreOffice"), pytest.mark.slow]


def _texts(file: Path) -> list[str]:
    body = docx.Document(str(file)).element.body
    return [text for one in body.iter("{*}p") if (text := one.text.strip("\n"))]


def test_libreoffice_saves_every_report_again_without_loss(tmp_path: Path) -> None:
    places = [tmp_path / f"{one}.docx" for one in REPORTS]
    for report, place in zip(REPORTS, places, strict=True):
        word_out.write(document(report, "overall"), place)
    again = tmp_path / "again"
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [str(OFFICE), profile, "--headless", "--convert-to", "docx", "--outdir", str(again)]
    subprocess.run([*command, *map(str, places)], check=True, capture_output=True, timeout=250)
    for place in places:
        assert _texts(again / place.name) == _texts(place)
