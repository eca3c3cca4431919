"""The grammar of passing: each verb with its frame, and the phrases that stand round it.

"Passed X to Y through W", "gave Y X", "was handed X by Z", "received X from Z". What a frame needs
and the words do not give makes no hop.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from onrecord.reader.flows.chains import chained
from onrecord.reader.flows.found import Found
from onrecord.reader.flows.leading import Leading, leading
from onrecord.reader.flows.nouns import passing
from onrecord.reader.flows.phrases import Phrases, Range
from onrecord.reader.flows.tables import Frame, Passing
from onrecord.reader.flows.trailing import Trailing, trailing


def find(here: Phrases) -> Iterator[Found]:
    """Find what passes in one sentence, in the order of its words."""
    number = 0
    while number < len(here.sentence):
        low = here.low(number)
        verb = here.tables.verbs.get(low)
        found = _by_verb(here, number, verb) if verb else None
        if found is None and low in here.tables.nouns:
            found = passing(here, number)
        if found is None and here.tables.has("chains", low):
            found = chained(here, number)
            number = number if found is None else found.trigger
        if found is not None:
            yield found
        number += 1


def _by_verb(here: Phrases, number: int, verb: Passing) -> Found | None:
    if here.low(number - 1) in here.lexicon.determiners:
        return None  # "the e-mails", "a leak": a noun
    particle = here.low(number + 1)
    if here.tables.has("other_particles", particle) or (verb.lemma == "hand" and particle == "in"):
        return None
    before = leading(here, number)
    for frame, loose in verb.frames:
        found = _FRAMES[frame](_Clause(here, number, verb, before))
        if found is None or not _holds(here, found, loose):
            continue
        found.signs, found.denials = dict(before.signs), [*before.denials]
        if found.item is not None and here.low(found.item[0]) in ("no", "nothing", "neither"):
            found.denials.append(found.item[0])
        return found
    return None


def _holds(here: Phrases, found: Found, loose: bool) -> bool:
    """Say whether what passes can pass, and is said to reach or leave somebody."""
    if found.taker is None and found.giver is None and not found.through:
        return False
    if found.taker == found.giver:
        return False
    if found.item is None:
        return not loose and found.giver is not None and found.taker is not None
    return not here.is_idiom(found.item) and (not loose or here.is_thing(found.item))


@dataclass(slots=True)
class _Clause:
    here: Phrases
    number: int
    verb: Passing
    before: Leading
    after: Trailing = field(init=False)

    def __post_init__(self) -> None:
        two = self.here.tables.has("two_objects", self.verb.lemma)
        self.after = trailing(self.here, self.number + 1, two_objects=two)

    @property
    def who(self) -> Range | None:
        """The subject, where it can be somebody."""
        subject = self.before.subject
        if subject is None:
            return None
        if self.here.low(subject[0]) in ("which", "that") and subject[1] == subject[0] + 1:
            return self._antecedent(subject[0])
        return self.here.cut(subject)

    @property
    def what(self) -> Range | None:
        """The subject, where it is what passes."""
        subject = self.before.subject
        if subject is None:
            return None
        if self.here.low(subject[0]) in ("which", "that") and subject[1] == subject[0] + 1:
            return self.here.before(subject[0])
        return subject

    def _antecedent(self, relative: int) -> Range | None:
        found = self.here.before(relative)
        return None if found is None else self.here.cut(found)

    @property
    def is_passive(self) -> bool:
        """Say whether the subject is what passes, or is given it: "was passed"."""
        if self.before.passive:
            return True
        if self.after.objects or self.here.low(self.number).endswith("ing"):
            return False
        return self.who is None and self.after.first in ("to", "by", "from", "through", "via")

    def object(self) -> Range | None:
        """Give what passes: the object, or what "that Marr passed" goes back to."""
        if self.after.objects:
            return self.after.objects[-1]
        subject = self.before.subject
        if subject is None or self.here.low(subject[0] - 1) not in ("that", "which"):
            return None
        last = self.here.low(subject[0] - 2)
        if last in self.here.lexicon.verbs or last in self.here.tables.realised:
            return None  # "alleged that Marr passed": it goes back to nothing
        return self.here.before(subject[0] - 1)

    def found(self, giver: Range | None, taker: Range | None, item: Range | None) -> Found:
        return Found(self.number, giver, taker, self.after.through, item, self.after.means)


def _gives(clause: _Clause) -> Found | None:
    after, here = clause.after, clause.here
    taker = after.to
    if clause.verb.lemma == "share":
        taker = taker or after.with_
    if clause.is_passive:
        if after.objects and taker is None and clause.who is not None:
            return clause.found(after.by, clause.who, after.objects[0])
        return clause.found(after.by or after.from_, taker, clause.what) if taker else None
    if len(after.objects) == 2:
        return clause.found(clause.who, after.objects[0], after.objects[1])
    item = clause.object()
    if taker is None and item is not None and not after.objects and after.second is not None:
        taker = after.second
    if taker is None and len(after.objects) == 1 and item == after.objects[0]:
        # "the papers that Marr gave Pell"
        relative = clause.before.subject
        alone = here.cut(after.objects[0])
        if relative and alone and here.low(relative[0] - 1) in ("that", "which"):
            item = here.before(relative[0] - 1)
            return clause.found(clause.who, alone, item)
    return clause.found(clause.who, taker, item) if taker else None


def _supplies(clause: _Clause) -> Found | None:
    after = clause.after
    if clause.before.passive:
        if after.with_what is None or clause.who is None:
            return _gives(clause)
        return clause.found(after.by, clause.who, after.with_what)
    taker = clause.here.cut(after.objects[0]) if len(after.objects) == 1 else None
    if taker is None or after.with_what is None:
        return _gives(clause)
    return clause.found(clause.who, taker, after.with_what)


def _receives(clause: _Clause) -> Found | None:
    after = clause.after
    if clause.is_passive:
        if after.by is None and after.from_ is None:
            return None
        return clause.found(after.from_, after.by, clause.what)
    told = after.from_ or after.through or clause.verb.lemma in ("receive", "obtain")
    return clause.found(after.from_, clause.who, clause.object()) if told and clause.who else None


def _carries(clause: _Clause) -> Found | None:
    after, carrier = clause.after, clause.who
    if clause.is_passive:
        found = clause.found(after.from_, after.to, clause.what)
        carrier = after.by
    else:
        found = clause.found(after.from_, after.to, clause.object())
    if found.giver is None and found.taker is None:
        return None
    if carrier is not None and found.giver is None:
        found.giver = carrier
    elif carrier is not None:
        found.through = [carrier, *found.through]
    return found


def _reaches(clause: _Clause) -> Found | None:
    after = clause.after
    what = clause.what
    if what is None or clause.before.passive:
        return None
    if clause.who is not None and not clause.here.is_thing(what):
        return None
    taker = after.to
    if clause.verb.lemma == "reach" and after.objects:
        taker = clause.here.cut(after.objects[0])
        if taker is None:
            return None
    return clause.found(after.from_, taker, what)


_FRAMES = {
    Frame.GIVES: _gives,
    Frame.SUPPLIES: _supplies,
    Frame.RECEIVES: _receives,
    Frame.CARRIES: _carries,
    Frame.REACHES: _reaches,
}
