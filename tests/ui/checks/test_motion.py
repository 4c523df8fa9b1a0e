"""Nothing moves or blinks by itself, so there is no motion to reduce."""

from __future__ import annotations

from pathlib import Path

import pytest

import ui

_MOVING = ("QPropertyAnimation", "QVariantAnimation", "QTimeLine", "QMovie", "setAnimated(True)")


@pytest.mark.parametrize("moving", _MOVING)
def test_nothing_is_animated(moving: str) -> None:
    sources = Path(str(ui.__file__)).parent.rglob("*.py")
    assert [one.name for one in sources if moving in one.read_text("utf-8")] == []
