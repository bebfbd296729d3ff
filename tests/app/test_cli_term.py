"""``term``: the contract of the command line, strict input, one document, no data folder."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.helpers.desk import Answer, Desk

EXAMPLE: dict[str, Any] = {
    "id": "t1",
    "legal_regime": "L2025",
    "stay_type": "COMPULSORY_ADULT",
    "date_of_birth": "1990-05-17",
    "term_start_on": "2026-08-01",
    "decided_months": 24,
    "events": [
        {"kind": "temporary_management_credit", "from": "2026-07-20", "to": "2026-08-01"},
        {
            "kind": "escape",
            "from": "2026-10-01",
            "to": "2026-10-11",
            "document": {"number": "12/QĐ-CSCN", "date": "2026-10-01"},
        },
        {"kind": "hospital", "from": "2027-01-05", "to": "2027-01-20"},
    ],
    "on": "2027-02-01",
}


def asked(desk: Desk, content: object) -> Answer:
    desk.root.mkdir(parents=True, exist_ok=True)
    file = desk.root / "cases.json"
    raw = content if isinstance(content, bytes) else json.dumps(content, ensure_ascii=False).encode()
    file.write_bytes(raw)
    return desk.ask("term", file)


def answered(desk: Desk, *cases: dict[str, Any]) -> list[dict[str, Any]]:
    said = asked(desk, list(cases))
    assert said.code == 0, said
    found = json.loads(said.out)
    assert isinstance(found, list)
    return found


def refused(desk: Desk, content: object) -> tuple[str, str]:
    said = asked(desk, content)
    assert said.code == 1, said
    return said.error, said.message


def with_event(**event: object) -> dict[str, Any]:
    return {**EXAMPLE, "events": [event]}


def test_the_example_of_the_contract_without_a_data_folder(empty_desk: Desk) -> None:
    said = answered(empty_desk, EXAMPLE)[0]
    assert said["expected_end"] == "2028-07-30"
    assert [said[key] for key in ("served_days", "credited_days", "added_days", "remaining_days")] == [
        174,
        12,
        10,
        545,
    ]
    assert said["warnings"] == []
    assert not empty_desk.data.exists(), "nothing was made"
    absent = {"end_if_back_on", "turns_18_on", "transfer_required", "resume_required", "ended", "no_term"}
    assert absent.isdisjoint(said)


def test_every_line_has_the_keys_of_the_contract_and_names_its_paper(empty_desk: Desk) -> None:
    ledger = answered(empty_desk, EXAMPLE)[0]["ledger"]
    keys = {"kind", "from", "to", "days", "effect", "article", "note"}
    assert all(keys <= set(line) for line in ledger)
    escape = next(line for line in ledger if line["kind"] == "escape")
    assert escape["document"] == {"number": "12/QĐ-CSCN", "date": "2026-10-01"}
    assert "12/QĐ-CSCN" in escape["note"]
    assert escape["article"] == "NĐ 163/2026 Đ107.4, Đ109.3"


def test_answers_come_in_the_order_of_the_cases(empty_desk: Desk) -> None:
    cases = [{**EXAMPLE, "id": name} for name in ("b", "a", "b")]
    assert [one["id"] for one in answered(empty_desk, *cases)] == ["b", "a", "b"]
    assert answered(empty_desk) == []


def test_what_applies_is_told(empty_desk: Desk) -> None:
    away = {**EXAMPLE, "events": [{**EXAMPLE["events"][1], "to": None}]}
    minor = {**EXAMPLE, "stay_type": "COMPULSORY_MINOR", "date_of_birth": "2010-05-01", "events": []}
    suspended = with_event(kind="suspension", **{"from": "2026-12-01", "to": "2027-01-01"})
    annulled = with_event(kind="end", on="2026-11-01", exit_code="DECISION_ANNULLED")
    held = {
        **{key: value for key, value in EXAMPLE.items() if key != "decided_months"},
        "stay_type": "TEMPORARY",
        "custody_until": "2027-01-20",
        "events": [],
    }
    found = answered(empty_desk, away, minor, suspended, annulled, held)
    assert (found[0]["expected_end"], found[0]["end_if_back_on"]) == (None, "2028-12-02")
    assert found[0]["ledger"][2]["to"] is None
    assert found[0]["warnings"][0]["code"] == "end_unknown"
    assert (found[1]["turns_18_on"], found[1]["transfer_required"]) == ("2028-05-01", True)
    assert found[2]["resume_required"] is True
    assert found[3]["ended"] == {"on": "2026-11-01", "exit_code": "DECISION_ANNULLED"}
    assert (found[4]["no_term"], found[4]["expected_end"], found[4]["days_held"]) == (True, None, 184)
    assert (found[4]["custody_until"], found[4]["days_past_end"]) == ("2027-01-20", 12)


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_people_read_a_table(empty_desk: Desk, lang: str) -> None:
    held = {**EXAMPLE, "id": "t2", "stay_type": "TEMPORARY", "custody_until": "2027-01-01", "events": []}
    born = {**EXAMPLE, "id": "t3", "stay_type": "COMPULSORY_MINOR", "date_of_birth": "2010-05-01"}
    ended = {**with_event(kind="end", on="2026-11-01", exit_code="DEATH"), "id": "t4"}
    away = {**EXAMPLE, "id": "t5", "events": [{**EXAMPLE["events"][1], "to": None}]}
    remand = {**with_event(kind="remand", **{"from": "2026-10-01"}), "id": "t6"}
    asked(empty_desk, [EXAMPLE, held, born, ended, away, remand])
    said = empty_desk.say("term", empty_desk.root / "cases.json", "--lang", lang)
    assert said.code == 0, said
    assert "30/07/2028" in said.out
    assert "12/QĐ-CSCN" in said.out
    assert "{" not in said.out
    assert not said.out.startswith("[")


def test_the_paper_of_the_decision_stands_on_its_line(empty_desk: Desk) -> None:
    case = {**EXAMPLE, "document": {"number": "45/2026/QĐ-TA", "date": "2026-07-30"}}
    assert answered(empty_desk, case)[0]["ledger"][0]["document"]["number"] == "45/2026/QĐ-TA"


def test_a_null_is_a_value_left_out_and_no_term_needs_no_months(empty_desk: Desk) -> None:
    case = {**EXAMPLE, "date_of_birth": None, "custody_until": None, "document": None}
    assert answered(empty_desk, case)[0]["expected_end"] == "2028-07-30"
    held = {**EXAMPLE, "stay_type": "SUBSTITUTION", "events": [], "decided_months": 0}
    assert answered(empty_desk, held)[0]["no_term"] is True


WRONG: dict[str, tuple[object, str, str]] = {
    "an unknown key of a case": ([{**EXAMPLE, "months": 3}], "term_unknown_key", "t1"),
    "an unknown key of an event": (
        [with_event(kind="hospital", start="2026-10-01")],
        "term_unknown_key",
        "t1.events[1]",
    ),
    "a key of another kind": (
        [with_event(kind="escape", on="2026-10-01")],
        "term_unknown_key",
        "t1.events[1]",
    ),
    "an unknown key of a paper": (
        [with_event(kind="hospital", **{"from": "2026-10-01", "document": {"no": "1"}})],
        "term_unknown_key",
        "t1.events[1].document",
    ),
    "a day that is none": ([{**EXAMPLE, "on": "2027-02-30"}], "term_bad_date", "t1.on"),
    "a day written otherwise": ([{**EXAMPLE, "on": "01/02/2027"}], "term_bad_date", "t1.on"),
    "a day without dashes": ([{**EXAMPLE, "on": "20270201"}], "term_bad_date", "t1.on"),
    "a day that is a number": ([{**EXAMPLE, "term_start_on": 20260801}], "term_bad_date", "t1.term_start_on"),
    "months as text": ([{**EXAMPLE, "decided_months": "24"}], "term_bad_number", "t1.decided_months"),
    "months as true": ([{**EXAMPLE, "decided_months": True}], "term_bad_number", "t1.decided_months"),
    "months as a fraction": ([{**EXAMPLE, "decided_months": 24.0}], "term_bad_number", "t1.decided_months"),
    "no months": ([{**EXAMPLE, "decided_months": None}], "term_months_missing", "t1"),
    "an unknown type": ([{**EXAMPLE, "stay_type": "ADULT"}], "term_bad_choice", "t1.stay_type"),
    "an unknown regime": ([{**EXAMPLE, "legal_regime": "L2030"}], "term_bad_choice", "t1.legal_regime"),
    "an unknown kind": ([with_event(kind="holiday")], "term_bad_choice", "t1.events[1].kind"),
    "no kind": ([with_event(on="2026-10-01")], "term_missing", "t1.events[1].kind"),
    "an unknown exit code": (
        [with_event(kind="end", on="2026-10-01", exit_code="GONE")],
        "term_bad_choice",
        "t1.events[1].exit_code",
    ),
    "no day of an event": ([with_event(kind="hospital")], "term_missing", "t1.events[1].from"),
    "no day of an act": ([with_event(kind="end", exit_code="DEATH")], "term_missing", "t1.events[1].on"),
    "no start": (
        [{key: EXAMPLE[key] for key in EXAMPLE if key != "term_start_on"}],
        "term_missing",
        "term_start_on",
    ),
    "no day to ask for": ([{key: EXAMPLE[key] for key in EXAMPLE if key != "on"}], "term_missing", "t1.on"),
    "no name": ([{key: EXAMPLE[key] for key in EXAMPLE if key != "id"}], "term_missing", "[1].id"),
    "an empty name": ([{**EXAMPLE, "id": " "}], "term_bad_text", "[1].id"),
    "a name that is a number": ([{**EXAMPLE, "id": 7}], "term_bad_text", "[1].id"),
    "a paper without a number": (
        [with_event(kind="escape", **{"from": "2026-10-01", "document": {"date": "2026-10-01"}})],
        "term_missing",
        "t1.events[1].document.number",
    ),
    "a paper with an empty number": (
        [with_event(kind="escape", **{"from": "2026-10-01", "document": {"number": "", "date": "2026-10-01"}})],
        "term_bad_text",
        "t1.events[1].document.number",
    ),
    "events that are no list": ([{**EXAMPLE, "events": {}}], "term_not_list", "t1.events"),
    "an event that is no object": ([{**EXAMPLE, "events": ["escape"]}], "term_not_object", "t1.events[1]"),
    "a case that is no object": (["t1"], "term_not_object", "[1]"),
    "one case that stands alone": (EXAMPLE, "term_not_list", "JSON array"),
    "a reversed span": (
        [with_event(kind="hospital", **{"from": "2026-10-05", "to": "2026-10-01"})],
        "term_span_reversed",
        "sự kiện 1",
    ),
    "a reduction under the new law": (
        [with_event(kind="reduction", on="2026-10-05", months=1)],
        "term_reduction_refused",
        "Luật PCMT 2025 Đ54.9",
    ),
    "an escape of a voluntary resident": (
        [{**EXAMPLE, "stay_type": "VOLUNTARY_PUBLIC"}],
        "term_voluntary_adds",
        "NĐ 163/2026 Đ4.9",
    ),
    "no JSON": (b"term", "term_file_unreadable", "cases.json"),
    "no UTF-8": ('["Đ"]'.encode("utf-16"), "term_file_unreadable", "cases.json"),
    "nothing": (b"", "term_file_unreadable", "cases.json"),
    "a key twice": (b'[{"id": "a", "id": "b"}]', "term_key_twice", "id"),
    "not a number": (b"[NaN]", "term_file_unreadable", "cases.json"),
    "a number without end": (b"[" + b"9" * 5000 + b"]", "term_file_unreadable", "cases.json"),
    "lists without end": (b"[" * 100_000, "term_file_unreadable", "cases.json"),
}


@pytest.mark.parametrize("name", list(WRONG))
def test_what_is_not_understood_is_refused_with_its_place(name: str, empty_desk: Desk) -> None:
    content, code, place = WRONG[name]
    found, message = refused(empty_desk, content)
    assert (found, place in message) == (code, True), message


def test_a_refusal_of_one_case_names_it_among_many(empty_desk: Desk) -> None:
    _, message = refused(empty_desk, [EXAMPLE, {**EXAMPLE, "id": "hồ sơ 8", "on": "hôm nay"}])
    assert message.startswith("hồ sơ 8.on")


def test_a_byte_order_mark_is_no_fault(empty_desk: Desk) -> None:
    said = asked(empty_desk, b"\xef\xbb\xbf" + json.dumps([EXAMPLE]).encode())
    assert said.code == 0, said


def test_a_file_that_is_not_there_is_a_fault_of_the_environment(empty_desk: Desk) -> None:
    missing = empty_desk.ask("term", empty_desk.root / "none.json")
    assert (missing.code, missing.error) == (3, "term_file_missing")
    assert empty_desk.ask("term").code == 2


def test_a_folder_is_no_file(empty_desk: Desk, tmp_path: Path) -> None:
    said = empty_desk.ask("term", tmp_path)
    assert (said.code, said.error) == (1, "path_is_folder")
