"""Events, findings and proceedings as plain values for a reading's line of JSON."""

from __future__ import annotations

from typing import Any

from onrecord.core.vocabulary import Event, Finding, Proceeding, Reading
from onrecord.reader.line_parts import pairs, voice, when


def told(reading: Reading) -> dict[str, list[dict[str, Any]]]:
    """Give what is told to have happened, and what was found."""
    return {
        "events": [_event(event) for event in reading.events],
        "findings": [_finding(finding) for finding in reading.findings],
        "proceedings": [_proceeding(one) for one in reading.proceedings],
    }


def _event(event: Event) -> dict[str, Any]:
    return {
        "id": event.id,
        "kind": event.kind.value,
        "at": pairs(event.at),
        "when": when(event.when),
        "participants": [
            {"role": one.role.value, "voice": voice(one.voice)} for one in event.participants
        ],
        "place": event.place,
        "matter": event.matter,
        "law": list(event.law),
        "outcome": event.outcome,
        "said_in": event.said_in,
        "realised": event.realised.value,
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "id": finding.id,
        "test": finding.test,
        "element": finding.element,
        "found": finding.found.value,
        "at": pairs(finding.at),
        "when": when(finding.when),
        "finder": finding.finder,
        "reported_in": finding.reported_in,
        "reason": finding.reason,
    }


def _proceeding(one: Proceeding) -> dict[str, Any]:
    return {
        "id": one.id,
        "matter": one.matter,
        "law": list(one.law),
        "body": one.body,
        "body_mention": one.body_mention,
        "parties": list(one.parties),
        "test": one.test,
        "threshold": one.threshold,
        "opened": when(one.opened),
        "ended": one.ended,
        "at": pairs(one.at),
        "steps": list(one.steps),
        "findings": list(one.findings),
    }
