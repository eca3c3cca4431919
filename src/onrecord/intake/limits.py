"""How much of one file is read: the caps, each with its reason.

A file beyond a cap is refused with the code "limit"; nothing is cut short in silence.
"""

from __future__ import annotations

from dataclasses import dataclass

KB, MB, GB = 1_000, 1_000_000, 1_000_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """The caps of one intake. Sizes in bytes, times in seconds."""

    file_bytes: int = 50 * MB
    """Of one document. Rows and archives are read piece by piece and may be larger."""

    text_characters: int = 10_000_000
    """Over a million words; the longest of 54 hearing days and chapters has 319,413. A row of
    this size and of letters outside ASCII takes the parent to 239 MB (measured 2026-11-23)."""

    table_characters: int = 50 * MB
    """Of one file of rows, which is kept as it stands: as much as a file may be at all. ParlParse's
    ministers since 2010 have 6,729,671 characters."""

    lines: int = 200_000
    """Of one text; 54 hearing days and chapters have at most 3,860. As many lines as this, cut
    into blocks, take the parent to 251 MB (measured 2026-11-23)."""

    blocks: int = 100_000
    stretches: int = 300_000
    """Rows of the offset map: each costs the parent 312 bytes of memory (measured 2026-11-23)."""

    row_bytes: int = 20 * MB
    """One line of JSON Lines."""

    unpacked_bytes: int = 200 * MB
    """Of one archive or packed document, all members together."""

    ratio: int = 100
    """Unpacked to packed; deflate takes a bomb of zeros to 1,000."""

    ratio_from: int = 1 * MB
    """Below this a ratio says nothing: a small table of blanks packs very well."""

    members: int = 10_000
    archives_deep: int = 3
    nested: int = 20
    """Documents inside documents: forwarded messages, archives, attachments."""

    header_bytes: int = 64 * KB
    """100,000 encoded words (1.2 MB) took the e-mail parser to 4 GB and 11 s."""

    parts: int = 2_000
    parts_deep: int = 20
    """1,500 nested multiparts end in a recursion error."""

    pages: int = 5_000

    memory_bytes: int = 2 * GB
    """Address space of the reading process; a 778 kB PDF with an 800 MB stream takes 1.6 GB."""

    cpu_seconds: int = 60
    wall_seconds: int = 300
    """A machine that is full of other work gave a long file less than half of its 60 s in 120."""

    worker_files: int = 2_000
    worker_bytes: int = 600 * MB
    """A reading process is exchanged after so many files, or when it holds so much memory: what a
    parser leaks is given back. A start costs 0.2 s of CPU (measured 2026-11-23), 0.1 ms a file."""


LIMITS = Limits()
