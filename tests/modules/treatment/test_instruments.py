"""Every instrument gives what was published: totals, bands, allowed answers, alerts; typed here, not read."""

from decimal import Decimal

import pytest

from facility_app.kernel.errors import UserError
from facility_app.modules.treatment.domain import Severity, WordingStatus
from tests.helpers.cases import each
from tests.modules.treatment.published import (
    ALLOWED,
    ASSIST_WEIGHTS,
    EDGES,
    LIBRARY,
    NEWS2_POINTS,
    NEWS2_SCALE_2,
    NOT_COUNTED,
    SPANS,
    WELL,
    instrument,
    scored,
    with_total,
)

CODES = {"COWS", "CIWA-Ar", "SOWS", "ASSIST", "AUDIT", "PHQ-9", "GAD-7", "BPRS", "NEWS2", "GCS", "C-SSRS"}
STRANGE: tuple[object, ...] = (
    -1,
    8,
    9,
    11,
    1.0,
    2.5,
    "1",
    "",
    True,
    False,
    "x",
    [],
    [1],
    {},
    {"1": 1},
    float("nan"),
    10**400,
)
ASSIST_FULL = {f"{question}:d": weights[-1] for question, weights in ASSIST_WEIGHTS.items()}


def refusal(code: str, answers: dict[str, object]) -> UserError:
    with pytest.raises(UserError) as refused:
        scored(code, answers)
    return refused.value


def test_the_instruments_are_those_whose_licence_allows_it() -> None:
    assert {one.code for one in LIBRARY} == CODES
    for code in ("MMSE", "MoCA", "PANSS", "M.I.N.I."):
        with pytest.raises(UserError) as refused:
            LIBRARY.get(code)
        assert refused.value.code == "instrument_unknown"
        assert "COWS" in refused.value.message


def test_no_wording_passes_for_an_official_translation() -> None:
    for one in LIBRARY:
        assert one.wording is WordingStatus.FACILITY_DRAFT
        assert not one.is_official
        assert one.licence.vi
        assert one.source
        texts = [one.title, one.licence, one.reference_period, *(item.text for item in one.items)]
        texts += [option.text for item in one.items for option in item.options if option.text.vi]
        assert all(text.vi and text.en for text in texts), one.code


@each("code", SPANS)
def test_least_and_greatest_total_are_the_published_ones(code: str) -> None:
    least, most = SPANS[code]
    low = scored(code, {key: values[0] for key, values in ALLOWED[code].items()})
    high = scored(code, {key: values[-1] for key, values in ALLOWED[code].items()})
    assert (low.total, high.total) == (least, most)
    assert low.complete
    assert high.complete
    assert instrument(code).span == (least, most)


def test_every_edge_of_every_band_is_where_it_was_published() -> None:
    for (code, bands), edges in EDGES.items():
        sets = instrument(code).band_sets
        assert {*edges} == {one.code for one in sets[bands or next(iter(sets))].bands}
        for band, totals in edges.items():
            for total in totals:
                result = scored(code, with_total(code, total), bands)
                assert (result.total, result.band and result.band.code) == (total, band), (code, bands)


def test_psychosis_has_no_official_bands() -> None:
    result = scored("BPRS", with_total("BPRS", 60))
    assert (result.total, result.band, result.band_set) == (60, None, "")


def test_the_facility_chooses_one_set_of_bands_for_alcohol() -> None:
    answers = with_total("CIWA-Ar", 9)
    found = {bands: scored("CIWA-Ar", answers, bands) for bands in (None, "camcops", "asam")}
    assert [found[bands].band and found[bands].band.code for bands in found] == ["moderate", "moderate", "mild"]  # type: ignore[union-attr]
    assert found["asam"].band_set == "asam"
    with pytest.raises(UserError) as refused:
        scored("CIWA-Ar", answers, "who")
    assert refused.value.code == "instrument_bands_unknown"
    assert "camcops, asam" in refused.value.message


