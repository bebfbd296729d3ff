"""Forms are data: read whole or refused with file and reason; payloads are checked, frozen and read back."""

import json
import shutil
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facility_app.app.paths import resources_folder
from facility_app.documents.forms.check import check_payload, require_payload
from facility_app.documents.forms.fields import Payload
from facility_app.documents.forms.frozen import canonical, digest, restore
from facility_app.documents.forms.library import FormLibrary
from facility_app.documents.forms.printing import render
from facility_app.documents.forms.spec import KIND_LABELS, Kind, Wall
from facility_app.kernel.actor import Role
from facility_app.kernel.errors import EnvironmentFault, UserError
from tests.documents.forms.samples import IDS, LIBRARY, RECEIVED, filled, printed
from tests.documents.reading import FONTS, pages_text
from tests.helpers.cases import each

FOLDER = resources_folder() / "forms"
NEW_FORM = """
id = "X-01"
version = 1
title = "Giấy ra cổng"
source = "Mẫu của cơ sở"
kind = "certificate"
required = ["full_name", "gate"]
[head]
layout = "agency"
issuer = "{facility_name|upper}"
[[part]]
id = "body"
lines = [["title", "GIẤY RA CỔNG"], ["text", "Cho {full_name} ra cổng {gate}[ lúc {escaped_at_hour} giờ]."]]
[fields]
gate = { label = "Cổng", type = "choice", choices = { a = "A", b = "B" } }
"""


