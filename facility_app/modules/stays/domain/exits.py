"""How a stay ends or pauses: the codes of law.md §8.4 and §18, which type each fits, and what is no end at all."""

from enum import StrEnum
from typing import Final, TypeAlias

from facility_app.kernel.labels import Label, label
from facility_app.kernel.regime import LegalRegime
from facility_app.modules.stays.domain.types import EventKind, StayType


class ExitCode(StrEnum):
    """Lý do ra cơ sở hoặc gián đoạn."""

    COMPLETED_COMPULSORY = "COMPLETED_COMPULSORY"
    COMPLETED_VOLUNTARY = "COMPLETED_VOLUNTARY"
    PARTIAL_TO_HOME = "PARTIAL_TO_HOME"
    EXEMPT_ILLNESS = "EXEMPT_ILLNESS"
    EXEMPT_PREGNANT = "EXEMPT_PREGNANT"
    TRANSFER_FACILITY = "TRANSFER_FACILITY"
    TRANSFER_AGE18 = "TRANSFER_AGE18"
    SOCIAL_PROTECTION = "SOCIAL_PROTECTION"
    DEATH = "DEATH"
    SELF_TERMINATED = "SELF_TERMINATED"
    CONTRACT_ENDED_FACILITY_CLOSED = "CONTRACT_ENDED_FACILITY_CLOSED"
    TEMP_RELEASED = "TEMP_RELEASED"
    TEMP_TO_COMPULSORY = "TEMP_TO_COMPULSORY"
    COURT_REFUSED = "COURT_REFUSED"
    DECISION_ANNULLED = "DECISION_ANNULLED"
    HOME_PHASES_DONE = "HOME_PHASES_DONE"
    REDUCED_END = "REDUCED_END"
    EDUCATION_CAMP = "EDUCATION_CAMP"
    IMPRISONED = "IMPRISONED"
    SUSPENDED = "SUSPENDED"
    ESCAPED = "ESCAPED"
    OUT_PROCEEDINGS = "OUT_PROCEEDINGS"
    OUT_HOSPITAL = "OUT_HOSPITAL"
    OUT_FUNERAL = "OUT_FUNERAL"


class HiddenExit(StrEnum):
    """Lý do ra cơ sở, nói chung: for whoever may not know of somebody's health."""

    EXEMPT = "EXEMPT"


SeenExit: TypeAlias = ExitCode | HiddenExit

EXIT_CODE_LABELS: dict[ExitCode, Label] = {
    ExitCode.COMPLETED_COMPULSORY: label("terms", "Chấp hành xong quyết định cai nghiện bắt buộc"),
    ExitCode.COMPLETED_VOLUNTARY: label("terms", "Hoàn thành cai nghiện tự nguyện"),
    ExitCode.PARTIAL_TO_HOME: label("terms", "Hoàn thành ít nhất ba giai đoạn, tiếp tục tại gia đình, cộng đồng"),
    ExitCode.EXEMPT_ILLNESS: label("terms", "Miễn phần thời hạn còn lại do bệnh hiểm nghèo"),
    ExitCode.EXEMPT_PREGNANT: label("terms", "Miễn phần thời hạn còn lại do mang thai"),
    ExitCode.TRANSFER_FACILITY: label("terms", "Điều chuyển đến cơ sở khác"),
    ExitCode.TRANSFER_AGE18: label("terms", "Chuyển đến cơ sở cai nghiện công lập khi đủ 18 tuổi"),
    ExitCode.SOCIAL_PROTECTION: label("terms", "Chuyển cơ sở bảo trợ xã hội sau khi hoàn thành"),
    ExitCode.DEATH: label("terms", "Chết"),
    ExitCode.SELF_TERMINATED: label("terms", "Tự ý chấm dứt"),
    ExitCode.CONTRACT_ENDED_FACILITY_CLOSED: label("terms", "Cơ sở bị đình chỉ, thu hồi giấy phép"),
    ExitCode.TEMP_RELEASED: label("terms", "Kết thúc quản lý, không bị áp dụng biện pháp bắt buộc"),
    ExitCode.TEMP_TO_COMPULSORY: label("terms", "Chuyển từ quản lý sang cai nghiện bắt buộc"),
    ExitCode.COURT_REFUSED: label("terms", "Tòa án không áp dụng biện pháp bắt buộc"),
    ExitCode.DECISION_ANNULLED: label("terms", "Quyết định bị hủy"),
    ExitCode.HOME_PHASES_DONE: label("terms", "Hoàn thành các giai đoạn tại cơ sở"),
    ExitCode.REDUCED_END: label("terms", "Hết hạn do được giảm thời hạn"),
    ExitCode.EDUCATION_CAMP: label("terms", "Đưa vào cơ sở giáo dục bắt buộc"),
    ExitCode.IMPRISONED: label("terms", "Đi chấp hành án phạt tù"),
    ExitCode.SUSPENDED: label("terms", "Tạm đình chỉ"),
    ExitCode.ESCAPED: label("terms", "Bỏ trốn khỏi cơ sở"),
    ExitCode.OUT_PROCEEDINGS: label("terms", "Ra ngoài theo yêu cầu tố tụng"),
    ExitCode.OUT_HOSPITAL: label("terms", "Điều trị ngoài cơ sở"),
    ExitCode.OUT_FUNERAL: label("terms", "Ra ngoài chịu tang"),
}

