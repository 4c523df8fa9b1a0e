"""The sentences for a workbook or a text table that can't be read."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from nvworkshop.errors import BookError
from nvworkshop.exchange.incoming.limits import MAX_CELLS, MAX_FILE, MAX_SHEETS, MAX_UNPACKED, MIB
from nvworkshop.outside.facts import FACTS
from nvworkshop.outside.looks import shown

_CHOOSE = "Välj en Excelfil (.xlsx) eller en textfil med tabell (.csv)."
_SAVE_AS = "Öppna filen där den kom från och spara den som Excel-arbetsbok (.xlsx)."
_AGAIN = "Stäng den i andra program, kopiera den igen och försök på nytt."
_SMALLER = "Spara bara de rader som ska med i en ny arbetsbok, och läs in den."
_ASK_SENDER = "Be den som skickade filen om en ny, sparad från Excel."


class _Sentence(NamedTuple):
    """An error's three parts; `{name}` is the file and `{fact}` what was found."""

    title: str
    detail: str
    hint: str


_FAILURES = {
    "missing": _Sentence(
        "Filen {name} finns inte.",
        "Den kan ha flyttats, tagits bort eller bytt namn.",
        "Kontrollera namnet och mappen.",
    ),
    "folder": _Sentence("{name} är en mapp, ingen fil att läsa in.", "", _CHOOSE),
    "special": _Sentence("{name} är ingen vanlig fil.", "", _CHOOSE),
    "denied": _Sentence(
        "Filen {name} gick inte att öppna.",
        "Den är öppen i ett annat program, eller så har du inte rätt att läsa den.",
        "Stäng den i Excel eller kopiera den till en egen mapp, och försök på nytt.",
    ),
    "vanished": _Sentence(
        "Filen {name} försvann medan den lästes.",
        "USB-minnet eller nätverket kan ha kopplats från.",
        "Anslut igen och försök på nytt.",
    ),
    "io": _Sentence(
        "Filen {name} gick inte att läsa från disken.",
        "USB-minnet, nätverket eller disken svarar inte som den ska.",
        "Kopiera filen till datorn och försök igen.",
    ),
    "empty": _Sentence(
        "Filen {name} är tom.", "Kopieringen eller synkningen kan ha avbrutits.", _AGAIN
    ),
    "lock": _Sentence(
        "{name} är ingen arbetsbok.",
        "Excel lägger en sådan fil bredvid en arbetsbok som är öppen.",
        "Välj arbetsboken själv, den med samma namn utan ~$ först.",
    ),
    "too_large": _Sentence(
        "Filen {name} är för stor att läsa in.", f"Gränsen är {MAX_FILE // MIB} MiB.", _SMALLER
    ),
    "bomb": _Sentence(
        "Filen {name} är för stor att läsa in.",
        f"Den packas upp till mer än {MAX_UNPACKED // MIB} MiB.",
        _SMALLER,
    ),
    "too_much": _Sentence("Filen {name} har mer än vad som går att läsa in.", "{fact}", _SMALLER),
    "not_book": _Sentence("Filen {name} är ingen Excelfil.", "{fact}", _CHOOSE),
    "old": _Sentence("Filen {name} är en äldre Excelfil (.xls) eller Wordfil.", "", _SAVE_AS),
    "binary": _Sentence("Filen {name} är en binär Excelfil (.xlsb).", "", _SAVE_AS),
    "open_document": _Sentence("Filen {name} är ett OpenDocument-kalkylark (.ods).", "", _SAVE_AS),
    "strict": _Sentence(
        "Filen {name} är sparad som Strict Open XML.",
        "",
        "Öppna den i Excel och spara den som vanlig Excel-arbetsbok (.xlsx).",
    ),
    "encrypted": _Sentence(
        "Filen {name} är skyddad med lösenord.",
        "",
        "Öppna den i Excel, ta bort lösenordet under Arkiv > Info, och spara.",
    ),
    "broken": _Sentence(
        "Filen {name} är skadad eller inte färdigskriven.",
        "Den kan hålla på att sparas eller kopieras.",
        _AGAIN,
    ),
    "hostile": _Sentence("Filen {name} lästes inte in.", "{fact}", _ASK_SENDER),
    "slow": _Sentence(
        "Filen {name} tog för lång tid att läsa och läsningen avbröts.", "", _SMALLER
    ),
    "memory": _Sentence(
        "Filen {name} kräver för mycket minne och läsningen avbröts.", "", _SMALLER
    ),
    "crashed": _Sentence(
        "Filen {name} gick inte att läsa.", "Läsningen stannade oväntat.", _ASK_SENDER
    ),
    "not_started": _Sentence(
        "Filen {name} gick inte att läsa.",
        "Programmet kunde inte starta sin läsare.",
        "Starta om programmet och försök igen.",
    ),
}
_FACTS = {
    **FACTS,
    "many": "Den är byggd av ovanligt många delar.",
    "names": "Den är ihopsatt på ett sätt som Excel inte gör.",
    "encoding": "Den har en annan teckenkodning än Excelfiler har.",
    "declaration": "Den innehåller deklarationer som Excelfiler inte har.",
    "sheets": f"Gränsen är {MAX_SHEETS} blad.",
    "cells": f"Gränsen är {MAX_CELLS // 1_000_000} miljoner ifyllda celler, med vanliga texter.",
}


def failure(code: str, path: Path, fact: str | int = "") -> BookError:
    """Return the error for a code of the child process; never more of the path than the name."""
    sentence = _FAILURES.get(code, _FAILURES["crashed"])
    told = _FACTS.get(str(fact), "")
    name = shown(path.name or str(path))
    title, detail, hint = (
        part.replace("{fact}", told).replace("{name}", name) for part in sentence
    )
    return BookError(title, detail, hint)
