"""The verb that finds people."""

import click

from facility_app.app.cli.command import VerbCommand, VerbOption
from facility_app.app.cli.frame import Frame
from facility_app.kernel.labels import label
from facility_app.modules.residents.domain.card import RESIDENT_STATUS_LABELS
from facility_app.modules.residents.queries.people import ResidentRow, count_found, search_residents

MOST = 1_000


@click.command(cls=VerbCommand, help=label("cli", "Tìm người cai nghiện theo tên, mã hoặc số giấy tờ"))
@click.argument("text")
@click.option("--limit", cls=VerbOption, type=click.IntRange(1, MOST), default=20, help=label("cli", "số dòng"))
@click.pass_obj
def search(frame: Frame, text: str, limit: int) -> None:
    """People by folded name in any order, prefix of each word, code, or four digits and more of a number."""
    with frame.facility() as opened, opened.database.read(opened.actor) as uow:
        rows = search_residents(uow, text, limit)
        total = count_found(uow, text)
    heads = (
        label("cli", "Mã"),
        label("cli", "Họ tên"),
        label("cli", "Sinh"),
        label("cli", "Tình trạng"),
        label("cli", "Giường"),
    )
    cells = [
        (row.code, row.name, row.birth, frame.words(RESIDENT_STATUS_LABELS[row.status]), row.place or "")
        for row in rows
    ]
    said = frame.words.fill(label("cli", "Thấy {total} người."), {"total": total})
    frame.answer({"hits": [_hit(row) for row in rows], "total": total}, said, frame.table(heads, cells))


def _hit(row: ResidentRow) -> dict[str, object]:
    return {
        "resident_id": row.resident_id,
        "resident_code": row.code,
        "full_name": row.name,
        "date_of_birth": row.birth,
        "status": row.status.value,
        "bed": row.place,
    }
