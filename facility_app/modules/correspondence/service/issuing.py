"""Ban hành, hủy: a paper gets its number, its words and its seal at once, and never changes again."""

from dataclasses import dataclass, field
from datetime import date
from functools import partial

from facility_app.db.uow import UnitOfWork, require
from facility_app.documents.forms.fields import Payload
from facility_app.documents.forms.spec import FormSpec
from facility_app.documents.signed_qr import PaperMark
from facility_app.kernel.dates import local_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.kernel.names import fold
from facility_app.modules.catalogues.api import get_facility
from facility_app.modules.correspondence.domain import HANDLE_PAPERS, ISSUE_PAPERS, READ_HEALTH_PAPERS
from facility_app.modules.correspondence.domain.events import PaperIssued, PaperWanted
from facility_app.modules.correspondence.domain.numbers import Book, NumberDoubt, require_issue_day
from facility_app.modules.correspondence.domain.outgoing import (
    Addressee,
    PaperClass,
    PaperFacts,
    checked_addressees,
    checked_facts,
)
from facility_app.modules.correspondence.papers.making import FastPaper, PaperHead, filled, make_fast, seal_file
from facility_app.modules.correspondence.queries.numbers import NumberPlace
from facility_app.modules.correspondence.queries.people import People
from facility_app.modules.correspondence.queries.readers import FormRights
from facility_app.modules.correspondence.queries.stored import Stored
from facility_app.modules.correspondence.service.keys import Keys
from facility_app.modules.correspondence.service.numbering import NextNumber, Numbers
from facility_app.modules.correspondence.tables.outgoing import IssuedPaper, PaperDelivery
from facility_app.modules.staff.api import get_signature


@dataclass(frozen=True, slots=True)
class IssuePaper:
    """A paper to be issued.

    Attributes:
        form: its form; the paper is printed with this version for ever.
        payload: what it says; number, symbol and date are filled in here, facility and signer where it has none.
        issued_on: the day it bears; its year decides the number, which only forms with a place for one get.
        title: for the register; empty is the form's.
        about: whom it names; empty is the resident's name and code.
        stay_id: the stay it belongs to.
        subject_table: the record it was made from, with ``subject_id``.
        signer_id: who of the staff signs; None where nobody of this facility does.
        copies: how many are made.
        addressees: lines of "Nơi nhận".
        replaces_id: the void paper it stands for.
        reason: why, for a day in a year that is over.
    """

    form: FormSpec
    payload: Payload = field(repr=False)
    issued_on: date
    title: str = field(default="", repr=False)
    paper_class: PaperClass = PaperClass.PERSONAL
    resident_id: str | None = None
    stay_id: str | None = None
    subject_table: str | None = None
    subject_id: str | None = None
    about: str = field(default="", repr=False)
    signer_id: str | None = None
    copies: int = 1
    addressees: tuple[Addressee, ...] = ()
    replaces_id: str | None = None
    reason: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Issued:
    """The paper as it stands in the book.

    Attributes:
        number: ``05/QĐ-CSCN``; empty for a paper that bears none.
        delivery_ids: one for each addressee, in their order.
        doubts: what somebody should look at; nothing was refused for it.
    """

    paper_id: str
    number: str
    version: int
    delivery_ids: tuple[str, ...]
    doubts: tuple[NumberDoubt, ...] = ()


@dataclass(frozen=True, slots=True)
class Preview:
    """A paper before it is issued.

    Attributes:
        number: it would bear; somebody else may take it before. Empty for a paper that bears none.
        payload: all it would say; what is missing is printed as dots.
    """

    number: str
    payload: Payload = field(repr=False)


def issue_paper(uow: UnitOfWork, command: IssuePaper) -> Issued:
    """Give a paper its number and keep what it says, in the caller's transaction.

    Everything that may be refused is asked before the number is given, so a caller who goes on after a refusal
    leaves no gap.

    Raises:
        UserError: ``form_incomplete``; ``issue_day_ahead``, ``issue_day_past_year``; ``may_not_sign``;
            ``resident_not_found``; ``replaces_living``; as ``checked_facts``; what the slice whose paper it is
            refuses.
        PermissionDenied: it speaks of somebody's health, and the actor may not read such.
    """
    require(uow, HANDLE_PAPERS)
    rights = FormRights(uow, command.form.id)
    rights.require(ISSUE_PAPERS)
    require_issue_day(command.issued_on, local_date(uow.now), command.reason)
    about = People(uow).named(command.resident_id, command.about)
    facts = checked_facts(PaperFacts(command.title or command.form.title, about, command.copies))
    addressees = checked_addressees(command.addressees)
    _require_void(uow, command.replaces_id)
    uow.ask(PaperWanted(command.form.id, command.issued_on, command.resident_id, command.subject_table))
    number = _next(uow, command)
    head = _head(uow, command, number)
    fast = make_fast(command.form, command.payload, head)
    if fast.medical_file is not None or command.paper_class is PaperClass.HEALTH:
        rights.require(READ_HEALTH_PAPERS)
    with uow.act("correspondence.issue_paper", reason=command.reason.strip() or None) as act:
        if number is not None:
            Numbers(uow).give(number, command.issued_on)
        paper = uow.add(_record(uow, command, facts, head, fast, addressees))
        act.about(paper)
        lines = [uow.add(_line(paper.id, place, one)) for place, one in enumerate(addressees)]
        # Whoever keeps a case by this paper names it from now on.
        uow.session.flush()
        uow.tell(PaperIssued(paper.id, paper.form_id, command.resident_id, command.stay_id, command.subject_table))
    doubts = number.doubts if number else ()
    return Issued(paper.id, head.text, paper.version, tuple(one.id for one in lines), doubts)


