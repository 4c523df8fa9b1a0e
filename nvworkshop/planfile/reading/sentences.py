"""The sentences for a file that can't be read, or only in part."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from nvworkshop.errors import (
    DamagedFileError,
    HostileFileError,
    NotAPlanError,
    PlanFileError,
)
from nvworkshop.outside.looks import FACTS, shown
from nvworkshop.planfile.reading.content import NewerPlanError
from nvworkshop.planfile.reading.limits import MAX_FILE, MIB
from nvworkshop.planfile.schema import FORMAT

_CHOOSE = "Välj en planfil, en som slutar på .nvplan."
_NAMED_SO = "Den heter som en planfil men är något annat. Välj en annan fil."
_COPY_AGAIN = "Kopiera filen igen från den som har den."
_ASK_SENDER = "Be den som skickade filen om en ny kopia."


class _Sentence(NamedTuple):
    """An error's class and its three parts; `{name}` is the file and `{fact}` what was found."""

    error: type[PlanFileError]
    title: str
    detail: str = ""
    hint: str = ""


_FAILURES = {
    "missing": _Sentence(
        PlanFileError,
        "Filen {name} finns inte.",
        "Den kan ha flyttats, tagits bort eller bytt namn.",
        "Kontrollera namnet och mappen.",
    ),
    "folder": _Sentence(NotAPlanError, "{name} är en mapp, ingen planfil.", "", _CHOOSE),
    "special": _Sentence(NotAPlanError, "{name} är ingen vanlig fil.", "", _CHOOSE),
    "denied": _Sentence(
        PlanFileError,
        "Du har inte rätt att läsa filen {name}.",
        "",
        "Kopiera filen till en egen mapp eller be den som äger den om läsrätt.",
    ),
    "vanished": _Sentence(
        PlanFileError,
        "Filen {name} försvann medan den lästes.",
        "USB-minnet eller nätverket kan ha kopplats från.",
        "Anslut igen och försök på nytt.",
    ),
    "io": _Sentence(
        PlanFileError,
        "Filen {name} gick inte att läsa från disken.",
        "USB-minnet, nätverket eller disken svarar inte som den ska.",
        "Kopiera filen till datorn och försök igen.",
    ),
    "empty": _Sentence(
        NotAPlanError,
        "Filen {name} är tom.",
        "Den innehåller 0 byte. Kopieringen eller synkningen kan ha avbrutits.",
        _COPY_AGAIN,
    ),
    "too_large": _Sentence(
        HostileFileError,
        "Filen {name} är för stor för att vara en planfil.",
        f"Gränsen är {MAX_FILE // MIB} MiB.",
        _ASK_SENDER,
    ),
    "too_many": _Sentence(
        HostileFileError,
        "Filen {name} har fler ändringar än en planfil kan ha.",
        "",
        _ASK_SENDER,
    ),
    "not_plan": _Sentence(NotAPlanError, "Filen {name} är ingen planfil.", "{fact}", _CHOOSE),
    "other_sqlite": _Sentence(
        NotAPlanError,
        "Filen {name} är ingen planfil.",
        "Den är en databas från ett annat program.",
        _CHOOSE,
    ),
    "newer": _Sentence(
        NewerPlanError,
        "Filen {name} är skriven av en nyare version av programmet.",
        f"Den har format {{fact}}; den här versionen läser format {FORMAT}.",
        "Uppdatera programmet för att läsa filen.",
    ),
    "hostile": _Sentence(
        HostileFileError,
        "Filen {name} är ingen ren planfil och lästes inte in.",
        "{fact}",
        _ASK_SENDER,
    ),
    "slow": _Sentence(
        HostileFileError,
        "Filen {name} tog för lång tid att läsa och läsningen avbröts.",
        "",
        f"Kopiera filen till datorn och försök igen. {_ASK_SENDER}",
    ),
    "memory": _Sentence(
        HostileFileError,
        "Filen {name} kräver för mycket minne och läsningen avbröts.",
        "",
        _ASK_SENDER,
    ),
    "crashed": _Sentence(
        DamagedFileError,
        "Filen {name} gick inte att läsa.",
        "Läsningen stannade oväntat.",
        _ASK_SENDER,
    ),
    "not_started": _Sentence(
        PlanFileError,
        "Filen {name} gick inte att läsa.",
        "Programmet kunde inte starta sin läsare.",
        "Starta om programmet och försök igen.",
    ),
    "hopeless": _Sentence(
        DamagedFileError,
        "Filen {name} är skadad och ingen ändring gick att rädda.",
        "",
        f"Öppna en säkerhetskopia. {_ASK_SENDER}",
    ),
}
_FACTS = {
    **FACTS,
    "trigger": "Den innehåller programkod (en trigger).",
    "view": "Den innehåller programkod (en vy).",
    "virtual": "Den innehåller en virtuell tabell, och sådana har planfiler inte.",
    "index": "Den innehåller ett främmande index.",
    "table": "Den innehåller en främmande tabell.",
    "many": "Den innehåller för många tabeller.",
    "overlap": "Den är byggd så att samma del av filen räknas många gånger.",
    "encoding": "Den har en annan teckenkodning än planfiler har.",
}
_NOTES = {
    "wal_beside": "Bredvid filen ligger {name}-wal. Den lästes inte; nyare ändringar kan"
    " finnas där.",
    "journal_beside": "Bredvid filen ligger {name}-journal. Den lästes inte.",
    "wal_mark": "Filen {name} sparades av ett program som kan ha lagt nyare ändringar i en egen"
    " fil bredvid ({name}-wal).",
    "newer": "Filen {name} är skriven av en nyare version av programmet. Den kan visas här men inte"
    " ändras.",
    "plan_unknown": "Det går inte att se vilken plan filen {name} hör till.",
}


def failure(code: str, path: Path, fact: str | int = "") -> PlanFileError:
    """Return the error for a code of the child process; never more of the path than the name."""
    sentence = _FAILURES.get(code, _FAILURES["crashed"])
    told = str(fact) if isinstance(fact, int) else _FACTS.get(fact, "")
    parts = (
        part.replace("{fact}", told).replace("{name}", shown(path.name or str(path)))
        for part in sentence[1:]
    )
    title, detail, hint = parts
    if hint == _CHOOSE and path.suffix.casefold() == ".nvplan":
        hint = _NAMED_SO
    error = sentence.error(title, detail, hint)
    if isinstance(error, NewerPlanError) and isinstance(fact, int):
        error.version = fact
    return error


def note(code: str, path: Path) -> str:
    """Return the sentence for a note of the child process, "" for an unknown one."""
    return _NOTES.get(code, "").replace("{name}", shown(path.name or str(path)))


def damage_note(path: Path, changes: int, expected: int, *, counted: bool) -> str:
    """Return the sentence that says how much of a damaged file could be read.

    `counted` tells whether the file says how many changes it had.
    """
    name = shown(path.name or str(path))
    if changes < expected:
        return f"Filen {name} är skadad. {changes} av omkring {expected} ändringar gick att läsa."
    if counted:
        return f"Filen {name} är skadad, men alla {changes} ändringar gick att läsa."
    return (
        f"Filen {name} är skadad. {changes} ändringar gick att läsa. Det går inte att se om några"
        " saknas."
    )
