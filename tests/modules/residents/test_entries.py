"""Every list about a person: what is written is read back, a stale save is refused, a mistake is struck out."""

from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from datetime import date
from types import ModuleType
from typing import Any

import pytest
import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork
from facility_app.kernel.errors import ConflictError, UserError
from facility_app.kernel.money import Money
from facility_app.modules.residents.domain.body import BodyPart, BodySide, Mark, MarkKind
from facility_app.modules.residents.domain.entries import EntryKind
from facility_app.modules.residents.domain.past import LegalRecord, LegalRecordKind, Rehab, RehabKind, SubstanceUse
from facility_app.modules.residents.domain.person import CODE_FIELDS, Person
from facility_app.modules.residents.queries import entries as queries
from facility_app.modules.residents.queries.entries import Entry
from facility_app.modules.residents.service import body, identity, past
from facility_app.modules.residents.service.entries import AddEntry, EditEntry, Saved
from facility_app.modules.residents.service.lists import CODED
from facility_app.modules.residents.service.voiding import VoidEntry, void_entry
from facility_app.modules.residents.tables.person import Relative
from tests.helpers.cases import each
from tests.helpers.facility import Facility
from tests.helpers.vaults import TESTER
from tests.modules.residents.people import ALIAS, CARD, FATHER, HOME, TODAY, register

NOBODY = "0" * 32


@dataclass(frozen=True)
class Kind:
    """One list with its verbs and an entry before and after."""

    kind: EntryKind
    room: ModuleType
    many: str
    first: Any
    second: Any

    def add(self, uow: UnitOfWork, command: AddEntry[Any]) -> Saved:
        saved = getattr(self.room, f"add_{self.kind}")(uow, command)
        assert isinstance(saved, Saved)
        return saved

    def edit(self, uow: UnitOfWork, command: EditEntry[Any]) -> Saved:
        saved = getattr(self.room, f"edit_{self.kind}")(uow, command)
        assert isinstance(saved, Saved)
        return saved

    def read(self, uow: UnitOfWork, resident_id: str, **which: bool) -> tuple[Entry[Any], ...]:
        found = getattr(queries, f"list_{self.many}")(uow, resident_id, **which)
        assert isinstance(found, tuple)
        return found


MARK = Mark(BodyPart.LEFT_ARM, MarkKind.TATTOO, TODAY, "rồng", BodySide.FRONT, 310, 420)
USE = SubstanceUse("meth", "injected", first_year=2015, days_in_30=0, cost_vnd=Money(500_000), is_main=True)
REHAB = Rehab(
    RehabKind.COMPULSORY, "facility", "none", "Cơ sở số 2", date(2019, 1, 1), date(2020, 1, 1), "12/QĐ-TA"
)
RECORD = LegalRecord(LegalRecordKind.DRUG_SANCTION, "sử dụng trái phép", decided_on=date(2018, 5, 1))
KINDS = (
    Kind(EntryKind.ALIAS, identity, "aliases", ALIAS, replace(ALIAS, name="Đức Tí")),
    Kind(EntryKind.PAPER, identity, "papers", CARD, replace(CARD, number="001201000001")),
    Kind(EntryKind.ADDRESS, identity, "addresses", HOME, replace(HOME, until_on=TODAY)),
    Kind(EntryKind.RELATIVE, identity, "relatives", FATHER, replace(FATHER, name="Nguyễn Bính")),
    Kind(EntryKind.LEGAL_RECORD, identity, "legal_records", RECORD, replace(RECORD, penalty="phạt tiền")),
    Kind(EntryKind.MARK, body, "marks", MARK, replace(MARK, kind=MarkKind.SCAR)),
    Kind(EntryKind.SUBSTANCE, past, "substances", USE, replace(USE, days_in_30=None)),
    Kind(EntryKind.REHAB, past, "rehabs", REHAB, replace(REHAB, outcome="hoàn thành")),
)
each_kind = each("one", KINDS)


@each_kind
def test_what_is_written_is_read_back_and_a_correction_leaves_one_entry(
    shared_facility: Facility, one: Kind
) -> None:
    with shared_facility.database.write(TESTER) as uow:
        made = register(uow)
        saved = one.add(uow, AddEntry(made.resident_id, one.first))
        (entry,) = one.read(uow, made.resident_id)
        assert (entry.entry_id, entry.version, entry.facts) == (saved.entry_id, saved.version, one.first)
        assert (entry.noted_at, entry.noted_by, entry.voided_at) == (uow.now, TESTER.user_id, None)
        after = one.edit(uow, EditEntry(saved.entry_id, saved.version, one.second))
        (entry,) = one.read(uow, made.resident_id)
        assert (entry.version, entry.facts) == (after.version, one.second)
        assert one.read(uow, NOBODY) == ()


