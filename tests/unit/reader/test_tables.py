"""Tables of posts: each format by its content, each tenure at its row, nothing put in for a gap."""

from __future__ import annotations

import csv
import io
import json
import time
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.core.errors import Refused
from onrecord.core.fitting import misfits
from onrecord.core.identity import text_id
from onrecord.core.spans import Span
from onrecord.core.vocabulary import Block, BlockKind, Labelled, Reading, Text
from onrecord.reader import TableReader

CSV = """name,post,body,start,end
Ida Morrow,Harbour Master,Port of Vallomar,2020-01-05,2022-03-01
"Pell, Sam",Harbour Master,Port of Vallomar,2022-03-01,
"""


def text_of(characters: str) -> Text:
    whole = Span(0, len(characters)).trimmed(characters)
    blocks = (Block(BlockKind.TABLE, whole),) if characters.strip() else ()
    return Text(id=text_id(characters), characters=characters, blocks=blocks)


def read(characters: str) -> Reading:
    """Read a table, and hold that every row stands on words of it."""
    text = text_of(characters)
    reading = TableReader().read(text, None)
    assert not list(misfits(reading, text))
    return reading


def rows(characters: str) -> list[tuple[str, str, str, str]]:
    return [
        (t.name or t.person, t.post or t.office, t.body or t.organisation, str(t.held))
        for t in read(characters).tenures
    ]


def test_plain_csv_gives_a_tenure_a_row_and_the_row_is_its_words() -> None:
    """Name, post, body and interval; no end was open when the table was made."""
    assert rows(CSV) == [
        ("Ida Morrow", "Harbour Master", "Port of Vallomar", "2020-01-05/2022-03-01"),
        ("Pell, Sam", "Harbour Master", "Port of Vallomar", "2022-03-01/.."),
    ]
    tenures = read(CSV).tenures
    assert [t.at[0].of(CSV) for t in tenures] == CSV.strip().splitlines()[1:]
    assert all(t.listed for t in tenures)


@pytest.mark.parametrize(
    "characters",
    [
        CSV.replace("name,post,body,start,end", "Minister_Name,role,department,start_date,To"),
        CSV.replace("\n", "\r\n"),
        "\ufeff" + CSV,
        CSV.replace('"Pell, Sam"', "Sam Pell").replace(",", "\t"),
        CSV.replace('"Pell, Sam"', "Sam Pell").replace(",", ";"),
    ],
)
def test_headings_and_delimiters_differ_and_the_table_is_the_same(characters: str) -> None:
    """Tabs, semicolons, line ends, a byte order mark, other words for the columns."""
    assert [row[1:] for row in rows(characters)] == [row[1:] for row in rows(CSV)]


def test_dates_may_be_as_vague_as_edtf_and_attested_days_stand_apart() -> None:
    """A cell may hold any single date of EDTF; attested days are no interval."""
    found = read(
        "name,post,start,end,cited\nA Vale,Pilot,2020~,2021-05?,\n"
        "B Vale,Pilot,,,2021-05-04; 2021-06\nC Vale,Pilot,1990-05-01T00:00:00,9999-12-31,\n"
    ).tenures
    assert [str(t.held) for t in found] == ["2020~/2021-05?", "None", "1990-05-01/.."]
    assert [[str(one) for one in t.cited] for t in found] == [[], ["2021-05-04", "2021-06"], []]


@pytest.mark.parametrize(
    ("start", "end", "held"),
    [
        ("2021-02-31", "2022", "/2022"),
        ("2021-13", "", "None"),
        ("2021", "soon", "2021/"),
        ("2021", "1" * 100_000, "2021/"),
        ("2022-01-01", "2021-01-01", "None"),
        ("2020/2021", "2022", "/2022"),
        ("", "", "None"),
    ],
)
def test_a_date_that_is_none_leaves_its_end_not_known_with_a_note(
    start: str, end: str, held: str
) -> None:
    """Nothing is put in its place, and whoever waits is told where."""
    reading = read(f"name,post,start,end\nIda Morrow,Pilot,{start},{end}\n")
    assert [str(t.held) for t in reading.tenures] == [held]
    assert bool(reading.notes) is bool(start)
    assert all(len(note) < 200 for note in reading.notes)


