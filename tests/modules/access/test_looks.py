"""Who opened my file, who sat down at the screen: read off the trail, and put on paper."""

from datetime import timedelta

import pytest
import sqlalchemy as sa

from facility_app.db.audit import plain_facts
from facility_app.db.uow import UnitOfWork
from facility_app.kernel.actor import Role, system_actor
from facility_app.kernel.paging import Look, PageRequest, Sort
from facility_app.modules.access.domain import SessionStep, is_look
from facility_app.modules.access.queries import (
    get_security,
    list_audit,
    list_last_sign_ins,
    list_looks,
    list_sign_in_ids,
    list_sign_in_rows,
    list_user_ids,
    list_user_rows,
)
from facility_app.modules.access.service import (
    EditSecurity,
    edit_security,
    erase_audit_value,
    record_failed_tries,
    record_session,
)
from tests.helpers.facility import Facility
from tests.modules.access.conftest import Staff
from tests.modules.access.deeds import asked, done, refused, trail, values

ANH = "a" * 32


def seen(verb: str, reason: str | None = None, record_id: str = ANH) -> object:
    def act(uow: UnitOfWork) -> None:
        with uow.act(verb, reason=reason) as act:
            act.table, act.record_id = "resident", record_id

    return act


def test_looks_are_told_from_changes_by_the_verbs_name() -> None:
    assert all(
        map(is_look, ["residents.look", "residents.look_at_photo", "treatment.print_record", "x.export_all"])
    )
    assert not any(map(is_look, ["residents.add", "residents.lookup", "residents", "look", "a.overlook"]))


def test_that_somebody_looked_by_the_closed_list_is_told_to_the_head_only(
    facility: Facility, staff: Staff
) -> None:
    hoa = staff.hire("Hoa", Role.DOCTOR)
    done(facility, hoa, seen("residents.look", "giao ban"))
    done(facility, hoa, seen("access.use_grant", "đổi phác đồ"))
    done(facility, hoa, seen("medication.open_private_orders", "đổi phác đồ"))
    done(facility, hoa, seen("treatment.print_private_annex", "chuyển viện"))
    auditor, head = facility.actor(Role.AUDITOR), facility.actor(Role.HEAD)
    seen_by = {
        actor: [row.verb for row in asked(facility, actor, list_looks, "resident", ANH)]
        for actor in (auditor, head)
    }
    assert seen_by[auditor] == ["residents.look"]
    assert len(seen_by[head]) == 4
    whom = {
        actor: [
            (row.table, row.record_id)
            for row in asked(facility, actor, list_audit, PageRequest()).rows
            if row.verb in {"access.use_grant", "treatment.print_private_annex"}
        ]
        for actor in (auditor, head)
    }
    assert (whom[auditor], whom[head]) == ([(None, None)] * 2, [("resident", ANH)] * 2)


def test_everybody_who_looked_is_named_with_role_time_and_purpose(facility: Facility, staff: Staff) -> None:
    hoa = staff.hire("Hoa", Role.NURSE, Role.TEACHER)
    done(facility, facility.admin, seen("residents.add"))
    done(facility, hoa, seen("residents.look", "gia đình hỏi"))
    facility.file.clock.advance(timedelta(minutes=3))
    done(facility, facility.admin, seen("residents.print_sheet"))
    done(facility, hoa, seen("residents.look", "khác", "b" * 32))
    found = asked(facility, facility.admin, list_looks, "resident", ANH)
    told = [(row.user_name, row.roles, row.verb, row.purpose) for row in found]
    assert told == [
        ("Quản Trị", "ADMIN", "residents.print_sheet", None),
        ("Hoa", "NURSE TEACHER", "residents.look", "gia đình hỏi"),
    ]
    assert found[0].at - found[1].at == timedelta(minutes=3)
    assert "gia đình" not in repr(found)
    assert asked(facility, facility.admin, list_looks, "stay", ANH) == ()


def test_a_purpose_erased_leaves_the_look(facility: Facility) -> None:
    done(facility, facility.admin, seen("residents.look", "vì ông B."))
    done(facility, facility.admin, erase_audit_value, len(trail(facility)), 0, "theo yêu cầu")
    (row,) = asked(facility, facility.admin, list_looks, "resident", ANH)
    assert (row.verb, row.purpose) == ("residents.look", None)


