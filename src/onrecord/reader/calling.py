"""What a text calls its people and bodies: each name with its titles, generation and kind.

A title tells the gender and that a person bears it; the kind that a name has most often in the text
is its kind. Who bears a name is for the roll and for later stages to decide.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from onrecord.core.identity import MentionId
from onrecord.core.sentences import split
from onrecord.core.spans import Span
from onrecord.core.vocabulary import ActorKind, Mention
from onrecord.reader.lexicon import Lexicon
from onrecord.reader.models import likeness, pieces
from onrecord.reader.models.network import Spotted
from onrecord.reader.names import Roll
from onrecord.reader.words import Word, words

GENDERS = {likeness.FORMS.index("he"): "his_titles", likeness.FORMS.index("she"): "her_titles"}
NOUNS = {likeness.FORMS.index("he"): "his_nouns", likeness.FORMS.index("she"): "her_nouns"}
KINDS = {1: ActorKind.PERSON, 2: ActorKind.ORGANISATION, 3: ActorKind.PLACE}

_PERSON, _BODY = 1, 2
_LONGEST = 4
"""A person's name has fewer words."""
_BEFORE = 60
_CAPITAL = re.compile(r"[A-Z](?:\.|[\w’'-]*[a-z])")
_AGED = re.compile(r", (?:aged )?[1-9]\d(?:,| and\b)")
_INTRODUCED = re.compile(
    r"\b(?:[Tt]he|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Oo]ur|[Mm]y|[Aa]n?)"
    r"(?: [a-z-]+){0,3}? ([a-z-]+),? $"
)
"""A description before a name: "The keeper, Ann Pell", "the art dealer Tom Reed"."""
_AFTER = re.compile(r"^,? ([A-Za-z]+)\b")
_POSSESSIVE = ("’s", "'s", "’", "'")


