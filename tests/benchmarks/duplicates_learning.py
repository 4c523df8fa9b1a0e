"""Learn the weights of the near-duplicate model and check them on clusters not learnt from."""

from __future__ import annotations

import math
import random
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

RIDGE = 10.0  # per standardised weight
STEPS = 12
FOLDS = 5

Vector = tuple[float, ...]


class Example(Protocol):
    """A pair with its measures and whether it is one action."""

    @property
    def measures(self) -> Vector: ...
    @property
    def same(self) -> bool: ...
    @property
    def rows(self) -> tuple[int, int]: ...


@dataclass(frozen=True)
class Model:
    weights: Vector
    intercept: float
    decision: float

    def score(self, measures: Vector) -> float:
        total = self.intercept + sum(w * m for w, m in zip(self.weights, measures, strict=True))
        return 1 / (1 + math.exp(-total))


def learn(examples: Sequence[Example]) -> Model:
    """Ridge logistic regression by Newton steps; the decision is the score with the best F1."""
    size = len(examples[0].measures)
    columns = [[e.measures[k] for e in examples] for k in range(size)]
    means = [math.fsum(c) / len(c) for c in columns]
    spreads = [
        math.sqrt(math.fsum((x - m) ** 2 for x in c) / len(c)) or 1.0
        for c, m in zip(columns, means, strict=True)
    ]
    points = [
        [1.0, *((x - m) / s for x, m, s in zip(e.measures, means, spreads, strict=True))]
        for e in examples
    ]
    beta = _newton(points, [float(e.same) for e in examples])
    weights = tuple(b / s for b, s in zip(beta[1:], spreads, strict=True))
    intercept = beta[0] - sum(w * m for w, m in zip(weights, means, strict=True))
    model = Model(weights, intercept, 0.5)
    return Model(weights, intercept, _best_decision(model, examples))


def _newton(points: list[list[float]], wanted: list[float]) -> list[float]:
    size = len(points[0])
    beta = [0.0] * size
    for _ in range(STEPS):
        slope = [-RIDGE * b if k else 0.0 for k, b in enumerate(beta)]
        curve = [[0.0] * size for _ in range(size)]
        for k in range(1, size):
            curve[k][k] = RIDGE
        for point, target in zip(points, wanted, strict=True):
            p = 1 / (1 + math.exp(-sum(b * x for b, x in zip(beta, point, strict=True))))
            spread = p * (1 - p)
            for k, x in enumerate(point):
                slope[k] += (target - p) * x
                row, weight = curve[k], spread * x
                for j in range(k + 1):
                    row[j] += weight * point[j]
        for k in range(size):
            for j in range(k):
                curve[j][k] = curve[k][j]
        beta = [b + step for b, step in zip(beta, _solve(curve, slope), strict=True)]
    return beta


def _solve(matrix: list[list[float]], right: list[float]) -> list[float]:
    """Gaussian elimination; the matrix is positive definite."""
    rows = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    for k, pivot in enumerate(rows):
        rows[k] = [x / pivot[k] for x in pivot]
        for j, row in enumerate(rows):
            if j != k:
                rows[j] = [x - row[k] * y for x, y in zip(row, rows[k], strict=True)]
    return [row[-1] for row in rows]


def _best_decision(model: Model, examples: Sequence[Example]) -> float:
    ranked = sorted(((model.score(e.measures), e.same) for e in examples), reverse=True)
    wanted = sum(same for _, same in ranked)
    best, decision, hits = -1.0, 1.0, 0
    for taken, (score, same) in enumerate(ranked, start=1):
        hits += same
        f1 = 2 * hits / (taken + wanted)
        if f1 > best:
            following = ranked[taken][0] if taken < len(ranked) else 0.0
            best, decision = f1, (score + following) / 2
    return decision


def margins(
    examples: Sequence[Example], clusters: Sequence[str | None], *, seed: int
) -> dict[tuple[int, int], float]:
    """Return how far each pair lies above the decision, by models that never saw its pair.

    The rows are dealt by cluster; each fold's model and decision come from pairs of other rows
    only. A pair across two folds gets the mean of the two models.
    """
    fold = _deal(clusters, random.Random(seed))
    found: dict[tuple[int, int], list[float]] = {}
    for out in range(FOLDS):
        model = learn([e for e in examples if out not in {fold[row] for row in e.rows}])
        for e in examples:
            if out in {fold[row] for row in e.rows}:
                margin = model.score(e.measures) - model.decision
                found.setdefault(e.rows, []).append(margin)
    return {rows: math.fsum(m) / len(m) for rows, m in found.items()}


def _deal(clusters: Sequence[str | None], dice: random.Random) -> list[int]:
    names = sorted({c for c in clusters if c is not None})
    dice.shuffle(names)
    place = {name: k % FOLDS for k, name in enumerate(names)}
    return [dice.randrange(FOLDS) if c is None else place[c] for c in clusters]
