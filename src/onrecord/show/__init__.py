"""The record as others get it: the dossier, a folder of plain pages, and rows as CSV and JSON.

Whatever it writes keeps words and whose they are together. It states nothing itself, asks no
network, and needs no script.
"""

from onrecord.show.claim_pages import chosen_claims
from onrecord.show.dossier import STYLE, DossierMade, dossier
from onrecord.show.drafts import annotated, as_sarif, by_source, held_sentences
from onrecord.show.exports import as_csv, as_json, raw_cell, safe_cell
from onrecord.show.folder import is_dossier
from onrecord.show.navigation import chapter_of, stem_of
from onrecord.show.press import Page, environment
from onrecord.show.site import Site
from onrecord.show.strips import CITED, LEGEND, Strip
from onrecord.show.verify import verify_dossier

__all__ = [
    "CITED",
    "LEGEND",
    "STYLE",
    "DossierMade",
    "Page",
    "Site",
    "Strip",
    "annotated",
    "as_csv",
    "as_json",
    "as_sarif",
    "by_source",
    "chapter_of",
    "chosen_claims",
    "dossier",
    "environment",
    "held_sentences",
    "is_dossier",
    "raw_cell",
    "safe_cell",
    "stem_of",
    "verify_dossier",
]
