"""The rules: each takes a draft and a record and gives what it finds, with the words."""

from collections.abc import Callable, Iterator

from onrecord.check.draft import Draft
from onrecord.check.record import Against
from onrecord.check.rules import dates, names, numbers, posts, proceedings, quotes, within
from onrecord.core.drafts import Finding

Rule = Callable[[Draft, Against], Iterator[Finding]]

RULES: tuple[Rule, ...] = (
    quotes.found,
    posts.found,
    names.found,
    numbers.found,
    dates.found,
    proceedings.found,
    within.found,
)
