"""Năm sinh: what falls due at an age follows the birth as written down, and asks for what of it is missing."""

from dataclasses import replace
from datetime import date

from facility_app.kernel.sex import Sex
from facility_app.modules.residents.domain.person import Person
from facility_app.modules.residents.service.people import EditResident, edit_resident
from facility_app.modules.stays.domain.types import StayType
from tests.modules.stays.house import House

YEAR_ONLY = Person(name="Lê Văn Út", sex=Sex.MALE, birth_year=2009)


def test_a_minor_of_whom_only_the_year_is_known_is_asked_about_until_the_day_is(house: House) -> None:
    resident_id = house.person(YEAR_ONLY)
    stay_id = house.admit(StayType.COMPULSORY_MINOR, resident_id=resident_id).stay_id
    assert house.due_on(stay_id, "birth_date") == [date(2027, 1, 1)]
    assert house.due_on(stay_id, "transfer_18") == [date(2027, 12, 31)]
    known = replace(YEAR_ONLY, birth_on=date(2009, 5, 4))
    ((version,),) = house.sql("SELECT version FROM resident WHERE id = ?", resident_id)
    house.write(edit_resident, EditResident(resident_id, version, known))
    assert house.due_on(stay_id, "birth_date") == []
    assert house.due_on(stay_id, "transfer_18") == [date(2027, 5, 4)]
