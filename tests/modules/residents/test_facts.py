"""Facts about a person as kept: composed, trimmed, within what is possible, each fault at its field."""

import importlib
import unicodedata
from dataclasses import replace
from datetime import date
from enum import StrEnum
from typing import Any

import pytest

from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import Label
from facility_app.kernel.money import Money
from facility_app.kernel.privacy import Privacy
from facility_app.kernel.sex import Sex
from facility_app.modules.residents.domain.body import BodyPart, BodySide, Mark, MarkKind, checked_mark
from facility_app.modules.residents.domain.family import (
    Address,
    AddressKind,
    Relation,
    Relative,
    checked_address,
    checked_alias,
    checked_relative,
    home_on,
)
from facility_app.modules.residents.domain.files import Attachment, AttachmentKind, checked_attachment, privacy_of
from facility_app.modules.residents.domain.past import (
    LegalRecord,
    LegalRecordKind,
    Rehab,
    RehabKind,
    SubstanceUse,
    checked_legal_record,
    checked_rehab,
    checked_substance_use,
)
from facility_app.modules.residents.domain.person import age_on, birth_text, checked_person
from facility_app.modules.residents.domain.safety import (
    Alert,
    AlertKind,
    AlertLevel,
    AlertWall,
    KeepApart,
    Strength,
    checked_alert,
    checked_keep_apart,
    wall_of,
)
from tests.helpers.cases import each
from tests.modules.residents.people import ALIAS, DUC, FATHER, HOA, HOME, TODAY

ROOMS = ("body", "card", "entries", "family", "files", "likeness", "papers", "past", "safety")
LATER = date(2026, 3, 3)


def refusal_of(check: Any, facts: Any) -> UserError:
    with pytest.raises(UserError) as refusal:
        check(facts, TODAY)
    assert "{" not in refusal.value.message
    assert all(isinstance(text, Label) for text in refusal.value.fields.values())
    return refusal.value


def test_the_home_is_the_permanent_address_that_holds_and_the_later_of_two() -> None:
    old = Address(AddressKind.PERMANENT, place_text="cũ", from_on=date(2010, 1, 1), until_on=date(2026, 3, 1))
    now = Address(AddressKind.PERMANENT, detail="số 5", from_on=date(2015, 1, 1))
    later = replace(now, place_text="mới", from_on=date(2020, 1, 1), until_on=TODAY)
    native = Address(AddressKind.NATIVE, place_text="quê")
    undated = Address(AddressKind.PERMANENT, place_text="không rõ từ bao giờ")
    assert home_on(TODAY, (native, old)) is None
    assert home_on(TODAY, (undated, now, native)) == now
    assert home_on(TODAY, (later, undated, now)) == later
    assert home_on(LATER, (later, now)) == now
    assert (later.short, now.short) == ("mới", "số 5")


@each("room", ROOMS)
def test_every_member_of_a_closed_set_has_its_word(room: str) -> None:
    module = importlib.import_module(f"facility_app.modules.residents.domain.{room}")
    own = [one for one in vars(module).values() if isinstance(one, type) and one.__module__ == module.__name__]
    sets = {one: set(one) for one in own if issubclass(one, StrEnum)}
    tables = [table for name, table in vars(module).items() if name.endswith("_LABELS")]
    # A choice of some members may have a table of its own beside the whole one.
    labelled = {one: {key for table in tables for key in table if type(key) is one} for one in sets}
    assert sets
    assert sets == labelled


@each("form", ["NFC", "NFD"])
def test_names_are_kept_composed_with_single_blanks(form: str) -> None:
    typed = replace(DUC, name=unicodedata.normalize(form, "  Nguyễn  Văn\u00a0Đức "))  # type: ignore[arg-type]
    assert checked_person(typed, TODAY).name == "Nguyễn Văn Đức"


def test_the_year_follows_the_day_of_birth() -> None:
    assert checked_person(DUC, TODAY).birth_year == 2001
    assert checked_person(HOA, TODAY).birth_on is None


