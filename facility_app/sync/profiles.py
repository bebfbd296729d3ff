"""Which columns of which rows may leave, for whom: allow-lists made of privacy classes (goi-v1 §3.6).

A column travels when its class is in the profile. A table travels when it has something of its own to say there:
not the columns every record has, not references alone where the rest stays. A row more private than its columns
(``RowMark``) stays.
"""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from types import MappingProxyType
from typing import Any, Final

import sqlalchemy as sa

from facility_app.db.base import STAMP_COLUMNS
from facility_app.db.carried import Column, Hidden, Said, Shape, Step, Table, Watched
from facility_app.db.types import MoneyVnd, UtcDatetime
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import Label, label
from facility_app.kernel.privacy import Privacy, Retention, RowMark, Synced, TableSpec

SCHEMA: Final = ("vn.facility", "1.0")
"""Name and version of what the rows mean; goi-v1 §3.10 says what raises which number."""
_ON_EVERY_RECORD: Final = STAMP_COLUMNS | {"id", "home", "voided_at", "voided_by", "void_reason"}
_REVISION_DIGITS: Final = 12
LEAST_FREE: Final = 200
"""Signs: a column as long holds what somebody typed."""


SHAPE_OF_TYPE: Final[tuple[tuple[type[sa.types.TypeEngine[Any]], Shape], ...]] = (
    (UtcDatetime, Shape.INSTANT),
    (MoneyVnd, Shape.MONEY),
    (sa.Boolean, Shape.YES_NO),
    (sa.Date, Shape.DAY),
    (sa.Integer, Shape.NUMBER),
    (sa.LargeBinary, Shape.BYTES),
    (sa.String, Shape.TEXT),
)
"""Types of columns, the narrower first; what is none of them (a float above all) has no place in a bundle."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A profile before it meets any table.

    Attributes:
        classes: of the columns it carries.
        leaves_out: retention classes whose tables it does not carry, whatever their columns are.
        annex: classes that travel in it under a seal of their own.
        needs_authority: whether a legal basis must be written down for the stream.
    """

    classes: frozenset[Privacy]
    leaves_out: frozenset[Retention] = frozenset()
    annex: frozenset[Privacy] = frozenset()
    needs_authority: bool = False


_OFFICE: Final = frozenset({Privacy.PUBLIC, Privacy.ADMIN, Privacy.IDENTITY})
_CARE: Final = _OFFICE | {Privacy.CLINICAL}
RULES: Final[Mapping[str, Rule]] = MappingProxyType(
    {
        # L25 Đ23.2 keeps results of drug tests from the commune police: a class of its own, in none of them.
        "P2": Rule(_OFFICE, leaves_out=frozenset({Retention.MEDICAL})),
        "P3": Rule(_CARE, needs_authority=True),
        "P4": Rule(_CARE, annex=frozenset({Privacy.HIV}), needs_authority=True),
    }
)
NOT_YET: Final[Mapping[str, Label]] = MappingProxyType(
    {
        "P0": label("sync", "số liệu tổng hợp sẽ có cùng phần báo cáo"),
        "P1": label("sync", "danh sách đã thay tên bằng mã chưa làm"),
        "P4": label("sync", "phần HIV niêm phong riêng chưa làm"),
        "PH": label("sync", "hồ sơ bàn giao người được điều chuyển chưa làm"),
    }
)
"""Profiles that are known and cannot be sent yet, with the reason."""


@dataclass(frozen=True, slots=True)
class Profile:
    """An allow-list.

    Attributes:
        name: ``P2`` and so on.
        tables: in an order in which a row's references come before it.
        annex: what travels under the seal of the annex, likewise.
        needs_authority: whether a legal basis must be written down for the stream.
    """

    name: str
    tables: tuple[Table, ...]
    annex: tuple[Table, ...] = ()
    needs_authority: bool = False

    @property
    def revision(self) -> int:
        """The number of this very list: another list has another one."""
        told = repr((self.tables, self.annex)).encode()
        return int(hashlib.sha256(told).hexdigest()[:_REVISION_DIGITS], 16)


def profile(name: str, metadata: sa.MetaData, specs: Iterable[TableSpec]) -> Profile:
    """The allow-list of a profile.

    Args:
        name: of the profile.
        metadata: every table of the program.
        specs: how each travels.

    Raises:
        UserError: ``profile_unknown``, ``profile_not_yet``.
        ValueError: a column without a class, of a type that has no shape, or a path that leads nowhere; a fault of
            the program, found by tests.
    """
    rule = RULES.get(name)
    if rule is None and name not in NOT_YET:
        raise UserError(
            "profile_unknown",
            label("sync", "Không có mức dữ liệu “{profile}”. Hãy chọn: {known}."),
            profile=name,
            known=", ".join(sorted({*RULES, *NOT_YET})),
        )
    if rule is None:
        raise _not_yet(name)
    ordered = _in_order(metadata, specs)
    main = [_table(*one, rule, rule.classes) for one in ordered]
    sealed = [_table(*one, rule, rule.annex) for one in ordered if rule.annex]
    return Profile(
        name,
        tuple(one for one in main if one is not None),
        tuple(one for one in sealed if one is not None),
        rule.needs_authority,
    )


def require_sendable(name: str) -> None:
    """Refuse a profile that cannot be sent yet.

    Raises:
        UserError: ``profile_not_yet``.
    """
    if name in NOT_YET:
        raise _not_yet(name)


def _not_yet(name: str) -> UserError:
    return UserError(
        "profile_not_yet",
        label("sync", "Chưa gửi được mức dữ liệu {profile}: {reason}. Hãy gửi mức P2."),
        profile=name,
        reason=NOT_YET[name],
    )


