"""Drafts held against a small record: what is found, what is not, and in which form it is given."""

from __future__ import annotations

import io
import json
import re
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from pydantic import ValidationError
from pydantic_sarif.model import StaticAnalysisResultsFormatSarifVersion210JsonSchema as Sarif

from onrecord.check import all_codes
from onrecord.core.drafts import Checked, Severity
from onrecord.core.errors import Refused, WrongUse
from onrecord.show import annotated, as_json, as_sarif

NAMES = {code: one.name for code, one in all_codes().items()}
CLEAN = """Prosecutors alleged that Ida Morrow gave at least 31 sealed permits to Tom Pell.

“The gate was shut well before the last lorry came,” Judge Una Hale said.

'She answered every letter that the board sent,' Ruth Amis said.

The permits were kept in 14 locked drawers.
"""


Check = Callable[..., Checked]


def found(result: Checked) -> list[tuple[str, str]]:
    return [(one.code, result_words(result, one.at)) for one in result.findings]


def result_words(result: Checked, at: tuple[int, int]) -> str:
    return " ".join(result.characters[slice(*at)].split())


def test_a_draft_that_says_what_the_record_says_is_clean(check: Check) -> None:
    result = check(CLEAN)
    assert result.findings == ()
    assert len(result.sentences) == 4


@pytest.mark.parametrize(
    ("draft", "code", "words"),
    [
        (
            "“The gate was shut long before the last lorry came,” Judge Una Hale said.",
            "OR201",
            "The gate was shut long before the last lorry came",
        ),
        (
            "Ruth Amis said that “we gave him the permits”.",
            "OR202",
            "we gave him the permits",
        ),
        (
            "“She answered every letter that the board sent,” said Tom Pell.",
            "OR204",
            "She answered every letter that the board sent",
        ),
        (
            "“There were eleven boats in the bay that night,” said Ruth Amis.",
            "OR205",
            "There were eleven boats in the bay that night",
        ),
        (
            "“She answered every letter the board sent,” said Ruth Amis.",
            "OR202",
            "She answered every letter the board sent",
        ),
        ("The permits were kept in 24 locked drawers.", "OR401", "24 locked drawers"),
        ("The permits were kept in about 30 locked drawers.", "OR401", "about 30 locked drawers"),
        (
            "Prosecutors alleged that Ida Morrow gave 31 sealed permits to Tom Pell.",
            "OR402",
            "31 sealed permits",
        ),
        # A number of no named thing, in the same words.
        ("The figure of 60 was never tried in court.", "OR402", "60"),
        ("Ida Morrow, the harbour minister, said that she would appeal.", "OR301", ""),
        ("Ida Morrow was charged on 10 March 2023.", "OR403", "10 March 2023"),
        ("Ida Morrow is awaiting trial over the permits.", "OR601", "awaiting trial"),
        ("Ida Morrow was convicted of passing sealed permits.", "OR602", "convicted"),
        ("Clara Amis, her lawyer, said on Monday that it was late.", "OR303", "Clara Amis"),
        ("Una Amis, her lawyer, said on Monday that it was late.", "OR303", "Una Amis"),
        ("Ida Morow said on Monday that it was late.", "OR304", "Ida Morow"),
        ("Nell Vane-Harlo said on Monday that it was late.", "OR304", "Nell Vane-Harlo"),
        (
            "Prosecutors alleged that 31 or more sealed permits were given to Tom Pell.\n\nThe 20"
            " sealed permits were given to Tom Pell, prosecutors alleged.",
            "OR801",
            "20 sealed permits",
        ),
        ("Tom Pellew said so.\n\nPelew added that it was late.", "OR802", "Pelew"),
        (
            "Jan Oke was arrested on 7 March 2023.\n\nOke, who was arrested on 8 March 2023, said"
            " that it was late.",
            "OR803",
            "8 March 2023",
        ),
        (
            "Prosecutors charged Jan Oke with theft yesterday.\n\nOke was charged on 9 June 2023.",
            "OR803",
            "9 June 2023",
        ),
        (
            "Nell Voss resigned in March 2023.\n\nVoss resigned on 2 April 2023.",
            "OR803",
            "2 April 2023",
        ),
        (
            "Nell Voss died on 4 May 2022. She kept the tolls.\n\nShe died on 4 May 2021.",
            "OR803",
            "4 May 2021",
        ),
    ],
)
def test_what_differs_is_found_with_its_words(
    check: Check, draft: str, code: str, words: str
) -> None:
    result = check(draft)
    by_code = {one.code: one for one in result.findings}
    assert code in by_code, found(result)
    finding = by_code[code]
    assert words in result_words(result, finding.at)
    if code != "OR205" and not code.startswith("OR8"):
        assert finding.rests_on
    assert all(one.attributed() for one in finding.rests_on)


