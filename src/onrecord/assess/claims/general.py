"""What is said in general: denials that name no proposition, the end of a whole case, no answers.

Who is innocent has denied guilt, and nothing else; who denies every part of an allegation has
denied what is alleged in that text, and nothing that is alleged elsewhere. These words are tables,
not guesses of a model: a general denial is never read as one of a proposition.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum

from onrecord.core.alone import of_words

_THING = (
    r"(?:allegation|accusation|charge|claim|suggestion|report|rumou?r|account|insinuation"
    r"|imputation|case)s?"
)
_GUILT = re.compile(
    r"\b(?:innocen(?:ce|t)|not guilty|wrong-?doing|misconduct|(?:did|done|doing|did not do) "
    r"(?:nothing|anything) (?:wrong|improper|unlawful|illegal)"
    r"|clear(?:ed)? (?:his|her|their|its|my|our) name)\b",
    re.IGNORECASE,
)  # fmt: skip
_NEVER_BROUGHT = re.compile(
    r"\b(?:case|charges?|prosecution)\b.{0,80}\b(?:should(?:n[’']t| not| never)(?: ever)?"
    r"|never should) have been brought\b",
    re.IGNORECASE,
)
_ALL = re.compile(
    r"^(?:of )?(?:(?:all|any|each|every|both|these|those|the|his|her|its|their|such|what)\s+"
    r"(?:[\w’'-]+\s+){0,3})?(?:allegation|accusation|charge|claim|suggestion|insinuation|rumou?r)s?\b"
    r"(?: (?:against|made|levelled|put|brought|raised|of which|by|from"
    r"|in (?:full|their entirety))\b"
    r"[\w ,’'-]{0,60})?$",
    re.IGNORECASE,
)
_ALL_DENIED = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|disput(?:es?|ed|ing)|refut(?:es?|ed)"
    r"|contest(?:s|ed)?|repudiat(?:es?|ed))\s+(?:(?:categorically|utterly|firmly|flatly)\s+)?"
    r"(?:(?:each and every|all|any|each|every|both|these|those|the whole of|the|such|everything)\b"
    r"\s*(?:of\s+)?)?"
    r"(?:(?:one|part|word|aspect|count)\s+of\s+)?(?:(?:the|these|those|his|her|its|their)\s+)?"
    r"(?:\w+\s+){0,1}?(?:allegation|accusation|charge|claim|suggestion|insinuation|indictment"
    r"|rumou?r)s?\b(?!\s+(?:that|of|about)\b)"
    r"|\bden(?:y|ies|ied)\s+(?:everything|it all)\b"
    r"|\b(?:all|any|each|every)\b(?: \w+){0,2}? (?:allegation|accusation|charge|claim|suggestion"
    r"|insinuation|imputation|criticism)s?\b[\w ,’'-]{0,50}\b(?:is|are|was|were) (?:\w+ly )?"
    r"(?:rejected|denied|disputed|refuted|contested)\b",
    re.IGNORECASE,
)
_IT = re.compile(r"^(?:it|that|this)\b", re.IGNORECASE)
_MADE_UP = re.compile(
    rf"\b(?:{_THING}|it|they|that|this|story|whole thing|everything)\b[\w ,’'“”\"‘-]{{0,60}}\b"
    r"(?:fabricat\w+|invent(?:ed|ion)|made up|fiction|nonsense|baseless|unfounded|groundless|"
    r"false|untrue|without foundation|categorically denied|a lie|lies|malicious)\b"
    r"|\bpack of lies\b|\bnothing (?:in|to) (?:it|them|this|the allegations?)\b"
    r"|\bnot (?:a|one) (?:single )?word (?:of (?:it|this|that) )?(?:is|was) true\b",
    re.IGNORECASE,
)  # fmt: skip
_NO_TRUTH = re.compile(
    r"\bno truth (?:(?:whatsoever|whatever|at all) )?(?:in|to|behind)\b(?!.*\bthat\b)",
    re.IGNORECASE | re.DOTALL,
)
_REACHING = (
    "deny", "deni", "reject", "disput", "refut", "contest", "repudiat", "fabricat", "invent",
    "made up", "fiction", "nonsense", "baseless", "unfounded", "groundless", "false", "untrue",
    "without foundation", "a lie", "lies", "malicious", "no truth", "nothing", "innocen",
    " true",
    "guilty", "wrong", "misconduct", "improper", "unlawful", "illegal", "clear", "brought",
)  # fmt: skip
"""One of these is in whatever a general denial is told by, but for what is itself denied."""
_MATTER = (
    r"(?:case|charges?|prosecution|proceedings|indictment"
    r"|counts? (?:one|two|three|four|five|\d)|(?:first|second|third|fourth) count)"
)
_CASE_ENDED = re.compile(
    rf"\b(?:abandon|drop|discontinu|withdr[ae]w|halt|end)\w*\b[\w ,’'-]{{0,30}}\b{_MATTER}\b"
    rf"|\b(?:gave|give[sn]?|giving) up (?:on )?(?:the |its |their |her |his )?{_MATTER}\b"
    rf"|\b(?:walk|back)(?:s|ed|ing)? away from (?:the |its |their |her |his )?{_MATTER}\b"
    rf"|\b{_MATTER}\b[\w ,’'“”\"‘-]{{0,40}}\b(?:(?:abandon|dropp|discontinu|withdrawn|halted)\w*"
    r"|(?:is|was|were|are|been) given up|(?:is|was|are|were) gone"
    r"|(?:has |have )?collaps(?:es|ed))\b"
    r"|\boffer(?:s|ed|ing)? no (?:further )?evidence\b"
    r"|\b(?:no longer|not now) (?:maintain|pursue|press|proceed with|rel(?:y|ie))s?(?: on)?"
    r" (?:any|all|the|its|their|his|her|either|both)(?: of the| \w+)?"
    r" (?:allegation|charge|accusation|case|count)s?\b",
    re.IGNORECASE,
)  # fmt: skip
_ENDING = (
    "case",
    "allegation",
    "accusation",
    "charge",
    "prosecution",
    "proceedings",
    "indictment",
    "count",
    "evidence",
)
_RETRACTS = re.compile(
    r"^(?:has |have |had |now |formally )*(?:retract|recant|withdr[ae]w|disown|disavow)\w*\b"
    r"|^(?:takes?|took|taken|taking) back\b"
    r"|^\W*(?:\w+ )?(?:that )?(?:[\w’-]+ ){1,3}?(?:has |have |had |now |hereby )*"
    r"(?:retract|recant|withdr[ae]w|disown|disavow|takes? back|took back)\w*\b"
    r"|\bno longer (?:stands? by|says?|maintains?|claims?|believes?|alleges?|sure|certain)\b"
    r"|\bno longer (?:able|prepared|willing) to (?:say|stand by|swear|be sure|maintain)\b"
    r"|\bno longer (?:contends?|argues?|asserts?|suggests?|holds?)\b"
    r"|\b(?:do|does|did) not now (?:say|contend|maintain|allege|claim|argue|suggest|assert)\b"
    r"|\b(?:cannot|can['’]t|(?:can|could) (?:not|no longer)) (?:now )?"
    r"(?:say|be sure|be certain|stand by|swear)\b",
    re.IGNORECASE,
)  # fmt: skip
_UNABLE = re.compile(
    r"\bno longer (?:able|prepared|willing) to (?:say|stand by|swear|be sure|maintain)\b"
    r"|\bno longer (?:stands? by|sure|certain|maintains?|contends?|argues?|claims?|alleges?)\b"
    r"|\b(?:do|does|did) not now (?:say|contend|maintain|allege|claim|argue|suggest|assert)\b"
    r"|\b(?:cannot|can['’]t|(?:can|could) (?:not|no longer)) (?:now )?"
    r"(?:say|be sure|be certain|stand by|swear)\b",
    re.IGNORECASE,
)
_TAKES_BACK = re.compile(
    r"\b(?P<who>[^,;]{0,80}?)\b(?:has|have|had)?\s*(?:since |now |formally )?(?:retract|recant"
    r"|withdr[ae]w"
    r"|disown|disavow|took back|taken back)\w*\s+(?:(?:his|her|their|its|the|that|my|our"
    r"|an?)\s+|\w+’s\s+)"
    r"(?:\w+\s+){0,2}?(?:account|evidence|statement|testimony|claims?|allegations?|story"
    r"|accusations?)\b",
    re.IGNORECASE,
)
_TAKEN = (
    "retract", "recant", "withdraw", "withdrew", "disown", "disavow", "took back", "taken back",
)  # fmt: skip
"""One of these is in whatever the pattern above finds, which takes a hundred times as long."""
_NOT_TAKEN = re.compile(
    r"(?:\b(?:not|never|nor|without|refus\w+ to|declin\w+ to)|n['’]t)(?: \w+ly)?\s*$", re.IGNORECASE
)
_DOUBTS = re.compile(
    r"\bfar from (?:convinced|certain|clear|obvious|sure|persuaded|established|proved|proven)\b"
    r"|\b(?:un|not )(?:convinced|persuaded)\b|\bnot (?:at all )?(?:sure|certain|obvious"
    r"|clear) (?:that|whether)\b"
    r"|\b(?:hard|difficult) (?:for \w+ )?to (?:believe|credit|accept|imagine|see how)\b"
    r"|\b(?:very |highly |most )?(?:unlikely|improbable|implausible|far-?fetched|inconceivable)\b"
    r"|\bs[ck]eptical\b|\bquestion(?:s|ed)? whether\b|(?<!no )(?<!without )\bdoubt(?:s|ed|ful"
    r"|ing)?\b"
    r"|\bnobody has (?:produced|shown|seen|proved|explained)\b|\bno (?:real |hard "
    r"|good )?(?:evidence|proof) (?:that|of|for)\b"
    r"|\b(?:strains?|stretches) (?:credulity|belief)\b|\bmakes? no sense\b"
    r"|\b(?:yet|still|remains?) to be (?:shown|proved|proven|established|explained)\b"
    r"|\bnever been (?:shown|proved|proven|established|tested)\b",
    re.IGNORECASE,
)  # fmt: skip
_DOUBTING = (
    "far from", "convinced", "persuaded", "not ", "hard", "difficult", "likely", "improbable",
    "implausible", "fetched", "inconceivable", "eptical", "question", "doubt", "nobody has",
    "evidence", "proof", "credulity", "belief", "sense", "to be ", "never been",
)  # fmt: skip
"""One of these is in whatever the pattern above finds, which takes thirty times as long."""
_NO_DOUBT = re.compile(
    r"\b(?:no|without|beyond|never|not|n[’']t|little)\s+(?:\w+\s+)?doubt|\bundoubted", re.IGNORECASE
)
_ADMITS = re.compile(
    r"\b(?:accept|admit|conced|acknowledg|agree)(?:s|es|ed|ted|ting|ing)?\b(?!\s+(?:an?"
    r"|the)\s+(?:offer|invitation|post|job))"
    r"|\bit is true that\b|\bdoes not dispute\b",
    re.IGNORECASE,
)  # fmt: skip
_SOME = re.compile(
    r"^(?:(?:my|your) (?:lord|lady|honou?r)s?, )?"
    r"(?:at least |at most |about |only |just |nearly |over )?(?:some|most|many|several|half"
    r"|part|a (?:few|number|third|quarter)|"
    r"one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|(?:twen|thir|for"
    r"|fif|six|seven|eigh|nine)ty(?:-\w+)?|\d+)"
    r" of (?:the|those|these|them|its|his|her|their)\b",
    re.IGNORECASE,
)  # fmt: skip
_SAYS_NOTHING = re.compile(
    r"\b(?:declin|refus)\w* to (?:say|comment|answer|discuss|speak|be drawn)\b|\bno comment\b"
    r"|\bwould not (?:comment|say|be drawn|discuss)\b|\bnothing (?:further |more )?to (?:say|add)\b"
    r"|\bnot (?:propose|intend|going) to (?:say|comment|discuss)\b",
    re.IGNORECASE,
)  # fmt: skip
_LEAVES_OPEN = re.compile(
    r"\b(?:never|not|no) (?:\w+ )?part of (?:[\w’']+ ){1,3}(?:case|charge|indictment)\b"
    r"|\bon the (?:footing|basis|assumption) that\b|\bfor (?:present|today[’']s) purposes\b"
    r"|\bwithout deciding\b|\b(?:is|was|are|be) a (?:matter|question) for\b"
    r"|\b(?:express(?:es)?|takes?|took|make|made|makes) no (?:view|position|finding"
    r"|allegation|claim|assertion)\b"
    r"|\b(?:do|does|did|need) not (?:need |have )?(?:to )?(?:decide|determine|rule)\b"
    r"|\b(?:cannot|can['’]t|not able to|unable to) say (?:who|what|where|when|how)\b"
    r"|\bknow(?:s|ing)? nothing (?:of|about)\b"
    r"|\b(?:not|no) (?:propose|intend|wish|going|want|have) to (?:say|add"
    r"|comment)\w* (?:anything |more )?(?:about|on|as to)\b"
    r"|\bneither confirm\w* n?or den\w+\b|\bnothing to say (?:about|on|as to)\b",
    re.IGNORECASE,
)  # fmt: skip


LONGEST = 200
"""Characters of a general denial: what is longer says something in particular."""


class Reach(StrEnum):
    """How far a general denial reaches."""

    GUILT = "guilt"
    ALLEGATION = "allegation"


def reach(content: str, *, denies: bool) -> Reach | None:
    """Say how far a general denial reaches; None: the words are no general denial.

    Args:
        content: what is denied, or what is said.
        denies: the act is a denial, so that its content is what is denied.
    """
    if denies and len(text := _bare(content)) <= LONGEST and _ALL.match(text):
        return Reach.ALLEGATION
    said = _reach_of(content)
    return Reach(said) if said else None


def before_denial(content: str) -> str:
    """Give the words before those that deny in general: who is told to deny, or who tells it."""
    text = _bare(content)
    found = (one.search(text) for one in (_ALL_DENIED, _NO_TRUTH, _MADE_UP))
    return text[: min((one.start() for one in found if one is not None), default=0)].strip()


def _bare(content: str) -> str:
    return " ".join(content.split()).strip(" .,;“”\"'’")


@of_words(str)
def _reach_of(content: str) -> str:
    """Give how far a general denial reaches by words that tell that it is one; '' none do."""
    text = _bare(content)
    if len(text) > LONGEST or not has_any(text, _REACHING):
        return ""
    if _ALL_DENIED.search(text) or _NO_TRUTH.search(text):
        return Reach.ALLEGATION.value
    if _MADE_UP.search(text) and not re.search(r"\bthat\b.{15,}", text):
        return Reach.ALLEGATION.value
    return Reach.GUILT.value if _GUILT.search(text) or _NEVER_BROUGHT.search(text) else ""


def has_any(words: str, stems: Iterable[str]) -> bool:
    """Say whether one of some stems is in some words: what a slow pattern needs it looks for."""
    plain = words.casefold()
    return any(stem in plain for stem in stems)


def answers_last(content: str) -> bool:
    """Say whether a general denial is of what was put last: "it was a lie"."""
    return bool(_IT.match(_bare(content)))


def names_charges(content: str) -> bool:
    """Say whether a general denial is one of the charges, wherever they are told."""
    return bool(
        re.search(r"\b(?:every|all|both|each|the|any)\b.{0,20}\bcharges?\b", content, re.IGNORECASE)
    )


@of_words(bool)
def ends_the_case(words: str) -> bool:
    """Say whether the words tell that a case or charge was given up."""
    return has_any(words, _ENDING) and bool(_CASE_ENDED.search(words))


def before_the_end(words: str) -> str:
    """Give the words before those that tell that a case was given up: who gave it up."""
    found = _CASE_ENDED.search(words)
    return re.sub(r"\s+(?:on|in|at|yesterday|today|has|have|had)\b.*$", "", words[: found.start()]
                  if found else "").strip()  # fmt: skip


@of_words(bool)
def retracts(words: str) -> bool:
    """Say whether the words, begun by their cue, take back what their speaker said before.

    That another withdrew something is told further on in them, and takes nothing back.
    """
    return bool(_RETRACTS.search(words))


@of_words(bool)
def no_longer_says(words: str) -> bool:
    """Say whether the words tell that their speaker can no longer stand by what they said."""
    return bool(_UNABLE.search(words))


_NOT_MADE_OUT = re.compile(
    r"\b(?:not|never|cannot|n['’]t)\s+(?:(?:be|been|find|found|hold|held|consider|regard)\s+"
    r"(?:(?:it|this|that|them)\s+)?(?:to be\s+|as\s+)?)?"
    r"(?:made out|prove[dn]|established|shown|substantiated)\b",
    re.IGNORECASE,
)


@of_words(bool)
def is_not_made_out(words: str) -> bool:
    """Say whether words tell that something could not be proved."""
    return bool(_NOT_MADE_OUT.search(words))


def who_takes_back(words: str) -> str | None:
    """Give the words before those that tell that somebody took their account back; None: none do.

    '' where the words begin with it, and who speaks takes back their own.
    """
    if not has_any(words, _TAKEN):
        return None
    found = _TAKES_BACK.search(words)
    if found is None or _NOT_TAKEN.search(found["who"]):
        return None  # "He does not withdraw his account"
    return found["who"].strip(' “"')


@of_words(bool)
def doubts(words: str) -> bool:
    """Say whether the words put in doubt what they speak of."""
    return has_any(words, _DOUBTING) and bool(_DOUBTS.search(words)) and not _NO_DOUBT.search(words)


def admits(words: str) -> bool:
    """Say whether the words grant something."""
    return bool(_ADMITS.search(words)) and not re.search(
        r"\b(?:not|never|n[’']t)\s+(?:accept|admit|conced|acknowledg|agree)", words, re.IGNORECASE
    )


def of_some(words: str) -> bool:
    """Say whether the words speak of a part of several: "nineteen of the 26"."""
    return bool(_SOME.search(words))


@of_words(bool)
def leaves_open(words: str) -> bool:
    """Say whether the words speak of a proposition and say neither that it is so nor that not."""
    return bool(_LEAVES_OPEN.search(words))


def says_nothing(words: str) -> bool:
    """Say whether the words only say that nothing will be said."""
    return bool(_SAYS_NOTHING.search(words))
