"""Kết thúc: nothing keeps anybody past the day of leaving; only a release before it needs its paper."""

from dataclasses import dataclass, field
from datetime import date, datetime, time

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require, require_reason
from facility_app.kernel.dates import LOCAL, format_date, local_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.faults import Faults
from facility_app.kernel.labels import label
from facility_app.modules.stays.domain.events import StayEnded
from facility_app.modules.stays.domain.exits import (
    COMPLETIONS,
    EXIT_CODE_ARTICLES,
    EXIT_CODE_LABELS,
    OUT_THAT_DAY,
    ExitCode,
    exit_fits,
)
from facility_app.modules.stays.domain.rights import EXPLAIN_OVERHELD, RELEASE, VOID_STAYS
from facility_app.modules.stays.domain.typed import checked_paper
from facility_app.modules.stays.domain.types import STAY_TYPE_LABELS, EventKind, StayType
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

    From the day of leaving nothing is asked for; before it, an exit that is no completion needs its paper, and a
    completion is none yet. What is missing becomes tasks of whoever follows the person, never a lock.

    Raises:
        UserError: ``exit_before_end``, ``exit_paper_missing``, ``exit_odd``, ``exit_in_future``,
            ``exit_before_admission``, ``step_not_allowed``; as ``checked_paper``.
        ConflictError: ``record_changed``.
    """
    require(uow, RELEASE)
    stay = uow.get(Stay, command.stay_id, version=command.version)
    today = local_date(uow.now)
    exited_on = command.exited_on or today
    _require_open(stay)
    faults = Faults()
    paper = checked_paper(command.paper_number, command.paper_on, today, faults)
    note = faults.line("note", command.note)
    faults.refuse()
    _require_lawful(uow, stay, command, exited_on, today)
    with uow.act("stays.end_stay") as act:
        act.about(stay)
        stay.exit_note = note
        Closing(uow).close(stay, command.exit_code, exited_on, paper.number, paper.issued_on)
        counted = Recount.within(uow)
        counted.after(stay, "stays.end_stay")
        notice = _notice(command.exit_code, stay.stay_type)
        if notice:
            # The person may have left days before somebody writes it down; then it is due at once.
            counted.hours(stay, notice, min(uow.now, datetime.combine(exited_on, time.max, LOCAL)))
        uow.tell(StayEnded(stay.id, stay.resident_id, command.exit_code, exited_on))
    return SavedStay.of(stay)


def _notice(code: ExitCode, stay_type: StayType) -> str:
    """The deadline in hours that an end starts; empty for none."""
    if code is ExitCode.SELF_TERMINATED:
        return "self_termination_notice"
    if code is ExitCode.DEATH:
        return "death_relatives"
    return "private_completion_notice" if stay_type is StayType.VOLUNTARY_PRIVATE else ""


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
        UserError: ``reason_missing``; ``stay_has_events``; ``stay_goes_on`` for one that goes on from another: the
            person would be inside and on no list.
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


def _has_plan(uow: UnitOfWork, stay_id: str) -> bool:
    wanted = sa.select(RehabPlan.id).where(RehabPlan.stay_id == stay_id, RehabPlan.voided_at.is_(None))
    return uow.session.scalars(wanted).first() is not None


def _require_open(stay: Stay) -> None:
    if stay.exited_on is not None:
        raise UserError(
            "stay_ended_already",
            label("errors", "Lần cai nghiện {code} đã kết thúc ngày {day}. Hãy mở lại danh sách."),
            code=stay.code,
            day=format_date(stay.exited_on),
        )


def _require_lawful(uow: UnitOfWork, stay: Stay, command: EndStay, exited_on: date, today: date) -> None:
    if exited_on > today:
        raise UserError(
            "exit_in_future",
            label("errors", "Ngày ra {day} ở tương lai. Chỉ ghi khi người đó đã ra khỏi cơ sở."),
            fields={"exited_on": label("errors", "Ngày ra không thể ở tương lai")},
            day=format_date(exited_on),
        )
    if exited_on < stay.admitted_on:
        raise UserError(
            "exit_before_admission",
            label("errors", "Ngày ra {day} đứng trước ngày tiếp nhận {admitted_on}. Hãy sửa ngày ra."),
            fields={"exited_on": label("errors", "Trước ngày tiếp nhận {admitted_on}")},
            day=format_date(exited_on),
            admitted_on=format_date(stay.admitted_on),
        )
    if not exit_fits(command.exit_code, stay.stay_type, stay.legal_regime):
        raise UserError(
            "exit_odd",
            label("errors", "“{exit}” không dùng cho diện {type} ({article}). Hãy chọn lý do khác."),
            fields={"exit_code": label("errors", "Không dùng cho diện này")},
            exit=EXIT_CODE_LABELS[command.exit_code],
            type=STAY_TYPE_LABELS[stay.stay_type],
            article=EXIT_CODE_ARTICLES[command.exit_code],
        )
    end_on = Recount.within(uow).terms.answer(stay, exited_on).leave_by
    # Substitution treatment has no term, no limit and no certificate: there is no day and no paper to wait for.
    is_endless = stay.stay_type is StayType.SUBSTITUTION
    if is_endless or (end_on is not None and exited_on >= end_on):
        return
    if command.exit_code in COMPLETIONS and stay.stay_type.has_term:
        # Without a known end, or before it, nobody has completed a term.
        raise UserError(
            "exit_before_end",
            label(
                "errors",
                "Chưa đến ngày ra cơ sở {end_on}; “{exit}” chỉ ghi từ ngày đó. Nếu được ra sớm, "
                "hãy chọn lý do theo giấy tờ (miễn, hủy quyết định, điều chuyển…) và ghi số, ngày của giấy.",
            ),
            fields={"exit_code": label("errors", "Chưa đến ngày ra cơ sở")},
            end_on=format_date(end_on) if end_on is not None else label("errors", "(chưa xác định)"),
            exit=EXIT_CODE_LABELS[command.exit_code],
        )
    # Who is let go by a court's word leaves that day; its paper follows.
    needs_paper = command.exit_code not in {
        ExitCode.DEATH,
        ExitCode.SELF_TERMINATED,
        ExitCode.TEMP_RELEASED,
        *OUT_THAT_DAY,
    }
    if needs_paper and not (command.paper_number and command.paper_on):
        raise UserError(
            "exit_paper_missing",
            label(
                "errors",
                "Ra trước ngày {end_on} với lý do “{exit}” cần số và ngày của giấy tờ ({article}). "
                "Hãy ghi giấy tờ đó.",
            ),
            fields={"paper_number": label("errors", "Cần số và ngày của giấy tờ")},
            end_on=format_date(end_on) if end_on is not None else label("errors", "(chưa xác định)"),
            exit=EXIT_CODE_LABELS[command.exit_code],
            article=EXIT_CODE_ARTICLES[command.exit_code],
        )
