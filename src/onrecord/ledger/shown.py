"""What was shown of a case, remembered, and found again without opening the record.

A page is a function of all entries, of what was asked and of the program. It is kept under a key
that names the three: whatever is added, judged or taken back asks for another page.
"""

from __future__ import annotations

from contextlib import closing, suppress
from pathlib import Path

import apsw

from onrecord.core.identity import sha256
from onrecord.ledger.store import APPLICATION_ID, number, run, transaction

FILE = "case.db"

WAITS_MS = 200
"""How long the keeping of a page waits for another writer (milliseconds): it can be made again."""

PLACES = 8
"""Pages that are kept of one kind: a new one takes the place of an older one."""


class Shown:
    """The pages kept in the case in `folder`.

    Where there is no case, or it does not answer, none is kept: whoever opens it says why.

    Args:
        program: names all that pages are made by.
    """

    def __init__(self, folder: Path, program: str) -> None:
        self._file, self._program = folder / FILE, program

    def get(self, kind: str, asked: str) -> tuple[str, bytes | None]:
        """Give the key of what is asked ("": there is none), and the page kept under it.

        Args:
            kind: which pages it is one of.
            asked: all that was asked.
        """
        with suppress(apsw.Error, OSError), closing(self._opened(writes=False)) as connection:
            key = _key(connection, self._program, kind, asked)
            row = connection.execute(
                "SELECT body, sha256 FROM memory WHERE key = ?", (key,)
            ).fetchone()
            return key, row[0] if row is not None and sha256(row[0]) == row[1] else None
        return "", None

    def keep(self, kind: str, asked: str, key: str, body: bytes) -> None:
        """Keep a page that was made while the record was as `key` has it; else it is let go."""
        place = f"page of {kind} {int(sha256(asked.encode())[:8], 16) % PLACES}"
        with suppress(apsw.Error, OSError), closing(self._opened(writes=True)) as connection:
            run(connection, "PRAGMA synchronous=NORMAL")  # it can be made again
            with transaction(connection):
                if _key(connection, self._program, kind, asked) == key:
                    connection.execute("DELETE FROM memory WHERE kind = ?", (place,))
                    connection.execute(
                        "INSERT INTO memory VALUES (?,?,?,?)", (key, place, sha256(body), body)
                    )

    def _opened(self, *, writes: bool) -> apsw.Connection:
        """Open the file as it is."""
        flags = apsw.SQLITE_OPEN_READWRITE if writes else apsw.SQLITE_OPEN_READONLY
        connection = apsw.Connection(str(self._file), flags)
        connection.set_busy_timeout(WAITS_MS)
        if number(connection, "PRAGMA application_id") != APPLICATION_ID:
            connection.close()
            raise OSError("no case of ours")
        return connection


def _key(connection: apsw.Connection, program: str, kind: str, asked: str) -> str:
    head = connection.execute("SELECT digest FROM batch ORDER BY number DESC LIMIT 1").get
    return f"page {program} {head.hex() if head else ''} {sha256(f'{kind} {asked}'.encode())}"