@pytest.mark.parametrize(
    "draft",
    [
        "“She answered every letter … the board sent,” said Ruth Amis.",
        "“She answered every letter,” said Ruth Amis.",
        "Ruth Amis said that Morrow had “answered every letter that the board sent”.",
        "The permits were kept in about 15 locked drawers.",
        "Nell Vane-Harlow, who was said to own it, was not at the hearing.",
    ],
)
def test_a_part_of_a_quotation_and_a_number_that_is_near_are_no_finding(
    check: Check, draft: str
) -> None:
    assert not {one.code for one in check(draft).findings} & {"OR202", "OR205", "OR304", "OR401"}


def test_two_reports_that_quote_otherwise_are_told_of_as_information(check: Check) -> None:
    """Neither is where it was said: whoever follows one of them has made no fault."""
    codes = {
        one.code: one.severity
        for one in check("“The tide took the ledger at dawn,” a clerk said.").findings
    }
    assert codes.get("OR202") is Severity.INFORMATION


def test_a_post_held_on_the_day_is_no_finding(check: Check) -> None:
    draft = "Ida Morrow, the harbour minister, said that she would appeal."
    assert "OR301" not in {one.code for one in check(draft, day="2023-04-30").findings}
    then = "Ida Morrow, then harbour minister, said that she would appeal."
    assert "OR301" not in {one.code for one in check(then).findings}


def test_two_days_of_a_step_are_told_of_with_the_line_and_the_day_of_the_first(
    check: Check,
) -> None:
    draft = "Jan Oke was arrested on 7 March 2023.\n\nOke was arrested on 8 March 2023."
    (finding,) = check(draft, select=["OR8"]).findings
    assert finding.says == "line 1 of the draft has another day for this arrest: 7 March 2023"
    assert finding.severity is Severity.WARNING


@pytest.mark.parametrize(
    ("first", "second"),
    [
        # One day told in two ways, or the same day less exactly.
        ("Jan Oke was arrested yesterday.", "Oke was arrested on 8 June 2023."),
        ("Jan Oke was arrested on Thursday.", "Oke was arrested on 8 June 2023."),
        ("Jan Oke was arrested in March 2023.", "Oke was arrested on 8 March 2023."),
        # Others, other things, other voices, another time.
        ("Jan Oke was arrested on 7 March 2023.", "Nell Voss was arrested on 8 March 2023."),
        ("Jan Oke was arrested on 7 March 2023.", "Nell Oke was arrested on 8 March 2023."),
        ("Jan Oke was arrested on 7 March 2023.", "Oke was charged on 8 March 2023."),
        (
            "Jan Oke was charged with theft on 7 March 2023.",
            "Oke was charged with perjury on 9 March 2023.",
        ),
        (
            "Jan Oke was arrested on 7 March 2023.",
            "Ruth Amis said that Oke was arrested on 8 March 2023.",
        ),
        ("Jan Oke was arrested on 7 March 2023.", "Oke was arrested again on 8 March 2023."),
        ("Jan Oke was arrested on 7 March 2023.", "Oke was not arrested on 8 March 2023."),
        ("Jan Oke was arrested on 7 March 2023.", "Oke was arrested on 12 May 2021."),
        ("Jan Oke was arrested on 7 March 2023.", "Oke was at a hearing on 8 March 2023."),
        ("A hearing of Jan Oke was on 7 March 2023.", "A hearing of Oke was on 8 March 2023."),
    ],
)
def test_days_that_can_both_be_right_are_no_finding(check: Check, first: str, second: str) -> None:
    for draft in (f"{first}\n\n{second}", f"{second}\n\n{first}"):
        assert "OR803" not in {one.code for one in check(draft).findings}


