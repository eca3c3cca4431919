"""Who may do what: every route with the least role it takes. One without an entry is not served.

A role may do all that a lesser one may. On one's own machine whoever holds the token is the owner.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import IntEnum
from types import MappingProxyType


class Role(IntEnum):
    """What somebody may do in a case, from nothing to everything."""

    STRANGER = 0
    READER = 1
    REVIEWER = 2
    EDITOR = 3
    OWNER = 4

    @property
    def word(self) -> str:
        return self.name.lower()

    @property
    def may(self) -> str:
        """Say in a few words what this role may do."""
        return _MAY[self]


_MAY = {
    Role.STRANGER: "sign in",
    Role.READER: "read, search, and take a dossier",
    Role.REVIEWER: "read, judge and take back their own judgements",
    Role.EDITOR: "read, judge, take back, and add documents",
    Role.OWNER: "all of it, and say who may do what",
}

_LISTED = (
    "sources", "statements", "replies", "actors", "proposals", "identities", "claims",
    "differences", "timeline", "flows", "quantities", "questions", "chains", "proceedings", "tests",
    "origins", "quotes", "versions", "judgements", "log",
)  # fmt: skip

ROUTES: Mapping[tuple[str, str], Role] = MappingProxyType(
    {
        ("GET", "/"): Role.STRANGER,
        ("GET", "/enter"): Role.STRANGER,
        ("POST", "/enter"): Role.STRANGER,
        ("POST", "/leave"): Role.READER,
        ("GET", "/static/{name}"): Role.STRANGER,
        ("GET", "/moment"): Role.READER,
        ("GET", "/{moment}/{name:path}"): Role.READER,
        ("POST", "/judgements"): Role.REVIEWER,
        ("POST", "/undo"): Role.REVIEWER,
        ("POST", "/documents"): Role.EDITOR,
        ("GET", "/jobs/{job}"): Role.EDITOR,
        ("GET", "/jobs/{job}/events"): Role.EDITOR,
        ("POST", "/jobs/{job}/cancel"): Role.EDITOR,
        ("GET", "/dossier.zip"): Role.READER,
        ("GET", "/openapi.json"): Role.READER,
        **{("GET", f"/api/v1/{name}"): Role.READER for name in _LISTED},
    }
)
"""(method, path as the route writes it) -> the least role."""


def least(method: str, path: str) -> Role | None:
    """Give the least role that a route takes; None: the table does not know it."""
    method = "GET" if method == "HEAD" else method
    return ROUTES.get((method, path))
