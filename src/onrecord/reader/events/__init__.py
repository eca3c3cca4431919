"""What is told to have happened: events, findings and proceedings by tables and a small grammar.

An event is told, never a fact: it says in which statement it stands, and whether its words say that
it was done, tried, considered, expected, alleged or denied. Whoever no words name is not named, and
no day is given that no words give.
"""

from onrecord.reader.events.reading import events

__all__ = ["events"]
