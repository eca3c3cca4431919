-- Views of the record: a function of its entries, kept as tables for speed. They can be dropped and
-- rebuilt to equal contents at any time. Every row names the entry it comes from and its operation.

-- The one row of it is the version of what is derived: see VERSION in views.py.
CREATE TABLE derived (
    version INTEGER NOT NULL
) STRICT;

CREATE TABLE source (
    entry INTEGER PRIMARY KEY, operation INTEGER NOT NULL, known TEXT NOT NULL, entered TEXT NOT NULL,
    id TEXT NOT NULL, name TEXT NOT NULL, media_type TEXT NOT NULL, size INTEGER NOT NULL,
    sha256 TEXT NOT NULL, parent TEXT, address TEXT, text TEXT, refusal TEXT, metadata BLOB NOT NULL,
    first INTEGER, after INTEGER  -- valid time: the days on which it can have been published
) STRICT;
CREATE INDEX source_by_id ON source (id);

CREATE TABLE text (
    id TEXT PRIMARY KEY, entry INTEGER NOT NULL, words INTEGER NOT NULL
) STRICT;

CREATE TABLE reading (
    entry INTEGER PRIMARY KEY, operation INTEGER NOT NULL, known TEXT NOT NULL,
    id TEXT NOT NULL, source TEXT NOT NULL, text TEXT NOT NULL, reader TEXT NOT NULL,
    statements INTEGER NOT NULL, proposals INTEGER NOT NULL,  -- duplicates are not counted
    tenures INTEGER NOT NULL,
    hand TEXT NOT NULL  -- who entered it by hand, of one row; '': a reader read it
) STRICT;
CREATE INDEX reading_by_source ON reading (source);
CREATE INDEX reading_by_hand ON reading (hand) WHERE hand <> '';

CREATE TABLE statement (
    row INTEGER PRIMARY KEY,
    entry INTEGER NOT NULL, operation INTEGER NOT NULL, known TEXT NOT NULL,
    id TEXT NOT NULL, source TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
    mention TEXT, speaker TEXT NOT NULL, naming TEXT NOT NULL, cue TEXT NOT NULL, content TEXT NOT NULL,
    mode TEXT NOT NULL, act TEXT NOT NULL, polarity TEXT NOT NULL, commitment INTEGER NOT NULL,
    hedges BLOB, made BLOB, parent TEXT, chain BLOB, spans BLOB NOT NULL,  -- JSON; NULL: there are none
    addressee TEXT NOT NULL, sureness REAL, duplicate_of TEXT,
    first INTEGER, after INTEGER  -- valid time: when made, or else when its source was published
) STRICT;
CREATE INDEX statement_by_id ON statement (id);
CREATE INDEX statement_by_entry ON statement (entry);

CREATE TABLE mention (
    row INTEGER PRIMARY KEY,
    entry INTEGER NOT NULL, operation INTEGER NOT NULL, known TEXT NOT NULL,
    id TEXT NOT NULL, source TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
    name TEXT NOT NULL, title TEXT NOT NULL, kind TEXT NOT NULL, naming TEXT NOT NULL, same_as TEXT,
    first INTEGER, after INTEGER
) STRICT;
CREATE INDEX mention_by_id ON mention (id);

CREATE TABLE dated (
    row INTEGER PRIMARY KEY,
    entry INTEGER NOT NULL, operation INTEGER NOT NULL, known TEXT NOT NULL,
    id TEXT NOT NULL, source TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
    sentence_start INTEGER NOT NULL, sentence_end INTEGER NOT NULL, sentence TEXT NOT NULL,
    "when" BLOB, first INTEGER, after INTEGER  -- of the date, or else when its source was published
) STRICT;
CREATE INDEX dated_by_id ON dated (id);

