"""Reports for a window: taken out of a plan, then shown, printed and written in any thread."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from html import escape
from pathlib import Path

from nvworkshop.errors import CancelledError, InputError
from nvworkshop.language import as_source, said
from nvworkshop.model.documents import Drawn, Figure
from nvworkshop.model.guarded import in_html, reveal
from nvworkshop.model.text import safe_name
from nvworkshop.reports.prose.registry import Subject
from nvworkshop.session.export import ExportResult, Gathered, gather, kind_named
from nvworkshop.session.moments import NOW, At, Moment, called, moment_of, view_at
from nvworkshop.session.report_offers import Offer, offers, ready_templates, subjects
from nvworkshop.session.view import PlanView

__all__ = [
    "EACH", "LONGEST", "Asked", "ExportResult", "Offer", "Preview", "Report", "Reports",
    "SavedAll", "Subject", "offers", "ready_templates", "take", "take_all",
]  # fmt: skip

LONGEST = 200_000
"""Characters of HTML that are shown before somebody asks for all: laid out in a blink."""

_NAME, _WHO, _LEAST_PLAN = 100, 40, 12
"""Most characters of a file's name without its suffix and of whom it is of in it, and how many
characters of the plan's name always have room.
"""

_FINE, _PPI, _COARSE = 300, 200, 120
"""Pixels per inch of pages to print: one page, several, and so many that they fill the memory."""

EACH = (Subject.PRINCIPAL, Subject.MUNICIPALITY)
"""What a report can be made of every one of, at once."""

_HEADING = re.compile(r"<h[1-6]>")


@dataclass(frozen=True, slots=True)
class Asked:
    """Which report: of whom or what (an id, "" for none), as of when, and with people's names.

    `moment` may also be what was typed.
    """

    report: str
    of: str = ""
    moment: Moment | str = NOW
    names: bool = False


@dataclass(frozen=True, slots=True)
class Preview:
    """A report to look at: plain texts, and HTML that holds nothing but text, lists and tables.

    `whole` tells whether all of it is there. `pictures` are those in it, by address; they take
    some time to draw.
    """

    title: str
    mark: str
    facts: tuple[str, ...]
    html: str
    whole: bool = True
    pictures: Mapping[str, Drawn] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Report:
    """One report taken out of a plan; `name` is a file's name without suffix.

    `who` is whom it is of, "" for the whole plan.
    """

    gathered: Gathered
    name: str
    who: str = ""

    def preview(self, longest: int = LONGEST) -> Preview:
        """Return the report to look at, or its beginning. Raises TemplateError."""
        from nvworkshop.exchange.prose.cleaned import cleaned  # slow to load
        from nvworkshop.exchange.prose.figures import with_figures

        document = self.gathered.document()
        pictures: dict[str, Drawn] = {}
        placed = partial(_figure, pictures)
        html = with_figures(cleaned(document.markdown), document.pictures, placed)
        shown = _beginning(html, longest)
        return Preview(
            reveal(document.title),
            reveal(document.mark),
            tuple(reveal(one) for one in document.facts),
            in_html(shown),
            len(shown) == len(html),
            {address: one for address, one in pictures.items() if f'src="{address}"' in shown},
        )

    def save(self, place: Path) -> ExportResult:
        """Write it in the format of the suffix, and read it back; raises as `export`."""
        return self.gathered.write(place)

    def pages(self) -> tuple[bytes, ...]:
        """Return the pages of its PDF as pictures (PNG), to print. Raises PlanError."""
        from nvworkshop.exchange.prose import pdf_out  # slow to load

        document = self.gathered.document()
        long = len(document.markdown) > LONGEST
        return pdf_out.pages(document, _FINE if document.short else _COARSE if long else _PPI)


def _figure(pictures: dict[str, Drawn], figure: Figure, number: int, table: str) -> str:
    """Return the place of a picture, and put it among the pictures by its address."""
    address = f"bild:{number}"
    pictures[address] = figure.drawn
    spoken, title = (escape(one).replace("\n", " ") for one in (figure.said, figure.title))
    return f'<p><img src="{address}" alt="{spoken}"></p>\n<p>{title}</p>\n{table}'


def _beginning(html: str, longest: int) -> str:
    """Return HTML up to the last heading there is room for."""
    if len(html) <= longest:
        return html
    cuts = [found.start() for found in _HEADING.finditer(html, 1)]
    fitting = [one for one in cuts if one <= longest]
    return html[: fitting[-1]] if fitting else html


@dataclass(frozen=True, slots=True)
class SavedAll:
    """The folder where the reports are, how many they are, and what to tell."""

    place: Path
    count: int
    notices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reports:
    """The same report of everyone, taken out of a plan; `name` is a folder's name."""

    each: tuple[Report, ...]
    name: str

    def save(
        self,
        folder: Path,
        suffix: str,
        *,
        tell: Callable[[int], object] = lambda _: None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> SavedAll:
        """Write each to a file of its own in a new folder within `folder`: all of them, or none.

        `tell` gets how many are written. Raises CancelledError, and what `export` raises.
        """
        from nvworkshop.exchange.placing import free_place, placing_folder

        place = free_place(folder, self.name)
        notices: list[str] = []
        with placing_folder(place) as inside:
            for number, one in enumerate(self.each):
                if cancelled():
                    raise CancelledError(said("Avbrutet. Inget är sparat."))
                tell(number)
                saved = one.save(free_place(inside, one.name, suffix))
                notices += [f"{one.who}: {spoken}" for spoken in saved.notices]
        return SavedAll(place, len(self.each), tuple(dict.fromkeys(notices)))


def take(view: PlanView, asked: Asked) -> Report:
    """Take a report out of the plan. Raises PlanError for what can't be made."""
    moment = _moment(view, asked.moment)
    as_of = _as_of(view, moment)
    with view_at(view, moment) as then:
        return _taken(then, asked, as_of)


def take_all(view: PlanView, asked: Asked, subject: Subject) -> Reports:
    """Take the report out for every huvudman or kommun of the plan. Raises PlanError."""
    moment = _moment(view, asked.moment)
    as_of = _as_of(view, moment)
    with view_at(view, moment) as then:
        whom = [one for one, _ in subjects(then, subject)]
        if not whom:
            raise InputError(said("Planen har ingen att göra rapporten för."))
        each = tuple(_taken(then, replace(asked, of=one), as_of) for one in whom)
    return Reports(each, _name(each[0].gathered, ""))


def _moment(view: PlanView, spoken: Moment | str) -> Moment:
    return moment_of(view, spoken) if isinstance(spoken, str) else spoken


def _as_of(view: PlanView, moment: Moment) -> str:
    with as_source():
        return "" if moment.at is At.NOW else called(view, moment)


def _taken(then: PlanView, asked: Asked, as_of: str) -> Report:
    subject = kind_named(asked.report).subject
    who, what = (asked.of, "") if subject in EACH else ("", asked.of)
    made = gather(then, asked.report, who, subject=what, names=asked.names)
    gathered = replace(made, as_of=as_of)
    named = dict(subjects(then, subject)).get(asked.of, "")
    return Report(gathered, _name(gathered, named), named)


def _name(gathered: Gathered, who: str) -> str:
    """Return the report, whom it is of, the plan and the day, as a file's name."""
    as_of = gathered.as_of.split(" · ")[0].casefold()
    ends = [one for one in (as_of, f"{gathered.data.made:%Y-%m-%d}") if one]
    starts = [one for one in (gathered.kind.sv, _words(who, _WHO)) if one]
    taken = sum(len(one) + 3 for one in (*starts, *ends))
    plan = _words(gathered.data.plan.text("title"), max(_LEAST_PLAN, _NAME - taken))
    return safe_name(" – ".join(one for one in (*starts, plan, *ends) if one))


def _words(text: str, longest: int) -> str:
    """Return as many whole words as there is room for, and at least the beginning of the first."""
    if len(text) <= longest:
        return text
    cut = text[: longest + 1].rsplit(None, 1)[0]
    return cut[:longest].rstrip(" –-,·")
