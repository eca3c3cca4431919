"""Places in a page that is kept for what is only one reader's."""

from __future__ import annotations

import secrets

from markupsafe import Markup, escape

from onrecord.faces.room.sessions import Session


class Slots:
    """Places in a page for what is only somebody's, put in after the page was made.

    They are marked by words that nobody can know who writes a document.
    """

    def __init__(self) -> None:
        self._mark = secrets.token_hex(12)

    @property
    def csrf(self) -> Markup:
        """A field that every form has: the secret of this session."""
        return Markup('<input type="hidden" name="csrf" value="{}">').format(f"{self._mark}-csrf")

    @property
    def token(self) -> str:
        """The same secret for scripts, which send it as the header X-CSRF."""
        return f"{self._mark}-csrf"

    @property
    def name(self) -> str:
        return f"{self._mark}-name"

    @property
    def told(self) -> str:
        return f"{self._mark}-told"

    def filled(self, html: str, session: Session, told: str) -> str:
        """Put in what is this session's: `told` is a piece of a page, the rest is text."""
        return (
            html.replace(self.told, told)
            .replace(self.name, str(escape(session.name)))
            .replace(f"{self._mark}-csrf", session.csrf)
        )