def test_many_bad_rows_give_few_notes_and_their_number() -> None:
    """Nobody reads a thousand lines of the same."""
    bad = "name,post,start,end\n" + "Ida Morrow,Pilot,never,\n" * 1000
    assert len(read(bad).notes) == 6
    assert read(bad).notes[-1] == "and 995 more rows like these"


POPOLO = {
    "persons": [
        {"id": "p1", "name": "Ida Morrow", "other_names": [
            {"name": "Ida Vale", "end_date": "2019-06-01"}]},
        {"id": "uk.org.publicwhip/person/7", "other_names": [
            {"note": "Main", "given_name": "Sam", "family_name": "Pell", "end_date": "2021-01-01"},
            {"note": "Main", "honorific_prefix": "Lord", "lordname": "Pell",
             "lordofname": "Vallomar", "start_date": "2021-01-01"}]},
    ],
    "organizations": [{"id": "works", "name": "Ministry of Works"}],
    "posts": [{"id": "keeper", "label": "Keeper of Locks", "organization_id": "works"}],
    "memberships": [
        {"person_id": "p1", "post_id": "keeper", "start_date": "2020-01", "end_date": "2021"},
        {"person_id": "uk.org.publicwhip/person/7", "organization_id": "works", "role": "Chair",
         "start_date": "2019-01-01"},
        {"person_id": "p1", "organization_id": "works", "start_date": "2018-01-01"},
        {"id": "gone", "redirect": "elsewhere"},
    ],
}  # fmt: skip


@pytest.mark.parametrize("indent", [None, 1])
def test_popolo_and_parlparse_json_give_memberships_and_what_their_keys_are_called(
    indent: int | None,
) -> None:
    """Keys that mean the same everywhere stay as they are; others are kept to their file."""
    characters = json.dumps(POPOLO, indent=indent)
    reading = read(characters)
    local = f"{reading.text}:"
    assert [(t.person, t.office, t.post, t.organisation, str(t.held)) for t in reading.tenures] == [
        (f"{local}p1", f"{local}keeper", "", "", "2020-01/2021"),
        ("uk.org.publicwhip/person/7", "", "Chair", f"{local}works", "2019-01-01/.."),
        (f"{local}p1", "", "Member", f"{local}works", "2018-01-01/.."),
    ]
    assert [json.loads(t.at[0].of(characters)) for t in reading.tenures] == [
        one for one in POPOLO["memberships"] if "person_id" in one
    ]
    people = [(x.name, str(x.borne)) for x in reading.labels if x.kind is Labelled.PERSON]
    assert people == [
        ("Ida Morrow", "2019-06-01/.."), ("Ida Vale", "../2019-06-01"),
        ("Sam Pell", "../2021-01-01"), ("Lord Pell of Vallomar", "2021-01-01/.."),
    ]  # fmt: skip
    assert [(x.name, x.of) for x in reading.labels if x.kind is Labelled.POST] == [
        ("Keeper of Locks", f"{local}works")
    ]


def test_popolo_memberships_may_stand_inside_their_persons() -> None:
    """Each still has a place of its own."""
    inner = {"role": "Pilot", "organization": {"name": "Port of Vallomar"}, "start_date": "2020"}
    characters = json.dumps(
        {"persons": [{"id": "p", "name": "Ida Morrow", "memberships": [inner]}]}
    )
    (tenure,) = read(characters).tenures
    assert json.loads(tenure.at[0].of(characters)) == inner
    assert (tenure.post, tenure.body) == ("Pilot", "Port of Vallomar")


def test_a_list_of_memberships_is_a_table_and_each_may_have_several_holders() -> None:
    """Some are of nobody: those give no tenure."""
    characters = json.dumps(
        [
            {"person_id": ["a/1", "a/2"], "organization_id": "works", "role": "Minister"},
            {"person_id": [], "organization_id": "works", "role": "Minister"},
            {"person_id": "a/3", "organization_id": "works", "role": "Peer",
             "start_date": "1992", "name": {"honorific_prefix": "Lady", "lordname": "Vale"}},
        ]
    )  # fmt: skip
    reading = read(characters)
    assert [(t.person, t.post) for t in reading.tenures] == [
        ("a/1", "Minister"), ("a/2", "Minister"), ("a/3", "Peer")
    ]  # fmt: skip
    assert len({t.id for t in reading.tenures}) == 3
    assert [(x.key, x.name, str(x.borne)) for x in reading.labels] == [
        ("a/3", "Lady Vale", "1992/..")
    ]


