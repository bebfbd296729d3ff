"""Imports done before: the list of them, and whether one can still be taken back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

import sqlalchemy as sa

from facility_app.db.built_on import belongings, changed_tables
from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.labels import Label, label
from facility_app.modules.intake.domain.rights import IMPORT_ROSTERS
from facility_app.modules.intake.queries.stored import people_of
from facility_app.modules.intake.tables import RosterImport
from facility_app.modules.residents.api import list_resident_rows

COUNTED: Final = frozenset({"term_evaluation", "task"})
"""What the program writes by itself when it counts again; nobody built anything with it."""
TABLE_WORDS: Final[dict[str, Label]] = {
    "resident": label("intake", "nhân thân"),
    "resident_alias": label("intake", "tên gọi khác"),
    "resident_paper": label("intake", "giấy tờ"),
    "resident_address": label("intake", "nơi ở"),
    "relative": label("intake", "thân nhân"),
    "legal_record": label("intake", "tiền án, tiền sự"),
    "attachment": label("intake", "tài liệu đính kèm"),
    "resident_photo": label("intake", "ảnh"),
    "body_mark": label("intake", "đặc điểm nhận dạng"),
    "substance_use": label("intake", "quá trình sử dụng ma túy"),
    "rehab_history": label("intake", "lần cai nghiện trước"),
    "resident_alert": label("intake", "cảnh báo"),
    "keep_apart": label("intake", "cặp không xếp chung"),
    "stay": label("intake", "lần cai nghiện"),
    "stay_decision": label("intake", "quyết định"),
    "stay_event": label("intake", "sự kiện của thời hạn"),
    "stay_stage": label("intake", "giai đoạn"),
    "rehab_plan": label("intake", "kế hoạch cai nghiện"),
    "presence_change": label("intake", "sự có mặt"),
    "overheld_note": label("intake", "giải trình giữ quá ngày"),
    "issued_paper": label("intake", "văn bản đã phát hành"),
    "received_paper": label("intake", "văn bản đến"),
    "deposit_entry": label("intake", "tiền lưu ký"),
    "belonging": label("intake", "đồ vật gửi giữ"),
    "placement": label("intake", "chỗ ở"),
    "release_case": label("intake", "hồ sơ ra cơ sở"),
    "reintegration_plan": label("intake", "kế hoạch tái hòa nhập"),
}
OTHER_WORDS: Final = label("intake", "mục khác của hồ sơ")
_SHOWN: Final = 5
_NOT_THERE: Final = label(
    "errors", "Không có lần nhập danh sách {id}. Hãy xem lại mã trong danh sách các lần nhập."
)


@dataclass(frozen=True, slots=True)
class ImportRow:
    """One import as the list shows it."""

    import_id: str
    file_name: str
    sheet: str
    at: datetime
    rows: int
    created: int
    matched: int
    rejected: int
    stays: int
    undone_at: datetime | None


@dataclass(frozen=True, slots=True)
class BuiltOn:
    """Somebody of an import about whom something was written since.

    Attributes:
        what: what it is, in words.
    """

    code: str
    what: tuple[Label, ...]


def list_imports(uow: UnitOfWork, limit: int = 50) -> tuple[ImportRow, ...]:
    """The last imports, the newest first."""
    require(uow, IMPORT_ROSTERS)
    c = sa.inspect(RosterImport).local_table.c
    wanted: sa.Select[Any] = sa.select(
        *(c.id, c.file_name, c.sheet, c.created_at, c.rows, c.created, c.matched, c.rejected, c.stays, c.undone_at)
    ).where(c.voided_at.is_(None))
    newest = wanted.order_by(c.created_at.desc(), c.id.desc()).limit(limit)
    return tuple(ImportRow(*row) for row in uow.session.execute(newest))


def belongings_of(uow: UnitOfWork, people: Sequence[tuple[str, str | None, bool]]) -> list[str]:
    """What leads to each of these now: to a new person as a whole, to a known one's new stay.

    Args:
        uow: the unit of work.
        people: resident, stay, whether the person is new.
    """
    require(uow, IMPORT_ROSTERS)
    new = [resident_id for resident_id, _, is_new in people if is_new]
    known = [stay_id for _, stay_id, is_new in people if not is_new and stay_id is not None]
    of_person = belongings(uow.session, "resident", new, but=COUNTED)
    of_stay = belongings(uow.session, "stay", known, but=COUNTED)
    return [
        of_person[resident_id] if is_new else of_stay.get(stay_id or "", "")
        for resident_id, stay_id, is_new in people
    ]


def built_on(uow: UnitOfWork, import_id: str) -> tuple[BuiltOn, ...]:
    """Who of an import has something written about them since, the first few; empty while it can be taken back."""
    require(uow, IMPORT_ROSTERS)
    people = people_of(uow, import_id)
    now = belongings_of(uow, [(one.resident_id, one.stay_id, one.is_new) for one in people])
    changed = [
        (one.resident_id, changed_tables(one.belongings, text))
        for one, text in zip(people, now, strict=True)
        if one.belongings != text
    ][:_SHOWN]
    codes = {one.resident_id: one.code for one in list_resident_rows(uow, [who for who, _ in changed])}
    return tuple(
        BuiltOn(codes.get(who, who), tuple(dict.fromkeys(TABLE_WORDS.get(one, OTHER_WORDS) for one in tables)))
        for who, tables in changed
    )
