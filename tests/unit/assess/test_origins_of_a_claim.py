"""To how many independent origins a claim goes back: told from words, counted once, with reasons.

All people, bodies and outlets are invented.
"""

from __future__ import annotations

from pages_by_hand import Page

from onrecord.case import Origins
from onrecord.core.claims import PositionRow
from onrecord.core.dates import When
from onrecord.core.identity import StatementId
from onrecord.core.origins import CountedOrigins
from onrecord.core.rows import SourceRow
from onrecord.core.said import StatementRow, Teller
from onrecord.core.vocabulary import (
    Attested,
    Basis,
    Commitment,
    Metadata,
    Naming,
    Polarity,
    SpeechAct,
    Stance,
)

AGENTLESS = Naming.AGENTLESS


def source_row(page: Page) -> SourceRow:
    def told(value: str | None) -> Attested | None:
        return Attested(value, Basis.TOLD) if value else None

    return SourceRow(
        id=page.source, name=page.name, media_type="text/plain", size=1, sha256="", known=page.day,
        entered=page.day, text=page.text.id, refusal=None,
        metadata=Metadata(
            outlet=told(page.outlet), published=told(page.day), address=told(page.address)
        ),
    )  # fmt: skip


def record(*pages: Page) -> Origins:
    texts = {page.source: page.text for page in pages}
    return Origins(
        [source_row(page) for page in pages],
        [row for page in pages for row in page.said],
        lambda row: texts[row.id],
    )


def takes(
    row: StatementRow, stance: Stance = Stance.ASSERTS, said: str | None = None
) -> PositionRow:
    when = When.of(said) if said else row.made
    return PositionRow(stance=stance, statement=row, said=when, origin=0)


def count(*pages: Page) -> CountedOrigins:
    """Count where every statement of every page asserts the claim."""
    return record(*pages).counted([takes(row) for page in pages for row in page.said])


def test_one_body_is_one_origin_whenever_and_wherever_it_is_quoted() -> None:
    """Its director, its spokesman and its own notice are the body."""
    notice = Page("notice", "Notice\n\nThe sluice was opened by hand.", outlet="Harrow Water Board")
    notice.says("The sluice was opened by hand", cue="", naming=AGENTLESS)
    first = Page("first", "Echo\n\nThe sluice was worked by hand, said Ivo Marr.", day="2031-03-02")
    first.says("The sluice was worked by hand", "Ivo Marr, chief executive of Harrow Water Board")
    later = Page("later", "News\n\nA hand opened it, a spokesman said.", "Pell Post", "2031-06-02")
    later.says("A hand opened it", "a spokesman for Harrow Water Board")
    counted = count(notice, first, later)
    assert counted.origins == ((notice.source, first.source, later.source),)
    assert counted.index == (0, 0, 0)
    assert "2031-03-02 has it from Harrow Water Board" in counted.because[0]


def test_two_people_with_nothing_between_them_are_two_origins() -> None:
    """A claim that both make is corroborated by count, and by what follows from the count only."""
    one = Page("one", "Echo\n\nThe gate stood open, Ada Quill said.")
    one.says("The gate stood open", "Ada Quill")
    two = Page("two", "Post\n\nThe gate was open, Bram Vale said.", "Pell Post", "2031-03-04")
    two.says("The gate was open", "Bram Vale")
    assert count(one, two).origins == ((one.source,), (two.source,))


def test_a_statement_and_the_one_on_which_it_rests_are_one() -> None:
    """The state's case that rests on one witness, and the witness."""
    charge = Page("charge", "Charge\n\nThe state alleges that he took it. We rely on Ms Dara Finn.")
    charge.says("he took it", "The state", naming=Naming.ROLE_ONLY)
    charge.says("We rely on Ms Dara Finn", "The state", naming=Naming.ROLE_ONLY)
    seen = Page("seen", "Post\n\nI saw him take it, Dara Finn said.", "Pell Post", "2031-03-09")
    seen.says("I saw him take it", "Dara Finn")
    pages = record(charge, seen)
    counted = pages.counted([takes(charge.said[0]), takes(seen.said[0])])
    assert len(counted.origins) == 1
    assert any("rests on Dara Finn" in why for why in counted.because)


