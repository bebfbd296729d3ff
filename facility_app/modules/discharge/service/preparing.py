"""Chuẩn bị: where the person will live, the social-protection file, the examination, what they get back."""

from dataclasses import dataclass, field
from datetime import date

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.dates import local_date
from facility_app.kernel.faults import Faults
from facility_app.kernel.labels import label
from facility_app.modules.discharge.domain import (
    PREPARE_RELEASE,
    RECORD_EXAMINATION,
)
from facility_app.modules.discharge.domain import (
    gate as rules,
)
from facility_app.modules.discharge.service.keeping import SavedCase, case_for, done
from facility_app.modules.stays.api import get_stay


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
