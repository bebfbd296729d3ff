"""The gate of one stay: every slice is asked what is still open; from the day of leaving nothing stops."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.dates import local_date
from facility_app.kernel.regime import LegalRegime
from facility_app.modules.discharge.domain import VIEW_RELEASES
from facility_app.modules.discharge.domain import gate as rules
from facility_app.modules.discharge.domain.gate import GateFacts, GateItem, freed, own_items
from facility_app.modules.discharge.domain.law import is_monitored, law_of
from facility_app.modules.discharge.queries.stored import cases_of, planned
from facility_app.modules.discharge.tables import ReleaseCase
from facility_app.modules.residents.api import list_births
from facility_app.modules.stays.api import OpenItem, OpenItems, StayDetail, StayRow, get_stay

_DONE_BY: Mapping[str, str] = {
    rules.RESIDENCE: "residence_settled_on",
    rules.NOTICE: "notice_id",
    rules.NOTICE_UNRECEIVED: "notice_received_on",
    rules.SOCIAL: "social_protection_sent_on",
    rules.EXAMINATION: "examined_on",
    rules.POST_REHAB: "post_rehab_number",
    rules.MONITORING: "monitoring_number",
    rules.DEVICE: "device_fitted_at",
    rules.CERTIFICATE: "certificate_id",
    rules.RECEIPT: "receipt_id",
    rules.BELONGINGS: "belongings_returned_on",
}
"""Which column says that a step is done."""


@dataclass(frozen=True, slots=True)
class OfStay:
    """What the gate needs of a stay, from its page or from a list."""

    stay_id: str
    resident_id: str
    stay_type: str
    leave_by: date | None
    exited_on: date | None
    has_residence: bool
    regime: LegalRegime

    @classmethod
    def of(cls, stay: StayDetail | StayRow) -> "OfStay":
        """Of a stay as its own slice shows it."""
        has_residence = isinstance(stay, StayDetail) and bool(stay.residence_police)
        return cls(
            stay.stay_id,
            stay.resident_id,
            stay.stay_type,
            stay.leave_by,
            stay.exited_on,
            has_residence,
            stay.legal_regime,
        )


def gate(uow: UnitOfWork, stay_id: str, on: date | None = None) -> tuple[GateItem, ...]:
    """Everything still open about a stay, each with its cure, and whether it stops an exit before the end.

    Args:
        uow: the unit of work.
        stay_id: the stay.
        on: the day it is asked for; None for today.

    Raises:
        UserError: ``not_found``.
    """
    require(uow, VIEW_RELEASES)
    stay, day = get_stay(uow, stay_id), on or local_date(uow.now)
    (facts,) = gate_facts(uow, [OfStay.of(stay)], day).values()
    told: list[OpenItem] = [
        item for answer in uow.ask(OpenItems(stay_id, stay.resident_id, day)) for item in answer
    ]
    items = (*own_items(facts, day), *map(_of_another, told))
    return freed(items, stay.leave_by, day)


def gate_facts(uow: UnitOfWork, stays: Sequence[OfStay], on: date) -> dict[str, GateFacts]:
    """What the gate is asked with, for many stays in a few statements."""
    require(uow, VIEW_RELEASES)
    ids = [one.stay_id for one in stays]
    cases, with_plan = cases_of(uow, ids), planned(uow, ids)
    births = list_births(uow, sorted({one.resident_id for one in stays}))
    found = {}
    for one in stays:
        case, law, born = cases.get(one.stay_id), law_of(one.stay_type), births.get(one.resident_id)
        stable = case.is_residence_stable if case is not None else None
        age = born.age_on(one.leave_by or on) if born is not None else 0
        found[one.stay_id] = GateFacts(
            stay_id=one.stay_id,
            law=law,
            leave_by=one.leave_by,
            exited_on=one.exited_on,
            is_monitored=is_monitored(law, age, is_residence_stable=stable),
            needs_social_protection=case is not None and case.needs_social_protection,
            was_recorded=_recorded(case, has_plan=one.stay_id in with_plan, has_residence=one.has_residence),
            regime=one.regime,
            has_plan_paper=case is not None and case.plan_paper_id is not None,
        )
    return found


def _recorded(case: ReleaseCase | None, *, has_plan: bool, has_residence: bool) -> frozenset[str]:
    done = {step for step, column in _DONE_BY.items() if getattr(case, column, None) is not None}
    done |= {rules.PLAN} if has_plan else set()
    return frozenset(done | ({rules.RESIDENCE} if has_residence else set()))


def _of_another(item: OpenItem) -> GateItem:
    return GateItem(
        item.code,
        item.text,
        dict(item.params),
        item.page,
        item.record,
        item.article,
        item.stops_exit,
        item.tab,
    )
