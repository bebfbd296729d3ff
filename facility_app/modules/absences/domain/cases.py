"""An absence as a case: what kind it is, which article rules it, how far it has come."""

from datetime import datetime
from enum import StrEnum
from typing import Final

from facility_app.kernel.labels import Label, label
from facility_app.kernel.state_machine import StateMachine, Transition
from facility_app.modules.absences.domain.rights import DECIDE_ABSENCES, FOLLOW_STAYS, KEEP_CASES


class CaseKind(StrEnum):
    """Loại vắng mặt."""

    HOSPITAL = "hospital"
    FUNERAL = "funeral"
    PROCEEDINGS = "proceedings"
    REMAND = "remand"
    PRISON = "prison"
    SUSPENSION = "suspension"
    EXEMPTION = "exemption"
    ESCAPE = "escape"
    LEFT = "left"
    TRANSFER = "transfer"
    DEATH = "death"


CASE_KIND_LABELS: dict[CaseKind, Label] = {
    CaseKind.HOSPITAL: label("terms", "Đi viện"),
    CaseKind.FUNERAL: label("terms", "Chịu tang"),
    CaseKind.PROCEEDINGS: label("terms", "Theo yêu cầu tố tụng"),
    CaseKind.REMAND: label("terms", "Tạm giữ, tạm giam"),
    CaseKind.PRISON: label("terms", "Chấp hành án phạt tù"),
    CaseKind.SUSPENSION: label("terms", "Tạm đình chỉ"),
    CaseKind.EXEMPTION: label("terms", "Miễn phần còn lại"),
    CaseKind.ESCAPE: label("terms", "Bỏ trốn"),
    CaseKind.LEFT: label("terms", "Tự ý rời cơ sở (tự nguyện)"),
    CaseKind.TRANSFER: label("terms", "Điều chuyển"),
    CaseKind.DEATH: label("terms", "Chết"),
}

CASE_ARTICLES: Final[dict[CaseKind, str]] = {
    CaseKind.HOSPITAL: "NĐ 163/2026 Đ114.2",
    CaseKind.FUNERAL: "NĐ 163/2026 Đ121",
    CaseKind.PROCEEDINGS: "NĐ 163/2026 Đ111",
    CaseKind.REMAND: "luật không quy định; chờ người có thẩm quyền quyết định",
    CaseKind.PRISON: "Luật PCMT 2025 Đ47.1",
    CaseKind.SUSPENSION: "Luật PCMT 2025 Đ39.3; NĐ 163/2026 Đ110.2, Đ110.4",
    CaseKind.EXEMPTION: "Luật PCMT 2025 Đ39.3; NĐ 163/2026 Đ110.2, Đ110.4",
    CaseKind.ESCAPE: "NĐ 163/2026 Đ109.2; Luật PCMT 2025 Đ46.2i",
    CaseKind.LEFT: "NĐ 163/2026 Đ4.9",
    CaseKind.TRANSFER: "Luật PCMT 2025 Đ38",
    CaseKind.DEATH: "NĐ 163/2026 Đ122",
}


OF_HEALTH: Final = frozenset({CaseKind.HOSPITAL, CaseKind.SUSPENSION, CaseKind.EXEMPTION, CaseKind.DEATH})
"""Kinds whose reasons are health: read behind its wall."""


class CaseState(StrEnum):
    """Hồ sơ vắng mặt đến đâu."""

    ASKED = "asked"
    ALLOWED = "allowed"
    AWAY = "away"
    BACK = "back"
    GONE_ON = "gone_on"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    OUT = "out"


CASE_STATE_LABELS: dict[CaseState, Label] = {
    CaseState.ASKED: label("terms", "Chờ quyết định"),
    CaseState.ALLOWED: label("terms", "Đã cho phép, chưa đi"),
    CaseState.AWAY: label("terms", "Đang vắng mặt"),
    CaseState.BACK: label("terms", "Đã trở lại"),
    CaseState.GONE_ON: label("terms", "Chuyển sang vắng mặt khác"),
    CaseState.REFUSED: label("terms", "Không được chấp thuận"),
    CaseState.WITHDRAWN: label("terms", "Đã thôi"),
    CaseState.OUT: label("terms", "Đã ra cơ sở"),
}

