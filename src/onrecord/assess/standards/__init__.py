"""Standards: the tests that evidence is held against, as commented YAML, and how they are read."""

from onrecord.assess.standards.loading import load, shipped, with_elements

__all__ = ["load", "shipped", "with_elements"]
