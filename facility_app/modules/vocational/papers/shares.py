"""Shares of a period on paper: counselled on jobs, taught a trade, certified."""

from datetime import date
from typing import Final

from facility_app.db.uow import UnitOfWork, require
from facility_app.documents.payload import Footer, Grid, PlainPaper, Text
from facility_app.kernel.dates import format_date
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


def shares_paper(uow: UnitOfWork, first: date, last: date) -> PlainPaper:
    """The shares of a period, both days included."""
    require(uow, VIEW_VOCATIONAL)
    found, imprint = get_job_shares(uow, first, last), read_imprint(uow)
    rows = tuple(
        (str(place), text, str(getattr(found, key)), found.percent(getattr(found, key)))
        for place, (key, text) in enumerate(SHARE_LABELS.items(), 1)
    )
    heads = (
        label("papers", "TT"),
        label("papers", "Chỉ tiêu"),
        label("papers", "Số người"),
        label("papers", "Tỷ lệ"),
    )
    said = Text(
        label("papers", "Tỷ lệ tính trên số người có mặt ít nhất một ngày trong kỳ; mỗi người tính một lần.")
    )
    below = label("papers", "Từ {first} đến {last}").format(first=format_date(first), last=format_date(last))
    blocks = (Grid(heads, rows, frozenset({0, 2, 3}), (6, 60, 17, 17)), said)
    footer = Footer(imprint.printed_by, imprint.printed_at)
    title = label("papers", "TỶ LỆ HỌC NGHỀ, TƯ VẤN VIỆC LÀM")
    return PlainPaper(title, blocks, footer, imprint.facility_name, below)
