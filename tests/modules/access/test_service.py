"""Accounts come, change and go: the row in the decision, the key slot once it is durable, the trail always."""

from collections.abc import Callable
from typing import Any

import pytest
import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork
from facility_app.kernel.actor import RECOVERY_USER, Actor, Role, system_actor
from facility_app.kernel.errors import UserError
from facility_app.modules.access.queries import UserRow
from facility_app.modules.access.service import (
    AddUser,
    ChangeOwnPassword,
    DisableUser,
    PasswordGiven,
    ResetPassword,
    add_user,
    change_own_password,
    disable_user,
    erase_audit_value,
    found_account,
    record_failed_tries,
    record_mended_slots,
    reset_password,
)
from facility_app.modules.access.tables import UserAccount, UserRole
from tests.helpers.facility import Facility
from tests.helpers.probe import rows
from tests.helpers.slots import WEAK

NURSE = AddUser("Đặng Thị Hoa", ("NURSE", "CHIEF_NURSE"), "một mật khẩu")
FIRST = "mật khẩu dài"
HOLDER = Actor(RECOVERY_USER, frozenset({Role.ADMIN}), "d")


def done(facility: Facility, verb: Any, *arguments: Any, actor: Actor | None = None) -> Any:
    with facility.database.write(actor or facility.admin) as uow:
        result = verb(uow, *arguments)
        uow.commit()
    return result


def refused(facility: Facility, verb: Any, *arguments: Any, actor: Actor | None = None) -> UserError:
    entries = trail(facility)
    with pytest.raises(UserError) as told:
        done(facility, verb, *arguments, actor=actor)
    assert trail(facility) == entries
    assert facility.slots.done == []
    return told.value


def trail(facility: Facility) -> list[tuple[Any, ...]]:
    return rows(facility.database, "SELECT verb, table_name, record_id FROM audit_entry ORDER BY seq")


def accounts(facility: Facility) -> list[tuple[Any, ...]]:
    return rows(facility.database, "SELECT name, name_fold, is_disabled, must_change_password FROM user_account")


def test_a_new_account_has_its_roles_and_its_slot(facility: Facility) -> None:
    given = done(facility, add_user, NURSE)
    made = given.user
    assert given.one_time_password is None
    assert made == UserRow(made.user_id, "Đặng Thị Hoa", frozenset({Role.NURSE, Role.CHIEF_NURSE}), False, True)
    assert accounts(facility)[1] == ("Đặng Thị Hoa", "dang thi hoa", 0, 1)
    assert trail(facility)[-1] == ("access.add_user", "user_account", made.user_id)
    assert facility.slots.done == [("put", "Đặng Thị Hoa", "một mật khẩu", "keeping others")]


def test_a_slot_is_made_ready_at_once_and_put_only_after_the_commit(facility: Facility) -> None:
    with facility.database.write(facility.admin) as uow:
        add_user(uow, NURSE)
        assert (len(facility.slots.prepared), facility.slots.done) == (1, [])
        uow.commit()
        assert facility.slots.done == facility.slots.prepared


@pytest.mark.parametrize("verb", ["add", "reset", "disable"])
def test_without_the_commit_no_slot_is_touched(facility: Facility, verb: str) -> None:
    done(facility, add_user, NURSE)
    facility.slots.done.clear()
    before = (accounts(facility), trail(facility))
    works: dict[str, Callable[[UnitOfWork], object]] = {
        "add": lambda uow: add_user(uow, AddUser("Lê Bình", ("GUARD",), "mật khẩu")),
        "reset": lambda uow: reset_password(uow, ResetPassword("dang thi hoa", "mật khẩu mới")),
        "disable": lambda uow: disable_user(uow, DisableUser("dang thi hoa", "nghỉ việc")),
    }
    with facility.database.write(facility.admin) as uow:
        works[verb](uow)
    assert facility.slots.prepared
    assert facility.slots.done == []
    assert (accounts(facility), trail(facility)) == before


