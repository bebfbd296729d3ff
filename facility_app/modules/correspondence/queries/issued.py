"""The register of papers issued: the list by ids and rows, and the papers of one person or stay."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

import sqlalchemy as sa

from facility_app.db.page import Listing, bad_filter, chosen, ids, page, rows_of
from facility_app.db.search import matches
from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.paging import Look, Page, PageRequest, Sort
from facility_app.modules.correspondence.domain import HANDLE_PAPERS, READ_HEALTH_PAPERS, READ_PAPERS
from facility_app.modules.correspondence.domain.events import PapersOfStay
from facility_app.modules.correspondence.domain.numbers import number_text
from facility_app.modules.correspondence.domain.outgoing import HIDDEN_TITLE, PaperClass, PaperState
from facility_app.modules.correspondence.queries.readers import FormRights
from facility_app.modules.correspondence.tables.outgoing import IssuedPaper, PaperDelivery, PaperPrint

_TABLE: Final = IssuedPaper.metadata.tables[IssuedPaper.__tablename__]
_P: Final = _TABLE.c
_MANY: Final = 500
"""Ids asked for in one statement."""
_D: Final = sa.inspect(PaperDelivery).local_table.c
_N: Final = sa.inspect(PaperPrint).local_table.c


@dataclass(frozen=True, slots=True)
class IssuedRow:
    """One line of the register of papers issued.

    Attributes:
        number: ``05/QĐ-CSCN``; empty for a paper that bears none.
        title: in words without content where the paper is about health and the reader may not read such.
        is_hidden: whether it is.
        has_medical: whether it has a file behind the wall of health.
        addressee_count: lines of "Nơi nhận"; so many copies left, so many were received.
        print_count: how often it was printed.
    """

    paper_id: str
    version: int
    number: str
    issued_on: date
    form_id: str
    title: str = field(repr=False)
    is_hidden: bool
    about: str | None = field(repr=False)
    resident_id: str | None
    stay_id: str | None
    signer_name: str | None = field(repr=False)
    state: PaperState
    void_reason: str | None = field(repr=False)
    has_medical: bool
    copies: int
    addressee_count: int
    sent_count: int
    received_count: int
    print_count: int

    @classmethod
    def maker(cls, uow: UnitOfWork) -> "Callable[..., IssuedRow]":
        """What makes a row of the columns of ``_ROW``, for this actor."""
        reads_health = uow.actor.may(READ_HEALTH_PAPERS)

        def make(*columns: Any) -> IssuedRow:
            paper_id, version, number, symbol, issued_on, form_id, title, paper_class, *rest = columns
            about, resident_id, stay_id, signer, voided_at, reason, has_medical, *counts = rest
            is_hidden = paper_class is PaperClass.HEALTH and not reads_health
            return cls(
                paper_id,
                version,
                "" if number is None else number_text(number, symbol),
                issued_on,
                form_id,
                HIDDEN_TITLE if is_hidden else title,
                is_hidden,
                *(about, resident_id, stay_id, signer),
                PaperState.ISSUED if voided_at is None else PaperState.VOID,
                None if is_hidden else reason,
                bool(has_medical),
                *counts,
            )

        return make


def _count(*wanted: sa.ColumnElement[bool]) -> sa.ColumnElement[int]:
    lines = sa.select(sa.func.count(_D.id)).where(_D.paper_id == _P.id, _D.voided_at.is_(None), *wanted)
    return lines.correlate(_TABLE).scalar_subquery()


_SENT: Final = _count(_D.sent_on.is_not(None))
_RECEIVED: Final = _count(_D.received_on.is_not(None))
_ALL: Final = _count()
_PRINTS: Final = sa.select(sa.func.count(_N.id)).where(_N.paper_id == _P.id).correlate(_TABLE).scalar_subquery()
_ROW: Final[tuple[sa.ColumnElement[Any], ...]] = (
    *(_P.id, _P.version, _P.number, _P.symbol, _P.issued_on, _P.form_id, _P.title, _P.paper_class),
    *(_P.about, _P.resident_id, _P.stay_id, _P.signer_name, _P.voided_at, _P.void_reason),
    *(_P.medical_json.is_not(None), _P.copies, _ALL, _SENT, _RECEIVED, _PRINTS),
)
_SORTS: Final[dict[str, sa.ColumnElement[Any]]] = {
    "issued_on": _P.issued_on,
    "number": _P.number,
    "symbol": _P.symbol,
    "form": _P.form_id,
    "about": _P.about,
}
_DELIVERY: Final[dict[str, sa.ColumnElement[bool]]] = {
    "unsent": _SENT < _ALL,
    "unreceived": sa.and_(_SENT > 0, _RECEIVED < _ALL),
}


def list_issued_ids(uow: UnitOfWork, look: Look) -> tuple[str, ...]:
    """The register of papers issued, the newest first; ``look.text`` finds number, title, name and addressees.

    Filters: ``year``, ``symbol``, ``form``, ``state`` (``PaperState``), ``resident``, ``stay``, ``delivery``
    (``unsent``, ``unreceived``); sorts ``issued_on``, ``number``, ``symbol``, ``form``, ``about``.

    Raises:
        UserError: ``bad_filter``, ``bad_sort``.
    """
    require(uow, READ_PAPERS)
    wanted = [_condition(key, value) for key, value in look.filters.items() if value]
    return ids(uow.session, _listing(*wanted, *_found_by(look.text)), look.sorts)


def list_issued_rows(uow: UnitOfWork, wanted: Sequence[str]) -> tuple[IssuedRow, ...]:
    """Those papers, in the order asked for."""
    require(uow, READ_PAPERS)
    return rows_of(uow.session, _listing(), wanted, IssuedRow.maker(uow))


def list_issued(uow: UnitOfWork, request: PageRequest) -> Page[IssuedRow]:
    """The register in pages, for programs.

    Raises:
        UserError: ``bad_sort``, ``bad_cursor``.
    """
    require(uow, READ_PAPERS)
    return page(uow.session, _listing(*_found_by(request.search)), request, IssuedRow.maker(uow))


def list_addressee_names(uow: UnitOfWork, paper_ids: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Whom papers go to (Nơi nhận), by their ids; one that goes to nobody is left out."""
    require(uow, READ_PAPERS)
    found: dict[str, list[str]] = {}
    for first in range(0, len(paper_ids), _MANY):
        asked = sa.select(_D.paper_id, _D.name).where(
            _D.paper_id.in_(paper_ids[first : first + _MANY]), _D.voided_at.is_(None)
        )
        for paper_id, name in uow.session.execute(asked.order_by(_D.paper_id, _D.place)):
            found.setdefault(paper_id, []).append(name)
    return {paper_id: tuple(names) for paper_id, names in found.items()}


