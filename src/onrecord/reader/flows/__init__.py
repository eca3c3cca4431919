"""What passed from whom to whom: flows by tables and a grammar over the words of a sentence.

A hop is told, never a fact: it says in which statement it stands, and whether its words say that it
was done, tried, planned, alleged or denied. Whoever no words name is not named.
"""

from onrecord.reader.flows.reading import flows

__all__ = ["flows"]
