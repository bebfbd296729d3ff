"""Substances agree with the shared lists; a drug test is read with its own lot, and tells nobody too much."""

from datetime import date, timedelta

import pytest

from facility_app.app.paths import resources_folder
from facility_app.app.shelf import ResourceShelf
from facility_app.kernel.errors import UserError
from facility_app.kernel.sex import Sex
from facility_app.modules.catalogues.domain import CodeList, read_code_book, read_parameter_book
from facility_app.modules.treatment.domain import (
    DrugTestKind,
    DrugTestReading,
    KitLot,
    SampleRules,
    Telling,
    clinical,
    cutoff_of,
    explained_by,
    is_fresh_sample,
    may_begin_sanction,
    needs_guardian,
    read_panels,
    read_substances,
    require_witness,
    telling,
)

SHELF = ResourceShelf(resources_folder() / "catalogues")
CLINICAL = clinical(SHELF)
ON = date(2026, 11, 22)
NUMBERS = SHELF.take("legal_parameters", read_parameter_book)
RULES = SampleRules.of(lambda key: NUMBERS.value(key, ON))

# Usual cut-offs in ng/mL, as sold.
CODES = ("MOP", "AMP", "MET", "MDMA", "THC", "KET", "BZO", "BAR", "COC", "MTD", "EDDP", "BUP", "TRA", "FEN", "K2")
CUTOFFS = (300, 1000, 1000, 500, 50, 1000, 300, 300, 300, 300, 100, 10, 100, 200, 30)
USUAL = {**dict(zip(CODES, CUTOFFS, strict=True)), "TCA": 1000, "PCP": 25}


def test_every_substance_of_the_shared_list_is_known_with_the_same_diagnosis() -> None:
    shared = SHELF.take("code_lists", read_code_book).lists[CodeList.SUBSTANCE]
    for code, entry in shared.items():
        found = CLINICAL.substances.get(code)
        assert (found.icd10, found.icd11) == (entry.marks["ICD-10"], entry.marks["ICD-11"]), code
        assert found.text == entry.text
    assert {*CLINICAL.substances.substances} - {*shared} == {"alcohol", "tobacco", "e_cigarette"}


def test_each_substance_names_only_codes_scales_and_tests_that_are_there() -> None:
    codes = {instrument.code for instrument in CLINICAL.instruments}
    letters = {*CLINICAL.instruments.get("ASSIST").parts}
    for one in CLINICAL.substances.substances.values():
        assert one.icd10 in CLINICAL.icd10.codes
        assert {*one.icd10_also} <= {*CLINICAL.icd10.codes}
        assert one.assist in letters
        assert {*one.panels} <= {*CLINICAL.panels}
        assert one.withdrawal in {"", *codes}


def test_substances_are_found_by_street_names() -> None:
    for typed, code in (
        ("hang trang", "heroin"),
        ("co my", "synthetic_cannabinoid"),
        ("BONG cuoi", "nitrous_oxide"),
    ):
        assert [one.code for one in CLINICAL.substances.search(typed)] == [code]
    assert len(CLINICAL.substances.search("")) == 30
    with pytest.raises(UserError) as refused:
        CLINICAL.substances.get("caffeine")
    assert refused.value.code == "substance_unknown"


def test_a_positive_morphine_strip_does_not_mean_heroin_alone() -> None:
    seen = {one.code for one in CLINICAL.substances.seen_by("MOP")}
    assert {"heroin", "morphine", "codeine", "opium"} == seen
    assert not seen & {"methadone", "fentanyl", "tramadol"}, "it does not see these"


def test_panels_and_their_usual_cut_offs() -> None:
    assert {code: panel.usual_cutoffs[0] for code, panel in CLINICAL.panels.items() if code == panel.code} == USUAL
    for other, code in (("OPI", "MOP"), ("XTC", "MDMA"), ("SPICE", "K2"), ("FYL", "FEN")):
        assert CLINICAL.panels[other].code == code
    assert CLINICAL.panels["MOP"].loinc == {DrugTestKind.SCREEN: "19295-5", DrugTestKind.CONFIRM: "18390-5"}
    assert DrugTestKind.SCREEN not in CLINICAL.panels["K2"].loinc
    assert CLINICAL.panels["TCA"].window_days is None


