"""Papers that speak: "her statement", "the notice of the harbour board" says what its author says.

Only what somebody writes or gives speaks for them; a file on somebody, a warrant or a biography
does not.
"""

from __future__ import annotations

import re

from onrecord.core.letters import CAPITAL
from onrecord.core.spans import Span

_WRITTEN = (
    r"(?:statement|letter|e-?mail|message|affidavit|deposition|testimony|evidence|memo|memorandum"
    r"|notice|reply|response|submission|filing|tweet|judge?ment|ruling|affirmation|declaration"
    r"|diary|diaries|memoirs?|notebook|speech|plea)s?"
)
_ALSO = r"(?:report|account|note|post|column|article|book|blog|decision|findings?|summary)s?"
_OWNED = re.compile(
    rf"(?P<owner>[Hh]is|[Hh]er|[Ii]ts|[Tt]heir)\s+(?:[\w-]+\s+){{0,3}}?(?:{_WRITTEN}|{_ALSO})\b"
    rf"|(?P<name>[^,;:]{{1,80}}?)(?:[’']s|(?<=s)[’'])\s+(?:[\w-]+\s+){{0,3}}?"
    rf"(?:{_WRITTEN}|{_ALSO})\b"
)
_FROM = re.compile(
    rf"(?:[Tt]he|[Aa]n?|[Tt]his|[Tt]hat)\s+(?:[\w-]+\s+){{0,2}}?"
    rf"(?:{_WRITTEN}\s+(?:of|from|by)|{_ALSO}\s+(?:from|by))\s+"
    rf"(?P<by>(?:the\s+)?(?:[a-z-]+\s+){{0,4}}?{CAPITAL}.{{0,80}}|the\s.{{1,80}})"
)


def author(characters: str, source: Span) -> Span | None:
    """Give the words for the author of a paper, where a source is one; None: it is not.

    "Her statement of 3 March" gives "Her", "a letter from the Tarn Board" "the Tarn Board".
    """
    owned = _OWNED.match(characters, source.start, source.end)
    if owned is not None:
        return Span(*owned.span("owner" if owned["owner"] else "name"))
    given = _FROM.match(characters, source.start, source.end)
    return None if given is None else Span(*given.span("by"))
