-- The record: what came in, in the order it came. Nothing here is ever changed or taken out.

CREATE TABLE entry (
    number    INTEGER PRIMARY KEY,
    operation INTEGER NOT NULL,  -- the entry with which its operation began (itself, for that one)
    kind      TEXT NOT NULL,
    subject   TEXT NOT NULL,     -- the id of what it is about
    known     TEXT NOT NULL,     -- recorded time: the day on which the case could know it
    entered   TEXT NOT NULL,     -- the ledger's own clock, UTC; nobody can tell it otherwise
    body      BLOB NOT NULL      -- JSON
) STRICT;
CREATE INDEX entry_by_subject ON entry (subject, kind);
CREATE INDEX entry_by_operation ON entry (operation, kind);
CREATE INDEX entry_by_kind ON entry (kind, number);

-- Entries are sealed in batches: digest = SHA-256(digest of the batch before, then every entry).
CREATE TABLE batch (
    number INTEGER PRIMARY KEY,
    first  INTEGER NOT NULL,
    last   INTEGER NOT NULL,
    digest BLOB NOT NULL
) STRICT;

CREATE TRIGGER entry_stays   BEFORE UPDATE ON entry BEGIN SELECT raise(ABORT, 'the record is append-only'); END;
CREATE TRIGGER entry_is_kept BEFORE DELETE ON entry BEGIN SELECT raise(ABORT, 'the record is append-only'); END;
CREATE TRIGGER batch_stays   BEFORE UPDATE ON batch BEGIN SELECT raise(ABORT, 'the record is append-only'); END;
CREATE TRIGGER batch_is_kept BEFORE DELETE ON batch BEGIN SELECT raise(ABORT, 'the record is append-only'); END;
