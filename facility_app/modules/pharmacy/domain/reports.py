"""Báo cáo năm PL IX: of a whole year, so not before it is over (TT 18/2026/TT-BYT Đ7.1)."""

from datetime import date

from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label


def require_year_over(year: int, today: date) -> None:
    """Refuse the report of a year that still goes on, or has not come: column 12 is what is left at its end.

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
