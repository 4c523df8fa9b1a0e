from __future__ import annotations

from collections.abc import Iterator

import pytest

from nvworkshop import language


@pytest.fixture
def spoken() -> Iterator[str]:
    """Speak English for one test."""
    language.choose("en")
    yield "en"
    language.choose(language.SOURCE)
