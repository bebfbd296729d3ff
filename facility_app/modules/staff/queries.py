"""Who works here, who may sign on a day, whose certificates expire."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

import sqlalchemy as sa

from facility_app.db import search
from facility_app.db.base import Base
from facility_app.db.page import Listing, bad_filter, chosen, ids, page, rows_of
from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.dates import format_date, local_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import Label, label
from facility_app.kernel.paging import Look, Page, PageRequest, Sort
from facility_app.modules.catalogues.api import Coded, CodeList, find_code, get_facility, parameter, search_codes
from facility_app.modules.staff.domain import (
    EDIT_STAFF,
    READ_STAFF_FILE,
    VIEW_STAFF,
    AuthorityForm,
    CertificateState,
    PostKind,
    Signature,
    StaffKind,
    authority_lines,
    certificate_state,
    head_lines,
)
from facility_app.modules.staff.tables import StaffAuthority, StaffCertificate, StaffMember, StaffPost
from facility_app.modules.tasks.api import FigureTone, HomeFigure, HomeFigures

_m, _p = StaffMember.__table__.c, StaffPost.__table__.c
_a, _c = StaffAuthority.__table__.c, StaffCertificate.__table__.c
_ENDS = sa.func.coalesce(_c.expires_on, sa.literal("9999-12-31"))
"""Those without end come after all that run out."""


@dataclass(frozen=True, slots=True)
class StaffRow:
    """One person of the list; ``version`` goes back with the decision about it.

    Attributes:
        rank: code of the rank.
        title: the post held today, the highest first; None without one.
        next_expiry: when the first certificate ends.
    """

    member_id: str
    full_name: str = field(repr=False)
    staff_no: str | None
    kind: StaffKind
    rank: str | None
    title: str | None
    team: str | None
    joined_on: date
    left_on: date | None
    next_expiry: date | None
    version: int


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


@dataclass(frozen=True, slots=True)
class StaffFile:
    """Everything kept about one person who works here."""

    member_id: str
    full_name: str = field(repr=False)
    staff_no: str | None
    kind: StaffKind
    sex: str | None
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


def list_staff_ids(uow: UnitOfWork, look: Look) -> tuple[str, ...]:
    """People by name.

    Filters: ``state`` (``working`` when none is chosen, ``left``, ``all``), ``kind``; sorts ``name``, ``joined``,
    ``expiry``.

    Raises:
        UserError: ``bad_filter``, ``bad_sort``.
    """
    require(uow, VIEW_STAFF)
    return ids(uow.session, _staff(local_date(uow.now), look), look.sorts)


def list_staff_rows(uow: UnitOfWork, wanted: Sequence[str]) -> tuple[StaffRow, ...]:
    """The rows with these ids, in that order."""
    require(uow, VIEW_STAFF)
    listing = _staff(local_date(uow.now), Look(filters={"state": "all"}))
    return rows_of(uow.session, listing, wanted, StaffRow)


def list_staff(uow: UnitOfWork, request: PageRequest) -> Page[StaffRow]:
    """People who work here, in pages."""
    require(uow, VIEW_STAFF)
    return page(uow.session, _staff(local_date(uow.now), Look(request.search)), request, StaffRow)


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
        found.sex,
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
        _certificates(uow, _c.member_id == member_id),
    )


def find_member_of_account(uow: UnitOfWork, user_id: str) -> StaffRow | None:
    """Who signs in with an account, or None."""
    require(uow, VIEW_STAFF)
    found = uow.session.scalar(sa.select(_m.id).where(_m.user_id == user_id, _m.voided_at.is_(None)))
    listing = _staff(local_date(uow.now), Look(filters={"state": "all"}))
    rows = rows_of(uow.session, listing, [] if found is None else [found], StaffRow)
    return rows[0] if rows else None


def list_signatories(uow: UnitOfWork, on: date | None = None) -> tuple[Signature, ...]:
    """Who may sign the facility's papers on a day (today when none is named): the head first."""
    require(uow, VIEW_STAFF)
    return _signatories(uow, local_date(uow.now) if on is None else on)


def get_signature(uow: UnitOfWork, member_id: str, on: date | None = None) -> Signature:
    """How somebody signs on a day.

    Raises:
        UserError: ``may_not_sign``, naming the way on.
    """
    require(uow, VIEW_STAFF)
    day = local_date(uow.now) if on is None else on
    for one in _signatories(uow, day):
        if one.member_id == member_id:
            return one
    raise UserError(
        "may_not_sign",
        label(
            "errors",
            "Người này không có quyền ký văn bản của cơ sở vào ngày {day}. Hãy chọn người khác, hoặc ghi quyền ký "
            "trong hồ sơ cán bộ.",
        ),
        fields={"signer": label("errors", "Không có quyền ký vào ngày này")},
        day=format_date(day),
    )


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


def state_of_expiry(uow: UnitOfWork, expires_on: date | None) -> CertificateState:
    """Where something that ends on a day stands today."""
    require(uow, VIEW_STAFF)
    return certificate_state(expires_on, local_date(uow.now), _notice_from(uow))


