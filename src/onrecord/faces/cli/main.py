"""The `onrecord` command: its commands in the order of the work, and what a fault looks like.

Only the module of the command that is asked for is loaded, and heavy parts are imported inside the
commands, so that each answers at once.
"""

from __future__ import annotations

import os
import sys

import click

from onrecord import __version__
from onrecord.core.errors import OnrecordError
from onrecord.faces.cli.contents import Contents, Later

INTERRUPTED = 130

WHERE = {
    "taking_in": "new add read",
    "asking": "sources statements replies search show",
    "naming": "actors",
    "timing": "timeline",
    "posting": "tenures who was",
    "counting": "quantities questions",
    "claiming": "claims claim",
    "flowing": "flows paths",
    "carrying": "origins quotes versions",
    "differing": "differences",
    "happening": "events proceedings",
    "testing": "test",
    "deciding": "judge judgements",
    "entering": "enter",
    "weighing": "grade hypotheses",
    "auditing": "audit reread",
    "briefing": "brief",
    "judging": "log undo",
    "readying": "ready",
    "checking": "check",
    "showing": "verify dossier demo",
    "serving": "serve lsp",
    "teaming": "team",
    "shell": "completion",
}
"""The modules of the command line with their commands, as their `COMMANDS` have them."""


@click.group(
    cls=Contents,
    commands=Later("onrecord.faces.cli", WHERE),
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 88},
    epilog="Exit codes: 0 fine, 1 something was found or refused, 2 wrong use, 3 case damaged.",
)
@click.version_option(__version__, "-V", "--version", prog_name="onrecord")
def onrecord() -> None:
    """Turn a pile of reports about a contested case into a record you can check.

    \b
    Begin:   onrecord new my-case && cd my-case
             onrecord add ~/articles
             onrecord dossier pages
    """


def main(arguments: list[str] | None = None) -> int:
    """Carry out one command and give its exit code. No fault shows a traceback."""
    # The reader's products are small: more threads than one only wait for one another.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    try:
        code = onrecord.main(arguments, prog_name="onrecord", standalone_mode=False)
    except click.exceptions.Exit as leaving:
        code = leaving.exit_code
    except click.ClickException as fault:
        fault.show()
        code = 2
    except (click.Abort, KeyboardInterrupt):
        click.echo("onrecord: interrupted", err=True)
        code = INTERRUPTED
    except OnrecordError as fault:
        click.echo(f"onrecord: {fault}", err=True)
        code = fault.exit_code
    except BrokenPipeError:
        # Whoever read our output has had enough. Keep Python from complaining when it closes it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    except Exception as fault:
        if os.environ.get("ONRECORD_DEBUG"):
            raise
        click.echo(
            f"onrecord: this should not have happened ({type(fault).__name__}: {fault}); "
            "set ONRECORD_DEBUG=1 and run it again to see where, and please report it",
            err=True,
        )
        code = 1
    return code if isinstance(code, int) else 0


def run() -> None:
    """Leave the process with the exit code of one command."""
    raise SystemExit(main())