def list_papers_of_resident(uow: UnitOfWork, resident_id: str) -> tuple[IssuedRow, ...]:
    """Papers about one person, the newest first, void ones too."""
    require(uow, READ_PAPERS)
    return _rows(uow, _P.resident_id == resident_id)


def list_papers_of_stay(uow: UnitOfWork, stay_id: str, form_id: str = "") -> tuple[IssuedRow, ...]:
    """Papers of one stay, the newest first, void ones too; of one form where one is named."""
    require(uow, READ_PAPERS)
    of_form = [_P.form_id == form_id] if form_id else []
    return _rows(uow, _P.stay_id == stay_id, *of_form)


def find_paper_of_stay(uow: UnitOfWork, stay_id: str, form_id: str) -> IssuedRow | None:
    """The newest paper of this form for a stay that counts; None when there is none."""
    require(uow, READ_PAPERS)
    found = _rows(uow, _P.stay_id == stay_id, _P.form_id == form_id, _P.voided_at.is_(None))
    return found[0] if found else None


def answer_papers_of_stay(uow: UnitOfWork, asked: PapersOfStay) -> tuple[str, ...]:
    """What the papers of a stay that count are called: form and number, no word of their content."""
    require(uow, READ_PAPERS)
    found = _rows(uow, _P.stay_id == asked.stay_id, _P.voided_at.is_(None))
    return tuple(f"{one.form_id} {one.number}".strip() for one in found)


def find_paper_of_record(uow: UnitOfWork, table: str, record_id: str, form_id: str) -> IssuedRow | None:
    """The newest paper of this form made from a record that counts; None when there is none."""
    require(uow, HANDLE_PAPERS)
    FormRights(uow, form_id).require(READ_PAPERS)
    of_record = (_P.subject_table == table, _P.subject_id == record_id)
    found = _rows(uow, *of_record, _P.form_id == form_id, _P.voided_at.is_(None))
    return found[0] if found else None


def list_papers_of_records(
    uow: UnitOfWork, table: str, record_ids: Sequence[str], form_id: str
) -> dict[str, IssuedRow]:
    """Record → the newest paper of this form made from it that counts; a record without one is left out."""
    require(uow, HANDLE_PAPERS)
    FormRights(uow, form_id).require(READ_PAPERS)
    make, found = IssuedRow.maker(uow), dict[str, IssuedRow]()
    wanted = (_P.subject_table == table, _P.subject_id.in_(record_ids), _P.form_id == form_id)
    asked = sa.select(_P.subject_id, *_ROW).where(*wanted, _P.voided_at.is_(None))
    for record_id, *row in uow.session.execute(asked.order_by(_P.issued_on.desc(), _P.id.desc())):
        found.setdefault(record_id, make(*row))
    return found


def _rows(uow: UnitOfWork, *wanted: sa.ColumnElement[bool]) -> tuple[IssuedRow, ...]:
    make = IssuedRow.maker(uow)
    asked = sa.select(*_ROW).where(*wanted).order_by(_P.issued_on.desc(), _P.id.desc())
    return tuple(make(*row) for row in uow.session.execute(asked))


def _listing(*wanted: sa.ColumnElement[bool]) -> Listing:
    return Listing(sa.select(*_ROW).where(*wanted), _P.id, _SORTS, (Sort("issued_on", descending=True),))


def _found_by(text: str) -> tuple[sa.ColumnElement[bool], ...]:
    return (matches(_TABLE, text),) if text.strip() else ()


def _condition(key: str, value: str) -> sa.ColumnElement[bool]:
    if key == "state":
        is_void = chosen(key, value, PaperState) is PaperState.VOID
        return _P.voided_at.is_not(None) if is_void else _P.voided_at.is_(None)
    if key == "delivery":
        return sa.and_(chosen(key, value, _DELIVERY.__getitem__), _P.voided_at.is_(None))
    columns: dict[str, tuple[sa.ColumnElement[Any], Callable[[str], object]]] = {
        "year": (_P.year, int),
        "symbol": (_P.symbol, str),
        "form": (_P.form_id, str),
        "resident": (_P.resident_id, str),
        "stay": (_P.stay_id, str),
    }
    if key not in columns:
        raise bad_filter(key)
    column, read = columns[key]
    return column == chosen(key, value, read)
