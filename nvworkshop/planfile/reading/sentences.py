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
from nvworkshop.language import marked, said
from nvworkshop.outside.facts import FACTS
from nvworkshop.outside.looks import shown
from nvworkshop.planfile.reading.content import NewerPlanError
from nvworkshop.planfile.reading.limits import MAX_FILE, MIB
from nvworkshop.planfile.schema import FORMAT

_CHOOSE = marked("Välj en planfil, en som slutar på .nvplan.")
_NAMED_SO = marked("Den heter som en planfil men är något annat. Välj en annan fil.")
_COPY_AGAIN = marked("Kopiera filen igen från den som har den.")
_ASK_SENDER = marked("Be den som skickade filen om en ny kopia.")


class _Sentence(NamedTuple):
    """An error's class and its three parts; `{name}` is the file, `{fact}` what was found."""

    error: type[PlanFileError]
    title: str
    detail: str = ""
    hint: str = ""


_FAILURES = {
    "missing": _Sentence(
        PlanFileError,
        marked("Filen {name} finns inte."),
        marked("Den kan ha flyttats, tagits bort eller bytt namn."),
        marked("Kontrollera namnet och mappen."),
    ),
    "folder": _Sentence(NotAPlanError, marked("{name} är en mapp, ingen planfil."), "", _CHOOSE),
    "special": _Sentence(NotAPlanError, marked("{name} är ingen vanlig fil."), "", _CHOOSE),
    "denied": _Sentence(
        PlanFileError,
        marked("Du har inte rätt att läsa filen {name}."),
        "",
        marked("Kopiera filen till en egen mapp eller be den som äger den om läsrätt."),
    ),
    "vanished": _Sentence(
        PlanFileError,
        marked("Filen {name} försvann medan den lästes."),
        marked("USB-minnet eller nätverket kan ha kopplats från."),
        marked("Anslut igen och försök på nytt."),
    ),
    "io": _Sentence(
        PlanFileError,
        marked("Filen {name} gick inte att läsa från disken."),
        marked("USB-minnet, nätverket eller disken svarar inte som den ska."),
        marked("Kopiera filen till datorn och försök igen."),
    ),
    "empty": _Sentence(
        NotAPlanError,
        marked("Filen {name} är tom."),
        marked("Den innehåller 0 byte. Kopieringen eller synkningen kan ha avbrutits."),
        _COPY_AGAIN,
    ),
    "too_large": _Sentence(
        HostileFileError,
        marked("Filen {name} är för stor för att vara en planfil."),
        marked("Gränsen är {most} MiB."),
        _ASK_SENDER,
    ),
    "too_many": _Sentence(
        HostileFileError,
        marked("Filen {name} har fler ändringar än en planfil kan ha."),
        "",
        _ASK_SENDER,
    ),
    "not_plan": _Sentence(
        NotAPlanError, marked("Filen {name} är ingen planfil."), "{fact}", _CHOOSE
    ),
    "other_sqlite": _Sentence(
        NotAPlanError,
        marked("Filen {name} är ingen planfil."),
        marked("Den är en databas från ett annat program."),
        _CHOOSE,
    ),
    "newer": _Sentence(
        NewerPlanError,
        marked("Filen {name} är skriven av en nyare version av programmet."),
        marked("Den har format {fact}; den här versionen läser format {format}."),
        marked("Uppdatera programmet för att läsa filen."),
    ),
    "hostile": _Sentence(
        HostileFileError,
        marked("Filen {name} är ingen ren planfil och lästes inte in."),
        "{fact}",
        _ASK_SENDER,
    ),
    "slow": _Sentence(
        HostileFileError,
        marked("Filen {name} tog för lång tid att läsa och läsningen avbröts."),
        "",
        marked(
            "Kopiera filen till datorn och försök igen. Be den som skickade filen om en ny kopia."
        ),
    ),
    "memory": _Sentence(
        HostileFileError,
        marked("Filen {name} kräver för mycket minne och läsningen avbröts."),
        "",
        _ASK_SENDER,
    ),
    "crashed": _Sentence(
        DamagedFileError,
        marked("Filen {name} gick inte att läsa."),
        marked("Läsningen stannade oväntat."),
        _ASK_SENDER,
    ),
    "not_started": _Sentence(
        PlanFileError,
        marked("Filen {name} gick inte att läsa."),
        marked("Programmet kunde inte starta sin läsare."),
        marked("Starta om programmet och försök igen."),
    ),
    "hopeless": _Sentence(
        DamagedFileError,
        marked("Filen {name} är skadad och ingen ändring gick att rädda."),
        "",
        marked("Öppna en säkerhetskopia. Be den som skickade filen om en ny kopia."),
    ),
}
_FACTS = {
    **FACTS,
    "trigger": marked("Den innehåller programkod (en trigger)."),
    "view": marked("Den innehåller programkod (en vy)."),
    "virtual": marked("Den innehåller en virtuell tabell, och sådana har planfiler inte."),
    "index": marked("Den innehåller ett främmande index."),
    "table": marked("Den innehåller en främmande tabell."),
    "many": marked("Den innehåller för många tabeller."),
    "overlap": marked("Den är byggd så att samma del av filen räknas många gånger."),
    "encoding": marked("Den har en annan teckenkodning än planfiler har."),
}
_NOTES = {
    "wal_beside": marked(
        "Bredvid filen ligger {name}-wal. Den lästes inte; nyare ändringar kan finnas där."
    ),
    "journal_beside": marked("Bredvid filen ligger {name}-journal. Den lästes inte."),
    "wal_mark": marked(
        "Filen {name} sparades av ett program som kan ha lagt nyare ändringar i en egen"
        " fil bredvid ({name}-wal)."
    ),
    "newer": marked(
        "Filen {name} är skriven av en nyare version av programmet. Den kan visas här men inte"
        " ändras."
    ),
    "plan_unknown": marked("Det går inte att se vilken plan filen {name} hör till."),
}


def failure(code: str, path: Path, fact: str | int = "") -> PlanFileError:
    """Return the error for a code of the child process; never more of the path than the name."""
    sentence = _FAILURES.get(code, _FAILURES["crashed"])
    hint = sentence.hint
    if hint == _CHOOSE and path.suffix.casefold() == ".nvplan":
        hint = _NAMED_SO
    facts = {
        "fact": str(fact) if isinstance(fact, int) else said(_FACTS.get(fact, "")),
        "name": shown(path.name or str(path)),
        "most": MAX_FILE // MIB,
        "format": FORMAT,
    }
    parts = (said(part).format(**facts) for part in (sentence.title, sentence.detail, hint))
    error = sentence.error(*parts)
    if isinstance(error, NewerPlanError) and isinstance(fact, int):
        error.version = fact
    return error


def note(code: str, path: Path) -> str:
    """Return the sentence for a note of the child process, "" for an unknown one."""
    return said(_NOTES.get(code, "")).format(name=shown(path.name or str(path)))


def damage_note(path: Path, changes: int, expected: int, *, counted: bool) -> str:
    """Return the sentence that says how much of a damaged file could be read.

    `counted` tells whether the file says how many changes it had.
    """
    name = shown(path.name or str(path))
    if changes < expected:
        return said(
            "Filen {name} är skadad. {changes} av omkring {expected} ändringar gick att läsa."
        ).format(name=name, changes=changes, expected=expected)
    if counted:
        return said("Filen {name} är skadad, men alla {changes} ändringar gick att läsa.").format(
            name=name, changes=changes
        )
    return said(
        "Filen {name} är skadad. {changes} ändringar gick att läsa. Det går inte att "
        "se om några saknas."
    ).format(name=name, changes=changes)
