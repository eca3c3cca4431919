"""Which groups are together, and which are held apart whatever is found later."""

from __future__ import annotations


class Forest:
    """Union-find in which the older (lower) index is the root, and some roots are held apart."""

    def __init__(self, size: int) -> None:
        self._above = list(range(size))
        self._apart: dict[int, set[int]] = {}

    def root(self, at: int) -> int:
        while self._above[at] != at:
            self._above[at] = self._above[self._above[at]]
            at = self._above[at]
        return at

    def roots(self) -> list[int]:
        """Give the root of each: whatever is above another is older, and so has its own by then."""
        found: list[int] = []
        for at, above in enumerate(self._above):
            found.append(at if above == at else found[above])
        return found

    def part(self, one: int, other: int) -> None:
        """Hold two apart from now on, unless they are together already."""
        a, b = self.root(one), self.root(other)
        if a != b:
            self._apart.setdefault(a, set()).add(b)
            self._apart.setdefault(b, set()).add(a)

    def are_apart(self, one: int, other: int) -> bool:
        """Say whether two are held apart."""
        return self.root(other) in self._apart.get(self.root(one), ())

    def join(self, one: int, other: int) -> bool:
        """Put two together; say whether they are, or are held apart by what was parted."""
        a, b = sorted((self.root(one), self.root(other)))
        if a == b:
            return True
        if b in self._apart.get(a, ()):
            return False
        self._above[b] = a
        for far in self._apart.pop(b, ()):
            self._apart[far].discard(b)
            self._apart[far].add(a)
            self._apart.setdefault(a, set()).add(far)
        return True
