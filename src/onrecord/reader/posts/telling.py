"""What one place of a sentence tells of a tenure: who, which post, by which kind of words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from onrecord.reader.posts.offices import Office
from onrecord.reader.posts.sentence import Person


class Kind(Enum):
    """What the words tell of somebody and a post."""

    BEARS = "is called by it"
    BEGINS = "comes to it"
    ENDS = "leaves it"
    HOLDS = "has it, or had it"
    PAUSES = "is kept from it"


@dataclass(frozen=True, slots=True)
class Told:
    """A holder and a post. `person` None: nobody is named.

    Its dates stand between the words `first` and `last`. `open`: it is told as lasting until the
    day of telling; `over`: as something past by then. `verb` is the number of the verb, where one
    tells it. `months`: it was held for so many before the day on which another began.
    """

    office: Office
    person: Person | None
    kind: Kind
    first: int
    last: int
    open: bool = False
    over: bool = False
    verb: int | None = None
    months: int = 0
