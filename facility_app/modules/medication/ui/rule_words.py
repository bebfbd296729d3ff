"""A rule in words: what it speaks of, its numbers, how it is known, where it stands."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from facility_app.kernel.labels import Label, label
from facility_app.kernel.shipped import EVIDENCE_LABELS
from facility_app.kernel.typed import number_text
from facility_app.modules.medication.domain.checks import Severity
from facility_app.modules.medication.domain.holding import HoldRule
from facility_app.modules.medication.domain.rules import RuleList, RuleRow
from facility_app.modules.medication.domain.substitution import MISSED_ACTION_LABELS, RuleKind, SubstitutionRule
from facility_app.modules.medication.queries.rules import RuleLine
from facility_app.modules.medication.ui import order_words as words
from facility_app.modules.medication.ui.hold_words import hold_words
from facility_app.ui.i18n import tr
from facility_app.ui.theme import Tone
from facility_app.ui.widgets import KeyValue

NOT_APPROVED: Final = label("terms", "Chưa phê duyệt")
APPROVED: Final = label("terms", "Đã phê duyệt")
CHANGED: Final = label("medication", "Bản sửa chờ duyệt")
IS_OFF: Final = label("medication", "Không áp dụng")
SHIPPED: Final = label("medication", "Kèm chương trình")
VERSION: Final = label("medication", "Bản {number}")
SEVERITY_LABELS: Final = {
    Severity.STOP: label("medication", "1 · Dừng, người thứ hai ký"),
    Severity.WARN: label("medication", "2 · Cần lý do"),
    Severity.NOTE: label("medication", "3 · Chỉ báo"),
}
KIND_LABELS: Final = {
    RuleKind.FIRST_DOSE: label("medication", "Liều đầu"),
    RuleKind.INCREASE: label("medication", "Tăng liều"),
    RuleKind.MISSED: label("medication", "Bỏ liều"),
    RuleKind.VOMITED: label("medication", "Nôn sau liều"),
}
COLUMN_LABELS: Final[Mapping[str, Label]] = {
    "atc": label("medication", "Mã ATC của thuốc"),
    "a": label("medication", "Mã ATC của thuốc thứ nhất"),
    "b": label("medication", "Mã ATC của thuốc thứ hai"),
    "unit": label("medication", "Đơn vị của mức"),
    "time_most": label("medication", "Mức một lần"),
    "day_most": label("medication", "Mức một ngày"),
    "above_day": label("medication", "Chỉ khi trên mức này một ngày, mg"),
    "severity": label("medication", "Mức độ"),
    "many_severity": label("medication", "Mức độ khi có từ hai thuốc"),
    "kind": label("medication", "Loại quy tắc"),
    "least": label("medication", "Từ (ngày, phút)"),
    "most": label("medication", "Đến (ngày, phút)"),
    "limit": label("medication", "Mức, mg"),
    "percent": label("medication", "Phần cho lại, %"),
    "action": label("medication", "Việc phải làm"),
    "sbp_below": label("medication", "Huyết áp tâm thu dưới, mmHg"),
    "pulse_below": label("medication", "Mạch dưới, lần/phút"),
    "fresh_minutes": label("medication", "Số đo không cũ quá, phút"),
    "stem": label("medication", "Đầu của tên thuốc, không dấu"),
}
"""What a doctor may change of each column; the rest stays as it came."""
EDITABLE: Final[Mapping[RuleList, tuple[str, ...]]] = {
    RuleList.MAX_DOSE: ("time_most", "day_most", "unit", "severity", "atc"),
    RuleList.INTERACTION: ("a", "b", "severity", "above_day", "many_severity"),
    RuleList.DUPLICATE: ("atc", "severity"),
    RuleList.ALLERGY_GROUP: ("atc", "severity"),
    RuleList.SUBSTITUTION: ("least", "most", "limit", "percent"),
    RuleList.OVERDOSE: (),
    RuleList.FAMILY: ("stem",),
    RuleList.HOLD: ("sbp_below", "pulse_below", "fresh_minutes", "atc"),
}
TIME: Final = label("medication", "một lần {amount}")
DAY: Final = label("medication", "một ngày {amount}")
LIMIT: Final = label("medication", "không quá {amount}")
PERCENT: Final = label("medication", "cho lại {percent}% liều")
DAYS: Final = label("medication", "{span} ngày")
MINUTES: Final = label("medication", "{span} phút")
WITHIN: Final = label("medication", "trong {span} ngày")
AFTER: Final = label("medication", "sau {span} ngày không dùng")
OPEN: Final = label("medication", "từ {least}")


def figures(row: RuleRow) -> str:
    """The numbers of a rule, as people say them."""
    if row.rule_list is RuleList.SUBSTITUTION:
        return _of_substitution(SubstitutionRule.of(row))
    if row.rule_list is RuleList.FAMILY:
        return row.values["stem"]
    if row.rule_list is RuleList.HOLD:
        return hold_words(HoldRule.of(row))
    unit = row.values.get("unit") or "mg"
    parts = []
    for name, text in (("time_most", TIME), ("day_most", DAY), ("above_day", DAY)):
        number = row.number(name) if name in row.values else None
        if number is not None:
            parts.append(tr(text, amount=f"{thousandths(number)} {unit}"))
    return words.joined(*parts)


def severity(row: RuleRow) -> str:
    """How grave it is; of a rule of substitution its kind."""
    if row.rule_list is RuleList.SUBSTITUTION:
        return tr(KIND_LABELS[RuleKind(row.values["kind"])])
    if row.rule_list in {RuleList.PROTOCOL, RuleList.OVERDOSE, RuleList.FAMILY, RuleList.HOLD}:
        return ""
    return tr(SEVERITY_LABELS[Severity(row.number("severity") or Severity.WARN)])


def state(line: RuleLine) -> str:
    """Where it stands, in a word."""
    if line.row.is_off and line.row.is_approved and not line.is_waiting:
        return tr(IS_OFF)
    if line.is_waiting:
        return tr(CHANGED if line.row.is_approved else NOT_APPROVED)
    return tr(APPROVED)


def state_tone(line: RuleLine) -> Tone:
    """The same as a tone."""
    if line.is_waiting:
        return Tone.WARNING
    return Tone.NEUTRAL if line.row.is_off else Tone.OK


def title(line: RuleLine) -> str:
    """The rule with the medicine it speaks of."""
    said = tr(line.newest.text)
    return f"{line.substance}: {said}" if line.substance else said


def version(row: RuleRow) -> KeyValue:
    """Which version, what it says, and who stands by it."""
    number = tr(SHIPPED) if not row.version else tr(VERSION, number=row.version)
    by = words.joined(row.approved_by, words.day(row.approved_on)) if row.is_approved else tr(NOT_APPROVED)
    text = words.joined(tr(row.text), figures(row), tr(IS_OFF) if row.is_off else "", by)
    return KeyValue(number, text, None if row.is_approved else Tone.WARNING)


def source(row: RuleRow) -> str:
    """How it is known."""
    return words.joined(tr(EVIDENCE_LABELS[row.evidence]), row.source)


def thousandths(number: int) -> str:
    """``120`` of 120000."""
    return number_text(Decimal(number) / 1000)


def _of_substitution(rule: SubstitutionRule) -> str:
    span = _span(rule.least, rule.most)
    limit = "" if rule.limit is None else tr(LIMIT, amount=f"{thousandths(rule.limit)} mg")
    percent = "" if rule.percent is None else tr(PERCENT, percent=rule.percent)
    action = "" if rule.action is None else tr(MISSED_ACTION_LABELS[rule.action])
    texts = {
        RuleKind.FIRST_DOSE: tr(AFTER, span=rule.least),
        RuleKind.INCREASE: tr(WITHIN, span=rule.least),
        RuleKind.MISSED: tr(DAYS, span=span),
        RuleKind.VOMITED: tr(MINUTES, span=span),
    }
    return words.joined(texts[rule.kind], limit, percent, action)


def _span(least: int, most: int | None) -> str:
    if most is None:
        return tr(OPEN, least=least)
    return str(least) if most == least else f"{least}–{most}"
