"""The documents of a record as trees: above, what is carried; below it, what carries it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from onrecord.core.identity import SourceId
from onrecord.core.origins import BranchRow, CarriesRow


def branches(labels: Mapping[SourceId, str], links: Iterable[CarriesRow]) -> list[BranchRow]:
    """Put each document under the one it carries most closely; those with no links are left out.

    Args:
        labels: names the documents, in the order in which they came to be known.
        links: of each document the closest first.
    """
    carried: dict[SourceId, list[CarriesRow]] = defaultdict(list)
    for link in links:
        carried[link.source].append(link)
    above = {source: found for source in labels if (found := _closest(carried[source]))}
    below: dict[SourceId | str, list[SourceId]] = defaultdict(list)
    roots: list[SourceId | str] = []
    for source in labels:
        held = above.get(source)
        if held is None or _in_a_circle(source, above):
            roots.append(source)
            continue
        over = held.of or held.named
        if over not in labels and over not in below:
            roots.append(over)
        below[over].append(source)
    return list(_grown(roots, below, labels, carried, above))


def _closest(links: Sequence[CarriesRow]) -> CarriesRow | None:
    repeats = [link for link in links if link.kind.repeats]
    return next((link for link in repeats if link.of), repeats[0] if repeats else None)


def _in_a_circle(source: SourceId, above: Mapping[SourceId, CarriesRow]) -> bool:
    """Say whether a document carries, through others, itself, and is the first of its circle."""
    seen = [source]
    while (link := above.get(seen[-1])) is not None and link.of is not None:
        if link.of in seen:
            return link.of == source and source == min(seen)
        seen.append(link.of)
    return False


def _grown(
    roots: Sequence[SourceId | str],
    below: Mapping[SourceId | str, Sequence[SourceId]],
    labels: Mapping[SourceId, str],
    carried: Mapping[SourceId, Sequence[CarriesRow]],
    above: Mapping[SourceId, CarriesRow],
) -> Iterator[BranchRow]:
    waiting: list[tuple[SourceId | str, int]] = [(root, 0) for root in reversed(roots)]
    while waiting:
        place, depth = waiting.pop()
        waiting += [(under, depth + 1) for under in reversed(below.get(place, ()))]
        source = SourceId(place) if place in labels else None
        links = carried.get(source, ()) if source is not None else ()
        if not links and not below.get(place):
            continue
        link = above.get(source) if source is not None and depth else None
        yield BranchRow(
            depth=depth,
            source=source,
            source_label=labels[source] if source is not None else str(place),
            link=link,
            others=tuple(one for one in links if one is not link),
        )