def test_parlparse_ministers_in_xml_give_their_tags() -> None:
    """The year 9999 is how that file says that an office is still held."""
    tag = (
        '<moffice id="m/1" name="Ida O&apos;Dell" dept="Works &amp; Locks" position="Minister"'
        ' responsibility=\'Sluices\' fromdate="2010-05-11" todate="9999-12-31"/>'
    )
    characters = f"<publicwhip>\n{tag}\n</publicwhip>"
    assert rows(characters) == [
        ("Ida O'Dell", "Minister (Sluices)", "Works & Locks", "2010-05-11/..")
    ]
    assert read(characters).tenures[0].at[0].of(characters) == tag


def test_the_four_files_of_ministers_are_told_apart() -> None:
    """Appointments give tenures; persons, posts and organisations give names to keys."""
    one, two = "1f0e3dad-9990-4b3a-8d8c-000000000001", "1f0e3dad-9990-4b3a-8d8c-000000000002"
    appointment = f"id,person_id,post_id,start_date,end_date\nx,{one},{two},2020-01-05,NULL\n"
    (tenure,) = read(appointment).tenures
    assert (tenure.person, tenure.office, str(tenure.held)) == (one, two, "2020-01-05/..")
    person = (
        f"id,id_parliament,name,gender,start_date,end_date\n{one},5.0,Lady Vale,F,2001-05-01,\n"
    )
    post = f"id,name,organisation_id,rank_equivalence\n{one},Minister for Locks,{two},MoS\n"
    body = f"id,name,short_name,start_date,end_date\n{two},Ministry of Works,MW,1990-01-01,NULL\n"
    labels = [read(table).labels[0] for table in (person, post, body)]
    assert [(x.kind, x.key, x.name, x.of) for x in labels] == [
        (Labelled.PERSON, one, "Lady Vale", ""),
        (Labelled.POST, one, "Minister for Locks", two),
        (Labelled.BODY, two, "Ministry of Works", ""),
    ]
    assert str(labels[0].borne) == "2001-05-01/.."


def test_legislators_give_a_tenure_a_term() -> None:
    """Each term has its own place; a seat is part of the post."""
    person = {
        "id": {"bioguide": "M000001", "govtrack": 1},
        "name": {"first": "Ida", "last": "Morrow", "suffix": "Jr."},
        "terms": [
            {"type": "rep", "start": "2001-01-03", "end": "2003-01-03", "state": "VA",
             "district": 2},
            {"type": "prez", "start": "2009-01-20", "end": "2013-01-20"},
        ],
    }  # fmt: skip
    characters = json.dumps([person], indent=1)
    assert rows(characters) == [
        ("Ida Morrow Jr.", "Representative for VA 2", "United States House of Representatives",
         "2001-01-03/2003-01-03"),
        ("Ida Morrow Jr.", "President of the United States", "", "2009-01-20/2013-01-20"),
    ]  # fmt: skip
    found = read(characters)
    assert [json.loads(t.at[0].of(characters)) for t in found.tenures] == person["terms"]
    assert {t.person for t in found.tenures} == {"bioguide:M000001"}


YAML = """- id:
    bioguide: M000001
  name: {first: Zoë, last: Morrow}
  other_names:
  - last: Vale
    end: '2001-01-01'
  terms:
  - type: viceprez
    start: '2001-01-20'
    end: 2005-01-20
  - type: prez   # after an election
    start: '2005-01-20'
    how: election
- id: {govtrack: 2}
  name:
    first: Sam
    last: Pell
  terms: []
"""


def test_legislators_in_yaml_give_the_same_and_each_term_its_lines() -> None:
    """Places count characters, whatever their bytes."""
    found = read(YAML)
    assert [(t.name, t.post, str(t.held), t.person) for t in found.tenures] == [
        ("Zoë Morrow", "Vice President of the United States", "2001-01-20/2005-01-20",
         "bioguide:M000001"),
        ("Zoë Morrow", "President of the United States", "2005-01-20/..", "bioguide:M000001"),
    ]  # fmt: skip
    words = [t.at[0].of(YAML) for t in found.tenures]
    assert words[0].startswith("type: viceprez")
    assert words[0].endswith("end: 2005-01-20")
    assert words[1].endswith("how: election")
    assert [(x.name, str(x.borne)) for x in found.labels] == [
        ("Zoë Morrow", "None"), ("Zoë Vale", "../2001-01-01"), ("Sam Pell", "None")
    ]  # fmt: skip


