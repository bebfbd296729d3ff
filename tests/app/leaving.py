"""A desk at which somebody's day of leaving is today, whatever day the tests run on."""

from datetime import timedelta

from facility_app.db.uow import UnitOfWork
from facility_app.kernel.actor import system_actor
from facility_app.kernel.dates import add_months, local_date
from facility_app.kernel.sex import Sex
from facility_app.modules.catalogues.queries import get_facility
from facility_app.modules.catalogues.service import EditFacility, edit_facility
from facility_app.modules.residents.domain.papers import Paper, PaperKind
from facility_app.modules.residents.domain.person import Person
from facility_app.modules.residents.service.people import RegisterResident, register_resident
from facility_app.modules.staff.domain import PostKind, StaffKind
from facility_app.modules.staff.service import GivePost, MemberWish, add_staff_member, give_post
from facility_app.modules.stays.domain.decisions import DecisionFacts
from facility_app.modules.stays.domain.types import AdmissionReason, StayType
from facility_app.modules.stays.queries.stays import get_stay
from facility_app.modules.stays.service.admission import AdmitResident, admit_resident
from tests.helpers.desk import Desk

HEAD = "Trưởng Hằng"
HEAD_PASSWORD = "Mưa rơi trên mái ngói"
MONTHS = 24


def stay_at(desk: Desk) -> str:
    """Add a head with an account and somebody who leaves today; answers the stay's code."""
    desk.add_user(HEAD, HEAD_PASSWORD, "HEAD")
    with desk.open(HEAD, HEAD_PASSWORD) as opened, opened.database.write(system_actor("may-1")) as uow:
        code = _written(uow, opened.actor.user_id)
        uow.commit()
    return code


def _written(uow: UnitOfWork, user_id: str) -> str:
    facility, today = get_facility(uow), local_date(uow.now)
    edit_facility(
        uow,
        EditFacility(
            facility.version,
            facility.name,
            facility.unit_kind,
            facility.province_code,
            abbreviation="CSCN1",
            place_name="Hà Nội",
        ),
    )
    joined = today - timedelta(days=900)
    head = add_staff_member(uow, MemberWish("Lê Thị Hằng", StaffKind.POLICE, joined, user_id=user_id))
    give_post(uow, GivePost(head, PostKind.HEAD, joined))
    born = add_months(today, -12 * 30)
    person = Person(name="Nguyễn Văn Đức", sex=Sex.MALE, birth_on=born)
    card = Paper(kind=PaperKind.OLD_CARD, number="012345678", issued_on=joined)
    resident = register_resident(uow, RegisterResident(person, papers=(card,)))
    start = add_months(today, -MONTHS)
    decision = DecisionFacts(
        "12",
        start - timedelta(days=3),
        "Tòa án nhân dân quận Hoàn Kiếm",
        symbol="QĐ-TA",
        decided_months=MONTHS,
        subject="áp dụng biện pháp đưa vào cơ sở cai nghiện bắt buộc",
    )
    made = admit_resident(
        uow,
        AdmitResident(
            resident.resident_id,
            StayType.COMPULSORY_ADULT,
            AdmissionReason.NOT_REGISTERED,
            start,
            decision,
            term_start_on=start,
            reason="hồ sơ của phép thử",
        ),
    )
    stay = get_stay(uow, made.stay_id)
    assert stay.leave_by is not None
    return stay.code
