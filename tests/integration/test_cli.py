"""The command line as a user meets it: the whole path, its forms, its exit codes, its fairness."""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
from pathlib import Path

import pytest
from command_line import Run, carry_out

from once import Once

ARTICLE = """Harbour board drops case against pilot

By Ann Ferrow

The harbour board said on Tuesday that the charges against Ivo Marrin were dropped.

“There was no collision,” said Lena Oduya, the pilot's lawyer.

Mr Marrin denied that he had left the wheel. The ministry did not respond to a request for comment.
"""


def two_articles(folder: Path) -> None:
    (folder / "one.txt").write_text(ARTICLE)
    (folder / "two.txt").write_text(ARTICLE.replace("Tuesday", "Friday") + "\nA coda.\n")
    told = ("--case", "harbour", "--outlet", "The Pier", "--published", "2024-03-05")
    carry_out(
        folder,
        ("new", "harbour"),
        ("add", "one.txt", *told, "--retrieved", "2024-03-06"),
        ("add", "two.txt", *told, "--retrieved", "2024-04-02"),
    )


@pytest.fixture
def case(run: Run, tmp_path: Path, once: Once) -> Path:
    """A case with two articles, had in March and in April; commands are carried out in it."""
    del run  # it stands in the folder
    shutil.copytree(once(two_articles), tmp_path, dirs_exist_ok=True)
    os.chdir(tmp_path / "harbour")
    return tmp_path / "harbour"


def test_help_shows_every_command_and_each_command_an_example(run: Run) -> None:
    """`--help` lists the commands in the order of the work; each one's help ends in an example."""
    code, out, _ = run("--help")
    assert code == 0
    places = [out.index(f"\n  {command} ") for command in ("new", "add", "show", "log", "dossier")]
    assert places == sorted(places)
    for command in ("new", "add", "read", "sources", "statements", "actors", "timeline", "search",
                    "show", "log", "undo", "verify", "dossier", "demo"):  # fmt: skip
        code, out, _ = run(command, "--help")
        assert code == 0
        assert f"Example:  onrecord {command}" in out or "| onrecord read" in out


def test_the_sums_agree_and_adding_again_adds_nothing(run: Run, tmp_path: Path) -> None:
    """Given = read + refused + already there, with the reason for each refusal."""
    folder = tmp_path / "pile"
    folder.mkdir()
    (folder / "a.txt").write_text(ARTICLE)
    (folder / "b.txt").write_text("")
    (folder / "c.bin").write_bytes(bytes(range(256)))
    run("new", "case")
    code, out, _ = run("add", str(folder), "--case", "case")
    assert code == 1
    assert "3 given: 1 read, 2 refused, 0 already there." in out
    assert out.count("refused  ") == 2
    code, out, _ = run("add", str(folder), "--case", "case")
    assert (code, "3 given: 0 read, 0 refused, 3 already there." in out) == (0, True)


@pytest.mark.parametrize("command", [["sources"], ["statements"], ["actors"], ["timeline"],
                                     ["search", "collision"], ["log"]])  # fmt: skip
def test_rows_come_as_table_json_and_csv(run: Run, case: Path, command: list[str]) -> None:
    """The three forms hold the same number of rows, and JSON and CSV parse."""
    code, table, _ = run(*command)
    assert code == 0
    assert table.strip()
    assert all(len(line) <= 80 for line in table.splitlines() if "head " not in line)
    rows = json.loads(run(*command, "--format", "json")[1])
    lines = list(csv.DictReader(io.StringIO(run(*command, "--format", "csv")[1])))
    assert len(rows) == len(lines) > 0


def test_no_form_gives_words_without_whose_they_are(run: Run, case: Path) -> None:
    """Wherever a statement's words stand, the speaker and the source stand in the same row."""
    words = "no collision"
    for command in (["statements"], ["timeline"], ["search", words]):
        for row in csv.reader(io.StringIO(run(*command, "--format", "csv")[1])):
            if any(words in cell for cell in row):
                whole = " ".join(row)
                assert "Lena Oduya" in whole or "The Pier" in whole
        for row in json.loads(run(*command, "--format", "json")[1]):
            if words in json.dumps(row):
                assert "The Pier" in json.dumps(row)
    lines = run("statements")[1].splitlines()
    for number, line in enumerate(lines):
        if words in line:  # whose they are stands above, on a line or two
            assert "Lena Oduya" in " ".join(lines[max(0, number - 2) : number])


