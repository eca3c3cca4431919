"""Every pair of colours that text is set in can be read (WCAG 2.2, level AA: 4.5 to 1)."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

SHEET = (files("onrecord.show") / "static" / "dossier.css").read_text("utf-8")
LIGHT, DARK = [
    dict(re.findall(r"--([a-z0-9-]+): (#[0-9a-f]{6});", part))
    for part in SHEET.partition("\n* {")[0].split("@media (prefers-color-scheme: dark)")
]
TEXT_ON = [
    *((ink, on) for ink in ("ink", "soft", "link") for on in ("paper", "sheet", "faint")),
    *(("ink", on) for on in ("for", "against", "silent")),
    *(("soft", on) for on in ("for", "against", "silent")),
    *((line, "sheet") for line in ("for-line", "against-line", "silent-line")),
]


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "on"), TEXT_ON)
def test_text_can_be_read_on_its_ground(scheme: dict[str, str], ink: str, on: str) -> None:
    """In the light and in the dark, marked or not."""
    assert contrast(scheme[ink], scheme[on]) >= 4.5


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("mark", ["focus", "lane-1", "lane-2", "lane-3", "lane-4"])
def test_what_is_drawn_can_be_seen(scheme: dict[str, str], mark: str) -> None:
    """Focus and the timeline's marks: 3 to 1 is asked of what is no text."""
    assert contrast(scheme[mark], scheme["sheet"]) >= 3
    assert contrast(scheme[mark], scheme["paper"]) >= 3


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
