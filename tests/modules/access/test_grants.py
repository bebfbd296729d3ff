"""Rights for a purpose and some days (Luật HIV Đ30.2): who may give, who may hold, and when they end."""

import unicodedata
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facility_app.kernel.actor import Actor, Role
from facility_app.kernel.dates import local_date
from facility_app.kernel.errors import PermissionDenied, UserError
from facility_app.kernel.paging import Look, Sort
from facility_app.modules.access.domain import (
    EXPLANATION,
    GRANT_KIND_LABELS,
    GRANT_RULES,
    GRANT_STATE_LABELS,
    GrantKind,
    GrantState,
    grant_state,
    require_holder,
)
from facility_app.modules.access.queries import (
    GrantRow,
    get_entry,
    holds_grant,
    list_grant_holders,
    list_grant_ids,
    list_grant_rows,
    list_looks,
)
from facility_app.modules.access.service import (
    DisableUser,
    EditSecurity,
    GiveGrant,
    UseGrant,
    disable_user,
    edit_security,
    give_grant,
    revoke_grant,
    use_grant,
)
from tests.helpers.cases import each
from tests.helpers.facility import Facility
from tests.helpers.probe import rows
from tests.modules.access.conftest import Staff
from tests.modules.access.deeds import asked, done, refused, trail, values

TODAY = date(2026, 3, 2)
ANH, BINH = "a" * 32, "b" * 32
KIND = GrantKind.HIV_TREATING
GRANT = GiveGrant("hoa", KIND, ANH, "điều trị ARV", TODAY, TODAY + timedelta(days=30))
NEVER = {Role.GUARD, Role.TEACHER, Role.CLERK, Role.ADMIN, Role.EXCHANGE, Role.AUDITOR, Role.LABOUR}
LOOK = UseGrant(KIND, ANH, "xem trước khi phát thuốc")


@pytest.fixture
def head(staff: Staff) -> Actor:
    return staff.hire("Trưởng", Role.HEAD)


@pytest.fixture
def hoa(staff: Staff) -> Actor:
    return staff.hire("Hoa", Role.NURSE)


def days_later(facility: Facility, days: int) -> None:
    facility.file.clock.advance(timedelta(days=days))


def test_a_grant_holds_from_its_first_to_the_end_of_its_last_day(
    facility: Facility, head: Actor, hoa: Actor
) -> None:
    made = done(facility, head, give_grant, replace(GRANT, from_on=TODAY + timedelta(days=1)))
    assert local_date(facility.file.clock.now()) == TODAY
    held = [
        day for day in range(-1, 40) if asked(facility, hoa, holds_grant, KIND, TODAY + timedelta(days=day), ANH)
    ]
    assert held == list(range(1, 31))
    assert (made.user_name, made.given_by, made.state(TODAY)) == ("Hoa", "Trưởng", GrantState.COMING)
    assert trail(facility)[-1] == ("access.give_grant", "access_grant", made.grant_id)


def test_a_grant_is_for_one_kind_one_person_and_one_resident(
    facility: Facility, head: Actor, staff: Staff
) -> None:
    hoa, mai = staff.hire("Hoa", Role.NURSE), staff.hire("Mai", Role.NURSE)
    done(facility, head, give_grant, GRANT)
    assert asked(facility, hoa, holds_grant, KIND, TODAY, ANH)
    assert asked(facility, hoa, holds_grant, KIND, TODAY)
    assert not asked(facility, hoa, holds_grant, KIND, TODAY, BINH)
    assert not asked(facility, hoa, holds_grant, GrantKind.HIV_COUNSELLOR, TODAY, ANH)
    assert not asked(facility, mai, holds_grant, KIND, TODAY, ANH)


def test_a_grant_without_a_resident_is_about_everyone(facility: Facility, head: Actor, hoa: Actor) -> None:
    done(facility, head, give_grant, replace(GRANT, resident_id=None))
    assert asked(facility, hoa, holds_grant, KIND, TODAY, ANH)
    assert asked(facility, hoa, holds_grant, KIND, TODAY, BINH)


def test_a_grant_taken_back_counts_no_more_and_says_why(facility: Facility, head: Actor, hoa: Actor) -> None:
    made = done(facility, head, give_grant, GRANT)
    assert refused(facility, head, revoke_grant, made.grant_id, "  ").code == "reason_missing"
    gone = done(facility, head, revoke_grant, made.grant_id, "chuyển khu")
    assert (gone.state(TODAY), gone.revoke_reason) == (GrantState.REVOKED, "chuyển khu")
    assert not asked(facility, hoa, holds_grant, KIND, TODAY, ANH)
    assert refused(facility, hoa, use_grant, LOOK).code == "grant_not_held"
    assert refused(facility, head, revoke_grant, made.grant_id, "lần nữa").code == "not_found"


