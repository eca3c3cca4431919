"""Words are shown only together with whose they are."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.core.dates import When
from onrecord.core.identity import SourceId, StatementId, TextId
from onrecord.core.rows import NOBODY, Hit, SourceRow, StatementRow, TimelineRow, quoted
from onrecord.core.spans import Span
from onrecord.core.vocabulary import (
    Attested,
    Basis,
    Commitment,
    Metadata,
    Mode,
    Naming,
    Polarity,
    SpeechAct,
)

WIDTHS = st.integers(1, 200)
NAMES = st.sampled_from(["Orla Venn", "", "an official", "“the desk”", "A" * 150])


def said(
    content: str = "The file was shut.",
    speaker: str = "Orla Venn",
    act: SpeechAct = SpeechAct.ASSERTS,
    chain: tuple[str, ...] = (),
    label: str = "The Quay Mercury, 2024-04-09",
) -> StatementRow:
    """Make a statement's row."""
    return StatementRow(
        id=StatementId("sta_1"),
        source=SourceId("src_1"),
        source_label=label,
        text=TextId("txt_1"),
        speaker=speaker,
        naming=Naming.NAMED,
        actor=None,
        actor_name="",
        cue="said",
        content=content,
        at=Span(0, 10),
        content_spans=(Span(0, 10),),
        source_spans=(),
        cue_spans=(),
        hedge_spans=(),
        mention=None,
        mode=Mode.INDIRECT,
        act=act,
        polarity=Polarity.POSITIVE,
        commitment=Commitment.NOT_STATED,
        hedges=(),
        made=None,
        parent=None,
        chain=chain,
        reader="pattern 1",
        known="2024-04-10",
    )


@given(st.text(max_size=300), NAMES, st.sampled_from(SpeechAct), WIDTHS)
def test_no_width_is_too_narrow_for_whose_words_they_are(
    content: str, speaker: str, act: SpeechAct, width: int
) -> None:
    """Cutting takes from the words, never from the attribution."""
    row = said(content, speaker, act)
    shown = row.attributed(width)
    assert shown.startswith(f"{speaker or NOBODY} (")
    assert row.source_label in shown
    assert shown == f"{row.attribution}: {quoted(content, width)}"


@given(st.text(max_size=300), WIDTHS)
def test_a_row_of_any_kind_keeps_the_attribution(words: str, width: int) -> None:
    """A date or a find inside a statement is shown as that statement, else as the source's own."""
    inside = said(words)
    date_in = TimelineRow(
        when=When.of("2024-04"),
        kind="in the text",
        source=inside.source,
        source_label=inside.source_label,
        words=words,
        at=Span(0, 4),
        statement=inside,
    )
    found = Hit(
        source=inside.source,
        source_label=inside.source_label,
        at=Span(0, 4),
        words=words,
        found=(),
        statement=inside,
    )
    for row in (date_in, found):
        assert row.attributed(width) == inside.attributed(width)
        own = dataclasses.replace(row, statement=None)
        assert own.attributed(width).startswith(f"{inside.source_label} writes: ")


def test_a_source_s_own_day_is_shown_without_quotation_marks() -> None:
    """When a page says it was published is no one's words."""
    row = TimelineRow(
        when=When.of("2024-04-09"),
        kind="published",
        source=SourceId("src_1"),
        source_label="The Quay Mercury",
        words="published",
        at=None,
    )
    assert row.attributed() == "The Quay Mercury: published"


def test_hearsay_names_every_mouth() -> None:
    """The chain is told from the one who spoke to the one who passed it on."""
    row = said(speaker="an official", chain=("The Quay Mercury", "Orla Venn"))
    assert row.attribution == (
        "an official (said, according to Orla Venn, according to The Quay Mercury; "
        "The Quay Mercury, 2024-04-09)"
    )


def test_a_denial_is_not_shown_as_saying() -> None:
    """The speech act stands before the words, so a denied thing does not read as said."""
    assert "denied" in said(act=SpeechAct.DENIES).attribution


@pytest.mark.parametrize("act", SpeechAct)
def test_every_speech_act_has_its_verb(act: SpeechAct) -> None:
    """None is left without a word."""
    assert said(act=act).attribution


@given(st.text(max_size=300), st.integers(2, 200))
def test_quoted_words_are_cut_to_their_width(words: str, most: int) -> None:
    """On one line, in marks, and no longer than asked for and the two marks."""
    shown = quoted(words, most)
    assert len(shown) <= most + 2
    assert len(shown.splitlines()) <= 1
    assert shown[0] in '“"'
    assert shown[-1] in '”"'


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("it is shut", "“it is shut”"),
        ("“it is shut”", "“it is shut”"),
        ('"it is shut"', '"it is shut"'),
        ("“shut”, he said, “for good”", "““shut”, he said, “for good””"),
        ("it\n  is\tshut", "“it is shut”"),
        ("", "“”"),
        ("“", "““”"),
    ],
)
def test_marks_stand_around_all_of_the_words(words: str, shown: str) -> None:
    """A quotation of its own is not wrapped twice; two are not mistaken for one."""
    assert quoted(words) == shown


def source(**metadata: Attested) -> SourceRow:
    return SourceRow(
        id=SourceId("src_1"),
        name="a.html",
        media_type="text/html",
        size=1,
        sha256="0" * 64,
        known="2024-04-10",
        entered="2024-04-10",
        metadata=Metadata(**metadata),
        text=None,
        refusal=None,
    )


def test_a_source_is_called_by_what_is_known_of_it() -> None:
    """Its outlet and day where they are known, its file's name where not."""
    assert source().label == "a.html"
    assert source().title == "a.html"
    assert source().published is None
    told = source(
        outlet=Attested("The Quay Mercury", Basis.META),
        title=Attested("File shut", Basis.VISIBLE),
        published=Attested("2024-04", Basis.TOLD),
    )
    assert told.label == "The Quay Mercury, 2024-04"
    assert told.title == "File shut"
    assert told.published == When.of("2024-04")
