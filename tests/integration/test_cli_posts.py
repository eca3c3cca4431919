"""Tables of posts through the commands: taken in, asked as of both clocks, undone, verified."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import apsw
import pytest
from command_line import Run, command_line

from onrecord.case import Case
from onrecord.core.dates import When
from onrecord.core.identity import RowId, SourceId, anchored, mention_id, reading_id
from onrecord.core.spans import Span
from onrecord.core.vocabulary import Mention, ReaderName, Reading, Tenure, Text
from onrecord.intake import Told

PERSON, POST, BODY = (f"1f0e3dad-9990-4b3a-8d8c-00000000000{n}" for n in (1, 2, 3))
CSV = """name,post,body,start,end
Ida Morrow,Harbour Master,Port of Vallomar,2020-01-05,2022-03-01
Sam Pell,Harbour Master,Port of Vallomar,2022-03-01,
Ivo Marrin,Pilot,Port of Vallomar,2019-01-01,2023~
"""
FILES = {
    "harbour.csv": CSV,
    "appointment.csv": f"id,person_id,post_id,start_date,end_date\nx,{PERSON},{POST},2015-05-12,\n",
    "person.csv": "id,name,gender,start_date,end_date\n"
    f"{PERSON},Lena Oduya,F,,2020-01-01\n{PERSON},Lady Oduya,F,2020-01-01,\n",
    "post.csv": f"id,name,organisation_id\n{POST},Secretary of State for Sluices,{BODY}\n",
    "organisation.csv": f"id,name,short_name,start_date,end_date\n{BODY},Sluice Office,SO,,\n",
    "popolo.json": json.dumps({
        "persons": [{"id": "1", "name": "Ann Ferrow"}],
        "organizations": [{"id": "1", "name": "Locks Committee"}],
        "memberships": [{"person_id": "1", "organization_id": "1", "role": "Chair",
                         "start_date": "2018", "end_date": "2019-12-01"}]}),
    "ministers.xml": '<publicwhip><moffice name="Bo Vale" dept="Works" position="Minister of Locks"'
    ' fromdate="2010-05-11" todate="2012-09-04"/></publicwhip>',
    "executive.yaml": "- id:\n    govtrack: 7\n  name:\n    first: Dee\n    last: Hart\n  terms:\n"
    "  - type: prez\n    start: '1905-03-04'\n    end: '1909-03-04'\n",
    "congress.json": json.dumps([{"id": {"bioguide": "H000001"},
        "name": {"first": "Cal", "last": "Hart"},
        "terms": [{"type": "viceprez", "start": "1901-03-04", "end": "1905-03-04"}]}]),
}  # fmt: skip


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Carry out one command in a folder that holds a case and the files."""
    run = command_line(capfd, monkeypatch, tmp_path, columns=100, case="case")
    for name, words in FILES.items():
        Path(name).write_text(words)
    assert run("new", "case")[0] == 0
    return run


def add(
    run: Run, *names: str, published: str = "2024-06-01", retrieved: str = "2024-06-02"
) -> None:
    told = ("--published", published, "--retrieved", retrieved)
    code, out, err = run("add", *names, *told)
    assert code == 0, out + err


def rows(run: Run, *arguments: str) -> list[dict[str, Any]]:
    code, out, err = run(*arguments, "--format", "json")
    assert code == 0, err
    found: list[dict[str, Any]] = json.loads(out or "[]")
    return found


def answers(run: Run, *arguments: str) -> list[tuple[str, str]]:
    return [(row["name"], row["answer"]) for row in rows(run, *arguments)]


