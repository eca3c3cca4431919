"""How alike two names are, and why. A likeness is offered with its reasons; it joins nobody."""

from __future__ import annotations

import re
import unicodedata

from onrecord.core.vocabulary import ActorKind, Likeness, Mention, Naming

SURE = 1.0
"""Only what reaches this is joined by rule; all below is for a person to decide."""

_INITIAL = re.compile(r"\w\.? ")


def key_of(mention: Mention) -> str:
    """Give the form under which the same name is the same: letter case, accents and space aside."""
    plain = unicodedata.normalize("NFKD", mention.name.replace("’", "'").casefold())
    letters = "".join(c for c in plain if not unicodedata.combining(c))
    if mention.kind is not ActorKind.PERSON:
        letters = letters.removeprefix("the ")
    return " ".join(letters.split())


def likeness(one: Mention, other: Mention) -> Likeness:
    """Say how alike two mentions of different texts are.

    Sure only for one full name: a given name and a surname, or the name of a body in more than one
    word. A surname alone fits a father and a son; a description fits whoever holds the post.
    """
    a, b = key_of(one), key_of(other)
    if Naming.NAMED not in (one.naming, other.naming) or one.naming is not other.naming:
        return Likeness(0.0, ("at least one of them is not named",))
    if a == b:
        if ActorKind.PERSON in (one.kind, other.kind) and one.kind is not other.kind:
            return Likeness(0.5, (f"both are named {one.name}", "one may be no person"))
        if one.kind is ActorKind.PERSON and _INITIAL.match(a):
            return Likeness(
                0.7, (f"both are named {one.name}", "an initial fits several given names")
            )
        if " " in a:
            return Likeness(SURE, (f"both are named {one.name}",))
        return Likeness(
            0.5, (f"both are named {one.name}", "it is one word, which others may share")
        )
    if one.kind is other.kind is ActorKind.PERSON and a.split()[-1:] == b.split()[-1:]:
        if " " not in a or " " not in b:
            return Likeness(0.4, (f"the surname {one.name.split()[-1]} is in both",))
        if a[0] == b[0] and (_INITIAL.match(a) or _INITIAL.match(b)):
            return Likeness(0.6, ("the same surname", "an initial that fits"))
    return Likeness(0.0, ("the names differ",))
