"""Long lists by keyset: each page costs the same, however deep, and shows no row twice."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias, TypeVar

import sqlalchemy as sa
from sqlalchemy.orm import Session

from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.kernel.paging import Cursor, Page, PageRequest, Sort

RowT = TypeVar("RowT")
ChosenT = TypeVar("ChosenT")


Shape: TypeAlias = tuple[tuple[Sort, ...], tuple[bool, ...] | None]
"""What decides a page's statement: the order, and which of the cursor's values are NULL (None: first page)."""


@dataclass(frozen=True, slots=True, eq=False)
class Listing:
    """A list that can be read in pages.

    A listing without typed filters is best made once: its statements are prepared on first use.

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
    _prepared: dict[Shape, sa.Select[Any]] = field(default_factory=dict, repr=False)

    def statement(self, shape: Shape) -> sa.Select[Any]:
        """The statement of a page: the list's columns, the sort keys, the id.

        Raises:
            UserError: ``bad_sort``, ``bad_cursor``.
        """
        found = self._prepared.get(shape)
        if found is None:
            found = self._prepared[shape] = _prepare(self, *shape)
        return found


def page(session: Session, listing: Listing, request: PageRequest, make_row: Callable[..., RowT]) -> Page[RowT]:
    """One page of ``listing``; its rows are ``make_row(*columns)``.

    Raises:
        UserError: ``bad_sort`` for a sort key the list does not have, ``bad_cursor`` for a mark of another order.
    """
    sorts, after = request.sort or listing.default, request.after
    values: dict[str, object] = {"page_limit": request.size + 1}
    nulls = None
    if after is not None:
        nulls = tuple(value is None for value in after.values)
        values |= {f"after_{place}": value for place, value in enumerate(after.values)} | {"after_id": after.id}
    found = session.connection().execute(listing.statement((sorts, nulls)), values).all()
    width = len(sorts) + 1
    rows = tuple(make_row(*row[:-width]) for row in found[: request.size])
    if len(found) <= request.size:
        return Page(rows)
    last = found[request.size - 1]
    return Page(rows, Cursor(tuple(last[-width:-1]), last[-1]))


def _prepare(listing: Listing, sorts: tuple[Sort, ...], nulls: tuple[bool, ...] | None) -> sa.Select[Any]:
    keys = [_column(listing, sort) for sort in sorts]
    statement = listing.select.add_columns(*(key.label(f"_k{n}") for n, key in enumerate(keys)))
    statement = statement.add_columns(listing.id.label("_id"))
    if nulls is not None:
        statement = statement.where(_after(listing.id, sorts, keys, nulls))
    order = [_ordered(key, sort) for key, sort in zip(keys, sorts, strict=True)]
    tail = listing.id.desc() if sorts and sorts[-1].descending else listing.id.asc()
    return statement.order_by(*order, tail).limit(sa.bindparam("page_limit", type_=sa.Integer))


def ids(session: Session, listing: Listing, sorts: tuple[Sort, ...] = ()) -> tuple[str, ...]:
    """The id of every row of ``listing``, in order; an empty order is the list's own.

    Raises:
        UserError: ``bad_sort``.
    """
    sorts = sorts or listing.default
    keys = [_column(listing, sort) for sort in sorts]
    order = [_ordered(key, sort) for key, sort in zip(keys, sorts, strict=True)]
    tail = listing.id.desc() if sorts and sorts[-1].descending else listing.id.asc()
    found = session.connection().execute(listing.select.with_only_columns(listing.id).order_by(*order, tail))
    return tuple(found.scalars())


def bad_filter(key: str) -> UserError:
    """The refusal of a filter value the list does not know, of a view saved under an older list, for instance."""
    return UserError(
        "bad_filter",
        label("errors", "Không lọc được theo “{key}” với giá trị này. Hãy chọn lại bộ lọc."),
        key=key,
    )


def chosen(key: str, value: str, read: Callable[[str], ChosenT]) -> ChosenT:
    """The value of the filter ``key`` as ``read`` understands it.

    Raises:
        UserError: ``bad_filter``.
    """
    try:
        return read(value)
    except (KeyError, ValueError, OverflowError):
        raise bad_filter(key) from None


def rows_of(
    session: Session, listing: Listing, wanted: Sequence[str], make_row: Callable[..., RowT]
) -> tuple[RowT, ...]:
    """The rows with these ids, ``make_row(*columns)``, in the order of ``wanted``; those gone are left out."""
    asked = listing.select.add_columns(listing.id.label("_id")).where(listing.id.in_(wanted))
    found = {row[-1]: make_row(*row[:-1]) for row in session.connection().execute(asked)}
    return tuple(found[one] for one in wanted if one in found)


def count(session: Session, listing: Listing) -> int:
    """Rows of the whole list."""
    return session.execute(sa.select(sa.func.count()).select_from(listing.select.subquery())).scalar_one()


def _column(listing: Listing, sort: Sort) -> sa.ColumnElement[Any]:
    try:
        # As the file holds it: a cursor travels as text, and knows no instants, money or enums.
        return sa.type_coerce(listing.sorts[sort.key], sa.types.NullType())
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
    row_id: sa.ColumnElement[Any],
    sorts: Sequence[Sort],
    keys: Sequence[sa.ColumnElement[Any]],
    nulls: tuple[bool, ...],
) -> sa.ColumnElement[bool]:
    """Rows that come after the cursor. SQLite sorts NULL before everything."""
    if len(nulls) != len(keys):
        raise UserError(
            "bad_cursor",
            label("errors", "Dấu trang của danh sách không hợp lệ. Hãy mở lại danh sách từ trang đầu."),
        )
    marks = [
        None if null else sa.bindparam(f"after_{n}", type_=sa.types.NullType()) for n, null in enumerate(nulls)
    ]
    mark_id = sa.bindparam("after_id", type_=row_id.type)
    backwards = bool(sorts) and sorts[-1].descending
    one_way = all(sort.descending is backwards for sort in sorts)
    if one_way and not any(nulls) and all(map(_is_never_null, keys)):
        # A row value compared at once: an index finds the page without a scan, in either direction.
        here, mark_row = sa.tuple_(*keys, row_id), sa.tuple_(*marks, mark_id)
        return here < mark_row if backwards else here > mark_row
    beyond: sa.ColumnElement[bool] = row_id < mark_id if backwards else row_id > mark_id
    for sort, key, mark in reversed(list(zip(sorts, keys, marks, strict=True))):
        same = key.is_(None) if mark is None else key == mark
        beyond = sa.or_(_past(key, mark, descending=sort.descending), sa.and_(same, beyond))
        if mark is not None and not sort.descending:
            # Redundant, and the reason an index on the first key finds the page without a scan.
            beyond = sa.and_(key >= mark, beyond)
    return beyond


def _is_never_null(key: sa.ColumnElement[Any]) -> bool:
    column = key.clause if isinstance(key, sa.TypeCoerce) else key
    return isinstance(column, sa.Column) and not column.nullable


def _past(
    key: sa.ColumnElement[Any], mark: sa.BindParameter[Any] | None, *, descending: bool
) -> sa.ColumnElement[bool]:
    if mark is None:
        return sa.false() if descending else key.is_not(None)
    return sa.or_(key < mark, key.is_(None)) if descending else key > mark