@each("code", ALLOWED)
def test_every_value_outside_an_items_set_is_refused_naming_item_value_and_set(code: str) -> None:
    tried = 0
    for key, allowed in ALLOWED[code].items():
        known = (*allowed, *NOT_COUNTED.get(code, ()))
        for value in (*range(-1, 12), *STRANGE):
            if type(value) is int and value in known:
                continue
            refused = refusal(code, {key: value})
            tried += 1
            assert refused.code == "instrument_answer_refused", (key, value)
            assert f"{code}, mục {key} (" in refused.message
            assert {*refused.fields} == {key}
            told = refused.message.rpartition("nhận được: ")[2].partition(" (theo ")[0]
            assert {str(one) for one in known} == {*told.split(", ")}
    assert tried >= 3 * 14


def test_a_refusal_of_cows_reads_as_a_sentence() -> None:
    assert refusal("COWS", {"1": 0, "3": 4}).message == (
        "COWS, mục 3 (Bồn chồn, quan sát khi đánh giá): không nhận giá trị 4. Các giá trị nhận được: 0, 1, 3, 5 "
        "(theo NCBI Bookshelf NBK64244, table A72915). Hãy chấm lại mục này bằng một giá trị trong đó; chưa đánh "
        "giá được thì để trống."
    )


@each("code", ALLOWED)
def test_whatever_is_left_out_leaves_no_total(code: str) -> None:
    full = {key: values[-1] for key, values in ALLOWED[code].items()}
    for key in full:
        for left in ({name: value for name, value in full.items() if name != key}, {**full, key: None}):
            result = scored(code, left)
            assert (result.total, result.band, result.complete) == (None, None, False)
            assert result.missing == (key,)
    nothing = scored(code, {})
    assert (nothing.total, nothing.complete, nothing.alerts) == (None, False, ())


@each("code", NOT_COUNTED)
def test_what_could_not_be_assessed_leaves_no_total_but_is_not_missing(code: str) -> None:
    full = {key: values[-1] for key, values in ALLOWED[code].items()}
    for key in full:
        result = scored(code, {**full, key: NOT_COUNTED[code][0]})
        assert (result.total, result.band, result.complete) == (None, None, False)
        assert (result.missing, result.untested) == ((), (key,))


def test_an_unknown_item_and_an_item_twice_are_refused() -> None:
    unknown = refusal("COWS", {"12": 0})
    assert unknown.code == "instrument_item_unknown"
    assert "“12”" in unknown.message
    twice = refusal("NEWS2", {"pulse": 70, "Heart_Rate": 80})
    assert twice.code == "instrument_item_twice"
    assert "pulse" in twice.message


def test_questions_that_do_not_count_may_be_left_out_and_change_nothing() -> None:
    for code, key in (("PHQ-9", "difficulty"), ("GAD-7", "difficulty"), ("BPRS", "19"), ("BPRS", "20")):
        full = {name: values[-1] for name, values in ALLOWED[code].items()}
        assert scored(code, full).total == scored(code, {**full, key: 3}).total
        assert refusal(code, {**full, key: 8}).code == "instrument_answer_refused"


def test_audit_has_its_short_form_and_its_dependence_items() -> None:
    full = {key: values[-1] for key, values in ALLOWED["AUDIT"].items()}
    assert scored("AUDIT", full).subscores == {"audit_c": 12, "dependence": 12}
    only_c = scored("AUDIT", {"1": 1, "2": 2, "3": 3})
    assert (only_c.subscores, only_c.total) == ({"audit_c": 6, "dependence": None}, None)
    for answers, rings in (({"4": 1, "5": 1, "6": 1}, False), ({"4": 1, "5": 1, "6": 2}, True)):
        found = {alert.code for alert in scored("AUDIT", answers).alerts}
        assert ("alcohol_dependence" in found) is rings


def test_a_thought_of_death_is_told_at_once_whatever_else_is_missing() -> None:
    for value in (1, 2, 3):
        alert = scored("PHQ-9", {"9": value}).alerts[0]
        assert (alert.code, alert.severity, alert.items) == ("suicide_risk", Severity.URGENT, ("9",))
    assert scored("PHQ-9", {**{str(item): 3 for item in range(1, 9)}, "9": 0}).alerts[0].code != "suicide_risk"


