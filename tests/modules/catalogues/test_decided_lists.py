"""What the facility decides beyond the shipped lists: previewed, dated, never written over, taken back."""

from datetime import date
from typing import Any

import pytest

from facility_app.kernel.errors import UserError
from facility_app.kernel.paging import Look, Sort
from facility_app.kernel.regime import LegalRegime
from facility_app.modules.catalogues import queries
from facility_app.modules.catalogues.domain import DayKind, Evidence
from facility_app.modules.catalogues.service import (
    ParameterPreview,
    SetParameter,
    SetWorkingDay,
    VoidParameterEdit,
    VoidWorkingDay,
    preview_parameter,
    set_parameter,
    set_working_day,
    void_parameter_edit,
    void_working_day,
)
from tests.helpers.facility import Facility
from tests.helpers.probe import rows

WISH: dict[str, Any] = {
    "key": "food_coefficient",
    "value": "0,9",
    "valid_from": date(2026, 9, 1),
    "article": "NQ 12/2026/NQ-HĐND Đ3",
    "reason": "Hội đồng nhân dân tỉnh nâng mức ăn",
}
TET = date(2027, 2, 5)


def decide(facility: Facility, **changed: Any) -> str:
    with facility.database.write(facility.admin) as uow:
        made = set_parameter(uow, SetParameter(**(WISH | changed)))
        uow.commit()
    return made


def preview(facility: Facility, **changed: Any) -> ParameterPreview:
    with facility.database.read(facility.admin) as uow:
        return preview_parameter(uow, SetParameter(**(WISH | changed)))


def food_on(facility: Facility, day: date) -> str:
    with facility.database.read(facility.admin) as uow:
        return queries.parameter(uow, "food_coefficient", on=day).held.value


def test_a_decision_counts_from_its_day_and_the_trail_says_why(facility: Facility) -> None:
    made = decide(facility)
    assert food_on(facility, date(2026, 8, 31)) == "0.8"
    assert food_on(facility, date(2026, 9, 1)) == "0.9"
    told = rows(facility.database, "SELECT verb, record_id FROM audit_entry ORDER BY seq DESC LIMIT 1")
    assert told == [("catalogues.set_parameter", made)]
    assert rows(facility.database, "SELECT reason FROM parameter_edit") == [(WISH["reason"],)]
    assert rows(facility.database, "SELECT count(*) FROM sync_change") == [(0,)]


def test_a_second_decision_is_one_more_row(facility: Facility) -> None:
    decide(facility)
    decide(facility, value="1", valid_from=date(2026, 10, 1))
    with facility.database.read(facility.admin) as uow:
        edits = queries.list_parameter_edits(uow, "food_coefficient")
    values = [food_on(facility, date(2026, month, 5)) for month in (9, 10)]
    assert [one.value for one in edits] == ["1", "0.9"]
    assert values == ["0.9", "1"]


def test_a_decision_taken_back_leaves_the_value_before_and_its_own_row(facility: Facility) -> None:
    decide(facility)
    with facility.database.read(facility.admin) as uow:
        (row,) = queries.list_parameter_edits(uow, "food_coefficient")
    with facility.database.write(facility.admin) as uow:
        void_parameter_edit(uow, VoidParameterEdit(row.edit_id, row.version, "nghị quyết bị bãi bỏ"))
        uow.commit()
    assert food_on(facility, date(2026, 9, 1)) == "0.8"
    with facility.database.read(facility.admin) as uow:
        (struck,) = queries.list_parameter_edits(uow, "food_coefficient")
    assert struck.voided_at is not None


def test_the_preview_shows_the_days_and_writes_nothing(facility: Facility) -> None:
    found = preview(facility)
    assert found.value == "0.9"
    (change,) = found.changes
    assert (change.span.first, change.span.last) == (date(2026, 9, 1), None)
    assert change.before is not None
    assert change.before.held.value == "0.8"
    assert found.warnings == ()
    assert rows(facility.database, "SELECT count(*) FROM parameter_edit") == [(0,)]


@pytest.mark.parametrize(
    ("changed", "warning"),
    [
        ({"value": "0.7"}, "thấp hơn"),
        ({"key": "visit_minutes", "value": "60"}, "cao hơn"),
        ({"valid_from": date(2020, 1, 1), "valid_to": date(2020, 2, 1)}, "chưa có giá trị"),
        ({"value": "0.8", "valid_from": date(2026, 1, 1)}, "chưa có giá trị"),
        ({"value": "0.8"}, "không đổi"),
    ],
)
def test_the_preview_warns_and_never_refuses_for_it(
    facility: Facility, changed: dict[str, Any], warning: str
) -> None:
    assert any(warning in text for text in preview(facility, **changed).warnings)
    assert decide(facility, **changed)


@pytest.mark.parametrize(
    ("changed", "code", "field"),
    [
        ({"key": "x"}, "unknown_parameter", "key"),
        ({"value": "nhiều"}, "bad_parameter_value", "value"),
        ({"valid_to": date(2026, 8, 31)}, "bad_parameter_span", "valid_to"),
        ({"article": " "}, "article_missing", "article"),
        ({"article": "x" * 201}, "article_missing", "article"),
        ({"reason": " "}, "reason_missing", "reason"),
        ({"reason": "\udc00"}, "broken_text", "reason"),
        ({"key": "term_first_months", "value": "30"}, "regime_missing", "regime"),
    ],
)
def test_a_bad_decision_is_refused_at_its_field(
    facility: Facility, changed: dict[str, Any], code: str, field: str
) -> None:
    for ask in (preview, decide):
        with pytest.raises(UserError) as refused:
            ask(facility, **changed)
        assert refused.value.code == code
        assert set(refused.value.fields) == {field}
    assert rows(facility.database, "SELECT count(*) FROM parameter_edit") == [(0,)]


