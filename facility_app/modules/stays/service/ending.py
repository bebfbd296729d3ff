"""Kết thúc: nothing keeps anybody past the day of leaving; only a release before it needs its paper."""

from dataclasses import dataclass, field
from datetime import date, datetime, time

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require, require_reason
from facility_app.kernel.dates import LOCAL, local_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.faults import Faults
from facility_app.kernel.labels import label
from facility_app.modules.correspondence.api import PapersOfStay
from facility_app.modules.stays.domain.answer import TermAnswer
from facility_app.modules.stays.domain.events import StayEnded, StayVoided
from facility_app.modules.stays.domain.exits import ExitCode
from facility_app.modules.stays.domain.leaving import Leaving, check_open, notice_of
from facility_app.modules.stays.domain.rights import EXPLAIN_OVERHELD, RELEASE, VOID_STAYS
from facility_app.modules.stays.domain.typed import checked_paper
from facility_app.modules.stays.domain.types import EventKind
from facility_app.modules.stays.queries.stored import events_of, stages_of
from facility_app.modules.stays.service.closing import Closing
from facility_app.modules.stays.service.counting import Recount
from facility_app.modules.stays.service.saved import SavedStay
from facility_app.modules.stays.tables import OverheldNote, RehabPlan, Stay


@dataclass(frozen=True, slots=True)
class EndStay:
    """Somebody leaves for good.

    Attributes:
        version: of the stay, as the user saw it.
        exited_on: the day of leaving.
        paper_number: the paper an exit before the end rests on, with ``paper_on``.
    """

    stay_id: str
    version: int
    exit_code: ExitCode
    exited_on: date | None
    paper_number: str | None = None
    paper_on: date | None = None
    note: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class ExplainOverheld:
    """Why somebody is still here past the day of leaving."""

    stay_id: str
    explanation: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class VoidStay:
    """A stay written down by mistake."""

    stay_id: str
    version: int
    reason: str = field(repr=False)


def end_stay(uow: UnitOfWork, command: EndStay) -> SavedStay:
    """Let somebody go.

    From the day of leaving nothing is asked for, and a reason that is not the type's is told, not refused; before
    it, an exit that is no completion needs its paper, and a completion is none yet. What is missing becomes tasks
    of whoever follows the person, never a lock.

    Raises:
        UserError: as ``Leaving``; ``stay_ended_already``, ``step_not_allowed``; as ``checked_paper``.
        ConflictError: ``record_changed``.
    """
    require(uow, RELEASE)
    stay = uow.get(Stay, command.stay_id, version=command.version)
    today = local_date(uow.now)
    exited_on = command.exited_on or today
    check_open(stay.code, stay.exited_on)
    faults = Faults()
    paper = checked_paper(command.paper_number, command.paper_on, today, faults)
    note = faults.line("note", command.note)
    faults.refuse()
    counted = Recount.within(uow)
    leaving = Leaving(
        command.exit_code,
        exited_on,
        stay.stay_type,
        stay.legal_regime,
        stay.admitted_on,
        stay.presence,
        stay.presence_on,
        _due_on(counted.terms.answer(stay, exited_on), exited_on),
        paper.number is not None,
    )
    leaving.check_day(today)
    leaving.check_lawful()
    with uow.act("stays.end_stay") as act:
        act.about(stay)
        stay.exit_note = note
        Closing(uow).close(stay, command.exit_code, exited_on, paper.number, paper.issued_on)
        answer = counted.after(stay, "stays.end_stay")
        notice = notice_of(command.exit_code, stay.stay_type)
        if notice:
            # The person may have left days before somebody writes it down; then it is due at once.
            counted.hours(stay, notice, min(uow.now, datetime.combine(exited_on, time.max, LOCAL)))
        uow.tell(StayEnded(stay.id, stay.resident_id, command.exit_code, exited_on))
    return SavedStay.of(stay, answer.warnings)


def _due_on(answer: TermAnswer, exited_on: date) -> date | None:
    """The day of leaving; an absence without a paper adds nothing, so that it was never closed keeps nobody."""
    nearest = answer.weighed_by
    return nearest if nearest is not None and nearest <= exited_on else answer.leave_by


