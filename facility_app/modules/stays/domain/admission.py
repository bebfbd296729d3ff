"""What is looked at before a stay is opened: the law it is finished under, the months, the age, the gaps."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from facility_app.kernel.dates import format_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.kernel.regime import LegalRegime
from facility_app.modules.stays.domain.decisions import DecisionFacts
from facility_app.modules.stays.domain.findings import Finding
from facility_app.modules.stays.domain.parameters import ADULT_YEARS, LEAST_YEARS, TermParameters
from facility_app.modules.stays.domain.types import STAY_TYPE_LABELS, PresenceState, StayType

NEW_LAW_FROM: Final = date(2026, 7, 1)
"""Luật PCMT 2025 Đ55, NĐ 163/2026 Đ150: a decision from this day on is carried out under the new law (Đ56)."""


def regime_of(decided_on: date) -> LegalRegime:
    """The law a stay is finished under, by the day of its decision (Luật PCMT 2025 Đ56.1, Đ56.2)."""
    return LegalRegime.L2025 if decided_on >= NEW_LAW_FROM else LegalRegime.L2021


@dataclass(frozen=True, slots=True)
class Newcomer:
    """What the law asks of somebody coming in.

    Attributes:
        age: whole years on the day of admission; None when unknown.
        is_minor_place: whether the facility has the areas of its own that minors need (Đ66.4).
    """

    age: int | None
    is_minor_place: bool


def admission_findings(
    stay_type: StayType,
    decision: DecisionFacts | None,
    newcomer: Newcomer,
    parameters: TermParameters,
    *,
    admitted_on: date,
) -> tuple[Finding, ...]:
    """What an officer must give a reason for before the stay is opened; nothing of it keeps anybody outside."""
    found = [*_months(stay_type, decision, parameters), *_age(stay_type, newcomer)]
    if decision is not None and decision.issued_on is not None and decision.issued_on > admitted_on:
        text = label(
            "warnings",
            "Quyết định ban hành {issued} sau ngày tiếp nhận {admitted}. Hãy kiểm tra hai ngày, ghi lý do.",
        )
        params: dict[str, object] = {
            "issued": format_date(decision.issued_on),
            "admitted": format_date(admitted_on),
        }
        found.append(Finding("decision_after_admission", text, params, "NĐ 163/2026 Đ108.1"))
    return tuple(found)


def _months(stay_type: StayType, decision: DecisionFacts | None, parameters: TermParameters) -> list[Finding]:
    lawful = parameters.lawful_months_of(stay_type)
    if (
        decision is None
        or decision.decided_months is None
        or lawful is None
        or lawful.holds(decision.decided_months)
    ):
        return []
    params: dict[str, object] = {
        "months": decision.decided_months,
        "least": lawful.least,
        "most": lawful.most,
        "type": STAY_TYPE_LABELS[stay_type],
    }
    text = (
        label(
            "warnings",
            "Quyết định ghi {months} tháng; luật cho {type} từ {least} đến {most} tháng. Hãy ghi lý do.",
        )
        if lawful.is_range
        else label(
            "warnings", "Quyết định ghi {months} tháng; luật cho {type} {least} hoặc {most} tháng. Hãy ghi lý do."
        )
    )
    return [Finding("months_not_lawful", text, params, lawful.article)]


def _age(stay_type: StayType, newcomer: Newcomer) -> list[Finding]:
    age = newcomer.age
    if age is None:
        return []
    params: dict[str, object] = {"age": age, "type": STAY_TYPE_LABELS[stay_type]}
    if age < LEAST_YEARS:
        text = label(
            "warnings", "Người này mới {age} tuổi; cai nghiện áp dụng từ đủ 12 tuổi. Hãy kiểm tra ngày sinh."
        )
        return [Finding("below_twelve", text, params, "Luật PCMT 2025 Đ28.1")]
    is_minor = age < ADULT_YEARS
    if stay_type is StayType.COMPULSORY_ADULT and is_minor:
        text = label(
            "warnings", "Người này {age} tuổi nên không thuộc diện {type}. Hãy chọn lại diện hoặc ghi lý do."
        )
        return [Finding("minor_as_adult", text, params, "Luật PCMT 2025 Đ36.1")]
    if stay_type is StayType.COMPULSORY_MINOR and not is_minor:
        text = label(
            "warnings", "Người này {age} tuổi nên không thuộc diện {type}. Hãy chọn lại diện hoặc ghi lý do."
        )
        return [Finding("adult_as_minor", text, params, "Luật PCMT 2025 Đ35")]
    # A minor is lawful in temporary management wherever the nearest facility is (Đ98.1).
    if is_minor and not newcomer.is_minor_place and stay_type is not StayType.TEMPORARY:
        text = label(
            "warnings",
            "Người này {age} tuổi, cơ sở chưa khai có khu riêng cho người dưới 18 tuổi. Hãy "
            "ghi căn cứ: cơ sở đủ điều kiện, hoặc thời hạn còn dưới 6 tháng theo Đ151.6.",
        )
        return [Finding("minor_place", text, params, "NĐ 163/2026 Đ66.4, Đ126, Đ151.6")]
    return []


def check_turned(presence: PresenceState, turned: StayType) -> None:
    """A temporary stay turns into a compulsory one, and the head can tell the person of it.

    Raises:
        UserError: ``not_compulsory``; ``not_there_to_be_told``.
    """
    if not turned.is_compulsory:
        raise UserError(
            "not_compulsory",
            label("errors", "Chỉ chuyển sang cai nghiện bắt buộc theo quyết định của Tòa án. Hãy chọn lại diện."),
            fields={"stay_type": label("errors", "Phải là diện bắt buộc")},
        )
    if presence is PresenceState.ESCAPED:
        raise UserError(
            "not_there_to_be_told",
            label(
                "errors",
                "Người này đang bỏ trốn nên chưa thể được thông báo quyết định (NĐ 163/2026 Đ107.1, Đ107.4). Hãy "
                "ghi nhận trở lại, rồi chuyển.",
            ),
        )
