"""What a document says in nobody's name: its sentences that no statement covers.

An outlet that writes "the papers went to a bidder" without a source has said so itself. Such a
sentence is only ever a proposal: it founds no claim and corroborates none, but it is on record as
the outlet's, and where nobody else is on record with it, nobody is given for it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from onrecord.core.identity import statement_id
from onrecord.core.letters import CAPITAL
from onrecord.core.rows import SourceRow
from onrecord.core.said import OWN_VOICE, StatementRow
from onrecord.core.spans import Span
from onrecord.core.vocabulary import (
    BlockKind,
    Commitment,
    Mode,
    Naming,
    Polarity,
    SpeechAct,
    Text,
)

SURENESS = 0.49
"""Just below what is taken in: that a document says something itself is concluded, not read."""

_OWN = (BlockKind.PARAGRAPH, BlockKind.LIST, BlockKind.HEADLINE)
_FEWEST = 5
"""Words: less is a label."""
PERHAPS = 0.5
"""Of a sentence that only proposals touch, they cover at most so much where it is the outlet's: "X
fiddled the results, then pinged them to a friend" has no speaker, whatever "pinged" was read as."""
_END = re.compile(r"[.!?](?<![A-Z].)(?<!\b[A-Z][a-z].)(?<!\b[A-Z][a-z]{2}.)[”’\"']?(?=\s)")
"""The end of a sentence: not after an initial or a short title ("Mr.", "Gen.").

What stands before it is looked at where a mark is: to look everywhere takes ten times as long.
"""


_KNEW = re.compile(
    r"^(?:(?:has|have|had) )?(?:long )?(?:known|knew|been (?:told|warned|informed))\b",
    re.IGNORECASE,
)
"""Cues of what somebody is said to have known: it is the outlet that says so, and nobody else."""
_FROM = re.compile(
    rf"{CAPITAL}(?:{CAPITAL}|[’' -]){{2,40}}(?:, [^()–—-]{{2,30}})?(?: ?\([\w ]{{2,20}}\))? ?[-–—] "
)
"""Whence a report was sent, before its first sentence: "HAVEN, 3 May (NPA) - "."""
_SAYS_LAST = re.compile(
    r",[”\"’']?\s[^,;]{2,80}\s(?:said|says|say|claimed?s?|alleged?s?|insist(?:s|ed)?)[.”\"’']*$"
)
"""Whose words a sentence is stands at its end: ", two people close to the bank said."."""


def own_voice(
    source: SourceRow, text: Text, said: Iterable[StatementRow]
) -> Iterator[StatementRow]:
    """Give the sentences of a text that no statement covers, as what its outlet says itself.

    Args:
        said: the statements of this source.
    """
    rows = [row for row in said if row.parent is not None or not _KNEW.search(row.cue)]
    sure, perhaps = (
        _Covered(row for row in rows if row.proposed is proposed) for proposed in (False, True)
    )
    for span in _sentences(text):
        words = span.of(text.characters).split()
        if len(words) < _FEWEST or words[-1].endswith("?") or sure.of(span):
            continue
        if perhaps.of(span) <= PERHAPS * (span.end - span.start):
            yield own_sentence(source, text, span)


def own_sentence(source: SourceRow, text: Text, at: Span) -> StatementRow:
    """Give one sentence of a text as what its outlet says itself.

    A sentence that ends with whose words it is, where the reader found no statement, is told of
    somebody who is not known, and is not the outlet's own.
    """
    words = at.of(text.characters)
    return StatementRow(
        id=statement_id(text.id, (), (), (at,)), source=source.id, source_label=source.label,
        text=text.id, speaker=source.outlet or source.name,
        naming=Naming.AGENTLESS if _SAYS_LAST.search(words) else Naming.PUBLISHER, actor=None,
        actor_name="", cue="", content=words, at=at, content_spans=(at,),
        source_spans=(), cue_spans=(), hedge_spans=(), mention=None, mode=Mode.INDIRECT,
        act=SpeechAct.ASSERTS, polarity=Polarity.POSITIVE, commitment=Commitment.NOT_STATED,
        hedges=(), made=None, parent=None, chain=(), reader=OWN_VOICE, known=source.known,
        sureness=SURENESS,
    )  # fmt: skip


class _Covered:
    """How many characters of a span some statements cover."""

    def __init__(self, rows: Iterable[StatementRow]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        spans = sorted(
            span for row in rows for span in (*row.content_spans, *row.cue_spans, *row.source_spans)
        )
        for span in spans:
            if self._ends and span.start <= self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], span.end)
            else:
                self._starts.append(span.start)
                self._ends.append(span.end)

    def of(self, at: Span) -> int:
        first, last = bisect_right(self._ends, at.start), bisect_left(self._starts, at.end)
        return sum(
            min(self._ends[place], at.end) - max(self._starts[place], at.start)
            for place in range(first, last)
        )


def _sentences(text: Text) -> Iterator[Span]:
    for block in text.blocks:
        if block.kind not in _OWN:
            continue
        from_where = _FROM.match(text.characters, block.at.start, block.at.end)
        start = block.at.start if from_where is None else from_where.end()
        for end in _END.finditer(text.characters, start, block.at.end):
            yield Span(start, end.end())
            start = end.end()
            while start < block.at.end and text.characters[start].isspace():
                start += 1
        if start < block.at.end:
            yield Span(start, block.at.end)
