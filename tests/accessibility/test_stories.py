"""The three errands over a real accessibility bus, as a screen reader hears them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.accessibility.bus import NoDesktopError, lacking
from tests.accessibility.lint import wrong
from tests.accessibility.stories import STORIES, done


@pytest.mark.slow
@pytest.mark.skipif(bool(lacking()), reason=lacking())
@pytest.mark.parametrize("name", STORIES)
def test_an_errand_is_done_by_keys_and_ear(name: str, tmp_path: Path) -> None:
    try:
        for desktop in done(name, tmp_path):
            assert wrong(desktop.heard) == []
    except NoDesktopError as error:
        pytest.skip(str(error))
