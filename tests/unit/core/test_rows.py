"""Words are shown only together with whose they are."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.core.dates import When
from onrecord.core.identity import RowId, SourceId, StatementId, TextId
from onrecord.core.rows import (
    NOBODY,
    Hit,
    Party,
    ReplyRow,
    SourceRow,
    StatementRow,
    Tally,
    Teller,
    TimelineRow,
    quoted,
)
from onrecord.core.spans import Span
from onrecord.core.vocabulary import (
    Attested,
    Basis,
    Commitment,
    Metadata,
    Mode,
    Naming,
    Outcome,
    Polarity,
    SpeechAct,
)
from onrecord.core.wording import sureness_shown

WIDTHS = st.integers(1, 200)
NAMES = st.sampled_from(["Orla Venn", "", "an official", "“the desk”", "A" * 150])


def said(
    content: str = "The file was shut.",
    speaker: str = "Orla Venn",
    act: SpeechAct = SpeechAct.ASSERTS,
    chain: tuple[Teller, ...] = (),
    label: str = "The Quay Mercury, 2024-04-09",
    **more: Any,
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
        reader="trained 1",
        known="2024-04-10",
        **more,
    )


def teller(
    speaker: str,
    act: SpeechAct = SpeechAct.ASSERTS,
    polarity: Polarity = Polarity.POSITIVE,
) -> Teller:
    """Make one through whom a statement came."""
    return Teller(
        id=StatementId(f"sta_{speaker}"),
        speaker=speaker,
        name=speaker,
        naming=Naming.NAMED,
        cue="said",
        act=act,
        polarity=polarity,
        commitment=Commitment.NOT_STATED,
        hedges=(),
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
    row = said(speaker="an official", chain=(teller("The Quay Mercury"), teller("Orla Venn")))
    assert row.attribution == (
        "an official (said, as told by Orla Venn, through The Quay Mercury; "
        "The Quay Mercury, 2024-04-09)"
    )
    assert row.depth == 2


@pytest.mark.parametrize(
    ("outer", "words"),
    [
        (teller("Orla Venn"), "as told by Orla Venn"),
        (teller("Orla Venn", SpeechAct.DENIES), "which Orla Venn denied"),
        (teller("Orla Venn", SpeechAct.DOUBTS), "which Orla Venn doubted"),
        (teller("Orla Venn", polarity=Polarity.NEGATIVE), "as told in the negative by Orla Venn"),
        (teller(""), "as told by somebody not named"),
    ],
)
def test_who_denies_that_it_was_said_is_not_shown_as_telling_it(outer: Teller, words: str) -> None:
    """“The lawyer denied that the porter said so”: the chain says what its member does."""
    assert said(chain=(outer,)).attribution.startswith(f"Orla Venn (said, {words}; ")
    further = said(chain=(outer, teller("an aide"))).attribution
    assert f"as told by an aide, {words.replace('as told by', 'through')}; " in further


@pytest.mark.parametrize("act", SpeechAct)
def test_every_act_of_one_who_passes_it_on_names_them(act: SpeechAct) -> None:
    """Whatever they do, they stand in the chain."""
    assert "Bo Marr" in said(chain=(teller("Bo Marr", act),)).attribution


def test_what_is_only_proposed_says_so_wherever_its_words_stand() -> None:
    """Before the act, so that no cutting can lose it; a person's word ends the doubt."""
    assert said(sureness=0.49).attributed(5).startswith("Orla Venn (proposed: said; ")
    assert not said(sureness=0.5).proposed
    assert not said(sureness=None).proposed
    assert not said(sureness=0.1, confirmed=True).proposed
    again = said(sureness=0.1, duplicate_of=StatementId("sta_0"))
    assert again.attribution.startswith("Orla Venn (proposed, duplicate: said; ")


def test_a_tally_counts_no_duplicate_and_tells_proposals_apart() -> None:
    """What is only proposed is never mixed with the rest unsaid."""
    again = StatementId("sta_0")
    rows = [
        said(),
        said(sureness=0.2),
        said(duplicate_of=again),
        said(sureness=0.2, duplicate_of=again),
    ]
    assert str(Tally.of(rows)) == "2 statements, 1 of them only proposed, 2 duplicates not counted"
    assert str(Tally.of([said()])) == "1 statement"


def test_a_silence_says_who_was_asked_by_whom_and_through_whom() -> None:
    """And which source reports it; who asked is left out only where the words do not say."""
    row = ReplyRow(
        id=RowId("rep_1"),
        source=SourceId("src_1"),
        source_label="The Quay Mercury",
        asked=Party(words="the  ministry"),
        outcome=Outcome.NO_RESPONSE,
        words="did not respond",
        at=Span(0, 4),
        asked_by=Party(words="the Mercury"),
        through=Party(words="its press office"),
    )
    assert row.attributed() == (
        "the ministry (did not respond, through its press office; asked by the Mercury; "
        "reported by The Quay Mercury): “did not respond”"
    )
    alone = dataclasses.replace(row, asked_by=None, through=None, asked=Party(words=""))
    assert alone.attribution == "somebody not named (did not respond; reported by The Quay Mercury)"
    assert alone.parties == (alone.asked,)


@given(st.floats(0, 1))
def test_sureness_is_never_shown_higher_than_it_is(sureness: float) -> None:
    """0.499 is a proposal and reads 0.49."""
    shown = float(sureness_shown(sureness))
    assert shown <= sureness + 1e-9
    assert sureness - shown < 0.0101


def test_a_denial_is_not_shown_as_saying() -> None:
    """The speech act stands before the words, so a denied thing does not read as said."""
    assert "denied" in said(act=SpeechAct.DENIES).attribution


@pytest.mark.parametrize("act", SpeechAct)
def test_every_speech_act_has_its_verb(act: SpeechAct) -> None:
    """None is left without a word."""
    assert said(act=act).attribution


@pytest.mark.parametrize(
    "words", ["a list which\n> records\n> coins", "a list which\n >> records\n> > coins"]
)
def test_the_marks_before_quoted_lines_are_none_of_the_words(words: str) -> None:
    assert quoted(words) == "“a list which records coins”"


def test_what_is_greater_than_something_is_among_the_words() -> None:
    assert quoted("a sum > 40") == "“a sum > 40”"


def test_words_that_are_quoted_already_get_no_second_marks() -> None:
    """In one piece or in several; who narrates between two quotations stands inside marks."""
    assert quoted("“The boat sank.”") == "“The boat sank.”"
    assert quoted('"It sank," … "I saw it."') == '"It sank," … "I saw it."'
    assert quoted('"It sank," she said. "I saw it."') == '“"It sank," she said. "I saw it."”'


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
