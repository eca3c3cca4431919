"""The names in what a speaker is called: of a person, of a body, and how texts write them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import lru_cache

from onrecord.core.folding import fold
from onrecord.core.letters import CAPITAL

LONGEST = 400
"""Characters of what a speaker is called that are looked at."""


MEANT = re.compile(r"\s*\(“[^”]*”\)\s*$")
"""How a speaker is shown whom the text only points to: the name, and the words of the text."""


NAME = re.compile(rf"\b{CAPITAL}[\w’'-]+(?:\s+(?:(?:de|van|von|al|der|of)\s+)?{CAPITAL}[\w’'-]+)*")

_TITLES = frozenset(
    "mr mrs ms miss dr prof professor sir dame lord lady judge justice detective det superintendent"
    " supt inspector insp sergeant sgt constable chief general gen colonel captain minister"
    " president senator governor mayor lawyer barrister solicitor counsel attorney the a an".split()
)

_CALENDAR = frozenset(
    "january february march april may june july august september october november december monday"
    " tuesday wednesday thursday friday saturday sunday today yesterday".split()
)

_OFFICES = frozenset("minister secretary director president chancellor commissioner mayor".split())

PRONOUNS = frozenset(
    "i we he she they it you his her their its our my me him them us one who both another"
    " that this these those somebody nobody".split()
)

_OPENS = re.compile(r"[\w-]+ (?!of\b)[a-z]")
"""A word with a capital only because it comes first: "Charging notice", "People who know her"."""


_OPENED = re.compile(
    r"\b(?:the|an?|one|another|this|that|some)\s+(?:(?:former|ex|retired|senior|leading|ageing"
    r"|young|unnamed)[\s-]+)*$",
    re.IGNORECASE,
)
_ITS_NOUN = re.compile(
    r"(?:\s+(?!(?:of|in|at|on|for|to|from|by|with|who|whom|whose|which|that|and|or|is|was|has|had"
    r"|himself|herself|itself|themselves|also|aged|now|then|said|newspaper|paper|magazine|website"
    r"|blog|channel|programme|agency|company|firm|group|party|government|administration)\b)"
    r"[a-z][\w’'-]*)+"
)
"""Before and after a name that only tells whose somebody is: "a Marlow Shipping stoker"."""
_ARTICLE = re.compile(r"(?:The|An?|One|Another|This|That|Some) ")
_UNDER = re.compile(r"\b(?:of|in|over|for|at|to|from|by|on|with|against)\s+(?:the\s+)?$")
"""Before a name: whoever is called so is not that name, but something of it."""


BODY = re.compile(
    r"\b(?:office|ministry|department|board|committee|court|council|commission|authority|police|"
    r"directorate|tribunal|chamber|panel|bureau|secretariat|treasury|constabulary|comptroller|auditor"
    r"|procurator|registrar|prefecture|parliament|assembly|senate|universit(?:y|ies)|institute|inquiry|prosecutions?|"
    r"solicitors|chambers|inspectorate|ombudsman|registry|agency|services?|trusts?|fund|union|"
    r"llp|ltd|limited|plc|inc|gmbh|corporation|company|group|party|bank|museum|galler(?:y|ies)|"
    r"fine art|hospitals?|schools?|colleges?|academy|church|club|association|federation|society|"
    r"foundation|charity|embassy|airlines?|railways?|holdings|partners|industries|laborator(?:y"
    r"|ies)|"
    r"pharmaceuticals?|engineering|construction|contractors|technologies|consult(?:ing|ants))\b",
    re.IGNORECASE,
)

_OFFICIAL = re.compile(
    r"\b(?:office|ministry|department|board|court|council|commission|directorate|tribunal"
    r"|inquiry|police|chamber|panel|bureau|secretariat|treasury|constabulary)$",
    re.IGNORECASE,
)

_PRESS = re.compile(
    r"\b(?:news|press|times|post|daily|weekly|gazette|courier|herald|echo|radio|tv|television|"
    r"wire|journal|tribune|telegraph|mail|broadcasting|media|magazine|online|paper|newspaper|"
    r"reporter|observer|chronicle|standard|ledger|register|lantern|mirror|globe|examiner|sentinel|"
    r"argus|advertiser|messenger|bulletin|dispatch|despatch|review|star|sun|independent|guardian|"
    r"enquirer|inquirer|blog|podcast)\b",
    re.IGNORECASE,
)


_CARRIED = re.compile(
    r"(?:(?:an?|the|one|another|its|this)\s)?(?:\w+\s)?(?:reports?|articles?|stor(?:y|ies)|pieces?"
    r"|posts?|interviews?|items?|accounts?)\s"
    r"(?:(?:published|posted|carried|printed|run|(?:which|that)\sappeared)\s)?(?:in|by|on|from)\s"
    rf"(?:the\s)?(?P<who>(?-i:{CAPITAL})[^,;]*?)(?:\snewspaper)?$",
    re.IGNORECASE,
)
_COUNTRYS = re.compile(rf"^{CAPITAL}\w+[’']s\s(?={CAPITAL})")


@lru_cache(maxsize=8192)
def outlet_in(words: str) -> str:
    """Give the outlet that is named as whose a report is, or with its country; '' if none is.

    "A story published in the Marlow Courier", "Norland's Marlow Courier".
    """
    found = _CARRIED.match(words)
    plain = _COUNTRYS.sub("", words if found is None else found["who"])
    return plain.removeprefix("The ") if plain != words and _PRESS.search(plain) else ""


@lru_cache(maxsize=8192)
def is_body(outlet: str) -> bool:
    """Say whether whoever put a document out is a body that speaks for itself, not the press."""
    if _OFFICIAL.search(outlet):
        return True  # the Examiner's Office is no newspaper
    return bool(BODY.search(outlet)) and not _PRESS.search(outlet)


@lru_cache(maxsize=8192)
def person(words: str) -> str:
    """Give the folded name in what a speaker is called; '' where there is none."""
    for part in words.split("(")[0].split(","):
        best = ""
        for found in NAME.finditer(part):
            if found.group().endswith(("’s", "'s", "’", "'")):
                continue
            if _UNDER.search(part, 0, found.start()) or found.group().lower().startswith("ex-"):
                continue
            opened = _ARTICLE.match(found.group()) or _OPENED.search(part, 0, found.start())
            if opened and _ITS_NOUN.match(part, found.end()):
                continue
            if " " not in found.group() and _OPENS.match(part) and not found.start():
                continue
            if found.group().lower() in _CALENDAR:
                continue
            name = fold(found.group()).split()
            while name and name[0] in _TITLES:
                name = name[1:]
            # "Infrastructure Minister Ann Beck" is Ann Beck.
            last = max((at for at, one in enumerate(name[:-1]) if one in _OFFICES), default=-1)
            name = name[last + 1 :]
            if not name or name[0] in PRONOUNS:
                continue
            if len(name) > best.count(" ") + (best != ""):
                best = " ".join(name)
        if best:
            return best
    return ""


def as_written(texts: Iterable[str]) -> dict[str, str]:
    """Give folded names as texts write them: as most do, of equals as the first does."""
    seen: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for text, count in Counter(texts).items():
        for name in dict.fromkeys((text, *(found.group() for found in NAME.finditer(text)))):
            words = name.removeprefix("The ").removeprefix("the ").split()
            while words and fold(words[0]) in _TITLES:
                words = words[1:]
            if words and not name.isupper():
                seen[fold(" ".join(words))][" ".join(words)] += count
    return {folded: counted.most_common(1)[0][0] for folded, counted in seen.items()}
