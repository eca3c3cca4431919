"""Posts told by a verb: "was appointed", "served as", "succeeded X as", "is chaired by".

Only what is told as so: what is negated, asked, hoped for or only possible gives nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from onrecord.reader.posts.bodies import Bodies
from onrecord.reader.posts.clauses import Clauses
from onrecord.reader.posts.modifiers import Status
from onrecord.reader.posts.offices import Office, paired
from onrecord.reader.posts.sentence import Person, Sentence
from onrecord.reader.posts.subjects import Subjects
from onrecord.reader.posts.telling import Kind, Told

_BACK = 14
"""So many words back a verb is looked for from "as" and its post."""

_GOES = {
    (verb, following)
    for verbs, followings in (
        (("stepped", "steps", "stood", "stands"), ("down",)),
        (("moved", "went"), ("to",)),
    )
    for verb in verbs
    for following in followings
}
"""Verbs of leaving, with the word after them."""

_COMES = (("took", "over"), ("took", "office"), ("took", "charge"), ("takes", "office"))
"""Verbs of coming: "Mayor Ann Vale, who took office in May"."""


class Predicates:
    """Reads the verbs of one sentence.

    Args:
        named: what was read of names and their appositions.
    """

    def __init__(
        self,
        sentence: Sentence,
        found: list[Office],
        named: list[Told],
        subjects: Subjects,
        bodies: Bodies,
    ) -> None:
        self._bodies, self._clauses = bodies, Clauses(sentence)
        self._s, self._found, self._subjects = sentence, found, subjects
        self._verbs, self._groups = sentence.tables.verbs, sentence.tables.words["groups"]
        self._taken = {told.office.noun for told in named}
        self._named = named
        self.seen: set[int] = set()
        """The posts behind a verb, also one that tells of nothing real."""

    def told(self) -> Iterator[Told]:
        """Give what the verbs tell, post by post."""
        if self._s.asks:
            return
        done: set[int] = set()
        for office in self._found:
            if office.noun in self._taken or office.noun in done or office.nobody:
                continue
            chain = paired(office, self._found, self._s.words)
            done.update(one.noun for one in chain)
            end = self._clauses.end(chain[-1].last)
            for one in self._of(office):
                if one.months:
                    yield one
                    continue
                yield from (
                    replace(
                        one,
                        office=each if each.body else replace(each, body=one.office.body),
                        last=max(one.last, end),
                    )
                    for each in chain
                )
        yield from self._leaving()

    # --- what stands before the post ---

    def _of(self, office: Office) -> list[Told]:
        at = self._past_adverbs(office.first - 1)
        low = self._s.low(at)
        if low == "as" or (low == "to" and self._s.low(at - 1) in self._verbs["begin_passive"]):
            return self._behind_as(office, at)
        if low in ("be", "become", "of") and self._s.low(at - 1) in ("to", "woman", "man"):
            return self._behind_be(office, at - 1)
        if low in self._s.tables.small["copula"]:
            return self._by_verb(office, at, Kind.HOLDS)
        if low in self._verbs["begin_active"] or low in self._verbs["begin_passive"]:
            return self._by_verb(office, at, Kind.BEGINS)
        if low == "remained" or low == "remains":
            return self._by_verb(office, at, Kind.HOLDS)
        person = self._s.ending(at + 1)
        if person is not None and not office.article:
            return self._made(office, person)
        if low in ("him", "her") and self._s.low(at - 1) == "making":
            holder = self._subjects.object_at(at)
            return [self._made_of(office, one, Kind.HOLDS, at - 1, True) for one in holder]
        return []

    def _past_adverbs(self, number: int) -> int:
        while self._s.small(number, "adverbs"):
            number -= 1
        return number

    def _by_verb(self, office: Office, verb: int, kind: Kind) -> list[Told]:
        """Read "is/was/has been/became the mayor", "was appointed mayor"."""
        group = self.group(verb)
        if group is None:
            return []
        first, words = group
        low = self._s.low(verb)
        passive = bool(words & {"was", "were", "been", "is", "are", "being"})
        if kind is Kind.BEGINS and low in self._verbs["begin_passive"] and not passive:
            return []
        future = "will" in words
        if future and (not self._clauses.is_dated(office) or kind is not Kind.BEGINS):
            return []
        perfect = bool(words & self._s.tables.small["perfect"])
        present = low in self._s.tables.small["present"] or low == "remains"
        is_open = (kind is Kind.HOLDS and (present or perfect)) or (
            kind is Kind.BEGINS and perfect and low == "become"
        )
        return [
            self._made_of(office, one, kind, verb, is_open) for one in self._subjects.before(first)
        ]

    def group(self, verb: int) -> tuple[int, set[str]] | None:
        """Give where a verb's group begins and its words; None where it tells of nothing real."""
        number, words = verb, {self._s.low(verb)}
        while number > 0:
            low = self._s.low(number - 1)
            if low in self._s.tables.small["unsure"]:
                return None
            if low not in self._s.tables.small["auxiliaries"] and not (
                self._s.small(number - 1, "adverbs")
            ):
                break
            words.add(low)
            number -= 1
        if self._s.low(number - 1) == "to" or self._doubted(number):
            return None
        return number, words

    def _doubted(self, number: int) -> bool:
        """Say whether a condition, a claim or a "no" stands over the clause."""
        small = self._s.tables.small
        for at in range(number - 1, -1, -1):
            low = self._s.low(at)
            if low in small["conditions"] or (low in ("had", "should") and at == 0):
                return True
            if low == "that" and self._s.low(at - 1) in small["claims"]:
                return True
        return False

    # --- "as" ---

    def _behind_as(self, office: Office, at: int) -> list[Told]:
        months = self._lasted(at)
        if months:
            return self._held_before(office, at, months)
        for verb in range(at - 1, max(-1, at - _BACK), -1):
            low = self._s.low(verb)
            if low in (";", ":") or (verb in self._s.quoted):
                return []
            kind = self._kind(verb, at)
            if kind is None:
                continue
            group = self.group(verb)
            if group is None or (
                low.endswith("ing") and low not in ("making", "serving", "working")
            ):
                return []
            return self._by_as(office, verb, at, kind, group)
        return []

    def _lasted(self, at: int) -> int:
        """Give the months of "after five months as", "after a year as"; 0 for none."""
        unit = self._s.low(at - 1).removesuffix("s")
        if unit not in ("month", "year") or self._s.low(at - 3) != "after":
            return 0
        low, numbers = self._s.low(at - 2), self._s.tables.numbers
        count = 1 if low in ("a", "an") else numbers.get(low, 0)
        if not count and low.isascii() and low.isdigit() and len(low) < 3:
            count = int(low)
        return count * (12 if unit == "year" else 1)

    def _held_before(self, office: Office, at: int, months: int) -> list[Told]:
        """Read "was confirmed as rector in July after five months as acting head of the school".

        Who is confirmed in a post had it before: "acting head of the office" is acting in that.
        """
        for other in reversed(self._found):
            if other.last > at or other.nobody:
                continue
            made = [one for one in self._of(other) if one.kind is Kind.BEGINS]
            for one in made:
                confirmed = one.verb is not None and self._s.low(one.verb) == "confirmed"
                if confirmed and office.post.lower() in ("acting head", "interim head"):
                    post = f"{office.post.split()[0]} {other.post}"
                    office = replace(office, post=post, body=other.body)
            return [replace(one, office=office, kind=Kind.HOLDS, months=months) for one in made]
        return []

    def _kind(self, verb: int, at: int) -> Kind | None:
        """Say what the verb before "as" tells."""
        low, verbs = self._s.low(verb), self._verbs
        if low in verbs["hold"] or low == "spent":
            return Kind.HOLDS
        if low in verbs["end"]:
            if low in ("stepped", "stood", "step", "stand", "steps", "stands"):
                return Kind.ENDS if self._s.low(verb + 1) in ("down", "aside") else None
            return Kind.ENDS
        if low in verbs["over_as"]:
            return Kind.BEGINS if self._s.low(verb + 1) in ("over", "office", "up") else None
        if low in verbs["succeed"] or low in verbs["begin_passive"] or low in verbs["make"]:
            return Kind.BEGINS
        if low in verbs["end_passive"]:
            return Kind.ENDS
        if low in verbs["pause"]:
            return Kind.PAUSES
        return Kind.BEGINS if low in verbs["begin_active"] else None

    def _by_as(
        self, office: Office, verb: int, at: int, kind: Kind, group: tuple[int, set[str]]
    ) -> list[Told]:
        first, words = group
        low = self._s.low(verb)
        passive = bool(words & {"was", "were", "been", "is", "are", "being"} - {low})
        if "will" in words and not self._clauses.is_dated(office):
            return []
        if low in self._verbs["succeed"] and not passive:
            return self._succession(office, verb, at, first)
        if not passive and (low in self._verbs["make"] or low in self._verbs["end_passive"]):
            person = self._s.ending(at)
            if person is not None:
                return [self._made_of(office, person, kind, verb)]
            if low in self._verbs["end_passive"]:
                return []
        present = low in self._s.tables.small["present"]
        perfect = bool(words & self._s.tables.small["perfect"]) and kind is Kind.HOLDS
        begun = kind is Kind.BEGINS and low == "taken" and bool(words & {"has", "have"})
        holders = self._subjects.before(first)
        if low == "joined" and not office.body:
            office = replace(office, body=self._bodies.named(self._s.words, verb + 1)[1])
        made = [
            self._made_of(office, one, kind, verb, present or perfect or begun) for one in holders
        ]
        if low in self._verbs["over_as"]:
            # "took over from Ann Vale as rector", "took over as rector from Ann Vale"
            other = self._s.ending(at) if self._s.low(verb + 2) == "from" else None
            if other is None and self._s.low(office.last) == "from":
                other = self._s.starting(office.last + 1)
            if other is not None:
                made.append(self._made_of(office, other, Kind.ENDS, verb))
        return made

    def _succession(self, office: Office, verb: int, at: int, first: int) -> list[Told]:
        """Read "Corrigan succeeded Farrow as mayor": one comes, the other goes."""
        old = self._s.ending(at)
        made = [
            self._made_of(office, one, Kind.BEGINS, verb) for one in self._subjects.before(first)
        ]
        if old is not None:
            made.append(self._made_of(office, old, Kind.ENDS, verb))
        return made

    # --- somebody makes somebody ---

    def _made(self, office: Office, person: Person) -> list[Told]:
        """Read "the king named Nils Orme ambassador"."""
        verb = person.first - 1
        if self._s.low(verb) not in self._verbs["make"] or self.group(verb) is None:
            return []
        return [self._made_of(office, person, Kind.BEGINS, verb)]

    def _behind_be(self, office: Office, to: int) -> list[Told]:
        """Read "was the first woman to be mayor", "ceased to be a director"."""
        before = self._s.low(to - 1)
        if before == "ceased" or before == "ceases":
            group = self.group(to - 1)
            holders = self._subjects.before(group[0]) if group else []
            return [self._made_of(office, one, Kind.ENDS, to - 1) for one in holders]
        return self._first_to(office, to)

    def _first_to(self, office: Office, to: int) -> list[Told]:
        for verb in range(to - 1, max(-1, to - 6), -1):
            if self._s.low(verb) in ("was", "is", "became", "were"):
                ordinal = {self._s.low(n) for n in range(verb + 1, to)}
                group = self.group(verb) if ordinal & {"first", "last", "youngest"} else None
                holders = self._subjects.before(group[0]) if group else []
                kind = Kind.BEGINS if self._s.low(verb) == "became" else Kind.HOLDS
                return [self._made_of(office, one, kind, verb) for one in holders]
        return []

    # --- leaving without "as" ---

    def _leaving(self) -> Iterator[Told]:
        """Read "Mayor Olga Prinn resigned", "sacked her finance minister, Bo Tillman"."""
        for told in self._named:
            if told.person is None or told.over:
                continue
            yield from self._coming_or_going(told)
            if told.office.status is not Status.HELD:
                continue
            after = max(told.person.last, told.last)
            if self._s.low(after) == ",":
                after += 1
            verb = self._past_auxiliaries(after)
            ends = self._s.low(verb) in ("resigned", "quit") and self._s.low(verb + 1) != "as"
            before = min(told.first, told.person.first) - 1
            made = self._s.low(before) in ("sacked", "fired", "dismissed", "sacks", "ousted")
            if (ends and self.group(verb)) or (made and self.group(before)):
                at = verb if ends else before
                yield self._made_of(told.office, told.person, Kind.ENDS, at)

    def _coming_or_going(self, told: Told) -> Iterator[Told]:
        """Read "the clerk, who retires in June", "an analyst who joined the firm in 2021".

        Only with a date, which tells the end or the start.
        """
        if told.person is None or told.office.status not in (Status.HELD, Status.THEN):
            return
        verb = max(told.person.last, told.office.last)
        for skipped in (",", "who"):
            verb += self._s.low(verb) == skipped
        verb = self._past_auxiliaries(verb)
        low, following = self._s.low(verb), self._s.low(verb + 1)
        old = self._predecessor(verb)
        after = self._s.low(verb + 2)
        over = (low, following) in _COMES and after in ("in", "on", "last", "this")
        begins = low == "joined" or old is not None or over
        goes = (
            low in ("retires", "retired")
            or (low == "joined" and self._is_body(verb + 1))
            or begins > (low == "joined")
            or (low, following) in _GOES
            or (low in ("left", "leaves") and self._is_left(told.office, verb + 1))
        )
        end = self._clauses.end(verb)
        dated = any(verb < first < end for first, _, when in self._s.dates if when.when)
        if goes and dated and self.group(verb):
            kind = Kind.BEGINS if begins else Kind.ENDS
            yield self._made_of(told.office, told.person, kind, verb, begins)
            if old is not None and told.office.status is Status.HELD:
                yield self._made_of(told.office, old, Kind.ENDS, verb)

    def _predecessor(self, verb: int) -> Person | None:
        """Give Ann Vale of "who succeeded Ann Vale", "who took over from Ann Vale"."""
        if self._s.low(verb) in ("succeeded", "replaced"):
            return self._s.starting(verb + 1)
        over = [self._s.low(verb + number) for number in range(3)]
        return self._s.starting(verb + 3) if over == ["took", "over", "from"] else None

    def _is_body(self, number: int) -> bool:
        """Say whether what is joined has a name, or is a group that may employ: "the firm"."""
        at = number + (self._s.low(number) in ("the", "its", "his", "her"))
        words = self._s.words
        return at < len(words) and (words[at].capital or words[at].low in self._groups)

    def _is_left(self, office: Office, number: int) -> bool:
        """Say whether what is left is the post or its body: not "left the meeting in June"."""
        if self._s.low(number) in ("in", "on", "at"):
            return any(first in (number, number + 1) for first, _, _ in self._s.dates)
        last = office.body.lower().rpartition(" ")[2]
        if self._s.low(number) == "office":
            return True
        return self._s.low(number) in ("the", "his", "her") and self._s.low(number + 1) in (
            "post", "job", "role", "office", last,
        )  # fmt: skip

    def _past_auxiliaries(self, number: int) -> int:
        while self._s.low(number) in ("has", "have", "had") or self._s.small(number, "adverbs"):
            number += 1
        return number

    def _made_of(
        self, office: Office, person: Person | None, kind: Kind, verb: int, is_open: bool = False
    ) -> Told:
        return Told(
            office,
            person,
            kind,
            self._clauses.start(verb),
            self._clauses.end(max(office.last, verb)),
            open=is_open,
            verb=verb,
        )
