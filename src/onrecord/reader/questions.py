"""Questions: what is asked of whom, by whom, when, and by what day, out of statements that ask.

A letter asks with question marks and with "I should be grateful for answers by 5 March"; the day in
such a sentence holds for all that the letter asks. Whoever no words name is not named.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from onrecord.core.dates import When
from onrecord.core.identity import RowId, anchored
from onrecord.core.spans import Span
from onrecord.core.vocabulary import Dated, Mention, Naming, Question, SpeechAct, Statement, Voice
from onrecord.reader.cast import Cast
from onrecord.reader.layout import Layout
from onrecord.reader.letters import Letter

_UNTIL = re.compile(r"(?:\[\.\.|\.\./)([^\]]+)\]?")
"""A date of which only the end is told, in EDTF: "by 5 March"."""
_TO_LINE = re.compile(r"^To:[^\n]+", re.MULTILINE)
_ASKS_THEM = re.compile(r"\b(?:I|[Ww]e) (?:\w+ )?(?:ask|asked|put to|want) (?:him|her|them)\b")
_TURNS_TO = re.compile(
    r"^(?:\w+[ ,]+){0,3}(?:I|we|We)\s+(?:\w+ )?ask\b.*:$|^(?:Of|To|For) [^.?!:]{2,80}:$", re.DOTALL
)
"""A sentence of a letter by which all that follows is asked of somebody else: "I ask Mr Pell:", "Of
Mr Pell:"."""
_LEADS_IN = re.compile(r"(?::|\bthe following|\b\w+ questions\b.{0,40})$", re.DOTALL)
"""What only says that questions follow, and asks nothing itself."""
_WANTS_NO_ANSWER = frozenset(
    "order orders ordered beg begs begged plead pleads pleaded pled".split()
)
"""Who is ordered or begged to do something owes no answer."""
_FROM = 8
"""Words after "from" that can still name whom something is demanded from."""


def questions(
    layout: Layout, cast: Cast, letter: Letter | None, statements: Sequence[Statement]
) -> tuple[Question, ...]:
    """Give the questions of one text, in the order of its statements."""
    asking = _Asking(layout, cast, letter)
    found = [asking.question(one) for one in statements if asking.asks(one)]
    due = asking.due_for_all(found)
    return tuple(one for one in due if not asking.only_leads_in(one))


