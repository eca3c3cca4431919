"""Who is told to have spoken the words that a draft quotes, by the draft and by the record."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from onrecord.check.against import Against
from onrecord.check.draft import Draft
from onrecord.check.meant import PRONOUNS, is_pronoun, stems, surname, told_as
from onrecord.check.record import DRAFT
from onrecord.core.folding import fold
from onrecord.core.identity import SourceId
from onrecord.core.quotes import Drift, QuoteRow, VariantRow, WordingRow
from onrecord.core.said import StatementRow
from onrecord.core.spans import Span
from onrecord.core.vocabulary import Naming

_MARK = re.compile(r"[“”\"]|(?<!\w)‘|’(?!\w)")
_BESIDE = 400
"""Characters round a quotation in which its source would name who spoke it."""


def is_fair(
    record: Against, variant: VariantRow, quote: QuoteRow, said: StatementRow | None
) -> bool:
    """Say whether what looks like another speaker, or like one run, is none.

    The draft names nobody with it; or more sources of the record give it to the same than to
    another; or the draft has two quotations where the record has two.
    """
    if variant.drift is Drift.MERGED:
        return bool(_MARK.search(variant.wording.words[1:-1]))
    if variant.drift is not Drift.REATTRIBUTED:
        return False
    nobody = (Naming.ANONYMOUS, Naming.AGENTLESS)
    if said is None or said.naming in nobody or is_pronoun(said.speaker):
        return True  # whom a "he" means is read, and not written
    same, most = counted(record, quote, said)
    return same > most


def counted(record: Against, quote: QuoteRow, said: StatementRow) -> tuple[int, int]:
    """Give how many sources give words to the draft's speaker, and at most to one other."""
    sources: dict[str, set[SourceId]] = defaultdict(set)
    for one in _of_the_record(quote):
        row = record.ready.statement(one)
        is_actor = row is not None and said.actor is not None and row.actor == said.actor
        if is_actor or (row is not None and _is_described(row, said)):
            who = _surname(said)
        else:
            who = surname(_head(one.speaker))
        if who not in PRONOUNS:
            sources[who].add(one.source)
    mine = sources.pop(_surname(said), set())
    return len(mine), max(map(len, sources.values()), default=0)


def is_anothers(record: Against, quote: QuoteRow, said: StatementRow | None) -> bool:
    """Say whether words are given to one person of the record, and by all sources to another."""
    # Sources may have it in other words: those are of whoever they give it to, too.
    known = (record.ready.utterance(one.source, one.at) for one in _of_the_record(quote))
    every = [one for row in (quote, *filter(None, known)) for one in _of_the_record(row)]
    rows = [record.ready.statement(one) for one in every]
    return _are_anothers(record, rows, said)


def is_named_there(record: Against, wording: WordingRow) -> bool:
    """Say whether a source names who spoke: whom its "he" or "the clerk" means is only read."""
    row = record.ready.statement(wording)
    return row is not None and surname(row.actor_name) in fold(told_as(row.speaker)).split()


def is_same_speaker(record: Against, wording: WordingRow, said: StatementRow) -> bool:
    """Say whether a source and the draft give words to one whom they both name."""
    row = record.ready.statement(wording)
    return row is not None and row.actor is not None and row.actor == said.actor


def said_by_another(draft: Draft, record: Against, at: Span) -> StatementRow | None:
    """Give who says some words by the record, where sources have them without marks.

    None: the draft names nobody with them, or who it names says them there, or nobody does.
    """
    said = draft.teller(at)
    rows = record.ready.statements_with(at.of(draft.characters))
    return rows[0] if rows and _are_anothers(record, rows, said) else None


def _are_anothers(
    record: Against, rows: Sequence[StatementRow | None], said: StatementRow | None
) -> bool:
    """Say whether all who say something on record are others than who says it in a draft.

    Only where that one is known by name, and no source names them beside it: whom a "he" there
    means may have been read wrongly.
    """
    if said is None or said.actor not in record.ready.person_ids or not said.actor_name:
        return False
    if is_pronoun(said.speaker):
        return False
    mine = surname(said.actor_name)
    return bool(rows) and all(
        one is not None
        and one.actor is not None
        and one.actor != said.actor
        and mine not in fold(_around(record, one)).split()
        and not _is_described(one, said)
        for one in rows
    )


def _is_described(row: StatementRow, said: StatementRow) -> bool:
    """Say whether a source calls a speaker as the draft does beside the name: "the chair"."""
    told = told_as(row.speaker)
    called = stems(told)
    names = row.naming is Naming.NAMED and surname(row.actor_name) in fold(told).split()
    return not names and bool(called) and called <= stems(said.speaker)


def _around(record: Against, row: StatementRow) -> str:
    """Give who speaks by a source; where it is not told by name, the words beside it too."""
    told = told_as(row.speaker)
    if row.actor_name and surname(row.actor_name) in fold(told).split():
        return told
    characters = record.text(row.source).characters
    start, end = characters.rfind("\n\n", 0, row.at.start) + 1, characters.find("\n\n", row.at.end)
    end = len(characters) if end < 0 else end
    return characters[max(start, row.at.start - _BESIDE) : min(end, row.at.end + _BESIDE)]


def _of_the_record(quote: QuoteRow) -> list[WordingRow]:
    every = (quote.fullest, *(variant.wording for variant in quote.variants))
    return [one for one in every if one.source != DRAFT]


def _head(speaker: str) -> str:
    """Give the name with which the words for a speaker begin: "Vale, the clerk" is "Vale"."""
    return speaker.partition(" (“")[0].partition(",")[0]


def _surname(said: StatementRow) -> str:
    return surname(said.actor_name) or surname(_head(said.speaker))
