"""The sheets and the official forms of an absence, filled from what was written down."""

from datetime import date

from facility_app.app import absence_room, release_room
from facility_app.kernel.actor import Role
from facility_app.modules.absences.domain.duties import Step
from facility_app.modules.absences.domain.escort import Way
from facility_app.modules.absences.papers.payloads import fill_from_case
from facility_app.modules.absences.papers.sheets import escort_paper, list_paper
from facility_app.modules.absences.queries.cases import list_case_rows
from facility_app.modules.absences.service.escorts import Escorting, OrderEscort, order_escort
from facility_app.modules.absences.service.packs import take_pack
from facility_app.modules.absences.service.searching import RecordEscape, record_escape
from facility_app.modules.absences.service.steps import RecordStep, record_step
from tests.documents.reading import pages_text
from tests.modules.absences.away import CLERK, FORMS, GATE, HEAD, TODAY, House, allowed, person


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
