"""Whom pronouns and descriptions point to: by their words, or else by the network.

Never across an identity claim: that two are one is then somebody's claim, and no more.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from onrecord.core.identity import MentionId, TextId, mention_id
from onrecord.core.spans import Span
from onrecord.core.vocabulary import ActorKind, Mention, Naming
from onrecord.reader import clients
from onrecord.reader.calling import GENDERS, KINDS, Calling
from onrecord.reader.describing import Describing, are_several, is_person
from onrecord.reader.layout import Layout
from onrecord.reader.models import likeness, pieces
from onrecord.reader.models.network import Network, Spotted
from onrecord.reader.models.pairs import Earlier
from onrecord.reader.names import Roll
from onrecord.reader.unmeant import Names, Unmeant

PAIRS_BACK = 30
"""A mention is compared with so many before it, as in training."""

PRONOUN, DESCRIPTION = -1.0, 0.0
"""From these scores on a mention is led back. Pronouns mostly point to somebody: of 0, -1 and -2
the middle one cost nothing on GAP's dev part (F1 67.6, 67.7, 67.7) and found more speakers in the
texts of the gate (2026-11-26). A description that is led to the wrong person says of him what was
said of another, so it needs the better reason."""

_BEFORE = 13
"""So many sources before a "she" are looked at for who spoke last."""

_OPENING = 200
"""The phrase that opens a sentence, up to a pronoun in it, is no longer than so many characters."""

_MARKS = "“”‘’\"'( "
_OURS = frozenset({"i", "we", "my", "our"})
_STOPS = re.compile(r"[.!?][”\"’']?\s")
_LONG = 24
"""A title has fewer characters."""

SPOKE_BEFORE = 4.0
"""What is added to the score of a paragraph's last speaker, or of whom it opens with, where "she
said" comes next. With 3 two more items of the constructed case lead to the right actor than with 2;
with 4 four more positions of seven such cases, with 6 no more, and four in a hundred fewer in the
texts of the gate (2026-11-27): all looked at when it was chosen, none held out from it."""
TOLD_OF = 3.0
"""What is added to the score of whom the sentence before opens with, where "she" opens the next. Of
48 texts made for it, which told of somebody else often before, 12 led to the wrong one without it,
4 with 2, 2 with 3; LitBank dev .4938 -> .4943, GUM dev the same (CoNLL, 2026-11-28)."""
_ENDS = frozenset(".!?”\"’'")
APPOSED = 2.0
"""What is added to the score of whom an apposition is told of, against those it relates to."""
_RELATED = re.compile(
    r", (?:who |then |now |once |formerly |the |an? )?(?:[\w-]+ ){1,5}(?:to|for|of|with|under|by)"
    r" (?:the |[A-Z]\w+ ){0,3}"
)
_THROUGH = re.compile(
    r", (?:speaking )?(?:through|via) (?:(?:his|her|their|its|a|the) \w+,? )?"
    r"(?:(?:Mr|Ms|Mrs|Dr)\.? )?$"
)
"""Before the name of one who speaks for somebody: "Ann Beck, through Tom Reed, says that she"."""
_SAYING = re.compile(
    r"(?:, [^.;:!?\n]{1,120},)? (?:has |had )?(?:\w+ly )?"
    r"(?:said|says|told [^.;:!?\n]{1,60}?|added|insisted|claimed|admitted|denied|wrote)(?: that)? "
)
"""Between the subject of a saying and the first word of what is said."""

_ADDS = re.compile(r" (?:also |later |then )?(?:add(?:s|ed)|continue[sd]|went on|goes on)\b")
"""After the "she" of who said what stands before."""

_IT = likeness.FORMS.index("it")
_ONE = (*GENDERS, _IT)
_DESCRIPTION = likeness.FORMS.index("description")

_FIRST_PERSON = (likeness.FORMS.index("i"), likeness.FORMS.index("we"))


@dataclass(slots=True)
class Pointing:
    """What one text has spotted so far, for those who point back. Kept for one reading only."""

    text: TextId
    characters: str
    network: Network
    calling: Calling
    roll: Roll
    apart: list[tuple[Span, Span]] = field(default_factory=list)
    """Places said to be one actor by an identity claim; they are never led together."""
    speaking: list[Span] = field(default_factory=list)
    """The sources of the statements, in the order of the text."""
    unmeant: Unmeant | None = None
    names: Names = field(default_factory=lambda: Names(()))
    """All names of the text, those that follow too."""
    _spotted: list[tuple[likeness.Seen, Mention]] = field(default_factory=list)
    _starts: list[int] = field(default_factory=list)
    _earlier: Earlier = field(init=False)
    _describing: Describing = field(init=False)

    def __post_init__(self) -> None:
        self._earlier = Earlier(self.network.tables, PAIRS_BACK)
        self._describing = Describing(
            self.characters,
            self.calling.lexicon,
            self.roll,
            lambda: [mention for _, mention in self._spotted[-PAIRS_BACK:]],
            lambda: self.names.all,
        )

    def enter(self, one: Spotted, seen: likeness.Seen, mention: Mention) -> None:
        """Take in a mention to which later ones may point."""
        self._spotted.append((seen, mention))
        self._starts.append(mention.at.start)
        self._earlier.enter(one, seen)

    def is_first_person(self, seen: likeness.Seen) -> bool:
        """Say whether it is "I" or "we"."""
        return seen.form in _FIRST_PERSON

    def look(self, one: Spotted, made: pieces.Pieces) -> likeness.Seen:
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

    def ahead(self, at: Span, layout: Layout, names: dict[int, Mention]) -> Mention | None:
        """Give the person whom a pronoun of a sentence's opening phrase can mean, who follows it.

        "In her report, Ms Vale said": the phrase opens with a preposition, names nobody before the
        pronoun, and the name follows its first comma.
        """
        sentence = layout.sentence_at(at.start)
        characters = self.characters
        if sentence is None or at.start - sentence.start > _OPENING:
            return None
        before = characters[sentence.start : at.start].lstrip(_MARKS).split()
        if not before or before[0].lower() not in self.calling.lexicon.openers:
            return None
        if any(sentence.start <= start < at.start for start in names):
            return None
        comma = characters.find(", ", at.end, sentence.end)
        while comma >= 0 and comma + 2 not in names:
            comma = characters.find(", ", comma + 1, sentence.end)
        found = names.get(comma + 2) if comma >= 0 else None
        return found if found is not None and found.kind is ActorKind.PERSON else None

    def subject(self, at: Span, layout: Layout, names: dict[int, Mention]) -> Mention | None:
        """Give the person who opens a sentence and says what begins with a pronoun.

        "Edda Vorn, the pilot, said her son was away": no other person may stand between.
        """
        sentence = layout.sentence_at(at.start)
        one = names.get(sentence.start) if sentence is not None else None
        if one is None or one.kind is not ActorKind.PERSON or at.start - one.at.end > _OPENING:
            return None
        if not _SAYING.fullmatch(self.characters, one.at.end, at.start):
            return None
        others = (m for start, m in names.items() if one.at.end <= start < at.start)
        between = any(
            m.kind is ActorKind.PERSON
            and not _THROUGH.search(self.characters, one.at.end, m.at.start)
            for m in others
        )
        return None if between else one

    def mention(
        self,
        one: Spotted,
        at: Span,
        made: pieces.Pieces,
        ahead: Mention | None,
    ) -> Mention | None:
        """Enter a pronoun or a description if it points to somebody; a bare one waits.

        Args:
            ahead: the person who follows, whom it means if it is a pronoun that fits.
        """
        seen = self.look(one, made)
        walls = {
            mention.same_as or mention.id
            for a, b in self.apart
            for mine, other in ((a, b), (b, a))
            if mine.overlaps(at)
            for _, mention in self._spotted
            if other.overlaps(mention.at)
        }
        # "her colleague" is not she.
        walls |= {m.same_as or m.id for _, m in self._spotted[-8:] if m.at.overlaps(at)}
        back, genders = self._spotted[-PAIRS_BACK:], self.calling.genders
        apposed = None
        if seen.form in GENDERS and self.unmeant is not None:
            walls |= self.unmeant.by(at, self.names.within)
            apposed = self._apposed(at)
        same_as = self._by_words(seen) or self._the_same(at, seen) or self._client(at, seen)
        if seen.form in GENDERS and same_as in walls:
            same_as = None
        naming = Naming.ROLE_ONLY
        form = seen.form
        if form == _DESCRIPTION:
            form = self.calling.form_of_noun(at.of(self.characters))
        if ahead is not None and seen.form in GENDERS:
            founder = ahead.same_as or ahead.id
            if self.calling.genders.get(founder, seen.form) == seen.form and founder not in walls:
                same_as, naming = founder, ahead.naming
        if back and same_as is None:
            scores = self._earlier.alike(one, seen)
            speaker = self._spoke_before(at, seen.form) if seen.form in _ONE else None
            told_of = self._told_of_before(at) if seen.form in GENDERS and not speaker else None
            for number, (_, other) in enumerate(back):
                if speaker is not None and (other.same_as or other.id) == speaker:
                    scores[number] += SPOKE_BEFORE
                if (other.same_as or other.id) == apposed:
                    scores[number] += APPOSED
                if (other.same_as or other.id) == told_of:
                    scores[number] += TOLD_OF
            order = scores.argsort()[::-1].tolist()
            if seen.form in GENDERS and speaker is not None:
                # Where somebody spoke just now, a person comes before what may be one.
                order.sort(key=lambda number: not is_person(back[number][1]))
            for number in order:
                if scores[number] <= (PRONOUN if seen.form > 1 else DESCRIPTION):
                    continue
                other = back[number][1]
                founder = other.same_as or other.id
                if founder in walls or other.at.overlaps(at):
                    continue
                if seen.form < 2 and not self._describing.may_describe(other, at, scores[number]):
                    continue
                if form in GENDERS and genders.get(founder, form) != form:
                    continue  # "he" is nobody who was "she", and so is "the spokesman"
                if seen.form in _ONE and self._is_several(other):
                    continue
                if seen.form == _IT and other.kind is ActorKind.PERSON:
                    continue
                same_as, naming = founder, self._naming_of(founder, other)
                break
        if same_as is None and seen.form > 1:
            return None  # a pronoun that points to nobody we saw
        if same_as is not None and form in GENDERS:
            self.calling.genders.setdefault(same_as, form)
        name = " ".join(at.of(self.characters).split())
        if at in self.roll.mentions:
            return None
        mention = Mention(
            id=mention_id(self.text, at), at=at, name=name, kind=KINDS[one.kind],
            naming=naming if seen.form > 1 else Naming.ROLE_ONLY, same_as=same_as,
        )  # fmt: skip
        self.roll.mentions[at] = mention
        return mention

    def _spoke_before(self, at: Span, form: int) -> MentionId | None:
        """Give who spoke last in the paragraph of a source that is "he", "she" or "it"."""
        number = bisect_left(self.speaking, at)
        if self.speaking[number : number + 1] != [at]:
            return None
        before = [self.speaking[n] for n in range(number - 1, max(-1, number - _BEFORE), -1)]
        last = next((one for one in before if not self._is_own(one, at)), None)
        if last is None or "\n" in self.characters[last.end : at.start]:
            if form not in GENDERS:
                return None
            return self._went_on(before, at) or self._opens_paragraph(at)
        return self._first_in(last, is_person=form in GENDERS)

    def _first_in(self, source: Span, *, is_person: bool) -> MentionId | None:
        """Give the first person, or the first who is none, of whom a source tells."""
        fitting = (
            mention
            for mention in self._between(source.start, source.end)
            if source.holds(mention.at) and (mention.kind is ActorKind.PERSON) == is_person
        )
        found = next(fitting, None)
        return None if found is None else found.same_as or found.id

    def _went_on(self, before: Sequence[Span], at: Span) -> MentionId | None:
        """Give the person who spoke last in the paragraph before, where "he added" opens the next.

        Whoever is quoted in what that one said is passed over, and the paper that has it.
        """
        if _ADDS.match(self.characters, at.end) is None:
            return None
        for one in before:
            between = self.characters[one.end : at.start].rstrip(" ")
            paragraphs = [part for part in between.split("\n")[1:] if part.strip()]
            if paragraphs or not between.endswith("\n"):
                return None
            is_quoted = self.unmeant is not None and self.unmeant.is_quoted(one)
            found = None if is_quoted else self._first_in(one, is_person=True)
            if found is not None:
                return found
        return None

    def _told_of_before(self, at: Span) -> MentionId | None:
        """Give the person with whom the sentence before opens, where "she" opens the next."""
        characters = self.characters
        end = at.start
        while end and characters[end - 1].isspace():
            end -= 1
        if not characters[at.start].isupper() or characters[end - 1 : end] not in _ENDS:
            return None
        low = max(0, end - _OPENING * 2)
        stops = [one.end() for one in _STOPS.finditer(characters, low, end)]
        start = max(characters.rfind("\n", low, end) + 1, *stops, low)
        first = bisect_left(self._starts, start)
        opening = (m for _, m in self._spotted[first : first + 3] if m.at.start == start)
        person = next((m for m in opening if m.kind is ActorKind.PERSON), None)
        return None if person is None else person.same_as or person.id

    def _apposed(self, at: Span) -> MentionId | None:
        """Give the person of whom a sentence goes on to tell: not whom that only relates to.

        "Tom Pell, then adviser to Ann Beck and, until he joined her, a clerk": "he" is Pell.
        """
        start = max(at.start - _OPENING, self.characters.rfind(". ", 0, at.start) + 1)
        near = [m for m in self.names.before(at.start, start) if m.kind is ActorKind.PERSON]
        if len(near) < 2 or "\n" in self.characters[near[-2].at.end : at.start]:
            return None
        one, other = near[-2:]
        between = self.characters[one.at.end : other.at.start]
        if not _RELATED.fullmatch(between):
            return None
        return one.same_as or one.id

    def _is_several(self, other: Mention) -> bool:
        """Say whether a mention is of several people: "her lawyers", "prosecutors"."""
        if other.kind is ActorKind.PERSON and other.naming is Naming.NAMED:
            return False
        return are_several(other.name.casefold().split(), self.calling.lexicon)

    def _opens_paragraph(self, at: Span) -> MentionId | None:
        """Give the person whose name opens the paragraph: "Ann Beck took another line. ..." """
        start = self.characters.rfind("\n", 0, at.start) + 1
        first = next(
            (
                mention
                for _, mention in self._spotted
                if self._opens(mention, start) and mention.kind is ActorKind.PERSON
            ),
            None,
        )
        return (first.same_as or first.id) if first is not None else None

    def _between(self, start: int, end: int) -> list[Mention]:
        """Give the mentions met so far that begin in a stretch."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return [mention for _, mention in self._spotted[first:last]]

    def _is_own(self, one: Span, at: Span) -> bool:
        """Say whether a source is the "I" of a quotation whose own speaker follows: "he said"."""
        if one.of(self.characters).casefold() not in _OURS:
            return False
        return _STOPS.search(self.characters, one.end, at.start) is None

    def _opens(self, one: Mention, start: int) -> bool:
        """Say whether a name opens a paragraph; with a title, it is alone in the first sentence."""
        if one.at.start == start:
            return True
        before = self.characters[start : one.at.start] if one.at.start - start < _LONG else "?"
        if before.strip(" .") != one.title:
            return False
        stops = _STOPS.search(self.characters, start)
        end = stops.start() if stops is not None else len(self.characters)
        people = {
            mention.same_as or mention.id
            for mention in self._between(start, end)
            if is_person(mention)
        }
        return people == {one.same_as or one.id}

    def _client(self, at: Span, seen: likeness.Seen) -> MentionId | None:
        """Give for whom a lawyer speaks, where the lawyer's words begin with "she"."""
        is_pronoun = seen.form in GENDERS
        founder = clients.client(self.characters, at, self.roll.mentions, is_pronoun)
        if founder is None or not is_pronoun:
            return founder
        return founder if self.calling.genders.get(founder, seen.form) == seen.form else None

    def _by_words(self, seen: likeness.Seen) -> MentionId | None:
        """Give the name that a description repeats, or the one that bears its noun as a title."""
        if seen.form > 1:
            return None
        titled = set()
        for look, mention in reversed(self._spotted[-4 * PAIRS_BACK :]):
            if look.form == 0 and mention.naming is Naming.NAMED:
                if look.words == seen.words:
                    return mention.same_as or mention.id
                if len(seen.words) == 1 and seen.words[0] in mention.title.lower().split():
                    titled.add(mention.same_as or mention.id)
        return titled.pop() if len(titled) == 1 else None

    def _the_same(self, at: Span, seen: likeness.Seen) -> MentionId | None:
        """Give the unnamed one whom "the same person" or "the person" means: the last called so."""
        words = at.of(self.characters).casefold().split()
        if seen.form != 1 or words[:1] != ["the"] or not 2 <= len(words) <= 3:
            return None
        if len(words) == 3 and words[1] != "same":
            return None
        for look, mention in reversed(self._spotted[-2 * PAIRS_BACK :]):
            if look.form == 1 and mention.naming is not Naming.NAMED and look.words:
                called = mention.name.casefold().split()
                if len(called) > 1 and called[1] == words[-1] and called[0] in ("a", "an", "one"):
                    return mention.same_as or mention.id
        return None

    def _naming_of(self, founder: MentionId, other: Mention) -> Naming:
        known = next((m for m in self.roll.mentions.values() if m.id == founder), other)
        return known.naming
