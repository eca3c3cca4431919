"""Popolo JSON (popoloproject.com): memberships of persons in organisations, with posts and dates.

ParlParse's files of people and of ministers are Popolo with names of their own for peers. Persons
may stand in one file and memberships in another.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from onrecord.core.spans import Span
from onrecord.core.vocabulary import Labelled
from onrecord.reader.tables.gathering import Gathering, words
from onrecord.reader.tables.places import json_inner

Thing = Mapping[str, Any]

KEYS = ("persons", "memberships", "organizations", "posts")
_MEMBER = "Member"


def fits(thing: Any) -> bool:
    """Say whether this is a membership by itself: ParlParse has files that are lists of them."""
    return isinstance(thing, dict) and "person_id" in thing and "organization_id" in thing


class Popolo:
    """Takes the items of a Popolo file."""

    def __init__(self, text: str, into: Gathering) -> None:
        self._text, self._into = text, into

    def take(self, key: str, at: Span, thing: Thing) -> None:
        """Take one item of the array that stands under `key`."""
        if key == "persons":
            self._person(at, thing)
        elif key == "organizations":
            self._into.label(Labelled.BODY, thing.get("id"), words(thing.get("name")), at)
            self._inside(at, thing, organization_id=thing.get("id"))
        elif key == "posts":
            name = words(thing.get("label")) or words(thing.get("role"))
            self._into.label(
                Labelled.POST, thing.get("id"), name, at, of=thing.get("organization_id")
            )
        elif key == "memberships":
            self._membership(at, thing)

    def _person(self, at: Span, person: Thing) -> None:
        for name, start, end in _names(person):
            self._into.label(Labelled.PERSON, person.get("id"), name, at, start=start, end=end)
        self._inside(at, person, person_id=person.get("id"))

    def _inside(self, at: Span, thing: Thing, **known: object) -> None:
        """Take memberships that stand inside their person or their organisation."""
        if thing.get("memberships"):
            for place, inner in json_inner(self._text, at, "memberships"):
                if isinstance(inner, dict):
                    self._membership(place, {**known, **inner})

    def _membership(self, at: Span, one: Thing) -> None:
        person = _inner(one, "person")
        body = _inner(one, "organization")
        post = _inner(one, "post")
        holders = one.get("person_id") or person.get("id") or ""
        role = words(one.get("role"))
        # ParlParse's Scottish ministers have lists of holders, some of them empty.
        for holder in holders if isinstance(holders, list) else [holders]:
            if not words(holder) and not person.get("name"):
                continue  # a redirect to another membership
            named = _inner(one, "name")
            self._into.label(
                Labelled.PERSON, holder, _name(named), at,
                start=one.get("start_date"), end=one.get("end_date"),
            )  # fmt: skip
            self._into.tenure(
                at,
                start=one.get("start_date"),
                end=one.get("end_date"),
                post=role or words(post.get("label")) or ("" if one.get("post_id") else _MEMBER),
                body=words(body.get("name")),
                name=words(person.get("name")),
                person=holder,
                office=one.get("post_id") or post.get("id"),
                organisation=one.get("organization_id") or body.get("id"),
            )


def _inner(one: Thing, key: str) -> Thing:
    found = one.get(key)
    return found if isinstance(found, dict) else {}


def _names(person: Thing) -> Iterator[tuple[str, object, object]]:
    """Give every name of a person and while it was borne."""
    others = person.get("other_names")
    dated = [one for one in others if isinstance(one, dict)] if isinstance(others, list) else []
    if name := _name(person):
        ends = [one.get("end_date") for one in dated if one.get("end_date")]
        yield name, max(map(words, ends), default=""), ""
    for one in dated:
        if name := _name(one):
            yield name, one.get("start_date"), one.get("end_date")


def _name(one: Thing) -> str:
    if name := words(one.get("name")):
        return name
    given, family = words(one.get("given_name")), words(one.get("family_name"))
    if family and "lordname" not in one:
        return f"{given} {family}".strip()
    parts = [words(one.get("honorific_prefix")), words(one.get("lordname"))]
    if of := words(one.get("lordofname")):
        parts += ["of", of]
    return " ".join(filter(None, parts)) if parts[1] or of else ""
