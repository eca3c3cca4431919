"""Letters with which a name may begin, for patterns: `re` has no class of its own for them."""

from __future__ import annotations

from collections.abc import Iterable

_LATIN = (range(0x41, 0x250), range(0x1E00, 0x1F00))
"""Names in English texts are in Latin letters, with whatever marks: Åberg, Łódź, Đặng."""


def _class(letters: Iterable[int]) -> str:
    """Write code points as the class of a pattern, with a range for each run of them."""
    runs: list[list[int]] = []
    for letter in letters:
        if runs and letter == runs[-1][1] + 1:
            runs[-1][1] = letter
        else:
            runs.append([letter, letter])
    return f"[{''.join(f'{chr(first)}-{chr(last)}' for first, last in runs)}]"


CAPITAL = _class(code for some in _LATIN for code in some if chr(code).isupper())
"""A class of one capital letter: `rf"\\b{CAPITAL}\\w+"`."""
