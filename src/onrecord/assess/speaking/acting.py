"""Who acts for whom, as texts tell it: "Ann Beck, who appears for Tom Reed", "Reed's lawyer, Beck".

Only words that say it count, beside both names; who acts for two in a case acts here for neither.
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


def acting(texts: Iterable[Text]) -> Iterator[tuple[str, str]]:
    """Give the names of who acts for somebody and of whom, as texts tell it."""
    for text in texts:
        if not text.is_rows:
            for told in _ACTS:
                for found in told.finditer(text.characters):
                    yield found["who"], found["whom"]
