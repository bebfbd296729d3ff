"""Báo cáo năm PL IX: made from mid-December on, sent when its year is over (TT 18/2026/TT-BYT Đ7.1)."""

from datetime import date

from facility_app.kernel.dates import format_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.modules.pharmacy.domain.law import YearlyReport


def require_year_over(year: int, today: date) -> None:
    """Refuse to send the report of a year that still goes on: column 12 is what is left at its end.

    Raises:
        UserError: ``year_not_over``.
    """
    if year >= today.year:
        raise UserError(
            "year_not_over",
            label("errors", "Năm {year} chưa hết, chưa thể báo cáo cả năm. Hãy chọn năm đã qua."),
            fields={"year": label("errors", "Năm này chưa hết")},
            year=str(year),
        )


def require_report_open(report: YearlyReport, today: date) -> None:
    """Refuse to make the report of a year long before it is over.

    The law names the day it is due and none it begins on (Đ7.1), so the first day is a number of the facility; a
    paper made before the year is over says up to which day its figures go.

    Raises:
        UserError: ``report_not_open``.
    """
    if today < report.first_day:
        raise UserError(
            "report_not_open",
            label(
                "errors",
                "Báo cáo năm {year} (PL IX) lập được từ ngày {first}, gửi sau khi hết năm, muộn nhất {last}. Hãy "
                "chọn năm trước, hoặc chờ đến ngày đó.",
            ),
            fields={"year": label("errors", "Chưa đến ngày lập báo cáo năm này")},
            year=str(report.year),
            first=format_date(report.first_day),
            last=format_date(report.last_day),
        )
