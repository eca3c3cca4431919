"""The network as it ships, run by onnxruntime on one thread, one window at a time.

What a window gives depends on that window alone: never on what is read beside it.
"""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING, Any

from onrecord.models import END, START, session, tokenizer
from onrecord.reader.models import decode, pieces
from onrecord.reader.models.labels import KINDS, ROLES

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

FILE = "reader.zip"
_REACH = 16
_PLACES = 2 * (_REACH + 5) + 1
_RANK = 64
LONGEST_MENTION = 24
TOGETHER = 32
"""Names and roles of so many windows are decoded at once: each by itself, as if it were alone."""


@dataclass(frozen=True, slots=True)
class Found:
    """One cue with its roles: runs of pieces of the text, `[first, last)`."""

    cue: list[tuple[int, int]]
    source: list[tuple[int, int]]
    content: list[tuple[int, int]]
    addressee: list[tuple[int, int]]
    hedges: list[tuple[int, int]]
    silence: bool
    kinds: dict[str, int]
    signs: tuple[float, ...]
    """What speaks for it: the figures from which its sureness is worked out."""


@dataclass(frozen=True, slots=True)
class Spotted:
    """A mention that the network spotted: pieces `first` to `last`, both in it.

    `one` and `before` are what it brings to a pair, as the later and as the earlier of the two.
    """

    first: int
    last: int
    kind: int
    is_name: bool
    one: Floats
    before: Floats


@dataclass(slots=True)
class Seen:
    """All that the network sees in one text; mentions in the order of their first pieces."""

    found: list[Found]
    mentions: list[Spotted]


Window = tuple[tuple[int, ...], tuple[int, ...], tuple[int, ...], tuple[int, ...]]
"""The pieces of a window with its marks, their shapes, how they stand to quotation marks, and how
many pieces there are between one mark and the next."""


