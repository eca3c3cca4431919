"""The words in which a row says whose words it carries: act, chain, kind of source, sureness.

One place for them, so that the terminal, the pages and the exports say the same thing. Nothing here
states what somebody is reported to have said.
"""

from __future__ import annotations

import math
import re

from onrecord.core.vocabulary import Naming, Outcome, Polarity, SpeechAct

NOBODY = "nobody named"
SOMEBODY = "somebody not named"

PROPOSED, DUPLICATE = "proposed", "duplicate"
GONE = "no longer in the page as of"
ENTERED = "entered by hand by"

MANNER = {
    SpeechAct.ASSERTS: "said",
    SpeechAct.DENIES: "denied",
    SpeechAct.DOUBTS: "doubted",
    SpeechAct.DECLINES: "declined",
    SpeechAct.ASKS: "asked",
    SpeechAct.CRITICISES: "criticised",
    SpeechAct.PROMISES: "promised",
}

_TOLD_ON = {
    SpeechAct.ASSERTS: "as told by {}",
    SpeechAct.DENIES: "which {} denied",
    SpeechAct.DOUBTS: "which {} doubted",
    SpeechAct.DECLINES: "on which {} declined to speak",
    SpeechAct.ASKS: "about which {} asked",
    SpeechAct.CRITICISES: "which {} criticised",
    SpeechAct.PROMISES: "as {} promised",
}

KIND_OF_SOURCE = {
    Naming.NAMED: "named",
    Naming.ROLE_ONLY: "known by role only",
    Naming.ANONYMOUS: "anonymous",
    Naming.AGENTLESS: "nobody is named",
    Naming.PUBLISHER: "the publisher's own knowledge",
}

SILENT = (Outcome.NO_RESPONSE, Outcome.DECLINED)

_OPENING, _CLOSING = {"“", '"'}, {"”", '"'}
_MARKS = _OPENING | _CLOSING
_QUOTED_LINE = re.compile(r"\n[ \t]*(?:>[ \t]*)+")


def told_on(who: str, act: SpeechAct, polarity: Polarity, *, nearest: bool) -> str:
    """Say how one through whom a statement came passed it on: who denied it did not tell it.

    Args:
        nearest: it is the one who told it first; those further out only let it through.
    """
    if act is not SpeechAct.ASSERTS:
        return _TOLD_ON[act].format(who)
    if polarity is Polarity.NEGATIVE:
        return f"as told in the negative by {who}"
    return f"as told by {who}" if nearest else f"through {who}"


def sureness_shown(sureness: float) -> str:
    """Write a probability with two digits, never rounded up."""
    return f"{math.floor(sureness * 100 + 1e-9) / 100:.2f}"


def how_sure(sureness: float | None, confirmed: bool, entered_by: str = "") -> str:
    """Say how sure the reader was, and whether a person has confirmed it or entered it."""
    if entered_by:
        return f"{ENTERED} {entered_by}"
    read = "" if sureness is None else f"read with {sureness_shown(sureness)} sureness, "
    return f"{read}{'confirmed by a person' if confirmed else 'not confirmed'}"


def counted(number: int, one: str, many: str = "") -> str:
    """Give a number with its noun."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def quoted(words: str, most: int | None = None) -> str:
    """Put words between quotation marks on one line, cut to `most` characters if need be.

    Words that are quoted already, in one piece or in several, get no second marks.
    """
    line, opening, closing = one_line(words), "“", "”"
    if all(map(_is_quoted, line.split(" … "))):
        opening, line, closing = line[:1], line[1:-1], line[-1:]
    if most is not None and len(line) > most:
        line = line[: max(1, most - 1)].rstrip() + "…"
    return f"{opening}{line}{closing}"


def one_line(words: str) -> str:
    """Put words on one line.

    A ">" with which a mail or a note begins each line of what it quotes is none of them.
    """
    return " ".join(_QUOTED_LINE.sub(" ", words).split())


def _is_quoted(line: str) -> bool:
    """Say whether a piece is one quotation from its first mark to its last."""
    return line[:1] in _OPENING and line[-1:] in _CLOSING and not _MARKS & set(line[1:-1])


_POINTING = frozenset(
    "i me my we us our you your he him his she her it its they them their who whom whose this that"
    " these those one both neither either the a an and".split()
)


def names_somebody(words: str) -> bool:
    """Say whether words can be put for somebody: no pronoun, no article, no single letter."""
    plain = words.strip(" .,:;’'\"“”").casefold()
    return len(plain) > 1 and plain not in _POINTING
