"""Long lists by keyset: each page costs the same, however deep, and shows no row twice."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

import sqlalchemy as sa
from sqlalchemy.orm import Session

from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.kernel.paging import Cursor, Page, PageRequest, Sort

RowT = TypeVar("RowT")


@dataclass(frozen=True, slots=True)
class Listing:
    """A list that can be read in pages.

    Attributes:
        select: columns of the list's rows, filtered, without order or limit.
        id: the id column, always the last key of the order.
        sorts: sort key → column.
        default: the list's own order.
    """

    select: sa.Select[Any]
    id: sa.ColumnElement[Any]
    sorts: Mapping[str, sa.ColumnElement[Any]]
    default: tuple[Sort, ...] = ()


def page(session: Session, listing: Listing, request: PageRequest, make_row: Callable[..., RowT]) -> Page[RowT]:
    """One page of ``listing``; its rows are ``make_row(*columns)``.

    Raises:
        UserError: ``bad_sort`` for a sort key the list does not have, ``bad_cursor`` for a mark of another order.
    """
    sorts = request.sort or listing.default
    keys = [_column(listing, sort) for sort in sorts]
    statement = listing.select.add_columns(*(key.label(f"_k{n}") for n, key in enumerate(keys)))
    statement = statement.add_columns(listing.id.label("_id"))
    if request.after is not None:
        statement = statement.where(_after(listing.id, sorts, keys, request.after))
    order = [_ordered(key, sort) for key, sort in zip(keys, sorts, strict=True)]
    tail = listing.id.desc() if sorts and sorts[-1].descending else listing.id.asc()
    found = session.connection().execute(statement.order_by(*order, tail).limit(request.size + 1)).all()
    width = len(keys) + 1
    rows = tuple(make_row(*row[:-width]) for row in found[: request.size])
    if len(found) <= request.size:
        return Page(rows)
    last = found[request.size - 1]
    return Page(rows, Cursor(tuple(last[-width:-1]), last[-1]))


def count(session: Session, listing: Listing) -> int:
    """Rows of the whole list."""
    return session.execute(sa.select(sa.func.count()).select_from(listing.select.subquery())).scalar_one()


def _column(listing: Listing, sort: Sort) -> sa.ColumnElement[Any]:
    try:
        return listing.sorts[sort.key]
    except KeyError:
        raise UserError(
            "bad_sort",
            label("errors", "Danh sách này không sắp xếp được theo “{key}”. Có thể sắp theo: {known}."),
            key=sort.key,
            known=", ".join(sorted(listing.sorts)),
        ) from None


def _ordered(key: sa.ColumnElement[Any], sort: Sort) -> sa.ColumnElement[Any]:
    return key.desc() if sort.descending else key.asc()


def _after(
    row_id: sa.ColumnElement[Any], sorts: Sequence[Sort], keys: Sequence[sa.ColumnElement[Any]], cursor: Cursor
) -> sa.ColumnElement[bool]:
    """Rows that come after the cursor. SQLite sorts NULL before everything."""
    if len(cursor.values) != len(keys):
        raise UserError(
            "bad_cursor",
            label("errors", "Dấu trang của danh sách không hợp lệ. Hãy mở lại danh sách từ trang đầu."),
        )
    if all(_is_plain(key, sort) for key, sort in zip(keys, sorts, strict=True)):
        return sa.tuple_(*keys, row_id) > sa.tuple_(*cursor.values, cursor.id)
    backwards = bool(sorts) and sorts[-1].descending
    beyond: sa.ColumnElement[bool] = row_id < cursor.id if backwards else row_id > cursor.id
    for sort, key, value in reversed(list(zip(sorts, keys, cursor.values, strict=True))):
        same = key.is_(None) if value is None else key == value
        beyond = sa.or_(_past(key, value, descending=sort.descending), sa.and_(same, beyond))
        bound = _bound(key, value, descending=sort.descending)
        if bound is not None:
            # Redundant, and the reason an index on the first key finds the page without a scan.
            beyond = sa.and_(bound, beyond)
    return beyond


def _is_plain(key: sa.ColumnElement[Any], sort: Sort) -> bool:
    """Whether a row value can be compared: ascending, and never NULL; an index then finds the page at once."""
    return not sort.descending and isinstance(key, sa.Column) and not key.nullable


def _past(key: sa.ColumnElement[Any], value: object, *, descending: bool) -> sa.ColumnElement[bool]:
    if value is None:
        return sa.false() if descending else key.is_not(None)
    return sa.or_(key < value, key.is_(None)) if descending else key > value


def _bound(key: sa.ColumnElement[Any], value: object, *, descending: bool) -> sa.ColumnElement[bool] | None:
    if value is None or descending:
        return None
    return key >= value