def test_as_of_and_known_turn_both_clocks_back(run: Run, case: Path) -> None:
    """A source had in April is not known in March; what was published in March is not so before."""
    everything = json.loads(run("sources", "--format", "json")[1])
    in_march = json.loads(run("sources", "--known", "2024-03", "--format", "json")[1])
    assert (len(everything), len(in_march)) == (2, 1)
    assert run("statements", "--as-of", "2024-02")[2].startswith("no statements as of then")
    assert len(json.loads(run("statements", "--as-of", "2024-03", "--format", "json")[1])) == len(
        json.loads(run("statements", "--format", "json")[1])
    )


def test_undo_takes_back_and_undoing_the_undo_puts_back(run: Run, case: Path) -> None:
    """The log keeps both."""
    before = run("statements", "--format", "json")[1]
    code, out, _ = run("undo", "--because", "a test")
    assert code == 0
    assert "is taken back" in out
    assert len(json.loads(run("sources", "--format", "json")[1])) == 1
    number = out.rsplit("onrecord undo ", 1)[1].split("'")[0]
    assert run("undo", number)[0] == 0
    assert run("statements", "--format", "json")[1] == before
    assert [row["verb"] for row in json.loads(run("log", "--format", "json")[1])] == [
        "new", "add", "add", "undo", "undo",
    ]  # fmt: skip


def test_show_leads_from_an_id_to_the_words_and_their_place(run: Run, case: Path) -> None:
    """A statement, its source, its actor and its text are shown by any beginning of their ids."""
    row = next(
        row
        for row in json.loads(run("statements", "--format", "json")[1])
        if "no collision" in row["content"]
    )
    code, out, _ = run("show", row["id"][:10])
    assert code == 0
    assert "Lena Oduya" in out
    assert "in the raw document" in out
    for other in ("source", "actor", "text"):
        code, out, _ = run("show", row[other])
        assert code == 0, other
        assert "collision" in out
    code, _, err = run("show", "sta_0000")
    assert (code, err.count("\n")) == (2, 1)


def test_verify_names_what_is_damaged_and_says_so_with_its_exit_code(run: Run, case: Path) -> None:
    """A sound case verifies; a changed source is named and gives exit code 3."""
    assert run("verify")[0] == 0
    blob = next(path for path in (case / "sources").rglob("*") if path.is_file())
    blob.write_bytes(b"something else")
    code, out, _ = run("verify")
    assert code == 3
    assert blob.name in out


def test_the_dossier_verifies_and_a_changed_page_does_not(run: Run, case: Path) -> None:
    """`verify FOLDER` checks a dossier against its hashes and spans."""
    assert run("dossier", "pages")[0] == 0
    assert run("verify", "pages")[0] == 0
    page = case / "pages" / "index.html"
    page.write_text(page.read_text().replace("said", "sang"))
    code, out, _ = run("verify", "pages")
    assert code == 3
    assert "index.html" in out


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["sources", "--case", "nowhere"], 2),
        (["add", "nothing.txt", "--case", "nowhere"], 2),
        (["statements", "--as-of", "31 February"], 2),
        (["nonsense"], 2),
        (["add"], 2),
        (["undo", "soon"], 2),
        (["read", "--reader", "nobody"], 2),
        (["verify", "no-such-folder"], 2),
    ],
)
def test_wrong_use_is_one_clear_line_and_exit_code_2(
    run: Run, case: Path, arguments: list[str], code: int
) -> None:
    """No traceback ever stands in front of a user."""
    got, _, err = run(*arguments)
    assert got == code
    assert "Traceback" not in err
    assert err.strip()


def test_a_case_of_a_newer_onrecord_is_left_alone(run: Run, case: Path) -> None:
    """Older software refuses a newer file politely, with the code for a case it cannot use."""
    import apsw

    with apsw.Connection("case.db") as connection:
        connection.execute("PRAGMA user_version=999").fetchall()
    code, _, err = run("sources")
    assert code == 3
    assert "newer onrecord" in err


@pytest.mark.parametrize("words", ["1 2 3", "Nothing was said.", "x"])
def test_a_text_in_which_nothing_is_said_is_kept_and_searched(
    run: Run, tmp_path: Path, words: str
) -> None:
    """No statement, no name, no date: a source all the same."""
    (tmp_path / "one.txt").write_text(words)
    run("new", "case")
    assert "1 given: 1 read" in run("add", "one.txt", "--case", "case")[1]
    assert run("verify", "--case", "case")[0] == 0
    assert run("verify", "--rebuild", "--case", "case")[0] == 0
    assert run("dossier", "pages", "--case", "case")[0] == 0
    assert run("verify", "pages")[0] == 0


