"""A birth of which the papers know less than the day: the year, or month and year, and dots for the rest."""

from datetime import date

import pytest

from facility_app.documents.forms.check import check_payload
from facility_app.documents.forms.fields import FieldType, PartialDate
from facility_app.documents.forms.filling import DOTS, Filler
from facility_app.documents.forms.frozen import canonical, restore
from facility_app.documents.forms.wording import parse
from facility_app.documents.runs import Leader, Words
from tests.documents.forms.samples import LIBRARY, filled
from tests.helpers.cases import each

YEAR, MONTH = PartialDate(1987), PartialDate(1987, 5)


def written(value: date | PartialDate, wording: str = "Ngày, tháng, năm sinh: {date_of_birth}") -> str:
    fields = LIBRARY.get("V-50").fields
    runs = Filler(LIBRARY.get("V-50"), {"date_of_birth": value}, str).runs(parse(wording, fields))
    return "".join(one.text if isinstance(one, Words) else "…" for one in runs if isinstance(one, Words | Leader))


def test_a_birth_is_written_part_by_part_with_dots_for_what_nobody_knows() -> None:
    told = [written(one).partition(": ")[2] for one in (date(1987, 5, 9), MONTH, YEAR)]
    assert told == ["09/05/1987", "…/05/1987", "…/…/1987"]
    parts = "ngày {date_of_birth_day} tháng {date_of_birth_month} năm {date_of_birth_year}"
    assert written(YEAR, parts) == "ngày … tháng … năm 1987"


def test_no_form_that_asks_for_a_birth_is_refused_for_a_year_alone() -> None:
    asking = [spec for spec in LIBRARY if "date_of_birth" in spec.fields]
    assert len(asking) > 15
    faults = {spec.id: check_payload(spec, {**filled(spec), "date_of_birth": YEAR}) for spec in asking}
    assert [one for one, found in faults.items() if found] == []


def test_a_birth_comes_back_as_it_was_frozen() -> None:
    spec = LIBRARY.get("V-50")
    for value in (date(1987, 5, 9), MONTH, YEAR):
        assert restore(spec, canonical({"date_of_birth": value})) == {"date_of_birth": value}
    assert canonical({"date_of_birth": YEAR}) == b'{"date_of_birth":"1987"}'


@each("text", ["87", "1987-13", "1987-5", "198705", "", "năm 1987"])
def test_nothing_else_is_read_as_a_birth(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        PartialDate.of_iso(text)


def test_a_decision_still_needs_its_day() -> None:
    spec = LIBRARY.get("V-50")
    assert spec.fields["decision_date"].type is FieldType.DATE
    (fault,) = check_payload(spec, {**filled(spec), "decision_date": YEAR})
    assert (fault.name, fault.code) == ("decision_date", "wrong_type")
    assert FieldType.BIRTH not in DOTS
