"""A payload opened into typed rows that wait; until its manifest is checked nothing is kept (goi-v1 §6.3)."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import BinaryIO, Final

import sqlalchemy as sa

from facility_app.db.bulk import load
from facility_app.kernel.typed import MOST_EXACT
from facility_app.receiver import books
from facility_app.receiver.entities import Catalogue
from facility_app.receiver.reading import Read, Source, read_member
from facility_app.sync.container import Bundle, PayloadFile
from facility_app.sync.manifest import Manifest
from facility_app.sync.outcomes import BundleRefused, Outcome
from facility_app.sync.payload import DATA, read_payload
from facility_app.sync.profiles import SCHEMA
from facility_app.sync.receipts import MOST_ROWS
from facility_app.sync.row_codes import RowCode

_C: Final = 6
"""Place of the change in a row's cells."""


@dataclass(slots=True)
class Staged:
    """What was opened.

    Attributes:
        manifest: checked against header and content.
        rows: lines of it, those not taken too.
        remarks: codes of what was odd and taken.
    """

    manifest: Manifest
    rows: int
    remarks: set[str] = field(default_factory=set)


def stage(
    connection: sa.Connection,
    known: Catalogue,
    source: BinaryIO,
    bundle: Bundle,
    job: int,
    identities: Sequence[str],
) -> Staged:
    """Open a verified bundle; its rows wait under ``job`` when this returns.

    Args:
        connection: in a transaction that is given up when this raises.
        known: the tables.
        source: the bundle's file.
        bundle: verified.
        job: its number.
        identities: secret identities of this place.

    Raises:
        BundleRefused: as ``read_payload``; ``H_SCHEMA`` for a schema this program does not read, ``E_COUNTS`` for
            more rows not taken than a receipt can name.
    """
    head = bundle.header
    taker = _Taker(
        connection, known, Source(job, head.facility, head.stream.partition("@")[0], head.epoch.n, MOST_EXACT)
    )
    payload = PayloadFile(source, bundle)
    try:
        said = read_payload(payload, head, identities, taker.take)
    except BundleRefused:
        if taker.refusal is None:
            raise
        said = None
    # A newer schema may be the reason why a line is none: that is asked first.
    if said is not None and said.schema[0] != SCHEMA[0]:
        raise BundleRefused(Outcome.HELD_SCHEMA, said.schema[0])
    if said is not None and said.schema[1].split(".")[0] != SCHEMA[1].split(".")[0]:
        raise BundleRefused(Outcome.HELD_SCHEMA, said.schema[1])
    if taker.refusal is not None:
        raise taker.refusal
    assert said is not None  # noqa: S101 - without one it was refused
    if taker.last > said.end:
        raise BundleRefused(Outcome.MANIFEST, "/range/to")
    odd = {RowCode.UNKNOWN_FIELD: taker.has_unknown, RowCode.CLOCK: head.clock != "ok"}
    return Staged(said, taker.rows, {str(code) for code, is_so in odd.items() if is_so})


class _Taker:
    """Gets the members of a payload; what is wrong with a line is told when everything was read."""

    def __init__(self, connection: sa.Connection, known: Catalogue, source: Source) -> None:
        self._connection, self._known, self._source = connection, known, source
        self.rows = self.last = self._refused = 0
        self.has_unknown = False
        self.refusal: BundleRefused | None = None

    def take(self, name: str, data: bytes) -> None:
        """One member; attachments stay in the bundle, which is kept as it came."""
        if not name.startswith(DATA) or self.refusal is not None:
            return
        table = name.split("/")[1]
        try:
            self._keep(read_member(data, table, self._known.of(table), self._source))
        except BundleRefused as refusal:
            self.refusal = refusal

    def _keep(self, read: Read) -> None:
        entity = read.entity
        load(self._connection, entity.waiting, entity.names, read.rows)
        self.rows += len(read.rows) + len(read.bad)
        self._refused += len(read.bad)
        self.has_unknown |= read.has_unknown
        changes = [int(row[_C] or 0) for row in read.rows] + [one.chg for one in read.bad]
        self.last = max(self.last, *changes)
        if self._refused > MOST_ROWS:
            raise BundleRefused(Outcome.COUNTS, str(self._refused))
        if read.bad:
            self._connection.execute(
                sa.insert(books.BAD),
                [
                    {
                        "job": self._source.job,
                        "tbl": one.table,
                        "id": one.row_id,
                        "c": one.chg,
                        "code": str(one.code),
                        "ptr": one.pointer,
                        "line": one.line,
                    }
                    for one in read.bad
                ],
            )