def test_ones_own_slot_goes_before_the_commit_so_that_a_cut_asks_again(facility: Facility) -> None:
    before = (accounts(facility), trail(facility))
    with facility.database.write(facility.admin) as uow:
        change_own_password(uow, ChangeOwnPassword(FIRST, "mật khẩu mới"))
    assert [step[0] for step in facility.slots.done] == ["put"]
    assert (accounts(facility), trail(facility)) == before


@pytest.mark.parametrize("name", ["Đặng Thị Hoa", "dang thi hoa", "ĐẶNG  THỊ HOA", "Dang Thi Hoa"])
def test_no_two_accounts_share_a_folded_name(facility: Facility, name: str) -> None:
    done(facility, add_user, NURSE)
    facility.slots.done.clear()
    told = refused(facility, add_user, AddUser(name, ("GUARD",), "mật khẩu"))
    assert (told.code, set(told.fields)) == ("user_exists", {"name"})
    assert len(accounts(facility)) == 2


def test_not_even_with_a_disabled_one(facility: Facility) -> None:
    done(facility, add_user, NURSE)
    done(facility, disable_user, DisableUser("dang thi hoa", "nghỉ việc"))
    facility.slots.done.clear()
    assert refused(facility, add_user, AddUser("Dang Thi Hoa", ("GUARD",), "mật khẩu")).code == "user_exists"


def test_the_file_itself_keeps_folded_names_apart(facility: Facility) -> None:
    def past_the_check(uow: UnitOfWork) -> None:
        with uow.act("probe.add"):
            uow.add(
                UserAccount(name="QUẢN TRỊ", name_fold="quan tri", is_disabled=False, must_change_password=False)
            )

    with pytest.raises(sa.exc.IntegrityError, match=r"user_account\.name_fold"):
        done(facility, past_the_check)
    assert len(accounts(facility)) == 1


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (AddUser("", ("NURSE",), "mật khẩu"), "bad_user_name"),
        (AddUser("Hoa", (), "mật khẩu"), "no_role"),
        (AddUser("Hoa", ("NURSE", "KING"), "mật khẩu"), "bad_role"),
        (AddUser("Hoa", ("NURSE",), WEAK), "password_weak"),
    ],
)
def test_a_bad_wish_makes_no_account(facility: Facility, command: AddUser, code: str) -> None:
    assert refused(facility, add_user, command).code == code
    assert len(accounts(facility)) == 1


def test_a_role_named_twice_is_held_once(facility: Facility) -> None:
    made = done(facility, add_user, AddUser("Hoa", ("NURSE", "nurse"), "mật khẩu")).user
    assert rows(facility.database, "SELECT role FROM user_role WHERE user_id = ?", made.user_id) == [("NURSE",)]

    def twice(uow: UnitOfWork) -> None:
        with uow.act("probe.add"):
            uow.add(UserRole(user_id=made.user_id, role=Role.NURSE))

    with pytest.raises(sa.exc.IntegrityError, match="UNIQUE"):
        done(facility, twice)


def test_the_first_account_of_a_file_needs_no_slot_made(facility: Facility) -> None:
    made = done(facility, found_account, AddUser("Chủ Trì", ("ADMIN",), "x"), actor=system_actor("d"))
    assert made.roles == {Role.ADMIN}
    assert facility.slots.prepared == []


@pytest.mark.parametrize(
    ("by_holder", "others", "counts_once"), [(False, "closing others", True), (True, "keeping others", False)]
)
def test_a_password_given_by_an_administrator_counts_once_and_closes_every_other_machine(
    facility: Facility, by_holder: bool, others: str, counts_once: bool
) -> None:
    """Whoever holds the recovery key brings a further machine in, with a password that stays."""
    made = done(facility, add_user, AddUser("Hoa", ("NURSE",), "mật khẩu cũ")).user
    facility.slots.done.clear()
    actor = HOLDER if by_holder else facility.admin
    given = done(facility, reset_password, ResetPassword("HOA", "mật khẩu mới"), actor=actor)
    assert given == PasswordGiven(UserRow(made.user_id, "Hoa", made.roles, False, counts_once), None)
    assert facility.slots.done == [("put", "Hoa", "mật khẩu mới", others)]
    assert trail(facility)[-1] == ("access.reset_password", "user_account", made.user_id)


