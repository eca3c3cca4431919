"""Phrases of one sentence for what passes: who gives and takes, the thing, and by what means.

A noun phrase goes forward from a word to the next preposition, mark, date or verb of passing. A
phrase can be a giver's or taker's where it is led by a name, a pronoun, or a noun for people.
"""

from __future__ import annotations

from collections.abc import Mapping

from onrecord.core.vocabulary import ActorKind, Mention, Naming
from onrecord.reader import phrases as nearby
from onrecord.reader.flows.tables import Tables
from onrecord.reader.lexicon import Lexicon
from onrecord.reader.words import Word

Range = tuple[int, int]
LONGEST = 25
_MONEY = "£$€¥&"
_PARTS = ("’s", "'s", "’", "'")


class Phrases:
    """The phrases of one sentence.

    Args:
        starting: the mentions of the text by their first character.
        dated: the characters at which dates of the sentence begin.
    """

    def __init__(
        self,
        sentence: list[Word],
        lexicon: Lexicon,
        tables: Tables,
        starting: Mapping[int, Mention],
        dated: set[int],
    ) -> None:
        self.sentence, self.lexicon, self.tables = sentence, lexicon, tables
        self._starting, self._dated = starting, dated
        self._ends = {word.end: number for number, word in enumerate(sentence)}

    def low(self, number: int) -> str:
        """Give a word in small letters, '' beyond the sentence."""
        return self.sentence[number].low if 0 <= number < len(self.sentence) else ""

    def is_date(self, number: int) -> bool:
        """Say whether a date begins with a word."""
        return 0 <= number < len(self.sentence) and self.sentence[number].start in self._dated

    def is_adverb(self, number: int) -> bool:
        """Say whether a word only tells how: "secretly"."""
        word = self.sentence[number]
        return word.low in self.lexicon.adverbs or (
            word.low.endswith("ly") and len(word.low) > 4 and not word.capital
        )

    def noun(self, start: int) -> Range | None:
        """Give the noun phrase that begins with a word; None where none does."""
        if self._is_pronoun(start):
            return start, start + 1
        end = start
        while end < len(self.sentence) and end - start < LONGEST:
            name = self._name_end(end)
            if name is not None:
                end = name
            elif self._ends_phrase(start, end):
                break
            else:
                end += 1
        while end > start and self.low(end - 1) in self.lexicon.unfinished:
            end -= 1
        return (start, end) if end > start else None

    def past_bound(self, start: int) -> int:
        """Step past "at least" and the like before a number; else give the word itself."""
        for length in (3, 2, 1):
            told = " ".join(self.low(number) for number in range(start, start + length))
            number = self.low(start + length)[:1]
            if self.tables.has("bounds", told) and (number.isdigit() or number in "£$€¥"):
                return start + length if number else start
        return start

    def _is_pronoun(self, number: int) -> bool:
        low = self.low(number)
        if low == "her":
            following = self.low(number + 1)
            return (
                following in self.lexicon.determiners
                or not following.isalpha()
                or (following in self.lexicon.prepositions)
            )
        return self.tables.has("pronouns", low)

    def _name_end(self, number: int) -> int | None:
        mention = self._starting.get(self.sentence[number].start)
        if mention is None or not self.sentence[number].capital:
            return None
        last = self._last_word(mention)
        return None if last is None else last + 1

    def _last_word(self, mention: Mention) -> int | None:
        at = self._ends.get(mention.at.end)
        for mark in _PARTS if at is None else ():
            at = self._ends.get(mention.at.end + len(mark)) if at is None else at
        return at

    def _ends_phrase(self, start: int, number: int) -> bool:
        word, low = self.sentence[number], self.low(number)
        if word.is_mark:
            return word.text not in _MONEY
        if low in ("and", "&", "nor", "or"):
            return not (number > start and self._joins(number))
        if number > start and (low == "of" or self.sentence[number - 1].low == "of"):
            return False
        if low == "out" and self.low(number + 1) == "of":
            return True
        if (
            self.is_date(number)
            or low in self.lexicon.prepositions
            or low in self.lexicon.relatives
        ):
            return True
        if self.tables.has("ends", low) or self.tables.has("stops", low):
            return True
        if low in self.tables.verbs and number > start:
            # "the leak", "a transfer": after an article it is a noun
            after_article = self.low(number - 1) in self.lexicon.determiners
            return not (after_article or self.tables.has("things", low))
        return self.is_adverb(number) and low not in ("both", "all")

    def _joins(self, number: int) -> bool:
        left, right = self.sentence[number - 1], number + 1
        if right >= len(self.sentence):
            return False
        if left.capital and self.sentence[right].capital:
            return True
        return self.low(right) in self.lexicon.determiners or self.tables.has(
            "things", self.low(right)
        )

    def before(self, end: int) -> Range | None:
        """Give the phrase that ends before a word, without a verb and what stands before it."""
        found = nearby.before(self.sentence, end, self.lexicon)
        if found is None:
            return None
        start = found[0]
        for at in range(found[0] + 1, found[1] - 1):
            if not self.sentence[at].capital and self._parts(self.low(at)):
                start = at + 1
        return start, found[1]

    def _parts(self, low: str) -> bool:
        """Say whether a phrase does not go back across a word."""
        tables = self.tables
        return (
            low in tables.realised
            or low in self.lexicon.verbs
            or (low in tables.verbs and not tables.has("things", low))
            or low in ("from", "to", "by", "via", "through")
        )

    # --- who ---

    def party(self, start: int) -> Range | None:
        """Give the phrase for a giver or taker that begins with a word; None: it is not for one."""
        whole = self.noun(start)
        return None if whole is None else self.cut(whole)

    def cut(self, whole: Range) -> Range | None:
        """Give the part of a phrase, from its first word, that is somebody's; None: nobody's."""
        start, end = whole
        if self._is_pronoun(start) and end == start + 1:
            return whole
        for number in range(start, end):
            mention = self._starting.get(self.sentence[number].start)
            if mention is not None and _is_somebody(mention):
                last = self._last_word(mention)
                if last is not None and last < end and not self._goes_on(mention, last, end):
                    return start, self._with_joined(last + 1, end)
            if self._is_person(number):
                while number + 1 < end and self._is_person(number + 1):
                    number += 1
                if self.low(number + 1) != "of" or number + 1 >= end:
                    return start, number + 1
                return whole
        # A place alone ("leaked to Vallomar"), or what only the network takes for somebody.
        other = self._starting.get(self.sentence[start].start)
        return whole if other is not None and self._last_word(other) == end - 1 else None

    def _goes_on(self, mention: Mention, last: int, end: int) -> bool:
        """Say whether a name only leads the phrase: "Marr’s lawyer", "Alder Institute clerk"."""
        if last + 1 >= end:
            return False
        return self.sentence[last].end > mention.at.end or self._is_person(last + 1)

    def _with_joined(self, end: int, limit: int) -> int:
        while end + 1 < limit and self.low(end) in ("and", "&", "nor", "or"):
            name = self._name_end(end + 1)
            if name is None:
                break
            end = name
        return end

    def _is_person(self, number: int) -> bool:
        low = self.low(number)
        lexicon = self.lexicon
        return (
            low in lexicon.roles
            or (low.endswith("s") and low[:-1] in lexicon.roles)
            or low in lexicon.anonymous
            or self.tables.has("people", low)
            or (low in lexicon.plural and low not in lexicon.pronouns)
        )

    def each(self, party: Range) -> list[Range]:
        """Split names that are joined: "Marr and Vale" are two."""
        found, begin = [], party[0]
        for number in range(*party):
            if self.low(number) in ("and", "&", "nor", "or") and begin < number:
                if self._name_end(number + 1) is None:
                    return [party]
                found.append((begin, number))
                begin = number + 1
        if self.low(begin) in ("neither", "both", "either"):
            begin += 1
        if found and self.low(found[0][0]) in ("neither", "both", "either"):
            found[0] = (found[0][0] + 1, found[0][1])
        return [one for one in (*found, (begin, party[1])) if one[0] < one[1]]

    # --- what ---

    def head(self, phrase: Range) -> str:
        """Give the noun that a phrase is about: the last before "of" and the like."""
        for number in range(phrase[0] + 1, phrase[1]):
            if self.low(number) in self.lexicon.prepositions:
                return self.low(number - 1)
        return self.low(phrase[1] - 1)

    def is_thing(self, phrase: Range) -> bool:
        """Say whether a phrase names what can be passed from hand to hand, or money."""
        if self.tables.has("things", self.head(phrase)):
            return True
        words = self.sentence[phrase[0] : phrase[1]]
        return any(word.text in _MONEY[:4] for word in words)

    def is_idiom(self, phrase: Range) -> bool:
        """Say whether nothing passes with such an object: "gave evidence", "passed the bill"."""
        return self.tables.has("idioms", self.head(phrase))

    def is_means(self, preposition: int, phrase: Range) -> bool:
        """Say whether a phrase tells by what means: "on a memory stick", "over Signal"."""
        if not self.tables.has("means_before", self.low(preposition)):
            return False
        if self.low(preposition) == "by" and self.low(phrase[0]) in self.lexicon.determiners:
            return False  # "by courier" is a means, "by a courier" somebody
        words = self.sentence[phrase[0] : phrase[1]]
        return any(
            self.tables.has("means", word.low) or word.text in self.tables.words["apps"]
            for word in words
        )


def _is_somebody(mention: Mention) -> bool:
    """Say whether a name is a person's or a body's; of descriptions the nouns in them tell."""
    return mention.naming is Naming.NAMED and mention.kind is not ActorKind.PLACE