def test_where_a_shipped_value_begins_later_it_counts_again(facility: Facility) -> None:
    decide(facility, key="visit_minutes", value="90", valid_from=date(2026, 5, 1))
    with facility.database.read(facility.admin) as uow:
        values = [queries.parameter(uow, "visit_minutes", on=date(2026, month, 1)).whole for month in (5, 6, 7)]
    assert values == [90, 90, 45]


def test_a_regimes_value_is_decided_for_that_regime_only(facility: Facility) -> None:
    decide(facility, key="term_first_months", value="30", regime=LegalRegime.L2025)
    with facility.database.read(facility.admin) as uow:
        found = queries.parameter(uow, "term_first_months", regime=LegalRegime.L2025, on=date(2026, 9, 2))
        assert (found.whole, found.held.evidence) == (30, Evidence.FACILITY)
        assert queries.find_parameter(uow, "term_first_months", regime=LegalRegime.L2021) is None
        book = queries.get_parameter_book(uow)
    assert book.value("term_first_months", date(2026, 9, 2), LegalRegime.L2025).whole == 30


def test_the_list_of_parameters_has_a_row_per_regime_and_is_searched_and_sorted(facility: Facility) -> None:
    decide(facility)
    with facility.database.read(facility.admin) as uow:
        every = queries.list_parameter_ids(uow, Look())
        assert queries.list_parameter_ids(uow, Look(sorts=(Sort("key", descending=True),))) == every[::-1]
        assert queries.list_parameter_ids(uow, Look("tham gap phut", {"picked_by": "date"})) == ()
        assert "visit_minutes" in queries.list_parameter_ids(uow, Look("tham gap"))
        unsure = queries.list_parameter_ids(uow, Look(filters={"evidence": "memory"}))
        found = queries.list_parameter_rows(uow, ["food_coefficient", "reduction_allowed:L2025", "gone"])
    assert "reduction_allowed:L2021" in every
    assert "weekly_rest_days" in unsure
    assert [row.row_id for row in found] == ["food_coefficient", "reduction_allowed:L2025"]
    assert found[0].edits == 1
    assert found[0].in_force is None  # the clock of these tests stands before 01/07/2026


def off(facility: Facility, day: date = TET, kind: DayKind = DayKind.OFF, name: str = "Tết") -> str:
    with facility.database.write(facility.admin) as uow:
        made = set_working_day(uow, SetWorkingDay(day, kind, name, "TB 1/TB-BNV", "thông báo năm 2027"))
        uow.commit()
    return made


def test_a_day_decided_stands_above_the_shipped_list(facility: Facility) -> None:
    off(facility, date(2026, 11, 23))
    off(facility, date(2026, 11, 28), DayKind.WORK, "Làm bù")
    with facility.database.read(facility.admin) as uow:
        calendar = queries.get_work_calendar(uow)
    assert not calendar.is_working_day(date(2026, 11, 23))
    assert calendar.is_working_day(date(2026, 11, 28))
    assert calendar.add_working_days(date(2026, 11, 20), 1) == date(2026, 11, 25)


def test_a_later_decision_strikes_the_former_one_out(facility: Facility) -> None:
    first, second = off(facility), off(facility, TET, DayKind.WORK, "Đi làm")
    found = rows(facility.database, "SELECT id, voided_at IS NULL FROM working_day_edit ORDER BY id")
    assert found == [(first, 0), (second, 1)]


def test_a_day_taken_back_is_what_the_list_says(facility: Facility) -> None:
    made = off(facility, TET, DayKind.WORK, "Đi làm")
    with facility.database.write(facility.admin) as uow:
        void_working_day(uow, VoidWorkingDay(made, "nhầm"))
        uow.commit()
    with facility.database.read(facility.admin) as uow:
        assert not queries.get_work_calendar(uow).is_working_day(TET)


@pytest.mark.parametrize(
    ("changed", "code", "field"),
    [
        ({"name": " "}, "day_name_missing", "name"),
        ({"source": ""}, "source_missing", "source"),
        ({"source": "x" * 201}, "source_missing", "source"),
        ({"reason": ""}, "reason_missing", "reason"),
    ],
)
def test_a_bad_day_is_refused_at_its_field(
    facility: Facility, changed: dict[str, Any], code: str, field: str
) -> None:
    wish: dict[str, Any] = {"day": TET, "kind": DayKind.OFF, "name": "Tết", "source": "TB", "reason": "TB"}
    with facility.database.write(facility.admin) as uow, pytest.raises(UserError) as refused:
        set_working_day(uow, SetWorkingDay(**(wish | changed)))
    assert refused.value.code == code
    assert set(refused.value.fields) == {field}


def test_the_list_of_days_is_read_by_year(facility: Facility) -> None:
    off(facility, date(2026, 11, 23))
    with facility.database.read(facility.admin) as uow:
        this_year = queries.list_working_day_ids(uow, Look())
        backwards = queries.list_working_day_ids(uow, Look(sorts=(Sort("day", descending=True),)))
        other = queries.list_working_day_ids(uow, Look(filters={"year": "2025"}))
        with pytest.raises(UserError, match="Hãy chọn lại bộ lọc"):
            queries.list_working_day_ids(uow, Look(filters={"year": "năm ngoái"}))
        found = queries.list_working_day_rows(uow, ["2026-11-23", "2026-11-24", "2026-12-01"])
    assert "2026-11-23" in this_year
    assert backwards == this_year[::-1]
    assert other[0] == "2025-01-01"
    assert [(one.day.day, one.evidence) for one in found] == [(23, Evidence.FACILITY), (24, Evidence.READ)]
