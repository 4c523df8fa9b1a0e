"""The laws of merging through the command line, on any story of three laptops."""

from __future__ import annotations

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.merging.stories import Commands, command, printed

some = settings(max_examples=3, deadline=None)
slow = pytest.mark.slow

_GOALS = st.sampled_from(["Ett", "Två", "Tre", ""])
lines = st.one_of(
    st.builds("{} set {} goal={}".format, st.sampled_from("ABC"), st.sampled_from("xy"), _GOALS),
    st.builds("{} remove {}".format, st.sampled_from("ABC"), st.sampled_from("xy")),
    st.builds("{} take {}".format, st.sampled_from("AB"), st.just("C")),
    st.builds("{} add z title=Bil".format, st.sampled_from("ABC")),
    st.builds("{} resolve x goal=Fyra".format, st.sampled_from("AB")),
)
stories = st.lists(lines, min_size=2, max_size=5)
BASE = ("0 add x title=Team goal=Bas", "0 add y title=Buss goal=Bas")


class Told(Commands):
    """Laptops whose people also ask for what can't be done now, and are told so."""

    def do(self, laptop: str, verb: str, words: list[str]) -> None:
        try:
            super().do(laptop, verb, words)
        except AssertionError:
            return


def told(folder: str, story: list[str]) -> list[Path]:
    """Tell the story; return the files of A, B and C."""
    laptops = Told(Path(folder))
    laptops.tell("\n".join([*BASE, *story]))
    return [laptops.place(one) for one in "ABC"]


def merged(name: str, *groups: list[Path]) -> Path:
    """Merge groups of files one after another into an empty overall plan beside them."""
    into = groups[0][0].with_name(f"{name}.nvplan")
    shutil.copy(into.with_name("O.nvplan"), into)
    for group in groups:
        command("merge", *map(str, group), "--into", str(into))
    return into


def content(file: Path) -> list[Any]:
    """Return all that a script can read about actions and conflicts."""
    return [printed("show", str(file), "--kind", "action"), printed("conflicts", str(file))]


def news(source: Path, into: Path) -> tuple[int, Any]:
    """Merge, and return how many changes were new and the receipt."""
    report = printed("merge", str(source), "--into", str(into))
    return report["sources"][0]["new_changes"], report["receipt"]


@slow
@some
@given(story=stories)
def test_order_grouping_and_repetition_change_nothing(story: list[str]) -> None:
    with TemporaryDirectory() as folder:
        a, b, c = told(folder, story)
        first = merged("första", [a, b, c])
        assert content(merged("andra", [c, a, b, a])) == content(first)
        assert content(merged("tredje", [b], [c], [a, b])) == content(first)
        assert content(merged("fjärde", [merged("del", [c, b]), a])) == content(first)


@slow
@some
@given(story=stories)
def test_a_merge_taken_back_leaves_what_stood_and_comes_again(story: list[str]) -> None:
    with TemporaryDirectory() as folder:
        a, b, _ = told(folder, story)
        into = merged("samlad", [a])
        stood = content(into)
        _, receipt = news(b, into)
        joined = content(into)
        if receipt:
            command("undo-merge", str(into))
            assert content(into) == stood
            news(b, into)
            assert content(into) == joined


@slow
@some
@given(story=stories)
def test_merging_there_and_back_comes_to_rest(story: list[str]) -> None:
    with TemporaryDirectory() as folder:
        a, b, _ = told(folder, story)
        for _ in range(3):
            news(a, b)
            news(b, a)
        assert news(a, b) == news(b, a) == (0, None)
        assert content(a) == content(b)
        changes = [printed("show", str(one))["changes"] for one in (a, b)]
        assert changes[0] == changes[1]


@slow
@some
@given(story=stories)
def test_a_rehearsal_tells_the_truth_and_changes_nothing(story: list[str]) -> None:
    with TemporaryDirectory() as folder:
        a, b, _ = told(folder, story)
        before = a.read_bytes()
        rehearsed = printed("merge", str(b), "--into", str(a), "--dry-run")
        assert a.read_bytes() == before
        real = printed("merge", str(b), "--into", str(a))
        assert {**rehearsed, "receipt": None} == {**real, "receipt": None}
