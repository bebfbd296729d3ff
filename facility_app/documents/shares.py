"""Shares of a period on paper: what was given, to how many, of everybody who was there."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from facility_app.documents.payload import Footer, Grid, PlainPaper, Text
from facility_app.kernel.dates import format_date
from facility_app.kernel.labels import Label, label

WHAT, COUNT, SHARE = label("papers", "Chỉ tiêu"), label("papers", "Số người"), label("papers", "Tỷ lệ")
SAID = label(
    "papers",
    "Tỷ lệ tính trên số người có mặt ít nhất một ngày trong kỳ, kể cả người nay đã ra; mỗi người tính một lần.",
)


@dataclass(frozen=True, slots=True)
class ShareLine:
    """One number of a period.

    Attributes:
        count: how many people.
        share: of those there, in words; empty where none is meant.
    """

    key: str
    what: Label
    count: int
    share: str


def shares_sheet(
    title: str, lines: Sequence[ShareLine], first: date, last: date, *, facility: str, footer: Footer
) -> PlainPaper:
    """The shares of a period, both days included."""
    rows = tuple((str(place), str(one.what), str(one.count), one.share) for place, one in enumerate(lines, 1))
    heads = (label("papers", "TT"), WHAT, COUNT, SHARE)
    below = label("papers", "Từ {first} đến {last}").format(first=format_date(first), last=format_date(last))
    blocks = (Grid(heads, rows, frozenset({0, 2, 3}), (6, 60, 17, 17)), Text(SAID))
    return PlainPaper(title, blocks, footer, facility, below)
