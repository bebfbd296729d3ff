"""Papers of a record leave the program: each is a deed of its own, written to the trail before it is set."""

from dataclasses import dataclass, field

from facility_app.db.audit import ValueChange, plain_facts
from facility_app.db.uow import Act, UnitOfWork, require
from facility_app.documents.payload import PlainPaper
from facility_app.kernel.faults import Faults
from facility_app.kernel.labels import label
from facility_app.kernel.privacy import Privacy
from facility_app.modules.access.api import GrantKind
from facility_app.modules.stays.api import StayDetail, get_stay
from facility_app.modules.treatment.domain import (
    READ_DRUG_TESTS,
    READ_HIV,
    READ_PSYCHIATRIC,
    READ_RECORD,
    READ_SCORES,
    READ_VITALS,
)
from facility_app.modules.treatment.domain.asked import Intolerance
from facility_app.modules.treatment.domain.ordered import WhatIsNotToleratedPrivately, WhatIsOrderedPrivately
from facility_app.modules.treatment.domain.rights import READ_EVENTS
from facility_app.modules.treatment.papers.charts import Days, treatment_sheet, vitals_chart
from facility_app.modules.treatment.papers.closed import private_annex
from facility_app.modules.treatment.papers.health_check import health_check_paper
from facility_app.modules.treatment.papers.letters import Referral, referral_paper
from facility_app.modules.treatment.papers.results import drug_test_slip, instrument_result
from facility_app.modules.treatment.papers.serious import event_paper
from facility_app.modules.treatment.queries.drug_tests import get_test
from facility_app.modules.treatment.queries.health_checks import get_health_check
from facility_app.modules.treatment.queries.serious import get_event
from facility_app.modules.treatment.service.hiv import OpenHiv, open_hiv


@dataclass(frozen=True, slots=True)
class PrintAnnex:
    """What stands behind the wall of HIV, on a sheet handed to one person.

    Attributes:
        to: who is given it, by name: somebody the law lets know (Luật phòng, chống HIV/AIDS Đ30.2).
        purpose: why; the look is kept with it.
        kind: the grant it is opened with.
    """

    stay_id: str
    to: str = field(repr=False)
    purpose: str = field(repr=False)
    kind: GrantKind = GrantKind.HIV_TREATING


def print_treatment_sheet(uow: UnitOfWork, asked: Days) -> PlainPaper:
    """Tờ điều trị of some days.

    Raises:
        UserError: ``not_found``, ``days_wrong``.
    """
    require(uow, READ_RECORD)
    if asked.with_psychiatric:
        require(uow, READ_PSYCHIATRIC)
    stay = get_stay(uow, asked.stay_id)
    with uow.act("treatment.print_treatment_sheet") as act:
        _of_days(act, stay, asked)
        return treatment_sheet(uow, asked)


def print_vitals_chart(uow: UnitOfWork, asked: Days) -> PlainPaper:
    """Phiếu theo dõi chức năng sống of some days.

    Raises:
        UserError: ``not_found``, ``days_wrong``.
    """
    require(uow, READ_VITALS)
    stay = get_stay(uow, asked.stay_id)
    with uow.act("treatment.print_vitals_chart") as act:
        _of_days(act, stay, asked)
        return vitals_chart(uow, asked)


def print_score(uow: UnitOfWork, stay_id: str, score_id: str) -> PlainPaper:
    """One scoring of an instrument.

    Raises:
        UserError: ``not_found``, also for an instrument the actor may not see; ``instrument_unknown``.
    """
    require(uow, READ_SCORES)
    stay = get_stay(uow, stay_id)
    with uow.act("treatment.print_score") as act:
        _of_person(act, stay, score_id=score_id)
        return instrument_result(uow, stay_id, score_id)


def print_drug_test(uow: UnitOfWork, test_id: str) -> PlainPaper:
    """Phiếu xét nghiệm chất ma túy.

    Raises:
        UserError: ``not_found``.
    """
    require(uow, READ_DRUG_TESTS)
    stay = get_stay(uow, get_test(uow, test_id).stay_id)
    with uow.act("treatment.print_drug_test") as act:
        _of_person(act, stay, test_id=test_id)
        return drug_test_slip(uow, test_id)


