"""The sheets and the official forms of an absence, filled from what was written down."""

import json
from dataclasses import replace
from datetime import date, timedelta

from facility_app.app import absence_room, release_room
from facility_app.db.uow import UnitOfWork
from facility_app.documents.payload import Grid
from facility_app.kernel.actor import Actor, Role
from facility_app.kernel.dates import format_moment
from facility_app.kernel.paging import Look
from facility_app.modules.absences.domain.cases import Ground, Relief
from facility_app.modules.absences.domain.duties import Step
from facility_app.modules.absences.domain.escort import Way
from facility_app.modules.absences.papers.payloads import fill_from_case
from facility_app.modules.absences.papers.sheets import escort_paper, list_paper
from facility_app.modules.absences.queries.cases import get_case, list_case_ids, list_case_rows
from facility_app.modules.absences.service.asking import (
    ProposeRelief,
    ReceiveRequest,
    propose_relief,
    receive_request,
)
from facility_app.modules.absences.service.deciding import AllowCase, allow_case
from facility_app.modules.absences.service.dying import RecordDeath, record_death
from facility_app.modules.absences.service.escorts import Escorting, OrderEscort, order_escort
from facility_app.modules.absences.service.packs import take_dossier, take_pack
from facility_app.modules.absences.service.searching import (
    OrderSearch,
    RecordEscape,
    order_search,
    record_escape,
)
from facility_app.modules.absences.service.steps import RecordStep, record_step
from facility_app.modules.access.service import AddUser, add_user
from facility_app.modules.correspondence.queries.paper import get_paper
from facility_app.modules.residents.domain.family import Relation
from facility_app.modules.staff.domain import AuthorityForm, PostKind, StaffKind
from facility_app.modules.staff.service import (
    GivePost,
    GrantAuthority,
    MemberWish,
    add_staff_member,
    give_post,
    grant_authority,
)
from tests.documents.papers import printed
from tests.documents.reading import pages_text
from tests.helpers.probe import rows
from tests.modules.absences.away import CLERK, FORMS, GATE, HEAD, TODAY, House, allowed, person
from tests.modules.discharge.leaving import CARD, DEVICE, DUC, FATHER


def text_of(pdf: bytes) -> str:
    """Every word of a file."""
    return " ".join(pages_text(pdf))


def test_the_alarm_file_says_who_where_whom_to_tell_and_carries_v43(house: House, stay: str) -> None:
    missed = RecordEscape(person(house, stay), house.stay(stay).version, looks="áo xanh", is_searched=True)
    made = house.write(record_escape, missed, FORMS, by=HEAD)
    house.write(record_step, RecordStep(made.case_id, Step.SEARCHED, how="quanh khu B"), by=GATE)
    pack = house.write(take_pack, made.case_id, FORMS, by=HEAD)
    told = text_of(absence_room.pack(pack))
    for wanted in (
        "NGUYỄN VĂN ĐỨC",
        "áo xanh",
        "0912345678",
        "Công an phường Hoàn Kiếm",
        "Đ46.2i",
        "quanh khu B",
        "Truy tìm người nghiện",
    ):
        assert wanted in told, wanted
    at_the_gate = house.write(take_pack, made.case_id, FORMS, by=GATE)
    assert at_the_gate.search is None
    assert "0912345678" not in text_of(release_room.plain(at_the_gate.sheet))


