"""A strategy from outside that is wrong is refused with file, key path and what is wrong."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nvworkshop.errors import StrategyError
from nvworkshop.strategy import load, load_shipped
from nvworkshop.strategy.loader import SHIPPED
from nvworkshop.strategy.reading import MAX_BYTES
from tests.strategy.conftest import Edit

Raw = dict[str, Any]


def refusal(folder: Path) -> str:
    with pytest.raises(StrategyError) as caught:
        load(folder)
    return str(caught.value)


WRONG: dict[str, tuple[Callable[[Raw], object], str]] = {
    "missing id": (lambda raw: raw["shifts"][2].pop("id"), "shifts[2].id saknas"),
    "missing name": (lambda raw: raw.pop("name"), ": name saknas"),
    "empty name": (lambda raw: raw["shifts"][0].update(name=""), "shifts[0].name är tom"),
    "unknown key": (
        lambda raw: raw["flows"][1].update(color="blue"),
        "flows[1].”color” är en okänd nyckel",
    ),
    "unknown list": (lambda raw: raw.update(colors=[]), "”colors” är en okänd nyckel"),
    "number as text": (
        lambda raw: raw["bodies"][0].update(role=3),
        "bodies[0].role ska vara text, men är ett tal",
    ),
    "null as text": (
        lambda raw: raw["bodies"][0].update(role=None),
        "bodies[0].role ska vara text, men är tomt (null)",
    ),
    "text as list": (
        lambda raw: raw["shifts"][0].update(keywords="skola"),
        "shifts[0].keywords ska vara en lista, men är text",
    ),
    "number in list": (
        lambda raw: raw["shifts"][0].update(keywords=["skola", 1]),
        "shifts[0].keywords[1] ska vara text, men är ett tal",
    ),
    "text as number": (
        lambda raw: raw["sources"][0].update(year="2022"),
        "sources[0].year ska vara ett heltal, men är text",
    ),
    "text as flag": (
        lambda raw: raw["starter_indicators"][0].update(example="ja"),
        "starter_indicators[0].example ska vara true eller false, men är text",
    ),
    "list as object": (
        lambda raw: raw.update(terms=[]),
        "terms ska vara ett objekt, men är en lista",
    ),
    "object as list": (
        lambda raw: raw.update(actors={}),
        "actors ska vara en lista, men är ett objekt",
    ),
    "path as id": (
        lambda raw: raw["shifts"][0].update(id="../R1"),
        "shifts[0].id är ”../R1”; ett id får bara ha a–z, A–Z, 0–9 och _",
    ),
    "long id": (lambda raw: raw["shifts"][0].update(id="R" * 41), "högst 40 tecken"),
    "same id": (
        lambda raw: raw["shifts"][1].update(id="r1"),
        "shifts[1].id ”r1” används redan av shifts[0]",
    ),
    "same guide": (
        lambda raw: raw["shifts"][1].update(id="F1"),
        "prerequisites[0].id ”F1” används redan av shifts[1]",
    ),
    "same name": (
        lambda raw: raw["places"][1].update(name="hakkas"),
        "places[1].name ”hakkas” används redan av places[0]",
    ),
    "actor like principal": (
        lambda raw: raw["actors"][0].update(id="region"),
        "actors[0].id ”region” används redan av principals[0]",
    ),
    "unknown theme": (
        lambda raw: raw["flows"][0].update(themes=["stroke", "magi"]),
        "flows[0].themes[1] är ”magi”, som inte finns i themes",
    ),
    "unknown source": (
        lambda raw: raw["shifts"][0].update(source="ryktet"),
        "shifts[0].source är ”ryktet”, som inte finns i sources",
    ),
    "scope of another kind": (
        lambda raw: raw["flows"][0].update(scope="county_part"),
        "flows[0].covers[0] är ”2506”, som inte finns i county_parts",
    ),
    "unknown scope": (
        lambda raw: raw["flows"][0].update(scope="by"),
        "flows[0].scope är ”by”, men ska vara något av: municipality, county_part, target_group",
    ),
    "kommun in two county parts": (
        lambda raw: raw["county_parts"][0]["municipalities"].append("2514"),
        "”Kalix” ska finnas i exakt en länsdel, men finns i 2",
    ),
    "kommun in none": (
        lambda raw: raw["county_parts"][3]["municipalities"].remove("2510"),
        "”Jokkmokk” ska finnas i exakt en länsdel, men finns i 0",
    ),
    "code of letters": (
        lambda raw: raw["municipalities"].append({"id": "25AB", "name": "Påhittad"}),
        "municipalities[14].id är ”25AB”, men kommunkoden är fyra siffror",
    ),
    "no central vision": (lambda raw: raw["vision"].pop("central"), "vision.central saknas"),
    "no vision": (lambda raw: raw.pop("vision"), "vision saknas"),
    "no shifts": (lambda raw: raw.pop("shifts"), "shifts saknas eller är tom"),
    "four levels": (
        lambda raw: raw["rating"]["shift"].pop(),
        "rating.shift ska ha nivåerna 1, 2, 3, 4 och 5",
    ),
    "newer format": (
        lambda raw: raw.update(format=2),
        "format är 2, men programmet läser format 1",
    ),
    "control character": (
        lambda raw: raw["shifts"][0].update(name="Ned\u001b[2J"),
        "shifts[0].name har tecken som inte går att visa",
    ),
    "half a character": (
        lambda raw: raw["shifts"][0].update(name="\ud800"),
        "shifts[0].name har tecken som inte går att visa",
    ),
    "endless text": (
        lambda raw: raw["shifts"][0].update(name="a" * 4001),
        "shifts[0].name är för lång, högst 4000 tecken",
    ),
}


@pytest.mark.parametrize("what", WRONG)
def test_wrong_content_is_named_with_file_and_path(what: str, folder: Path, edit: Edit) -> None:
    change, expected = WRONG[what]
    edit(change)
    message = refusal(folder)
    assert expected in message
    assert "norrbotten/strategy.json: " in message


def test_all_problems_stand_in_one_message(folder: Path, edit: Edit) -> None:
    edit(lambda raw: (raw["shifts"][2].pop("id"), raw["actors"][0].pop("name"), raw.pop("county")))
    message = refusal(folder)
    assert "norrbotten/strategy.json: shifts[2].id saknas" in message
    assert "norrbotten/strategy.json: actors[0].name saknas" in message
    assert "norrbotten/strategy.json: county saknas" in message


def test_thousands_of_problems_are_cut_with_their_number(folder: Path, edit: Edit) -> None:
    edit(lambda raw: raw.update(shifts=[1] * 5000))
    assert "och 4900 fel till" in refusal(folder)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b'{\n "id": "x",\n oj\n}', "strategy.json: rad 3, kolumn 2: filen är inte riktig JSON"),
        (b'{"name":\n"V\xe4rd"}', "strategy.json: rad 2: texten är inte UTF-8"),
        (b'{"a\x00": 1}', "strategy.json: rad 1: styrtecken får inte finnas"),
        (b"[" * 200_000, "strategy.json: filen har för stora tal eller för många nivåer"),
        (b"[" + b"9" * 9999 + b"]", "strategy.json: filen har för stora tal"),
        (b"[1, 2]", "strategy.json: filen ska vara ett objekt, men är en lista"),
        (b'{"id": "a", "id": "b"}', "strategy.json: nyckeln ”id” står två gånger"),
        (b" " * (MAX_BYTES + 1), "strategy.json: filen är för stor, högst 2 MB"),
    ],
    ids=["json", "latin1", "nul", "deep", "huge number", "list", "twice", "big"],
)
def test_wrong_bytes_are_named_with_their_place(folder: Path, data: bytes, expected: str) -> None:
    (folder / "strategy.json").write_bytes(data)
    assert expected in refusal(folder)


def test_byte_order_mark_and_decomposed_letters_are_read(folder: Path, edit: Edit) -> None:
    edit(lambda raw: raw.update(name="Va\u030ard"))
    path = folder / "strategy.json"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert load(folder).name == "Vård"


def test_missing_file_is_named(tmp_path: Path) -> None:
    assert f"{tmp_path.name}/strategy.json: filen saknas" in refusal(tmp_path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_named_pipe_is_refused_without_waiting(folder: Path) -> None:
    (folder / "strategy.json").unlink()
    os.mkfifo(folder / "strategy.json")
    assert "strategy.json: filen saknas" in refusal(folder)


def test_file_that_may_not_be_opened_is_named(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "no")

    monkeypatch.setattr(Path, "open", refuse)
    assert "strategy.json: filen går inte att läsa" in refusal(folder)


def test_unknown_shipped_strategy_names_those_that_exist() -> None:
    with pytest.raises(StrategyError) as caught:
        load_shipped("../norrbotten")
    assert "”../norrbotten” finns inte i programmet" in str(caught.value)
    assert "norrbotten, vasterbotten" in str(caught.value)


def test_shipped_folder_with_another_id_is_refused(folder: Path, edit: Edit) -> None:
    edit(lambda raw: raw.update(id="annat"))
    with pytest.raises(StrategyError, match="id är ”annat”"):
        load_shipped("norrbotten", root=folder.parent)


SHIPPED_TEXT = (SHIPPED / "norrbotten" / "strategy.json").read_text(encoding="utf-8")
JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=4,
)


def loaded_id_or_refusal(folder: Path) -> str:
    try:
        return load(folder).id
    except StrategyError as error:
        return str(error)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data(), value=JSON_VALUES)
def test_any_value_anywhere_loads_or_is_refused(
    folder: Path, data: st.DataObject, value: object
) -> None:
    place = raw = json.loads(SHIPPED_TEXT)
    key = data.draw(st.sampled_from(sorted(raw)))
    while isinstance(place[key], dict | list) and place[key] and data.draw(st.booleans()):
        place = place[key]
        keys = range(len(place)) if isinstance(place, list) else sorted(place)
        key = data.draw(st.sampled_from(keys))
    place[key] = value
    (folder / "strategy.json").write_text(json.dumps(raw), encoding="utf-8")
    result = loaded_id_or_refusal(folder)
    assert result == raw["id"] or "norrbotten/" in result
