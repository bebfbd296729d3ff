"""Who has an account, what the trail says, and whether it is whole."""

from facility_app.db.audit_verify import Verdict
from facility_app.kernel.actor import Role, system_actor
from facility_app.kernel.paging import PageRequest
from facility_app.modules.access.queries import (
    AuditRow,
    find_account,
    list_active_names,
    list_audit,
    list_users,
    verify_audit,
)
from facility_app.modules.access.service import AddUser, DisableUser, add_user, disable_user
from tests.helpers.facility import DEVICE, Facility
from tests.helpers.probe import engine_of

SYSTEM = system_actor(DEVICE)


def add(facility: Facility, *names: str) -> None:
    for name in names:
        with facility.database.write(facility.admin) as uow:
            add_user(uow, AddUser(name, ("NURSE", "TEACHER"), "mật khẩu"))
            uow.commit()


def disable(facility: Facility, name: str) -> None:
    with facility.database.write(facility.admin) as uow:
        disable_user(uow, DisableUser(name, "nghỉ"))
        uow.commit()


def test_accounts_are_listed_by_name_with_their_roles(facility: Facility) -> None:
    add(facility, "Đặng Hoa", "An", "Yến")
    disable(facility, "an")
    with facility.database.read(facility.admin) as uow:
        found = list_users(uow)
    assert [(row.name, row.is_disabled) for row in found] == [
        ("An", True),
        ("Đặng Hoa", False),
        ("Quản Trị", False),
        ("Yến", False),
    ]
    assert found[0].roles == {Role.NURSE, Role.TEACHER}


def test_an_account_is_found_however_its_name_is_typed(facility: Facility) -> None:
    with facility.database.read(SYSTEM) as uow:
        for typed in ("Quản Trị", "quan tri", " QUAN  TRI "):
            found = find_account(uow, typed)
            assert found is not None
            assert found.user_id == facility.admin.user_id
        assert find_account(uow, "quan") is None


def test_only_open_accounts_may_have_a_slot(facility: Facility) -> None:
    add(facility, "Hoa", "An")
    disable(facility, "an")
    with facility.database.read(SYSTEM) as uow:
        assert sorted(list_active_names(uow)) == ["Hoa", "Quản Trị"]


def test_the_trail_is_listed_newest_first_page_by_page_with_names(facility: Facility) -> None:
    add(facility, *(f"Người {n}" for n in range(6)))
    found: list[AuditRow] = []
    request = PageRequest(3)
    while True:
        with facility.database.read(facility.admin) as uow:
            page = list_audit(uow, request)
        found += page.rows
        if page.next is None:
            break
        request = PageRequest(3, page.next)
    assert [row.seq for row in found] == [7, 6, 5, 4, 3, 2, 1]
    assert {row.verb for row in found} == {"access.add_user"}
    assert [row.user_name for row in found] == ["Quản Trị"] * 6 + [None]
    assert found[0].at == facility.file.clock.now()


def test_a_whole_trail_verifies_against_its_mark(facility: Facility) -> None:
    add(facility, "Hoa")
    with facility.database.read(facility.admin) as uow:
        assert verify_audit(uow, facility.database.anchor.read()) == Verdict(2, None)
        assert verify_audit(uow, None).ok


def test_a_trail_cut_short_does_not(facility: Facility) -> None:
    add(facility, "Hoa")
    mark = facility.database.anchor.read()
    with engine_of(facility.file.path) as engine, engine.begin() as connection:
        for table in ("audit_value", "audit_entry"):
            connection.exec_driver_sql(f"DROP TRIGGER append_only_{table}_delete")
        connection.exec_driver_sql("DELETE FROM audit_value WHERE entry_seq = 2")
        connection.exec_driver_sql("DELETE FROM audit_entry WHERE seq = 2")
    with facility.database.read(facility.admin) as uow:
        assert verify_audit(uow, mark) == Verdict(1, None, missing_tail=True)
