"""The reader: clean text in, who said what, when, as what and how firmly out.

It knows no database and no document format. Readers are exchanged behind `core.seams.Reader`.
"""

from onrecord.reader.dating import Expression, Kind, time_expressions
from onrecord.reader.line import line
from onrecord.reader.line_schema import schema
from onrecord.reader.llm import Limits, LlmReader
from onrecord.reader.plugins import load, readers
from onrecord.reader.quantities import only_quantity
from onrecord.reader.tables import TableReader
from onrecord.reader.trained import TrainedReader

__all__ = [
    "Expression",
    "Kind",
    "Limits",
    "LlmReader",
    "TableReader",
    "TrainedReader",
    "line",
    "load",
    "only_quantity",
    "readers",
    "schema",
    "time_expressions",
]
