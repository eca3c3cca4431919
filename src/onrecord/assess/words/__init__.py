"""The words of texts side by side: sentences, what two wordings share, near-verbatim copies."""

from onrecord.assess.words.copies import Carried, copied, origins
from onrecord.assess.words.sentences import bare_words, ends, sentences, shown, words
from onrecord.assess.words.wordings import common, longest_run, word_diff

__all__ = [
    "Carried",
    "bare_words",
    "common",
    "copied",
    "ends",
    "longest_run",
    "origins",
    "sentences",
    "shown",
    "word_diff",
    "words",
]
