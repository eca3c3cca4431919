"""Steps on two days, words given to two people or turned, and corrections that only set right."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from pages_by_hand import Page

from onrecord.assess import Parties, Quoting, StepTold, said_apart, set_right, steps_apart
from onrecord.assess.differences.differences import Telling, differ
from onrecord.core.dates import When
from onrecord.core.differences import DifferenceRow, Matter, ToldRow
from onrecord.core.identity import ActorId, SourceId
from onrecord.core.quotes import WordingRow
from onrecord.core.sentences import stems
from onrecord.core.spans import Span
from onrecord.core.vocabulary import EventKind, Text

OUT = When.of("2031-03-05").first or 0


def step(
    source: str,
    day: str,
    words: str,
    *who: str,
    kind: EventKind = EventKind.ARREST,
    out: int = OUT,
    official: bool = False,
) -> StepTold:
    row = ToldRow(
        value=day,
        source=SourceId(source),
        source_label=source,
        words=words,
        at=Span(0, len(words)),
        day=out,
        official=official,
    )
    people = frozenset(map(ActorId, who))
    return StepTold(kind=kind, when=When.of(day), who=people, words=stems(words), row=row)


def test_one_arrest_on_two_days_is_told_apart_by_who_is_named_or_by_its_words() -> None:
    named = [
        step("Echo", "2031-03-03", "A bosun was held over the stolen bell", "ann"),
        step("Post", "2031-03-04", "Police arrested Ann Roe", "ann", out=OUT + 1),
        step("Court", "2031-03-03", "Ann Roe was arrested", "ann", out=OUT + 90, official=True),
    ]
    (row,) = steps_apart(named)
    assert (row.one.source_label, row.other.source_label) == ("Echo", "Post")
    assert row.settled is not None
    assert (row.settled.side, row.settled.by.source_label) == (1, "Court")
    bare = [
        step("Echo", "2031-03-03", "A bosun of the rowing club was held over the stolen bell"),
        step("Post", "2031-03-04", "The arrest of a bosun in the affair of the rowing club bell"),
    ]
    assert [row.settled for row in steps_apart(bare)] == [None]


def test_two_arrests_are_not_one_that_is_told_twice() -> None:
    for other in (
        step("Post", "2031-03-04", "Tom Roe was held", "tom"),  # somebody else
        step("Post", "2031-03-04", "Ann Roe was held again", "ann", out=OUT + 20),  # weeks later
        step("Post", "2031-03-20", "Ann Roe was held", "ann"),  # days far apart
        step("Post", "2031-03-03", "Ann Roe was held", "ann"),  # the same day
        step("Post", "2031-03", "Ann Roe was held", "ann"),  # no more than the month
        step("Echo", "2031-03-04", "Ann Roe was held", "ann"),  # one document
        step("Post", "2031-03-04", "Ann Roe was freed", "ann", kind=EventKind.RELEASE),
    ):
        assert not list(steps_apart([step("Echo", "2031-03-03", "Ann Roe was held", "ann"), other]))


def test_of_hearings_only_the_day_of_one_to_come_is_held_apart() -> None:
    held = [
        step("Echo", "2031-03-03", "Ann Roe in court", "ann", kind=EventKind.HEARING),
        step("Post", "2031-03-04", "Ann Roe in court", "ann", kind=EventKind.HEARING),
    ]
    assert not list(steps_apart(held))
    ahead = [
        step("Echo", "2031-04-14", "Ann Roe in court", "ann", kind=EventKind.HEARING),
        step("Post", "2031-04-04", "trial", "ann", kind=EventKind.TRIAL_DATE_SET),
    ]
    assert len(list(steps_apart(ahead))) == 1


@given(
    st.lists(
        st.builds(
            step,
            st.sampled_from("abc"),
            st.sampled_from(["2031-03-02", "2031-03-03", "2031-03-05"]),
            st.just("held"),
            st.sampled_from(["ann", "tom"]),
            out=st.integers(OUT, OUT + 9),
        ),
        max_size=7,
    )
)
def test_no_step_is_held_against_its_own_day_or_document(steps: list[StepTold]) -> None:
    for row in steps_apart(steps):
        assert row.one.value != row.other.value
        assert row.one.source != row.other.source


# --- what was said, and by whom ---

SAID = "The museum was told of the loan and it is no longer looking for the two etchings"


def apart(*pages: Page) -> list[DifferenceRow]:
    said = {one.source: one.said for one in pages}
    texts = {one.source: one for one in pages}
    parties = Parties([row for one in pages for row in one.said], [one.outlet for one in pages])

    def told(one: WordingRow, value: str) -> ToldRow | None:
        page = texts[one.source]
        around = next(line for line in page.words.split("\n\n") if one.words in line)
        sentence = around.partition("?")[0] + "?" if "?" in around else one.words
        return ToldRow(
            value=value, source=one.source, source_label=page.outlet, words=sentence, at=one.at
        )

    quotes = Quoting([one.carried for one in pages], said, parties).all
    return list(said_apart(quotes, told, lambda source: texts[source].address or ""))


def quoting(name: str, words: str, who: str, address: str | None = None) -> Page:
    page = Page(name, f"A headline\n\n“{words},” {who} said.", outlet=name, address=address)
    page.says(f"“{words},”", who)
    return page


def test_words_given_to_two_people_differ_and_a_third_outlet_settles_it_on_balance() -> None:
    rows = apart(
        quoting("Echo", SAID, "Ada Reed"),
        quoting("Post", SAID, "Tom Weir"),
        quoting("Mail", SAID, "Ada Reed"),
    )
    (row,) = rows
    assert (row.matter, row.one.value, row.other.value) == (Matter.SPEAKER, "Ada Reed", "Tom Weir")
    assert row.settled is not None
    assert row.settled.side == 1


def test_no_longer_and_never_are_not_one_and_other_words_of_one_sense_are() -> None:
    first = quoting("Echo", SAID, "Ada Reed")
    (row,) = apart(first, quoting("Post", SAID.replace("no longer", "never"), "Ada Reed"))
    assert row.matter is Matter.WORDS
    assert not apart(first, quoting("Post", SAID.replace("told", "informed"), "Ada Reed"))
    assert not apart(first, quoting("Post", SAID.removeprefix("The museum "), "Ada Reed"))


def test_a_question_is_no_other_wording_of_what_is_denied() -> None:
    asked = "Was the school told that the two etchings in the museum had been sold in March?"
    said = "The school was never told that the two etchings in the museum had been sold in March"
    assert not apart(quoting("Echo", asked, "Ada Quill"), quoting("Post", said, "Ada Quill"))


def test_versions_of_one_page_are_held_apart_elsewhere() -> None:
    pages = [
        quoting("Echo", SAID, "Ada Reed", "a.example"),
        quoting("Echo2", SAID, "Tom Weir", "a.example"),
    ]
    assert not apart(*pages)


# --- corrections, and days without a year ---


def text(words: str) -> Text:
    return Page("x", words).text


def test_a_correction_that_only_says_what_is_so_sets_right() -> None:
    for note in ("CORRECTION, March 11: The trust puts the fee at 4,000 crowns.",
                 "Corrections and clarifications: the choir has forty members."):  # fmt: skip
        assert len(list(set_right(text(f"A headline\n\nA story.\n\n{note}")))) == 1
    for note in ("Correction: an earlier version said 40,000. It is 4,000.", "A story goes on."):
        assert not list(set_right(text(f"A headline\n\nA story.\n\n{note}")))


def test_a_year_that_no_words_give_is_no_difference() -> None:
    def telling(edtf: str, words: str) -> Telling:
        row = ToldRow(
            value=edtf, source=SourceId(edtf), source_label="", words=words, at=Span(0, 1)
        )
        when = When(edtf=edtf, words=words, at=None, anchor="", rule="")
        return Telling(Matter.DATE, "", when, frozenset(), frozenset(), row)

    guessed = telling("2031-04-09", "9 April")
    assert differ(guessed, telling("2030-04-09", "9 April 2030")) is None
    assert differ(guessed, telling("2030-04-08", "8 April 2030")) is not None
    both = telling("2031-04-09", "9 April 2031"), telling("2030-04-09", "9 April 2030")
    assert differ(*both) is not None
