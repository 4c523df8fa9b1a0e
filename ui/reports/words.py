"""What formats and subjects are called, and what is said when there is nothing to report on."""

from __future__ import annotations

from dataclasses import dataclass

from nvworkshop.language import marked
from nvworkshop.session.reporting import ExportResult, SavedAll, Subject
from ui.words import tr

_FORMATS = (
    (".docx", "Word", marked("Word – att skriva vidare i")),
    (".pdf", "PDF", marked("PDF – att skicka och arkivera")),
    (
        ".html",
        marked("Webbsida"),
        marked("Webbsida – att läsa i webbläsare"),
    ),
    (".xlsx", "Excel", marked("Excel – att sortera och räkna i")),
    (".csv", "CSV", marked("CSV – till andra program")),
    (".md", "Markdown", marked("Markdown – ren text")),
    (".json", "JSON", marked("JSON – hela planen, till andra program")),
)

FORMATS = tuple(suffix for suffix, _, _ in _FORMATS)
"""The suffix of each kind of file, in the order people ask for them."""


@dataclass(frozen=True, slots=True)
class Lacking:
    """What to say when there is nothing to report on, and the place where it is made."""

    title: str
    text: str
    button: str = ""
    place: str = ""


def format_word(suffix: str) -> str:
    """Return what a kind of file is called."""
    return next(tr(name) for one, name, _ in _FORMATS if one == suffix)


def format_text(suffix: str) -> str:
    """Return a format as a choice: its name and what it is good for."""
    return next(tr(str(text)) for one, _, text in _FORMATS if one == suffix)


def subject_word(subject: Subject) -> str:
    """Return the label of what a report is of."""
    words = {
        Subject.PRINCIPAL: tr("&Huvudman"),
        Subject.MUNICIPALITY: tr("&Kommun"),
        Subject.WORKSHOP: tr("&Workshop"),
        Subject.RECEIPT: tr("&Kvitto"),
        Subject.REPORTED: tr("&Läget"),
    }
    return words.get(subject, "")


def all_word(subject: Subject) -> str:
    """Return what saving one for each is called, "" where it makes no sense."""
    words = {
        Subject.PRINCIPAL: tr("Spara &alla huvudmän…"),
        Subject.MUNICIPALITY: tr("Spara &alla kommuner…"),
    }
    return words.get(subject, "")


def lacking(subject: Subject) -> Lacking:
    """Return what to say when there is nothing of a kind to report on."""
    match subject:
        case Subject.WORKSHOP:
            text = tr("Minnesanteckningarna skrivs ur en workshop. Förbered en, eller öva först.")
            title, button = tr("Planen har ingen workshop än"), tr("Till Workshop")
            return Lacking(title, text, button, "workshop")
        case Subject.RECEIPT:
            text = tr("Varje sammanslagning lämnar ett kvitto. Slå samman planer först.")
            title, button = tr("Planen har inga kvitton än"), tr("Till Slå samman")
            return Lacking(title, text, button, "merge")
        case Subject.MUNICIPALITY:
            text = tr("Strategin som planen följer har inga kommuner för den här länsdelen.")
            return Lacking(tr("Det finns ingen kommun att välja"), text)
        case _:
            text = tr("Strategin har inga huvudmän, och ingen åtgärd säger vem som ansvarar.")
            button = tr("Till Handlingsplan")
            return Lacking(tr("Det finns ingen huvudman att välja"), text, button, "plan")


def saved_text(result: ExportResult) -> str:
    """Say that a file is written, and what its reader needs to know."""
    said = tr("Sparad och återläst: {name}.").format(name=result.place.name)
    return " ".join((said, *result.notices))


def saved_all_text(saved: SavedAll) -> str:
    """Say that many files are written, and what their readers need to know."""
    one = tr("1 fil sparad och återläst i mappen {name}.")
    several = tr("{n} filer sparade och återlästa i mappen {name}.")
    said = (one if saved.count == 1 else several).format(n=saved.count, name=saved.place.name)
    return " ".join((said, *saved.notices))
