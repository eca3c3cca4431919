"""Finds the verbs of what happens, in their senses: who did it to whom, of what, before whom."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.core.vocabulary import EventKind, Realised, Role
from onrecord.reader.events.following import following
from onrecord.reader.events.found import Found
from onrecord.reader.events.heads import (
    end_of_matter,
    first_party,
    head,
    head_number,
    is_only_a_date,
    lows,
)
from onrecord.reader.events.sentence import Sentence
from onrecord.reader.events.tables import Sense
from onrecord.reader.flows.leading import leading
from onrecord.reader.flows.phrases import Range

_MODALS = frozenset(
    "to will would could can should may might must shall did does do not n't never i we you they"
    " also".split()
)

_SAME = frozenset(("set", "put", "quit", "broadcast"))
"""Verbs whose past is spelled as they are."""


def verbs(here: Sentence) -> Iterator[Found]:
    """Give what the verbs of a sentence tell, in their order."""
    for number, word in enumerate(here.words):
        senses = here.tables.verbs.get(word.low)
        if senses is None:
            continue
        likely = [one for one in senses if _can_be(here, one)]
        if not likely or not _is_verb(here, number, likely[0].lemma):
            continue
        clause = _Clause(here, number, likely[0].lemma)
        found = next((made for sense in likely if (made := clause.read(sense))), None)
        if found is not None:
            yield found


def _can_be(here: Sentence, sense: Sense) -> bool:
    """Say at little cost whether the words that a sense needs are in the sentence at all."""
    if sense.things and here.lows.isdisjoint(sense.things):
        return False
    return not sense.tails or any(here.lows.issuperset(tail) for tail in sense.tails)


def _is_verb(here: Sentence, number: int, lemma: str) -> bool:
    """Say whether a word that may be a noun or describe one is a verb here."""
    low, before = here.low(number), here.low(number - 1)
    if _describes(here, number):
        return here.low(number).endswith("ed")
    if low == lemma and not here.phrases.tables.has("have", low):
        return (
            low in _SAME or before in _MODALS or before.endswith("n’t") or _is_wished(here, number)
        )
    if low in (lemma + "s", lemma + "es"):
        subject = here.phrases.before(number)
        return subject is not None and here.phrases.cut(subject) is not None
    return True


def _describes(here: Sentence, number: int) -> bool:
    """Say whether a word stands where one that describes a thing does: "in the dropped case"."""
    before = here.low(number - 1)
    if before in here.lexicon.prepositions and here.low(number).endswith("ed"):
        return True
    return before in here.lexicon.determiners or before.endswith(("’s", "'s"))


def _is_wished(here: Sentence, number: int) -> bool:
    """Say whether it is wished for: "demanded that Vale resign"."""
    subject = here.phrases.before(number)
    return subject is not None and here.low(subject[0] - 1) == "that"


class _Clause:
    """The words round one verb, read in one sense after another."""

    def __init__(self, here: Sentence, verb: int, lemma: str) -> None:
        self._here, self._verb = here, verb
        self._before = leading(here.phrases, verb)
        self._after = following(here, verb + 1)
        self._low = here.low(verb)
        self._is_form = self._low in _SAME or self._low not in (lemma, lemma + "s", lemma + "es")
        self._gerund = self._low.endswith("ing")
        self._describes = _describes(here, verb)
        self._who = None if self._describes else self._subject()
        self._passive = self._is_passive()

    def _is_passive(self) -> bool:
        """Say whether what stands before the verb is done to: "was charged", "a man charged"."""
        here, before = self._here, self._before
        if before.passive:
            return True
        if not self._is_form or self._gerund or here.tables.has("past", self._low):
            return False
        if any(here.phrases.tables.has("have", here.low(n)) for n in self._group()):
            return False
        return self._after.object is None

    def _group(self) -> range:
        """Give the numbers of the words between the subject and the verb."""
        start = self._who[1] if self._who else self._verb - 3
        return range(max(0, start), self._verb)

    def _subject(self) -> Range | None:
        """Give the subject: beside the verb, or the one that begins its clause."""
        here, subject = self._here, self._before.subject
        if subject is not None and not is_only_a_date(here, subject):
            return subject
        clause = here.clauses[self._verb]
        first = next(n for n in range(len(here.words)) if here.clauses[n] == clause)
        if self._low.endswith("ing") or here.low(self._verb - 1) == "to" or clause:
            return None
        return first_party(here, first, self._verb)

    # --- senses ---

    def read(self, sense: Sense) -> Found | None:
        """Give what the verb tells in one sense; None: it is not that."""
        here, after = self._here, self._after
        if after.first in sense.excluded or (sense.after and after.first not in sense.after):
            return None
        if sense.after and after.object is None:
            after = self._after = following(here, self._verb + 2)
            after.first = here.low(self._verb + 1)
        if self._describes and not sense.things:
            return None
        if sense.kind is EventKind.MEETING and self._before.passive:
            return None  # "met with scepticism"
        tail = self._tail(sense)
        if tail is None:
            return None
        passive = self._passive and sense.object is not None and not sense.alone
        if sense.things and not sense.alone and self._before.passive:
            passive = True
        found = Found(sense, sense.kind, self._verb, (self._verb, tail), max(tail, after.end))
        found.outcome = sense.outcome
        found.signs, found.denials = dict(self._before.signs), list(self._before.denials)
        fits = self._with_thing(found, passive) if sense.things else self._of_people(found, passive)
        if not fits:
            return None
        self._led(found, passive)
        if not self._has_whom_it_must(found) or not self._is_where_it_must(found):
            return None
        self._weigh(found)
        _settle(here, found)
        return found

    def _tail(self, sense: Sense) -> int | None:
        """Give the number of the word after the verb and its tail; None: its tail is missing."""
        here, after = self._here, self._after
        if sense.after:
            return self._verb + 2
        if not sense.tails:
            return self._verb + 1
        starts = [self._verb + 1] + ([after.object[1]] if after.object else [])
        if after.object is not None:
            starts += range(after.object[0], after.object[1])
        for tail in sense.tails:
            for start in starts:
                if tuple(here.low(start + n) for n in range(len(tail))) == tail:
                    return start + len(tail)
        return None

    def _of_people(self, found: Found, passive: bool) -> bool:
        """Read a verb that is done by and to people."""
        sense, after = found.sense, self._after
        if passive:
            found.add(sense.object, self._party(self._who))
            return self._party(self._who) is not None or bool(found.denials)
        found.add(sense.subject, self._party(self._who))
        if sense.object is None or sense.alone:
            return True
        whom = self._party(self._cut_at_tail(sense, after.object))
        if sense.kind is EventKind.CHARGE and after.object and self._is_billed(after.object):
            return False
        found.add(sense.object, whom)
        return True

    def _cut_at_tail(self, sense: Sense, phrase: Range | None) -> Range | None:
        """Leave out of an object what only belongs to the verb: "found Vale guilty"."""
        if phrase is None:
            return None
        for tail in sense.tails:
            for start in range(phrase[0] + 1, phrase[1]):
                if self._here.low(start) == tail[0]:
                    return phrase[0], start
        return phrase

    def _is_billed(self, phrase: Range) -> bool:
        """Say whether a price follows: "charged Vale £40"."""
        words = self._here.words[phrase[0] : phrase[1] + 2]
        return any(word.text[0] in "£$€¥" for word in words)

    def _with_thing(self, found: Found, passive: bool) -> bool:
        """Read a verb whose object is a thing: those whom the thing names take part."""
        here, sense, after = self._here, found.sense, self._after
        passive = passive and not self._describes
        thing = self._who if passive or sense.alone else after.object
        if not passive and not sense.alone and (thing is None or not self._is_one(sense, thing)):
            thing = self._two_objects(found) or (
                self._who if sense.subject is sense.object or sense.kind is EventKind.HEARING
                else None
            )  # fmt: skip
            if thing == self._who:
                passive = True
        if passive and (thing is None or not self._is_one(sense, thing)):
            thing = self._bare_thing(sense)
        if thing is None or not self._is_one(sense, thing):
            return False
        if head(here, thing) == "decision" and "charging" not in lows(here, thing):
            return False
        first = here.low(thing[0])
        denying = here.tables.has("nobody", first)
        if sense.denying:
            if not denying and not any(here.low(n) == "no" for n in range(*thing)):
                return False
            found.denials = [n for n in found.denials if not thing[0] <= n < thing[1]]
        elif denying and thing[0] not in found.denials:
            found.denials.append(thing[0])
        found.thing = thing
        if not passive and not sense.alone:
            found.add(sense.subject, self._party(self._who))
        self._of_thing(found, thing)
        return True

    def _bare_thing(self, sense: Sense) -> Range | None:
        """Give a noun alone before the verb's group: "information was passed on"."""
        here, at = self._here, self._verb - 1
        tables = here.phrases.tables
        while at > 0 and (
            any(tables.has(kind, here.low(at)) for kind in ("be", "have", "negations"))
            or here.phrases.is_adverb(at)
            or here.low(at) in _MODALS
        ):
            at -= 1
        if here.low(at) not in sense.things:
            return None
        first = at
        while first > 0 and here.low(first - 1) in (*here.lexicon.determiners, "any"):
            first -= 1
        return first, at + 1

    def _two_objects(self, found: Found) -> Range | None:
        """Give the thing behind whom it goes to: "awarded Marr the contract"."""
        whom = self._after.object
        if whom is None or found.sense.object is not Role.TO:
            return None
        party = self._here.phrases.cut(whom)
        if party is None or party[1] >= len(self._here.words):
            return None
        thing = self._here.phrases.noun(party[1])
        if thing is not None and self._is_one(found.sense, thing):
            found.add(Role.TO, party)
            return thing
        return None

    def _is_one(self, sense: Sense, thing: Range) -> bool:
        return head(self._here, thing) in sense.things

    def _of_thing(self, found: Found, thing: Range) -> None:
        """Let those take part whom the words of a thing name: "the case against Marr"."""
        here, role = self._here, found.sense.object
        noun = head_number(here, thing)
        if role is None:
            return
        found.add(role, here.owner(noun))
        for at in range(noun + 1, thing[1]):
            if here.low(at) in ("of", "against", "to", "at") and at + 1 < len(here.words):
                found.add(role, here.phrases.party(at + 1))

    # --- what the phrases after it tell ---

    def _led(self, found: Found, passive: bool) -> None:
        here, sense = self._here, found.sense
        for low, at, phrase in self._after.led:
            party = here.phrases.cut(phrase)
            if low == "by" and passive:
                found.add(sense.subject, party)
            elif low in sense.led and party is not None:
                found.add(sense.led[low], party)
            elif low == "against" and sense.object is Role.WHO and sense.things:
                found.add(Role.WHO, party)
            elif here.tables.has("before", low) and here.is_body(phrase):
                if low != "to" or sense.kind is EventKind.HEARING:
                    found.add(Role.BEFORE, phrase)
            elif low in ("in", "at") and here.is_named_place(phrase) and found.place is None:
                found.place = phrase
            elif found.kind is EventKind.CHARGE and low in ("with", "over") and not sense.things:
                found.matter = at + 1, end_of_matter(here, at + 1)

    def _has_whom_it_must(self, found: Found) -> bool:
        must = found.sense.must
        nobody = any(self._here.tables.has("nobody", self._here.low(n)) for n in found.denials)
        return must is None or found.has(must) or (nobody and must is Role.WHO)

    def _is_where_it_must(self, found: Found) -> bool:
        """Say whether a journey has a place to go to."""
        here, places = self._here, found.sense.places
        if not places:
            return True
        goes = [phrase for low, _, phrase in self._after.led if low in places]
        if "" in places and self._after.object is not None:
            goes.append(self._after.object)
        place = next((phrase for phrase in goes if here.is_place(phrase)), None)
        found.place = place or found.place
        return place is not None

    def _party(self, phrase: Range | None) -> Range | None:
        """Give the part of a phrase that is somebody's; nobody is nobody."""
        if phrase is None or self._here.tables.has("nobody", self._here.low(phrase[0])):
            return None
        if self._here.low(phrase[0]) in ("who", "which", "that"):
            return phrase
        return self._here.phrases.cut(phrase)

    def _infinitive(self) -> int | None:
        """Give the number of the "to" of an infinitive: "to charge", "to be charged"."""
        here, at = self._here, self._verb - 1
        while at > 0 and (here.low(at) in ("be", "have", "been") or here.phrases.is_adverb(at)):
            at -= 1
        return at if here.low(at) == "to" else None

    def _weigh(self, found: Found) -> None:
        """Count what the verb's form and its sense leave of it."""
        here, verb = self._here, self._verb
        if found.sense.realised is not Realised.DONE:
            found.signs[-1] = found.sense.realised
        if _is_wished(here, verb) and not self._is_form:
            found.signs[verb] = Realised.CONSIDERED
        to = self._infinitive()
        if to is not None and not found.signs and not self._before.denials:
            before = here.low(to - 1)
            if before == "be" or here.phrases.tables.has("be", before):
                found.signs[verb] = Realised.EXPECTED
            elif not here.tables.has("decisions", before):
                found.signs[verb] = Realised.CONSIDERED
        first = here.clauses.index(here.clauses[verb])
        if here.tables.has("unreal", here.low(first)) and first < verb:
            found.signs[first] = Realised.CONSIDERED


def _settle(here: Sentence, found: Found) -> None:
    """Tell a trial that is to begin from one that began, and a plea by its words."""
    trial = found.thing is not None and head(here, found.thing) in here.tables.things["trials"]
    ahead = Realised.EXPECTED in found.signs.values()
    if found.kind is EventKind.HEARING and trial and ahead:
        found.kind = EventKind.TRIAL_DATE_SET
    if found.kind in (EventKind.PLEA, EventKind.VERDICT) and found.thing is not None:
        lows = [
            here.low(n) for n in range(found.thing[0], min(found.thing[1] + 4, len(here.words)))
        ]
        if "guilty" in lows:
            found.outcome = "not guilty" if "not" in lows else "guilty"