EXIT_CODE_ARTICLES: Final[dict[ExitCode, str]] = {
    ExitCode.COMPLETED_COMPULSORY: "NĐ 163/2026 Đ123",
    ExitCode.COMPLETED_VOLUNTARY: "NĐ 163/2026 Đ94, Đ97",
    ExitCode.PARTIAL_TO_HOME: "Luật PCMT 2025 Đ33.4",
    ExitCode.EXEMPT_ILLNESS: "Luật PCMT 2025 Đ39.3",
    ExitCode.EXEMPT_PREGNANT: "Luật PCMT 2025 Đ39.3",
    ExitCode.TRANSFER_FACILITY: "Luật PCMT 2025 Đ38.2b, Đ38.3b, Đ38.4b",
    ExitCode.TRANSFER_AGE18: "Luật PCMT 2025 Đ36.4",
    ExitCode.SOCIAL_PROTECTION: "NĐ 163/2026 Đ124",
    ExitCode.DEATH: "NĐ 163/2026 Đ122",
    ExitCode.SELF_TERMINATED: "NĐ 163/2026 Đ4.9; Luật PCMT 2025 Đ33.5",
    ExitCode.CONTRACT_ENDED_FACILITY_CLOSED: "NĐ 163/2026 Đ75, Đ76",
    ExitCode.TEMP_RELEASED: "Luật PCMT 2025 Đ37",
    ExitCode.TEMP_TO_COMPULSORY: "NĐ 163/2026 Đ107.1",
    ExitCode.COURT_REFUSED: "Luật PCMT 2025 Đ37",
    ExitCode.DECISION_ANNULLED: "quyết định hủy của cơ quan có thẩm quyền",
    ExitCode.HOME_PHASES_DONE: "NĐ 163/2026 Đ93.1",
    ExitCode.REDUCED_END: "NĐ 116/2021 Đ58",
    ExitCode.EDUCATION_CAMP: "NĐ 116/2021 Đ60; Luật XLVPHC",
    ExitCode.IMPRISONED: "Luật PCMT 2025 Đ47.1",
    ExitCode.SUSPENDED: "Luật PCMT 2025 Đ39.3",
    ExitCode.ESCAPED: "NĐ 163/2026 Đ109",
    ExitCode.OUT_PROCEEDINGS: "NĐ 163/2026 Đ111",
    ExitCode.OUT_HOSPITAL: "NĐ 163/2026 Đ114",
    ExitCode.OUT_FUNERAL: "NĐ 163/2026 Đ121",
}

_NOT_READ: Final = "luật cũ chưa đối chiếu"
OLD_EXIT_CODE_ARTICLES: Final[dict[ExitCode, str]] = {
    **{code: f"{article} ({_NOT_READ})" for code, article in EXIT_CODE_ARTICLES.items()},
    ExitCode.COMPLETED_COMPULSORY: "NĐ 116/2021 Đ62",
    ExitCode.COMPLETED_VOLUNTARY: "Luật PCMT 2021 Đ31",
    ExitCode.EXEMPT_ILLNESS: "NĐ 116/2021 Đ57, Đ58",
    ExitCode.EXEMPT_PREGNANT: "NĐ 116/2021 Đ57, Đ58",
    ExitCode.SELF_TERMINATED: "NĐ 116/2021 Đ3",
    ExitCode.IMPRISONED: "Luật PCMT 2021 Đ39; NĐ 116/2021 Đ58.3d",
    ExitCode.ESCAPED: "NĐ 116/2021 Đ56",
    ExitCode.SUSPENDED: "NĐ 116/2021 Đ57",
    ExitCode.OUT_HOSPITAL: "NĐ 116/2021 Đ67",
    **{
        code: EXIT_CODE_ARTICLES[code]
        for code in (ExitCode.DECISION_ANNULLED, ExitCode.REDUCED_END, ExitCode.EDUCATION_CAMP)
    },
}
"""The same under the law of 2021; what was not read in it says so."""


