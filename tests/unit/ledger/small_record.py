"""Small invented documents with their readings, made without a reader, and a clock that is told."""

from __future__ import annotations

from datetime import UTC, datetime

from onrecord.core.dates import When
from onrecord.core.identity import (
    RowId,
    anchored,
    mention_id,
    reading_id,
    sha256,
    source_id,
    statement_id,
    text_id,
)
from onrecord.core.spans import Span, Spans, Stretch
from onrecord.core.vocabulary import (
    ActorKind,
    Attested,
    Basis,
    Block,
    BlockKind,
    Bound,
    Commitment,
    Content,
    Cue,
    Dated,
    Document,
    Event,
    EventKind,
    Finding,
    Flow,
    Hop,
    IdentityClaim,
    Label,
    Labelled,
    Mention,
    Met,
    Metadata,
    Mode,
    Naming,
    Outcome,
    Participant,
    Proceeding,
    Quantity,
    Question,
    ReaderName,
    Reading,
    Realised,
    Refusal,
    Reply,
    Role,
    Source,
    SpeechAct,
    Statement,
    Tenure,
    Text,
    Voice,
)

READER = ReaderName(name="by hand", version="1", digest="hand")
Kept = tuple[Document, Reading | None]


class ToldClock:
    """A clock that shows what it was last told."""

    def __init__(self, day: str = "2026-01-01") -> None:
        self.tell(day)

    def tell(self, day: str) -> None:
        self._now = datetime.fromisoformat(day).replace(hour=10, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self._now


def text_of(*paragraphs: str) -> Text:
    """Make a text whose blocks are these paragraphs."""
    characters, blocks = "", []
    for words in paragraphs:
        blocks.append(
            Block(BlockKind.PARAGRAPH, Span(len(characters), len(characters) + len(words)))
        )
        characters += words + "\n\n"
    whole = Span(0, len(characters))
    return Text(
        id=text_id(characters),
        characters=characters,
        blocks=tuple(blocks),
        stretches=(Stretch(whole, whole),),
    )


def report(
    number: int,
    *,
    retrieved: str | None = "2026-01-01",
    published: str | None = "2025-04",
    address: str | None = None,
    more: str = "",
) -> Kept:
    """Make one report: a quotation, what others are said to say, a date, a silence, a post."""
    text = text_of(
        f"Lock report {number}. “Gate {number} stood open all night,” Ida Morrow said.",
        "On 9 April 2025 the board wrote that the keeper had perhaps slept, Sam Pell told us."
        " The company did not respond.",
        *([more] if more else []),
    )
    raw = f"{number}\n{text.characters}".encode()
    meta = Metadata(
        published=None if published is None else Attested(published, Basis.META),
        retrieved=None if retrieved is None else Attested(retrieved, Basis.TOLD),
        address=None if address is None else Attested(address, Basis.TOLD),
    )
    source = Source(
        id=source_id(raw),
        sha256=sha256(raw),
        size=len(raw),
        media_type="text/plain",
        name=f"report-{number}.txt",
        metadata=meta,
    )
    return Document(source=source, raw=raw, text=text), _reading(text, number)


def refused(number: int) -> Kept:
    """Make a document that could not be read."""
    raw = b"\x00" * (number + 1)
    source = Source(
        id=source_id(raw),
        sha256=sha256(raw),
        size=len(raw),
        media_type="application/octet-stream",
        name=f"noise-{number}.bin",
    )
    refusal = Refusal(code="format", reason="its format is not known")
    return Document(source=source, raw=raw, refusal=refusal), None


def _reading(text: Text, number: int) -> Reading:
    def at(words: str) -> Spans:
        start = text.characters.index(words)
        return (Span(start, start + len(words)),)

    morrow = _mention(text, at("Ida Morrow"), "Ida Morrow", ActorKind.PERSON)
    pell = _mention(text, at("Sam Pell"), "Sam Pell", ActorKind.PERSON)
    board = _mention(text, at("the board"), "the board", ActorKind.PUBLIC_BODY, Naming.ROLE_ONLY)
    day = When(edtf="2025-04-09", words="9 April 2025")
    said = _statement(text, morrow, at("said"), at(f"“Gate {number} stood open all night,”"))
    told = _statement(
        text, pell, at("told us"), at("the board wrote that the keeper had perhaps slept")
    )
    wrote = _statement(
        text,
        board,
        at("wrote"),
        at("the keeper had perhaps slept"),
        hedges=at("perhaps"),
        made=day,
        parent=told,
    )
    dated = at("9 April 2025")[0]
    asked = at("The company")
    return Reading(
        id=reading_id(text.id, "", READER.digest),
        text=text.id,
        reader=READER,
        told_on=None,
        sentences=tuple(block.at for block in text.blocks),
        statements=(said, told, wrote),
        mentions=(morrow, pell, board),
        dates=(Dated(id=RowId(anchored("dat", text.id, [dated])), at=dated, when=day),),
        quantities=(
            Quantity(
                id=RowId(anchored("qty", text.id, at("all night"))),
                bound=Bound.EXACTLY,
                number=1.0,
                unit="night",
                at=at("all night")[0],
                number_at=at("all")[0],
                unit_at=at("night"),
            ),
        ),
        questions=(
            Question(
                id=RowId(anchored("que", text.id, told.content.spans)),
                asker=told.source,
                asked=wrote.source,
                at=told.content.spans,
                said_in=told.id,
                due=day,
            ),
        ),
        replies=(
            Reply(
                id=RowId(anchored("rep", text.id, asked)),
                asked=Voice(spans=asked, naming=Naming.NAMED),
                outcome=Outcome.NO_RESPONSE,
                at=at("The company did not respond"),
            ),
        ),
        tenures=(
            Tenure(
                id=RowId(anchored("ten", text.id, at("the keeper"))),
                holder=pell.id,
                post="Keeper",
                body="",
                held=When.of("2025-04/.."),
                cited=(day,),
                at=at("the keeper"),
                organisation="board",
            ),
        ),
        flows=(
            Flow(
                id=RowId(anchored("flw", text.id, at("the keeper"))),
                what="the gate",
                hops=(
                    Hop(
                        giver=said.source,
                        taker=told.source,
                        at=at("Ida Morrow said"),
                        means="by hand",
                        when=day,
                        carried_by=(said.id,),
                    ),
                    Hop(giver=told.source, taker=None, at=at("Sam Pell told us")),
                ),
            ),
        ),
        events=(
            Event(
                id=RowId(anchored("evt", text.id, at("wrote"))),
                kind=EventKind.LETTER,
                at=at("wrote"),
                when=day,
                participants=(Participant(role=Role.BY, voice=_voice(board)),),
                said_in=told.id,
                realised=Realised.ALLEGED,
            ),
            Event(
                id=RowId(anchored("evt", text.id, at("had perhaps slept"))),
                kind=EventKind.HEARING,
                at=at("had perhaps slept"),
                when=None,
                participants=(Participant(role=Role.WHO, voice=_voice(pell)),),
            ),
        ),
        findings=(
            Finding(
                id=RowId(anchored("fnd", text.id, at("all night"))),
                test="the test of the gate",
                element="",
                found=Met.NO_LONGER_MET,
                when=day,
                finder=morrow.id,
                reported_in=said.id,
                reason=None,
                at=at("all night"),
            ),
        ),
        proceedings=(
            Proceeding(
                id=RowId(anchored("prc", text.id, at("had perhaps slept"))),
                matter="sleeping",
                body="the board",
                test="the test of the gate",
                opened=None,
                ended=None,
                at=at("had perhaps slept"),
                body_mention=board.id,
                parties=(pell.id,),
                steps=(RowId(anchored("evt", text.id, at("had perhaps slept"))),),
                findings=(RowId(anchored("fnd", text.id, at("all night"))),),
            ),
        ),
        identity_claims=(
            IdentityClaim(
                id=RowId(anchored("idc", text.id, at("the keeper"))),
                one=board.id,
                other=pell.id,
                statement=told.id,
                at=at("the keeper had perhaps slept"),
            ),
        ),
        labels=(
            Label(
                kind=Labelled.BODY,
                key="board",
                name="The board",
                borne=When.of("2020/.."),
                at=at("the board")[0],
            ),
        ),
    )


def _mention(
    text: Text, at: Spans, name: str, kind: ActorKind, naming: Naming = Naming.NAMED
) -> Mention:
    return Mention(id=mention_id(text.id, at[0]), at=at[0], name=name, kind=kind, naming=naming)


def _voice(one: Mention) -> Voice:
    return Voice(spans=(one.at,), naming=one.naming, mention=one.id)


def _statement(
    text: Text,
    speaker: Mention,
    cue: Spans,
    content: Spans,
    *,
    hedges: Spans = (),
    made: When | None = None,
    parent: Statement | None = None,
) -> Statement:
    return Statement(
        id=statement_id(text.id, (speaker.at,), cue, content),
        source=Voice(spans=(speaker.at,), naming=speaker.naming, mention=speaker.id),
        cue=Cue(cue),
        content=Content(content),
        mode=Mode.INDIRECT if hedges else Mode.DIRECT,
        act=SpeechAct.ASSERTS,
        commitment=Commitment.POSSIBLE if hedges else Commitment.NOT_STATED,
        hedges=hedges,
        made=made,
        parent=None if parent is None else parent.id,
    )
