"""A plan of 1,000 actions as documents: `python -m tests.benchmarks.documents [ACTIONS]`.

Times are seconds of processor time. The baselines are the bare libraries with the same texts:
python-markdown to HTML, python-docx with plain paragraphs and tables, typst with the same data.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import docx
import typst
from markdown import Markdown

from nvworkshop.exchange.prose import page_out, pdf_out, word_out
from nvworkshop.exchange.prose.blocks import blocks_in
from nvworkshop.model.documents import Block, Document, Figure, Grid, Items, NewPage, plain
from nvworkshop.model.guarded import as_markdown
from nvworkshop.reports.prose import REPORTS, write_document
from tests.reports.plans import big_plan


def main() -> None:
    actions = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000
    data = big_plan(actions)
    made: list[Document] = []
    filling = _timed(lambda: made.append(write_document(REPORTS["handlingsplan"], data)))
    document = made[0]
    blocks = blocks_in(document)
    print(f"{actions} åtgärder, {len(document.markdown)} tecken; mallen {filling:.2f} s")
    with tempfile.TemporaryDirectory() as folder:
        for suffix, (write, bare) in _ways(document, blocks).items():
            place = Path(folder) / f"plan.{suffix}"
            ours = _timed(partial(write, document, place))
            theirs = _timed(bare)
            size = place.stat().st_size / 1024
            told = f"{ours:7.2f} s  bara biblioteket {theirs:6.2f} s  {ours / theirs:5.1f} gånger"
            print(f"  {suffix:<6}{told}  {size:7.0f} KiB")


Way = tuple[Callable[[Document, Path], Any], Callable[[], object]]


def _ways(document: Document, blocks: tuple[Block, ...]) -> dict[str, Way]:
    text = as_markdown(document.markdown)
    return {
        "html": (page_out.write, lambda: Markdown(extensions=["tables"]).convert(text)),
        "docx": (word_out.write, lambda: _bare_word(blocks)),
        "pdf": (pdf_out.write, lambda: _bare_pdf(blocks)),
    }


def _bare_word(blocks: tuple[Block, ...]) -> None:
    word = docx.Document()
    for block in blocks:
        match block:
            case Grid():
                rows = (block.head, *block.rows)
                table = word.add_table(len(rows), len(block.head))
                for row, cells in zip(rows, table.rows, strict=True):
                    for runs, cell in zip(row, cells.cells, strict=True):
                        cell.text = plain(runs)
            case Items():
                for _, runs in block.items:
                    word.add_paragraph(plain(runs))
            case NewPage() | Figure():
                pass
            case _:
                word.add_paragraph(plain(block.runs))


def _bare_pdf(blocks: tuple[Block, ...]) -> bytes:
    said = [_bare(block) for block in blocks]
    source = (
        "#let data = json(bytes(sys.inputs.data))\n"
        "#for one in data { if type(one) == array { table(columns: one.at(0).len(), "
        "..one.flatten()) } else { par(one) } }"
    )
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "bare.typ"
        file.write_text(source, "utf-8")
        return typst.compile(file, sys_inputs={"data": json.dumps(said)})


def _bare(block: Block) -> str | list[list[str]]:
    match block:
        case Grid():
            return [[plain(cell) for cell in row] for row in (block.head, *block.rows)]
        case Items():
            return " ".join(plain(runs) for _, runs in block.items)
        case NewPage() | Figure():
            return ""
        case _:
            return plain(block.runs)


def _timed(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


if __name__ == "__main__":
    main()