def exit_article(code: ExitCode, regime: LegalRegime) -> str:
    """What a code rests on under the law of the stay."""
    return (OLD_EXIT_CODE_ARTICLES if regime is LegalRegime.L2021 else EXIT_CODE_ARTICLES)[code]


PAUSES: Final[dict[ExitCode, EventKind]] = {
    ExitCode.SUSPENDED: EventKind.SUSPENSION,
    ExitCode.ESCAPED: EventKind.ESCAPE,
    ExitCode.OUT_PROCEEDINGS: EventKind.PROCEEDINGS,
    ExitCode.OUT_HOSPITAL: EventKind.HOSPITAL,
    ExitCode.OUT_FUNERAL: EventKind.FUNERAL,
}
"""Codes that interrupt and end nothing, with the event that says the same; imprisonment depends on the regime."""

_COMPULSORY: Final = frozenset({StayType.COMPULSORY_ADULT, StayType.COMPULSORY_MINOR})
_VOLUNTARY: Final = frozenset({StayType.VOLUNTARY_PUBLIC, StayType.VOLUNTARY_PRIVATE})
_TERM: Final = _COMPULSORY | _VOLUNTARY
_TEMPORARY: Final = frozenset({StayType.TEMPORARY})
_ANY: Final = frozenset(StayType)
EXIT_CODE_TYPES: Final[dict[ExitCode, frozenset[StayType]]] = {
    ExitCode.COMPLETED_COMPULSORY: _COMPULSORY,
    ExitCode.COMPLETED_VOLUNTARY: _VOLUNTARY | {StayType.SUBSTITUTION},
    ExitCode.PARTIAL_TO_HOME: frozenset({StayType.VOLUNTARY_PRIVATE}),
    ExitCode.EXEMPT_ILLNESS: _TERM,
    ExitCode.EXEMPT_PREGNANT: _TERM,
    ExitCode.TRANSFER_FACILITY: _ANY,
    ExitCode.TRANSFER_AGE18: frozenset({StayType.COMPULSORY_MINOR}),
    ExitCode.SOCIAL_PROTECTION: _COMPULSORY,
    ExitCode.DEATH: _ANY,
    ExitCode.SELF_TERMINATED: _ANY - _COMPULSORY - _TEMPORARY,
    ExitCode.CONTRACT_ENDED_FACILITY_CLOSED: frozenset({StayType.VOLUNTARY_PRIVATE}),
    ExitCode.TEMP_RELEASED: _TEMPORARY,
    ExitCode.TEMP_TO_COMPULSORY: _TEMPORARY,
    ExitCode.COURT_REFUSED: _TEMPORARY,
    ExitCode.DECISION_ANNULLED: _ANY,
    ExitCode.HOME_PHASES_DONE: frozenset({StayType.HOME_PHASES_AT_FACILITY}),
    ExitCode.REDUCED_END: _COMPULSORY,
    ExitCode.EDUCATION_CAMP: _COMPULSORY,
    ExitCode.IMPRISONED: _COMPULSORY | _TEMPORARY,
    **dict.fromkeys(PAUSES, _ANY),
}
"""Which types a code fits; another one is told, never refused: nothing on paper may stop an exit."""

OUT_THAT_DAY: Final = frozenset({ExitCode.DECISION_ANNULLED, ExitCode.COURT_REFUSED})
"""Who gets one of these leaves the same day, whatever is open."""

COMPLETIONS: Final = frozenset(
    {
        ExitCode.COMPLETED_COMPULSORY,
        ExitCode.COMPLETED_VOLUNTARY,
        ExitCode.SOCIAL_PROTECTION,
        ExitCode.REDUCED_END,
    }
)
"""Codes that say the term was served to its end."""


def pause_of(code: ExitCode, *, prison_keeps_remainder: bool) -> EventKind | None:
    """The event a code really is, when it interrupts the term instead of ending it; None for an end.

    Args:
        code: the code.
        prison_keeps_remainder: whether the remaining term is served after prison (Luật PCMT 2025 Đ47.1).
    """
    if code is ExitCode.IMPRISONED and prison_keeps_remainder:
        return EventKind.PRISON
    return PAUSES.get(code)


def exit_fits(code: ExitCode, stay_type: StayType, regime: LegalRegime) -> bool:
    """Whether the code belongs to the type and the regime; a reduction ends only an old term."""
    is_of_regime = code is not ExitCode.REDUCED_END or regime is LegalRegime.L2021
    return is_of_regime and stay_type in EXIT_CODE_TYPES[code]
