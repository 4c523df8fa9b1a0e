"""What can be found in the open plan: its actions, joint actions and ideas."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from PySide6.QtCore import QObject, Signal, Slot

from nvworkshop.session.live import Delta
from nvworkshop.session.rows import Row
from ui.desk import Desk
from ui.palette.finding import Asked, Entry, Found, Group, find, title_key

KINDS: Mapping[str, Group] = MappingProxyType(
    {"action": Group.ACTION, "joint_action": Group.JOINT_ACTION, "idea": Group.IDEA}
)
_WHO = ("principal", "party", "shift")
"""The fields of which the first that is filled in tells a thing from others of its name."""

_ICONS = MappingProxyType({Group.ACTION: "list", Group.JOINT_ACTION: "group", Group.IDEA: "idea"})


class PlanSource(QObject):
    """Searches one open plan; `prepare` has its titles folded away from the window."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        """Follow the desk."""
        super().__init__(desk)
        self.desk = desk
        self._keys: dict[str, dict[str, str]] = {kind: {} for kind in KINDS}
        self._prepared = False
        desk.changed.connect(self._on_changed)

    def prepare(self) -> None:
        """Fold all titles in the plan's thread, once; until then as they are found."""
        if not self._prepared:
            self._prepared = True
            rows = {kind: list(self.desk.rows[kind].values()) for kind in KINDS}
            self.desk.ask(lambda _: _keys_of(rows), self._on_keys)

    def search(self, asked: Asked, most: int) -> dict[Group, Found[Entry]]:
        """Return what is found in each group of the plan."""
        return {group: self._search(kind, asked, most) for kind, group in KINDS.items()}

    def _search(self, kind: str, asked: Asked, most: int) -> Found[Entry]:
        keys = self._keys[kind]

        def _key(row: Row) -> str:
            known = keys.get(row.thing.id)
            if known is None:
                known = keys[row.thing.id] = _key_of(row)
            return known

        rows = self.desk.rows[kind].values()
        found = find(rows, asked, most, found_by=lambda row: row.found_by, key=_key)
        entries = tuple(_entry(KINDS[kind], row) for row in found.best)
        return Found(entries, found.total, found.rank)

    def _on_keys(self, keys: dict[str, dict[str, str]]) -> None:
        for kind, known in keys.items():
            self._keys[kind] = {**known, **self._keys[kind]}  # what was edited meanwhile is newer

    @Slot(object)
    def _on_changed(self, delta: Delta) -> None:
        found = [(kind, *one) for kind in KINDS for one in delta.rows.get(kind, {}).items()]
        for kind, entity, row in found:
            if row is not None:
                self._keys[kind][entity] = _key_of(row)
        if found:
            self.changed.emit()


def _key_of(row: Row) -> str:
    """Return the title to compare, with the thing's number as its last word."""
    return f"{title_key(row.texts.get('title', ''))} {row.texts.get('number', '')}".rstrip()


def _keys_of(rows: Mapping[str, Sequence[Row]]) -> dict[str, dict[str, str]]:
    return {kind: {one.thing.id: _key_of(one) for one in some} for kind, some in rows.items()}


def _entry(group: Group, row: Row) -> Entry:
    who = next((row.texts[name] for name in _WHO if name in row.texts), "")
    detail = " · ".join(one for one in (row.numbered, who) if one)
    return Entry(group, row.thing.id, row.texts.get("title", ""), detail, icon=_ICONS[group])
