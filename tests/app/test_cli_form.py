"""``form``: every official form told, one of them set about somebody, prints counted, drafts without a number."""

import hashlib
from pathlib import Path

import pytest

from facility_app.app.paths import resources_folder
from facility_app.documents.forms.library import FormLibrary
from tests.app.leaving import HEAD, HEAD_PASSWORD, stay_at
from tests.helpers.desk import Desk


@pytest.fixture(scope="module")
def leaving(founded_desk: Desk, tmp_path_factory: pytest.TempPathFactory) -> tuple[Desk, str]:
    """A desk with somebody whose day of leaving is today; with the stay's code."""
    desk = founded_desk.copy(tmp_path_factory.mktemp("form") / "desk")
    return desk, stay_at(desk)


def test_the_list_names_every_form_with_what_it_needs_and_asks_for_no_data(empty_desk: Desk) -> None:
    told = {one["id"]: one for one in empty_desk.done("form", "list")["forms"]}
    library = FormLibrary.load(resources_folder() / "forms")
    assert set(told) == {one.id for one in library}
    assert "served_to_date" in told["V-50"]["needs"]
    assert all(one["title"] for one in told.values())


def test_a_draft_is_a_file_of_its_own_without_a_number(leaving: tuple[Desk, str], tmp_path: Path) -> None:
    desk, code = leaving
    out = tmp_path / "ban-nhap.pdf"
    who = desk.sign(HEAD, HEAD_PASSWORD)
    told = desk.done("form", "render", "V-42", "--stay", code, "--out", out, *who)
    pdf = out.read_bytes()
    assert (told["document_no"], told["is_draft"], told["pages"]) == (None, True, 2)
    assert (pdf[:5], told["sha256"]) == (b"%PDF-", hashlib.sha256(pdf).hexdigest())


def test_whoever_may_not_take_forms_leaves_no_file(leaving: tuple[Desk, str], tmp_path: Path) -> None:
    desk, code = leaving
    out = tmp_path / "khong.pdf"
    answer = desk.ask("form", "render", "V-42", "--stay", code, "--out", out, *desk.nurse)
    assert (answer.code, out.exists()) == (1, False)


def test_an_unknown_form_is_refused_before_anybody_signs_in(empty_desk: Desk, tmp_path: Path) -> None:
    answer = empty_desk.ask("form", "render", "V-99", "--stay", "26-0001", "--out", tmp_path / "x.pdf")
    assert (answer.code, answer.error) == (1, "form_unknown")


def test_a_form_about_a_person_is_made_from_a_stay_and_nothing_else(empty_desk: Desk, tmp_path: Path) -> None:
    for source in ((), ("--record", "x"), ("--stay", "26-0001", "--record", "x")):
        told = empty_desk.ask("form", "render", "V-50", *source, "--out", tmp_path / "a.pdf")
        assert (told.code, told.error) == (2, "wrong_usage")
        assert "--stay" in told.out


def test_a_form_only_others_make_is_refused_with_the_way_on(leaving: tuple[Desk, str], tmp_path: Path) -> None:
    desk, code = leaving
    who = desk.sign(HEAD, HEAD_PASSWORD)
    answer = desk.ask("form", "render", "V-53", "--stay", code, "--out", tmp_path / "x.pdf", *who)
    assert (answer.code, answer.error, "vào sổ" in answer.message) == (1, "form_received_only", True)


def test_a_folder_that_is_none_is_told_before_anything_is_printed(
    leaving: tuple[Desk, str], tmp_path: Path
) -> None:
    desk, code = leaving
    place = tmp_path / "tep"
    place.write_text("x", encoding="utf-8")
    who = desk.sign(HEAD, HEAD_PASSWORD)
    answer = desk.ask("form", "render", "V-42", "--stay", code, "--out", place / "x.pdf", *who)
    assert (answer.code, answer.error) == (3, "path_is_file")


def test_a_paper_once_issued_is_printed_as_it_was_and_counted(leaving: tuple[Desk, str], tmp_path: Path) -> None:
    desk, code = leaving
    who = desk.sign(HEAD, HEAD_PASSWORD)
    desk.done("discharge", "packet", code, "--out", tmp_path / "packet", *who)
    out = tmp_path / "v-50.pdf"
    told = desk.done("form", "render", "V-50", "--stay", code, "--out", out, "--copy", "3", *who)
    assert (told["document_no"], told["is_draft"]) == ("01/CSCN1", False)
    assert "correspondence.record_print" in desk.trail()


def test_no_file_but_an_earlier_pdf_is_written_over_and_no_print_counted_for_a_refusal(
    leaving: tuple[Desk, str], tmp_path: Path
) -> None:
    desk, code = leaving
    who = desk.sign(HEAD, HEAD_PASSWORD)
    letter, earlier = tmp_path / "thu.docx", tmp_path / "cu.pdf"
    letter.write_bytes(b"PK")
    earlier.write_bytes(b"%PDF-1.4")
    before = desk.trail()
    wrong = {
        letter: "target_is_no_pdf",
        tmp_path: "path_is_folder",
        desk.data / "facility.db": "target_inside_data",
    }
    for out, error in wrong.items():
        answer = desk.ask("form", "render", "V-42", "--stay", code, "--out", out, *who)
        assert (answer.code, answer.error) == (1, error)
    assert (desk.trail(), letter.read_bytes()) == (before, b"PK")
    desk.done("form", "render", "V-42", "--stay", code, "--out", earlier, *who)
    assert earlier.stat().st_size > len(b"%PDF-1.4")
