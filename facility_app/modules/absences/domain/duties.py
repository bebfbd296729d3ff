"""What must be done about an absence and by when; each is a task, and a step of the case that takes it off."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from facility_app.kernel.actor import Role
from facility_app.kernel.labels import Label, label
from facility_app.modules.absences.domain.cases import CaseKind


class Step(StrEnum):
    """Việc đã làm trong hồ sơ vắng mặt."""

    TOLD_FAMILY = "told_family"
    TOLD_PROVINCE = "told_province"
    TOLD_COMMUNE = "told_commune"
    TOLD_INVESTIGATION = "told_investigation"
    TOLD_PROCURACY = "told_procuracy"
    TOLD_HEALTH_BODY = "told_health_body"
    TOLD_RELATIVES = "told_relatives"
    DEATH_MINUTES = "death_minutes"
    BURIAL = "burial"
    HEALTH_CHECK = "health_check"
    DRUG_TEST = "drug_test"
    SEARCHED = "searched"
    OTHER = "other"


STEP_LABELS: dict[Step, Label] = {
    Step.TOLD_FAMILY: label("terms", "Đã báo cha, mẹ, người giám hộ, gia đình"),
    Step.TOLD_PROVINCE: label("terms", "Đã báo cáo Công an cấp tỉnh"),
    Step.TOLD_COMMUNE: label("terms", "Đã báo Công an cấp xã đã lập hồ sơ"),
    Step.TOLD_INVESTIGATION: label("terms", "Đã báo cơ quan điều tra"),
    Step.TOLD_PROCURACY: label("terms", "Đã báo Viện kiểm sát nhân dân khu vực"),
    Step.TOLD_HEALTH_BODY: label("terms", "Đã báo cơ quan y tế gần nhất"),
    Step.TOLD_RELATIVES: label("terms", "Đã báo thân nhân"),
    Step.DEATH_MINUTES: label("terms", "Đã lập biên bản xác nhận nguyên nhân chết"),
    Step.BURIAL: label("terms", "Đã bàn giao mai táng, hoặc cơ sở đã mai táng"),
    Step.HEALTH_CHECK: label("terms", "Đã kiểm tra sức khỏe khi trở lại"),
    Step.DRUG_TEST: label("terms", "Đã kiểm tra tình trạng sử dụng ma túy khi trở lại"),
    Step.SEARCHED: label("terms", "Đã tìm kiếm"),
    Step.OTHER: label("terms", "Việc khác"),
}

OWED_LABELS: Final[dict[Step, Label]] = {
    Step.TOLD_FAMILY: label("absences", "báo cha, mẹ hoặc người giám hộ"),
    Step.TOLD_PROVINCE: label("absences", "báo cáo Công an cấp tỉnh"),
    Step.HEALTH_CHECK: label("absences", "khám người vừa trở lại"),
    Step.DRUG_TEST: label("absences", "kiểm tra tình trạng sử dụng ma túy"),
}
"""What is named as owed, in a confirmation and on the person's page, until it is done."""
STEPS_OF: Final[dict[CaseKind, tuple[Step, ...]]] = {
    CaseKind.HOSPITAL: (Step.TOLD_FAMILY, Step.TOLD_PROVINCE, Step.HEALTH_CHECK, Step.OTHER),
    CaseKind.FUNERAL: (Step.HEALTH_CHECK, Step.DRUG_TEST, Step.OTHER),
    CaseKind.PROCEEDINGS: (Step.TOLD_PROVINCE, Step.OTHER),
    CaseKind.REMAND: (Step.TOLD_FAMILY, Step.OTHER),
    CaseKind.PRISON: (Step.TOLD_FAMILY, Step.OTHER),
    CaseKind.SUSPENSION: (Step.TOLD_FAMILY, Step.TOLD_PROVINCE, Step.OTHER),
    CaseKind.EXEMPTION: (Step.TOLD_FAMILY, Step.OTHER),
    CaseKind.ESCAPE: (Step.TOLD_COMMUNE, Step.SEARCHED, Step.TOLD_PROVINCE, Step.TOLD_FAMILY, Step.OTHER),
    CaseKind.LEFT: (Step.TOLD_COMMUNE, Step.TOLD_FAMILY, Step.SEARCHED, Step.OTHER),
    CaseKind.TRANSFER: (Step.TOLD_FAMILY, Step.OTHER),
    CaseKind.DEATH: (
        *(Step.TOLD_INVESTIGATION, Step.TOLD_PROCURACY, Step.TOLD_HEALTH_BODY, Step.TOLD_RELATIVES),
        *(Step.DEATH_MINUTES, Step.BURIAL, Step.OTHER),
    ),
}
"""What can be written down about a case, the law's first."""


@dataclass(frozen=True, slots=True)
class Duty:
    """Something to be done.

    Attributes:
        code: of the step that does it, or a word of its own; stable.
        roles: who acts, the first one's worklist.
        text: what to do.
        due_at: by when.
    """

    code: str
    roles: tuple[Role, ...]
    text: Label
    due_at: datetime


@dataclass(frozen=True, slots=True)
class _Rule:
    hours: int
    roles: tuple[Role, ...]
    text: Label


