"""Läs mig: what the document is, how it stands, and how to read it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nvworkshop.model.choices import CHOICES
from nvworkshop.model.rules import missing_for_decision
from nvworkshop.model.tables import STATUS_SYMBOLS, WARNING, Column, Role, Row, Table, Tone
from nvworkshop.reports.action_sheets import counted, is_shared, own_state_words, plan_words
from nvworkshop.reports.cells import is_overdue
from nvworkshop.reports.check_sheets import shown_conflicts
from nvworkshop.reports.data import PlanData

ABOUT_SHEETS = {
    "Övergripande plan": "Gemensamma åtgärder först, sedan lokala som inte är samlade.",
    "Handlingsplan": "Alla åtgärder, efter riktning och nummer.",
    "Åtgärder": "Det huvudmannen ansvarar för först, sedan det den medverkar i.",
    "Matris": "Antal åtgärder per riktning, förutsättning och länsdel, och vita fläckar.",
    "Per huvudman": "Vad var och en ansvarar för och medverkar i.",
    "Indikatorer": "Hur ni vet om det blev bättre: utgångsvärde, målvärde, källa.",
    "Behöver beslut": "Det en annan nivå behöver besluta, efter vem som beslutar.",
    "Mätvärden": "Varje mätvärde, och en linje för det som har mätts minst två gånger.",
    "Uppföljning": "Status och andra siffror per riktning, länsdel och huvudman, med diagram.",
    "Saknas": "Uppgifter som saknas inför beslut, och varför de behövs.",
    "Konflikter": "Fält där flera har skrivit olika. Alla värden står här.",
}

PRIVACY = (
    "Dokumentet har funktioner, inte namn: kontaktpersoner följer inte med. Skriv inga uppgifter "
    "om enskilda patienter eller brukare."
)
REGISTRATION = "Om dokumentet är allmän handling avgör registratorn hos den som tar emot det."

Line = tuple[str, str, Tone]


def about(data: PlanData, others: Sequence[Table]) -> Table:
    """Return the first sheet; `others` are the sheets after it."""
    lines = [*_identity(data), *_numbers(data), *_sheets(others), *_legend()]
    rows = tuple(Row((name, text), {0: Tone.STRONG, 1: tone}) for name, text, tone in lines)
    columns = (Column("Uppgift", 26), Column("Innehåll", 76))
    return Table("Läs mig", _title(data), columns, rows, _sample(data), Role.ABOUT)


def _title(data: PlanData) -> str:
    title = data.plan.text("title") or "Handlingsplan"
    if not data.principal:
        return title
    return f"{data.strategy.label('principal', data.principal)}: {title}"


def _sample(data: PlanData) -> tuple[str, ...]:
    return ("Exempel: innehållet är påhittat, att öva på.",) if data.plan["sample"] is True else ()


def _identity(data: PlanData) -> Iterator[Line]:
    plan = data.plan
    yield "Vad det är", _what(data), Tone.PLAIN
    if data.principal:
        yield "Huvudman", data.strategy.label("principal", data.principal), Tone.PLAIN
    yield "Läge", own_state_words(data), Tone.PLAIN
    yield "Version", plan.text("version") or "ingen angiven", Tone.PLAIN
    yield "Skapat", f"{data.made:%Y-%m-%d %H:%M}", Tone.PLAIN
    yield "Diarienummer", plan.text("reference") or "inget angivet", Tone.PLAIN
    period = plan["period"]
    if isinstance(period, dict) and period.get("said"):
        yield "Gäller", str(period["said"]), Tone.PLAIN
    if plan.text("contact"):
        yield "Kontakt", plan.text("contact"), Tone.PLAIN
    if plan.text("about"):
        yield "Om planen", plan.text("about"), Tone.PLAIN
    yield "Strategi", _strategy(data), Tone.PLAIN


def _what(data: PlanData) -> str:
    if data.principal:
        name = data.strategy.label("principal", data.principal)
        return f"Det i planen som {name} ansvarar för eller medverkar i."
    if data.is_overall:
        return "Övergripande handlingsplan för den gemensamma primärvårdsnivån, av länsdelarnas."
    part = data.strategy.label("county_part", data.plan.text("county_part"))
    return f"Lokal gemensam handlingsplan för {part or 'länsdelen'}."


def _strategy(data: PlanData) -> str:
    version = data.plan.text("strategy_version") or data.strategy.version
    said = f"{data.strategy.name}, version {version}" if version else data.strategy.name
    if data.strategy.version and version != data.strategy.version:
        said += f" (visas med version {data.strategy.version})"
    return said or "ingen angiven"


def _numbers(data: PlanData) -> Iterator[Line]:
    number = len(data.actions)
    first = counted(number, "åtgärd", "åtgärder") if number else "Inga åtgärder ännu."
    yield "Åtgärder", first, Tone.PLAIN if number else Tone.MISSING
    if data.joint_actions or data.is_overall:
        gathered = sum(one.id in data.gathered_in for one in data.actions)
        joint = counted(len(data.joint_actions), "gemensam åtgärd", "gemensamma åtgärder")
        told = joint if data.principal else f"{joint} som samlar {gathered} av de lokala"
        yield "Gemensamma", told, Tone.PLAIN
    if data.is_overall and not data.principal:
        yield from _parts(data)
    yield from _unshared(data)
    yield from _attention(data)


def _parts(data: PlanData) -> Iterator[Line]:
    plans = [one for one in data.of("plan") if one.text("county_part")]
    present = {one.text("county_part") for one in plans}
    for plan in sorted(plans, key=lambda one: data.part_order(one.text("county_part"))):
        number = sum(one.text("plan") == plan.id for one in data.actions)
        label = data.strategy.label("county_part", plan.text("county_part"))
        told = f"{plan_words(plan)}: {counted(number, 'åtgärd', 'åtgärder')}"
        yield f"Länsdel {label}", told, Tone.PLAIN
    absent = [one.label for one in data.strategy.county_parts if one.id not in present]
    if absent:
        yield "Länsdelar utan plan", f"{WARNING} {', '.join(absent)}", Tone.MISSING


def _unshared(data: PlanData) -> Iterator[Line]:
    kept = sum(not is_shared(one) for one in data.actions)
    if kept:
        parts = data.is_overall and not data.principal
        where = "Skälet står i länsdelens blad." if parts else "Skälet står i bladet."
        number = counted(kept, "åtgärd", "åtgärder")
        out = "Är inte med i Word, PDF och webbsida. " if data.is_overall else ""
        yield "Delas inte vidare", f"{number}. {out}{where}", Tone.PLAIN


def _attention(data: PlanData) -> Iterator[Line]:
    late = sum(is_overdue(one, data) for one in data.rows)
    lacking = sum(bool(missing_for_decision(one)) for one in data.rows)
    open_ = len(shown_conflicts(data))
    yield _warned("Tiden har gått ut", late, "åtgärd", "åtgärder", Tone.OVERDUE)
    yield _warned(
        "Saknar uppgifter",
        lacking,
        "rad, gemensam eller lokal",
        "rader, gemensamma och lokala",
        Tone.MISSING,
    )
    yield _warned("Öppna konflikter", open_, "fält att avgöra", "fält att avgöra", Tone.CONFLICT)


def _warned(name: str, number: int, one: str, several: str, tone: Tone) -> Line:
    if not number:
        return name, "Inga", Tone.PLAIN
    return name, f"{WARNING} {counted(number, one, several)}", tone


def _sheets(others: Sequence[Table]) -> Iterator[Line]:
    for table in others:
        text = ABOUT_SHEETS.get(table.name, "Länsdelens hela plan, även det som inte delas vidare.")
        yield f"Blad {table.name}", text, Tone.PLAIN


def _legend() -> Iterator[Line]:
    labels = {one.id: one.sv for one in CHOICES["status"]}
    signs = "   ".join(f"{sign} {labels[status]}" for status, sign in STATUS_SYMBOLS.items())
    yield "Status", signs, Tone.PLAIN
    yield (
        "Tecken och färg",
        (
            f"{WARNING} betyder att någon behöver titta. Färgerna upprepar vad ”Anmärkning” och "
            "”Konflikt” säger i ord."
        ),
        Tone.PLAIN,
    )
    yield (
        "Tider",
        "”Klart” är som ni sa det. ”Klart senast” är sista dagen det betyder, att sortera på.",
        Tone.PLAIN,
    )
    yield (
        "Utskrift",
        "Bladen skrivs ut på liggande A3. Kolumnerna till höger om ”Konflikt” är för skärmen.",
        Tone.PLAIN,
    )
    yield (
        "Dold kolumn",
        "Den första kolumnen är dold och har radens id. Låt den vara, så hittar raden hem igen.",
        Tone.PLAIN,
    )
    yield "Personuppgifter", PRIVACY, Tone.PLAIN
    yield "Allmän handling", REGISTRATION, Tone.PLAIN
