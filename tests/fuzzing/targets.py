"""What is fuzzed: each target takes bytes, and raises only when something is wrong.

The readers' own ways of saying no are no errors; anything else is, and so is an answer that must
not be: a change that does not verify, HTML with more in it than reports have.
"""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

from nvworkshop.errors import PlanError
from nvworkshop.exchange import sealed, tsv
from nvworkshop.exchange.incoming import wire as book_wire
from nvworkshop.exchange.incoming.text_table import read_text_table
from nvworkshop.exchange.incoming.workbook import read_workbook
from nvworkshop.exchange.prose.cleaned import SCHEMES, TAGS, cleaned
from nvworkshop.importing import remembered
from nvworkshop.model import changes, row_marks
from nvworkshop.outside.refusal import Deadline, RefusedError
from nvworkshop.planfile.owner import owner_of
from nvworkshop.planfile.reading import wire
from nvworkshop.planfile.reading.examine import examine
from nvworkshop.planfile.workfiles import WorkFiles
from nvworkshop.reports.prose.templates import fill
from nvworkshop.session import recents
from nvworkshop.session.drafts import Drafts
from nvworkshop.session.sessions import create, open_plan
from nvworkshop.session.surroundings import Surroundings
from nvworkshop.strategy import load, load_shipped
from nvworkshop.workshop.coming import read_coming
from nvworkshop.workshop.steps import agenda_of, as_data
from tests.exchange.incoming import crafted
from tests.fuzzing.corpora import (
    A_DRAFT,
    WORD,
    answers,
    books,
    folder,
    own_files,
    plans,
    resources,
    sealed_copies,
    sheets,
    texts,
)

_SECONDS = 20


@dataclass(frozen=True)
class Target:
    """What is fuzzed: where it begins, what takes the bytes, and its share of the time.

    What comes most from outside, and is large and slow to read, has more than the others.
    """

    about: str
    corpus: Callable[[], list[bytes]]
    take: Callable[[bytes], object]
    share: int = 1


def _around() -> Surroundings:
    return Surroundings(home=lambda: folder() / "home")


def _written(name: str, data: bytes) -> Path:
    place = folder() / name
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(data)
    return place


def _plan(data: bytes) -> None:
    with suppress(RefusedError, MemoryError):
        found = examine(bytearray(data), Deadline(_SECONDS))
        frame = io.BytesIO()
        wire.send(frame, {}, found.columns)
        frame.seek(0)
        kept = wire.changes(wire.receive(frame)[1])
        if not all(map(changes.is_intact, kept)):
            raise AssertionError("a change that does not verify")


def _answer(data: bytes) -> None:
    """Take what a child that a file has taken over may answer."""
    with suppress(OSError, ValueError, IndexError, KeyError, TypeError):
        wire.changes(wire.receive(io.BytesIO(data))[1])


def _book(data: bytes) -> None:
    with suppress(RefusedError, MemoryError, RecursionError):
        _sent(read_workbook(data, "fil.xlsx", Deadline(_SECONDS)))


_PARTS = (crafted.SHEET, crafted.STRINGS, "xl/styles.xml", "xl/workbook.xml", "[Content_Types].xml")


def _part(data: bytes) -> None:
    """Let the first byte choose the part of a good workbook that the rest stands in for."""
    name = _PARTS[data[0] % len(_PARTS)] if data else _PARTS[0]
    place = folder() / "delar.xlsx"
    crafted.repacked(place, {name: data[1:]})
    _book(place.read_bytes())


def _table(data: bytes) -> None:
    with suppress(RefusedError):
        _sent(read_text_table(data, "fil.csv", Deadline(_SECONDS)))


def _sent(book: object) -> None:
    frame = io.BytesIO()
    book_wire.send(frame, book)  # type: ignore[arg-type]
    frame.seek(0)
    book_wire.receive(frame, "fil")


def _strategy(data: bytes) -> None:
    place = _written("strategi/strategy.json", data)
    with suppress(PlanError):
        load(place.parent, read_guides=False)


def _template(data: bytes) -> None:
    place = _written("mallar/mall.md", data)
    with suppress(PlanError):
        fill("mall", {"report": {"rows": [{"title": "Mobilt team"}], "n": 3}}, [place.parent])


