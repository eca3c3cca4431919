"""Contents of statements with names in the place of the words that only point to somebody."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping

from onrecord.assess.claims.told import Place
from onrecord.assess.claims.whom import genders
from onrecord.assess.speaking import Parties, Party, is_body
from onrecord.core.folding import fold
from onrecord.core.identity import SourceId
from onrecord.core.said import StatementRow
from onrecord.core.spans import Span
from onrecord.core.vocabulary import Actor, ActorKind, Mention, Mode, Naming

WORDINGS = 2
"""Raised when contents would be worded otherwise: those of a record are remembered."""

_POINTS = re.compile(r"(?:he|him|she|they|them|it|his|their|its|the latter)", re.IGNORECASE)
_NO_NOUN = re.compile(r"\s*(?:[,.;:!?”\"]|$)|\s+(?:to|that|for|at|in|on|and|about|with|from|by)\b")
"""After "her": it is whom something was done to. Elsewhere it is left as it is: "saw her give" and
"saw her office" are told apart by no table."""
_CLEFT = re.compile(
    r"[Ii]t (?:was|is|wasn[’']t|isn[’']t|were) (?:not |only |never )?"
    r"(?:[^\s.;]+ ){0,8}?(?:who|whom|that|which)\b|[Ii]t (?:was|is) (?:he|she|him|her|they)\b"
)
_HELD = re.compile(r"\b(?:to (have|be)|of (having|being))\b")
_HELD_AS = {"have": "has", "be": "is", "having": "has", "being": "was"}
_OWN = frozenset(("his", "their", "its"))
_FIRST = re.compile(r"\b(?:I|me)\b(?!['’])(?! Lord)")
_THIRD = {"am": "is", "have": "has", "do": "does"}
_I_VERB = re.compile(rf"\bI ({'|'.join(_THIRD)})\b(?!['’])")
_CLIENT = re.compile(r"\b(?:[Mm]y|[Oo]ur) client\b(?!['’])")
_BY_KIND = {
    **dict.fromkeys(("they", "them", "their", "it", "its"), False),
    **dict.fromkeys(("he", "him", "his", "she", "her"), True),
}
"""Whether what a pronoun means is a person."""
_SEX = {**dict.fromkeys(("he", "him", "his"), "m"), **dict.fromkeys(("she", "her"), "f")}
_OTHER = {"m": "f", "f": "m"}
_PRONOUNS = frozenset("i he she they it we you who".split())


def wordings(
    rows: Iterable[StatementRow],
    mentions: Iterable[tuple[SourceId, Mention]],
    people: Iterable[Actor],
    characters: Callable[[SourceId], str],
    parties: Parties | None = None,
) -> dict[Place, str]:
    """Write contents with names for their pronouns, where the case knows whom they mean.

    "I" becomes the speaker, "she" the person whom the reader leads it to, "Ann" and "Ms Beck" the
    full name; a pronoun that leads to nobody named stays. Whoever speaks for a client speaks of the
    client, where what is said names nobody before its "she". Only statements that this changes are
    given.

    Args:
        rows: the statements.
        mentions: all mentions of the case, each with its source.
        people: the actors that the mentions were put together to.
        characters: gives the text of a source.
        parties: tells for whom speakers speak; None: the statements alone tell it.
    """
    people = list(people)
    names = {
        place: actor.names[0]
        for actor in people
        if actor.naming is Naming.NAMED and actor.names
        for place in actor.mentions
    }
    persons = {
        place for actor in people if actor.kind is ActorKind.PERSON for place in actor.mentions
    }
    pointing: defaultdict[SourceId, list[tuple[Span, str]]] = defaultdict(list)
    for source, mention in mentions:
        name = names.get((source, mention.id), "")
        is_person = (source, mention.id) in persons
        if _BY_KIND.get(mention.name.casefold(), is_person) is not is_person:
            continue  # "They" is no one person, and "he" no body.
        if not is_person and mention.name.casefold() not in _BY_KIND:
            continue  # Part of a body's name may be a town's.
        if name and name.casefold() not in _PRONOUNS:
            pointing[source].append((mention.at, name))
    for some in pointing.values():
        some.sort(key=_start)
    rows = list(rows)
    parties = parties or Parties(rows)
    sexes = genders(words for row in rows for words in (row.content, row.speaker))
    made: dict[Place, str] = {}
    for row in rows:
        known = pointing.get(row.source)
        text = characters(row.source) if known else ""
        name = row.actor_name
        party = parties.of(row.speaker, name, row.naming)
        client = _client(party, name)
        pieces = list(_filled(row, known, text, client, sexes)) if known else [row.content]
        told = row.naming is Naming.AGENTLESS
        words = _held(row, pieces) if told else " ".join(pieces)
        if name and row.naming is Naming.NAMED and name.casefold() not in _PRONOUNS:
            words = _first(row, words, name)
        if client:
            words = _CLIENT.sub(client, words)
        if words != row.content:
            made[row.source, row.id] = words
    return made


_QUOTED = re.compile(r"(?<=\s)([“\"][^”\"]*[”\"])")


def _first(row: StatementRow, words: str, name: str) -> str:
    """Put a name for "I", but not where somebody who speaks in court reads what another said."""
    if row.cue.strip() != ":":
        return _third(words, name)
    pieces = _QUOTED.split(words)
    return "".join(one if at % 2 else _third(one, name) for at, one in enumerate(pieces))


def _third(words: str, name: str) -> str:
    """Tell in the third person what somebody says of themselves: "Ann Pell has never met her"."""
    words = _I_VERB.sub(lambda found: f"{name} {_THIRD[found[1]]}", words)
    return _FIRST.sub(name, words)


def _client(party: Party | None, name: str) -> str:
    """Name the person for whom somebody speaks; '' where it is themselves, a body or a side."""
    if party is None or not party.known or party.key.startswith("the "):
        return ""
    if is_body(party.name) or set(fold(party.name).split()) & set(fold(name).split()):
        return ""
    return party.name


def _filled(
    row: StatementRow,
    known: list[tuple[Span, str]],
    characters: str,
    client: str,
    sexes: Mapping[str, str],
) -> Iterator[str]:
    named = ""
    for span in row.content_spans:
        at, made = span.start, ""
        for number in range(bisect_left(known, at, key=_start), len(known)):
            place, name = known[number]
            if place.start >= span.end:
                break
            if place.start < at or place.end > span.end:
                continue
            word = place.of(characters)
            if _CLEFT.match(characters, place.start, span.end):
                continue  # "It was Beck who sold it": no body is meant.
            if _SEX.get(word.casefold(), "") == _OTHER.get(sexes.get(_last(name), ""), "none"):
                continue  # "She" is nobody whom the case calls Mr.
            if _POINTS.fullmatch(word) or (
                word == "her" and _NO_NOUN.match(characters, place.end, span.end)
            ):
                if row.cue.strip() == ":" and _is_read_out(characters, span, place):
                    continue  # Whoever reads out what another said does not tell whom it meant.
                if name == row.actor_name and _is_quoted(row, characters, span, place):
                    continue  # Who is quoted says "I" of themselves, and "her" of somebody else.
                is_theirs = not named or _is_client(characters[row.at.start : place.start], word)
                if client and is_theirs and _BY_KIND.get(word.casefold()):
                    name = client
                own = "’s" if word.casefold() in _OWN else ""
                made += characters[at : place.start] + name.rstrip(".") + own
                at = place.end
            else:
                named = name
                if _shortens(word, name):
                    made += characters[at : place.start] + name
                    at = place.end
        yield made + characters[at : span.end]


_WOMEN, _MEN = re.compile(r"\b(?:Ms|Mrs|Miss|Lady|Dame)\b"), re.compile(r"\b(?:Mr|Sir)\b")


def _is_client(before: str, pronoun: str) -> bool:
    """Say whether counsel who told of "my client" still means him by "he", though others are named.

    They all must be of the other sex, by their titles: "my client ... Ms Beck had it from him".
    """
    told = list(_CLIENT.finditer(before))
    if not told:
        return False
    since, is_man = before[told[-1].end() :], pronoun.casefold() in ("he", "him", "his")
    same, other = (_MEN, _WOMEN) if is_man else (_WOMEN, _MEN)
    return not same.search(since) and bool(other.search(since))


def _last(name: str) -> str:
    return name.split()[-1].casefold() if name else ""


def _start(one: tuple[Span, str]) -> int:
    return one[0].start


def _is_quoted(row: StatementRow, characters: str, span: Span, place: Span) -> bool:
    """Say whether a place of a content stands in quoted words."""
    before = characters[span.start : place.start]
    straight = before.count('"') % 2 == 1
    return row.mode is Mode.DIRECT or straight or before.count("“") > before.count("”")


def _is_read_out(characters: str, span: Span, place: Span) -> bool:
    """Say whether a place stands in quotation marks within what somebody says."""
    before = characters[span.start : place.start]
    return before.count('"') % 2 == 1 or before.count("“") > before.count("”")


def _held(row: StatementRow, pieces: list[str]) -> str:
    """Put back the verb of what is held to be so: "the man is held | to be a broker".

    The verb stands at the end of the cue or at the start of what follows it.
    """
    cue = _HELD.search(f"{row.cue} ")
    if cue and len(pieces) > 1 and row.cue.endswith(cue[0]):
        return " ".join((pieces[0], _HELD_AS[cue[1] or cue[2]], *pieces[1:]))
    return _HELD.sub(lambda found: _HELD_AS[found[1] or found[2]], " ".join(pieces), count=1)


def _shortens(word: str, name: str) -> bool:
    """Say whether some words, without a title, are a part of a name of two or three words."""
    own, whole = word.split(), name.split()
    return 0 < len(own) < len(whole) <= 3 and set(own) < set(whole) and not is_body(name)
