"""Checks what entries say: bytes of sources, blocks of texts, spans of readings, words entered."""

from __future__ import annotations

from collections.abc import Iterator
from operator import lt

import msgspec

from onrecord.core.errors import Damaged
from onrecord.core.identity import SourceId, text_id
from onrecord.core.spans import Span
from onrecord.core.vocabulary import Judgement, Reading, Text, Verb
from onrecord.ledger.blobs import Blobs
from onrecord.ledger.chain import Entry
from onrecord.ledger.derive import CameIn, ReadIn
from onrecord.ledger.entered_rows import entered
from onrecord.ledger.record import Journal, Kind
from onrecord.ledger.report import Report

# Only the spans of a reading are decoded here, and as plain pairs: 1.4 microseconds for a statement
# and its mention, against 3.5 for the whole vocabulary (2026-11-23).
_Spans = list[tuple[int, int]]


class _Pieces(msgspec.Struct, gc=False):
    spans: _Spans


class _Statement(msgspec.Struct, gc=False):
    source: _Pieces | None
    cue: _Pieces
    content: _Pieces
    hedges: _Spans = []


class _At(msgspec.Struct, gc=False):
    at: tuple[int, int]


class _Tenure(msgspec.Struct, gc=False):
    at: _Spans


class _Reply(msgspec.Struct, gc=False):
    asked: _Pieces
    at: _Spans
    asked_by: _Pieces | None = None
    through: _Pieces | None = None


class _Quantity(msgspec.Struct, gc=False):
    at: tuple[int, int]
    number_at: tuple[int, int]
    bound_at: _Spans = []
    unit_at: _Spans = []
    item_at: _Spans = []
    owner_at: _Spans = []


class _Question(msgspec.Struct, gc=False):
    at: _Spans
    asker: _Pieces | None = None
    asked: _Pieces | None = None


class _Hop(msgspec.Struct, gc=False):
    at: _Spans
    giver: _Pieces | None = None
    taker: _Pieces | None = None


class _Flow(msgspec.Struct, gc=False):
    hops: list[_Hop] = []


class _Participant(msgspec.Struct, gc=False):
    voice: _Pieces


class _Event(msgspec.Struct, gc=False):
    at: _Spans
    participants: list[_Participant] = []


class _Found(msgspec.Struct, gc=False):
    at: _Spans = []


class _Reading(msgspec.Struct, gc=False):
    text: str
    sentences: _Spans = []
    statements: list[_Statement] = []
    mentions: list[_At] = []
    dates: list[_At] = []
    quantities: list[_Quantity] = []
    questions: list[_Question] = []
    replies: list[_Reply] = []
    tenures: list[_Tenure] = []
    flows: list[_Flow] = []
    labels: list[_At] = []
    events: list[_Event] = []
    findings: list[_Found] = []
    proceedings: list[_Found] = []


class _ReadIn(msgspec.Struct, gc=False):
    reading: _Reading


_READ_IN = msgspec.json.Decoder(_ReadIn)
_WHOLE = msgspec.json.Decoder(ReadIn)
_CAME_IN = msgspec.json.Decoder(CameIn)
_TEXT = msgspec.json.Decoder(Text)
_JUDGEMENT = msgspec.json.Decoder(Judgement)


class Words:
    """Checks what entries say: the bytes of sources, the blocks of texts, the spans of readings."""

    def __init__(self, journal: Journal, blobs: Blobs, report: Report) -> None:
        self._journal, self._blobs, self._report = journal, blobs, report
        self._entry_of: dict[str, int] = {}
        self._last = ("", "")

    def check(self, entry: Entry) -> None:
        if entry.kind == Kind.SOURCE:
            _check_source(entry, self._blobs, self._report)
        elif entry.kind == Kind.TEXT:
            text = _check_text(entry, self._report)
            self._entry_of.setdefault(text.id, entry.number)
            self._last = (text.id, text.characters)
        elif entry.kind == Kind.READING:
            reading = _READ_IN.decode(entry.body).reading
            _check_reading(entry, reading, self._characters(reading.text), self._report)
        elif entry.kind == Kind.JUDGEMENT:
            self._check_entered(_JUDGEMENT.decode(entry.body), entry)

    def _check_entered(self, judgement: Judgement, entry: Entry) -> None:
        """Check that the words which a person chose stand where they stood."""
        if judgement.verb is not Verb.ENTER:
            return
        row = entered(judgement)
        self._report.checked["entered by hand"] += 1
        if row is None or judgement.about[:1] != (row.id,):
            self._report.fault(f"entry {entry.number}", "enters no row that can be read")
        elif not row.stands_in(self._characters(row.text)):
            self._report.fault(row.id, f"its words do not stand in {row.text}")
        else:
            self._report.checked["spans"] += len(row.spans)

    def _characters(self, text: str) -> str:
        if text != self._last[0]:
            # Where there is no such text, no span of the reading fits, and each is reported.
            at = self._entry_of.get(text)
            found = "" if at is None else _TEXT.decode(self._journal.entry(at).body).characters
            self._last = (text, found)
        return self._last[1]