def test_each_format_answers_and_leads_to_its_row(run: Run) -> None:
    """CSV, the four files of ministers, Popolo, ParlParse's XML, congress-legislators."""
    add(run, *FILES)
    for post, day, name, words in (
        ("Harbour Master", "2021-05-05", "Ida Morrow", "Ida Morrow,Harbour Master"),
        ("Secretary of State for Sluices", "2016-01-01", "Lena Oduya", PERSON),
        ("sluices secretary", "2021-01-01", "Lady Oduya", POST),
        ("chair", "2019-06-01", "Ann Ferrow", '"role": "Chair"'),
        ("Minister of Locks", "2011-01-01", "Bo Vale", "<moffice"),
        ("Vice President of the United States", "1903-01-01", "Cal Hart", '"viceprez"'),
        ("president of the united states", "1906-01-01", "Dee Hart", "type: prez"),
    ):
        (row,) = rows(run, "who", post, "--on", day)
        assert (row["name"], row["answer"]) == (name, "yes")
        (tenure,) = row["rests_on"]
        with Case.open(Path("case")) as case:
            text = case.text(tenure["source"])
        assert words in text.characters[slice(*tenure["at"])]
        assert answers(run, "was", name, post, "--on", day) == [(name, "yes")]
        code, out, _ = run("show", tenure["id"])
        assert code == 0
        assert "characters" in out
    assert run("verify")[0] == 0
    listed = rows(run, "tenures")
    assert len(listed) == 8
    assert {row["body"] for row in listed} >= {"Sluice Office", "Locks Committee"}
    sources = {row["name"]: row["tenures"] for row in rows(run, "sources")}
    assert sources["harbour.csv"] == 3
    assert sources["person.csv"] == 0


def test_answers_are_yes_no_and_not_known_and_say_why(run: Run) -> None:
    """In words on a terminal, with the row and its line."""
    add(run, "harbour.csv")
    code, out, _ = run("was", "Sam Pell", "Harbour Master", "--on", "2021-01-01")
    assert code == 0
    assert "no " in out
    assert "2021-01-01 lies before it began" in out
    assert "harbour.csv, 2024-06-01, line 3: Sam Pell,Harbour Master" in " ".join(out.split())
    for actor, post, day, answer in (
        ("ida morrow", "the harbour master", "2022-02-28", "yes"),
        ("Ida Morrow", "Harbour Master", "2022-03-01", "not known"),
        ("Ivo Marrin", "Harbour Master", "2021-01-01", "no"),
        ("Ivo Marrin", "Pilot", "2023-08-01", "not known"),
        ("Ivo Marrin", "Pilot", "2021-08-01", "yes"),
        ("Sam Pell", "Harbour Master", "2024-06-01", "yes"),
        ("Sam Pell", "Harbour Master", "2024-06-02", "not known"),
        ("Lena Oduya", "Harbour Master", "2021-01-01", "not known"),
        ("Sam Pell", "Lighthouse Keeper", "2021-01-01", "not known"),
    ):
        (row,) = rows(run, "was", actor, post, "--on", day)
        assert (actor, post, day, row["answer"]) == (actor, post, day, answer)
        assert row["because"]


def test_what_is_not_on_record_says_so_and_offers_what_is_near(run: Run) -> None:
    """Nothing near is taken for what was asked."""
    add(run, "harbour.csv")
    code, out, err = run("who", "Harbour Mister", "--on", "2021-01-01")
    assert (code, out) == (0, "")
    assert "not known: no post on record is called “Harbour Mister”" in err
    assert "near to it: “harbour master” (likeness 0.93)" in err
    _, _, err = run("who", "Harbour Master", "--on", "1999-01-01")
    assert "vacant, renamed, or not recorded; after it: Ida Morrow" in err
    _, _, err = run("who", "Harbour Master", "--body", "Navy", "--on", "2021-01-01")
    assert "it is known in: Port of Vallomar" in err


