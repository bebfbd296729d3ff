"""The closed lists of a stay: legal types, what happens to a term, where a person is, why they were brought in."""

from enum import StrEnum
from typing import Final

from facility_app.kernel.labels import Label, label
from facility_app.kernel.regime import LegalRegime


class StayType(StrEnum):
    """Diện cai nghiện (law.md §3.1)."""

    COMPULSORY_ADULT = "COMPULSORY_ADULT"
    COMPULSORY_MINOR = "COMPULSORY_MINOR"
    VOLUNTARY_PUBLIC = "VOLUNTARY_PUBLIC"
    VOLUNTARY_PRIVATE = "VOLUNTARY_PRIVATE"
    TEMPORARY = "TEMPORARY"
    HOME_PHASES_AT_FACILITY = "HOME_PHASES_AT_FACILITY"
    SUBSTITUTION = "SUBSTITUTION"

    @property
    def is_compulsory(self) -> bool:
        """Whether a court has decided it."""
        return self in _COMPULSORY

    @property
    def is_voluntary(self) -> bool:
        """Whether the person may end it by leaving; then no day is ever added (law.md §18 row 2)."""
        return not self.is_compulsory and self is not StayType.TEMPORARY

    @property
    def has_term(self) -> bool:
        """Whether a decision prints months; the others show days held and a limit of their own."""
        return self in _WITH_TERM


_COMPULSORY: Final = frozenset({StayType.COMPULSORY_ADULT, StayType.COMPULSORY_MINOR})
_WITH_TERM: Final = _COMPULSORY | {StayType.VOLUNTARY_PUBLIC, StayType.VOLUNTARY_PRIVATE}

STAY_TYPE_LABELS: dict[StayType, Label] = {
    StayType.COMPULSORY_ADULT: label("terms", "Cai nghiện bắt buộc, từ đủ 18 tuổi"),
    StayType.COMPULSORY_MINOR: label("terms", "Cai nghiện bắt buộc, từ đủ 12 đến dưới 18 tuổi"),
    StayType.VOLUNTARY_PUBLIC: label("terms", "Cai nghiện tự nguyện tại cơ sở công lập"),
    StayType.VOLUNTARY_PRIVATE: label("terms", "Cai nghiện tự nguyện tại cơ sở tư nhân"),
    StayType.TEMPORARY: label("terms", "Quản lý trong thời gian lập hồ sơ"),
    StayType.HOME_PHASES_AT_FACILITY: label("terms", "Cai nghiện tại gia đình, thực hiện giai đoạn tại cơ sở"),
    StayType.SUBSTITUTION: label("terms", "Điều trị nghiện bằng thuốc thay thế"),
}

STAY_TYPE_ARTICLES: Final[dict[StayType, str]] = {
    StayType.COMPULSORY_ADULT: "Luật PCMT 2025 Đ35; NĐ 163/2026 Mục 8, 10, 12",
    StayType.COMPULSORY_MINOR: "Luật PCMT 2025 Đ36; NĐ 163/2026 Mục 9, 13",
    StayType.VOLUNTARY_PUBLIC: "Luật PCMT 2025 Đ34; NĐ 163/2026 Đ95–97",
    StayType.VOLUNTARY_PRIVATE: "Luật PCMT 2025 Đ33; NĐ 163/2026 Đ92.2, Đ94",
    StayType.TEMPORARY: "Luật PCMT 2025 Đ37; NĐ 163/2026 Đ98–99",
    StayType.HOME_PHASES_AT_FACILITY: "NĐ 163/2026 Đ93.1, Đ131.3",
    StayType.SUBSTITUTION: "NĐ 163/2026 Đ89.2",
}
OLD_STAY_TYPE_ARTICLES: Final[dict[StayType, str]] = {
    **{kind: f"{article} (luật cũ chưa đối chiếu)" for kind, article in STAY_TYPE_ARTICLES.items()},
    StayType.COMPULSORY_ADULT: "Luật PCMT 2021 Đ32; Luật XLVPHC Đ95",
    StayType.COMPULSORY_MINOR: "Luật PCMT 2021 Đ33.3",
    StayType.VOLUNTARY_PUBLIC: "Luật PCMT 2021 Đ31.1",
    StayType.VOLUNTARY_PRIVATE: "Luật PCMT 2021 Đ31.1",
}