def test_sessions_and_failed_tries_are_listed_newest_first(facility: Facility, staff: Staff) -> None:
    hoa = staff.hire("Hoa", Role.NURSE)
    for step in SessionStep:
        done(facility, hoa, record_session, step)
    done(facility, system_actor("d"), record_failed_tries, {"hoa": 2, "quan tri": 1}, 4)
    found = asked(facility, facility.admin, list_sign_in_ids, Look())
    rows = asked(facility, facility.admin, list_sign_in_rows, found)
    assert [row.verb for row in rows] == [
        "access.failed_tries", "access.sign_out", "access.unlock", "access.lock", "access.sign_in",
    ]  # fmt: skip
    assert (rows[0].failed, rows[0].user_name, sorted(str(rows[0].names).split(", "))) == (
        7, None, ["Hoa", "Quản Trị"],
    )  # fmt: skip
    assert {(row.user_name, row.roles, row.failed) for row in rows[1:]} == {("Hoa", "NURSE", None)}
    assert trail(facility)[-2] == ("access.sign_out", "user_account", hoa.user_id)

    def listed(look: Look) -> list[int]:
        return [found.index(one) for one in asked(facility, facility.admin, list_sign_in_ids, look)]

    assert listed(Look(text="HOA")) == [1, 2, 3, 4]
    assert listed(Look(filters={"verb": "access.lock"})) == [3]
    assert listed(Look(sorts=(Sort("at"),))) == [4, 3, 2, 1, 0]


def test_accounts_are_found_by_any_spelling_of_their_name(facility: Facility, staff: Staff) -> None:
    staff.hire("Đặng Hoa", Role.NURSE)
    found = asked(facility, facility.admin, list_user_ids, Look(text="dang"))
    assert [row.name for row in asked(facility, facility.admin, list_user_rows, found)] == ["Đặng Hoa"]
    assert asked(facility, facility.admin, list_user_ids, Look(text="%")) == ()
    everyone = asked(facility, facility.admin, list_user_ids, Look())
    assert [row.name for row in asked(facility, facility.admin, list_user_rows, everyone[::-1])] == [
        "Quản Trị",
        "Đặng Hoa",
    ]


def test_choices_about_safety_hold_for_everybody_and_are_written_down(facility: Facility, staff: Staff) -> None:
    gac = staff.hire("Gác", Role.GUARD)
    assert asked(facility, gac, get_security).lock_minutes == 10
    done(facility, facility.admin, edit_security, EditSecurity(5, 30, 90))
    assert asked(facility, gac, get_security).lock_minutes == 5
    assert ("value", "admin", "5") in values(facility)


@pytest.mark.parametrize(
    "command",
    [EditSecurity(0, 60, 180), EditSecurity(61, 60, 180), EditSecurity(10, 0, 180), EditSecurity(10, 60, 367)],
)
def test_a_screen_that_never_locks_is_refused(facility: Facility, command: EditSecurity) -> None:
    assert refused(facility, facility.admin, edit_security, command).code == "bad_setting"


def test_facts_of_the_file_are_no_looks(facility: Facility) -> None:
    assert plain_facts({"a": "1"})
    assert asked(facility, facility.admin, list_looks, "vault", "") == ()


def test_sign_ins_are_found_without_reading_the_whole_trail(facility: Facility) -> None:
    asked_for: list[tuple[str, object]] = []

    def note(_connection: object, _cursor: object, statement: str, values: object, *_rest: object) -> None:
        asked_for.append((statement, values))

    with facility.database.read(facility.admin) as uow:
        connection = uow.session.connection()
        sa.event.listen(connection, "before_cursor_execute", note)
        list_sign_in_ids(uow, Look())
        list_last_sign_ins(uow, [ANH])
        plans = [
            str(row[-1])
            for statement, values in list(asked_for)
            for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values)  # type: ignore[arg-type]
        ]
    of_trail = [one for one in plans if "audit_entry" in one]
    assert len(of_trail) == 2
    assert all("USING INDEX ix_audit_entry_verb_seq (verb=?" in one for one in of_trail), of_trail
