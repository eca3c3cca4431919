"""Pairs from real sentences: set against each other, or against themselves with one thing changed.

Invented scenes are few in words; real sentences are not. A `not` put in or taken out makes a denial,
another number a difference of fact, two names exchanged another proposition; the same sentence
shorter, opened otherwise or by another speaker is the same; two of one text are mostly none.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence

from training.claims.invent import OPENERS, Inventor, Pair
from training.claims.pairs import _DOUBTS, _FALSES, _OPENS

_BE = re.compile(
    r"\b(is|are|was|were|has|have|had|will|would|can|could|should|did|does|must|may|might)\b(?! not)"
)
_NOT = re.compile(r"\b(not|never) ")
_NAME = re.compile(r"(?<=[a-z,] )(?:[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*)")
_NUMBER = re.compile(r"\b\d[\d,]*\b")
_END = re.compile(r"(?<=[.!?”])\s+(?=[“A-Z])")
_TAIL = re.compile(
    r",? (?:when|after|before|because|while|although|where|which|who|by|in|at|on|for|from|with) [^,]+$"
)


def sentences(text: str) -> list[str]:
    """Cut a text into its plain sentences of 6 to 45 words."""
    found = [" ".join(one.split()) for line in text.split("\n") for one in _END.split(line)]
    return [one for one in found if 6 <= one.count(" ") + 1 <= 45 and not one.endswith("?")]


def edited(texts: Sequence[Sequence[str]], seed: int) -> Iterator[Pair]:
    """Give pairs without end, from the sentences of each text."""
    made = Inventor(seed)
    dice = made.dice
    texts = [one for one in texts if len(one) > 3]
    weights = [min(len(one), 200) for one in texts]
    while True:
        for text in dice.choices(texts, weights, k=64):
            one, other = dice.sample(text, 2)
            pair = _edited(made, one, other)
            if pair:
                claim, said, relation = pair
                if dice.random() < 0.5:
                    said = f"{made.somebody()}: {said}"
                yield claim, said, relation


def _small(text: str) -> str:
    return text[:1].lower() + text[1:] if text[1:2].islower() else text


def _edited(made: Inventor, one: str, other: str) -> Pair | None:
    dice, share = made.dice, made.dice.random()
    if share < 0.3:
        return one, other, "none"
    if share < 0.36:
        new = _negated(other, dice)
        return (one, new, "none") if new else None
    if share < 0.52:
        # Both ways: the claim may be the one with the 'not' in it.
        new = _negated(one, dice)
        if new is None:
            return None
        if dice.random() < 0.3:
            return new, _light(one, dice), "denies"
        if dice.random() < 0.15:
            return new, _light(new, dice), "affirms"
        return one, _light(new, dice), "denies"
    if share < 0.58:
        return one, dice.choice(_FALSES).format(p=_small(one).rstrip(".")) + ".", "denies"
    if share < 0.65:
        return one, dice.choice(_DOUBTS).format(p=_small(one).rstrip(".")) + ".", "doubts"
    if share < 0.69:
        return one, dice.choice(_OPENS).format(p=_small(one).rstrip("."), a=made.somebody()), "none"
    if share < 0.75:
        new = _counted(one, dice)
        return (one, _light(new, dice), "differs") if new else None
    if share < 0.83:
        new = _exchanged(made, one)
        return (one, _light(new, dice), "none") if new else None
    if share < 0.93:
        short = _TAIL.sub("", one.rstrip(".")) + "."
        if short.count(" ") < 4:
            short = one
        return short, _light(one, dice), "affirms"
    return one, f"{_light(one, dice)} {other}", "affirms"


def _negated(text: str, dice: random.Random) -> str | None:
    found = _NOT.search(text)
    if found:
        return text[: found.start()] + text[found.end() :]
    found = _BE.search(text)
    if not found or re.search(r"\b(no|none|nobody|nothing)\b", text, re.I):
        return None
    word = dice.choice((" not", " not", " never"))
    return text[: found.end()] + word + text[found.end() :]


def _counted(text: str, dice: random.Random) -> str | None:
    found = list(_NUMBER.finditer(text))
    if not found:
        return None
    one = dice.choice(found)
    value = int(one[0].replace(",", ""))
    year = 1900 < value < 2030
    new = dice.randint(1980, 2025) if year else dice.randint(1, max(20, 3 * value))
    word = str(new) if year else f"{new:,}"
    return None if new == value else text[: one.start()] + word + text[one.end() :]


def _exchanged(made: Inventor, text: str) -> str | None:
    names = {found[0] for found in _NAME.finditer(text)}
    if not names:
        return None
    one = made.dice.choice(sorted(names))
    return re.sub(rf"\b{re.escape(one)}\b", made.person(), text)


def _light(text: str, dice: random.Random) -> str:
    share = dice.random()
    if share < 0.3:
        opening = dice.choice([one for one in OPENERS if one])
        return f"{opening} {_small(text)}"
    if share < 0.45:
        return text.replace(" said ", " stated ").replace(" told ", " informed ")
    if share < 0.6:
        kept = [
            word for word in text.split(" ") if dice.random() > 0.12 or word in ("not", "never")
        ]
        return " ".join(kept)
    return text
