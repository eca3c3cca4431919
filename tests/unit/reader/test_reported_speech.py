"""Who said what: the frames in which news reports speech."""

from __future__ import annotations

import pytest

from onrecord.core.vocabulary import (
    BlockKind,
    Commitment,
    Mode,
    Naming,
    Outcome,
    Polarity,
    SpeechAct,
)


@pytest.mark.parametrize(
    ("words", "speaker", "content"),
    [
        ("Ann Vale said the pump failed.", "Ann Vale", "the pump failed"),
        ("“The pump failed,” Vale said.", "Vale", "“The pump failed,”"),
        ('"The pump failed," said Vale.', "Vale", '"The pump failed,"'),
        ("‘The crew’s pump failed,’ she said.", "she", "‘The crew’s pump failed,’"),
        ("The pump had failed, Vale said on Monday.", "Vale", "The pump had failed"),
        ("“It failed,” said Vale, “and nobody came.”", "Vale", "“It failed,” … “and nobody came.”"),
        ("“It failed,” Vale said. “Nobody came.”", "Vale", "“It failed,” … “Nobody came.”"),
        ("According to the water board, the pump failed.", "the water board", "the pump failed"),
        ("The pump failed, according to Ann Vale.", "Ann Vale", "The pump failed"),
        ("On Monday the clerk of the court said it failed.", "the clerk of the court", "it failed"),
        ("Ann Vale, the clerk, said it failed.", "Ann Vale, the clerk", "it failed"),
        ('"Why?" Ida Morrow asked.', "Ida Morrow", '"Why?"'),
        (
            "Rain fell, and clerk Oskar Marr, 57, said it failed.",
            "clerk Oskar Marr, 57",
            "it failed",
        ),
        ("Vale denied the charge.", "Vale", "the charge"),
        (
            "A man who works at the harbour said it failed.",
            "A man who works at the harbour",
            "it failed",
        ),
    ],
)
def test_a_report_gives_its_speaker_and_the_words_reported(read, words, speaker, content) -> None:
    """Each frame of the trade leads to the same two things."""
    found = read(words)
    assert [(s, c) for s, _, c in found.said()] == [(speaker, content)]


@pytest.mark.parametrize(
    "words", ["The answer was short.", "Rain fell on the pier.", "The clerk closed the file."]
)
def test_where_nobody_is_reported_to_speak_nobody_does(read, words) -> None:
    """No speaker is guessed."""
    assert read(words).reading.statements == ()


def test_sentences_end_at_stops_but_not_after_titles_nor_inside_quotations(read) -> None:
    """A search shows the sentence round its words, and so it has to be one."""
    words = "Mr. Marr left at 3.15. “It broke. I ran,” Vale said. “Why?” she asked. Rain fell."
    found = read(words)
    assert [span.of(words) for span in found.reading.sentences] == [
        "Mr. Marr left at 3.15.",
        "“It broke. I ran,” Vale said.",
        "“Why?” she asked.",
        "Rain fell.",
    ]


def test_quoted_words_are_direct_reported_words_indirect_and_both_mixed(read) -> None:
    """The mode says how close the words are to what was said."""
    found = read("“It failed,” Vale said.\nVale said it failed.\nVale said it “failed badly”.")
    modes = [statement.mode for statement in found.reading.statements]
    assert modes == [Mode.DIRECT, Mode.INDIRECT, Mode.MIXED]


def test_a_quotation_over_two_paragraphs_is_one_statement(read) -> None:
    """A quotation left open goes on where the next paragraph opens it again."""
    found = read("Marr said: “The first part.\n“The second part.”")
    (statement,) = found.reading.statements
    spans = statement.content.spans
    assert found.text.characters[spans[0].start : spans[-1].end].endswith("“The second part.”")
    assert found.content(statement).startswith("“The first part.")


def test_what_is_told_inside_a_report_has_the_report_as_its_parent(read) -> None:
    """Hearsay keeps its chain: Sorley says that Vale told somebody."""
    found = read("Sorley claimed that Vale told him that the vote was rigged.")
    outer, inner = found.reading.statements
    assert (outer.parent, inner.parent) == (None, outer.id)
    assert found.speaker(inner) == "Vale"


def test_a_second_speaker_ends_the_first_ones_words(read) -> None:
    """What comes after 'but' with a speaker of its own is not part of the first report."""
    found = read("Sorley said the vote was rigged, but Marr denied it.")
    assert [(s, c) for s, _, c in found.said()] == [
        ("Sorley", "the vote was rigged"),
        ("Marr", "it"),
    ]


def test_a_denial_is_the_opposite_of_its_content(read) -> None:
    """To deny is to say that it was not so."""
    (statement,) = read("Marr denied taking the ledger.").reading.statements
    assert statement.act is SpeechAct.DENIES
    assert statement.polarity is Polarity.NEGATIVE