def preview_paper(uow: UnitOfWork, command: IssuePaper) -> Preview:
    """What a paper would say if it were issued now: nothing is given, written or demanded.

    Raises:
        UserError: ``may_not_sign``; ``bad_symbol``.
    """
    require(uow, HANDLE_PAPERS)
    FormRights(uow, command.form.id).require(ISSUE_PAPERS)
    head = _head(uow, command, _next(uow, command))
    return Preview(head.text, filled(command.form, command.payload, head))


def _next(uow: UnitOfWork, command: IssuePaper) -> NextNumber | None:
    place = NumberPlace(command.form)
    if place.type_code is None:
        return None
    return Numbers(uow).next(Book.OUT, command.issued_on, place.symbol(uow))


def _head(uow: UnitOfWork, command: IssuePaper, number: NextNumber | None) -> PaperHead:
    taken, symbol = (number.number, number.symbol) if number else (None, "")
    signature = get_signature(uow, command.signer_id, command.issued_on) if command.signer_id else None
    type_code = NumberPlace(command.form).type_code or ""
    return PaperHead(command.issued_on, taken, symbol, type_code, get_facility(uow), signature)


def _require_void(uow: UnitOfWork, replaces_id: str | None) -> None:
    if replaces_id is not None and Stored(uow).issued(replaces_id).voided_at is None:
        raise UserError(
            "replaces_living",
            label(
                "errors", "Văn bản được thay thế còn giá trị. Hãy hủy văn bản đó trước, rồi ban hành văn bản mới."
            ),
        )


def _record(
    uow: UnitOfWork,
    command: IssuePaper,
    facts: PaperFacts,
    head: PaperHead,
    fast: FastPaper,
    addressees: tuple[Addressee, ...],
) -> IssuedPaper:
    paper_id, key = uow.new_id(), Keys(uow).current()
    mark = partial(PaperMark, uow.home, paper_id, command.form.id, head.text, command.issued_on)
    signature = head.signature
    return IssuedPaper(
        id=paper_id,
        form_id=command.form.id,
        form_version=command.form.version,
        title=facts.title,
        type_code=head.type_code,
        symbol=head.symbol or None,
        year=command.issued_on.year,
        number=head.number,
        issued_on=command.issued_on,
        resident_id=command.resident_id,
        stay_id=command.stay_id,
        subject_table=command.subject_table,
        subject_id=command.subject_id,
        about=facts.about,
        paper_class=command.paper_class,
        payload_json=fast.open_file and fast.open_file.text,
        payload_sha256=fast.open_file and fast.open_file.sha256,
        medical_json=fast.medical_file and fast.medical_file.text,
        medical_sha256=fast.medical_file and fast.medical_file.sha256,
        signer_id=signature and signature.member_id,
        signer_lines=signature and "\n".join(signature.lines),
        signer_rank=signature and signature.rank,
        signer_name=signature and signature.full_name,
        copies=facts.copies,
        qr_text=seal_file(fast.open_file, mark, key),
        medical_qr_text=seal_file(fast.medical_file, mark, key),
        replaces_id=command.replaces_id,
        words=_words(command, facts, head, addressees),
    )


def _words(command: IssuePaper, facts: PaperFacts, head: PaperHead, addressees: tuple[Addressee, ...]) -> str:
    # What a paper about health is called stays out of search, which everyone who reads registers may use.
    title = "" if command.paper_class is PaperClass.HEALTH else facts.title
    plain = "" if head.number is None else str(head.number)
    names = [one.name for one in addressees]
    return fold(" ".join([head.text, plain, command.form.id, title, facts.about or "", *names]))


def _line(paper_id: str, place: int, addressee: Addressee) -> PaperDelivery:
    return PaperDelivery(
        paper_id=paper_id, place=place, kind=addressee.kind, name=addressee.name, copies=addressee.copies
    )