@pytest.mark.parametrize(
    "draft",
    [
        "Ida Morrow was charged on 9 March 2023.",
        "Ida Morrow was charged in March 2023.",
        "Ida Morrow had been awaiting trial when the case was dropped.",
        "Tom Pell is awaiting a boat.",
        "Ruth Amis said that Ida Morrow was never convicted.",
    ],
)
def test_what_the_record_has_of_steps_is_no_finding(check: Check, draft: str) -> None:
    assert not {one.code for one in check(draft).findings} & {"OR403", "OR601", "OR602"}


@pytest.mark.parametrize(
    ("draft", "sentences"),
    [
        ("The lorries went to a man called Contact B. Prosecutors believed that he had paid.", 2),
        ("The lorries went to a man called Contact B. He had paid for them.", 2),
        ("The lorries went to Annex C. “They were late,” Ruth Amis said.", 2),
        ("The lorries went to Jonas B. Prentice, who had paid for them.", 1),
        ("The lorries went to a man whom J. B. Prentice had paid for them.", 1),
    ],
)
def test_what_ends_with_such_a_letter_guards_nothing_before_it(
    check: Check, draft: str, sentences: int
) -> None:
    """The sentences are two, unless a name goes on after the letter."""
    assert len(check(draft).sentences) == sentences


def test_the_same_draft_gives_the_same_bytes(check: Check) -> None:
    draft = CLEAN.replace("at least 31", "30")
    one, other = check(draft), check(draft)
    assert as_json([one]) == as_json([other])
    assert annotated([one], NAMES) == annotated([other], NAMES)


def test_codes_are_selected_and_left_out(check: Check) -> None:
    draft = CLEAN.replace("at least 31", "31").replace("14 locked drawers", "24 locked drawers")
    assert {one.code for one in check(draft).findings} == {"OR401", "OR402"}
    assert {one.code for one in check(draft, ignore=["OR402"]).findings} == {"OR401"}
    assert check(draft, ignore=["or4"]).findings == ()
    assert check(draft, select=["OR2"]).findings == ()
    with pytest.raises(WrongUse, match="no code begins with OR99"):
        check(draft, select=["OR99"])


def test_what_is_accepted_beside_the_draft_is_no_longer_open(check: Check, tmp_path: Path) -> None:
    draft = CLEAN.replace("14 locked drawers", "24 locked drawers")
    (tmp_path / "story.txt.desk.toml").write_text(
        '[[accepted]]\ncode = "OR401"\nwords = "24 locked drawers"\n'
        'by = "Una"\nbecause = "she said so"\n',
        encoding="utf-8",
    )
    (finding,) = check(draft).findings
    assert finding.answered == "Una: she said so"
    assert check(draft).open == ()
    moved = check("Nothing else.\n\n" + draft)
    assert moved.open == ()
    (tmp_path / "story.txt.desk.toml").write_text("[[accepted]]\ncode = 1\n", encoding="utf-8")
    with pytest.raises(WrongUse, match="decision 1: has no 'code'"):
        check(draft)


