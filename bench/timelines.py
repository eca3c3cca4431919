"""Scores timelines as graphs of temporal relations (SemEval-2015 task 4, Minard et al. 2015).

Written from the task's published description, not from its program. Taken from there: a timeline is
turned into relations - an event lies in its date, is simultaneous with those of its place, before
those of later places - and is compared as in TempEval-3 (UzZaman et al. 2013): precision is the
share of the relations of the found timeline, reduced to those that none of the others give, that
the closure of the gold timeline holds; recall the same the other way round; F1 over all timelines
from the summed counts (micro). Events at place 0, which could not be put in time, are left out on
both sides. Several mentions of one event count once.

Not checked, for want of the program: which relations of several that say the same it keeps (here:
along the order of the mentions), how it names an event of several mentions (here: a found event is
the gold event that has any of its mentions, the first one found), whether dates must be equal
(here: yes), and how it finds a word that the copy of the texts has cut otherwise (here: a mention
is the same in one sentence of one document where a word of it is).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any

Mention = tuple[str, int, str]
Entry = dict[str, Any]
Relation = tuple[str, str, str]
"""An event or date, what it is to the other, the other."""

_IN, _WITH, _BEFORE = "in", "with", "before"


def compared(gold: Sequence[Entry], found: Sequence[Entry]) -> dict[str, float]:
    """Count the reduced relations of two timelines, and those that the other's closure holds."""
    gold = [one for one in gold if one["order"]]
    named = _named([one for one in found if one["order"]], gold)
    theirs = [(f"gold {number}", one) for number, one in enumerate(gold)]
    held, reached = closure(theirs), closure(named)
    asked, given = reduced(theirs), reduced(named)
    events = {name for name, _ in named}
    return {
        "gold": len(asked),
        "gold right": len(asked & reached),
        "found": len(given),
        "found right": len(given & held),
        "events": len(gold),
        "events named": len(named),
        "events right": sum(name.startswith("gold ") for name in events),
    }


def _named(found: Sequence[Entry], gold: Sequence[Entry]) -> list[tuple[str, Entry]]:
    """Give each found event the name of the gold event that it is, or one of its own."""
    words: dict[tuple[str, int, str], int] = {}
    for number, one in enumerate(gold):
        for document, sentence, phrase in one["mentions"]:
            for word in _words(phrase):
                words.setdefault((document, sentence, word), number)
    taken: set[int] = set()
    named = []
    for number, one in enumerate(found):
        same = [
            words[document, sentence, word]
            for document, sentence, phrase in one["mentions"]
            for word in _words(phrase)
            if (document, sentence, word) in words
        ]
        if same and same[0] in taken:
            continue  # another mention of an event that is there already
        taken.update(same[:1])
        named.append((f"gold {same[0]}" if same else f"found {number}", one))
    return named


def _words(phrase: str) -> Iterable[str]:
    return phrase.lower().replace("_", " ").split()


def _places(named: Sequence[tuple[str, Entry]]) -> list[list[tuple[str, Entry]]]:
    """Give the events of each place, the earliest place first."""
    places: dict[int, list[tuple[str, Entry]]] = defaultdict(list)
    for name, one in named:
        places[one["order"]].append((name, one))
    return [places[order] for order in sorted(places)]


def closure(named: Sequence[tuple[str, Entry]]) -> set[Relation]:
    """Give all relations that a timeline says, whether or not others give them."""
    places = _places(named)
    made: set[Relation] = set()
    for number, place in enumerate(places):
        later = [name for after in places[number + 1 :] for name, _ in after]
        for name, one in place:
            made.add((name, _IN, one["date"]))
            made.update((name, _WITH, other) for other, _ in place if other != name)
            made.update((name, _BEFORE, other) for other in later)
    return made


def reduced(named: Sequence[tuple[str, Entry]]) -> set[Relation]:
    """Give as few relations as say all that a timeline does."""
    places = _places(named)
    made: set[Relation] = set()
    for place in places:
        made.update((name, _IN, one["date"]) for name, one in place)
        made.update((one, _WITH, other) for (one, _), (other, _) in pairwise(place))
    made.update((one[-1][0], _BEFORE, other[0][0]) for one, other in pairwise(places))
    return made
