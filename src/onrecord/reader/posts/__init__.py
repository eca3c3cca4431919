"""Reads who holds or held which post, and when, from what a text says in its own voice.

Appositions, titles before names, and verbs of coming, having and leaving, by tables and a small
grammar over words, names and dates. What stands in a quotation is left out, and so is what is told
by a verb inside somebody's statement: it is theirs, not the text's.
"""

from onrecord.reader.posts.reading import tenures

__all__ = ["tenures"]