def test_both_clocks_hold_for_posts(run: Run) -> None:
    """What a table that came later tells was not known before, nor what had not begun by then."""
    add(run, "harbour.csv")
    later = CSV.replace("2022-03-01,\n", "2022-03-01,2024-07-05\n") + "Bo Vale,Harbour Master," \
        "Port of Vallomar,2024-07-05,\n"  # fmt: skip
    Path("later.csv").write_text(later)
    add(run, "later.csv", published="2025-01-01", retrieved="2025-01-02")
    post = ("Harbour Master", "--on", "2024-08-01")
    assert answers(run, "who", *post) == [("Bo Vale", "yes")]
    assert answers(run, "who", *post, "--known", "2024-12-31") == [("Sam Pell", "not known")]
    assert answers(run, "was", "Sam Pell", *post) == [("Sam Pell", "no")]
    assert len(rows(run, "tenures")) == 7
    assert {row["post"] for row in rows(run, "tenures", "--as-of", "2019-06-01")} == {"Pilot"}
    assert rows(run, "tenures", "--known", "2024-06-01") == []


def test_undo_takes_a_table_back_and_names_fall_back_to_keys(run: Run) -> None:
    """What rests on a table that was taken back goes with it, and only that."""
    add(run, "appointment.csv", "post.csv", "organisation.csv")
    add(run, "person.csv")
    asked = ("sluices secretary", "--on", "2016-01-01")
    assert answers(run, "who", *asked) == [("Lena Oduya", "yes")]
    assert run("undo")[0] == 0
    assert answers(run, "who", *asked) == [(PERSON, "yes")]
    assert run("verify")[0] == 0
    assert run("undo")[0] == 0
    assert rows(run, "tenures") == []
    assert run("add", "person.csv")[0] == 0
    assert run("verify", "--rebuild")[0] == 0


def test_lists_can_be_narrowed(run: Run) -> None:
    """By actor, post, body and source."""
    add(run, *FILES)
    (source,) = {row["source"] for row in rows(run, "tenures", "--actor", "Sam Pell")}
    assert len(rows(run, "tenures", "--source", source)) == 3
    assert len(rows(run, "tenures", "--post", "Harbour Master", "--actor", "Ida Morrow")) == 1
    assert len(rows(run, "tenures", "--body", "Vallomar")) == 3
    code, out, _ = run("tenures", "--post", "chair", "--format", "csv")
    assert code == 0
    assert "Ann Ferrow,Chair,Locks Committee,2018/2019-12-01" in out


def test_a_file_of_rows_that_is_no_table_of_posts_is_refused_in_one_line(run: Run) -> None:
    """And so is any with --posts; what is no row at all stays what it is."""
    Path("depths.csv").write_text("place,depth\nVallomar,12\n")
    Path("odd.json").write_text('{"a": 1}')
    Path("feed.xml").write_text("<feed><entry/></feed>")
    code, out, _ = run("add", "depths.csv", "odd.json", "feed.xml")
    assert code == 1
    assert out.count("refused  ") == 3
    assert out.count("not a table of posts; give Popolo or ParlParse JSON") == 2
    assert "3 given: 0 read, 3 refused" in out


def test_posts_are_told_by_content_whatever_the_name(run: Run) -> None:
    """--posts says that all are tables; without it a .txt is prose."""
    Path("table.txt").write_text(CSV)
    Path("popolo").write_text(FILES["popolo.json"])
    code, out, err = run("add", "--posts", "table.txt", "popolo")
    assert code == 0, out + err
    assert len(rows(run, "tenures")) == 4


def test_a_note_tells_of_a_date_that_is_none(run: Run) -> None:
    """The row is kept, the date is not known."""
    Path("bad.csv").write_text("name,post,start,end\nIda Morrow,Pilot,2021-02-31,2022-01-01\n")
    code, _, err = run("add", "bad.csv")
    assert code == 0
    assert "cannot read '2021-02-31' as a date" in err
    assert answers(run, "who", "Pilot", "--on", "2021-06-01") == [("Ida Morrow", "not known")]


@pytest.mark.parametrize("day", ["2021", "2021-05", "2021-05-05?", "soon", "2021-02-30"])
def test_a_question_takes_one_day(run: Run, day: str) -> None:
    """Wrong use, in one line."""
    code, _, err = run("who", "Pilot", "--on", day)
    assert code == 2
    assert err.count("\n") == 1


