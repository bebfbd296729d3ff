"""34 provinces, 3,321 communes, found by any of their words."""

from datetime import date

import pytest

from facility_app.app.paths import resources_folder
from facility_app.kernel.errors import UserError
from facility_app.modules.catalogues.domain import Gazetteer, PlaceKind, read_gazetteer
from tests.helpers.cases import each

TODAY = date(2026, 11, 22)
BEFORE = date(2025, 6, 30)
HEAD = "code,kind,name,province,valid_from,valid_to\n"


@pytest.fixture(scope="module")
def places() -> Gazetteer:
    return read_gazetteer((resources_folder() / "catalogues" / "administrative_units.csv").read_text("utf-8"))


def test_the_country_has_34_provinces_and_3321_communes(places: Gazetteer) -> None:
    provinces = [one for one in places.places.values() if one.is_province]
    communes = [one for one in places.places.values() if not one.is_province]
    assert (len(provinces), len(communes)) == (34, 3321)
    assert all(len(one.code) == 2 for one in provinces)
    assert all(len(one.code) == 5 for one in communes)
    assert {one.kind for one in provinces} == {PlaceKind.PROVINCE, PlaceKind.CITY}
    kinds = [one.kind for one in communes]
    assert (kinds.count(PlaceKind.COMMUNE), kinds.count(PlaceKind.WARD), kinds.count(PlaceKind.SPECIAL_ZONE)) == (
        2621,
        687,
        13,
    )


def test_every_commune_lies_in_a_province(places: Gazetteer) -> None:
    assert sum(len(rows) for rows in places.communes.values()) == 3321
    assert set(places.communes) == {one.code for one in places.places.values() if one.is_province}


@pytest.mark.parametrize(
    ("code", "path"),
    [
        ("01", "Thành phố Hà Nội"),
        ("04", "Tỉnh Cao Bằng"),
        ("79", "Thành phố Hồ Chí Minh"),
        ("00070", "Phường Hoàn Kiếm, Thành phố Hà Nội"),
        ("31078", "Đặc khu Phú Quốc, Tỉnh An Giang"),
    ],
)
def test_a_unit_is_named_from_the_commune_up(places: Gazetteer, code: str, path: str) -> None:
    found = places.find(code)
    assert found is not None
    assert found.path == path


def test_a_unit_is_there_from_its_first_day(places: Gazetteer) -> None:
    assert places.provinces_on(BEFORE) == ()
    assert len(places.provinces_on(TODAY)) == 34
    assert places.communes_on("01", BEFORE) == ()
    assert len(places.communes_on("01", TODAY)) == 126
    assert places.communes_on("99", TODAY) == ()
    assert places.search("ha noi", BEFORE) == ()


def test_lists_are_in_vietnamese_order(places: Gazetteer) -> None:
    names = [one.name for one in places.provinces_on(TODAY)]
    assert names[:6] == ["An Giang", "Bắc Ninh", "Cà Mau", "Cao Bằng", "Cần Thơ", "Đà Nẵng"]
    assert names[-1] == "Vĩnh Long"


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("hoan kiem", "00070"),
        ("HOÀN KIẾM hà nội", "00070"),
        ("noi ha kiem", "00070"),
        ("00070", "00070"),
        ("ha noi", "01"),
        ("tp ho chi minh", "79"),
        ("thanh pho ho chi minh", "79"),
        ("m drak", "24412"),
        ("M'Drắk", "24412"),
        ("phu quoc", "31078"),
        ("", None),
        ("  ,.", None),
        ("không có xã này", None),
    ],
)
def test_any_words_find_a_unit(places: Gazetteer, typed: str, first: str | None) -> None:
    found = places.search(typed, TODAY)
    assert (found[0].code if found else None) == first


def test_a_search_can_be_kept_to_a_province_and_is_capped(places: Gazetteer) -> None:
    assert {one.province_code for one in places.search("tan", TODAY, "79")} == {"79"}
    assert len(places.search("xa", TODAY)) == 20
    assert len(places.search("xa", TODAY, limit=3)) == 3


def test_a_code_chosen_must_be_in_force(places: Gazetteer) -> None:
    assert places.checked(" 00070 ", "commune", TODAY).name == "Hoàn Kiếm"
    for code, day in (("99999", TODAY), ("00070", BEFORE), ("", TODAY)):
        with pytest.raises(UserError) as refused:
            places.checked(code, "commune", day)
        assert refused.value.code == "unknown_place"
        assert set(refused.value.fields) == {"commune"}
        assert "QĐ 19/2025/QĐ-TTg" in refused.value.message


@each(
    ("rows", "error"),
    [
        ("01,tinh,A,,,\n01,tinh,B,,,\n", ValueError),
        ("00001,xa,A,09,,\n", KeyError),
        ("01,huyen,A,,,\n", ValueError),
    ],
)
def test_a_damaged_list_is_not_taken(rows: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        read_gazetteer(HEAD + rows)
