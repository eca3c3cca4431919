"""One reading as one line of JSON: what `onrecord read` gives out.

A line carries the characters it speaks of, so that every `[start, end]` in it can be checked from
the line alone. The same document and reading give the same bytes.
"""

from __future__ import annotations

from typing import Any

from onrecord.core.identity import canonical
from onrecord.core.vocabulary import (
    Attested,
    Dated,
    Document,
    Flow,
    Hop,
    IdentityClaim,
    Mention,
    Metadata,
    Quantity,
    Question,
    Reading,
    Reply,
    Statement,
    Tenure,
    Text,
)
from onrecord.reader.line_events import told
from onrecord.reader.line_parts import pairs, voice, when


def line(identifier: str, document: Document | None, text: Text, reading: Reading) -> bytes:
    """Write one reading as one line of JSON, its end of line included.

    Args:
        identifier: what the line is called: the input's own id or its file's name.
        document: where `text` came from, for its metadata; None where there is none.
    """
    row = {
        "id": identifier,
        "text": text.characters,
        "text_id": text.id,
        "blocks": [{"kind": block.kind.value, "at": list(block.at)} for block in text.blocks],
        "metadata": _metadata(document.source.metadata if document else Metadata()),
        "reading_id": reading.id,
        "reader": {
            "name": reading.reader.name,
            "version": reading.reader.version,
            "digest": reading.reader.digest,
        },
        "told_on": reading.told_on,
        "sentences": pairs(reading.sentences),
        "statements": [_statement(statement) for statement in reading.statements],
        "mentions": [_mention(mention) for mention in reading.mentions],
        "dates": [_date(dated) for dated in reading.dates],
        "quantities": [_quantity(quantity) for quantity in reading.quantities],
        "questions": [_question(question) for question in reading.questions],
        "replies": [_reply(reply) for reply in reading.replies],
        "identity_claims": [_identity_claim(claim) for claim in reading.identity_claims],
        "flows": [_flow(flow) for flow in reading.flows],
        "tenures": [_tenure(tenure) for tenure in reading.tenures],
        **told(reading),
    }
    return canonical(row) + b"\n"


def _metadata(metadata: Metadata) -> dict[str, dict[str, str]]:
    given: dict[str, dict[str, str]] = {}
    for key in Metadata.__dataclass_fields__:
        value: Attested | None = getattr(metadata, key)
        if value is not None:
            given[key] = {"value": value.value, "basis": value.basis.value}
    return given


def _statement(statement: Statement) -> dict[str, Any]:
    return {
        "id": statement.id,
        "source": voice(statement.source),
        "cue": {"spans": pairs(statement.cue.spans)},
        "content": {"spans": pairs(statement.content.spans)},
        "mode": statement.mode.value,
        "act": statement.act.value,
        "polarity": statement.polarity.value,
        "commitment": statement.commitment.word,
        "hedges": pairs(statement.hedges),
        "made": when(statement.made),
        "addressee": statement.addressee,
        "parent": statement.parent,
        "duplicate_of": statement.duplicate_of,
        "sureness": statement.sureness,
    }


def _mention(mention: Mention) -> dict[str, Any]:
    return {
        "id": mention.id,
        "at": list(mention.at),
        "name": mention.name,
        "title": mention.title,
        "kind": mention.kind.value,
        "naming": mention.naming.value,
        "same_as": mention.same_as,
    }


def _date(dated: Dated) -> dict[str, Any]:
    return {"id": dated.id, "at": list(dated.at), "when": when(dated.when)}


def _quantity(quantity: Quantity) -> dict[str, Any]:
    return {
        "id": quantity.id,
        "at": list(quantity.at),
        "bound": quantity.bound.value,
        "number": quantity.number,
        "most": quantity.most,
        "unit": quantity.unit,
        "item": quantity.item,
        "owner": quantity.owner,
        "number_at": list(quantity.number_at),
        "bound_at": pairs(quantity.bound_at),
        "unit_at": pairs(quantity.unit_at),
        "item_at": pairs(quantity.item_at),
        "owner_at": pairs(quantity.owner_at),
    }


def _question(question: Question) -> dict[str, Any]:
    return {
        "id": question.id,
        "asker": voice(question.asker),
        "asked": voice(question.asked),
        "at": pairs(question.at),
        "said_in": question.said_in,
        "put": when(question.put),
        "due": when(question.due),
    }


def _reply(reply: Reply) -> dict[str, Any]:
    return {
        "id": reply.id,
        "asked": voice(reply.asked),
        "outcome": reply.outcome.value,
        "at": pairs(reply.at),
        "asked_by": voice(reply.asked_by),
        "through": voice(reply.through),
        "made": when(reply.made),
    }


def _identity_claim(claim: IdentityClaim) -> dict[str, Any]:
    return {
        "id": claim.id,
        "one": claim.one,
        "other": claim.other,
        "statement": claim.statement,
        "at": pairs(claim.at),
    }


def _flow(flow: Flow) -> dict[str, Any]:
    return {"id": flow.id, "what": flow.what, "hops": [_hop(hop) for hop in flow.hops]}


def _hop(hop: Hop) -> dict[str, Any]:
    return {
        "giver": voice(hop.giver),
        "taker": voice(hop.taker),
        "at": pairs(hop.at),
        "means": hop.means,
        "when": when(hop.when),
        "realised": hop.realised.value,
        "gap": hop.gap,
        "carried_by": list(hop.carried_by),
    }


def _tenure(tenure: Tenure) -> dict[str, Any]:
    """Give a tenure as prose tells of it: the keys of a table have no line."""
    return {
        "id": tenure.id,
        "holder": tenure.holder,
        "post": tenure.post,
        "body": tenure.body,
        "held": when(tenure.held),
        "cited": [when(day) for day in tenure.cited],
        "at": pairs(tenure.at),
        "said_in": tenure.said_in,
    }
