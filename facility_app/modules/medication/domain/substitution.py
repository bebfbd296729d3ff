"""Substitution treatment: rules of first dose, increase, missed doses, vomiting; off until a doctor approves them.

Two hold always: a first methadone dose above the limit is refused, and thirty missed days end the programme
(NĐ 141/2024 Đ36.2).
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import Label, label
from facility_app.kernel.shipped import EVIDENCE_LABELS
from facility_app.modules.medication.domain.checks import MICROGRAMS, in_micrograms
from facility_app.modules.medication.domain.plan import THOUSANDTHS, Plan
from facility_app.modules.medication.domain.rules import RuleRow, matches


class RuleKind(StrEnum):
    """Loại quy tắc."""

    FIRST_DOSE = "first_dose"
    INCREASE = "increase"
    MISSED = "missed"
    VOMITED = "vomited"


class MissedAction(StrEnum):
    """Việc phải làm sau khi bỏ liều."""

    SAME = "same"
    SAME_IF_SOBER = "same_if_sober"
    REDUCE = "reduce"
    REVIEW = "review"
    REINDUCE = "reinduce"
    END = "end"


MISSED_ACTION_LABELS: dict[MissedAction, Label] = {
    MissedAction.SAME: label("terms", "Giữ nguyên liều"),
    MissedAction.SAME_IF_SOBER: label("terms", "Giữ nguyên liều nếu tỉnh táo"),
    MissedAction.REDUCE: label("terms", "Giảm liều theo bác sĩ"),
    MissedAction.REVIEW: label("terms", "Bác sĩ khám trước khi cho liều"),
    MissedAction.REINDUCE: label("terms", "Dò liều lại từ đầu"),
    MissedAction.END: label("terms", "Chấm dứt điều trị thay thế"),
}


class ProgrammeEnd(StrEnum):
    """Lý do kết thúc điều trị thay thế."""

    COMPLETED = "completed"
    MISSED = "missed"
    OPIOID_POSITIVE = "opioid_positive"
    OWN_WISH = "own_wish"
    TRANSFERRED = "transferred"
    LEFT = "left"
    MEDICAL = "medical"


PROGRAMME_END_LABELS: dict[ProgrammeEnd, Label] = {
    ProgrammeEnd.COMPLETED: label("terms", "Hoàn thành"),
    ProgrammeEnd.MISSED: label("terms", "Bỏ liều từ 30 ngày liên tục"),
    ProgrammeEnd.OPIOID_POSITIVE: label("terms", "Xét nghiệm dương tính chất dạng thuốc phiện từ 2 lần"),
    ProgrammeEnd.OWN_WISH: label("terms", "Tự nguyện xin thôi"),
    ProgrammeEnd.TRANSFERRED: label("terms", "Chuyển cơ sở điều trị"),
    ProgrammeEnd.LEFT: label("terms", "Ra cơ sở cai nghiện"),
    ProgrammeEnd.MEDICAL: label("terms", "Chống chỉ định"),
}
NEEDS_SECOND: Final = frozenset({ProgrammeEnd.MISSED, ProgrammeEnd.OPIOID_POSITIVE})
"""Such an end can begin a file for compulsory treatment: two people decide it."""
SUBSTITUTES: Final = ("N07BC",)
"""ATC of medicines of substitution."""
ALWAYS: Final = "yes"


@dataclass(frozen=True, slots=True)
class SubstitutionRule:
    """One row.

    Attributes:
        least, most: days missed, or minutes after the dose, both counted in; ``most`` None for open.
        limit: in thousandths of a milligram.
        percent: of the dose.
        is_always: it holds without approval: the law says so, or nobody may lift it.
    """

    row: RuleRow
    kind: RuleKind
    least: int
    most: int | None
    limit: int | None
    percent: int | None
    action: MissedAction | None
    is_always: bool

    @classmethod
    def of(cls, row: RuleRow) -> "SubstitutionRule":
        """The typed row.

        Raises:
            ValueError, KeyError: a damaged row.
        """
        action = row.values.get("action")
        return cls(
            row,
            RuleKind(row.values["kind"]),
            row.number("least") or 0,
            row.number("most"),
            row.number("limit"),
            row.number("percent"),
            MissedAction(action) if action else None,
            holds_always(row),
        )

    @property
    def is_in_force(self) -> bool:
        """Whether it is looked at at all."""
        return self.is_always or self.row.is_approved

    def holds(self, atc: str | None, kind: RuleKind, number: int) -> bool:
        """Whether it speaks of this medicine, kind and number of days or minutes."""
        fits = self.least <= number and (self.most is None or number <= self.most)
        return self.is_in_force and self.kind is kind and fits and matches(atc, self.row.atc)


def holds_always(row: RuleRow) -> bool:
    """Whether it holds without approval: the law says so, or nobody may lift it."""
    return row.values.get("always") == ALWAYS


def require_no_looser(came: RuleRow | None, wanted: RuleRow) -> None:
    """Refuse to lift a rule that holds always; only its limit may be lowered.

    Args:
        came: the row as it came with the program; None for a row of the facility's own.
        wanted: what is to stand in its place.

    Raises:
        UserError: ``rule_holds_always``.
    """
    if came is None or not holds_always(came):
        return
    most, limit = came.number("limit"), wanted.number("limit")
    is_lowered = most is None or (limit is not None and 0 < limit <= most)
    names = ("kind", "atc", "least", "most", "percent", "action", "always", *(() if most else ("limit",)))
    is_same = all(came.values.get(name, "") == wanted.values.get(name, "") for name in names)
    if wanted.is_off or not is_lowered or not is_same:
        raise UserError(
            "rule_holds_always",
            label(
                "errors",
                "“{rule}” luôn giữ: không tắt, không nới được, dù ai phê duyệt. Chỉ hạ được mức và sửa câu chữ; "
                "hãy ghi lại như vậy, hoặc để nguyên quy tắc.",
            ),
            rule=came.text,
        )


def require_weighable(name: str, atc: str | None, unit: str) -> None:
    """Refuse a substitute of which no rule can tell how much it is: without its code, or counted in pieces or ml.

    Raises:
        UserError: ``substitute_unweighed``.
    """
    if matches(atc, SUBSTITUTES) and unit in MICROGRAMS:
        return
    raise UserError(
        "substitute_unweighed",
        label(
            "errors",
            "{name} là thuốc điều trị thay thế, nhưng danh mục thuốc chưa ghi đủ để xét liều: cần mã ATC bắt đầu "
            "bằng {atc} và liều tính bằng mg, mcg hoặc g. Hãy nhờ dược sĩ sửa danh mục thuốc rồi làm lại.",
        ),
        name=name,
        atc=SUBSTITUTES[0],
    )


@dataclass(frozen=True, slots=True)
class DoseHistory:
    """What somebody had of a substitute before.

    Attributes:
        last_on: the day of the last dose swallowed and kept; None for none.
        last_amount: in thousandths of the dose unit.
        unit: of the amounts.
        recent: days and amounts before, the newest first.
    """

    last_on: date | None = None
    last_amount: int = 0
    unit: str = "mg"
    recent: tuple[tuple[date, int], ...] = field(default=())

    def missed_days(self, today: date) -> int:
        """Days without a dose since the last one, today not counted; 0 where there never was one."""
        return 0 if self.last_on is None else max(0, (today - self.last_on).days - 1)


def require_first_dose(
    rules: Sequence[SubstitutionRule], history: DoseHistory, atc: str | None, amount: int, unit: str, day: date
) -> None:
    """Refuse a first dose above the limit; nobody may go over it.

    Raises:
        UserError: ``first_dose_too_high``.
    """
    for rule in rules:
        since = None if history.last_on is None else (day - history.last_on).days
        is_first = since is None or since > rule.least
        holds = rule.is_in_force and rule.kind is RuleKind.FIRST_DOSE and matches(atc, rule.row.atc)
        if holds and is_first and rule.limit is not None and _above(amount, unit, rule.limit):
            raise UserError(
                "first_dose_too_high",
                label(
                    "errors",
                    "Liều đầu {amount} mg cao hơn {limit} mg: không được phép ({source}). Hãy kê liều đầu từ "
                    "{limit} mg trở xuống. Nếu người bệnh đang điều trị ở nơi khác, hãy ghi liều cuối có giấy của "
                    "nơi đó.",
                ),
                fields={"plan": label("errors", "Liều đầu quá cao")},
                amount=_milligrams(amount, unit),
                limit=rule.limit // THOUSANDTHS,
                source=rule.row.source or EVIDENCE_LABELS[rule.row.evidence],
            )


def increase_faults(
    rules: Sequence[SubstitutionRule], history: DoseHistory, atc: str | None, amount: int, day: date
) -> tuple[SubstitutionRule, ...]:
    """Rules of increase in force that a new daily dose breaks."""
    if history.last_on is None or amount <= history.last_amount:
        return ()
    broken = []
    for rule in rules:
        if not (rule.is_in_force and rule.kind is RuleKind.INCREASE and matches(atc, rule.row.atc)):
            continue
        first = day - timedelta(days=rule.least)
        then = [given for on, given in history.recent if on >= first] or [history.last_amount]
        if rule.limit is not None and _above(amount - min(then), history.unit, rule.limit):
            broken.append(rule)
    return tuple(broken)


def planned_increases(
    rules: Sequence[SubstitutionRule], history: DoseHistory, atc: str | None, plan: Plan, first_day: date
) -> tuple[SubstitutionRule, ...]:
    """Rules of increase in force that a plan breaks, at its beginning or from one stretch of days to the next."""
    broken: dict[str, SubstitutionRule] = {}
    for part in plan.parts:
        day, until = (
            first_day + timedelta(days=one - 1) for one in (part.first_day, part.last_day or part.first_day)
        )
        broken |= {rule.row.code: rule for rule in increase_faults(rules, history, atc, part.of_day, day)}
        recent = ((until, part.of_day), (day, part.of_day), *history.recent)
        history = replace(history, last_on=until, last_amount=part.of_day, recent=recent)
    return tuple(broken.values())


def missed_rule(rules: Sequence[SubstitutionRule], atc: str | None, days: int) -> SubstitutionRule | None:
    """The rule in force for so many missed days; the gravest when several hold."""
    found = [rule for rule in rules if days and rule.holds(atc, RuleKind.MISSED, days)]
    order = [*MissedAction]
    return max(found, key=lambda rule: order.index(rule.action or MissedAction.SAME), default=None)


def vomited_rule(rules: Sequence[SubstitutionRule], atc: str | None, minutes: int) -> SubstitutionRule | None:
    """The rule in force for vomiting so many minutes after a dose."""
    return next((rule for rule in rules if rule.holds(atc, RuleKind.VOMITED, minutes)), None)


def require_not_missed(
    rules: Sequence[SubstitutionRule], history: DoseHistory, atc: str | None, day: date
) -> None:
    """Refuse a dose after so many missed days that a prescriber looks first, or that the programme has ended.

    Raises:
        UserError: ``programme_over``, ``missed_doses``.
    """
    days = history.missed_days(day)
    rule = missed_rule(rules, atc, days)
    if rule is None or rule.action in {MissedAction.SAME, MissedAction.SAME_IF_SOBER}:
        return
    if rule.action is MissedAction.END:
        raise UserError(
            "programme_over",
            label(
                "errors",
                "Đã bỏ {days} ngày liên tục: từ 30 ngày thì chấm dứt điều trị thay thế (NĐ 141/2024/NĐ-CP Đ36.2). "
                "Không cho liều; hãy báo bác sĩ kết thúc chương trình, muốn dùng lại thì lập hồ sơ mới.",
            ),
            days=days,
        )
    raise UserError(
        "missed_doses",
        label("errors", "Đã bỏ {days} ngày liên tục. {rule} Chưa cho liều; hãy báo bác sĩ ra y lệnh mới."),
        days=days,
        rule=rule.row.text,
    )


def _above(amount: int, unit: str, limit: int) -> bool:
    weight = in_micrograms(amount, unit)
    return weight is not None and weight > limit * THOUSANDTHS


def _milligrams(amount: int, unit: str) -> str:
    weight = in_micrograms(amount, unit) or 0
    return f"{weight / 1_000_000:g}".replace(".", ",")
