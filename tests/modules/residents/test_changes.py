"""The history of every field: nothing is missing, what the reader may not see is masked, an erasure shows."""

from dataclasses import replace
from datetime import timedelta

from facility_app.kernel.actor import Role
from facility_app.kernel.paging import PageRequest
from facility_app.modules.access.service import erase_audit_value
from facility_app.modules.residents.domain.entries import EntryKind
from facility_app.modules.residents.domain.files import Attachment, AttachmentKind
from facility_app.modules.residents.domain.past import SubstanceUse
from facility_app.modules.residents.domain.safety import Alert, AlertKind, AlertLevel, KeepApart, Strength
from facility_app.modules.residents.queries.changes import MASK, ChangeRow, list_changes
from facility_app.modules.residents.queries.entries import list_aliases, list_papers
from facility_app.modules.residents.queries.person import get_resident, get_resident_at
from facility_app.modules.residents.service.entries import AddEntry
from facility_app.modules.residents.service.files import AttachFile, attach_file
from facility_app.modules.residents.service.past import add_substance
from facility_app.modules.residents.service.people import EditResident, edit_resident
from facility_app.modules.residents.service.safety import EndEntry, end_alert, keep_apart, raise_alert
from facility_app.modules.residents.service.voiding import VoidEntry, void_entry
from tests.helpers.facility import Facility
from tests.helpers.vaults import TESTER
from tests.modules.residents.people import ALIAS, CARD, SCAN, TODAY, actor_of, named, written


def history(facility: Facility, resident_id: str, role: Role) -> tuple[ChangeRow, ...]:
    with facility.database.read(actor_of(facility, role)) as uow:
        return list_changes(uow, resident_id, PageRequest()).rows


def test_every_decision_stands_there_with_fields_before_and_after_the_newest_first(facility: Facility) -> None:
    made = written(facility, papers=(CARD,))
    other = written(facility, named("Lê Hai"))
    with facility.database.write(actor_of(facility)) as uow:
        person = get_resident(uow, made.resident_id).person
        edit_resident(uow, EditResident(made.resident_id, made.version, replace(person, occupation="thợ hàn")))
        uow.commit()
    with facility.database.write(actor_of(facility)) as uow:
        (paper,) = list_papers(uow, made.resident_id)
        void_entry(uow, VoidEntry(EntryKind.PAPER, paper.entry_id, paper.version, "của người khác"))
        uow.commit()
    rows = history(facility, made.resident_id, Role.CLERK)
    assert [row.verb for row in rows] == [
        "residents.void_entry",
        "residents.edit_resident",
        "residents.register_resident",
    ]
    assert rows[0].reason == "của người khác"
    assert [(one.column, one.before, one.after) for one in rows[1].values] == [("occupation", None, "thợ hàn")]
    first = {(one.table, one.column): one.after for one in rows[2].values}
    assert first["resident", "name"] == "Nguyễn Văn Đức"
    assert first["resident_paper", "number"] == CARD.number
    assert [row.verb for row in history(facility, other.resident_id, Role.CLERK)] == [
        "residents.register_resident"
    ]


def test_what_a_reader_may_not_see_is_masked_and_its_being_there_is_not(facility: Facility) -> None:
    made, other = written(facility), written(facility, named("Lê Hai"))
    with facility.database.write(TESTER) as uow:
        raise_alert(uow, AddEntry(made.resident_id, Alert(AlertKind.INFECTION, AlertLevel.DANGER, TODAY, "lao")))
        add_substance(uow, AddEntry(made.resident_id, SubstanceUse("meth")))
        keep_apart(uow, AddEntry(made.resident_id, KeepApart(other.resident_id, Strength.HARD, "thù", TODAY)))
        uow.commit()
    head = [value for row in history(facility, made.resident_id, Role.HEAD) for value in row.values]
    assert not any(value.is_masked for value in head)
    for role, shown in ((Role.CLERK, {"substance_use", "keep_apart"}), (Role.AUDITOR, {"substance_use"})):
        values = [value for row in history(facility, made.resident_id, role) for value in row.values]
        assert {value.table for value in values if not value.is_masked} == shown | {"resident"}
        assert [value.column for value in values if value.is_masked and value.table == "resident"] == ["note"]
        assert {value.after for value in values if value.is_masked} == {MASK}
        assert len(values) == len(head)


