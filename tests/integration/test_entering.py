"""Rows entered by hand stand on exact words, flow like the reader's, and can be taken back."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
import pytest
from hand_reader import STORY, HandReader

from once import Once
from onrecord.case import Case
from onrecord.core.dates import When
from onrecord.core.entered import Chosen, DateBound, Entered, Whose
from onrecord.core.errors import NoSuchRow, WrongUse
from onrecord.core.identity import MentionId, row_id, statement_id
from onrecord.core.rows import StatementRow
from onrecord.core.spans import Span
from onrecord.core.vocabulary import (
    AsOf,
    Content,
    Judgement,
    Mention,
    Mode,
    Naming,
    ReaderName,
    Reading,
    SpeechAct,
    Text,
    Verb,
)
from onrecord.intake import Told
from onrecord.show import verify_dossier

LATER = STORY + "\nOn 12 March 2024 a stoker swore that the lamp was lit, Oduya said again.\n"


class Newer(HandReader):
    """Reads as its forerunner did, but a few words less of every statement without a parent."""

    @property
    def name(self) -> ReaderName:
        return ReaderName(name="hand", version="2", digest="newer")

    def read(self, text: Text, told_on: When | None) -> Reading:
        found = super().read(text, told_on)

        def shorter(content: Content) -> Content:
            *most, last = content.spans
            return Content((*most, Span(last.start, last.end - 3)))

        statements = []
        for one in found.statements:
            if one.parent is None:
                voice = one.source.spans if one.source else ()
                content = shorter(one.content)
                id = statement_id(text.id, voice, one.cue.spans, content.spans)
                one = replace(one, id=id, content=content)
            statements.append(one)
        ids = {one.id: two.id for one, two in zip(found.statements, statements, strict=True)}
        return replace(
            found, reader=self.name,
            statements=tuple(
                replace(one, parent=ids.get(one.parent, one.parent) if one.parent else None,
                        duplicate_of=ids.get(one.duplicate_of) if one.duplicate_of else None)
                for one in statements
            ),
        )  # fmt: skip


class Ticking:
    def __init__(self) -> None:
        self.at = datetime(2026, 3, 4, 9, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.at


def with_a_stoker(folder: Path) -> None:
    (folder / "story.txt").write_text(LATER)
    told = Told(published="2026-03-01", outlet="The Pier")
    with Case.create(folder / "case", by="ed", clock=Ticking(), name="harbour") as case:
        case.add([folder / "story.txt"], reader=HandReader(), told=told, by="ed")


@pytest.fixture
def case(tmp_path: Path, once: Once) -> Iterator[Case]:
    """The case as it was a day before."""
    shutil.copytree(once(with_a_stoker), tmp_path, dirs_exist_ok=True)
    clock = Ticking()
    clock.at += timedelta(days=1)
    with Case.open(tmp_path / "case", clock=clock) as case:
        yield case


def test_what_a_person_enters_stands_with_whose_entry_it_is(case: Case) -> None:
    """Source, cue and content in their words; nowhere as read by a machine; sound to the ledger."""
    (source,) = case.sources()
    before = case.statements()
    chosen = Chosen(content=("the lamp was lit",), voice=("a stoker",), cue=("swore",))
    case.entering().statement(source.id, chosen, because="the reader left it out", by="ann")
    (row,) = [one for one in case.statements() if one.id not in {old.id for old in before}]
    assert row.attributed() == (
        "a stoker (entered by hand by ann: said; The Pier, 2026-03-01): “the lamp was lit”"
    )
    assert (row.entered_by, row.reader, row.confirmed) == ("ann", "entered by ann", True)
    assert (row.mode, row.naming, row.act) == (Mode.INDIRECT, Naming.ROLE_ONLY, SpeechAct.ASSERTS)
    assert row.actor is not None
    assert case.verify().faults == []
    assert case.sources()[0].statements == source.statements + 1
    case.take_back(because="no")
    assert case.statements() == before


def enter(case: Case, *content: str, **told: object) -> str:
    """Enter a statement of the one document; give its id."""
    chosen = Chosen(content=content, **told)  # type: ignore[arg-type] # its fields by name
    source = case.sources()[0].id
    made = case.entering().statement(source, chosen, because="left out", by="ann")
    return made.about[0]


def said(case: Case, id: str, as_of: AsOf = AsOf()) -> StatementRow:
    (row,) = case.statements(as_of, id=id)
    return row


def test_a_mended_statement_stands_in_place_of_the_readers_and_both_are_linked(case: Case) -> None:
    """The reader's is rejected, is still to be seen, and comes back when the other is undone."""
    old = next(one for one in case.statements() if one.speaker == "Ivo Marrin")
    before = case.statements()
    new = enter(case, "the mate had warned him", voice=("Marrin",), cue=("denied",),
                act=SpeechAct.DENIES, instead=old.id[:12])  # fmt: skip
    assert old.id not in {one.id for one in case.statements()}
    assert [one.id for one in case.statements(rejected=True)] == [old.id]
    row = said(case, new)
    assert (row.act, row.actor) == (SpeechAct.DENIES, old.actor)
    (judgement,) = case.judging().of(about=old.id)
    assert (judgement.verb, judgement.about) == (Verb.ENTER, (new, old.id))
    assert judgement.title == f"enter statement {new[:12]} in place of statement {old.id[:12]}"
    assert judgement.value == "statement"
    assert judgement.words[0] == row.attributed(240)
    case.take_back(judgement.id, because="as it was")
    assert case.statements() == before


