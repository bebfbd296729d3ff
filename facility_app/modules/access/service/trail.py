"""What is written to the trail about the start itself, and the words that a right takes out of it."""

import sqlalchemy as sa

from facility_app.db.audit import ERASE_VERB, ValueChange, audit_value, erasure_name
from facility_app.db.uow import UnitOfWork, require, require_reason
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.kernel.privacy import Privacy
from facility_app.modules.access.domain import MANAGE_USERS, SIGN_IN
from facility_app.modules.access.queries import UserRow


def record_failed_tries(uow: UnitOfWork, tries: dict[str, int], unknown: int) -> None:
    """Write the sign-in failures counted since the last opening to the trail."""
    require(uow, SIGN_IN)
    with uow.act("access.failed_tries") as act:
        for name, count in sorted(tries.items()):
            account = UserRow.named(uow.session, name)
            record_id = "" if account is None else account.user_id
            act.note(ValueChange("user_account", record_id, "failed_tries", Privacy.ADMIN, None, str(count)))
        if unknown:
            act.note(
                ValueChange("user_account", "", "failed_tries_unknown_name", Privacy.ADMIN, None, str(unknown))
            )


def record_mended_slots(uow: UnitOfWork, dropped: int, missing: tuple[str, ...]) -> None:
    """Write to the trail that slots without an account were dropped and accounts without a slot were found."""
    require(uow, SIGN_IN)
    with uow.act("access.mend_slots") as act:
        act.note(ValueChange("user_account", "", "slots_dropped", Privacy.ADMIN, None, str(dropped)))
        act.note(ValueChange("user_account", "", "slots_missing", Privacy.IDENTITY, None, ", ".join(missing)))


def erase_audit_value(uow: UnitOfWork, seq: int, place: int, reason: str) -> None:
    """Erase one value of the trail (a data-subject's right) so that the chain stays whole.

    Raises:
        UserError: ``reason_missing``; ``not_found`` when the trail has no such value; ``already_erased``.
    """
    require(uow, MANAGE_USERS)
    require_reason(reason)
    where = (audit_value.c.entry_seq == seq, audit_value.c.ord == place)
    found = uow.session.execute(sa.select(audit_value.c.salt).where(*where)).one_or_none()
    if found is None:
        raise UserError(
            "not_found",
            label(
                "errors",
                "Nhật ký không có giá trị số {place} ở dòng {seq}. Xem các giá trị bằng lệnh audit show {seq}.",
            ),
            seq=seq,
            place=place,
        )
    if found.salt is None:
        raise UserError(
            "already_erased",
            label(
                "errors", "Giá trị số {place} ở dòng {seq} của nhật ký đã được xóa trước đó; không còn gì để xóa."
            ),
            seq=seq,
            place=place,
        )
    with uow.act(ERASE_VERB, reason=reason) as act:
        act.table, act.record_id = "audit_value", erasure_name(seq, place)
        uow.session.execute(sa.update(audit_value).where(*where).values(before=None, after=None, salt=None))
