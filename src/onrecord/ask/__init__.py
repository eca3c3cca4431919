"""What a record answers: people, a timeline, one thing by its id. Pure functions over its rows."""

from typing import TYPE_CHECKING

from onrecord.core import doors

if TYPE_CHECKING:
    from onrecord.ask.briefs import brief
    from onrecord.ask.chains import chains
    from onrecord.ask.choosing import Choice
    from onrecord.ask.hypotheses import matrix
    from onrecord.ask.judged import audited, graded, grades
    from onrecord.ask.matching import bodies, in_body, near, plainly_named, titles
    from onrecord.ask.owners import Owners
    from onrecord.ask.paths import MOST_HOPS, simple_paths
    from onrecord.ask.people import (
        actor_rows,
        called,
        identities_with_actors,
        quantities_with_actors,
        questions_with_actors,
        replies_with_actors,
        spoken,
        with_actors,
    )
    from onrecord.ask.posts import was, who
    from onrecord.ask.searching import Narrowed
    from onrecord.ask.timeline import Window, timeline

doors.open_later(
    __name__,
    {
        "briefs": "brief",
        "chains": "chains",
        "choosing": "Choice",
        "hypotheses": "matrix",
        "judged": "audited graded grades",
        "matching": "bodies in_body near plainly_named titles",
        "owners": "Owners",
        "paths": "MOST_HOPS simple_paths",
        "people": (
            "actor_rows called identities_with_actors quantities_with_actors "
            "questions_with_actors replies_with_actors spoken with_actors"
        ),
        "posts": "was who",
        "searching": "Narrowed",
        "timeline": "Window timeline",
    },
)

__all__ = [
    "MOST_HOPS",
    "Choice",
    "Narrowed",
    "Owners",
    "Window",
    "actor_rows",
    "audited",
    "bodies",
    "brief",
    "called",
    "chains",
    "graded",
    "grades",
    "identities_with_actors",
    "in_body",
    "matrix",
    "near",
    "plainly_named",
    "quantities_with_actors",
    "questions_with_actors",
    "replies_with_actors",
    "simple_paths",
    "spoken",
    "timeline",
    "titles",
    "was",
    "who",
    "with_actors",
]
