"""Who has an account, what the trail says, and whether it is whole."""

import pytest
import sqlalchemy as sa

from facility_app.db.audit import ValueChange
from facility_app.db.audit_verify import Verdict
from facility_app.kernel.actor import Role, system_actor
from facility_app.kernel.errors import UserError
from facility_app.kernel.paging import Look, PageRequest
from facility_app.kernel.privacy import Privacy
from facility_app.modules.access.queries import (
    AuditRow,
    find_account,
    get_entry,
    list_active_names,
    list_audit,
    list_audit_ids,
    list_grant_ids,
    list_users,
    verify_audit,
)
from facility_app.modules.access.service import (
    AddUser,
    ChangeRoles,
    DisableUser,
    add_user,
    disable_user,
    erase_audit_value,
)
from facility_app.modules.access.tables import UserRole
from tests.helpers.cases import each
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


def test_accounts_and_the_trail_take_one_statement_however_many_there_are(facility: Facility) -> None:
    add(facility, "Đặng Hoa", "An", "Yến")
    with facility.database.read(facility.admin) as uow:
        said: list[str] = []
        sa.event.listen(
            uow.session.connection(), "before_cursor_execute", lambda _c, _cursor, sql, *_: said.append(sql)
        )
        assert len(list_users(uow)) == 4
        assert len(said) == 1, "one statement for all accounts"
        assert len(list_audit(uow, PageRequest()).rows) == 4
        assert len(said) == 2, "one statement for a page of the trail"


def test_a_role_taken_away_is_listed_no_more_and_an_account_without_roles_is(facility: Facility) -> None:
    add(facility, "An")
    with facility.database.write(facility.admin) as uow:
        with uow.act("probe.void"):
            for role in uow.session.scalars(sa.select(UserRole).where(UserRole.user_id != facility.admin.user_id)):
                uow.void(role, "đổi việc")
        uow.commit()
    with facility.database.read(facility.admin) as uow:
        assert [(row.name, row.roles) for row in list_users(uow)] == [
            ("An", frozenset()),
            ("Quản Trị", frozenset({Role.ADMIN})),
        ]


def test_an_entry_within_another_names_its_cause_and_an_erased_reason_is_gone(facility: Facility) -> None:
    with facility.database.write(facility.admin) as uow:
        with uow.act("probe.outer", reason="vì người khác"), uow.act("probe.inner"):
            pass
        uow.commit()
    with facility.database.write(facility.admin) as uow:
        erase_audit_value(uow, 2, 0, "theo yêu cầu")
        uow.commit()
    with facility.database.read(facility.admin) as uow:
        erasing, inner, outer, _ = list_audit(uow, PageRequest()).rows
    assert (inner.caused_by, outer.caused_by) == (outer.entry_id, None)
    assert (erasing.reason, inner.reason, outer.reason) == ("theo yêu cầu", None, None)


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


def test_an_entry_tells_its_values_and_hides_what_is_private_beyond_a_name(facility: Facility) -> None:
    with facility.database.write(facility.admin) as uow:
        with uow.act("probe.note", reason="vì thử") as act:
            for privacy in Privacy:
                act.note(ValueChange("probe", "r", privacy.value, privacy, None, f"giá trị {privacy.value}"))
        uow.commit()
    with facility.database.read(facility.admin) as uow:
        found = get_entry(uow, 2)
        (listed,) = list_audit(uow, PageRequest(1)).rows
    assert found.entry == listed
    assert (listed.reason, listed.user_name) == ("(ẩn)", "Quản Trị")
    reason, *values = found.values
    assert (reason.column, reason.after, reason.is_masked) == ("reason", "(ẩn)", True)
    shown = {value.column: value.after for value in values if not value.is_masked}
    assert shown == {name: f"giá trị {name}" for name in ("public", "admin")}
    hidden = [value for value in values if value.is_masked]
    assert {value.column for value in hidden} == {"identity", "clinical", "drugtest", "hiv", "secret"}
    assert {(value.before, value.after) for value in hidden} == {(None, "(ẩn)")}
    assert [value.place for value in found.values] == list(range(len(Privacy) + 1))


