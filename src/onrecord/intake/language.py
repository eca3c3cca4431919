"""Which language a text is in, as its letters show; None where there are too few to say."""

from __future__ import annotations

from functools import cache

from onrecord.core.vocabulary import Attested, Basis
from onrecord.intake.extracted import Extracted

# Below this many letters the answer is a guess ("Ends." is found to be anything).
_FEWEST_LETTERS = 40
# 0.1 ms; a page's first lines tell as surely as all of it (measured 2026-11-23).
_SAMPLE = 800


def language_of(found: Extracted) -> Attested | None:
    """Name the language (ISO 639-1) of the running text, by its visible letters."""
    sample, length = [], 0
    for block in found.blocks:
        if block.kind.speaks and length < _SAMPLE:
            sample.append(found.characters[block.at.start : block.at.start + _SAMPLE])
            length += len(sample[-1])
    words = " ".join(sample)[:_SAMPLE]
    if sum(map(str.isalpha, words[: 3 * _FEWEST_LETTERS])) < _FEWEST_LETTERS:
        return None
    if not load():
        return None
    import py3langid

    return Attested(str(py3langid.classify(words)[0]), Basis.VISIBLE)


@cache
def load() -> bool:
    """Load the model, 0.5 s once; False where it cannot be: it unpacks into a temporary file."""
    import py3langid

    try:
        py3langid.classify("")
    except OSError:
        return False
    return True
