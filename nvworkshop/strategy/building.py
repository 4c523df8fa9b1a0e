"""From the JSON value of a strategy file to a Strategy."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from nvworkshop.language import said
from nvworkshop.strategy.consistency import inconsistencies
from nvworkshop.strategy.items import SECTIONS, Rating, RatingLevel, Terms, Vision, VisionPart
from nvworkshop.strategy.records import read_list, read_record, type_name, unknown_keys
from nvworkshop.strategy.strategy import Header, Strategy

_VISION_KEYS = ("central", "parts")
_RATING_KEYS = ("shift", "prerequisite")
_RATING_LEVELS = [1, 2, 3, 4, 5]


def build_strategy(raw: object, problems: list[str]) -> Strategy | None:
    """Build and check a strategy; None when there are problems.

    References are checked only when every item by itself is right.
    """
    if not isinstance(raw, dict):
        problems.append(
            said("filen ska vara ett objekt, men är {type_name}").format(type_name=type_name(raw))
        )
        return None
    header_keys = [one.name for one in fields(Header)]
    list_keys = [section.key for section in SECTIONS.values()]
    problems += unknown_keys(raw, [*header_keys, "terms", "vision", "rating", *list_keys])
    header = read_record(Header, {k: raw[k] for k in header_keys if k in raw}, "", problems)
    values: dict[str, Any] = {
        "terms": read_record(Terms, raw.get("terms", {}), "terms", problems),
        "vision": _read_vision(raw.get("vision"), problems),
        "rating": _read_rating(raw.get("rating", {}), problems),
    }
    for section in SECTIONS.values():
        found = read_list(section.item, raw.get(section.key, []), section.key, problems)
        values[section.key] = found
    if problems or header is None:
        return None
    strategy = Strategy(**{key: getattr(header, key) for key in header_keys}, **values)
    problems += inconsistencies(strategy)
    return None if problems else strategy


def _read_vision(raw: object, problems: list[str]) -> Vision:
    if not isinstance(raw, dict):
        problems.append(said("vision saknas; målbilden ska vara ett objekt med central och parts"))
        return Vision()
    problems += unknown_keys(raw, _VISION_KEYS, "vision.")
    central = None
    if "central" in raw:
        central = read_record(VisionPart, raw["central"], "vision.central", problems)
    else:
        problems.append(said("vision.central saknas; målbilden behöver ett centralt påstående"))
    parts = read_list(VisionPart, raw.get("parts", []), "vision.parts", problems)
    return Vision(central=central, parts=parts)


def _read_rating(raw: object, problems: list[str]) -> Rating:
    if not isinstance(raw, dict):
        problems.append(
            said("rating ska vara ett objekt, men är {type_name}").format(type_name=type_name(raw))
        )
        return Rating()
    problems += unknown_keys(raw, _RATING_KEYS, "rating.")
    scales = {
        key: read_list(RatingLevel, raw.get(key, []), f"rating.{key}", problems)
        for key in _RATING_KEYS
    }
    for key, scale in scales.items():
        if [step.level for step in scale] not in ([], _RATING_LEVELS):
            problems.append(
                said("rating.{key} ska ha nivåerna 1, 2, 3, 4 och 5 i den ordningen").format(
                    key=key
                )
            )
    return Rating(**scales)
