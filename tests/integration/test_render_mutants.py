"""Leave out one speaker, hedge, denial, standing or date in a renderer, and a test fails.

The check that kills the mutants is itself a fairness test: nothing is left out of any page, command
or export, whoever asks and as of when (THREATS, row 17).
"""

from __future__ import annotations

import importlib
import json
import shutil
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
import telling_commands
import telling_room
import telling_tables
from club_case import club_case
from mutating import Mutant, Switches, switch_templates, switched_code
from room_walk import opened, owner
from telling import entries, untold
from telling_commands import missing, printed
from telling_pages import musts

from once import Once
from onrecord.case import Case
from onrecord.core.vocabulary import AsOf
from onrecord.show import Site, as_json, environment

CODE = (
    "core.said core.claims core.rows core.flows core.events core.findings core.answers"
    " core.chains core.differences core.quotes core.versions core.origins core.posts core.judged"
    " core.activity core.grading core.standings core.wording show.press show.network"
    " show.network_pages show.timeline show.drawing show.claim_pages show.claim_tree show.posts"
    " show.strips show.listings show.questions show.digest show.exports"
    " faces.cli.asking faces.cli.claiming faces.cli.timing faces.cli.flowing faces.cli.happening"
    " faces.cli.counting faces.cli.carrying faces.cli.differing faces.cli.deciding"
    " faces.cli.weighing faces.cli.chaining faces.cli.posting faces.cli.testing faces.cli.judging"
).split()
"""Modules that write rows in words: their f-strings and lists of cells have switches."""


ELSEWHERE = {"self.reply.source_label", "self.source_label"}
"""Worked out always, and told only of a reply by nobody whom words name, or of a post's reason."""

UNREACHED = {
    "nobody in this case is without a page of theirs": {
        "party_shown(row.asked)", "party_shown(party)", "end.called", "called | quoted",
    },
    "the reader gives no day to a reply": {"row.made | spoken", "str(row.made or '')"},
    "no document of this case is of a court or a prosecutor": {
        "found.source_label", "self.source_label", "found.attributed(_WORDS)",
    },
    "no path here goes by way of who is held to be whom": {
        "step.identity.condition", "_because(step)", "'; '.join(path.conditions)",
    },
    "no statement here speaks to two claims that stand alike": {"state"},
    "every proceeding here is about somebody": {"self.steps[0].source_label"},
    "nothing here was taken back a second time, or told of another day": {
        "done.takes_back", "done.known",
    },
    "no hypothesis here was joined or graded anew": {"judged.by"},
    "fewer claims are in dispute here than are shown first": {"told(one)"},
    "every date here has a place in its picture": {"one.when | spoken"},
    "every origin here is on record": {"row.source_label"},
    "nobody holds that post: a note, without words of anybody": {"'; '.join(answer.because)"},
}  # fmt: skip
"""Places that no view of this case comes to, by why. It can only become less."""


@dataclass(frozen=True)
class View:
    """One page, command or export: how it is made, and what it fails to tell."""

    name: str
    made: Callable[[], str]
    untold: Callable[[str], list[str]]


@dataclass(frozen=True)
class Run:
    """What came of all mutants."""

    unfair: list[str]
    killed: list[Mutant]
    survived: list[Mutant]
    unreached: list[Mutant]


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory, once: Once) -> Run:
    folder = tmp_path_factory.mktemp("club")
    shutil.copytree(once(club_case), folder, dirs_exist_ok=True)
    switches = Switches()
    with Case.open(folder / "case") as case, opened(folder / "case") as app:
        env = environment()
        switch_templates(env, switches)
        switch_templates(app.state.room.env, switches)
        views = [*pages(case, env), *commands(case, folder / "case"), *exports(case)]
        views += [*room_pages(case, app), *pages_anew(case)]
        with switched_code([importlib.import_module(f"onrecord.{one}") for one in CODE], switches):
            return all_mutants(views, switches)


def all_mutants(views: list[View], switches: Switches) -> Run:
    """Hold every mutant against the views that reach it, until one of them tells."""
    reached: dict[int, list[View]] = defaultdict(list)
    unfair = []
    for view in views:
        switches.reached = set()
        unfair += [f"{view.name}: {one}" for one in view.untold(view.made())]
        for number in switches.reached:
            reached[number].append(view)
    killed, survived, unreached = [], [], []
    for mutant in list(switches.mutants):
        switches.off = mutant.number
        if mutant.number not in reached:
            unreached.append(mutant)
        elif any(_tells(view) for view in reached[mutant.number]):
            killed.append(mutant)
        else:
            survived.append(mutant)
    switches.off = None
    return Run(unfair, killed, survived, unreached)


