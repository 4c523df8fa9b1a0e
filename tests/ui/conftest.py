"""Windows in tests are real widgets on a screen nobody sees."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(autouse=True)
def _collected_here() -> Iterator[None]:
    """Collect garbage in the window's thread alone, as the program does."""
    gc.disable()
    yield
    gc.collect()
    gc.enable()