@pytest.mark.parametrize("by_holder", [False, True])
def test_a_password_made_by_the_program_is_told_once_and_counts_once(facility: Facility, by_holder: bool) -> None:
    actor = HOLDER if by_holder else facility.admin
    added = done(facility, add_user, AddUser("Hoa", ("NURSE",), None), actor=actor)
    again = done(facility, reset_password, ResetPassword("hoa", None), actor=actor)
    assert added.user.must_change_password
    assert again.user.must_change_password
    assert [what[2] for what in facility.slots.done] == [added.one_time_password, again.one_time_password]
    assert added.one_time_password != again.one_time_password
    assert str(added.one_time_password) not in f"{added} {again}"


def test_an_account_made_with_the_recovery_key_keeps_its_password(facility: Facility) -> None:
    assert done(facility, add_user, NURSE, actor=HOLDER).user.must_change_password is False


def test_ones_own_new_password_is_no_longer_a_given_one_and_closes_the_former_everywhere(
    facility: Facility,
) -> None:
    made = done(facility, add_user, NURSE).user
    facility.slots.done.clear()
    actor = Actor(made.user_id, made.roles, "d")
    assert (
        done(
            facility, change_own_password, ChangeOwnPassword("một mật khẩu", "của tôi"), actor=actor
        ).must_change_password
        is False
    )
    assert facility.slots.done == [("put", "Đặng Thị Hoa", "của tôi", "closing others")]
    assert accounts(facility)[1][3] == 0


@pytest.mark.parametrize(
    ("present", "new", "code"),
    [("của người khác", "mật khẩu mới", "wrong_present_password"), (FIRST, FIRST, "password_same")],
)
def test_ones_own_password_is_changed_only_by_whoever_knows_the_present_one(
    facility: Facility, present: str, new: str, code: str
) -> None:
    told = refused(facility, change_own_password, ChangeOwnPassword(present, new))
    assert (told.code, facility.slots.prepared) == (code, [])


def test_a_weak_password_changes_nothing(facility: Facility) -> None:
    done(facility, add_user, NURSE)
    facility.slots.done.clear()
    assert refused(facility, reset_password, ResetPassword("dang thi hoa", WEAK)).code == "password_weak"
    assert refused(facility, change_own_password, ChangeOwnPassword(FIRST, WEAK)).code == "password_weak"
    assert accounts(facility)[1] == ("Đặng Thị Hoa", "dang thi hoa", 0, 1)


def test_a_disabled_account_loses_its_slots_and_the_trail_says_why(facility: Facility) -> None:
    made = done(facility, add_user, NURSE).user
    facility.slots.done.clear()
    assert done(facility, disable_user, DisableUser("dang thi hoa", "nghỉ việc")).is_disabled
    assert facility.slots.done == [("close", "Đặng Thị Hoa")]
    assert trail(facility)[-1] == ("access.disable_user", "user_account", made.user_id)
    told = rows(facility.database, "SELECT column_name, after FROM audit_value WHERE entry_seq = 3 ORDER BY ord")
    assert told == [("reason", "nghỉ việc"), ("is_disabled", "1")]


NOT_TO_BE_DONE: tuple[tuple[Any, Any, str], ...] = (
    (disable_user, DisableUser("Quản Trị", "thử"), "own_account"),
    (disable_user, DisableUser("không có", "thử"), "no_such_user"),
    (disable_user, DisableUser("Hoa", "  "), "reason_missing"),
    (disable_user, DisableUser("Đã Khóa", "thử"), "user_disabled"),
    (reset_password, ResetPassword("Đã Khóa", "mật khẩu"), "user_disabled"),
    (reset_password, ResetPassword("không có", "mật khẩu"), "no_such_user"),
)


