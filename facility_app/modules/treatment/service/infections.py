"""Screening for hepatitis, tuberculosis and syphilis: asked, agreed to, read; opening the results is a deed."""

from dataclasses import dataclass, field
from datetime import datetime

from facility_app.db.uow import UnitOfWork, require, require_reason
from facility_app.kernel.faults import Faults
from facility_app.modules.treatment.domain import READ_INFECTIONS, RECORD_CONSENT, RECORD_INFECTIONS
from facility_app.modules.treatment.domain.infections import (
    Consent,
    Disease,
    InfectionResult,
    require_consent,
    require_no_result,
)
from facility_app.modules.treatment.queries.infections import InfectionRow, InfectionRows
from facility_app.modules.treatment.service.charting import Chart, Staff
from facility_app.modules.treatment.tables import InfectionTest


@dataclass(frozen=True, slots=True)
class AskConsent:
    """What somebody answered when asked for a test.

    Attributes:
        guardian: who agreed for a child.
        happened_at: None for now.
    """

    stay_id: str
    disease: Disease
    consent: Consent
    guardian: str | None = field(default=None, repr=False)
    happened_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class WithdrawConsent:
    """Somebody takes their consent back."""

    test_id: str
    version: int


@dataclass(frozen=True, slots=True)
class RecordInfection:
    """What a test said.

    Attributes:
        method: X-ray, Xpert, rapid test and the like.
        sampled_at: when the sample was taken; None for now.
    """

    test_id: str
    version: int
    result: InfectionResult = field(repr=False)
    method: str | None = None
    sampled_at: datetime | None = None
    note: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class StrikeInfection:
    """A test written down by mistake."""

    test_id: str
    version: int
    reason: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class OpenInfections:
    """Somebody looks at the results of one stay."""

    stay_id: str
    purpose: str = field(default="", repr=False)


def ask_consent(uow: UnitOfWork, command: AskConsent) -> str:
    """Write down what somebody answered; a refusal is written too.

    Returns:
        The test's id.

    Raises:
        UserError: ``text_too_long``, ``not_found``; as ``ChartSpan.require_open``.
    """
    require(uow, RECORD_CONSENT)
    faults = Faults()
    guardian = faults.line("guardian", command.guardian)
    faults.refuse()
    chart = Chart.of(uow, command.stay_id)
    at = chart.moment(command.happened_at)
    with uow.act("treatment.ask_consent") as act:
        made = uow.add(
            InfectionTest(
                resident_id=chart.resident_id,
                stay_id=command.stay_id,
                disease=command.disease,
                consent=command.consent,
                asked_at=at,
                asked_name=chart.author,
                guardian_name=guardian,
            )
        )
        act.about(made)
        uow.session.flush()
        return made.id


def withdraw_consent(uow: UnitOfWork, command: WithdrawConsent) -> None:
    """Somebody takes their consent back: no result is written any more.

    Raises:
        UserError: ``no_consent``, ``result_there``, ``not_found``; ``chart_closed``.
        ConflictError: ``record_changed``.
    """
    require(uow, RECORD_CONSENT)
    found = uow.get(InfectionTest, command.test_id, version=command.version)
    Chart.of(uow, found.stay_id).require_alive()
    require_consent(found.consent, is_withdrawn=found.withdrawn_at is not None)
    require_no_result(has_result=found.result is not None)
    with uow.act("treatment.withdraw_consent") as act:
        act.about(found)
        found.withdrawn_at = uow.now


def record_infection(uow: UnitOfWork, command: RecordInfection) -> None:
    """Keep a result, once.

    Raises:
        UserError: ``no_consent``, ``result_there``, ``text_too_long``, ``not_found``; as
            ``ChartSpan.require_open``.
        ConflictError: ``record_changed``.
    """
    require(uow, RECORD_INFECTIONS)
    faults = Faults()
    method, note = faults.line("method", command.method), faults.note("note", command.note)
    faults.refuse()
    found = uow.get(InfectionTest, command.test_id, version=command.version)
    chart = Chart.of(uow, found.stay_id)
    at = chart.moment(command.sampled_at)
    require_consent(found.consent, is_withdrawn=found.withdrawn_at is not None)
    require_no_result(has_result=found.result is not None)
    with uow.act("treatment.record_infection") as act:
        act.about(found)
        found.result, found.result_at, found.result_name = command.result, uow.now, Staff(uow).name
        found.sampled_at, found.method, found.note = at, method, note


def strike_infection(uow: UnitOfWork, command: StrikeInfection) -> None:
    """Strike a test out; what it said stays readable.

    Raises:
        UserError: ``reason_missing``, ``not_found``; ``chart_closed``.
        ConflictError: ``record_changed``.
    """
    require(uow, RECORD_INFECTIONS)
    require_reason(command.reason)
    found = uow.get(InfectionTest, command.test_id, version=command.version)
    Chart.of(uow, found.stay_id).require_alive()
    with uow.act("treatment.strike_infection", reason=command.reason) as act:
        act.about(found)
        uow.void(found, command.reason)


def open_infections(uow: UnitOfWork, command: OpenInfections) -> tuple[InfectionRow, ...]:
    """Every test of a stay, the latest first; the look is kept.

    Raises:
        UserError: ``not_found``.
    """
    require(uow, READ_INFECTIONS)
    chart = Chart.of(uow, command.stay_id)
    with uow.act("treatment.open_infections", reason=command.purpose.strip() or None) as act:
        act.table, act.record_id = "resident", chart.resident_id
        return InfectionRows(uow.session).of_stay(command.stay_id)
