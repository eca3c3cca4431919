"""Annotated prose as one can write it by hand: texts with statements marked in place.

Both the training corpus and the quality floors are kept in this form. It refuses whatever does not
hold together, with the line it stands on.

    === inquest-1
    [s1 The coroner] [c1 said] [t1 that [s2 a nurse] had [c2 denied] [t2 changing the chart]].
    % 2 act=denies polarity=negative naming=role-only

A document begins with `=== name`. A paragraph is one line (an empty line between paragraphs is
optional); lines that begin with `%` belong to the paragraph before them. A mark is `[TAGS words]`,
tags joined by `+`; marks nest, and a literal bracket is written `\\[` or `\\]`.

| tag  | what it marks, of statement or silence number n of this paragraph                        |
|------|------------------------------------------------------------------------------------------|
| sn   | source; in a silence the one who was asked                                               |
| cn   | cue                                                                                      |
| tn   | content; in several marks where it is broken                                             |
| an   | addressee; in a silence the one who asked                                                |
| hn   | a hedge: words that carry how firmly the source (or the author) stands by it             |
| nn   | cue of a silence: "did not respond to a request for comment"                             |
| vn   | in a silence, the one through whom: "through a spokesman"                                |
| m:x  | a mention of actor x, for whoever is pointed to by `who=x` elsewhere in the document     |

Attributes (`% n key=value ...`, values with spaces in double quotes): `act`, `polarity`,
`commitment`, `naming` with the words of the vocabulary, `outcome` for silences, `who` the actor
that the source words point to, and the bare word `identity` where two are said to be one actor:
the two pieces of the content ("That person" ... "Ivo Marsh"), or two in its one piece ("that the
man was Marsh").
"""

from __future__ import annotations

import re
import shlex
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from onrecord.core.vocabulary import Commitment, Naming, Outcome, Polarity, SpeechAct

Pair = tuple[int, int]

NAMINGS = {
    "named": Naming.NAMED,
    "role-only": Naming.ROLE_ONLY,
    "anonymous": Naming.ANONYMOUS,
    "agentless": Naming.AGENTLESS,
    "publisher": Naming.PUBLISHER,
}
OUTCOMES = {outcome.value: outcome for outcome in Outcome}
_TAG = re.compile(r"[sctahnv][0-9]+|m:[a-z0-9-]+")
_KINDS = {"s": "source", "c": "cue", "t": "content", "a": "addressee", "h": "hedges"}


class Malformed(ValueError):
    """A line of an annotated text does not hold together."""


@dataclass(slots=True)
class Marked:
    """One statement or silence as marked by hand; places count characters of the document."""

    number: int
    source: list[Pair] = field(default_factory=list)
    cue: list[Pair] = field(default_factory=list)
    content: list[Pair] = field(default_factory=list)
    addressee: list[Pair] = field(default_factory=list)
    hedges: list[Pair] = field(default_factory=list)
    through: list[Pair] = field(default_factory=list)
    silence: bool = False
    act: SpeechAct = SpeechAct.ASSERTS
    polarity: Polarity = Polarity.POSITIVE
    commitment: Commitment = Commitment.NOT_STATED
    naming: Naming = Naming.NAMED
    outcome: Outcome | None = None
    who: str = ""
    identity: bool = False
    parent: int | None = None
    """The place, in the document's list, of the narrowest statement whose content holds this."""


@dataclass(slots=True)
class Annotated:
    """One document: its text, paragraphs parted by empty lines, and what is marked in it."""

    id: str
    text: str
    paragraphs: list[Pair]
    marked: list[Marked]
    mentions: list[tuple[Pair, str]]
    """Places that point to an actor, with the actor's name in this document."""

    @property
    def statements(self) -> list[Marked]:
        return [one for one in self.marked if not one.silence]

    @property
    def silences(self) -> list[Marked]:
        return [one for one in self.marked if one.silence]


def read_folder(folder: Path) -> Iterator[Annotated]:
    """Read every `.txt` of a folder, in the order of the names."""
    for file in sorted(folder.glob("*.txt")):
        yield from read_file(file)


def read_file(file: Path) -> Iterator[Annotated]:
    """Read one file of annotated documents.

    Raises:
        Malformed: a line does not hold together; the message names file and line.
    """
    name, lines = "", []
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("==="):
            if lines:
                yield _document(file, name, lines)
            name, lines = line.removeprefix("===").strip(), []
            if not name:
                raise Malformed(f"{file}:{number}: a document needs a name after ===")
        elif line.strip():
            if not name:
                raise Malformed(f"{file}:{number}: text before the first === name")
            lines.append((number, line))
    if lines:
        yield _document(file, name, lines)


def _document(file: Path, name: str, lines: list[tuple[int, str]]) -> Annotated:
    made = Annotated(id=f"{file.stem}/{name}", text="", paragraphs=[], marked=[], mentions=[])
    inside: dict[int, Marked] = {}
    begun = 0
    for number, line in [*lines, (0, "")]:
        try:
            if line.startswith("%"):
                _attributes(line, inside)
                continue
            if begun:
                _close(made, inside)
            if line:
                inside = _paragraph(made, line)
                begun = number
        except Malformed as problem:
            raise Malformed(f"{file}:{number or begun}: {problem}") from None
    return made


