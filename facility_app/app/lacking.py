"""What a facility still lacks before its papers and its data can be relied on, for whoever may see to it."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any, Final

from facility_app.kernel.labels import label
from facility_app.modules.catalogues.domain import EDIT_FACILITY
from facility_app.modules.catalogues.queries import get_facility
from facility_app.modules.catalogues.ui.facility import LETTERHEAD
from facility_app.modules.catalogues.ui.facility import PAGE as FACILITY_PAGE
from facility_app.modules.staff.domain import EDIT_STAFF
from facility_app.modules.staff.queries import list_signatories
from facility_app.modules.staff.ui.people import LIST_PAGE as STAFF_PAGE
from facility_app.modules.tasks.ui.house import Lack
from facility_app.modules.upkeep.domain import MAKE_BACKUP
from facility_app.modules.upkeep.queries import last_backup_at
from facility_app.ui.shell.spec import Route

OLD_BACKUP: Final = timedelta(hours=24)
"""A backup older than this is none to rely on."""
BACKUP_HELP: Final = "bat-dau#sao-luu-va-khoi-phuc"
NO_HEAD = label("tasks", "Chưa ai được ghi là {title}: giấy tờ in ra không có người ký.")
NO_LETTERHEAD = label("tasks", "Hồ sơ cơ sở còn trống: {fields}. Văn bản in ra sẽ thiếu những chỗ này.")
NO_BACKUP = label("tasks", "Chưa có bản sao lưu nào: ổ đĩa hỏng là mất hết dữ liệu.")
STALE_BACKUP = label("tasks", "Bản sao lưu gần nhất đã quá một ngày: ổ đĩa hỏng là mất những gì ghi từ đó.")
WRITE_HEAD = label("verbs", "Ghi người đứng đầu")
FILL_IN = label("verbs", "Điền hồ sơ cơ sở")
HOW_TO_BACK_UP = label("verbs", "Xem cách sao lưu")


def lacking(uow: Any) -> tuple[Lack, ...]:
    """What is missing, what papers need first; nothing the actor cannot see to."""
    return (*_letterhead(uow), *_head(uow), *_backup(uow))


def _letterhead(uow: Any) -> Iterator[Lack]:
    if not uow.actor.may(EDIT_FACILITY):
        return
    facility = get_facility(uow)
    missing = tuple(head for name, head in LETTERHEAD if not getattr(facility, name))
    if missing:
        yield Lack("letterhead", NO_LETTERHEAD, FILL_IN, {"fields": missing}, Route(FACILITY_PAGE))


def _head(uow: Any) -> Iterator[Lack]:
    # Whoever signs for the head signs within a scope; the head alone has none.
    if uow.actor.may(EDIT_STAFF) and all(one.scope for one in list_signatories(uow)):
        yield Lack("head", NO_HEAD, WRITE_HEAD, {"title": get_facility(uow).head_title}, Route(STAFF_PAGE))


def _backup(uow: Any) -> Iterator[Lack]:
    if not uow.actor.may(MAKE_BACKUP):
        return
    taken_at = last_backup_at(uow)
    if taken_at is None or uow.now - taken_at >= OLD_BACKUP:
        text = NO_BACKUP if taken_at is None else STALE_BACKUP
        yield Lack("backup", text, HOW_TO_BACK_UP, help=BACKUP_HELP)
