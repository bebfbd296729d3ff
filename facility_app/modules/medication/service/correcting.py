"""A dose written wrong is struck out with a reason; that it came up again, or how it worked, is added."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from facility_app.db.uow import UnitOfWork, require, require_reason
from facility_app.kernel.actor import Role
from facility_app.kernel.errors import UserError
from facility_app.kernel.faults import Faults
from facility_app.kernel.labels import Label, label
from facility_app.modules.access.api import Countersign
from facility_app.modules.medication.domain import GIVE_MEDICINES
from facility_app.modules.medication.domain.outcomes import EARLY_CLOCK, TAKEN
from facility_app.modules.medication.domain.substitution import vomited_rule
from facility_app.modules.medication.queries.charts import Charts
from facility_app.modules.medication.queries.rules import list_substitution_rules
from facility_app.modules.pharmacy.api import ReturnDose, return_dose


@dataclass(frozen=True, slots=True)
class StrikeDose:
    """A dose was written wrong.

    Attributes:
        is_spoiled: the medicine had left its shelf and is no more: written off; what came up again always is.
        countersign: of the witness, for the verb ``pharmacy.return_dose``, where the medicine is controlled; never
            of whoever gave it.
    """

    dose_id: str
    version: int
    reason: str = field(repr=False)
    is_spoiled: bool = False
    countersign: Countersign | None = None


@dataclass(frozen=True, slots=True)
class RecordVomiting:
    """A dose given came up again."""

    dose_id: str
    version: int
    at: datetime
    note: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class RecordEffect:
    """How a dose as needed worked."""

    dose_id: str
    version: int
    effect: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Corrected:
    """What became of it.

    Attributes:
        minutes: between the dose and its coming up.
        percent: what the approved rule says is given again; None where no rule was approved.
        advice: what to do.
    """

    dose_id: str
    version: int
    minutes: int | None = None
    percent: int | None = None
    advice: Label | None = None


def strike_dose(uow: UnitOfWork, command: StrikeDose) -> Corrected:
    """Strike a dose out; it stays readable, what it took goes back to the stock or is written off.

    Raises:
        UserError: ``reason_missing``, ``not_found``, ``not_your_dose``, ``came_up_not_back``; as ``return_dose``.
        ConflictError: ``record_changed``.
    """
    require(uow, GIVE_MEDICINES)
    require_reason(command.reason)
    _, dose = Charts(uow).dose(command.dose_id, command.version)
    if dose.created_by != uow.actor.user_id and Role.CHIEF_NURSE not in uow.actor.roles:
        raise UserError(
            "not_your_dose",
            label("errors", "Liều này do {who} ghi. Chỉ người ghi hoặc điều dưỡng trưởng gạch bỏ được."),
            who=dose.officer_name,
        )
    if dose.amount and dose.vomited_at is not None and not command.is_spoiled:
        raise UserError(
            "came_up_not_back",
            label(
                "errors",
                "Liều này đã ghi nôn: thuốc đã vào người, không bao giờ trả lại tủ. Hãy gạch bỏ và ghi hủy; nếu "
                "kiểm đếm thấy thừa, dược sĩ giải trình theo biên bản kiểm đếm.",
            ),
        )
    with uow.act("medication.strike_dose", reason=command.reason) as act:
        act.about(dose)
        if dose.amount:
            given = command.countersign
            return_dose(uow, ReturnDose(dose.id, command.reason, command.is_spoiled, given))
        uow.void(dose, command.reason)
        uow.session.flush()
        return Corrected(dose.id, dose.version)


def record_vomiting(uow: UnitOfWork, command: RecordVomiting) -> Corrected:
    """Write down that a dose came up again; nothing is given anew without an order.

    Raises:
        UserError: ``not_found``, ``not_taken``, ``vomited_already``, ``time_wrong``.
        ConflictError: ``record_changed``.
    """
    require(uow, GIVE_MEDICINES)
    charts = Charts(uow)
    _, dose = charts.dose(command.dose_id, command.version)
    _require_taken(dose)
    if dose.vomited_at is not None:
        raise UserError(
            "vomited_already", label("errors", "Liều này đã ghi nôn rồi. Hãy mở lại phiếu dùng thuốc.")
        )
    if not dose.given_at <= command.at <= uow.now + EARLY_CLOCK:
        raise UserError(
            "time_wrong",
            label("errors", "Giờ nôn phải sau giờ dùng và không muộn hơn bây giờ. Hãy xem lại giờ."),
            fields={"at": label("errors", "Hãy xem lại giờ")},
        )
    faults = Faults()
    note = faults.line("note", command.note)
    faults.refuse()
    minutes = int((command.at - dose.given_at) / timedelta(minutes=1))
    medicine = charts.medicine(dose.medicine_id)
    rule = vomited_rule(list_substitution_rules(uow), medicine.atc, minutes)
    with uow.act("medication.record_vomiting") as act:
        act.about(dose)
        dose.vomited_at, dose.vomited_note = command.at, note
        uow.session.flush()
        advice = _ASK_DOCTOR if rule is None else rule.row.text
        return Corrected(dose.id, dose.version, minutes, None if rule is None else rule.percent, advice)


def record_effect(uow: UnitOfWork, command: RecordEffect) -> Corrected:
    """Write down how a dose as needed worked.

    Raises:
        UserError: ``not_found``, ``not_taken``, ``field_missing``, ``effect_already``.
        ConflictError: ``record_changed``.
    """
    require(uow, GIVE_MEDICINES)
    charts = Charts(uow)
    _, dose = charts.dose(command.dose_id, command.version)
    _require_taken(dose)
    faults = Faults()
    effect = faults.line("effect", command.effect, needed=label("errors", "Cần ghi thuốc có tác dụng thế nào."))
    faults.refuse()
    if dose.effect is not None:
        raise UserError("effect_already", label("errors", "Liều này đã ghi tác dụng rồi. Hãy mở lại phiếu."))
    with uow.act("medication.record_effect") as act:
        act.about(dose)
        dose.effect, dose.effect_at, dose.effect_by = effect, uow.now, charts.officer()
        uow.session.flush()
        return Corrected(dose.id, dose.version)


def _require_taken(dose: Any) -> None:
    if dose.outcome not in TAKEN:
        raise UserError(
            "not_taken", label("errors", "Liều này không dùng, nên không có gì để ghi thêm. Hãy xem lại liều.")
        )


_ASK_DOCTOR = label(
    "errors",
    "Chưa có quy tắc nào được phê duyệt: không tự cho lại liều. Hãy báo bác sĩ, bác sĩ ra y lệnh nếu cần.",
)
