"""The `onrecord` command: its commands in the order of the work, and what a fault looks like.

Heavy parts are imported inside the commands, so that `--help` answers at once.
"""

from __future__ import annotations

import os
import sys

import click

from onrecord import __version__
from onrecord.core.errors import OnrecordError
from onrecord.faces.cli import (
    asking,
    auditing,
    briefing,
    carrying,
    checking,
    claiming,
    counting,
    deciding,
    differing,
    entering,
    flowing,
    happening,
    judging,
    naming,
    posting,
    serving,
    shell,
    showing,
    taking_in,
    teaming,
    testing,
    timing,
    weighing,
)
from onrecord.faces.cli.contents import Contents

INTERRUPTED = 130


@click.group(
    cls=Contents,
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


for command in (
    *taking_in.COMMANDS,
    *asking.COMMANDS,
    *naming.COMMANDS,
    *timing.COMMANDS,
    *posting.COMMANDS,
    *counting.COMMANDS,
    *claiming.COMMANDS,
    *flowing.COMMANDS,
    *carrying.COMMANDS,
    *differing.COMMANDS,
    *happening.COMMANDS,
    *testing.COMMANDS,
    *deciding.COMMANDS,
    *entering.COMMANDS,
    *weighing.COMMANDS,
    *auditing.COMMANDS,
    *briefing.COMMANDS,
    *judging.COMMANDS,
    *checking.COMMANDS,
    *showing.COMMANDS,
    *serving.COMMANDS,
    *teaming.COMMANDS,
    *shell.COMMANDS,
):
    onrecord.add_command(command)


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
