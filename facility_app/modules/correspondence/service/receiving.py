"""Văn bản đến: registered under the year's next number, corrected with a reason, struck out but still numbered."""

from dataclasses import dataclass, field, fields, replace
from typing import Any

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require, require_reason
from facility_app.documents.forms.fields import Payload
from facility_app.documents.forms.spec import FormSpec
from facility_app.kernel.dates import local_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.kernel.names import fold
from facility_app.modules.correspondence.domain import READ_HEALTH_PAPERS, REGISTER_RECEIVED, VOID_PAPERS
from facility_app.modules.correspondence.domain.events import PaperCameIn
from facility_app.modules.correspondence.domain.incoming import ReceivedDoubt, ReceivedFacts, checked_received
from facility_app.modules.correspondence.domain.numbers import Book, NumberDoubt, plain_number
from facility_app.modules.correspondence.domain.outgoing import PaperClass
from facility_app.modules.correspondence.papers.making import make_fast
from facility_app.modules.correspondence.queries.people import People
from facility_app.modules.correspondence.queries.stored import Stored
from facility_app.modules.correspondence.service.numbering import Numbers
from facility_app.modules.correspondence.tables.incoming import ReceivedPaper


@dataclass(frozen=True, slots=True)
class RegisterReceived:
    """A paper that came in.

    Attributes:
        facts: what the register says; form and version are taken from ``form``.
        resident_id: about whom, when that person has a file here.
        form: which official form it is; None for any other paper.
        payload: what the form says, typed in.
    """

    facts: ReceivedFacts
    resident_id: str | None = None
    stay_id: str | None = None
    form: FormSpec | None = None
    payload: Payload = field(default_factory=dict, repr=False)


@dataclass(frozen=True, slots=True)
class EditReceived:
    """A line of the register as it should be.

    Attributes:
        version: as the user saw it.
        paper: all of it, changed or not.
        reason: what was wrong.
    """

    received_id: str
    version: int
    paper: RegisterReceived
    reason: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class VoidReceived:
    """A line of the register made by mistake."""

    received_id: str
    version: int
    reason: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Registered:
    """The paper as it stands in the register.

    Attributes:
        no: số đến.
        doubts: what somebody should look at; nothing was refused for it.
    """

    received_id: str
    no: str
    version: int
    doubts: tuple[NumberDoubt | ReceivedDoubt, ...] = ()


def register_received(uow: UnitOfWork, command: RegisterReceived) -> Registered:
    """Write an incoming paper into the register; slices that follow the case hear of it.

    Raises:
        UserError: ``form_incomplete``, ``resident_not_found``; as ``checked_received``.
        PermissionDenied: its form has a part about health, and the actor may not read such.
    """
    require(uow, REGISTER_RECEIVED)
    columns = _columns(uow, command)
    number = Numbers(uow).next(Book.IN, columns["received_on"])
    doubts: tuple[NumberDoubt | ReceivedDoubt, ...] = number.doubts
    if _stands_already(uow, columns):
        doubts = (*doubts, ReceivedDoubt.REGISTERED_BEFORE)
    with uow.act("correspondence.register_received") as act:
        Numbers(uow).give(number, columns["received_on"])
        made = uow.add(
            ReceivedPaper(year=number.year, no=number.number, **columns, words=_words(number.number, columns))
        )
        act.about(made)
        uow.session.flush()
        uow.tell(_event(made))
    return Registered(made.id, plain_number(made.no), made.version, doubts)


def edit_received(uow: UnitOfWork, command: EditReceived) -> Registered:
    """Correct a line of the register; its number and year stay.

    Raises:
        UserError: ``paper_not_found``, ``paper_is_void``, ``reason_missing``, ``year_of_number``; as
            ``register_received``.
        PermissionDenied: a paper about somebody's health.
        ConflictError: ``record_changed``.
    """
    require(uow, REGISTER_RECEIVED)
    require_reason(command.reason)
    stored = Stored(uow)
    found = stored.counting(stored.received(command.received_id, command.version))
    columns = _columns(uow, command.paper)
    if columns["received_on"].year != found.year:
        raise UserError(
            "year_of_number",
            label(
                "errors",
                "Số đến {no} thuộc sổ năm {year} nên ngày đến phải trong năm đó. Nếu văn bản đến năm khác, hãy "
                "gạch bỏ dòng này rồi vào sổ lại.",
            ),
            fields={"received_on": label("errors", "Ngày đến khác năm của sổ")},
            no=plain_number(found.no),
            year=found.year,
        )
    with uow.act("correspondence.edit_received", reason=command.reason) as act:
        act.about(found)
        for name, value in {**columns, "words": _words(found.no, columns)}.items():
            setattr(found, name, value)
        uow.session.flush()
        uow.tell(_event(found))
    return Registered(found.id, plain_number(found.no), found.version)


def void_received(uow: UnitOfWork, command: VoidReceived) -> None:
    """Strike out a line of the register; its number stays.

    Raises:
        UserError: ``paper_not_found``, ``paper_is_void``, ``reason_missing``.
        PermissionDenied: a paper about somebody's health.
        ConflictError: ``record_changed``.
    """
    require(uow, VOID_PAPERS)
    require_reason(command.reason)
    stored = Stored(uow)
    with uow.act("correspondence.void_received", reason=command.reason) as act:
        found = stored.counting(stored.received(command.received_id, command.version))
        act.about(found)
        uow.void(found, command.reason)


def _columns(uow: UnitOfWork, command: RegisterReceived) -> dict[str, Any]:
    form = command.form
    typed = replace(
        command.facts,
        form_id=None if form is None else form.id,
        form_version=None if form is None else form.version,
        about=People(uow).named(command.resident_id, command.facts.about),
    )
    facts = checked_received(typed, local_date(uow.now))
    fast = None if form is None else make_fast(form, command.payload, None)
    if fast is not None and fast.medical_file is not None:
        require(uow, READ_HEALTH_PAPERS)
    return {
        **{one.name: getattr(facts, one.name) for one in fields(facts)},
        "resident_id": command.resident_id,
        "stay_id": command.stay_id,
        "payload_json": fast and fast.open_file and fast.open_file.text,
        "medical_json": fast and fast.medical_file and fast.medical_file.text,
    }


def _words(no: int, columns: dict[str, Any]) -> str:
    # What a paper about health says stays out of search, which everyone who reads registers may use.
    subject = "" if columns["paper_class"] is PaperClass.HEALTH else columns["subject"]
    parts = [columns["number"], columns["sender"], subject, columns["about"], columns["form_id"], str(no)]
    return fold(" ".join(part for part in (*parts, plain_number(no)) if part))


def _stands_already(uow: UnitOfWork, columns: dict[str, Any]) -> bool:
    if columns["number"] is None:
        return False
    r = ReceivedPaper
    same = (r.number == columns["number"], r.dated_on == columns["dated_on"], r.sender == columns["sender"])
    asked = sa.select(r.id).where(*same, r.voided_at.is_(None))
    return uow.session.scalar(asked.limit(1)) is not None


def _event(paper: ReceivedPaper) -> PaperCameIn:
    return PaperCameIn(
        *(paper.id, paper.form_id, paper.resident_id, paper.stay_id, paper.received_on, paper.dated_on)
    )
