"""Decisions about certificates; one that ends is put on the clerk's list in time."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.actor import Role
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.modules.catalogues.api import CodeList, check_code, parameter
from facility_app.modules.staff.domain import EDIT_STAFF, LINE, require_span
from facility_app.modules.staff.tables import StaffCertificate, StaffMember
from facility_app.modules.tasks.api import RaiseTask, SettleTasks, raise_task, settle_tasks

EXPIRY_TASK = "staff.certificate_expires"


@dataclass(frozen=True, slots=True)
class AddCertificate:
    """A certificate of a person.

    Attributes:
        kind: code of list ``certificate_kind``.
        renews_id: the certificate it takes the place of; that one's reminder is done.
    """

    member_id: str
    kind: str
    issued_on: date
    expires_on: date | None = None
    number: str | None = None
    issuer: str | None = None
    renews_id: str = ""


def add_certificate(uow: UnitOfWork, command: AddCertificate) -> str:
    """Note a certificate; one that ends is put on the clerk's list in time.

    Returns:
        The certificate's id.

    Raises:
        UserError: ``not_found``, ``unknown_code``, ``bad_span``, ``text_too_long``, ``renews_another``.
    """
    require(uow, EDIT_STAFF)
    member = uow.get(StaffMember, command.member_id)
    if command.renews_id:
        _require_own(uow, command.renews_id, member.id)
    kind = check_code(uow, CodeList.CERTIFICATE_KIND, command.kind, "kind")
    require_span(command.issued_on, command.expires_on, "expires_on")
    with uow.act("staff.add_certificate") as act:
        made = uow.add(
            StaffCertificate(
                member_id=member.id,
                kind=kind.code,
                number=LINE.kept_or_none(command.number, "number"),
                issuer=LINE.kept_or_none(command.issuer, "issuer"),
                issued_on=command.issued_on,
                expires_on=command.expires_on,
            )
        )
        act.about(made)
        if command.renews_id:
            settle_tasks(uow, SettleTasks("staff_certificate", command.renews_id, EXPIRY_TASK))
        if command.expires_on is not None and member.left_on is None:
            _remind(uow, made.id, command.expires_on, str(kind.text))
    return made.id


@dataclass(frozen=True, slots=True)
class VoidCertificate:
    """A certificate entered by mistake."""

    certificate_id: str
    version: int
    reason: str = field(repr=False)


def void_certificate(uow: UnitOfWork, command: VoidCertificate) -> None:
    """Strike out a certificate and its reminder.

    Raises:
        UserError: ``not_found``, ``reason_missing``.
        ConflictError: ``record_changed``.
    """
    require(uow, EDIT_STAFF)
    found = uow.get(StaffCertificate, command.certificate_id, version=command.version)
    with uow.act("staff.void_certificate", reason=command.reason) as act:
        act.about(found)
        uow.void(found, command.reason)
        settle_tasks(uow, SettleTasks("staff_certificate", found.id, is_done=False))


def _require_own(uow: UnitOfWork, certificate_id: str, member_id: str) -> None:
    """Refuse to renew what is somebody else's: their reminder would be settled."""
    if uow.get(StaffCertificate, certificate_id).member_id != member_id:
        raise UserError(
            "renews_another",
            label(
                "errors",
                "Chứng chỉ được gia hạn là của người khác. Hãy mở hồ sơ đúng người, chọn chứng chỉ cũ rồi bấm "
                "“Ghi bản gia hạn”.",
            ),
        )


def _remind(uow: UnitOfWork, certificate_id: str, expires_on: date, kind_text: str) -> None:
    notice = timedelta(days=parameter(uow, "certificate_notice_days").whole)
    raise_task(
        uow,
        RaiseTask(
            EXPIRY_TASK,
            label("staff", "Gia hạn chứng chỉ của cán bộ: {kind}"),
            "staff_certificate",
            certificate_id,
            due=expires_on,
            role=Role.CLERK,
            params={"kind": kind_text},
            show_on=expires_on - notice,
            may_go_to=EDIT_STAFF.roles,
        ),
    )
