"""A draft held against the record."""

from typing import TYPE_CHECKING

from onrecord.core import doors

if TYPE_CHECKING:
    from onrecord.check.against import Against
    from onrecord.check.answers import Answers, accepting, answers_in, beside, read_answers
    from onrecord.check.codes import all_codes, check_chosen, explain
    from onrecord.check.desk import checked
    from onrecord.check.draft import Draft
    from onrecord.check.language import other_language
    from onrecord.check.people import with_people
    from onrecord.check.record import DRAFT, ByMeaning
    from onrecord.check.settings import FILE as SETTINGS
    from onrecord.check.settings import read_settings

doors.open_later(
    __name__,
    {
        "against": "Against",
        "answers": "Answers accepting answers_in beside read_answers",
        "codes": "all_codes check_chosen explain",
        "desk": "checked",
        "draft": "Draft",
        "language": "other_language",
        "people": "with_people",
        "record": "DRAFT ByMeaning",
        "settings": "FILE:SETTINGS read_settings",
    },
)

__all__ = [
    "DRAFT",
    "SETTINGS",
    "Against",
    "Answers",
    "ByMeaning",
    "Draft",
    "accepting",
    "all_codes",
    "answers_in",
    "beside",
    "check_chosen",
    "checked",
    "explain",
    "other_language",
    "read_answers",
    "read_settings",
    "with_people",
]
