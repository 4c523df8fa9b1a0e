"""The benchmark command: figures on the last line, a plain sentence for a file it can't use."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.benchmarks.duplicates import main

OTHER = Path(__file__).parents[2] / "data" / "duplicates" / "other.json"
LAST = r"P=(\d\.\d{3}) R=(\d\.\d{3}) F1=(\d\.\d{3}) top3=(\d\.\d{3})"


def last_line(text: str) -> tuple[float, ...]:
    found = re.fullmatch(LAST, text.splitlines()[-1])
    assert found is not None
    return tuple(float(figure) for figure in found.groups())


def test_rows_never_learnt_from_reach_the_goal(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(OTHER)]) == 0
    *_, f1, top3 = last_line(capsys.readouterr().out)
    assert f1 >= 0.60
    assert top3 >= 0.85


def test_cross_validation_ends_with_the_same_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(OTHER), "--cv", "--misses", "--learn"]) == 0
    last_line(capsys.readouterr().out)


@pytest.mark.parametrize(
    "content",
    [
        "",
        "[]",
        "{}",
        '{"rows": []}',
        '{"rows": [1]}',
        '{"rows": [{"id": "a", "title": 3}]}',
        json.dumps({"rows": [{"id": "a", "title": "x", "cluster": 1}]}),
        json.dumps({"rows": [{"id": "a", "title": "x", "cluster": None}] * 2}),
    ],
)
def test_a_file_of_wrong_form_gives_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: str
) -> None:
    file = tmp_path / "fel.json"
    file.write_text(content, "utf-8")
    assert main([str(file)]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert re.fullmatch(r"[^\n]+fel\.json[^\n]*\.\n", said.err)


def test_a_missing_file_gives_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(tmp_path / "saknas.json")]) == 2
    assert "saknas.json" in capsys.readouterr().err
