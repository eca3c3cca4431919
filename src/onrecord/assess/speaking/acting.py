"""Who acts for whom, as texts tell it: "Ann Beck, who appears for Tom Reed", "Reed's lawyer, Beck".

Only words that say it count, beside both names; who acts for two in a case acts here for neither.
Who is named beside an accuser's post, "the public accuser, Ann Beck", takes positions of her own,
but what she says and what her office says have one origin.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from onrecord.assess.speaking.names import is_body
from onrecord.core.alone import of_words
from onrecord.core.letters import CAPITAL
from onrecord.core.vocabulary import Text

_LAWYER = (
    r"(?:lawyer|barrister|solicitor|counsel|attorney|advocate|brief|spokes(?:man|woman|person)"
    r"|agent)"
)
_TITLE = r"(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sir|Dame)\.?\s)"
_NAME = rf"{CAPITAL}[\w’'-]*\w(?:\s{CAPITAL}[\w’'-]*\w){{0,3}}"
_PARTY = (
    r"(?:the\s(?:(?:first|second|third|fourth|fifth)\s)?"
    r"(?:accused|defendant|respondent|claimant|appellant|applicant),\s)?"
)
_FULL = rf"{CAPITAL}[\w’'-]*\w(?:\s{CAPITAL}[\w’'-]*\w){{1,3}}"
_ACTS = (
    re.compile(
        rf"(?P<who>{_FULL}),\s(?:who\s(?:(?:appears|appeared|acts|acted|spoke|speaks|is\sacting"
        rf"|is\sappearing)\sfor|represents|represented|is\srepresenting|defends|is\sdefending)"
        rf"|(?:acting|appearing)\sfor|representing"
        rf"|(?:(?:the|an?|his|her)\s)?(?:\w+\s)?{_LAWYER}\s(?:for|to))\s{_PARTY}{_TITLE}?"
        rf"(?P<whom>{_NAME})"
    ),
    re.compile(rf"(?P<whom>{_NAME})[’']s?\s(?:\w+\s)?{_LAWYER},?\s{_TITLE}?(?P<who>{_FULL})"),
    re.compile(
        rf"(?:^|[;.:]\s){_TITLE}(?P<who>{_FULL})\sfor\s{_PARTY}{_TITLE}?(?P<whom>{_FULL})(?=[;.])",
        re.MULTILINE,
    ),
    re.compile(rf"(?P<who>{_FULL}),\sfor\s{_PARTY}{_TITLE}?(?P<whom>{_NAME}),"),
    re.compile(
        rf"\bFor\s{_PARTY}{_TITLE}?(?P<whom>{_NAME}),\s(?:who\s[^.;]{{3,90}}?,\s)?"
        rf"(?:(?:the|his|her)\s)?(?:\w+\s)?{_LAWYER},?\s{_TITLE}?(?P<who>{_FULL})"
    ),
)
_THEIR_OWN = re.compile(rf"\b(?:his|her)\s(?:\w+\s)?{_LAWYER},?\s{_TITLE}?(?P<who>{_FULL})")
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|‘[^’]*(?:’(?=\w)[^’]*)*’")
_STOPS = re.compile(r"[.!?][”’\"]?\s+(?=[“‘\"A-Z])|\n\s*\n")
_ALONE = re.compile(rf"(?<![\w’'-]){_NAME}(?![\w-])")
_OPENS = frozenset(
    "the a an he she they it i we you his her its their my our this that these those there then but"
    " and in on at by for from to with of as if when while after before no not nobody neither both"
    " what who how why where yesterday today monday tuesday wednesday thursday friday saturday"
    " sunday january february march april may june july august september october november"
    " december".split()
)
_OWN = re.compile(r"[’']s?$")
_BEFORE = 400
"""Characters before "his lawyer" in which whose it is may be named."""
_SPEAKS_ONLY = re.compile(r"\b(?:spoke|speaks|spokes(?:man|woman|person)|agent)\b")
_POST = (
    r"(?P<post>(?:[\w’'-]+\s){0,3}(?:prosecut(?:or|ions)|accuser|procurator|fiscal"
    r"|(?:district|state)\sattorney))"
)
_HEADS = (
    re.compile(rf"\b[Tt]he\s(?i:{_POST}),\s{_TITLE}?(?P<who>{_FULL})"),
    re.compile(rf"(?P<who>{_FULL}),\s(?:the\s)?(?i:{_POST})\b"),
)
_NOT_NOW = re.compile(r"\b(?:former|ex|late|then|once|past)\b", re.IGNORECASE)


def acting(texts: Iterable[Text]) -> Iterator[tuple[str, str]]:
    """Give the names of who acts for somebody and of whom, as texts tell it."""
    for text in texts:
        if not text.is_rows:
            yield from ((who, whom) for who, whom, _ in _acting(text.characters))
            yield from ((who, whom) for who, whom, _ in _their_own(text.characters))


def lawyers(texts: Iterable[Text]) -> Iterator[tuple[str, str]]:
    """Give the same of those alone who act as lawyers do: no spokesman, no agent."""
    for text in texts:
        if not text.is_rows:
            for found in (_acting(text.characters), _their_own(text.characters)):
                yield from ((who, whom) for who, whom, words in found if words == "acts")


Told = list[tuple[str, str, str]]
"""Who acts for whom; and "acts" as a lawyer does, or only "speaks"."""


@of_words(list)
def _acting(characters: str) -> Told:
    """Give who is said to act for whom."""
    return [
        (found["who"], found["whom"], _how(found))
        for told in _ACTS
        for found in told.finditer(characters)
    ]


def _how(found: re.Match[str]) -> str:
    return "speaks" if _SPEAKS_ONLY.search(found.group()) else "acts"


@of_words(list)
def _their_own(characters: str) -> Told:
    """Give who is somebody's lawyer by "his lawyer, Ann Beck": whose, the sentence names alone.

    Where it names nobody but the lawyer, the one before does. What is quoted is left out; where
    two are named, it is not told whose the lawyer is.
    """
    told: Told = []
    for found in _THEIR_OWN.finditer(characters):
        before = _QUOTED.sub(" ", characters[max(0, found.start() - _BEFORE) : found.start()])
        for sentence in reversed(_STOPS.split(before)[-2:]):
            found_there = (one.group() for one in _ALONE.finditer(sentence))
            named = {_OWN.sub("", one) for one in found_there if _is_name(one)}
            if named:
                if len(named) == 1:
                    told.append((found["who"], named.pop(), _how(found)))
                break
    return told


def _is_name(words: str) -> bool:
    """Say whether words with capitals may be a person's name: no body, no day, no small word."""
    return not (is_body(words) or words.split()[0].casefold() in _OPENS or words.isupper())


def heads(texts: Iterable[Text]) -> Iterator[tuple[str, str]]:
    """Give who is named beside an accuser's post, and that post: "the public accuser, Ann Beck"."""
    for text in texts:
        if not text.is_rows:
            yield from ((who, post) for who, post in _heads(text.characters))


@of_words(list)
def _heads(characters: str) -> list[tuple[str, str]]:
    return [
        (found["who"], f"the {found['post']}")
        for told in _HEADS
        for found in told.finditer(characters)
        if not _NOT_NOW.search(found["post"])
    ]
