"""The register of certificates: every number, who has it, what became of it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

import sqlalchemy as sa

from facility_app.db.page import Listing, chosen, ids, rows_of
from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import Label, label
from facility_app.kernel.paging import Look, Sort
from facility_app.modules.residents.api import list_resident_ids, list_resident_rows
from facility_app.modules.vocational.domain.results import Book, Grade, certificate_no
from facility_app.modules.vocational.domain.rights import VIEW_VOCATIONAL
from facility_app.modules.vocational.queries.titles import get_titles
from facility_app.modules.vocational.tables import Certificate, CertificatePrint, Course

CERTIFICATE: Final = sa.inspect(Certificate).local_table.c
_PRINT: Final = sa.inspect(CertificatePrint).local_table.c
_COURSE: Final = sa.inspect(Course).local_table.c
STANDS, TAKEN_BACK = "stands", "taken_back"


@dataclass(frozen=True, slots=True)
class CertificateRow:
    """One number of the register.

    Attributes:
        title: what it is called.
        number: as printed.
        taken_back_on, reason: of the counter-row; None while the certificate stands.
        prints: how often it was printed.
    """

    certificate_id: str
    resident_id: str
    code: str
    name: str = field(repr=False)
    birth: str = field(repr=False)
    book: Book
    title: Label
    number: str
    serial: str | None
    issued_on: date
    grade: Grade
    trade: str
    hours: int
    first_on: date
    last_on: date
    signed_by: str = field(repr=False)
    issuer: str | None
    course_id: str
    course_code: str
    taken_back_on: date | None
    reason: str | None = field(repr=False)
    prints: int


@dataclass(frozen=True, slots=True)
class _Kept:
    certificate_id: str
    resident_id: str
    book: Book
    year: int
    number: int
    serial: str | None
    issued_on: date
    grade: Grade
    trade: str
    hours: int
    first_on: date
    last_on: date
    signed_by: str
    issuer: str | None
    course_id: str
    course_code: str
    taken_back_on: date | None
    reason: str | None
    prints: int


def list_certificate_ids(uow: UnitOfWork, look: Look) -> tuple[str, ...]:
    """Ids of the certificates a look asks for, the last number first.

    ``look.filters``: ``state`` (``stands``, ``taken_back``), ``book``, ``year``. ``look.text`` is a person's.

    Raises:
        UserError: ``bad_sort``, ``bad_filter``.
    """
    require(uow, VIEW_VOCATIONAL)
    wanted = []
    for key, value in look.filters.items():
        wanted.append(chosen(key, value, _CONDITIONS[key]))
    if look.text.strip():
        wanted.append(CERTIFICATE.resident_id.in_(list_resident_ids(uow, Look(text=look.text))))
    return ids(uow.session, _listing(*wanted), look.sorts)


def list_certificate_rows(uow: UnitOfWork, wanted: Sequence[str]) -> tuple[CertificateRow, ...]:
    """Those certificates, in the order asked for."""
    require(uow, VIEW_VOCATIONAL)
    found = rows_of(uow.session, _listing(), wanted, _Kept)
    cards = {row.resident_id: row for row in list_resident_rows(uow, list({one.resident_id for one in found}))}
    titles, rows = get_titles(uow), []
    for one in found:
        card = cards.get(one.resident_id)
        rows.append(
            CertificateRow(
                one.certificate_id,
                one.resident_id,
                "" if card is None else card.code,
                "" if card is None else card.name,
                "" if card is None else card.birth,
                one.book,
                titles[one.book].text,
                certificate_no(one.book, one.year, one.number),
                one.serial,
                one.issued_on,
                one.grade,
                one.trade,
                one.hours,
                one.first_on,
                one.last_on,
                one.signed_by,
                one.issuer,
                one.course_id,
                one.course_code,
                one.taken_back_on,
                one.reason,
                one.prints,
            )
        )
    return tuple(rows)


def get_certificate(uow: UnitOfWork, certificate_id: str) -> CertificateRow:
    """One certificate.

    Raises:
        UserError: ``not_found``.
    """
    require(uow, VIEW_VOCATIONAL)
    for row in list_certificate_rows(uow, (certificate_id,)):
        return row
    raise UserError("not_found", label("errors", "Không tìm thấy chứng chỉ này. Hãy mở lại sổ cấp chứng chỉ."))


def list_certificates_of(uow: UnitOfWork, resident_id: str) -> tuple[CertificateRow, ...]:
    """One person's certificates, the latest first; those taken back among them."""
    require(uow, VIEW_VOCATIONAL)
    wanted = ids(
        uow.session, _listing(CERTIFICATE.resident_id == resident_id), (Sort("issued_on", descending=True),)
    )
    return list_certificate_rows(uow, wanted)


_COUNTER = sa.alias(sa.inspect(Certificate).local_table, "counter")


def _listing(*wanted: sa.ColumnElement[bool]) -> Listing:
    prints = (
        sa.select(sa.func.count())
        .where(_PRINT.certificate_id == CERTIFICATE.id)
        .correlate(Certificate.__table__)
        .scalar_subquery()
    )
    names = (
        *("id", "resident_id", "book", "year", "number", "serial", "issued_on", "grade", "trade", "hours"),
        *("first_on", "last_on", "signed_by", "issuer", "course_id"),
    )
    asked = (
        sa.select(
            *(CERTIFICATE[name] for name in names),
            _COURSE.code.label("course_code"),
            _COUNTER.c.issued_on.label("taken_back_on"),
            _COUNTER.c.reason.label("counter_reason"),
            prints.label("prints"),
        )
        .join(Course, _COURSE.id == CERTIFICATE.course_id)
        .outerjoin(_COUNTER, _COUNTER.c.cancels_id == CERTIFICATE.id)
        .where(CERTIFICATE.number.is_not(None), *wanted)
    )
    sorts: dict[str, sa.ColumnElement[Any]] = {
        "issued_on": CERTIFICATE.issued_on,
        "number": CERTIFICATE.year * 100_000 + CERTIFICATE.number,
        "trade": CERTIFICATE.trade,
    }
    return Listing(asked, CERTIFICATE.id, sorts, (Sort("number", descending=True),))


def _state(value: str) -> sa.ColumnElement[bool]:
    return {STANDS: _COUNTER.c.id.is_(None), TAKEN_BACK: _COUNTER.c.id.is_not(None)}[value]


_CONDITIONS = {
    "state": _state,
    "book": lambda value: CERTIFICATE.book == Book(value),
    "year": lambda value: CERTIFICATE.year == int(value),
}
