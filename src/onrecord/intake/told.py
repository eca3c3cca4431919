"""What the user tells of the documents: it wins over everything a file says of itself."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from onrecord.core.dates import When
from onrecord.core.vocabulary import Attested, Basis, Metadata


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Metadata told for all documents of one intake; dates in EDTF.

    Raises:
        UnreadableDate: a date is not EDTF.
    """

    published: str | None = None
    retrieved: str | None = None
    outlet: str | None = None
    title: str | None = None
    address: str | None = None
    language: str | None = None

    def __post_init__(self) -> None:
        for day in (self.published, self.retrieved):
            if day is not None:
                When.of(day)


def over(found: Metadata, told: Told, today: date | None) -> Metadata:
    """Lay what was told over what was found; the retrieved day is told, or else `today`."""
    if found.retrieved is None and today is not None:
        found = replace(found, retrieved=Attested(today.isoformat(), Basis.CLOCK))
    return replace(
        found,
        published=_told(told.published, found.published),
        retrieved=_told(told.retrieved, found.retrieved),
        outlet=_told(told.outlet, found.outlet),
        title=_told(told.title, found.title),
        address=_told(told.address, found.address),
        language=_told(told.language, found.language),
    )


def _told(value: str | None, found: Attested | None) -> Attested | None:
    return found if value is None else Attested(value.strip(), Basis.TOLD)
