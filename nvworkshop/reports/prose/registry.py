"""Which written reports there are, and what each needs to be made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType

from nvworkshop.language import marked
from nvworkshop.model.book_marks import REPLY


class Subject(Enum):
    """What a report is about, besides the plan."""

    PLAN = ""
    PRINCIPAL = "principal"
    MUNICIPALITY = "municipality"
    WORKSHOP = "workshop"
    RECEIPT = "receipt"
    REPORTED = "reported"


@dataclass(frozen=True, slots=True)
class ReportKind:
    """One report: its name on the command line and on screen, and what it is for.

    `short` wants to be one page. `final` is never marked as a draft, as minutes are not. `looks_back`
    tells what has moved since the last follow-up, `purged` of what has been erased for good.
    """

    name: str
    sv: str
    about: str
    subject: Subject = Subject.PLAN
    short: bool = False
    final: bool = False
    looks_back: bool = False
    purged: bool = False


_PRINCIPAL, _KOMMUN = Subject.PRINCIPAL, Subject.MUNICIPALITY

# A report is one line, so that a new one is.
# fmt: off
_ALL = (
    ReportKind("handlingsplan", marked("Handlingsplan"), marked("Hela planen: målbild, åtgärder, indikatorer och beslut.")),
    ReportKind("huvudman", marked("En sida per huvudman"), marked("Det en huvudman ansvarar för och medverkar i, på en A4."), _PRINCIPAL, short=True),
    ReportKind("kommun", marked("En sida per kommun"), marked("Det som berör en kommun, på en A4."), _KOMMUN, short=True),
    ReportKind(REPLY, marked("Svarsformulär"), marked("Excel att fylla i: en huvudmans rader, och plats för nya förslag."), _PRINCIPAL),
    ReportKind("sammanfattning", marked("Sammanfattning"), marked("Det viktigaste i fem korta delar, att visa eller lägga på en webbplats.")),
    ReportKind("tjansteskrivelse", marked("Tjänsteskrivelse"), marked("Underlag för beslut, med rubrikerna för en tjänsteskrivelse.")),
    ReportKind("aterrapportering", marked("Återrapportering av uppdrag"), marked("Uppdrag, beslutsreferens och läge i text, per organ: nu, eller som det redovisades en dag."), Subject.REPORTED),
    ReportKind("nationell", marked("Årlig nationell redovisning"), marked("Svar på de årliga frågorna, ur märkta åtgärder, uppföljningar och mätvärden.")),
    ReportKind("pagaende", marked("Pågående arbeten"), marked("Vad som pågår lokalt, kopplingar till annat, och utbildningar och möten.")),
    ReportKind("minnesanteckningar", marked("Minnesanteckningar"), marked("Det som sades och bestämdes på en workshop."), Subject.WORKSHOP, final=True),
    ReportKind("kvitto", marked("Kvitto på en sammanslagning"), marked("Vilka filer som slogs samman, vad de gav och vad som avgjordes."), Subject.RECEIPT, final=True),
    ReportKind("gallringsprotokoll", marked("Gallringsprotokoll"), marked("När, av vem och ur vilka fält något har raderats för gott; aldrig vad det var."), final=True, purged=True),
    ReportKind("tackning", marked("Täckning"), marked("Var planen har åtgärder och var den inte har några.")),
    ReportKind("uppfoljning", marked("Uppföljning"), marked("Läget i siffror och bilder, det som har rört sig, varje åtgärd och indikatorerna."), looks_back=True),
)
# fmt: on

REPORTS: Mapping[str, ReportKind] = MappingProxyType({one.name: one for one in _ALL})
"""The reports the program has, by name; people's own templates come after them."""


def kind_of(name: str) -> ReportKind:
    """Return a report by name; a template of people's own is about the plan."""
    return REPORTS.get(name) or ReportKind(name, name, "Egen mall.", looks_back=True)