def test_the_same_words_read_by_a_reader_stand_once(case: Case) -> None:
    """What a person enters of the same words, source and cue is what counts."""
    old = next(one for one in case.statements() if one.speaker == "Ivo Marrin")
    spans = [f"@{one}" for one in old.content_spans]
    new = enter(case, *spans, voice=tuple(f"@{one}" for one in old.source_spans),
                cue=tuple(f"@{one}" for one in old.cue_spans), act=SpeechAct.DOUBTS)  # fmt: skip
    here = [one.id for one in case.statements() if one.content == old.content]
    assert here == [new]
    assert new != old.id
    assert case.sources()[0].statements == len(
        [one for one in case.statements() if one.duplicate_of is None]
    )


def test_what_is_entered_inside_a_statement_is_reported_inside_it(case: Case) -> None:
    """What a witness is said to have told a lawyer is never shown as said to us."""
    outer = next(one for one in case.statements() if one.speaker.startswith("Lena Oduya"))
    new = enter(case, "wheel was lashed", voice=("deckhand",), cue=("@113-118 heard",), nth=1)
    row = said(case, new)
    assert row.parent is not None
    assert row.depth >= 1
    assert "as told by" in row.attributed()
    assert row.chain[0].speaker == outer.speaker


def test_what_is_reported_inside_a_mended_statement_comes_through_the_right_one(
    case: Case,
) -> None:
    """Those whom the reader had wrong pass nothing on any more."""
    inner = next(one for one in case.statements() if one.depth == 1)
    outer = said(case, inner.parent or "")
    spans = tuple(f"@{one}" for one in outer.content_spans)
    new = enter(case, *spans, voice=("The Pier",), cue=("@69-73 told",), instead=outer.id)
    now = said(case, inner.id)
    assert now.parent == new
    assert now.chain[0].speaker == "The Pier"
    case.take_back(because="no")
    assert said(case, inner.id) == inner


def test_what_was_mended_can_be_mended_again(case: Case) -> None:
    """What is reported inside it comes through the last; the same words again are not inside it."""
    inner = next(one for one in case.statements() if one.depth == 1)
    outer = said(case, inner.parent or "")
    spans = tuple(f"@{one}" for one in outer.content_spans)
    first = enter(case, *spans, voice=("The Pier",), instead=outer.id)
    second = enter(case, *spans, voice=("the ministry",), instead=first)
    now = said(case, inner.id)
    assert (now.parent, now.chain[0].speaker) == (second, "the ministry")
    assert {outer.id, first} == {one.id for one in case.statements(rejected=True)}
    case.take_back(because="no")
    assert said(case, inner.id).parent == first
    again = enter(case, *(f"@{one}" for one in inner.content_spans))
    assert said(case, again).parent == first