def stay_type_article(stay_type: StayType, regime: LegalRegime) -> str:
    """What a type rests on under the law of the stay."""
    return (OLD_STAY_TYPE_ARTICLES if regime is LegalRegime.L2021 else STAY_TYPE_ARTICLES)[stay_type]


class EventKind(StrEnum):
    """Sự kiện làm thay đổi hoặc giải thích thời hạn."""

    TEMPORARY_MANAGEMENT_CREDIT = "temporary_management_credit"
    ESCAPE = "escape"
    OVERSTAY = "overstay"
    PRISON = "prison"
    REMAND = "remand"
    HOSPITAL = "hospital"
    SUSPENSION = "suspension"
    PROCEEDINGS = "proceedings"
    FUNERAL = "funeral"
    TRANSFER = "transfer"
    REDUCTION = "reduction"
    DECISION_CHANGED = "decision_changed"
    END = "end"


ADDING_KINDS: Final = frozenset({EventKind.ESCAPE, EventKind.OVERSTAY, EventKind.PRISON})
"""Their days are not part of the term; each needs its paper (law.md §18 row 24)."""
SERVED_KINDS: Final = frozenset(
    {EventKind.HOSPITAL, EventKind.SUSPENSION, EventKind.PROCEEDINGS, EventKind.FUNERAL, EventKind.TRANSFER}
)
"""Their days count as served, also while they last."""
DATED_KINDS: Final = frozenset({EventKind.REDUCTION, EventKind.DECISION_CHANGED, EventKind.END})
"""They happen on one day and cover none."""

EVENT_KIND_LABELS: dict[EventKind, Label] = {
    EventKind.TEMPORARY_MANAGEMENT_CREDIT: label("terms", "Thời gian quản lý trong khi lập hồ sơ được trừ"),
    EventKind.ESCAPE: label("terms", "Bỏ trốn"),
    EventKind.OVERSTAY: label("terms", "Quá hạn về chịu tang"),
    EventKind.PRISON: label("terms", "Chấp hành án phạt tù"),
    EventKind.REMAND: label("terms", "Tạm giữ, tạm giam"),
    EventKind.HOSPITAL: label("terms", "Điều trị tại cơ sở khám bệnh, chữa bệnh"),
    EventKind.SUSPENSION: label("terms", "Tạm đình chỉ chấp hành"),
    EventKind.PROCEEDINGS: label("terms", "Tạm thời đưa ra khỏi cơ sở theo yêu cầu tố tụng"),
    EventKind.FUNERAL: label("terms", "Về chịu tang"),
    EventKind.TRANSFER: label("terms", "Điều chuyển cơ sở"),
    EventKind.REDUCTION: label("terms", "Giảm thời hạn"),
    EventKind.DECISION_CHANGED: label("terms", "Sửa đổi quyết định"),
    EventKind.END: label("terms", "Kết thúc"),
}


class CountsAs(StrEnum):
    """Cách tính thời gian tạm giữ, tạm giam do người có thẩm quyền quyết định (law.md §18 row 21)."""

    SERVED = "served"
    ADDED = "added"


class PresenceState(StrEnum):
    """Tình trạng có mặt của người cai nghiện."""

    INSIDE = "inside"
    HOSPITAL = "hospital"
    PROCEEDINGS = "proceedings"
    FUNERAL = "funeral"
    ESCAPED = "escaped"
    SUSPENDED = "suspended"
    IN_TRANSIT = "in_transit"
    PRISON = "prison"
    REMAND = "remand"
    OUT = "out"