def test_each_use_is_written_about_the_resident_with_its_purpose(
    facility: Facility, head: Actor, hoa: Actor
) -> None:
    done(facility, head, give_grant, GRANT)
    done(facility, hoa, use_grant, LOOK)
    assert trail(facility)[-1] == ("access.use_grant", "resident", ANH)
    assert values(facility) == [("reason", "clinical", LOOK.purpose), ("kind", "hiv", "hiv_treating")]
    (look,) = asked(facility, head, list_looks, "resident", ANH)
    assert (look.user_name, look.roles, look.purpose) == ("Hoa", "NURSE", LOOK.purpose)


def test_the_trail_hides_what_a_grant_is_about(facility: Facility, head: Actor, hoa: Actor) -> None:
    done(facility, head, give_grant, GRANT)
    seq = len(trail(facility))
    masked = {value.column for value in asked(facility, facility.admin, get_entry, seq).values if value.is_masked}
    assert masked == {"resident_id", "purpose"}
    assert hoa.user_id not in masked


def test_a_grant_that_is_over_lets_nobody_look(facility: Facility, head: Actor, hoa: Actor) -> None:
    done(facility, head, give_grant, GRANT)
    days_later(facility, 30)
    done(facility, hoa, use_grant, LOOK)
    days_later(facility, 1)
    assert refused(facility, hoa, use_grant, LOOK).code == "grant_not_held"


def test_the_head_needs_no_grant_and_is_written_down_too(facility: Facility, head: Actor) -> None:
    done(facility, head, use_grant, LOOK)
    assert trail(facility)[-1] == ("access.use_grant", "resident", ANH)
    assert refused(facility, head, use_grant, replace(LOOK, kind=GrantKind.HIV_LEGAL)).code == "grant_not_held"


@pytest.mark.parametrize("purpose", ["", "   ", "x" * 2001])
def test_a_look_says_why(facility: Facility, head: Actor, purpose: str) -> None:
    code = refused(facility, head, use_grant, replace(LOOK, purpose=purpose)).code
    assert code == ("words_too_long" if purpose.strip() else "words_missing")


def test_guards_teachers_and_clerks_are_never_asked_for_a_grant(facility: Facility, staff: Staff) -> None:
    for role in (Role.GUARD, Role.TEACHER, Role.CLERK, Role.ADMIN, Role.AUDITOR):
        actor = staff.hire(f"Người {role}", role)
        with pytest.raises(PermissionDenied):
            done(facility, actor, use_grant, LOOK)
        with pytest.raises(PermissionDenied):
            asked(facility, actor, holds_grant, KIND, TODAY)


@each("kind", GrantKind)
@each("role", Role)
def test_only_the_closed_list_of_the_law_can_be_given_one(kind: GrantKind, role: Role) -> None:
    if role in GRANT_RULES[kind].holders:
        require_holder(kind, "ai đó", frozenset({role}))
        assert role not in NEVER
    else:
        with pytest.raises(UserError) as told:
            require_holder(kind, "ai đó", frozenset({role}))
        assert told.value.code == "grant_not_for_role"


def test_the_closed_list_holds_when_a_grant_is_given(facility: Facility, staff: Staff, head: Actor) -> None:
    staff.hire("Gác", Role.GUARD)
    assert refused(facility, head, give_grant, replace(GRANT, name="gac")).code == "grant_not_for_role"


NOT_TO_BE_GIVEN: tuple[tuple[dict[str, Any], str], ...] = (
    ({"to_on": TODAY - timedelta(days=1)}, "grant_ends_first"),
    ({"from_on": TODAY - timedelta(days=1)}, "grant_backdated"),
    ({"to_on": TODAY + timedelta(days=180)}, "grant_too_long"),
    ({"purpose": " "}, "words_missing"),
    ({"purpose": "\ud800"}, "broken_text"),
    ({"name": "không có"}, "no_such_holder"),
    ({"name": "truong"}, "own_grant"),
    ({"name": "nghi"}, "no_such_holder"),
)