def explain_overheld(uow: UnitOfWork, command: ExplainOverheld) -> SavedStay:
    """Write down why somebody is still here past the day of leaving; it holds for today.

    Raises:
        UserError: ``reason_missing``; ``not_overheld``.
    """
    require(uow, EXPLAIN_OVERHELD)
    require_reason(command.explanation)
    stay = uow.get(Stay, command.stay_id)
    today = local_date(uow.now)
    if stay.leave_by is None or stay.exited_on is not None or today <= stay.leave_by:
        raise UserError(
            "not_overheld",
            label("errors", "Lần cai nghiện {code} không quá ngày phải cho về, nên không cần giải trình."),
            code=stay.code,
        )
    with uow.act("stays.explain_overheld") as act:
        made = uow.add(
            OverheldNote(
                resident_id=stay.resident_id,
                stay_id=stay.id,
                leave_by=stay.leave_by,
                explained_until=today,
                explanation=command.explanation.strip(),
            )
        )
        act.about(made)
    return SavedStay.of(stay)


def void_stay(uow: UnitOfWork, command: VoidStay) -> None:
    """Strike out a stay written down by mistake, before anything was built on it.

    Raises:
        UserError: ``reason_missing``; ``stay_has_events``; ``stay_has_papers``; ``stay_goes_on`` for one that goes
            on from another: the person would be inside and on no list.
        ConflictError: ``record_changed``.
    """
    require(uow, VOID_STAYS)
    stay = uow.get(Stay, command.stay_id, version=command.version)
    require_reason(command.reason)
    built_on: list[object] = [
        one for one in events_of(uow, stay.id) if one.kind is not EventKind.TEMPORARY_MANAGEMENT_CREDIT
    ]
    built_on += stages_of(uow, stay.id)
    if stay.earlier_stay_id is not None:
        raise UserError(
            "stay_goes_on",
            label(
                "errors",
                "Lần cai nghiện {code} tiếp nối thời gian quản lý trong khi lập hồ sơ nên không gạch bỏ được: "
                "người này sẽ ở cơ sở mà không có trong danh sách nào. Hãy sửa quyết định, thời hạn, hoặc ghi "
                "kết thúc.",
            ),
            code=stay.code,
        )
    _require_no_paper(uow, stay)
    if built_on or _has_plan(uow, stay.id) or stay.exited_on is not None:
        raise UserError(
            "stay_has_events",
            label(
                "errors",
                "Lần cai nghiện {code} đã có sự kiện, giai đoạn hoặc kế hoạch; không gạch bỏ cả lần. Hãy gạch bỏ "
                "từng sự kiện ghi nhầm, hoặc ghi kết thúc.",
            ),
            code=stay.code,
        )
    with uow.act("stays.void_stay", reason=command.reason) as act:
        act.about(stay)
        uow.void(stay, command.reason)
        counted = Recount.within(uow)
        counted.after(stay, "stays.void_stay")
        counted.forget(stay)
        uow.tell(StayVoided(stay.id, stay.resident_id))


def _require_no_paper(uow: UnitOfWork, stay: Stay) -> None:
    """A paper somebody outside holds speaks of this stay; it is void before the stay is."""
    papers = [paper for answer in uow.ask(PapersOfStay(stay.id)) for paper in answer]
    if papers:
        raise UserError(
            "stay_has_papers",
            label(
                "errors",
                "Lần cai nghiện {code} đã có văn bản ban hành: {papers}. Hãy hủy các văn bản đó ở sổ văn bản đi "
                "(có lý do, báo nơi nhận), rồi gạch bỏ.",
            ),
            code=stay.code,
            papers=tuple(papers),
        )


def _has_plan(uow: UnitOfWork, stay_id: str) -> bool:
    wanted = sa.select(RehabPlan.id).where(RehabPlan.stay_id == stay_id, RehabPlan.voided_at.is_(None))
    return uow.session.scalars(wanted).first() is not None
