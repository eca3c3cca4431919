"""Who acts for whom, as texts tell it: "Ann Beck, who appears for Tom Reed", "Reed's lawyer, Beck".

Only words that say it count, beside both names; who acts for two in a case acts here for neither.
Who is named beside an accuser's post, "the public accuser, Ann Beck", takes positions of her own,
but what she says and what her office says have one origin.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

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
)
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
            for told in _ACTS:
                for found in told.finditer(text.characters):
                    yield found["who"], found["whom"]


def lawyers(texts: Iterable[Text]) -> Iterator[tuple[str, str]]:
    """Give the same of those alone who act as lawyers do: no spokesman, no agent."""
    for text in texts:
        if not text.is_rows:
            for told in _ACTS:
                for found in told.finditer(text.characters):
                    if not _SPEAKS_ONLY.search(found.group()):
                        yield found["who"], found["whom"]


def heads(texts: Iterable[Text]) -> Iterator[tuple[str, str]]:
    """Give who is named beside an accuser's post, and that post: "the public accuser, Ann Beck"."""
    for text in texts:
        if not text.is_rows:
            for told in _HEADS:
                for found in told.finditer(text.characters):
                    if not _NOT_NOW.search(found["post"]):
                        yield found["who"], f"the {found['post']}"
