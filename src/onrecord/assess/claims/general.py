"""What is said in general: denials that name no proposition, the end of a whole case, no answers.

Who is innocent has denied guilt, and nothing else; who denies every part of an allegation has
denied what is alleged in that text, and nothing that is alleged elsewhere. These words are tables,
not guesses of a model: a general denial is never read as one of a proposition.
"""

from __future__ import annotations

import re
from enum import StrEnum

_THING = (
    r"(?:allegation|accusation|charge|claim|suggestion|report|account|insinuation|imputation|case)"
    r"s?"
)
_GUILT = re.compile(
    r"\b(?:innocen(?:ce|t)|not guilty|wrong-?doing|misconduct|(?:did|done|doing|did not do) "
    r"(?:nothing|anything) (?:wrong|improper|unlawful|illegal)"
    r"|clear(?:ed)? (?:his|her|their|its|my|our) name)\b",
    re.IGNORECASE,
)  # fmt: skip
_ALL = re.compile(
    r"^(?:(?:all|any|each|every|both|these|those|the|his|her|its|their|such|what)\s+"
    r"(?:[\w’'-]+\s+){0,3})?(?:allegation|accusation|charge|claim|suggestion|insinuation)s?\b"
    r"(?: (?:against|made|levelled|put|of which|by|from|in (?:full|their entirety))\b"
    r"[\w ,’'-]{0,60})?$",
    re.IGNORECASE,
)
_MADE_UP = re.compile(
    rf"\b(?:{_THING}|it|they|that|this|story|whole thing|everything)\b[\w ,’'-]{{0,40}}\b"
    r"(?:fabricat\w+|invent(?:ed|ion)|made up|fiction|nonsense|baseless|unfounded|groundless|"
    r"false|untrue|without foundation|categorically denied|a lie|lies|malicious)\b"
    r"|\bpack of lies\b|\bno truth in\b|\bnothing (?:in|to) (?:it|them|this|the allegations?)\b",
    re.IGNORECASE,
)  # fmt: skip
_MATTER = r"(?:case|charges?|prosecution|proceedings)"
_CASE_ENDED = re.compile(
    rf"\b(?:abandon|drop|discontinu|withdr[ae]w|halt|end)\w*\b[\w ,’'-]{{0,30}}\b{_MATTER}\b"
    rf"|\b{_MATTER}\b[\w ,’'-]{{0,40}}\b(?:abandon|dropp|discontinu|withdrawn|halted)\w*"
    r"|\boffer(?:s|ed|ing)? no (?:further )?evidence\b",
    re.IGNORECASE,
)  # fmt: skip
_RETRACTS = re.compile(
    r"\b(?:retract|recant|withdr[ae]w|disown|disavow)\w*\b|\b(?:takes?|took|taken|taking) back\b"
    r"|\bno longer (?:stands? by|says?|maintains?|claims?|believes?|alleges?|sure|certain)\b"
    r"|\b(?:can|could) (?:not|no longer) (?:now )?(?:say|be sure|be certain|stand by|swear)\b",
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
    r"|\b(?:express(?:es)?|takes?|took|make|made|makes) no (?:view|position|finding)\b"
    r"|\bneither confirm\w* n?or den\w+\b|\bnothing to say (?:about|on|as to)\b",
    re.IGNORECASE,
)  # fmt: skip


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
    text = " ".join(content.split()).strip(" .,;“”\"'’")
    if len(text) > 200:
        return None
    if denies and _ALL.match(text):
        return Reach.ALLEGATION
    if _MADE_UP.search(text) and not re.search(r"\bthat\b.{15,}", text):
        return Reach.ALLEGATION
    return Reach.GUILT if _GUILT.search(text) else None


def names_charges(content: str) -> bool:
    """Say whether a general denial is one of the charges, wherever they are told."""
    return bool(
        re.search(r"\b(?:every|all|both|each|the|any)\b.{0,20}\bcharges?\b", content, re.IGNORECASE)
    )


def ends_the_case(words: str) -> bool:
    """Say whether the words tell that a case or charge was given up."""
    return bool(_CASE_ENDED.search(words))


def before_the_end(words: str) -> str:
    """Give the words before those that tell that a case was given up: who gave it up."""
    found = _CASE_ENDED.search(words)
    return re.sub(r"\s+(?:on|in|at|yesterday|today|has|have|had)\b.*$", "", words[: found.start()]
                  if found else "").strip()  # fmt: skip


def retracts(words: str) -> bool:
    """Say whether the words take back what their speaker said before."""
    return bool(_RETRACTS.search(words))


def leaves_open(words: str) -> bool:
    """Say whether the words speak of a proposition and say neither that it is so nor that not."""
    return bool(_LEAVES_OPEN.search(words))


def says_nothing(words: str) -> bool:
    """Say whether the words only say that nothing will be said."""
    return bool(_SAYS_NOTHING.search(words))
