from __future__ import annotations

import time
from typing import Any

import pytest

from nvworkshop.model.labels import NOT_APPLICABLE, UNDECIDED
from nvworkshop.model.things import Thing
from nvworkshop.strategy import Strategy, load_shipped
from nvworkshop.workshop.coverage import Cell, Coverage, cover
from nvworkshop.workshop.gaps import gap_sentences, lack_sentences, listed, size_sentences
from nvworkshop.workshop.tallies import counts_of, latest_means

NORRBOTTEN = load_shipped("norrbotten")
YEAR = {"said": "2027", "first": "2027-01-01", "last": "2027-12-31"}
WHOLE = {"principal": "2581", "end": YEAR, "goal": "Klart", "indicator": "Antal"}


def action(entity: str, shift: Any = "R1", needs: Any = ("F1",), **values: Any) -> Thing:
    prerequisites = list(needs) if isinstance(needs, tuple) else needs
    return Thing("action", entity, {"shift": shift, "prerequisites": prerequisites, **values})


def at(made: Coverage, shift: str, row: str) -> Cell:
    return next(one for one in made.cells if (one.shift, one.row) == (shift, row))


def share(made: Coverage, shift: str, row: str) -> Cell:
    return next(one for one in made.shares if (one.shift, one.row) == (shift, row))


def test_an_action_stands_under_its_shift_at_each_of_its_prerequisites() -> None:
    made = cover([action("a", "R2", ("F1", "F4"))], NORRBOTTEN)
    assert at(made, "R2", "F1").actions == at(made, "R2", "F4").actions == ("a",)
    assert made.gaps == 14
    assert [one for one, _ in made.shifts] == ["R1", "R2", "R3", "R4"]


def test_supporting_shifts_are_counted_apart() -> None:
    made = cover([action("a", supporting_shifts=["R4", "R1", "X"])], NORRBOTTEN)
    assert at(made, "R4", "F1").also == ("a",)
    assert at(made, "R4", "F1").is_gap
    assert not at(made, "R1", "F1").also


@pytest.mark.parametrize("nothing", [None, [], UNDECIDED, ["X9"]])
def test_what_has_no_prerequisite_has_a_row_of_its_own(nothing: Any) -> None:
    made = cover([action("a", needs=nothing)], NORRBOTTEN)
    assert made.prerequisites[-1] == ("", "Utan förutsättning")
    assert at(made, "R1", "").actions == ("a",)
    assert not at(made, "R2", "").is_gap


@pytest.mark.parametrize("nothing", [None, "", UNDECIDED, "R99"])
def test_what_has_no_shift_has_a_column_of_its_own(nothing: Any) -> None:
    made = cover([action("a", nothing)], NORRBOTTEN)
    assert made.shifts[-1] == ("", "Utan riktning")
    assert at(made, "", "F1").actions == ("a",)


def test_principals_are_counted_most_first() -> None:
    owners = ("2581", "region", "region", None)
    made = cover([action(str(n), principal=one) for n, one in enumerate(owners)], NORRBOTTEN)
    assert at(made, "R1", "F1").who == "Regionen 2 · Piteå 1 · utan ansvarig 1"


def test_all_principals_of_the_county_part_are_everyone() -> None:
    owners = ("2506", "2505", "2581", "2560", "region")
    actions = [action(one, principal=one) for one in owners]
    assert at(cover(actions, NORRBOTTEN, county_part="sodra"), "R1", "F1").who == "alla huvudmän"
    assert "Piteå 1" in at(cover(actions, NORRBOTTEN), "R1", "F1").who


def test_the_second_map_says_who_has_something_in_which_shift() -> None:
    made = cover(
        [action("a", "R3", principal="2581", contributors=["region", "police", "2581"])],
        NORRBOTTEN,
        county_part="sodra",
    )
    assert [label for _, label in made.principals][-1] == "Regionen"
    assert share(made, "R3", "2581").actions == ("a",)
    assert share(made, "R3", "region").also == ("a",)
    assert not share(made, "R3", "region").is_gap
    assert share(made, "R3", "2560").is_gap