@each(
    ("change", "code", "fields"),
    [
        ({"name": " "}, "field_missing", {"name"}),
        ({"name": "Đức 2"}, "bad_name", {"name"}),
        ({"name": "..."}, "bad_name", {"name"}),
        ({"name": "Đức <b>"}, "bad_name", {"name"}),
        ({"name": "Đức=Cống"}, "bad_name", {"name"}),
        ({"name": "Đức|Nam"}, "bad_name", {"name"}),
        ({"name": "Đ" * 201}, "text_too_long", {"name"}),
        ({"name": "Đức\ud800"}, "broken_text", {"name"}),
        ({"birth_on": None}, "birth_missing", {"birth_on"}),
        ({"birth_on": LATER}, "day_out_of_range", {"birth_on"}),
        ({"birth_year": 1999}, "birth_years_differ", {"birth_year"}),
        ({"birth_on": None, "birth_year": 95}, "day_out_of_range", {"birth_year"}),
        ({"birth_on": None, "birth_year": 2027}, "day_out_of_range", {"birth_year"}),
        ({"ethnicity": "Kinh Việt"}, "bad_code", {"ethnicity"}),
        ({"height_cm": 17}, "number_out_of_range", {"height_cm"}),
        ({"weight_kg": 0}, "number_out_of_range", {"weight_kg"}),
        ({"note": "n" * 40_000}, "text_too_long", {"note"}),
        ({"name": "", "height_cm": 5}, "bad_fields", {"name", "height_cm"}),
    ],
)
def test_a_fault_stands_at_its_field(change: dict[str, Any], code: str, fields: set[str]) -> None:
    refusal = refusal_of(checked_person, replace(DUC, **change))
    assert (refusal.code, set(refusal.fields)) == (code, fields)


def test_an_empty_field_is_not_known_and_zero_is_a_number() -> None:
    kept = checked_person(replace(DUC, occupation="  ", religion=""), TODAY)
    assert (kept.occupation, kept.religion, kept.height_cm) == (None, None, None)
    assert checked_substance_use(SubstanceUse("meth", days_in_30=0), TODAY).days_in_30 == 0
    assert checked_substance_use(SubstanceUse("meth", cost_vnd=Money(0)), TODAY).cost_vnd == Money(0)


def test_the_sex_of_the_body_is_kept_only_where_it_differs() -> None:
    assert checked_person(replace(DUC, body_sex=Sex.MALE), TODAY).body_sex is None
    assert checked_person(replace(DUC, body_sex=Sex.FEMALE), TODAY).body_sex is Sex.FEMALE


@each(
    ("birth_on", "year", "day", "age"),
    [
        (date(2008, 3, 2), 2008, TODAY, 18),
        (date(2008, 3, 3), 2008, TODAY, 17),
        (date(2004, 2, 29), 2004, date(2022, 2, 28), 17),
        (date(2004, 2, 29), 2004, date(2022, 3, 1), 18),
        (None, 2008, TODAY, 17),
        (None, 2008, date(2026, 12, 31), 18),
        (None, 2026, TODAY, 0),
    ],
)
def test_an_age_is_in_full_years(birth_on: date | None, year: int, day: date, age: int) -> None:
    assert age_on(day, birth_on, year) == age


def test_a_birth_is_written_as_known() -> None:
    assert birth_text(date(2001, 5, 7), 2001) == "07/05/2001"
    assert birth_text(None, 1990) == "1990"


def test_an_address_is_a_commune_or_the_words_of_an_old_paper() -> None:
    old = Address(kind=AddressKind.NATIVE, place_text="xã Tân Lập, huyện Mộc Châu, Sơn La")
    assert checked_address(old, TODAY) == old
    assert refusal_of(checked_address, Address(kind=AddressKind.NATIVE, detail=" ")).code == "address_missing"
    assert refusal_of(checked_address, replace(HOME, commune_code="70")).code == "bad_commune"
    ended = replace(HOME, from_on=date(2025, 1, 1), until_on=date(2024, 1, 1))
    assert refusal_of(checked_address, ended).code == "span_reversed"


def test_whoever_is_to_be_told_can_be_reached() -> None:
    assert checked_relative(replace(FATHER, phone="+84 (912) 345.678"), TODAY).phone == "+84912345678"
    assert refusal_of(checked_relative, replace(FATHER, phone=None)).code == "contact_unreachable"
    assert refusal_of(checked_relative, replace(FATHER, phone="gọi chú Ba")).code == "bad_phone"
    assert checked_relative(Relative(Relation.MOTHER, "Lê Thị B"), TODAY).phone is None


