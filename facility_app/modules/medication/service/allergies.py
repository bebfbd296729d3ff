"""What somebody cannot take is written down, and struck out where it was wrong."""

from dataclasses import dataclass, field
from datetime import date

from facility_app.db.uow import UnitOfWork, require, require_reason
from facility_app.kernel.dates import local_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.faults import Faults
from facility_app.kernel.hiv import reveals_hiv
from facility_app.kernel.labels import label
from facility_app.modules.medication.domain import KEEP_ALLERGIES
from facility_app.modules.medication.domain.checks import AllergySeverity
from facility_app.modules.medication.domain.rules import RuleList
from facility_app.modules.medication.queries.brands import known_brands
from facility_app.modules.medication.queries.charts import Charts
from facility_app.modules.medication.queries.history import list_allergies
from facility_app.modules.medication.queries.rules import list_rules
from facility_app.modules.medication.service.people import Present
from facility_app.modules.medication.tables import SIDES, AllergyAsked


@dataclass(frozen=True, slots=True)
class AddAllergy:
    """Somebody cannot take something.

    Attributes:
        group: code of a cross-allergy group; empty for none.
        noted_on: since when it is known; today when nothing is said.
    """

    resident_id: str
    substance: str
    severity: AllergySeverity
    group: str = ""
    reaction: str = field(default="", repr=False)
    is_certain: bool = False
    noted_on: date | None = None


@dataclass(frozen=True, slots=True)
class VoidAllergy:
    """It was written down by mistake."""

    allergy_id: str
    version: int
    reason: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Noted:
    """What was written down; ``is_private`` where it stands behind the wall."""

    allergy_id: str
    is_private: bool = field(default=False, repr=False)


def add_allergy(uow: UnitOfWork, command: AddAllergy) -> Noted:
    """Write an allergy down, behind the wall where its words reveal HIV.

    Raises:
        UserError: ``no_open_stay``, ``field_missing``, ``bad_code``, ``day_out_of_range``, ``bad_fields``.
    """
    require(uow, KEEP_ALLERGIES)
    Present.of(Charts(uow), {command.resident_id}).require_stay(command.resident_id)
    faults = Faults()
    needed = label("errors", "Cần ghi dị ứng với thuốc, chất gì.")
    substance = faults.line("substance", command.substance, needed=needed)
    reaction = faults.line("reaction", command.reaction)
    group = faults.code("group", command.group)
    if group is not None and group not in {row.code for row in list_rules(uow, RuleList.ALLERGY_GROUP)}:
        faults.add("bad_code", "group", label("errors", "Không có nhóm dị ứng này. Hãy chọn trong danh sách."))
    today = local_date(uow.now)
    noted_on = faults.past_day("noted_on", command.noted_on or today, today)
    faults.refuse()
    side = SIDES[reveals_hiv(substance, reaction, group, brands=known_brands(uow))]
    with uow.act("medication.add_allergy") as act:
        made = side.allergy(
            resident_id=command.resident_id,
            substance=substance,
            group_code=group,
            reaction=reaction,
            severity=command.severity,
            is_certain=command.is_certain,
            noted_on=noted_on,
        )
        uow.add(made)
        act.about(made)
        uow.session.flush()
        return Noted(made.id, side.is_private)


def void_allergy(uow: UnitOfWork, command: VoidAllergy) -> None:
    """Strike an allergy out; one behind the wall is not found by whoever may not see it.

    Raises:
        UserError: ``reason_missing``, ``not_found``.
        ConflictError: ``record_changed``.
    """
    require(uow, KEEP_ALLERGIES)
    sides = Charts(uow).sides()
    side = next((one for one in sides if uow.session.get(one.allergy, command.allergy_id) is not None), sides[0])
    found = uow.get(side.allergy, command.allergy_id, version=command.version)
    with uow.act("medication.void_allergy", reason=command.reason) as act:
        act.about(found)
        uow.void(found, command.reason)


def note_no_allergy(uow: UnitOfWork, resident_id: str) -> str:
    """Somebody was asked just now and knows of no allergy; who asked and when stands with it.

    Returns:
        The id.

    Raises:
        UserError: ``no_open_stay``; ``allergy_listed`` where the open list names something.
    """
    require(uow, KEEP_ALLERGIES)
    charts = Charts(uow)
    Present.of(charts, {resident_id}).require_stay(resident_id)
    listed = list_allergies(uow, resident_id)
    if listed:
        raise UserError(
            "allergy_listed",
            label(
                "errors",
                "Người này đã ghi dị ứng {substance}. Nếu ghi nhầm, hãy gạch bỏ dòng đó trước rồi ghi lại.",
            ),
            substance=listed[0].substance,
        )
    with uow.act("medication.note_no_allergy") as act:
        made = uow.add(AllergyAsked(resident_id=resident_id, asked_at=uow.now, officer_name=charts.officer()))
        act.about(made)
        uow.session.flush()
        return made.id


def withdraw_no_allergy(uow: UnitOfWork, command: VoidAllergy) -> None:
    """What was noted of another, or by mistake, is struck out: nobody asked, as before.

    Raises:
        UserError: ``reason_missing``, ``not_found``.
        ConflictError: ``record_changed``.
    """
    require(uow, KEEP_ALLERGIES)
    require_reason(command.reason)
    found = uow.get(AllergyAsked, command.allergy_id, version=command.version)
    with uow.act("medication.withdraw_no_allergy", reason=command.reason) as act:
        act.about(found)
        uow.void(found, command.reason)
