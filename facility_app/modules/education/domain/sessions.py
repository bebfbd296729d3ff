"""The life of one lesson."""

from enum import StrEnum

from facility_app.kernel.labels import Label, label


class SessionState(StrEnum):
    """Tình trạng buổi học."""

    PLANNED = "planned"
    HELD = "held"
    CANCELLED = "cancelled"


SESSION_STATE_LABELS: dict[SessionState, Label] = {
    SessionState.PLANNED: label("terms", "Chưa điểm danh"),
    SessionState.HELD: label("terms", "Đã điểm danh"),
    SessionState.CANCELLED: label("terms", "Nghỉ học"),
}
