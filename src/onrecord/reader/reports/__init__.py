"""Who is reported to have said what, one sentence at a time.

Each cue is tried in the frames of the trade: "X said (that) ...", "..., X said", "..., said X",
"according to X", "..., adding that ...", "it is alleged that ...". A cue that fits none is dropped:
a speaker is not guessed. Results are numbers of units, so that no offset is made up here.
"""

from onrecord.reader.reports.report import Report
from onrecord.reader.reports.sentence import read

__all__ = ["Report", "read"]