def test_major_depression_needs_five_items_one_of_them_the_first_or_second() -> None:
    def rings(**answers: int) -> bool:
        full = {str(item): answers.get(f"q{item}", 0) for item in range(1, 10)}
        return "major_depression" in {alert.code for alert in scored("PHQ-9", full).alerts}

    assert rings(q1=2, q3=2, q4=2, q5=2, q6=2)
    assert rings(q2=3, q3=2, q4=2, q5=2, q9=1), "item 9 counts from 1"
    assert not rings(q1=2, q3=2, q4=2, q5=2, q6=1)
    assert not rings(q1=1, q2=1, q3=2, q4=2, q5=2, q6=2, q7=2), "neither 1 nor 2"
    assert not rings(q1=2, q3=2, q4=2, q9=1)


def test_every_row_of_the_news2_table() -> None:
    assert scored("NEWS2", WELL).total == 0
    for name, rows in NEWS2_POINTS.items():
        for value, points in rows:
            result = scored("NEWS2", {**WELL, name: value})
            assert (result.total, result.points[name]) == (points, points), (name, value)
    for oxygen, scale in NEWS2_SCALE_2.items():
        for value, points in scale:
            result = scored("NEWS2", {**WELL, "spo2": value, "spo2_scale": 2, "oxygen": oxygen})
            assert result.points["spo2"] == points, (oxygen, value)
    assert scored("NEWS2", {**WELL, "oxygen": "o2"}).total == 2
    for mind in "CVPU":
        assert scored("NEWS2", {**WELL, "consciousness": mind}).total == 3


def test_news2_reaches_20_and_its_bands() -> None:
    worst = {"rr": 25, "spo2": 91, "oxygen": "o2", "sbp": 90, "pulse": 131, "consciousness": "U", "temp": 35.0}
    assert scored("NEWS2", worst).total == 20
    totals: dict[int, tuple[dict[str, object], str]] = {
        0: ({}, "low"),
        4: ({"rr": 21, "pulse": 111}, "low"),
        5: ({"rr": 21, "pulse": 111, "temp": 38.1}, "urgent"),
        6: ({"rr": 21, "pulse": 111, "temp": 39.1}, "urgent"),
        7: ({"rr": 21, "pulse": 111, "temp": 39.1, "sbp": 101}, "emergency"),
    }
    for total, (changed, band) in totals.items():
        result = scored("NEWS2", {**WELL, **changed})
        assert (result.total, result.band and result.band.code) == (total, band)
        assert [alert.code for alert in result.alerts] == {"low": [], "urgent": ["news2_urgent"]}.get(
            band, ["news2_emergency"]
        )


def test_a_single_three_and_slow_breathing_are_told_before_the_rest_is_measured() -> None:
    single = scored("NEWS2", {**WELL, "sbp": 85})
    assert [(alert.code, alert.items) for alert in single.alerts] == [("news2_single_3", ("sbp",))]
    for rr, rings in ((8, True), (9, False)):
        assert ("overdose" in {alert.code for alert in scored("NEWS2", {"rr": rr}).alerts}) is rings
    early = scored("NEWS2", {"rr": 30, "sbp": 80, "pulse": 110})
    assert early.total is None
    assert "news2_emergency" in {alert.code for alert in early.alerts}, "it can only become more"


def test_what_news2_cannot_be_measured_as_is_refused_with_the_range() -> None:
    wrong = {
        "temp": (3.75, 36.85, 9.9, 50.1, "37", True, float("inf"), 10**400),
        "spo2": (101, -1, 97.5),
        "rr": (-1, 151, 12.5, None.__class__),
    }
    for name, values in wrong.items():
        for value in values:
            refused = refusal("NEWS2", {**WELL, name: value})
            assert refused.code == "instrument_measure_refused", (name, value)
            assert f"mục {name} (" in refused.message
    assert "từ 10,0 đến 50,0 °C" in refusal("NEWS2", {"temp": 3.75}).message
    assert scored("NEWS2", {**WELL, "temp": Decimal("36.8")}).total == 0
    assert refusal("NEWS2", {**WELL, "consciousness": "X"}).code == "instrument_answer_refused"
    assert refusal("NEWS2", {**WELL, "spo2_scale": 3}).code == "instrument_answer_refused"


def test_every_measured_value_of_news2_is_needed_but_the_scale() -> None:
    for name in WELL:
        result = scored("NEWS2", {key: value for key, value in WELL.items() if key != name})
        assert (result.total, result.missing) == (None, (name,))
    unknown_air = scored("NEWS2", {**WELL, "oxygen": None, "spo2": 94, "spo2_scale": 2})
    assert unknown_air.missing == ("spo2", "oxygen"), "what 94 counts depends on the oxygen"


