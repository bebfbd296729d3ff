"""Everything kept about one person who works here, for whoever may open their file."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.sex import Sex
from facility_app.modules.staff.domain import READ_STAFF_FILE, AuthorityForm, PostKind, StaffKind
from facility_app.modules.staff.queries.certificates import CertificateRow, list_own_certificates
from facility_app.modules.staff.tables import StaffAuthority, StaffMember, StaffPost

_p, _a = StaffPost.__table__.c, StaffAuthority.__table__.c


@dataclass(frozen=True, slots=True)
class PostRow:
    """One post of one person."""

    post_id: str
    kind: PostKind
    title: str
    team: str | None
    is_acting: bool
    from_on: date
    to_on: date | None
    document_no: str | None
    document_on: date | None
    version: int


@dataclass(frozen=True, slots=True)
class AuthorityRow:
    """One authority to sign of one person."""

    authority_id: str
    form: AuthorityForm
    title: str
    scope: str
    from_on: date
    to_on: date | None
    document_no: str | None
    document_on: date | None
    version: int


@dataclass(frozen=True, slots=True)
class StaffFile:
    """Everything kept about one person who works here."""

    member_id: str
    full_name: str = field(repr=False)
    staff_no: str | None
    kind: StaffKind
    sex: Sex | None
    born_on: date | None = field(repr=False)
    personal_no: str | None = field(repr=False)
    phone: str | None = field(repr=False)
    rank: str | None
    user_id: str | None
    joined_on: date
    left_on: date | None
    version: int
    posts: tuple[PostRow, ...]
    authorities: tuple[AuthorityRow, ...]
    certificates: tuple[CertificateRow, ...]


def get_staff_file(uow: UnitOfWork, member_id: str) -> StaffFile:
    """Everything kept about one person.

    Raises:
        UserError: ``not_found``.
    """
    require(uow, READ_STAFF_FILE)
    found = uow.get(StaffMember, member_id)
    return StaffFile(
        found.id,
        found.full_name,
        found.staff_no,
        found.kind,
        None if found.sex is None else Sex(found.sex),
        found.born_on,
        found.personal_no,
        found.phone,
        found.rank,
        found.user_id,
        found.joined_on,
        found.left_on,
        found.version,
        _posts(uow, member_id),
        _authorities(uow, member_id),
        list_own_certificates(uow, member_id),
    )


def _posts(uow: UnitOfWork, member_id: str) -> tuple[PostRow, ...]:
    columns: tuple[Any, ...] = (_p.id, _p.kind, _p.title, _p.team, _p.is_acting, _p.from_on, _p.to_on)
    asked: sa.Select[Any] = sa.select(*columns, _p.document_no, _p.document_on, _p.version)
    asked = asked.where(_p.member_id == member_id, _p.voided_at.is_(None)).order_by(_p.from_on.desc(), _p.id)
    return tuple(PostRow(*row) for row in uow.session.execute(asked))


def _authorities(uow: UnitOfWork, member_id: str) -> tuple[AuthorityRow, ...]:
    columns: tuple[Any, ...] = (_a.id, _a.form, _a.title, _a.scope, _a.from_on, _a.to_on)
    asked: sa.Select[Any] = sa.select(*columns, _a.document_no, _a.document_on, _a.version)
    asked = asked.where(_a.member_id == member_id, _a.voided_at.is_(None)).order_by(_a.from_on.desc(), _a.id)
    return tuple(AuthorityRow(*row) for row in uow.session.execute(asked))
