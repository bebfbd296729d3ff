"""Drug tests of the whole facility, by what each waits for, and one of them with the law that holds for it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.paging import Look
from facility_app.kernel.sex import Sex
from facility_app.modules.catalogues.api import UnitKind, get_facility
from facility_app.modules.residents.api import ResidentMarks, list_resident_marks
from facility_app.modules.treatment.domain import READ_DRUG_TESTS
from facility_app.modules.treatment.domain.clinical_lists import clinical
from facility_app.modules.treatment.domain.drug_tests import (
    DrugTestKind,
    DrugTestReading,
    Panel,
    Telling,
    needs_guardian,
    telling,
)
from facility_app.modules.treatment.domain.samples import SampleAnswer, TestState
from facility_app.modules.treatment.queries.drug_tests import KitRow, TestRow, TestRows, get_test, list_kits
from facility_app.modules.treatment.queries.explaining import Explanation, list_explaining
from facility_app.modules.treatment.tables import DrugTest, DrugTestResult


@dataclass(frozen=True, slots=True)
class SampleRow:
    """One test in the facility's list.

    Attributes:
        state: what it waits for.
    """

    test: TestRow = field(repr=False)
    state: TestState
    code: str
    name: str = field(repr=False)
    place: str
    sex: Sex

    @property
    def test_id(self) -> str:
        """Whose row."""
        return self.test.test_id


@dataclass(frozen=True, slots=True)
class SampleCard:
    """One test with everything a screen says of it.

    Attributes:
        kit: the lot it was read with.
        telling: whether the commune police learn of it, by the law.
        needs_guardian: whether the person is a minor.
        is_asked: whether a laboratory was asked about it, and the person let it be.
        to_confirm: of a confirmation, the panels its rapid test found positive.
        explained: of each positive panel, medicines taken before that may turn it positive, as far as the actor
            sees medicines.
    """

    row: SampleRow
    kit: KitRow | None
    telling: Telling = field(repr=False)
    needs_guardian: bool
    is_asked: bool
    to_confirm: tuple[str, ...] = field(default=(), repr=False)
    explained: tuple[Explanation, ...] = field(default=(), repr=False)


def list_sample_ids(uow: UnitOfWork, look: Look) -> tuple[str, ...]:
    """Ids of the tests, the newest first; ``look.filters``: ``state`` is a ``TestState``."""
    require(uow, READ_DRUG_TESTS)
    t, r = DrugTest, DrugTestResult
    confirm = sa.orm.aliased(DrugTest)
    stands_read = (confirm.voided_at.is_(None), confirm.read_at.is_not(None))
    is_confirmed = sa.exists().where(confirm.confirms_id == t.id, *stands_read)
    is_positive = sa.exists().where(r.test_id == t.id, r.reading == DrugTestReading.POSITIVE)
    waits = sa.and_(t.kind == DrugTestKind.SCREEN, is_positive, ~is_confirmed)
    stands = t.voided_at.is_(None)
    wanted: dict[str, tuple[sa.ColumnElement[bool], ...]] = {
        TestState.ORDERED: (stands, t.answer.is_(None)),
        TestState.TAKEN: (stands, t.sample_no.is_not(None), t.read_at.is_(None)),
        TestState.SCREENED: (stands, t.read_at.is_not(None), waits),
        TestState.DONE: (stands, t.read_at.is_not(None), ~waits),
        TestState.REFUSED: (stands, t.answer == SampleAnswer.REFUSED),
        TestState.STRUCK: (t.voided_at.is_not(None),),
    }
    asked = sa.select(t.id).where(*wanted.get(look.filters.get("state", ""), ()))
    return tuple(uow.session.scalars(asked.order_by(t.created_at.desc(), t.id.desc())))


def list_sample_rows(uow: UnitOfWork, wanted: Sequence[str]) -> tuple[SampleRow, ...]:
    """Those tests in the order asked for."""
    require(uow, READ_DRUG_TESTS)
    t = DrugTest
    tests = uow.session.scalars(sa.select(t).where(t.id.in_(wanted))).all()
    found = {row.test_id: row for row in TestRows(uow).of(tests)}
    people = list_resident_marks(uow, [row.resident_id for row in found.values()])
    confirmed = _asked(uow, wanted, is_answered=True)
    return tuple(
        _sample(found[one], people[found[one].resident_id], is_confirmed=one in confirmed)
        for one in wanted
        if one in found and found[one].resident_id in people
    )


def get_sample(uow: UnitOfWork, test_id: str) -> SampleCard:
    """One test.

    Raises:
        UserError: ``not_found``.
    """
    require(uow, READ_DRUG_TESTS)
    test = get_test(uow, test_id)
    who = list_resident_marks(uow, [test.resident_id])[test.resident_id]
    is_confirmed = test_id in _asked(uow, [test_id], is_answered=True)
    kit = next((one for one in list_kits(uow) if one.kit_id == test.kit_id), None)
    reading = DrugTestReading.POSITIVE if test.is_positive else DrugTestReading.NEGATIVE
    is_private = get_facility(uow).unit_kind is UnitKind.PRIVATE
    return SampleCard(
        _sample(test, who, is_confirmed=is_confirmed),
        kit,
        telling(reading, test.kind, is_private_facility=is_private),
        needs_guardian(who.age),
        test_id in _asked(uow, [test_id], is_answered=False),
        _found_by(get_test(uow, test.confirms_id)) if test.confirms_id is not None else (),
        list_explaining(uow, test_id),
    )


def list_panels(uow: UnitOfWork) -> tuple[Panel, ...]:
    """What kits look for, each once."""
    require(uow, READ_DRUG_TESTS)
    return tuple({one.code: one for one in clinical(uow.ports.shelf).panels.values()}.values())


def _found_by(screen: TestRow) -> tuple[str, ...]:
    return tuple(one.panel for one in screen.readings if one.reading is DrugTestReading.POSITIVE)


def _asked(uow: UnitOfWork, test_ids: Sequence[str], *, is_answered: bool) -> frozenset[str]:
    """Those a laboratory was asked about and nobody refused; with ``is_answered`` those it answered."""
    t = DrugTest
    asked = sa.select(t.confirms_id).where(t.confirms_id.in_(test_ids), t.voided_at.is_(None))
    asked = asked.where(t.read_at.is_not(None) if is_answered else t.answer.is_distinct_from(SampleAnswer.REFUSED))
    return frozenset(one for one in uow.session.scalars(asked) if one is not None)


def _sample(test: TestRow, who: ResidentMarks, *, is_confirmed: bool) -> SampleRow:
    return SampleRow(
        test, _state_of(test, is_confirmed=is_confirmed), who.code, who.name, who.place or "", who.sex
    )


def _state_of(test: TestRow, *, is_confirmed: bool) -> TestState:
    """What a test waits for."""
    if test.is_struck:
        return TestState.STRUCK
    if test.answer is SampleAnswer.REFUSED:
        return TestState.REFUSED
    if test.answer is None:
        return TestState.ORDERED
    if test.read_at is None:
        return TestState.TAKEN
    if test.kind is DrugTestKind.SCREEN and test.is_positive and not is_confirmed:
        return TestState.SCREENED
    return TestState.DONE
