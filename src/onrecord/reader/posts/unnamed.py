"""Posts whose holder is not named: "a spokesman for the Harbour Board said".

They are given where a body is named and the holder does something; whom a description points to is
the network's question, and a post that somebody named has in the same text is not given again.
"""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.reader.posts.modifiers import Status
from onrecord.reader.posts.offices import Office
from onrecord.reader.posts.sentence import Sentence
from onrecord.reader.posts.telling import Kind, Told

_NOT_BEFORE = (
    "as",
    "be",
    "become",
    "of",
    "for",
    "than",
    "named",
    "appointed",
    "elected",
    "like",
    "or",
)
_STANDING = (
    "member",
    "chief",
    "head",
    "deputy",
    "fellow",
    "professor",
    "researcher",
    "representative",
    "delegate",
    "senator",
    "congressman",
    "mp",
)


def unnamed(sentence: Sentence, found: list[Office], taken: set[int]) -> Iterator[Told]:
    """Give the posts of those who speak or act without a name."""
    for office in found:
        if office.noun in taken or office.noun in sentence.quoted or not office.body:
            continue
        if _acts(sentence, office, found):
            last = office.last
            yield Told(office, None, Kind.BEARS, office.first, last, open=_is_held(office))


def _is_held(office: Office) -> bool:
    return office.status is Status.HELD


def _acts(sentence: Sentence, office: Office, found: list[Office]) -> bool:
    """Say whether it is the subject of a sentence's first verb: somebody, not a kind of people."""
    if office.nobody or not office.article or sentence.asks:
        return False
    if office.plural and sum(one.noun == office.noun for one in found) == 1:
        return False
    if (
        office.article == "a"
        and not sentence.words[office.last - 1].capital
        and not (sentence.words[office.noun - 1].capital)
    ):
        return False
    if office.post.split()[-1] in _STANDING:
        return False
    before = sentence.low(office.first - 1)
    if before in _NOT_BEFORE or not _opens(sentence, office.first):
        return False
    return _is_verb(sentence, office.last)


def _opens(sentence: Sentence, number: int) -> bool:
    """Say whether nothing but a date, or a mark, stands before."""
    return number == 0 or all(
        sentence.low(n) in ("on", "in", ",", "but", "and", "last") or n in sentence.date_words()
        for n in range(number)
    )


def _is_verb(sentence: Sentence, number: int) -> bool:
    """Say whether a verb in the past or the perfect follows, of something that was done."""
    low = sentence.low(number)
    if low in sentence.tables.small["unsure"] or low in ("is", "are", "will", "must", "who", "to"):
        return False
    told = (
        "said",
        "told",
        "wrote",
        "did",
        "has",
        "have",
        "had",
        "met",
        "says",
        "was",
        "were",
        "gave",
        "took",
        "made",
        "left",
        "went",
        "spoke",
    )
    return low in told or (low.endswith("ed") and low.isalpha())
