"""A reading told in words: each sentence in which something was found, and beneath it what and how.

For whoever asks why a reader says what it says. Every statement stands with its source and its
whole chain, and with how sure the reader is of it.
"""

from __future__ import annotations

import io
from bisect import bisect_right
from typing import TYPE_CHECKING

from onrecord.core.rows import NOBODY, ReplyRow, StatementRow, Tally, quoted
from onrecord.core.spans import Span
from onrecord.core.telling import rows
from onrecord.core.vocabulary import Reading, Text
from onrecord.core.wording import KIND_OF_SOURCE, counted, how_sure
from onrecord.faces.cli.printing import WIDEST, plain

if TYPE_CHECKING:
    from rich.console import Console
    from rich.padding import Padding

Row = StatementRow | ReplyRow
_NOT_SAID = "the words do not say"
_STEP = 2
"""Columns by which a statement stands in from the one it is reported in."""


def explain(label: str, text: Text, reading: Reading, on_terminal: bool) -> str:
    """Tell what was found in one text, sentence by sentence. `label` is what the text is called."""
    told = _console(on_terminal)
    statements, replies = rows(reading, text, label)
    by = reading.reader
    told.print(plain(label), style="bold")
    asked = f"; {counted(len(replies), 'request')} for comment" if replies else ""
    told.print(f"read by {plain(by.name)} {plain(by.version)}: {Tally.of(statements)}{asked}")
    numbers: dict[str, int] = {row.id: number for number, row in enumerate(statements, 1)}
    for sentence, found in _by_sentence(text, reading, [*statements, *replies]):
        told.print()
        told.print(plain(" ".join(sentence.of(text.characters).split())), style="italic")
        for row in found:
            told.print()
            told.print(_card(row, numbers))
    told.print()
    words = told.export_text(styles=on_terminal)
    return words if on_terminal else "\n".join(line.rstrip() for line in words.split("\n"))


def _console(on_terminal: bool) -> Console:
    """Give a console that keeps what it is told, no wider than is easily read."""
    from rich.console import Console

    width = min(Console().width, WIDEST)
    return Console(
        file=io.StringIO(), record=True, width=width, force_terminal=on_terminal, highlight=False,
        markup=False,
    )  # fmt: skip


def _by_sentence(text: Text, reading: Reading, found: list[Row]) -> list[tuple[Span, list[Row]]]:
    """Put what was found under the sentence in which it is told: where its cue or words begin."""
    sentences = reading.sentences or tuple(block.at for block in text.blocks)
    starts = [span.start for span in sentences]
    under: dict[Span, list[Row]] = {}
    for row in sorted(found, key=lambda row: (_told_at(row), isinstance(row, ReplyRow))):
        at = _told_at(row)
        index = bisect_right(starts, at.start) - 1
        within = index >= 0 and at.start < sentences[index].end
        under.setdefault(sentences[index] if within else at, []).append(row)
    return [(span, _nested(rows)) for span, rows in sorted(under.items())]


def _told_at(row: Row) -> Span:
    if isinstance(row, ReplyRow):
        return row.at
    return min(row.cue_spans or row.source_spans or row.content_spans or (row.at,))


def _nested(found: list[Row]) -> list[Row]:
    """Put each statement after the one it is reported in."""
    here = {row.id for row in found}
    inside: dict[str | None, list[Row]] = {}
    for row in found:
        parent = row.parent if isinstance(row, StatementRow) and row.parent in here else None
        inside.setdefault(parent, []).append(row)

    def below(parent: str | None) -> list[Row]:
        return [one for row in inside.get(parent, ()) for one in (row, *below(row.id))]

    return below(None)


def _of(row: StatementRow, numbers: dict[str, int]) -> list[tuple[str, str]]:
    """Give all that was read of a statement, as name and value."""
    parent = numbers.get(row.parent or "")
    repeated = numbers.get(row.duplicate_of or "")
    cue = f"cue {quoted(row.cue)}" if row.cue else "no cue"
    hedged = f", hedged by {', '.join(map(quoted, row.hedges))}" if row.hedges else ""
    chain = f"depth {row.depth}"
    if row.depth:
        chain += f", reported inside {parent}: {', '.join(row.told())}"
    return [
        ("content", quoted(row.content)),
        ("source", f"{KIND_OF_SOURCE[row.naming]}; {cue}"),
        ("act", f"{row.act.value}, {row.mode.value}, {row.polarity.value}"),
        ("commitment", f"{row.commitment.word}{hedged}"),
        ("chain", chain),
        ("to", quoted(row.addressee) if row.addressee else ""),
        ("made", str(row.made) if row.made else ""),
        ("duplicate", f"of {repeated}; not counted again" if repeated else ""),
        ("sureness", _sure(row)),
    ]


def _sure(row: StatementRow) -> str:
    if row.sureness is None:
        return "the reader gives none"
    mark = ", so it is only proposed" if row.proposed else ""
    return f"{how_sure(row.sureness, row.confirmed, row.entered_by)}{mark}"


def _of_reply(row: ReplyRow) -> list[tuple[str, str]]:
    return [
        ("words", quoted(row.words)),
        ("asked", KIND_OF_SOURCE[row.asked.naming]),
        ("asked by", quoted(row.asked_by.called) if row.asked_by else _NOT_SAID),
        ("through", quoted(row.through.called) if row.through else _NOT_SAID),
        ("made", str(row.made) if row.made else ""),
    ]


def _card(row: Row, numbers: dict[str, int]) -> Padding:
    """Lay out one statement or reply: who is reported to do what, then all that was read of it."""
    from rich.padding import Padding
    from rich.table import Table
    from rich.text import Text as Styled

    if isinstance(row, ReplyRow):
        number, who, depth, pairs = "reply", row.asked.called, 0, _of_reply(row)
    else:
        number, who, depth = str(numbers[row.id]), row.speaker, row.depth
        pairs = _of(row, numbers)
    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True, style="dim")
    table.add_column(overflow="fold")
    named = " ".join(plain(who).split()) or NOBODY
    table.add_row(number, Styled.assemble((named, "bold"), " ", plain(row.manner(placed=False))))
    for name, value in pairs:
        if value:
            table.add_row(name, Styled(plain(value)))
    return Padding(table, (0, 0, 0, _STEP * (1 + depth)))
