"""What a rule does, said in words: a draft, one that was approved, one the facility put out of force."""

from facility_app.kernel.labels import Label, label
from facility_app.modules.medication.domain.checks import Severity
from facility_app.modules.medication.domain.rules import RuleList, RuleRow
from facility_app.modules.medication.domain.substitution import RuleKind, SubstitutionRule

NOT_APPROVED = label("terms", "Chưa phê duyệt")
_OFF = label("medication", "Cơ sở đã bỏ quy tắc này: chương trình không dùng.")
_DRAFT = label(
    "medication",
    "Chưa phê duyệt: chỉ báo cho bác sĩ biết. Riêng thuốc gây nghiện, hướng thần, thuốc thay thế và an thần tiêm "
    "thì y lệnh vẫn dừng: bác sĩ ghi lý do và người thứ hai ký cùng.",
)
_NOTE = label("medication", "Chỉ báo cho bác sĩ biết, không dừng y lệnh.")
_REASON = label("medication", "Y lệnh dừng cho đến khi bác sĩ ghi lý do.")
_STOP = label("medication", "Y lệnh dừng cho đến khi bác sĩ ghi lý do và người thứ hai ký cùng.")
_SUBSTITUTION_OFF = label(
    "medication", "Đang tắt: chương trình không dùng quy tắc này cho đến khi một bác sĩ của cơ sở phê duyệt."
)
_ALWAYS = {
    RuleKind.FIRST_DOSE: label(
        "medication", "Luôn có hiệu lực, không ai vượt được: liều đầu cao hơn mức này bị từ chối."
    ),
    RuleKind.MISSED: label(
        "medication", "Luôn có hiệu lực theo luật: đủ số ngày thì không cho liều, chương trình phải chấm dứt."
    ),
}
_SUBSTITUTION = {
    RuleKind.FIRST_DOSE: label("medication", "Liều đầu cao hơn mức này bị từ chối."),
    RuleKind.INCREASE: label("medication", "Y lệnh tăng liều nhanh hơn mức này bị từ chối."),
    RuleKind.MISSED: label(
        "medication", "Sau số ngày bỏ liều này chương trình nói phải làm gì; cần khám lại thì chưa cho liều."
    ),
    RuleKind.VOMITED: label(
        "medication", "Khi ghi nôn sau liều, chương trình nói phần cho lại; cho lại thì bác sĩ ra y lệnh."
    ),
}
_PROTOCOL_DRAFT = label("medication", "Chưa bắt đầu cho ai được. Trong khi chờ phê duyệt, bác sĩ ra từng y lệnh.")
_PROTOCOL = label(
    "medication", "Bác sĩ bắt đầu được cho một người; mỗi dòng thành một y lệnh, chờ dược sĩ duyệt như mọi y lệnh."
)


_CARD_DRAFT = label("medication", "Đứng trên thẻ xử trí quá liều và ghi rõ là chưa phê duyệt.")
_CARD = label("medication", "Đứng trên thẻ xử trí quá liều, kèm tên người phê duyệt.")

_FAMILY_DRAFT = label(
    "medication",
    "Chưa phê duyệt: chỉ nhắc khi gia đình mang đến thuốc có tên này; bác sĩ ghi lý do thì vẫn cho dùng được.",
)
_FAMILY = label("medication", "Thuốc có tên này do gia đình mang đến thì không cho dùng; lấy từ kho của cơ sở.")
_HOLD_DRAFT = label(
    "medication",
    "Chưa phê duyệt: lượt phát thuốc và phiếu 24 giờ hiện mức giữ liều, số đo gần nhất và ghi rõ như vậy.",
)
_HOLD = label(
    "medication",
    "Lượt phát thuốc và phiếu 24 giờ hiện mức giữ liều cùng số đo gần nhất; dưới mức thì báo giữ liều.",
)


def effect_of(row: RuleRow) -> Label:
    """What the program does because of this row as it stands."""
    if row.is_off and row.is_approved:
        return _OFF
    if row.rule_list is RuleList.PROTOCOL:
        return _PROTOCOL if row.is_approved else _PROTOCOL_DRAFT
    if row.rule_list is RuleList.OVERDOSE:
        return _CARD if row.is_approved else _CARD_DRAFT
    if row.rule_list is RuleList.FAMILY:
        return _FAMILY if row.is_approved else _FAMILY_DRAFT
    if row.rule_list is RuleList.HOLD:
        return _HOLD if row.is_approved else _HOLD_DRAFT
    return _of_substitution(row) if row.rule_list is RuleList.SUBSTITUTION else _of_check(row)


def _of_substitution(row: RuleRow) -> Label:
    rule = SubstitutionRule.of(row)
    if rule.is_always:
        return _ALWAYS.get(rule.kind, _SUBSTITUTION[rule.kind])
    return _SUBSTITUTION[rule.kind] if row.is_approved else _SUBSTITUTION_OFF


def _of_check(row: RuleRow) -> Label:
    severity = Severity(row.number("severity") or Severity.WARN)
    if severity is Severity.NOTE:
        return _NOTE
    if not row.is_approved:
        return _DRAFT
    return _STOP if severity is Severity.STOP else _REASON
