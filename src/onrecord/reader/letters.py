"""Letters: one party speaks throughout, and signs.

A letter opens with a salutation and ends with a signature: a line that is the writer's name, after
a closing phrase or after the last sentence. What stands between the writer says, and its "I" and
"we" are the writer. So it is with a notice or a decision that says "I" and is signed, and with a
letter that has a line "To:" for a salutation.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.core.spans import Span
from onrecord.core.vocabulary import BlockKind
from onrecord.reader.lexicon import Lexicon

_SALUTATION_WORDS = 12
_NAME_WORDS = 6
_SIGNATURE_LINES = 4
"""So many lines may follow the name: office, body, place."""

_NAME = re.compile(r"[^\W\d_][\w.'’-]*(?: (?:[^\W\d_][\w.'’-]*|&))*(?:, [A-Z][A-Za-z]+)*")

_TO = re.compile(r"To:[ \t]*\S")
_OWN = 2
"""In so many paragraphs a notice says "I", at least."""
_I = re.compile(r"(?<![\w’'.])I(?= [a-z])")
_QUOTED = re.compile(r"“[^”]*”|‘[^’]*’|\"[^\"]*\"")
_TURN = re.compile(r"[A-Z][A-Z.’' -]+: ")
"""Who speaks in a transcript, before the words."""

Blocks = list[tuple[BlockKind, Span]]


@dataclass(frozen=True, slots=True)
class Letter:
    """The parts of a letter: what it says, and the name under it."""

    salutation: Span
    body: tuple[Span, ...]
    signature: Span

    def says(self, at: Span) -> bool:
        """Say whether a place lies in its body."""
        return any(block.holds(at) for block in self.body)


def find(characters: str, blocks: Blocks, lexicon: Lexicon) -> Letter | None:
    """Find the letter that a text is; None where it is none, or nobody signs it."""
    opened = next(
        (
            number
            for number, (_, at) in enumerate(blocks)
            if _is_salutation(at.of(characters), lexicon)
        ),
        None,
    )
    if opened is None:
        return _notice(characters, blocks, lexicon)
    salutation = blocks[opened][1]
    closing = _closing(characters, blocks, opened, lexicon)
    if closing is None:
        return None
    end, signature = closing
    body = tuple(at for kind, at in blocks[opened + 1 : end] if kind is not BlockKind.CAPTION)
    return Letter(salutation, body, signature) if body else None


def _notice(characters: str, blocks: Blocks, lexicon: Lexicon) -> Letter | None:
    """Find a notice or a decision that is signed, with an office under the name.

    It has a line "To:" above all that it says, or says "I" in two paragraphs or more.
    """
    closing = _closing(characters, blocks, -1, lexicon)
    if closing is None:
        return None
    end, signature = closing
    to = next((n for n, (_, at) in enumerate(blocks) if _TO.match(characters, at.start)), end)
    under = characters[signature.end : blocks[-1][1].end].strip()
    if not under or any(kind is BlockKind.BYLINE for kind, _ in blocks):
        return None
    body = tuple(
        at for kind, at in blocks[:end]
        if kind is not BlockKind.CAPTION and _is_sentence(at.of(characters))
    )  # fmt: skip
    if to < end and any(_is_sentence(at.of(characters)) for _, at in blocks[to + 1 : end]):
        addressed = blocks[to][1]
        body = tuple(at for at in body if at.start > addressed.end)
        return Letter(addressed, body, signature)
    own = sum(_says_i(at.of(characters)) for at in body)
    if own < _OWN or any(_TURN.match(characters, at.start, at.end) for at in body):
        return None
    return Letter(Span(body[0].start, body[0].start), body, signature)


def _says_i(text: str) -> bool:
    """Say whether a paragraph says "I" outside quotation marks."""
    return _I.search(_QUOTED.sub("", text)) is not None


def _is_salutation(text: str, lexicon: Lexicon) -> bool:
    words = text.split()
    first = words[0].strip(",:").lower()
    return (
        first in lexicon.salutations
        and len(words) <= _SALUTATION_WORDS
        and text[-1] not in ".!?"
        and (text[-1] in ",:" or len(words) > 1)
    )


def _closing(
    characters: str, blocks: Blocks, opened: int, lexicon: Lexicon
) -> tuple[int, Span] | None:
    """Give the number of the block after the body, and the name that signs it."""
    for number in range(len(blocks) - 1, opened, -1):
        lines = _lines(blocks[number][1], characters)
        if _signs_off(lines[0].of(characters), lexicon):
            after = lines[1:]
            for _, at in blocks[number + 1 :]:
                after += _lines(at, characters)
            signed = next((at for at in after if _is_name(at.of(characters))), None)
            return None if signed is None else (number, signed)
    # No closing phrase: a name alone, with a few short lines after it.
    number = len(blocks)
    while number > opened + 1 and not _is_sentence(blocks[number - 1][1].of(characters)):
        number -= 1
    after = [line for _, at in blocks[number:] for line in _lines(at, characters)]
    if after and len(after) <= _SIGNATURE_LINES and _is_name(after[0].of(characters)):
        return number, after[0]
    return None


def _signs_off(line: str, lexicon: Lexicon) -> bool:
    """Say whether a line closes a letter, also in words of its own: "Yours in sport,"."""
    words = line.strip(" ,.").lower()
    return words in lexicon.sign_offs or (
        _SIGNS_OFF.fullmatch(words) is not None and line.rstrip().endswith(",")
    )


_SIGNS_OFF = re.compile(
    r"yours(?: [\w’'-]+){1,4}|(?:[\w’'-]+ ){0,4}(?:regards|wishes|sincerely|faithfully)"
)


def _is_sentence(text: str) -> bool:
    return text.rstrip("”’\"') ")[-1:] in (".", "!", "?", ":", ";")


def _is_name(text: str) -> bool:
    """Say whether a line is a name of some words, each with a capital, and no more."""
    words = text.rstrip(" ,").split()
    return (
        1 < len(words) <= _NAME_WORDS
        and _NAME.fullmatch(text.rstrip(" ,")) is not None
        and all(word[0].isupper() or word in ("de", "van", "von", "&") for word in words)
    )


def _lines(at: Span, characters: str) -> list[Span]:
    found, start = [], at.start
    for line in at.of(characters).splitlines(keepends=True):
        span = Span(start, start + len(line)).trimmed(characters)
        if span.end > span.start:
            found.append(span)
        start += len(line)
    return found
