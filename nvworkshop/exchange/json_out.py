"""JSON: the whole plan for other programs and archives, read back before it counts."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from nvworkshop import durable
from nvworkshop.exchange.placing import differs, placing
from nvworkshop.exchange.texts import visible_data
from nvworkshop.exchange.written import Written
from nvworkshop.language import said


def write(document: Mapping[str, Any], place: Path) -> Written:
    """Write the document to `place` (UTF-8), read it back and compare it; else ExportError.

    Actions are counted in `document["things"]["action"]`.
    """
    fit = visible_data(dict(document))
    text = json.dumps(fit, ensure_ascii=False, indent=1, allow_nan=False)
    with placing(place) as temporary:
        durable.write(temporary, (text + "\n").encode())
        read = json.loads(temporary.read_bytes())
        if read != fit:
            raise differs(place, said("innehållet är inte det som skrevs"))
    return Written(len(fit["things"]["action"]), len(read["things"]["action"]))
