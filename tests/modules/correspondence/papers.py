"""Made-up papers for the tests of correspondence: real forms, a facility with a head and a deputy, one person."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, TypeVar

import pytest

from facility_app.app.paths import resources_folder
from facility_app.db.uow import UnitOfWork
from facility_app.documents.forms.fields import Payload
from facility_app.documents.forms.library import FormLibrary
from facility_app.kernel.actor import Role
from facility_app.kernel.errors import FacilityError
from facility_app.kernel.ports import SealedFile
from facility_app.modules.catalogues.domain import UnitKind
from facility_app.modules.catalogues.service import CreateFacility, create_facility
from facility_app.modules.correspondence.domain.incoming import ReceivedFacts
from facility_app.modules.correspondence.domain.outgoing import Addressee, AddresseeKind
from facility_app.modules.correspondence.queries.paper import PaperDetail, get_paper
from facility_app.modules.correspondence.service.issuing import Issued, IssuePaper, issue_paper
from facility_app.modules.correspondence.service.receiving import Registered, RegisterReceived, register_received
from facility_app.modules.correspondence.service.voiding import VoidPaper, void_paper
from facility_app.modules.staff.domain import AuthorityForm, PostKind, StaffKind
from facility_app.modules.staff.service import (
    GivePost,
    GrantAuthority,
    MemberWish,
    add_staff_member,
    give_post,
    grant_authority,
)
from tests.helpers.facility import Facility
from tests.helpers.probe import HOME
from tests.modules.residents.people import DUC, written

T = TypeVar("T")
TODAY = date(2026, 3, 2)
"""The day the clock of the tests stands at."""

FORMS = FormLibrary.load(resources_folder() / "forms")
V50, V51, V23, V17 = (FORMS.get(name) for name in ("V-50", "V-51", "V-23", "V-17"))
V43, V53 = FORMS.get("V-43"), FORMS.get("V-53")
POLICE = Addressee(AddresseeKind.COMMUNE_POLICE, "Công an phường Hoàn Kiếm")
COURT = Addressee(AddresseeKind.COURT, "TAND khu vực 1", copies=2)
SCAN = SealedFile("b" * 64, 4096, "application/pdf")

CERTIFICATE: Payload = {
    "decision_number": "12",
    "decision_symbol": "TA",
    "decision_date": date(2024, 3, 1),
    "court_area_name": "1 – Hà Nội",
    "full_name": "Nguyễn Văn Đức",
    "gender": "male",
    "date_of_birth": date(2001, 5, 17),
    "served_from_date": date(2024, 3, 2),
    "served_to_date": date(2026, 3, 2),
}
NOTICE: Payload = {
    "completion_notice_content": "chấp hành xong",
    "date_of_birth": date(2001, 5, 17),
    "decision_reference": "12/QĐ-TA",
    "full_name": "Nguyễn Văn Đức",
    "gender": "male",
    "residence_police_area": "phường Hoàn Kiếm",
}
SHEET: Payload = {"full_name": "Nguyễn Văn Đức", "gender": "male", "date_of_birth": date(2001, 5, 17)}
MEDICAL_SHEET: Payload = {**SHEET, "physical_signs": "ho kéo dài"}
DECISION: Payload = {
    "committee_area_name": "phường Hoàn Kiếm",
    "date_of_birth": date(2001, 5, 17),
    "full_name": "Nguyễn Văn Đức",
    "gender": "male",
    "post_rehab_decision_date": date(2026, 2, 20),
    "post_rehab_decision_number": "7",
    "post_rehab_effective_date": date(2026, 3, 2),
    "post_rehab_from_date": date(2026, 3, 2),
    "post_rehab_to_date": date(2027, 3, 2),
}
LETTER = ReceivedFacts(
    received_on=TODAY,
    sender_kind=AddresseeKind.COURT,
    sender="TAND khu vực 1 – Hà Nội",
    subject="Về việc cung cấp hồ sơ",
    number="123/TA-HS",
    dated_on=date(2026, 2, 27),
)


@dataclass
class Office:
    """A facility at work.

    Attributes:
        head: staff member who is the head.
        deputy: staff member who signs for the head.
        resident: somebody with a file.
    """

    facility: Facility
    head: str
    deputy: str
    resident: str

    def write(self, verb: Callable[..., T], *arguments: Any, by: tuple[Role, ...] = (Role.CLERK,)) -> T:
        """One decision, saved."""
        with self.facility.database.write(self.facility.actor(*by)) as uow:
            answer = verb(uow, *arguments)
            uow.commit()
        return answer

    def read(self, query: Callable[..., T], *arguments: Any, by: tuple[Role, ...] = (Role.CLERK,)) -> T:
        """One question."""
        with self.facility.database.read(self.facility.actor(*by)) as uow:
            return query(uow, *arguments)

    def refused(self, verb: Callable[..., Any], *arguments: Any, by: tuple[Role, ...] = (Role.CLERK,)) -> str:
        """Code of the refusal of one decision."""
        with pytest.raises(FacilityError) as told:
            self.write(verb, *arguments, by=by)
        assert told.value.message
        return told.value.code

    def issue(self, command: IssuePaper | None = None, **more: Any) -> Issued:
        """A certificate issued by the clerk, unless another paper is named."""
        return self.write(issue_paper, replace(command or certificate(), **more))

    def void(self, paper: Issued, reason: str = "in nhầm") -> None:
        """The head strikes a paper out."""
        self.write(void_paper, VoidPaper(paper.paper_id, paper.version, reason), by=(Role.HEAD,))

    def paper(self, paper_id: str, *by: Role) -> PaperDetail:
        """A paper as the head, or whoever is named, sees it."""
        return self.read(get_paper, paper_id, by=by or (Role.HEAD,))

    def receive(self, facts: ReceivedFacts = LETTER, **more: Any) -> Registered:
        """A letter registered."""
        return self.write(register_received, RegisterReceived(facts, **more))


def certificate(**more: Any) -> IssuePaper:
    """V-50, of today."""
    return replace(IssuePaper(V50, CERTIFICATE, TODAY), **more)


def notice(**more: Any) -> IssuePaper:
    """V-51, of today."""
    return replace(IssuePaper(V51, NOTICE, TODAY), **more)


def office_in(facility: Facility) -> Office:
    """The facility with a profile, a head, a deputy who may sign, and one person."""

    def furnish(uow: UnitOfWork) -> tuple[str, str]:
        create_facility(uow, CreateFacility(HOME, "Cơ sở cai nghiện ma túy số 1", "01", UnitKind.PUBLIC))
        joined = date(2020, 1, 1)
        head, deputy = (
            add_staff_member(uow, MemberWish(name, StaffKind.POLICE, joined))
            for name in ("Lê Thị Hằng", "Phạm Văn Sơn")
        )
        give_post(uow, GivePost(head, PostKind.HEAD, joined))
        give_post(uow, GivePost(deputy, PostKind.DEPUTY_HEAD, joined))
        grant_authority(uow, GrantAuthority(deputy, AuthorityForm.IN_PLACE, "mọi việc", joined))
        return head, deputy

    with facility.database.write(facility.actor(Role.HEAD, Role.ADMIN)) as uow:
        head, deputy = furnish(uow)
        uow.commit()
    return Office(facility, head, deputy, written(facility, DUC).resident_id)
