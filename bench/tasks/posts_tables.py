"""Writes the benchmark's lists of posts in formats that the program imports.

Nothing is added and nothing is decided here: each list goes row by row into the form that its
makers publish, or that comes nearest to it.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Sequence
from pathlib import Path

from bench.rows import Row, rows


def write_tables(lists: Path, folder: Path) -> None:
    """Write every list that is there as files of its own into a folder."""
    for name, write in (
        ("uk_ministers.jsonl.gz", _ministers),
        ("uk_offices_parlparse_to_2020.jsonl.gz", _offices),
        ("us_federal.jsonl.gz", _federal),
    ):
        if (lists / name).exists():
            write(list(rows(lists / name)), folder)


def _ministers(given: Sequence[Row], folder: Path) -> None:
    """Write the four files of the Institute for Government's database."""
    people = {(r["person"], n["name"], n["from"], n["to"]): None for r in given for n in r["names"]}
    posts = {(r["post_id"], r["post"], r["organisation"]): None for r in given}
    bodies = dict.fromkeys((r["organisation"], r["organisation_short"]) for r in given)
    _table(
        folder / "appointment.csv",
        ("id", "person_id", "post_id", "start_date", "end_date"),
        ((r["id"], r["person"], r["post_id"], r["start"], r["end"]) for r in given),
    )
    _table(
        folder / "person.csv",
        ("id", "name", "display_name", "start_date", "end_date"),
        ((key, name, name, start, end) for key, name, start, end in people),
    )
    _table(
        folder / "post.csv",
        ("id", "name", "organisation_id"),
        ((key, name, f"body:{body}") for key, name, body in posts),
    )
    _table(
        folder / "organisation.csv",
        ("id", "name", "short_name", "start_date", "end_date"),
        ((f"body:{body}", body, short, "", "") for body, short in bodies),
    )


def _offices(given: Sequence[Row], folder: Path) -> None:
    """Write Popolo JSON; the offices' persons and bodies are named in the file."""
    people = {f"publicwhip/person/{r['person']}": r["name"] for r in given if r["name"]}
    bodies = dict.fromkeys(r["organisation"] for r in given if r["organisation"])
    popolo = {
        "persons": [{"id": key, "name": name} for key, name in people.items()],
        "organizations": [{"id": body, "name": body} for body in bodies],
        "memberships": [_membership(r) for r in given],
    }
    (folder / "offices.json").write_text(json.dumps(popolo, indent=1), "utf-8")


def _membership(row: Row) -> Row:
    made = {
        "id": row["id"],
        "person_id": f"publicwhip/person/{row['person']}",
        "organization_id": row["organisation"],
        "role": row["role"],
        "start_date": row["start"],
        "end_date": row["end"],
    }
    return {key: value for key, value in made.items() if value}


def _federal(given: Sequence[Row], folder: Path) -> None:
    """Write plain CSV."""
    _table(
        folder / "federal.csv",
        ("name", "person_id", "post", "body", "start", "end"),
        (
            (r["name"], f"bioguide:{r['person']}", r["post"], _seat(r), r["start"], r["end"])
            for r in given
        ),
    )


def _seat(row: Row) -> str:
    return " ".join(str(row[key]) for key in ("state", "district") if row.get(key) is not None)


def _table(path: Path, heads: Sequence[str], lines: Iterable[Sequence[object]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(heads)
        writer.writerows(lines)
