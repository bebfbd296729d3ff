"""The sheet for a blackout: the next 24 hours of everybody, zone by zone; nothing that reveals HIV."""

from typing import Final

from facility_app.db.uow import UnitOfWork, require
from facility_app.documents.payload import Block, Heading, PlainPaper, Text
from facility_app.kernel.labels import label
from facility_app.modules.housing.api import who_slept_where
from facility_app.modules.medication.domain import WRITE_KIT
from facility_app.modules.medication.papers.house import house_paper, read_imprint, span_text
from facility_app.modules.medication.papers.sheets import (
    A_DAY,
    COPY_LATER,
    HANDED_OVER,
    hours_blocks,
    open_rows,
    sheet_days,
)
from facility_app.modules.medication.queries.mar import DueRow, RoundAsked

NO_ZONE: Final = label("papers", "Chưa xếp giường")
# Said always, whether there are such medicines or not: else its absence would tell.
APART: Final = label(
    "papers",
    "Phiếu này không có thuốc cần giữ kín. Mỗi ca, người được giao in riêng tờ giữ kín (In phiếu 24 giờ, phần giữ "
    "kín) và cất trong tủ khóa.",
)


def kit_sheet(uow: UnitOfWork) -> PlainPaper:
    """What is to be given in the next 24 hours, each zone under its own head; who has no bed stands behind."""
    require(uow, WRITE_KIT)
    begin = uow.now
    zones = {one.resident_id: one.zone for one in who_slept_where(uow, begin)}
    by_zone: dict[str, list[DueRow]] = {zone: [] for zone in dict.fromkeys(zones.values())}
    rest: list[DueRow] = []
    for day in sheet_days(begin):
        for row in open_rows(uow, RoundAsked(day)):
            by_zone.get(zones.get(row.resident_id, ""), rest).append(row)
    if rest:
        by_zone[str(NO_ZONE)] = rest
    blocks: list[Block] = [Text(APART)]
    count = 0
    for zone, rows in by_zone.items():
        if rows:
            made, hours = hours_blocks(uow, rows, begin)
            blocks += [Heading(zone.upper()), *made]
            count += hours
    blocks += [Text(COPY_LATER), HANDED_OVER]
    title = label("papers", "PHIẾU THUỐC 24 GIỜ TỚI, PHÒNG MẤT ĐIỆN")
    below = label("papers", "{span} – toàn cơ sở – {count} liều theo giờ").format(
        span=span_text(begin, begin + A_DAY), count=count
    )
    return house_paper(title, blocks, read_imprint(uow), below)
