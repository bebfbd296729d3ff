"""Drug tests: everything for health staff, the head and the auditor; yes or no for those who guard."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import partial
from typing import Any

import sqlalchemy as sa

from facility_app.db.attachments import NamedFiles, file_store
from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.dates import local_date
from facility_app.kernel.sex import Sex
from facility_app.modules.catalogues.api import parameter
from facility_app.modules.stays.api import list_stays_of
from facility_app.modules.treatment.domain import KNOW_DRUG_OUTCOME, READ_DRUG_TESTS
from facility_app.modules.treatment.domain.drug_tests import (
    DrugTestKind,
    DrugTestReading,
    SampleRules,
    is_fresh_sample,
)
from facility_app.modules.treatment.domain.samples import SampleAnswer, TestReason, is_positive, require_cassette
from facility_app.modules.treatment.tables import CustodyStep, DrugTest, DrugTestKit, DrugTestResult


@dataclass(frozen=True, slots=True)
class KitRow:
    """A lot of kits."""

    kit_id: str
    version: int
    brand: str
    lot_no: str
    expires_on: date
    cutoffs: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class ReadingRow:
    """What one panel read, by which cut-off."""

    panel: str
    cutoff: int | None
    reading: DrugTestReading


@dataclass(frozen=True, slots=True)
class StepRow:
    """One step of the sample's way."""

    happened_at: datetime
    from_name: str = field(repr=False)
    to_name: str = field(repr=False)
    purpose: str
    is_intact: bool
    condition: str | None


