"""``instrument``: the contract of the command line, one document, no data folder, refusals that say the way on."""

import json
from pathlib import Path

import pytest

from tests.helpers.desk import Answer, Desk

COWS = {"1": 2, "2": 0, "3": 5, "4": 0, "5": 0, "6": 0, "7": 0, "8": 0, "9": 0, "10": 0, "11": 3}


def asked(desk: Desk, code: str, answers: object, *options: str) -> Answer:
    return desk.ask("instrument", "score", code, "--answers", written(desk, answers), *options)


def written(desk: Desk, answers: object) -> Path:
    desk.root.mkdir(parents=True, exist_ok=True)
    file = desk.root / "answers.json"
    file.write_bytes(answers if isinstance(answers, bytes) else json.dumps(answers, ensure_ascii=False).encode())
    return file


def test_the_list_says_what_each_instrument_takes(empty_desk: Desk) -> None:
    said = empty_desk.ask("instrument", "list")
    assert said.code == 0, said
    found = {one["code"]: one for one in said.document["instruments"]}
    assert len(found) == 11
    third = next(item for item in found["COWS"]["items"] if item["key"] == "3")
    assert third["allowed"] == [0, 1, 3, 5]
    assert (found["COWS"]["minimum"], found["COWS"]["maximum"]) == (0, 48)
    assert [bands["set"] for bands in found["CIWA-Ar"]["bands"]] == ["camcops", "asam"]
    assert {one["wording"] for one in found.values()} == {"facility_draft"}
    temp = next(item for item in found["NEWS2"]["items"] if item["key"] == "temp")
    assert (temp["least"], temp["most"], temp["decimals"]) == (10.0, 50.0, 1)
    assert not empty_desk.data.exists(), "nothing was made"


def test_the_score_has_the_keys_of_the_contract(empty_desk: Desk) -> None:
    said = asked(empty_desk, "cows", COWS)
    assert said.code == 0, said
    assert {"total", "band", "subscores", "complete", "alerts"} <= {*said.document}
    assert (said.document["total"], said.document["band"], said.document["complete"]) == (10, "mild", True)
    open_ = asked(empty_desk, "COWS", {"1": 2}).document
    assert (open_["total"], open_["band"], open_["complete"]) == (None, None, False)
    assert open_["missing"] == [str(item) for item in range(2, 12)]
    assist = asked(empty_desk, "ASSIST", {"2:d": 6, "3:d": 6, "4:d": 7, "5:d": 8, "6:d": 6, "7:d": 6}).document
    assert (assist["subscores"], assist["subscore_bands"]) == ({"d": 39}, {"d": "high"})
    alert = asked(empty_desk, "PHQ-9", {"9": 1}).document["alerts"][0]
    assert (alert["code"], alert["severity"], alert["items"]) == ("suicide_risk", "urgent", ["9"])
    coma = asked(empty_desk, "GCS", {"E": 4, "V": "NT", "M": 6}).document
    assert (coma["total"], coma["untested"]) == (None, ["V"])
    ciwa = {**{str(item): 0 for item in range(1, 10)}, "1": 7, "2": 2, "10": 0}
    assert asked(empty_desk, "CIWA-Ar", ciwa, "--bands", "asam").document["band"] == "mild"
    assert asked(empty_desk, "CIWA-Ar", ciwa).document["band"] == "moderate"


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_people_read_the_result_the_alerts_and_how_sure_it_is(empty_desk: Desk, lang: str) -> None:
    cases: dict[str, object] = {
        "PHQ-9": {**dict.fromkeys(map(str, range(1, 9)), 0), "9": 1},
        "ASSIST": {"1:b": "no", "2:b": 2},
        "AUDIT": {"4": 4},
        "BPRS": dict.fromkeys(map(str, range(1, 19)), 1),
        "C-SSRS": {"1": "no", "2": "no", "6": "recent"},
        "GCS": {"E": 4, "V": "NT"},
    }
    for code, answers in cases.items():
        said = empty_desk.say(
            "instrument", "score", code, "--answers", written(empty_desk, answers), "--lang", lang
        )
        assert said.code == 0, said
        assert said.out.startswith(code)
        assert "{" not in said.out
    assert empty_desk.say("instrument", "list", "--lang", lang).code == 0
    first = empty_desk.say(
        "instrument", "score", "PHQ-9", "--answers", written(empty_desk, cases["PHQ-9"]), "--lang", lang
    )
    assert {"vi": "nguy cơ tự sát", "en": "risk of suicide"}[lang] in first.out


REFUSED: dict[str, tuple[str, object, str, str]] = {
    "a value the item does not have": ("COWS", {**COWS, "3": 4}, "instrument_answer_refused", "0, 1, 3, 5"),
    "a slip of the comma": ("NEWS2", {"temp": 3.75}, "instrument_measure_refused", "10,0"),
    "an unknown item": ("COWS", {"12": 0}, "instrument_item_unknown", "“12”"),
    "an instrument we may not ship": ("MMSE", {}, "instrument_unknown", "COWS"),
    "a list": ("COWS", [1], "instrument_not_object", "answers.json"),
    "no JSON": ("COWS", b"x", "instrument_file_unreadable", "answers.json"),
    "no UTF-8": ("COWS", '{"1": "Đ"}'.encode("utf-16"), "instrument_file_unreadable", "answers.json"),
    "an item twice": ("COWS", b'{"1": 0, "1": 4}', "instrument_key_twice", "“1”"),
    "not a number": ("COWS", b'{"1": NaN}', "instrument_file_unreadable", "answers.json"),
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_cannot_be_scored_is_refused_with_the_way_on(empty_desk: Desk, what: str) -> None:
    code, answers, error, named = REFUSED[what]
    said = asked(empty_desk, code, answers)
    assert (said.code, said.error) == (1, error)
    assert named in said.message


def test_wrong_usage_and_a_missing_file_have_their_own_exit_codes(empty_desk: Desk) -> None:
    assert empty_desk.ask("instrument", "score", "COWS").code == 2
    assert empty_desk.ask("instrument").code == 2
    missing = empty_desk.ask("instrument", "score", "COWS", "--answers", empty_desk.root / "gone.json")
    assert (missing.code, missing.error) == (3, "instrument_file_missing")
    bands = asked(empty_desk, "COWS", COWS, "--bands", "asam")
    assert (bands.code, bands.error) == (1, "instrument_bands_unknown")
