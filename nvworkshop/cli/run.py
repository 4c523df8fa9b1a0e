"""The door of the command line: runs a command and turns errors into sentences and exit codes."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Sequence

import click

from nvworkshop.cli.main import main
from nvworkshop.cli.output import COULD_NOT, say
from nvworkshop.errors import PlanError

DEBUG = "NVWORKSHOP_DEBUG"
"""Set in the environment: a bug in the program shows its traceback."""


def run(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        return _code(main.main(list(arguments), prog_name="nvworkshop", standalone_mode=False))
    except PlanError as error:
        say(error.sentence)
    except click.UsageError as error:
        say(f"Kommandot går inte att förstå: {error.format_message()}", _usage(error))
    except click.Abort:
        say("Avbrutet. Inget har ändrats.")
    except SystemExit as exit_:
        return _code(exit_.code)
    except Exception as error:
        if os.environ.get(DEBUG):
            raise
        say(f"Ett fel i programmet: {type(error).__name__}. Inget har skrivits till planfilen.")
    return COULD_NOT


def _usage(error: click.UsageError) -> str:
    path = error.ctx.command_path if error.ctx else "nvworkshop"
    return f"Se {path} --help"


def _code(result: object) -> int:
    return result if isinstance(result, int) else 0
