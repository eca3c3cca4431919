"""The items of a YAML list with their places, one after another, so that a long list stays small.

Only what tables are written in is read: lists, mappings and scalars, each scalar as the words that
stand there. Anchors and aliases are refused: a few lines of them can stand for millions.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from onrecord.core.errors import Refused
from onrecord.core.spans import Span

_DEEPEST = 20
"""No table has lists in lists deeper than this."""

Placed = tuple[Span, Any]


@dataclass(slots=True)
class _Open:
    """A list or a mapping that has not ended: its items, or keys and values by turns."""

    mapping: bool
    start: int
    items: list[Placed] = field(default_factory=list)

    @property
    def value(self) -> Any:
        if not self.mapping:
            return self.items
        keys, values = self.items[::2], self.items[1::2]
        return {str(key): value for (_, key), (_, value) in zip(keys, values, strict=True)}


def yaml_rows(text: str) -> Iterator[Placed]:
    """Give the items of the list that `text` is; a list inside an item is a list of places and
    values.

    Raises:
        Refused: it is not YAML, or no list, or has anchors, or is nested too deeply.
    """
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    waiting: list[_Open] = []
    try:
        for event in yaml.parse(text, Loader=loader):
            if getattr(event, "anchor", None):
                raise Refused("damaged", "YAML with anchors or aliases", help="write it in full")
            start = event.start_mark.index if event.start_mark else 0
            if isinstance(event, yaml.CollectionStartEvent):
                if len(waiting) >= _DEEPEST:
                    raise Refused("limit", "it is nested too deeply to be read")
                waiting.append(_Open(isinstance(event, yaml.MappingStartEvent), start))
                continue
            if isinstance(event, yaml.CollectionEndEvent):
                done = waiting.pop()
                placed: Placed = Span(done.start, start).trimmed(text), done.value
            elif isinstance(event, yaml.ScalarEvent):
                placed = Span(start, event.end_mark.index), event.value
            else:
                continue
            if len(waiting) == 1 and not waiting[0].mapping:
                yield placed
            elif waiting:
                waiting[-1].items.append(placed)
    except yaml.YAMLError as error:
        said = " ".join(str(error).split())[:160]
        raise Refused("damaged", f"not YAML: {said}") from error
