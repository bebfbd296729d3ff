"""Columns of the lists of tests for infectious disease, and of who looked at them."""

from typing import Any

from facility_app.kernel.labels import Label, label
from facility_app.modules.treatment.domain.infections import (
    CONSENT_LABELS,
    DISEASE_LABELS,
    INFECTION_RESULT_LABELS,
    Consent,
    InfectionResult,
)
from facility_app.modules.treatment.ui.record_words import at
from facility_app.ui.i18n import tr
from facility_app.ui.models import ColumnSpec
from facility_app.ui.theme import Tone

WITHDRAWN, WAITING = label("treatment", "Đã rút đồng ý"), label("treatment", "chờ kết quả")
STRUCK = label("treatment", "đã gạch bỏ")
NOT_TOLD = label("treatment", "chưa báo")
TOLD = label("treatment", "{at}, {by}")
RESULT_TONES = {
    InfectionResult.NEGATIVE: Tone.OK,
    InfectionResult.POSITIVE: Tone.DANGER,
    InfectionResult.UNCLEAR: Tone.WARNING,
}
LOOK_WORDS: dict[str, Label] = {
    "treatment.open_infections": label("treatment", "Mở kết quả sàng lọc"),
    "access.use_grant": label("treatment", "Mở hoặc ghi phần kín"),
    "treatment.export_health": label("verbs", "Xuất hồ sơ y tế ra tệp"),
}


def _asked(row: Any) -> str:
    return at(row.asked_at)


def _disease(row: Any) -> str:
    return tr(DISEASE_LABELS[row.disease])


def _is_struck(row: Any) -> bool:
    return row.struck_at is not None


def _consent(row: Any) -> str:
    return tr(WITHDRAWN) if row.withdrawn_at is not None else tr(CONSENT_LABELS[row.consent])


def _consent_tone(row: Any) -> Tone | None:
    if row.struck_at is not None:
        return None
    return Tone.WARNING if row.withdrawn_at is not None or row.consent is Consent.REFUSED else Tone.OK


def _result(row: Any) -> str:
    if row.struck_at is not None:
        return tr(STRUCK)
    if row.result is None:
        return "" if row.consent is Consent.REFUSED or row.withdrawn_at is not None else tr(WAITING)
    return tr(INFECTION_RESULT_LABELS[row.result])


def _result_tone(row: Any) -> Tone | None:
    if row.struck_at is not None or not _result(row):
        return None
    return Tone.NEUTRAL if row.result is None else RESULT_TONES[row.result]


def _by(row: Any) -> str:
    return str(row.result_name or row.asked_name)


def _method(row: Any) -> str:
    return " · ".join(filter(None, (row.method, row.note)))


def _told(row: Any) -> str:
    if row.told_at is not None:
        return tr(TOLD, at=at(row.told_at), by=row.told_to or row.told_name or "")
    return tr(NOT_TOLD) if row.result is not None else ""


def _told_ink(row: Any) -> Tone | None:
    return Tone.DANGER if row.result is not None and row.told_at is None else None


def _look_at(row: Any) -> str:
    return at(row.at)


def _look_by(row: Any) -> str:
    return str(row.user_name or row.user_id)


def _look_what(row: Any) -> str:
    return tr(LOOK_WORDS[row.verb]) if row.verb in LOOK_WORDS else row.verb


def _look_why(row: Any) -> str:
    return str(row.purpose or "")


_CONSENT: ColumnSpec[Any] = ColumnSpec(
    "consent", label("treatment", "Trả lời"), _consent, width=130, tone=_consent_tone
)
_RESULT: ColumnSpec[Any] = ColumnSpec(
    "result", label("treatment", "Kết quả"), _result, width=200, tone=_result_tone
)
_METHOD: ColumnSpec[Any] = ColumnSpec(
    "method", label("treatment", "Cách xét nghiệm"), _method, width=180, gives_way=1
)
_BY: ColumnSpec[Any] = ColumnSpec("by", label("treatment", "Người ghi"), _by, width=140, gives_way=2)
INFECTIONS: tuple[ColumnSpec[Any], ...] = (
    ColumnSpec("disease", label("treatment", "Bệnh"), _disease, width=116, is_strong=True, is_struck=_is_struck),
    ColumnSpec("at", label("treatment", "Hỏi lúc"), _asked, width=158),
    _CONSENT,
    _RESULT,
    _METHOD,
    _BY,
)
PRIVATE: tuple[ColumnSpec[Any], ...] = (
    ColumnSpec("at", label("treatment", "Hỏi lúc"), _asked, width=158, is_struck=_is_struck),
    _CONSENT,
    _RESULT,
    ColumnSpec("told", label("treatment", "Báo kết quả"), _told, width=210, ink=_told_ink),
    _METHOD,
    _BY,
)
LOOKS: tuple[ColumnSpec[Any], ...] = (
    ColumnSpec("at", label("treatment", "Lúc"), _look_at, width=158),
    ColumnSpec("by", label("treatment", "Ai xem"), _look_by, width=170, is_strong=True),
    ColumnSpec("what", label("treatment", "Xem gì"), _look_what, width=180),
    ColumnSpec("why", label("treatment", "Mục đích"), _look_why, width=320),
)


def test_id(row: Any) -> str:
    """Names a test."""
    return str(row.test_id)


def look_id(row: Any) -> str:
    """Names a look."""
    return str(row.entry_id)
