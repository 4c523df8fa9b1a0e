"""Short runs of the newer parts of the harness, and that they catch bugs put in on purpose."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from tests.faults import looking, reaching
from tests.faults.figures import ROOT
from tests.faults.result import Result

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork and SIGKILL"),
]


def run(part: str, seconds: float, planted: str = "") -> Result:
    command = [sys.executable, "-m", "tests.faults", str(seconds), "--alone", part]
    done = subprocess.run(
        [*command, "--planted", planted],
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=True,
    )
    return Result(**json.loads(done.stdout.splitlines()[-1]))


@pytest.mark.parametrize("part", ["errands", "full", "damage", "mishaps", "looking"])
def test_nothing_is_lost_and_every_refusal_is_a_sentence(part: str) -> None:
    found = run(part, 0.5)
    if found.impossible:
        pytest.skip(found.impossible)
    assert found.faults > 0
    assert (found.lost, found.unclear, found.why) == (0, 0, [])


@pytest.mark.parametrize(
    ("part", "bug"), [("errands", "in-memory"), ("mishaps", "forgetful"), ("midwrite", "in-place")]
)
def test_a_bug_put_in_is_found(part: str, bug: str) -> None:
    found = run(part, 20, bug)  # it ends when it is found
    assert found.lost + found.unclear > 0


def test_a_text_that_reaches_out_is_found() -> None:
    if reaching.impossible():
        pytest.skip(reaching.impossible())
    assert looking.run(0, 1, looking.PLANTED).lost > 0
