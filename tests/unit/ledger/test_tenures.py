"""Tenures in force: found by name and by key, joined with names of other sources, undone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from small_record import READER, Kept, report, text_of

from onrecord.core.dates import When
from onrecord.core.fitting import misfits
from onrecord.core.identity import (
    RowId,
    SourceId,
    StatementId,
    anchored,
    reading_id,
    sha256,
    source_id,
)
from onrecord.core.spans import Span
from onrecord.core.vocabulary import (
    AsOf,
    Attested,
    Basis,
    Document,
    Label,
    Labelled,
    Metadata,
    Reading,
    Source,
    Tenure,
)
from onrecord.ledger import Ledger, Tenures

NOW = AsOf()


def table(words: str, *, tenures: Sequence[Tenure] = (), labels: Sequence[Label] = (),
          retrieved: str = "2026-01-01") -> Kept:  # fmt: skip
    """Make a table that says these tenures and labels."""
    text = text_of(words)
    raw = text.characters.encode()
    source = Source(
        id=source_id(raw),
        sha256=sha256(raw),
        size=len(raw),
        media_type="text/csv",
        name=f"{words}.csv",
        metadata=Metadata(retrieved=Attested(retrieved, Basis.TOLD)),
    )
    at = Span(0, len(words))
    reading = Reading(
        id=reading_id(text.id, "", READER.digest),
        text=text.id,
        reader=READER,
        told_on=None,
        tenures=tuple(
            replace(one, id=RowId(anchored("ten", text.id, [at])), at=(at,)) for one in tenures
        ),
        labels=tuple(labels),
    )
    return Document(source=source, raw=raw, text=text), reading


def held(days: str, **more: str) -> Tenure:
    given = {"post": "", "body": "", "person": "p", "office": "o", **more}
    return Tenure(id=RowId(""), held=When.of(days), at=(), listed=True, **given)


def label(kind: Labelled, key: str, name: str, borne: str = "", of: str = "") -> Label:
    return Label(kind=kind, key=key, name=name, borne=When.of(borne) if borne else None, of=of,
                 at=Span(0, 2))  # fmt: skip


@pytest.fixture
def joined(ledger: Ledger) -> Ledger:
    """Tenures in one table; names of person, post and body in others, each an operation."""
    for kept in (
        table("tenures", tenures=[held("2020-01-01/2021-01-01")]),
        table("people", labels=[label(Labelled.PERSON, "p", "Ida Vale", "../2020-06-01"),
                                label(Labelled.PERSON, "p", "Lady Vale", "2020-06-01/..")]),
        table("posts", labels=[label(Labelled.POST, "o", "Keeper of Locks", of="b")]),
        table("bodies", labels=[label(Labelled.BODY, "b", "Ministry of Works")]),
    ):  # fmt: skip
        ledger.keep(ledger.begin("add", by="ed"), [kept])
    return ledger


def only(tenures: Tenures) -> tuple[str, str, str]:
    (row,) = tenures.all()
    return row.name, row.post, row.body


def test_keys_are_named_by_whatever_table_names_them(joined: Ledger) -> None:
    """Person, post, and the post's body."""
    tenures = joined.ask.tenures(NOW)
    assert only(tenures) == ("Ida Vale", "Keeper of Locks", "Ministry of Works")
    assert tenures.keys(Labelled.POST, "keeper of locks") == ["o"]
    assert [named.name for named in tenures.names(Labelled.PERSON, "p")] == [
        "Ida Vale",
        "Lady Vale",
    ]
    assert tenures.posts_called == {"keeper of locks"}
    assert tenures.people_called == {"ida vale", "lady vale"}


def test_names_that_were_taken_back_fall_away(joined: Ledger) -> None:
    """The last operation named the body, the one before the post."""
    for expected in (("Ida Vale", "Keeper of Locks", ""), ("Ida Vale", "o", ""), ("p", "o", "")):
        joined.take_back(joined.last_in_force().number, by="ed")
        assert only(joined.ask.tenures(NOW)) == expected
    joined.take_back(joined.last_in_force().number, by="ed")
    assert list(joined.ask.tenures(NOW).all()) == []