def print_referral(uow: UnitOfWork, asked: Referral) -> PlainPaper:
    """Giấy chuyển viện.

    Raises:
        UserError: ``field_missing``, ``text_too_long``, ``not_found``.
    """
    require(uow, READ_RECORD)
    faults = Faults()
    faults.line("to", asked.to, needed=label("errors", "Hãy ghi nơi chuyển đến."))
    faults.line("transport", asked.transport)
    faults.note("state", asked.state)
    if not faults.note("reason", asked.reason):
        faults.add("field_missing", "reason", label("errors", "Hãy ghi lý do chuyển."))
    faults.refuse()
    stay = get_stay(uow, asked.stay_id)
    with uow.act("treatment.print_referral") as act:
        _of_person(act, stay)
        return referral_paper(uow, asked)


def print_health_check(uow: UnitOfWork, check_id: str) -> PlainPaper:
    """Phiếu khám sức khỏe.

    Raises:
        UserError: ``not_found``.
    """
    require(uow, READ_RECORD)
    check = get_health_check(uow, check_id)
    stay = get_stay(uow, check.stay_id)
    with uow.act("treatment.print_health_check") as act:
        _of_person(act, stay, check_id=check_id)
        return health_check_paper(uow, check)


def print_private_annex(uow: UnitOfWork, asked: PrintAnnex) -> PlainPaper:
    """Tờ kèm of the summary of the record, for one person of the closed list; opening it is the look it is.

    Raises:
        UserError: ``field_missing``, ``not_found``; as ``open_hiv``.
    """
    require(uow, READ_HIV)
    faults = Faults()
    faults.line("to", asked.to, needed=label("errors", "Hãy ghi tên người nhận: tờ này chỉ giao tận tay."))
    faults.refuse()
    stay = get_stay(uow, asked.stay_id)
    with uow.act("treatment.print_private_annex") as act:
        _of_person(act, stay)
        facts = open_hiv(uow, OpenHiv(asked.stay_id, asked.purpose, asked.kind))
        # Who was told is itself behind the wall.
        act.note(ValueChange("resident", stay.resident_id, "told_to", Privacy.HIV, None, asked.to.strip()))
        question = WhatIsOrderedPrivately(stay.resident_id, asked.purpose, asked.kind.value, stay.exited_on)
        answers = [one for one in uow.ask(question) if one is not None]
        medicines = None if not answers else tuple(one.text for found in answers for one in found)
        cannot = WhatIsNotToleratedPrivately(stay.resident_id, asked.purpose, asked.kind.value)
        told = [one for one in uow.ask(cannot) if one is not None]
        allergies = None if not told else tuple(_allergy(one) for found in told for one in found)
        return private_annex(uow, asked.stay_id, facts, asked.to, medicines, allergies)


def _allergy(one: Intolerance) -> str:
    return f"{one.substance} ({one.reaction})" if one.reaction else one.substance


def _of_days(act: Act, stay: StayDetail, asked: Days) -> None:
    facts = {"from_on": asked.from_on.isoformat(), "to_on": asked.to_on.isoformat()}
    if asked.with_psychiatric:
        facts["with_psychiatric"] = "yes"
    _of_person(act, stay, **facts)


def _of_person(act: Act, stay: StayDetail, **facts: str) -> None:
    act.table, act.record_id = "resident", stay.resident_id
    for fact in plain_facts(facts):
        act.note(fact)


def print_event(uow: UnitOfWork, event_id: str) -> PlainPaper:
    """The dossier of a serious event.

    Raises:
        UserError: ``not_found``.
    """
    require(uow, READ_EVENTS)
    event = get_event(uow, event_id)
    with uow.act("treatment.print_event") as act:
        act.table, act.record_id = "serious_event", event.event_id
        return event_paper(uow, event)
