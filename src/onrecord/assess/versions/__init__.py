"""Versions of one page: what its publisher changed, took back, and says in its own voice."""

from typing import TYPE_CHECKING

from onrecord.core import doors

if TYPE_CHECKING:
    from onrecord.assess.versions.changes import changes, notice
    from onrecord.assess.versions.corrected import Correction, corrected, set_right
    from onrecord.assess.versions.corrections import Note, notes
    from onrecord.assess.versions.edits import Edited, Newer, edited
    from onrecord.assess.versions.own_voice import own_sentence, own_voice
    from onrecord.assess.versions.pages import Versions, gone, versions
    from onrecord.assess.versions.sketches import Sketch, nearly_one, sketch

doors.open_later(
    __name__,
    {
        "changes": "changes notice",
        "corrected": "Correction corrected set_right",
        "corrections": "Note notes",
        "edits": "Edited Newer edited",
        "own_voice": "own_sentence own_voice",
        "pages": "Versions gone versions",
        "sketches": "Sketch nearly_one sketch",
    },
)

__all__ = [
    "Correction",
    "Edited",
    "Newer",
    "Note",
    "Sketch",
    "Versions",
    "changes",
    "corrected",
    "edited",
    "gone",
    "nearly_one",
    "notes",
    "notice",
    "own_sentence",
    "own_voice",
    "set_right",
    "sketch",
    "versions",
]
