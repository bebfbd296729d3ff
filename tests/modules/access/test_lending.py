"""The glass is broken with a reason, for minutes; the alarm is red until somebody else answers for it."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta

import pytest

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.actor import Actor, Permission, Role
from facility_app.kernel.errors import ConflictError, PermissionDenied
from facility_app.kernel.labels import label
from facility_app.kernel.paging import Look
from facility_app.kernel.spec import ModuleSpec
from facility_app.modules.access.domain import (
    USE_GRANT,
    GrantKind,
    Lendable,
    LentActor,
    SessionStep,
    WhatMayBeLent,
)
from facility_app.modules.access.queries import (
    BreakGlassRow,
    count_alarms_to_answer,
    count_red_break_glass,
    find_lent_actor,
    list_break_glass_ids,
    list_break_glass_rows,
    list_done_under,
    list_lendable,
    require_admitted,
)
from facility_app.modules.access.service import (
    AcknowledgeBreakGlass,
    BreakTheGlass,
    EditSecurity,
    UseGrant,
    acknowledge_break_glass,
    break_glass,
    edit_security,
    give_back,
    record_session,
    under_break_glass,
    use_grant,
)
from facility_app.modules.tasks.domain import HomeFigures
from facility_app.modules.tasks.queries import ANSWERS
from tests.helpers.facility import Facility
from tests.helpers.probe import rows
from tests.modules.access.conftest import Staff
from tests.modules.access.deeds import asked, done, refused, trail

ANH, BINH = "a" * 32, "b" * 32
OPEN_CABINET = Permission("probe.open_cabinet", label("permissions", "Mở tủ"), frozenset({Role.HEAD}))
WISH = BreakTheGlass(OPEN_CABINET.id, None, "cháy ở khu B")
HIV_WISH = BreakTheGlass(USE_GRANT.id, ANH, "ngất, cần biết thuốc đang dùng")
LOOK = UseGrant(GrantKind.HIV_TREATING, ANH, "cấp cứu")


def lend_cabinet(_uow: UnitOfWork, _question: WhatMayBeLent) -> tuple[Lendable, ...]:
    return (Lendable(OPEN_CABINET, frozenset({Role.GUARD, Role.NURSE})),)


def open_cabinet(uow: UnitOfWork) -> None:
    require(uow, OPEN_CABINET)
    with uow.act("probe.open_cabinet"):
        pass


@pytest.fixture(autouse=True)
def cabinet(facility: Facility) -> None:
    """Another slice lends a permission too."""
    probe = ModuleSpec(id="probe", answers={WhatMayBeLent: (lend_cabinet,)})
    facility.file.modules = (*facility.file.modules, probe)
    facility.database.close()
    facility.database = facility.file.database()


@pytest.fixture
def head(staff: Staff, cabinet: None) -> Actor:
    return staff.hire("Trưởng", Role.HEAD)


@pytest.fixture
def gac(staff: Staff, cabinet: None) -> Actor:
    return staff.hire("Gác", Role.GUARD)


@pytest.fixture
def nurse(staff: Staff, cabinet: None) -> Actor:
    return staff.hire("Hoa", Role.NURSE)


def admitted(facility: Facility, actor: Actor, *work: Callable[[UnitOfWork], None]) -> list[tuple[str, ...]]:
    """Do what the program does for each decision: look at the account, name the cause, work, save."""
    with facility.database.write(actor) as uow:
        require_admitted(uow)
        with under_break_glass(uow):
            for one in work:
                one(uow)
        uow.commit()
    return trail(facility)


def lent(facility: Facility, actor: Actor) -> LentActor:
    found = asked(facility, actor, find_lent_actor)
    assert isinstance(found, LentActor)
    return found


def minutes_later(facility: Facility, minutes: float) -> None:
    facility.file.clock.advance(timedelta(minutes=minutes))


def test_a_broken_glass_lends_one_permission_for_an_hour(facility: Facility, gac: Actor) -> None:
    with pytest.raises(PermissionDenied):
        done(facility, gac, open_cabinet)
    made: BreakGlassRow = done(facility, gac, break_glass, WISH)
    now = facility.file.clock.now()
    assert (made.until_at - made.started_at, made.is_red, made.is_running(now)) == (timedelta(hours=1), True, True)
    borrower = lent(facility, gac)
    assert (borrower.may(OPEN_CABINET), borrower.may(USE_GRANT)) == (True, False)
    assert borrower.own_self == gac
    admitted(facility, borrower, open_cabinet)
    minutes_later(facility, 60)
    with pytest.raises(PermissionDenied):
        admitted(facility, borrower, open_cabinet)
    assert asked(facility, gac, find_lent_actor) is None


def test_what_was_lent_ends_while_the_screen_still_thinks_it_has_it(facility: Facility, gac: Actor) -> None:
    made = done(facility, gac, break_glass, WISH)
    borrower = lent(facility, gac)
    done(facility, gac, give_back, made.break_glass_id)
    with pytest.raises(PermissionDenied):
        admitted(facility, borrower, open_cabinet)
    with facility.database.read(borrower) as uow:
        require_admitted(uow)
        assert uow.actor == gac


def test_nobody_makes_up_what_was_lent_to_them(facility: Facility, gac: Actor, nurse: Actor) -> None:
    made = done(facility, gac, break_glass, WISH)
    forged = replace(lent(facility, gac), user_id=nurse.user_id, roles=nurse.roles)
    assert forged.break_glass_id == made.break_glass_id
    with pytest.raises(PermissionDenied):
        admitted(facility, forged, open_cabinet)


def test_its_entry_in_the_trail_has_its_id_and_everything_done_under_it_is_caused_by_it(
    facility: Facility, gac: Actor, head: Actor
) -> None:
    done(facility, gac, record_session, SessionStep.SIGN_IN)
    made = done(facility, gac, break_glass, WISH)
    assert trail(facility)[-1] == ("access.break_glass", "break_glass", made.break_glass_id)
    assert rows(facility.database, "SELECT 1 FROM audit_entry WHERE id = ?", made.break_glass_id) == [(1,)]
    minutes_later(facility, 5)
    admitted(facility, lent(facility, gac), open_cabinet)
    done(facility, gac, record_session, SessionStep.LOCK)
    under = asked(facility, head, list_done_under, made.break_glass_id)
    assert [row.verb for row in under] == ["access.act_under_break_glass", "probe.open_cabinet"]
    assert [row.caused_by for row in under] == [made.break_glass_id, under[0].entry_id]


def test_without_an_emergency_nothing_is_caused(facility: Facility, gac: Actor) -> None:
    before = len(trail(facility))
    written = admitted(facility, gac, lambda uow: record_session(uow, SessionStep.LOCK))
    assert [entry[0] for entry in written[before:]] == ["access.lock"]


def test_an_alarm_is_red_until_somebody_else_answers_with_a_note(
    facility: Facility, gac: Actor, head: Actor
) -> None:
    made = done(facility, gac, break_glass, WISH)
    assert asked(facility, head, count_red_break_glass) == 1
    assert asked(facility, head, list_break_glass_ids, Look(filters={"state": "red"})) == (made.break_glass_id,)
    minutes_later(facility, 90)
    assert asked(facility, head, count_red_break_glass) == 1, "time answers for nobody"
    answer = AcknowledgeBreakGlass(made.break_glass_id, made.version, "đúng là cháy, đã hỏi trực ban")
    assert refused(facility, head, acknowledge_break_glass, replace(answer, note=" ")).code == "words_missing"
    calm = done(facility, head, acknowledge_break_glass, answer)
    assert (calm.is_red, calm.acknowledged_by, calm.acknowledgement) == (False, "Trưởng", answer.note)
    assert calm.ended_at is None, "it ended by itself"
    assert asked(facility, head, count_red_break_glass) == 0
    assert (
        refused(facility, head, acknowledge_break_glass, replace(answer, version=calm.version)).code
        == "glass_is_acknowledged"
    )


def test_an_answer_ends_what_still_runs_and_a_stale_one_is_a_conflict(
    facility: Facility, gac: Actor, head: Actor
) -> None:
    made = done(facility, gac, break_glass, WISH)
    answer = AcknowledgeBreakGlass(made.break_glass_id, made.version + 1, "xem lại")
    assert isinstance(refused(facility, head, acknowledge_break_glass, answer), ConflictError)
    calm = done(facility, head, acknowledge_break_glass, replace(answer, version=made.version))
    assert calm.ended_at == facility.file.clock.now()
    assert asked(facility, gac, find_lent_actor) is None


def test_nobody_answers_for_themselves(facility: Facility, staff: Staff) -> None:
    both = staff.hire("Kiêm", Role.HEAD, Role.NURSE)
    made = done(facility, both, break_glass, WISH)
    answer = AcknowledgeBreakGlass(made.break_glass_id, made.version, "ổn")
    assert refused(facility, both, acknowledge_break_glass, answer).code == "own_glass"


def test_one_emergency_at_a_time_and_one_may_be_given_back(facility: Facility, gac: Actor, nurse: Actor) -> None:
    made = done(facility, gac, break_glass, WISH)
    assert refused(facility, gac, break_glass, WISH).code == "glass_is_broken"
    assert refused(facility, nurse, give_back, made.break_glass_id).code == "glass_is_over"
    done(facility, gac, give_back, made.break_glass_id)
    assert refused(facility, gac, give_back, made.break_glass_id).code == "glass_is_over"
    assert done(facility, gac, break_glass, WISH).break_glass_id != made.break_glass_id


@pytest.mark.parametrize(
    ("wish", "code"),
    [
        (replace(WISH, reason="  "), "words_missing"),
        (replace(WISH, permission_id="access.manage_users"), "not_lent"),
        (replace(WISH, permission_id="không có"), "not_lent"),
        (HIV_WISH, "not_lent"),
    ],
)
def test_what_is_not_lent_to_this_role_stays_shut(
    facility: Facility, gac: Actor, wish: BreakTheGlass, code: str
) -> None:
    """A guard gets no health data, emergency or not (clinical.md §7.2)."""
    assert refused(facility, gac, break_glass, wish).code == code


def test_each_is_offered_what_their_roles_may_break(
    facility: Facility, gac: Actor, nurse: Actor, head: Actor
) -> None:
    offered = {
        actor.user_id: [one.permission.id for one in asked(facility, actor, list_lendable)]
        for actor in (gac, nurse, head)
    }
    assert offered == {
        gac.user_id: [OPEN_CABINET.id],
        nurse.user_id: [USE_GRANT.id, OPEN_CABINET.id],
        head.user_id: [],
    }


def test_health_staff_off_the_care_team_look_under_a_broken_glass(facility: Facility, nurse: Actor) -> None:
    assert refused(facility, nurse, use_grant, LOOK).code == "grant_not_held"
    done(facility, nurse, break_glass, HIV_WISH)
    borrower = lent(facility, nurse)
    admitted(facility, borrower, lambda uow: use_grant(uow, LOOK))
    other = replace(LOOK, resident_id=BINH)
    assert refused(facility, borrower, use_grant, other).code == "grant_not_held", "it is about one person"
    counselling = replace(LOOK, kind=GrantKind.HIV_COUNSELLOR)
    assert refused(facility, borrower, use_grant, counselling).code == "grant_not_held", "it is for treatment"
    minutes_later(facility, 60)
    assert refused(facility, borrower, use_grant, LOOK).code == "grant_not_held"


def test_how_long_an_emergency_lasts_is_a_setting_and_never_above_an_hour(
    facility: Facility, gac: Actor, head: Actor
) -> None:
    assert refused(facility, head, edit_security, EditSecurity(10, 61, 180)).code == "bad_setting"
    done(facility, head, edit_security, EditSecurity(10, 15, 180))
    made = done(facility, gac, break_glass, WISH)
    assert made.until_at - made.started_at == timedelta(minutes=15)


def test_red_ones_stand_first_then_the_newest(facility: Facility, gac: Actor, nurse: Actor, head: Actor) -> None:
    made = []
    for actor in (gac, nurse):
        made.append(done(facility, actor, break_glass, WISH))
        minutes_later(facility, 1)
    last = made[-1]
    done(facility, head, acknowledge_break_glass, AcknowledgeBreakGlass(last.break_glass_id, last.version, "ổn"))
    listed = asked(facility, head, list_break_glass_ids, Look())
    assert listed == (made[0].break_glass_id, last.break_glass_id)
    found = asked(facility, head, list_break_glass_rows, listed)
    assert [(row.user_name, row.is_red) for row in found] == [("Gác", True), ("Hoa", False)]
    assert asked(facility, head, list_break_glass_ids, Look(filters={"state": "acknowledged"})) == listed[1:]
    assert asked(facility, head, list_break_glass_ids, Look(text="gac")) == listed[:1]
    assert "cháy" not in repr(found)


def test_whoever_keeps_accounts_neither_reads_nor_answers_what_may_name_an_illness(
    facility: Facility, nurse: Actor, head: Actor
) -> None:
    """Luật HIV Đ30.2: the head is on the closed list, whoever keeps the computers is not."""
    made = done(facility, nurse, break_glass, HIV_WISH)
    answer = AcknowledgeBreakGlass(made.break_glass_id, made.version, "dùng TLD, đúng")
    for verb, asked_for in (
        (acknowledge_break_glass, answer),
        (list_break_glass_ids, Look()),
        (list_break_glass_rows, (made.break_glass_id,)),
        (list_done_under, made.break_glass_id),
    ):
        assert refused(facility, facility.admin, verb, asked_for).code == "permission_denied"
    calm = done(facility, head, acknowledge_break_glass, answer)
    assert (calm.reason, calm.acknowledgement) == (HIV_WISH.reason, answer.note)


def test_an_alarm_stands_on_the_home_page_of_the_head_until_it_is_answered(
    facility: Facility, nurse: Actor, head: Actor
) -> None:
    def shown(actor: Actor) -> list[tuple[int | None, str, Mapping[str, str]]]:
        asking = HomeFigures(facility.file.clock.now())
        found = [one for answer in ANSWERS[HomeFigures] for one in asked(facility, actor, answer, asking)]
        return [(one.number, one.page, one.args) for one in found if one.id == "tasks.alarms"]

    made = done(facility, nurse, break_glass, HIV_WISH)
    door = [(1, "access.alarms", {"state": "red"})]
    assert [shown(one) for one in (head, nurse, facility.admin)] == [door, [], []]
    assert asked(facility, facility.admin, count_alarms_to_answer) == 0
    done(facility, head, acknowledge_break_glass, AcknowledgeBreakGlass(made.break_glass_id, made.version, "ổn"))
    assert shown(head) == []