def test_an_alias_is_a_name() -> None:
    assert checked_alias(replace(ALIAS, name=" Đức  Cống"), TODAY).name == "Đức Cống"
    assert refusal_of(checked_alias, replace(ALIAS, name="")).code == "field_missing"


def test_a_mark_stands_on_the_map_whole_or_not_at_all() -> None:
    mark = Mark(BodyPart.LEFT_ARM, MarkKind.TATTOO, TODAY, "rồng, 12 cm")
    assert checked_mark(replace(mark, side=BodySide.FRONT, map_x=0, map_y=1000), TODAY).map_x == 0
    assert refusal_of(checked_mark, replace(mark, map_x=5)).code == "mark_half_placed"
    beside = replace(mark, side=BodySide.BACK, map_x=5, map_y=1001)
    assert refusal_of(checked_mark, beside).fields.keys() == {"map_y"}
    assert refusal_of(checked_mark, replace(mark, seen_on=LATER)).code == "day_out_of_range"


def test_a_first_use_is_told_by_year_or_age() -> None:
    assert checked_substance_use(SubstanceUse("meth", route="injected", first_age=17), TODAY).first_age == 17
    assert (
        refusal_of(checked_substance_use, SubstanceUse("meth", first_age=17, first_year=2010)).code
        == "first_use_twice"
    )
    assert refusal_of(checked_substance_use, SubstanceUse(" ")).code == "substance_missing"
    assert refusal_of(checked_substance_use, SubstanceUse("meth", days_in_30=31)).fields.keys() == {"days_in_30"}


def test_rehab_and_records_do_not_end_before_they_begin() -> None:
    rehab = Rehab(RehabKind.COMPULSORY, from_on=date(2020, 1, 1), until_on=date(2019, 1, 1))
    assert refusal_of(checked_rehab, rehab).code == "span_reversed"
    record = LegalRecord(LegalRecordKind.DRUG_CONVICTION, "", decided_on=TODAY, served_on=LATER)
    assert set(refusal_of(checked_legal_record, record).fields) == {"offence", "served_on"}


def test_what_an_alert_says_without_a_kind_is_written() -> None:
    alert = Alert(AlertKind.OTHER, AlertLevel.INFO, TODAY)
    assert refusal_of(checked_alert, alert).code == "alert_text_missing"
    assert checked_alert(replace(alert, text="cần kính"), TODAY).text == "cần kính"
    assert refusal_of(checked_alert, replace(alert, text="x", from_on=LATER)).code == "day_out_of_range"


def test_health_stands_behind_its_wall_and_the_guard_sees_the_risk_alone() -> None:
    custody = {kind for kind in AlertKind if wall_of(kind) is AlertWall.CUSTODY}
    assert {AlertKind.SELF_HARM, AlertKind.ESCAPE_RISK, AlertKind.ISOLATION} <= custody
    assert custody.isdisjoint({AlertKind.INFECTION, AlertKind.MENTAL, AlertKind.PREGNANCY, AlertKind.ALLERGY})
    assert not any("hiv" in kind for kind in AlertKind)


def test_a_pair_has_a_reason() -> None:
    pair = KeepApart("x", Strength.HARD, " ", TODAY)
    assert refusal_of(checked_keep_apart, pair).fields.keys() == {"reason"}


def test_a_medical_document_is_of_the_clinical_class() -> None:
    assert privacy_of(AttachmentKind.MEDICAL) is Privacy.CLINICAL
    assert {privacy_of(kind) for kind in AttachmentKind} == {Privacy.CLINICAL, Privacy.IDENTITY}
    assert refusal_of(checked_attachment, Attachment(AttachmentKind.DECISION, page_count=0)).fields.keys() == {
        "page_count"
    }


def test_no_facts_show_in_logs() -> None:
    alert = Alert(AlertKind.ALLERGY, AlertLevel.DANGER, TODAY, "penicillin")
    shown = f"{DUC!r} {HOME!r} {FATHER!r} {ALIAS!r} {alert!r} {SubstanceUse('meth')!r}"
    assert not any(word in shown for word in ("Đức", "Bình", "0912", "Hoàn Kiếm", "penicillin", "meth"))
