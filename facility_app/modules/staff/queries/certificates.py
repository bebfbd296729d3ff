"""Certificates in the order they run out, and how many do soon."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

import sqlalchemy as sa

from facility_app.db.page import Listing, chosen, ids
from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.dates import local_date
from facility_app.kernel.labels import Label, label
from facility_app.kernel.paging import Look, Sort
from facility_app.modules.catalogues.api import CodeList, find_code, parameter
from facility_app.modules.staff.domain import (
    EDIT_STAFF,
    READ_STAFF_FILE,
    VIEW_STAFF,
    CertificateState,
    certificate_state,
)
from facility_app.modules.staff.tables import StaffCertificate, StaffMember
from facility_app.modules.tasks.api import FigureTone, HomeFigure, HomeFigures

_m, _c = StaffMember.__table__.c, StaffCertificate.__table__.c
_ENDS = sa.func.coalesce(_c.expires_on, sa.literal("9999-12-31"))
"""Those without end come after all that run out."""


@dataclass(frozen=True, slots=True)
class CertificateRow:
    """One certificate, with whose it is and where it stands today."""

    certificate_id: str
    member_id: str
    full_name: str = field(repr=False)
    kind: str
    kind_text: Label
    number: str | None
    issuer: str | None
    issued_on: date
    expires_on: date | None
    version: int
    state: CertificateState


def list_certificate_ids(uow: UnitOfWork, look: Look) -> tuple[str, ...]:
    """Certificates of people who work here, soonest expiry first.

    Filters: ``state`` of ``CertificateState`` (all when none is chosen), ``kind``; sorts ``expiry``, ``name``.

    Raises:
        UserError: ``bad_filter``, ``bad_sort``.
    """
    require(uow, EDIT_STAFF)
    return ids(uow.session, _certificate_listing(uow, look.filters), look.sorts)


def list_certificate_rows(uow: UnitOfWork, wanted: Sequence[str]) -> tuple[CertificateRow, ...]:
    """The rows with these ids, in that order."""
    require(uow, EDIT_STAFF)
    found = {row.certificate_id: row for row in _certificates(uow, _c.id.in_(wanted))}
    return tuple(found[one] for one in wanted if one in found)


def list_own_certificates(uow: UnitOfWork, member_id: str) -> tuple[CertificateRow, ...]:
    """Those of one person, soonest expiry first, also after they left."""
    require(uow, READ_STAFF_FILE)
    return _certificates(uow, _c.member_id == member_id)


def state_of_expiry(uow: UnitOfWork, expires_on: date | None) -> CertificateState:
    """Where something that ends on a day stands today."""
    require(uow, VIEW_STAFF)
    return certificate_state(expires_on, local_date(uow.now), _notice_from(uow))


def _staff_figures(uow: UnitOfWork, _question: HomeFigures) -> tuple[HomeFigure, ...]:
    if not uow.actor.may(EDIT_STAFF):
        return ()
    until = _notice_from(uow)
    asked = sa.select(sa.func.count()).where(*_live_certificates(), _c.expires_on <= until)
    number = uow.session.execute(asked.select_from(StaffCertificate).join(StaffMember)).scalar_one()
    text, tone = label("staff", "chứng chỉ sắp hết hạn"), FigureTone.WARNING if number else FigureTone.NEUTRAL
    return (HomeFigure("staff.expiring", text, number, tone, "staff.certificates", order=95),)


ANSWERS: Mapping[type, tuple[Callable[[Any, Any], Any], ...]] = {HomeFigures: (_staff_figures,)}


def _notice_from(uow: UnitOfWork) -> date:
    return local_date(uow.now) + timedelta(days=parameter(uow, "certificate_notice_days").whole)


def _certificates(uow: UnitOfWork, wanted: sa.ColumnElement[bool]) -> tuple[CertificateRow, ...]:
    columns: tuple[Any, ...] = (_c.id, _c.member_id, _m.full_name, _c.kind, _c.number, _c.issuer)
    asked = sa.select(*columns, _c.issued_on, _c.expires_on, _c.version).join(_m.id.table, _m.id == _c.member_id)
    asked = asked.where(wanted, _c.voided_at.is_(None)).order_by(_ENDS, _c.id)
    today, notice_from = local_date(uow.now), _notice_from(uow)
    return tuple(
        CertificateRow(
            certificate_id=row.id,
            member_id=row.member_id,
            full_name=row.full_name,
            kind=row.kind,
            kind_text=_kind_text(uow, row.kind),
            number=row.number,
            issuer=row.issuer,
            issued_on=row.issued_on,
            expires_on=row.expires_on,
            version=row.version,
            state=certificate_state(row.expires_on, today, notice_from),
        )
        for row in uow.session.execute(asked)
    )


def _kind_text(uow: UnitOfWork, code: str) -> Label:
    found = find_code(uow, CodeList.CERTIFICATE_KIND, code)
    return Label("catalogues", code) if found is None else found.text


def _live_certificates() -> tuple[sa.ColumnElement[bool], ...]:
    return _c.voided_at.is_(None), _m.voided_at.is_(None), _m.left_on.is_(None)


def _certificate_listing(uow: UnitOfWork, filters: Mapping[str, str]) -> Listing:
    today, notice_from = local_date(uow.now), _notice_from(uow)
    conditions = {
        CertificateState.VALID: _c.expires_on > notice_from,
        CertificateState.EXPIRING: sa.between(_c.expires_on, today, notice_from),
        CertificateState.EXPIRED: _c.expires_on < today,
        CertificateState.ENDLESS: _c.expires_on.is_(None),
    }
    joined = StaffCertificate.__table__.join(StaffMember.__table__)
    asked = sa.select(_c.id).select_from(joined).where(*_live_certificates())
    if filters.get("state"):
        asked = asked.where(chosen("state", filters["state"], lambda one: conditions[CertificateState(one)]))
    if filters.get("kind"):
        asked = asked.where(_c.kind == filters["kind"])
    return Listing(asked, _c.id, {"expiry": _ENDS, "name": _m.name_sort}, (Sort("expiry"),))
