"""All benchmarks in one table: python -m tests.benchmarks."""

from __future__ import annotations

from tests.benchmarks import crdt, edit, merge, opening, publish, start, viewing, window_start
from tests.benchmarks.measure import run, show

show(
    result
    for module in (start, window_start, edit, viewing, opening, publish, merge, crdt)
    for result in run(module.measured)
)