PRESENCE_LABELS: dict[PresenceState, Label] = {
    PresenceState.INSIDE: label("terms", "Có mặt tại cơ sở"),
    PresenceState.HOSPITAL: label("terms", "Đang nằm viện"),
    PresenceState.PROCEEDINGS: label("terms", "Tạm thời ra ngoài theo yêu cầu tố tụng"),
    PresenceState.FUNERAL: label("terms", "Đang về chịu tang"),
    PresenceState.ESCAPED: label("terms", "Đang bỏ trốn"),
    PresenceState.SUSPENDED: label("terms", "Đang tạm đình chỉ"),
    PresenceState.IN_TRANSIT: label("terms", "Đang điều chuyển"),
    PresenceState.PRISON: label("terms", "Đang chấp hành án phạt tù"),
    PresenceState.REMAND: label("terms", "Đang bị tạm giữ, tạm giam"),
    PresenceState.OUT: label("terms", "Đã ra cơ sở"),
}

PRESENCE_ARTICLES: Final[dict[PresenceState, str]] = {
    PresenceState.INSIDE: "Luật PCMT 2025 Đ29.3",
    PresenceState.HOSPITAL: "NĐ 163/2026 Đ114.2, Đ114.4",
    PresenceState.PROCEEDINGS: "NĐ 163/2026 Đ111",
    PresenceState.FUNERAL: "NĐ 163/2026 Đ121",
    PresenceState.ESCAPED: "NĐ 163/2026 Đ109",
    PresenceState.SUSPENDED: "Luật PCMT 2025 Đ39.3; NĐ 163/2026 Đ110",
    PresenceState.IN_TRANSIT: "Luật PCMT 2025 Đ38",
    PresenceState.PRISON: "Luật PCMT 2025 Đ47.1",
    PresenceState.REMAND: "luật không quy định; chờ người có thẩm quyền quyết định",
    PresenceState.OUT: "NĐ 163/2026 Đ94, Đ97, Đ123",
}


class AdmissionReason(StrEnum):
    """Lý do đưa vào cơ sở (law.md §3.1)."""

    NOT_REGISTERED = "NOT_REGISTERED"
    NOT_STARTED = "NOT_STARTED"
    SELF_TERMINATED = "SELF_TERMINATED"
    USED_DURING_VOLUNTARY = "USED_DURING_VOLUNTARY"
    SUBSTITUTION_NOT_REGISTERED = "SUBSTITUTION_NOT_REGISTERED"
    SUBSTITUTION_NOT_STARTED = "SUBSTITUTION_NOT_STARTED"
    SUBSTITUTION_SELF_TERMINATED = "SUBSTITUTION_SELF_TERMINATED"
    SUBSTITUTION_TERMINATED = "SUBSTITUTION_TERMINATED"
    ADDICTED_IN_POST_REHAB = "ADDICTED_IN_POST_REHAB"
    MONITORING_REFUSED = "MONITORING_REFUSED"
    REPEATED_VIOLATION = "REPEATED_VIOLATION"
    THIRD_VIOLATION = "THIRD_VIOLATION"
    TURNED_18_EVADING = "TURNED_18_EVADING"
    OLD_LAW = "OLD_LAW"
    FILE_IN_PREPARATION = "FILE_IN_PREPARATION"
    REGISTERED_VOLUNTARY = "REGISTERED_VOLUNTARY"
    HOME_PHASES = "HOME_PHASES"
    SUBSTITUTION = "SUBSTITUTION"


