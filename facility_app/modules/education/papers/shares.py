"""Shares of a period on paper: given legal education, counselled, taught, in a literacy class."""

from datetime import date
from typing import Final

from facility_app.db.uow import UnitOfWork, require
from facility_app.documents.payload import Footer, PlainPaper
from facility_app.documents.shares import ShareLine, shares_sheet
from facility_app.kernel.labels import Label, label
from facility_app.modules.education.domain.rights import VIEW_EDUCATION
from facility_app.modules.education.domain.shares import Share
from facility_app.modules.education.queries.screens import read_imprint
from facility_app.modules.education.queries.shares import get_education_shares

RESIDENTS: Final = label("education", "Người có mặt tại cơ sở trong kỳ")
SHARE_LABELS: Final[dict[str, Label]] = {
    "legal": label("education", "Được phổ biến, giáo dục pháp luật"),
    "counselled": label("education", "Được tư vấn cá nhân hoặc nhóm"),
    "taught": label("education", "Có mặt ít nhất một buổi học, sinh hoạt"),
    "literacy": label("education", "Có mặt ở lớp xóa mù chữ"),
}
"""What each number of the shares is, in the order they are shown."""


def list_share_lines(uow: UnitOfWork, first: date, last: date) -> tuple[ShareLine, ...]:
    """The shares of a period, both days included, as they are shown."""
    require(uow, VIEW_EDUCATION)
    found = get_education_shares(uow, first, last)
    everybody = Share(found.legal.of, found.legal.of)
    given = {key: getattr(found, key) for key in SHARE_LABELS}
    return (
        ShareLine("residents", RESIDENTS, everybody.given, _percent(everybody)),
        *(ShareLine(key, text, given[key].given, _percent(given[key])) for key, text in SHARE_LABELS.items()),
    )


def shares_paper(uow: UnitOfWork, first: date, last: date) -> PlainPaper:
    """The same on paper."""
    require(uow, VIEW_EDUCATION)
    lines, imprint = list_share_lines(uow, first, last), read_imprint(uow)
    footer = Footer(imprint.printed_by, imprint.printed_at)
    title = label("papers", "TỶ LỆ GIÁO DỤC, TƯ VẤN")
    return shares_sheet(title, lines, first, last, facility=imprint.facility_name, footer=footer)


def _percent(share: Share) -> str:
    tenths = share.permille
    return "–" if tenths is None else f"{tenths // 10},{tenths % 10} %"
