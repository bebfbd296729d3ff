"""Bộ hồ sơ bàn giao: what is missing and lawful now is issued, then every paper is named, part by part."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from facility_app.db.uow import UnitOfWork, require
from facility_app.documents.forms.library import FormLibrary
from facility_app.documents.payload import Footer, PlainPaper
from facility_app.kernel.dates import local_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.modules.catalogues.api import get_facility
from facility_app.modules.correspondence.api import (
    PaperDetail,
    PaperState,
    RecordPrint,
    SealedSheet,
    get_paper,
    record_print,
    seal_sheet,
)
from facility_app.modules.discharge.domain import ISSUE_RELEASE_PAPERS
from facility_app.modules.discharge.domain import gate as rules
from facility_app.modules.discharge.domain.gate import GateItem
from facility_app.modules.discharge.domain.packet import PACKET_SHEET, PARTS
from facility_app.modules.discharge.papers.packet import Packet, PacketPaper
from facility_app.modules.discharge.queries.gate import gate
from facility_app.modules.discharge.queries.sealed import case_digest
from facility_app.modules.discharge.service.certificates import (
    IssueCertificate,
    put_certificate,
    require_certificate,
)
from facility_app.modules.discharge.service.keeping import case_for
from facility_app.modules.discharge.service.plans import IssuePlan, put_plan
from facility_app.modules.discharge.service.receipts import IssueReceipt, put_receipt
from facility_app.modules.discharge.tables import ReleaseCase
from facility_app.modules.residents.api import list_resident_rows
from facility_app.modules.staff.api import find_member_of_account
from facility_app.modules.stays.api import HealthPapers, StayDetail, get_stay, known_of

EMPTY_PLAN = label("papers", "Kế hoạch tái hòa nhập cộng đồng (V-19) kèm theo là mẫu chưa ghi nội dung")
CERTIFICATE = label("discharge", "Giấy xác nhận")
HANDED_OVER = frozenset(
    {
        *(rules.POST_REHAB, rules.MONITORING, rules.DEVICE, rules.CERTIFICATE, rules.RECEIPT),
        *(rules.BELONGINGS, rules.SOCIAL, rules.PLAN),
    }
)
"""What the index says is missing when it is."""


@dataclass(frozen=True, slots=True)
class MakePacket:
    """The handover packet of one stay.

    Attributes:
        signer_id: who signs what is still to be issued; None for the head.
        printed_by: name at the foot; empty for that of the member of staff who is signed in.
    """

    stay_id: str
    signer_id: str | None = None
    printed_by: str = field(default="", repr=False)


def make_packet(uow: UnitOfWork, command: MakePacket, forms: FormLibrary) -> Packet:
    """Issue what is missing and lawful now, count the prints, and name every paper of the packet.

    What cannot be issued is told in the packet and keeps nobody; to set the files is ``papers.packet``'s work,
    outside of any transaction.

    Raises:
        UserError: ``not_found``.
    """
    require(uow, ISSUE_RELEASE_PAPERS)
    stay = get_stay(uow, command.stay_id)
    refused: list[str] = []
    with uow.act("discharge.make_packet") as act:
        case = case_for(uow, stay)
        act.about(case)
        for paper, issue in _missing(uow, stay, case, command, forms):
            try:
                issue()
            except UserError as error:
                # What cannot be made now is told on the index and follows as work.
                refused.append(f"{paper}: {error.message}")
        case.packet_made_at = uow.now
        uow.session.flush()
        papers = tuple(_papers(uow, case))
        qr = _sealed(uow, stay, case)
    facility = get_facility(uow)
    # Whoever gets the packet learns what comes later, nothing of the work inside.
    open_ones = [one for one in gate(uow, stay.stay_id) if one.code in HANDED_OVER]
    missing = dict.fromkeys(_missing_text(one, case) for one in open_ones)
    (person,) = list_resident_rows(uow, [stay.resident_id]) or (None,)
    return Packet(
        stay.stay_id,
        stay.code,
        "" if person is None else person.name,
        facility.code,
        facility.name,
        local_date(uow.now),
        papers,
        tuple(missing),
        Footer(command.printed_by or _member_name(uow), uow.now),
        qr,
        tuple(refused),
        _health(uow, stay),
    )


def _health(uow: UnitOfWork, stay: StayDetail) -> tuple[PlainPaper, ...]:
    """What health staff have in the program for the sealed part; nothing for whoever may not read it."""
    asked = HealthPapers(stay.stay_id, stay.resident_id)
    return tuple(one for answer in uow.ask(asked) for one in answer)


def _missing(
    uow: UnitOfWork, stay: StayDetail, case: ReleaseCase, command: MakePacket, forms: FormLibrary
) -> Iterator[tuple[str, Callable[[], object]]]:
    """What is still to be issued, by what it is called, in an order in which one may name the other."""
    known = known_of(uow, stay.stay_id, local_date(uow.now))

    def certificate() -> object:
        require_certificate(uow, stay)
        wanted = IssueCertificate(stay.stay_id, command.signer_id)
        return put_certificate(uow, stay, case, wanted, forms, known)

    if case.certificate_id is None:
        yield str(CERTIFICATE), certificate
    if case.receipt_id is None and (case.certificate_id is not None or case.post_rehab_number is not None):
        yield "V-23", lambda: put_receipt(uow, stay, case, IssueReceipt(stay.stay_id), forms, known)
    if case.plan_paper_id is None:
        yield "V-19", lambda: put_plan(uow, stay, case, IssuePlan(stay.stay_id), forms, known)


def _papers(uow: UnitOfWork, case: ReleaseCase) -> Iterator[PacketPaper]:
    copies: Counter[str] = Counter()
    papers: dict[str, PaperDetail] = {}
    reprints: dict[str, int] = {}
    for part, columns in PARTS:
        for paper_id in filter(None, (getattr(case, column) for column in columns)):
            if paper_id not in papers:
                papers[paper_id] = get_paper(uow, paper_id)
            paper = papers[paper_id]
            if paper.open_file is None or paper.state is PaperState.VOID:
                continue
            if paper_id not in reprints:
                reprints[paper_id] = record_print(uow, RecordPrint(paper_id)).nth - 1
            copies[paper_id] += 1
            yield PacketPaper(
                part,
                paper_id,
                paper.form_id,
                paper.form_version,
                paper.title,
                paper.number,
                paper.issued_on,
                paper.open_file.payload,
                paper.open_file.qr_text,
                reprints[paper_id],
                copies[paper_id],
            )


def _missing_text(item: GateItem, case: ReleaseCase) -> str:
    """What of the packet comes later; a plan nobody has written yet lies in it as an empty form."""
    if item.code == rules.PLAN and case.plan_paper_id is not None:
        return EMPTY_PLAN
    return item.message


def _sealed(uow: UnitOfWork, stay: StayDetail, case: ReleaseCase) -> str:
    """The code of the index: whoever has the public key sees that this facility listed just these papers."""
    sheet = SealedSheet(PACKET_SHEET, case.id, stay.code, local_date(uow.now), case_digest(uow, case))
    return seal_sheet(uow, sheet)


def _member_name(uow: UnitOfWork) -> str:
    member = find_member_of_account(uow, uow.actor.user_id)
    return "–" if member is None else member.full_name