def test_values_of_news2_are_found_by_their_usual_names() -> None:
    other = {"Respiratory_Rate": 16, "SpO2": 98, "on_oxygen": False, "SBP": 120, "HR": 70, "ACVPU": "Alert"}
    assert scored("NEWS2", {**other, "temperature": 37}).total == 0


def test_a_deep_coma_is_told_even_where_one_answer_could_not_be_tested() -> None:
    for answers, rings in (
        ({"E": 3, "V": 4, "M": 5}, True),
        ({"E": 3, "V": 4, "M": 6}, False),
        ({"E": 1, "V": "NT", "M": 6}, True),
        ({"E": 2, "V": "NT", "M": 6}, False),
        ({"e": 1, "motor": 4}, True),
    ):
        assert ("overdose" in {alert.code for alert in scored("GCS", answers).alerts}) is rings, answers


def test_answers_of_the_instruments_without_one_sum_are_refused_too_and_each_question_left_out_is_named() -> None:
    strange: tuple[object, ...] = (3, -1, 2.5, "", "x", [], {}, float("nan"), 10**400)
    suicide: dict[str, object] = {**dict.fromkeys("12345", "yes"), "6": "no"}
    for key in suicide:
        for value in strange:
            assert refusal("C-SSRS", {key: value}).code == "instrument_answer_refused", (key, value)
        left = scored("C-SSRS", {name: value for name, value in suicide.items() if name != key})
        assert (left.total, left.complete, key in left.missing) == (None, False, True), key
    for key, weights in ((f"{question}:d", weights) for question, weights in ASSIST_WEIGHTS.items()):
        for value in (one for one in STRANGE if type(one) is not int or one not in weights):
            assert refusal("ASSIST", {key: value}).code == "instrument_answer_refused", (key, value)
    for key in ("oxygen", "consciousness", "spo2_scale"):
        for value in strange:
            assert refusal("NEWS2", {**WELL, key: value}).code == "instrument_answer_refused", (key, value)


def test_suicide_screening_asks_three_to_five_only_after_a_yes_to_two() -> None:
    none: dict[str, object] = {"1": "no", "2": "no", "6": "no"}
    assert scored("C-SSRS", none).complete
    asked = scored("C-SSRS", {**none, "2": "yes"})
    assert asked.missing == ("3", "4", "5")
    assert (asked.total, asked.band) == (None, None)
    odd = scored("C-SSRS", {**none, "4": "yes"})
    assert [alert.code for alert in odd.alerts] == ["suicide_risk", "contradiction"], "told, and asked again"


def test_suicide_screening_has_the_published_levels_and_no_total() -> None:
    no = dict.fromkeys("12345", "no") | {"6": "no"}
    levels = {
        "none": ({},),
        "low": ({"1": "yes"}, {"2": "yes"}, {"1": True, "2": 1}),
        "moderate": ({"2": "yes", "3": "yes"}, {"6": "lifetime"}),
        "high": ({"2": "yes", "4": "yes"}, {"2": "yes", "5": True}, {"6": "recent"}),
    }
    for level, cases in levels.items():
        for changed in cases:
            result = scored("C-SSRS", {**no, **changed})
            assert (result.total, result.complete, result.band and result.band.code) == (None, True, level)
            codes = [alert.code for alert in result.alerts]
            assert codes == {"none": [], "high": ["suicide_risk"]}.get(level, ["suicide_watch"])
    spoken = scored("C-SSRS", {"1": "Có", "2": "KHÔNG", "6": "no"})
    assert (spoken.complete, spoken.points["1"]) == (True, 1)
    assert scored("ASSIST", {"1:d": "Có", **ASSIST_FULL}).complete
    assert refusal("C-SSRS", {"6": True}).code == "instrument_answer_refused", "yes, but when?"
    assert refusal("C-SSRS", {"1": 2}).code == "instrument_answer_refused"


