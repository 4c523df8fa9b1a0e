"""The sentences for a workbook or a text table that can't be read."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from nvworkshop.errors import BookError
from nvworkshop.exchange.incoming.limits import MAX_CELLS, MAX_FILE, MAX_SHEETS, MAX_UNPACKED, MIB
from nvworkshop.language import marked, said
from nvworkshop.outside.facts import FACTS
from nvworkshop.outside.looks import shown

_CHOOSE = marked("Välj en Excelfil (.xlsx) eller en textfil med tabell (.csv).")
_SAVE_AS = marked("Öppna filen där den kom från och spara den som Excel-arbetsbok (.xlsx).")
_AGAIN = marked("Stäng den i andra program, kopiera den igen och försök på nytt.")
_SMALLER = marked("Spara bara de rader som ska med i en ny arbetsbok, och läs in den.")
_ASK_SENDER = marked("Be den som skickade filen om en ny, sparad från Excel.")


class _Sentence(NamedTuple):
    """An error's three parts; `{name}` is the file and `{fact}` what was found."""

    title: str
    detail: str
    hint: str


_FAILURES = {
    "missing": _Sentence(
        marked("Filen {name} finns inte."),
        marked("Den kan ha flyttats, tagits bort eller bytt namn."),
        marked("Kontrollera namnet och mappen."),
    ),
    "folder": _Sentence(marked("{name} är en mapp, ingen fil att läsa in."), "", _CHOOSE),
    "special": _Sentence(marked("{name} är ingen vanlig fil."), "", _CHOOSE),
    "denied": _Sentence(
        marked("Filen {name} gick inte att öppna."),
        marked("Den är öppen i ett annat program, eller så har du inte rätt att läsa den."),
        marked("Stäng den i Excel eller kopiera den till en egen mapp, och försök på nytt."),
    ),
    "vanished": _Sentence(
        marked("Filen {name} försvann medan den lästes."),
        marked("USB-minnet eller nätverket kan ha kopplats från."),
        marked("Anslut igen och försök på nytt."),
    ),
    "io": _Sentence(
        marked("Filen {name} gick inte att läsa från disken."),
        marked("USB-minnet, nätverket eller disken svarar inte som den ska."),
        marked("Kopiera filen till datorn och försök igen."),
    ),
    "empty": _Sentence(
        marked("Filen {name} är tom."),
        marked("Kopieringen eller synkningen kan ha avbrutits."),
        _AGAIN,
    ),
    "lock": _Sentence(
        marked("{name} är ingen arbetsbok."),
        marked("Excel lägger en sådan fil bredvid en arbetsbok som är öppen."),
        marked("Välj arbetsboken själv, den med samma namn utan ~$ först."),
    ),
    "too_large": _Sentence(
        marked("Filen {name} är för stor att läsa in."), marked("Gränsen är {most} MiB."), _SMALLER
    ),
    "bomb": _Sentence(
        marked("Filen {name} är för stor att läsa in."),
        marked("Den packas upp till mer än {unpacked} MiB."),
        _SMALLER,
    ),
    "too_much": _Sentence(
        marked("Filen {name} har mer än vad som går att läsa in."), "{fact}", _SMALLER
    ),
    "not_book": _Sentence(marked("Filen {name} är ingen Excelfil."), "{fact}", _CHOOSE),
    "old": _Sentence(
        marked("Filen {name} är en äldre Excelfil (.xls) eller Wordfil."), "", _SAVE_AS
    ),
    "binary": _Sentence(marked("Filen {name} är en binär Excelfil (.xlsb)."), "", _SAVE_AS),
    "open_document": _Sentence(
        marked("Filen {name} är ett OpenDocument-kalkylark (.ods)."), "", _SAVE_AS
    ),
    "strict": _Sentence(
        marked("Filen {name} är sparad som Strict Open XML."),
        "",
        marked("Öppna den i Excel och spara den som vanlig Excel-arbetsbok (.xlsx)."),
    ),
    "encrypted": _Sentence(
        marked("Filen {name} är skyddad med lösenord."),
        "",
        marked("Öppna den i Excel, ta bort lösenordet under Arkiv > Info, och spara."),
    ),
    "broken": _Sentence(
        marked("Filen {name} är skadad eller inte färdigskriven."),
        marked("Den kan hålla på att sparas eller kopieras."),
        _AGAIN,
    ),
    "hostile": _Sentence(marked("Filen {name} lästes inte in."), "{fact}", _ASK_SENDER),
    "slow": _Sentence(
        marked("Filen {name} tog för lång tid att läsa och läsningen avbröts."), "", _SMALLER
    ),
    "memory": _Sentence(
        marked("Filen {name} kräver för mycket minne och läsningen avbröts."), "", _SMALLER
    ),
    "crashed": _Sentence(
        marked("Filen {name} gick inte att läsa."),
        marked("Läsningen stannade oväntat."),
        _ASK_SENDER,
    ),
    "not_started": _Sentence(
        marked("Filen {name} gick inte att läsa."),
        marked("Programmet kunde inte starta sin läsare."),
        marked("Starta om programmet och försök igen."),
    ),
}
_FACTS = {
    **FACTS,
    "many": marked("Den är byggd av ovanligt många delar."),
    "names": marked("Den är ihopsatt på ett sätt som Excel inte gör."),
    "encoding": marked("Den har en annan teckenkodning än Excelfiler har."),
    "declaration": marked("Den innehåller deklarationer som Excelfiler inte har."),
    "sheets": marked("Gränsen är {sheets} blad."),
    "cells": marked("Gränsen är {millions} miljoner ifyllda celler, med vanliga texter."),
}
_NOTES = {
    "macros": marked("Filen har makron. De lästes inte och har inte körts."),
    "beyond": marked(
        "Bladet ”{sheet}” har mer än vad som går att läsa in. Det som står längst ner eller längst "
        "till höger lästes inte."
    ),
    "unsaved": marked(
        "Bladet ”{sheet}” har formler utan sparat värde: {places}. Öppna filen i Excel, spara och "
        "läs in den igen."
    ),
    "many_unsaved": marked(
        "Bladet ”{sheet}” har formler utan sparat värde: {places} med flera. Öppna filen i Excel, "
        "spara och läs in den igen."
    ),
    "long": marked("Filen har mer än vad som går att läsa in. Slutet lästes inte."),
    "old_letters": marked(
        "Filen är skriven med äldre teckenkodning. Se efter att å, ä och ö blev rätt."
    ),
}


def failure(code: str, path: Path, fact: str | int = "") -> BookError:
    """Return the error for a code of the child process; never more of the path than the name."""
    numbers = {
        "most": MAX_FILE // MIB,
        "unpacked": MAX_UNPACKED // MIB,
        "sheets": MAX_SHEETS,
        "millions": MAX_CELLS // 1_000_000,
    }
    told = said(_FACTS.get(str(fact), "")).format(**numbers)
    name = shown(path.name or str(path))
    sentence = _FAILURES.get(code, _FAILURES["crashed"])
    return BookError(*(said(part).format(fact=told, name=name, **numbers) for part in sentence))


def note(told: str) -> str:
    """Return the sentence for a note of the child process: a code, places and the sheet's name."""
    code, places, sheet = (*told.split(" ", 2), "", "")[:3]
    return said(_NOTES.get(code, "")).format(sheet=sheet, places=places.replace(",", ", "))
