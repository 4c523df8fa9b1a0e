"""People's own templates: used first, told of with their line, and kept to what a report tells."""

from __future__ import annotations

from pathlib import Path

import pytest

from nvworkshop.errors import TemplateError
from nvworkshop.model.guarded import as_markdown
from nvworkshop.reports.prose import REPORTS, write_document
from nvworkshop.reports.prose.registry import kind_of
from tests.reports.plans import action, data_of, local_plan

DATA = data_of(local_plan("sodra"), action("ett", shift="R1", name="Kontakt Person"))


def _made(folder: Path, text: str, name: str = "egen") -> str:
    (folder / f"{name}.md").write_text(text, "utf-8")
    made = write_document(kind_of(name), DATA, folders=[folder])
    return as_markdown(made.markdown)


def test_a_template_of_ones_own_goes_first(tmp_path: Path) -> None:
    assert _made(tmp_path, "# Vår plan\n\n{{ plan.rows|length }} rad", "handlingsplan") == (
        "# Vår plan\n\n1 rad\n"
    )


def test_a_template_can_borrow_the_programs_parts(tmp_path: Path) -> None:
    text = '{% from "delar.md" import huvud with context %}\n{{ huvud("Hos oss") }}'
    assert _made(tmp_path, text).startswith("# Hos oss\n\nPlan sodra\n")


def test_a_line_that_ends_in_a_tag_is_still_a_line(tmp_path: Path) -> None:
    text = "{% for n in [1, 2] %}\n- {{ n }}{% if n %}!{% endif %}\n{% endfor %}\n"
    assert _made(tmp_path, text) == "- 1!\n- 2!\n"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("ett\n{{ plan.finns_inte }}", "Mallen egen.md, rad 2 går inte att använda"),
        ("ett\n\n{% if %}", "Mallen egen.md, rad 3 går inte att använda"),
        ("{{ plan.plan.raw(1, 2, 3) }}", "Mallen egen.md, rad 1 går inte att använda"),
        ("{{ plan.rows }}", "en lista går inte att skriva ut"),
        ("{{ plan.rows[0] }}", "en hel sak går inte att skriva ut"),
        ('{{ plan.vision|join(", ") }}', "en hel sak går inte att skriva ut"),
        ('{{ plan.rows|map(attribute="name") }}', "en lista går inte att skriva ut"),
        ('{% include "saknas.md" %}', "Mallen saknas.md finns inte."),
        ("\n{{ 1 / 0 }}", "rad 2 går inte att använda"),
        ("{{ plan.rows[0].name|finns_inte }}", "rad 1 går inte att använda"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(TemplateError) as raised:
        _made(tmp_path, text)
    assert told in raised.value.sentence
    assert "Rätta mallen" in raised.value.sentence


ESCAPES = (
    "{{ ''.__class__ }}",
    "{{ plan.__class__.__mro__ }}",
    "{{ plan._by }}",
    "{{ plan.rows[0]._thing.values }}",
    "{{ plan.data.__init__.__globals__ }}",
    "{{ plan.rows[0].raw.__func__ }}",
    "{{ plan.rows.append(1) }}",
    "{{ plan.data.plan.values.title }}",
    "{{ plan.data.of('action')[0].values['name'] }}",
    "{{ plan.data.strategy.folder.read_text() }}",
    "{{ '{0.__class__}'.format(plan) }}",
    "{{ plan|attr('__class__') }}",
    "{{ plan.rows|map(attribute='__class__')|list|join }}",
    "{{ self.__init__ }}",
    "{{ range(10**9) }}",
    "{{ range(1000000000)|list|join }}",
    "{{ 'x' * 1000000000 }}",
    "{{ 'x'|center(1000000000) }}",
    "{{ '%1000000000d' % 1 }}",
    "{{ lipsum(1000000000) }}",
    "{% include '../../pyproject.toml' %}",
    "{% include '/etc/passwd' %}",
    "{% import 'C:\\\\secret.md' as x %}",
)


@pytest.mark.parametrize("text", ESCAPES)
def test_a_template_gets_nowhere_else(tmp_path: Path, text: str) -> None:
    with pytest.raises(TemplateError, match="Mallen"):
        _made(tmp_path, text)


ENDLESS = (
    "{% for a in range(90000) %}{% for b in range(90000) %}{% endfor %}{% endfor %}",
    "{% macro m(n) %}{{ m(n) }}{% endmacro %}{{ m(1) }}",
    "{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(60) }}",
    "{% include 'egen.md' %}",
    "{% set n = namespace(x='ab') %}{% for a in range(60) %}{% set n.x = n.x ~ n.x %}{% endfor %}",
    "{% set n = namespace(x='ab') %}{% for a in range(60) %}{% set n.x = n.x + n.x %}{% endfor %}",
    "{% set n = namespace(x=1) %}{% for a in range(60) %}{% set n.x=[n.x,n.x]|join %}{% endfor %}",
    "{% for a in range(90000) %}{{ 'x' ~ a }}" + "y" * 300 + "{% endfor %}",
)


@pytest.mark.parametrize("text", ENDLESS)
@pytest.mark.timeout(60)
def test_a_template_without_end_is_stopped(tmp_path: Path, text: str) -> None:
    with pytest.raises(TemplateError, match="Mallen egen"):
        _made(tmp_path, text)


def test_a_name_is_told_only_when_asked_for(tmp_path: Path) -> None:
    (tmp_path / "egen.md").write_text(
        "{{ plan.rows[0].raw('name') }}|{{ plan.rows[0].filled|length }}"
    )
    kind = kind_of("egen")
    without = write_document(kind, DATA, folders=[tmp_path]).markdown
    with_names = write_document(kind, DATA, names=True, folders=[tmp_path]).markdown
    assert without.startswith("None")
    assert with_names.startswith("Kontakt Person")


def test_raw_values_are_ids_or_guarded(tmp_path: Path) -> None:
    evil = data_of(local_plan("sodra"), action("ett", title="# <b>*x*", status="not_started"))
    (tmp_path / "egen.md").write_text(
        "{{ plan.rows[0].raw('title') }} {{ plan.rows[0].raw('status') }}"
    )
    made = write_document(kind_of("egen"), evil, folders=[tmp_path]).markdown
    assert "<" not in made
    assert made.endswith(" not_started\n")


def test_a_broken_form_is_told_by_name(tmp_path: Path) -> None:
    (tmp_path / "nationell.toml").write_text("[[section]]\ntitle = 'a'\n[[section.question]]\n")
    with pytest.raises(TemplateError, match=r"Frågorna i nationell\.toml"):
        write_document(REPORTS["nationell"], DATA, folders=[tmp_path])


def test_a_form_of_ones_own_goes_first(tmp_path: Path) -> None:
    form = (
        '[[section]]\ntitle = "Del {year}"\n[[section.question]]\ntext = "Hur?"\nkind = "insatser"'
    )
    (tmp_path / "nationell.toml").write_text(form, "utf-8")
    made = as_markdown(write_document(REPORTS["nationell"], DATA, folders=[tmp_path]).markdown)
    assert "## Del 2026\n\n### Hur?\n\nUnderlag saknas i planen." in made
    assert made.count("###") == 1
