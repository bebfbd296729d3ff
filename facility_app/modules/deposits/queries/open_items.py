"""What of somebody's is still kept, for whoever lets them go: a task, never a stop (Đ123.3)."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from facility_app.db.attachments import NamedFiles
from facility_app.db.uow import UnitOfWork
from facility_app.kernel.labels import label
from facility_app.kernel.money import Money
from facility_app.modules.deposits.domain import VIEW_DEPOSITS
from facility_app.modules.deposits.queries.accounts import get_account
from facility_app.modules.deposits.queries.held import get_share_kept
from facility_app.modules.deposits.queries.things import answer_named_files
from facility_app.modules.stays.api import OpenItem, OpenItems

PERSON_PAGE: Final = "residents.person"
TAB: Final = "deposits.person"
ARTICLE: Final = "NĐ 163/2026 Đ123.3"


def _open_items(uow: UnitOfWork, question: OpenItems) -> tuple[OpenItem, ...]:
    if not uow.actor.may(VIEW_DEPOSITS):
        return ()
    kept = get_account(uow, question.resident_id).kept
    found = []
    if kept.balance > Money(0):
        text = label("deposits", "Còn giữ {amount} tiền lưu ký chưa trả")
        params: dict[str, object] = {"amount": kept.balance.text()}
        share = get_share_kept(uow, question.resident_id)
        if share > Money(0):
            text = label(
                "deposits",
                "Còn giữ {amount} tiền lưu ký chưa trả, trong đó {share} là phần kết quả lao động trị liệu",
            )
            params["share"] = share.text()
        found.append(_item("deposit_money", text, params, question))
    if kept.pieces > kept.forbidden:
        text = label("deposits", "Còn giữ {count} đồ vật lưu ký chưa trả")
        found.append(_item("deposit_things", text, {"count": kept.pieces - kept.forbidden}, question))
    if kept.forbidden:
        text = label("deposits", "Còn {count} đồ vật cấm chưa chuyển giao, tiêu hủy")
        found.append(_item("deposit_forbidden", text, {"count": kept.forbidden}, question))
    return tuple(found)


def _item(code: str, text: Any, params: dict[str, object], question: OpenItems) -> OpenItem:
    return OpenItem(code, text, params, PERSON_PAGE, question.resident_id, ARTICLE, tab=TAB)


ANSWERS: Mapping[type, tuple[Callable[[Any, Any], Any], ...]] = {
    OpenItems: (_open_items,),
    NamedFiles: (answer_named_files,),
}