CREATE TABLE quantity (
    row INTEGER PRIMARY KEY,
    entry INTEGER NOT NULL, operation INTEGER NOT NULL, known TEXT NOT NULL,
    id TEXT NOT NULL, source TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
    sentence_start INTEGER NOT NULL, sentence_end INTEGER NOT NULL, words TEXT NOT NULL,
    owner TEXT NOT NULL, body BLOB NOT NULL,  -- whose it is in the words of the text; JSON of it all
    first INTEGER, after INTEGER  -- when its source was published
) STRICT;
CREATE INDEX quantity_by_id ON quantity (id);

CREATE TABLE question (
    row INTEGER PRIMARY KEY,
    entry INTEGER NOT NULL, operation INTEGER NOT NULL, known TEXT NOT NULL,
    id TEXT NOT NULL, source TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
    words TEXT NOT NULL, asked BLOB, spans BLOB NOT NULL, put BLOB, due BLOB,  -- JSON; NULL: not said
    said_in TEXT NOT NULL,
    first INTEGER, after INTEGER  -- when put, or else when its source was published
) STRICT;
CREATE INDEX question_by_id ON question (id);

CREATE TABLE reply (
    row INTEGER PRIMARY KEY,
    entry INTEGER NOT NULL, operation INTEGER NOT NULL, known TEXT NOT NULL,
    id TEXT NOT NULL, source TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
    parties BLOB NOT NULL,  -- JSON: who was asked, by whom, through whom
    outcome TEXT NOT NULL, words TEXT NOT NULL, spans BLOB NOT NULL, made BLOB,
    first INTEGER, after INTEGER
) STRICT;
CREATE INDEX reply_by_id ON reply (id);

-- Who held which post. What a table calls holder, post and body by keys, its labels name.
CREATE TABLE tenure (
    row INTEGER PRIMARY KEY,
    entry INTEGER NOT NULL, operation INTEGER NOT NULL, known TEXT NOT NULL,
    id TEXT NOT NULL, source TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
    mention TEXT, name TEXT NOT NULL, post TEXT NOT NULL, body TEXT NOT NULL,
    person TEXT NOT NULL, office TEXT NOT NULL, organisation TEXT NOT NULL,
    held BLOB, cited BLOB, listed INTEGER NOT NULL,
    sentence_start INTEGER NOT NULL, sentence_end INTEGER NOT NULL,
    said_in TEXT,  -- the innermost statement in whose content it stands; NULL: the source's own voice
    seen INTEGER NOT NULL,  -- the last day, as an ordinal, on which its source can have been made
    name_folded TEXT NOT NULL, post_folded TEXT NOT NULL,
    low INTEGER, high INTEGER,  -- the first and last day on which it can have been held, doubt included
    first INTEGER, after INTEGER  -- valid time: from when it can have begun to when it ended
) STRICT;
CREATE INDEX tenure_by_id ON tenure (id);
CREATE INDEX tenure_by_post ON tenure (post_folded) WHERE post_folded <> '';
CREATE INDEX tenure_by_office ON tenure (office) WHERE office <> '';
CREATE INDEX tenure_by_name ON tenure (name_folded) WHERE name_folded <> '';
CREATE INDEX tenure_by_person ON tenure (person) WHERE person <> '';

CREATE TABLE label (
    row INTEGER PRIMARY KEY,
    entry INTEGER NOT NULL, operation INTEGER NOT NULL, known TEXT NOT NULL,
    source TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
    kind TEXT NOT NULL, key TEXT NOT NULL, name TEXT NOT NULL, borne BLOB, of TEXT NOT NULL,
    name_folded TEXT NOT NULL,
    first INTEGER, after INTEGER  -- valid time: while the name was borne
) STRICT;
CREATE INDEX label_by_key ON label (key, kind);
CREATE INDEX label_by_name ON label (name_folded, kind);

