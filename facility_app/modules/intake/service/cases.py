"""A coming of somebody: begun, checked against the papers, ticked off, finished."""

from dataclasses import dataclass, field
from datetime import date, datetime

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.dates import local_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.faults import Faults
from facility_app.kernel.labels import label
from facility_app.modules.intake.domain.arrival_papers import PAPER_NEEDS, TURNED, PaperMark
from facility_app.modules.intake.domain.rights import RECEIVE
from facility_app.modules.intake.queries.stored import case_of_stay
from facility_app.modules.intake.tables import IntakeCase, IntakePaper
from facility_app.modules.residents.api import (
    AttachFile,
    Attachment,
    AttachmentKind,
    attach_file,
    list_resident_rows,
)
from facility_app.modules.stays.api import list_stays_of

_CODES = frozenset(need.code for needs in (*PAPER_NEEDS.values(), TURNED) for need in needs)


@dataclass(frozen=True, slots=True)
class OpenCase:
    """Somebody known stands at the door, or came in without a case: with a list, or before there were any."""

    resident_id: str


@dataclass(frozen=True, slots=True)
class RecordDelivery:
    """Who brought the person and when; the check of person, file and identity papers.

    Attributes:
        version: of the case, as the user saw it.
        checked_on: when the comparing was done; None while it was not.
        condition_seen: what the receiving officer saw, for the minutes.
    """

    case_id: str
    version: int
    checked_on: date | None = None
    delivered_at: datetime | None = None
    delivering_name: str | None = field(default=None, repr=False)
    delivering_position: str | None = None
    delivering_agency: str | None = None
    condition_seen: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class MarkPaper:
    """A paper of the checklist came, is missing after all, or is not needed.

    Attributes:
        reason: why it is not needed; needed then.
        scan: the paper itself, kept among the person's documents; ``page_count`` of it.
    """

    case_id: str
    paper: str
    mark: PaperMark
    reason: str | None = None
    scan: bytes | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class FinishCase:
    """Taking in is finished, or goes on after all."""

    case_id: str
    version: int
    is_finished: bool = True


@dataclass(frozen=True, slots=True)
class SavedCase:
    """A case as it was written."""

    case_id: str
    version: int


def open_case(uow: UnitOfWork, command: OpenCase) -> SavedCase:
    """Begin with somebody known.

    Raises:
        UserError: ``not_found``; ``case_open_already``; ``case_finished`` for a stay whose case was finished.
    """
    require(uow, RECEIVE)
    if not list_resident_rows(uow, [command.resident_id]):
        raise UserError(
            "not_found",
            label("errors", "Không tìm thấy bản ghi {id}. Có thể danh sách đã cũ; hãy mở lại danh sách."),
            id=command.resident_id,
        )
    if unfinished_of(uow, command.resident_id) is not None:
        raise UserError(
            "case_open_already",
            label("errors", "Người này đang được tiếp nhận. Hãy mở hồ sơ tiếp nhận đang có để làm tiếp."),
        )
    inside = next((one for one in list_stays_of(uow, command.resident_id) if one.is_open), None)
    if inside is not None and case_of_stay(uow, inside.stay_id) is not None:
        raise UserError(
            "case_finished",
            label("errors", "Lần cai nghiện {code} đã có hồ sơ tiếp nhận, đã kết thúc. Hãy mở hồ sơ đó."),
            code=inside.code,
        )
    with uow.act("intake.open_case") as act:
        made = uow.add(IntakeCase(resident_id=command.resident_id, opened_on=local_date(uow.now)))
        if inside is not None:
            made.stay_id, made.is_turned = inside.stay_id, inside.earlier_stay_id is not None
        act.about(made)
        uow.session.flush()
    return SavedCase(made.id, made.version)


