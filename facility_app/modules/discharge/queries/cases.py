"""One release: what is settled, received, made and handed over."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from facility_app.db.uow import UnitOfWork, require
from facility_app.modules.correspondence.api import IssuedRow, list_papers_of_stay
from facility_app.modules.discharge.domain import PREPARE_RELEASE, READ_REINTEGRATION, VIEW_RELEASES
from facility_app.modules.discharge.domain.law import ReleaseLaw, law_of
from facility_app.modules.discharge.domain.plan import REINTEGRATION_PLACES
from facility_app.modules.discharge.queries.stored import case_of, plan_of
from facility_app.modules.discharge.tables import ReleaseCase
from facility_app.modules.stays.api import StayDetail, get_stay


@dataclass(frozen=True, slots=True)
class ReleaseFacts:
    """The case of one stay as it is kept; ``version`` goes back with a decision, 0 before there is a case.

    Attributes:
        belongings_note: None for whoever does not prepare releases.
    """

    version: int = 0
    residence_text: str | None = field(default=None, repr=False)
    residence_police: str | None = field(default=None, repr=False)
    residence_committee: str | None = field(default=None, repr=False)
    is_residence_stable: bool | None = None
    residence_settled_on: date | None = None
    notice_id: str | None = None
    notice_received_on: date | None = None
    post_rehab_number: str | None = None
    post_rehab_on: date | None = None
    post_rehab_authority: str | None = field(default=None, repr=False)
    post_rehab_months: int | None = None
    post_rehab_received_id: str | None = None
    monitoring_number: str | None = None
    monitoring_on: date | None = None
    monitoring_police: str | None = field(default=None, repr=False)
    monitoring_received_id: str | None = None
    device_number: str | None = None
    device_position: str | None = None
    device_accessories: str | None = None
    device_condition: str | None = None
    device_fitted_at: datetime | None = None
    is_device_by_police: bool | None = None
    device_minutes_id: str | None = None
    device_pledge_id: str | None = None
    needs_social_protection: bool = False
    social_protection_sent_on: date | None = None
    examined_on: date | None = None
    plan_paper_id: str | None = None
    certificate_id: str | None = None
    receipt_id: str | None = None
    belongings_note: str | None = field(default=None, repr=False)
    belongings_returned_on: date | None = None
    packet_made_at: datetime | None = None
    receipt_scan_id: str | None = None
    closed_on: date | None = None

    @classmethod
    def of(cls, uow: UnitOfWork, case: ReleaseCase | None) -> "ReleaseFacts":
        """What the actor may know of a case."""
        if case is None:
            return cls()
        facts = {name: getattr(case, name) for name in cls.__dataclass_fields__}
        if not uow.actor.may(PREPARE_RELEASE):
            facts["belongings_note"] = None
        return cls(**facts)


@dataclass(frozen=True, slots=True)
class ReleaseDetail:
    """A release as its page shows it.

    Attributes:
        law: what its type of stay ends with.
        papers: papers issued for the stay, the newest first; empty for whoever may not read papers.
    """

    stay: StayDetail
    law: ReleaseLaw
    facts: ReleaseFacts
    papers: tuple[IssuedRow, ...]


@dataclass(frozen=True, slots=True)
class ReintegrationDetail:
    """The plan V-19; ``version`` goes back with a save, 0 when there is none yet."""

    version: int
    texts: Mapping[str, str | None] = field(repr=False)


def get_release(uow: UnitOfWork, stay_id: str) -> ReleaseDetail:
    """The release of one stay.

    Raises:
        UserError: ``not_found``.
    """
    require(uow, VIEW_RELEASES)
    stay = get_stay(uow, stay_id)
    facts = ReleaseFacts.of(uow, case_of(uow, stay_id))
    return ReleaseDetail(stay, law_of(stay.stay_type), facts, list_papers_of_stay(uow, stay_id))


def get_reintegration_plan(uow: UnitOfWork, stay_id: str) -> ReintegrationDetail:
    """The plan V-19 of one stay, every place named."""
    require(uow, READ_REINTEGRATION)
    plan = plan_of(uow, stay_id)
    texts = {name: getattr(plan, name, None) for name in REINTEGRATION_PLACES}
    return ReintegrationDetail(0 if plan is None else plan.version, texts)