class _Asking:
    def __init__(self, layout: Layout, cast: Cast, letter: Letter | None) -> None:
        self._layout, self._cast, self._letter = layout, cast, letter
        self._mentions = {m.id: m for m in cast.roll.mentions.values()}

    def asks(self, one: Statement) -> bool:
        """Say whether something is asked by a statement; a repetition asks nothing anew."""
        if one.duplicate_of is not None:
            return False
        if one.act is SpeechAct.ASKS:
            cue = {word.low for word in self._layout.words_of(one.cue.spans)}
            return cue.isdisjoint(_WANTS_NO_ANSWER)
        if one.cue.spans or not self._in_letter(one):
            return False
        said = one.content.spans[0].of(self._layout.characters).lower()
        return f"{said} ".startswith(tuple(f"{words} " for words in self._layout.lexicon.asking))

    def only_leads_in(self, question: Question) -> bool:
        """Say whether a letter's sentence asks nothing but that the questions after it be met."""
        letter = self._letter
        said = question.at[-1].of(self._layout.characters).rstrip(". ")
        leads = letter is not None and letter.says(question.at[0]) and "?" not in said
        return leads and _LEADS_IN.search(said) is not None

    def question(self, one: Statement) -> Question:
        at = one.content.spans
        return Question(
            id=RowId(anchored("que", self._layout.text.id, at, one.cue.spans)),
            asker=one.source,
            asked=self._asked(one),
            at=at,
            said_in=one.id,
            put=one.made or self._day_of_letter(one),
            due=self._due(one),
        )

    def due_for_all(self, found: list[Question]) -> list[Question]:
        """Give the questions of a letter the one day by which it wants an answer."""
        letter = self._letter
        if letter is None:
            return found
        days = {
            question.due
            for question in found
            if question.due is not None and letter.says(question.at[0]) and self._answers(question)
        } or set(self._days_wanted(letter))
        if len(days) != 1:
            return found
        (day,) = days
        return [
            replace(question, due=day)
            if question.due is None and letter.says(question.at[0])
            else question
            for question in found
        ]

    def _days_wanted(self, letter: Letter) -> Iterator[When]:
        """Give the days by which sentences that ask nothing themselves want answers."""
        for sentence in self._layout.sentences:
            low = {word.low for word in self._layout.words(sentence)}
            if letter.says(sentence) and low & self._layout.lexicon.answering:
                for dated in self._layout.dates_in(sentence):
                    if (day := self._last_day(dated)) is not None:
                        yield day

    def _answers(self, question: Question) -> bool:
        words = self._layout.words_of(question.at)
        return any(word.low in self._layout.lexicon.answering for word in words)

    def _in_letter(self, one: Statement) -> bool:
        return self._letter is not None and self._letter.says(one.content.spans[0])

    def _is_writers(self, one: Statement) -> bool:
        if self._letter is None or not one.cue.spans:
            return self._letter is not None
        signed = self._cast.names_in(self._letter.signature)
        mention = one.source.mention if one.source else None
        return bool(signed) and mention in (signed[0].id, signed[0].same_as or signed[0].id)

    # --- whom ---

    def _asked(self, one: Statement) -> Voice | None:
        if one.addressee is not None and one.addressee in self._mentions:
            return _voice(self._mentions[one.addressee])
        if self._letter is not None and self._in_letter(one) and self._is_writers(one):
            return self._asked_in_letter(self._letter, one.content.spans[0])
        return self._demanded_from(one)

    def _asked_in_letter(self, letter: Letter, at: Span) -> Voice | None:
        """Give whom a letter asks here: whom it turned to last ("And I ask Mr Pell:"), else its
        addressee, named in the salutation or on the line "To:" above it."""
        turned = before = None
        for sentence in self._layout.sentences:
            said = sentence.of(self._layout.characters)
            if sentence.start <= at.start < sentence.end and _ASKS_THEM.search(said) and before:
                names = self._cast.names_in(
                    before
                )  # "I wrote to Mr Pell. I ask him one thing: ..."
                if names:
                    return _voice(names[-1])
            if sentence.start >= at.start:
                break
            before = sentence
            if letter.says(sentence) and _TURNS_TO.search(said):
                turned = sentence
        above = _TO_LINE.search(self._layout.characters, 0, letter.salutation.start)
        places = (turned, letter.salutation, Span(*above.span()) if above else None)
        for place in places:
            for name in self._cast.names_in(place) if place is not None else []:
                if name.at.of(self._layout.characters).casefold() not in ("i", "we"):
                    return _voice(name)
        return None

    def _demanded_from(self, one: Statement) -> Voice | None:
        """Find "demanded an explanation from the minister": the words after what is asked."""
        end = one.content.spans[-1].end
        sentence = self._layout.sentence_at(one.content.spans[0].start)
        for at in one.content.spans:
            voice = self._after_from(at)
            if voice is not None:
                return voice
        if sentence is None or end >= sentence.end:
            return None
        return self._after_from(Span(end, sentence.end), first=True)

    def _after_from(self, at: Span, *, first: bool = False) -> Voice | None:
        found = self._layout.words(at)
        for number, word in enumerate(found):
            if first and number:
                return None
            if word.low != "from":
                continue
            lexicon, end = self._layout.lexicon, number + 1
            while (
                end < min(len(found), number + _FROM)
                and not found[end].is_mark
                and found[end].low not in lexicon.prepositions | lexicon.walls
            ):
                end += 1
            while end > number + 1 and found[end - 1].low in lexicon.unfinished:
                end -= 1
            if end == number + 1:
                return None
            spans = (Span(found[number + 1].start, found[end - 1].end),)
            return self._cast.voice(spans, set(), hint=None)
        return None

    # --- when ---

    def _day_of_letter(self, one: Statement) -> When | None:
        """Give the one date above the salutation of the letter that asks."""
        if self._letter is None or not self._in_letter(one):
            return None
        above = self._layout.dates_in(Span(0, self._letter.salutation.start))
        days = [dated.when for dated in above if dated.when is not None]
        return days[0] if len(days) == 1 else None

    def _due(self, one: Statement) -> When | None:
        for at in one.content.spans:
            for dated in self._layout.dates_in(at):
                if (day := self._last_day(dated)) is not None:
                    return day
        return None

    def _last_day(self, dated: Dated) -> When | None:
        """Give the last day for an answer: "by 5 March" counts it in, "before 5 March" does not."""
        when = dated.when
        low = [word.low for word in self._layout.words(dated.at)]
        deadline = low[:1] and low[0] in self._layout.lexicon.deadlines
        bound = _UNTIL.fullmatch(when.edtf) if when is not None and deadline else None
        if when is None or bound is None:
            return None
        if low[0] != "before":
            return replace(when, edtf=bound[1])
        first = replace(when, edtf=bound[1]).first_date
        if first is None or first == date.min:
            return None
        return replace(
            when,
            edtf=(first - timedelta(days=1)).isoformat(),
            rule=f"the day before; {when.rule}",
        )


def _voice(mention: Mention) -> Voice:
    naming = mention.naming if mention.naming is not Naming.AGENTLESS else Naming.ROLE_ONLY
    return Voice(spans=(mention.at,), naming=naming, mention=mention.same_as or mention.id)
