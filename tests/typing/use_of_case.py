"""How others use a case: what the type checkers must see."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import assert_type

from onrecord.case import Added, Case
from onrecord.core.dates import When
from onrecord.core.errors import OnrecordError, Refused
from onrecord.core.flows import ArrowRow, PathsRow
from onrecord.core.posts import Answer, HolderRow, TenureRow
from onrecord.core.record import Record
from onrecord.core.rows import (
    ActorRow,
    Head,
    Hit,
    LogRow,
    ReplyRow,
    SourceRow,
    StatementRow,
    Teller,
    TimelineRow,
)
from onrecord.core.vocabulary import AsOf, Origin, Text
from onrecord.intake import Told
from onrecord.ledger import Report
from onrecord.reader import TrainedReader
from onrecord.show import DossierMade


def taken_in(folder: Path) -> Added:
    with Case.create(folder, by="ed") as case:
        return case.add([Path("a.html")], reader=TrainedReader(), told=Told(outlet="The Pier"))


def asked(folder: Path) -> None:
    as_of = AsOf(valid=When.of("2024-04"), known="2024-05-01")
    with Case.open(folder) as case:
        record: Record = case
        assert_type(record.statements(as_of), list[StatementRow])
        assert_type(case.sources(as_of), list[SourceRow])
        assert_type(case.statements(actor="act_1"), list[StatementRow])
        assert_type(case.actors(), list[ActorRow])
        assert_type(case.statements(proposals=False, min_depth=1), list[StatementRow])
        assert_type(case.statements()[0].chain, tuple[Teller, ...])
        assert_type(case.replies(actor="act_1"), list[ReplyRow])
        assert_type(case.timeline(), list[TimelineRow])
        posts = case.posts(as_of)
        assert_type(posts.who("Pilot", date(2021, 5, 5), body="Port"), Answer)
        assert_type(posts.was("Ida Morrow", "Pilot", date(2021, 5, 5)), HolderRow)
        assert_type(posts.tenures(post="Pilot"), list[TenureRow])
        flows = case.flows(as_of)
        assert_type(flows.of(actor="Ida Morrow"), list[ArrowRow])
        assert_type(flows.paths("Ida Morrow", "Sam Pell", unsaid=True), PathsRow)
        assert_type(case.search("the wheel", most=5), list[Hit])
        assert_type(case.origins(), list[Origin])
        assert_type(case.log(), list[LogRow])
        assert_type(case.head(), Head)
        assert_type(case.text("src_1"), Text)
        assert_type(case.raw("src_1"), bytes)
        assert_type(case.dossier(Path("pages")), DossierMade)
        assert_type(case.verify(), Report)


def judged(case: Case) -> LogRow:
    operation = case.join("men_1", "men_2", because="same chamber, same dates", by="ed")
    assert_type(operation, int)
    return case.take_back(operation, because="the letter names another")


def told(fault: OnrecordError) -> str:
    return fault.code if isinstance(fault, Refused) else f"{fault.where}: {fault.what}"
