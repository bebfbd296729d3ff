"""Local notes of a person at this desk: what is being typed, remembered columns, pins; encrypted, never sent.

They are no records: nobody decided anything, so they have no trail, no version, and the newest one counts.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

import sqlalchemy as sa

from facility_app.db.base import Base, info
from facility_app.db.types import ID_LENGTH, UtcDatetime
from facility_app.kernel.privacy import LocalOnly, Privacy, Retention, TableSpec

local_note = sa.Table(
    "local_note",
    Base.metadata,
    sa.Column("user_id", sa.String(ID_LENGTH), primary_key=True, info=info(Privacy.ADMIN)),
    sa.Column("kind", sa.String(32), primary_key=True, info=info(Privacy.ADMIN)),
    sa.Column("key", sa.String(200), primary_key=True, info=info(Privacy.ADMIN)),
    # What somebody was typing can be anything a form asks for: nothing of it may ever leave this desk.
    sa.Column("body", sa.Text, nullable=False, info=info(Privacy.SECRET)),
    sa.Column("noted_at", UtcDatetime, nullable=False, info=info(Privacy.ADMIN)),
)

SPECS = (TableSpec("local_note", LocalOnly("what one person had open at this desk"), Retention.TRANSIENT),)


class NoteKind(StrEnum):
    """What a note remembers."""

    DRAFT = "draft"
    LIST = "list"
    VIEW = "view"
    RECENT = "recent"
    PIN = "pin"
    LOOK = "look"


@dataclass(frozen=True, slots=True)
class Note:
    """One note.

    Attributes:
        key: which form, list or page; for a draft also which record.
        body: the remembered values.
        noted_at: when.
    """

    key: str
    body: Mapping[str, object] = field(repr=False)
    noted_at: datetime


@dataclass(frozen=True, slots=True)
class Notes:
    """The notes of one person, within one transaction of ``Database.jot`` or one reading connection.

    Attributes:
        connection: where to read and write.
        user_id: whose notes; nobody sees another's.
        now: the instant a note made now bears.
    """

    connection: sa.Connection
    user_id: str
    now: datetime

    def put(self, kind: NoteKind, key: str, body: Mapping[str, object]) -> None:
        """Keep a note in place of the former one of that key."""
        self.drop(kind, key)
        values = {"user_id": self.user_id, "kind": kind, "key": key, "noted_at": self.now}
        values["body"] = json.dumps(dict(body), ensure_ascii=False)
        self.connection.execute(sa.insert(local_note).values(values))

    def find(self, kind: NoteKind, key: str) -> Note | None:
        """The note of that key, or None."""
        return next(iter(self._those(local_note.c.kind == kind, local_note.c.key == key)), None)

    def every(self, kind: NoteKind) -> tuple[Note, ...]:
        """All notes of a kind, newest first."""
        return self._those(local_note.c.kind == kind)

    def drop(self, kind: NoteKind, key: str) -> None:
        """Forget a note; one that is not there is forgotten already."""
        n = local_note.c
        self.connection.execute(
            sa.delete(local_note).where(n.user_id == self.user_id, n.kind == kind, n.key == key)
        )

    def _those(self, *wanted: sa.ColumnElement[bool]) -> tuple[Note, ...]:
        n = local_note.c
        asked = sa.select(n.key, n.body, n.noted_at).where(n.user_id == self.user_id, *wanted)
        found = self.connection.execute(asked.order_by(n.noted_at.desc(), n.key))
        return tuple(Note(key, json.loads(body), at) for key, body, at in found)
