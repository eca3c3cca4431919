"""What can go wrong, said so that a person knows what to do next.

Every error names what is wrong, where, and what would help, and carries the exit code a script will
see. The library raises; only a face prints. Nothing here guesses a repair.
"""

from __future__ import annotations

from typing import ClassVar


def _bare(kind: type[OnrecordError], args: tuple[object, ...]) -> OnrecordError:
    """Make an error without asking its kind what it wants to be told."""
    return kind.__new__(kind, *args)


class OnrecordError(Exception):
    """The family. `what` is the fault, `where` its place, `help` what would put it right."""

    exit_code: ClassVar[int] = 1

    def __init__(self, what: str, *, where: str = "", help: str = "") -> None:
        self.what, self.where, self.help = what, where, help
        super().__init__(str(self))

    def __reduce__(self) -> tuple[object, ...]:
        """Travel between processes whatever arguments a kind of error takes."""
        return _bare, (type(self), self.args), self.__dict__

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        advice = f"; {self.help}" if self.help else ""
        return f"{place}{self.what}{advice}"


class WrongUse(OnrecordError):
    """The request itself does not make sense: a flag, a name, a date that cannot be."""

    exit_code = 2


class UnreadableDate(WrongUse):
    """Words offered as a date that are not one."""

    def __init__(self, words: str, *, where: str = "") -> None:
        shown = words if len(words) <= 60 else words[:57] + "..."
        super().__init__(
            f"cannot read {shown!r} as a date",
            where=where,
            help="try 2024, 2024-04, 2024-04-09 or 2021-12/2023-02",
        )


class NoCase(WrongUse):
    """There is no case where one was looked for."""

    def __init__(self, where: str) -> None:
        super().__init__(
            "there is no case here",
            where=where,
            help="make one with 'onrecord new', or name one with --case",
        )


class NoSuchRow(WrongUse):
    """An id that nothing in the case bears, or that several things bear."""


class Refused(OnrecordError):
    """A document that was not read. `code` is a stable word for scripts, `what` the reason."""

    def __init__(self, code: str, what: str, *, where: str = "", help: str = "") -> None:
        self.code = code
        super().__init__(what, where=where, help=help)


class Unwritable(OnrecordError):
    """The disk is full, the folder read-only, the device failing: nothing half was kept."""


class Busy(OnrecordError):
    """Another process is writing to this case."""


class Damaged(OnrecordError):
    """The case does not hold what it says it holds."""

    exit_code = 3


class TooNew(OnrecordError):
    """The case was written by a newer onrecord than this one."""

    exit_code = 3
