"""How screens say what is known of people: tones of states, alerts in a word, days as written."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from enum import StrEnum
from functools import partial
from typing import Any, Final

from facility_app.kernel.dates import format_date, format_moment
from facility_app.kernel.labels import Label, label
from facility_app.kernel.money import Money
from facility_app.kernel.sex import SEX_LABELS, Sex
from facility_app.modules.residents.domain.body import (
    BODY_PART_LABELS,
    BODY_SIDE_LABELS,
    MARK_KIND_LABELS,
    POSE_LABELS,
    BodyPart,
    BodySide,
    MarkKind,
    Pose,
)
from facility_app.modules.residents.domain.card import RESIDENT_STATUS_LABELS, AlertChip, ResidentStatus
from facility_app.modules.residents.domain.family import (
    ADDRESS_KIND_LABELS,
    ALIAS_KIND_LABELS,
    RELATION_LABELS,
    AddressKind,
    AliasKind,
    Relation,
)
from facility_app.modules.residents.domain.files import ATTACHMENT_KIND_LABELS, AttachmentKind
from facility_app.modules.residents.domain.papers import PAPER_KIND_LABELS, PaperKind
from facility_app.modules.residents.domain.past import (
    LEGAL_RECORD_KIND_LABELS,
    REHAB_KIND_LABELS,
    LegalRecordKind,
    RehabKind,
)
from facility_app.modules.residents.domain.safety import (
    ALERT_KIND_LABELS,
    ALERT_LEVEL_LABELS,
    STRENGTH_LABELS,
    AlertKind,
    AlertLevel,
    Strength,
)
from facility_app.ui.i18n import tr
from facility_app.ui.theme import Tone

STATUS_TONES: Final[dict[ResidentStatus, Tone]] = {
    ResidentStatus.NO_STAY: Tone.NEUTRAL,
    ResidentStatus.PRESENT: Tone.OK,
    ResidentStatus.AWAY: Tone.WARNING,
    ResidentStatus.ESCAPED: Tone.DANGER,
    ResidentStatus.LEFT: Tone.NEUTRAL,
}
LEVEL_TONES: Final[dict[AlertLevel, Tone]] = {
    AlertLevel.DANGER: Tone.DANGER,
    AlertLevel.WARNING: Tone.WARNING,
    AlertLevel.INFO: Tone.INFO,
}
ENUM_LABELS: Final[dict[type, Mapping[Any, Label]]] = {
    AddressKind: ADDRESS_KIND_LABELS,
    AlertKind: ALERT_KIND_LABELS,
    AlertLevel: ALERT_LEVEL_LABELS,
    AliasKind: ALIAS_KIND_LABELS,
    AttachmentKind: ATTACHMENT_KIND_LABELS,
    BodyPart: BODY_PART_LABELS,
    BodySide: BODY_SIDE_LABELS,
    LegalRecordKind: LEGAL_RECORD_KIND_LABELS,
    MarkKind: MARK_KIND_LABELS,
    PaperKind: PAPER_KIND_LABELS,
    Pose: POSE_LABELS,
    RehabKind: REHAB_KIND_LABELS,
    Relation: RELATION_LABELS,
    ResidentStatus: RESIDENT_STATUS_LABELS,
    Sex: SEX_LABELS,
    Strength: STRENGTH_LABELS,
}
TABLE_LABELS: Final[dict[str, Label]] = {
    "resident": label("residents", "Nhân thân"),
    "resident_alias": label("residents", "Tên gọi khác"),
    "resident_paper": label("residents", "Giấy tờ tùy thân"),
    "resident_address": label("residents", "Nơi ở, quê quán"),
    "relative": label("residents", "Gia đình"),
    "legal_record": label("residents", "Tiền án, tiền sự"),
    "attachment": label("residents", "Tài liệu"),
    "resident_photo": label("residents", "Ảnh chân dung"),
    "body_mark": label("residents", "Đặc điểm nhận dạng"),
    "substance_use": label("residents", "Ma túy đã sử dụng"),
    "rehab_history": label("residents", "Lần cai trước"),
    "resident_alert": label("residents", "Cảnh báo"),
    "keep_apart": label("residents", "Không xếp chung"),
}
FIELD_LABELS: Final[dict[str, Label]] = {
    "code": label("terms", "Mã"),
    "name": label("terms", "Họ và tên"),
    "sex": label("terms", "Giới tính"),
    "body_sex": label("residents", "Giới tính sinh học"),
    "birth_on": label("terms", "Ngày sinh"),
    "birth_year": label("terms", "Năm sinh"),
    "nationality": label("terms", "Quốc tịch"),
    "ethnicity": label("terms", "Dân tộc"),
    "religion": label("terms", "Tôn giáo"),
    "policy_group": label("terms", "Đối tượng chính sách"),
    "education_level": label("terms", "Trình độ học vấn"),
    "diplomas": label("terms", "Văn bằng, chứng chỉ"),
    "occupation": label("terms", "Nghề nghiệp"),
    "skill": label("terms", "Trình độ chuyên môn"),
    "employment": label("terms", "Tình trạng việc làm"),
    "marital_status": label("terms", "Tình trạng hôn nhân"),
    "height_cm": label("residents", "Chiều cao (cm)"),
    "weight_kg": label("residents", "Cân nặng (kg)"),
    "note": label("terms", "Ghi chú"),
    "kind": label("terms", "Loại"),
    "number": label("terms", "Số giấy tờ"),
    "issued_on": label("terms", "Ngày cấp"),
    "issued_by": label("terms", "Nơi cấp"),
    "expires_on": label("terms", "Giá trị đến"),
    "none_reason": label("residents", "Vì sao không có giấy tờ"),
    "shared_reason": label("residents", "Lý do cho phép trùng số"),
    "detail": label("terms", "Số nhà, đường, thôn, tổ dân phố"),
    "commune_code": label("residents", "Mã xã, phường"),
    "place_text": label("terms", "Địa chỉ"),
    "from_on": label("terms", "Từ ngày"),
    "until_on": label("terms", "Đến ngày"),
    "relation": label("terms", "Quan hệ"),
    "phone": label("terms", "Điện thoại"),
    "address": label("terms", "Địa chỉ"),
    "is_contact": label("residents", "Người cần báo tin"),
    "is_guardian": label("residents", "Người giám hộ"),
    "offence": label("terms", "Tội danh, hành vi"),
    "decision_no": label("terms", "Số quyết định"),
    "decided_on": label("terms", "Ngày ra quyết định"),
    "decided_by": label("terms", "Cơ quan ra quyết định"),
    "penalty": label("terms", "Hình phạt, mức phạt"),
    "served_on": label("terms", "Ngày chấp hành xong"),
    "title": label("terms", "Tên tài liệu"),
    "page_count": label("terms", "Số trang"),
    "dated_on": label("terms", "Ngày của giấy"),
    "pose": label("terms", "Tư thế"),
    "taken_on": label("terms", "Ngày chụp"),
    "part": label("terms", "Bộ phận"),
    "seen_on": label("residents", "Ngày thấy"),
    "text": label("terms", "Nội dung"),
    "side": label("residents", "Mặt"),
    "substance": label("terms", "Loại ma túy"),
    "route": label("terms", "Cách sử dụng"),
    "is_main": label("residents", "Ma túy chính"),
    "level": label("terms", "Mức"),
    "review_on": label("residents", "Ngày xem lại"),
    "ended_on": label("residents", "Ngày kết thúc"),
    "end_reason": label("residents", "Lý do kết thúc"),
    "strength": label("terms", "Mức tách"),
    "reason": label("terms", "Lý do"),
    "voided_at": label("residents", "Gạch bỏ lúc"),
    "void_reason": label("residents", "Lý do gạch bỏ"),
}
"""Column → what people call it; the trail names columns."""
YEARS_OLD = label("residents", "{age} tuổi")
AND_MORE = label("residents", "{first} +{count}")
YES = label("ui", "Có")


def status_tone(status: ResidentStatus) -> Tone:
    """The tone of a state."""
    return STATUS_TONES[status]


def alerts_text(alerts: Iterable[AlertChip]) -> str:
    """The gravest alert in words, and how many more there are."""
    kinds = [tr(ALERT_KIND_LABELS[one.kind]) for one in alerts]
    if len(kinds) > 1:
        return tr(AND_MORE, first=kinds[0], count=len(kinds) - 1)
    return kinds[0] if kinds else ""


def all_alerts_text(alerts: Iterable[AlertChip]) -> str:
    """Every alert in words."""
    return ", ".join(tr(ALERT_KIND_LABELS[one.kind]) for one in alerts)


def alerts_tone(alerts: Iterable[AlertChip]) -> Tone | None:
    """The tone of the gravest alert; None without any."""
    levels = {one.level for one in alerts}
    return next((LEVEL_TONES[level] for level in AlertLevel if level in levels), None)


def day(value: date | None) -> str:
    """A day as written; empty when it is not known."""
    return "" if value is None else format_date(value)


def moment(value: datetime) -> str:
    """Day and time here."""
    return format_moment(value)


def number(value: int | None) -> str:
    """A whole number; empty when it is not known, which is not 0."""
    return "" if value is None else str(value)


def joined(*parts: str | None, sign: str = " · ") -> str:
    """The parts that say something, in one line."""
    return sign.join(part for part in parts if part)


def shown_value(value: object) -> str:
    """A fact as a table shows it; empty when it is not known."""
    for kind, labels in ENUM_LABELS.items():
        if isinstance(value, kind):
            return tr(labels[value])
    if isinstance(value, bool):
        return tr(YES) if value else ""
    if isinstance(value, date):
        return format_date(value)
    if isinstance(value, Money):
        return value.text()
    return "" if value is None else str(value)


def fact(name: str) -> Callable[[Any], str]:
    """What shows the fact ``name`` of an entry."""
    return partial(_fact, name)


def typed_fact(name: str) -> Callable[[Any], object]:
    """The fact ``name`` of an entry, for spreadsheets."""
    return partial(_typed_fact, name)


def _fact(name: str, row: Any) -> str:
    return shown_value(getattr(row.facts, name))


def _typed_fact(name: str, row: Any) -> object:
    value = getattr(row.facts, name)
    return shown_value(value) if isinstance(value, StrEnum | bool) else value


def options(labels: Mapping[Any, Label]) -> tuple[tuple[str, Label], ...]:
    """Codes with their words, for a field that chooses one."""
    return tuple((str(code), text) for code, text in labels.items())
