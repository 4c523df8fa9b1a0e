"""Södra, read once for all tests here."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing

import pytest

from tests.followup.samples import Sample, on


@pytest.fixture(scope="module")
def november() -> Iterator[Sample]:
    """Södra three days after its second follow-up."""
    sample = on("2026-11-20")
    with closing(sample.view.store):
        yield sample
