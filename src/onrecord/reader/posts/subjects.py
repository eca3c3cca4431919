"""Whose verb it is: the person before a verb's group, through appositions, "who" and "and"."""

from __future__ import annotations

from onrecord.reader.posts.sentence import Person, Sentence

_OF = ("of", "for", "with", "by", "to", "from", "against", "about", "than", "under", "like", "on")
_NOBODY: Person | None = None


class Subjects:
    """Finds the subjects of one sentence's verbs.

    Args:
        extents: where the phrase of a person ends, its apposition included.
        pronouns: the persons that "he", "she" and "they" point to.
    """

    def __init__(self, sentence: Sentence, extents: dict[int, int], pronouns: list[Person]) -> None:
        self._s = sentence
        self._closing = {end: first for first, end in extents.items()}
        self._pronouns = {person.first: person for person in pronouns}

    def before(self, verb: int) -> list[Person | None]:
        """Give those of whom the verb group that begins at `verb` tells; none where not clear."""
        number = verb - 1
        while number >= 0:
            if number in self._pronouns and self._s.low(number) not in ("him", "her"):
                return self._by_pronoun(number)
            if self._s.low(number) == "who":
                return self._antecedent(number)
            found = self._ending(number + 1)
            if found is not None:
                return self._unless_owned(found)
            if self._is_date(number):
                number = self._before_date(number)
            elif self._s.low(number) == "," and (over := self._over_clause(number)):
                return over
            elif self._s.small(number, "adverbs") or self._s.low(number) == ",":
                number -= 1
            elif self._s.low(number) in ("and", "but", "before", "after", "then", "when"):
                return self._of_the_clause(number)
            else:
                return self._with_phrase(number)
        return []

    def object_at(self, number: int) -> list[Person | None]:
        """Give whom a "him" or a "her" means; none where that is not known."""
        person = self._pronouns.get(number)
        return [person] if person is not None and person.mention is not None else []

    def _by_pronoun(self, number: int) -> list[Person | None]:
        person = self._pronouns[number]
        if self._s.low(number) == "they" and person.mention is None:
            return []
        return [person if person.mention is not None else _NOBODY]

    def _ending(self, end: int) -> Person | None:
        """Give the person whose name, or whose phrase, ends there."""
        person = self._s.ending(end)
        if person is not None:
            return person
        first = self._closing.get(end, self._closing.get(end - 1))
        if first is None and self._s.low(end - 1).isdigit():
            aged = self._s.ending(end - 2)
            return aged if self._s.low(end - 2) == "," else None
        return None if first is None else self._s.starting(first)

    def _unless_owned(self, person: Person) -> list[Person | None]:
        """Give the person, and whoever is joined by "and"; nobody for "the husband of Ann Vale"."""
        before = self._s.low(person.first - 1)
        if before in ("and", "&"):
            other = self._ending(person.first - 1)
            if other is not None:
                return [other, person]
        if before in _OF and not self._opens_with(person.first - 1):
            return []
        return [person]

    def _opens_with(self, number: int) -> bool:
        return number == 0

    def _antecedent(self, who: int) -> list[Person | None]:
        number = who - 1 if self._s.low(who - 1) == "," else who
        found = self._ending(number) or self._ending(who)
        return [found] if found is not None else []

    def _is_date(self, number: int) -> bool:
        return any(first <= number < last for first, last, _ in self._s.dates)

    def _before_date(self, number: int) -> int:
        first = next(f for f, last, _ in self._s.dates if f <= number < last)
        small = self._s.small(first - 1, "since") or self._s.small(first - 1, "start")
        return first - 2 if small or self._s.low(first - 1) in ("in", "on", "until") else first - 1

    def _with_phrase(self, number: int) -> list[Person | None]:
        """Pass over "for most of that period" between "who" and its verb."""
        for at in range(number, max(-1, number - 7), -1):
            if self._s.low(at) == "who":
                return self._antecedent(at)
            if self._s.words[at].is_mark:
                return self._over_clause(at)
        return []

    def _over_clause(self, comma: int) -> list[Person | None]:
        """Pass over a clause between commas: "Vale, who was once ill, became mayor"."""
        for at in range(comma - 1, max(-1, comma - 14), -1):
            if self._s.low(at) == "who" and self._s.low(at - 1) == ",":
                return self._antecedent(at)
            # "Cray, a friend of Moss, was"
            apposed = self._s.low(at) == "," and self._s.low(at + 1) in ("a", "an", "the")
            person = self._s.ending(at) if apposed else None
            if person is not None:
                return self._unless_owned(person)
        return []

    def _of_the_clause(self, number: int) -> list[Person | None]:
        """Give the subject that two verbs share: the sentence's first person, if it opens it."""
        between = [person for person in self._s.persons if person.first < number]
        if not between:
            return [p if p.mention else None for n, p in self._pronouns.items() if n < 3][:1]
        first = between[0]
        opening = all(
            self._is_date(n)
            or self._s.low(n) in (",", "in", "on", "the")
            or self._s.tables.head(self._s.low(n)) is not None
            or self._s.low(n) in self._s.tables.words["fields"]
            for n in range(first.first)
        )
        return [first] if opening else []
