"""A small case with a row of every kind in it: a sailing club's cup fund, and nobody real in it."""

from __future__ import annotations

from pathlib import Path

from hand_reader import STORY, HandReader

from onrecord import intake
from onrecord.case import Case
from onrecord.core.dates import When
from onrecord.core.deciding import hypothesis_of
from onrecord.core.entered import Chosen, Whose
from onrecord.core.grading import Verdict
from onrecord.core.vocabulary import ActorKind, Commitment, Met, SpeechAct, Verb
from onrecord.reader import load

_PIER = """Regatta treasurer accused over the cup fund

Ida Marsh, the commodore, said that Tom Vane took the cup money. “He emptied the box in May,” she said.

Tom Vane denied that he took the cup money. His lawyer, Lena Oduya, said that the box was probably empty before May.

Ida Marsh said that Tom Vane passed 4,000 crowns to Ivo Marrin. Ivo Marrin denied it.

The Pier asked the sailing ministry whether it knew of the missing money. The ministry did not respond to a request for comment.

Tom Vane has been treasurer of the club since 2019. Police opened an investigation into Tom Vane on 1 March 2024.
"""  # noqa: E501 (each line is a paragraph of a page)

_MAST = """Treasurer charged with theft

Tom Vane was charged with theft on 9 March 2024, prosecutors said.

“He emptied the box in the spring,” Ida Marsh said on 10 March 2024. She said that Tom Vane took the cup money, perhaps 6,000 crowns.

It is alleged that Tom Vane passed 4,000 crowns to Ivo Marrin. Ivo Marrin declined to comment.

Ida Marsh asked the ministry when the audit would be published.

As The Pier reported, police opened an investigation into Tom Vane on 2 March 2024. Two boats were sold for 9,000 crowns, the club said.
"""  # noqa: E501 (each line is a paragraph of a page)

_LATER = """Charge against treasurer dropped

The prosecutor dropped the charge against Tom Vane on 18 April 2024, the court said.

Ida Marsh no longer says that Tom Vane took the cup money. Tom Vane, the former treasurer, said that the money was never missing.

The ministry said that the audit will be published in June.
"""  # noqa: E501 (each line is a paragraph of a page)

_ASIDE = """What the club asks itself

The governors asked the club who held the keys of the box. Lena Oduya said on 24 April 2024 that Ruth Quill held the keys of the box.

The governors asked the club when the box was last opened, and who paid for the boats. The club said that it would not say who paid for the boats.

Ivo Marrin is understood to be Person A. At least 34 cups were counted. Tom Vane handed the minutes of the club to Ruth Quill on 3 May 2024.

“He emptied the box in spring,” Ida Marsh said. Ida Marsh was not charged.

Ida Marsh said that Tom Vane passed a letter to Person A in April 2024. A jury found Lena Oduya not guilty of theft on 2 May 2024.

Ida Marsh said that Ruth Quill has been secretary of the club since 2021. The governors asked the club to say by 20 May 2024 who moored the boats.

Ida Marsh asked Lena Oduya how many cups were counted in the boathouse, and who sealed the doors of the boathouse. Police opened an investigation into Tom Vane on 1 March 2024.
"""  # noqa: E501 (each line is a paragraph of a page)

_ANSWERED = """What came of it

The ministry said on 2 June 2024 that the audit would be published on 9 June 2024.

The club said on 5 June 2024 that the box was last opened in May 2023.

Lena Oduya said on 5 June 2024 that nine cups were counted in the boathouse.
"""

_PAGE = "https://mast.invalid/charged"
_CHANGED = (
    _MAST.replace(" on 10 March 2024", "")
    .replace("Two boats were", "One boat was")
    .replace("spring,” Ida Marsh", "spring,” Lena Oduya")
    + "\nThe harbour office said that it had not been asked.\n"
)
DOCUMENTS = (
    ("the-pier", "The Pier", "2024-03-04", "2024-03-04", _PIER, None),
    ("the-mast", "The Mast", "2024-03-11", "2024-03-11", _MAST, _PAGE),
    ("the-mast-later", "The Mast", "2024-03-11", "2024-03-20",
     _CHANGED, _PAGE),
    ("dropped", "The Pier", "2024-04-20", "2024-04-20", _LATER, None),
    ("aside", "The Log", "2024-05-04", "2024-05-06", _ASIDE, None),
    ("answered", "The Pier", "2024-06-06", "2024-06-06", _ANSWERED, None),
)  # fmt: skip
"""Name, outlet, day, day of retrieval, text, address."""

_STANDARD = """
standard: rule-7
name: Rule 7 of the club
sources: ["the club's book of rules (invented)"]
stages:
  - stage: hearing
    name: Hearing
    threshold: more likely than not
    needs: every element
    elements:
      - {element: taken, wording: money was taken from a fund of the club}
      - {element: meant, wording: whoever took it meant to keep it}
"""


