"""The wordings that the desk offers: whose they are, and whether they stand where they are put."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from onrecord.case import Case
from onrecord.check.fair import cited
from onrecord.core.drafts import Checked, Finding
from onrecord.intake import Told
from onrecord.reader import load

Check = Callable[..., Checked]
GAVE = (
    "Prosecutors alleged on 3 April 2023 that Ida Morrow gave at least 31 sealed permits to Tom"
    " Pell"
)


def one(result: Checked, code: str) -> Finding:
    (finding,) = (each for each in result.findings if each.code == code)
    return finding


def put(result: Checked, code: str) -> str:
    """Give the draft as it reads with the wording of a finding put in."""
    finding = one(result, code)
    assert finding.over is not None
    words, over = result.characters, finding.over
    before = words[: over.start] + (" " if over.start == over.end else "")
    return (before + finding.wording + words[over.end :]).strip()


@pytest.mark.parametrize(
    ("draft", "code", "reads"),
    [
        # "On Monday" was a day of the source's week, and is none of the draft's.
        (
            "Ida Morrow gave sealed permits to Tom Pell.",
            "OR101",
            f"{GAVE}. Ruth Amis denied it.",
        ),
        (
            "Aides had told the harbour master to burn the ledger.",
            "OR101",
            "A former clerk said that aides had told the harbour master to burn the ledger.",
        ),
        # Nobody is named for it: the words are the paper's, and are shown as its.
        (
            "That shipper was Piers Loomis.",
            "OR102",
            "“That shipper is understood to be Piers Loomis, who owns four boats” (notice.txt,"
            " 7 June 2023).",
        ),
        (
            "The charging notice said that a shipper carried the permits to the island.",
            "OR103",
            "The charging notice said that a shipper was suspected of having carried the permits to"
            " the island.",
        ),
        (
            "“The gate was shut long before the last lorry came,” Judge Una Hale said.",
            "OR201",
            "“The gate was shut well before the last lorry came,” Judge Una Hale said.",
        ),
        (
            "“She answered every letter the board sent,” said Ruth Amis.",
            "OR202",
            "“She answered every letter that the board sent,” said Ruth Amis.",
        ),
        (
            "“She answered every letter that the board sent,” said Tom Pell.",
            "OR204",
            "“She answered every letter that the board sent,” said Ruth Amis, the lawyer of Ida"
            " Morrow.",
        ),
        (
            "Ida Morrow, the harbour minister, said that she would appeal.",
            "OR301",
            "Ida Morrow, the former harbour minister, said that she would appeal.",
        ),
        (
            "The permits were kept in 24 locked drawers.",
            "OR401",
            "The permits were kept in 14 locked drawers.",
        ),
        (
            "Ida Morrow was charged on 10 March 2023.",
            "OR403",
            "Ida Morrow was charged on 9 March 2023.",
        ),
        # A relative date that the draft's own day has lost.
        ("Ida Morrow was charged on Tuesday.", "OR403", "Ida Morrow was charged on 9 March 2023."),
        ("Ida Morrow was charged yesterday.", "OR403", "Ida Morrow was charged on 9 March 2023."),
        (
            "Una Hale said that officers had told her what to write.",
            "OR501",
            "Una Hale said that officers had told her what to write. \"No officer told any witness"
            ' what to write," a police spokesman said.',
        ),
        (
            "The Ostrey Gazette has reported that the shipper is understood to be Piers Loomis.",
            "OR502",
            "The Ostrey Gazette has reported that the shipper is understood to be Piers Loomis."
            " Piers Loomis did not respond to a request for comment.",
        ),
        (
            "Vera Brandt did not respond to a request for comment.",
            "OR503",
            "Vera Brandt told the Island Echo that the ledger had been lost in June.",
        ),
        (
            "Tom Pell said that the safe had been opened in March by the night porter.",
            "OR701",
            "Ruth Amis said that the safe had been opened in March by the night porter.",
        ),
        (
            "Ida Morrow is awaiting trial over the permits.",
            "OR601",
            "“Prosecutors dropped the case against Ida Morrow on 5 June 2023, after Jan Oke, their"
            " only witness, had taken back his account” (dropped.txt, 6 June 2023).",
        ),
    ],
)  # fmt: skip
def test_a_fair_wording_reads_well_where_it_is_put(
    check: Check, draft: str, code: str, reads: str
) -> None:
    assert put(check(draft), code) == reads


def test_a_heading_keeps_its_marks_and_gets_no_full_stop(check: Check) -> None:
    """What marks a heading or an entry of a list is none of its words."""
    draft = "# Ida Morrow gave sealed permits to Tom Pell\n\nIt was late when the boats came in."
    result = check(draft, name="story.md")
    assert put(result, "OR101").splitlines()[0] == f"# {GAVE}; Ruth Amis denied it"
    entries = "- It was late when the boats came in.\n- Ida Morrow gave sealed permits to Tom Pell."
    result = check(entries, name="story.md")
    assert put(result, "OR101").splitlines()[1] == f"- {GAVE}. Ruth Amis denied it."


def test_a_sentence_that_tells_more_is_not_given_up_for_a_wording(check: Check) -> None:
    finding = one(check("Piers Loomis’s identification divided the island."), "OR102")
    assert finding.over is None
    assert "understood to be Piers Loomis" in finding.wording


TOLD = {
    "2023-03-01 Mole Herald": "“She sold the maps of the mole,” Colin Astor said of Greta Lunn.\n\n"
    "The pilots say that Lunn carried the maps of the mole to a rival firm.",
    "2023-03-02 Mole Herald": "Lunn's rejection of the charge came on Thursday. “I sold no maps of"
    " the mole,” she said.",
    "2023-03-03 Court of Ostrey": "MR BREEM: My client carried no maps to any firm.",
}


@pytest.fixture(scope="module")
def maps(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Checked]:
    """Hold words against a case whose sources tell things in other ways."""
    folder = tmp_path_factory.mktemp("maps")
    case = Case.create(folder / "case")
    for name, words in TOLD.items():
        day, _, outlet = name.partition(" ")
        (folder / f"{day}.txt").write_text(f"{words}\n", encoding="utf-8")
        told = Told(published=day, retrieved=day, outlet=outlet)
        case.add([folder / f"{day}.txt"], reader=load("trained"), told=told)

    def held(words: str) -> Checked:
        draft = Path(folder / "draft.txt")
        draft.write_text(words, encoding="utf-8")
        return case.desk(load("trained")).hold_file(draft)

    return held


def test_an_allegation_is_never_worded_as_a_fact(maps: Callable[[str], Checked]) -> None:
    """Whatever is offered names who says it, or the source whose words they are."""
    for draft, who in (
        ("Greta Lunn sold the maps of the mole.", ("Colin Astor", "Mole Herald")),
        ("Greta Lunn carried the maps of the mole to a rival firm.", ("pilots", "Mole Herald")),
    ):
        finding = one(maps(draft), "OR101")
        assert any(name in finding.wording for name in who), finding.wording


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("PORT OSTREY, June 5 (HNA) - Prosecutors dropped it.", "Prosecutors dropped it"),
        ("PORT OSTREY (HNA) — “It is over,” she said.", "‘It is over,’ she said"),
        ("HNA said on Monday - as ever - that it was late.", None),
        ("ONE MAN - two boats.", None),
    ],
)
def test_where_a_report_was_filed_is_none_of_its_words(words: str, told: str | None) -> None:
    shown = told or words.rstrip(".")
    assert cited(words, "Harbour Post, 2023-06-06") == f"“{shown}” (Harbour Post, 6 June 2023)."