def test_an_unsourced_sentence_goes_with_the_earliest_origin() -> None:
    """Whoever repeats without saying from whom adds no origin; the first of all is one."""
    wild = Page("wild", "Sun\n\nThe clerk burnt the ledger.", "Daily Sun", "2031-01-01")
    wild.says("The clerk burnt the ledger", naming=AGENTLESS)
    named = Page("named", "Echo\n\nHe burnt it, Ada Quill said.", day="2031-02-01")
    named.says("He burnt it", "Ada Quill")
    again = Page("again", "Post\n\nThe ledger was burnt.", "Pell Post", "2031-03-01")
    again.says("The ledger was burnt", naming=AGENTLESS)
    counted = count(wild, named, again)
    assert counted.origins == ((wild.source, again.source), (named.source,))
    assert any("gives no source" in why for why in counted.because)


def test_one_outlets_unnamed_sources_are_one_origin() -> None:
    """Two items of one outlet on sources it does not name, and another outlet's.

    Those of several outlets may be one: nothing is counted twice where nothing tells that they are
    two. "Another insider" tells it.
    """
    one = Page("one", "Echo\n\nHe knew, a person close to the board said.")
    one.says("He knew", "a person close to the board", naming=Naming.ANONYMOUS)
    two = Page("two", "Echo\n\nHe was told, insiders said.", day="2031-03-05")
    two.says("He was told", "insiders", naming=Naming.ANONYMOUS)
    other = Page("other", "Post\n\nHe knew, sources said.", "Pell Post", "2031-03-06")
    other.says("He knew", "sources", naming=Naming.ROLE_ONLY)
    counted = count(one, two, other)
    assert counted.origins == ((one.source, two.source, other.source),)
    assert any("nothing tells" in why for why in counted.because)
    more = Page("more", "Post\n\nHe knew, another insider said.", "Pell Post", "2031-03-06")
    more.says("He knew", "another insider", naming=Naming.ANONYMOUS)
    assert count(one, two, more).origins == ((one.source, two.source), (more.source,))


def test_one_who_is_only_described_may_be_anothers_unnamed_source_and_two_are_two() -> None:
    one = Page("one", "Echo\n\nHe knew, a rower told the Echo.")
    one.says("He knew", "a rower", naming=Naming.ROLE_ONLY)
    other = Page("other", "Post\n\nHe knew, said a member of the club.", "Pell Post", "2031-03-06")
    other.says("He knew", "a member of the club", naming=Naming.ANONYMOUS)
    assert count(one, other).origins == ((one.source, other.source),)
    third = Page("third", "Sun\n\nHe knew, a boatman said.", "Daily Sun", "2031-03-07")
    third.says("He knew", "a boatman", naming=Naming.ROLE_ONLY)
    assert len(count(one, other, third).origins) == 3


def test_whoever_is_described_as_anybody_might_be_is_no_second_origin() -> None:
    """ "An employee" of one paper may be "an insider" of another; a boatman is neither."""
    first = Page("first", "Echo\n\nHe knew, an employee said.", "Pell Echo", "2031-03-01")
    first.says("He knew", "an employee of the mill", naming=Naming.ROLE_ONLY)
    second = Page("second", "Post\n\nHe knew, a staff member said.", "Pell Post", "2031-03-02")
    second.says("He knew", "The staff member", naming=Naming.ROLE_ONLY)
    assert len(count(first, second).origins) == 1
    third = Page("third", "Sun\n\nHe knew, a boatman said.", "Daily Sun", "2031-03-07")
    third.says("He knew", "a boatman", naming=Naming.ROLE_ONLY)
    fourth = Page("fourth", "Star\n\nHe knew, an usher said.", "Daily Star", "2031-03-08")
    fourth.says("He knew", "an usher", naming=Naming.ROLE_ONLY)
    assert len(count(first, third, fourth).origins) == 3


