"""Words of rosters: what people write for months, decisions, parents and types."""

import pytest

from facility_app.modules.intake.domain.roster_words import (
    count_of,
    decision_of,
    has_old_units,
    kin_of,
    months_of,
    parents_of,
    says_none,
    stay_type_of,
    type_of_authority,
    unit_key,
)


@pytest.mark.parametrize(
    ("text", "months"),
    [
        *(("24", 24), ("24 tháng", 24), ("2 năm", 24), ("1 năm 6 tháng", 18), ("hai năm", 24), ("12 th", 12)),
        *(("mười hai tháng", 12), ("(24) tháng", 24), ("abc", None), ("24 - 36", None), ("2 năm rưỡi", None)),
    ],
)
def test_a_term_is_read_as_months_or_not_at_all(text: str, months: int | None) -> None:
    assert months_of(text) == months


@pytest.mark.parametrize(
    ("text", "number", "symbol", "day"),
    [
        ("12/QĐ-TA", "12", "QĐ-TA", ""),
        ("Số: 12/2026/QĐ-TA ngày 30/07/2026", "12/2026", "QĐ-TA", "30/07/2026"),
        ("QĐ số 45/QĐ-TAND", "45", "QĐ-TAND", ""),
        ("45", "45", "", ""),
    ],
)
def test_a_decision_has_a_number_a_symbol_and_maybe_a_day(text: str, number: str, symbol: str, day: str) -> None:
    found = decision_of(text)
    assert found is not None
    assert (found.number, found.symbol, found.day) == (number, symbol, day)


@pytest.mark.parametrize("text", ["12/03/2026", "QĐ-TA", ""])
def test_a_day_or_a_symbol_alone_is_no_decision(text: str) -> None:
    assert decision_of(text) is None


def test_parents_are_told_apart_or_not_at_all() -> None:
    both = parents_of("Ông Nguyễn Văn B (1960), bà Trần Thị C")
    assert both is not None
    assert [(one.name, one.birth_year) for one in both if one] == [("Nguyễn Văn B", 1960), ("Trần Thị C", None)]
    mother = parents_of("Bà Lê Thị D")
    assert mother is not None
    assert (mother[0], mother[1] and mother[1].name) == (None, "Lê Thị D")
    assert parents_of("A, B, C") is None
    assert kin_of("Không") is None


def test_types_and_authorities_say_what_kind_of_stay_it_is() -> None:
    assert [stay_type_of(text) for text in ("CNBB", "tự nguyện", "dưới 18 tuổi", "x")] == [
        *("COMPULSORY", "VOLUNTARY", "COMPULSORY_MINOR", None),
    ]
    assert type_of_authority("TAND khu vực 1", "") == "COMPULSORY"
    assert type_of_authority("Công an phường", "QĐ-CAP") is None


def test_nothing_counts_and_old_units_are_known() -> None:
    assert [says_none(text) for text in ("0", "Không", "02")] == [True, True, False]
    assert [count_of(text) for text in ("02", "3 lần", "trộm cắp")] == [2, 3, None]
    assert has_old_units("thôn 1, xã A, H. B")
    assert not has_old_units("thôn 1, xã A, Hà Nội")
    assert unit_key("P. Hoàn Kiếm") == unit_key("Phường Hoàn Kiếm")
