"""The register of papers from outside: the list by ids and rows, and what came in about one person or stay."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

import sqlalchemy as sa

from facility_app.db.page import Listing, bad_filter, chosen, ids, page, rows_of
from facility_app.db.search import matches
from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.paging import Look, Page, PageRequest, Sort
from facility_app.modules.correspondence.domain import READ_HEALTH_PAPERS, READ_PAPERS
from facility_app.modules.correspondence.domain.numbers import plain_number
from facility_app.modules.correspondence.domain.outgoing import (
    HIDDEN_TITLE,
    AddresseeKind,
    PaperClass,
    PaperState,
)
from facility_app.modules.correspondence.tables.incoming import PaperScan, ReceivedPaper

_TABLE: Final = ReceivedPaper.metadata.tables[ReceivedPaper.__tablename__]
_R: Final = _TABLE.c
_S: Final = sa.inspect(PaperScan).local_table.c


@dataclass(frozen=True, slots=True)
class ReceivedRow:
    """One line of the register of papers from outside.

    Attributes:
        no: số đến, as written.
        number: số, ký hiệu printed on the paper.
        subject: in words without content where the paper is about health and the reader may not read such.
        state: void is struck out.
    """

    received_id: str
    version: int
    no: str
    received_on: date
    sender_kind: AddresseeKind
    sender: str
    number: str | None
    dated_on: date | None
    subject: str = field(repr=False)
    is_hidden: bool
    about: str | None = field(repr=False)
    resident_id: str | None
    stay_id: str | None
    routed_to: str | None
    answer_by: date | None
    form_id: str | None
    state: PaperState
    scan_count: int

    @classmethod
    def maker(cls, uow: UnitOfWork) -> "Callable[..., ReceivedRow]":
        """What makes a row of the columns of ``_ROW``, for this actor."""
        reads_health = uow.actor.may(READ_HEALTH_PAPERS)

        def make(*columns: Any) -> ReceivedRow:
            received_id, version, no, received_on, kind, sender, number, dated_on, *rest = columns
            subject, paper_class, about, resident_id, stay_id, routed_to, answer_by, form_id, voided_at, scans = (
                rest
            )
            is_hidden = paper_class is PaperClass.HEALTH and not reads_health
            return cls(
                *(received_id, version, plain_number(no), received_on, kind, sender, number, dated_on),
                HIDDEN_TITLE if is_hidden else subject,
                is_hidden,
                *(about, resident_id, stay_id, routed_to, answer_by, form_id),
                PaperState.ISSUED if voided_at is None else PaperState.VOID,
                scans,
            )

        return make


_SCANS: Final = (
    sa.select(sa.func.count(_S.id))
    .where(_S.received_id == _R.id, _S.voided_at.is_(None))
    .correlate(_TABLE)
    .scalar_subquery()
)
_ROW: Final[tuple[sa.ColumnElement[Any], ...]] = (
    *(_R.id, _R.version, _R.no, _R.received_on, _R.sender_kind, _R.sender, _R.number, _R.dated_on),
    *(_R.subject, _R.paper_class, _R.about, _R.resident_id, _R.stay_id, _R.routed_to, _R.answer_by, _R.form_id),
    *(_R.voided_at, _SCANS),
)
_SORTS: Final[dict[str, sa.ColumnElement[Any]]] = {
    "received_on": _R.received_on,
    "no": _R.no,
    "sender": _R.sender,
    "dated_on": _R.dated_on,
    "about": _R.about,
    "answer_by": _R.answer_by,
}


def list_received_ids(uow: UnitOfWork, look: Look) -> tuple[str, ...]:
    """The register of papers from outside, the newest first; ``look.text`` finds number, sender, subject, name.

    Filters: ``year``, ``form``, ``sender_kind``, ``state`` (``PaperState``), ``resident``, ``stay``; sorts
    ``received_on``, ``no``, ``sender``, ``dated_on``, ``about``, ``answer_by``.

    Raises:
        UserError: ``bad_filter``, ``bad_sort``.
    """
    require(uow, READ_PAPERS)
    wanted = [_condition(key, value) for key, value in look.filters.items() if value]
    return ids(uow.session, _listing(*wanted, *_found_by(look.text)), look.sorts)


def list_received_rows(uow: UnitOfWork, wanted: Sequence[str]) -> tuple[ReceivedRow, ...]:
    """Those papers, in the order asked for."""
    require(uow, READ_PAPERS)
    return rows_of(uow.session, _listing(), wanted, ReceivedRow.maker(uow))


def list_received(uow: UnitOfWork, request: PageRequest) -> Page[ReceivedRow]:
    """The register in pages, for programs.

    Raises:
        UserError: ``bad_sort``, ``bad_cursor``.
    """
    require(uow, READ_PAPERS)
    return page(uow.session, _listing(*_found_by(request.search)), request, ReceivedRow.maker(uow))


def list_received_of_resident(uow: UnitOfWork, resident_id: str) -> tuple[ReceivedRow, ...]:
    """What came in about one person, the newest first, struck-out lines too."""
    require(uow, READ_PAPERS)
    return _rows(uow, _R.resident_id == resident_id)


def find_received_of_stay(uow: UnitOfWork, stay_id: str, form_id: str) -> ReceivedRow | None:
    """The newest paper of this form that came in for a stay and counts; None when there is none."""
    require(uow, READ_PAPERS)
    found = _rows(uow, _R.stay_id == stay_id, _R.form_id == form_id, _R.voided_at.is_(None))
    return found[0] if found else None


def _rows(uow: UnitOfWork, *wanted: sa.ColumnElement[bool]) -> tuple[ReceivedRow, ...]:
    make = ReceivedRow.maker(uow)
    asked = sa.select(*_ROW).where(*wanted).order_by(_R.received_on.desc(), _R.id.desc())
    return tuple(make(*row) for row in uow.session.execute(asked))


def _listing(*wanted: sa.ColumnElement[bool]) -> Listing:
    return Listing(sa.select(*_ROW).where(*wanted), _R.id, _SORTS, (Sort("received_on", descending=True),))


def _found_by(text: str) -> tuple[sa.ColumnElement[bool], ...]:
    return (matches(_TABLE, text),) if text.strip() else ()


def _condition(key: str, value: str) -> sa.ColumnElement[bool]:
    if key == "state":
        is_void = chosen(key, value, PaperState) is PaperState.VOID
        return _R.voided_at.is_not(None) if is_void else _R.voided_at.is_(None)
    columns: dict[str, tuple[sa.ColumnElement[Any], Callable[[str], object]]] = {
        "year": (_R.year, int),
        "form": (_R.form_id, str),
        "sender_kind": (_R.sender_kind, AddresseeKind),
        "resident": (_R.resident_id, str),
        "stay": (_R.stay_id, str),
    }
    if key not in columns:
        raise bad_filter(key)
    column, read = columns[key]
    return column == chosen(key, value, read)
