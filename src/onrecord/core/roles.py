"""What somebody may do in a case: from nothing to everything, each role what a lesser one may."""

from __future__ import annotations

from enum import IntEnum

from onrecord.core.errors import WrongUse


class Role(IntEnum):
    """What somebody may do in a case."""

    STRANGER = 0
    READER = 1
    REVIEWER = 2
    EDITOR = 3
    OWNER = 4

    @property
    def word(self) -> str:
        return self.name.lower()

    @property
    def one(self) -> str:
        """Name somebody who has it: “a reader”, “an editor”."""
        return f"{'an' if self.word[0] in 'aeiou' else 'a'} {self.word}"

    @property
    def may(self) -> str:
        """Say in a few words what this role may do."""
        return _MAY[self]

    @classmethod
    def called(cls, word: str) -> Role:
        """Give the role of this name: one that an account can have.

        Raises:
            WrongUse: there is none.
        """
        for role in cls:
            if role is not cls.STRANGER and role.word == word.strip().lower():
                return role
        raise WrongUse(
            f"{word[:40]!r} is no role", help="the roles are reader, reviewer, editor and owner"
        )


_MAY = {
    Role.STRANGER: "sign in",
    Role.READER: "read, search, and take a dossier",
    Role.REVIEWER: "read, judge and take back their own judgements",
    Role.EDITOR: "read, judge, take back, and add documents",
    Role.OWNER: "all of it, and say who may do what",
}
