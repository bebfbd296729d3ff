"""An order is weighed against rules, allergies and what else is taken; what speaks against it is answered."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from facility_app.db.uow import Act
from facility_app.kernel.errors import UserError
from facility_app.kernel.faults import LINE_LIMIT
from facility_app.kernel.labels import Label, label
from facility_app.modules.access.api import Countersign, require_countersign
from facility_app.modules.medication.domain.checks import Finding, Need, Taking, open_findings, weigh
from facility_app.modules.medication.domain.plan import Plan
from facility_app.modules.medication.domain.rights import SECONDS
from facility_app.modules.medication.domain.substitution import (
    planned_increases,
    require_first_dose,
    require_weighable,
)
from facility_app.modules.medication.queries.brands import known_brands
from facility_app.modules.medication.queries.charts import Charts
from facility_app.modules.medication.queries.rules import list_checked_rules, list_substitution_rules
from facility_app.modules.medication.queries.treated import Treated
from facility_app.modules.medication.tables import SIDES
from facility_app.modules.pharmacy.api import MedicineRow


class OrderRefusedError(UserError):
    """What speaks against an order and was not answered.

    A refusal undoes everything, the trace of a look too: what it would take a look to know is not named in it.
    ``findings`` are all others.
    """

    def __init__(self, findings: Sequence[Finding], unanswered: Sequence[Finding], code: str, text: Label) -> None:
        """Keep the findings for a screen that asks about each."""
        said = tuple(KEPT_APART if one.is_look else one.said.rstrip(".") for one in unanswered)
        super().__init__(
            code, text, fields={"overrides": label("errors", "Cần trả lời từng cảnh báo")}, findings=said
        )
        self.findings = open_findings(findings)


@dataclass(frozen=True, slots=True)
class Answers:
    """How a prescriber answers what speaks against an order.

    Attributes:
        reasons: key of a finding → why the order stands all the same.
        countersign: of the second person, for the verb under way.
    """

    reasons: Mapping[str, str] = field(default_factory=dict, repr=False)
    countersign: Countersign | None = None


@dataclass(frozen=True, slots=True)
class Weighed:
    """What was found; and who agreed where a second person had to."""

    findings: tuple[Finding, ...]
    second_id: str | None = None
    second_name: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Weighing:
    """What an order of one person is held against."""

    charts: Charts
    resident_id: str

    def findings(self, new: Taking, but: Sequence[str] = ()) -> tuple[Finding, ...]:
        """Everything that speaks against an order; ``but`` are orders it takes the place of."""
        rules = list_checked_rules(self.charts.uow)
        taken = self.charts.takings(self.resident_id, but)
        return weigh(new, taken, rules, self.charts.allergies(self.resident_id), known_brands(self.charts.uow))

    def require_answered(self, act: Act, findings: Sequence[Finding], answers: Answers) -> Weighed:
        """Refuse unless each finding has what it needs.

        Raises:
            OrderRefusedError: ``order_checks``, ``order_needs_second``.
            UserError: as ``require_countersign``.
        """
        wanting = [one for one in findings if one.need is not Need.NOTHING]
        unanswered = [one for one in wanting if not _reason(answers, one)]
        if unanswered:
            raise OrderRefusedError(findings, unanswered, "order_checks", _CHECKS)
        needing = [one for one in wanting if one.need is Need.SECOND]
        if not needing:
            return Weighed(tuple(findings))
        if answers.countersign is None:
            raise OrderRefusedError(findings, needing, "order_needs_second", _SECOND)
        given = answers.countersign
        require_countersign(self.charts.uow, act, given, SECONDS)
        return Weighed(tuple(findings), given.user_id, self.charts.name_of(given.user_id) or given.user_name)

    def keep(self, order_id: str, weighed: Weighed, answers: Answers) -> None:
        """Write down what the order was ordered against; behind the wall where it speaks of what reveals HIV."""
        for one in weighed.findings:
            is_second = one.need is Need.SECOND
            kept = SIDES[one.is_private].override(
                resident_id=self.resident_id,
                order_id=order_id,
                rule_key=one.key,
                rule_version=one.version,
                severity=int(one.severity),
                finding=one.said,
                reason=_reason(answers, one),
                second_id=weighed.second_id if is_second else None,
                second_name=weighed.second_name if is_second else None,
            )
            self.charts.uow.add(kept)

    def require_substitution(self, medicine: MedicineRow, plan: Plan, most_a_day: int | None) -> None:
        """Refuse a substitute without a programme, a first dose too high, a step an approved rule forbids.

        Raises:
            UserError: ``substitute_unweighed``, ``no_programme``, ``first_dose_too_high``, ``increase_too_high``.
        """
        charts = self.charts
        if not medicine.is_substitute:
            return
        unit = medicine.measure.dose_unit.value
        require_weighable(medicine.name, medicine.atc, unit)
        if Treated(charts).programme(self.resident_id) is None:
            raise UserError("no_programme", _NO_PROGRAMME, name=medicine.name)
        rules = list_substitution_rules(charts.uow)
        history = Treated(charts).history(self.resident_id, medicine, charts.today)
        # As needed it may be taken again and again on its first day.
        first = plan.parts[0].of_day * (most_a_day or 1)
        require_first_dose(rules, history, medicine.atc, first, unit, charts.today)
        broken = planned_increases(rules, history, medicine.atc, plan, charts.today)
        if broken:
            said = tuple(one.row.text for one in broken)
            raise UserError("increase_too_high", _TOO_FAST, name=medicine.name, rules=said)


def _reason(answers: Answers, finding: Finding) -> str | None:
    told = (answers.reasons.get(finding.key) or "").strip()
    return told[:LINE_LIMIT] or None


KEPT_APART = label(
    "errors",
    "một điều cần giữ kín của người này; hãy xem ở trang kê thuốc, hoặc “Xem thuốc cần giữ kín” ở thẻ Thuốc, nơi "
    "lần xem được ghi lại",
)
_CHECKS = label(
    "errors",
    "Y lệnh vướng: {findings}. Hãy đổi thuốc hoặc liều; nếu vẫn cần, hãy ghi lý do cho từng điều.",
)
_SECOND = label(
    "errors",
    "Y lệnh vướng mức phải có người thứ hai đồng ý: {findings}. Hãy đổi thuốc hoặc liều; nếu vẫn cần, hãy nhờ "
    "bác sĩ khác, dược sĩ hoặc người đứng đầu ký cùng.",
)
_NO_PROGRAMME = label(
    "errors",
    "{name} là thuốc điều trị thay thế: người này chưa có chương trình điều trị thay thế. Hãy mở chương trình "
    "(đơn, giấy đồng ý) rồi ra y lệnh.",
)
_TOO_FAST = label("errors", "{name}: {rules} Hãy tăng ít hơn, hoặc chờ đủ ngày.")
