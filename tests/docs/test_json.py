from __future__ import annotations

import re

import pytest

from nvworkshop.model.kinds import KINDS
from nvworkshop.places import ROOT
from nvworkshop.reports import build_document
from tests.reports.plans import data_of, local_plan

DOCUMENT = (ROOT / "docs" / "json.md").read_text("utf-8")
KIND = re.compile(r"^- \*\*(\w+)\*\* .*?(?=^- \*\*|\Z)", re.MULTILINE | re.DOTALL)
FIELD = re.compile(r"`(\w+)`\s[^`(]+\((\w+(?:\[\])?)\)")
TOLD = {one[1]: FIELD.findall(one[0]) for one in KIND.finditer(DOCUMENT)}
OPEN = [kind for kind in KINDS.values() if not kind.system]


@pytest.mark.parametrize("kind", [one.name for one in OPEN])
def test_every_field_is_told_with_its_type(kind: str) -> None:
    fields = [one for one in KINDS[kind].fields if not one.private]
    assert TOLD[kind] == [(one.name, one.type.value + "[]" * one.many) for one in fields]


def test_no_other_kinds_are_told() -> None:
    assert list(TOLD) == [one.name for one in OPEN]


def test_every_key_of_the_document_is_told() -> None:
    made = build_document(data_of(local_plan("sodra")))
    assert [key for key in made if f'"{key}":' not in DOCUMENT] == []
    assert all(f'"{one}"' in DOCUMENT for one in made["left_out"])