def _paragraph(made: Annotated, line: str) -> dict[int, Marked]:
    """Add one line's text to the document; give what is marked in it, by number."""
    if made.text:
        made.text += "\n\n"
    start = len(made.text)
    plain: list[str] = []
    size = start
    open_marks: list[tuple[list[str], int]] = []
    found: list[tuple[str, Pair]] = []
    at = 0
    while at < len(line):
        letter = line[at]
        if letter == "\\" and line[at + 1 : at + 2] in ("[", "]"):
            plain.append(line[at + 1])
            size += 1
            at += 2
        elif letter == "[":
            end = line.find(" ", at)
            tags = line[at + 1 : end].split("+") if end > 0 else []
            if not tags or not all(_TAG.fullmatch(tag) for tag in tags):
                raise Malformed(f"not a mark: {line[at : at + 25]!r}")
            open_marks.append((tags, size))
            at = end + 1
        elif letter == "]":
            if not open_marks:
                raise Malformed(f"nothing to close before {line[at + 1 : at + 25]!r}")
            tags, begin = open_marks.pop()
            words = "".join(plain)[begin - start :]
            if not words.strip() or words != words.strip():
                raise Malformed(f"white space at the edge of a mark, or none in it: {words!r}")
            found.extend((tag, (begin, size)) for tag in tags)
            at += 1
        else:
            plain.append(letter)
            size += 1
            at += 1
    if open_marks:
        raise Malformed(f"a mark is not closed: {'+'.join(open_marks[0][0])}")
    made.text += "".join(plain)
    made.paragraphs.append((start, size))
    return _sorted_out(made, found)


def _sorted_out(made: Annotated, found: list[tuple[str, Pair]]) -> dict[int, Marked]:
    inside: dict[int, Marked] = {}
    for tag, pair in sorted(found, key=lambda one: one[1]):
        if tag.startswith("m:"):
            made.mentions.append((pair, tag[2:]))
            continue
        one = inside.setdefault(int(tag[1:]), Marked(number=int(tag[1:])))
        if tag[0] == "n":
            one.silence = True
            one.cue.append(pair)
        elif tag[0] == "v":
            one.through.append(pair)
        else:
            getattr(one, _KINDS[tag[0]]).append(pair)
    return inside


def _attributes(line: str, inside: dict[int, Marked]) -> None:
    try:
        first, *rest = shlex.split(line.removeprefix("%"))
        one = inside[int(first)]
    except (ValueError, KeyError):
        raise Malformed(f"no such number in this paragraph: {line!r}") from None
    for word in rest:
        key, _, value = word.partition("=")
        try:
            if key == "identity" and not value:
                one.identity = True
            elif key == "act":
                one.act = SpeechAct(value)
            elif key == "polarity":
                one.polarity = Polarity(value)
            elif key == "commitment":
                one.commitment = Commitment[value.upper().replace(" ", "_").replace("-", "_")]
            elif key == "naming":
                one.naming = NAMINGS[value]
            elif key == "outcome":
                one.outcome = OUTCOMES[value]
            elif key == "who" and value:
                one.who = value
            else:
                raise ValueError
        except (ValueError, KeyError):
            raise Malformed(f"not an attribute: {word!r}") from None


def _close(made: Annotated, inside: dict[int, Marked]) -> None:
    """Check what one paragraph marks and add it to the document."""
    base = len(made.marked)
    ordered = [inside[number] for number in sorted(inside)]
    for one in ordered:
        _check(one)
        if one.who:
            made.mentions.extend((pair, one.who) for pair in one.source[:1])
        around = [
            (sum(e - s for s, e in other.content), place)
            for place, other in enumerate(ordered)
            if other is not one and _holds(other, one)
        ]
        one.parent = base + min(around)[1] if around else None
    made.marked.extend(ordered)


def _check(one: Marked) -> None:
    if not one.cue:
        raise Malformed(f"number {one.number} has no cue")
    if one.silence:
        if not one.source or one.content:
            raise Malformed(f"silence {one.number} needs who was asked (s) and takes no content")
        if one.outcome is None:
            raise Malformed(f"silence {one.number} needs outcome=...")
        return
    if not one.content:
        raise Malformed(f"statement {one.number} has no content")
    if not one.source and one.naming not in (Naming.AGENTLESS, Naming.PUBLISHER):
        raise Malformed(f"statement {one.number} has no source: naming=agentless?")
    for pair in one.cue + one.source:
        if any(s < pair[1] and pair[0] < e for s, e in one.content):
            raise Malformed(f"source or cue of {one.number} lies inside its own content")


def _holds(outer: Marked, inner: Marked) -> bool:
    return not outer.silence and all(
        any(s <= pair[0] and pair[1] <= e for s, e in outer.content) for pair in inner.cue
    )


def _main(names: list[str]) -> int:
    """Count what files hold, or say which line does not hold together."""
    bad = 0
    for name in names:
        try:
            documents = list(read_file(Path(name)))
        except (OSError, Malformed) as problem:
            print(problem, file=sys.stderr)
            bad = 1
            continue
        statements = [one for document in documents for one in document.statements]
        print(
            f"{name}: {len(documents)} documents, {len(statements)} statements "
            f"({sum(one.parent is not None for one in statements)} nested), "
            f"{sum(len(document.silences) for document in documents)} silences"
        )
    return bad


if __name__ == "__main__":
    sys.exit(_main(sys.argv[1:]))
