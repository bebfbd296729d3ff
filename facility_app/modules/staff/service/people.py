"""Decisions about the people themselves: taken on, corrected, gone, struck out."""

from dataclasses import dataclass, field
from datetime import date

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require, require_reason
from facility_app.kernel.actor import Role
from facility_app.kernel.dates import local_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.kernel.names import fold, sort_key
from facility_app.kernel.sex import Sex
from facility_app.modules.catalogues.api import CodeList, check_code
from facility_app.modules.staff.domain import (
    EDIT_STAFF,
    NUMBER,
    StaffKind,
    full_name,
    personal_no,
    require_birth,
    require_span,
)
from facility_app.modules.staff.service.owned import Owned
from facility_app.modules.staff.tables import StaffAuthority, StaffCertificate, StaffMember, StaffPost
from facility_app.modules.tasks.api import RaiseTask, SettleTasks, raise_task, settle_tasks

ACCOUNT_TASK = "staff.close_account"


@dataclass(frozen=True, slots=True)
class MemberWish:
    """What is kept about a person, as typed.

    Attributes:
        rank: code of list ``police_rank``.
        user_id: account that signs in as this person.
    """

    full_name: str = field(repr=False)
    kind: StaffKind
    joined_on: date
    staff_no: str | None = None
    sex: Sex | None = None
    born_on: date | None = field(default=None, repr=False)
    personal_no: str | None = field(default=None, repr=False)
    phone: str | None = field(default=None, repr=False)
    rank: str | None = None
    user_id: str | None = None


def add_staff_member(uow: UnitOfWork, wish: MemberWish) -> str:
    """Take a person on.

    Returns:
        The person's id.

    Raises:
        UserError: ``field_missing``, ``text_too_long``, ``bad_name``, ``bad_personal_no``, ``bad_birth_date``,
            ``unknown_code``, ``staff_no_taken``, ``account_taken``.
    """
    require(uow, EDIT_STAFF)
    content = _content(uow, wish, "")
    with uow.act("staff.add") as act:
        made = uow.add(StaffMember(**content))
        act.about(made)
    return made.id


@dataclass(frozen=True, slots=True)
class EditStaffMember:
    """The person as they shall stand."""

    member_id: str
    version: int
    wish: MemberWish


def edit_staff_member(uow: UnitOfWork, command: EditStaffMember) -> None:
    """Correct what is kept about a person; rank and number too.

    Raises:
        UserError: as ``add_staff_member``; ``not_found``, ``bad_span``.
        ConflictError: ``record_changed``.
    """
    require(uow, EDIT_STAFF)
    found = uow.get(StaffMember, command.member_id, version=command.version)
    content = _content(uow, command.wish, found.id)
    require_span(command.wish.joined_on, found.left_on, "joined_on")
    with uow.act("staff.edit") as act:
        act.about(found)
        for name, value in content.items():
            setattr(found, name, value)


@dataclass(frozen=True, slots=True)
class EndEmployment:
    """A person's last day."""

    member_id: str
    version: int
    left_on: date
    reason: str = field(repr=False)


def end_employment(uow: UnitOfWork, command: EndEmployment) -> None:
    """Note a person's last day: posts and authorities end with it, reminders go, the account is to be closed.

    Raises:
        UserError: ``not_found``, ``reason_missing``, ``bad_span``.
        ConflictError: ``record_changed``.
    """
    require(uow, EDIT_STAFF)
    require_reason(command.reason)
    found = uow.get(StaffMember, command.member_id, version=command.version)
    require_span(found.joined_on, command.left_on, "left_on")
    with uow.act("staff.end_employment", reason=command.reason) as act:
        act.about(found)
        found.left_on = command.left_on
        owned = Owned(uow, found.id)
        owned.end_posts(command.left_on, command.reason)
        owned.end_authorities(command.left_on, command.reason)
        for certificate in owned.all(StaffCertificate):
            settle_tasks(uow, SettleTasks("staff_certificate", certificate.id, is_done=False))
        if found.user_id:
            raise_task(
                uow,
                RaiseTask(
                    ACCOUNT_TASK,
                    label("staff", "Khóa tài khoản của cán bộ đã thôi việc"),
                    "staff_member",
                    found.id,
                    due=command.left_on,
                    role=Role.ADMIN,
                    show_on=local_date(uow.now),
                ),
            )


@dataclass(frozen=True, slots=True)
class VoidStaffMember:
    """A person entered by mistake."""

    member_id: str
    version: int
    reason: str = field(repr=False)


def void_staff_member(uow: UnitOfWork, command: VoidStaffMember) -> None:
    """Strike out a person entered by mistake, with posts, authorities and certificates.

    Raises:
        UserError: ``not_found``, ``reason_missing``.
        ConflictError: ``record_changed``.
    """
    require(uow, EDIT_STAFF)
    found = uow.get(StaffMember, command.member_id, version=command.version)
    with uow.act("staff.void", reason=command.reason) as act:
        act.about(found)
        uow.void(found, command.reason)
        own = Owned(uow, found.id)
        owned: tuple[StaffPost | StaffAuthority | StaffCertificate, ...] = (
            *own.all(StaffPost),
            *own.all(StaffAuthority),
            *own.all(StaffCertificate),
        )
        for record in owned:
            uow.void(record, command.reason)
            settle_tasks(uow, SettleTasks(record.__tablename__, record.id, is_done=False))


def _content(uow: UnitOfWork, wish: MemberWish, member_id: str) -> dict[str, object]:
    """What is kept of a wish; refuses what is not well formed or another's."""
    name = full_name(wish.full_name)
    number = NUMBER.kept_or_none(wish.staff_no, "staff_no")
    require_birth(wish.born_on, local_date(uow.now))
    _require_free(uow, StaffMember.staff_no, number, member_id, "staff_no")
    _require_free(uow, StaffMember.user_id, wish.user_id or None, member_id, "user_id")
    return {
        "full_name": name,
        "name_fold": fold(f"{name} {number or ''}"),
        "name_sort": sort_key(name),
        "staff_no": number,
        "kind": wish.kind,
        "sex": None if wish.sex is None else wish.sex.value,
        "born_on": wish.born_on,
        "personal_no": personal_no(wish.personal_no),
        "phone": NUMBER.kept_or_none(wish.phone, "phone"),
        "rank": check_code(uow, CodeList.POLICE_RANK, wish.rank, "rank").code if wish.rank else None,
        "user_id": wish.user_id or None,
        "joined_on": wish.joined_on,
    }


def _require_free(
    uow: UnitOfWork, column: sa.orm.InstrumentedAttribute[str | None], value: str | None, own_id: str, name: str
) -> None:
    if value is None:
        return
    asked = sa.select(StaffMember.full_name).where(column == value, StaffMember.id != own_id)
    taken = uow.session.scalar(asked.where(StaffMember.voided_at.is_(None)))
    if taken is not None:
        code = "staff_no_taken" if name == "staff_no" else "account_taken"
        raise UserError(
            code,
            label(
                "errors", "Đã gán cho {name}. Hãy xem lại số hiệu hoặc tài khoản; mỗi người một số, một tài khoản."
            ),
            fields={name: label("errors", "Đã gán cho {name}")},
            name=taken,
        )
