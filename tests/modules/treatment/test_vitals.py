"""Vital signs: what cannot be is refused, what is rare asked about; limits are told; one entry, two scales."""

from datetime import date
from decimal import Decimal

import pytest

from facility_app.app.paths import resources_folder
from facility_app.app.shelf import ResourceShelf
from facility_app.kernel.errors import UserError
from facility_app.kernel.sex import Sex
from facility_app.modules.treatment.domain import (
    Breathing,
    Circumstances,
    Consciousness,
    Vitals,
    VitalSign,
    answers_from_vitals,
    bmi,
    bmi_band,
    clinical,
    doubts,
    open_doubts,
    read_vital,
    read_vital_signs,
    score,
    vital_alerts,
    weight_lost,
)
from facility_app.modules.treatment.domain.vital_limits import read_vital_limits, require_possible
from tests.modules.treatment.published import instrument

CLINICAL = clinical(ResourceShelf(resources_folder() / "catalogues"))
SIGNS = CLINICAL.signs
ON = date(2026, 11, 22)

# Sign → decimals and the limits of doubt, as the reference has them.
LIMITS: dict[str, tuple[int, str, str]] = {
    "temp": (1, "30", "43"),
    "pulse": (0, "20", "250"),
    "rr": (0, "3", "70"),
    "sbp": (0, "50", "280"),
    "dbp": (0, "20", "180"),
    "spo2": (0, "50", "100"),
    "glucose": (1, "0.5", "60"),
    "weight": (1, "25", "250"),
    "height": (0, "100", "220"),
    "qtc": (0, "300", "700"),
}


# Sign → what nobody alive is below or above.
POSSIBLE: dict[str, tuple[str, str]] = {
    "temp": ("10", "50"),
    "pulse": ("0", "400"),
    "rr": ("0", "150"),
    "sbp": ("0", "400"),
    "dbp": ("0", "400"),
    "spo2": ("0", "100"),
    "glucose": ("0", "200"),
    "weight": ("10", "700"),
    "height": ("50", "280"),
    "qtc": ("100", "1500"),
}


def refusal(**values: str) -> UserError:
    with pytest.raises(UserError) as refused:
        require_possible(measured(**values).values, SIGNS, CLINICAL.limits, ON)
    assert refused.value.code == "vital_impossible"
    assert {*refused.value.fields} == {*values}
    return refused.value


def measured(**values: str) -> Vitals:
    signs = {VitalSign(name): read_vital(SIGNS[VitalSign(name)], value) for name, value in values.items()}
    return Vitals(signs)


def told(values: dict[str, str], known: Circumstances | None = None) -> list[str]:
    found = vital_alerts(measured(**values), CLINICAL.vital_rules, known or Circumstances(), {}, ON)
    return [one.rule.code for one in found]


def alerts(known: Circumstances | None = None, **values: str) -> list[str]:
    return told(values, known)


def test_values_at_the_limits_are_taken_and_beyond_them_asked_about() -> None:
    assert {*LIMITS} == {sign.value for sign in VitalSign}
    for name, (decimals, least, most) in LIMITS.items():
        step = Decimal(1).scaleb(-decimals)
        for value, asked in (
            (Decimal(least), False),
            (Decimal(most), False),
            (Decimal(least) - step, True),
            (Decimal(most) + step, True),
        ):
            found = doubts(measured(**{name: str(value)}), SIGNS)
            assert [one.sign.value for one in found] == ([name] if asked else []), (name, value)


def test_what_nobody_alive_can_have_is_refused_and_the_last_possible_value_is_taken() -> None:
    assert {*POSSIBLE} == {sign.value for sign in VitalSign}
    for name, (least, most) in POSSIBLE.items():
        step = Decimal(1).scaleb(-LIMITS[name][0])
        for value in (least, most):
            require_possible(measured(**{name: value}).values, SIGNS, CLINICAL.limits, ON)
        beyond = [Decimal(most) + step, *([] if least == "0" else [Decimal(least) - step])]
        for value in map(str, beyond):
            said = refusal(**{name: value}).message
            assert str(SIGNS[VitalSign(name)].text) in said
            assert "Hãy đọc lại máy đo" in said
    # The words: sign, value, why, the limit and its source, the way on; and what was meant by a slip.
    assert refusal(spo2="101").message == (
        "SpO2 101 % không thể có: SpO2 là tỷ lệ phần trăm nên không thể quá 100. Chỉ nhận từ 0 đến 100 % "
        "(theo định nghĩa của SpO2). Hãy đọc lại máy đo rồi ghi lại số đo."
    )
    assert refusal(temp="375").message.endswith("Có phải 37,5 °C? Hãy đọc lại máy đo.")


