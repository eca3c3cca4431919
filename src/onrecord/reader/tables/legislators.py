"""The files of US congress-legislators: persons with their terms, in YAML or JSON.

A term has a type and no name of a post; what the types are called stands here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from onrecord.core.spans import Span
from onrecord.core.vocabulary import Labelled
from onrecord.reader.tables.gathering import Gathering, words

_POSTS = {
    "prez": ("President of the United States", ""),
    "viceprez": ("Vice President of the United States", ""),
    "sen": ("Senator", "United States Senate"),
    "rep": ("Representative", "United States House of Representatives"),
}


def fits(thing: Any) -> bool:
    """Say whether this is a person with terms."""
    return (
        isinstance(thing, dict)
        and isinstance(thing.get("terms"), list)
        and isinstance(thing.get("name"), dict)
    )


def take(
    at: Span, person: Mapping[str, Any], terms: Iterable[tuple[Span, Any]], into: Gathering
) -> None:
    """Take one person: every term is a tenure with a place of its own."""
    ids = person.get("id")
    key = _key(ids if isinstance(ids, dict) else {})
    name = _name(person["name"])
    into.label(Labelled.PERSON, key, name, at)
    others = person.get("other_names")
    for one in others if isinstance(others, list) else []:
        other = one[1] if isinstance(one, tuple) else one  # of YAML with its place
        if isinstance(other, dict):
            into.label(
                Labelled.PERSON, key, _name({**person["name"], **other}), at,
                start=other.get("start"), end=other.get("end"),
            )  # fmt: skip
    for place, term in terms:
        if isinstance(term, dict):
            _term(place, term, name, key, into)


def _term(at: Span, term: Mapping[str, Any], name: str, key: str, into: Gathering) -> None:
    post, body = _POSTS.get(words(term.get("type")), (words(term.get("type")), ""))
    seat = " ".join(filter(None, (words(term.get("state")), words(term.get("district")))))
    into.tenure(
        at,
        start=term.get("start"),
        end=term.get("end"),
        post=f"{post} for {seat}" if seat else post,
        body=body,
        name=name,
        person=key,
    )


def _key(ids: Mapping[str, Any]) -> str:
    for scheme in ("bioguide", "govtrack"):
        if key := words(ids.get(scheme)):
            return f"{scheme}:{key}"
    return ""


def _name(name: Mapping[str, Any]) -> str:
    if full := words(name.get("official_full")):
        return full
    return " ".join(filter(None, (words(name.get(part)) for part in ("first", "last", "suffix"))))
