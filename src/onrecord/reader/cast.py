"""The cast of one text: who is named, described or pointed to, and which words point to one actor.

Names are led to names by their words (a surname to the one fuller name it fits); pronouns and
descriptions by the network, never across an identity claim: that two are one is then somebody's
claim, and no more.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Container
from dataclasses import dataclass, field

from onrecord.core.identity import MentionId, mention_id
from onrecord.core.sentences import split
from onrecord.core.spans import Span
from onrecord.core.vocabulary import ActorKind, Mention, Naming, Text, Voice
from onrecord.reader import again, clients, voices
from onrecord.reader.layout import Layout
from onrecord.reader.lexicon import Lexicon
from onrecord.reader.models import likeness, pieces
from onrecord.reader.models.network import Network, Spotted
from onrecord.reader.names import Roll
from onrecord.reader.words import Word, words

PAIRS_BACK = 30
"""A mention is compared with so many before it, as in training."""

PRONOUN, DESCRIPTION = -1.0, 0.0
"""From these scores on a mention is led back. Pronouns mostly point to somebody: of 0, -1 and -2
the middle one cost nothing on GAP's dev part (F1 67.6, 67.7, 67.7) and found more speakers in the
texts of the gate (2026-11-26). A description that is led to the wrong person says of him what was
said of another, so it needs the better reason."""

RELATION = 1.0
"""From this score "her lawyer" is led back to somebody who was not called so before. With 2 two of
99 speakers in the texts of the gate are lost (.616 of .636), with 1 none, and three of seven wrong
leads of the constructed case are gone (2026-11-26): chosen on both, held out from neither."""

_APPOSITION = 100
"""What stands between a name and its "who" is no longer than so many characters."""

_OPENING = 200
"""The phrase that opens a sentence, up to a pronoun in it, is no longer than so many characters."""

_MARKS = "“”‘’\"'( "

SPOKE_BEFORE = 3.0
"""What is added to the score of a paragraph's last speaker, where "she said" comes next. With 3
two more items of the constructed case lead to the right actor than with 2 (33 against 35 of 137
wrong), and a hundredth fewer in the texts of the gate (.636, .646; 2026-11-26). Both were looked at
when it was chosen: neither is held out from it."""
_FIRST_PERSON = (likeness.FORMS.index("i"), likeness.FORMS.index("we"))
_GENDERS = {likeness.FORMS.index("he"): "his_titles", likeness.FORMS.index("she"): "her_titles"}

_ONE = (*_GENDERS, likeness.FORMS.index("it"))

_KINDS = {1: ActorKind.PERSON, 2: ActorKind.ORGANISATION, 3: ActorKind.PLACE}
_AFTER = re.compile(r"^,? ([A-Za-z]+)\b")
_OWNERS = frozenset({"my", "our", "your", "his", "her", "its", "their"})
_POSSESSIVE = ("’s", "'s", "’", "'")


@dataclass(slots=True)
class Cast:
    """The mentions of one text. Kept for one reading only."""

    text: Text
    lexicon: Lexicon
    network: Network
    roll: Roll = field(init=False)
    _spotted: list[tuple[Spotted, likeness.Seen, Mention]] = field(default_factory=list)
    _starts: list[int] = field(default_factory=list)
    _named: list[Mention] = field(default_factory=list)
    quoted_persons: list[tuple[Span, ActorKind]] = field(default_factory=list)
    """The places of "I" and "we" inside quotations, which the network leads to nobody."""
    _speaking: list[Span] = field(default_factory=list)
    _genders: dict[MentionId, int] = field(default_factory=dict)
    _forms: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.roll = Roll(self.text.id)

    def take(
        self,
        spotted: list[Spotted],
        made: pieces.Pieces,
        apart: list[tuple[Span, Span]],
        speaking: list[Span],
        layout: Layout,
    ) -> None:
        """Enter what the network spotted, in the order of the text.

        Args:
            apart: places said to be one actor by an identity claim; they are never led together.
            speaking: the sources of the statements, in the order of the text.
        """
        self._speaking = speaking
        firsts = {one.first for one in spotted if one.is_name}
        lasts = {one.last: one.first for one in spotted if one.is_name}
        starts = {made.starts[one.first]: made.ends[one.last] for one in spotted if one.is_name}
        self._forms = self._forms_of_surnames(starts)
        kinds = self._kinds_of_names(spotted, made)
        titled = {self._title(Span(start, start))[1] for start in starts} - starts.keys()
        names: dict[int, Mention | None] = {}
        for one in spotted:  # all names first: a pronoun may point to one that follows
            if one.is_name:
                at = Span(made.starts[one.first], made.ends[one.last])
                names[at.start] = self._name(at, kinds[at.of(self.text.characters)])
        follows = {name.at.start: name for name in names.values() if name is not None}
        introducing: list[tuple[Span, int]] = []
        for one in spotted:
            at = Span(made.starts[one.first], made.ends[one.last])
            if not one.is_name and (
                at.start in titled or self._before_name(at, starts) or self._before_name(at, titled)
            ):
                if at.start not in titled:
                    introducing.append((at, one.kind))
                continue  # "the mayor, Tom Pell", "Dr Tom Pell, the mayor": the name speaks
            if one.is_name:
                mention = names[at.start]
            elif one.first in firsts or one.first >= lasts.get(one.last, one.first + 2) - 1:
                continue  # a name and what stands about it: "the Harbour Board"
            elif self._is_quoted_person(one, at, made, layout):
                self.quoted_persons.append((at, _KINDS[one.kind]))
                continue
            else:
                mention = self._pointing(one, at, made, apart, self._ahead(at, layout, follows))
            if mention is None:
                continue
            self._spotted.append((one, self._look(one, made), mention))
        self._introduce(introducing)
        again.take(self.text.characters, self.roll, self.lexicon, apart)
        self._named = sorted(
            (m for m in self.roll.mentions.values() if m.naming is Naming.NAMED),
            key=lambda m: m.at,
        )
        self._starts = [m.at.start for m in self._named]

    def _introduce(self, introducing: list[tuple[Span, int]]) -> None:
        """Lead a description to the person whose name follows it: "the mayor, Tom Pell"."""
        starts = {at.start: mention for at, mention in self.roll.mentions.items()}
        for at, kind in introducing:
            named = starts.get(at.end + 2) if self._is_comma(at.end) else starts.get(at.end + 1)
            if (
                named is None
                or named.kind is not ActorKind.PERSON
                or _KINDS[kind] is not named.kind
            ):
                continue
            if named.naming is Naming.NAMED and at not in self.roll.mentions:
                name = " ".join(at.of(self.text.characters).split())
                self.roll.mentions[at] = Mention(
                    id=mention_id(self.text.id, at), at=at, name=name, kind=named.kind,
                    naming=Naming.ROLE_ONLY, same_as=named.same_as or named.id,
                )  # fmt: skip

    def _is_comma(self, end: int) -> bool:
        return self.text.characters[end : end + 2] == ", "

    def _is_quoted_person(
        self, one: Spotted, at: Span, made: pieces.Pieces, layout: Layout
    ) -> bool:
        """Say whether it is an "I" or a "we" in a quotation: who is quoted tells whom it means."""
        first_person = self._look(one, made).form in _FIRST_PERSON
        return first_person and any(q.holds(at) for q in layout.quotations_at(at))

    def _look(self, one: Spotted, made: pieces.Pieces) -> likeness.Seen:
        told: list[str] = []
        for number in made.ids[one.first : one.last + 1]:
            piece = self.network.vocabulary[number]
            if piece.startswith("##") and told:
                told[-1] += piece[2:]
            else:
                told.append(piece)
        shape = made.shapes[one.last]
        capital = shape in (pieces.CAPITAL, pieces.CAPITALS, pieces.MIXED)
        return likeness.seen(one.first, one.last, told, capital)

    def _form_of(self, title: str) -> int:
        """Give the pronoun's form that a title tells, 0 if none: "Ms" is she."""
        words = {w.capitalize() if w.isupper() else w for w in title.replace(".", "").split()}
        return next((f for f, table in _GENDERS.items() if words & getattr(self.lexicon, table)), 0)

    def _forms_of_surnames(self, starts: dict[int, int]) -> dict[str, int]:
        """Give the forms of the names that bear a title somewhere, unless two bear two."""
        found: dict[str, set[int]] = {}
        for start, end in starts.items():
            form = self._form_of(self._title(Span(start, start))[0])
            if form:
                found.setdefault(self.text.characters[start:end].split()[-1], set()).add(form)
        return {word: forms.pop() for word, forms in found.items() if len(forms) == 1}

    def _kinds_of_names(self, spotted: list[Spotted], made: pieces.Pieces) -> dict[str, int]:
        """Give each name the kind that it has most often in the text; the first of equals."""
        seen: dict[str, Counter[int]] = {}
        for one in spotted:
            if one.is_name:
                words = self.text.characters[made.starts[one.first] : made.ends[one.last]]
                seen.setdefault(words, Counter())[one.kind] += 1
        kinds = {words: counted.most_common(1)[0][0] for words, counted in seen.items()}
        surnames = {
            words.split()[-1] for words, kind in kinds.items() if kind == 1 and " " in words
        }
        others = {words.split()[0] for words, kind in kinds.items() if kind != 1 and " " in words}
        # "Vale" alone, where Ann Vale is in the text and nothing else is named so, is she.
        return {words: 1 if words in surnames - others else kind for words, kind in kinds.items()}

    def _name(self, at: Span, number: int) -> Mention | None:
        characters = self.text.characters
        text = at.of(characters)
        for ending in _POSSESSIVE:
            if text.endswith(ending):
                at = Span(at.start, at.end - len(ending))
                break
        at = next(split(characters, at), at)  # no name goes on in the next sentence
        found = words(characters, at, self.lexicon)
        if not found or not any(word.text[0].isalnum() for word in found):
            return None
        title, start = self._title(at)
        inside = [word for word in found if word.text[0].isalnum()]
        while len(inside) > 1 and self._is_title(inside[0].text):
            title = f"{title} {inside.pop(0).text}".strip()
        generation = self._generation(at, inside)
        if len(inside) > 1 and inside[-1].low.rstrip(".") == generation:
            inside.pop()
        kind = ActorKind.PERSON if self._form_of(title) or generation else _KINDS[number]
        title = f"{title} {generation}".strip()
        bodies = self.lexicon.public_bodies
        if kind is ActorKind.ORGANISATION and any(word.text in bodies for word in found):
            kind = ActorKind.PUBLIC_BODY
        made = self.roll.name(
            title, tuple(w.text for w in inside), Span(start, at.end), kind, generation,
            self.text.characters.rfind("\n", 0, start) + 1,
        )  # fmt: skip
        form = self._form_of(title) or self._forms.get(inside[-1].text)
        if made is not None and form:
            self._genders.setdefault(made.same_as or made.id, form)
        return made

    def _is_title(self, word: str) -> bool:
        bare = word.rstrip(".")
        return bare in self.lexicon.titles or (
            bare.isupper() and len(bare) > 1 and bare.capitalize() in self.lexicon.titles
        )

    def _generation(self, at: Span, inside: list[Word]) -> str:
        """Give what tells father from son, beside a name or in it: "the elder Pell", "Pell Jr"."""
        characters = self.text.characters
        before = characters[max(0, at.start - 12) : at.start].split(" ")
        after = _AFTER.match(characters[at.end : at.end + 12])
        for word in (inside[-1].low, before[-2] if len(before) > 1 else "",
                     after.group(1) if after else ""):  # fmt: skip
            if word.lower().rstrip(".") in self.lexicon.generations:
                return word.lower().rstrip(".")
        return ""

    def _title(self, at: Span) -> tuple[str, int]:
        """Give the titles that stand before a name, and where they begin."""
        characters, start = self.text.characters, at.start
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

    def _ahead(self, at: Span, layout: Layout, names: dict[int, Mention]) -> Mention | None:
        """Give the person whom a pronoun of a sentence's opening phrase can mean, who follows it.

        "In her report, Ms Vale said": the phrase opens with a preposition, names nobody before the
        pronoun, and the name follows its first comma.
        """
        sentence = layout.sentence_at(at.start)
        characters = self.text.characters
        if sentence is None or at.start - sentence.start > _OPENING:
            return None
        before = characters[sentence.start : at.start].lstrip(_MARKS).split()
        if not before or before[0].lower() not in self.lexicon.openers:
            return None
        if any(sentence.start <= start < at.start for start in names):
            return None
        comma = characters.find(", ", at.end, sentence.end)
        while comma >= 0 and comma + 2 not in names:
            comma = characters.find(", ", comma + 1, sentence.end)
        found = names.get(comma + 2) if comma >= 0 else None
        return found if found is not None and found.kind is ActorKind.PERSON else None

    def _pointing(
        self,
        one: Spotted,
        at: Span,
        made: pieces.Pieces,
        apart: list[tuple[Span, Span]],
        ahead: Mention | None,
    ) -> Mention | None:
        """Enter a pronoun or a description if it points to somebody; a bare one waits.

        Args:
            ahead: the person who follows, whom it means if it is a pronoun that fits.
        """
        seen = self._look(one, made)
        walls = {
            mention.same_as or mention.id
            for a, b in apart
            for mine, other in ((a, b), (b, a))
            if mine.overlaps(at)
            for _, _, mention in self._spotted
            if other.overlaps(mention.at)
        }
        # "her colleague" is not she.
        walls |= {m.same_as or m.id for _, _, m in self._spotted[-8:] if m.at.overlaps(at)}
        back = self._spotted[-PAIRS_BACK:]
        candidates = [
            (other, look.form, likeness.features(seen, look, len(back) - number))
            for number, (other, look, _) in enumerate(back)
        ]
        same_as = self._by_words(seen) or self._the_same(at, seen) or self._client(at, seen)
        naming = Naming.ROLE_ONLY
        if ahead is not None and seen.form in _GENDERS:
            founder = ahead.same_as or ahead.id
            if self._genders.get(founder, seen.form) == seen.form and founder not in walls:
                same_as, naming = founder, ahead.naming
        if candidates and same_as is None:
            scores = self.network.alike(one, seen.form, candidates)
            speaker = self._spoke_before(at, seen.form) if seen.form in _ONE else None
            for number, (_, _, other) in enumerate(back):
                if speaker is not None and (other.same_as or other.id) == speaker:
                    scores[number] += SPOKE_BEFORE
            for number in scores.argsort()[::-1].tolist():
                if scores[number] <= (PRONOUN if seen.form > 1 else DESCRIPTION):
                    break
                other = back[number][2]
                founder = other.same_as or other.id
                if founder in walls or other.at.overlaps(at):
                    continue
                if seen.form < 2 and not self._may_describe(other, at, scores[number]):
                    continue
                if self._genders.get(founder, seen.form) != seen.form and seen.form in _GENDERS:
                    continue  # "he" is nobody who was "she"
                same_as, naming = founder, self._naming_of(founder, other)
                break
        if same_as is None and seen.form > 1:
            return None  # a pronoun that points to nobody we saw
        if same_as is not None and seen.form in _GENDERS:
            self._genders.setdefault(same_as, seen.form)
        name = " ".join(at.of(self.text.characters).split())
        if at in self.roll.mentions:
            return None
        mention = Mention(
            id=mention_id(self.text.id, at), at=at, name=name, kind=_KINDS[one.kind],
            naming=naming if seen.form > 1 else Naming.ROLE_ONLY, same_as=same_as,
        )  # fmt: skip
        self.roll.mentions[at] = mention
        return mention

    def _may_describe(self, other: Mention, at: Span, score: float) -> bool:
        """Say whether a description may be of somebody: not of one whom it names ("an aide of
        Pell"); "her lawyer" of another than whom it called so before only for a good reason.
        """
        said = at.of(self.text.characters).casefold()
        if other.naming is Naming.NAMED and other.name.casefold() in said and " " in said:
            return False
        words = said.split()
        if len(words) < 2 or words[0] not in _OWNERS:
            return True
        if clients.is_anothers(other, at, words[0], self.roll.mentions):
            return False  # "her lawyer" is not the lawyer for somebody else.
        related = set(words[1:3]) & self.lexicon.relations
        return not related or score > RELATION or bool(related & set(other.name.casefold().split()))

    def _spoke_before(self, at: Span, form: int) -> MentionId | None:
        """Give who spoke last in the paragraph of a source that is "he", "she" or "it"."""
        number = bisect_left(self._speaking, at)
        if self._speaking[number : number + 1] != [at]:
            return None
        last = self._speaking[number - 1] if number else None
        if last is None or "\n" in self.text.characters[last.end : at.start]:
            return self._opens_paragraph(at) if form in _GENDERS else None
        is_person = form in _GENDERS
        fitting = [
            mention
            for _, _, mention in self._spotted
            if last.holds(mention.at) and (mention.kind is ActorKind.PERSON) == is_person
        ]
        return (fitting[0].same_as or fitting[0].id) if fitting else None

    def _opens_paragraph(self, at: Span) -> MentionId | None:
        """Give the person whose name opens the paragraph: "Ann Beck took another line. ..." """
        start = self.text.characters.rfind("\n", 0, at.start) + 1
        first = next(
            (
                mention
                for _, _, mention in self._spotted
                if mention.at.start == start and mention.kind is ActorKind.PERSON
            ),
            None,
        )
        return (first.same_as or first.id) if first is not None else None

    def _client(self, at: Span, seen: likeness.Seen) -> MentionId | None:
        """Give for whom a lawyer speaks, where the lawyer's words begin with "she"."""
        is_pronoun = seen.form in _GENDERS
        founder = clients.client(self.text.characters, at, self.roll.mentions, is_pronoun)
        if founder is None or not is_pronoun:
            return founder
        return founder if self._genders.get(founder, seen.form) == seen.form else None

    def _before_name(self, at: Span, starts: Container[int]) -> bool:
        """Say whether a name follows in apposition, a comma or nothing between."""
        between = self.text.characters[at.end : at.end + 2]
        return (between == ", " and at.end + 2 in starts) or (
            between[:1] == " " and at.end + 1 in starts
        )

    def _by_words(self, seen: likeness.Seen) -> MentionId | None:
        """Give the name that a description repeats, or the one that bears its noun as a title."""
        if seen.form > 1:
            return None
        titled = set()
        for _, look, mention in reversed(self._spotted[-4 * PAIRS_BACK :]):
            if look.form == 0 and mention.naming is Naming.NAMED:
                if look.words == seen.words:
                    return mention.same_as or mention.id
                if len(seen.words) == 1 and seen.words[0] in mention.title.lower().split():
                    titled.add(mention.same_as or mention.id)
        return titled.pop() if len(titled) == 1 else None

    def _the_same(self, at: Span, seen: likeness.Seen) -> MentionId | None:
        """Give the unnamed one whom "the same person" or "the person" means: the last called so."""
        words = at.of(self.text.characters).casefold().split()
        if seen.form != 1 or words[:1] != ["the"] or not 2 <= len(words) <= 3:
            return None
        if len(words) == 3 and words[1] != "same":
            return None
        for _, look, mention in reversed(self._spotted[-2 * PAIRS_BACK :]):
            if look.form == 1 and mention.naming is not Naming.NAMED and look.words:
                called = mention.name.casefold().split()
                if len(called) > 1 and called[1] == words[-1] and called[0] in ("a", "an", "one"):
                    return mention.same_as or mention.id
        return None

    def _naming_of(self, founder: MentionId, other: Mention) -> Naming:
        known = next((m for m in self.roll.mentions.values() if m.id == founder), other)
        return known.naming

    # --- who speaks ---

    def names_in(self, at: Span) -> list[Mention]:
        """Give the names that lie in a stretch, in their order."""
        first = bisect_left(self._starts, at.start)
        last = bisect_left(self._starts, at.end)
        return [m for m in self._named[first:last] if at.holds(m.at)]

    def voice(self, spans: tuple[Span, ...], verbs: set[str], *, hint: Naming | None) -> Voice:
        """Give the one whom the source's words name.

        Args:
            verbs: the words of the cue, in small letters.
            hint: what the network makes of the naming; None where it was not taught.
        """
        at = Span(spans[0].start, spans[-1].end)
        phrase = words(self.text.characters, at, self.lexicon)
        if len(phrase) == 1 and phrase[0].low in self.lexicon.pronouns:
            return self._by_pronoun(phrase[0], spans, hint)
        several = self._several(phrase, at)
        if several is not None:
            return Voice(spans=spans, naming=several.naming, mention=several.id)
        named = voices.head_name(phrase, self.names_in(at), self.lexicon)
        outlet = voices.is_outlet(phrase, self.lexicon) or hint is Naming.PUBLISHER
        if outlet and (verbs & self.lexicon.publisher_verbs or hint is Naming.PUBLISHER):
            mention = named or self._described(at, ActorKind.ORGANISATION, Naming.PUBLISHER)
            return Voice(spans=spans, naming=Naming.PUBLISHER, mention=mention.id)
        how = voices.naming(phrase, named is not None, self.lexicon)
        if hint is Naming.ANONYMOUS and named is None:
            how = Naming.ANONYMOUS
        if named is None or how is Naming.ANONYMOUS:
            named = self._described(at, voices.kind(how), how)
        return Voice(spans=spans, naming=how, mention=named.same_as or named.id)

    def _several(self, phrase: list[Word], at: Span) -> Mention | None:
        """Enter several who speak together: "Vale and Marsh", "two MPs and the Harbour Board"."""
        names = self.names_in(at)
        for word in phrase:
            if word.low not in ("and", "&") or any(n.at.holds(word.span) for n in names):
                continue
            before = [n for n in names if n.at.end <= word.start]
            after = [n for n in names if n.at.start >= word.end]
            between = self.text.characters[word.end : after[0].at.start] if after else "-"
            if not between.strip() and (before or "," not in self._until(at, word)):
                if before and self.text.characters[before[-1].at.end : word.start].strip(" ,"):
                    continue
                naming = Naming.NAMED if before else Naming.ROLE_ONLY
                return self._described(at, ActorKind.GROUP, naming)
        return None

    def _until(self, at: Span, word: Word) -> str:
        return self.text.characters[at.start : word.start]

    def _antecedent(self, start: int) -> Mention | None:
        """Give whom "who" means: the name before it, or the last person's if more stands between.

        "Tom Pell, a clerk at the Harbour Board, who said ..." is Pell.
        """
        near = self.names_in(Span(max(0, start - _APPOSITION), start))
        if near and near[-1].at.end >= start - 3:
            before = [m for m in near if m.kind is ActorKind.PERSON and m is not near[-1]]
            if near[-1].kind is ActorKind.PERSON or not before:
                return near[-1]
            near = before
        people = [m for m in near if m.kind is ActorKind.PERSON]
        if not people:
            return None
        between = self.text.characters[people[-1].at.end : start]
        return people[-1] if between[:1] == "," and not set(between) & set(".;:!?\n") else None

    def _described(self, at: Span, kind: ActorKind, naming: Naming) -> Mention:
        name = " ".join(at.of(self.text.characters).split())
        return self.roll.add(at, name, kind, naming)

    def _by_pronoun(self, word: Word, spans: tuple[Span, ...], hint: Naming | None) -> Voice:
        mention = self.roll.mentions.get(word.span)
        if mention is not None and mention.same_as is not None:
            return Voice(spans=spans, naming=mention.naming, mention=mention.same_as)
        if word.low in self.lexicon.relatives:
            one = self._antecedent(word.start)
            if one is not None:
                return Voice(spans=spans, naming=Naming.NAMED, mention=one.same_as or one.id)
        if word.low in ("some", "many", "others", "several"):
            return Voice(spans=spans, naming=Naming.ANONYMOUS)
        if word.low in self.lexicon.personal:
            return Voice(spans=spans, naming=hint or Naming.NAMED)
        return Voice(spans=spans, naming=Naming.ROLE_ONLY)
