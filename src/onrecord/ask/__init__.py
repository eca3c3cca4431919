"""What a record answers: people, a timeline, one thing by its id. Pure functions over its rows."""

from onrecord.ask.people import actor_rows, with_actors
from onrecord.ask.timeline import timeline

__all__ = ["actor_rows", "timeline", "with_actors"]
