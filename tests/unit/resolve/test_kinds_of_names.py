"""What a reader takes for a person in one text is the body that nearly all others have."""

from __future__ import annotations

import pytest
from test_joining import mention, seen

from onrecord.core.identity import SourceId
from onrecord.core.vocabulary import ActorKind
from onrecord.resolve import Seen
from onrecord.resolve.groups import within_texts

BODY = ActorKind.PUBLIC_BODY


def _taken_for_a_person(name: str, bodies: int, pronoun: str = "") -> bool:
    """Say whether a name is a person's in one text, which so many others have as a body's."""
    odd = mention(name, 99)
    given = seen(*(mention(name, text, kind=BODY) for text in range(bodies)))
    given.append(Seen(SourceId("src_odd"), odd))
    if pronoun:
        he = mention(pronoun, 99, 1, same_as=odd.id)
        given.append(Seen(SourceId("src_odd"), he))
    return within_texts(given)[-1].is_person


@pytest.mark.parametrize(
    ("name", "bodies", "pronoun", "is_person"),
    [
        ("Tarn Office", 3, "", False),
        ("Tarn Office", 3, "he", False),
        ("Tarn Office", 2, "", True),
        ("Ivo Marsh", 5, "", False),
        ("Ivo Marsh", 5, "he", True),
    ],
)
def test_a_name_is_what_nearly_all_texts_have_it_as(
    name: str, bodies: int, pronoun: str, is_person: bool
) -> None:
    """Where a text says "he" of a name without a body's word, it may be the founder's."""
    assert _taken_for_a_person(name, bodies, pronoun) is is_person