def test_a_huvudman_from_elsewhere_is_there_when_it_has_something() -> None:
    made = cover([action("a", principal="2584")], NORRBOTTEN, county_part="sodra")
    assert made.principals[-1] == ("2584", "Kiruna")


def test_only_a_huvudmans_actions_are_counted() -> None:
    actions = [action("a", principal="2581"), action("b", principal="region")]
    assert at(cover(actions, NORRBOTTEN, principal="region"), "R1", "F1").actions == ("b",)


def test_an_action_without_kommuner_concerns_its_whole_county_part() -> None:
    actions = [
        action("a", municipalities=["2581"], plan="p"),
        action("b", plan="p"),
        action("c", plan="q"),
        action("d", municipalities=["2560"], plan="p"),
    ]
    made = cover(actions, NORRBOTTEN, municipality="2581", elsewhere={"q"})
    assert at(made, "R1", "F1").actions == ("a", "b")


def test_an_empty_plan_says_so() -> None:
    assert cover([], NORRBOTTEN).sentences == ("Planen har inga åtgärder än.",)
    none = cover([action("a")], NORRBOTTEN, principal="2581")
    assert none.sentences == ("Inga åtgärder i urvalet.",)


def test_gaps_are_named_when_few_and_counted_when_many() -> None:
    columns, rows = ("A", "B", "C"), ("x", "y", "z")
    assert gap_sentences([], columns, rows) == ["Alla rutor har minst en åtgärd."]
    assert gap_sentences([("A", "x"), ("A", "y")], columns, rows) == [
        "Inga åtgärder om A som bygger på x eller y."
    ]
    assert gap_sentences([("A", "x"), ("B", "y"), ("C", "z")], columns, rows) == [
        "3 rutor saknar åtgärd."
    ]
    whole = [("A", one) for one in rows]
    assert gap_sentences(whole, columns, rows) == ["Inga åtgärder om A."]
    assert gap_sentences([*whole, ("B", "x"), ("C", "x")], columns, rows) == [
        "Inga åtgärder om A.",
        "Inga åtgärder som bygger på x.",
    ]


def test_what_actions_lack_is_counted() -> None:
    whole = action("a", **WHOLE)
    assert lack_sentences([whole]) == ["Alla har ansvarig huvudman, sluttid, mål och indikator."]
    bare = action("b", **(WHOLE | {"principal": None, "end": UNDECIDED}))
    assert lack_sentences([bare]) == ["Åtgärden saknar ansvarig huvudman och sluttid."]
    soon = action("s", **(WHOLE | {"end": {"said": "snart nog", "first": None, "last": None}}))
    assert lack_sentences([soon]) == ["Åtgärden saknar sluttid."]
    assert lack_sentences([whole, bare]) == [
        "1 av 2 åtgärder saknar ansvarig huvudman och 1 saknar sluttid."
    ]
    other = action(
        "c", **(WHOLE | {"indicator": None, "indicator_ref": "i", "goal": NOT_APPLICABLE})
    )
    assert lack_sentences([other]) == lack_sentences([whole])


@pytest.mark.parametrize(
    ("number", "said"), [(1, "fler"), (7, "fler"), (8, ""), (25, ""), (26, "hinna")]
)
def test_the_size_of_a_local_plan_is_said_kindly(number: int, said: str) -> None:
    made = size_sentences(number)
    assert (said in made[0]) if said else made == []
    actions = [action(str(n)) for n in range(number)]
    local = cover(actions, NORRBOTTEN, county_part="sodra").sentences
    assert list(local[len(local) - len(made) :]) == made
    assert not any("Riktmärket" in one for one in cover(actions, NORRBOTTEN).sentences)


