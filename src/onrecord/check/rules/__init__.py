"""The rules: each takes a draft and a record and gives what it finds, with the words."""

from collections.abc import Callable, Iterator

from onrecord.check.against import Against
from onrecord.check.draft import Draft
from onrecord.check.rules import (
    allegations,
    dates,
    fairness,
    names,
    numbers,
    posts,
    proceedings,
    quotes,
    style,
    support,
    titles,
    within,
)
from onrecord.core.drafts import Finding

__all__ = ["RULES", "Rule", "in_style"]

in_style = style.found

Rule = Callable[[Draft, Against], Iterator[Finding]]

RULES: tuple[Rule, ...] = (
    allegations.found,
    quotes.found,
    posts.found,
    titles.found,
    names.found,
    numbers.found,
    dates.found,
    fairness.found,
    proceedings.found,
    support.found,
    within.found,
)
