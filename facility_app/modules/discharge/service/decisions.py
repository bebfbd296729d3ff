"""Decisions that came in: on after-care (V-53) and on electronic monitoring (I-02)."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.actor import Role
from facility_app.kernel.dates import local_date
from facility_app.kernel.faults import Faults
from facility_app.kernel.labels import label
from facility_app.modules.catalogues.api import UnitKind, find_parameter, get_facility
from facility_app.modules.discharge.domain import (
    PREPARE_RELEASE,
)
from facility_app.modules.discharge.domain import (
    gate as rules,
)
from facility_app.modules.discharge.service.keeping import SavedCase, case_for, done
from facility_app.modules.stays.api import get_stay
from facility_app.modules.tasks.api import RaiseTask, raise_task


@dataclass(frozen=True, slots=True)
class RecordPostRehab:
    """Decision V-53 as received.

    Attributes:
        received_id: its line in the register of papers from outside.
    """

    stay_id: str
    version: int
    number: str
    decided_on: date | None
    authority: str = field(repr=False)
    months: int | None = None
    received_id: str | None = None


@dataclass(frozen=True, slots=True)
class RecordMonitoring:
    """Decision I-02 as received.

    Attributes:
        police: commune police that decided.
        received_id: its line in the register of papers from outside.
    """

    stay_id: str
    version: int
    number: str
    decided_on: date | None
    police: str = field(repr=False)
    received_id: str | None = None


def record_post_rehab_decision(uow: UnitOfWork, command: RecordPostRehab) -> SavedCase:
    """Write down the decision on after-care (V-53).

    Raises:
        UserError: ``field_missing``, ``day_out_of_range``, ``number_out_of_range``, ``bad_fields``.
        ConflictError: ``record_changed``.
    """
    require(uow, PREPARE_RELEASE)
    stay, faults = get_stay(uow, command.stay_id), Faults()
    number = _number(faults, command.number)
    decided_on = _day(faults, command.decided_on, local_date(uow.now))
    authority = faults.line("authority", command.authority)
    faults.amount("months", command.months, 1, 36)
    faults.refuse()
    with uow.act("discharge.record_post_rehab_decision") as act:
        case = case_for(uow, stay, command.version)
        act.about(case)
        case.post_rehab_number, case.post_rehab_on = number, decided_on
        case.post_rehab_authority, case.post_rehab_months = authority, command.months
        case.post_rehab_received_id = command.received_id
        done(uow, stay.stay_id, rules.POST_REHAB)
        return SavedCase.of(uow, case)


def record_monitoring_decision(uow: UnitOfWork, command: RecordMonitoring) -> SavedCase:
    """Write down the decision on electronic monitoring (I-02); carrying it out is due in hours (Đ17.1).

    Raises:
        UserError: ``field_missing``, ``day_out_of_range``, ``bad_fields``.
        ConflictError: ``record_changed``.
    """
    require(uow, PREPARE_RELEASE)
    stay, faults = get_stay(uow, command.stay_id), Faults()
    number = _number(faults, command.number)
    decided_on = _day(faults, command.decided_on, local_date(uow.now))
    police = faults.line("police", command.police, needed=label("errors", "Cần tên Công an cấp xã ra quyết định."))
    faults.refuse()
    with uow.act("discharge.record_monitoring_decision") as act:
        case = case_for(uow, stay, command.version)
        act.about(case)
        case.monitoring_number, case.monitoring_on, case.monitoring_police = number, decided_on, police
        case.monitoring_received_id = command.received_id
        done(uow, stay.stay_id, rules.MONITORING)
        if case.device_fitted_at is None and stay.is_open:
            _owe_device(uow, stay.stay_id, stay.resident_id)
        return SavedCase.of(uow, case)


def _number(faults: Faults, typed: str) -> str | None:
    return faults.line("number", typed, needed=label("errors", "Cần số của quyết định, như in trên giấy."))


def _day(faults: Faults, day: date | None, today: date) -> date | None:
    if day is None:
        faults.add("field_missing", "decided_on", label("errors", "Cần ngày ban hành của quyết định."))
    return faults.past_day("decided_on", day, today)


def _owe_device(uow: UnitOfWork, stay_id: str, resident_id: str) -> None:
    hours = find_parameter(uow, "monitoring_fit_hours")
    if hours is None or get_facility(uow).unit_kind is UnitKind.PRIVATE:
        return
    due: datetime = uow.now + timedelta(hours=hours.whole)
    text = label("tasks", "Thi hành quyết định giám sát điện tử (I-03, I-04), trong {hours} giờ")
    raise_task(
        uow,
        RaiseTask(
            "discharge.device",
            text,
            "stay",
            stay_id,
            due,
            Role.DISCHARGE,
            {"hours": hours.whole},
            resident_id,
            may_go_to=frozenset({Role.HEAD}),
        ),
    )