def _tells(view: View) -> bool:
    return bool(view.untold(view.made()))


def pages(case: Case, env: object) -> Iterator[View]:
    """Give every page of the dossier."""
    site = Site(case, AsOf(), datetime(2025, 2, 4, tzinfo=UTC), env)  # type: ignore[arg-type]
    said, replies = case.statements(), case.replies()
    for page in site.pages():
        filled = page.fill()
        label = filled["source"].label if page.template == "source.html" else ""
        must, known = musts(page.template, filled, site.common), entries(said, replies, label)
        yield View(
            page.name,
            lambda page=page: site.press.html(page),
            lambda made, must=must, known=known: untold(made, must, known),
        )


def pages_anew(case: Case) -> Iterator[View]:
    """Give pages whose words are worked out once for all: each time of a site of its own."""
    for name in ("network.html", "questions.html", "disputes.html"):

        def made(name: str = name) -> str:
            site = Site(case, AsOf(), datetime(2025, 2, 4, tzinfo=UTC))
            page = site.page(name)
            assert page is not None
            return site.press.html(page)

        site = Site(case, AsOf(), datetime(2025, 2, 4, tzinfo=UTC))
        page = site.page(name)
        assert page is not None
        must = musts(page.template, page.fill(), site.common)
        yield View(f"{name} anew", made, lambda found, must=must: untold(found, must))


def commands(case: Case, folder: Path) -> Iterator[View]:
    """Give what commands print."""
    first = case.claims().lines[0].id
    for words, form, rows in (*telling_commands.COMMANDS, *telling_tables.CELLS):
        asked = [first if word == "FIRST" else word for word in words]
        must = list(rows(case))
        yield View(
            f"{' '.join(asked)} as {form}",
            lambda asked=asked, form=form: "\n".join(printed(folder, asked, form)),
            lambda made, must=must: missing(made.split("\n"), must),
        )


def exports(case: Case) -> Iterator[View]:
    """Give rows as JSON: each object tells by itself."""
    for name, rows in {
        "statements": case.statements(), "replies": case.replies(),
        "quantities": case.quantities(), "hits": case.search("cup money"),
    }.items():  # fmt: skip
        must = [telling_commands.of(row) if name in ("quantities", "hits")
                else telling_commands.whose(row) for row in rows]  # fmt: skip
        yield View(
            f"{name} as JSON",
            lambda rows=rows: "\n".join(one["attributed"] for one in json.loads(as_json(rows))),
            lambda made, must=must: missing(made.split("\n"), must),
        )


def room_pages(case: Case, app: object) -> Iterator[View]:
    """Give the pages that only the room has, and what its API answers."""
    client = owner(app)
    for address, check in telling_room.pages(case, client):
        yield View(address, lambda address=address: client.get(address).text, check)
    for address, rows in telling_room.api(case):
        must = list(rows)
        yield View(
            address,
            lambda address=address: "\n".join(
                str(one.get("attributed", "")) for one in client.get(address).json()
            ),
            lambda made, must=must: missing(made.split("\n"), must),
        )


def test_nothing_is_left_out_of_any_page_command_or_export(run: Run) -> None:
    """With every switch on, all is told."""
    assert run.unfair == []


def test_no_mutant_lives(run: Run) -> None:
    """Wherever one thing is left out, a page, a command or an export is found to be unfair."""
    left = [str(one) for one in run.survived if one.expression not in ELSEWHERE]
    assert left == []


def test_what_is_not_reached_is_known(run: Run) -> None:
    """Every other place is told somewhere, and what must be told there is held against it."""
    known = {one for expressions in UNREACHED.values() for one in expressions}
    assert [str(one) for one in run.unreached if one.expression not in known] == []
    assert len(run.unreached) <= 24


def test_there_are_mutants_of_every_kind(run: Run) -> None:
    kinds = Counter(one.kind for one in run.killed)
    assert min(kinds[kind] for kind in ("speaker", "hedge", "denial", "status", "date")) >= 8
    assert len(run.killed) >= 550
