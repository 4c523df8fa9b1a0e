"""Where templates run: a sandbox of few words, in which nothing goes on or grows without end."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from jinja2 import ChoiceLoader, FileSystemLoader, StrictUndefined, Undefined, nodes
from jinja2.exceptions import SecurityError
from jinja2.ext import Extension
from jinja2.sandbox import ImmutableSandboxedEnvironment

from nvworkshop.model.guarded import cut, guard

MOST = 20_000_000
"""Most characters of a filled-in template, or of any text in it, and most items of a list."""

_STEPS = 2_000_000
"""Most turns of loops: more is a template that goes round."""

_CALL = 10
"""How many turns a call of a macro counts as."""

_LARGE = 1_000_000
"""No number in a template is multiplied from here on."""

FILTERS = (
    "abs", "capitalize", "default", "first", "float", "groupby", "int", "items", "last", "length",
    "list", "lower", "map", "max", "min", "reject", "rejectattr", "reverse", "round", "select",
    "selectattr", "sort", "sum", "trim", "unique", "upper",
)  # fmt: skip
"""The filters of Jinja that templates have; those that can make a text grow have stayed outside."""

_METHODS = {"startswith", "endswith", "strip", "lower", "upper", "items", "keys", "values", "get"}
"""What can be called on texts, lists and mappings."""

_INSIDE = "data"
"""The attribute of the report that holds the plan as it is: unguarded, with names."""

_TOLD = "nvworkshop.reports.prose."
"""Where what templates may look into comes from: there every text is guarded."""

_TAGS_ALONE = re.compile(r"(?:\s|\{%.*?%\}|\{#.*?#\})*")


class _Lines(Extension):
    """Lets a line that only holds tags leave no line behind, and every other line be a line."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:  # noqa: ARG002
        """Keep the end of a line that has a text and ends in a tag: Jinja takes it otherwise."""
        lines = source.split("\n")
        return "\n".join(f'{one}{{{{ "" }}}}' if _loses_its_end(one) else one for one in lines)


def _loses_its_end(line: str) -> bool:
    return line.endswith(("%}", "#}")) and not _TAGS_ALONE.fullmatch(line)


class _Missing(StrictUndefined):
    """A name that the report doesn't have."""

    @property
    def _undefined_message(self) -> str:
        return self._undefined_hint or f"”{self._undefined_name}” finns inte att skriva ut"


class Sandbox(ImmutableSandboxedEnvironment):
    """Fills in one template: it counts its steps, and is not used again."""

    intercepted_binops = frozenset(["*", "**", "+", "%"])

    def __init__(self, folders: Sequence[Path]) -> None:
        """Look for templates in the folders, in order."""
        super().__init__(
            loader=ChoiceLoader([FileSystemLoader(one, encoding="utf-8-sig") for one in folders]),
            undefined=_Missing,
            trim_blocks=True,
            lstrip_blocks=True,
            autoescape=False,
            extensions=[_Lines],
            finalize=_shown,
        )
        self._steps = 0
        own = {"text": _guarded, "or_none": _or_none, "cell": _cell, "short": cut, "join": _join}
        kept = {name: self.filters[name] for name in FILTERS}
        self.filters = {**kept, **own, "_counted": self._counted}
        self.globals = {name: self.globals[name] for name in ("range", "namespace", "dict")}

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        """Count the turns of every loop, and the letters that are put together."""
        tree = super()._parse(source, name, filename)
        for loop in tree.find_all(nodes.For):
            loop.iter = _filtered(loop.iter, "_counted")
        for one in tree.find_all(nodes.Concat):
            one.nodes = [_filtered(nodes.List(one.nodes, lineno=one.lineno), "join")]
        return tree

    def step(self, steps: int = 1) -> None:
        """Count steps. Raises SecurityError after too many."""
        self._steps += steps
        if self._steps > _STEPS:
            raise SecurityError("den går runt utan slut")

    def _counted(self, items: Iterable[Any]) -> Iterator[Any]:
        for one in items:
            self.step()
            yield one

    def call(__self, __context: Any, __obj: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: N805
        """Call a macro or a method."""
        __self.step(_CALL)
        return super().call(__context, __obj, *args, **kwargs)

    def get_template(self, *args: Any, **kwargs: Any) -> Any:
        """Look a template up, once more."""
        self.step(_CALL)
        return super().get_template(*args, **kwargs)

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Multiply small numbers, add numbers and texts."""
        numbers = all(isinstance(one, int | float) for one in (left, right))
        small = numbers and all(abs(one) < _LARGE for one in (left, right))
        added = operator == "+" and (numbers or type(left) is type(right))
        if operator == "**" or not (small or added):
            raise SecurityError(f"{operator} går inte att använda så i en mall")
        return _sized(super().call_binop(context, operator, left, right))

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Allow what the report tells, and little of what texts and lists can do."""
        if isinstance(obj, str | list | tuple | dict | int | float):
            return attr in _METHODS
        module = type(obj).__module__
        if module.startswith("nvworkshop.") and not module.startswith(_TOLD):
            return False
        return attr != _INSIDE and super().is_safe_attribute(obj, attr, value)

    def unsafe_undefined(self, obj: Any, attribute: str) -> Undefined:
        """Say that a template reaches for what it can't have."""
        del obj
        return self.undefined(f"”{attribute}” går inte att använda i en mall", exc=SecurityError)


def _filtered(node: Any, name: str) -> nodes.Filter:
    return nodes.Filter(node, name, [], [], None, None, lineno=node.lineno)


def _sized(value: Any) -> Any:
    if isinstance(value, str | list | tuple) and len(value) > MOST:
        raise SecurityError("den ger en text utan slut")
    return value


def _shown(value: Any) -> Any:
    """Return what can be written; a list is for going through, a thing has names of its parts."""
    if value is None or isinstance(value, str | int | float | Undefined):
        return value
    if isinstance(value, Iterable):
        raise SecurityError("en lista går inte att skriva ut; gå igenom den eller använd join")
    raise SecurityError("en hel sak går inte att skriva ut; säg vad av den, till exempel .name")


def _join(items: Iterable[Any], between: str = "", attribute: str = "") -> str:
    values = (getattr(one, attribute) if attribute else one for one in items)
    parts = [str(_shown(one)) for one in values]
    if sum(map(len, parts)) + len(between) * len(parts) > MOST:
        raise SecurityError("den ger en text utan slut")
    return between.join(parts)


def _guarded(value: Any) -> str:
    return guard(str(_shown(value)))


def _or_none(value: Any) -> Any:
    return value or "ej aktuellt"


def _cell(value: Any) -> Any:
    return value or "–"