def test_what_cannot_be_given_is_refused(facility: Facility, staff: Staff, head: Actor, hoa: Actor) -> None:
    staff.hire("Nghỉ", Role.NURSE)
    done(facility, facility.admin, disable_user, DisableUser("nghi", "nghỉ việc"))
    for change, code in NOT_TO_BE_GIVEN:
        assert refused(facility, head, give_grant, replace(GRANT, **change)).code == code, change
        assert not asked(facility, hoa, holds_grant, KIND, TODAY), change


def test_the_longest_grant_is_a_setting(facility: Facility, head: Actor, hoa: Actor) -> None:
    done(facility, head, edit_security, EditSecurity(10, 60, 7))
    assert refused(facility, head, give_grant, GRANT).code == "grant_too_long"
    assert done(facility, head, give_grant, replace(GRANT, to_on=TODAY + timedelta(days=6))).user_id == hoa.user_id


def test_grants_are_listed_by_how_they_stand(facility: Facility, head: Actor, staff: Staff) -> None:
    staff.hire("Hoa", Role.NURSE)
    staff.hire("Đức", Role.COUNSELLOR)
    coming = replace(GRANT, from_on=TODAY + timedelta(days=5))
    other = GiveGrant("duc", GrantKind.HIV_COUNSELLOR, None, "tư vấn", TODAY, TODAY)
    made: list[GrantRow] = [done(facility, head, give_grant, one) for one in (GRANT, coming, other)]
    done(facility, head, revoke_grant, made[0].grant_id, "chuyển khu")
    newest_first = [row.grant_id for row in reversed(made)]

    def listed(**look: Any) -> list[int]:
        found = asked(facility, head, list_grant_ids, Look(**look))
        return [newest_first.index(one) for one in found]

    assert listed() == [0, 1, 2]
    assert listed(filters={"state": "running"}) == [0]
    assert listed(filters={"state": "coming"}) == [1]
    assert listed(filters={"state": "revoked"}) == [2]
    assert listed(filters={"kind": "hiv_counsellor"}) == [0]
    assert listed(filters={"resident": ANH}) == [1, 2]
    assert listed(text="ĐỨC") == [0]
    assert listed(sorts=(Sort("user_name"), Sort("from_on"))) == [0, 2, 1]
    days_later(facility, 1)
    assert listed(filters={"state": "over"}) == [0]
    found = asked(facility, head, list_grant_rows, newest_first)
    assert [row.user_name for row in found] == ["Đức", "Hoa", "Hoa"]
    assert "ARV" not in repr(found)


def test_whoever_may_hold_is_offered_and_nobody_else(facility: Facility, head: Actor, staff: Staff) -> None:
    for name, role in (("Hoa", Role.NURSE), ("An", Role.PHARMACIST), ("Gác", Role.GUARD)):
        staff.hire(name, role)
    assert [row.name for row in asked(facility, head, list_grant_holders, KIND)] == ["An", "Hoa"]
    assert asked(facility, head, list_grant_holders, GrantKind.HIV_LEGAL) == ()


def test_the_purpose_of_a_look_that_failed_leaves_no_row(facility: Facility, hoa: Actor) -> None:
    assert refused(facility, hoa, use_grant, LOOK).code == "grant_not_held"
    assert rows(facility.database, "SELECT count(*) FROM access_grant") == [(0,)]


def test_every_kind_and_state_has_words_and_the_law_is_kept() -> None:
    assert GRANT_KIND_LABELS.keys() == GRANT_RULES.keys() == set(GrantKind)
    assert GRANT_STATE_LABELS.keys() == set(GrantState)
    for rule in GRANT_RULES.values():
        assert NEVER.isdisjoint(rule.holders | rule.by_office | rule.lent_to)
        assert rule.lent_to <= rule.holders


@given(st.integers(-400, 400), st.integers(0, 400), st.booleans())
def test_a_grant_stands_in_one_way_on_every_day(offset: int, length: int, revoked: bool) -> None:
    on = TODAY + timedelta(days=offset)
    state = grant_state(TODAY, TODAY + timedelta(days=length), on, is_revoked=revoked)
    within = 0 <= offset <= length
    assert (state is GrantState.RUNNING) == (within and not revoked)
    assert (state is GrantState.REVOKED) == revoked


def test_words_are_kept_without_blanks_around_them() -> None:
    assert EXPLANATION.kept("  vì vậy \n", "purpose") == "vì vậy"


def test_words_are_kept_composed_however_the_keyboard_wrote_them() -> None:
    assert EXPLANATION.kept(unicodedata.normalize("NFD", "cấp cứu"), "purpose") == "cấp cứu"