def test_a_limit_holds_on_the_days_of_its_row() -> None:
    shipped = (resources_folder() / "clinical" / "vital_limits.csv").read_text(encoding="utf-8")
    head, *rows = [line for line in shipped.splitlines() if not line.startswith("#")]
    until = [row.replace("temp,,,10,50", "temp,,2026-11-21,10,50") for row in rows]
    text = "\n".join((head, *until, rows[0].replace("temp,,,10,50", "temp,2026-11-22,,12,45")))
    limits = read_vital_limits(text, SIGNS)
    values = measured(temp="46").values
    require_possible(values, SIGNS, limits, date(2026, 11, 21))
    with pytest.raises(UserError) as refused:
        require_possible(values, SIGNS, limits, date(2026, 11, 22))
    assert "từ 12,0 đến 45,0 °C" in refused.value.message
    for wrong in ("\n".join((head, *rows[1:])), text.replace(",0,100,", ",0,40,")):
        with pytest.raises(ValueError, match=r"no limit|usual values"):
            read_vital_limits(wrong, SIGNS)


def test_a_doubt_says_what_was_probably_meant() -> None:
    asked = doubts(measured(temp="3,7"), SIGNS)[0]
    assert (
        asked.question.format(**asked.params)
        == "Nhiệt độ 3,7 °C: ngoài khoảng 30,0–43,0. Có phải 37,0, hay đúng là 3,7?"
    )
    assert doubts(measured(temp="375"), SIGNS)[0].params["maybe"] == "37,5"
    unknown = doubts(measured(height="20"), SIGNS)[0]
    assert unknown.question.format(**unknown.params).endswith("Có phải 200, hay đúng là 20?")
    plain = doubts(measured(rr="0"), SIGNS)[0]
    assert plain.question.format(**plain.params) == "Nhịp thở 0 lần/phút: ngoài khoảng 3–70. Đúng là 0?"


def test_a_doubtful_value_is_confirmed_twice_then_taken_and_another_value_is_asked_anew() -> None:
    found = doubts(measured(pulse="10"), SIGNS)
    key = found[0].key
    assert [len(open_doubts(found, {key: times})) for times in (0, 1, 2)] == [1, 1, 0]
    assert open_doubts(doubts(measured(pulse="11"), SIGNS), {key: 2})


def test_a_diastolic_pressure_not_below_the_systolic_is_asked_about() -> None:
    asked = doubts(measured(sbp="80", dbp="120"), SIGNS)
    assert [one.question.format(**one.params) for one in asked] == [
        "Huyết áp 80/120: tâm trương không thấp hơn tâm thu. Có ghi ngược không?"
    ]
    assert doubts(measured(sbp="80", dbp="80"), SIGNS)
    assert not doubts(measured(sbp="120", dbp="80"), SIGNS)


def test_a_value_is_read_with_a_comma_or_a_point() -> None:
    for typed in ("36,8", "36.8", " 36,80 "):
        assert read_vital(SIGNS[VitalSign.TEMP], typed) == 368
    for typed in ("", "x", "-3", "1e3", "36,8,1", "٣٧", "999999"):
        with pytest.raises(UserError) as refused:
            read_vital(SIGNS[VitalSign.TEMP], typed)
        assert refused.value.code == "vital_not_a_number"
        assert "°C" in refused.value.message


def test_too_many_decimals_are_refused_with_what_was_meant() -> None:
    with pytest.raises(UserError) as slip:
        read_vital(SIGNS[VitalSign.TEMP], "3,75")
    assert slip.value.code == "vital_too_precise"
    assert slip.value.message.endswith("Có phải 37,5 °C?")
    with pytest.raises(UserError) as fine:
        read_vital(SIGNS[VitalSign.PULSE], "71,25")
    assert fine.value.message == "Mạch: 71,25 có quá nhiều chữ số thập phân (nhiều nhất 0)."
    assert {*fine.value.fields} == {"pulse"}


def test_one_pulse_answers_news2_and_cows() -> None:
    for pulse, cows, news2 in (
        (80, 0, 0),
        (81, 1, 0),
        (100, 1, 1),
        (101, 2, 1),
        (120, 2, 2),
        (121, 4, 2),
        (131, 4, 3),
    ):
        vitals = measured(pulse=str(pulse))
        assert answers_from_vitals(instrument("COWS"), vitals, SIGNS)["1"] == cows
        found = answers_from_vitals(instrument("NEWS2"), vitals, SIGNS)
        assert score(instrument("NEWS2"), found).points["pulse"] == news2


