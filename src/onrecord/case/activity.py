"""Every operation on a case in order of time, each with the rows it is about in their words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from onrecord.case.quoting import MOST
from onrecord.core.activity import ActivityRow, supposed
from onrecord.core.claims import claimed
from onrecord.core.identity import row_id
from onrecord.core.rows import LogRow, quoted
from onrecord.core.vocabulary import Judgement, Verb


def activity(
    log: Sequence[LogRow], quote: Callable[[Iterable[str]], Mapping[str, str]]
) -> list[ActivityRow]:
    """Lay the words of rows beside what was decided of them.

    Args:
        log: the operations, oldest first.
        quote: gives rows in their words, with whose they are; claims with how they stand.
    """
    wanted = {row for one in log if one.judged for row in one.judged.about}
    wanted |= {_claim(one.judged) for one in log if one.judged}
    words = quote(wanted - {""})
    return [
        ActivityRow(
            log=one,
            words=tuple(words[row] for row in _about(one.judged) if row in words),
            worded=_worded(one, words),
        )
        for one in log
    ]


def _about(judged: Judgement | None) -> tuple[str, ...]:
    if judged is None or judged.verb is Verb.REWORD:  # `worded` has the claim
        return ()
    return judged.about


def _claim(judged: Judgement) -> str:
    """Name the claim that a judgement words; '' where it words none."""
    if judged.verb is Verb.WRITE:
        return row_id("clm", judged.id)
    return judged.about[0] if judged.verb is Verb.REWORD else ""


def _worded(one: LogRow, words: Mapping[str, str]) -> str:
    judged = one.judged
    if judged is None or judged.verb not in (Verb.WRITE, Verb.REWORD, Verb.SUPPOSE):
        return ""
    if judged.verb is Verb.SUPPOSE:
        return supposed(judged)
    if one.undone_by is not None:
        return claimed(judged.value, judged.by, "taken back")
    now = words.get(_claim(judged), "")
    if now.endswith(quoted(judged.value, MOST)):
        return now
    return claimed(judged.value, judged.by, "worded otherwise since" if now else "not in force")