def test_a_code_that_is_off_in_the_case_is_not_looked_for(check: Check, folder: Path) -> None:
    draft = CLEAN.replace("14 locked drawers", "24 locked drawers")
    settings = folder / "case" / "draft.toml"
    try:
        settings.write_text('[[off]]\ncode = "OR4"\nby = "Una"\nbecause = "no numbers"\n')
        result = check(draft)
        assert result.findings == ()
        assert "OR4 is off in this case (Una: no numbers)" in result.notes
        settings.write_text('[[off]]\ncode = "OR4"\nby = "Una"\n')
        with pytest.raises(WrongUse, match="off 1: has no 'because'"):
            check(draft)
        settings.write_text('[[off]]\ncode = "OR99"\nby = "Una"\nbecause = "x"\n')
        with pytest.raises(WrongUse, match="no code begins with OR99"):
            check(draft)
    finally:
        settings.unlink()
    assert {one.code for one in check(draft).findings} == {"OR401"}


def test_sarif_has_the_places_and_levels_of_the_findings(check: Check) -> None:
    result = check(CLEAN.replace("14 locked drawers", "24 locked drawers"))
    page = json.loads(as_sarif([result], NAMES))
    (run,) = page["runs"]
    (one,) = run["results"]
    region = one["locations"][0]["physicalLocation"]["region"]
    lines = result.characters.split("\n")
    assert one["ruleId"] == "OR401"
    assert one["level"] == "error"
    assert lines[region["startLine"] - 1][region["startColumn"] - 1 :].startswith(
        "24 locked drawers"
    )
    assert run["tool"]["driver"]["rules"][0]["id"] == "OR401"


def test_sarif_is_as_its_schema_has_it(check: Check, tmp_path: Path) -> None:
    """Held to types made of the schema of SARIF 2.1.0, which allow nothing else.

    What the schema cannot tell, the standard does (3.27.23): all results of a run have
    suppressions, or none has.
    """
    draft = CLEAN.replace("14 locked drawers", "24 locked drawers").replace("at least 31", "30")
    (tmp_path / "story.txt.desk.toml").write_text(
        '[[accepted]]\ncode = "OR401"\nwords = "24 locked drawers"\n'
        'by = "Una [Desk]"\nbecause = "she said so"\n',
        encoding="utf-8",
    )
    foreign = check("Le juge a dit [hier] que la porte était fermée.", name="b ü#.txt")
    page = as_sarif([check(draft), foreign], NAMES)
    (run,) = Sarif.model_validate_json(page).runs
    assert run.results is not None
    told = [(one.ruleId, [s.kind.value for s in one.suppressions or ()]) for one in run.results]
    assert told == [("OR401", []), ("OR401", ["external"])]
    assert all(one.suppressions is not None for one in run.results)
    Sarif.model_validate_json(as_sarif([], NAMES))
    for wrong in (
        page.replace('"startLine": 1', '"startLine": 0'),
        page.replace('"text"', '"txt"'),
    ):
        assert wrong != page
        with pytest.raises(ValidationError):
            Sarif.model_validate_json(wrong)


def test_the_annotated_page_shows_the_draft_whole_and_escaped(
    check: Check,
) -> None:
    draft = (
        CLEAN.replace("14 locked drawers", "24 locked drawers") + "\nA <b>bold</b> & open line.\n"
    )
    result = check(draft)
    page = annotated([result], NAMES)
    assert "<b>" not in page
    assert "&lt;b&gt;bold&lt;/b&gt; &amp; open" in page
    assert '<mark class="fault">24 locked drawers' in page
    assert "script" not in page.replace("default-src", "")
    by_source = page.partition("Source by source")[2]
    row = "(said; post.txt, 2023-04-04): “The permits were kept in 14 locked drawers”"
    assert f"<td>the Harbour Board {row}</td><td>4</td>" in by_source


def test_the_table_of_sources_has_sources_and_no_speakers(check: Check) -> None:
    """Whose quotation it is stands with its words; and a name is of a source where it stands."""
    draft = CLEAN.replace("well before", "long before").replace("Ruth Amis", "Ruth Amiss")
    result = check(draft)
    assert {one.code for one in result.findings} >= {"OR201", "OR304"}
    page = annotated([result], NAMES)
    heads = re.findall(r'<th scope="row"[^>]*>([^<]*)</th>', page.partition("Source by source")[2])
    assert heads
    assert set(heads) <= {
        "post.txt, 2023-04-04", "dropped.txt, 2023-06-06", "notice.txt, 2023-06-07",
        "later.txt, 2023-06-07",
    }  # fmt: skip
    assert "Judge Una Hale, post.txt, 2023-04-04, writes: “The gate was shut well before" in page