ALLOW: Final = "absences.allow"
REFUSE: Final = "absences.refuse"
WITHDRAW: Final = "absences.withdraw"
FOLLOW: Final = "absences.follow_stay"
COME_BACK: Final = "absences.take_back"
CASE_VERBS: dict[str, Label] = {
    ALLOW: label("verbs", "Quyết định cho vắng mặt"),
    REFUSE: label("verbs", "Không chấp thuận vắng mặt"),
    WITHDRAW: label("verbs", "Thôi đề nghị vắng mặt"),
    FOLLOW: label("verbs", "Ghi hồ sơ vắng mặt theo lần cai nghiện"),
    COME_BACK: label("verbs", "Nhận người vắng mặt trở lại"),
}
_S: Final = CaseState
CASE_LIFE: Final = StateMachine(
    frozenset(
        {
            Transition(_S.ASKED, ALLOW, _S.ALLOWED, DECIDE_ABSENCES),
            Transition(_S.ASKED, REFUSE, _S.REFUSED, DECIDE_ABSENCES),
            Transition(_S.ASKED, WITHDRAW, _S.WITHDRAWN, KEEP_CASES),
            Transition(_S.ALLOWED, WITHDRAW, _S.WITHDRAWN, KEEP_CASES),
            Transition(_S.ASKED, FOLLOW, _S.AWAY, FOLLOW_STAYS),
            Transition(_S.ALLOWED, FOLLOW, _S.AWAY, FOLLOW_STAYS),
            Transition(_S.AWAY, COME_BACK, _S.BACK, KEEP_CASES),
        }
    ),
    CASE_STATE_LABELS,
    CASE_VERBS,
)
"""The life of a case; going on to another absence and leaving for good follow the stay."""

OPEN: Final = frozenset({CaseState.ASKED, CaseState.ALLOWED, CaseState.AWAY})
WAITING: Final = frozenset({CaseState.ASKED, CaseState.ALLOWED})


class Relief(StrEnum):
    """Đề nghị gì với Tòa án, Công an cấp tỉnh (V-46)."""

    SUSPENSION = "suspension"
    EXEMPTION = "exemption"


RELIEF_LABELS: dict[Relief, Label] = {
    Relief.SUSPENSION: label("terms", "Tạm đình chỉ chấp hành quyết định"),
    Relief.EXEMPTION: label("terms", "Miễn chấp hành phần thời gian còn lại"),
}


class Ground(StrEnum):
    """Lý do tạm đình chỉ, miễn (Luật PCMT 2025 Đ39.3)."""

    SEVERE_ILLNESS = "severe_illness"
    CRITICAL_ILLNESS = "critical_illness"
    PREGNANT = "pregnant"


GROUND_LABELS: dict[Ground, Label] = {
    Ground.SEVERE_ILLNESS: label("terms", "Bị bệnh nặng, đưa về gia đình điều trị (tạm đình chỉ)"),
    Ground.CRITICAL_ILLNESS: label("terms", "Mắc bệnh hiểm nghèo (miễn)"),
    Ground.PREGNANT: label("terms", "Phụ nữ mang thai (miễn)"),
}
GROUNDS: Final[dict[Relief, frozenset[Ground]]] = {
    Relief.SUSPENSION: frozenset({Ground.SEVERE_ILLNESS}),
    Relief.EXEMPTION: frozenset({Ground.CRITICAL_ILLNESS, Ground.PREGNANT}),
}


def is_overdue(state: CaseState, due_back_at: datetime | None, now: datetime) -> bool:
    """Whether somebody should have been back: told by the clock, written down by nobody."""
    return state is CaseState.AWAY and due_back_at is not None and now > due_back_at