@dataclass(slots=True)
class Calling:
    """The names of one text as they are spotted. Kept for one reading only.

    `genders` are the pronouns' forms that titles tell of the actors.
    """

    characters: str
    lexicon: Lexicon
    roll: Roll
    genders: dict[MentionId, int] = field(default_factory=dict)
    _forms: dict[str, int] = field(default_factory=dict)

    def look_over(self, starts: dict[int, int]) -> None:
        """Take in the places of all names, starts to ends, before the first is entered."""
        self._forms = self._forms_of_surnames(starts)

    def form_of(self, title: str) -> int:
        """Give the pronoun's form that a title tells, 0 if none: "Ms" is she."""
        words = {w.capitalize() if w.isupper() else w for w in title.replace(".", "").split()}
        return next((f for f, table in GENDERS.items() if words & getattr(self.lexicon, table)), 0)

    def form_of_noun(self, words: str) -> int:
        """Give the pronoun's form that the noun of a description tells, 0 if none."""
        low = words.casefold().split()
        until = next((at for at, word in enumerate(low) if word in self.lexicon.prepositions), None)
        noun = low[:until][-1].strip(",.;:\"”’'") if low[:until] else ""
        return next((f for f, table in NOUNS.items() if noun in getattr(self.lexicon, table)), 0)

    def _forms_of_surnames(self, starts: dict[int, int]) -> dict[str, int]:
        """Give the forms of the names that bear a title somewhere, unless two bear two."""
        found: dict[str, set[int]] = {}
        for start, end in starts.items():
            form = self.form_of(self.title(Span(start, start))[0])
            if form:
                found.setdefault(self.characters[start:end].split()[-1], set()).add(form)
        return {word: forms.pop() for word, forms in found.items() if len(forms) == 1}

    def kinds(self, spotted: list[Spotted], made: pieces.Pieces) -> dict[str, int]:
        """Give each name the kind that it has most often in the text; the first of equals."""
        seen: dict[str, Counter[int]] = {}
        with_article: Counter[str] = Counter()
        for one in spotted:
            if one.is_name:
                start = made.starts[one.first]
                words = self.characters[start : made.ends[one.last]]
                seen.setdefault(words, Counter())[one.kind] += 1
                with_article[words] += self.characters[max(0, start - 4) : start].lower() == "the "
        kinds = {words: counted.most_common(1)[0][0] for words, counted in seen.items()}
        for words, counted in seen.items():
            if (
                kinds[words] == _PERSON
                and " " in words
                and 2 * with_article[words] > counted.total()
            ):
                kinds[words] = _BODY  # "the Marlow Hoard" is nobody's name
        told = (one for one in spotted if one.is_name and one.kind != _PERSON)
        for one in told:
            at = Span(made.starts[one.first], made.ends[one.last])
            if self._is_told_a_person(at):
                kinds[at.of(self.characters)] = _PERSON
        surnames = {
            words.split()[-1] for words, kind in kinds.items() if kind == 1 and " " in words
        }
        others = {words.split()[0] for words, kind in kinds.items() if kind != 1 and " " in words}
        # "Vale" alone, where Ann Vale is in the text and nothing else is named so, is she.
        return {words: 1 if words in surnames - others else kind for words, kind in kinds.items()}

    def _is_told_a_person(self, at: Span) -> bool:
        """Say whether what stands about two words of a name tells that a person bears them.

        An age after it, a description of a person before it, a title with its surname elsewhere.
        """
        words = at.of(self.characters).split()
        if not 1 < len(words) < _LONGEST or not all(_CAPITAL.fullmatch(word) for word in words):
            return False
        if not set(words).isdisjoint(self.lexicon.public_bodies | self.lexicon.outlets):
            return False
        if self._forms.get(words[-1]) or _AGED.match(self.characters, at.end):
            return True
        before = _INTRODUCED.search(self.characters[max(0, at.start - _BEFORE) : at.start])
        return before is not None and before.group(1) in self.lexicon.person_nouns

    def name(self, at: Span, number: int) -> Mention | None:
        """Enter a name of a kind, with its title and generation; None where no name is in it."""
        characters = self.characters
        text = at.of(characters)
        for ending in _POSSESSIVE:
            if text.endswith(ending):
                at = Span(at.start, at.end - len(ending))
                break
        at = next(split(characters, at), at)  # no name goes on in the next sentence
        found = words(characters, at, self.lexicon)
        if not found or not any(word.text[0].isalnum() for word in found):
            return None
        title, start = self.title(at)
        inside = [word for word in found if word.text[0].isalnum()]
        while len(inside) > 1 and self._is_title(inside[0].text):
            title = f"{title} {inside.pop(0).text}".strip()
        generation = self._generation(at, inside)
        if len(inside) > 1 and inside[-1].low.rstrip(".") == generation:
            inside.pop()
        kind = ActorKind.PERSON if self.form_of(title) or generation else KINDS[number]
        title = f"{title} {generation}".strip()
        bodies = self.lexicon.public_bodies
        if kind is ActorKind.ORGANISATION and any(word.text in bodies for word in found):
            kind = ActorKind.PUBLIC_BODY
        made = self.roll.name(
            title, tuple(w.text for w in inside), Span(start, at.end), kind, generation,
            self.characters.rfind("\n", 0, start) + 1,
        )  # fmt: skip
        form = self.form_of(title) or self._forms.get(inside[-1].text)
        if made is not None and form:
            self.genders.setdefault(made.same_as or made.id, form)
        return made

    def _is_title(self, word: str) -> bool:
        bare = word.rstrip(".")
        return bare in self.lexicon.titles or (
            bare.isupper() and len(bare) > 1 and bare.capitalize() in self.lexicon.titles
        )

    def _generation(self, at: Span, inside: list[Word]) -> str:
        """Give what tells father from son, beside a name or in it: "the elder Pell", "Pell Jr"."""
        characters = self.characters
        before = characters[max(0, at.start - 12) : at.start].split(" ")
        after = _AFTER.match(characters[at.end : at.end + 12])
        for word in (inside[-1].low, before[-2] if len(before) > 1 else "",
                     after.group(1) if after else ""):  # fmt: skip
            if word.lower().rstrip(".") in self.lexicon.generations:
                return word.lower().rstrip(".")
        return ""

    def title(self, at: Span) -> tuple[str, int]:
        """Give the titles that stand before a name, and where they begin."""
        characters, start = self.characters, at.start
        before = characters[max(0, start - 40) : start].replace("\n", " ")
        taken: list[str] = []
        while before.endswith(" "):
            bare = before.rstrip(" ")
            word = bare[bare.rfind(" ") + 1 :].lstrip("“\"‘'(")
            if not word or not self._is_title(word):
                break
            taken.insert(0, word)
            start -= len(before) - len(bare) + len(word)
            before = bare[: len(bare) - len(word)]
        return " ".join(taken), start