def test_a_row_that_was_altered_is_found(run: Run) -> None:
    """The views of tenures and labels are held against the record like all others."""
    add(run, *FILES)
    with apsw.Connection("case/case.db") as connection:
        connection.execute("UPDATE tenure SET post = 'Pirate' WHERE post = 'Pilot'")
        connection.execute("UPDATE label SET name = 'Nobody'")
    connection.close()
    code, out, _ = run("verify")
    assert code == 3
    assert "view tenure" in out
    assert "view label" in out
    assert run("verify", "--rebuild")[0] == 0


def test_tables_stand_beside_articles_and_do_not_speak(run: Run) -> None:
    """No statements, no copies of one another; the dossier shows the rows as they are."""
    Path("one.txt").write_text("Harbour news\n\n“The gate is shut,” Ida Morrow said on Tuesday.\n")
    add(run, "one.txt", "harbour.csv", "popolo.json")
    assert {row["source"] for row in rows(run, "statements")} == {
        row["id"] for row in rows(run, "sources") if row["name"] == "one.txt"
    }
    with Case.open(Path("case")) as case:
        assert all(
            case.text(SourceId(source)).is_rows is False
            for origin in case.origins()
            for source in origin.sources
        )
    assert run("dossier", "pages")[0] == 0
    assert run("verify", "pages")[0] == 0
    code, out, _ = run("search", "Pell")
    assert code == 0
    assert "Sam Pell,Harbour Master" in " ".join(out.split())


class OfficeReader:
    """Reads one sentence: who is called the harbour master on the day of the article."""

    name = ReaderName(name="offices", version="1", digest="offices")

    def read(self, text: Text, told_on: When | None) -> Reading:
        at = Span(0, len("Ida Morrow"))
        again = Span(text.characters.rindex("Morrow"), text.characters.index(", harbour"))
        first = Mention(id=mention_id(text.id, at), at=at, name="Ida Morrow")
        holder = Mention(id=mention_id(text.id, again), at=again, name="Morrow", same_as=first.id)
        post = Span(text.characters.index("harbour master"), text.characters.index(", said"))
        return Reading(
            id=reading_id(text.id, "", "offices"),
            text=text.id,
            reader=self.name,
            told_on=None,
            mentions=(first, holder),
            tenures=(
                Tenure(
                    id=RowId(anchored("ten", text.id, [post])),
                    holder=holder.id,
                    post="harbour master",
                    body="",
                    held=None,
                    cited=(told_on,) if told_on else (),
                    at=(post,),
                ),
            ),
        )


def test_texts_and_tables_answer_together(run: Run) -> None:
    """A text attests its day; with a table that agrees it is one answer, else it is not known."""
    Path("one.txt").write_text("Ida Morrow came.\n\nMorrow, harbour master, said so.\n")
    with Case.open(Path("case")) as case:
        case.add([Path("one.txt")], reader=OfficeReader(), told=Told(published="2022-06-01"))
        (actor,) = case.actors()
    asked = (actor.id, "Harbour Master", "--on", "2022-06-01")
    assert answers(run, "was", *asked) == [("Ida Morrow", "yes")]
    assert answers(run, "who", *asked[1:]) == [("Ida Morrow", "yes")]
    assert answers(run, "was", "Ida Morrow", *asked[1:]) == [("Ida Morrow", "yes")]
    assert answers(run, "was", *asked[:3], "2022-06-02") == [("Ida Morrow", "not known")]
    add(run, "harbour.csv")
    (row,) = rows(run, "was", *asked)
    assert (row["answer"], row["because"][-1]) == ("not known", "the sources disagree")
    assert [one["source_label"] for one in row["rests_on"]] == [
        "one.txt, 2022-06-01", "harbour.csv, 2024-06-01"
    ]  # fmt: skip
    assert row["rests_on"][0]["actor"] == actor.id
    assert run("verify")[0] == 0


def test_reading_without_a_case_refuses_a_table_and_says_where_it_belongs(run: Run) -> None:
    """A reading is of prose."""
    code, out, err = run("read", "harbour.csv")
    assert code == 1
    assert "'onrecord add' takes a table of posts into a case" in out + err