def noted(facility: Facility, table: str, privacy: Privacy, about: str | None = None) -> None:
    with facility.database.write(facility.admin) as uow:
        with uow.act("probe.note", reason="vì thử") as act:
            act.table, act.record_id = about, None if about is None else "r"
            act.note(ValueChange(table, "r", "it", privacy, None, "lời"))
        uow.commit()


def read_by(facility: Facility, role: Role) -> tuple[str | None, str | None]:
    """The reason and the value of the newest entry, as a role reads them."""
    with facility.database.read(facility.actor(role)) as uow:
        (listed,) = list_audit(uow, PageRequest(1)).rows
        reason, value = get_entry(uow, listed.seq).values
    assert reason.after == listed.reason
    return listed.reason, value.after


@each("privacy", Privacy)
def test_a_reason_is_read_by_whoever_reads_every_value_it_is_about(facility: Facility, privacy: Privacy) -> None:
    noted(facility, "probe", privacy)
    is_open = privacy in {Privacy.PUBLIC, Privacy.ADMIN}
    for role, is_read in (
        (Role.ADMIN, is_open),
        (Role.HEAD, is_open or privacy is Privacy.IDENTITY),
        (Role.AUDITOR, is_open or privacy is Privacy.IDENTITY),
    ):
        assert read_by(facility, role) == (("vì thử", "lời") if is_read else ("(ẩn)", "(ẩn)"))


def test_who_keeps_accounts_reads_their_names_in_the_trail(facility: Facility) -> None:
    noted(facility, "user_account", Privacy.IDENTITY)
    assert read_by(facility, Role.ADMIN) == ("vì thử", "lời")


@pytest.mark.parametrize(("table", "about"), [("break_glass", None), ("vault", "break_glass")])
def test_a_reason_about_a_record_with_clinical_columns_is_masked_whatever_was_touched(
    facility: Facility, table: str, about: str | None
) -> None:
    noted(facility, table, Privacy.ADMIN, about)
    assert read_by(facility, Role.HEAD) == ("(ẩn)", "lời")


def test_why_something_plain_was_struck_out_stays_readable(facility: Facility) -> None:
    add(facility, "An")
    with facility.database.write(facility.admin) as uow:
        with uow.act("probe.void", reason="đổi việc"):
            role = uow.session.scalars(
                sa.select(UserRole).where(UserRole.user_id != facility.admin.user_id)
            ).first()
            assert role is not None
            uow.void(role, "đổi việc")
        uow.commit()
    with facility.database.read(facility.admin) as uow:
        assert list_audit(uow, PageRequest(1)).rows[0].reason == "đổi việc"


def test_an_erased_value_says_that_it_was(facility: Facility) -> None:
    with facility.database.write(facility.admin) as uow:
        erase_audit_value(uow, 1, 0, "theo yêu cầu")
        uow.commit()
    with facility.database.read(facility.admin) as uow:
        values = get_entry(uow, 1).values
    assert [value.is_erased for value in values] == [True] + [False] * (len(values) - 1)
    assert (values[0].before, values[0].after) == (None, None)


def test_an_entry_that_is_not_there_is_told(facility: Facility) -> None:
    with facility.database.read(facility.admin) as uow, pytest.raises(UserError) as refused:
        get_entry(uow, 99)
    assert refused.value.code == "not_found"


@pytest.mark.parametrize("month", ["tháng ba", "2026-13-01", "9999-12-01", "0001-01-01"])
def test_a_month_no_calendar_has_is_refused_in_words(facility: Facility, month: str) -> None:
    with facility.database.read(facility.admin) as uow, pytest.raises(UserError) as refused:
        list_audit_ids(uow, Look(filters={"month": month}))
    assert refused.value.code == "bad_filter"


@pytest.mark.parametrize("key", ["kind", "state"])
def test_a_filter_of_grants_saved_under_another_version_is_refused_in_words(facility: Facility, key: str) -> None:
    with facility.database.read(facility.actor(Role.HEAD)) as uow, pytest.raises(UserError) as refused:
        list_grant_ids(uow, Look(filters={key: "burnt"}))
    assert refused.value.code == "bad_filter"


def test_why_an_account_was_changed_stands_in_no_log() -> None:
    said = "bị điều tra"
    commands = (DisableUser("an", said), ChangeRoles("an", ("NURSE",), said))
    assert [one for one in map(repr, commands) if said in one] == []
