"""A copy of the plan to carry or send: without what the others need not see, and with a password.

A copy holds fewer changes than the plan, each as it is, so what is written in the copy can be
merged back like in any other.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Collection, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from nvworkshop.errors import InputError
from nvworkshop.exchange.sealed import SUFFIX, Tell, is_sealed, read_sealed, write_sealed
from nvworkshop.language import marked, said
from nvworkshop.model.changes import Change
from nvworkshop.outside.child import never
from nvworkshop.planfile.publish import publish
from nvworkshop.planfile.store import Store
from nvworkshop.session.files import salvage, store_of
from nvworkshop.session.purging import PRIVATE
from nvworkshop.session.taken import refuse_taken
from nvworkshop.session.view import PlanView

__all__ = [
    "LEAST_PASSWORD", "LEAVES", "SUFFIX", "Carried", "Opened", "ToCarry", "Unlocked", "copied",
    "is_sealed", "unlocked", "unsealed",
]  # fmt: skip

LEAST_PASSWORD = 10
"""Fewest characters of a password that is worth having."""

_PLAN = ".nvplan"
_WRITER_SAYS = ("device", "function", "program")

LEAVES: dict[str, tuple[str, Callable[[Change], bool]]] = {
    "names": (
        marked("Namn på deltagare och kontaktpersoner"),
        lambda one: (one.kind, one.field) in PRIVATE,
    ),
    "notes": (marked("Anteckningar från workshopar"), lambda one: one.kind == "note"),
    "course": (
        marked("Workshoparnas förlopp och deltagare"),
        lambda one: one.kind == "participant" or (one.kind, one.field) == ("workshop", "position"),
    ),
    "ideas": (
        marked("Förslag från rummet, också parkerade"),
        lambda one: one.kind == "idea" or (one.kind, one.field) == ("workshop", "unfinished"),
    ),
    "writers": (
        marked("Vilka datorer och funktioner som har skrivit"),
        lambda one: one.kind == "writer" and one.field in _WRITER_SAYS,
    ),
}
"""What a copy can leave out: what it is called, and which changes it is."""


@dataclass(frozen=True, slots=True)
class Carried:
    """A copy that was written and read back; `left_out` is how many changes it lacks."""

    place: Path
    changes: int
    left_out: int
    sealed: bool


@dataclass(frozen=True, slots=True)
class Opened:
    """A plan file that was inside a copy with a password, written and read back."""

    place: Path
    changes: int
    damaged: int


@dataclass(frozen=True, slots=True)
class ToCarry:
    """A copy of a plan that is to be written, in any thread."""

    store: Callable[[], Store]

    def carry(
        self,
        out: Path,
        *,
        without: Collection[str] = (),
        password: str = "",
        tell: Tell = len,
        cancelled: Callable[[], bool] = never,
    ) -> Carried:
        """Write the copy and read it back.

        `without` are keys of `LEAVES`. `tell` and `cancelled` are of a copy with a password. Raises
        InputError when `out` exists or the password is too short, PublishError, ExportError,
        CancelledError.
        """
        _refuse(out, without, password)
        with closing(self.store()) as whole:
            log = list(whole.changes())
            kept = _kept(log, without)
            with closing(store_of(whole.plan, kept)) as store:
                if password:
                    write_sealed(_bytes_of(store), out, password, tell=tell, cancelled=cancelled)
                else:
                    publish(store, out)
        return Carried(out, len(kept), len(log) - len(kept), bool(password))


@dataclass(frozen=True, slots=True)
class Unlocked:
    """What was inside a copy with a password: nothing is written yet."""

    sealed: Path
    data: bytes

    def write(self, out: Path) -> Opened:
        """Write it as a plan file and read that back.

        Raises InputError when `out` exists, PlanFileError, PublishError.
        """
        refuse_taken(out)
        with tempfile.TemporaryDirectory() as folder:
            inside = Path(folder) / f"{self.sealed.stem.removesuffix(_PLAN)[:60]}{_PLAN}"
            inside.write_bytes(self.data)
            content, published = salvage(inside, out)
        return Opened(out, published.changes, content.damaged)


def copied(view: PlanView) -> ToCarry:
    """Return a copy of the plan as it is now."""
    connection = view.store.copied()
    return ToCarry(lambda: Store(connection))


def unlocked(
    sealed: Path, password: str, *, tell: Tell = len, cancelled: Callable[[], bool] = never
) -> Unlocked:
    """Unlock a copy. Raises InputError for a wrong password, PlanFileError, CancelledError."""
    return Unlocked(sealed, read_sealed(sealed, password, tell=tell, cancelled=cancelled))


def unsealed(sealed: Path, out: Path, password: str) -> Opened:
    """Write the plan file that is inside a copy with a password, and read it back.

    Raises as `unlocked` and `Unlocked.write`.
    """
    refuse_taken(out)
    return unlocked(sealed, password).write(out)


def _refuse(out: Path, without: Collection[str], password: str) -> None:
    refuse_taken(out)
    if password and len(password) < LEAST_PASSWORD:
        raise InputError(
            said("Lösenordet är kortare än {least_password} tecken.").format(
                least_password=LEAST_PASSWORD
            ),
            hint=said("Flera ord efter varandra är lätta att minnas och svåra att gissa."),
        )
    unknown = set(without) - LEAVES.keys()
    if unknown:
        raise InputError(
            said("”{unknown}” går inte att utelämna.").format(unknown=min(unknown)),
            hint=said("Välj bland: {leaves}.").format(leaves=", ".join(LEAVES)),
        )


def _kept(log: Sequence[Change], without: Collection[str]) -> list[Change]:
    tests = [LEAVES[one][1] for one in without]
    return [one for one in log if not any(test(one) for test in tests)]


def _bytes_of(store: Store) -> bytes:
    """Return the plan file of a store, which is written anew and read back on the way."""
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / f"kopia{_PLAN}"
        publish(store, plain)
        return plain.read_bytes()
