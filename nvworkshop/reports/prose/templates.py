"""Templates in Markdown, filled in where they can reach nothing but the report.

A template is a file `NAME.md` in `resources/reports/`, or in a folder of people's own, which goes
first. What is wrong with one is told with its name and line.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from nvworkshop.errors import TemplateError
from nvworkshop.model.guarded import cut, guard
from nvworkshop.places import RESOURCES

if TYPE_CHECKING:
    from jinja2.sandbox import ImmutableSandboxedEnvironment

SHIPPED = RESOURCES / "reports"
SUFFIX = ".md"

_MOST = 20_000_000
"""Most characters of a filled-in template: more is a template that goes round."""


_LARGE = 1_000_000
"""No number in a template is multiplied from here on."""


def fill(name: str, values: Mapping[str, Any], folders: Sequence[Path] = ()) -> str:
    """Return the template's Markdown with the values in it. Raises TemplateError."""
    import jinja2  # only needed to make documents

    try:
        template = _environment([*folders, SHIPPED]).get_template(f"{name}{SUFFIX}")
        return "".join(_bounded(name, template.generate(values))).strip() + "\n"
    except jinja2.TemplateNotFound as error:
        raise TemplateError(f"Mallen {error.name} finns inte.", hint=_HINT) from error
    except jinja2.TemplateSyntaxError as error:
        raise _error(error.name or name, error.lineno, str(error.message)) from error
    except TemplateError:
        raise
    except Exception as error:  # whatever a template does is the template's
        raise _error(*_place(error, name), str(error)) from error


_HINT = "Rätta mallen eller ta bort den ur mallmappen: då används programmets egen."


def _bounded(name: str, parts: Any) -> Any:
    length = 0
    for part in parts:
        length += len(part)
        if length > _MOST:
            raise TemplateError(f"Mallen {name}{SUFFIX} ger en text utan slut.", hint=_HINT)
        yield part


def _error(name: str, line: int, reason: str) -> TemplateError:
    shown = name if name.endswith(SUFFIX) else f"{name}{SUFFIX}"
    where = f", rad {line}" if line else ""
    return TemplateError(f"Mallen {shown}{where} går inte att använda: {reason}", hint=_HINT)


def _place(error: BaseException, name: str) -> tuple[str, int]:
    """Return the template and line where an error came from."""
    found = (name, 0)
    trace = error.__traceback__
    while trace is not None:
        file = trace.tb_frame.f_code.co_filename
        if file.endswith(SUFFIX):
            found = (Path(file).name, trace.tb_lineno)
        trace = trace.tb_next
    return found


def _environment(folders: Sequence[Path]) -> ImmutableSandboxedEnvironment:
    from jinja2 import ChoiceLoader, FileSystemLoader, StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    class _Environment(ImmutableSandboxedEnvironment):
        """A sandbox in which a text cannot be multiplied without end."""

        intercepted_binops = frozenset(["*", "**"])

        def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
            """Multiply small numbers only."""
            numbers = (isinstance(one, int | float) and abs(one) < _LARGE for one in (left, right))
            if operator == "**" or not all(numbers):
                raise TypeError(f"{operator} går inte att använda så i en mall")
            return super().call_binop(context, operator, left, right)

    class _Missing(StrictUndefined):
        """A name that the report doesn't have."""

        @property
        def _undefined_message(self) -> str:
            return f"”{self._undefined_name}” finns inte att skriva ut"

    loaders = [FileSystemLoader(folder, encoding="utf-8-sig") for folder in folders]
    environment = _Environment(
        loader=ChoiceLoader(loaders),
        undefined=_Missing,
        trim_blocks=True,
        lstrip_blocks=True,
        autoescape=False,
    )
    environment.filters["text"] = lambda one: guard(str(one))
    environment.filters["or_none"] = lambda one: one or "ej aktuellt"
    environment.filters["short"] = cut
    environment.filters["cell"] = lambda one: one or "–"
    return environment
