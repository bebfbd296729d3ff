"""Writing people down: numbers without a gap, nobody twice unseen, nobody's save lost, every look in the trail."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from facility_app.kernel.actor import Role
from facility_app.kernel.errors import ConflictError, PermissionDenied, UserError
from facility_app.kernel.names import mask_number
from facility_app.kernel.paging import Look
from facility_app.kernel.sex import Sex
from facility_app.modules.residents.domain.card import ResidentStatus, resident_code
from facility_app.modules.residents.domain.entries import EntryKind
from facility_app.modules.residents.domain.likeness import Likeness
from facility_app.modules.residents.domain.papers import Paper, PaperDoubt, PaperKind
from facility_app.modules.residents.queries.alike import Newcomer, find_similar
from facility_app.modules.residents.queries.entries import (
    list_addresses,
    list_aliases,
    list_papers,
    list_relatives,
)
from facility_app.modules.residents.queries.people import list_resident_ids, list_resident_rows, search_residents
from facility_app.modules.residents.queries.person import get_header, get_resident, get_resident_at
from facility_app.modules.residents.service.cards import SetCardStay, set_card_stay
from facility_app.modules.residents.service.entries import AddEntry, EditEntry
from facility_app.modules.residents.service.identity import add_alias, add_paper, edit_relative
from facility_app.modules.residents.service.people import (
    EditResident,
    RegisterResident,
    VoidResident,
    edit_resident,
    open_resident,
    register_resident,
    void_resident,
)
from facility_app.modules.residents.service.voiding import VoidEntry, void_entry
from tests.helpers.facility import Facility
from tests.helpers.probe import rows
from tests.modules.residents.people import (
    ALIAS,
    CARD,
    DUC,
    FATHER,
    HOA,
    HOME,
    OLD_CARD,
    actor_of,
    named,
    register,
    written,
)


def test_a_person_is_written_down_with_everything_their_papers_say(facility: Facility) -> None:
    made = written(facility, aliases=(ALIAS,), papers=(CARD, OLD_CARD), addresses=(HOME,), relatives=(FATHER,))
    assert (made.code, made.doubts) == ("26-0001", ())
    with facility.database.read(actor_of(facility, Role.HEAD)) as uow:
        detail = get_resident(uow, made.resident_id)
        assert detail.person == replace(DUC, birth_year=2001)
        assert [entry.facts for entry in list_aliases(uow, made.resident_id)] == [ALIAS]
        assert {entry.facts for entry in list_papers(uow, made.resident_id)} == {CARD, OLD_CARD}
        assert [entry.facts for entry in list_addresses(uow, made.resident_id)] == [HOME]
        assert [entry.facts for entry in list_relatives(uow, made.resident_id)] == [FATHER]
        row = get_header(uow, made.resident_id).row
    assert (row.name, row.sex, row.birth, row.age) == ("Nguyễn Văn Đức", Sex.MALE, "17/05/2001", 24)
    assert (row.paper, row.status) == (mask_number("001201005678"), ResidentStatus.NO_STAY)


def test_codes_have_no_gap_though_some_were_refused_struck_out_or_never_committed(facility: Facility) -> None:
    first = written(facility)
    with facility.database.write(actor_of(facility)) as uow:
        assert register(uow, named("Lê Một")).code == "26-0002"
    with facility.database.write(actor_of(facility)) as uow:
        with pytest.raises(UserError):
            register(uow, named(""))
        second = register(uow, named("Lê Hai"))
        void_resident(uow, VoidResident(first.resident_id, first.version, "nhập nhầm"))
        uow.commit()
    assert second.code == "26-0002"
    facility.file.clock.advance(timedelta(days=366))
    assert [written(facility, named(f"Lê {word}")).code for word in ("Ba", "Tư")] == ["27-0001", "27-0002"]
    assert resident_code(2026, 12_345) == "26-12345"


def test_a_doubtful_number_is_told_and_kept(facility: Facility) -> None:
    made = written(facility, HOA, papers=(CARD,))
    assert set(made.doubts) == {PaperDoubt.SEX_DIFFERS, PaperDoubt.BIRTH_YEAR_DIFFERS}
    with facility.database.write(actor_of(facility)) as uow:
        mended = edit_resident(
            uow, EditResident(made.resident_id, made.version, replace(DUC, name="Trần Thị Hoa"))
        )
    assert mended.doubts == ()


def test_somebody_alike_must_be_looked_at_before_saving(facility: Facility) -> None:
    there = written(facility, papers=(CARD,), relatives=(FATHER,))
    again = RegisterResident(replace(DUC, name="NGUYEN VAN DUC"), papers=(OLD_CARD,))
    with facility.database.write(actor_of(facility)) as uow:
        with pytest.raises(UserError) as refusal:
            register_resident(uow, again)
        assert refusal.value.code == "similar_residents"
        assert there.code in refusal.value.message
        assert "Đức" not in str(refusal.value)
        looked_at = replace(again, not_same=frozenset({there.resident_id}))
        assert register_resident(uow, looked_at).code == "26-0002"


def test_candidates_come_with_reasons_the_likeliest_first(facility: Facility) -> None:
    same = written(facility, papers=(CARD,), relatives=(FATHER,), addresses=(HOME,))
    parent = written(facility, named("Nguyễn Văn Tài", birth_year=2003), relatives=(FATHER,))
    other = written(facility, named("Phạm Thị Lan"))
    newcomer = Newcomer(replace(DUC, birth_on=date(2001, 5, 17)), papers=(CARD,), relatives=(FATHER,))
    with facility.database.read(actor_of(facility)) as uow:
        found = find_similar(uow, newcomer)
        itself = find_similar(uow, replace(newcomer, but=same.resident_id))
    assert [one.row.resident_id for one in found] == [same.resident_id]
    assert Likeness.SAME_NUMBER in found[0].match.reasons
    assert found[0].match.is_almost_certain
    assert itself == ()
    assert {parent.resident_id, other.resident_id}.isdisjoint(one.row.resident_id for one in found)


@pytest.mark.parametrize(
    "typed",
    [
        replace(DUC, name="Đức Cống", birth_on=None, birth_year=2001),
        replace(DUC, name="nguyen duc", birth_on=date(2001, 5, 17)),
        replace(DUC, name="Trần Lạ", birth_on=None, birth_year=1970),
    ],
)
def test_a_returning_person_is_found_by_alias_birth_or_number(facility: Facility, typed: object) -> None:
    there = written(facility, papers=(CARD,), aliases=(ALIAS,))
    assert isinstance(typed, type(DUC))
    papers = (CARD,) if typed.name == "Trần Lạ" else ()
    with facility.database.read(actor_of(facility)) as uow:
        found = find_similar(uow, Newcomer(typed, papers=papers))
    assert [one.row.resident_id for one in found] == [there.resident_id]


def test_one_number_is_two_peoples_only_by_approval_with_a_reason(facility: Facility) -> None:
    there = written(facility, papers=(CARD,))
    other = written(facility, named("Phạm Lan"))
    shared = replace(CARD, shared_reason="thẻ cấp trùng, công an xã đã xác nhận")
    with facility.database.write(actor_of(facility, Role.INTAKE)) as uow:
        with pytest.raises(UserError) as refusal:
            add_paper(uow, AddEntry(other.resident_id, replace(CARD, number="001 201 005678")))
        assert (refusal.value.code, set(refusal.value.fields)) == ("paper_number_taken", {"number"})
        assert there.code in refusal.value.message
        with pytest.raises(PermissionDenied):
            add_paper(uow, AddEntry(other.resident_id, shared))
        assert add_paper(uow, AddEntry(there.resident_id, replace(CARD, issued_on=None))).entry_id
    with facility.database.write(actor_of(facility, Role.HEAD)) as uow:
        assert add_paper(uow, AddEntry(other.resident_id, shared)).entry_id


def test_a_second_window_is_refused_and_all_three_sides_are_at_hand(facility: Facility) -> None:
    made = written(facility)
    with facility.database.read(actor_of(facility, Role.HEAD)) as uow:
        base = get_resident(uow, made.resident_id)
    facility.file.clock.advance(timedelta(minutes=1))
    theirs = replace(base.person, occupation="thợ hàn", body_sex=Sex.FEMALE, birth_on=None, height_cm=170)
    with facility.database.write(actor_of(facility)) as uow:
        edit_resident(uow, EditResident(made.resident_id, base.version, theirs))
        uow.commit()
    mine = replace(base.person, occupation="lái xe")
    with facility.database.write(actor_of(facility)) as uow:
        with pytest.raises(ConflictError) as conflict:
            edit_resident(uow, EditResident(made.resident_id, base.version, mine))
        assert conflict.value.code == "record_changed"
    with facility.database.read(actor_of(facility, Role.HEAD)) as uow:
        now = get_resident(uow, made.resident_id)
        assert now.person == theirs
        assert now.updated_at > base.updated_at
        assert get_resident_at(uow, made.resident_id, base.updated_at) == base.person
        assert get_resident_at(uow, made.resident_id, now.updated_at) == now.person


def test_clinical_facts_are_neither_seen_nor_overwritten_without_the_right_to_them(facility: Facility) -> None:
    told = replace(DUC, body_sex=Sex.FEMALE)
    made = written(facility, told, relatives=(replace(FATHER, note="bị lao"),))
    with facility.database.read(actor_of(facility, Role.TEAM_OFFICER)) as uow:
        seen = get_resident(uow, made.resident_id)
        assert (seen.person.body_sex, seen.person.note) == (None, None)
        then = get_resident_at(uow, made.resident_id, seen.updated_at - timedelta(days=1))
        assert (then.body_sex, then.note) == (None, None)
        assert [one.facts for one in list_relatives(uow, made.resident_id)] == [FATHER]
    with facility.database.write(actor_of(facility)) as uow:
        mine = replace(seen.person, occupation="thợ hàn")
        with pytest.raises(UserError) as refusal:
            edit_resident(uow, EditResident(made.resident_id, made.version, replace(mine, note="khác")))
        assert (refusal.value.code, set(refusal.value.fields)) == ("hidden_fact_kept", {"note"})
    with facility.database.write(actor_of(facility)) as uow:
        edit_resident(uow, EditResident(made.resident_id, made.version, mine))
        (relative,) = list_relatives(uow, made.resident_id)
        facts = replace(relative.facts, phone="0987654321")
        edit_relative(uow, EditEntry(relative.entry_id, relative.version, facts))
        uow.commit()
    with facility.database.read(actor_of(facility, Role.HEAD)) as uow:
        person = get_resident(uow, made.resident_id).person
        assert (person.body_sex, person.note, person.occupation) == (Sex.FEMALE, "nói ít", "thợ hàn")
        (relative,) = list_relatives(uow, made.resident_id)
        assert (relative.facts.note, relative.facts.phone) == ("bị lao", "0987654321")


def test_who_may_not_read_clinical_facts_may_note_the_first_one(facility: Facility) -> None:
    made = written(facility, HOA)
    with facility.database.write(actor_of(facility)) as uow:
        edit_resident(uow, EditResident(made.resident_id, made.version, replace(HOA, note="đang ho")))
        uow.commit()
    with facility.database.read(actor_of(facility, Role.HEAD)) as uow:
        assert get_resident(uow, made.resident_id).person.note == "đang ho"


def test_every_opening_of_a_page_is_written_down_with_its_purpose(facility: Facility) -> None:
    made = written(facility)
    for purpose in ("", " trả lời gia đình "):
        with facility.database.write(actor_of(facility, Role.GUARD)) as uow:
            assert open_resident(uow, made.resident_id, purpose).row.code == made.code
            uow.commit()
    looks = rows(
        facility.database,
        "SELECT e.table_name, e.roles, v.after FROM audit_entry e LEFT JOIN audit_value v ON v.entry_seq = e.seq "
        "WHERE e.verb = 'residents.open_resident' AND e.record_id = ? ORDER BY e.seq",
        made.resident_id,
    )
    assert looks == [("resident", "GUARD", None), ("resident", "GUARD", "trả lời gia đình")]


def test_a_file_made_by_mistake_is_struck_out_and_found_no_more(facility: Facility) -> None:
    made = written(facility, papers=(CARD,))
    with facility.database.write(actor_of(facility)) as uow:
        void_resident(uow, VoidResident(made.resident_id, made.version, "lập hai lần"))
        uow.commit()
    with facility.database.read(actor_of(facility)) as uow:
        assert search_residents(uow, "duc") == ()
        assert list_resident_ids(uow, Look()) == ()
        assert list_resident_rows(uow, [made.resident_id]) == ()
        assert find_similar(uow, Newcomer(DUC, papers=(CARD,))) == ()
        for gone in (get_resident, get_header):
            with pytest.raises(UserError) as refusal:
                gone(uow, made.resident_id)
            assert refusal.value.code == "not_found"
    with facility.database.write(actor_of(facility)) as uow:
        assert register(uow, papers=(CARD,)).code == "26-0002"


def test_whoever_has_a_stay_is_not_struck_out(facility: Facility) -> None:
    made = written(facility)
    with facility.database.write(actor_of(facility)) as uow:
        set_card_stay(uow, SetCardStay(made.resident_id, ResidentStatus.LEFT, stay_id="s"))
        with pytest.raises(UserError) as refusal:
            void_resident(uow, VoidResident(made.resident_id, made.version, "lập nhầm"))
    assert refusal.value.code == "resident_has_stay"


def test_an_edit_and_a_struck_out_entry_move_the_card_along(facility: Facility) -> None:
    made = written(facility, papers=(CARD,))
    with facility.database.write(actor_of(facility)) as uow:
        alias = add_alias(uow, AddEntry(made.resident_id, ALIAS))
        edit_resident(uow, EditResident(made.resident_id, made.version, replace(DUC, name="Lý Văn Bá")))
        (paper,) = list_papers(uow, made.resident_id)
        assert [row.name for row in search_residents(uow, "cong ba")] == ["Lý Văn Bá"]
        assert search_residents(uow, "nguyen") == ()
        void_entry(uow, VoidEntry(EntryKind.ALIAS, alias.entry_id, alias.version, "nghe nhầm"))
        void_entry(uow, VoidEntry(EntryKind.PAPER, paper.entry_id, paper.version, "của người khác"))
        assert search_residents(uow, "cong") == search_residents(uow, "5678") == ()
        assert get_header(uow, made.resident_id).row.paper is None
        (voided,) = list_papers(uow, made.resident_id, with_voided=True)
    assert (voided.void_reason, voided.facts) == ("của người khác", CARD)


def test_no_paper_at_all_is_an_entry_with_its_reason(facility: Facility) -> None:
    none = Paper(kind=PaperKind.NONE, none_reason="chưa được cấp")
    made = written(facility, papers=(none,))
    with facility.database.read(actor_of(facility)) as uow:
        assert [entry.facts for entry in list_papers(uow, made.resident_id)] == [none]
        assert get_header(uow, made.resident_id).row.paper is None
