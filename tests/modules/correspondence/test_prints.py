"""Every print is counted, and each after the first says so."""

from dataclasses import replace

import pytest
import sqlalchemy as sa

from facility_app.kernel.actor import Role
from facility_app.modules.correspondence.domain.prints import stamp_of
from facility_app.modules.correspondence.service.issuing import issue_paper
from facility_app.modules.correspondence.service.prints import Printed, RecordPrint, record_print
from tests.helpers.probe import engine_of
from tests.modules.correspondence.papers import MEDICAL_SHEET, V17, Office, certificate


def prints(office: Office, paper_id: str, **more: bool) -> Printed:
    by = (Role.DOCTOR,) if more else (Role.CLERK,)
    return office.write(record_print, RecordPrint(paper_id, **more), by=by)


def test_the_first_print_bears_no_stamp_and_each_later_one_counts(office: Office) -> None:
    made = office.issue()
    assert [prints(office, made.paper_id).stamp for _ in range(3)] == ["", "In lại lần 1", "In lại lần 2"]


def test_each_print_stands_in_the_book_with_who_when_and_how_many(office: Office) -> None:
    made = office.issue()
    office.write(record_print, RecordPrint(made.paper_id, copies=3))
    (row,) = office.paper(made.paper_id).prints
    assert (row.nth, row.copies, row.by) == (1, 3, office.facility.admin.user_id)
    assert row.at == office.facility.file.clock.now()


def test_a_void_paper_is_printed_as_void(office: Office) -> None:
    made = office.issue()
    office.void(made)
    assert [prints(office, made.paper_id).stamp for _ in range(2)] == ["ĐÃ HỦY", "ĐÃ HỦY · In lại lần 1"]


def test_two_files_of_one_paper_count_apart(office: Office) -> None:
    made = office.write(issue_paper, replace(certificate(), form=V17, payload=MEDICAL_SHEET), by=(Role.DOCTOR,))
    assert prints(office, made.paper_id).nth == 1
    assert prints(office, made.paper_id, is_medical=True).stamp == ""
    assert prints(office, made.paper_id, is_medical=True).stamp == "In lại lần 1"


def test_the_medical_file_is_printed_only_behind_its_wall(office: Office) -> None:
    made = office.write(issue_paper, replace(certificate(), form=V17, payload=MEDICAL_SHEET), by=(Role.DOCTOR,))
    assert office.refused(record_print, RecordPrint(made.paper_id, is_medical=True)) == "permission_denied"


def test_a_file_the_paper_does_not_have_is_not_printed(office: Office) -> None:
    made = office.issue()
    asked = RecordPrint(made.paper_id, is_medical=True)
    assert office.refused(record_print, asked, by=(Role.DOCTOR,)) == "no_such_file"
    assert office.refused(record_print, RecordPrint(made.paper_id, copies=0)) == "bad_copies"
    assert office.refused(record_print, RecordPrint("0" * 32)) == "paper_not_found"


def test_a_print_once_counted_is_neither_changed_nor_taken_away(office: Office) -> None:
    prints(office, office.issue().paper_id)
    with engine_of(office.facility.file.path) as engine, engine.begin() as raw:
        for statement in ("UPDATE paper_print SET nth = 5", "DELETE FROM paper_print"):
            with pytest.raises(sa.exc.DBAPIError, match="frozen:paper_print"):
                raw.exec_driver_sql(statement)


def test_stamps() -> None:
    assert [stamp_of(nth, is_void=False) for nth in (1, 2, 11)] == ["", "In lại lần 1", "In lại lần 10"]