def test_the_dossier_of_a_death_has_every_notice_of_the_law_with_its_deadline_and_is_found_again(
    house: House, stay: str
) -> None:
    told = RecordDeath(person(house, stay), house.stay(stay).version, place="Bệnh viện", cause="suy hô hấp")
    made = house.write(record_death, told, by=HEAD)
    step = RecordStep(made.case_id, Step.TOLD_PROCURACY, "VKSND khu vực 5", "công văn 12/CV")
    house.write(record_step, step, by=CLERK)
    house.write(record_step, RecordStep(made.case_id, Step.OTHER, how="giữ nguyên hiện trường"), by=CLERK)
    paper = house.write(take_dossier, made.case_id, by=CLERK)
    text = printed(paper, "ho-so-nguoi-chet")
    found = {row[0]: row[1:] for one in paper.blocks if isinstance(one, Grid) for row in one.rows if len(row) == 5}
    asked = {
        "Báo cơ quan điều tra (Đ122.1)": 0,
        "Báo Viện kiểm sát nhân dân khu vực (Đ122.1)": 0,
        "Báo cơ quan y tế gần nhất (Đ122.1)": 0,
        "Báo thân nhân (Đ122.1, Đ122.2)": 0,
        "Lập biên bản xác nhận nguyên nhân chết (Đ122.1)": 1,
        "Bàn giao mai táng, hoặc cơ sở đã mai táng (Đ122.2)": 1,
    }
    at = house.read(get_case, made.case_id, by=HEAD).left_at
    assert at is not None
    assert {what: found[what][0] for what in asked} == {
        what: format_moment(at + timedelta(days=days)) for what, days in asked.items()
    }
    assert found["Báo Viện kiểm sát nhân dân khu vực (Đ122.1)"][2:] == ("VKSND khu vực 5", "công văn 12/CV")
    assert found["Báo thân nhân (Đ122.1, Đ122.2)"][1:] == ("………", "………", "………")
    assert found["Việc khác"][3] == "giữ nguyên hiện trường"
    # Of what somebody died is health: the office prints the dossier without it.
    assert "suy hô hấp" not in text
    whole = house.write(take_dossier, made.case_id, by=HEAD)
    assert "suy hô hấp" in text_of(release_room.plain(whole))
    assert house.read(list_case_ids, Look(filters={"kind": "death"}), by=CLERK) == (made.case_id,)
    looks = rows(house.database, "SELECT record_id FROM audit_entry WHERE verb = 'absences.take_dossier'")
    assert looks == [(made.case_id,)] * 2


def test_no_dossier_of_a_death_is_printed_of_somebody_who_lives(house: House, stay: str) -> None:
    one = allowed(house, stay)
    assert house.refused(take_dossier, one.case_id, by=CLERK).code == "nobody_died"


def test_the_escort_order_and_the_list_say_what_was_ordered(house: House, stay: str) -> None:
    one = allowed(house, stay)
    wish = OrderEscort(one.case_id, Way.OUT, Escorting("Trần Văn Sỹ", "29A-123.45", "còng tay khi xuống xe"))
    made = house.write(order_escort, wish, by=CLERK)
    told = text_of(release_room.plain(house.read(escort_paper, made.escort_id, by=HEAD)))
    for wanted in ("Trần Văn Sỹ", "29A-123.45", "còng tay khi xuống xe", "Nguyễn Văn Đức", "06/08/2026"):
        assert wanted in told, wanted
    rows = house.read(list_case_rows, [one.case_id], by=HEAD)
    assert "Nguyễn Văn Đức" in text_of(release_room.plain(house.read(list_paper, rows, by=HEAD)))


def test_official_forms_are_filled_from_the_case(house: House, stay: str) -> None:
    one = allowed(house, stay)
    told = house.read(fill_from_case, FORMS.get("V-49"), one.case_id, TODAY, by=(Role.HEAD,)).payload
    assert told["applicant_full_name"] == "Nguyễn Văn Bình"
    assert (told["leave_from_date"], told["leave_to_date"]) == (date(2026, 8, 4), date(2026, 8, 6))
    assert told["application_date"] == TODAY
    assert told["full_name"] == "Nguyễn Văn Đức"


def test_a_deputy_who_may_sign_signs_the_search_decision_and_waits_for_nobody(house: House, stay: str) -> None:
    deputy = replace(house, admin=house.write(deputy_of_the_head, by=(Role.HEAD, Role.ADMIN)))
    missed = RecordEscape(person(house, stay), house.stay(stay).version, is_searched=True)
    made = deputy.write(record_escape, missed, FORMS, by=(Role.CLERK, Role.GUARD))
    paper = house.read(get_paper, made.papers[0])
    assert paper.open_file is not None
    said = json.loads(paper.open_file.payload)
    assert (said["signer_authority"], said["signer_office"]) == ("kt", "TRƯỞNG CƠ SỞ")
    assert (said["signer_position"], said["signer_name"]) == ("PHÓ TRƯỞNG CƠ SỞ", "Phạm Văn Sơn")
    assert said["deciding_title"] == "TRƯỞNG CƠ SỞ CAI NGHIỆN MA TÚY SỐ 1"


