"""A short code of what a plan says: two coordinators read it aloud to know they have the same."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from nvworkshop.model.changes import REMOVED, Change, encode
from nvworkshop.model.heads import Heads, heads, is_removed, unseen_by_removal
from nvworkshop.model.kinds import KINDS
from nvworkshop.planfile.store import Key
from nvworkshop.session.view import PlanView

ALPHABET = "23456789ACDEFGHJKMNPQRTVWXY"
"""Letters and digits that look like no other among them: no B, I, L, O, S, U, Z, 0 or 1."""

GROUPS = (4, 4, 2)
_EMPTY = "null"


def fingerprint(view: PlanView) -> str:
    """Return the code of what people have written in a plan, such as "7K2P-M9QX-4D".

    The same values in the same fields give the same code, whoever merged them, in what order and
    how often; values in conflict all count. Receipts, frozen versions and the like don't, nor what
    is removed, erased or set aside, nor what overall plans say of themselves: title, state and
    version, which two coordinators fill in apart.
    """
    writes, code = view.fingerprinted
    if writes != view.store.writes:
        code = _code(_digest(view))
        if not view.store.connection.in_transaction:  # what is rolled back counts as written
            view.fingerprinted = (view.store.writes, code)
    return code


def _digest(view: PlanView) -> bytes:
    own = _own_plans(view)
    aside = view.store.aside
    digest = hashlib.blake2b(digest_size=16)
    for key, changes in view.store.histories():
        if key in own or _is_system(key[0]):
            continue
        said = said_of(heads(one for one in changes if not aside.covers(one)))
        if said is not None:
            digest.update(encode([*key, said]).encode())
    return digest.digest()


def _own_plans(view: PlanView) -> set[Key]:
    overall = (one.id for one in view.things("plan") if one["level"] == "overall")
    return {("plan", one) for one in (view.store.plan, *overall)}


def _is_system(kind: str) -> bool:
    return kind in KINDS and KINDS[kind].system


def said_of(of: Heads) -> list[list[object]] | None:
    """Return each field with the values that stand, in order; None for what is not there."""
    if not of or is_removed(of):
        return None
    fields = ((name, _values(several)) for name, several in of.items() if name != REMOVED)
    said: list[list[object]] = [[name, *values] for name, values in sorted(fields) if values]
    return [*said, [REMOVED]] if unseen_by_removal(of) else said


def _values(several: Iterable[Change]) -> list[str]:
    """Return what the heads of a field say; one that is emptied says nothing."""
    values = {one.value for one in several if one.value is not None}
    return [] if values == {_EMPTY} else sorted(values)


def _code(digest: bytes) -> str:
    number = int.from_bytes(digest)
    groups: list[str] = []
    for size in GROUPS:
        characters = ""
        for _ in range(size):
            number, place = divmod(number, len(ALPHABET))
            characters += ALPHABET[place]
        groups.append(characters)
    return "-".join(groups)
