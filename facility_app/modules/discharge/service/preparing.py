"""Chuẩn bị: where the person will live, what was decided about them, what they get back, their own plan."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from facility_app.db.uow import UnitOfWork, require, stale_copy
from facility_app.kernel.actor import Role
from facility_app.kernel.dates import local_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.faults import Faults
from facility_app.kernel.labels import label
from facility_app.modules.catalogues.api import UnitKind, find_parameter, get_facility
from facility_app.modules.discharge.domain import (
    PREPARE_RELEASE,
    RECORD_EXAMINATION,
    WRITE_REINTEGRATION,
)
from facility_app.modules.discharge.domain import (
    gate as rules,
)
from facility_app.modules.discharge.domain.plan import REINTEGRATION_PLACES
from facility_app.modules.discharge.queries.stored import plan_of
from facility_app.modules.discharge.service.keeping import case_for, done
from facility_app.modules.discharge.tables import ReintegrationPlan, ReleaseCase
from facility_app.modules.stays.api import get_stay
from facility_app.modules.tasks.api import RaiseTask, raise_task


@dataclass(frozen=True, slots=True)
class SavedCase:
    """A case after a decision; ``version`` goes back with the next one."""

    case_id: str
    version: int

    @classmethod
    def of(cls, uow: UnitOfWork, case: ReleaseCase) -> "SavedCase":
        """The answer about a case as it stands."""
        uow.session.flush()
        return cls(case.id, case.version)


@dataclass(frozen=True, slots=True)
class SettleResidence:
    """Where the person will live.

    Attributes:
        version: of the case, as the user saw it; 0 for none.
        text: nơi cư trú sau cai nghiện, as papers say it.
        police: Công an cấp xã there; ``committee`` the Ủy ban nhân dân.
        is_stable: whether it is a stable residence (Luật PCMT 2025 Đ42.3).
    """

    stay_id: str
    version: int
    text: str = field(repr=False)
    police: str = field(repr=False)
    committee: str = field(default="", repr=False)
    is_stable: bool = True


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


@dataclass(frozen=True, slots=True)
class RecordSocialProtection:
    """Whether the person goes to a social-protection facility, and when the file was sent."""

    stay_id: str
    version: int
    is_needed: bool
    sent_on: date | None = None


@dataclass(frozen=True, slots=True)
class RecordExamination:
    """The examination before leaving; what it found stays in the medical record."""

    stay_id: str
    examined_on: date | None = None


@dataclass(frozen=True, slots=True)
class ReturnBelongings:
    """Money, things, diplomas, fare, food and clothes handed over."""

    stay_id: str
    version: int
    note: str = field(repr=False)
    returned_on: date | None = None


@dataclass(frozen=True, slots=True)
class SaveReintegrationPlan:
    """Places of V-19 as they should be.

    Attributes:
        version: of the plan, as the user saw it; 0 when there was none.
        texts: place → text, only those being saved.
    """

    stay_id: str
    version: int
    texts: Mapping[str, str | None] = field(repr=False)


def settle_residence(uow: UnitOfWork, command: SettleResidence) -> SavedCase:
    """Write down where the person will live and which police and committee that is.

    Raises:
        UserError: ``field_missing``, ``text_too_long``, ``bad_fields``.
        ConflictError: ``record_changed``.
    """
    require(uow, PREPARE_RELEASE)
    stay, faults = get_stay(uow, command.stay_id), Faults()
    text = faults.line("text", command.text, needed=label("errors", "Cần nơi cư trú sau khi ra cơ sở."))
    police = faults.line("police", command.police, needed=label("errors", "Cần tên Công an cấp xã nơi cư trú."))
    committee = faults.line("committee", command.committee)
    faults.refuse()
    with uow.act("discharge.settle_residence") as act:
        case = case_for(uow, stay, command.version)
        act.about(case)
        case.residence_text, case.residence_police, case.residence_committee = text, police, committee
        case.is_residence_stable, case.residence_settled_on = command.is_stable, local_date(uow.now)
        done(uow, stay.stay_id, rules.RESIDENCE)
        return SavedCase.of(uow, case)


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


def record_social_protection(uow: UnitOfWork, command: RecordSocialProtection) -> SavedCase:
    """Write down whether the person goes to a social-protection facility and when the file was sent (Đ124).

    Raises:
        UserError: ``day_out_of_range``.
        ConflictError: ``record_changed``.
    """
    require(uow, PREPARE_RELEASE)
    stay, faults = get_stay(uow, command.stay_id), Faults()
    faults.past_day("sent_on", command.sent_on, local_date(uow.now))
    faults.refuse()
    with uow.act("discharge.record_social_protection") as act:
        case = case_for(uow, stay, command.version)
        act.about(case)
        case.needs_social_protection = command.is_needed
        case.social_protection_sent_on = command.sent_on if command.is_needed else None
        if not command.is_needed or command.sent_on is not None:
            done(uow, stay.stay_id, rules.SOCIAL)
        return SavedCase.of(uow, case)


def record_examination(uow: UnitOfWork, command: RecordExamination) -> SavedCase:
    """Write down that the person was examined before leaving (Đ88.1).

    Raises:
        UserError: ``day_out_of_range``.
    """
    require(uow, RECORD_EXAMINATION)
    stay, faults, today = get_stay(uow, command.stay_id), Faults(), local_date(uow.now)
    faults.past_day("examined_on", command.examined_on, today)
    faults.refuse()
    with uow.act("discharge.record_examination") as act:
        case = case_for(uow, stay)
        act.about(case)
        case.examined_on = command.examined_on or today
        done(uow, stay.stay_id, rules.EXAMINATION)
        return SavedCase.of(uow, case)


def return_belongings(uow: UnitOfWork, command: ReturnBelongings) -> SavedCase:
    """Write down what the person was given back and given for the way (Đ97.3, Đ123.3).

    Raises:
        UserError: ``field_missing``, ``day_out_of_range``, ``text_too_long``, ``bad_fields``.
        ConflictError: ``record_changed``.
    """
    require(uow, PREPARE_RELEASE)
    stay, faults, today = get_stay(uow, command.stay_id), Faults(), local_date(uow.now)
    note = faults.note("note", command.note)
    if note is None:
        missing = label("errors", "Hãy ghi đã trả, đã cấp những gì; không có gì gửi thì ghi “không gửi”.")
        faults.add("field_missing", "note", missing)
    faults.past_day("returned_on", command.returned_on, today)
    faults.refuse()
    with uow.act("discharge.return_belongings") as act:
        case = case_for(uow, stay, command.version)
        act.about(case)
        case.belongings_note, case.belongings_returned_on = note, command.returned_on or today
        done(uow, stay.stay_id, rules.BELONGINGS)
        return SavedCase.of(uow, case)


def save_reintegration_plan(uow: UnitOfWork, command: SaveReintegrationPlan) -> SavedCase:
    """Write the person's own plan V-19.

    Raises:
        UserError: ``plan_place_unknown``, ``text_too_long``, ``bad_fields``.
        ConflictError: ``record_changed``.
    """
    require(uow, WRITE_REINTEGRATION)
    stay, faults = get_stay(uow, command.stay_id), Faults()
    if strange := command.texts.keys() - REINTEGRATION_PLACES.keys():
        raise UserError(
            "plan_place_unknown",
            label("errors", "Mẫu V-19 không có mục {places}. Hãy bỏ mục đó."),
            places=", ".join(sorted(strange)),
        )
    texts = {name: faults.note(name, text) for name, text in command.texts.items()}
    faults.refuse()
    with uow.act("discharge.save_reintegration_plan") as act:
        plan = plan_of(uow, stay.stay_id)
        if command.version != (0 if plan is None else plan.version):
            raise stale_copy()
        if plan is None:
            plan = uow.add(ReintegrationPlan(resident_id=stay.resident_id, stay_id=stay.stay_id))
        act.about(plan)
        for name, text in texts.items():
            setattr(plan, name, text)
        done(uow, stay.stay_id, rules.PLAN)
        uow.session.flush()
        return SavedCase(plan.id, plan.version)


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
