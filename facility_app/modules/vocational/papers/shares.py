"""Shares of a period on paper: counselled on jobs, taught a trade, certified."""

from datetime import date
from typing import Final

from facility_app.db.uow import UnitOfWork, require
from facility_app.documents.payload import Footer, PlainPaper
from facility_app.documents.shares import ShareLine, shares_sheet
from facility_app.kernel.labels import Label, label
from facility_app.modules.vocational.domain.rights import VIEW_VOCATIONAL
from facility_app.modules.vocational.queries.indicators import get_job_shares
from facility_app.modules.vocational.queries.screens import read_imprint

SHARE_LABELS: Final[dict[str, Label]] = {
    "residents": label("vocational", "Người có mặt tại cơ sở trong kỳ"),
    "counselled": label("vocational", "Được hướng nghiệp, tư vấn việc làm"),
    "trained": label("vocational", "Đã học nghề (có mặt ít nhất một buổi)"),
    "enrolled": label("vocational", "Bắt đầu một khóa học nghề"),
    "certified": label("vocational", "Được cấp chứng chỉ còn hiệu lực"),
}
"""What each number of the shares is, in the order they are shown."""


def list_share_lines(uow: UnitOfWork, first: date, last: date) -> tuple[ShareLine, ...]:
    """The shares of a period, both days included, as they are shown."""
    require(uow, VIEW_VOCATIONAL)
    found = get_job_shares(uow, first, last)
    return tuple(
        ShareLine(key, text, getattr(found, key), found.percent(getattr(found, key)))
        for key, text in SHARE_LABELS.items()
    )


def shares_paper(uow: UnitOfWork, first: date, last: date) -> PlainPaper:
    """The same on paper."""
    require(uow, VIEW_VOCATIONAL)
    lines, imprint = list_share_lines(uow, first, last), read_imprint(uow)
    footer = Footer(imprint.printed_by, imprint.printed_at)
    title = label("papers", "TỶ LỆ HỌC NGHỀ, TƯ VẤN VIỆC LÀM")
    return shares_sheet(title, lines, first, last, facility=imprint.facility_name, footer=footer)