def test_what_a_paper_can_reveal_after_another_is_no_second_origin() -> None:
    first = Page("first", "Post\n\nHe is understood to be Ivo Lund.", "Pell Post", "2031-03-01")
    first.says("He is understood to be Ivo Lund", naming=AGENTLESS, cue="is understood to be")
    later = Page("later", "Sun\n\nHe is Ivo Lund, the Sun can reveal.", "Daily Sun", "2031-03-02")
    later.says("He is Ivo Lund", "the Sun", naming=Naming.PUBLISHER, cue="can reveal")
    assert count(first, later).origins == ((first.source, later.source),)
    assert len(count(later).origins) == 1


def test_an_admission_by_the_other_side_is_an_origin_of_its_own() -> None:
    """What a lawyer says is the client's, under whichever name the lawyer stands."""
    charge = Page("charge", "Echo\n\nProsecutors say he was paid.")
    charge.says("he was paid", "Prosecutors", naming=Naming.ROLE_ONLY)
    court = Page(
        "court", "Court\n\nMS ORME: My client accepts the fee.", "Pell Court", "2031-04-01"
    )
    court.says("the fee", "My client", naming=Naming.ROLE_ONLY, cue="accepts", through=(teller(),))
    paper = Page("paper", "Post\n\nHe had a fee, said Tess Orme.", "Pell Post", "2031-04-02")
    paper.says("He had a fee", "Bram Vale’s barrister, Tess Orme")
    counted = count(charge, court, paper)
    assert counted.origins == ((charge.source,), (court.source, paper.source))


def teller() -> Teller:
    return Teller(
        id=StatementId("sta_outer"), speaker="MS ORME", name="MS ORME", naming=Naming.NAMED,
        cue=":", act=SpeechAct.ASSERTS, polarity=Polarity.POSITIVE,
        commitment=Commitment.NOT_STATED, hedges=(),
    )  # fmt: skip


def test_a_quotation_given_to_another_speaker_goes_with_its_origin() -> None:
    """A misattributed line is still the line that was said."""
    line = "The bank was warned three times before the wall gave way"
    first = Page("first", f"Echo\n\n“{line},” Ada Quill said.")
    first.says(f"“{line},”", "Ada Quill")
    wrong = Page("wrong", f"Sun\n\n“{line},” police said.", "Daily Sun", "2031-03-02")
    wrong.says(f"“{line},”", "police", naming=Naming.ROLE_ONLY)
    counted = count(first, wrong)
    assert counted.origins == ((first.source, wrong.source),)
    assert "Daily Sun, 2031-03-02 quotes" in counted.because[0]


def test_a_withdrawal_takes_the_copies_with_it() -> None:
    """The origin falls as a whole; another stands, and a denial goes back to none."""
    one = Page("one", "Echo\n\nI saw it, Ada Quill said. I no longer say so, Ada Quill wrote.")
    saw = one.says("I saw it", "Ada Quill")
    back = one.says("I no longer say so", "Ada Quill")
    copy = Page("copy", "Sun\n\nAda Quill told police that she saw it.", "Daily Sun", "2031-03-02")
    also = copy.says("she saw it", "Ada Quill")
    other = Page("other", "Post\n\nIt was so, Bram Vale said. No, Cora Lund said.", "Pell Post")
    so = other.says("It was so", "Bram Vale")
    no = other.says("No", "Cora Lund")
    counted = record(one, copy, other).counted([
        takes(saw), takes(also), takes(back, Stance.WITHDRAWS, "2031-05-01"), takes(so),
        takes(no, Stance.DENIES),
    ])  # fmt: skip
    assert counted.origins == ((one.source, copy.source), (other.source,))
    assert counted.index == (0, 0, 0, 1, -1)
    assert counted.fallen == {0}
    assert counted.standing == 1