class _Looker(HTMLParser):
    """Raises at anything that a report's HTML must not have."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Look at a tag and its attributes."""
        if tag not in TAGS:
            raise AssertionError(tag)
        for name, value in attrs:
            scheme, colon, _ = (value or "").strip().partition(":")
            if (tag, name) not in {("a", "href"), ("th", "scope")}:
                raise AssertionError(name)
            if name == "href" and colon and "/" not in scheme and scheme.lower() not in SCHEMES:
                raise AssertionError(value)


def _markdown(data: bytes) -> None:
    looker = _Looker()
    looker.feed(cleaned(data.decode("utf-8", "replace")))
    looker.close()


def _paste(data: bytes) -> None:
    text = data.decode("utf-8", "replace")
    with suppress(PlanError):
        rows = tsv.rows_of(text)
        tsv.rows_of(tsv.text_of(rows))


@cache
def _norrbotten() -> object:
    return load_shipped("norrbotten")


def _coming(data: bytes) -> None:
    read_coming(data.decode("utf-8", "replace"), _norrbotten())  # type: ignore[arg-type]


def _agenda(data: bytes) -> None:
    try:
        said = json.loads(data)
    except (ValueError, RecursionError):
        return
    agenda = agenda_of(said)
    if agenda_of(as_data(agenda)) != agenda:
        raise AssertionError("an agenda that is another when it is read again")


def _mark(data: bytes) -> None:
    mark = row_marks.read_mark(data.decode("utf-8", "replace"))
    if mark is not None:
        mark.held("title", "Mobilt team")


@cache
def _session() -> object:
    session = open_plan(_sodra(), surroundings=_around(), on_disk=True)
    session.add("action", {"title": "Mobilt team"}, entity="a1")
    return session


@cache
def _sodra() -> Path:
    place = folder() / "plan.nvplan"
    create(place, county_part="sodra", surroundings=_around()).close()
    return place


def _drafts(data: bytes) -> None:
    session = _session()
    session.work.files.drafts.write_bytes(data)  # type: ignore[attr-defined]
    Drafts(session).take_up()  # type: ignore[arg-type]


def _own_files(data: bytes) -> None:
    """Lay the bytes where cards, owners, recent plans and remembered columns lie."""
    home = folder() / "eget"
    files = WorkFiles(home / "kopior", "0123456789abcdef")
    _written("eget/kopior/0123456789abcdef.json", data)
    files.card()
    files.owner.write_bytes(data)
    owner_of(files.owner)
    for name in (recents.NAME, remembered.NAME):
        _written(f"eget/{name}", data)
    recents.Recents(home).all()
    remembered.Remembered(home).find("x")


def _sealed(data: bytes) -> None:
    with suppress(PlanError):
        sealed.read_sealed(_written("kopia.age", data), WORD)


TARGETS: dict[str, Target] = {
    "plan": Target("plan files", plans, _plan, 9),
    "answer": Target("the reading child's answers", answers, _answer),
    "book": Target("workbooks, whole files", books, _book),
    "part": Target("workbooks, part by part", sheets, _part, 2),
    "table": Target(
        "text tables",
        texts("Åtgärd;Klart\nMobilt team;våren 2027\n", '"a","b\nc"\n', "a\tb\n"),
        _table,
    ),
    "paste": Target("cells pasted", texts("a\tb\n", '"a\n""b"\t\'=1+1\n'), _paste),
    "strategy": Target("strategy files", resources("strategies/*/strategy.json"), _strategy),
    "template": Target("report templates", resources("reports/*.md"), _template),
    "markdown": Target(
        "Markdown cleaned",
        lambda: [
            *resources("reports/*.md")(),
            *resources("help/*.md")(),
            b"<img src=//x/y> [a](javascript:b) ![c](d) <a href='file:///e'>f</a>",
        ],
        _markdown,
    ),
    "coming": Target(
        "who comes, as typed", texts("enhetschef, Piteå\nrektor (Boden)\n2 läkare"), _coming
    ),
    "agenda": Target(
        "agendas in plans", texts('[{"id":"a","type":"free","title":"t","minutes":5}]'), _agenda
    ),
    "mark": Target(
        "row marks", lambda: [row_marks.mark_of({"title": "Mobilt team"}).encode()], _mark
    ),
    "drafts": Target(
        "drafts", lambda: [json.dumps({"open": [A_DRAFT], "left": [A_DRAFT]}).encode()], _drafts
    ),
    "own": Target("cards, owners, recent plans, columns", own_files, _own_files),
    "sealed": Target("sealed copies", sealed_copies, _sealed),
}
"""All targets by name."""
