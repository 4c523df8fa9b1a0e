"""A plan written as a document: the report object through a template."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from nvworkshop.model.documents import Document
from nvworkshop.reports.data import PlanData
from nvworkshop.reports.prose.album import Album
from nvworkshop.reports.prose.registry import ReportKind
from nvworkshop.reports.prose.templates import SHIPPED, fill
from nvworkshop.reports.prose.told import Told
from nvworkshop.reports.prose.views import views_of

_TITLE = re.compile(r"^# (.+)$", re.MULTILINE)

_MARKS = {"": "Utkast", "draft": "Utkast", "review": "För avstämning"}
"""The word across the pages, by the plan's state."""


def write_document(
    kind: ReportKind,
    data: PlanData,
    *,
    about: Mapping[str, Any] | None = None,
    names: bool = False,
    folders: Sequence[Path] = (),
) -> Document:
    """Return the report of a plan as a document. Raises TemplateError.

    `about` is what the template gets besides the plan and the views of it; `names` lets contact
    persons be named; `folders` are where people's own templates lie.
    """
    told = Told(data, names=names)
    album = Album()
    values = {"plan": told, **views_of(told, [*folders, SHIPPED], album), **(about or {})}
    markdown = fill(kind.name, values, folders)
    title = _TITLE.search(markdown)
    rows = (*told.rows, *told.actions)
    return Document(
        title=title[1].strip() if title else kind.sv,
        markdown=markdown,
        made=data.made,
        state="" if kind.final else told.state,
        version=told.plan.version,
        reference=told.plan.reference,
        plan=told.plan.title,
        mark="" if kind.final else _MARKS.get(data.plan.text("state"), ""),
        short=kind.short,
        actions=frozenset(one.id for one in rows if one.kind == "action"),
        pictures=album.pictures,
    )