def test_the_order_in_which_positions_are_given_changes_nothing_but_the_index() -> None:
    """A count is a function of the documents and their words."""
    one = Page("one", "Echo\n\nThe gate stood open, Ada Quill said. Bram Vale saw it too, he said.")
    first, second = one.says("The gate stood open", "Ada Quill"), one.says("he", "Bram Vale")
    two = Page("two", "Post\n\nIt was open, Ada Quill said.", "Pell Post", "2031-03-05")
    third = two.says("It was open", "Ada Quill")
    case = record(one, two)
    rows = [takes(first), takes(second), takes(third)]
    forth, back = case.counted(rows), case.counted(rows[::-1])
    assert (forth.origins, forth.because) == (back.origins, back.because)
    assert forth.index == back.index[::-1]


def test_the_only_tribunal_of_a_case_is_one_by_every_name() -> None:
    """Its own paper, "a tribunal", and what its log shows there."""
    own = Page("own", "Ruling\n\nThe log shows the boat was moved.", "Rowing Tribunal")
    own.says("the boat was moved", "The log", naming=Naming.ROLE_ONLY, cue="shows")
    news = Page("news", "Post\n\nThe boat was moved, a tribunal found.", "Pell Post", "2031-03-02")
    news.says("The boat was moved", "a tribunal", naming=Naming.ROLE_ONLY, cue="found")
    counted = count(own, news)
    assert counted.origins == ((own.source, news.source),)
    other = Page("other", "Ruling\n\nIt was moved.", "Coastal Court", "2031-03-03")
    other.says("It was moved", "Coastal Court")
    assert len(count(own, news, other).origins) == 2


def test_a_log_in_a_newspaper_is_no_body_of_its_own() -> None:
    one = Page("one", "Echo\n\nThe log shows the boat was moved.")
    one.says("the boat was moved", "The log", naming=Naming.ROLE_ONLY, cue="shows")
    two = Page("two", "Post\n\nIt was moved, Ada Quill said.", "Pell Post", "2031-03-02")
    two.says("It was moved", "Ada Quill")
    assert len(count(one, two).origins) == 2


def test_a_body_renamed_is_one_origin_under_both_names() -> None:
    one = Page("one", "Echo\n\nThe organ was sold, the Organ Builders Club said.")
    one.says("The organ was sold", "the Organ Builders Club", name="Organ Makers Society")
    two = Page("two", "Post\n\nIt was sold, said Ivo Marr.", "Pell Post", "2031-03-02")
    two.says("It was sold", "Ivo Marr, chief executive of Organ Builders Club", name="Ivo Marr")
    three = Page("three", "Sun\n\nIt was sold, said Una Pell.", "Daily Sun", "2031-03-03")
    three.says("It was sold", "Una Pell, chair of the Organ Makers Society", name="Una Pell")
    pages = (one, two, three)
    texts = {page.source: page.text for page in pages}
    case = Origins(
        [source_row(page) for page in pages],
        [row for page in pages for row in page.said],
        lambda row: texts[row.id],
        bodies=lambda: [("Organ Makers Society", "Organ Builders Club")],
    )
    assert len(case.counted([takes(row) for page in pages for row in page.said]).origins) == 1


def test_it_that_leads_to_nobody_is_no_unnamed_source() -> None:
    one = Page("one", "Echo\n\nHe lied, Ada Quill said.")
    one.says("He lied", "Ada Quill")
    two = Page("two", "Post\n\nIt says that he lied.", "Pell Post", "2031-03-02")
    two.says("he lied", "It", name="", naming=Naming.ROLE_ONLY)
    assert count(one, two).origins == ((one.source, two.source),)
