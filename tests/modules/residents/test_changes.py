"""The history of every field: nothing is missing, what the reader may not see is masked, an erasure shows."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta

import sqlalchemy as sa

from facility_app.db.audit import ValueChange
from facility_app.db.uow import UnitOfWork
from facility_app.kernel.actor import Role
from facility_app.kernel.privacy import Privacy
from facility_app.modules.access.service import erase_audit_value
from facility_app.modules.residents.domain.entries import EntryKind
from facility_app.modules.residents.domain.files import Attachment, AttachmentKind
from facility_app.modules.residents.domain.past import SubstanceUse
from facility_app.modules.residents.domain.safety import Alert, AlertKind, AlertLevel, KeepApart, Strength
from facility_app.modules.residents.queries.changes import MASK, ChangeRow, list_change_ids, list_change_rows
from facility_app.modules.residents.queries.entries import list_aliases, list_papers
from facility_app.modules.residents.queries.person import get_resident, get_resident_at
from facility_app.modules.residents.service.entries import AddEntry
from facility_app.modules.residents.service.files import AttachFile, attach_file
from facility_app.modules.residents.service.past import add_substance
from facility_app.modules.residents.service.people import EditResident, edit_resident
from facility_app.modules.residents.service.safety import EndEntry, end_alert, keep_apart, raise_alert
from facility_app.modules.residents.service.voiding import VoidEntry, void_entry
from facility_app.modules.residents.tables.person import Resident
from facility_app.modules.residents.ui.words import FIELD_LABELS
from tests.helpers.facility import Facility
from tests.helpers.vaults import TESTER
from tests.modules.residents.people import ALIAS, CARD, SCAN, TODAY, actor_of, named, written


def lines(facility: Facility, resident_id: str, role: Role = Role.CLERK) -> tuple[ChangeRow, ...]:
    with facility.database.read(actor_of(facility, role)) as uow:
        return list_change_rows(uow, resident_id, FIELD_LABELS, list_change_ids(uow, resident_id, FIELD_LABELS))


@contextmanager
def statements(uow: UnitOfWork) -> Iterator[list[str]]:
    """What is asked of the file meanwhile."""
    asked: list[str] = []
    connection = uow.session.connection()

    def note(_connection: object, _cursor: object, statement: str, *_more: object) -> None:
        asked.append(statement)

    sa.event.listen(connection, "before_cursor_execute", note)
    yield asked
    sa.event.remove(connection, "before_cursor_execute", note)


def history(facility: Facility, resident_id: str, role: Role) -> tuple[ChangeRow, ...]:
    """The lines put together again, decision by decision."""
    whole: dict[int, ChangeRow] = {}
    for line in lines(facility, resident_id, role):
        first = whole.setdefault(line.seq, replace(line, values=()))
        whole[line.seq] = replace(first, values=(*first.values, *line.values))
    return tuple(whole.values())


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


def test_a_record_written_new_is_one_line_and_each_field_changed_is_one(facility: Facility) -> None:
    made = written(facility, papers=(CARD,))
    with facility.database.write(actor_of(facility)) as uow:
        person = get_resident(uow, made.resident_id).person
        other = replace(person, height_cm=160, weight_kg=50)
        edit_resident(uow, EditResident(made.resident_id, made.version, other))
        uow.commit()
    shown = [(one.is_new, {value.column for value in one.values}) for one in lines(facility, made.resident_id)]
    assert shown[:2] == [(False, {"height_cm"}), (False, {"weight_kg"})]
    assert [(is_new, "name" in columns) for is_new, columns in shown[2:]] == [(True, True), (True, False)]


def test_a_decision_that_changed_nothing_people_read_is_a_line_without_fields(facility: Facility) -> None:
    made = written(facility)
    with facility.database.write(TESTER) as uow:
        with uow.act("probe.number"):
            uow.get(Resident, made.resident_id).code_no += 1
        uow.commit()
    first = lines(facility, made.resident_id)[0]
    assert (first.verb, first.values) == ("probe.number", ())


def test_the_history_of_five_thousand_decisions_is_whole_and_a_window_reads_only_its_own(
    facility: Facility,
) -> None:
    made, count = written(facility, papers=(CARD,)), 5000
    with facility.database.write(TESTER) as uow:
        for n in range(count):
            with uow.act("residents.edit_resident") as act:
                act.note(
                    ValueChange("resident", made.resident_id, "height_cm", Privacy.IDENTITY, str(n), str(n + 1))
                )
        uow.commit()
    with facility.database.read(actor_of(facility)) as uow:
        ids = list_change_ids(uow, made.resident_id, FIELD_LABELS)
        assert len(ids) == len(set(ids)) == count + 2
        window = ids[2000:2200]
        with statements(uow) as asked:
            rows = list_change_rows(uow, made.resident_id, FIELD_LABELS, window)
    assert [row.line_id for row in rows] == list(window)
    assert [row.values[0].after for row in rows] == [str(count - n) for n in range(2000, 2200)]
    assert [row.seq for row in rows] == sorted((row.seq for row in rows), reverse=True)
    assert len(asked) == 2, "the values of the window, and its decisions"
    assert all(f"IN ({', '.join('?' * len(window))})" in one for one in asked)


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