def test_news2_comes_from_the_vital_signs() -> None:
    values = measured(rr="22", spo2="95", sbp="105", dbp="60", pulse="95", temp="38,4").values
    whole = Vitals(values, Consciousness.ALERT, Breathing.OXYGEN)
    assert (
        score(instrument("NEWS2"), answers_from_vitals(instrument("NEWS2"), whole, SIGNS)).total
        == 2 + 1 + 2 + 1 + 1 + 1
    )
    scale_2 = Vitals(values, Consciousness.ALERT, Breathing.OXYGEN, spo2_scale=2)
    assert score(instrument("NEWS2"), answers_from_vitals(instrument("NEWS2"), scale_2, SIGNS)).points["spo2"] == 2
    open_ = Vitals(values)
    missing = score(instrument("NEWS2"), answers_from_vitals(instrument("NEWS2"), open_, SIGNS)).missing
    assert missing == ("oxygen", "consciousness")


def test_a_value_of_an_older_file_no_table_counts_leaves_no_total() -> None:
    values = {**measured(rr="16", sbp="120", pulse="70", temp="36,8").values, VitalSign.SPO2: 104}
    found = answers_from_vitals(instrument("NEWS2"), Vitals(values, Consciousness.ALERT, Breathing.AIR), SIGNS)
    assert score(instrument("NEWS2"), found).missing == ("spo2",)


def test_every_limit_rings_at_its_edge_and_not_before() -> None:
    quiet_loud = {
        "rr": ("9", "8", "overdose"),
        "sbp": ("90", "89", "hold_clonidine"),
        "dbp": ("109", "110", "hypertension"),
        "glucose": ("3,9", "3,8", "low_glucose"),
        "qtc": ("499", "500", "stop_qtc"),
    }
    for name, (quiet, loud, code) in quiet_loud.items():
        assert code not in told({name: quiet}), name
        assert code in told({name: loud}), name
    assert (alerts(sbp="179"), alerts(sbp="180")) == ([], ["hypertension"])
    assert (alerts(glucose="16,7"), alerts(glucose="16,8")) == ([], ["high_glucose"])


def test_slow_breathing_is_told_earlier_on_an_opioid_or_a_benzodiazepine() -> None:
    drugged = Circumstances(on_depressants=True)
    assert [alerts(drugged, rr=str(rr)) for rr in (11, 10, 9)] == [
        [],
        ["respiratory_depression"],
        ["respiratory_depression"],
    ]
    assert alerts(drugged, rr="8") == ["overdose", "respiratory_depression"]
    assert alerts(rr="10") == []


def test_qtc_limits_differ_by_sex_and_stop_speaks_alone() -> None:
    men, women = Circumstances(Sex.MALE), Circumstances(Sex.FEMALE)
    assert [alerts(men, qtc=value) for value in ("450", "451", "499", "500")] == [
        [],
        ["long_qtc"],
        ["long_qtc"],
        ["stop_qtc"],
    ]
    assert [alerts(women, qtc=value) for value in ("470", "471")] == [[], ["long_qtc"]]
    assert alerts(qtc="480") == [], "nothing is guessed about the sex"


def test_bmi_and_its_two_sets_of_bands() -> None:
    assert bmi(543, 165) == 199
    assert bmi(700, 175) == 229
    edges = {"who": (185, 250, 300), "asian": (185, 230, 275)}
    for name, (normal, over, obese) in edges.items():
        bands = CLINICAL.bmi_bands[name]
        values = (normal - 1, normal, over - 1, over, obese - 1, obese)
        assert [bmi_band(value, bands).code for value in values] == [
            *("underweight", "normal", "normal", "overweight", "overweight", "obese")
        ]
    with pytest.raises(ValueError, match="height"):
        bmi(500, 0)


def test_more_than_a_tenth_of_the_weight_lost_in_three_months_is_told() -> None:
    before = {date(2026, 8, 22): 600, date(2026, 10, 1): 580}
    assert [weight_lost(weight, before, ON, 3) for weight in (540, 539, 600, 650)] == [100, 102, 0, 0]
    old = {date(2026, 8, 21): 800}
    assert weight_lost(540, old, ON, 3) is None, "longer ago than three months"
    for weight, rings in (("54,0", False), ("53,9", True)):
        found = vital_alerts(measured(weight=weight), CLINICAL.vital_rules, Circumstances(), before, ON)
        assert bool(found) is rings


def test_a_list_without_a_sign_is_not_read() -> None:
    text = (resources_folder() / "clinical" / "vital_signs.csv").read_text(encoding="utf-8")
    rows = text.splitlines()
    with pytest.raises(ValueError, match="no row"):
        read_vital_signs("\n".join(rows[:-1]))
    with pytest.raises(ValueError, match="decimals"):
        read_vital_signs(text.replace("°C,1,30,43", "°C,1,30.25,43"))
