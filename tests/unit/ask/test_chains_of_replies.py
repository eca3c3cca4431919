"""Right of reply carried: what each document tells, in order of time, never read as more."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.ask import chains
from onrecord.core.chains import Became, ChainRow, unreached
from onrecord.core.identity import ActorId, RowId, SourceId, StatementId, TextId
from onrecord.core.rows import ActorRow, Party, ReplyRow, SourceRow, StatementRow
from onrecord.core.spans import Span
from onrecord.core.vocabulary import (
    ActorKind,
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

PELL, QUILL, WIRE = ActorId("act_pell"), ActorId("act_quill"), ActorId("act_wire")
ELSEWHERE = Span(100, 110)
PLACES = {PELL: 10, QUILL: 30, WIRE: 50}
DAYS = {"1": "2024-03-01", "2": "2024-03-02", "3": "2024-03-09"}


def source(name: str, day: str) -> SourceRow:
    told = Metadata(published=Attested(day, Basis.TOLD))
    return SourceRow(
        id=SourceId(f"src_{name}"), name=name, media_type="text/plain", size=1, sha256="",
        known=day, entered=day, metadata=told, text=None, refusal=None,
    )  # fmt: skip


def actor(who: ActorId, name: str) -> ActorRow:
    at = Span(PLACES[who], PLACES[who] + 5)
    return ActorRow(
        id=who, name=name, names=(name,), kind=ActorKind.PERSON, naming=Naming.NAMED, titles=(),
        statements=0, mentions=tuple((SourceId(f"src_{n}"), at) for n in DAYS), because=(),
    )  # fmt: skip


def said(
    by: ActorId, words: str, source: str, act: SpeechAct = SpeechAct.ASSERTS, cue: str = "said",
    at: Span = ELSEWHERE, speaker: str = "",
) -> StatementRow:  # fmt: skip
    return StatementRow(
        id=StatementId(f"sta_{source}_{words}"), source=SourceId(f"src_{source}"),
        source_label=source, text=TextId("txt_1"), speaker=speaker or by, naming=Naming.NAMED,
        actor=by, actor_name=by, cue=cue, content=words, at=at, content_spans=(at,),
        source_spans=(), cue_spans=(Span(0, 1),), hedge_spans=(), mention=None, mode=Mode.INDIRECT,
        act=act, polarity=Polarity.POSITIVE, commitment=Commitment.NOT_STATED, hedges=(), made=None,
        parent=None, chain=(), reader="by hand", known="2024-01-01",
    )  # fmt: skip


def silence(source: str, words: str = "Pell did not respond") -> ReplyRow:
    return ReplyRow(id=RowId(f"rep_{source}"), source=SourceId(f"src_{source}"),
                    source_label=source, asked=Party(words="Pell", actor=PELL),
                    outcome=Outcome.NO_RESPONSE, words=words, at=Span(0, 1))  # fmt: skip


def lay(
    *statements: StatementRow, replies: tuple[ReplyRow, ...] = (),
    speaks_for: dict[ActorId, ActorId] | None = None,
) -> dict[ActorId, ChainRow]:  # fmt: skip
    sources = {SourceId(f"src_{name}"): source(name, day) for name, day in DAYS.items()}
    people = [actor(PELL, "Tom Pell"), actor(QUILL, "Ada Quill"), actor(WIRE, "Wire")]
    rows = chains(replies, (), statements, people, sources, speaks_for or {})
    return {row.actor: row for row in rows}


def test_first_no_response_then_denied_through_a_lawyer() -> None:
    denial = said(QUILL, "it", "3", SpeechAct.DENIES)
    row = lay(denial, replies=(silence("1"),), speaks_for={QUILL: PELL})[PELL]
    assert [(s.became, str(s.day)) for s in row.steps] == [
        (Became.NO_RESPONSE, "2024-03-01"),
        (Became.DENIED, "2024-03-09"),
    ]
    assert row.steps[1].through == QUILL
    assert row.now is Became.DENIED
    assert row.course == "did not respond (2024-03-01), then denied (2024-03-09)"


def test_a_lawyer_for_somebody_speaks_for_them() -> None:
    denial = said(QUILL, "it", "3", SpeechAct.DENIES, speaker="A lawyer for Tom Pell")
    assert lay(denial, replies=(silence("1"),))[PELL].now is Became.DENIED


def test_an_allegation_beside_which_no_request_is_told_says_only_that() -> None:
    alleged = said(WIRE, "that Pell did it", "2", cue="alleged", at=Span(8, 20))
    row = lay(alleged)[PELL]
    assert [step.became for step in row.steps] == [Became.NO_REQUEST]
    assert row.now.value == "no request is told"
    told = lay(alleged, replies=(silence("2"),))[PELL]
    assert [step.became for step in told.steps] == [Became.NO_RESPONSE]


def test_who_was_neither_asked_nor_accused_has_no_chain() -> None:
    assert not lay(said(PELL, "that it rained", "1"), said(QUILL, "it", "1", SpeechAct.DENIES))


@pytest.mark.parametrize(
    ("words", "so"),
    [
        ("Pell could not immediately be reached", True),
        ("The ministry was not available for interview", True),
        ("He was not at home yesterday", True),
        ("Pell did not respond to two emails", False),
    ],
)
def test_not_reached_is_told_from_not_answered(words: str, so: bool) -> None:
    assert unreached(words) is so
    became = lay(replies=(silence("1", words),))[PELL].now
    assert became is (Became.UNREACHED if so else Became.NO_RESPONSE)


@pytest.mark.parametrize(
    "words", ["Tom Pell's lawyer, Ada Quill,", "Tom Pell’s brief", "a solicitor for Tom Pell"]
)
def test_who_asks_a_lawyer_asks_the_client(words: str) -> None:
    asked = Party(words=words, actor=QUILL, actor_name="Ada Quill")
    found = lay(replies=(replace(silence("1"), asked=asked),))
    assert list(found) == [PELL]
    assert found[PELL].steps[0].through == "Ada Quill"


def test_a_lawyer_whose_client_nobody_names_is_asked_themselves() -> None:
    asked = Party(words="Orr's lawyer, Ada Quill,", actor=QUILL, actor_name="Ada Quill")
    assert list(lay(replies=(replace(silence("1"), asked=asked),))) == [QUILL]