def test_a_case_may_stand_among_its_documents(run: Run, tmp_path: Path) -> None:
    """`new` and `add .` in the folder of the documents: the case does not take in itself."""
    (tmp_path / "one.txt").write_text(ARTICLE)
    assert run("new")[0] == 0
    code, out, _ = run("add", ".")
    assert (code, "1 given: 1 read, 0 refused, 0 already there." in out) == (0, True)
    assert "1 given: 0 read, 0 refused, 1 already there." in run("add", ".")[1]


def test_told_in_a_table_dates_a_backlog(run: Run, tmp_path: Path) -> None:
    """Each file enters on the day the table tells; a bad date names its row."""
    (tmp_path / "one.txt").write_text(ARTICLE)
    (tmp_path / "told.csv").write_text("file,outlet,retrieved\none.txt,The Quay,2023-01-09\n")
    run("new", "case")
    assert run("add", "one.txt", "--told", "told.csv", "--case", "case")[0] == 0
    row = json.loads(run("sources", "--case", "case", "--format", "json")[1])[0]
    assert (row["known"], row["metadata"]["outlet"]["value"]) == ("2023-01-09", "The Quay")
    (tmp_path / "told.csv").write_text("file,retrieved\none.txt,the ides\n")
    code, _, err = run("add", "one.txt", "--told", "told.csv", "--case", "case")
    assert code == 2
    assert "row 1" in err


def test_completion_is_offered_for_three_shells(run: Run) -> None:
    """Each prints a script that names the command."""
    for shell in ("bash", "zsh", "fish"):
        code, out, _ = run("completion", shell)
        assert code == 0
        assert "onrecord" in out


def test_quantities_are_listed_with_whose_words_they_are_and_held_against_one(
    run: Run, tmp_path: Path
) -> None:
    """By actor and by item, as of both clocks, and with the reason for each comparison."""
    (tmp_path / "one.txt").write_text(
        "Ivo Marrin sent at least 34 reports to the embassy, Lena Oduya said on Monday.\n"
        "The harbour board paid £41m.\n"
    )
    assert run("new", "counted")[0] == 0
    told = ("--case", "counted", "--retrieved", "2024-03-06")
    assert run("add", "one.txt", *told)[0] == 0

    def rows(*more: str) -> list[dict[str, str]]:
        out = run("quantities", "--case", "counted", "--format", "csv", *more)[1]
        return list(csv.DictReader(io.StringIO(out)))

    reports, money = rows("--against", "more than 40 reports")
    assert (reports["bound"], reports["number"], reports["item"]) == ("at least", "34", "reports")
    assert reports["said of"] == "Ivo Marrin"
    assert reports["attributed words"].startswith("Lena Oduya (said; one.txt")
    assert (reports["against"], money["against"]) == ("agree", "not comparable")
    assert rows("--against", "12 reports", "--item", "report")[0]["against"] == "do not agree"
    assert [row["unit"] for row in rows("--item", "pounds")] == ["pound"]
    assert rows("--known", "2024-03-05") == []
    code, out, _ = run("actors", "--case", "counted", "--format", "json")
    marrin = next(row["id"] for row in json.loads(out) if row["name"] == "Ivo Marrin")
    assert [row["id"] for row in rows("--actor", marrin)] == [reports["id"]]
    code, _, err = run("quantities", "--case", "counted", "--against", "pears")
    assert code == 2
    assert err.count("\n") == 1
    assert "is not one quantity" in err


def test_questions_are_listed_with_who_asks_whom(run: Run, tmp_path: Path) -> None:
    """By actor, as of both clocks; a table says where the words name nobody."""
    (tmp_path / "one.txt").write_text(
        "Ivo Marrin urged the harbour board to publish the log by 12 May 2024.\n"
        "Lena Oduya called for an inquiry.\n"
    )
    assert run("new", "asked")[0] == 0
    assert run("add", "one.txt", "--case", "asked", "--retrieved", "2024-03-06")[0] == 0
    out = run("questions", "--case", "asked", "--format", "csv")[1]
    first, second = csv.DictReader(io.StringIO(out))
    assert (first["asked by"], first["asked"], first["due"]) == (
        "Ivo Marrin", "the harbour board", "2024-05-12",
    )  # fmt: skip
    assert (second["asked by"], second["asked"]) == ("Lena Oduya", "")
    assert "of whom is not said" in run("questions", "--case", "asked")[1]
    assert "nothing is asked" in run("questions", "--case", "asked", "--known", "2023")[2]
    actors = json.loads(run("actors", "--case", "asked", "--format", "json")[1])
    oduya = next(row["id"] for row in actors if row["name"] == "Lena Oduya")
    found = json.loads(run("questions", "--case", "asked", "--actor", oduya, "--format", "json")[1])
    assert [row["id"] for row in found] == [second["id"]]
