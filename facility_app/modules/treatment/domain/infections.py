"""Screening for infectious disease (sàng lọc bệnh truyền nhiễm): only with consent; an HIV result in person."""

from enum import StrEnum
from typing import Final

from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import Label, label

HIV_CONSENT_YEARS: Final = "hiv_consent_years"
"""Key of the dated parameter: from this age on the person consents, below it a parent or guardian."""


class Disease(StrEnum):
    """Bệnh được sàng lọc; HIV has a table of its own behind the closed list."""

    HBV = "hbv"
    HCV = "hcv"
    TB = "tb"
    SYPHILIS = "syphilis"


DISEASE_LABELS: dict[Disease, Label] = {
    Disease.HBV: label("terms", "Viêm gan B"),
    Disease.HCV: label("terms", "Viêm gan C"),
    Disease.TB: label("terms", "Lao"),
    Disease.SYPHILIS: label("terms", "Giang mai"),
}


class Consent(StrEnum):
    """Trả lời của người được xét nghiệm."""

    GIVEN = "given"
    REFUSED = "refused"


CONSENT_LABELS: dict[Consent, Label] = {
    Consent.GIVEN: label("terms", "Đồng ý"),
    Consent.REFUSED: label("terms", "Từ chối"),
}


class InfectionResult(StrEnum):
    """Kết quả xét nghiệm."""

    NEGATIVE = "negative"
    POSITIVE = "positive"
    UNCLEAR = "unclear"


INFECTION_RESULT_LABELS: dict[InfectionResult, Label] = {
    InfectionResult.NEGATIVE: label("terms", "Âm tính"),
    InfectionResult.POSITIVE: label("terms", "Dương tính"),
    InfectionResult.UNCLEAR: label("terms", "Chưa kết luận, phải xét nghiệm lại"),
}


def require_consent(consent: Consent, *, is_withdrawn: bool) -> None:
    """Refuse a result nobody agreed to.

    Raises:
        UserError: ``no_consent``.
    """
    if consent is Consent.REFUSED or is_withdrawn:
        raise UserError(
            "no_consent",
            label(
                "errors",
                "Người này đã từ chối hoặc rút đồng ý xét nghiệm: không ghi kết quả. Nếu họ đồng ý lại, hãy ghi "
                "một lần đồng ý mới.",
            ),
        )


def require_no_result(*, has_result: bool) -> None:
    """Refuse a second result of one test.

    Raises:
        UserError: ``result_there``.
    """
    if has_result:
        raise UserError(
            "result_there",
            label(
                "errors",
                "Xét nghiệm này đã có kết quả, không ghi đè. Nếu ghi nhầm hãy gạch bỏ kèm lý do rồi ghi lại; nếu "
                "xét nghiệm lại, hãy ghi đồng ý mới.",
            ),
        )


def require_guardian(age_years: int, guardian: str | None, own_from: int) -> None:
    """Refuse an HIV test of a child without the consent of a parent or guardian.

    Raises:
        UserError: ``guardian_missing``.
    """
    if age_years < own_from and not guardian:
        raise UserError(
            "guardian_missing",
            label(
                "errors",
                "Người dưới {years} tuổi: cha mẹ hoặc người giám hộ phải đồng ý xét nghiệm. Hãy ghi tên "
                "người đồng ý.",
            ),
            fields={"guardian": label("errors", "Cần tên cha mẹ hoặc người giám hộ")},
            years=own_from,
        )