def test_a_day_finds_the_tenures_that_can_have_been_held_on_it(ledger: Ledger) -> None:
    """Doubt at a bound counts; what has no dates can always have been."""
    spans = ("2020-01-01/2021-01-01", "2021-01-01/2022~", "/2020-06-01", "2023-01-01/..")
    kept = [table(f"row {days}", tenures=[held(days)]) for days in spans]
    ledger.keep(ledger.begin("add", by="ed"), kept)
    tenures = ledger.ask.tenures(NOW)
    for day, expected in (("2019-05-05", {2}), ("2020-05-05", {0, 2}), ("2021-01-01", {0, 1}),
                          ("2023-06-01", {1, 3}), ("2024-06-01", {3})):  # fmt: skip
        found = tenures.of_office("o", When.of(day).first)
        assert {spans.index(str(row.held)) for row in found} == expected
    assert len(list(tenures.of_office("o"))) == 4


def test_an_open_end_is_open_up_to_the_day_of_its_source(ledger: Ledger) -> None:
    """The day it was published, or else the day on which the case could know it."""
    ledger.keep(
        ledger.begin("add", by="ed"),
        [table("undated", tenures=[held("2020/..")], retrieved="2025-03-04"), report(1)],
    )
    seen = {row.held and str(row.held): row.seen for row in ledger.ask.tenures(NOW).all()}
    assert seen["2020/.."] == When.of("2025-03-04").first
    assert seen["2025-04/.."] == When.of("2025-04-30").first


def test_a_tenure_that_a_text_gives_is_of_its_mention(ledger: Ledger) -> None:
    """Its holder is named by the mention, its row is the words."""
    ledger.keep(ledger.begin("add", by="ed"), [report(1)])
    (row,) = ledger.ask.tenures(NOW).of_name("sam pell")
    assert (row.name, row.post, row.body, row.listed) == ("Sam Pell", "Keeper", "The board", False)
    assert row.mention is not None
    assert [str(one) for one in row.cited] == ["2025-04-09"]
    assert ledger.find(row.id[:10]) == [row.id]


def test_a_tenure_that_had_not_begun_by_then_is_out(joined: Ledger) -> None:
    """Valid time bounds tenures and names like all else; what is not dated stays."""
    early = joined.ask.tenures(AsOf(valid=When.of("2020-03-01")))
    assert [len(row.names) for row in early.all()] == [1]
    assert list(joined.ask.tenures(AsOf(valid=When.of("2019"))).all()) == []
    sources = {row.id for row in joined.ask.sources(AsOf(valid=When.of("2020-03-01")))}
    assert sources >= {SourceId(row.source) for row in early.all()}


def test_a_tenure_outside_its_text_is_a_fault(ledger: Ledger) -> None:
    """Verification looks at the words of tenures and labels too."""
    document, reading = table("short", tenures=[held("2020/2021")])
    assert reading is not None
    far = replace(reading.tenures[0], at=(Span(0, 99),))
    named = label(Labelled.BODY, "b", "Works")
    off = replace(reading, tenures=(far,), labels=(replace(named, at=Span(50, 60)),))
    ledger.keep(ledger.begin("add", by="ed"), [(document, off)])
    places = [fault.where for fault in ledger.verify().faults]
    assert places == [f"{far.id}:0-99", "label b:50-60"]


def test_a_tenure_in_a_statement_comes_back_with_whose_words_it_is(ledger: Ledger) -> None:
    """Built anew it is the same; one whose statement is not in the reading does not enter."""
    document, reading = report(1, published="2026-01")
    (tenure,) = reading.tenures
    said = reading.statements[0].id
    told = replace(reading, tenures=(replace(tenure, said_in=said),))
    operation = ledger.begin("add", by="ed")
    ledger.keep(operation, [(document, told)])
    (row,) = ledger.ask.tenures(NOW).all()
    assert row.statement is not None
    assert row.statement.id == said
    assert row.attribution == row.statement.attribution
    assert row.around.holds(row.at)
    ledger.rebuild()
    assert list(ledger.ask.tenures(NOW).all()) == [row]
    assert ledger.verify().faults == []
    lost = replace(reading, tenures=(replace(tenure, said_in=StatementId("sta_none")),))
    assert any("not in the reading" in words for words in misfits(lost, document.text))
