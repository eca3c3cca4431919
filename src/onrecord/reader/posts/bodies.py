"""Reads the body that stands before a post's noun: "Harbour Board chairman", "the board's head".

A body is given in its own words, without its article.
"""

from __future__ import annotations

from onrecord.reader.posts.complements import LONGEST, POSSESSIVE, Complements, text_of
from onrecord.reader.words import Word


class Bodies(Complements):
    """Reads the bodies of posts among the words of one sentence, on both sides of the noun."""

    def opens(self, number: int) -> bool:
        """Say whether a capital there is only that of the sentence's first word."""
        return number == 0 and number not in self._names

    def within_a_name(self, number: int) -> bool:
        """Say whether a word goes on a name that begins before it: "Marsh News", "Lake Works"."""
        name = self._names.get(number)
        return name is not None and name[0] < number and number not in self._persons

    def before(self, words: list[Word], last: int) -> tuple[int, str, bool] | None:
        """Give the first word, the body and whether it is possessive, of a body that ends there."""
        if last < 0:
            return None
        possessive = words[last].text.endswith(POSSESSIVE)
        if words[last].text in "’'" and last and words[last - 1].low.endswith("s"):
            possessive, last = True, last - 1
        first = self._run_back(words, last)
        if first is None:
            return None
        body = text_of(words, first, last + 1)
        if body.lower() in self._tables.words["dropped"]:
            return None
        if possessive and words[last].text.endswith(POSSESSIVE):
            body = body[:-2]
        return first, body, possessive

    def _run_back(self, words: list[Word], last: int) -> int | None:
        word = words[last]
        if not self._names_a_body(word, last):
            possessive = word.text.endswith(POSSESSIVE)
            group = word.low.removesuffix("'s").removesuffix("’s")
            if group not in self._tables.words["groups"]:
                return None
            named = last and self._names_a_body(words[last - 1], last - 1)
            if possessive and not named:
                return last
            if not named:
                return None
            last -= 1
        first = last
        while first and last - first < LONGEST:
            if self._names_a_body(words[first - 1], first - 1) and not words[
                first - 1
            ].text.endswith(POSSESSIVE):
                first -= 1
            elif (
                words[first - 1].low in ("of", "&", "and")
                and first > 1
                and self._names.get(first - 2) == self._names.get(first, ())
            ):
                first -= 2
            else:
                break
        # A headline in capitals is no body's name.
        return None if last - first >= 3 and first not in self._names else first

    def _names_a_body(self, word: Word, number: int) -> bool:
        if not word.capital or number in self._dates or word.low in self._months:
            return False
        if number in self._persons and not word.text.endswith(POSSESSIVE):
            return False
        if number in self._opening and number not in self._names:
            return self._opens_a_name(word, number)
        return word.low not in ("i", "mr", "mrs", "ms", "dr", "the", "a", "an")

    def subject(self, words: list[Word], last: int) -> str:
        """Give the body that ends there before a verb: "the committee is chaired"; '' for none."""
        found = self.before(words, last)
        if found is not None:
            return found[1]
        first = max(0, last - 3)
        for number in range(first, last):
            if words[number].low in ("the", "its", "their") and (
                words[last].low in self._tables.words["groups"]
            ):
                return text_of(words, number + 1, last + 1)
        return ""

    def _opens_a_name(self, word: Word, number: int) -> bool:
        """Say whether a sentence's first word begins a name that was not found."""
        following = self._words[number + 1] if number + 1 < len(self._words) else word
        longer = following.capital and self._tables.head(following.low) is None
        told = ("over", "then", "ahead", "outgoing", "dropped", "newly", "nobody")
        small = word.low in self._function or any(word.low in self._tables.words[t] for t in told)
        return longer and not small
