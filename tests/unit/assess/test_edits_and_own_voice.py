"""What a publisher says itself, and what it took out of a page again."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from positions import position

from onrecord.assess import Edited, Newer, edited, own_sentence, own_voice
from onrecord.core.claims import PositionRow
from onrecord.core.identity import RowId, SourceId, text_id
from onrecord.core.rows import SourceRow
from onrecord.core.spans import Span
from onrecord.core.vocabulary import (
    Attested,
    Basis,
    Block,
    BlockKind,
    Metadata,
    Naming,
    Stance,
    Text,
)

ONE, OTHER = RowId("clm_one"), RowId("clm_other")
NEWER = {SourceId("src_one"): Newer(source=SourceId("src_two"), label="two", known="2026-02-16")}


def text(words: str) -> Text:
    blocks = (Block(BlockKind.PARAGRAPH, Span(0, len(words))),)
    return Text(id=text_id(words), characters=words, blocks=blocks)


def source() -> SourceRow:
    return SourceRow(
        id=SourceId("src_1"), name="one.html", media_type="text/html", size=1, sha256="00",
        known="2026-01-02", entered="2026-01-02", text=None, refusal=None,
        metadata=Metadata(outlet=Attested("The Post", Basis.META)),
    )  # fmt: skip


def own(
    stance: Stance, words: str, *, at: str = "one", naming: Naming = Naming.PUBLISHER
) -> PositionRow:
    row = position("Paper", stance, source=at, naming=naming)
    return replace(row, statement=replace(row.statement, content=words))


def gone(*rows: PositionRow, others: tuple[PositionRow, ...] = ()) -> Edited | None:
    words = {
        "src_one": "The papers went to Pell. Vale said so.",
        "src_two": "Nothing went to Pell.",
    }
    found = edited({ONE: rows, OTHER: others}, NEWER, lambda source: words[source])
    return found.get(ONE)


def test_words_that_the_next_version_lacks_are_withdrawn_by_their_publisher() -> None:
    """On the day the case had the newer version, and saying from which versions it is concluded."""
    found = gone(own(Stance.ASSERTS, "The papers went to Pell."))
    assert found is not None
    (row,) = found.rows
    assert (row.stance, str(row.said), row.statement.known) == (
        Stance.WITHDRAWS, "2026-02-16", "2026-02-16",
    )  # fmt: skip
    assert row.edit == "by an edit: two, had on 2026-02-16, no longer has it"


def test_whoever_was_quoted_has_withdrawn_nothing() -> None:
    """Nor has a publisher that says it still, in these words or in others, nor one that denied."""
    assert gone(own(Stance.ASSERTS, "The papers went to Pell.", naming=Naming.NAMED)) is None
    assert gone(own(Stance.ASSERTS, "nothing went to Pell")) is None
    still = own(Stance.REPORTS, "Papers reached Pell", at="two")
    assert gone(own(Stance.ASSERTS, "The papers went to Pell."), still) is None
    assert gone(own(Stance.DENIES, "The papers went to Pell.")) is None


def test_a_claim_that_stands_in_the_place_of_the_edited_one_is_named() -> None:
    """Words that the earlier version lacks and that share half of the words of what went."""
    instead = own(Stance.ASSERTS, "Nothing went to Pell", at="two")
    found = gone(own(Stance.ASSERTS, "The papers went to Pell."), others=(instead,))
    assert found is not None
    assert found.instead == OTHER
    apart = own(Stance.ASSERTS, "Rain is expected", at="two")
    found = gone(own(Stance.ASSERTS, "The papers went to Pell."), others=(apart,))
    assert found is not None
    assert found.instead is None


def test_sentences_that_no_statement_covers_are_the_outlets_own() -> None:
    """Not those in which somebody is reported to speak, nor questions, nor labels."""
    words = (
        "The papers reached Mr. Pell in March. Vale said that she saw it. Who gave them to him?"
        " By Ida Morrow. He kept every one of them."
    )
    told = text(words)
    said = own_sentence(source(), told, Span(words.index("Vale"), words.index(" Who")))
    said = replace(said, content_spans=(Span(words.index("that she"), words.index(" Who")),))
    found = [row.content for row in own_voice(source(), told, [said])]
    assert found == ["The papers reached Mr. Pell in March.", "He kept every one of them."]


def test_whence_a_report_was_sent_is_no_part_of_its_first_sentence() -> None:
    for sent in ("HAVEN, 3 May (NPA) - ", "NORTH HAVEN — ", "ST PELL, Monday – "):
        told = text(f"{sent}The papers reached Pell in March.")
        assert [row.content for row in own_voice(source(), told, [])] == [
            "The papers reached Pell in March."
        ]
    assert not list(own_voice(source(), text("A" * 400 + " " + "B" * 400), []))  # at once
    told = text("Pell - who had them - kept every one of the papers.")
    assert [row.content[:4] for row in own_voice(source(), told, [])] == ["Pell"]


def test_what_only_a_proposal_touches_by_the_way_is_the_outlets_own() -> None:
    """ "Slipped" was read as a verb of telling; most of the sentence is told by nobody."""
    words = "Chef Ivo Pell burnt the order books in June, then slipped the tills to a neighbour."
    told = text(words)
    content = Span(words.index("the tills"), words.index("."))
    row = replace(own_sentence(source(), told, content), content_spans=(content,), sureness=0.3)
    assert [one.content for one in own_voice(source(), told, [row])] == [words]
    assert not list(own_voice(source(), told, [replace(row, sureness=0.9)]))
    most = Span(words.index("burnt"), words.index("."))
    assert not list(own_voice(source(), told, [replace(row, content_spans=(most,))]))


def test_what_an_outlet_says_itself_is_only_proposed_and_goes_out_as_its_words() -> None:
    """So that it founds no claim and corroborates none."""
    told = text("The papers reached Pell in March.")
    (row,) = own_voice(source(), told, [])
    assert row.proposed
    assert row.is_own_voice
    assert row.attributed() == (
        "The Post writes, giving nobody for it: “The papers reached Pell in March.”"
    )
    assert own_sentence(source(), told, row.at) == row


@given(st.text(alphabet="ab. ?!”\n", max_size=60))
def test_own_sentences_stand_in_their_text_and_do_not_overlap(words: str) -> None:
    """Whatever the text: each is what stands at its place, one after the other."""
    rows = list(own_voice(source(), text(words), []))
    assert all(row.at.of(words) == row.content for row in rows)
    assert all(one.at.end <= two.at.start for one, two in pairwise(rows))
