"""Who may sign the facility's papers on a day, and how."""

from datetime import date
from typing import Any

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.dates import format_date, local_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.modules.catalogues.api import CodeList, find_code, get_facility
from facility_app.modules.staff.domain import VIEW_STAFF, PostKind, Signature, authority_lines, head_lines
from facility_app.modules.staff.tables import StaffAuthority, StaffMember, StaffPost

_m, _p, _a = StaffMember.__table__.c, StaffPost.__table__.c, StaffAuthority.__table__.c


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
    found = None if code is None else find_code(uow, CodeList.POLICE_RANK, code)
    return "" if found is None else str(found.text)


def _open_on(last: sa.ColumnElement[Any], day: date) -> sa.ColumnElement[bool]:
    return last.is_(None) | (last >= day)