def offer_entries(uow: UnitOfWork, which: str, text: str) -> tuple[Coded, ...]:
    """Entries of the list named ``which`` (a ``CodeList``) for this slice's forms; all of them for no text."""
    require(uow, VIEW_STAFF)
    return search_codes(uow, CodeList(which), text)


def find_entry(uow: UnitOfWork, which: str, code: str | None) -> Coded | None:
    """The entry of a stored code, also one no longer chosen."""
    require(uow, VIEW_STAFF)
    return None if code is None else find_code(uow, CodeList(which), code)


def _staff_figures(uow: UnitOfWork, _question: HomeFigures) -> tuple[HomeFigure, ...]:
    if not uow.actor.may(EDIT_STAFF):
        return ()
    until = _notice_from(uow)
    asked = sa.select(sa.func.count()).where(*_live_certificates(), _c.expires_on <= until)
    number = uow.session.execute(asked.select_from(StaffCertificate).join(StaffMember)).scalar_one()
    text, tone = label("staff", "chứng chỉ sắp hết hạn"), FigureTone.WARNING if number else FigureTone.NEUTRAL
    return (HomeFigure("staff.expiring", text, number, tone, "staff.certificates", order=95),)


ANSWERS: Mapping[type, tuple[Callable[[Any, Any], Any], ...]] = {HomeFigures: (_staff_figures,)}

_POST_ORDER = {kind: place for place, kind in enumerate(PostKind)}


def _staff(today: date, look: Look) -> Listing:
    # Highest post first: the enum's own order is the order of posts.
    order = sa.case({kind.value: place for kind, place in _POST_ORDER.items()}, value=sa.cast(_p.kind, sa.String))
    held = (_p.member_id == _m.id, _p.voided_at.is_(None), _p.from_on <= today, _open_on(_p.to_on, today))

    def of_post(column: sa.ColumnElement[Any]) -> sa.ScalarSelect[Any]:
        return sa.select(column).where(*held).order_by(order, _p.from_on, _p.id).limit(1).scalar_subquery()

    expiry = (
        sa.select(sa.func.min(_c.expires_on))
        .where(_c.member_id == _m.id, _c.voided_at.is_(None))
        .scalar_subquery()
    )
    columns = (_m.id, _m.full_name, _m.staff_no, _m.kind, _m.rank, of_post(_p.title), of_post(_p.team))
    asked = sa.select(*columns, _m.joined_on, _m.left_on, expiry.label("next_expiry"), _m.version)
    asked = asked.where(_m.voided_at.is_(None))
    is_working = _open_on(_m.left_on, today)
    state = look.filters.get("state") or "working"
    if state not in {"working", "left", "all"}:
        raise bad_filter("state")
    if state != "all":
        asked = asked.where(is_working if state == "working" else sa.not_(is_working))
    if look.filters.get("kind"):
        asked = asked.where(_m.kind == chosen("kind", look.filters["kind"], StaffKind))
    if look.text.strip():
        asked = asked.where(search.matches(Base.metadata.tables[StaffMember.__tablename__], look.text))
    sorts = {"name": _m.name_sort, "joined": _m.joined_on, "expiry": expiry}
    return Listing(asked, _m.id, sorts, (Sort("name"),))


def _open_on(last: sa.ColumnElement[Any], day: date) -> sa.ColumnElement[bool]:
    return last.is_(None) | (last >= day)


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


def _signatories(uow: UnitOfWork, day: date) -> tuple[Signature, ...]:
    head_title = str(get_facility(uow).head_title)
    working = (_m.voided_at.is_(None), _open_on(_m.left_on, day))
    heads = (
        sa.select(_m.id, _m.full_name, _m.rank, _p.is_acting)
        .join(_p.id.table, _p.member_id == _m.id)
        .where(*working, _p.kind == PostKind.HEAD, _p.voided_at.is_(None), _p.from_on <= day)
        .where(_open_on(_p.to_on, day))
        .order_by(_p.is_acting, _p.from_on, _p.id)
    )
    signs = [
        Signature(row.id, head_lines(head_title, is_acting=row.is_acting), _rank(uow, row.rank), row.full_name)
        for row in uow.session.execute(heads)
    ]
    columns: tuple[Any, ...] = (_m.id, _m.full_name, _m.rank, _a.form, _a.title, _a.scope, _a.document_no)
    others = (
        sa.select(*columns, _a.to_on)
        .join(_a.id.table, _a.member_id == _m.id)
        .where(*working, _a.voided_at.is_(None), _a.from_on <= day, _open_on(_a.to_on, day))
        .order_by(_a.form, _m.name_sort, _a.id)
    )
    signs += [
        Signature(
            row.id,
            authority_lines(row.form, head_title, row.title),
            _rank(uow, row.rank),
            row.full_name,
            row.scope,
            row.document_no or "",
            row.to_on,
        )
        for row in uow.session.execute(others)
    ]
    return tuple(signs)


def _rank(uow: UnitOfWork, code: str | None) -> str:
    found = find_entry(uow, CodeList.POLICE_RANK, code)
    return "" if found is None else str(found.text)
