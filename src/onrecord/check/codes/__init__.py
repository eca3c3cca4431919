"""The codes of what is found, each with a page of its own: what it is, an example, what to do.

A page is Markdown; its first line is "# CODE: what it is called". The same pages stand in the docs.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from onrecord.core.errors import WrongUse


@dataclass(frozen=True, slots=True)
class Code:
    """A code, what it is called, and its page."""

    code: str
    name: str
    page: str


@lru_cache(maxsize=1)
def all_codes() -> dict[str, Code]:
    """Give the codes there are, in order."""
    found = {}
    pages = (one for one in resources.files(__package__).iterdir() if one.name.endswith(".md"))
    for page in sorted(pages, key=lambda one: one.name):
        words = page.read_text("utf-8")
        code, _, name = words.partition("\n")[0].removeprefix("# ").partition(": ")
        found[code] = Code(code, name, words)
    return found


def explain(code: str) -> Code:
    """Give the page of a code.

    Raises:
        WrongUse: there is no such code.
    """
    known = all_codes()
    if code.upper() not in known:
        raise WrongUse(f"there is no code {code}", help=f"there are {', '.join(known)}")
    return known[code.upper()]


def matches(code: str, chosen: Collection[str]) -> bool:
    """Say whether a code is among those chosen, by itself or by how it begins ("OR2")."""
    return any(code.startswith(one.upper()) for one in chosen)


def check_chosen(chosen: Collection[str]) -> None:
    """Refuse what begins no code.

    Raises:
        WrongUse: one of `chosen` is neither a code nor the beginning of one.
    """
    for one in chosen:
        if not any(code.startswith(one.upper()) for code in all_codes()):
            raise WrongUse(f"no code begins with {one}", help=f"there are {', '.join(all_codes())}")