ADMISSION_REASON_LABELS: dict[AdmissionReason, Label] = {
    AdmissionReason.NOT_REGISTERED: label("terms", "Không đăng ký cai nghiện tự nguyện"),
    AdmissionReason.NOT_STARTED: label("terms", "Không thực hiện cai nghiện tự nguyện"),
    AdmissionReason.SELF_TERMINATED: label("terms", "Tự ý chấm dứt cai nghiện tự nguyện"),
    AdmissionReason.USED_DURING_VOLUNTARY: label(
        "terms", "Bị phát hiện sử dụng trái phép chất ma túy trong thời gian cai nghiện tự nguyện"
    ),
    AdmissionReason.SUBSTITUTION_NOT_REGISTERED: label("terms", "Không đăng ký điều trị thay thế"),
    AdmissionReason.SUBSTITUTION_NOT_STARTED: label("terms", "Không thực hiện điều trị thay thế"),
    AdmissionReason.SUBSTITUTION_SELF_TERMINATED: label("terms", "Tự ý chấm dứt điều trị thay thế"),
    AdmissionReason.SUBSTITUTION_TERMINATED: label("terms", "Bị chấm dứt điều trị thay thế do vi phạm"),
    AdmissionReason.ADDICTED_IN_POST_REHAB: label(
        "terms", "Được xác định nghiện trong thời gian quản lý sau cai nghiện"
    ),
    AdmissionReason.MONITORING_REFUSED: label("terms", "Không chấp hành giám sát điện tử"),
    AdmissionReason.REPEATED_VIOLATION: label("terms", "Tái phạm sau biện pháp giáo dục tại xã"),
    AdmissionReason.THIRD_VIOLATION: label("terms", "Vi phạm lần thứ ba"),
    AdmissionReason.TURNED_18_EVADING: label("terms", "Đủ 18 tuổi trong thời gian trốn tránh"),
    AdmissionReason.OLD_LAW: label("terms", "Bị áp dụng biện pháp bắt buộc theo Luật PCMT 2021"),
    AdmissionReason.FILE_IN_PREPARATION: label("terms", "Đang lập hồ sơ đề nghị cai nghiện bắt buộc"),
    AdmissionReason.REGISTERED_VOLUNTARY: label("terms", "Đăng ký cai nghiện tự nguyện"),
    AdmissionReason.HOME_PHASES: label("terms", "Đăng ký thực hiện giai đoạn tại cơ sở"),
    AdmissionReason.SUBSTITUTION: label("terms", "Điều trị bằng thuốc thay thế"),
}

_BOTH: Final = "Luật PCMT 2025 Đ35.1, Đ36.1"
ADMISSION_REASON_ARTICLES: Final[dict[AdmissionReason, str]] = {
    AdmissionReason.NOT_REGISTERED: f"{_BOTH}; NĐ 163/2026 Đ4.7",
    AdmissionReason.NOT_STARTED: f"{_BOTH}; NĐ 163/2026 Đ4.8",
    AdmissionReason.SELF_TERMINATED: f"{_BOTH}; NĐ 163/2026 Đ4.9",
    AdmissionReason.USED_DURING_VOLUNTARY: _BOTH,
    AdmissionReason.SUBSTITUTION_NOT_REGISTERED: _BOTH,
    AdmissionReason.SUBSTITUTION_NOT_STARTED: _BOTH,
    AdmissionReason.SUBSTITUTION_SELF_TERMINATED: _BOTH,
    AdmissionReason.SUBSTITUTION_TERMINATED: _BOTH,
    AdmissionReason.ADDICTED_IN_POST_REHAB: _BOTH,
    AdmissionReason.MONITORING_REFUSED: "Luật PCMT 2025 Đ47.2",
    AdmissionReason.REPEATED_VIOLATION: "Luật PCMT 2025 Đ47.3",
    AdmissionReason.THIRD_VIOLATION: "Luật PCMT 2025 Đ47.4c",
    AdmissionReason.TURNED_18_EVADING: "Luật PCMT 2025 Đ36.3",
    AdmissionReason.OLD_LAW: "Luật PCMT 2021 Đ32, Đ33",
    AdmissionReason.FILE_IN_PREPARATION: STAY_TYPE_ARTICLES[StayType.TEMPORARY],
    AdmissionReason.REGISTERED_VOLUNTARY: "Luật PCMT 2025 Đ30, Đ33, Đ34",
    AdmissionReason.HOME_PHASES: STAY_TYPE_ARTICLES[StayType.HOME_PHASES_AT_FACILITY],
    AdmissionReason.SUBSTITUTION: STAY_TYPE_ARTICLES[StayType.SUBSTITUTION],
}