def folder_with(tmp_path: Path, text: str, name: str = "X-01.toml") -> Path:
    shutil.copy(FOLDER / "fields.toml", tmp_path)
    (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_all_forms_of_the_decree_are_there() -> None:
    assert len(IDS) == 26
    decree = [LIBRARY.get(form_id) for form_id in IDS]
    assert {spec.id for spec in decree if spec.is_received} == RECEIVED
    assert {spec.kind for spec in decree} <= set(KIND_LABELS) == set(Kind)
    for spec in decree:
        assert spec.source.startswith(f"Mẫu số {spec.id.rpartition('-')[2]}")
        assert "full_name" in spec.fields or spec.id in {"V-23", "V-46"}
        assert {role for part in spec.parts for role in part.roles} <= set(Role)
        assert [name for name, field in spec.fields.items() if field.is_required], spec.id


def test_what_is_not_in_the_official_text_is_marked_so() -> None:
    assert LIBRARY.get("V-50").head.is_reconstructed
    assert not LIBRARY.get("V-23").head.is_reconstructed
    assert all(spec.foot.is_reconstructed for spec in LIBRARY if spec.foot.rows)
    tables = [line for part in LIBRARY.get("V-17").parts for line in part.lines if hasattr(line, "field")]
    assert tables
    assert all(line.is_reconstructed for line in tables)


def test_a_new_form_needs_data_only(tmp_path: Path) -> None:
    spec = FormLibrary.load(folder_with(tmp_path, NEW_FORM)).get("X-01")
    text = " ".join(pages_text(render(spec, {"full_name": "Đỗ Ớt", "gate": "b", "facility_name": "Cơ sở"}, FONTS)))
    assert "CƠ SỞ" in text
    assert "Cho Đỗ Ớt ra cổng B." in text
    assert [fault.name for fault in check_payload(spec, {"full_name": "A"})] == ["gate"]


def test_an_older_version_stays_and_the_newest_is_taken(tmp_path: Path) -> None:
    folder_with(tmp_path, NEW_FORM, "X-01.v1.toml")
    folder_with(tmp_path, NEW_FORM.replace("version = 1", "version = 2").replace("RA CỔNG", "QUA CỔNG"))
    library = FormLibrary.load(tmp_path)
    assert library.get("X-01").version == 2
    assert library.get("X-01", 1).version == 1
    assert [spec.version for spec in library] == [2]


@pytest.mark.parametrize(
    ("broken", "reason"),
    [
        ("id = ", "Invalid"),
        (NEW_FORM.replace("{gate}", "{gat}"), "gat"),
        (NEW_FORM.replace(" giờ]", " giờ"), "not closed"),
        (NEW_FORM.replace("[ lúc", " lúc"), "without"),
        (NEW_FORM.replace("[ lúc", "[gate=c: lúc"), "gate=c"),
        (NEW_FORM.replace("[ lúc", "[gat=a: lúc"), "gat=a"),
        (NEW_FORM.replace('kind = "certificate"', 'kind = "poem"'), "poem"),
        (NEW_FORM.replace('title = "Giấy ra cổng"', ""), "title"),
        (NEW_FORM.replace('id = "X-01"', 'id = "../../X-01"'), "../../X-01"),
        (NEW_FORM.replace('"full_name", "gate"', '"full_nam"'), "full_nam"),
        (NEW_FORM.replace('["text", "Cho', '{ list = "nobody", text = "{item}" }, ["text", "Cho'), "nobody"),
    ],
)
def test_a_broken_form_is_refused_with_file_and_reason(tmp_path: Path, broken: str, reason: str) -> None:
    with pytest.raises(EnvironmentFault) as told:
        FormLibrary.load(folder_with(tmp_path, broken))
    assert told.value.code == "form_unreadable"
    assert "X-01.toml" in told.value.message
    assert reason in told.value.message


def test_two_files_that_speak_for_one_form_are_refused(tmp_path: Path) -> None:
    folder_with(tmp_path, NEW_FORM, "X-01.v1.toml")
    with pytest.raises(EnvironmentFault) as told:
        FormLibrary.load(folder_with(tmp_path, NEW_FORM.replace("RA CỔNG", "QUA CỔNG"), "Y.toml"))
    assert (told.value.code, "Y.toml" in told.value.message) == ("form_unreadable", True)


def test_an_unknown_form_or_version_is_refused() -> None:
    for form_id, version in (("V-99", None), ("V-50", 7)):
        with pytest.raises(UserError, match="form_unknown"):
            LIBRARY.get(form_id, version)


@each("form_id", IDS)
def test_a_filled_form_has_no_fault_and_an_empty_one_names_what_is_missing(form_id: str) -> None:
    spec = LIBRARY.get(form_id)
    assert check_payload(spec, filled(spec)) == ()
    faults = check_payload(spec, {})
    assert {fault.name for fault in faults} == {name for name, field in spec.fields.items() if field.is_required}
    for fault in faults:
        assert fault.code == "missing"
        assert fault.label in fault.message


@each(
    ("name", "value", "code"),
    [
        ("date_of_birth", "01/02/1990", "wrong_type"),
        ("date_of_birth", datetime(1990, 2, 1, tzinfo=UTC), "wrong_type"),
        ("minutes_started_at", datetime(2026, 2, 1), "wrong_type"),  # noqa: DTZ001 - an instant without a zone
        ("minutes_started_at", date(2026, 2, 1), "wrong_type"),
        ("copy_count", "2", "wrong_type"),
        ("copy_count", True, "wrong_type"),
        ("gender", "khác", "unknown_choice"),
        ("gender", 1, "wrong_type"),
        ("attached_documents", "một tờ", "wrong_type"),
        ("full_name", 5, "wrong_type"),
        ("full_name", "   ", "missing"),
        ("no_such_field", "x", "unknown_field"),
    ],
)
def test_a_value_that_does_not_fit_is_told_by_field(name: str, value: object, code: str) -> None:
    spec = LIBRARY.get("V-42")
    (fault,) = check_payload(spec, {**filled(spec), name: value})  # type: ignore[dict-item] # wrong on purpose
    assert (fault.name, fault.code) == (name, code)
    assert fault.label in fault.message


def test_a_refusal_names_form_fields_and_the_way_on() -> None:
    spec = LIBRARY.get("V-50")
    with pytest.raises(UserError) as told:
        require_payload(spec, {**filled(spec), "full_name": "", "gender": "x"})
    assert told.value.code == "form_incomplete"
    assert set(told.value.fields) == {"full_name", "gender"}
    assert "“Họ và tên”" in told.value.message
    assert "Nam, Nữ" in told.value.message
    require_payload(spec, filled(spec))


def test_a_payload_is_frozen_the_same_however_it_was_given() -> None:
    one: Payload = {
        "full_name": "Nguyễn",
        "age": 20,
        "escaped_at": datetime(2026, 1, 1, 0, 0, tzinfo=UTC),
        "x": "",
    }
    other: Payload = {
        "escaped_at": datetime(2026, 1, 1, 7, 0, tzinfo=timezone(timedelta(hours=7))),
        "age": 20,
        "full_name": "Nguye\u0302\u0303n",
        "y": None,
        "z": (),
    }
    assert canonical(one) == canonical(other)
    assert digest(one) == digest(other)
    assert len(digest(one)) == 64
    assert digest({**one, "age": 21}) != digest(one)
    assert digest({"a": False}) != digest({}), "no is an answer"


@each("form_id", IDS)
def test_what_was_frozen_is_read_back_and_prints_the_same(form_id: str) -> None:
    spec = LIBRARY.get(form_id)
    payload = filled(spec)
    again = restore(spec, canonical(payload))
    assert canonical(again) == canonical(payload)
    assert check_payload(spec, again) == ()
    assert render(spec, again, FONTS) == printed(form_id, filled)


VALUES = st.one_of(
    st.text(max_size=30),
    st.integers(),
    st.booleans(),
    st.dates(),
    st.datetimes(timezones=st.just(UTC)),
    st.decimals(allow_nan=False, allow_infinity=False),
    st.lists(st.text(max_size=9), max_size=4),
)


@given(st.dictionaries(st.text(min_size=1, max_size=8), VALUES, max_size=8))
def test_frozen_bytes_are_plain_text_in_order(payload: dict[str, object]) -> None:
    data = canonical(payload)  # type: ignore[arg-type] # Hypothesis knows no aliases
    read = json.loads(data)
    assert list(read) == sorted(read)
    assert data == canonical(dict(reversed(payload.items())))  # type: ignore[arg-type] # as above


def test_bytes_that_are_no_payload_are_refused() -> None:
    spec = LIBRARY.get("V-50")
    for data in (
        b"[]",
        b"{",
        b'{"date_of_birth": "hom qua"}',
        b'{"date_of_birth": {"a": 1}}',
        b'{"full_name": 1.5}',
    ):
        with pytest.raises(ValueError):  # noqa: PT011 - whichever part of the reading found it
            restore(spec, data)


def test_numbers_and_dates_are_written_as_papers_write_them() -> None:
    spec = LIBRARY.get("V-42")
    payload = {
        **filled(spec),
        "document_date": date(2026, 2, 9),
        "decision_date": date(2026, 3, 10),
        "copy_count": 2,
        "page_count": 12,
    }
    text = " ".join(pages_text(render(spec, payload, FONTS)))
    assert "ngày 09 tháng 02 năm 2026" in text
    assert "ngày 10 tháng 3 năm 2026" in text
    assert "gồm 12 trang, được lập thành 02 bản" in text
    assert "hồi 09 giờ 05 phút, ngày 03/11/2026" in text
    height = {**filled(LIBRARY.get("V-43")), "height_m": Decimal("1.50")}
    assert "Chiều cao: 1,50 m" in " ".join(pages_text(render(LIBRARY.get("V-43"), height, FONTS)))


def test_a_spec_says_nothing_of_a_person() -> None:
    spec = LIBRARY.get("V-50")
    assert replace(spec, version=2).version == 2
    assert Wall.OPEN in spec.walls
    assert "Nguyệt" not in repr(spec)
