"""Columns of the traces: lots, who took of one, which lots a person took."""

from collections.abc import Sequence
from typing import Any

from facility_app.kernel.labels import label
from facility_app.kernel.paging import Look
from facility_app.modules.pharmacy.queries.people import LotOfPerson, LotRow, PersonOfLot, find_lots
from facility_app.modules.pharmacy.ui import places, words
from facility_app.ui.i18n import tr
from facility_app.ui.models import Align, ColumnSpec, ListSpec

LOTS = label("pharmacy", "Lô thuốc")
IS_PRIVATE = label("pharmacy", "cần giữ kín")


class TookLot:
    """Somebody who took of a lot, with the units of its medicine."""

    def __init__(self, person: PersonOfLot, lot: LotRow) -> None:
        """Of a person and a lot."""
        self.person, self.measure = person, lot.measure
        self.resident_id, self.is_private = person.resident_id, lot.is_private


def lots_spec() -> ListSpec[LotRow]:
    """The lots, found by number or medicine."""
    return ListSpec(
        id=places.TRACES,
        title=LOTS,
        columns=(
            ColumnSpec("lot", label("pharmacy", "Số lô"), _lot_no, width=92, is_strong=True, is_paper_number=True),
            ColumnSpec(
                "name", label("pharmacy", "Thuốc"), _lot_name, width=322, note=_lot_note, is_instruction=True
            ),
            ColumnSpec("expires", label("pharmacy", "Hạn dùng"), _lot_expires, width=112),
        ),
        ids=_lot_ids,
        rows=_lot_rows,
        row_id=_lot_id,
        search=label("pharmacy", "Số lô hoặc tên thuốc…"),
        empty=label("pharmacy", "Chưa có lô thuốc nào."),
        none_found=label("pharmacy", "Không có lô nào khớp."),
        tables=frozenset({"medicine_lot"}),
    )


def _lot_ids(uow: Any, look: Look) -> tuple[str, ...]:
    return tuple(one.lot_id for one in find_lots(uow, look.text))


def _lot_rows(uow: Any, ids: Sequence[str]) -> tuple[LotRow, ...]:
    known = {one.lot_id: one for one in find_lots(uow, "", ids)}
    return tuple(known[one] for one in ids if one in known)


def _lot_id(row: LotRow) -> str:
    return row.lot_id


def _lot_no(row: LotRow) -> str:
    return row.lot_no


def _lot_name(row: LotRow) -> str:
    return row.name


def _lot_note(row: LotRow) -> str:
    return tr(IS_PRIVATE) if row.is_private else ""


def _lot_expires(row: LotRow) -> str:
    return words.day(row.expires_on)


def is_of_private_lot(row: TookLot) -> bool:
    """Whether a look behind the wall brought the row."""
    return row.is_private


def person_id(row: TookLot) -> str:
    """The id of a person."""
    return row.resident_id


def _person_name(row: TookLot) -> str:
    return row.person.name


def _person_code(row: TookLot) -> str:
    return row.person.code


def _person_amount(row: TookLot) -> str:
    return row.measure.dose_text(row.person.amount)


def _person_doses(row: TookLot) -> str:
    return str(row.person.doses)


def _person_days(row: TookLot) -> str:
    return f"{words.moment(row.person.first_at)} – {words.moment(row.person.last_at)}"


def taken_id(row: LotOfPerson) -> str:
    """The id of a lot taken."""
    return row.lot_id


def _taken_lot(row: LotOfPerson) -> str:
    return row.lot_no


def _taken_name(row: LotOfPerson) -> str:
    return row.name


def _taken_amount(row: LotOfPerson) -> str:
    return row.measure.dose_text(row.amount)


def _taken_doses(row: LotOfPerson) -> str:
    return str(row.doses)


def _taken_last(row: LotOfPerson) -> str:
    return words.moment(row.last_at)


PEOPLE_COLUMNS = (
    ColumnSpec("name", label("terms", "Họ và tên"), _person_name, width=150, is_strong=True),
    ColumnSpec("code", label("terms", "Mã"), _person_code, width=92, is_paper_number=True),
    ColumnSpec(
        "amount", label("pharmacy", "Đã dùng"), _person_amount, width=80, align=Align.END, is_instruction=True
    ),
    ColumnSpec("doses", label("pharmacy", "Số liều"), _person_doses, width=64, align=Align.END),
    ColumnSpec("days", label("pharmacy", "Từ – đến"), _person_days, width=290, gives_way=1),
)
TAKEN_COLUMNS = (
    ColumnSpec("lot", label("pharmacy", "Số lô"), _taken_lot, width=86, is_strong=True),
    ColumnSpec("name", label("pharmacy", "Thuốc"), _taken_name, width=170, is_instruction=True),
    ColumnSpec(
        "amount", label("pharmacy", "Đã dùng"), _taken_amount, width=80, align=Align.END, is_instruction=True
    ),
    ColumnSpec("doses", label("pharmacy", "Số liều"), _taken_doses, width=64, align=Align.END),
    ColumnSpec("last", label("pharmacy", "Lần cuối"), _taken_last, width=146),
)