@dataclass(frozen=True, slots=True)
class TestRow:
    """One test; ``version`` goes back with the next decision about it.

    Attributes:
        is_positive: None while nothing valid was read.
        is_fresh: whether the sample had the warmth of a body soon enough; None when nobody measured.
        is_told: whether the commune police were told; None while nobody decided.
        photo_sha256: the picture of its cassette.
        disposed_on: when its sample was destroyed, ``disposal`` how, ``disposed_name`` by whom.
        is_struck: whether it was struck out.
    """

    __test__ = False

    test_id: str
    version: int
    resident_id: str
    stay_id: str
    kind: DrugTestKind
    reason: TestReason
    legal_basis: str
    note: str | None = field(repr=False)
    ordered_at: datetime
    ordered_name: str
    confirms_id: str | None
    answer: SampleAnswer | None
    sample_no: str | None
    collected_at: datetime | None
    collector_name: str | None
    collector_sex: Sex | None
    witness_name: str | None
    witness_sex: Sex | None
    guardian_name: str | None
    temp_tenths: int | None
    temp_after_s: int | None
    tamper_note: str | None
    kit_id: str | None
    read_at: datetime | None
    reader_name: str | None
    second_name: str | None
    laboratory: str | None
    is_told: bool | None
    told_name: str | None
    told_at: datetime | None
    told_number: str | None
    photo_sha256: str | None = field(repr=False)
    disposed_on: date | None
    disposal: str | None
    disposed_name: str | None
    is_struck: bool
    struck_reason: str | None = field(repr=False)
    is_positive: bool | None = field(repr=False)
    is_fresh: bool | None
    readings: tuple[ReadingRow, ...] = field(repr=False)
    custody: tuple[StepRow, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class OutcomeRow:
    """Yes or no, and whether it is what a laboratory says of a sample that was screened before."""

    test_id: str
    read_at: datetime
    is_positive: bool = field(repr=False)
    is_confirmation: bool


def list_kits(uow: UnitOfWork, *, usable_on: date | None = None) -> tuple[KitRow, ...]:
    """Lots of kits, the one that expires first before; those that may be used on a day, when one is named."""
    require(uow, READ_DRUG_TESTS)
    k = DrugTestKit
    asked = sa.select(k).where(k.voided_at.is_(None))
    if usable_on is not None:
        asked = asked.where(k.expires_on >= usable_on)
    rows = uow.session.scalars(asked.order_by(k.expires_on, k.brand, k.lot_no))
    return tuple(
        KitRow(row.id, row.version, row.brand, row.lot_no, row.expires_on, json.loads(row.cutoffs)) for row in rows
    )


def list_tests(uow: UnitOfWork, stay_id: str) -> tuple[TestRow, ...]:
    """Every test of a stay, the latest first, those struck out too."""
    require(uow, READ_DRUG_TESTS)
    t = DrugTest
    asked = sa.select(t).where(t.stay_id == stay_id).order_by(t.created_at.desc(), t.id.desc())
    rows = uow.session.scalars(asked).all()
    return _rows(uow, rows)


def get_test(uow: UnitOfWork, test_id: str) -> TestRow:
    """One test.

    Raises:
        UserError: ``not_found``.
    """
    require(uow, READ_DRUG_TESTS)
    return _rows(uow, [uow.get(DrugTest, test_id)])[0]


def list_outcomes(uow: UnitOfWork, resident_id: str) -> tuple[OutcomeRow, ...]:
    """Whether anything was found in the stay somebody is in, the latest first; what, stays with health staff."""
    require(uow, KNOW_DRUG_OUTCOME)
    stay_id = next((one.stay_id for one in list_stays_of(uow, resident_id) if one.is_open), "")
    t = DrugTest
    asked = sa.select(t).where(t.stay_id == stay_id, t.read_at.is_not(None), t.voided_at.is_(None))
    rows = _rows(uow, uow.session.scalars(asked.order_by(t.read_at.desc(), t.id.desc())).all())
    return tuple(
        OutcomeRow(row.test_id, row.read_at, row.is_positive, row.kind is DrugTestKind.CONFIRM)
        for row in rows
        if row.read_at is not None and row.is_positive is not None
    )


def check_cassette(uow: UnitOfWork, size_bytes: int, beginning: bytes) -> None:
    """Refuse what cannot be the picture of a cassette before it is read whole; the verb asks it all again.

    Raises:
        UserError: ``not_a_picture``, ``file_too_large``, ``file_kind_unknown``, ``file_empty``.
    """
    require(uow, READ_DRUG_TESTS)
    require_cassette(file_store(uow).weigh(size_bytes, beginning))


def answer_named_files(uow: UnitOfWork, _asked: NamedFiles) -> frozenset[str]:
    """Pictures of cassettes; those of tests struck out stay in the file too."""
    require(uow, READ_DRUG_TESTS)
    t = DrugTest
    return frozenset(one for one in uow.session.scalars(sa.select(t.photo_sha256)) if one is not None)


@dataclass(frozen=True, slots=True)
class TestRows:
    """What the table's rows say, for the rooms of this slice that have asked for the right."""

    __test__ = False

    uow: UnitOfWork

    def of(self, tests: Sequence[DrugTest]) -> tuple[TestRow, ...]:
        """Those tests."""
        return _rows(self.uow, tests)


def _rows(uow: UnitOfWork, tests: Sequence[DrugTest]) -> tuple[TestRow, ...]:
    ids, session = [one.id for one in tests], uow.session
    rules = _rules_of_days(uow, tests)
    results: dict[str, list[ReadingRow]] = {}
    r = DrugTestResult
    for row in session.scalars(sa.select(r).where(r.test_id.in_(ids)).order_by(r.panel)):
        results.setdefault(row.test_id, []).append(ReadingRow(row.panel, row.cutoff, row.reading))
    steps: dict[str, list[StepRow]] = {}
    c = CustodyStep
    for step in session.scalars(sa.select(c).where(c.test_id.in_(ids)).order_by(c.happened_at, c.id)):
        made = StepRow(
            step.happened_at, step.from_name, step.to_name, step.purpose, step.is_intact, step.condition
        )
        steps.setdefault(step.test_id, []).append(made)
    return tuple(
        _row(one, tuple(results.get(one.id, ())), tuple(steps.get(one.id, ())), rules[_day_of(one)])
        for one in tests
    )


def _day_of(test: DrugTest) -> date:
    """The day whose rules hold: of the sample, and of the order before there is one."""
    return local_date(test.collected_at or test.created_at)


def _rules_of_days(uow: UnitOfWork, tests: Sequence[DrugTest]) -> dict[date, SampleRules]:
    return {on: SampleRules.of(partial(parameter, uow, on=on)) for on in {_day_of(one) for one in tests}}


def _row(
    test: DrugTest, readings: tuple[ReadingRow, ...], custody: tuple[StepRow, ...], rules: SampleRules
) -> TestRow:
    worked_out: dict[str, Any] = {
        "test_id": test.id,
        "ordered_at": test.created_at,
        "is_struck": test.voided_at is not None,
        "struck_reason": test.strike_reason,
        "is_positive": is_positive({one.panel: one.reading for one in readings}),
        "is_fresh": _is_fresh(test, rules),
        "readings": readings,
        "custody": custody,
    }
    kept = {name: getattr(test, name) for name in TestRow.__dataclass_fields__ if name not in worked_out}
    return TestRow(**worked_out, **kept)


def _is_fresh(test: DrugTest, rules: SampleRules) -> bool | None:
    if test.temp_tenths is None or test.temp_after_s is None:
        return None
    return is_fresh_sample(test.temp_tenths, timedelta(seconds=test.temp_after_s), rules)