def test_words_are_looked_for_and_never_guessed_at(case: Case) -> None:
    """Nowhere, in several places, overlapping, no reason: one line each that says what to do."""
    with pytest.raises(WrongUse, match="does not stand in the document"):
        enter(case, "the lamp was out")
    with pytest.raises(WrongUse, match=r"stands 2 times there: at @\d+-\d+, @\d+-\d+"):
        enter(case, "wheel")
    with pytest.raises(WrongUse, match="overlap"):
        enter(case, "the lamp was lit", "lamp was")
    with pytest.raises(WrongUse, match=r"stands .*not"):
        enter(case, "@0-5 the lamp was lit")
    with pytest.raises(WrongUse, match="no words at"):
        enter(case, "@90000-90010")
    with pytest.raises(NoSuchRow, match="nobody in the case is called"):
        enter(case, "the lamp was lit", voice=("a stoker",), whose=Whose(actor="Nobody Such"))
    with pytest.raises(WrongUse, match="needs a reason"):
        case.entering().mention(case.sources()[0].id, "a stoker", because=" ")
    enter(case, "the lamp was lit", voice=("a stoker",))
    with pytest.raises(WrongUse, match="entered already"):
        enter(case, "the lamp was lit", voice=("a stoker",))


def test_words_are_given_to_somebody_of_the_case_or_to_somebody_new(case: Case) -> None:
    """A new actor speaks for himself; an old one gets the statement with the others."""
    marrin = next(one for one in case.actors() if one.name == "Ivo Marrin")
    new = enter(case, "the lamp was lit", voice=("a stoker",), whose=Whose(actor="Ivo Marrin"))
    assert said(case, new).actor == marrin.id
    assert (said(case, new).speaker, said(case, new).actor_name) == ("a stoker", "Ivo Marrin")
    case.take_back(because="somebody else")
    new = enter(case, "the lamp was lit", voice=("a stoker",), whose=Whose(new="Tam Quill"))
    row = said(case, new)
    assert (row.actor_name, row.naming) == ("Tam Quill", Naming.NAMED)
    assert row.actor != marrin.id


def test_a_mention_entered_gives_what_was_said_by_it_to_whom_it_names(case: Case) -> None:
    """In place of the reader's in the same words, with all that was said by that one."""
    old = next(one for one in case.statements() if one.speaker == "Ivo Marrin")
    before = case.actors()
    source = case.sources()[0].id
    place = f"@{old.source_spans[0]}"
    case.entering().mention(source, place, Whose(new="Ivo Marrin the younger"), because="his son")
    now = said(case, old.id)
    assert now.actor_name == "Ivo Marrin the younger"
    actor = next(one for one in case.actors() if one.id == now.actor)
    assert f"{case.user} entered a mention by hand: his son" in actor.because
    assert {one.entered_by for one in case.mentions(actor.id)} <= {"", case.user}
    assert case.verify().faults == []
    case.take_back(because="it was himself")
    assert case.actors() == before
    assert said(case, old.id) == old


def test_a_date_entered_is_in_time_with_whose_entry_it_is(case: Case) -> None:
    """As an EDTF value or a bound, and in place of what was read from those words."""
    source = case.sources()[0].id
    case.entering().date(source, "12 March 2024", When.of("2024-03-12"), DateBound.BY,
                         because="no later", by="ann")  # fmt: skip
    (row,) = [one for one in case.timeline() if one.entered_by]
    assert (row.kind, row.entered_by) == ("in the text", "ann")
    assert row.when is not None
    assert (row.when.edtf, row.when.words) == ("../2024-03-12", "12 March 2024")
    case.entering().date(source, "12 March 2024", When.of("2025"), because="misprint", by="bo")
    (row,) = [one for one in case.timeline() if one.entered_by]
    assert (str(row.when), row.entered_by) == ("2025", "bo")
    case.take_back(because="no")
    case.take_back(because="no")
    assert not [one for one in case.timeline() if one.entered_by]