def test_what_cannot_be_done_to_an_account_is_refused(facility: Facility) -> None:
    done(facility, add_user, AddUser("Hoa", ("NURSE",), "mật khẩu"))
    done(facility, add_user, AddUser("Đã Khóa", ("NURSE",), "mật khẩu"))
    done(facility, disable_user, DisableUser("da khoa", "nghỉ"))
    facility.slots.done.clear()
    for verb, command, code in NOT_TO_BE_DONE:
        assert refused(facility, verb, command).code == code, command


def test_whoever_has_no_account_changes_no_password(facility: Facility) -> None:
    assert (
        refused(facility, change_own_password, ChangeOwnPassword("", "mật khẩu"), actor=system_actor("d")).code
        == "not_found"
    )


def test_failed_tries_are_told_by_account_and_strangers_only_counted(facility: Facility) -> None:
    system = system_actor("d")
    done(facility, record_failed_tries, {"quan tri": 3, "ai đó": 1}, 2, actor=system)
    told = rows(facility.database, "SELECT record_id, column_name, after FROM audit_value WHERE entry_seq = 2")
    assert sorted(told) == sorted(
        [
            ("", "failed_tries", "1"),
            (facility.admin.user_id, "failed_tries", "3"),
            ("", "failed_tries_unknown_name", "2"),
        ]
    )
    assert "ai đó" not in repr(rows(facility.database, "SELECT * FROM audit_value"))


def test_mended_slots_are_told(facility: Facility) -> None:
    done(facility, record_mended_slots, 2, ("Hoa", "Bình"), actor=system_actor("d"))
    told = rows(facility.database, "SELECT column_name, privacy, after FROM audit_value WHERE entry_seq = 2")
    assert told == [("slots_dropped", "admin", "2"), ("slots_missing", "identity", "Hoa, Bình")]


def test_erasing_says_which_value_and_why_and_not_what_it_was(facility: Facility) -> None:
    done(facility, erase_audit_value, 1, 0, "theo yêu cầu")
    assert trail(facility)[-1] == ("audit.erase_value", "audit_value", "1:0")
    told = rows(facility.database, "SELECT column_name, before, after FROM audit_value WHERE entry_seq = 2")
    assert told == [("reason", None, "theo yêu cầu")]


def test_a_value_is_erased_once_and_with_a_reason(facility: Facility) -> None:
    assert refused(facility, erase_audit_value, 1, 0, " ").code == "reason_missing"
    assert refused(facility, erase_audit_value, 1, 99, "yêu cầu").code == "not_found"
    done(facility, erase_audit_value, 1, 0, "yêu cầu")
    assert refused(facility, erase_audit_value, 1, 0, "yêu cầu").code == "already_erased"


def test_where_nobody_could_be_asked_the_trail_says_so(facility: Facility) -> None:
    done(facility, add_user, NURSE)
    done(facility, disable_user, DisableUser("dang thi hoa"))
    told = rows(facility.database, "SELECT after FROM audit_value WHERE entry_seq = 3 AND ord = 0")
    assert told == [("không nêu lý do",)]


def test_passwords_stay_out_of_every_table_and_every_repr(facility: Facility) -> None:
    commands = (NURSE, ResetPassword("dang thi hoa", "một mật khẩu"))
    done(facility, add_user, NURSE)
    done(facility, reset_password, commands[1])
    names = rows(facility.database, "SELECT name FROM sqlite_master WHERE type = 'table'")
    held = [rows(facility.database, f'SELECT * FROM "{name}"') for (name,) in names]
    assert "một mật khẩu" not in f"{held} {commands}"


def test_accounts_without_the_key_slots_are_a_fault_of_the_program(facility: Facility) -> None:
    facility.file.key_slots = None
    with facility.file.opened() as database:
        without = Facility(facility.file, database, facility.slots, facility.admin)
        with pytest.raises(RuntimeError, match="key slots"):
            done(without, add_user, NURSE)
        assert len(accounts(without)) == 1
