"""The pattern reader: sentences, names, quotations and reports by tables, without a model.

It is the baseline that makes the path whole. Where patterns do not tell who speaks it names nobody,
and where they do not tell which day is meant it gives none.
"""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Iterator
from functools import lru_cache
from importlib import resources
from importlib.resources.abc import Traversable

from onrecord.core.dates import When
from onrecord.core.identity import reading_id
from onrecord.core.vocabulary import Block, BlockKind, ReaderName, Reading, Text
from onrecord.reader import lexicon as tables
from onrecord.reader import replies, reports
from onrecord.reader.page import Found, Page
from onrecord.reader.words import Word, sentences, units, words

VERSION = "1"

_OPENING_MARKS = ("“", '"', "‘", "«")


class PatternReader:
    """Reads one text by patterns. Keeps nothing between texts; asks neither network nor clock."""

    @property
    def name(self) -> ReaderName:
        """Give name, version and the digest of all tables and code that decide the answers."""
        return ReaderName(name="pattern", version=VERSION, digest=code_digest())

    def read(self, text: Text, told_on: When | None) -> Reading:
        """Read `text`, whose relative dates count from `told_on`; None: that is not known.

        Only blocks of running text are read for statements; datelines for dates.
        """
        page = Page(text, told_on, tables.load())
        for block in text.blocks:
            if block.kind is BlockKind.DATELINE:
                page.take_dates(words(text.characters, block.at, page.lexicon))
        speaking = [block for block in text.blocks if block.kind.speaks]
        for block, following in itertools.zip_longest(speaking, speaking[1:]):
            _read_block(page, block, _goes_on(text.characters, following))
        told = None if told_on is None else told_on.edtf
        return Reading(
            id=reading_id(text.id, told or "", self.name.digest),
            text=text.id,
            reader=self.name,
            told_on=told,
            sentences=tuple(page.sentences),
            statements=page.statements(),
            mentions=page.mentions(),
            dates=page.dates(),
            replies=page.replies(),
            identity_claims=page.identity_claims(),
        )


def _read_block(page: Page, block: Block, goes_on: bool) -> None:
    lexicon = page.lexicon
    found = words(page.text.characters, block.at, lexicon)
    whole = units(found, page.text.characters, goes_on)
    cut = sentences(whole, lexicon)
    read = [Found(one, reports.read(one, lexicon), replies.read(one, lexicon)) for one in cut]
    page.take_block(found, read, _is_open(whole, found))


def _is_open(whole: list[Word], found: list[Word]) -> bool:
    """Say whether the block ends in a quotation that its last mark does not close."""
    return bool(whole) and whole[-1].quote and found[-1].text not in ("”", '"', "’", "'", "»")


def _goes_on(characters: str, following: Block | None) -> bool:
    """Say whether the next block begins with an opening mark, as a quotation that goes on does."""
    if following is None:
        return False
    at = following.at.trimmed(characters)
    return characters[at.start : at.start + 1] in _OPENING_MARKS and at.end > at.start


@lru_cache(maxsize=1)
def code_digest() -> str:
    """Name all tables and code of this folder by their bytes, so that none can be forgotten."""
    made = hashlib.sha256()
    for name, data in sorted(_files(resources.files(__package__))):
        made.update(f"{name}:{len(data)}:".encode() + data)
    return made.hexdigest()


def _files(folder: Traversable, within: str = "") -> Iterator[tuple[str, bytes]]:
    for entry in folder.iterdir():
        name = f"{within}{entry.name}"
        if entry.is_dir():
            yield from _files(entry, f"{name}/")
        elif name.endswith((".py", ".toml")):
            yield name, entry.read_bytes()
