"""Writes a record as a folder of plain pages to read, to print, and to check without onrecord.

It never says itself what somebody is reported to have said. The same record and the same hour give
the same bytes.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from onrecord.core.record import Record
from onrecord.core.rows import Tally
from onrecord.core.seams import Progress, silent
from onrecord.core.vocabulary import AsOf
from onrecord.show.folder import new_folder
from onrecord.show.proof import write_proof
from onrecord.show.site import Site

STYLE = Path(__file__).parent / "static" / "dossier.css"
"""How every page looks; a file beside them in the folder."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierMade:
    """What was written: how many pages and bytes, and the page to open first."""

    pages: int
    bytes: int
    index: Path


def dossier(
    record: Record,
    folder: Path,
    *,
    as_of: AsOf = AsOf(),
    made_at: datetime,
    progress: Progress = silent,
) -> DossierMade:
    """Write `record` as it stood `as_of` into `folder`, in place of an earlier dossier there.

    Raises:
        WrongUse: the folder holds something that is not a dossier, or not the dossier's own.
        Unwritable: the disk is full or the place may not be written to; nothing was changed.
    """
    with new_folder(folder) as made:
        site = Site(record, as_of, made_at)
        write_proof(record, site.rows, site.places, made)
        for page in site.pages():
            made.write(page.name, site.press.html(page).encode("utf-8"))
            progress("pages", made.pages, None)
        made.write(STYLE.name, STYLE.read_bytes())
        made.seal(_about(site))
        return DossierMade(pages=made.pages, bytes=made.size, index=folder / "index.html")


def _about(site: Site) -> dict[str, Any]:
    head, valid = site.record.head(), site.as_of.valid
    tally = Tally.of(site.rows.statements)
    return {
        "case": site.record.name,
        "head": {"digest": head.digest, "batches": head.batches, "entries": head.entries},
        "as_of": {"valid": str(valid) if valid else None, "known": site.as_of.known},
        "made_at": site.made_at.isoformat(timespec="seconds"),
        "sources": len(site.rows.sources),
        "statements": tally.statements,
        "proposals": tally.proposals,
        "texts": sorted({row.text for row in site.rows.sources if row.text is not None}),
    }
