"""What a drug test read (a doctor writes it), and whether the commune police learn of it (the head decides)."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require, require_reason
from facility_app.kernel.actor import Role
from facility_app.kernel.dates import local_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.faults import Faults
from facility_app.kernel.labels import label
from facility_app.modules.catalogues.api import UnitKind, get_facility
from facility_app.modules.tasks.api import RaiseTask, SettleTasks, raise_task, settle_tasks
from facility_app.modules.treatment.domain import DECIDE_TELLING, RECORD_DRUG_RESULTS
from facility_app.modules.treatment.domain.clinical_lists import clinical
from facility_app.modules.treatment.domain.drug_tests import (
    DrugTestKind,
    DrugTestReading,
    KitLot,
    Telling,
    cutoff_of,
    telling,
)
from facility_app.modules.treatment.domain.samples import (
    BY_MISTAKE,
    awaits_decision,
    is_positive,
    no_sample,
    require_tellable,
    require_told,
)
from facility_app.modules.treatment.service.charting import Chart, Staff
from facility_app.modules.treatment.tables import DrugTest, DrugTestKit, DrugTestResult

TELLING_TASK: Final = "treatment.decide_telling"
_DECIDE: Final = label("tasks", "Quyết định việc báo một kết quả xét nghiệm trong hồ sơ bệnh án")


@dataclass(frozen=True, slots=True)
class RecordReadings:
    """What was read.

    Attributes:
        readings: panel → what it says.
        kit_id: of a rapid test, its lot; ``laboratory`` of a confirmation, who made it.
        second_reader: whoever else read it; a rapid test is read by two.
    """

    test_id: str
    version: int
    readings: Mapping[str, DrugTestReading] = field(repr=False)
    kit_id: str | None = None
    laboratory: str | None = None
    second_reader: str | None = field(default=None, repr=False)
    happened_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class DecideTelling:
    """The head decides whether a result goes to the commune police.

    Attributes:
        number: of the paper it is told by.
    """

    test_id: str
    version: int
    is_told: bool
    number: str | None = None


@dataclass(frozen=True, slots=True)
class StrikeTest:
    """A test written down by mistake."""

    test_id: str
    version: int
    reason: str = field(repr=False)


def record_readings(uow: UnitOfWork, command: RecordReadings) -> None:
    """Keep what was read, each panel with the cut-off of the kit's lot; it is read once.

    Raises:
        UserError: ``no_sample``, ``result_there``, ``panel_unknown``, ``field_missing``, ``kit_expired``,
            ``kit_without_panel``, ``not_found``; as ``ChartSpan.require_open``.
        ConflictError: ``record_changed``.
    """
    require(uow, RECORD_DRUG_RESULTS)
    test = uow.get(DrugTest, command.test_id, version=command.version)
    if test.sample_no is None:
        raise no_sample()
    if test.read_at is not None:
        raise UserError(
            "result_there",
            label(
                "errors",
                "Xét nghiệm này đã có kết quả, không ghi đè. Nếu ghi nhầm hãy gạch bỏ kèm lý do và lập xét "
                "nghiệm mới.",
            ),
        )
    chart = Chart.of(uow, test.stay_id)
    at = chart.moment(command.happened_at)
    laboratory, second = _who(uow, test, command)
    cutoffs = _cutoffs(uow, test, command, at)
    with uow.act("treatment.record_drug_result") as act:
        act.about(test)
        test.read_at, test.reader_name, test.second_name = at, Staff(uow).name, second
        test.kit_id, test.laboratory = command.kit_id, laboratory
        for panel, reading in command.readings.items():
            uow.add(
                DrugTestResult(
                    test_id=test.id,
                    resident_id=test.resident_id,
                    panel=panel,
                    cutoff=cutoffs.get(panel),
                    reading=reading,
                )
            )
        uow.session.flush()
        if awaits_decision(_telling_of(uow, test), test.is_told):
            _ask_head(uow, test)


def decide_telling(uow: UnitOfWork, command: DecideTelling) -> None:
    """Decide, once; what the law keeps in the facility is not sent whatever anybody decides.

    Raises:
        UserError: ``result_never_told``, ``nothing_to_tell``, ``must_be_told``, ``telling_decided``,
            ``field_missing``, ``not_found``.
        ConflictError: ``record_changed``.
    """
    require(uow, DECIDE_TELLING)
    faults = Faults()
    number = faults.line("number", command.number)
    if command.is_told and not number:
        faults.add("field_missing", "number", label("errors", "Cần số văn bản gửi Công an cấp xã."))
    faults.refuse()
    test = uow.get(DrugTest, command.test_id, version=command.version)
    if test.is_told is not None:
        raise UserError(
            "telling_decided", label("errors", "Việc báo kết quả này đã quyết định. Hãy mở lại xét nghiệm để xem.")
        )
    found = _telling_of(uow, test)
    if command.is_told:
        require_tellable(found)
    else:
        require_told(found)
    with uow.act("treatment.decide_telling") as act:
        act.about(test)
        test.is_told, test.told_name, test.told_at, test.told_number = (
            command.is_told,
            Staff(uow).name,
            uow.now,
            number,
        )
        settle_tasks(uow, SettleTasks("drug_test", test.id, TELLING_TASK))


def strike_test(uow: UnitOfWork, command: StrikeTest) -> None:
    """Strike a test out; what it read stays readable.

    Raises:
        UserError: ``reason_missing``, ``not_found``; ``chart_closed``.
        ConflictError: ``record_changed``.
    """
    require(uow, RECORD_DRUG_RESULTS)
    require_reason(command.reason)
    test = uow.get(DrugTest, command.test_id, version=command.version)
    Chart.of(uow, test.stay_id).require_alive()
    with uow.act("treatment.strike_drug_test") as act:
        act.about(test)
        test.strike_reason = command.reason.strip()
        uow.void(test, str(BY_MISTAKE))
        # Nobody need decide about a result that was struck out.
        settle_tasks(uow, SettleTasks("drug_test", test.id, TELLING_TASK, is_done=False))


def _telling_of(uow: UnitOfWork, test: DrugTest) -> Telling:
    r = DrugTestResult
    asked = sa.select(r.panel, r.reading).where(r.test_id == test.id)
    readings: dict[str, DrugTestReading] = {row[0]: row[1] for row in uow.session.execute(asked)}
    found = DrugTestReading.POSITIVE if is_positive(readings) else DrugTestReading.NEGATIVE
    facility = get_facility(uow)
    is_private = facility.unit_kind is UnitKind.PRIVATE
    return telling(found, test.kind, is_private_facility=is_private)


def _ask_head(uow: UnitOfWork, test: DrugTest) -> None:
    raise_task(
        uow,
        RaiseTask(
            TELLING_TASK,
            _DECIDE,
            "drug_test",
            test.id,
            local_date(uow.now),
            Role.HEAD,
            resident_id=test.resident_id,
        ),
    )


def _who(uow: UnitOfWork, test: DrugTest, command: RecordReadings) -> tuple[str | None, str | None]:
    faults, panels = Faults(), clinical(uow.ports.shelf).panels
    if not command.readings or any(panel not in panels for panel in command.readings):
        faults.add(
            "panel_unknown", "readings", label("errors", "Hãy ghi kết quả của ít nhất một chỉ số trong danh mục.")
        )
    is_screen = test.kind is DrugTestKind.SCREEN
    laboratory = faults.line("laboratory", command.laboratory)
    second = faults.line("second_reader", command.second_reader)
    if is_screen and command.kit_id is None:
        faults.add("field_missing", "kit_id", label("errors", "Cần chọn lô kit đã dùng; ngưỡng là của lô đó."))
    if is_screen and not second:
        faults.add("field_missing", "second_reader", label("errors", "Cần tên người đọc thứ hai."))
    if not is_screen and not laboratory:
        faults.add("field_missing", "laboratory", label("errors", "Cần tên phòng xét nghiệm khẳng định."))
    faults.refuse()
    return laboratory, second


def _cutoffs(uow: UnitOfWork, test: DrugTest, command: RecordReadings, at: datetime) -> dict[str, int]:
    if test.kind is DrugTestKind.CONFIRM or command.kit_id is None:
        return {}
    kit = uow.get(DrugTestKit, command.kit_id)
    lot = KitLot(kit.lot_no, kit.expires_on, json.loads(kit.cutoffs))
    return {panel: cutoff_of(lot, panel, local_date(at)) for panel in command.readings}
