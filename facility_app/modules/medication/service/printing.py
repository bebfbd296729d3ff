"""Sheets and letters leave on paper: each is a deed of its own, written to the trail before it is set."""

from dataclasses import dataclass, field

from facility_app.db.audit import plain_facts
from facility_app.db.uow import Act, UnitOfWork, require
from facility_app.documents.payload import PlainPaper
from facility_app.modules.medication.domain import SEE_PRIVATE_LINES, VIEW_MAR
from facility_app.modules.medication.papers.last_dose import last_dose_letter
from facility_app.modules.medication.papers.sheets import (
    DaySheet,
    MarPage,
    PrivateLines,
    day_sheet,
    mar_page,
    round_page,
    sheet_days,
)
from facility_app.modules.medication.queries.mar import RoundAsked
from facility_app.modules.medication.service.looking import open_private_round


@dataclass(frozen=True, slots=True)
class PrintLetter:
    """The letter about somebody's last dose of a substitute.

    Attributes:
        to: the place that goes on treating; empty leaves room to write it by hand.
    """

    resident_id: str
    to: str = field(default="", repr=False)


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
