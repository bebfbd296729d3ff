"""A reason to leave that tells of somebody's health is read by those who need it; others read that they left."""

from datetime import date

import pytest

from facility_app.kernel.actor import Role
from facility_app.kernel.errors import UserError
from facility_app.kernel.paging import Look
from facility_app.kernel.privacy import Privacy
from facility_app.modules.stays.domain.exits import EXIT_CODE_LABELS, ExitCode, HiddenExit
from facility_app.modules.stays.domain.exits_seen import HEALTH_EXITS, SEEN_EXIT_LABELS, seen_exit
from facility_app.modules.stays.domain.types import StayType
from facility_app.modules.stays.queries.detail import explain_stay, list_events
from facility_app.modules.stays.queries.overview import find_overview, find_term
from facility_app.modules.stays.queries.stays import (
    find_stay,
    get_stay,
    list_stay_ids,
    list_stay_rows,
    list_stays_of,
)
from tests.modules.stays.house import House


def test_only_the_codes_that_tell_of_health_are_hidden() -> None:
    assert {one for one in ExitCode if seen_exit(one, knows_health=False) is not one} == HEALTH_EXITS
    assert all(seen_exit(one, knows_health=True) is one for one in ExitCode)
    assert SEEN_EXIT_LABELS.keys() == {*ExitCode, *HiddenExit}
    said = SEEN_EXIT_LABELS[HiddenExit.EXEMPT].casefold()
    assert not [word for word in ("bệnh", "thai", "sức khỏe") if word in said]
    assert all(SEEN_EXIT_LABELS[one] == EXIT_CODE_LABELS[one] for one in ExitCode)


def test_no_list_page_filter_or_term_tells_a_guard_that_somebody_was_ill(house: House) -> None:
    made = house.admit()
    day = house.stay(made.stay_id).admitted_on
    house.at(day)
    house.end(made.stay_id, ExitCode.EXEMPT_ILLNESS, day, paper_number="7/QĐ-TA", paper_on=day)
    guard, doctor = (Role.GUARD,), (Role.DOCTOR,)
    stay = house.read(get_stay, made.stay_id)

    def seen(by: tuple[Role, ...]) -> set[object]:
        term = house.read(find_term, stay.resident_id, by=by)
        overview = house.read(find_overview, stay.resident_id, by=by)
        assert term is not None
        assert overview is not None
        ends = (term[1].ended, overview.answer.ended, house.read(explain_stay, made.stay_id, by=by).ended)
        (row,) = house.read(list_stay_rows, [made.stay_id], by=by)
        (former,) = house.read(list_stays_of, stay.resident_id, by=by)
        events = [one.exit_code for one in house.read(list_events, made.stay_id, by=by) if one.exit_code]
        found = house.read(find_stay, stay.code, by=by)
        told = (row, former, found, term[0], overview.stay, *ends)
        return {*events, *(one.exit_code for one in told if one is not None)}

    assert seen(guard) == {HiddenExit.EXEMPT}
    assert seen(doctor) == {ExitCode.EXEMPT_ILLNESS}
    for code in HEALTH_EXITS:
        with pytest.raises(UserError) as told:
            house.read(list_stay_ids, Look(filters={"exit_code": str(code)}), by=guard)
        assert told.value.code == "bad_filter"
    wanted = Look(filters={"exit_code": str(HiddenExit.EXEMPT)})
    assert house.read(list_stay_ids, wanted, by=guard) == (made.stay_id,)


def test_neither_a_warning_nor_what_was_believed_nor_the_trail_names_the_illness(house: House) -> None:
    made = house.admit(StayType.TEMPORARY, custody_until=date(2027, 1, 20))
    house.end(made.stay_id, ExitCode.EXEMPT_PREGNANT)

    def warned(by: tuple[Role, ...]) -> str:
        return " ".join(one.message for one in house.read(explain_stay, made.stay_id, by=by).warnings)

    word = "mang thai"
    assert word in warned((Role.DOCTOR,))
    assert SEEN_EXIT_LABELS[HiddenExit.EXEMPT] in warned((Role.GUARD,))
    assert word not in warned((Role.GUARD,))
    assert not house.sql("SELECT id FROM term_evaluation WHERE warnings LIKE ?", f"%{word}%")
    asked = 'SELECT DISTINCT privacy FROM audit_value WHERE "after" LIKE \'%EXEMPT%\' OR "after" LIKE ?'
    assert house.sql(asked, f"%{word}%") == [(Privacy.CLINICAL.value,)]
