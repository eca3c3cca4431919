"""For whom somebody speaks, told by the words that they are called by and by what a case knows."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field

from onrecord.assess.speaking.names import BODY, PRONOUNS, person
from onrecord.assess.speaking.sides import Side, Sides
from onrecord.core.folding import fold

SPEAKS = (
    r"(?:spokes(?:man|woman|person|people)|lawyers?|barristers?|solicitors?|counsel|attorneys?|"
    r"advocates?|representatives?|briefs?|legal team)"
)
"""Who speaks for others by trade."""
_ONE_OFFICER = re.compile(
    r"^(?:the|an?|that|this) (?:[\w-]+ ){0,3}(?:officer|inspector|detective|constable"
    r"|superintendent|investigator|judge|magistrate|prosecutor)$",
    re.IGNORECASE,
)
_FOR = re.compile(
    rf"\b{SPEAKS}\s+(?:for|of|acting for|representing)\s+(?P<whom>[^,;]+)"
    rf"|(?P<whose>[^,;]+?)(?:['’]s|['’])\s+(?:own\s+)?{SPEAKS}\b"
    r"|,\s*for\s+(?P<side>[^,;]+)"
    rf"|^(?:(?:an?|the|one|another|this|that)\s+)?(?!(?:an?|the|one|another|this|that)\s)"
    rf"(?P<body>[^,;]+?)\s+{SPEAKS}$",
    re.IGNORECASE,
)
_LEADS = re.compile(
    r"\b(?:chief|director|chair(?:man|woman|person)?|president|head|ministers?|secretary|"
    r"commissioner|governor|mayor|spokes\w+|prosecutor)\b",
    re.IGNORECASE,
)
SCHOLAR = re.compile(r"\b(?:Prof(?:essor)?|Dr)\b")
"""Who is so called and leads an institute is asked for what they think themselves."""
NO_LONGER = re.compile(
    r"\b(?:former|formerly|ex-\w+|late|then|once|until|retired)\b", re.IGNORECASE
)
TAIL = re.compile(
    r"\b(?:who|whose|which|in|under|during|against|accused|facing|over)\b.*", re.DOTALL
)
"""What follows describes something else: "the only witness in the prosecution of two people"."""
OF = re.compile(r"\b(?:of|for|at)\s+(?:the\s+)?(?P<body>[^,;]+)", re.IGNORECASE)
LOOSE_BODY = re.compile(
    r"\b(?:for|of) (?P<whose>his|her|their|its|the) (?:own )?"
    r"(?:office|department|company|firm|agency|ministry"
    r"|board|group|club|bank|union|council|trust|charity|force|unit|museum|gallery|hospital|school"
    r"|university|commission|committee|party)$",
    re.IGNORECASE,
)
_ANY_FIRM = re.compile(r"company|firm|group|agency", re.IGNORECASE)
"""What is no name of one: which company is meant, the text tells before."""
LOOSE_CLIENT = re.compile(
    rf"^(?:his|her|their|its) (?:[\w-]+ )?{SPEAKS}$|^an? (?:company |press )?{SPEAKS}$",
    re.IGNORECASE,
)
SPEAKS_FOR = re.compile(rf"\b{SPEAKS}\b", re.IGNORECASE)


def _sets() -> defaultdict[str, set[str]]:
    return defaultdict(set)


@dataclass(slots=True)
class SpokenFor:
    """What a case knows of those who speak; filled by `gathered`. All names in it are folded.

    `bodies` put documents out; `one_body` is the body that words mean wherever they stand. `full`
    has the full names with a first name or surname, `called` for whom a name is said to speak, and
    `meant` the same of words that name nobody ("her lawyer").
    """

    sides: Sides
    bodies: set[str]
    one_body: dict[str, str]
    meant: dict[str, set[str]] = field(default_factory=_sets)
    called: dict[str, set[str]] = field(default_factory=_sets)
    full: dict[str, set[str]] = field(default_factory=_sets)
    _by_words: dict[str, str | None] = field(default_factory=dict)

    def in_full(self, name: str) -> str:
        """Give the one full name that a surname or first name is part of; else the name itself."""
        longer = self.full.get(name, set())
        return next(iter(longer)) if len(longer) == 1 else name

    def whom(self, words: str) -> str | None:
        """Give the key of the body or client that such words say one speaks for."""
        meant = self.meant.get(fold(words))
        if meant is not None and len(meant) == 1:
            return next(iter(meant))
        if words not in self._by_words:
            self._by_words[words] = self._told_for(words)
        return self._by_words[words]

    def _told_for(self, words: str) -> str | None:
        """Give it by the words alone; the names in full and the bodies must be known by then."""
        found = _FOR.search(words)
        if found is not None and not LOOSE_BODY.search(words):
            whom = next(group for group in found.groups() if group)
            if whom.casefold() in PRONOUNS:
                return None  # "my spokesman": whose is not told
            if _ONE_OFFICER.search(whom.strip()):
                return None  # "the officer's lawyer" speaks for one, and not for the police
            side = self.sides.of(whom)
            return side or self.body(self.in_full(person(whom) or fold(whom)))
        plain = TAIL.sub("", words)
        if NO_LONGER.search(plain):
            return None
        if side := self.sides.of(plain):
            return None if side is Side.COURT and person(plain) else side
        if fold(plain) in self.bodies:
            return fold(plain)
        if _LEADS.search(plain) and not SCHOLAR.search(plain):
            for one in OF.finditer(plain):
                body = self.body(fold(one["body"]))
                is_one = BODY.search(one["body"]) and not _ANY_FIRM.fullmatch(body)
                if body in self.bodies or is_one:
                    return body
        if BODY.search(plain) and not plain.islower() and "," not in plain:
            return self.body(fold(plain))
        return None

    def body(self, name: str) -> str:
        """Give the one known body whose name ends so ("harbour board"), or the name itself."""
        name = name.removeprefix("the ").removeprefix("your ").removeprefix("our ")
        ends = [known for known in self.bodies if known == name or known.endswith(f" {name}")]
        one = self.one_body.get(name, "")
        if one and (one != name or len(ends) != 1):
            return one
        return self.one_body.get(ends[0], ends[0]) if len(ends) == 1 else name
