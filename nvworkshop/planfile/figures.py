"""Figures of a plan counted where it lies, without building its things."""

from __future__ import annotations

from collections.abc import Iterable

from nvworkshop.model.changes import Change
from nvworkshop.model.fields import Field, FieldType, Kind
from nvworkshop.model.kinds import KINDS
from nvworkshop.model.labels import ANSWER_LABELS
from nvworkshop.planfile.store import Store

_UNDECIDED = ANSWER_LABELS["undecided"]


def settled(store: Store, kind: Kind, fields: Iterable[Field]) -> int:
    """Return how many things of a kind have an answer in every one of the fields.

    "ej aktuellt" is an answer, "ännu inte bestämt" is not, nor is a time that nobody can read: as
    `rules.missing_for_decision`.
    """
    where = " AND ".join(map(_answered, fields)) or "1"
    sql = f'SELECT count(*) FROM "{kind.name}" WHERE {where}'  # noqa: S608 (declared names)
    given = {"undecided": _UNDECIDED, "not_applicable": ANSWER_LABELS["not_applicable"]}
    return int(store.connection.execute(sql, given).fetchone()[0])


def _answered(field: Field) -> str:
    """Return what holds in the table for a field that a decision can be made on."""
    name = field.name
    if field.type is FieldType.PERIOD:
        return f'("{name}_first" IS NOT NULL OR "{name}" = :not_applicable)'
    return f'"{name}" IS NOT NULL AND "{name}" <> :undecided'


def last_change(store: Store) -> Change | None:
    """Return the newest change of what people write, also when a merge took it away."""
    system = [kind.name for kind in KINDS.values() if kind.system]
    marks = ",".join("?" * len(system))
    where = f"at = (SELECT max(at) FROM change WHERE kind NOT IN ({marks}))"  # noqa: S608 (marks)
    found = [one for one in store.changes(where, system) if one.kind not in system]
    return max(found, key=lambda one: (one.writer, one.seq), default=None)


def writers_by_plan(store: Store) -> dict[str, dict[str, int]]:
    """Return who has written in the things of each plan, in hex, and when last.

    The times are milliseconds since 1970 UTC.
    """
    of_plans = [one for one in KINDS.values() if one.field("plan") and not one.system]
    parts = [f'SELECT id, plan FROM "{one.name}"' for one in of_plans]  # noqa: S608 (declared names)
    things = " UNION ALL ".join([*parts, "SELECT id, id AS plan FROM plan"])
    sql = (
        f"WITH thing AS ({things}) SELECT plan, lower(hex(writer)), max(at)"  # noqa: S608
        " FROM thing JOIN change ON change.entity = thing.id GROUP BY 1, 2"
    )
    found: dict[str, dict[str, int]] = {}
    for plan, writer, at in store.connection.execute(sql):
        found.setdefault(str(plan), {})[writer] = int(at)
    return found
