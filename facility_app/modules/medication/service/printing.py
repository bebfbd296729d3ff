"""Sheets and letters leave on paper: each is a deed of its own, written to the trail before it is set."""

from dataclasses import dataclass, field

from facility_app.db.audit import plain_facts
from facility_app.db.uow import Act, UnitOfWork, require
from facility_app.documents.payload import PlainPaper
from facility_app.modules.access.api import GrantKind
from facility_app.modules.medication.domain import SEE_PRIVATE_LINES, VIEW_MAR
from facility_app.modules.medication.papers.last_dose import last_dose_letter
from facility_app.modules.medication.papers.sheets import (
    DaySheet,
    MarPage,
    PrivateLines,
    day_sheet,
    mar_page,
    page_days,
    round_page,
    sheet_days,
)
from facility_app.modules.medication.queries.charts import Charts
from facility_app.modules.medication.queries.mar import RoundAsked, RoundRows
from facility_app.modules.medication.service.looking import (
    OpenPerson,
    open_private_allergies,
    open_private_orders,
    open_private_round,
)
from facility_app.modules.medication.tables import SIDES


@dataclass(frozen=True, slots=True)
class PrintLetter:
    """The letter about somebody's last dose of a substitute.

    Attributes:
        to: the place that goes on treating; empty leaves room to write it by hand.
    """

    resident_id: str
    to: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class PrintPrivateMar:
    """Days of one person's medicines that reveal HIV.

    Attributes:
        reason: why just now.
        grant: of the closed list, by which they may.
    """

    page: MarPage
    reason: str = field(repr=False)
    grant: GrantKind = GrantKind.HIV_TREATING


def print_day(uow: UnitOfWork, asked: DaySheet) -> PlainPaper:
    """The sheet of the next 24 hours of a zone."""
    require(uow, VIEW_MAR)
    with uow.act("medication.print_day") as act:
        _of_zone(uow, act, asked.zone_id)
        return day_sheet(uow, asked)


def print_private_day(uow: UnitOfWork, asked: DaySheet) -> PlainPaper:
    """The same of what reveals HIV: the look and the print stand in the trail, each by itself."""
    require(uow, SEE_PRIVATE_LINES)
    begin = uow.now if asked.from_at is None else asked.from_at
    lines = _opened(uow, *(RoundAsked(day, asked.zone_id) for day in sheet_days(begin)))
    with uow.act("medication.print_private_day") as act:
        _of_zone(uow, act, asked.zone_id)
        return day_sheet(uow, asked, lines)


def print_round(uow: UnitOfWork, asked: RoundAsked) -> PlainPaper:
    """The sheet of a round of a zone."""
    require(uow, VIEW_MAR)
    with uow.act("medication.print_round") as act:
        _of_round(uow, act, asked)
        return round_page(uow, asked)


def print_private_round(uow: UnitOfWork, asked: RoundAsked) -> PlainPaper:
    """The same of what reveals HIV: the look and the print stand in the trail, each by itself."""
    require(uow, SEE_PRIVATE_LINES)
    lines = _opened(uow, asked)
    with uow.act("medication.print_private_round") as act:
        _of_round(uow, act, asked)
        return round_page(uow, asked, lines)


def print_mar(uow: UnitOfWork, asked: MarPage) -> PlainPaper:
    """Seven or fourteen days of one person, of any time.

    Raises:
        UserError: ``not_found``, ``mar_days``.
    """
    require(uow, VIEW_MAR)
    with uow.act("medication.print_mar") as act:
        act.table, act.record_id = "resident", asked.resident_id
        _note(act, first_day=asked.first_day.isoformat(), days=str(asked.days))
        return mar_page(uow, asked)


def print_private_mar(uow: UnitOfWork, asked: PrintPrivateMar) -> PlainPaper:
    """The same of what reveals HIV, on a sheet of its own: a look-up of one person, with reason and grant.

    Raises:
        UserError: ``not_found``, ``mar_days``, ``reason_missing``; as ``use_grant``.
    """
    require(uow, SEE_PRIVATE_LINES)
    page = asked.page
    days = page_days(page)
    person = OpenPerson(page.resident_id, asked.reason, with_past=True, grant=asked.grant)
    orders, allergies = open_private_orders(uow, person), open_private_allergies(uow, person)
    with uow.act("medication.print_private_mar", reason=asked.reason) as act:
        act.table, act.record_id = "resident", page.resident_id
        _note(act, first_day=page.first_day.isoformat(), days=str(page.days))
        wanted, everyone = RoundRows(Charts(uow), SIDES[1]), (page.resident_id,)
        rows = tuple(row for day in days for row in wanted.of(RoundAsked(day, resident_ids=everyone)))
        return mar_page(uow, page, PrivateLines(rows, orders, allergies))


def print_last_dose(uow: UnitOfWork, asked: PrintLetter) -> PlainPaper:
    """The letter about the last dose of a substitute, for the place that goes on with it.

    Raises:
        UserError: ``no_programme``, ``not_found``.
    """
    require(uow, VIEW_MAR)
    with uow.act("medication.print_last_dose") as act:
        act.table, act.record_id = "resident", asked.resident_id
        return last_dose_letter(uow, asked.resident_id, asked.to)


def _opened(uow: UnitOfWork, *rounds: RoundAsked) -> PrivateLines:
    found = [open_private_round(uow, asked) for asked in rounds]
    allergies = {row.allergy_id: row for one in found for row in one.allergies}
    return PrivateLines(tuple(row for one in found for row in one.rows), allergies=tuple(allergies.values()))


def _of_round(uow: UnitOfWork, act: Act, asked: RoundAsked) -> None:
    _of_zone(uow, act, asked.zone_id)
    _note(act, day=asked.day.isoformat(), round="" if asked.wanted is None else asked.wanted.value)


def _of_zone(uow: UnitOfWork, act: Act, zone_id: str | None) -> None:
    act.table, act.record_id = ("facility_profile", uow.home) if zone_id is None else ("housing_zone", zone_id)


def _note(act: Act, **facts: str) -> None:
    for fact in plain_facts({name: said for name, said in facts.items() if said}):
        act.note(fact)
