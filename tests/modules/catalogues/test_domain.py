"""What a facility's code, name and province look like, and what its head is called."""

from collections.abc import Callable

import pytest

from facility_app.kernel.errors import UserError
from facility_app.modules.catalogues.domain import (
    HEAD_TITLES,
    UNIT_KIND_LABELS,
    UnitKind,
    facility_code,
    facility_name,
    province_code,
)
from tests.helpers.cases import each


@each(
    ("typed", "kept"),
    [
        ("G01.28.12", "G01.28.12"),
        (" g01.28.12\n", "G01.28.12"),
        ("X.01.001", "X.01.001"),
        ("A", "A"),
        ("A" * 35, "A" * 35),
        ("000.00.01.H26", "000.00.01.H26"),
    ],
)
def test_a_code_is_groups_of_letters_and_digits_joined_by_dots(typed: str, kept: str) -> None:
    assert facility_code(typed) == kept


@each(
    "typed",
    ["", " ", ".", "G01.", ".G01", "G01..28", "G01-28", "G01 28", "Đ01", "A" * 36, "G01\n.X", "Ａ1"],
)
def test_another_code_is_refused_with_its_rule(typed: str) -> None:
    with pytest.raises(UserError) as refused:
        facility_code(typed)
    assert refused.value.code == "bad_facility_code"
    assert "QĐ 20/2020/QĐ-TTg" in refused.value.message
    assert "G01.28.12" in refused.value.message
    assert set(refused.value.fields) == {"code"}


@each(("typed", "kept"), [(" Cơ sở  số 1 ", "Cơ sở số 1"), ("x" * 200, "x" * 200)])
def test_a_name_is_kept_tidy(typed: str, kept: str) -> None:
    assert facility_name(typed) == kept


@each("typed", ["", "  ", "x" * 201])
def test_a_name_is_neither_empty_nor_endless(typed: str) -> None:
    with pytest.raises(UserError) as refused:
        facility_name(typed)
    assert refused.value.code == "bad_facility_name"
    assert "200" in refused.value.message


@each(("typed", "kept"), [("01", "01"), (" 79 ", "79")])
def test_a_province_is_two_digits(typed: str, kept: str) -> None:
    assert province_code(typed) == kept


@each("typed", ["", "1", "001", "AB", "0１", "٠١", "-1", "1.0"])
def test_another_province_is_refused_with_its_rule(typed: str) -> None:
    with pytest.raises(UserError) as refused:
        province_code(typed)
    assert refused.value.code == "bad_province_code"
    assert "QĐ 19/2025/QĐ-TTg" in refused.value.message


def test_every_kind_of_facility_has_a_name_and_a_head() -> None:
    assert set(UNIT_KIND_LABELS) == set(HEAD_TITLES) == set(UnitKind)
    assert HEAD_TITLES[UnitKind.REFORM_SCHOOL] == "Hiệu trưởng"
    assert len(set(HEAD_TITLES.values())) == len(UnitKind)


@each(("rule", "field"), [(facility_code, "code"), (facility_name, "name"), (province_code, "province")])
@each("code_point", [0xD800, 0xDCFF, 0xDFFF])
def test_half_a_character_is_refused_and_not_repeated(
    rule: Callable[[str], str], field: str, code_point: int
) -> None:
    half = chr(code_point)
    with pytest.raises(UserError) as refused:
        rule(f"01{half}")
    assert refused.value.code == "broken_text"
    assert set(refused.value.fields) == {field}
    assert half not in refused.value.message