def _in_order(metadata: sa.MetaData, specs: Iterable[TableSpec]) -> list[tuple[sa.Table, TableSpec, Synced]]:
    """The synced tables, those that are referred to first."""
    found = {spec.name: (spec, spec.sync) for spec in specs if isinstance(spec.sync, Synced)}
    return [(one, *found[one.name]) for one in metadata.sorted_tables if one.name in found]


def shape_of(column: sa.Column[object]) -> Shape:
    """What values of a column look like.

    Raises:
        ValueError: a type that has no shape.
    """
    for kind, shape in SHAPE_OF_TYPE:
        if isinstance(column.type, kind):
            return shape
    msg = f"{column.table.name}.{column.name}: no bundle carries a {type(column.type).__name__}"
    raise ValueError(msg)


def class_of(column: sa.Column[object]) -> Privacy:
    """The privacy class of a column.

    Raises:
        ValueError: it has none.
    """
    found = column.info.get("privacy")
    if not isinstance(found, Privacy):
        msg = f"{column.table.name}.{column.name}: no privacy class"
        raise ValueError(msg)
    return found


@cache  # of tables that stand still once the program runs; every export asks for all of them
def described(table: sa.Table) -> tuple[Column, ...]:
    """Every column of a table by name, whatever its class.

    Raises:
        ValueError: as ``shape_of`` and ``class_of``.
    """
    return tuple(_column(one) for one in sorted(table.columns, key=lambda one: one.name))


def _column(column: sa.Column[object]) -> Column:
    kind = column.type
    refers = next((key.column.table.name for key in column.foreign_keys), None)
    codes = tuple(kind.enums) if isinstance(kind, sa.Enum) else ()
    length = kind.length if isinstance(kind, sa.String) and not codes else None
    return Column(column.name, shape_of(column), class_of(column), bool(column.nullable), codes, refers, length)


def _table(table: sa.Table, spec: TableSpec, how: Synced, rule: Rule, classes: frozenset[Privacy]) -> Table | None:
    """The table as the profile carries it; None where it does not."""
    columns = described(table)
    # Every record is looked at, also those that stay: a column nobody can place fails the tests.
    resident = said(table, how.resident_path) if how.resident_path else None
    hidden = tuple(_hidden(table, mark, rule) for mark in how.marks if not _is_allowed(mark, rule))
    own = [one for one in columns if one.name not in _ON_EVERY_RECORD]
    left = [one for one in own if one.privacy in classes]
    says = len(left) == len(own) or any(one.refers_to is None for one in left)
    if spec.retention in rule.leaves_out or not left or not says:
        return None
    carried = tuple(_looked_at(one, spec, rule) for one in columns if one.privacy in classes)
    if classes.isdisjoint({Privacy.ADMIN}):  # the annex names its rows as the record does
        keys = tuple(one for one in columns if one.name in {"id", "home"})
        carried = tuple(sorted((*carried, *keys), key=lambda one: one.name))
    names = {one.name for one in carried}
    withheld = tuple(one.name for one in columns if one.name not in names)
    return Table(table.name, how.ordinal, carried, withheld, resident, hidden)


def _looked_at(column: Column, spec: TableSpec, rule: Rule) -> Column:
    """The column as it travels below the wall: what somebody typed is looked at, value by value.

    A row about somebody goes, though its note tells too much: else the province would miss the person.
    """
    is_typed = column.shape is Shape.TEXT and not column.codes and column.refers_to is None
    is_free = is_typed and (column.length is None or column.length >= LEAST_FREE)
    is_name = column.privacy is Privacy.IDENTITY and column.name.removesuffix("_fold").split("_")[-1] == "name"
    is_sum = column.name.endswith(("_sha256", "_hash", "digest"))
    if Privacy.HIV in rule.classes or spec.retention is Retention.REFERENCE or not is_free or is_name or is_sum:
        return column
    # A code of ICD-10 among words of care is a disease; in an address it is a house, in a register a number.
    is_of_care = column.privacy is Privacy.CLINICAL
    return replace(column, watched=Watched.WORDS_AND_CODES if is_of_care else Watched.WORDS)


def _is_allowed(mark: RowMark, rule: Rule) -> bool:
    return mark.privacy is not None and mark.privacy in rule.classes


def _hidden(table: sa.Table, mark: RowMark, rule: Rule) -> Hidden:
    begin = table if mark.through is None else table.metadata.tables[mark.through[0]]
    if mark.through is not None and begin.columns[mark.through[1]].references(table.columns["id"]) is False:
        msg = f"{mark.through[0]}.{mark.through[1]} names no row of {table.name}"
        raise ValueError(msg)
    allowed = tuple(sorted(rule.classes)) if mark.privacy is None else None
    return Hidden(said(begin, mark.path), mark.like, mark.is_text, allowed, mark.through)


def said(table: sa.Table, path: tuple[str, ...]) -> Said:
    """A path of column names as joins.

    Raises:
        ValueError: it leads nowhere.
    """
    steps: list[Step] = []
    here = table
    for step in path[:-1]:
        name, _, named = step.partition(":")
        keys = tuple(here.columns[name].foreign_keys) if name in here.columns else ()
        if named and name in here.columns and not keys:
            here = here.metadata.tables[named]
        elif len(keys) == 1 and not named:
            here = keys[0].column.table
        else:
            msg = f"{here.name}.{step} names no row"
            raise ValueError(msg)
        steps.append(Step(name, here.name))
    if path[-1] not in here.columns:
        msg = f"{here.name} has no column {path[-1]}"
        raise ValueError(msg)
    return Said(tuple(steps), path[-1])
