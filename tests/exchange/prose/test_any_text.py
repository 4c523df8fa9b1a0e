"""Any text in any field stays text in every report: nothing in it becomes structure, or is lost."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from nvworkshop.exchange.prose.blocks import blocks_in, blocks_of
from nvworkshop.exchange.prose.cleaned import cleaned
from nvworkshop.exchange.prose.markdown_out import text_of
from nvworkshop.model.documents import Block, Document, texts
from nvworkshop.model.fields import Field, FieldType
from nvworkshop.model.guarded import guard, guarded, reveal
from nvworkshop.model.kinds import KINDS
from nvworkshop.model.things import Thing
from nvworkshop.reports import PlanData
from nvworkshop.reports.prose import REPORTS, write_document
from nvworkshop.reports.prose.registry import Subject
from nvworkshop.session.documents import write
from tests.reports.plans import data_of, period

EVIL = (
    "# **b** <script>alert(1)</script> | {{ 7 * 7 }}\n- [x](javascript:1) \\#pagebreak() { PAGE }"
)
NEUTRAL = "Mitten"
PERSON = "Xerxes Påhittad"
PLAIN = {
    "shift": "R1", "prerequisites": ["F1"], "principal": "2581", "contributors": ["region"],
    "status": "ongoing", "work": "ongoing", "decision_body": "polsam", "body": "polsam",
    "agreement_areas": ["samverkan"], "considered": ["children"], "item": "R1", "level": "overall",
    "state": "review", "adoption": "partly", "effect": 3, "value": 4, "date": "2026-10-01",
    "tally": [1, 2, 3, 0, 0], "county_part": "sodra", "action": "action", "actions": ["action"],
    "indicator": "indicator", "joint_action": "joint_action", "sent": "2026-10-01",
}  # fmt: skip
KEPT = {"plan", "workshop", "strategy", "step"}
WRITTEN = st.text(st.characters(exclude_categories=("Cs", "Co", "Cn")), min_size=1, max_size=25)


def filled(field: Field, text: str) -> Any:
    """Return a value for a field: the text wherever people write one."""
    if field.private:
        return PERSON
    if field.type in (FieldType.TEXT, FieldType.LONG):
        return [text] if field.many else text
    if field.type is FieldType.PERIOD:
        return period(text, "2026-01-01", "2026-06-30")
    return "2581" if field.name == "area" else PLAIN.get(field.name)


def data(text: str) -> PlanData:
    """Return an overall plan with things of every kind that say the text everywhere."""
    things = [_thing(kind, text) for kind in KINDS if not KINDS[kind].system]
    action = next(one for one in things if one.kind == "action")
    things.append(Thing("action", "alone", action.values, updated=1))  # in no joint action
    plan = next(one for one in things if one.kind == "plan")
    return data_of(plan, *(one for one in things if one is not plan), principal="2581")


def _thing(kind: str, text: str) -> Thing:
    values = {one.name: filled(one, text) for one in KINDS[kind].fields if one.name not in KEPT}
    known = {name: value for name, value in values.items() if value is not None}
    return Thing(kind, kind, {**known, "plan": "plan", "workshop": "workshop"}, updated=1)


def made(report: str, text: str, *, names: bool = False) -> Document:
    """Return a report of a plan that says the text everywhere."""
    about = {
        Subject.WORKSHOP: {"minutes": guarded(_minutes(text))},
        Subject.RECEIPT: {"receipt": guarded(_receipt(text))},
        Subject.REPORTED: {"reported": guarded(_reported(text))},
    }
    kind = REPORTS[report]
    told = {"purged": guarded(_purged(text))} if kind.purged else about.get(kind.subject)
    return write_document(kind, data(text), about=told, names=names)


def _minutes(text: str) -> dict[str, Any]:
    step = {"title": text, "began": "13.00", "took": 5, "ideas": [text]}
    lists = ("facts", "present", "ratings", "actions", "parked", "notes")
    followed = {name: [text] for name in ("gone_through", "changed", "decided", "lessons", "left")}
    said = {name: [text] for name in lists}
    return {"title": text, "steps": [step], "followed": followed, **said}


def _receipt(text: str) -> dict[str, Any]:
    file = {"name": text, "title": text, "error": "", "new": 1, "known": 2, "damaged": 3}
    said = {"at": "2026-10-01", "who": text, "text": text}
    head = {"id": "1", "at": "2026", "actions": "1", "conflicts": "0", "taken_back": True}
    return {**head, "files": [{**file, "notes": [text], "sha256": "0"}], "decisions": [said]}


def _purged(text: str) -> dict[str, Any]:
    erased = {"label": text, "of": text, "values": 2, "things": 1}
    purge = {"at": "2026-10-01", "who": text, "program": text, "reason": text, "erased": [erased]}
    return {"purges": [purge], "left": 0, "remains": [text]}


def _reported(text: str) -> dict[str, Any]:
    told = {"title": text, "reference": text, "text": text, "received": text}
    return {"day": "", "bodies": [{"name": text, "rows": [told]}]}


def squeezed(said: str) -> str:
    return re.sub(r"\s+", " ", said).strip()


def again(document: Document) -> tuple[Block, ...]:
    """Return what another reader makes of the document as a Markdown file."""
    return blocks_of(cleaned(text_of(document)))


TEMPLATED = [one for one in REPORTS if one != "svarsformular"]


@pytest.mark.parametrize("report", TEMPLATED)
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=WRITTEN.filter(lambda one: len(one.strip()) > 0))
def test_a_text_changes_nothing_but_itself(report: str, text: str) -> None:
    shape, found = blocks_in(made(report, NEUTRAL)), blocks_in(made(report, text))
    assert [type(one) for one in found] == [type(one) for one in shape]
    shown = squeezed(reveal(guard(text)))
    wanted = [squeezed(one.replace(NEUTRAL, shown)) for one in texts(shape)]
    assert [squeezed(one) for one in texts(found)] == wanted


@pytest.mark.parametrize("report", TEMPLATED)
def test_markdown_says_the_same_to_another_reader(report: str) -> None:
    document = made(report, EVIL)
    squeeze = [squeezed(one) for one in texts(blocks_in(document))]
    assert [squeezed(one) for one in texts(again(document))] == squeeze


@pytest.mark.parametrize("report", TEMPLATED)
def test_what_could_run_stands_as_text_in_every_format(tmp_path: Path, report: str) -> None:
    for suffix in ("md", "html", "docx", "pdf"):
        write(made(report, EVIL), tmp_path / f"a.{suffix}")  # each is read back as it is written
    page = (tmp_path / "a.html").read_text("utf-8")
    assert "<script" not in page
    assert "javascript:1" in page
    assert not re.search(r'href="javascript', page)
    with zipfile.ZipFile(tmp_path / "a.docx") as parts:
        assert "instr" not in parts.read("word/document.xml").decode()
    shown = re.sub(r"\s", "", "".join(_lines(tmp_path / "a.pdf")))
    assert "{{7*7}}" in shown
    assert "pagebreak()" in shown


def _lines(file: Path) -> Iterator[str]:
    for page in PdfReader(file).pages:
        yield page.extract_text()


@pytest.mark.parametrize("report", TEMPLATED)
def test_names_of_people_are_in_no_format(tmp_path: Path, report: str) -> None:
    document = made(report, NEUTRAL)
    for suffix in ("md", "html", "docx", "pdf"):
        write(document, tmp_path / f"a.{suffix}")
    with zipfile.ZipFile(tmp_path / "a.docx") as parts:
        word = "".join(parts.read(one).decode("utf-8", "replace") for one in parts.namelist())
    plain = [(tmp_path / f"a.{suffix}").read_text("utf-8") for suffix in ("md", "html")]
    assert not [one for one in (*plain, word, *_lines(tmp_path / "a.pdf")) if PERSON in one]


def test_names_of_people_are_there_when_asked_for() -> None:
    assert PERSON in reveal(made("handlingsplan", NEUTRAL, names=True).markdown)
