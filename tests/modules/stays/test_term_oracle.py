"""A second implementation that walks day by day agrees on random histories, and every ledger adds up."""

from pathlib import Path
from random import Random

from tests.modules.stays.clockwork import answers, disagreements, document, ledger_faults
from tests.modules.stays.histories import history

HOW_MANY = 300
SEED = 20261121


def test_two_clocks_agree_on_random_histories(tmp_path: Path) -> None:
    chance = Random(SEED)
    cases = [history(chance, number) for number in range(HOW_MANY)]
    assert disagreements(cases, tmp_path) == []


def test_every_ledger_tells_each_day_once_and_adds_up(tmp_path: Path) -> None:
    chance = Random(SEED + 1)
    cases = [history(chance, number) for number in range(HOW_MANY)]
    found = {answer.id: ledger_faults(answer) for answer in answers(cases, tmp_path)}
    assert {name: faults for name, faults in found.items() if faults} == {}


def test_every_event_stands_in_the_ledger(tmp_path: Path) -> None:
    chance = Random(SEED + 2)
    cases = [history(chance, number) for number in range(HOW_MANY)]
    lacking = [
        case["id"]
        for case, answer in zip(cases, answers(cases, tmp_path), strict=True)
        if {line.event_no for line in answer.ledger} - {0} != set(range(1, len(case["events"]) + 1))
    ]
    assert lacking == []


def test_every_answer_can_be_read_in_words(tmp_path: Path) -> None:
    chance = Random(SEED + 3)
    cases = [history(chance, number) for number in range(HOW_MANY)]
    said = [document(answer) for answer in answers(cases, tmp_path)]
    sentences = [warning["message"] for one in said for warning in one["warnings"]]
    sentences += [line["note"] for one in said for line in one["ledger"]]
    assert sentences
    assert [text for text in sentences if "{" in text or not text] == []


def test_the_second_clock_would_notice_a_wrong_day(tmp_path: Path) -> None:
    chance = Random(SEED)
    cases = [history(chance, number) for number in range(50)]
    shifted = [
        {**case, "decided_months": case["decided_months"] + 1} for case in cases if "decided_months" in case
    ]
    plain = [case for case in cases if "decided_months" in case]
    different = sum(
        document(one)["expected_end"] != document(other)["expected_end"]
        for one, other in zip(answers(plain, tmp_path), answers(shifted, tmp_path), strict=True)
    )
    assert different > len(plain) // 3