def _check_source(entry: Entry, blobs: Blobs, report: Report) -> None:
    came = _CAME_IN.decode(entry.body)
    source = came.source
    report.checked["sources"] += 1
    if not came.bytes_kept:
        return
    try:
        blobs.get(source.sha256)
    except Damaged as error:
        report.fault(f"sources/{source.sha256[:2]}/{source.sha256}", f"{source.name}: {error.what}")
    if source.id != SourceId(f"src_{source.sha256[:16]}") or entry.subject != source.id:
        report.fault(f"entry {entry.number}", f"{source.id} is not named by its bytes")


def _check_text(entry: Entry, report: Report) -> Text:
    text = _TEXT.decode(entry.body)
    report.checked["texts"] += 1
    if not text_id(text.characters) == text.id == entry.subject:
        report.fault(f"entry {entry.number}", f"{text.id} is not named by its characters")
    at = 0
    for block in text.blocks:
        if not block.at.fits(text.characters) or text.characters[at : block.at.start].strip():
            report.fault(f"{text.id}:{block.at}", "a block does not fit the text")
        at = block.at.end
    if text.characters[at:].strip():
        report.fault(f"{text.id}:{at}", "words stand outside every block")
    return text


def _check_reading(entry: Entry, reading: _Reading, characters: str, report: Report) -> None:
    marks = reading.mentions + reading.dates + reading.labels
    spans = [*reading.sentences, *(mark.at for mark in marks)]
    spans += (span for tenure in reading.tenures for span in tenure.at)
    for row in reading.statements:
        spans += row.content.spans
        spans += row.cue.spans
        spans += row.hedges
        if row.source is not None:
            spans += row.source.spans
    for q in reading.quantities:
        spans += (q.at, q.number_at, *q.bound_at, *q.unit_at, *q.item_at, *q.owner_at)
    for question in reading.questions:
        spans += question.at
        for voice in (question.asker, question.asked):
            spans += voice.spans if voice else []
    for hop in (hop for flow in reading.flows for hop in flow.hops):
        spans += hop.at
        for voice in (hop.giver, hop.taker):
            spans += voice.spans if voice else []
    for reply in reading.replies:
        spans += reply.asked.spans + reply.at
        for voice in (reply.asked_by, reply.through):
            spans += voice.spans if voice else []
    for event in reading.events:
        spans += event.at
        for one in event.participants:
            spans += one.voice.spans
    for found in (*reading.findings, *reading.proceedings):
        spans += found.at
    report.checked["statements"] += len(reading.statements)
    if reading.tenures:
        report.checked["tenures"] += len(reading.tenures)
    report.checked["spans"] += len(spans)
    if not _all_fit(spans, len(characters)):
        for name, span in _named_spans(_WHOLE.decode(entry.body).reading):
            if not span.fits(characters):
                report.fault(f"{name}:{span}", "a span lies outside its text")


def _named_spans(reading: Reading) -> Iterator[tuple[str, Span]]:
    yield from ((reading.id, span) for span in reading.sentences)
    yield from ((mention.id, mention.at) for mention in reading.mentions)
    yield from ((dated.id, dated.at) for dated in reading.dates)
    yield from ((tenure.id, span) for tenure in reading.tenures for span in tenure.at)
    yield from ((f"label {label.key}", label.at) for label in reading.labels)
    for q in reading.quantities:
        spans = (q.at, q.number_at, *q.bound_at, *q.unit_at, *q.item_at, *q.owner_at)
        yield from ((q.id, span) for span in spans)
    for question in reading.questions:
        parties = (question.asker, question.asked)
        named = (span for one in parties if one for span in one.spans)
        yield from ((question.id, span) for span in (*named, *question.at))
    for flow in reading.flows:
        for hop in flow.hops:
            ends = (span for voice in (hop.giver, hop.taker) if voice for span in voice.spans)
            yield from ((flow.id, span) for span in (*hop.at, *ends))
    for event in reading.events:
        named = (span for one in event.participants for span in one.voice.spans)
        yield from ((event.id, span) for span in (*event.at, *named))
    yield from ((one.id, span) for one in reading.findings for span in one.at)
    yield from ((one.id, span) for one in reading.proceedings for span in one.at)
    for row in reading.statements:
        voice = row.source.spans if row.source else ()
        spans = (*row.content.spans, *row.cue.spans, *row.hedges, *voice)
        yield from ((row.id, span) for span in spans)
    for reply in reading.replies:
        voices = (reply.asked, reply.asked_by, reply.through)
        named = (span for voice in voices if voice for span in voice.spans)
        yield from ((reply.id, span) for span in (*named, *reply.at))


def _all_fit(spans: _Spans, end: int) -> bool:
    if not spans:
        return True
    starts, ends = zip(*spans, strict=True)
    return min(starts) >= 0 and max(ends) <= end and all(map(lt, starts, ends))
