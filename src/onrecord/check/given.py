"""What a draft gives of the other side: whether a denial that the record has stands in it too.

A draft that gives a denial of theirs anywhere, or any denial beside what is denied, has given it.
All sentences are looked through once, however many allegations the draft has.
"""

from __future__ import annotations

from collections import defaultdict

from onrecord.check.against import Against
from onrecord.check.draft import Draft, Put, Sentence
from onrecord.check.hedging import DENIAL
from onrecord.check.meant import NEGATION, surname
from onrecord.core.drafts import Near
from onrecord.core.folding import fold
from onrecord.core.identity import StatementId
from onrecord.core.vocabulary import Naming, SpeechAct


class Given:
    """The denials of a draft, and what each party says in it."""

    def __init__(self, draft: Draft, record: Against) -> None:
        self._draft, self._record = draft, record
        self._denies = [_denies(draft, sentence) for sentence in draft.sentences]
        self._named_in_denials: set[str] = set()
        self._against: set[str] = set()
        """Parties with a denial, or anything with a "not" in it."""
        self._said: dict[str, list[tuple[int, str]]] = defaultdict(list)
        self._within: dict[StatementId, list[int]] = {}
        for number, sentence in enumerate(draft.sentences):
            denies = self._denies[number]
            if denies:
                self._named_in_denials.update(fold(_who_denies(draft, sentence)).split())
            for row in sentence.statements:
                party = record.asked.party(row.actor_name or row.speaker)
                if denies or NEGATION.search(row.content):
                    self._against.add(party)
                self._said[party].append((number, fold(row.content)))

    def gives(self, put: Put, denial: Near) -> bool:
        """Say whether the draft gives a denial of what it puts forward."""
        names = {surname(denial.party), surname(denial.statement.actor_name)} - {""}
        if names & self._named_in_denials or denial.party in self._against:
            return True
        here = self._draft.numbers[put.sentence.at]
        beside = range(max(0, here - 1), min(here + 2, len(self._denies)))
        if any(self._denies[number] and not self._by_another(number, denial) for number in beside):
            return True
        if self._contradicts(here, put):
            return True
        return any(number != here for number in self._words_of(denial))

    def _contradicts(self, number: int, put: Put) -> bool:
        """Say whether somebody else than who puts it forward says there what is not so."""
        return any(
            row is not put.by
            and bool(NEGATION.search(row.content))
            and (put.by is None or row.speaker != put.by.speaker)
            for row in self._draft.sentences[number].statements
        )

    def _by_another(self, number: int, denial: Near) -> bool:
        """Say whether all who are named in a sentence as saying something are others."""
        rows = self._draft.sentences[number].statements
        named = [row for row in rows if row.naming is Naming.NAMED]
        asked = self._record.asked
        parties = {asked.party(row.actor_name or row.speaker) for row in named}
        return bool(named) and len(named) == len(rows) and denial.party not in parties

    def _words_of(self, denial: Near) -> list[int]:
        """Give the sentences in which they say a part of their denial, word for word."""
        said = denial.statement
        if said.id not in self._within:
            whole, theirs = fold(said.content), self._said.get(denial.party, ())
            self._within[said.id] = [number for number, words in theirs if words in whole]
        return self._within[said.id]


def _who_denies(draft: Draft, sentence: Sentence) -> str:
    """Give the words of a denial in which those stand who deny: those before its verb, if any."""
    words = draft.words(sentence.at)
    verb = DENIAL.search(words)
    names = (row.actor_name for row in sentence.statements if row.act is SpeechAct.DENIES)
    return " ".join((words[: verb.start()] or words if verb else words, *names))


def _denies(draft: Draft, sentence: Sentence) -> bool:
    acts = (row.act is SpeechAct.DENIES for row in sentence.statements)
    return bool(DENIAL.search(draft.words(sentence.at))) or any(acts)