DECIDE: Final = "decide"
RETURN: Final = "return"
SEARCH: Final = "search"
END: Final = "end"
OFFICE: Final = (Role.CLERK, Role.HEAD)
_HEAD: Final = (Role.HEAD, Role.CLERK)
_GATE: Final = (Role.GUARD, Role.HEAD, Role.CLERK)
_MEDICAL: Final = (Role.DOCTOR, Role.CHIEF_NURSE, Role.HEAD)
_DAY: Final = 24
_FAMILY: Final = _Rule(
    _DAY, OFFICE, label("tasks", "Báo cha, mẹ hoặc người giám hộ việc đưa đi điều trị (Đ114.2)")
)
_PROVINCE: Final = _Rule(_DAY, OFFICE, label("tasks", "Báo cáo Công an cấp tỉnh việc đưa đi điều trị (Đ114.2)"))
_AT_LEAVING: Final[dict[CaseKind, dict[str, _Rule]]] = {
    CaseKind.HOSPITAL: {Step.TOLD_FAMILY: _FAMILY, Step.TOLD_PROVINCE: _PROVINCE},
    CaseKind.SUSPENSION: {Step.TOLD_FAMILY: _FAMILY, Step.TOLD_PROVINCE: _PROVINCE},
    CaseKind.ESCAPE: {
        SEARCH: _Rule(0, _HEAD, label("tasks", "Ra quyết định truy tìm (V-43; Đ109.2)")),
    },
    CaseKind.DEATH: {
        Step.TOLD_INVESTIGATION: _Rule(
            0, _HEAD, label("tasks", "Thông báo bằng văn bản cho cơ quan điều tra (Đ122.1)")
        ),
        Step.TOLD_PROCURACY: _Rule(
            0, _HEAD, label("tasks", "Thông báo bằng văn bản cho Viện kiểm sát nhân dân khu vực (Đ122.1)")
        ),
        Step.TOLD_HEALTH_BODY: _Rule(
            0, _HEAD, label("tasks", "Thông báo bằng văn bản cho cơ quan y tế gần nhất (Đ122.1)")
        ),
        Step.TOLD_RELATIVES: _Rule(0, _HEAD, label("tasks", "Thông báo ngay cho thân nhân để mai táng (Đ122.2)")),
        Step.DEATH_MINUTES: _Rule(
            _DAY, _HEAD, label("tasks", "Lập biên bản xác nhận nguyên nhân chết; thân nhân vắng vẫn lập (Đ122.1)")
        ),
        Step.BURIAL: _Rule(
            _DAY, _HEAD, label("tasks", "Bàn giao mai táng; thân nhân không đến thì cơ sở mai táng (Đ122.2)")
        ),
    },
}
_AFTER_FUNERAL: Final[dict[str, _Rule]] = {
    Step.HEALTH_CHECK: _Rule(
        _DAY, _MEDICAL, label("tasks", "Kiểm tra sức khỏe người đã về chịu tang trở lại (Đ121.4)")
    ),
    Step.DRUG_TEST: _Rule(
        _DAY, _MEDICAL, label("tasks", "Kiểm tra tình trạng sử dụng ma túy người trở lại (Đ121.4)")
    ),
}


_FROM_HOSPITAL: Final = label(
    "tasks", "Khám người từ bệnh viện trở lại, ghi kết quả khám vào hồ sơ bệnh án; xem lại y lệnh thuốc"
)
BACK_CHECKS: Final = (Step.HEALTH_CHECK, Step.DRUG_TEST)
"""What coming back asks for; nobody owes it of somebody who has left."""


def duties_at_leaving(kind: CaseKind, left_at: datetime) -> tuple[Duty, ...]:
    """What leaving asks for; the notice of an escape is the stay's own."""
    return _made(_AT_LEAVING.get(kind, {}), left_at)


def duties_at_return(kind: CaseKind, back_at: datetime, hours: int = _DAY) -> tuple[Duty, ...]:
    """What coming back asks for.

    Args:
        kind: of the case that is over.
        back_at: when they came back.
        hours: within how many a doctor looks at whoever was in a hospital; no law says so.
    """
    if kind is CaseKind.HOSPITAL:
        return _made({Step.HEALTH_CHECK: _Rule(hours, _MEDICAL, _FROM_HOSPITAL)}, back_at)
    return _made(_AFTER_FUNERAL if kind is CaseKind.FUNERAL else {}, back_at)


def decision_duty(kind: CaseKind, asked_at: datetime, hours: int) -> Duty:
    """The head decides; within the hours of the law where it has some."""
    text = {
        CaseKind.FUNERAL: label("tasks", "Quyết định việc cho về chịu tang (V-49; Đ121.2b)"),
        CaseKind.PROCEEDINGS: label("tasks", "Quyết định tạm thời đưa ra khỏi cơ sở (V-47; Đ111.1)"),
    }[kind]
    return Duty(DECIDE, _HEAD, text, asked_at + timedelta(hours=hours))


def return_duty(due_back_at: datetime) -> Duty:
    """Somebody is to be back; the task is red by itself once the moment has passed."""
    return Duty(
        RETURN, _GATE, label("tasks", "Đến hạn trở lại cơ sở: nhận lại, hoặc ghi vì sao chưa về"), due_back_at
    )


def end_duty(due_at: datetime) -> Duty:
    """A voluntary stay has ended by itself."""
    text = label("tasks", "Người tự nguyện đã rời đủ thời gian luật định: ghi tự ý chấm dứt, báo Công an cấp xã")
    return Duty(END, OFFICE, text, due_at)


def _made(rules: dict[str, _Rule], at: datetime) -> tuple[Duty, ...]:
    return tuple(
        Duty(str(code), rule.roles, rule.text, at + timedelta(hours=rule.hours)) for code, rule in rules.items()
    )
