"""The overall plan as scripts read it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from nvworkshop.session.overall import Asked, County, Duties, Entry, Overall

Json = dict[str, object]


def overall_json(
    found: Overall, duties: Sequence[Duties], decisions: Sequence[Asked], county: County | None
) -> Json:
    """Return it all, or what was asked for when the county is None."""
    told: Json = {
        "principals": [_duties_json(one) for one in duties],
        "decisions": [
            {"body": one.id, "label": one.label, "entries": _ids(one.entries)} for one in decisions
        ],
    }
    if county is None:
        wanted = (one for two in duties for one in (*two.responsible, *two.contributing))
        asked = (one for two in decisions for one in two.entries)
        return {"entries": _entries_json((*wanted, *asked)), **told}
    return {
        "actions": found.actions,
        "rows": len(found.entries),
        "shifts": [
            {"id": one.id, "label": one.label, "entries": _entries_json(one.entries)}
            for one in found.sections
        ],
        **told,
        "county": _county_json(county),
    }


def _duties_json(one: Duties) -> Json:
    return {
        "id": one.id,
        "label": one.label,
        "responsible": _ids(one.responsible),
        "contributing": _ids(one.contributing),
    }


def _county_json(county: County) -> Json:
    return {
        "size": list(county.size),
        "without_plan": list(county.without),
        "white_spots": [
            {"shift": one.shift, "axis": one.axis, "missing": list(one.missing)}
            for one in county.spots
        ],
        "overlaps": [
            {"sentence": one.sentence, "words": list(one.words), "entries": _ids(one.entries)}
            for one in county.overlaps
        ],
    }


def _ids(entries: Iterable[Entry]) -> list[str]:
    return [one.id for one in entries]


def _entries_json(entries: Iterable[Entry]) -> list[Json]:
    return [_entry_json(one) for one in {one.id: one for one in entries}.values()]


def _entry_json(entry: Entry) -> Json:
    told: Json = {
        "id": entry.id,
        "kind": entry.thing.kind,
        "title": entry.title,
        "handling": entry.handling or None,
        "handling_reason": entry.reason or None,
        "county_parts": list(entry.where),
        "principal": entry.thing["principal"],
        "decision_needed": entry.asks or None,
        "own_rows": [
            {
                "principal": one.principal,
                "count": one.count,
                "statuses": dict(one.statuses),
                "until": one.until or None,
                "shared": [row.id for row in one.rows],
                "withdrawn": one.withdrawn,
            }
            for one in entry.rolled
        ],
    }
    if entry.origin is None:
        return {**told, "gathers": _entries_json(entry.gathers)}
    return {
        **told,
        "plan": entry.origin.plan,
        "number": entry.origin.number or None,
        "workshop": entry.origin.workshop or None,
        "workshop_date": entry.origin.date or None,
        "part_of": list(entry.part_of),
    }
