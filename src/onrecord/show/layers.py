"""How statements, speakers and dates are marked in a text, inside and across each other.

A layer is one span that gets one kind of element. Where two cross, the later one is closed and
taken up again, so that the page stays well formed; each piece names the exact span it stands for.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup, escape

from onrecord.core.spans import Span
from onrecord.show.visible import visible


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """One span to be marked. `anchor` is the id its first piece gets; `number` counts statements,
    and `sign` stands beside it.

    Args:
        tag: `mark`, `span`, or `a` (then `href` says where to).
        rank: which of two layers on the same span goes outside: the lower one.
    """

    at: Span
    tag: str
    kind: str
    rank: int
    anchor: str = ""
    href: str = ""
    number: int | None = None
    sign: str = ""


FULL = 50
"""Characters of a line that ends because it is full, at least: mail and wires wrap at 60 to 80."""


class Marker:
    """Marks one text from `start` on, block by block. It remembers which anchors it has set.

    What begins before `start` has its anchor there.
    """

    def __init__(self, characters: str, text: str, layers: Iterable[Layer], start: int = 0) -> None:
        self._characters = characters
        self._text = text
        self._layers = sorted(
            (layer for layer in layers if layer.at.fits(characters)),
            key=lambda layer: (layer.at.start, -layer.at.end, layer.rank),
        )
        self._from = 0
        self._running: list[Layer] = []
        self._anchored = {layer.anchor for layer in self._layers if layer.at.start < start}

    def is_wrapped(self, window: Span) -> bool:
        """Say whether lines end because they are full: all but the last are long, none is set in.

        An address, a verse or a table keeps its lines.
        """
        *full, last = window.of(self._characters).rstrip().split("\n")
        return all(len(line.rstrip()) >= FULL and not line[:1].isspace() for line in full) and (
            bool(full) and not last[:1].isspace()
        )

    def marked(self, window: Span) -> Markup:
        """Give the words of `window` with their marks. Windows are asked for in reading order."""
        layers = self._in(window)
        edges = {window.start, window.end}
        for layer in layers:
            edges.add(max(layer.at.start, window.start))
            edges.add(min(layer.at.end, window.end))
        out: list[str] = []
        opened: list[tuple[Layer, str]] = []
        waiting = iter(layers)
        upcoming = next(waiting, None)
        ordered = sorted(edges)
        for here, there in zip(ordered, [*ordered[1:], window.end], strict=True):
            out += self._close(opened, here, window)
            while upcoming is not None and max(upcoming.at.start, window.start) <= here:
                self._open(upcoming, here, window, opened, out)
                upcoming = next(waiting, None)
            out.append(str(escape(visible(self._characters[here:there]))))
        return Markup("".join(out))  # every piece was escaped where it was made

    def _in(self, window: Span) -> list[Layer]:
        while self._from < len(self._layers) and self._layers[self._from].at.start < window.end:
            self._running.append(self._layers[self._from])
            self._from += 1
        self._running = [layer for layer in self._running if layer.at.end > window.start]
        return [layer for layer in self._running if layer.at.overlaps(window)]

    def _open(
        self,
        layer: Layer,
        here: int,
        window: Span,
        opened: list[tuple[Layer, str]],
        out: list[str],
    ) -> None:
        end = min([layer.at.end, window.end, *(below.at.end for below, _ in opened)])
        # A link inside a link is no HTML: the inner one is marked but leads nowhere.
        linked = layer.tag == "a" and all(tag != "a" for _, tag in opened)
        tag = "span" if layer.tag == "a" and not linked else layer.tag
        opened.append((layer, tag))
        out.append(self._tag(layer, tag, Span(here, end)))

    def _tag(self, layer: Layer, tag: str, piece: Span) -> str:
        parts = [f'<{tag} class="{layer.kind}"']
        if layer.anchor and layer.anchor not in self._anchored:
            self._anchored.add(layer.anchor)
            parts.append(f' id="{escape(layer.anchor)}"')
            if layer.number is not None:
                parts.append(f' data-n="{layer.number}"')
            if layer.sign:
                parts.append(f' data-s="{escape(layer.sign)}"')
        elif layer.number is not None:
            parts.append(f' data-of="{escape(layer.anchor)}"')
        if tag == "a":
            parts.append(f' href="{escape(layer.href)}"')
        if layer.anchor:
            parts.append(f' data-text="{escape(self._text)}" data-at="{piece}"')
        return "".join([*parts, ">"])

    def _close(self, opened: list[tuple[Layer, str]], here: int, window: Span) -> list[str]:
        """Close what ends here, and take up again what was closed only because it lay above."""
        ending = [i for i, (layer, _) in enumerate(opened) if min(layer.at.end, window.end) <= here]
        if not ending:
            return []
        above = opened[ending[0] :]
        out = [f"</{tag}>" for _, tag in reversed(above)]
        del opened[ending[0] :]
        for layer, _ in above:
            if min(layer.at.end, window.end) > here:
                self._open(layer, here, window, opened, out)
        return out