@each_kind
def test_a_stale_save_is_refused(shared_facility: Facility, one: Kind) -> None:
    with shared_facility.database.write(TESTER) as uow:
        saved = one.add(uow, AddEntry(register(uow).resident_id, one.first))
        one.edit(uow, EditEntry(saved.entry_id, saved.version, one.second))
        with pytest.raises(ConflictError) as conflict:
            one.edit(uow, EditEntry(saved.entry_id, saved.version, one.first))
        assert conflict.value.code == "record_changed"
        with pytest.raises(ConflictError):
            void_entry(uow, VoidEntry(one.kind, saved.entry_id, saved.version, "nhầm"))


@each_kind
def test_a_mistake_is_struck_out_with_its_reason_and_can_still_be_read(
    shared_facility: Facility, one: Kind
) -> None:
    with shared_facility.database.write(TESTER) as uow:
        made = register(uow)
        saved = one.add(uow, AddEntry(made.resident_id, one.first))
        with pytest.raises(UserError) as refusal:
            void_entry(uow, VoidEntry(one.kind, saved.entry_id, saved.version, " "))
        assert refusal.value.code == "reason_missing"
        void_entry(uow, VoidEntry(one.kind, saved.entry_id, saved.version, "của người khác"))
        assert one.read(uow, made.resident_id) == ()
        (entry,) = one.read(uow, made.resident_id, with_voided=True)
        assert (entry.voided_at, entry.void_reason) == (uow.now, "của người khác")
        with pytest.raises(UserError) as gone:
            one.edit(uow, EditEntry(saved.entry_id, entry.version, one.second))
        assert gone.value.code == "not_found"


@each_kind
def test_nothing_is_noted_about_nobody(shared_facility: Facility, one: Kind) -> None:
    with shared_facility.database.write(TESTER) as uow:
        with pytest.raises(UserError) as refusal:
            one.add(uow, AddEntry(NOBODY, one.first))
        assert refusal.value.code == "not_found"
        with pytest.raises(UserError):
            one.edit(uow, EditEntry(NOBODY, 1, one.first))


def test_the_newest_stands_first(shared_facility: Facility) -> None:
    days = [date(2025, 1, 1), None, date(2026, 1, 1)]
    with shared_facility.database.write(TESTER) as uow:
        made = register(uow)
        for day in days:
            identity.add_address(uow, AddEntry(made.resident_id, replace(HOME, from_on=day)))
        found = [entry.facts.from_on for entry in queries.list_addresses(uow, made.resident_id)]
    assert found == [days[2], days[0], days[1]]


def test_the_folded_name_of_a_relative_follows_the_name(shared_facility: Facility) -> None:
    with shared_facility.database.write(TESTER) as uow:
        saved = identity.add_relative(uow, AddEntry(register(uow).resident_id, FATHER))
        identity.edit_relative(uow, EditEntry(saved.entry_id, saved.version, replace(FATHER, name="Đỗ Ánh")))
        assert uow.session.scalar(sa.select(Relative.name_fold)) == "do anh"


@each(
    ("add", "facts", "field"),
    [
        (past.add_substance, replace(USE, substance="tea"), "substance"),
        (past.add_substance, replace(USE, route="9"), "route"),
        (past.add_rehab, replace(REHAB, place="moon"), "place"),
        (past.add_rehab, replace(REHAB, method="x"), "method"),
        (identity.add_address, replace(HOME, commune_code="99999"), "commune_code"),
    ],
)
def test_a_code_no_list_has_is_refused_at_its_field(
    shared_facility: Facility, add: Callable[..., Saved], facts: object, field: str
) -> None:
    with shared_facility.database.write(TESTER) as uow:
        made = register(uow)
        with pytest.raises(UserError) as refusal:
            add(uow, AddEntry(made.resident_id, facts))
    assert refusal.value.code in {"unknown_code", "unknown_place"}
    assert set(refusal.value.fields) == {field}


def test_a_commune_chosen_by_code_is_kept_with_its_name_of_that_day(shared_facility: Facility) -> None:
    with shared_facility.database.write(TESTER) as uow:
        made = register(uow)
        identity.add_address(uow, AddEntry(made.resident_id, replace(HOME, place_text=None)))
        (entry,) = queries.list_addresses(uow, made.resident_id)
    assert entry.facts.place_text == "Phường Hoàn Kiếm, Thành phố Hà Nội"


@each("facts", [Person, SubstanceUse, Rehab])
def test_every_coded_field_is_a_field_of_its_facts(facts: type[Person] | type[SubstanceUse] | type[Rehab]) -> None:
    assert set(CODED[facts]) <= {one.name for one in fields(facts)}


def test_every_code_of_a_person_has_its_list() -> None:
    assert set(CODED[Person]) == set(CODE_FIELDS)
