"""JSON of a whole plan."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from nvworkshop.exchange import json_out
from nvworkshop.exchange.texts import visible_data

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


def test_letters_are_written_as_they_are(tmp_path: Path) -> None:
    told = json_out.write({"things": {"action": [{"title": "Åtgärd"}]}}, tmp_path / "a.json")
    assert "Åtgärd" in (tmp_path / "a.json").read_text(encoding="utf-8")
    assert (told.written, told.read_back) == (1, 1)


def test_what_json_cannot_hold_is_made_visible(tmp_path: Path) -> None:
    document = {"things": {"action": []}, "odd": ["a\ud800", float("nan")]}
    json_out.write(document, tmp_path / "a.json")
    read = json.loads((tmp_path / "a.json").read_bytes())
    assert read["odd"] == ["a\ufffd", "nan"]


@given(data=JSON)
def test_whatever_another_program_logged_can_be_written(data: Any) -> None:
    fit = visible_data(data)
    assert json.loads(json.dumps(fit, ensure_ascii=False, allow_nan=False).encode()) == fit
