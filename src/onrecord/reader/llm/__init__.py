"""The reader that asks a language model behind an address its user named, and checks every word.

The model only points: it says which words of the text are source, cue and content. What it says is
kept where those words stand in the text, and dropped and counted where they do not. Nothing is
sent before a user has named both this reader and an address.
"""

from onrecord.reader.llm.endpoint import Limits
from onrecord.reader.llm.reader import LlmReader

__all__ = ["Limits", "LlmReader"]
