"""What each verb of judging takes: about which kinds of row, and which words can be its value.

A judgement that does not make sense is refused here, with one line that says what would. Nothing
is put right by a guess.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum

from onrecord.core.errors import WrongUse
from onrecord.core.grading import Credibility, Fit, Likelihood, Reliability, Verdict
from onrecord.core.identity import RowId, kind_of
from onrecord.core.vocabulary import Judgement, Met, Stance, Verb

FOUND = (
    "statement", "reply", "quantity", "question", "tenure", "flow", "event", "date", "mention",
    "identity claim", "proceeding", "finding",
)  # fmt: skip
"""What a reader finds: what a person can confirm or reject, a claim besides."""

GRADES: dict[str, type[Reliability | Credibility | Likelihood]] = {
    "source": Reliability,
    "statement": Credibility,
    "reply": Credibility,
    "claim": Likelihood,
    "hypothesis": Likelihood,
}
"""By what each kind is graded."""

_VALUES: dict[Verb, type[StrEnum]] = {
    Verb.PLACE: Stance,
    Verb.FIND: Met,
    Verb.RATE: Fit,
    Verb.AUDIT: Verdict,
}
_ABOUT: dict[Verb, tuple[tuple[str, ...], ...]] = {
    Verb.JOIN: (("mention", "claim"), ("mention", "claim")),
    Verb.PART: (("mention", "claim"), ("mention", "claim", "statement")),
    Verb.REWORD: (("claim",),),
    Verb.PLACE: (("claim",), ("statement",)),
    Verb.GRADE: (tuple(GRADES),),
    Verb.SUPPOSE: (),
    Verb.RATE: (("hypothesis",), (*FOUND, "claim")),
    Verb.AUDIT: (FOUND,),
}
_WORDED = (Verb.WRITE, Verb.REWORD, Verb.SUPPOSE)


def decided(verb: Verb, about: Sequence[str], value: str, because: str) -> str:
    """Give the value of a judgement as it is written down, if the judgement makes sense.

    Raises:
        WrongUse: a row of a kind that the verb is not about, a value that is none, no reason.
    """
    if not because.strip():
        raise WrongUse("a judgement needs a reason", help="--because says why")
    _must_be_about(verb, about)
    if verb in _WORDED:
        if not value.strip():
            raise WrongUse(f"there are no words to {verb}")
        return " ".join(value.split())
    scale = GRADES[kind_of(about[0])] if verb is Verb.GRADE else _VALUES.get(verb)
    return value if scale is None else on_scale(scale, value)


def on_scale(scale: type[StrEnum], value: str) -> str:
    """Give a value as its scale writes it, letter case aside; so for letters of a matrix."""
    folded = " ".join(value.split()).casefold()
    for one in scale:
        letters = one.letters if isinstance(one, Fit) else one.value
        if folded in (one.value.casefold(), letters.casefold()):
            return one.value
    raise WrongUse(f"{value!r} is no {_CALLED[scale]}", help=f"it is one of: {', '.join(scale)}")


_CALLED: dict[type[StrEnum], str] = {
    Reliability: "reliability of a source",
    Credibility: "credibility of an item",
    Likelihood: "word of the yardstick",
    Stance: "stance",
    Met: "finding",
    Fit: "rating",
    Verdict: "verdict",
}


def _must_be_about(verb: Verb, about: Sequence[str]) -> None:
    if len(set(about)) < len(about):
        raise WrongUse(f"{verb} is told the same row twice")
    if verb in (Verb.CONFIRM, Verb.REJECT):
        if not about:
            raise WrongUse(f"nothing to {verb} was named")
        wanted: Iterable[tuple[str, ...]] = [(*FOUND, "claim")] * len(about)
    elif verb is Verb.WRITE:
        wanted = [("statement",)] * len(about)
    elif verb is Verb.FIND:
        _must_be_found_of(about)
        return
    elif verb is Verb.ENTER:
        raise WrongUse(
            "a row is entered with its words", help="'onrecord enter' takes them: see its help"
        )
    elif verb is Verb.APPLY:
        raise WrongUse(
            "a test is applied as a whole standard", help="onrecord test apply STANDARD --to MATTER"
        )
    else:
        wanted = _ABOUT[verb]
    wanted = list(wanted)
    if len(about) != len(wanted):
        raise WrongUse(f"{verb} is about {len(wanted)} rows, not {len(about)}")
    for row, kinds in zip(about, wanted, strict=True):
        if kind_of(row) not in kinds:
            kind = kind_of(row) or "no row"
            raise WrongUse(f"{row} is {_a(kind)}", help=f"{verb} takes {_any(kinds)}")
    if verb is Verb.JOIN and kind_of(about[0]) != kind_of(about[1]):
        raise WrongUse(f"{about[0]} and {about[1]} are of two kinds", help="join two of one kind")


def _must_be_found_of(about: Sequence[str]) -> None:
    """A finding is about an element by its name, and about the statement that reports it."""
    if not about or len(about) > 2 or not about[0].strip():
        raise WrongUse("a finding is of one element", help="full-code-test:taken")
    if len(about) == 2 and kind_of(about[1]) != "statement":
        raise WrongUse(f"{about[1]} is no statement", help="name the one that reports the finding")


def _a(kind: str) -> str:
    return kind if kind.startswith("no ") else f"a{'n' * (kind[0] in 'aei')} {kind}"


def _any(kinds: Sequence[str]) -> str:
    named = [_a("actor" if kind == "mention" and len(kinds) < 4 else kind) for kind in kinds]
    return ", ".join(named[:-1]) + (" or " if named[:-1] else "") + named[-1]


def standing(judgements: Iterable[Judgement]) -> dict[str, Verb]:
    """Say which rows are confirmed and which rejected: of several on one row the latest stands.

    Who enters a row confirms it, and rejects those that it stands in place of.

    Args:
        judgements: those in force, in the order in which they were given.
    """
    found: dict[str, Verb] = {}
    for one in judgements:
        if one.verb in (Verb.CONFIRM, Verb.REJECT):
            found.update(dict.fromkeys(one.about, one.verb))
        elif one.verb is Verb.ENTER:
            found.update(dict.fromkeys(one.about[1:], Verb.REJECT))
            found[one.about[0]] = Verb.CONFIRM
    return found


def hypothesis_of(judgement: RowId) -> RowId:
    """Name the hypothesis that a judgement put on record."""
    return RowId(f"hyp_{judgement.partition('_')[2]}")
