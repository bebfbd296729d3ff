"""V-18 becomes a paper: numbered, from the plan as it stands, part I in the medical file and nowhere else."""

from facility_app.app.paths import resources_folder
from facility_app.documents.forms.frozen import restore
from facility_app.documents.forms.library import FormLibrary
from facility_app.kernel.actor import Role
from facility_app.modules.correspondence.queries.paper import get_paper
from facility_app.modules.correspondence.service.prints import RecordPrint, record_print
from facility_app.modules.stays.service.plan_paper import IssuePlanPaper, issue_plan_paper
from tests.modules.stays.house import House
from tests.modules.stays.test_service_plan import COUNSELLOR, DOCTOR, ILLNESS, TOPICS, planned

FORMS = FormLibrary.load(resources_folder() / "forms")


def test_the_plan_is_issued_under_a_number_with_part_one_behind_the_wall(house: House) -> None:
    empty = house.admit().stay_id
    assert house.refused(issue_plan_paper, IssuePlanPaper(empty), FORMS, by=COUNSELLOR).code == "plan_missing"
    stay = planned(house)
    open_one = house.write(issue_plan_paper, IssuePlanPaper(stay), FORMS, by=COUNSELLOR)
    whole = house.write(issue_plan_paper, IssuePlanPaper(stay), FORMS, by=DOCTOR)
    assert [one.number.partition("/")[2].split("-")[0] for one in (open_one, whole)] == ["KH", "KH"]
    seen = [house.read(get_paper, one.paper_id, by=DOCTOR) for one in (open_one, whole)]
    assert [one.medical_file is None for one in seen] == [True, False]
    files = [one.open_file for one in seen]
    assert all(one is not None and ILLNESS.encode() not in one.payload for one in files)
    first = files[0]
    assert first is not None
    told = restore(FORMS.get("V-18"), first.payload)
    assert told["plan_topics"] == TOPICS
    assert {"rehab_form", "admission_date", "expected_end_date", "full_name"} <= told.keys()
    assert seen[0].stay_id == stay
    refused = house.refused(issue_plan_paper, IssuePlanPaper(stay), FORMS, by=(Role.TEACHER,))
    assert refused.code == "permission_denied"


def test_nobody_reads_or_prints_a_plan_on_paper_who_may_not_read_it_in_its_records(house: House) -> None:
    made = house.write(issue_plan_paper, IssuePlanPaper(planned(house)), FORMS, by=DOCTOR)
    clerk = (Role.CLERK,)
    seen = house.read(get_paper, made.paper_id, by=clerk)
    assert (seen.open_file, seen.has_open, seen.number) == (None, True, made.number)
    assert house.refused(record_print, RecordPrint(made.paper_id), by=clerk).code == "permission_denied"
    assert house.read(get_paper, made.paper_id, by=COUNSELLOR).open_file is not None
    assert house.write(record_print, RecordPrint(made.paper_id), by=COUNSELLOR).nth == 1


def test_a_plan_issued_again_without_part_one_leads_medical_roles_to_the_paper_that_has_it(house: House) -> None:
    stay = planned(house)
    whole = house.write(issue_plan_paper, IssuePlanPaper(stay), FORMS, by=DOCTOR)
    again = house.write(issue_plan_paper, IssuePlanPaper(stay), FORMS, by=COUNSELLOR)
    earlier = house.read(get_paper, again.paper_id, by=DOCTOR).earlier_medical
    assert earlier is not None
    assert (earlier.paper_id, earlier.number) == (whole.paper_id, whole.number)
    assert house.read(get_paper, earlier.paper_id, by=DOCTOR).medical_file is not None
    assert house.read(get_paper, again.paper_id, by=COUNSELLOR).earlier_medical is None
    assert house.read(get_paper, whole.paper_id, by=DOCTOR).earlier_medical is None
