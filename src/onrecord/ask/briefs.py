"""Chooses what stands in a brief: by standing, day, and whether it is answered; not by taste."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from onrecord.core.answers import AnsweredRow, Open
from onrecord.core.briefs import Brief, BriefRow, Section
from onrecord.core.claims import ClaimLine
from onrecord.core.judged import JudgementRow
from onrecord.core.rows import LogRow, ReplyRow, SourceRow, StatementRow, Tally
from onrecord.core.standings import MoveRow
from onrecord.core.vocabulary import Standing, Verb
from onrecord.core.wording import SILENT, counted

CONTESTED = (Standing.DISPUTED, Standing.DENIED, Standing.DOUBTED, Standing.WITHDRAWN)
_WORDS = 160


def brief(
    since: str,
    *,
    claims: Iterable[ClaimLine],
    moves: Iterable[MoveRow],
    sources: Iterable[SourceRow],
    log: Iterable[LogRow],
    questions: Iterable[AnsweredRow],
    replies: Iterable[ReplyRow],
    statements: Sequence[StatementRow],
    judgements: Sequence[JudgementRow],
) -> Brief:
    """Put a brief together, each list in the order in which its rows come.

    Args:
        since: the first day, as ISO has it, of which changes are told.
        moves: those that came to be known since then.
    """
    rows = [
        *_contested(claims),
        *_changed(since, moves, sources, log),
        *_open(questions, replies, statements, judgements),
    ]
    return Brief(since=since, rows=tuple(rows))


def _contested(claims: Iterable[ClaimLine]) -> Iterator[BriefRow]:
    for line in claims:
        if line.standing in CONTESTED:
            yield BriefRow(
                section=Section.CONTESTED, heading="claims", what="; ".join(line.because),
                words=line.attributed(_WORDS), id=line.id,
            )  # fmt: skip


def _changed(
    since: str, moves: Iterable[MoveRow], sources: Iterable[SourceRow], log: Iterable[LogRow]
) -> Iterator[BriefRow]:
    def row(heading: str, what: str, words: str = "", id: str = "") -> BriefRow:
        return BriefRow(section=Section.CHANGED, heading=heading, what=what, words=words, id=id)

    for source in sources:
        if source.known >= since:
            version = f", version {source.version} of its page" if source.version > 1 else ""
            yield row("documents", f"{source.label}{version}", id=source.id)
    for move in moves:
        yield row("positions", move.title, move.attributed(_WORDS), move.claim)
    for done in reversed(list(log)):
        if done.known >= since and done.verb not in ("new", "add"):
            gone = ", taken back since" if done.undone_by is not None else ""
            yield row("decisions", f"{done.summary or done.verb}, by {done.by}{gone}", done.because)


def _open(
    questions: Iterable[AnsweredRow],
    replies: Iterable[ReplyRow],
    statements: Sequence[StatementRow],
    judgements: Sequence[JudgementRow],
) -> Iterator[BriefRow]:
    def row(heading: str, what: str, words: str = "", id: str = "") -> BriefRow:
        return BriefRow(section=Section.OPEN, heading=heading, what=what, words=words, id=id)

    for one in questions:
        if one.state is not Open.ANSWERED:
            asked = one.question
            due = f", due {asked.due}" if asked.due else ""
            yield row("questions", f"{one.state}{due}", asked.attributed(_WORDS), asked.id)
    for reply in replies:
        if reply.outcome in SILENT:
            yield row("silences", reply.attribution, id=reply.id)
    proposals = Tally.of(statements).proposals
    if proposals:
        many = f"{counted(proposals, 'statement')} only proposed by the reader"
        yield row("to be confirmed", many)
    for judged in judgements:
        for orphan in judged.orphans:
            yield row("orphans", judged.title, f"{orphan} is no longer read", judged.id)
    if not any(one.verb is Verb.AUDIT for one in judgements):
        yield row("to be measured", "nobody has judged a sample of what was read")