class Windows:
    """What was seen in the windows last asked for, each in places of its own.

    Args:
        most: so many are kept, at a few kB each.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._kept: dict[Window, Seen] = {}

    def those(self, windows: Sequence[Window]) -> dict[Window, Seen]:
        """Give what is kept of some windows."""
        return {one: self._kept[one] for one in windows if one in self._kept}

    def keep(self, seen: Mapping[Window, Seen]) -> None:
        """Keep what was seen; what was asked for longest ago is dropped."""
        for window, one in seen.items():
            self._kept.pop(window, None)
            self._kept[window] = one
        while len(self._kept) > self._most:
            del self._kept[next(iter(self._kept))]


@dataclass(slots=True)
class _Look:
    """What the encoder gives for one window; `real` are its places that are no marks."""

    real: NDArray[np.bool_]
    vectors: Floats
    narrow: Floats
    cues: Floats
    names: Floats
    begins: Floats
    finishes: Floats


class Network:
    """The shipped network. Loading takes the time; reading keeps nothing."""

    def __init__(self, data: bytes) -> None:
        import numpy as np

        with zipfile.ZipFile(io.BytesIO(data)) as file:
            self.facts: dict[str, Any] = json.loads(file.read("facts.json"))
            self.vocabulary = file.read("vocabulary.txt").decode().split("\n")
            self.tables = {
                name: value.astype(np.float32)
                for name, value in np.load(io.BytesIO(file.read("pairs.npz"))).items()
            }
            self._encoder, self._roles = (
                session(file.read(name)) for name in ("encoder.onnx", "roles.onnx")
            )
        self.tokenizer = tokenizer(self.vocabulary)

    def see(
        self, text: pieces.Pieces, size: int = pieces.WINDOW, known: Windows | None = None
    ) -> Seen:
        """Read all windows of a text.

        Args:
            known: what the encoder gave for earlier ones, where nearly the same text is read again.
        """
        seen = Seen([], [])
        windows = [_laid(text, parts) for parts in pieces.windows(text.paragraphs, size)]
        for start in range(0, len(windows), TOGETHER):
            some = windows[start : start + TOGETHER]
            asked = [window for window, _ in some]
            found = known.those(asked) if known is not None else {}
            found |= self._seen([one for one in dict.fromkeys(asked) if one not in found])
            if known is not None:
                known.keep(found)
            for window, places in some:
                seen.mentions += [_mention_at(one, places) for one in found[window].mentions]
                seen.found += [_cue_at(one, places) for one in found[window].found]
        return seen

    def _seen(self, windows: Sequence[Window]) -> dict[Window, Seen]:
        """Read some windows, each in places of its own."""
        seen = {window: Seen([], []) for window in windows}
        looks = [self._look(window) for window in windows]
        waiting: list[_Cues] = []
        named = decode.names([look.names for look in looks]) if looks else []
        for look, names, one in zip(looks, named, seen.values(), strict=True):
            spans = self._spans(look.begins, look.finishes, look.real) | _whole(names, look.real)
            one.mentions += self._mentions(spans, look.vectors)
            at = decode.cues(look.cues)
            if at:
                waiting.append(self._figures(at, look, one.found))
        _decode(waiting)
        return seen

    def _look(self, window: Window) -> _Look:
        """Run the encoder over one window."""
        import numpy as np

        ids, shapes, quotes, sizes = window
        vectors, narrow, cues, names, begins, finishes = self._encoder.run(
            ["vectors", "narrow", "cues", "names", "begins", "finishes"],
            {
                "ids": np.array([ids]),
                "positions": np.arange(len(ids))[None],
                "shapes": np.array([shapes]),
                "quotes": np.array([quotes]),
            },
        )
        real = np.array([False, *(one for size in sizes for one in (*[True] * size, False))])
        return _Look(real, vectors[0], narrow, cues[0], names[0], begins[0], finishes[0])

    def _figures(self, at: list[decode.CueAt], look: _Look, into: list[Found]) -> _Cues:
        import numpy as np

        length = len(look.real)
        marked = np.zeros((len(at), length), np.int64)
        for row, cue in enumerate(at):
            marked[row, cue.first : cue.last] = 1
        away = np.arange(length)[None] - np.array([[cue.first] for cue in at])
        size = np.maximum(np.abs(away), 1)
        far = _REACH + np.clip(np.floor(np.log2(size / _REACH)), 0, 4).astype(np.int64) + 1
        steps = np.where(np.abs(away) <= _REACH, np.abs(away), far) * np.sign(away) + _PLACES // 2
        figures, kinds = self._roles.run(
            None, {"narrow": look.narrow, "marked": marked, "places": steps}
        )
        return _Cues(at, marked, look.real, figures, kinds, into)

    def _spans(
        self, begins: Floats, finishes: Floats, real: NDArray[np.bool_]
    ) -> dict[tuple[int, int], tuple[int, bool]]:
        """Score every span up to LONGEST_MENTION pieces; keep the likely ones that are actors."""
        import numpy as np

        by_type, by_length = self.tables["by_type"], self.tables["by_length_weight"]
        length, types = len(real), len(by_type)
        scores = np.empty((types, length, length), np.float32)
        for kind in range(types):
            scores[kind] = (begins[:, :_RANK] * by_type[kind]) @ finishes[:, :_RANK].T
            scores[kind] += begins[:, _RANK + kind, None] + finishes[None, :, _RANK + kind]
        gap = np.arange(length)[None] - np.arange(length)[:, None]
        fits = (gap >= 0) & (gap < LONGEST_MENTION) & real[:, None] & real[None]
        first, last = np.nonzero(fits)
        banded = scores[:, first, last] + by_length[gap[first, last]].T
        best = banded.argmax(axis=0)
        top = banded.max(axis=0)
        spread = top + np.log(np.exp(banded - top).sum(axis=0))
        keep = np.flatnonzero((spread > 0) & (best < types - 1))
        return {
            (int(first[n]), int(last[n])): (int(best[n]) + 1, False)
            for n in keep.tolist()
            if real[first[n] : last[n] + 1].all()
        }

    def _mentions(
        self, spans: dict[tuple[int, int], tuple[int, bool]], vectors: Floats
    ) -> list[Spotted]:
        import numpy as np

        if not spans:
            return []
        places = sorted(spans)
        first, last = np.array(places).T
        both = np.concatenate([vectors[first], vectors[last]], axis=1)
        t = self.tables
        one = both @ t["one_weight"].T + t["one_bias"]
        before = both @ t["before_weight"].T + t["before_bias"]
        return [Spotted(a, b, *spans[a, b], one[n], before[n]) for n, (a, b) in enumerate(places)]


def _laid(text: pieces.Pieces, parts: list[tuple[int, int]]) -> tuple[Window, list[int]]:
    """Give a window as the encoder takes it, and where its places are in the text; -1: a mark."""
    ids, shapes, quotes, places = [START], [0], [0], [-1]
    for first, last in parts:
        ids += [*text.ids[first:last], END]
        shapes += [*text.shapes[first:last], 0]
        quotes += [*text.quotes[first:last], 0]
        places += [*range(first, last), -1]
    sizes = tuple(last - first for first, last in parts)
    return (tuple(ids), tuple(shapes), tuple(quotes), sizes), places


def _mention_at(one: Spotted, places: Sequence[int]) -> Spotted:
    """Give a mention of a window in the places of the text."""
    first, last = places[one.first], places[one.last]
    return Spotted(first, last, one.kind, one.is_name, one.one, one.before)


def _cue_at(one: Found, places: Sequence[int]) -> Found:
    """Give what was found in a window in the places of the text."""

    def moved(runs: list[tuple[int, int]]) -> list[tuple[int, int]]:
        return [(places[first], places[last - 1] + 1) for first, last in runs]

    return replace(
        one,
        cue=moved(one.cue), source=moved(one.source), content=moved(one.content),
        addressee=moved(one.addressee), hedges=moved(one.hedges),
    )  # fmt: skip


def _whole(
    named: list[tuple[int, int, int]], real: NDArray[np.bool_]
) -> dict[tuple[int, int], tuple[int, bool]]:
    """Give the named stretches of one window that hold no mark of its beginning or end."""
    return {(a, b - 1): (kind + 1, True) for a, b, kind in named if real[a:b].all()}


@dataclass(slots=True)
class _Cues:
    """The cues of one window with their figures, until their roles are decoded."""

    at: list[decode.CueAt]
    marked: NDArray[np.int64]
    real: NDArray[np.bool_]
    figures: Floats
    kinds: Floats
    into: list[Found]


def _decode(waiting: list[_Cues]) -> None:
    """Decode the roles of many windows at once: each cue by itself, as if it were alone."""
    import numpy as np

    if not waiting:
        return
    count = len(ROLES)
    total = sum(len(one.at) for one in waiting)
    length = max(len(one.real) for one in waiting)
    emissions = np.zeros((total, length, count), np.float32)
    steps = np.full((total, length, count, count), -1e9, np.float32)
    steps[:, :, range(count), range(count)] = 0.0
    row = 0
    for one in waiting:
        rows, size = slice(row, row + len(one.at)), len(one.real)
        emissions[rows, :size] = one.figures[..., :count]
        through = one.figures[..., count:-1].reshape(len(one.at), size, count, count)
        steps[rows, :size] = through
        row = rows.stop
    answer, score = decode.roles(emissions, steps)
    row = 0
    for one in waiting:
        rows = slice(row, row + len(one.at))
        one.into.extend(_found(one, answer[rows, : len(one.real)], score[rows]))
        row = rows.stop


def _found(one: _Cues, answer: NDArray[np.int64], score: Floats) -> list[Found]:
    def runs(wanted: NDArray[np.bool_]) -> list[tuple[int, int]]:
        return decode.runs(wanted & one.real)

    made = []
    for row, cue in enumerate(one.at):
        parts = {name: runs(answer[row] == role) for role, name in enumerate(ROLES) if role}
        if not parts["content"] and not cue.silence:
            continue
        made.append(
            Found(
                cue=parts["cue"] or runs(one.marked[row] == 1),
                source=parts["source"],
                content=parts["content"],
                addressee=parts["addressee"],
                hedges=runs((one.figures[row, :, -1] > 0) & (answer[row] != 1)),
                silence=cue.silence,
                kinds=_kinds(one.kinds[row]),
                signs=(cue.probability, float(score[row]), float(bool(parts["source"]))),
            )
        )
    return made


def _kinds(figures: Floats) -> dict[str, int]:
    made, start = {}, 0
    for name, width in KINDS.items():
        made[name] = int(figures[start : start + width].argmax())
        start += width
    return made


@lru_cache(maxsize=1)
def data() -> bytes:
    """Give the bytes of the shipped file."""
    return resources.files(__package__).joinpath(FILE).read_bytes()


@lru_cache(maxsize=1)
def shipped() -> Network:
    """Load the shipped network, once a process."""
    return Network(data())
