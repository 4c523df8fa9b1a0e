"""Hints about plain language: what is unclear is found, and what is clear is left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nvworkshop.places import SAMPLE_PLANS
from nvworkshop.session.sessions import open_plan
from nvworkshop.strategy import Strategy, load_shipped
from nvworkshop.workshop.plain_language import Hint, HintKind, hints, owner_hints

NORRBOTTEN = load_shipped("norrbotten")
CLEAR = "Öppna en mottagning"


def marked(description: str, kind: HintKind) -> list[str]:
    """Return the places in a description that a hint of the kind points at."""
    found = hints(CLEAR, description, NORRBOTTEN)
    return [description[one.start : one.end] for one in found if one.kind is kind]


def kinds(title: str) -> set[HintKind]:
    return {one.kind for one in hints(title, "", NORRBOTTEN)}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Rutinerna för hemgång ska ses över.", "ska ses över"),
        ("En handlingsplan ska tas fram", "ska tas fram"),
        ("Samverkan bör utvecklas mellan parterna.", "bör utvecklas"),
        ("En fast vårdkontakt ska också utses.", "ska också utses"),
        ("Det kan erbjudas i hela länet.", "kan erbjudas"),
        ("Rutinen ses över under hösten.", "ses över"),
        ("Arbetssättet måste spridas.", "måste spridas"),
        ("Projektet kommer att utvärderas", "kommer att utvärderas"),
    ],
)
def test_what_nobody_is_said_to_do_is_found(text: str, place: str) -> None:
    assert marked(text, HintKind.PASSIVE) == [place]


@pytest.mark.parametrize(
    "text",
    [
        "Elevhälsan och socialtjänsten ska ses varje vecka.",
        "Rutinen ska skrivas av hälsocentralen i Piteå.",
        "Vårdkontakten ska utses senast i mars av hemsjukvården.",
        "Läkare ska finnas på plats. Alla ska trivas och lyckas.",
        "Teamet kan behövas i fler kommuner.",
        "Hälsocentralen tar fram en rutin och går igenom listan.",
        "Huset på Storgatan ska rymmas i budgeten.",
        "Kommunens kassa. Region Jönköpings län.",
    ],
)
def test_verbs_in_s_that_hide_nobody_are_left_alone(text: str) -> None:
    assert marked(text, HintKind.PASSIVE) == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Verka för bättre samverkan.", "Verka för"),
        ("Vi ska arbeta vidare med frågan.", "arbeta vidare med"),
        ("Kommunen ska se över sina rutiner.", "se över"),
        ("Titta närmare på hur andra gör.", "Titta närmare på"),
        ("Först ett möte.\nFundera på nästa steg.", "Fundera på"),
        ("Parterna bör sträva efter att enas.", "sträva efter"),
    ],
)
def test_verbs_that_promise_nothing_are_found(text: str, place: str) -> None:
    assert marked(text, HintKind.VAGUE) == [place]


@pytest.mark.parametrize(
    "text",
    [
        "Medarbetare som arbetar med barn får utbildning.",
        "Det verkar för dyrt. Läkaren tittar på såret.",
        "Hon ser över axeln. Distriktssköterskan arbetar i team.",
    ],
)
def test_the_same_words_in_another_sense_are_left_alone(text: str) -> None:
    assert marked(text, HintKind.VAGUE) == []


def test_one_place_gets_one_hint() -> None:
    (only,) = hints(CLEAR, "Rutinen ska ses över.", NORRBOTTEN)
    assert only.kind is HintKind.PASSIVE
    assert "vem som gör" in only.sentence


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Fler får en SIP. Varje SIP följs upp.", ["SIP"]),
        ("Håll SIP-möten och öppna OBS-avdelningen.", ["SIP", "OBS"]),
        ("Ring HC och skriv dnr.", ["HC", "dnr"]),
        ("Ta upp det i XQZ.", ["XQZ"]),
        ("Fler får en samordnad individuell plan, SIP.", []),
        ("Ett gemensamt team (XQZ) åker ut. XQZ ringer.", []),
        ("XQZ (den gemensamma gruppen) åker ut.", []),
        ("Mät vid KOL och skicka SMS från IT, 5G, R1, F2, kapitel IV.", []),
        ("VI VILL HA ETT TEAM SOM ÅKER UT", []),
        ("En Msc i Åre på NATO-förbandets sida", ["NATO"]),
    ],
)
def test_short_forms_are_pointed_out_once_unless_explained(text: str, places: list[str]) -> None:
    assert marked(text, HintKind.ABBREVIATION) == places


def test_the_strategy_says_what_a_short_form_means() -> None:
    (sip,) = hints("Gör SIP i tid", "", NORRBOTTEN)
    assert "”samordnad individuell plan (SIP)”" in sip.sentence
    (ward,) = hints("Öppna OBS", "", NORRBOTTEN)
    assert "till exempel ”" in ward.sentence
    assert hints("Gör SIP i tid", "Samordnad individuell plan före hemgång.", NORRBOTTEN) == ()
    (bare,) = hints("Gör SIP i tid", "", Strategy.bare("annan"))
    assert "Skriv ut orden" in bare.sentence


@pytest.mark.parametrize(
    "title",
    [
        *("Öppna en mottagning", "Gör hembesök", "Utse fast vårdkontakt", "Återuppta kursen"),
        *("Samordna rehab", "Fortsätt med gymkort", "Låt teamet åka", "Sprid kursen", "Bygg ut"),
        *("Psykiatrin åker ut tillsammans", "Alla i hemsjukvården ska ha en vårdkontakt", "", "5G"),
    ],
)
def test_a_title_that_says_what_is_done_is_left_alone(title: str) -> None:
    assert HintKind.TITLE not in kinds(title)


@pytest.mark.parametrize(
    "title",
    ["Trygg hemgång", "Gemensamma team", "Kurs i bemötande", "Fler hembesök", "En väg in"],
)
def test_a_title_without_a_verb_gets_a_gentle_hint(title: str) -> None:
    (hint,) = hints(title, "", NORRBOTTEN)
    assert hint.kind is HintKind.TITLE
    assert "gärna" in hint.sentence


def test_a_long_sentence_is_pointed_out_from_end_to_end() -> None:
    long = "Teamet " + "åker " * 25 + "hem."
    text = f"Kort mening först. {long} Kort mening sist, kl. 12.30 t.ex. nu."
    assert marked(text, HintKind.LONG) == [long]
    assert marked("\n".join(["- en punkt i en lista"] * 20), HintKind.LONG) == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Alla ansvarar för sin del.", "Alla ansvarar"),
        ("Vi har gemensamt ansvar.", "Vi har gemensamt ansvar"),
        ("Ansvarig: gemensamt", "Ansvarig: gemensamt"),
    ],
)
def test_what_all_answer_for_is_pointed_out(text: str, place: str) -> None:
    assert marked(text, HintKind.OWNER) == [place]


def test_a_plan_of_shared_beds_is_no_shared_owner() -> None:
    assert marked("Gemensam bemanning. Delat ansvar beskrivs i avtalet.", HintKind.OWNER) == []


@pytest.mark.parametrize(
    "function", ["Gemensamt", "alla", "Alla huvudmän", "kommunerna och regionen"]
)
def test_a_function_that_is_everybody_is_pointed_out(function: str) -> None:
    (hint,) = owner_hints(function)
    assert (hint.text, hint.start, hint.end) == ("function", 0, len(function))


@pytest.mark.parametrize(
    "function", ["", "enhetschef", "gemensam chef för hemteamet", "Allmänläkare"]
)
def test_a_function_is_left_alone(function: str) -> None:
    assert owner_hints(function) == ()


@given(st.text(), st.text())
def test_any_text_gives_hints_inside_it(title: str, description: str) -> None:
    texts = {"title": title, "description": description}
    for one in hints(title, description, NORRBOTTEN):
        assert 0 <= one.start < one.end <= len(texts[one.text])
        assert one.sentence.endswith(".")


@pytest.mark.parametrize(
    "part", ["ska ses över ", "A" * 50, "AB1 ÅÄÖ XQZ ", "alla vi ", "x", "ska\n"]
)
def test_a_huge_text_is_read_to_its_end(part: str) -> None:
    text = part * (100_000 // len(part))
    found = hints(text[:2_000], text, NORRBOTTEN)
    assert all(one.end <= len(text) for one in found)


def test_plans_in_plain_language_get_few_hints() -> None:
    """The sample plans are written by the advice: verbs and owners are clear in nearly all."""
    found: list[Hint] = []
    actions = 0
    for name in ("sodra", "ostra", "lulea_boden"):
        session = open_plan(SAMPLE_PLANS / f"{name}.nvplan")
        for one in session.things("action"):
            actions += 1
            found += hints(one.text("title"), one.text("description"), session.strategy)
            found += owner_hints(one.text("function"))
        session.close()
    doubtful = (HintKind.PASSIVE, HintKind.VAGUE, HintKind.OWNER)
    assert sum(one.kind in doubtful for one in found) <= actions // 20
    assert len(found) < actions
