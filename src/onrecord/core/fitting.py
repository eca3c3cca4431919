"""Does a reading fit its text? Whoever wrote the reader, no row enters without its words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from onrecord.core.identity import StatementId
from onrecord.core.spans import Span
from onrecord.core.vocabulary import Reading, Text


def misfits(reading: Reading, text: Text) -> Iterator[str]:
    """Name the rows of `reading` that do not stand on words of `text`; none for a sound reading."""
    if reading.text != text.id:
        yield f"it is a reading of {reading.text}, not of {text.id}"
        return
    for row, span in _spans(reading):
        if not span.fits(text.characters):
            yield f"{row} has a span {span} that holds no words of the text"
    for tenure in reading.tenures:
        if not tenure.at:
            yield f"{tenure.id} stands on no words"
    parents = {statement.id: statement.parent for statement in reading.statements}
    originals = {s.id for s in reading.statements if s.duplicate_of is None}
    for tenure in reading.tenures:
        if tenure.said_in is not None and tenure.said_in not in parents:
            yield f"{tenure.id} is said in a statement that is not in the reading"
    for question in reading.questions:
        if question.said_in not in parents:
            yield f"{question.id} is asked in a statement that is not in the reading"
    for flow in reading.flows:
        if any(not hop.at for hop in flow.hops):
            yield f"{flow.id} stands on no words"
        if any(one not in parents for hop in flow.hops for one in hop.carried_by):
            yield f"{flow.id} is carried by a statement that is not in the reading"
    yield from _told_misfits(reading, set(parents))
    for statement in reading.statements:
        if not statement.content.spans:
            yield f"{statement.id} has no content"
        if statement.parent is not None and statement.parent not in parents:
            yield f"{statement.id} names a parent that is not in the reading"
        if _among_its_own_parents(statement.id, parents):
            yield f"{statement.id} is reported inside itself"
        if statement.duplicate_of is not None and statement.duplicate_of not in originals:
            yield f"{statement.id} repeats what is no first statement of the reading"
        if statement.sureness is not None and not 0 <= statement.sureness <= 1:
            yield f"{statement.id} has a sureness of {statement.sureness}, which is no probability"


def _told_misfits(reading: Reading, statements: set[StatementId]) -> Iterator[str]:
    """Name what is wrong with events, findings and proceedings."""
    for event in reading.events:
        if not event.at:
            yield f"{event.id} stands on no words"
        if event.said_in is not None and event.said_in not in statements:
            yield f"{event.id} is told in a statement that is not in the reading"
    for finding in reading.findings:
        if not finding.at:
            yield f"{finding.id} stands on no words"
        if finding.reported_in is not None and finding.reported_in not in statements:
            yield f"{finding.id} is reported in a statement that is not in the reading"
    known = {*(one.id for one in reading.events), *(one.id for one in reading.findings)}
    for proceeding in reading.proceedings:
        if not known.issuperset((*proceeding.steps, *proceeding.findings)):
            yield f"{proceeding.id} has a step or finding that is not in the reading"


def _among_its_own_parents(
    statement: StatementId, parents: Mapping[StatementId, StatementId | None]
) -> bool:
    above, seen = parents[statement], {statement}
    while above is not None and above not in seen:
        seen.add(above)
        above = parents.get(above)
    return above == statement


def _spans(reading: Reading) -> Iterator[tuple[str, Span]]:
    for statement in reading.statements:
        voice = statement.source.spans if statement.source else ()
        for span in (*voice, *statement.cue.spans, *statement.content.spans, *statement.hedges):
            yield statement.id, span
    for mention in reading.mentions:
        yield mention.id, mention.at
    for dated in reading.dates:
        yield dated.id, dated.at
    for q in reading.quantities:
        for span in (q.at, q.number_at, *q.bound_at, *q.unit_at, *q.item_at, *q.owner_at):
            yield q.id, span
    for question in reading.questions:
        asked = (question.asker, question.asked)
        for span in (*question.at, *(s for voice in asked if voice for s in voice.spans)):
            yield question.id, span
    for claim in reading.identity_claims:
        for span in claim.at:
            yield claim.id, span
    for reply in reading.replies:
        voices = (reply.asked, reply.asked_by, reply.through)
        for span in (*reply.at, *(s for voice in voices if voice for s in voice.spans)):
            yield reply.id, span
    for tenure in reading.tenures:
        for span in tenure.at:
            yield tenure.id, span
    for label in reading.labels:
        yield f"the {label.kind} {label.key}", label.at
    for flow in reading.flows:
        for hop in flow.hops:
            ends = (span for voice in (hop.giver, hop.taker) if voice for span in voice.spans)
            for span in (*hop.at, *ends):
                yield flow.id, span
    for event in reading.events:
        taking_part = (span for one in event.participants for span in one.voice.spans)
        for span in (*event.at, *taking_part):
            yield event.id, span
    for finding in reading.findings:
        for span in finding.at:
            yield finding.id, span
    for proceeding in reading.proceedings:
        for span in proceeding.at:
            yield proceeding.id, span
    for span in reading.sentences:
        yield "a sentence", span
