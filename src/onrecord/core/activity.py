"""What was done to a case, operation by operation, in words that a reader of it would use.

What was decided is told apart from the words it is about: a wording that a person gave is a claim
or a supposition of theirs, and goes out as one.
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.core.identity import kind_of
from onrecord.core.rows import LogRow
from onrecord.core.vocabulary import Judgement, Verb
from onrecord.core.wording import quoted

_DID = {
    Verb.JOIN: "held two to be one",
    Verb.PART: "held two to be different",
    Verb.CONFIRM: "confirmed",
    Verb.REJECT: "rejected",
    Verb.WRITE: "worded a claim",
    Verb.REWORD: "worded a claim anew",
    Verb.PLACE: "placed a statement on a claim",
    Verb.GRADE: "graded a {kind}",
    Verb.APPLY: "applied a test",
    Verb.FIND: "entered a finding",
    Verb.SUPPOSE: "put a hypothesis on record",
    Verb.RATE: "held a row against a hypothesis",
    Verb.AUDIT: "gave a verdict on a row that was drawn by chance",
    Verb.ENTER: "entered a {kind} by hand",
}
_OPERATION = {
    "new": "began the case",
    "add": "added documents",
    "undo": "took back",
    "reread": "had texts read again",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityRow:
    """One operation. `words` are the rows that it is about, each with whose words they are.

    `worded` is what a person worded by it, as the claim or hypothesis that it is, with whose
    wording it is; '' where nothing was worded.
    """

    log: LogRow
    words: tuple[str, ...] = ()
    worded: str = ""

    @property
    def did(self) -> str:
        """Say what was done, without a word of what any row says."""
        judged = self.log.judged
        if judged is None:
            return _OPERATION.get(self.log.verb, self.log.verb)
        kind = kind_of(judged.about[0]) if judged.about else ""
        return _DID[judged.verb].format(kind=kind or "row")

    @property
    def outcome(self) -> str:
        """Say what it came to, where what was done does not say it: a grade, a stance, a count."""
        judged = self.log.judged
        if judged is None:
            return "" if self.log.takes_back is not None else self.log.summary
        parts = [_value(judged), judged.note, f"for {judged.when}" if judged.when else ""]
        return ", ".join(part for part in parts if part)

    @property
    def can_be_taken_back(self) -> bool:
        """Say whether undo can take it back: the beginning of a case it cannot, nor twice."""
        return self.log.verb != "new" and self.log.undone_by is None


def supposed(judged: Judgement) -> str:
    """Give a hypothesis as what it is: whose supposition, and that it is one."""
    return f"Hypothesis (supposed by {judged.by}): {quoted(judged.value)}"


def _value(judged: Judgement) -> str:
    if judged.verb in (Verb.WRITE, Verb.REWORD, Verb.SUPPOSE):
        return ""  # words of a claim or a hypothesis: `worded` has them, with whose they are
    if judged.verb is Verb.ENTER:
        return "in place of what was read there" if len(judged.about) > 1 else ""
    if judged.verb is Verb.APPLY:  # the whole standard
        return judged.about[0] if judged.about else ""
    if judged.verb is Verb.FIND:
        return f"{judged.about[0]}: {judged.value}"
    return judged.value
