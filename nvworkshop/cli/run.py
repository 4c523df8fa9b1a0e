"""The door of the command line: runs a command and turns errors into sentences and exit codes."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Sequence

import click

from nvworkshop.cli.main import main
from nvworkshop.cli.output import COULD_NOT, AnswerError, say
from nvworkshop.cli.table import TABLE
from nvworkshop.errors import PlanError
from nvworkshop.language import choose_by_environment, marked, said

DEBUG = "NVWORKSHOP_DEBUG"
"""Set in the environment: a bug in the program shows its traceback."""

_BUG = marked(
    "Planfilen skrivs bara som helhet, så den är hel. "
    "Se efter med nvworkshop show om ändringen kom med, och berätta för den som sköter programmet."
)


def run(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code."""
    _speak_utf8()
    choose_by_environment()
    try:
        return _code(main.main(list(arguments), prog_name="nvworkshop", standalone_mode=False))
    except AnswerError as error:
        say(error.sentence)
        return error.code
    except PlanError as error:
        say(error.sentence)
    except click.UsageError as error:
        from nvworkshop.cli.trouble import usage_error  # only needed now

        say(usage_error(error, arguments, _path(error, arguments)).sentence)
    except (click.Abort, KeyboardInterrupt):
        say(said("Avbrutet. Planfilen är som den var, eller helt skriven."))
    except SystemExit as exit_:
        return _code(exit_.code) if exit_.code == COULD_NOT else 0  # 1: the reader had enough
    except Exception as error:
        if os.environ.get(DEBUG):
            raise
        say(_unforeseen(error))
    return COULD_NOT


def _speak_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def _unforeseen(error: Exception) -> str:
    if isinstance(error, OSError):
        from nvworkshop.cli.trouble import system_error  # only needed now

        return system_error(error).sentence
    return said("Ett fel i programmet: {name}. {bug}").format(
        name=type(error).__name__, bug=said(_BUG)
    )


def _path(error: click.UsageError, arguments: Sequence[str]) -> str:
    """Return the command whose help page answers."""
    if error.ctx:
        return error.ctx.command_path
    return " ".join(["nvworkshop", *[one for one in arguments[:1] if one in TABLE]])


def _code(result: object) -> int:
    return result if isinstance(result, int) else 0
