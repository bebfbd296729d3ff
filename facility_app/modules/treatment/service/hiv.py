"""HIV: asked with counselling, agreed to, read, told in person; only the closed list of the law may know.

Each verb that touches a test uses a grant of its actor, so each look and each writing names who, about whom, why.
Nothing here speaks to the worklists, the search or the lists: that somebody was tested is a fact of its own.
"""

from dataclasses import dataclass, field
from datetime import datetime

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.errors import UserError
from facility_app.kernel.faults import Faults
from facility_app.kernel.labels import label
from facility_app.modules.access.api import GrantKind, UseGrant, use_grant
from facility_app.modules.catalogues.api import parameter
from facility_app.modules.treatment.domain import KEEP_HIV, READ_HIV
from facility_app.modules.treatment.domain.infections import (
    HIV_CONSENT_YEARS,
    Consent,
    InfectionResult,
    require_consent,
    require_guardian,
    require_no_result,
)
from facility_app.modules.treatment.domain.samples import BY_MISTAKE
from facility_app.modules.treatment.queries.hiv import HivFacts, HivRows
from facility_app.modules.treatment.service.charting import Chart, Staff
from facility_app.modules.treatment.tables import HivTest, PrivateDiagnosis


@dataclass(frozen=True, slots=True)
class AskHivConsent:
    """What somebody answered after counselling in private.

    Attributes:
        purpose: why this is written just now; it stands in the trail.
        kind: the grant that is used.
        counselled_at: when the person was counselled; needed for a consent.
        guardian: who agreed for a child below 15.
    """

    stay_id: str
    consent: Consent = field(repr=False)
    purpose: str = field(repr=False)
    kind: GrantKind = GrantKind.HIV_TREATING
    counselled_at: datetime | None = field(default=None, repr=False)
    guardian: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class OfHivTest:
    """Which test, seen in which version, and the grant it is touched with."""

    test_id: str
    version: int
    purpose: str = field(repr=False)
    kind: GrantKind = GrantKind.HIV_TREATING


@dataclass(frozen=True, slots=True)
class RecordHivResult:
    """What the test said."""

    of: OfHivTest
    result: InfectionResult = field(repr=False)
    method: str | None = field(default=None, repr=False)
    sampled_at: datetime | None = None
    note: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class TellHivResult:
    """The result was told in person; ``told_to`` when it was to a parent or guardian."""

    of: OfHivTest
    told_to: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class OpenHiv:
    """Somebody of the closed list looks."""

    stay_id: str
    purpose: str = field(repr=False)
    kind: GrantKind = GrantKind.HIV_TREATING


def ask_hiv_consent(uow: UnitOfWork, command: AskHivConsent) -> str:
    """Write down what somebody answered; a refusal is written too.

    Returns:
        The test's id.

    Raises:
        UserError: ``not_counselled``, ``guardian_missing``, ``text_too_long``, ``not_found``; as ``use_grant`` and
            ``ChartSpan.require_open``.
    """
    require(uow, KEEP_HIV)
    faults = Faults()
    guardian = faults.line("guardian", command.guardian)
    faults.refuse()
    chart = Chart.of(uow, command.stay_id)
    chart.moment(None)
    with uow.act("treatment.ask_hiv_consent"):
        use_grant(uow, UseGrant(command.kind, chart.resident_id, command.purpose))
        if command.consent is Consent.GIVEN:
            require_guardian(chart.person.age, guardian, parameter(uow, HIV_CONSENT_YEARS).whole)
            _require_counselled(chart, command.counselled_at)
        made = uow.add(
            HivTest(
                resident_id=chart.resident_id,
                stay_id=command.stay_id,
                consent=command.consent,
                asked_at=uow.now,
                asked_name=chart.author,
                guardian_name=guardian,
                counselled_at=command.counselled_at,
            )
        )
        uow.session.flush()
        return made.id


def withdraw_hiv_consent(uow: UnitOfWork, command: OfHivTest) -> None:
    """Somebody takes their consent back: no result is written any more.

    Raises:
        UserError: ``no_consent``, ``result_there``, ``not_found``; as ``use_grant``; ``chart_closed``.
        ConflictError: ``record_changed``.
    """
    require(uow, KEEP_HIV)
    with uow.act("treatment.withdraw_hiv_consent"):
        found, _ = _touched(uow, command)
        require_consent(found.consent, is_withdrawn=found.withdrawn_at is not None)
        require_no_result(has_result=found.result is not None)
        found.withdrawn_at = uow.now