def record_delivery(uow: UnitOfWork, command: RecordDelivery) -> SavedCase:
    """Write down who delivered the person, and the check of the papers.

    Raises:
        UserError: ``not_found``, ``day_out_of_range``, ``text_too_long``.
        ConflictError: ``record_changed``.
    """
    require(uow, RECEIVE)
    faults = Faults()
    today = local_date(uow.now)
    values = {
        "checked_on": faults.past_day("checked_on", command.checked_on, today),
        "delivering_name": faults.line("delivering_name", command.delivering_name),
        "delivering_position": faults.line("delivering_position", command.delivering_position),
        "delivering_agency": faults.line("delivering_agency", command.delivering_agency),
        "condition_seen": faults.line("condition_seen", command.condition_seen),
    }
    if command.delivered_at is not None and command.delivered_at > uow.now:
        faults.add("day_out_of_range", "delivered_at", label("errors", "Giờ giao nhận chưa đến. Hãy xem lại."))
    faults.refuse()
    with uow.act("intake.record_delivery") as act:
        case = uow.get(IntakeCase, command.case_id, version=command.version)
        act.about(case)
        case.delivered_at = command.delivered_at
        for name, value in values.items():
            setattr(case, name, value)
        uow.session.flush()
    return SavedCase(case.id, case.version)


def mark_paper(uow: UnitOfWork, command: MarkPaper) -> None:
    """Tick a paper; with its scan, which is kept among the person's documents.

    Raises:
        UserError: ``paper_unknown``; ``reason_missing`` for one that is not needed; ``not_found``; as
            ``attach_file``.
    """
    require(uow, RECEIVE)
    if command.paper not in _CODES:
        raise UserError("paper_unknown", label("errors", "Giấy tờ này không có trong danh mục. Hãy mở lại hồ sơ."))
    faults = Faults()
    needed = label("errors", "Hãy ghi vì sao không cần giấy này.")
    reason = faults.line("reason", command.reason, needed=needed if command.mark is PaperMark.NOT_NEEDED else None)
    faults.refuse()
    case = uow.get(IntakeCase, command.case_id)
    with uow.act("intake.mark_paper", reason=reason) as act:
        found = paper_of(uow, case.id, command.paper)
        if found is None:
            found = uow.add(
                IntakePaper(case_id=case.id, resident_id=case.resident_id, paper=command.paper, mark=command.mark)
            )
        act.about(found)
        found.mark, found.reason = command.mark, reason
        if command.scan is not None:
            title = next(
                str(need.title)
                for needs in (*PAPER_NEEDS.values(), TURNED)
                for need in needs
                if need.code == command.paper
            )
            kind = AttachmentKind.IDENTITY_SCAN if command.paper == "identity" else AttachmentKind.DECISION
            kept = attach_file(uow, AttachFile(case.resident_id, command.scan, Attachment(kind, title)))
            found.attachment_id = kept.entry_id
        uow.session.flush()


def finish_case(uow: UnitOfWork, command: FinishCase) -> SavedCase:
    """Say that it is finished, whatever is missing; or take that back. What is missing stays to be seen.

    Raises:
        UserError: ``not_found``; ``not_admitted``: somebody who has no stay was not taken in.
        ConflictError: ``record_changed``.
    """
    require(uow, RECEIVE)
    with uow.act("intake.finish_case") as act:
        case = uow.get(IntakeCase, command.case_id, version=command.version)
        act.about(case)
        if command.is_finished and case.stay_id is None:
            raise UserError(
                "not_admitted",
                label("errors", "Người này chưa có lần cai nghiện nào mở. Hãy ghi diện, quyết định trước."),
            )
        case.finished_on = local_date(uow.now) if command.is_finished else None
        uow.session.flush()
    return SavedCase(case.id, case.version)


def unfinished_of(uow: UnitOfWork, resident_id: str) -> IntakeCase | None:
    """The coming of somebody that is under way."""
    require(uow, RECEIVE)
    wanted = sa.select(IntakeCase).where(
        IntakeCase.resident_id == resident_id,
        IntakeCase.voided_at.is_(None),
        IntakeCase.finished_on.is_(None),
    )
    return uow.session.scalars(wanted).first()


def paper_of(uow: UnitOfWork, case_id: str, paper: str) -> IntakePaper | None:
    """What was ticked of a paper."""
    require(uow, RECEIVE)
    wanted = sa.select(IntakePaper).where(
        IntakePaper.case_id == case_id, IntakePaper.paper == paper, IntakePaper.voided_at.is_(None)
    )
    return uow.session.scalars(wanted).first()
