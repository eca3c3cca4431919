"""How many questions on posts a second, on tables of some size: `who` and `was` by turns.

The tenures are made up: posts of fifty holders in a row, each for a hundred days, kept as readings
of tables are. The questions are drawn from a fixed seed over all posts and days.
"""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

from bench.speed.row import Plan, SpeedRow
from onrecord.case import Case
from onrecord.core.identity import sha256, source_id, text_id
from onrecord.core.spans import Span
from onrecord.core.vocabulary import AsOf, Block, BlockKind, Document, Metadata, Source, Text
from onrecord.ledger import Ledger
from onrecord.reader import TableReader

SIZES = (18_000, 1_000_000)
QUESTIONS = 2_000
AIM = 1_000
_IN_A_TABLE, _IN_A_ROW, _DAYS = 50_000, 50, 100
_FIRST = date(1990, 1, 1).toordinal()
_SEED = 2026


def speeds(folder: Path, _plan: Plan) -> list[SpeedRow]:
    """Give questions a second of the clock, on each size of record."""
    return [SpeedRow(f"posts: questions on {size:,} tenures", _asked(folder / str(size), size),
                     "questions/s", AIM) for size in SIZES]  # fmt: skip


def _now() -> datetime:
    return datetime.now(UTC)


def _asked(folder: Path, size: int) -> float:
    with Ledger.create(folder, clock=_now, by="bench") as ledger:
        operation = ledger.begin("add", by="bench")
        reader = TableReader()
        for document in _tables(size):
            assert document.text is not None
            ledger.keep(operation, [(document, reader.read(document.text, None))])
    chance = random.Random(_SEED)
    with Case.open(folder) as case:
        posts = case.posts(AsOf())
        begun = time.perf_counter()
        for number in range(QUESTIONS):
            post = chance.randrange(size // _IN_A_ROW)
            at = chance.randrange(_IN_A_ROW * _DAYS)
            day = date.fromordinal(_FIRST + at)
            holder = f"Holder {post * _IN_A_ROW + at // _DAYS}"
            if number % 2:
                sure = [one.name for one in posts.who(f"Keeper of Lock {post}", day).sure]
                assert sure == ([holder] if at % _DAYS else [])
            else:
                found = posts.was(holder, f"Keeper of Lock {post}", day).answer.value
                assert found == ("yes" if at % _DAYS else "not known")
        return QUESTIONS / (time.perf_counter() - begun)


def _tables(size: int) -> Iterator[Document]:
    for first in range(0, size, _IN_A_TABLE):
        lines = ["name,post,body,start,end"]
        for number in range(first, min(first + _IN_A_TABLE, size)):
            post, place = divmod(number, _IN_A_ROW)
            start = date.fromordinal(_FIRST + place * _DAYS)
            end = date.fromordinal(_FIRST + (place + 1) * _DAYS)
            lines.append(f"Holder {number},Keeper of Lock {post},Board {post % 97},{start},{end}")
        yield _document("\n".join(lines), f"{first}.csv")


def _document(characters: str, name: str) -> Document:
    raw = characters.encode()
    source = Source(
        id=source_id(raw),
        sha256=sha256(raw),
        size=len(raw),
        media_type="text/csv",
        name=name,
        metadata=Metadata(),
    )
    whole = Block(BlockKind.TABLE, Span(0, len(characters)))
    text = Text(id=text_id(characters), characters=characters, blocks=(whole,))
    return Document(source=source, raw=raw, text=text, table=True)