def record_hiv_result(uow: UnitOfWork, command: RecordHivResult) -> None:
    """Keep a result, once.

    Raises:
        UserError: ``no_consent``, ``result_there``, ``text_too_long``, ``not_found``; as ``use_grant`` and
            ``ChartSpan.require_open``.
        ConflictError: ``record_changed``.
    """
    require(uow, KEEP_HIV)
    faults = Faults()
    method, note = faults.line("method", command.method), faults.note("note", command.note)
    faults.refuse()
    with uow.act("treatment.record_hiv_result"):
        found, chart = _touched(uow, command.of)
        at = chart.moment(command.sampled_at)
        require_consent(found.consent, is_withdrawn=found.withdrawn_at is not None)
        require_no_result(has_result=found.result is not None)
        found.result, found.result_at, found.result_name = command.result, uow.now, Staff(uow).name
        found.sampled_at, found.method, found.note = at, method, note


def tell_hiv_result(uow: UnitOfWork, command: TellHivResult) -> None:
    """Write down that the person was told, in person.

    Raises:
        UserError: ``no_result``, ``told_already``, ``text_too_long``, ``not_found``; as ``use_grant``;
            ``chart_closed``.
        ConflictError: ``record_changed``.
    """
    require(uow, KEEP_HIV)
    faults = Faults()
    told_to = faults.line("told_to", command.told_to)
    faults.refuse()
    with uow.act("treatment.tell_hiv_result"):
        found, _ = _touched(uow, command.of)
        if found.result is None:
            raise UserError("no_result", label("errors", "Xét nghiệm này chưa có kết quả. Hãy ghi kết quả trước."))
        if found.told_at is not None:
            raise UserError(
                "told_already", label("errors", "Việc báo kết quả này đã ghi. Hãy mở lại để xem đã báo lúc nào.")
            )
        found.told_at, found.told_name, found.told_to = uow.now, Staff(uow).name, told_to


def strike_hiv(uow: UnitOfWork, command: OfHivTest) -> None:
    """Strike out a test or a diagnosis that reveals HIV as written by mistake; it stays behind its wall.

    Raises:
        UserError: ``not_found``; as ``use_grant``; ``chart_closed``.
        ConflictError: ``record_changed``.
    """
    require(uow, KEEP_HIV)
    with uow.act("treatment.strike_hiv"):
        found = _entry(uow, command)
        Chart.of(uow, found.stay_id).require_alive()
        use_grant(uow, UseGrant(command.kind, found.resident_id, command.purpose))
        uow.void(found, str(BY_MISTAKE))


def open_hiv(uow: UnitOfWork, command: OpenHiv) -> HivFacts:
    """What is known of somebody's HIV status in a stay; the look is kept, also when there is nothing.

    Raises:
        UserError: ``not_found``; as ``use_grant``.
    """
    require(uow, READ_HIV)
    chart = Chart.of(uow, command.stay_id)
    with uow.act("treatment.open_hiv") as act:
        act.table, act.record_id = "resident", chart.resident_id
        use_grant(uow, UseGrant(command.kind, chart.resident_id, command.purpose))
        return HivRows(uow.session).of_stay(command.stay_id)


def _entry(uow: UnitOfWork, command: OfHivTest) -> HivTest | PrivateDiagnosis:
    if uow.session.get(HivTest, command.test_id) is not None:
        return uow.get(HivTest, command.test_id, version=command.version)
    return uow.get(PrivateDiagnosis, command.test_id, version=command.version)


def _touched(uow: UnitOfWork, command: OfHivTest) -> tuple[HivTest, Chart]:
    """The test, once its grant was used; whoever has none does not learn whether it is there."""
    found = uow.session.scalar(sa.select(HivTest.stay_id).where(HivTest.id == command.test_id))
    chart = Chart.of(uow, found or "")
    chart.require_alive()
    use_grant(uow, UseGrant(command.kind, chart.resident_id, command.purpose))
    return uow.get(HivTest, command.test_id, version=command.version), chart


def _require_counselled(chart: Chart, counselled_at: datetime | None) -> None:
    if counselled_at is None:
        raise UserError(
            "not_counselled",
            label("errors", "Trước khi xét nghiệm HIV phải tư vấn riêng. Hãy ghi thời điểm đã tư vấn."),
            fields={"counselled_at": label("errors", "Cần thời điểm tư vấn")},
        )
    chart.moment(counselled_at)