def club_case(folder: Path) -> None:
    """Make the case in `case`: documents, and what three people decided about them."""
    reader = load()
    with Case.create(folder / "case", name="The cup fund", by="ed") as made:
        (folder / "note.txt").write_text(STORY, "utf-8")
        told = intake.Told(outlet="The Log", published="2024-03-02", retrieved="2024-03-02")
        made.add([folder / "note.txt"], reader=HandReader(), told=told, by="ed")
        for name, outlet, day, retrieved, words, address in DOCUMENTS:
            path = folder / f"{name}.txt"
            path.write_text(words, "utf-8")
            title = words.partition("\n")[0] if name != "dropped" else None
            told = intake.Told(
                outlet=outlet, published=day, retrieved=retrieved, title=title, address=address
            )
            made.add([path], reader=reader, told=told, by="ed")
        (folder / "empty.pdf").write_bytes(b"%PDF-1.4 nothing")
        made.add([folder / "empty.pdf"], reader=reader, by="ed")
        _decided(made, folder)


def _decided(made: Case, folder: Path) -> None:
    """Decide something of each kind: what stands, what was taken back, and what people rate."""
    judging = made.judging()
    # Of those that say the same, the last.
    said = {row.content: row for row in made.statements()}.values()
    took = next(row for row in said if "that Tom Vane took the cup money" in row.content)
    never = next(row for row in said if "never missing" in row.content)
    judging.give(Verb.CONFIRM, [never.id], because="read against the print", by="ed")
    source = next(row for row in made.sources() if row.outlet == "The Mast")
    for grade in ("B", "C"):
        because = f"two corrections, so {grade}"
        judging.give(Verb.GRADE, [source.id], value=grade, because=because, by="ruth")
    judging.give(Verb.GRADE, [took.id], value="4", because="nobody else saw it", by="ruth")
    claim = next(line for line in made.claims().lines if "took the cup money" in line.wording)
    judging.give(Verb.GRADE, [claim.id], value="unlikely", because="the box was empty", by="ed")
    judging.give(
        Verb.REWORD, [claim.id], value="Tom Vane took the money of the cup fund",
        because="as it was first said", by="ruth",
    )  # fmt: skip
    passed = next(line for line in made.claims().lines if "passed 4,000" in line.wording)
    denied = next(row for row in made.statements() if row.content == "it")
    judging.give(
        Verb.PLACE, [passed.id, denied.id], value="denies", note="the money, not that they met",
        because="“it” is the passing", by="ruth",
    )  # fmt: skip
    supposed = [
        judging.give(Verb.SUPPOSE, value=words, because="it would fit the box", by="ed")
        for words in ("The money was never paid in", "Somebody else emptied the box")
    ]
    rated = zip(supposed, ("consistent", "inconsistent"), strict=True)
    for one, fit in rated:
        about = [hypothesis_of(one.id), never.id]
        made.judging().give(Verb.RATE, about, value=fit, because="he says so himself", by="ruth")
    likely = [hypothesis_of(supposed[0].id)]
    made.judging().give(Verb.GRADE, likely, value="likely", because="it fits", by="ruth")
    wrong = made.judging().give(Verb.REJECT, [took.id], because="misread", by="ruth")
    made.take_back(wrong.id, because="it was read rightly after all", by="ed")
    reply = next(row for row in made.replies() if row.asked.called == "the ministry")
    judging.give(Verb.GRADE, [reply.id], value="3", because="one paper has it", by="ruth")
    _entered(made)
    _tested(made, folder, never.id)
    for one in made.auditing().draw("statements", most=2, seed=1, by="ed"):
        made.auditing().judge(one, Verdict.RIGHT, by="ed", because="held against its words")


def _entered(made: Case) -> None:
    """Enter by hand a statement, a mention and a date."""
    room, source = made.entering(), "dropped.txt"
    chosen = Chosen(
        content=("the audit will be published",), voice=("The ministry",), cue=("said",),
        act=SpeechAct.PROMISES, commitment=Commitment.CERTAIN,
    )  # fmt: skip
    room.statement("dropped.txt", chosen, because="it was left out", by="ruth")
    whose = Whose(new="Nils Berg", kind=ActorKind.PERSON)
    room.mention(source, "The prosecutor", whose, because="his name is on the order", by="ruth")
    whose = Whose(actor="Nils Berg")
    room.mention("the-mast-later.txt", "prosecutors", whose, because="he was one", by="ruth")
    room.date(source, "18 April 2024", When.of("2024-04-18"), because="as printed", by="ruth")


def _tested(made: Case, folder: Path, statement: str) -> None:
    tests = made.tests()
    own = folder / "case" / "standards"
    own.mkdir(exist_ok=True)
    (own / "rule-7.yaml").write_text(_STANDARD, "utf-8")
    tests.apply("rule-7", to="the cup fund", because="the club asks it of itself", by="ruth")
    found = (
        ("taken", Met.MET, "2024-03-09"),
        ("taken", Met.NOT_MET, "2024-04-18"),
        ("meant", Met.MET, "2024-03-09"),
    )
    for element, met, day in found:
        made.tests().find(
            "rule-7", element, met, when=When.of(day), finder="the hearing", reason="as minuted",
            statement=statement if met is Met.NOT_MET else "", by="ed",
        )  # fmt: skip
