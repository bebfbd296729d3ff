"""Units, classes by date, places, lots in their order, numbers in words: plain values, tables of cases."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facility_app.app.paths import resources_folder
from facility_app.kernel.errors import UserError
from facility_app.kernel.faults import Faults
from facility_app.kernel.labels import label
from facility_app.kernel.typed import number_text
from facility_app.modules.catalogues.domain import read_parameter_book
from facility_app.modules.pharmacy.domain import law
from facility_app.modules.pharmacy.domain.amounts import SCALE, Measure, Quantity, Unit, label_unit
from facility_app.modules.pharmacy.domain.classes import (
    ClassSpan,
    DrugClass,
    PlaceKind,
    class_on,
    require_fitting,
    require_usable,
)
from facility_app.modules.pharmacy.domain.ledger import GENESIS, chained
from facility_app.modules.pharmacy.domain.medicines import checked_medicine, read_medicines
from facility_app.modules.pharmacy.domain.shelf import Expiry, HowSoon, LotThere, first_expired_first_out, how_soon
from facility_app.modules.pharmacy.domain.words import in_words
from facility_app.modules.pharmacy.domain.workflows import DESTRUCTION, REQUISITION, Asked, Destroying
from tests.helpers.cases import each

METHADONE = Measure(Unit.ML, Unit.MG, 10_000)
TODAY = date(2026, 11, 23)
NUMBERS = read_parameter_book((resources_folder() / "catalogues/legal_parameters.csv").read_text(encoding="utf-8"))
SHIPPED = {
    one.code: one
    for one in read_medicines((resources_folder() / "catalogues/medicines.csv").read_text(encoding="utf-8"))
}


def told(code: str, run: object) -> str:
    with pytest.raises(UserError) as raised:
        run()  # type: ignore[operator]
    assert raised.value.code == code
    assert "{" not in raised.value.message
    return raised.value.message


def test_ml_and_mg_are_one_amount_and_no_float_is_taken() -> None:
    assert METHADONE.of_stock(Quantity(Decimal("0.25"), Unit.ML)) == 2500
    assert METHADONE.of_dose(Quantity(Decimal("2.5"), Unit.MG)) == 2500
    assert (METHADONE.stock_text(2500), METHADONE.dose_text(2500)) == ("0,25 ml", "2,5 mg")
    with pytest.raises(TypeError):
        Quantity(2.5, Unit.MG)  # type: ignore[arg-type]
    for wrong in ("0", "-1", "0.0001"):
        told("amount_wrong", lambda text=wrong: METHADONE.of_dose(Quantity(Decimal(text), Unit.MG)))


def test_a_dose_is_of_whole_half_and_quarter_tablets_or_it_is_told() -> None:
    tablet = Measure(Unit.TABLET, Unit.MG, 5000)
    doses = (5000, 2500, 1250, 3750, 12_500, 1000, 1667)
    assert [kept for kept in doses if not tablet.is_of_pieces(kept)] == [1000, 1667]
    assert not Measure(Unit.TABLET, Unit.TABLET, 1000).is_of_pieces(200)
    # What is poured or drawn up is measured out.
    assert Measure(Unit.ML, Unit.MG, 10_000).is_of_pieces(1000)


def test_ml_written_for_mg_is_refused_and_says_what_it_would_be() -> None:
    said = told("unit_mismatch", lambda: METHADONE.of_dose(Quantity(Decimal(30), Unit.ML)))
    assert "30 ml là 300 mg" in said
    assert "1 ml = 10 mg" in said
    assert "300 ml" not in said
    said = told("unit_mismatch", lambda: METHADONE.of_stock(Quantity(Decimal(30), Unit.MG)))
    assert "30 mg là 3 ml" in said
    assert "viên" in told("unit_mismatch", lambda: METHADONE.of_dose(Quantity(Decimal(3), Unit.TABLET)))


@each(
    ("strength", "unit", "kept", "said"),
    [
        ("0,15 mg", Unit.MCG, 150_000, "150 mcg (0,15 mg)"),
        ("0,15mg/viên", Unit.MCG, 75_000, "75 mcg (0,075 mg)"),
        ("1 g", Unit.MG, 500_000, "500 mg (0,5 g)"),
        ("150 µg", Unit.MG, 150, "0,15 mg (150 mcg)"),
        ("10 mg/ml", Unit.MG, 2500, "2,5 mg"),
        ("150 mcg", Unit.MCG, 150_000, "150 mcg"),
        ("300 mg/300 mg/50 mg", Unit.TABLET, 1000, "1 viên"),
        ("100 mg, 20 mcg", Unit.MCG, 20_000, "20 mcg"),
        ("5 %", Unit.MG, 5000, "5 mg"),
    ],
)
def test_a_dose_is_said_in_the_unit_of_the_label_too(strength: str, unit: Unit, kept: int, said: str) -> None:
    assert Measure(Unit.TABLET, unit, 1000, label_unit(strength, unit)).dose_text(kept) == said


def test_clonidine_as_it_is_shipped_is_never_said_in_micrograms_alone() -> None:
    measure = SHIPPED["clonidine-150mcg"].facts.measure
    assert measure.dose_text(150_000) == "150 mcg (0,15 mg)"
    assert measure.stock_text(225_000) == "1,5 viên"
    assert measure.stock_text(200_000) == "1 viên + 50 mcg"


@given(st.integers(0, 10**9), st.integers(1, 10**6))
def test_what_is_written_of_an_amount_is_all_of_it(kept: int, per_stock: int) -> None:
    text = Measure(Unit.TABLET, Unit.MG, per_stock).stock_number(kept)
    whole, _, rest = text.partition(" + ")
    number = Decimal(whole.replace(".", "").replace(",", "."))
    over = Decimal(rest.removesuffix(" mg").replace(".", "").replace(",", ".")) * SCALE if rest else 0
    assert number * per_stock + over == kept


@each(
    ("number", "words"),
    [
        ("0", "không"),
        ("5", "năm"),
        ("10", "mười"),
        ("15", "mười lăm"),
        ("21", "hai mươi mốt"),
        ("101", "một trăm linh một"),
        ("1005", "một nghìn không trăm linh năm"),
        ("2024000", "hai triệu không trăm hai mươi bốn nghìn"),
        ("2.5", "hai phẩy năm"),
        ("0.25", "không phẩy hai năm"),
    ],
)
def test_a_narcotic_quantity_is_read_out(number: str, words: str) -> None:
    assert in_words(Decimal(number)) == words


def test_numbers_are_written_as_people_here_write_them() -> None:
    assert [number_text(Decimal(one)) for one in ("1234.5", "100", "0.25", "1E+3")] == [
        "1.234,5",
        "100",
        "0,25",
        "1.000",
    ]


def test_etomidate_and_carisoprodol_are_psychotropic_from_1_june_2026() -> None:
    for code in ("etomidate-20mg-10ml", "carisoprodol-350mg"):
        spans = SHIPPED[code].classes
        assert class_on(spans, date(2026, 5, 31)) is DrugClass.ORDINARY
        assert class_on(spans, date(2026, 6, 1)) is DrugClass.PSYCHOTROPIC


def test_the_list_that_came_along_is_whole() -> None:
    assert len(SHIPPED) >= 70
    for one in SHIPPED.values():
        faults = Faults()
        checked_medicine(faults, one.facts)
        faults.refuse()
        assert one.classes[-1].valid_to is None
    methadone = SHIPPED["methadone-10mg-ml"]
    assert methadone.facts.measure.rate_text() == "1 ml = 10 mg"
    assert class_on(methadone.classes, TODAY) is DrugClass.NARCOTIC
    hiv = {code for code, one in SHIPPED.items() if one.facts.flags.reveals_hiv}
    assert {"tld", "tdf-ftc-efv", "lpv-r"} <= hiv
    assert not hiv & {"methadone-10mg-ml", "cotrimoxazole-960", "rhze"}


@each(
    ("drug_class", "fits", "article"),
    [
        (DrugClass.NARCOTIC, PlaceKind.CTRL_SAFE, "Đ3.1a"),
        (DrugClass.PSYCHOTROPIC, PlaceKind.CTRL_SAFE, "Đ3.1a"),
        (DrugClass.PRECURSOR, PlaceKind.CTRL_SAFE, "Đ3.1a"),
        (DrugClass.COMBINED, PlaceKind.CTRL_COMBO, "Đ3.1b"),
        (DrugClass.ORDINARY, PlaceKind.NORMAL, "Đ3.1a"),
    ],
)
def test_each_class_lies_where_it_may_and_a_refusal_names_the_article(
    drug_class: DrugClass, fits: PlaceKind, article: str
) -> None:
    shelves = (PlaceKind.CTRL_SAFE, PlaceKind.CTRL_COMBO, PlaceKind.NORMAL)
    for kind in shelves:
        if kind is fits:
            require_fitting(drug_class, kind, "Kho", has_compartment=False)
            continue
        said = told(
            "place_not_allowed", lambda one=kind: require_fitting(drug_class, one, "Kho", has_compartment=False)
        )
        assert "TT 18/2026/TT-BYT Đ3.1" in said
        if kind is PlaceKind.NORMAL:
            assert article in said
    require_fitting(drug_class, PlaceKind.QUARANTINE, "Biệt trữ", has_compartment=False)
    require_fitting(drug_class, PlaceKind.CABINET, "Tủ", has_compartment=True)
    if drug_class.is_controlled:
        run = lambda: require_fitting(drug_class, PlaceKind.CABINET, "Tủ", has_compartment=False)  # noqa: E731
        assert "Đ3.1đ" in told("place_not_allowed", run)


def test_a_class_holds_until_before_the_next_one() -> None:
    spans = [ClassSpan(DrugClass.PRECURSOR, date(2026, 6, 1), date(2026, 7, 1), "a")]
    days = [date(2026, 5, 31), date(2026, 6, 1), date(2026, 6, 30), date(2026, 7, 1)]
    ordinary, precursor = DrugClass.ORDINARY, DrugClass.PRECURSOR
    assert [class_on(spans, day) for day in days] == [ordinary, precursor, precursor, ordinary]


@each(
    ("days", "level"),
    [
        (-1, Expiry.EXPIRED),
        (0, 30),
        (30, 30),
        (31, 60),
        (60, 60),
        (61, 90),
        (90, 90),
        (91, Expiry.LATER),
    ],
)
def test_what_expires_is_told_at_each_step_of_the_parameter(days: int, level: Expiry | int) -> None:
    told = how_soon(TODAY + timedelta(days=days), TODAY, (90, 30, 60))
    assert (told.within or told.level) == level
    assert (told.level is Expiry.URGENT) is (level == 30)
    # One step alone is the urgent one.
    assert how_soon(TODAY, TODAY, (7,)) == HowSoon(Expiry.URGENT, 7)


def test_the_lot_that_expires_first_goes_first_and_an_expired_one_never() -> None:
    def lot(name: str, days: int, left: int) -> LotThere:
        return LotThere(name, name, TODAY + timedelta(days=days), left)

    lots = [lot("late", 90, 50), lot("soon", 10, 30), lot("gone", -1, 99), lot("empty", 1, 0)]
    taken = first_expired_first_out(lots, 40, TODAY)
    assert [(one.lot_id, one.amount) for one in taken] == [("soon", 30), ("late", 10)]
    assert first_expired_first_out(lots, 81, TODAY) == ()


def test_the_chain_takes_each_field_apart() -> None:
    rows = (["a", "bc"], ["ab", "c"], ["a", None, "bc"], ["a", "bc", ""], [1], ["1"])
    assert len({chained(GENESIS, row) for row in rows}) == len(rows)
    assert chained(GENESIS, ["a"]) != chained(chained(GENESIS, ["a"]), ["a"])


def test_every_step_of_the_papers_can_be_reached() -> None:
    assert REQUISITION.unreachable(Asked.ASKED) == frozenset()
    assert DESTRUCTION.unreachable(Destroying.ASKED) == frozenset()


def test_the_yearly_report_is_due_before_15_january() -> None:
    days, alarms = (NUMBERS.value(key, date(2027, 1, 1)) for key in (law.YEAR_DAYS, law.YEAR_ALARMS))
    owed = law.YearlyReport(2026, days.whole, alarms.parts)
    assert owed.last_day == date(2027, 1, 14)
    assert (owed.first_alarm, owed.second_alarm) == (date(2026, 12, 15), date(2027, 1, 10))


def test_the_numbers_of_the_pharmacy_are_dated_parameters_and_only_what_was_read_binds() -> None:
    keys = {value for name, value in vars(law).items() if name.isupper()}
    read = {law.LOSS_HOURS: "Đ7.3", law.YEAR_DAYS: "Đ7.1"}
    for key in keys:
        found = NUMBERS.value(key, TODAY)
        assert found.article
        assert found.is_binding is (key in read)
        assert read.get(key, "") in found.article
    assert [NUMBERS.value(law.COUNCIL_PEOPLE, day).is_binding for day in (date(2025, 6, 30), TODAY)] == [
        True,
        False,
    ]
    assert NUMBERS.value(law.LOSS_HOURS, TODAY).whole == 48


def test_what_was_read_refuses_and_what_is_a_proposal_is_asked_about() -> None:
    refusal = UserError("council_too_small", label("errors", "Chưa đủ thành viên hội đồng"))
    law.refuse_or_ask(refusal, is_binding=False, is_sure=True)
    for is_binding, is_sure in ((True, True), (True, False), (False, False)):
        with pytest.raises(UserError) as refused:
            law.refuse_or_ask(refusal, is_binding=is_binding, is_sure=is_sure)
        assert refused.value.code == "council_too_small"


def test_nothing_is_used_again_out_of_quarantine() -> None:
    for kind in PlaceKind:
        if kind is PlaceKind.QUARANTINE:
            assert "Khu chờ hủy" in told(
                "in_quarantine", lambda: require_usable(PlaceKind.QUARANTINE, "Khu chờ hủy")
            )
        else:
            require_usable(kind, "Tủ")
