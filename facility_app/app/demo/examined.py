"""Health checks and serious events of the fiction: a day of yearly checks, and three things that went wrong."""

from datetime import timedelta
from typing import Final

from facility_app.app.demo.hands import Hands
from facility_app.app.demo.patients import ALLERGY, HELD, OPIOIDS, Patients
from facility_app.db.uow import UnitOfWork
from facility_app.kernel.actor import Role
from facility_app.kernel.labels import Label, label
from facility_app.kernel.paging import Look
from facility_app.modules.treatment.domain.health_check import HealthCheckKind, HealthVerdict
from facility_app.modules.treatment.domain.serious import EventKind, EventStep, Harm, steps_of
from facility_app.modules.treatment.queries.health_checks import list_due_check_ids, list_due_check_rows
from facility_app.modules.treatment.queries.serious import get_event
from facility_app.modules.treatment.service.health_checks import RecordHealthCheck, record_health_check
from facility_app.modules.treatment.service.serious import (
    CloseEvent,
    RecordEvent,
    RecordEventStep,
    close_event,
    record_event,
    record_event_step,
)

STILL_DUE: Final = 9
"""One of so many is left for whoever looks at the list."""
MOST: Final = 150
BODIES: Final = (
    label("demo", "Tim đều, phổi thông khí tốt, bụng mềm, da niêm mạc hồng"),
    label("demo", "Huyết áp cao nhẹ, tim phổi bình thường, răng sâu"),
    label("demo", "Ho khạc buổi sáng, phổi ít ran, không sốt"),
)
MINDS: Final = (
    label("demo", "Tỉnh, tiếp xúc tốt, ngủ được, không hoang tưởng"),
    label("demo", "Lo âu nhẹ, ngủ sáu giờ, không có ý nghĩ tự hại"),
)
ADVICE: Final = (
    label("demo", "Tập thể dục, khám lại theo hạn"),
    label("demo", "Đo huyết áp mỗi tuần, giảm muối, khám răng"),
    label("demo", "Xét nghiệm đờm, chụp phổi, uống thuốc theo đơn"),
)
FELL: Final = (
    label("demo", "Nhà tắm khu A"),
    label("demo", "Cán bộ trực khu A"),
    label("demo", "Trượt chân khi tắm, sưng đau cổ tay phải, không ngất"),
    label("demo", "Chườm lạnh, nẹp cổ tay, cho thuốc giảm đau"),
)
WRONG_DOSE: Final = (
    label("demo", "Phòng phát thuốc"),
    label("demo", "Điều dưỡng trực"),
    label("demo", "Đưa nhầm gói vitamin của người cùng tên, người bệnh phát hiện trước khi uống"),
    label("demo", "Thu lại gói thuốc, đối chiếu hai dấu hiệu nhận diện, phát đúng thuốc"),
)
CUT: Final = (
    label("demo", "Phòng B2-03"),
    label("demo", "Người cùng phòng"),
    label("demo", "Rạch cẳng tay trái bằng mảnh nhựa, chảy máu, nói không muốn sống"),
    label("demo", "Băng ép cầm máu, chuyển bệnh viện khâu vết thương, trông liên tục"),
)
WITNESS: Final = label("demo", "Hai người cùng phòng")
OUTCOME: Final = label("demo", "Hết sưng sau ba ngày; lát thảm chống trượt ở nhà tắm")
WHOM: Final = {
    EventStep.TOLD_HEAD: label("demo", "Trưởng cơ sở"),
    EventStep.TOLD_FAMILY: label("demo", "Gia đình người cai nghiện"),
    EventStep.TOLD_PROVINCE: label("demo", "Trực ban Công an tỉnh"),
}
BY_PHONE: Final = label("demo", "điện thoại")


def write_examined(hands: Hands, patients: Patients) -> None:
    """A day ago doctors examined whoever was due, but for a few; two dossiers are open, one is closed."""
    hands.clock.turn(1, 7, 30)
    with hands.by(Role.DOCTOR) as uow:
        _examine(uow)
    hands.clock.turn(1, 8)
    with hands.by(Role.NURSE) as uow:
        fell = _record(uow, patients.of_story(ALLERGY).stay_id, EventKind.FALL, Harm.TREATED, FELL)
        hands.clock.turn(1, 8, 30)
        for step in steps_of(EventKind.FALL, Harm.TREATED):
            _did(uow, fell, step)
    hands.clock.turn(1, 9)
    with hands.by(Role.NURSE) as uow:
        wrong = _record(uow, patients.of_story(HELD).stay_id, EventKind.MEDICATION_ERROR, Harm.NONE, WRONG_DOSE)
        hands.clock.turn(1, 10)
        _did(uow, wrong, EventStep.CALLED_DOCTOR)
        _did(uow, wrong, EventStep.TOLD_HEAD)
        hands.clock.turn(1, 15, 30)
        cut = _record(uow, patients.of_story(OPIOIDS).stay_id, EventKind.SELF_HARM, Harm.SEVERE, CUT, str(WITNESS))
        hands.clock.turn(1, 16)
        for step in (EventStep.CALLED_DOCTOR, EventStep.TOLD_HEAD, EventStep.SCENE, EventStep.TOLD_FAMILY):
            _did(uow, cut, step)
        hands.clock.turn(1, 16, 30)
        version = get_event(uow, fell).version
    with hands.by(Role.HEAD) as uow:
        close_event(uow, CloseEvent(fell, version, str(OUTCOME)))


def _examine(uow: UnitOfWork) -> None:
    due = list_due_check_rows(uow, list_due_check_ids(uow, Look())[:MOST])
    for place, row in enumerate(due):
        if place % STILL_DUE == 0:
            continue
        is_leaving = row.kind is HealthCheckKind.RELEASE
        found = place % len(BODIES)
        verdict = HealthVerdict.CARE if found else HealthVerdict.WELL
        at = uow.now - timedelta(hours=15, minutes=5 * (place % 60))
        said = (str(BODIES[found]), str(MINDS[place % len(MINDS)]))
        advice = str(ADVICE[found]) if found or is_leaving else ""
        record_health_check(uow, RecordHealthCheck(row.stay_id, row.kind, *said, verdict, advice, happened_at=at))


def _record(
    uow: UnitOfWork, stay_id: str, kind: EventKind, harm: Harm, said: tuple[Label, ...], present: str = ""
) -> str:
    place, found_by, account, measures = map(str, said)
    return record_event(uow, RecordEvent(stay_id, kind, harm, place, found_by, account, measures, present))


def _did(uow: UnitOfWork, event_id: str, step: EventStep) -> None:
    whom = str(WHOM[step]) if step in WHOM else ""
    record_event_step(uow, RecordEventStep(event_id, step, whom, str(BY_PHONE) if step in WHOM else ""))
