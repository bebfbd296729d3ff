"""A substitution programme begins with consent and a file, and ends once; some ends two people decide."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from facility_app.db.uow import UnitOfWork, require, require_reason
from facility_app.kernel.ages import ADULT_YEARS
from facility_app.kernel.errors import UserError
from facility_app.kernel.faults import Faults
from facility_app.kernel.labels import label
from facility_app.modules.access.api import Countersign, require_countersign
from facility_app.modules.medication.domain import RUN_PROGRAMMES
from facility_app.modules.medication.domain.orders import OrderEnd
from facility_app.modules.medication.domain.rights import SECONDS
from facility_app.modules.medication.domain.substitution import NEEDS_SECOND, ProgrammeEnd
from facility_app.modules.medication.queries.charts import Charts
from facility_app.modules.medication.queries.treated import Treated
from facility_app.modules.medication.service.people import Present
from facility_app.modules.medication.service.standing import Standing
from facility_app.modules.medication.tables import SIDES, SubstitutionProgramme
from facility_app.modules.pharmacy.api import MedicineRow, Quantity
from facility_app.modules.residents.api import list_resident_marks


@dataclass(frozen=True, slots=True)
class StartProgramme:
    """Somebody begins substitution treatment here.

    Attributes:
        consent_by: who agreed: the person; under 18 the legal representative, by name.
        is_representative: whether it was the representative.
        outside_on, outside_dose, outside_paper: the last dose elsewhere, by the paper of that place.
        outside_number: the dose in the medicine's own unit, where no unit is said.
    """

    resident_id: str
    medicine_id: str
    file_number: str
    consent_by: str = field(repr=False)
    consent_on: date
    is_representative: bool = False
    outside_on: date | None = None
    outside_dose: Quantity | None = None
    outside_paper: str = ""
    outside_number: Decimal | None = None


@dataclass(frozen=True, slots=True)
class EndProgramme:
    """It ends.

    Attributes:
        countersign: of the second person, for ends that can begin a file for compulsory treatment.
    """

    programme_id: str
    version: int
    kind: ProgrammeEnd
    reason: str = field(repr=False)
    countersign: Countersign | None = None


@dataclass(frozen=True, slots=True)
class SavedProgramme:
    """What a screen needs to go on with it."""

    programme_id: str
    version: int
    ended_orders: int = 0


def start_programme(uow: UnitOfWork, command: StartProgramme) -> SavedProgramme:
    """Open a programme of substitution.

    Raises:
        UserError: ``no_open_stay``, ``not_found``, ``not_a_substitute``, ``programme_open``, ``field_missing``,
            ``consent_of_representative``, ``outside_incomplete``, ``unit_mismatch``, ``bad_fields``.
    """
    require(uow, RUN_PROGRAMMES)
    charts = Charts(uow)
    stay = Present.of(charts, {command.resident_id}).require_stay(command.resident_id)
    medicine = _substitute(charts, command)
    said = _said(charts, command, medicine)
    with uow.act("medication.start_programme") as act:
        made = SubstitutionProgramme(
            resident_id=command.resident_id,
            stay_id=stay.stay_id,
            medicine_id=medicine.medicine_id,
            started_on=charts.today,
            doctor_name=charts.officer(),
            **said,
        )
        uow.add(made)
        act.about(made)
        uow.session.flush()
        return SavedProgramme(made.id, made.version)


def _substitute(charts: Charts, command: StartProgramme) -> MedicineRow:
    """The medicine of the programme, where one may begin."""
    medicine = charts.medicine(command.medicine_id)
    if not medicine.is_substitute:
        raise UserError(
            "not_a_substitute",
            label("errors", "{name} không phải thuốc điều trị thay thế. Hãy chọn methadon hoặc buprenorphin."),
            name=medicine.name,
        )
    if Treated(charts).programme(command.resident_id) is not None:
        raise UserError(
            "programme_open",
            label(
                "errors",
                "Người này đang có một chương trình điều trị thay thế. Hãy kết thúc chương trình đó trước.",
            ),
        )
    return medicine


def _said(charts: Charts, command: StartProgramme, medicine: MedicineRow) -> dict[str, Any]:
    """What is kept of the command, once nothing in it is wrong."""
    faults = Faults()
    kept: dict[str, Any] = {
        "file_number": faults.line(
            "file_number", command.file_number, needed=label("errors", "Cần số đơn, số hồ sơ (NĐ 141/2024 Đ30).")
        ),
        "consent_by": faults.line(
            "consent_by", command.consent_by, needed=label("errors", "Cần tên người đồng ý.")
        ),
        "consent_on": faults.past_day("consent_on", command.consent_on, charts.today),
        "outside_on": faults.past_day("outside_on", command.outside_on, charts.today),
        "outside_paper": faults.line("outside_paper", command.outside_paper),
    }
    dose = command.outside_dose
    if dose is None and command.outside_number is not None:
        dose = Quantity(command.outside_number, medicine.measure.dose_unit)
    outside = (command.outside_on, dose, kept["outside_paper"])
    if any(outside) and not all(outside):
        faults.add(
            "outside_incomplete",
            "outside_on",
            label("errors", "Liều cuối ở nơi khác cần đủ ngày, liều và số giấy của nơi đó."),
        )
    _require_representative(charts, command, faults)
    faults.refuse()
    return {**kept, "outside_amount": None if dose is None else medicine.measure.of_dose(dose)}


def _require_representative(charts: Charts, command: StartProgramme, faults: Faults) -> None:
    """Of a minor the legal representative agrees (NĐ 141/2024 Đ29)."""
    person = list_resident_marks(charts.uow, [command.resident_id]).get(command.resident_id)
    if person is not None and person.age < ADULT_YEARS and not command.is_representative:
        faults.add(
            "consent_of_representative",
            "consent_by",
            label(
                "errors", "Người dưới 18 tuổi: người đại diện hợp pháp phải đồng ý bằng văn bản (NĐ 141/2024 Đ29)."
            ),
        )


def end_programme(uow: UnitOfWork, command: EndProgramme) -> SavedProgramme:
    """End a programme; its orders end with it.

    Raises:
        UserError: ``reason_missing``, ``programme_ended``; as ``require_countersign``.
        ConflictError: ``record_changed``.
    """
    require(uow, RUN_PROGRAMMES)
    require_reason(command.reason)
    charts = Charts(uow)
    found = uow.get(SubstitutionProgramme, command.programme_id, version=command.version)
    if found.ended_on is not None:
        raise UserError("programme_ended", label("errors", "Chương trình này đã kết thúc. Hãy mở lại danh sách."))
    faults = Faults()
    reason = faults.line("reason", command.reason)
    faults.refuse()
    with uow.act("medication.end_programme", reason=command.reason) as act:
        act.about(found)
        officer, given = charts.officer(), command.countersign
        if command.kind in NEEDS_SECOND:
            require_countersign(uow, act, given, SECONDS)
            if given is not None:
                name = charts.name_of(given.user_id) or given.user_name
                found.second_id, found.second_name = given.user_id, name
        found.ended_on, found.end_kind, found.end_reason = charts.today, command.kind, reason
        found.ended_name = officer
        uow.session.flush()
        medicine = charts.medicine(found.medicine_id)
        side = charts.side_of(medicine)
        ended = 0
        for one in charts.orders(SIDES[side.is_private], [found.resident_id], uow.now, None):
            if charts.medicine(one.row.medicine_id).atc == medicine.atc:
                Standing(charts, one).end(OrderEnd.STOPPED, command.reason)
                ended += 1
        return SavedProgramme(found.id, found.version, ended)
