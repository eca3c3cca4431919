"""Writes docs/codes.md: the page of every code of the draft desk, as `check --explain` gives it."""

from __future__ import annotations

from pathlib import Path

from onrecord.check import all_codes

PAGE = Path(__file__).parent / "codes.md"
HEAD = """# Codes of the draft desk

Written by `make docs` from the pages that `onrecord check --explain CODE` prints. A code keeps its
meaning; one that is dropped is never given to something else.
"""


def page() -> str:
    """Give the whole page: a heading and the page of each code."""
    return "\n".join([HEAD, *(f"#{one.page}" for one in all_codes().values())])


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
    print(f"wrote {PAGE.name}")
