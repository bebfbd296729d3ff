"""Báo cáo năm: what went out under which number."""

from dataclasses import dataclass
from datetime import date, datetime

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.modules.catalogues.api import parameter
from facility_app.modules.pharmacy.domain import VIEW_STOCK
from facility_app.modules.pharmacy.domain.law import YEAR_ALARMS, YEAR_DAYS, YEAR_FROM, YearlyReport
from facility_app.modules.pharmacy.tables import SentReport


@dataclass(frozen=True, slots=True)
class SentReportRow:
    """One yearly report as it went out; a later one of the same year stands beside it."""

    report_id: str
    year: int
    number: str
    sent_at: datetime


def list_sent_reports(uow: UnitOfWork) -> tuple[SentReportRow, ...]:
    """Yearly reports that went out, the latest first."""
    require(uow, VIEW_STOCK)
    r = SentReport
    asked = sa.select(r.id, r.year, r.number, r.sent_at).order_by(r.year.desc(), r.sent_at.desc(), r.id)
    return tuple(SentReportRow(*row) for row in uow.session.execute(asked))


def get_yearly_report(uow: UnitOfWork, year: int) -> YearlyReport:
    """When the report of a year is made, spoken of and due, by the law of the January it is sent in."""
    require(uow, VIEW_STOCK)
    on = date(year + 1, 1, 1)
    days, alarms, first = (parameter(uow, key, on=on) for key in (YEAR_DAYS, YEAR_ALARMS, YEAR_FROM))
    return YearlyReport(year, days.whole, alarms.parts, first.whole)
