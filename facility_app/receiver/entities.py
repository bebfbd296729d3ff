"""What the receiver keeps of each table: its columns by profile, the table itself, and the table rows wait in.

A row of the province has, beside its columns, who sent it in which profile and which version of it this is:
``(ov, epoch, c)`` — the only thing that decides which of two states of a row is the later one (goi-v1 §5).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

import sqlalchemy as sa

from facility_app.db.bulk import POSTGRES
from facility_app.db.carried import Column, Shape
from facility_app.db.types import ID_LENGTH, UtcDatetime
from facility_app.kernel.privacy import Privacy
from facility_app.sync.profiles import Profile

PERSON: Final = "resident"
"""The table of the people rows are about (``rid``)."""
STAY: Final = "stay"
OTHER: Final = "other"
"""Rows of tables this program does not know yet are kept whole under this name, with their table's."""
KEY: Final = ("_p", "home", "id")
STAMPS: Final = ("_job", "_p", "_fac", "_o", "_ov", "_epoch", "_c", "_op", "_rid", "_rh", "_extra", "home", "id")
"""Columns every row has here, in the order a line is read; the first only while it waits."""
_INSTANT: Final = UtcDatetime().with_variant(sa.DateTime(timezone=True), POSTGRES)
TYPES: Final[Mapping[Shape, sa.types.TypeEngine[Any]]] = {
    Shape.TEXT: sa.Text(),
    Shape.NUMBER: sa.BigInteger(),
    Shape.MONEY: sa.BigInteger(),
    Shape.YES_NO: sa.Boolean(create_constraint=False),
    Shape.DAY: sa.Date(),
    Shape.INSTANT: _INSTANT,
    Shape.BYTES: sa.LargeBinary(),
}
_WHOSE: Final = Column("_t", Shape.TEXT, Privacy.ADMIN, is_optional=False)
_FACILITY: Final = 35
_PROFILE: Final = 8


@dataclass(frozen=True, slots=True)
class Entity:
    """One table.

    Attributes:
        name: of the table.
        columns: every column some profile carries, ``home`` and ``id`` aside.
        allowed: profile → names it carries.
        core: where its rows stand.
        waiting: where rows that were read wait to be applied.
    """

    name: str
    columns: tuple[Column, ...]
    allowed: Mapping[str, frozenset[str]]
    core: sa.Table
    waiting: sa.Table

    @property
    def names(self) -> tuple[str, ...]:
        """Columns of a row that waits, in the order a line is read."""
        return (*STAMPS, *(one.name for one in self.columns))


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Every table, those that are referred to first.

    Attributes:
        entities: by name, in that order; :data:`OTHER` last.
        metadata: their tables.
        revisions: profile → number of its allow-list.
    """

    entities: Mapping[str, Entity]
    metadata: sa.MetaData
    revisions: Mapping[str, int] = field(default_factory=dict)

    def of(self, table: str) -> Entity:
        """The entity that takes a table's rows."""
        return self.entities.get(table, self.entities[OTHER])


def catalogue(profiles: Iterable[Profile]) -> Catalogue:
    """What the receiver keeps of the tables of ``profiles``; of two the one with more tables gives the order."""
    metadata = sa.MetaData()
    known = sorted(profiles, key=lambda one: len(one.tables), reverse=True)
    columns: dict[str, dict[str, Column]] = {}
    allowed: dict[str, dict[str, frozenset[str]]] = {}
    for profile in known:
        for table in profile.tables:
            columns.setdefault(table.name, {}).update({one.name: one for one in table.columns})
            allowed.setdefault(table.name, {})[profile.name] = frozenset(one.name for one in table.columns)
    entities: dict[str, Entity] = {}
    for name, found in columns.items():
        own = tuple(one for key, one in sorted(found.items()) if key not in {"home", "id"})
        entities[name] = _entity(name, own, allowed[name], metadata)
    entities[OTHER] = _entity(OTHER, (_WHOSE,), {}, metadata)
    return Catalogue(entities, metadata, {one.name: one.revision for one in known})


def _entity(
    name: str, columns: tuple[Column, ...], allowed: Mapping[str, frozenset[str]], metadata: sa.MetaData
) -> Entity:
    core = sa.Table(
        f"core_{name}",
        metadata,
        *_stamps(is_waiting=False),
        *(sa.Column(one.name, TYPES[one.shape]) for one in columns),
        sa.PrimaryKeyConstraint(*KEY),
    )
    waiting = sa.Table(
        f"stg_{name}",
        metadata,
        *_stamps(is_waiting=True),
        *(sa.Column(one.name, TYPES[one.shape]) for one in columns),
        sa.Index(f"ix_stg_{name}_job", "_job"),
    )
    return Entity(name, columns, allowed, core, waiting)


def _stamps(*, is_waiting: bool) -> list[sa.Column[Any]]:
    job = [sa.Column("_job", sa.Integer, nullable=False)] if is_waiting else []
    return [
        *job,
        sa.Column("_p", sa.String(_PROFILE), nullable=False),
        sa.Column("_fac", sa.String(_FACILITY), nullable=False),
        sa.Column("_o", sa.String(_FACILITY), nullable=False),
        sa.Column("_ov", sa.Integer, nullable=False),
        sa.Column("_epoch", sa.Integer, nullable=False),
        sa.Column("_c", sa.BigInteger, nullable=False),
        sa.Column("_op", sa.String(1), nullable=False),
        sa.Column("_rid", sa.String(ID_LENGTH)),
        sa.Column("_rh", sa.LargeBinary, nullable=False),
        sa.Column("_extra", sa.Text),
        sa.Column("home", sa.String(_FACILITY), nullable=False),
        sa.Column("id", sa.String(2 * ID_LENGTH + 10), nullable=False),
    ]