def test_what_nobody_says_openly_names_no_source(read) -> None:
    """'It is alleged' names nobody, and nobody is put in."""
    found = read("It is alleged that the council paid him.")
    (statement,) = found.reading.statements
    assert statement.source is None
    assert statement.commitment is Commitment.POSSIBLE
    (hedge,) = statement.hedges
    assert "alleged" in hedge.of(found.text.characters)


def test_a_doubt_inside_a_quotation_is_what_was_said_and_no_hedge(read) -> None:
    """Only the reporter's and the speaker's own unquoted words hold back."""
    (statement,) = read("Ann Vale said: “The bridge might fail.”").reading.statements
    assert statement.hedges == ()


@pytest.mark.parametrize(
    ("words", "naming"),
    [
        ("Ann Vale said it failed.", Naming.NAMED),
        ("A spokesperson for the board said it failed.", Naming.ROLE_ONLY),
        ("Two officials familiar with the matter said it failed.", Naming.ANONYMOUS),
        ("The pump failed, the Harbour Courier understands.", Naming.PUBLISHER),
    ],
)
def test_a_speaker_is_named_by_name_by_role_not_at_all_or_is_the_paper(read, words, naming) -> None:
    """The kinds of naming stay apart."""
    (statement,) = read(words).reading.statements
    assert statement.source is not None
    assert statement.source.naming is naming


def test_a_name_that_only_tells_whose_lawyer_it_is_does_not_speak(read) -> None:
    """'Marr's lawyer' is not Marr."""
    found = read(
        "Oskar Marr left.\nMarr’s lawyer said it failed.\n"
        "Marr’s lawyer, Ida Morrow, agreed it failed."
    )
    first, second = found.reading.statements
    assert found.name_of(first) == "Marr’s lawyer"
    assert first.source is not None
    assert first.source.naming is Naming.ROLE_ONLY
    assert found.name_of(second) == "Ida Morrow"


@pytest.mark.parametrize(
    ("words", "asked", "outcome"),
    [
        ("Marr did not respond to a request for comment.", "Marr", Outcome.NO_RESPONSE),
        ("The Ministry of Works declined to comment.", "The Ministry of Works", Outcome.DECLINED),
        ("Ann Vale could not be reached.", "Ann Vale", Outcome.NO_RESPONSE),
    ],
)
def test_silence_is_an_event_with_somebody_who_was_asked(read, words, asked, outcome) -> None:
    """It is entered as a reply, and not as a statement."""
    found = read(words)
    (reply,) = found.reading.replies
    assert reply.asked.spans[0].of(found.text.characters) == asked
    assert reply.outcome is outcome
    assert found.reading.statements == ()


def test_understood_to_be_somebody_is_an_identity_claim_and_no_join(read) -> None:
    """The described one and the named one stay two mentions."""
    found = read("The official is understood to be Oskar Marr, a clerk.")
    (claim,) = found.reading.identity_claims
    names = {mention.id: mention for mention in found.reading.mentions}
    assert (names[claim.one].name, names[claim.other].name) == ("The official", "Oskar Marr")
    assert names[claim.one].same_as is None
    assert names[claim.other].same_as is None
    assert claim.statement == found.reading.statements[0].id


def test_the_day_of_saying_stands_outside_what_was_said(read) -> None:
    """A date in the content dates the content, not the saying."""
    inside, outside = read(
        "Vale said that it failed on 3 March 2024.\nOn 3 March 2024 Vale said that it failed."
    ).reading.statements
    assert inside.made is None
    assert str(outside.made) == "2024-03-03"


def test_who_was_told_is_kept_when_named(read) -> None:
    """The addressee is a mention of its own."""
    found = read("Oskar Marr told Ann Vale that it failed.")
    names = {mention.id: mention.name for mention in found.reading.mentions}
    assert names[found.reading.statements[0].addressee] == "Ann Vale"


@pytest.mark.parametrize("kind", [BlockKind.CAPTION, BlockKind.BOILERPLATE, BlockKind.CREDIT])
def test_nothing_is_read_from_what_is_not_the_articles_own_text(read, kind) -> None:
    """A caption repeats, and a newsletter line sells: neither is a statement on record."""
    assert read("Vale said that it failed.", kind=kind).reading.statements == ()


@pytest.mark.parametrize(
    "words",
    [
        "No one said that the pump had failed.",
        "Nobody at the harbour claimed that the boat was lost.",
        "None of the clerks told the board that the list was gone.",
    ],
)
def test_what_nobody_says_is_told_as_not_said_and_makes_nobody_an_actor(read, words) -> None:
    (said,) = read(words).reading.statements
    assert said.polarity is Polarity.NEGATIVE
    assert said.source is not None
    assert (said.source.naming, said.source.mention) == (Naming.AGENTLESS, None)
