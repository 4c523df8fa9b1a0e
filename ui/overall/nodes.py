"""The overall plan as a tree: heads, rows beneath them, and what a row gathers; nothing of Qt's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication

from nvworkshop.model.text import fold
from nvworkshop.session.overall import Asked, County, Duties, Entry, Overall, Overlap, Section
from ui.overall.words import (
    UNDECIDED,
    badge,
    origin_line,
    reason_line,
    rolled_line,
    rows_word,
    section_line,
    whole_story,
)
from ui.words import tr

translate = QCoreApplication.translate

MOST = 60
"""Most overlaps that are shown: more than anyone goes through, and quick to show."""


@dataclass(frozen=True, slots=True)
class Node:
    """A line of the tree: `title` over `about`, with a `badge` to the right.

    `key` tells it from every other line, also when the plan has changed. A head stands over a
    group; it and a sentence have no `entry`. `shift` gives a head its colour. `found_by` is all of
    a row folded, made where there is time for it. `is_strong` is for a row that others stand
    beneath, and `warns` for one that somebody should do something about.
    """

    key: str
    title: str
    about: str = ""
    badge: str = ""
    tip: str = ""
    entry: Entry | None = None
    shift: str = ""
    is_head: bool = False
    children: tuple[Node, ...] = ()
    found_by: str = ""
    is_strong: bool = False
    warns: bool = False

    @property
    def is_undecided(self) -> bool:
        """Whether it is a local row that somebody has to decide about."""
        entry = self.entry
        return entry is not None and not entry.is_joint_action and entry.handling == UNDECIDED

    def matches(self, words: Sequence[str]) -> bool:
        """Tell whether every word, folded, stands in the line."""
        said = self.found_by or fold("\n".join((self.title, self.about, self.tip)))
        return all(word in said for word in words)


def filtered(
    nodes: Iterable[Node], words: Sequence[str] = (), *, undecided: bool = False
) -> tuple[Node, ...]:
    """Return the lines that match, each beneath what it stands under."""
    return tuple(_filtered(nodes, words, undecided)) if words or undecided else tuple(nodes)


def _filtered(nodes: Iterable[Node], words: Sequence[str], undecided: bool) -> Iterator[Node]:
    for one in nodes:
        inside = tuple(_filtered(one.children, words, undecided))
        itself = one.matches(words) and (one.is_undecided or not undecided) and not one.is_head
        if inside or itself:
            yield replace(one, children=one.children if itself else inside)


def by_shift(overall: Overall) -> tuple[Node, ...]:
    """Return a head for each shift, with its rows."""
    return tuple(_section(one) for one in overall.sections)


def _section(section: Section) -> Node:
    key = f"shift:{section.id}"
    return Node(
        key,
        tr(section.label),
        section_line(section),
        shift=section.id or "none",
        is_head=True,
        children=tuple(row(one, key, whole=True) for one in section.entries),
    )


def row(
    entry: Entry, under: str, *, nested: bool = False, asks: bool = False, whole: bool = False
) -> Node:
    """Return a row; `asks` puts the decision it needs first, `whole` what it gathers beneath."""
    key = f"{under}/{entry.id}"
    about = [reason_line(entry), origin_line(entry)]
    if asks:
        about = [entry.asks, *about]
    said, story = " · ".join(one for one in about if one), whole_story(entry)
    return Node(
        key,
        entry.title,
        said,
        badge(entry, nested=nested),
        story,
        entry,
        found_by=fold("\n".join((said, story))),
        is_strong=entry.is_joint_action,
        children=(
            *_rolled(entry, key),
            *(row(one, key, nested=True) for one in entry.gathers if whole),
        ),
    )


def _rolled(entry: Entry, under: str) -> Iterator[Node]:
    """Yield what huvudmän tell of their own rows under a row, with those they share beneath."""
    for one in entry.rolled:
        key = f"{under}/{one.principal}"
        shared = tuple(
            Node(f"{key}/{each.id}", each.title, each.about, tip=each.title) for each in one.rows
        )
        about = rolled_line(one)
        yield Node(key, one.sentence, about, tip=one.sentence, children=shared)


def by_principal(duties: Iterable[Duties], chosen: str | None) -> tuple[Node, ...]:
    """Return a head for each huvudman, or what the chosen one answers for and takes part in."""
    if chosen is None:
        return tuple(_party(one) for one in duties)
    one = next((each for each in duties if each.id == chosen), None)
    return _shares(one, "") if one is not None else ()


def _party(duties: Duties) -> Node:
    own, others = len(duties.responsible), len(duties.contributing)
    said = translate("OverallNodes", "Ansvarar för {own} · medverkar i {others}")
    key = f"party:{duties.id}"
    about = said.format(own=own, others=others)
    return Node(key, tr(duties.label), about, is_head=True, children=_shares(duties, key))


def _shares(duties: Duties, under: str) -> tuple[Node, ...]:
    shares = (
        ("own", translate("OverallNodes", "Ansvarar för"), duties.responsible),
        ("also", translate("OverallNodes", "Medverkar i"), duties.contributing),
    )
    return tuple(
        Node(
            key := f"{under}/{duties.id}:{name}",
            title,
            rows_word(len(entries)),
            is_head=True,
            children=tuple(row(one, key) for one in entries),
        )
        for name, title, entries in shares
        if entries
    )


def by_body(decisions: Iterable[Asked]) -> tuple[Node, ...]:
    """Return a head for each body, with what it is asked to decide."""
    return tuple(
        Node(
            key := f"body:{one.id}",
            tr(one.label),
            rows_word(len(one.entries)),
            is_head=True,
            children=tuple(row(each, key, asks=True) for each in one.entries),
        )
        for one in decisions
    )


def of_county(county: County, *, comparing: bool) -> tuple[Node, ...]:
    """Return the county at a glance: the size, white spots, and work that overlaps."""
    return (_size(county), _spots(county), _overlaps(county.overlaps, comparing=comparing))


def _size(county: County) -> Node:
    said = (*county.size, *county.without)
    lines = tuple(Node(f"size/{one}", one, tip=one) for one in said)
    return Node("size", translate("OverallNodes", "Omfattning"), is_head=True, children=lines)


def _spots(county: County) -> Node:
    lines = tuple(
        Node(
            f"spot:{one.shift}:{one.axis}",
            one.said[:1].upper() + one.said[1:],
            tr(one.label),
            tip=one.sentence,
            shift=one.shift,
        )
        for one in county.spots
    )
    about = translate("OverallNodes", "Riktningar utan åtgärder i en länsdel eller förutsättning")
    if not lines:
        about = translate("OverallNodes", "Alla riktningar har åtgärder överallt")
    title = translate("OverallNodes", "Vita fläckar")
    return Node("spots", title, about, is_head=True, children=lines)


def _overlaps(overlaps: Sequence[Overlap], *, comparing: bool) -> Node:
    return Node(
        "overlaps",
        translate("OverallNodes", "Arbete som liknar varandra"),
        translate("OverallNodes", "Jämför åtgärderna …") if comparing else _counted(len(overlaps)),
        is_head=True,
        children=tuple(_overlap(one) for one in overlaps[:MOST]),
    )


def _counted(number: int) -> str:
    if not number:
        return translate("OverallNodes", "Inget som liknar varandra mellan länsdelarna")
    said = translate("OverallNodes", "{n} ställen där flera gör liknande, säkrast först")
    if number == 1:
        said = translate("OverallNodes", "1 ställe där flera gör liknande")
    if number > MOST:
        said = translate("OverallNodes", "De {most} säkraste av {n} ställen där flera gör liknande")
    return said.format(n=number, most=MOST)


def _overlap(overlap: Overlap) -> Node:
    key = "overlap:" + ",".join(one.id for one in overlap.entries)
    inside = tuple(row(one, key) for one in overlap.entries)
    shared = ", ".join(overlap.words)
    about = " · ".join(filter(None, (rows_word(len(inside)), shared)))
    return Node(key, overlap.sentence, about, tip=shared, children=inside)