def test_assist_scores_each_substance_by_itself() -> None:
    for part in "abcdefghij":
        full = {f"{question}:{part}": weights[-1] for question, weights in ASSIST_WEIGHTS.items()}
        if part == "a":
            assert refusal("ASSIST", dict(full)).code == "instrument_item_unknown", "tobacco has no question 5"
            del full["5:a"]
        result = scored("ASSIST", full)
        assert result.subscores == {part: 31 if part == "a" else 39}
        assert (result.total, result.band, result.complete) == (None, None, True)
        for key in full:
            left = scored("ASSIST", {name: value for name, value in full.items() if name != key})
            assert (left.complete, left.subscores, left.missing) == (False, {part: None}, (key,))


def test_assist_allows_only_its_weights() -> None:
    for question, weights in ASSIST_WEIGHTS.items():
        for value in range(-1, 12):
            if value not in weights:
                refused = refusal("ASSIST", {f"{question}:d": value})
                assert refused.code == "instrument_answer_refused"
                assert f"mục {question}:d (" in refused.message
    assert refusal("ASSIST", {"8:d": "no"}).code == "instrument_item_unknown"
    assert refusal("ASSIST", {"1:d": 2}).code == "instrument_answer_refused"


def test_assist_bands_are_wider_for_alcohol() -> None:
    sums = {0: (0,) * 6, 3: (0, 0, 0, 0, 3, 0), 4: (0, 0, 4, 0, 0, 0), 10: (0, 0, 4, 0, 6, 0)}
    sums |= {11: (0, 0, 5, 0, 6, 0), 26: (2, 3, 4, 5, 6, 6), 27: (3, 3, 4, 5, 6, 6)}
    other = {0: "low", 3: "low", 4: "moderate", 10: "moderate", 11: "moderate", 26: "moderate", 27: "high"}
    alcohol = {**other, 4: "low", 10: "low"}
    for total, answers in sums.items():
        for part, bands in (("b", alcohol), ("i", other)):
            result = scored("ASSIST", {f"{number}:{part}": one for number, one in enumerate(answers, 2)})
            assert result.subscores[part] == total
            assert result.subscore_bands[part].code == bands[total], (part, total)


def test_a_substance_never_used_counts_nothing_and_one_not_used_lately_is_asked_less() -> None:
    never = scored("ASSIST", {f"1:{part}": "no" for part in "abcdefghij"})
    assert never.complete
    assert {*never.subscores.values()} == {0}
    lately = scored("ASSIST", {"1:d": "yes", "2:d": 0, "6:d": 6, "7:d": 3})
    assert (lately.complete, lately.subscores) == (True, {"d": 9})
    assert scored("ASSIST", {"1:d": "yes", "2:d": 0, "6:d": 6}).missing == ("7:d",)
    odd = scored("ASSIST", {"1:d": "no", "2:d": 6})
    assert [(alert.code, alert.items) for alert in odd.alerts] == [("contradiction", ("2:d",))]
    assert not scored("ASSIST", {"8": "no"}).complete, "nobody was asked about any substance"


def test_the_period_asked_about_is_part_of_the_definition() -> None:
    assert instrument("ASSIST").period_may_vary, "three months mean little after long custody"
    assert instrument("PHQ-9").reference_period.en == "Last 2 weeks"
    assert not instrument("PHQ-9").period_may_vary


# What a facility scored with must stay what it was: a change of wording or number is a new version in a new file.
FROZEN: dict[tuple[str, int], str] = {
    ("ASSIST", 1): "6997368688266c91",
    ("AUDIT", 1): "b51570001455b426",
    ("BPRS", 1): "46c5d9390a04eb4b",
    ("C-SSRS", 1): "10aa1a9705d04b0a",
    ("CIWA-Ar", 1): "bfabb34fcb7cc64c",
    ("COWS", 1): "fd42378aa456dfeb",
    ("GAD-7", 1): "56562b9477821015",
    ("GCS", 1): "eba76518b64e653c",
    ("NEWS2", 1): "758f267514c9e7cd",
    ("PHQ-9", 1): "9e1c6df547bc4c86",
    ("SOWS", 1): "db786fe493feec7f",
}


def test_a_definition_once_shipped_never_changes() -> None:
    found = {key: one.digest[:16] for key, one in LIBRARY.versions.items()}
    assert {key: found[key] for key in FROZEN} == FROZEN
    assert {*found} == {*FROZEN}, "freeze the new one here"