def test_the_cut_off_is_that_of_the_lot_in_hand() -> None:
    lot = KitLot("A12", date(2026, 11, 22), {"MOP": 2000})
    assert cutoff_of(lot, "MOP", ON) == 2000
    for panel, on, code in (("MET", ON, "kit_without_panel"), ("MOP", ON + timedelta(days=1), "kit_expired")):
        with pytest.raises(UserError) as refused:
            cutoff_of(lot, panel, on)
        assert refused.value.code == code
        assert "A12" in refused.value.message


def test_medicines_of_the_last_fortnight_explain_a_positive() -> None:
    given = {
        "R05DA04": [ON - timedelta(days=14)],
        "N02AA01": [ON - timedelta(days=15)],
        "N05BA01": [ON],
        "R05DA09": [ON],
    }
    assert explained_by(CLINICAL.panels["MOP"], given, ON, RULES) == ("R05DA04",)
    assert explained_by(CLINICAL.panels["BZO"], given, ON, RULES) == ("N05BA01",)
    assert explained_by(CLINICAL.panels["MDMA"], given, ON, RULES) == ()


def test_a_sample_has_the_warmth_of_a_body_within_four_minutes() -> None:
    soon = timedelta(minutes=4)
    fresh = [is_fresh_sample(tenths, soon, RULES) for tenths in (319, 320, 380, 381)]
    assert fresh == [False, True, True, False]
    assert not is_fresh_sample(350, soon + timedelta(seconds=1), RULES)


def test_the_numbers_of_drug_tests_are_dated_parameters_with_a_source() -> None:
    keys = [key for key in NUMBERS.parameters if key.startswith("drug_test_")]
    assert len(keys) == 4
    assert all("SAMHSA" in (on := NUMBERS.value(key, ON)).article or "chương trình" in on.article for key in keys)
    assert not any(NUMBERS.value(key, ON).is_binding for key in keys), "no law of ours was read about them"


def test_collector_and_witness_are_of_the_same_sex() -> None:
    require_witness(Sex.FEMALE, [Sex.FEMALE, Sex.FEMALE])
    with pytest.raises(UserError) as refused:
        require_witness(Sex.FEMALE, [Sex.FEMALE, Sex.MALE])
    assert refused.value.code == "witness_sex"
    assert "Đ56.5" in refused.value.message
    assert [needs_guardian(age) for age in (17, 18)] == [True, False]


def test_a_positive_result_of_a_public_facility_is_never_sent_to_the_commune_police() -> None:
    positive, screen, confirm = DrugTestReading.POSITIVE, DrugTestKind.SCREEN, DrugTestKind.CONFIRM
    assert telling(positive, confirm, is_private_facility=False) is Telling.NEVER
    assert telling(positive, screen, is_private_facility=False) is Telling.NEVER
    assert telling(positive, confirm, is_private_facility=True) is Telling.MUST
    assert telling(positive, screen, is_private_facility=True) is Telling.ASK, "a rapid test only presumes"
    for reading in (DrugTestReading.NEGATIVE, DrugTestReading.INVALID):
        for kind in DrugTestKind:
            assert telling(reading, kind, is_private_facility=True) is Telling.NOTHING


def test_a_rapid_test_alone_begins_no_sanction() -> None:
    positive = DrugTestReading.POSITIVE
    assert not may_begin_sanction(positive, DrugTestKind.SCREEN, decided_by_a_person=False)
    assert may_begin_sanction(positive, DrugTestKind.SCREEN, decided_by_a_person=True)
    assert may_begin_sanction(positive, DrugTestKind.CONFIRM, decided_by_a_person=False)
    assert not may_begin_sanction(DrugTestReading.INVALID, DrugTestKind.CONFIRM, decided_by_a_person=True)


def test_a_code_twice_makes_a_list_unreadable() -> None:
    folder = resources_folder() / "clinical"
    for name, read in (("substances", read_substances), ("drug_tests", read_panels)):
        text = (folder / f"{name}.csv").read_text(encoding="utf-8")
        with pytest.raises(ValueError, match="twice"):
            read(f"{text}{text.splitlines()[-1]}\n")