@pytest.mark.parametrize("words", ["", "\n\n"])
def test_an_empty_draft_is_refused_by_name(check: Check, words: str) -> None:
    with pytest.raises(Refused, match=r"story\.txt"):
        check(words)


@pytest.mark.parametrize(
    "words", ["word " * 40_000, "Ceci n’est pas un texte anglais.", "“a " * 900]
)
def test_odd_drafts_are_checked_without_a_fault_of_ours(check: Check, words: str) -> None:
    assert check(words).findings == ()


def test_every_code_has_a_page_with_an_example() -> None:
    for one in all_codes().values():
        assert one.page.startswith(f"# {one.code}: {one.name}\n")
        assert "The draft" in one.page
        assert "What to do" in one.page


def test_a_draft_in_another_language_says_so(check: Check) -> None:
    """Nothing is found, and that is not shown as if all were well."""
    draft = (
        "Le ministre a nié lundi avoir remis des documents à l’entreprise, et son avocate a dit que"
        " personne ne l’avait interrogé sur ce point au cours de l’enquête."
    )
    result = check(draft)
    assert result.findings == ()
    assert any("only English is read" in note for note in result.notes)
    assert not any("only English" in note for note in check(CLEAN).notes)


def test_scripts_of_a_page_are_no_words_of_the_draft(check: Check) -> None:
    result = check(
        "<html><head><script>var a = 'The permits were kept in 24 locked drawers.';</script></head>"
        "<body><article><p>The permits were kept in 14 locked drawers, and it was late when the"
        " boats came in.</p><script>document.write('Ida Morrow was convicted.')</script>"
        "</article></body></html>",
        name="story.html",
    )
    assert result.findings == ()
    assert "convicted" not in result.characters
    assert len(result.sentences) == 1


def test_the_time_grows_with_the_draft_and_not_faster(check: Check) -> None:
    """Of an eightfold draft no more than twelve times the work; its last sentence is looked at."""
    page = "The boats came in late, and nobody was on the quay to see them. " * 5 + "\n\n"

    def seconds(pages: int) -> float:
        begun = time.process_time()
        result = check(page * pages + "The permits were kept in 24 locked drawers.")
        assert [one.code for one in result.findings] == ["OR401"]
        return time.process_time() - begun

    seconds(4)
    assert seconds(160) < 12 * max(seconds(20), 0.05)


@pytest.mark.parametrize(
    ("draft", "code", "words"),
    [
        # One sentence of the quotation stands in the record, the other nowhere.
        (
            "“She answered every letter that the board sent. The clerk stole every lamp of the"
            " quay,” said Ruth Amis.",
            "OR205",
            "The clerk stole every lamp of the quay,",
        ),
        (
            "“She answered every letter that the board sent we never gave him the permits,” said"
            " Ruth Amis.",
            "OR203",
            "She answered every letter that the board sent we never gave him the permits",
        ),
        # Whoever is said to have said it: the words are not those of the record.
        (
            "“The gate was shut long before the last lorry came,” a pilot said.",
            "OR201",
            "The gate was shut long before the last lorry came",
        ),
    ],
)
def test_all_of_a_quotation_is_looked_at(check: Check, draft: str, code: str, words: str) -> None:
    assert (code, words) in found(check(draft))


def test_two_sentences_of_a_speaker_with_the_cue_left_out_are_no_finding(check: Check) -> None:
    draft = (
        "“She answered every letter that the board sent. We never gave him the permits,” Amis said."
    )
    assert found(check(draft, select=["OR2"])) == []


