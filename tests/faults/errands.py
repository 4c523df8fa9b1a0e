"""A person who also merges, exports, keeps backups and types drafts, to be killed while at it."""

from __future__ import annotations

import os
import random
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from nvworkshop.session.drafts import Drafts
from nvworkshop.session.export import export
from nvworkshop.session.merge import merge
from nvworkshop.session.session import Session
from nvworkshop.session.sessions import create, open_plan
from tests.faults.editor import Editor, Place, Values
from tests.faults.forks import say
from tests.faults.planted import BUGS

OUT = ("plan.xlsx", "plan.docx", "plan.csv")
"""What is exported, over and over in the same places."""


@dataclass
class Desk:
    """An open plan with what errands need."""

    at: Place
    session: Session
    editor: Editor
    chance: random.Random
    descriptor: int
    turn: int = 0

    @property
    def folder(self) -> Path:
        """Where things from and to others lie."""
        return self.at.plan.parent / "andra"


def _merge(desk: Desk) -> None:
    """Take in a file with one action that nobody here has."""
    desk.turn += 1
    entity = f"{desk.chance.getrandbits(128):032x}"
    values = {"title": f"Från en annan {desk.chance.getrandbits(32)}"}
    source = desk.folder / f"{entity}.nvplan"
    other = create(source, county_part="norra")
    other.add("action", values, entity=entity)
    other.publish()
    other.close()
    say(desk.descriptor, what="try", entity=entity)
    merge(desk.session, [source])
    desk.editor._tell(desk.descriptor, entity, values, None)
    desk.editor._done.clear()
    source.unlink()


def _export(desk: Desk) -> None:
    name = desk.chance.choice(OUT)
    export(desk.session, desk.folder / name)
    say(desk.descriptor, what="exported", name=name)


def _backup(desk: Desk) -> None:
    made = desk.session.backup("faults")
    say(desk.descriptor, what="backup", name=str(made.place))


def _draft(desk: Desk) -> None:
    """Type in the description of something, and leave it there for a while."""
    actions = desk.session.things("action")
    if not actions:
        return
    entity, drafts = desk.chance.choice(actions).id, Drafts(desk.session)
    text = ""
    for _ in range(desk.chance.randint(1, 8)):
        text = f"{text} {desk.chance.getrandbits(40):x}".strip()
        drafts.put(("action", entity), "risk", text)
        say(desk.descriptor, what="draft", entity=entity, text=text)
        time.sleep(0.002)
    drafts.clear(("action", entity), "risk")
    say(desk.descriptor, what="draft", entity="", text="")


def _publish(desk: Desk) -> None:
    say(desk.descriptor, what="publishing")
    desk.session.publish()
    say(desk.descriptor, what="published")


ERRANDS: dict[str, Callable[[Desk], None]] = {
    "publish": _publish,
    "merge": _merge,
    "export": _export,
    "backup": _backup,
    "draft": _draft,
}


def work(at: Place, known: dict[str, Values], seed: int, descriptor: int) -> None:
    """Open the plan and run errands for ever, with an edit or two between them."""
    os.environ["NVWORKSHOP_HOME"] = str(at.home)
    BUGS[at.planted]()
    chance = random.Random(seed)
    session = open_plan(at.plan, on_disk=True)
    desk = Desk(at, session, Editor(session, known, chance), chance, descriptor)
    desk.folder.mkdir(exist_ok=True)
    say(descriptor, what="ready")
    while True:
        desk.editor.edit(descriptor)
        name = chance.choice(list(ERRANDS))
        say(descriptor, what="errand", name=name)
        ERRANDS[name](desk)
        say(descriptor, what="errand", name="")
