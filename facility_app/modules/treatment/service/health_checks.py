"""A health check is written down: the next one counts from it, and what it asks for becomes work."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.actor import Role
from facility_app.kernel.dates import local_date
from facility_app.kernel.faults import Faults
from facility_app.kernel.labels import label
from facility_app.modules.absences.api import record_examined
from facility_app.modules.stays.api import HealthChecked
from facility_app.modules.tasks.api import RaiseTask, raise_task
from facility_app.modules.treatment.domain import WRITE_RECORD
from facility_app.modules.treatment.domain.health_check import HealthCheckKind, HealthVerdict
from facility_app.modules.treatment.queries.health_checks import last_health_checks
from facility_app.modules.treatment.service.charting import Chart
from facility_app.modules.treatment.service.triage import RELIEF
from facility_app.modules.treatment.tables import HealthCheck

TABLE: Final = HealthCheck.__tablename__
RELIEF_TASK: Final = "treatment.check_relief"
HOSPITAL_TASK: Final = "treatment.check_hospital"
_HOSPITAL: Final = label(
    "tasks", "Chuyển bệnh viện theo kết luận khám sức khỏe; báo gia đình, Công an tỉnh (Đ114.2)"
)


@dataclass(frozen=True, slots=True)
class RecordHealthCheck:
    """What a doctor found.

    Attributes:
        body, mind: state of body and of mind (NĐ 163/2026 Đ88.1).
        advice: what is to be done next; needed unless nothing is to be treated, and always before leaving.
        examiner: who examined; empty for whoever writes.
        happened_at: None for now.
    """

    stay_id: str
    kind: HealthCheckKind
    body: str = field(repr=False)
    mind: str = field(repr=False)
    verdict: HealthVerdict = field(repr=False)
    advice: str = field(default="", repr=False)
    examiner: str = ""
    happened_at: datetime | None = None


def record_health_check(uow: UnitOfWork, command: RecordHealthCheck) -> str:
    """Write a health check into the record (NĐ 163/2026 Đ114.1, Đ88.1).

    The next yearly one counts from this day; one before leaving is done with at the gate too. Whoever must go to a
    hospital, or may be let off the rest, becomes somebody's work the same day.

    Returns:
        Its id.

    Raises:
        UserError: ``field_missing``, ``text_too_long``, ``not_found``; as ``ChartSpan.require_open``.
    """
    require(uow, WRITE_RECORD)
    faults = Faults()
    examiner = faults.line("examiner", command.examiner)
    body, mind = faults.note("body", command.body), faults.note("mind", command.mind)
    advice = faults.note("advice", command.advice)
    for name, said, needed in (
        ("body", body, label("errors", "Hãy ghi tình trạng sức khỏe thể chất đã khám thấy.")),
        ("mind", mind, label("errors", "Hãy ghi tình trạng sức khỏe tâm thần đã khám thấy.")),
    ):
        if not said:
            faults.add("field_missing", name, needed)
    is_leaving = command.kind is HealthCheckKind.RELEASE
    if not advice and (is_leaving or command.verdict is not HealthVerdict.WELL):
        faults.add("field_missing", "advice", label("errors", "Hãy ghi hướng xử trí, điều trị tiếp."))
    faults.refuse()
    chart = Chart.of(uow, command.stay_id)
    at = chart.moment(command.happened_at)
    with uow.act("treatment.record_health_check") as act:
        made = uow.add(
            HealthCheck(
                **chart.facts(at),
                kind=command.kind,
                examiner=examiner or chart.author,
                body=body,
                mind=mind,
                verdict=command.verdict,
                advice=advice,
            )
        )
        act.about(made)
        uow.session.flush()
        if chart.stay.is_open:
            _owe(uow, made)
        tell_checked(uow, made.stay_id, made.resident_id, made.kind)
        record_examined(uow, made.resident_id, at)
        return made.id


def tell_checked(uow: UnitOfWork, stay_id: str, resident_id: str, kind: HealthCheckKind) -> None:
    """Say what stands of a stay's health checks after one was written or struck out."""
    require(uow, WRITE_RECORD)
    uow.session.flush()
    last = last_health_checks(uow, [stay_id])
    released = last_health_checks(uow, [stay_id], HealthCheckKind.RELEASE)
    uow.tell(
        HealthChecked(
            stay_id,
            resident_id,
            last.get(stay_id),
            is_for_leaving=kind is HealthCheckKind.RELEASE,
            last_for_leaving_on=released.get(stay_id),
        )
    )


def _owe(uow: UnitOfWork, check: HealthCheck) -> None:
    """What follows from the verdict; the text on the list says nothing of the illness."""
    found = {
        HealthVerdict.RELIEF: (RELIEF_TASK, RELIEF, Role.HEAD),
        HealthVerdict.HOSPITAL: (HOSPITAL_TASK, _HOSPITAL, Role.DOCTOR),
    }.get(check.verdict)
    if found is None:
        return
    kind, text, role = found
    raise_task(
        uow,
        RaiseTask(
            kind,
            text,
            TABLE,
            check.id,
            local_date(uow.now),
            role,
            resident_id=check.resident_id,
            may_go_to=frozenset({Role.CHIEF_NURSE}) if role is Role.DOCTOR else frozenset(),
        ),
    )
