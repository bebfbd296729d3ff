"""Drug tests up to the reading: ordered, agreed to, taken before a witness of the same sex, handed on."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Final

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.errors import UserError
from facility_app.kernel.faults import Faults
from facility_app.kernel.labels import label
from facility_app.kernel.sex import Sex
from facility_app.modules.treatment.domain import KEEP_KITS, ORDER_DRUG_TESTS, TAKE_SAMPLES
from facility_app.modules.treatment.domain.clinical_lists import clinical
from facility_app.modules.treatment.domain.drug_tests import DrugTestKind, needs_guardian, require_witness
from facility_app.modules.treatment.domain.samples import (
    LEGAL_BASIS,
    SampleAnswer,
    TestReason,
    no_sample,
    sample_gone,
)
from facility_app.modules.treatment.service.charting import Chart, Staff
from facility_app.modules.treatment.tables import CustodyStep, DrugTest, DrugTestKit

_COLDEST, _WARMEST = 0, 600
_AN_HOUR: Final = 3_600


@dataclass(frozen=True, slots=True)
class AddKit:
    """Kits of one lot; ``cutoffs`` in ng/mL as the leaflet of the lot says."""

    brand: str
    lot_no: str
    expires_on: date
    cutoffs: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class OrderTest:
    """A test that somebody decided on.

    Attributes:
        note: why just now, where the reason alone does not say it.
        confirms_id: the rapid test a laboratory is asked about; that makes it a confirmation.
    """

    stay_id: str
    reason: TestReason
    note: str | None = field(default=None, repr=False)
    confirms_id: str | None = None


@dataclass(frozen=True, slots=True)
class TakeSample:
    """The sample, or the refusal to give one; then nothing else is said.

    Attributes:
        collector_sex, witness_sex: both of the same sex as the person.
        guardian: who stood by for a minor, though not at urination.
        temp_tenths: of the sample, in tenths of a degree; ``temp_after_s`` measured so many seconds after.
        tamper_note: volume, colour, smell, creatinine and the like, where something was odd.
    """

    test_id: str
    version: int
    answer: SampleAnswer
    sample_no: str = ""
    witness: str = field(default="", repr=False)
    collector_sex: Sex | None = None
    witness_sex: Sex | None = None
    guardian: str | None = field(default=None, repr=False)
    temp_tenths: int | None = None
    temp_after_s: int | None = None
    tamper_note: str | None = field(default=None, repr=False)
    happened_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class HandOn:
    """The sample goes to somebody else.

    Attributes:
        is_intact: whether the seal is whole.
    """

    test_id: str
    from_name: str = field(repr=False)
    to_name: str = field(repr=False)
    purpose: str = ""
    is_intact: bool = True
    condition: str | None = None
    happened_at: datetime | None = None


def add_kit(uow: UnitOfWork, command: AddKit) -> str:
    """Write down a lot of kits and its cut-offs; a lot is not changed afterwards.

    Returns:
        Its id.

    Raises:
        UserError: ``field_missing``, ``panel_unknown``, ``cutoff_wrong``, ``kit_there``.
    """
    require(uow, KEEP_KITS)
    faults = Faults()
    needed = label("errors", "Cần tên kit, số lô như in trên hộp.")
    brand, lot_no = (faults.line(name, getattr(command, name), needed=needed) for name in ("brand", "lot_no"))
    panels = clinical(uow.ports.shelf).panels
    if not command.cutoffs or any(code not in panels for code in command.cutoffs):
        faults.add(
            "panel_unknown", "cutoffs", label("errors", "Hãy chọn các chỉ số của kit trong danh mục, ít nhất một.")
        )
    elif any(limit <= 0 for limit in command.cutoffs.values()):
        faults.add(
            "cutoff_wrong", "cutoffs", label("errors", "Ngưỡng là số ng/mL lớn hơn 0, theo tờ hướng dẫn của lô.")
        )
    faults.refuse()
    k = DrugTestKit
    if uow.session.scalar(sa.select(k.id).where(k.home == uow.home, k.brand == brand, k.lot_no == lot_no)):
        raise UserError(
            "kit_there",
            label(
                "errors",
                "Lô {lot} của kit {brand} đã có. Hãy chọn lô đó; lô ghi sai hãy gạch bỏ và ghi số lô đúng.",
            ),
            fields={"lot_no": label("errors", "Đã có")},
            lot=lot_no,
            brand=brand,
        )
    with uow.act("treatment.add_kit") as act:
        kept = json.dumps(dict(command.cutoffs), sort_keys=True)
        made = uow.add(DrugTestKit(brand=brand, lot_no=lot_no, expires_on=command.expires_on, cutoffs=kept))
        act.about(made)
        uow.session.flush()
        return made.id


def order_test(uow: UnitOfWork, command: OrderTest) -> str:
    """Decide on a test, or on the confirmation of one.

    Returns:
        Its id.

    Raises:
        UserError: ``text_too_long``, ``not_a_screen``, ``sample_gone``, ``already_asked``, ``not_found``; as
            ``ChartSpan.require_open``.
    """
    require(uow, ORDER_DRUG_TESTS)
    faults = Faults()
    note = faults.note("note", command.note)
    faults.refuse()
    chart = Chart.of(uow, command.stay_id)
    chart.moment(None)
    kind = DrugTestKind.SCREEN if command.confirms_id is None else DrugTestKind.CONFIRM
    if command.confirms_id is not None:
        _require_to_confirm(uow, uow.get(DrugTest, command.confirms_id), command.stay_id)
    with uow.act("treatment.order_drug_test") as act:
        made = uow.add(
            DrugTest(
                resident_id=chart.resident_id,
                stay_id=command.stay_id,
                kind=kind,
                reason=command.reason,
                legal_basis=LEGAL_BASIS,
                note=note,
                ordered_name=chart.author,
                confirms_id=command.confirms_id,
            )
        )
        act.about(made)
        uow.session.flush()
        return made.id


def _require_to_confirm(uow: UnitOfWork, screen: DrugTest, stay_id: str) -> None:
    """Refuse to ask a laboratory about what it cannot be asked about, or is asked about already."""
    if screen.kind is not DrugTestKind.SCREEN or screen.stay_id != stay_id or screen.read_at is None:
        raise UserError(
            "not_a_screen",
            label("errors", "Xét nghiệm khẳng định phải dựa vào một xét nghiệm nhanh đã đọc của chính người này."),
        )
    if screen.disposed_on is not None:
        raise sample_gone(screen.disposed_on)
    t = DrugTest
    asked = sa.select(t.id).where(
        t.confirms_id == screen.id, t.voided_at.is_(None), t.answer.is_distinct_from(SampleAnswer.REFUSED)
    )
    if uow.session.scalars(asked.limit(1)).first() is not None:
        raise UserError(
            "already_asked",
            label(
                "errors",
                "Mẫu này đã có xét nghiệm khẳng định. Hãy mở xét nghiệm đó; lập nhầm thì gạch bỏ rồi lập lại.",
            ),
        )


def take_sample(uow: UnitOfWork, command: TakeSample) -> None:
    """Write down the sample as it was sealed before the person, or that the person refused.

    Raises:
        UserError: ``sample_taken``, ``witness_sex``, ``guardian_missing``, ``field_missing``, ``sample_no_taken``,
            ``number_out_of_range``, ``not_found``; as ``ChartSpan.require_open``.
        ConflictError: ``record_changed``.
    """
    require(uow, TAKE_SAMPLES)
    test = uow.get(DrugTest, command.test_id, version=command.version)
    if test.answer is not None:
        raise UserError(
            "sample_taken",
            label(
                "errors", "Xét nghiệm này đã ghi lấy mẫu hoặc từ chối. Muốn lấy mẫu lại, hãy lập xét nghiệm mới."
            ),
        )
    chart = Chart.of(uow, test.stay_id)
    at = chart.moment(command.happened_at)
    facts = {} if command.answer is SampleAnswer.REFUSED else _sample(uow, chart, command)
    with uow.act("treatment.take_sample") as act:
        act.about(test)
        test.answer, test.collected_at, test.collector_name = command.answer, at, chart.author
        for name, value in facts.items():
            setattr(test, name, value)


def hand_on(uow: UnitOfWork, command: HandOn) -> str:
    """Write down that the sample went from hand to hand.

    Returns:
        Its id.

    Raises:
        UserError: ``no_sample``, ``sample_gone``, ``field_missing``, ``text_too_long``, ``seal_unexplained``,
            ``not_found``; as ``ChartSpan.require_open``.
    """
    require(uow, TAKE_SAMPLES)
    faults = Faults()
    needed = label("errors", "Cần ghi người giao, người nhận và mục đích.")
    names = ("from_name", "to_name", "purpose")
    facts = {name: faults.line(name, getattr(command, name), needed=needed) for name in names}
    condition = faults.line("condition", command.condition)
    if not command.is_intact and not condition:
        faults.add(
            "seal_unexplained", "condition", label("errors", "Niêm phong không nguyên: hãy ghi tình trạng mẫu.")
        )
    faults.refuse()
    test = uow.get(DrugTest, command.test_id)
    if test.sample_no is None:
        raise no_sample()
    if test.disposed_on is not None:
        raise sample_gone(test.disposed_on)
    chart = Chart.of(uow, test.stay_id)
    at = chart.moment(command.happened_at)
    with uow.act("treatment.hand_on_sample") as act:
        made = uow.add(
            CustodyStep(
                **facts,
                test_id=test.id,
                resident_id=test.resident_id,
                happened_at=at,
                is_intact=command.is_intact,
                condition=condition,
                author_name=Staff(uow).name,
            )
        )
        act.about(made)
        uow.session.flush()
        return made.id


def _sample(uow: UnitOfWork, chart: Chart, command: TakeSample) -> dict[str, object]:
    person, faults = chart.person, Faults()
    sample_no = faults.code("sample_no", command.sample_no)
    witness = faults.line("witness", command.witness, needed=label("errors", "Cần tên người chứng kiến lấy mẫu."))
    guardian = faults.line("guardian", command.guardian)
    tampered = faults.note("tamper_note", command.tamper_note)
    faults.amount("temp_tenths", command.temp_tenths, _COLDEST, _WARMEST)
    faults.amount("temp_after_s", command.temp_after_s, 0, _AN_HOUR)
    if not sample_no:
        faults.add("field_missing", "sample_no", label("errors", "Cần số mẫu ghi trên niêm phong."))
    if command.collector_sex is None or command.witness_sex is None:
        faults.add(
            "field_missing", "witness_sex", label("errors", "Cần giới tính người lấy mẫu, người chứng kiến.")
        )
    if needs_guardian(person.age) and not guardian:
        faults.add(
            "guardian_missing",
            "guardian",
            label("errors", "Người dưới 18 tuổi: cần tên cha mẹ hoặc người giám hộ có mặt (NĐ 163/2026 Đ56.6)."),
        )
    faults.refuse()
    assert command.collector_sex is not None  # noqa: S101 - refused above
    assert command.witness_sex is not None  # noqa: S101 - refused above
    require_witness(person.sex, (command.collector_sex, command.witness_sex))
    t = DrugTest
    if uow.session.scalar(sa.select(t.id).where(t.home == uow.home, t.sample_no == sample_no)) is not None:
        raise UserError(
            "sample_no_taken",
            label("errors", "Số mẫu {number} đã dùng cho một xét nghiệm khác. Hãy xem lại số trên niêm phong."),
            fields={"sample_no": label("errors", "Đã dùng")},
            number=sample_no,
        )
    return {
        "sample_no": sample_no,
        "witness_name": witness,
        "collector_sex": command.collector_sex,
        "witness_sex": command.witness_sex,
        "guardian_name": guardian,
        "temp_tenths": command.temp_tenths,
        "temp_after_s": command.temp_after_s,
        "tamper_note": tampered,
    }