def test_what_was_entered_goes_with_its_document_and_comes_back_with_it(case: Case) -> None:
    """An orphan decides nothing; before it was entered nobody could know it."""
    new = enter(case, "the lamp was lit", voice=("a stoker",))
    assert case.statements(AsOf(known="2026-03-04"), id=new) == []
    assert said(case, new, AsOf(known="2026-03-05"))
    row = case.take_back(2, because="the wrong document")
    assert case.statements() == []
    assert case.actors() == []
    (orphan,) = case.judging().of(orphans=True)
    assert orphan.orphans == (new,)
    case.take_back(row.undone_by, because="the right one")
    assert said(case, new)


def test_reading_again_keeps_what_was_entered_and_what_it_stands_in_place_of(case: Case) -> None:
    """A newer reader with other words for the row that was wrong does not bring it back."""
    old = next(one for one in case.statements() if one.speaker == "Ivo Marrin")
    new = enter(case, "the mate had warned him", voice=("Marrin",), instead=old.id)
    list(case.rereading(Newer()).apply(by="ed"))
    rows = {one.id: one for one in case.statements()}
    assert rows[new].actor_name == "Ivo Marrin"
    assert old.id not in rows
    assert not [one for one in rows.values() if one.content == old.content]
    assert case.judging().of(about=new)[0].orphans == ()
    assert case.verify().faults == []


def test_verification_finds_words_that_do_not_stand(case: Case) -> None:
    """A judgement that enters words which its text does not have is named; it enters nothing."""
    source = case.sources()[0]
    entered = Entered(
        source=source.id, text=case.text(source.id).id,
        words=((Span(0, 5), "Pilot"),),
        mention=Mention(id=MentionId("men_0123456789abcdef"), at=Span(0, 5), name="Pilot"),
    )  # fmt: skip
    false = replace(entered, words=((Span(0, 5), "Pirat"),))
    for one in (entered, false):
        case._ledger.judge(
            Judgement(
                id=row_id("jdg", [one.words[0][1]]),
                verb=Verb.ENTER,
                about=(one.id,),
                by="ann",
                because="made up",
                value=msgspec.json.encode(one).decode(),
            )
        )
    (fault,) = case.verify().faults
    assert "its words do not stand" in str(fault)


def test_chance_draws_no_row_that_a_person_entered(case: Case) -> None:
    """An audit measures readers."""
    new = enter(case, "the lamp was lit", voice=("a stoker",))
    drawn = case.auditing().draw("statements", most=100, seed=1, by="ed")
    assert new not in {one.id for one in drawn}
    assert drawn


def test_the_dossier_says_of_every_entered_row_who_entered_it(case: Case, tmp_path: Path) -> None:
    """On the page of the source, in the lists, in the exports; and it can be verified alone."""
    enter(case, "the lamp was lit", voice=("a stoker",), cue=("swore",))
    source = case.sources()[0].id
    case.entering().date(source, "12 March 2024", When.of("2024-03-12"), because="it is", by="ann")
    case.dossier(tmp_path / "pages")
    for page in (tmp_path / "pages").rglob("*.html"):
        for entry in page.read_text().split("<article")[1:]:
            entry = re.sub("<[^>]+>", "", entry.split("</article>")[0])
            if "the lamp was lit" in entry:
                assert "entered by hand by ann" in entry, page.name
    assert verify_dossier(tmp_path / "pages") == []
    timeline = (tmp_path / "pages" / "timeline.html").read_text()
    assert "entered by hand by <bdi>ann</bdi>" in timeline