def test_words_are_listed() -> None:
    assert [listed(one) for one in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == [
        "",
        "a",
        "a och b",
        "a, b och c",
    ]


def rating(item: str, tally: Any, date: str, plan: str = "p", updated: int = 0) -> Thing:
    values = {"item": item, "tally": tally, "date": date, "plan": plan}
    return Thing("self_rating", f"{item}{date}{plan}", values, updated=updated)


def test_the_latest_rating_counts_and_plans_are_counted_together() -> None:
    ratings = [
        rating("R1", [0, 0, 0, 0, 4], "2026-01-01"),
        rating("R1", [0, 2, 0, 0, 0], "2027-01-01"),
        rating("R1", [0, 0, 0, 2, 0], "2026-06-01", plan="q"),
        rating("F1", [0, 0, 0, 0, 0], "2026-06-01"),
    ]
    assert latest_means(ratings) == {"R1": 3.0}
    made = cover([action("a")], NORRBOTTEN, ratings=ratings)
    assert (made.rating("R1"), made.rating("F1")) == ("3,0 av 5", "")


@pytest.mark.parametrize("bad", [None, "fem", [1, 2], [1, 2, 3, 4, "5"], [True] * 5, [-1] * 5, {}])
def test_a_tally_that_is_nonsense_counts_nobody(bad: Any) -> None:
    assert sum(counts_of(rating("R1", bad, ""))) <= 10
    assert latest_means([rating("R1", [0] * 5 if bad is None else bad, "")]).get("R1", 3) <= 5


@pytest.mark.parametrize("strategy", [Strategy.bare("annan"), load_shipped("vasterbotten")])
def test_every_strategy_has_a_map(strategy: Strategy) -> None:
    made = cover([action("a", principal="2581"), action("b", "G5", ("P1", "P4"))], strategy)
    assert len(made.cells) == len(made.shifts) * len(made.prerequisites)
    assert len(made.shares) == len(made.shifts) * len(made.principals)
    assert {one for cell in made.cells for one in cell.actions} == {"a", "b"}


def test_without_a_strategy_what_is_found_stands_for_itself_but_not_without_end() -> None:
    many = [action(str(n), f"S{n}", (f"P{n}",), principal=f"H{n}" * 90) for n in range(2_000)]
    made = cover(many, Strategy.bare("annan"))
    assert len(made.shifts) == len(made.prerequisites) == len(made.principals) == 13
    assert all(len(label) <= 40 for _, label in made.principals)


def test_a_plan_with_nothing_to_cross_has_an_empty_map() -> None:
    made = cover([], Strategy.bare(""))
    assert (made.cells, made.shares, made.gaps) == ((), (), 0)


def test_ten_thousand_actions_are_counted_quickly() -> None:
    shifts, needs = ("R1", "R2", "R3", "R4"), ("F1", "F2", "F3", "F4")
    many = [
        action(str(n), shifts[n % 4], (needs[n % 3], needs[3]), principal="2581", plan="p")
        for n in range(10_000)
    ]
    began = time.perf_counter()
    made = cover(many, NORRBOTTEN, county_part="sodra")
    assert made.total == 10_000
    assert time.perf_counter() - began < 2


def test_actions_without_a_prerequisite_are_not_said_to_be_missing() -> None:
    made = cover([action("a", "R1", needs=()), action("b", "R2", needs=())], NORRBOTTEN)
    missing, bare, loose, _ = made.sentences
    assert missing == "Inga åtgärder om Gemensam primärvård och Öppnare vårdformer."
    assert bare.startswith("Inga åtgärder som bygger på Stärkt samverkan")
    assert loose == "Åtgärderna om Hälsofrämjande och Personcentrering saknar förutsättning."


def test_prerequisites_whose_actions_have_no_shift_are_not_said_to_be_missing() -> None:
    made = cover([action("a", None, needs=("F1",))], NORRBOTTEN)
    said = " ".join(made.sentences)
    assert "Åtgärderna som bygger på Stärkt samverkan saknar riktning." in said
    assert "Inga åtgärder som bygger på Modigt ledarskap" in said
