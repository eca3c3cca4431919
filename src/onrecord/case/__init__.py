"""A case: where the stages are joined. The Python API, for faces and for programs of others."""

from typing import TYPE_CHECKING

from onrecord.core import doors

if TYPE_CHECKING:
    from onrecord.case.adding import Added, told_on
    from onrecord.case.case import Case
    from onrecord.case.claims import Claims
    from onrecord.case.desk import Desk, accepting, answers_in, codes, explained, side_file
    from onrecord.case.entering import Entering
    from onrecord.case.flows import Flows
    from onrecord.case.judging import Judging
    from onrecord.case.origins import Origins
    from onrecord.case.posts import Posts
    from onrecord.case.present import NOW, by_the_user
    from onrecord.case.shown import shown
    from onrecord.case.team import Team

doors.open_later(
    __name__,
    {
        "adding": "Added told_on",
        "case": "Case",
        "claims": "Claims",
        "desk": "Desk accepting answers_in codes explained side_file",
        "entering": "Entering",
        "flows": "Flows",
        "judging": "Judging",
        "origins": "Origins",
        "posts": "Posts",
        "present": "NOW by_the_user",
        "shown": "shown",
        "team": "Team",
    },
)

__all__ = [
    "NOW",
    "Added",
    "Case",
    "Claims",
    "Desk",
    "Entering",
    "Flows",
    "Judging",
    "Origins",
    "Posts",
    "Team",
    "accepting",
    "answers_in",
    "by_the_user",
    "codes",
    "explained",
    "shown",
    "side_file",
    "told_on",
]
