"""Where a clause begins, who stands as its subject, and whether it says that something is not so.

No grammar of English: a few tables of small words, and their order. A clause ends at a comma, a
conjunction or a relative word, unless what stands between is only said by the way.
"""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.assess.claims.deed_words import NOUNS, VERBS

NOT = frozenset("not never no nobody none nothing neither nor without cannot".split())
BE = frozenset("was were been being is are be got gets".split())
AUX = frozenset(
    """was were been being is are be has have had having do does did will would could can may
    might should must to not never ever also later first then once already reportedly allegedly
    said alleged understood believed thought suspected reported supposed since just only simply
    personally secretly illegally knowingly wrongly deliberately quietly even always""".split()
)
ENDS = frozenset(",;:.()–—") | frozenset(
    "that who which whom whose and but or when while because although if as than where whether"
    " how what".split()
)


def is_verb(tokens: Sequence[str], low: Sequence[str], at: int) -> bool:
    """Say whether a form is used as a verb: "a change" and "the use" are nouns."""
    word = low[at]
    if word.startswith("accept") and low[at + 1 : at + 2] == ["that"]:
        return False  # Who accepts that something is so has been given nothing.
    if word.startswith("show") and (not low[at + 1 : at + 2] or low[at + 1] in _ONLY_SHOWN):
        return False  # Records "show that", and nobody was given anything.
    if word == "known" and not set(low[max(0, at - 3) : at]) & {"has", "have", "had"}:
        return False
    if at and low[at - 1] == "to" and word not in ("given", "got_to"):
        return at > 1 and low[at - 2] in _SAID_TO
    if word in NOUNS and at and low[at - 1] not in _BEFORE_VERB:
        return False
    if _is_headed(low, at):
        return False
    if at and low[at - 1].endswith("'s"):
        return word.endswith(("ed", "ing"))  # "Beck's brief" is a lawyer.
    if at and low[at - 1] in _DETERMINERS:
        follows = low[at + 1 : at + 2]
        base = not word.endswith(("ed", "s", "ing"))
        return low[at - 1] == "her" and base and bool(follows) and follows[0] not in ENDS
    return tokens[at].islower()


def _is_headed(low: Sequence[str], at: int) -> bool:
    """Say whether a bare form is a noun by what stands around it: "a betting ring in Port sold"."""
    follows = low[at + 1 : at + 2]
    return (
        at > 1
        and low[at - 2] in _DETERMINERS
        and low[at - 1] not in AUX
        and not low[at].endswith(("ed", "s"))
        and follows != []
        and follows[0] in _NOUN_GOES_ON
        and any(word in VERBS or word in BE for word in low[at + 2 :])
    )


_NOUN_GOES_ON = frozenset("in of at from for on near who which that".split())
_DETERMINERS = frozenset("a an the any no his her its their of one another each every".split())
_ONLY_SHOWN = frozenset("that to how why what whether no up . , ; :".split())
_SAID_TO = frozenset("said alleged understood believed thought suspected reported".split())
_BEFORE_VERB = frozenset(
    "will would can could may might should must do does did not never who i we they you".split()
)


def begins(low: Sequence[str], at: int) -> int:
    """Give where the clause of a verb begins."""
    for place in range(at - 1, -1, -1):
        is_aside = low[place] == "," and _is_aside(low, place, at)
        if (low[place] in ENDS or low[place] in _WHEN) and not is_aside:
            if low[place] in ("and", "or") and _joins_subjects(low, place, at):
                continue
            return place + 1
    return 0


_WHEN = frozenset("before after until since".split())


def over_relative(low: Sequence[str], start: int, at: int) -> int:
    """Go back over a clause that only describes the subject: "no result that left it was bad"."""
    relative = start and low[start - 1] in ("that", "which", "who") and any(
        word in VERBS or word in BE for word in low[start : at - 1]
    )  # fmt: skip
    if not relative or not any(word in AUX for word in low[at - 1 : at]):
        return start
    place = start - 1
    while place and low[place - 1] not in ENDS:
        place -= 1
    return place


def _is_aside(low: Sequence[str], comma: int, at: int) -> bool:
    """Say whether a comma closes or opens an aside after the subject: "Ann Beck, 34, took"."""
    return low[comma - 1 : comma] != [] and (
        low[comma - 1].isdigit() or (comma + 1 < at and low[comma + 1].isdigit())
    )


def _joins_subjects(low: Sequence[str], place: int, at: int) -> bool:
    """Say whether "and" stands between two subjects and not between two verbs."""
    between = low[place + 1 : at]
    return bool(between) and any(word not in AUX and word not in NOT for word in between) and (
        not any(word in VERBS or word in ENDS for word in low[max(0, place - 6) : place])
    )  # fmt: skip


def subject_of(
    tokens: Sequence[str], low: Sequence[str], start: int, at: int
) -> tuple[list[str], list[str]]:
    """Give the words of a subject, and those between it and its verb."""
    end = at
    while end > start and (low[end - 1] in AUX or low[end - 1] in NOT or _is_adverb(low[end - 1])):
        end -= 1
    # "saw her give": who was seen doing it stands between the two verbs.
    for place in range(end - 1, start, -1):
        if low[place - 1] in SEES:
            start = place
            break
    return list(tokens[start:end]), list(low[end:at])


SEES = frozenset("saw see seen watched watch heard noticed witnessed observed".split())


def _is_adverb(word: str) -> bool:
    return word.endswith("ly") and len(word) > 4


def is_denied(low: Sequence[str], start: int, at: int) -> bool:
    before = [word for word in low[start:at] if word in NOT or word.endswith("n't")]
    if "neither" in before and "nor" in before:
        before.remove("nor")
    if low[start - 1 : start] == ["that"] or low[start:at][:1] == ["having"]:
        # "does not accept that", "denied having": the verb before turns what follows it.
        over = low[max(0, start - 7) : max(0, start - 1)]
        turned = any(word in _REFUSES for word in over) != any(word in NOT for word in over)
        before += ["not"] * (turned and any(word in _HOLDS or word in _REFUSES for word in over))
    after = [word for word in low[at + 1 : at + 6] if word in ("nothing", "nobody", "none", "no")]
    return len(before) % 2 == 1 or (not before and bool(after))


_REFUSES = frozenset(
    "deny denies denied denying reject rejects rejected dispute disputes disputed refutes refuted"
    " rebutted".split()
)
_HOLDS = frozenset(
    "accept accepts accepted agree agrees admit admits concede concedes believe believes say says"
    " said claim claims think thinks allege alleges acknowledge acknowledges true".split()
)
