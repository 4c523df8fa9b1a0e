"""How well near-duplicates are found: python -m tests.benchmarks.duplicates FILE."""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from statistics import fmean
from typing import Any

from nvworkshop.merging.duplicates import DECISION, Row
from nvworkshop.merging.duplicates.profiles import profile
from nvworkshop.merging.duplicates.scoring import MEASURES, pairs
from tests.benchmarks.duplicates_learning import learn, margins

SEEDS = (0, 1, 2)
FORM: tuple[tuple[tuple[str, ...], Any, str], ...] = (
    (("id", "title"), str, "text"),
    (("description", "shift", "county_part", "municipality"), str | None, "text eller null"),
    (("cluster",), str | None, "text eller null"),
    (("hard",), bool | None, "true eller false"),
    (("prerequisites",), list | None, "en lista med text"),
)
Rows = tuple[int, int]


class WrongFormError(Exception):
    """The file can't be used; the message is for the person."""


@dataclass(frozen=True)
class Labelled:
    """A file's rows and what an annotator said of them."""

    rows: list[Row]
    clusters: list[str | None]
    hard: list[bool]

    def same(self, pair: Rows) -> bool:
        one, other = (self.clusters[place] for place in pair)
        return one is not None and one == other

    def true_pairs(self) -> set[Rows]:
        return {pair for pair in combinations(range(len(self.rows)), 2) if self.same(pair)}


@dataclass(frozen=True)
class Scored:
    rows: Rows
    measures: tuple[float, ...]
    score: float
    same: bool


@dataclass(frozen=True)
class Figures:
    precision: float
    recall: float
    f1: float
    top3: float

    def __str__(self) -> str:
        p, r, f, t = (f"{x:.3f}" for x in (self.precision, self.recall, self.f1, self.top3))
        return f"P={p} R={r} F1={f} top3={t}"


def read(path: Path) -> Labelled:
    try:
        found = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise WrongFormError(f"Filen {path.name} går inte att läsa som JSON.") from error
    rows = found.get("rows") if isinstance(found, dict) else None
    if not isinstance(rows, list) or not rows:
        raise WrongFormError(f'Filen {path.name} saknar listan "rows" med åtgärder.')
    for number, row in enumerate(rows, start=1):
        if fault := _fault(row):
            raise WrongFormError(f"Åtgärd {number} i {path.name} har fel form: {fault}.")
    if len({row["id"] for row in rows}) < len(rows):
        raise WrongFormError(f"Filen {path.name} har samma id på flera åtgärder.")
    return Labelled(
        [_row(row) for row in rows],
        [row.get("cluster") for row in rows],
        [bool(row.get("hard")) for row in rows],
    )


def _fault(row: object) -> str | None:
    if not isinstance(row, dict):
        return "den är inget objekt"
    for names, kind, wanted in FORM:
        if not all(isinstance(row.get(name), kind) for name in names):
            return f"{' och '.join(names)} ska vara {wanted}"
    listed = row.get("prerequisites") or []
    if not all(isinstance(one, str) for one in listed):
        return "prerequisites ska vara en lista med text"
    return None


def _row(row: Mapping[str, Any]) -> Row:
    return Row(
        row["id"],
        row["title"],
        row.get("description") or "",
        row.get("shift") or "",
        tuple(row.get("prerequisites") or ()),
        row.get("county_part") or "",
        row.get("municipality") or "",
    )


def scored(data: Labelled) -> list[Scored]:
    return [
        Scored(pair, found.measures, found.score, data.same(pair))
        for found in pairs(profile(data.rows))
        for pair in [(found.one, found.other)]
    ]


def figures(data: Labelled, scores: Mapping[Rows, float], decision: float) -> Figures:
    """Precision, recall and F1 over all pairs of the file; top3 over rows that have a twin."""
    true = data.true_pairs()
    said = {pair for pair, score in scores.items() if score >= decision}
    hits = len(true & said)
    precision, recall = hits / max(1, len(said)), hits / max(1, len(true))
    f1 = 2 * hits / max(1, len(said) + len(true))
    return Figures(precision, recall, f1, _top3(data, scores))


def _top3(data: Labelled, scores: Mapping[Rows, float]) -> float:
    near: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for (one, other), score in scores.items():
        near[one].append((-score, other))
        near[other].append((-score, one))
    size = Counter(data.clusters)
    with_twin = [k for k, c in enumerate(data.clusters) if c is not None and size[c] > 1]
    found = sum(
        any(data.same((place, other)) for _, other in sorted(near[place])[:3])
        for place in with_twin
    )
    return found / max(1, len(with_twin))


def recall_of(data: Labelled, said: set[Rows], *, hard: bool) -> str:
    wanted = {
        pair for pair in data.true_pairs() if (data.hard[pair[0]] or data.hard[pair[1]]) == hard
    }
    return f"{len(wanted & said)} of {len(wanted)}"


def misses(data: Labelled, scores: Mapping[Rows, float], decision: float) -> Iterable[str]:
    """Yield the true pairs not suggested and the false ones suggested, the worst first."""
    lost = sorted((scores.get(p, 0.0), p) for p in data.true_pairs())
    false = sorted(((s, p) for p, s in scores.items() if not data.same(p)), reverse=True)
    for score, pair in lost:
        if score < decision:
            yield f"not found {score:.2f}  {_titles(data, pair)}"
    for score, pair in false:
        if score >= decision:
            yield f"wrong     {score:.2f}  {_titles(data, pair)}"


def _titles(data: Labelled, pair: Rows) -> str:
    return " <> ".join(data.rows[place].title for place in pair)


def cross_validated(data: Labelled, examples: Sequence[Scored]) -> Figures:
    found = []
    for seed in SEEDS:
        one = figures(data, margins(examples, data.clusters, seed=seed), 0.0)
        print(f"seed {seed}: {one}")
        found.append(one)
    return Figures(
        *(
            fmean(getattr(one, name) for one in found)
            for name in ("precision", "recall", "f1", "top3")
        )
    )


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--cv", action="store_true", help="learn anew inside folds of clusters")
    parser.add_argument("--misses", action="store_true", help="list the pairs that went wrong")
    parser.add_argument("--learn", action="store_true", help="print weights learnt on all of FILE")
    chosen = parser.parse_args(arguments)
    try:
        data = read(chosen.file)
    except WrongFormError as error:
        print(error, file=sys.stderr)
        return 2
    _report(data, chosen)
    return 0


def _report(data: Labelled, chosen: argparse.Namespace) -> None:
    start = time.perf_counter()
    examples = scored(data)
    took = time.perf_counter() - start
    scores = {one.rows: one.score for one in examples}
    said = {pair for pair, score in scores.items() if score >= DECISION}
    print(f"rows {len(data.rows)}, true pairs {len(data.true_pairs())}, suggested {len(said)}")
    print(f"scored {len(scores)} pairs in {took:.2f} s, decision {DECISION}")
    print(
        f"found: easy {recall_of(data, said, hard=False)}, hard {recall_of(data, said, hard=True)}"
    )
    if chosen.misses:
        print(*misses(data, scores, DECISION), sep="\n")
    if chosen.learn:
        _print_model(examples)
    print(cross_validated(data, examples) if chosen.cv else figures(data, scores, DECISION))


def _print_model(examples: Sequence[Scored]) -> None:
    model = learn(examples)
    for name, weight in zip(MEASURES, model.weights, strict=True):
        print(f"{name}: {weight:.3f}")
    print(f"intercept {model.intercept:.3f}, decision {model.decision:.3f}")


if __name__ == "__main__":
    sys.exit(main())
