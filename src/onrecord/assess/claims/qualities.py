"""Qualities that exclude each other: what is public is not restricted, what is genuine is no copy.

Who says that papers were public has denied that they were secret, though without a "not". A table
of what reports dispute, not of English.
"""

from __future__ import annotations

import re

_PAIRS = (
    (
        r"restricted|classified|confidential|secret|sensitive|privileged|non-public|unpublished",
        r"unrestricted|unclassified|declassified|public|published|publicly available|open source"
        r"|open to (?:all|anyone|everyone)|freely available|common knowledge",
    ),
    (
        r"cop(?:y|ies)|fakes?|forger(?:y|ies)|replicas?|reproductions?|casts?|counterfeits?|forged"
        r"|imitations?|swapped|switched|substitut\w+|replaced|anything other than",
        r"genuine|authentic|originals?|the real (?:thing|one)",
    ),
    (r"safe|harmless|clean", r"unsafe|dangerous|harmful|contaminated|toxic|poisonous"),
    (
        r"lawful|legal|legitimate|permitted|authorised|approved",
        r"unlawful|illegal|illegitimate|forbidden|unauthorised|without (?:permission|approval)",
    ),
    (
        r"sufficient|adequate|enough|satisfactory|complete",
        r"insufficient|inadequate|unsatisfactory|incomplete|lacking"
        r"|(?:falls?|fell|falling) (?:\w+ ){0,3}short(?: of)?",
    ),
    (r"accurate|correct|true", r"inaccurate|incorrect|false|untrue|wrong|falsified"),
)
_SIDES = tuple(
    tuple(re.compile(rf"(?<![\w-])(?:{side})(?![\w-])", re.IGNORECASE) for side in pair)
    for pair in _PAIRS
)
_NOT = re.compile(r"\b(?:not|no|never|none|nothing|neither|hardly)\b|n['’]t\b", re.IGNORECASE)


def tells_some_quality(words: str) -> bool:
    """Say whether words have one of the qualities of the table."""
    return any(side.search(words) for pair in _SIDES for side in pair)


def opposed(claim: str, words: str) -> bool:
    """Say whether words give the contrary of a quality that a claim gives, and without a "not"."""
    if _NOT.search(words):
        return False
    return any(
        (one.search(claim) and other.search(words) and not one.search(words))
        or (other.search(claim) and one.search(words) and not other.search(words))
        for one, other in _SIDES
    )


_WERE = re.compile(r"^(?P<of>.*?)\b(?:is|was|are|were)\s+(?:\w+ly\s+)?(?P<what>[\w-]+)")
_OF_THEM = re.compile(
    r"\b(?:(?:all|most|many|some|several|none|each|both|half|\w+teen|\w+ty(?:-\w+)?|\d+|two|three"
    r"|four|five|six|seven|eight|nine|ten|eleven|twelve) of (?:them|these|those|the)|they|these"
    r"|those)\b",
    re.IGNORECASE,
)
_THINGS = re.compile(
    r"\b(?:documents?|papers?|files?|records?|memos?|reports?|e-?mails?|letters?|materials?"
    r"|information|intelligence|gossip|dossiers?)\b",
    re.IGNORECASE,
)


def denies_quality(claim: str, words: str) -> bool:
    """Say whether words give the contrary of what a claim says that something was.

    "All of them were public", of papers that were restricted: of the claim's thing, or of what the
    words only point to.
    """
    found = _WERE.search(claim)
    if found is None or not opposed(found["what"], words):
        return False
    both = _THINGS.search(found["of"]) and _THINGS.search(words)
    of = {one[:6].casefold() for one in re.findall(r"[^\W\d_]{5,}", found["of"])}
    same = of & {one[:6].casefold() for one in re.findall(r"[^\W\d_]{5,}", words)}
    return bool(both or same or _OF_THEM.search(words))


def says_quality(claim: str, words: str) -> bool:
    """Say whether words say of the claim's kind of thing what the claim says that it was."""
    found = _WERE.search(claim)
    if found is None or _NOT.search(words) or _NOT.search(claim):
        return False
    told = _WERE.search(words)
    return (
        told is not None
        and any(
            side.fullmatch(found["what"]) and side.fullmatch(told["what"])
            for pair in _SIDES
            for side in pair
        )
        and bool(_THINGS.search(found["of"]) and _THINGS.search(told["of"]))
    )


def tells_quality(claim: str, words: str) -> bool:
    """Say whether words can say that something was what a claim says it was.

    "Restricted papers left the house" tells of papers that left: that they were restricted is only
    in it by the way. True of claims that tell no quality.
    """
    found = _WERE.search(claim)
    if found is None:
        return True
    sides = [side for pair in _SIDES for side in pair if side.fullmatch(found["what"])]
    return not sides or any(
        re.search(rf"\b(?:is|was|are|were|be|been|being|remain\w*)\s+(?:\w+\s+){{0,2}}{side.pattern}",
                  words, re.IGNORECASE)
        for side in sides
    )  # fmt: skip


def alike_or_opposed(claim: str, words: str) -> bool:
    """Say whether words give a quality that a claim gives, or its contrary."""
    return any(
        any(side.search(claim) for side in pair) and any(side.search(words) for side in pair)
        for pair in _SIDES
    )