def test_the_reason_of_a_decision_about_health_is_masked_for_whoever_may_not_read_health(
    facility: Facility,
) -> None:
    made = written(facility, aliases=(ALIAS,))
    with facility.database.write(TESTER) as uow:
        alert = Alert(AlertKind.INFECTION, AlertLevel.DANGER, TODAY, "lao")
        ended, wrong = (raise_alert(uow, AddEntry(made.resident_id, alert)) for _ in range(2))
        scan = attach_file(
            uow, AttachFile(made.resident_id, SCAN, Attachment(AttachmentKind.MEDICAL, "phim phổi"))
        )
        uow.commit()
    with facility.database.write(TESTER) as uow:
        end_alert(uow, EndEntry(ended.entry_id, ended.version, "hết lao"))
        void_entry(uow, VoidEntry(EntryKind.ALERT, wrong.entry_id, wrong.version, "không phải lao"))
        void_entry(uow, VoidEntry(EntryKind.ATTACHMENT, scan.entry_id, scan.version, "phim của người khác"))
        (alias,) = list_aliases(uow, made.resident_id)
        void_entry(uow, VoidEntry(EntryKind.ALIAS, alias.entry_id, alias.version, "nhầm tên"))
        uow.commit()

    def reasons(role: Role) -> list[str | None]:
        return [row.reason for row in history(facility, made.resident_id, role) if row.reason is not None]

    assert reasons(Role.HEAD) == ["nhầm tên", "phim của người khác", "không phải lao", "hết lao"]
    for role in (Role.CLERK, Role.AUDITOR):
        assert reasons(role) == ["nhầm tên", MASK, MASK, MASK]
        told = [one for row in history(facility, made.resident_id, role) for one in row.values]
        assert not any("lao" in (one.after or "") or "phim" in (one.after or "") for one in told)


def test_the_history_comes_in_pages(facility: Facility) -> None:
    made = written(facility)
    version = made.version
    for n in range(4):
        with facility.database.write(actor_of(facility)) as uow:
            person = get_resident(uow, made.resident_id).person
            saved = edit_resident(uow, EditResident(made.resident_id, version, replace(person, height_cm=160 + n)))
            version = saved.version
            uow.commit()
    with facility.database.read(actor_of(facility)) as uow:
        first = list_changes(uow, made.resident_id, PageRequest(size=3))
        rest = list_changes(uow, made.resident_id, PageRequest(size=3, after=first.next))
    seqs = [row.seq for row in (*first.rows, *rest.rows)]
    assert seqs == sorted(seqs, reverse=True)
    assert (len(first.rows), len(rest.rows), rest.next) == (3, 2, None)


def test_an_erased_value_shows_as_erased_and_does_not_come_back(facility: Facility) -> None:
    made = written(facility)
    with facility.database.read(actor_of(facility, Role.HEAD)) as uow:
        base = get_resident(uow, made.resident_id)
    facility.file.clock.advance(timedelta(minutes=1))
    with facility.database.write(actor_of(facility, Role.HEAD)) as uow:
        edit_resident(uow, EditResident(made.resident_id, made.version, replace(base.person, note="đã sửa")))
        uow.commit()
    seq = history(facility, made.resident_id, Role.CLERK)[0].seq
    with facility.database.write(TESTER) as uow:
        erase_audit_value(uow, seq, 0, "theo yêu cầu của người đó")
        uow.commit()
    (value,) = history(facility, made.resident_id, Role.CLERK)[0].values
    assert (value.column, value.before, value.after, value.is_erased) == ("note", None, None, True)
    with facility.database.read(actor_of(facility, Role.HEAD)) as uow:
        assert get_resident_at(uow, made.resident_id, base.updated_at).note == "đã sửa"
