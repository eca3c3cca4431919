"""Reads who holds or held which post, and when, from what a text says.

Appositions, titles before names, and verbs of coming, having and leaving, by tables and a small
grammar over words, names and dates. What stands in somebody's statement is theirs and names it;
what stands in a quotation, or is denied, doubted or asked by a verb there, is left out.
"""

from onrecord.reader.posts.reading import tenures

__all__ = ["tenures"]