def deputy_of_the_head(uow: UnitOfWork) -> Actor:
    """Somebody with an account of their own, written down to sign for the head."""
    user = add_user(uow, AddUser("Phạm Sơn", ("CLERK",), "mật khẩu dài")).user
    joined = date(2020, 1, 1)
    member = add_staff_member(uow, MemberWish("Phạm Văn Sơn", StaffKind.POLICE, joined, user_id=user.user_id))
    give_post(uow, GivePost(member, PostKind.DEPUTY_HEAD, joined))
    grant_authority(uow, GrantAuthority(member, AuthorityForm.IN_PLACE, "mọi việc", joined))
    return Actor(user.user_id, user.roles, DEVICE)


HEAD_SIGNS = {"signer_authority", "signer_position"}
"""Nothing stands before or below the head's own title."""
EMPTY = {
    "V-43": {"distinguishing_marks": "nothing of the kind is known of him", "other_name": "he has no other name"},
    "V-46": {"recipients": "whom it is addressed to is all: “Như trên”"},
    "V-47": {
        "phone": "no slice keeps the person's own telephone",
        "province_police_name": "named in full instead",
    },
    "V-49": {"phone": "no slice keeps the person's own telephone", "committee_area_name": "named in full instead"},
}
OFFICE_ONLY = {"archive_code", "signer_rank"}
"""Of a facility and a head that have none."""


def test_papers_of_an_absence_are_filled_from_one_persons_data_and_the_rest_is_told(house: House) -> None:
    issued: dict[str, str] = {"V-49": allowed(house, known_of(house, "A", 1)).papers[0]}
    away = known_of(house, "B", 2)
    body = "Cơ quan Cảnh sát điều tra Công an thành phố Hà Nội"
    wish = ReceiveRequest(person(house, away), "12/YC", TODAY, body, "lấy lời khai", until=date(2026, 8, 9))
    asked = house.write(receive_request, wish, by=CLERK)
    allow = AllowCase(asked.case_id, asked.version, proposing_unit="Tổ Quản lý")
    issued["V-47"] = house.write(allow_case, allow, FORMS, by=HEAD).papers[0]
    ill = person(house, known_of(house, "C", 3))
    relief = ProposeRelief(
        ill, Relief.SUSPENSION, Ground.SEVERE_ILLNESS, "Tòa án nhân dân khu vực 1", "bệnh án 12"
    )
    issued["V-46"] = house.write(propose_relief, relief, FORMS, by=HEAD).papers[0]
    gone = known_of(house, "D", 4)
    missed = RecordEscape(person(house, gone), house.stay(gone).version)
    found = house.write(record_escape, missed, FORMS, by=HEAD)
    search = OrderSearch(found.case_id, found.version, executors="Tổ Bảo vệ", proposing_unit="Tổ Bảo vệ")
    issued["V-43"] = house.write(order_search, search, FORMS, by=HEAD).papers[0]
    for form_id, paper_id in issued.items():
        paper = house.read(get_paper, paper_id, by=HEAD)
        assert paper.open_file is not None
        form, said = FORMS.get(form_id), json.loads(paper.open_file.payload)
        left = set(form.fields) - said.keys() - HEAD_SIGNS - OFFICE_ONLY - PROPOSED
        assert left == set(EMPTY[form_id]), form_id
        assert form_id != "V-46" or (said["measure"], said["authority_kind"]) == ("suspension", "court")


PROPOSED = {"proposing_unit"}
"""Written at the form where somebody proposes."""


def known_of(house: House, name: str, number: int) -> str:
    """A stay of somebody whose file knows all that a form may ask."""
    mother = replace(FATHER, relation=Relation.MOTHER, name="Trần Thị Lan", is_contact=False)
    facts = {
        "papers": (replace(CARD, number=f"00109000560{number}"),),
        "relatives": (
            FATHER,
            mother,
            replace(FATHER, relation=Relation.SPOUSE, name="Phạm Thị Hồng", is_contact=False),
        ),
        "aliases": (),
    }
    somebody = replace(DUC, name=f"Vũ Đình {name}", height_cm=165, weight_kg=55)
    return house.admit(
        person=somebody, end_on=date(2027, 3, 1), residence_police="Công an phường Hoàn Kiếm", facts=facts
    )
