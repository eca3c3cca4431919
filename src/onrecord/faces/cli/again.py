"""Listings that were printed before are printed again, for as long as the record is as it was.

What a command printed is kept in the case, before it is laid out for a terminal's width, under the
command with all its options. The case says what else it depends on (`onrecord.case.shown`).
"""

from __future__ import annotations

import functools
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from onrecord.faces.cli.printing import heard, print_again

C = TypeVar("C", bound=Callable[..., Any])


def listed(command: C) -> C:
    """Have a command that only asks print again what it printed before.

    It is given the case's folder as `folder`, and whatever else it depends on as plain options.
    """

    @functools.wraps(command)
    def asked(*, folder: Path, **options: Any) -> Any:
        from onrecord.case import shown

        pages, kind = shown(folder), command.__name__
        told = json.dumps(options, sort_keys=True)
        key, page = pages.get(kind, told)
        if page is not None:
            print_again(json.loads(page))
            return None
        with heard() as found:
            done = command(folder=folder, **options)
        if key and found.all and done is None:
            body = json.dumps(found.printed, ensure_ascii=False).encode("utf-8", "surrogatepass")
            pages.keep(kind, told, key, body)
        return done

    return asked  # type: ignore[return-value]  # it takes and gives what the command does
