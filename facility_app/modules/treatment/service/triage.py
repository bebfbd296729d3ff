"""Triage at the door: a red flag is a doctor's work until it is answered for; the worklist never says which."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

import sqlalchemy as sa

from facility_app.db.settings_store import get_setting
from facility_app.db.uow import UnitOfWork, require, require_reason
from facility_app.kernel.actor import Role
from facility_app.kernel.dates import local_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.faults import Faults
from facility_app.kernel.labels import Label, label
from facility_app.modules.residents.api import list_resident_rows
from facility_app.modules.tasks.api import RaiseTask, SettleTasks, raise_task, settle_tasks
from facility_app.modules.treatment.domain import ANSWER_FLAGS, STRIKE_OUT, TRIAGE
from facility_app.modules.treatment.domain.record import AHEAD, AT_ONCE, LATE_MINUTES, TriageFlag, is_late
from facility_app.modules.treatment.domain.watch import WatchLevel
from facility_app.modules.treatment.service.charting import Chart, Staff
from facility_app.modules.treatment.service.spells import Spells
from facility_app.modules.treatment.service.warning import Guards
from facility_app.modules.treatment.tables import DoorTriage, RedFlag

FLAG_TASK: Final = "treatment.red_flag"
RELIEF_TASK: Final = "treatment.relief_ground"
# Which flag it is stands behind the wall of health; who is shown the task learns that there is one.
_LOOK: Final = label("tasks", "Khám người mới đến có dấu hiệu nguy hiểm, ghi xử trí")
RELIEF: Final = label("tasks", "Xem căn cứ đề nghị miễn, tạm đình chỉ (V-46) trong hồ sơ bệnh án, trong ngày")


@dataclass(frozen=True, slots=True)
class TriagePerson:
    """What was seen of somebody who comes.

    Attributes:
        flags: none when nothing dangerous was seen; that too is written.
        note: what else was seen, and done at once.
        happened_at: None for now.
    """

    resident_id: str
    flags: frozenset[TriageFlag] = field(default=frozenset(), repr=False)
    note: str | None = field(default=None, repr=False)
    happened_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class AnswerFlag:
    """What a doctor or the chief nurse found and did.

    Attributes:
        is_confirmed: whether it was so.
    """

    flag_id: str
    version: int
    is_confirmed: bool = field(repr=False)
    answer: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class StrikeTriage:
    """A triage written down by mistake, e.g. of another person."""

    triage_id: str
    version: int
    reason: str = field(repr=False)


def triage_person(uow: UnitOfWork, command: TriagePerson) -> str:
    """Write down what was seen; each red flag stands on the doctor's worklist until it is answered.

    Returns:
        The triage's id.

    Raises:
        UserError: ``not_found``, ``text_too_long``; as ``ChartSpan.require_open``.
    """
    require(uow, TRIAGE)
    faults = Faults()
    note = faults.note("note", command.note)
    faults.refuse()
    if not list_resident_rows(uow, [command.resident_id]):
        raise _unknown(command.resident_id)
    chart = Chart.now_of(uow, command.resident_id)
    at = _moment(uow, chart, command.happened_at)
    with uow.act("treatment.triage") as act:
        if chart is not None:
            chart.open_record()
        made = uow.add(
            DoorTriage(
                resident_id=command.resident_id,
                stay_id=None if chart is None else chart.stay.stay_id,
                happened_at=at,
                author_name=Staff(uow).name,
                is_late=is_late(at, uow.now, get_setting(uow, LATE_MINUTES)),
                note=note,
            )
        )
        act.about(made)
        uow.session.flush()
        for flag in TriageFlag:
            if flag in command.flags:
                _raise_flag(uow, made, flag)
        if TriageFlag.SUICIDE in command.flags:
            Guards(uow, command.resident_id).warn()
        if chart is not None and TriageFlag.SUICIDE in command.flags:
            Spells(chart).begin(WatchLevel.PENDING, str(label("treatment", "Phân loại khi đến")))
    return made.id


def answer_flag(uow: UnitOfWork, command: AnswerFlag) -> None:
    """Write down what was found and done; the work on the list is done with it.

    A confirmed pregnancy is a ground to be let off the rest: the head hears of it the same day.

    Raises:
        UserError: ``not_found``, ``flag_answered``, ``field_missing``, ``text_too_long``.
        ConflictError: ``record_changed``.
    """
    require(uow, ANSWER_FLAGS)
    faults = Faults()
    answer = faults.note("answer", command.answer)
    if not answer:
        faults.add("field_missing", "answer", label("errors", "Hãy ghi đã khám thấy gì, xử trí thế nào."))
    faults.refuse()
    found = uow.get(RedFlag, command.flag_id, version=command.version)
    if found.answered_at is not None:
        raise UserError(
            "flag_answered",
            label(
                "errors", "Dấu hiệu này đã có xử trí, không ghi đè. Diễn biến tiếp theo hãy ghi vào hồ sơ bệnh án."
            ),
        )
    with uow.act("treatment.answer_flag") as act:
        act.about(found)
        found.answered_at, found.answered_name = uow.now, Staff(uow).name
        found.is_confirmed, found.answer = command.is_confirmed, answer
        settle_tasks(uow, SettleTasks("red_flag", found.id, FLAG_TASK))
        if command.is_confirmed and found.flag is TriageFlag.PREGNANCY:
            _owe(uow, found, RELIEF_TASK, RELIEF, Role.HEAD, is_urgent=False)
        if found.flag is TriageFlag.SUICIDE and not command.is_confirmed:
            _ease(uow, found.resident_id)


def strike_triage(uow: UnitOfWork, command: StrikeTriage) -> None:
    """Strike a triage out with its flags: its author may, and a doctor; what nobody answered yet is not owed.

    Raises:
        UserError: ``not_found``, ``reason_missing``; ``chart_closed``.
        PermissionDenied: ``entry_of_another``.
        ConflictError: ``record_changed``.
    """
    require(uow, STRIKE_OUT)
    require_reason(command.reason)
    found = uow.get(DoorTriage, command.triage_id, version=command.version)
    Staff(uow).require_own(found.created_by, found.author_name)
    if found.stay_id is not None:
        Chart.of(uow, found.stay_id).require_alive()
    with uow.act("treatment.strike_triage", reason=command.reason) as act:
        act.about(found)
        uow.void(found, command.reason)
        for flag in uow.session.scalars(sa.select(RedFlag).where(RedFlag.triage_id == found.id)).all():
            uow.void(flag, command.reason)
            settle_tasks(uow, SettleTasks("red_flag", flag.id, is_done=False))
            if flag.flag is TriageFlag.SUICIDE:
                _ease(uow, found.resident_id)


def _raise_flag(uow: UnitOfWork, triage: DoorTriage, flag: TriageFlag) -> None:
    made = uow.add(RedFlag(triage_id=triage.id, resident_id=triage.resident_id, flag=flag))
    uow.session.flush()
    _owe(uow, made, FLAG_TASK, _LOOK, Role.DOCTOR, is_urgent=flag in AT_ONCE)


def _owe(uow: UnitOfWork, flag: RedFlag, kind: str, text: Label, role: Role, *, is_urgent: bool) -> None:
    raise_task(
        uow,
        RaiseTask(
            kind,
            text,
            "red_flag",
            flag.id,
            uow.now if is_urgent else local_date(uow.now),
            role,
            resident_id=flag.resident_id,
            escalate_to=Role.CHIEF_NURSE if role is Role.DOCTOR else Role.HEAD,
            may_go_to=frozenset({Role.CHIEF_NURSE}) if role is Role.DOCTOR else frozenset(),
        ),
    )


def _ease(uow: UnitOfWork, resident_id: str) -> None:
    """The guards' alert goes with its ground; while somebody is watched, the doctor who ends that ends it."""
    chart = Chart.now_of(uow, resident_id)
    if chart is None or Spells(chart).current() is None:
        Guards(uow, resident_id).ease()


def _moment(uow: UnitOfWork, chart: Chart | None, said: datetime | None) -> datetime:
    if chart is not None:
        return chart.moment(said)
    if said is not None and said > uow.now + AHEAD:
        raise UserError(
            "time_in_future",
            label("errors", "Thời điểm này chưa đến. Hãy ghi giờ đã xảy ra, hoặc để trống nếu là bây giờ."),
            fields={"happened_at": label("errors", "Hãy xem lại giờ, ngày")},
        )
    return said or uow.now


def _unknown(record_id: str) -> UserError:
    return UserError(
        "not_found",
        label("errors", "Không tìm thấy bản ghi {id}. Có thể danh sách đã cũ; hãy mở lại danh sách."),
        id=record_id,
    )