@pytest.mark.parametrize(
    "characters",
    [
        "",
        "- a\n- b: 1\n",
        "just some words about a harbour",
        "place,depth\nVallomar,12\n",
        "name,post\nIda Morrow,Pilot\n",
        "name,post,start,end\n",
        '{"a": 1}',
        "[1, 2, 3]",
        '{"memberships": []}',
        '{"persons": [{"id": 1}',
        '{"persons": [{"id": 1},]}',
        '{"persons": [] "memberships": []}',
        "[]]",
        "{1: 2}",
        "<feed><entry/></feed>",
    ],
)
def test_what_is_none_of_the_formats_is_refused_in_one_line(characters: str) -> None:
    """The line says what was expected, or where it broke."""
    with pytest.raises(Refused) as refused:
        TableReader().read(text_of(characters), None)
    assert "\n" not in str(refused.value)
    assert "table of posts" in str(refused.value) or "not JSON" in str(refused.value)


@pytest.mark.parametrize(
    "characters", ["- a\n b: c: d\n", "- &a 1\n- *a\n", "- \t- x: [", "- " + "- " * 50 + "x"]
)
def test_yaml_that_is_none_or_has_anchors_is_refused(characters: str) -> None:
    """In one line too."""
    with pytest.raises(Refused) as refused:
        TableReader().read(text_of(characters), None)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(
    "characters",
    [
        "[" * 200_000,
        '{"persons":' + '{"a":' * 100_000,
        '{"persons": [' + "1" * 100_000 + "]}",
        "name,post,start\n" + '"' * 300_001,
        "name,post,start\n" + "," * 1_000_000,
        "<moffice " + 'a="' * 300_000,
        "<moffice " * 100_000,
        "<moffice " + "a = " * 200_000 + ">",
        "[" + "{}," * 300_000 + "{}]",
        "\n" * 1_000_000,
        "- " * 100_000,
        "- " + "[" * 200_000,
        "- " + "{a: " * 100_000,
        "- &a [1]\n" + "- *a\n" * 200_000,
        "- a: b\n" * 50_000,
        "- '" + "a" * 1_000_000,
        "- " + "a: " * 100_000,
        "- ? " * 50_000,
    ],
    ids=lambda characters: characters[:12],
)
def test_hostile_tables_end_soon(characters: str) -> None:
    """Refused or read, in time that grows with the length."""
    begun = time.process_time()
    with suppress(Refused):
        TableReader().read(text_of(characters), None)
    assert time.process_time() - begun < 5


@given(st.lists(st.tuples(*[st.text(max_size=12)] * 3, st.dates(), st.dates()), min_size=1))
def test_what_csv_can_hold_comes_back_at_its_place(
    cells: list[tuple[str, str, str, object, object]],
) -> None:
    """Whatever stands in a cell, quotation marks and line breaks too, its row leads to it."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(["name", "post", "body", "start", "end"])
    writer.writerows(cells)
    found = read(out.getvalue())
    names = [" ".join(row[0].split()) for row in cells]
    assert [t.name for t in found.tenures] == names
    for tenure, row in zip(found.tenures, cells, strict=True):
        (again,) = csv.reader(io.StringIO(tenure.at[0].of(out.getvalue()), newline=""))
        assert again[3:] == [str(row[3]), str(row[4])]


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(max_size=8),
                    lambda inner: st.lists(inner, max_size=3)
                    | st.dictionaries(st.sampled_from(["id", "name", "persons", "memberships",
                                                       "terms", "person_id", "start_date",
                                                       "other_names", "post"]), inner, max_size=4),
                    max_leaves=15))  # fmt: skip
def test_any_json_is_read_or_refused(value: object) -> None:
    """No shape of the right keys with wrong values ends in anything but a reading or a refusal."""
    with suppress(Refused):
        read(json.dumps(value))


def test_the_same_table_gives_the_same_reading() -> None:
    """Ids come from the text and the places in it."""
    assert read(CSV) == read(CSV)
    assert len({t.id for t in read(CSV).tenures}) == 2
