"""The fixed lists of options: those that belong to the form, not to a strategy."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Option:
    """One option: its id in the log, its labels, and other words that mean the same."""

    id: str
    sv: str
    en: str
    also: tuple[str, ...] = ()


CHOICES: dict[str, tuple[Option, ...]] = {
    "status": (
        Option(
            "not_started",
            "Ej påbörjad",
            "Not started",
            ("ny", "planerad", "planerat", "inte påbörjad", "ej påbörjat", "inte påbörjat", "new"),
        ),
        Option(
            "ongoing",
            "Pågår",
            "Ongoing",
            ("pågående", "påbörjad", "påbörjat", "startad", "startat"),
        ),
        Option("delayed", "Försenad", "Delayed", ("försenat",)),
        Option("paused", "Pausad", "Paused", ("pausat", "vilande")),
        Option(
            "done",
            "Klar",
            "Done",
            ("klart", "genomförd", "genomfört", "avslutad", "avslutat", "färdig", "färdigt"),
        ),
        Option(
            "tried",
            "Prövad och avslutad",
            "Tried and ended",
            ("prövad", "prövat", "stoppad", "stoppat", "avbruten", "avbrutet"),
        ),
    ),
    "work": (
        Option("new", "Ny", "New"),
        Option("ongoing", "Pågående", "Ongoing", ("pågår", "redan pågående")),
        Option("extended", "Utökad", "Extended"),
    ),
    "level": (
        Option("local", "Lokal gemensam handlingsplan", "Local plan", ("lokal",)),
        Option("overall", "Övergripande handlingsplan", "Overall plan", ("övergripande",)),
        Option("principal", "Huvudmannens egen plan", "Principal's own plan", ("huvudman",)),
        Option("shared", "Delat ur en huvudmans egen plan", "Shared from a principal's own plan"),
    ),
    "held_back": (
        Option("description", "Vad ska göras", "What is done"),
        Option("function", "Ansvarig funktion", "Responsible function"),
        Option("situation", "Nuläge", "Current situation"),
        Option("resources", "Resurser och finansiering", "Resources", ("resurser",)),
        Option("risk", "Risk och hinder", "Risk", ("risk",)),
        Option("decision_needed", "Beslut som behövs", "Decision needed"),
        Option("lesson", "Lärdom", "Lesson"),
        Option("comment", "Lägeskommentar", "Comment", ("kommentar",)),
        Option("dissent", "Avvikande mening", "Dissent"),
    ),
    "handling": (
        Option("kept_local", "Behålls lokalt", "Kept local", ("lokalt", "behålls")),
        Option("joint", "Gemensam åtgärd", "Joint action", ("gemensam", "slås ihop")),
        Option("raised", "Lyfts för beslut", "Raised for decision", ("lyfts",)),
    ),
    "state": (
        Option("draft", "Utkast", "Draft", ("arbetsmaterial",)),
        Option("review", "För avstämning", "For review", ("remiss",)),
        Option("adopted", "Fastställd", "Adopted", ("antagen", "beslutad")),
    ),
    "consensus": (
        Option("agreed", "Alla är eniga", "Agreed", ("enighet", "eniga")),
        Option("dissent", "Avvikande mening finns", "Dissent recorded", ("avvikande mening",)),
        Option("needs_decision", "Kräver beslut hos huvudman", "Needs a principal's decision"),
    ),
    "occasion": (
        Option("meeting", "Möte", "Meeting", ("sammanträde",)),
        Option("budget", "Budget", "Budget"),
        Option("national", "Nationell redovisning", "National report"),
        Option("other", "Annat", "Other"),
    ),
    "adoption": (
        Option("wholly", "Antagen i sin helhet", "Adopted wholly", ("antagen", "helt")),
        Option("partly", "Antagen med undantag", "Adopted in part", ("delvis",)),
        Option("not_adopted", "Inte antagen", "Not adopted", ("avslag",)),
        Option("recommended", "Rekommenderas", "Recommended"),
    ),
    "considered": (
        Option("unions", "Facklig samverkan", "Trade unions"),
        Option("risk", "Risk- och konsekvensanalys", "Risk analysis"),
        Option("children", "Barnperspektiv", "Children's perspective"),
        Option("equality", "Jämställdhet", "Gender equality"),
        Option("language", "Språk och minoriteter", "Languages and minorities"),
    ),
    "direction": (
        Option("up", "Ska öka", "Should rise", ("öka", "högre")),
        Option("down", "Ska minska", "Should fall", ("minska", "lägre")),
        Option("hold", "Ska ligga kvar", "Should hold", ("behålla",)),
    ),
    "aggregation": (
        Option("sum", "Summeras", "Sum", ("summa",)),
        Option("weighted_mean", "Vägs ihop efter antal", "Weighted mean", ("vägt medel",)),
        Option("none", "Läggs inte ihop", "Do not add up", ("läggs ej ihop",)),
    ),
    "area_level": (
        Option("municipality", "Kommun", "Municipality"),
        Option("county_part", "Länsdel", "County part"),
        Option("county", "Län", "County"),
    ),
    "gender": (
        Option("T", "Totalt", "Total"),
        Option("K", "Kvinnor", "Women"),
        Option("M", "Män", "Men"),
    ),
    "as_planned": (
        Option("yes", "Som planerat", "As planned", ("ja",)),
        Option("partly", "Delvis", "Partly"),
        Option("no", "Inte som planerat", "Not as planned", ("nej",)),
    ),
    "still_right": (
        Option("yes", "Ja", "Yes", ("stämmer",)),
        Option("partly", "Delvis", "Partly"),
        Option("no", "Nej", "No", ("stämmer inte",)),
    ),
    "follow_up_decision": (
        Option("continue", "Fortsätt", "Continue"),
        Option("change", "Ändra", "Change"),
        Option("stop", "Sluta", "Stop"),
    ),
}
