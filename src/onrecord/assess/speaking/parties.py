"""For whom does a speaker speak: for themselves, for a body, for a client?

A spokesman and a chief executive speak for their body, a lawyer for the client, and "prosecutors"
and the director of prosecutions for one side. Only words decide: what a statement calls its speaker
here, and what other statements call the same name elsewhere. A former official speaks for nobody
but themselves, and whoever is not named for nobody who could be told.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from onrecord.assess.speaking.sides import Side, Sides, by_words
from onrecord.core.folding import fold
from onrecord.core.laid import Laid
from onrecord.core.letters import CAPITAL
from onrecord.core.said import StatementRow
from onrecord.core.vocabulary import Naming


@dataclass(frozen=True, slots=True)
class Party:
    """Whose a statement is. `key` tells parties apart, `name` says it in words.

    `sure`: the words of the text themselves name it in full, so that another name is another party.
    `known`: it is a body, a side or a name, and not only described ("the only witness").
    """

    key: str
    name: str
    sure: bool = True
    known: bool = True


_ONE_OFFICER = re.compile(
    r"^(?:the|an?|that|this) (?:[\w-]+ ){0,3}(?:officer|inspector|detective|constable"
    r"|superintendent|investigator|judge|magistrate|prosecutor)$",
    re.IGNORECASE,
)
_SPEAKS = (
    r"(?:spokes(?:man|woman|person|people)|lawyers?|barristers?|solicitors?|counsel|attorneys?|"
    r"advocates?|representatives?|briefs?|legal team)"
)
_FOR = re.compile(
    rf"\b{_SPEAKS}\s+(?:for|of|acting for|representing)\s+(?P<whom>[^,;]+)"
    rf"|(?P<whose>[^,;]+?)(?:['’]s|['’])\s+(?:own\s+)?{_SPEAKS}\b"
    r"|,\s*for\s+(?P<side>[^,;]+)"
    rf"|^(?:(?:an?|the|one|another|this|that)\s+)?(?!(?:an?|the|one|another|this|that)\s)"
    rf"(?P<body>[^,;]+?)\s+{_SPEAKS}$",
    re.IGNORECASE,
)
_OWNED = re.compile(r"\b(?:owned|run|controlled|founded) by (?P<whom>[A-Z][^,;]+)$")
"""A firm that is told by whose it is speaks for whom it speaks of, if that is its owner."""
_ACTS_FOR = re.compile(
    r"\b(?:[Ww]e|I) (?:act|speak|appear|write|am writing|are writing) (?:for|on behalf of)"
    r" (?P<whom>[^,.;]+)"
)
"""A letter that says for whom it is written."""
_THROUGH = re.compile(rf"\bthrough (?:his|her|their|its|a) {_SPEAKS},? (?P<who>{CAPITAL}[^,;.]+)")
"""A cue that names who spoke: "said through her solicitor, Ann Beck"."""
_LEADS = re.compile(
    r"\b(?:chief|director|chair(?:man|woman|person)?|president|head|ministers?|secretary|"
    r"commissioner|governor|mayor|spokes\w+|prosecutor)\b",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r"\b(?:chief (?:executive|officer|constable|inspector)|chair(?:man|woman|person)?|president"
    r"|(?:managing |general )?director(?:[- ]general)?|(?:general )?secretary|registrar|principal"
    r"|commissioner|governor|provost|dean|ombudsman|comptroller|clerk|head|spokes\w+)\b",
    re.IGNORECASE,
)
"""An office in which one speaks for a body that need not be named: it is whose the paper is."""
_ITS = re.compile(r"^its (?:[\w-]+ ){0,2}$", re.IGNORECASE)
_WE = re.compile(r"\(“(?:we|us|our \w+)”\)$|^we$", re.IGNORECASE)
_UNNAMED = re.compile(
    r"\b(?:sources?|insiders?|whistle-?blowers?)\b|\b(?:familiar with|close to|knowledge of)\b"
    r"|\bnot (?:to be|be) (?:named|identified)\b|\banonym",
    re.IGNORECASE,
)
_SCHOLAR = re.compile(r"\b(?:Prof(?:essor)?|Dr)\b")
"""Who is so called and leads an institute is asked for what they think themselves."""
_NO_LONGER = re.compile(
    r"\b(?:former|formerly|ex-\w+|late|then|once|until|retired)\b", re.IGNORECASE
)
_TAIL = re.compile(
    r"\b(?:who|whose|which|in|under|during|against|accused|facing|over)\b.*", re.DOTALL
)
"""What follows describes something else: "the only witness in the prosecution of two people"."""
_OF = re.compile(r"\b(?:of|for|at)\s+(?:the\s+)?(?P<body>[^,;]+)", re.IGNORECASE)
_NAME = re.compile(rf"\b{CAPITAL}[\w’'-]+(?:\s+(?:(?:de|van|von|al|der|of)\s+)?{CAPITAL}[\w’'-]+)*")
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
_PRONOUNS = frozenset(
    "i we he she they it you his her their its our my me him them us one who both another"
    " that this these those somebody nobody".split()
)
_FOR_THEM = re.compile(
    r"\(“(?:(?:my|our) clients?|i|we|me|us)”\)$|^(?:(?:my|our) clients?|i|we)$", re.IGNORECASE
)
_LOOSE_BODY = re.compile(
    r"\b(?:for|of) (?:his|her|their|its|the) (?:own )?(?:office|department|company|firm|agency"
    r"|ministry"
    r"|board|group|club|bank|union|council|trust|charity|force|unit|museum|gallery|hospital|school"
    r"|university|commission|committee|party)$",
    re.IGNORECASE,
)
_LOOSE_CLIENT = re.compile(
    rf"^(?:his|her|their|its) (?:[\w-]+ )?{_SPEAKS}$|^an? (?:company |press )?{_SPEAKS}$",
    re.IGNORECASE,
)
_SPEAKS_FOR = re.compile(rf"\b{_SPEAKS}\b", re.IGNORECASE)
_SEVERAL = 2
"""So many full names with one surname, and the surname alone tells nobody apart."""
_LONGEST = 400
"""Characters of what a speaker is called that are looked at."""

_MEANT = re.compile(r"\s*\(“[^”]*”\)\s*$")
"""How a speaker is shown whom the text only points to: the name, and the words of the text."""

_BODY = re.compile(
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


@lru_cache(maxsize=8192)
def is_body(outlet: str) -> bool:
    """Say whether whoever put a document out is a body that speaks for itself, not the press."""
    if _OFFICIAL.search(outlet):
        return True  # the Examiner's Office is no newspaper
    return bool(_BODY.search(outlet)) and not _PRESS.search(outlet)


@dataclass(frozen=True, slots=True)
class _Told:
    """What the statements of a case together tell of speakers; see `Parties`."""

    meant: dict[str, set[str]]
    bodies: set[str]
    prosecuting: dict[str, str]
    one_body: dict[str, str]
    courts: frozenset[str]
    press: dict[str, str]
    written: dict[str, str]
    called: dict[str, set[str]]
    full: dict[str, set[str]]


class Parties:
    """Tells for whom speakers speak, from what all statements of a case call them."""

    def __init__(
        self,
        statements: Iterable[StatementRow],
        outlets: Iterable[str] = (),
        acting: Iterable[tuple[str, str]] = (),
        bodies: Iterable[Sequence[str]] = (),
    ) -> None:
        """Take in what speakers are called.

        Args:
            outlets: those who put the documents out.
            acting: the names of who acts for somebody, and of whom, where texts tell it.
            bodies: the names of each body that the case holds to be one under several names, the
                one it goes by first.
        """
        statements, outlets = list(statements), list(outlets)
        self._meant: dict[str, set[str]] = defaultdict(set)
        self._told: dict[tuple[str, str, Naming], Party | None] = {}
        self._by_words: dict[str, str | None] = {}
        self._bodies: set[str] = {fold(name) for name in outlets if is_body(name)}
        self._sides = Sides(statements, (name for name in outlets if is_body(name)), is_body)
        self._one_body = _one_body(statements, bodies)
        self._courts = _courts(statements, self._bodies)
        self._press = {fold(name): name for name in outlets if not is_body(name)}
        self._written = _as_written(
            [*outlets, *(name for row in statements for name in (row.actor_name, row.speaker))]
        )
        self._called: dict[str, set[str]] = defaultdict(set)
        self._full: dict[str, set[str]] = defaultdict(set)
        rows = [row for row in statements if row.naming is Naming.NAMED and row.speaker]
        for row in rows:
            for name in {_person(row.actor_name), _person(_MEANT.sub("", row.speaker))}:
                if " " in name:
                    for part in (name.split(" ")[0], name.rsplit(" ", 1)[1]):
                        self._full[part].add(name)
        for row in rows:
            words = _MEANT.sub("", row.speaker)[:_LONGEST]
            name = self._in_full(_person(words) or _person(row.actor_name))
            whom = self._speaks_for(words)
            if name and whom is not None and len(self._full.get(name, ())) < _SEVERAL:
                self._called[name].add(whom)
            through = _THROUGH.search(row.cue)
            if name and through is not None and (lawyer := self._in_full(_person(through["who"]))):
                self._called[lawyer].add(name)
            acts = _ACTS_FOR.search(row.content[:200])
            if name and acts is not None:
                self._called[name].add(self._in_full(_person(acts["whom"])) or fold(acts["whom"]))
        for who, whom in acting:
            name, client = self._in_full(_person(who)), self._in_full(_person(whom))
            if name and client and name != client:
                self._called[name].add(self._body(client))
        self._look_back(statements)

    @classmethod
    def laid(cls, laid: Laid, name: str, make: Callable[[], Parties]) -> Parties:
        """Give what is laid out under a name, or made and laid out."""
        told, made = laid.value(name, _Told, lambda: make()._all_told()), cls.__new__(cls)
        made._told, made._by_words = {}, {}
        made._meant, made._bodies = told.meant, told.bodies
        made._sides = Sides.again(told.prosecuting)
        made._one_body, made._courts, made._press = told.one_body, told.courts, told.press
        made._written, made._called, made._full = told.written, told.called, told.full
        return made

    def _all_told(self) -> _Told:
        return _Told(
            self._meant, self._bodies, self._sides.prosecuting, self._one_body, self._courts,
            self._press, self._written, self._called, self._full,
        )  # fmt: skip

    def _owner(self, row: StatementRow, words: str) -> str:
        """Give the owner of a firm, where it speaks of its owner first; '' where it does not."""
        owned = _OWNED.search(" ".join(words.split()))
        owner = self._in_full(_person(owned["whom"])) if owned is not None else ""
        spoken = _NAME.search(row.content)
        is_of = spoken is not None and _person(spoken.group()).split()[-1:] == owner.split()[-1:]
        return owner if owner and is_of else ""

    def _look_back(self, statements: Iterable[StatementRow]) -> None:
        """Tell for whom speak "a spokesman for her office", "her lawyer", and who says "my client".

        The body, the client, is whoever spoke, or was spoken for, last in the same text.
        """
        by_source: dict[str, list[StatementRow]] = defaultdict(list)
        for row in statements:
            by_source[row.source].append(row)
        for rows in by_source.values():
            last = client = body = ""
            outlet = rows[0].source_label.partition(",")[0]
            home = self._body(fold(outlet)) if is_body(outlet) else ""
            for row in sorted(rows, key=lambda one: one.at):
                words = _MEANT.sub("", row.speaker)[:_LONGEST]
                name = self._in_full(_person(words) or _person(row.actor_name))
                # What texts say outright goes before what is only told by a seat.
                told = name in self._called
                if name and not told and (office := _in_office(row, words, home, body)):
                    self._called[name].add(office)
                if is_body(words) and "," not in words:
                    body = self._body(fold(words))
                if owner := self._owner(row, words):
                    self._meant[fold(words)].add(owner)
                elif last and _LOOSE_BODY.search(_TAIL.sub("", words)):
                    self._meant[fold(words)].add(last)
                elif _LOOSE_CLIENT.search(words):
                    if words != row.speaker[:_LONGEST]:
                        continue  # The text points to somebody, and does not say so.
                    found = _NAME.search(row.content)
                    whose = self._in_full(_person(found.group())) if found else client
                    self._meant[fold(words)].add(whose or client)
                elif (
                    whom := self._speaks_for(words) or self._speaks_for(row.actor_name)
                ) is not None:
                    last = whom if not _SPEAKS_FOR.search(words) or _BODY.search(whom) else last
                    client = whom
                elif (
                    name
                    and client
                    and name not in self._called
                    and ("my client" in row.content.casefold())
                ):
                    self._called[name].add(client)
                elif name and len(self._called.get(name, ())) == 1:
                    (last,) = self._called[name]

    def press(self, words: str) -> str:
        """Give the outlet of the record that is named; '' where none is."""
        return self._press.get(fold(_MEANT.sub("", words)), "")

    def of(self, words: str, name: str, naming: Naming) -> Party | None:
        """Say whose a statement is.

        Args:
            words: what the statement calls its speaker.
            name: the name of the actor who is meant; '' where none is known.

        Returns:
            None where nobody is named and no side either: an unnamed source, or no source at all.
        """
        asked = words, name, naming
        if asked not in self._told:  # few speakers say much: their names are cut once
            self._told[asked] = self._of(words, name, naming)
        return self._told[asked]

    def _of(self, words: str, name: str, naming: Naming) -> Party | None:
        if naming in (Naming.ANONYMOUS, Naming.AGENTLESS, Naming.PUBLISHER):
            return None
        words = " ".join(words.split())[:_LONGEST]
        plain = _MEANT.sub("", words)
        meant = _MEANT.search(words)
        sure = meant is None or bool(_person(meant.group().strip(" (“”)")))
        if plain.casefold() in _PRONOUNS:
            plain, sure = name, False
        if not plain or plain.casefold() in _PRONOUNS:
            return None
        if naming is not Naming.NAMED and _UNNAMED.search(plain):
            return None
        # "His lawyers" are those of whom this text means, whoever is meant by them elsewhere.
        of_owner = self._speaks_for(name) if name and _LOOSE_CLIENT.search(plain) else None
        whom = of_owner or self._speaks_for(plain)
        if whom is not None:
            return self._party(whom, sure)
        person = max((self._in_full(_person(one)) for one in (plain, name)), key=lambda n: " " in n)
        told = self._in_full(_person(plain))
        full = self._in_full(_person(name))
        if told and " " not in told and full.endswith(f" {told}"):
            told = full  # of two with one surname, it is whom the text has been led to
        person = told or person
        if not person:
            # Whom several texts only describe is one by whatever words: as the case holds it.
            meant_so = name if name and name.casefold() not in _PRONOUNS else plain
            return Party(fold(meant_so), meant_so, sure=False, known=False)
        return self._party(person, sure and " " in person)

    def named(self, name: str) -> Party | None:
        """Say who is meant by a name that a text gives in passing."""
        return self.of(name, "", Naming.NAMED)

    def head(self, who: str, post: str) -> tuple[Party, Party] | None:
        """Give who holds an accuser's post, and the side that it is; None: it is no side's."""
        if self._sides.of(post) is not Side.PROSECUTION:
            return None
        one = self.named(who)
        side = Party(Side.PROSECUTION, self._sides.name)
        return (one, side) if one is not None and one.known and one.key != side.key else None

    def of_outlet(self, outlet: str) -> Party | None:
        """Say whose the voice of a document is where a body put it out itself; None: the press."""
        if not outlet or not is_body(outlet):
            return None
        side = self._sides.of(outlet)
        return Party(side, outlet) if side else Party(self._body(fold(outlet)), outlet)

    def _party(self, key: str, sure: bool) -> Party:
        """Give a party its key: a person who speaks for one body only is that body."""
        whoms = self._called.get(key, set())
        if len(whoms) == 1:
            (key,) = whoms
        key = self._court(key)
        if key in tuple(Side):
            name = str(key)
            if key == Side.PROSECUTION:
                name = self._sides.name
            elif key == Side.COURT and len(self._courts) == 1:
                (name,) = (self._written.get(court) or name for court in self._courts)
            return Party(key, name, sure=sure)
        written = self._written.get(key) or key.title()
        return Party(key, written, sure=sure)

    def _court(self, key: str) -> str:
        """Give the side of the court for the only court or tribunal that the case names."""
        return str(Side.COURT) if len(self._courts) == 1 and key in self._courts else key

    def _in_full(self, name: str) -> str:
        """Give the one full name that a surname or first name is part of; else the name itself."""
        longer = self._full.get(name, set())
        return next(iter(longer)) if len(longer) == 1 else name

    def _speaks_for(self, words: str) -> str | None:
        """Give the key of the body or client that such words say one speaks for."""
        meant = self._meant.get(fold(words), set())
        if len(meant) == 1:
            return next(iter(meant))
        if words not in self._by_words:
            self._by_words[words] = self._told_for(words)
        return self._by_words[words]

    def _told_for(self, words: str) -> str | None:
        """Give it by the words alone; the names in full and the bodies must be known by then."""
        found = _FOR.search(words)
        if found is not None and not _LOOSE_BODY.search(words):
            whom = next(group for group in found.groups() if group)
            if whom.casefold() in _PRONOUNS:
                return None  # "my spokesman": whose is not told
            if _ONE_OFFICER.search(whom.strip()):
                return None  # "the officer's lawyer" speaks for one, and not for the police
            side = self._sides.of(whom)
            return side or self._body(self._in_full(_person(whom) or fold(whom)))
        plain = _TAIL.sub("", words)
        if _NO_LONGER.search(plain):
            return None
        if side := self._sides.of(plain):
            return None if side is Side.COURT and _person(plain) else side
        if fold(plain) in self._bodies:
            return fold(plain)
        if _LEADS.search(plain) and not _SCHOLAR.search(plain):
            for one in _OF.finditer(plain):
                body = self._body(fold(one["body"]))
                if body in self._bodies or _BODY.search(one["body"]):
                    return body
        if _BODY.search(plain) and not plain.islower() and "," not in plain:
            return self._body(fold(plain))
        return None

    def _body(self, name: str) -> str:
        """Give the one known body whose name ends so ("harbour board"), or the name itself."""
        name = name.removeprefix("the ").removeprefix("your ").removeprefix("our ")
        ends = [known for known in self._bodies if known == name or known.endswith(f" {name}")]
        one = self._one_body.get(name, "")
        if one and (one != name or len(ends) != 1):
            return one
        return self._one_body.get(ends[0], ends[0]) if len(ends) == 1 else name


def _in_office(row: StatementRow, words: str, home: str, last: str) -> str:
    """Give the body for which somebody speaks whose office is told without it; '' none.

    It is the one whose paper it is ("Ida Moss, Registrar", "we"), or "its chair" of the one before.
    """
    if row.naming is not Naming.NAMED or _NO_LONGER.search(words) or _SCHOLAR.search(words):
        return ""
    office = _OFFICE.search(words)
    if office is not None and last and _ITS.match(words[: office.start()]):
        return last
    of_another = office is not None and _OF.match(words[office.end() :].lstrip()) is not None
    is_ours = office is not None or bool(_WE.search(row.speaker))
    return home if is_ours and not of_another and not _SPEAKS_FOR.search(words) else ""


def _courts(statements: Iterable[StatementRow], bodies: Iterable[str]) -> frozenset[str]:
    """Give the courts and tribunals, folded, that speak in a case under a name of their own."""
    named = {fold(row.actor_name) for row in statements if is_body(row.actor_name)}
    found = {name.removeprefix("the ") for name in named.union(bodies)}
    return frozenset(
        name for name in found if " " in name and by_words(name) is Side.COURT and is_body(name)
    )


def _one_body(
    statements: Iterable[StatementRow], bodies: Iterable[Sequence[str]]
) -> dict[str, str]:
    """Give by the words of texts the one body, folded, that the case holds them to mean.

    "The Service" is the Harbour Service where no text means another by it; a body renamed is one
    under both names.
    """
    meant: defaultdict[str, set[str]] = defaultdict(set)
    for first, *others in bodies:
        for name in others:
            plain = fold(name).removeprefix("the ")
            if is_body(name) and " " in plain:
                meant[plain].add(fold(first).removeprefix("the "))
    for row in statements:
        if is_body(row.actor_name):
            for words in (row.actor_name, _MEANT.sub("", row.speaker)[:_LONGEST]):
                plain = fold(words).removeprefix("the ").removeprefix("your ")
                if plain and plain not in _PRONOUNS and not _SPEAKS_FOR.search(words):
                    meant[plain].add(fold(row.actor_name).removeprefix("the "))
    return {words: next(iter(bodies)) for words, bodies in meant.items() if len(bodies) == 1}


def _as_written(texts: Iterable[str]) -> dict[str, str]:
    """Give folded names as texts write them: as most do, of equals as the first does."""
    seen: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for text, count in Counter(texts).items():
        for name in dict.fromkeys((text, *(found.group() for found in _NAME.finditer(text)))):
            words = name.removeprefix("The ").removeprefix("the ").split()
            while words and fold(words[0]) in _TITLES:
                words = words[1:]
            if words and not name.isupper():
                seen[fold(" ".join(words))][" ".join(words)] += count
    return {folded: counted.most_common(1)[0][0] for folded, counted in seen.items()}


_OPENS = re.compile(r"[\w-]+ (?!of\b)[a-z]")
"""A word with a capital only because it comes first: "Charging notice", "People who know her"."""

_UNDER = re.compile(r"\b(?:of|in|over|for|at|to|from|by|on|with|against)\s+(?:the\s+)?$")
"""Before a name: whoever is called so is not that name, but something of it."""


@lru_cache(maxsize=8192)
def _person(words: str) -> str:
    """Give the folded name in what a speaker is called; '' where there is none."""
    for part in words.split("(")[0].split(","):
        best = ""
        for found in _NAME.finditer(part):
            if found.group().endswith(("’s", "'s", "’", "'")):
                continue
            if _UNDER.search(part, 0, found.start()) or found.group().lower().startswith("ex-"):
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
            if not name or name[0] in _PRONOUNS:
                continue
            if len(name) > best.count(" ") + (best != ""):
                best = " ".join(name)
        if best:
            return best
    return ""


def is_with_teller(words: str) -> bool:
    """Say whether a speaker is whoever tells of them, or their client: "my client accepts"."""
    return _FOR_THEM.search(" ".join(words.split())) is not None


def same_speaker(
    parties: Parties, one: StatementRow | None, other: StatementRow | None
) -> bool | None:
    """Say whether two statements are given to one speaker; None: not known.

    A body and whoever speaks for it are one. Two are different only where both texts name them
    themselves, or one names somebody and the other gives the words to somebody it does not name.
    """
    if one is None or other is None:
        return None
    voices = (one, other)
    if any(v.naming in (Naming.AGENTLESS, Naming.PUBLISHER) for v in voices):
        return None
    if any(parties.press(v.speaker) or parties.press(v.actor_name) for v in voices):
        return None
    unnamed = [v.naming is Naming.ANONYMOUS for v in voices]
    if all(unnamed):
        return None
    if any(unnamed):
        named = voices[0] if unnamed[1] else voices[1]
        return False if named.naming is Naming.NAMED else None
    first, second = (parties.of(v.speaker, v.actor_name, v.naming) for v in voices)
    if first is None or second is None:
        return None
    if first.key == second.key:
        return True
    return False if first.sure and second.sure else None
