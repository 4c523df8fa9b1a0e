"""Templates in Markdown, filled in where they can reach nothing but the report.

A template is a file `NAME.md` in `resources/reports/`, or in a folder of people's own, which goes
first. What is wrong with one is told with its name and line.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from nvworkshop.errors import TemplateError
from nvworkshop.language import as_source, marked, said
from nvworkshop.places import RESOURCES

SHIPPED = RESOURCES / "reports"
SUFFIX = ".md"

_EMPTY = re.compile(r"\n[ \n]*\n")


def fill(name: str, values: Mapping[str, Any], folders: Sequence[Path] = ()) -> str:
    """Return the template's Markdown with the values in it. Raises TemplateError."""
    import jinja2  # only needed to make documents

    from nvworkshop.reports.prose.sandbox import Sandbox

    try:
        template = Sandbox([*folders, SHIPPED]).get_template(f"{name}{SUFFIX}")
        with as_source():
            text = "".join(_bounded(name, template.generate(values)))
        return _EMPTY.sub("\n\n", text).strip() + "\n"
    except jinja2.TemplateNotFound as error:
        raise TemplateError(
            said("Mallen {name} finns inte.").format(name=error.name), hint=said(_HINT)
        ) from error
    except jinja2.TemplateSyntaxError as error:
        raise _error(error.name or name, error.lineno, str(error.message)) from error
    except TemplateError:
        raise
    except Exception as error:  # whatever a template does is the template's
        raise _error(*_place(error, name), str(error)) from error


_HINT = marked("Rätta mallen eller ta bort den ur mallmappen: då används programmets egen.")


def _bounded(name: str, parts: Any) -> Any:
    from nvworkshop.reports.prose.sandbox import MOST

    length = 0
    for part in parts:
        length += len(part)
        if length > MOST:
            raise TemplateError(
                said("Mallen {name}{suffix} ger en text utan slut.").format(
                    name=name, suffix=SUFFIX
                ),
                hint=said(_HINT),
            )
        yield part


def _error(name: str, line: int, reason: str) -> TemplateError:
    shown = name if name.endswith(SUFFIX) else f"{name}{SUFFIX}"
    where = said(", rad {line}").format(line=line) if line else ""
    spoken = reason.strip().rstrip(".") or said("ett fel")
    return TemplateError(
        said("Mallen {shown}{where} går inte att använda: {said}.").format(
            shown=shown, where=where, said=spoken
        ),
        hint=said(_HINT),
    )


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
