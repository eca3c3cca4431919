"""What is worked out from one state of a case, kept aside until it is written down, or for good."""

from __future__ import annotations

from collections.abc import Iterable


class Aside:
    """Holds results by kind and key in memory, as the file would."""

    def __init__(self) -> None:
        self._made: dict[str, dict[str, bytes]] = {}
        self._whole: set[str] = set()
        self._gone: dict[str, set[str]] = {}

    def get(self, key: str) -> bytes | None:
        for made in self._made.values():
            if key in made:
                return made[key]
        return None

    def newest(self, kind: str) -> bytes | None:
        made = self._made.get(kind)
        return next(reversed(made.values())) if made else None

    def put(self, kind: str, bodies: Iterable[tuple[str, bytes]]) -> None:
        """Hold results in place of all others of their kind."""
        self._made[kind] = dict(bodies)
        self._whole.add(kind)
        self._gone.pop(kind, None)

    def change(self, kind: str, bodies: Iterable[tuple[str, bytes]], gone: Iterable[str]) -> None:
        """Hold results beside the others of their kind, in place of those under `gone`."""
        made = self._made.setdefault(kind, {})
        left = self._gone.setdefault(kind, set())
        for key in gone:
            made.pop(key, None)
            left.add(key)
        new = dict(bodies)
        left.difference_update(new)
        made.update(new)

    def whole(self) -> Iterable[tuple[str, dict[str, bytes]]]:
        """Give the kinds that are held whole, with their results."""
        return [(kind, made) for kind, made in self._made.items() if kind in self._whole]

    def changed(self) -> Iterable[tuple[str, dict[str, bytes], set[str]]]:
        """Give the kinds of which only some are held, with these and with those that are gone."""
        return [
            (kind, made, self._gone.get(kind, set()))
            for kind, made in self._made.items()
            if kind not in self._whole
        ]
