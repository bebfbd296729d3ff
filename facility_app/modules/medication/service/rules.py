"""Rows of the rule tables are written in new versions and approved by a named doctor or pharmacist."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from facility_app.db.uow import UnitOfWork, require, require_reason
from facility_app.kernel.actor import ROLE_LABELS, Role
from facility_app.kernel.errors import UserError
from facility_app.kernel.faults import CODE_LIMIT, Faults
from facility_app.kernel.labels import label
from facility_app.kernel.shipped import Evidence
from facility_app.modules.access.api import Countersign, require_countersign
from facility_app.modules.medication.domain import APPROVE_RULES, KEEP_RULES
from facility_app.modules.medication.domain.checks import Severity
from facility_app.modules.medication.domain.external import is_stem
from facility_app.modules.medication.domain.holding import HoldRule
from facility_app.modules.medication.domain.protocols import Protocol
from facility_app.modules.medication.domain.rights import RULE_APPROVERS_OF_SUBSTITUTION, SECONDS
from facility_app.modules.medication.domain.rules import SHIPPED, RuleList, RuleRow
from facility_app.modules.medication.domain.substitution import SubstitutionRule, require_no_looser
from facility_app.modules.medication.queries.charts import Charts
from facility_app.modules.medication.queries.rules import list_versions
from facility_app.modules.medication.tables import ClinicalRule


@dataclass(frozen=True, slots=True)
class ChangeRule:
    """A row is to be another one, or a new one; it binds when somebody approved it.

    Attributes:
        values: column → cell, as in the file.
        is_off: the row is not to hold any more.
    """

    rule_list: RuleList
    code: str
    values: Mapping[str, str]
    reason: str
    is_off: bool = False


@dataclass(frozen=True, slots=True)
class ApproveRule:
    """Somebody stands by one version of a row; 0 is the row as it came with the program.

    Attributes:
        countersign: of the second person who read it too.
    """

    rule_list: RuleList
    code: str
    version: int
    countersign: Countersign | None = None


@dataclass(frozen=True, slots=True)
class SavedRule:
    """The version that was written or approved."""

    rule_id: str
    version: int = field(default=SHIPPED)


def change_rule(uow: UnitOfWork, command: ChangeRule) -> SavedRule:
    """Write a new version of a row, a draft; the approved one before stays in force until it is approved.

    Raises:
        UserError: ``reason_missing``, ``bad_code``, ``bad_rule``, ``rule_holds_always``.
    """
    require(uow, KEEP_RULES)
    require_reason(command.reason)
    faults = Faults()
    reason, code = faults.line("reason", command.reason), faults.code("code", command.code)
    if code is None:
        faults.add("bad_code", "code", label("errors", "Cần mã của quy tắc."))
    faults.refuse()
    versions = list_versions(uow, command.rule_list, command.code)
    former = versions[0].values if versions else {}
    # What the facility writes is the facility's word, whatever the row was before.
    values = {**former, **command.values, "code": command.code, "evidence": Evidence.FACILITY.value}
    wanted = RuleRow(command.rule_list, command.code, values, is_off=command.is_off)
    _require_readable(wanted)
    require_no_looser(next((one for one in versions if one.version == SHIPPED), None), wanted)
    with uow.act("medication.change_rule", reason=command.reason) as act:
        made = ClinicalRule(
            rule_list=command.rule_list,
            code=code,
            version_no=(versions[0].version if versions else SHIPPED) + 1,
            body=json.dumps(values, ensure_ascii=False),
            is_off=command.is_off,
            reason=reason,
            officer_name=Charts(uow).officer(),
        )
        uow.add(made)
        act.about(made)
        uow.session.flush()
        return SavedRule(made.id, made.version_no)


def approve_rule(uow: UnitOfWork, command: ApproveRule) -> SavedRule:
    """Stand by one version of a row, with a second person; whoever wrote it does not, substitution is a doctor's.

    Raises:
        UserError: ``not_found``, ``rule_not_newest``, ``rule_approved_already``, ``approver_unnamed``,
            ``approver_role``, ``same_person_twice``; as ``require_countersign``.
    """
    require(uow, APPROVE_RULES)
    charts = Charts(uow)
    name = charts.name_of(uow.actor.user_id)
    if not name:
        raise UserError(
            "approver_unnamed",
            label(
                "errors",
                "Người phê duyệt phải có tên trong danh sách cán bộ. Hãy gắn tài khoản này với một cán bộ trước.",
            ),
        )
    if command.rule_list is RuleList.SUBSTITUTION and RULE_APPROVERS_OF_SUBSTITUTION.isdisjoint(uow.actor.roles):
        raise UserError(
            "approver_role",
            label("errors", "Quy tắc điều trị thay thế do {role} phê duyệt. Hãy nhờ người đó phê duyệt."),
            role=ROLE_LABELS[Role.DOCTOR],
        )
    row = _newest(uow, command)
    with uow.act("medication.approve_rule") as act:
        record = _record(uow, row, name)
        require_countersign(uow, act, command.countersign, SECONDS)
        act.about(record)
        record.approved_by, record.approved_name, record.approved_on = uow.actor.user_id, name, charts.today
        uow.session.flush()
        return SavedRule(record.id, record.version_no)


def _newest(uow: UnitOfWork, command: ApproveRule) -> RuleRow:
    versions = list_versions(uow, command.rule_list, command.code)
    if not versions or versions[0].version != command.version:
        raise UserError(
            "rule_not_newest",
            label("errors", "Quy tắc này vừa có phiên bản khác. Hãy mở lại, xem phiên bản mới rồi phê duyệt."),
        )
    if versions[0].is_approved:
        raise UserError(
            "rule_approved_already",
            label("errors", "{name} đã phê duyệt phiên bản này. Hãy mở lại bảng quy tắc."),
            name=versions[0].approved_by,
        )
    return versions[0]


def _record(uow: UnitOfWork, row: RuleRow, name: str) -> ClinicalRule:
    """The version to approve; the row as it came along is taken over word for word first."""
    if row.version != SHIPPED:
        found = uow.get(ClinicalRule, row.rule_id)
        if found.created_by == uow.actor.user_id:
            raise UserError(
                "same_person_twice",
                label(
                    "errors", "Người sửa quy tắc không tự phê duyệt. Hãy nhờ bác sĩ hoặc dược sĩ khác phê duyệt."
                ),
            )
        return found
    made = ClinicalRule(
        rule_list=row.rule_list,
        code=row.code[:CODE_LIMIT],
        version_no=SHIPPED + 1,
        body=json.dumps(dict(row.values), ensure_ascii=False),
        is_off=False,
        reason=row.values.get("source") or row.evidence.value,
        officer_name=name,
    )
    uow.add(made)
    uow.session.flush()
    return made


def _require_readable(row: RuleRow) -> None:
    """Refuse a row the checks could not read."""
    try:
        has_text = bool(row.values["text"].strip()) and not any((row.number(one) or 0) < 0 for one in _NUMBERS)
        if row.rule_list is RuleList.SUBSTITUTION:
            SubstitutionRule.of(row)
        elif row.rule_list is RuleList.PROTOCOL:
            Protocol.of(row)
        elif row.rule_list is RuleList.HOLD:
            HoldRule.of(row)
        elif row.rule_list is RuleList.FAMILY:
            has_text = has_text and is_stem(row.values["stem"])
        elif row.rule_list is not RuleList.OVERDOSE:
            Severity(row.number("severity") or Severity.WARN)
            _read_columns(row)
    except (KeyError, ValueError, ArithmeticError):
        has_text = False
    if not has_text:
        raise UserError(
            "bad_rule",
            label(
                "errors",
                "Dòng quy tắc {code} thiếu cột hoặc có giá trị không đọc được. Hãy xem một dòng mẫu của bảng rồi "
                "ghi lại.",
            ),
            code=row.code,
        )


_NUMBERS: Final = (
    *("time_most", "day_most", "above_day", "many_severity", "least", "most", "limit", "percent"),
    *("sbp_below", "pulse_below", "fresh_minutes"),
)


def _read_columns(row: RuleRow) -> None:
    wanted = {
        RuleList.MAX_DOSE: ("atc", "unit"),
        RuleList.INTERACTION: ("a", "b"),
        RuleList.DUPLICATE: ("atc",),
        RuleList.ALLERGY_GROUP: ("atc",),
    }[row.rule_list]
    if not all(row.values[name].strip() for name in wanted):
        raise KeyError(row.code)
    for name in _NUMBERS:
        row.number(name)
