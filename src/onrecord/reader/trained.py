"""The trained reader: who said what, how firmly, through how many mouths.

A small network marks cues and, round each cue, source and content; tables and the structure of the
text decide the rest. The same text gives the same reading.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import lru_cache
from importlib import resources
from importlib.resources.abc import Traversable

from onrecord.core.dates import When
from onrecord.core.identity import reading_id
from onrecord.core.spans import Span
from onrecord.core.vocabulary import ActorKind, ReaderName, Reading, Text
from onrecord.reader import addressed, identified, letters
from onrecord.reader import lexicon as tables
from onrecord.reader.belonging import belonging
from onrecord.reader.calling import KINDS
from onrecord.reader.cast import Cast
from onrecord.reader.events import events
from onrecord.reader.flows import flows
from onrecord.reader.identities import identities, sides
from onrecord.reader.introducing import introduced
from onrecord.reader.layout import Layout
from onrecord.reader.models import network, pieces
from onrecord.reader.outlines import Outline, Outlines
from onrecord.reader.owned import with_owners
from onrecord.reader.posts import tenures
from onrecord.reader.questions import questions
from onrecord.reader.sifting import sifted
from onrecord.reader.speaking import Speakers
from onrecord.reader.statements import Statements
from onrecord.reader.unanswered import unanswered
from onrecord.reader.unmeant import Unmeant

VERSION = "1"


class TrainedReader:
    """Reads one text by the shipped network, alike whatever was read before. Asks no network.

    Args:
        remembers: windows (a paragraph or a few) whose figures are kept, for one who reads nearly
            the same text over and over, as an editor does. None by itself.
    """

    def __init__(self, *, remembers: int = 0) -> None:
        self._windows = network.Windows(remembers) if remembers else None

    @property
    def name(self) -> ReaderName:
        """Give name, version and the digest of weights, tables and code that decide the answers."""
        return ReaderName(name="trained", version=VERSION, digest=_digest())

    def read(self, text: Text, told_on: When | None) -> Reading:
        """Read `text`, whose relative dates count from `told_on`; None: that is not known.

        Only blocks of running text are read for statements, captions only for what they repeat.
        """
        return read(text, told_on, network.shipped(), self.name, self._windows)[0]


def read(
    text: Text,
    told_on: When | None,
    net: network.Network,
    name: ReaderName,
    windows: network.Windows | None = None,
) -> tuple[Reading, list[Outline]]:
    """Read one text by a network; give the outlines of its statements too."""
    layout = Layout(text, told_on, tables.load())
    made = pieces.cut(text.characters, layout.spans, layout.quoted, net.tokenizer)
    seen = net.see(made, known=windows)
    taught = bool(net.facts.get("kinds"))
    mentioned = sifted(seen.mentions, seen.found, made, layout)
    outlines = Outlines(layout, made, mentioned, net.facts).draw(seen.found)
    claiming = [(one, both) for one in outlines if (both := sides(one, layout, taught))]

    people = [one for one in mentioned if one.is_name and KINDS[one.kind] is ActorKind.PERSON]
    identified_as = identified.told(
        layout, [Span(made.starts[one.first], made.ends[one.last]) for one in people]
    )

    cast = Cast(text, layout.lexicon, net)
    sources = (span for one in outlines for span in one.source)
    speaking = sorted({*sources, *(asked for asked, _, _ in layout.silent)})
    addressed.mail(text.characters, text.blocks, cast.roll, layout.lexicon)
    apart = [*(both for _, both in claiming), *identified_as]
    cast.take(mentioned, made, apart, speaking, layout, Unmeant(outlines, layout))
    letter = letters.find(text.characters, layout.blocks, layout.lexicon)
    if letter is not None:
        addressed.lead(
            text.characters, cast.roll, letter, lambda at: bool(layout.quotations_at(at))
        )
    speakers = Speakers(layout, cast, letter, outlines, taught)
    speakers.enter_first_persons()
    statements = Statements(layout, cast, speakers, net.facts)
    said = introduced(layout, cast.roll, statements.make(outlines), apart)
    replies = unanswered(layout, speakers, seen.found, made, taught)
    claims = identities(layout, cast, statements, outlines, claiming, identified_as)
    asked = questions(layout, cast, letter, said)
    counted = tuple(belonging(layout.quantities, cast, said))
    passed = flows(layout, cast, speakers, said)
    happened, found, matters = events(layout, cast, speakers, said, passed)
    mentions = with_owners(sorted(cast.roll.mentions.values(), key=lambda m: m.at), text.characters)
    told = None if told_on is None else told_on.edtf
    reading = Reading(
        id=reading_id(text.id, " ".join(filter(None, (told, text.country))), name.digest),
        text=text.id,
        reader=name,
        told_on=told,
        sentences=tuple(layout.sentences),
        statements=said,
        replies=replies,
        identity_claims=claims,
        dates=tuple(layout.dates),
        tenures=tenures(layout, mentions, said, told_on),
        questions=asked,
        flows=passed,
        events=happened,
        findings=found,
        proceedings=matters,
        quantities=counted,
        mentions=mentions,
    )
    return reading, outlines


@lru_cache(maxsize=1)
def _digest() -> str:
    """Name the weights, and all tables and code of this folder."""
    made = hashlib.sha256(network.data())
    made.update(_code_digest().encode())
    return made.hexdigest()


def _code_digest() -> str:
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
