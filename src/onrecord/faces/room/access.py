"""Who may do what: every route with the least role it takes. One without an entry is not served.

A role may do all that a lesser one may. On one's own machine whoever holds the token is the owner.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from onrecord.core.roles import Role

__all__ = ["ROUTES", "Role", "least"]

_LISTED = (
    "sources", "statements", "replies", "actors", "proposals", "identities", "claims",
    "differences", "timeline", "flows", "quantities", "questions", "chains", "proceedings", "tests",
    "origins", "quotes", "versions", "judgements", "log", "posts", "changes", "audited", "activity",
    "search", "brief", "paths", "hypotheses", "audit", "dossier.zip",
)  # fmt: skip

ROUTES: Mapping[tuple[str, str], Role] = MappingProxyType(
    {
        ("GET", "/"): Role.STRANGER,
        ("GET", "/enter"): Role.STRANGER,
        ("POST", "/enter"): Role.STRANGER,
        ("POST", "/leave"): Role.READER,
        ("GET", "/static/{name}"): Role.STRANGER,
        ("GET", "/originals/{source}"): Role.READER,
        ("GET", "/originals/{source}/pages/{number}"): Role.READER,
        ("GET", "/moment"): Role.READER,
        ("GET", "/{moment}/{name:path}"): Role.READER,
        ("POST", "/judgements"): Role.REVIEWER,
        ("POST", "/findings"): Role.REVIEWER,
        ("POST", "/entered"): Role.REVIEWER,
        ("POST", "/undo"): Role.REVIEWER,
        ("GET", "/now/audit.html"): Role.READER,
        ("POST", "/audit"): Role.REVIEWER,
        ("GET", "/{moment}/desk.html"): Role.READER,
        ("POST", "/{moment}/desk.html"): Role.READER,
        ("POST", "/drafts"): Role.REVIEWER,
        ("POST", "/drafts/answers"): Role.READER,
        ("GET", "/{moment}/add.html"): Role.EDITOR,
        ("POST", "/documents"): Role.EDITOR,
        ("GET", "/jobs/{job}"): Role.EDITOR,
        ("GET", "/jobs/{job}/events"): Role.EDITOR,
        ("POST", "/jobs/{job}/cancel"): Role.EDITOR,
        ("GET", "/dossier.zip"): Role.READER,
        ("GET", "/openapi.json"): Role.READER,
        ("GET", "/api/v1/claims/{id}"): Role.READER,
        ("GET", "/api/v1/sources/{id}/text"): Role.READER,
        ("GET", "/api/v1/sources/{id}/original"): Role.READER,
        ("GET", "/api/v1/sources/{id}/pages/{number}"): Role.READER,
        ("GET", "/api/v1/actors/{id}/mentions"): Role.READER,
        ("GET", "/api/v1/drafts"): Role.READER,
        ("GET", "/api/v1/drafts/{name}"): Role.READER,
        ("POST", "/api/v1/drafts"): Role.REVIEWER,
        ("DELETE", "/api/v1/drafts/{name}"): Role.REVIEWER,
        ("POST", "/api/v1/findings"): Role.REVIEWER,
        ("POST", "/api/v1/audit"): Role.REVIEWER,
        ("POST", "/api/v1/check"): Role.READER,
        ("POST", "/api/v1/judgements"): Role.REVIEWER,
        ("POST", "/api/v1/undo"): Role.REVIEWER,
        ("POST", "/api/v1/entered"): Role.REVIEWER,
        ("POST", "/api/v1/documents"): Role.EDITOR,
        ("GET", "/api/v1/jobs"): Role.EDITOR,
        ("GET", "/api/v1/jobs/{job}"): Role.EDITOR,
        ("POST", "/api/v1/jobs/{job}/cancel"): Role.EDITOR,
        **{("GET", f"/api/v1/{name}"): Role.READER for name in _LISTED},
    }
)
"""(method, path as the route writes it) -> the least role."""


def least(method: str, path: str) -> Role | None:
    """Give the least role that a route takes; None: the table does not know it."""
    method = "GET" if method == "HEAD" else method
    return ROUTES.get((method, path))