-- What is told to have passed from one to another, hop by hop.
CREATE TABLE hop (
    row INTEGER PRIMARY KEY,
    entry INTEGER NOT NULL, operation INTEGER NOT NULL, known TEXT NOT NULL,
    id TEXT NOT NULL, source TEXT NOT NULL, number INTEGER NOT NULL,
    start INTEGER NOT NULL, "end" INTEGER NOT NULL,
    sentence_start INTEGER NOT NULL, sentence_end INTEGER NOT NULL, words TEXT NOT NULL,
    what TEXT NOT NULL, giver BLOB, taker BLOB, means TEXT NOT NULL, "when" BLOB,  -- JSON; NULL: not said
    realised TEXT NOT NULL, gap INTEGER NOT NULL,
    said_in TEXT,  -- the innermost statement in whose content it stands; NULL: the source's own voice
    first INTEGER, after INTEGER  -- valid time: when it passed, or else any time before its source
) STRICT;
CREATE INDEX hop_by_id ON hop (id);

-- What is told to have happened, and what was found of a test; `body` is JSON of the rest.
CREATE TABLE event (
    row INTEGER PRIMARY KEY,
    entry INTEGER NOT NULL, operation INTEGER NOT NULL, known TEXT NOT NULL,
    id TEXT NOT NULL, source TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
    sentence_start INTEGER NOT NULL, sentence_end INTEGER NOT NULL, words TEXT NOT NULL,
    kind TEXT NOT NULL, realised TEXT NOT NULL, told TEXT NOT NULL, body BLOB NOT NULL,
    said_in TEXT,  -- as of a hop
    first INTEGER, after INTEGER  -- valid time: when it was, or else when it was told
) STRICT;
CREATE INDEX event_by_id ON event (id);

CREATE TABLE finding (
    row INTEGER PRIMARY KEY,
    entry INTEGER NOT NULL, operation INTEGER NOT NULL, known TEXT NOT NULL,
    id TEXT NOT NULL, source TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
    sentence_start INTEGER NOT NULL, sentence_end INTEGER NOT NULL, words TEXT NOT NULL,
    body BLOB NOT NULL, said_in TEXT,
    first INTEGER, after INTEGER  -- valid time: when it was found, or else told
) STRICT;
CREATE INDEX finding_by_id ON finding (id);

-- Which events and findings one source puts together as one matter; `body` is JSON.
CREATE TABLE proceeding (
    row INTEGER PRIMARY KEY,
    entry INTEGER NOT NULL, operation INTEGER NOT NULL, known TEXT NOT NULL,
    id TEXT NOT NULL, source TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
    body BLOB NOT NULL,
    first INTEGER, after INTEGER
) STRICT;
CREATE INDEX proceeding_by_id ON proceeding (id);

-- Who is held to be whom, by somebody; both ends as JSON.
CREATE TABLE identity (
    row INTEGER PRIMARY KEY,
    entry INTEGER NOT NULL, operation INTEGER NOT NULL, known TEXT NOT NULL,
    id TEXT NOT NULL, source TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
    words TEXT NOT NULL, one BLOB NOT NULL, other BLOB NOT NULL, said_in TEXT,
    first INTEGER, after INTEGER
) STRICT;
CREATE INDEX identity_by_id ON identity (id);

CREATE TABLE judgement (
    entry INTEGER PRIMARY KEY, operation INTEGER NOT NULL, known TEXT NOT NULL,
    id TEXT NOT NULL, body BLOB NOT NULL
) STRICT;

CREATE TABLE block (
    row INTEGER PRIMARY KEY, text TEXT NOT NULL, kind TEXT NOT NULL,
    start INTEGER NOT NULL, "end" INTEGER NOT NULL
) STRICT;

CREATE VIRTUAL TABLE search USING fts5 (
    words, content='', tokenize="unicode61 remove_diacritics 2"
);

-- What was costly to work out, under a key that names all it depends on. Not part of the record.
CREATE TABLE memory (
    key TEXT PRIMARY KEY, kind TEXT NOT NULL, sha256 TEXT NOT NULL, body BLOB NOT NULL
) STRICT;
CREATE INDEX memory_by_kind ON memory (kind);
