"""Both clocks as the first part of an address: `/now/…`, `/as-of=2024-06/…`, `/known=2024/…`.

Every page names the others by where they lie beside it, so whoever reads the record as of a day
goes on reading it as of that day, and an address can be sent to somebody else.
"""

from __future__ import annotations

from urllib.parse import quote

from onrecord.core.dates import When
from onrecord.core.errors import UnreadableDate
from onrecord.core.vocabulary import AsOf

NOW = "now"
_VALID, _KNOWN = "as-of=", "known="


def moment_of(as_of: AsOf) -> str:
    """Give the first part of addresses as of both clocks."""
    parts = []
    if as_of.valid is not None:
        parts.append(f"{_VALID}{as_of.valid.edtf}")
    if as_of.known is not None:
        parts.append(f"{_KNOWN}{as_of.known}")
    return quote(",".join(parts) or NOW, safe="=,.-~")  # “?” and “%” mean something in a date too


def as_of_moment(moment: str) -> AsOf | None:
    """Read the first part of an address; None: it is not one of ours.

    Raises:
        UnreadableDate: it names a clock, with words that are no date.
    """
    if moment == NOW:
        return AsOf()
    told: dict[str, str] = {}
    for part in moment.split(","):
        key = next((key for key in (_VALID, _KNOWN) if part.startswith(key)), None)
        if key is None or key in told:
            return None
        told[key] = part.removeprefix(key)
    return as_of(told.get(_VALID, ""), told.get(_KNOWN, ""))


def as_of(valid: str, known: str) -> AsOf:
    """Read both clocks as they are filled in; an empty one is not set.

    Raises:
        UnreadableDate: one of them is no date, or none that an address can hold.
    """
    for words in (valid, known):
        if words and ("/" in words or "," in words or len(words) > _LONGEST):
            raise UnreadableDate(words)
    if known:
        When.of(known)
    return AsOf(valid=When.of(valid) if valid else None, known=known or None)


def ours(address: str, otherwise: str) -> str:
    """Give an address that a form or a link names, where it is a path of this room's."""
    path = address.partition("#")[0].partition("?")[0]
    is_path = path.startswith("/") and not path.startswith("//")
    # Browsers read “\\” as “/”, and leave out tabs and ends of lines.
    return address if is_path and "\\" not in path and path.isprintable() else otherwise


_LONGEST = 40
"""Characters of a clock in an address: an EDTF date of one day, month or year is shorter."""
