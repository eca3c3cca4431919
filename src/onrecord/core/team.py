"""Accounts: who may come into a case from elsewhere, and what they may do there."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field

from onrecord.core.errors import WrongUse
from onrecord.core.roles import Role

LONGEST_NAME = 60
SHORTEST_PASSWORD = 12
"""Characters: beside a lock after ten wrong ones, more than enough against guessing."""
LONGEST_PASSWORD = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """Somebody who may come in.

    Attributes:
        password: its hash, from which nobody can read it (Argon2id).
        token: the SHA-256 of what this account's programs show; empty: none may come in.
        since: the day on which the account was made.
    """

    name: str
    role: Role
    since: str
    password: str = field(repr=False)
    token: str = field(default="", repr=False)


def plain_name(words: str) -> str:
    """Give a name as it is kept.

    Raises:
        WrongUse: it is empty, too long, or holds what cannot be seen.
    """
    name = " ".join(unicodedata.normalize("NFC", words).split())
    if not name or len(name) > LONGEST_NAME or not name.isprintable():
        raise WrongUse(
            f"{words[:LONGEST_NAME]!r} is no name for an account",
            help=f"up to {LONGEST_NAME} characters that can be seen",
        )
    return name


def same_name(one: str, other: str) -> bool:
    """Say whether two names are one, however they are written."""
    return one.casefold() == other.casefold()


def good_password(words: str) -> str:
    """Give a password back where it will do.

    Raises:
        WrongUse: it is too short or too long.
    """
    if not SHORTEST_PASSWORD <= len(words) <= LONGEST_PASSWORD:
        raise WrongUse(
            f"a password has at least {SHORTEST_PASSWORD} characters"
            f" and at most {LONGEST_PASSWORD}",
            help="three or four words that have nothing to do with one another",
        )
    return words