def test_whom_the_record_knows_is_a_person_however_little_a_sentence_tells(check: Check) -> None:
    """A name by itself may be read as that of a body, or as none."""
    assert ("OR601", "Ida Morrow is still charged.") in found(check("Ida Morrow is still charged."))
    assert ("OR303", "Flora Loomis") in found(check("Flora Loomis has not appealed."))


def test_a_post_told_as_over_is_no_finding(check: Check) -> None:
    for draft in (
        "Ida Morrow, harbour minister until last month, said that she would appeal.",
        "Ida Morrow, who was harbour minister from 2019 until May, wrote to them on 8 June 2023.",
    ):
        assert "OR301" not in {code for code, _ in found(check(draft))}


def test_a_draft_of_a_day_before_the_end_cannot_tell_of_it(check: Check) -> None:
    draft = "Ida Morrow is awaiting trial."
    assert [code for code, _ in found(check(draft, day="2023-06-04"))] == []
    assert [code for code, _ in found(check(draft, day="2023-06-05"))] == ["OR601"]


def test_the_entries_of_a_list_are_sentences_of_their_own(check: Check) -> None:
    draft = "- The boats came in late\n- The permits were kept in 24 locked drawers\n"
    result = check(draft, name="story.md")
    assert [row.words for row in result.sentences] == [
        "The boats came in late", "The permits were kept in 24 locked drawers"
    ]  # fmt: skip
    assert found(result) == [("OR401", "24 locked drawers")]


def test_a_letter_that_somebody_goes_by_may_end_a_sentence(check: Check) -> None:
    """After "Contact B." no surname is "The"; after "John B." there is one."""
    draft = "It was carried to Contact B. The permits were kept in 14 locked drawers."
    assert [row.words for row in check(draft).sentences] == [
        "It was carried to Contact B.", "The permits were kept in 14 locked drawers."
    ]  # fmt: skip
    assert len(check("It was carried to John B. Hale on the quay.").sentences) == 1


def test_the_words_that_stand_for_a_picture_are_looked_at_too(check: Check) -> None:
    """They are no words of a record's text, and of a draft's they are: it is printed with them."""
    result = check(
        "<html><body><article><h1>The quay at night</h1><p>It was late when the boats came in, and"
        " nobody was on the quay.</p><img src='a.png' alt='Tom Pell got the permits from Morrow'>"
        "<img alt=''></article></body></html>",
        name="story.html",
    )
    assert ("OR101", "Tom Pell got the permits from Morrow") in found(result)
    assert result.characters.count("Tom Pell") == 1


def test_what_stands_in_a_word_document_is_looked_at_wherever_it_stands(
    check: Check, tmp_path: Path
) -> None:
    """The title, a table and the words for a picture; a comment is no word of the draft."""
    import docx
    from docx.oxml.ns import qn
    from docx.oxml.parser import OxmlElement

    draft = docx.Document()
    draft.add_heading("Ida Morrow gave sealed permits to Tom Pell", 0)
    runs = draft.add_paragraph("It was late when the boats came in that night.").runs
    draft.add_comment(runs, text="Ida Morrow was convicted.", author="Una Hale")
    draft.add_table(1, 1).cell(0, 0).text = "The permits were kept in 24 locked drawers"
    drawing, anchor, told = (
        OxmlElement(name) for name in ("w:drawing", "wp:inline", "wp:docPr")
    )  # fmt: skip
    told.set("id", "7")
    told.set("descr", "That shipper was Piers Loomis")
    anchor.append(told)
    drawing.append(anchor)
    draft.add_paragraph().add_run()._r.append(drawing)
    assert draft.element.find(f".//{qn('wp:docPr')}") is not None
    buffer = io.BytesIO()
    draft.save(buffer)
    (tmp_path / "story.docx").write_bytes(buffer.getvalue())
    result = check(None, name="story.docx")
    assert found(result) == [
        ("OR101", "Ida Morrow gave sealed permits to Tom Pell"),
        ("OR401", "24 locked drawers"),
        ("OR102", "That shipper was Piers Loomis"),
    ]
