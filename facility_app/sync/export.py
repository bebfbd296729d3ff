"""One export: what changed since the last receipt, or everything, as a group of signed bundles (goi-v1 §4.3).

It reads one snapshot of the file and writes into a spool folder; nothing it leaves there counts before the file
says that it was sent.
"""

import hashlib
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any, Final

import sqlalchemy as sa

from facility_app.db.capture import sync_change, sync_table
from facility_app.db.carried import Table
from facility_app.kernel.errors import UserError
from facility_app.kernel.hiv import Brands
from facility_app.kernel.labels import label
from facility_app.sync import canonical, container, header, history, sealing, signing
from facility_app.sync.header import Epoch, Group, Header, Kind, Parent
from facility_app.sync.lines import Line, Lines, changed_rows
from facility_app.sync.manifest import Boundary, FileEntry, Manifest, Tally
from facility_app.sync.payload import DATA, write_payload
from facility_app.sync.profiles import SCHEMA, Profile

USUAL_PART: Final = 2_000_000_000
"""Bytes of a part for a stick: below what FAT32 can hold."""
LEAST_PART: Final = 1_000_000
MOST_DATA: Final = 8 * 1024 * 1024
"""Bytes of a data member, and one line more."""
_WALKED_AT_ONCE: Final = 10_000
_NONE: Final = Tally(0, 0)
_FILLED: Final = (0.9, 0.7, 0.5)
"""How much of a part is planned to be filled; the compressor holds some of it back, so a plan may miss."""


@dataclass(frozen=True, slots=True)
class Sticky:
    """A row the receiver did not take; it goes along until it is taken or struck out."""

    ordinal: int
    row_id: str
    chg: int


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be sent, and as what.

    Attributes:
        app: program and version.
        facility: code of the sender.
        stream: profile and recipient domain, ``P2@province``.
        profile: its allow-list.
        epoch: of the file.
        is_full: everything, not only what changed.
        boundaries: digest at the beginning, at each checkpoint since, and at the end of the range.
        sticky: rows that go along once more.
        group_id: of this export.
        first_seq: of its first part.
        prev: hash of the header before it; None for the first of an epoch.
        parent: where a new epoch branched off; only with the first bundle of an epoch.
        created: for people only.
        clock: ``ok`` or ``suspect``.
        export_user: login name.
        secret: the signing key.
        recipients: ``age1…``.
        schemas: name of a table → schema of its lines; travels with everything.
        paper_number: of the paper that goes along; empty for none.
        brands: trade names by which a text tells of HIV and stays.
    """

    app: str
    facility: str
    stream: str
    profile: Profile
    epoch: Epoch
    is_full: bool
    boundaries: tuple[Boundary, ...]
    sticky: tuple[Sticky, ...]
    group_id: str
    first_seq: int
    prev: str | None
    parent: Parent | None
    created: datetime
    clock: str
    export_user: str
    secret: bytes = field(repr=False)
    recipients: tuple[str, ...]
    schemas: Mapping[str, canonical.Json] = field(default_factory=dict, repr=False)
    paper_number: str = ""
    brands: Brands = field(default_factory=dict, repr=False)

    @property
    def start(self) -> int:
        """Changes after this one travel."""
        return self.boundaries[0].chg

    @property
    def end(self) -> int:
        """The last change that travels."""
        return self.boundaries[-1].chg

    @property
    def kind(self) -> Kind:
        """Of each bundle."""
        return Kind.FULL if self.is_full else Kind.DATA


@dataclass(frozen=True, slots=True)
class Part:
    """A bundle that lies in the spool.

    Attributes:
        path: where.
        name: what it is called outside.
        header: what it says of itself.
        header_sha256: its name in chains and receipts.
        sha256: of the file.
        size: of the file, in bytes.
        counts: lines by table.
    """

    path: Path
    name: str
    header: Header
    header_sha256: str
    sha256: str
    size: int
    counts: Mapping[str, Tally]

    @property
    def rows(self) -> int:
        """Lines of it."""
        return sum(one.upserts + one.deletions for one in self.counts.values())


def walk_on(connection: sa.Connection, since: Boundary, end: int) -> str:
    """The digest of the log at ``end``, from what it was at ``since`` (goi-v1 §3.7)."""
    names: dict[int, str] = {row.k: row.name for row in connection.execute(sa.select(sync_table))}
    of, digest = sync_change.c, since.digest
    statement = (
        sa.select(of.seq, of.tbl, of.row_id, of.op).where(of.seq > since.chg, of.seq <= end).order_by(of.seq)
    )
    for rows in connection.execute(statement).partitions(_WALKED_AT_ONCE):
        for seq, ordinal, row_id, operation in rows:
            digest = history.extended(digest, seq, names[ordinal], row_id, operation)
    return digest


def tally(connection: sa.Connection, order: Order) -> tuple[dict[str, Tally], int]:
    """What would travel, by table, and its bytes before they are compressed; nothing is written."""
    counts: dict[str, Tally] = {}
    size = 0
    for name, line in _rows(connection, order):
        before = counts.get(name, _NONE)
        counts[name] = _counted(before, line)
        size += len(line.data)
    return counts, size


def write_parts(connection: sa.Connection, order: Order, spool: Path, most: int = USUAL_PART) -> tuple[Part, ...]:
    """Write the export into the spool.

    Args:
        connection: in a read transaction whose snapshot the order was made of.
        order: what to send.
        spool: a folder of this program's own.
        most: bytes a part may have.

    Returns:
        Its parts, in order; each was read again from the disk and verified.

    Raises:
        UserError: ``part_too_small``: what cannot be cut is larger than a part may be.
        OSError: the disk refuses.
    """
    if most < LEAST_PART:
        raise _too_small(most)
    offsets: list[int] = []
    whole = _write_all(connection, order, spool, most, (), offsets)
    for filled in _FILLED:
        if all(one.size <= most for one in whole):
            return whole
        for one in whole:
            one.path.unlink()
        whole = _write_all(connection, order, spool, most, _cuts(offsets, int(most * filled)), [])
    if all(one.size <= most for one in whole):
        return whole
    raise _too_small(most)


def _too_small(most: int) -> UserError:
    return UserError(
        "part_too_small",
        label("sync", "Không chia được gói thành các phần {bytes} byte. Hãy chọn phần lớn hơn (--max-part)."),
        bytes=most,
    )


def _cuts(offsets: Sequence[int], room: int) -> tuple[int, ...]:
    """How many members each part takes, from where each member began in the one long part."""
    cuts: list[int] = []
    begin = count = 0
    for at, offset in enumerate(offsets):
        end = offsets[at + 1] if at + 1 < len(offsets) else offset
        if count and end - begin > room:
            cuts.append(count)
            begin, count = offset, 0
        count += 1
    return (*cuts, count)


def _write_all(
    connection: sa.Connection, order: Order, spool: Path, most: int, cuts: Sequence[int], offsets: list[int]
) -> tuple[Part, ...]:
    """Every part; ``cuts`` says how many members each takes, ``()`` one part with all of them."""
    members = _members(connection, order, min(MOST_DATA, most // 4))
    made: list[Part] = []
    for at, count in enumerate(cuts or (0,)):
        before = replace(
            order, first_seq=order.first_seq + at, prev=made[-1].header_sha256 if made else order.prev
        )
        writer = _PartWriter(before, Group(order.group_id, at + 1, max(1, len(cuts))), spool, offsets)
        made.append(writer.write(members if not cuts else _first(members, count)))
    return tuple(made)


def _first(members: "Iterator[_Member]", count: int) -> "Iterator[_Member]":
    for _ in range(count):
        member = next(members, None)
        if member is None:
            return
        yield member


@dataclass(frozen=True, slots=True)
class _Member:
    """One member and, of a data member, whose lines it holds."""

    name: str
    data: bytes
    table: str = ""
    tally: Tally = _NONE


class _PartWriter:
    """Writes one part: its payload, then the bundle around it."""

    def __init__(self, order: Order, group: Group, spool: Path, offsets: list[int]) -> None:
        self._order, self._group, self._offsets = order, group, offsets
        stem = f"{order.group_id}-{group.n:03d}"
        self._payload, self._bundle = spool / f"{stem}.pay", spool / f"{stem}.part"
        self._counts: dict[str, Tally] = {}

    def write(self, members: Iterator[_Member]) -> Part:
        """The part, read again and verified."""
        order = self._order
        with self._payload.open("w+b") as payload:
            content = self._content(members, payload)
            sealed, _said = write_payload(content, self._manifest, order.recipients, payload)
            payload.seek(0)
            head = self._header(sealed)
            with self._bundle.open("w+b") as bundle:
                said = container.write_bundle(bundle, head, order.secret, payload)
                bundle.flush()
                os.fsync(bundle.fileno())
        self._payload.unlink()
        public = signing.public_of(order.secret)
        with self._bundle.open("rb") as again:
            container.read_bundle(again, lambda _header: public)
            again.seek(0)
            sha256 = hashlib.file_digest(again, "sha256").hexdigest()
        size = self._bundle.stat().st_size
        return Part(self._bundle, name_of(head), head, header.hash_of(said), sha256, size, dict(self._counts))

    def _content(self, members: Iterator[_Member], payload: Any) -> Iterator[tuple[str, bytes]]:
        for member in members:
            self._offsets.append(payload.tell())
            if member.table:
                before = self._counts.get(member.table, _NONE)
                more = member.tally
                self._counts[member.table] = Tally(
                    before.upserts + more.upserts, before.deletions + more.deletions
                )
            yield member.name, member.data

    def _manifest(self, files: Sequence[FileEntry]) -> Manifest:
        order = self._order
        return Manifest(
            facility=order.facility,
            stream=order.stream,
            epoch=order.epoch,
            seq=order.first_seq,
            signer=signing.key_id(signing.public_of(order.secret)),
            to=tuple(map(sealing.recipient_id, order.recipients)),
            group=self._group,
            profile=order.profile.name,
            profile_rev=order.profile.revision,
            schema=SCHEMA,
            start=order.start,
            end=order.end,
            boundaries=order.boundaries,
            is_full=order.is_full,
            files=tuple(files),
            counts=self._counts,
            export_user=order.export_user,
            paper_number=order.paper_number,
        )

    def _header(self, sealed: sealing.Sealed) -> Header:
        order = self._order
        return Header(
            app=order.app,
            bundle_id=hashlib.sha256(f"{order.group_id}-{self._group.n}".encode()).hexdigest()[:32],
            clock=order.clock,
            created=order.created,
            crit=(),
            epoch=order.epoch,
            facility=order.facility,
            group=self._group,
            kind=order.kind,
            payload_sha256=sealed.sha256,
            payload_size=sealed.size,
            prev=order.prev,
            seq=order.first_seq,
            signer=signing.key_id(signing.public_of(order.secret)),
            stream=order.stream,
            suite=signing.SUITE,
            to=tuple(map(sealing.recipient_id, order.recipients)),
            parent=order.parent,
        )


def name_of(head: Header) -> str:
    """What a bundle is called outside; it says nothing of anybody and a reader does not rely on it (§3.1)."""
    parts = f"_p{head.group.n:02d}of{head.group.of:02d}" if head.group.of > 1 else ""
    return f"GOI_{head.facility}_{head.epoch.n}_{head.seq:06d}_{head.kind}{parts}.goi"


def _rows(connection: sa.Connection, order: Order) -> Iterator[tuple[str, Line]]:
    """Table and line of every row that travels, a row after the rows it refers to."""
    lines = Lines(connection, order.facility, order.brands)
    if order.is_full:
        for table in order.profile.tables:
            for line in lines.all_of(table, order.end):
                yield table.name, line
        return
    changed = changed_rows(connection, order.start, order.end)
    for table in order.profile.tables:
        for line in lines.some_of(table, _wanted(table, changed, order.sticky)):
            yield table.name, line


def _wanted(
    table: Table, changed: Mapping[int, list[tuple[str, int]]], sticky: Sequence[Sticky]
) -> list[tuple[str, int]]:
    found = changed.get(table.ordinal, [])
    known = {row_id for row_id, _chg in found}
    once_more = [(one.row_id, one.chg) for one in sticky if one.ordinal == table.ordinal]
    return [*sorted((one for one in once_more if one[0] not in known), key=lambda one: one[1]), *found]


def _members(connection: sa.Connection, order: Order, most: int) -> Iterator[_Member]:
    """Data members by table, then the schemas that go with everything."""
    kept: list[bytes] = []
    size = number = 0
    count, now = _NONE, ""
    for name, line in _rows(connection, order):
        if kept and (name != now or size >= most):
            yield _data_member(now, number, kept, count)
            number = number + 1 if name == now else 0
            kept, size, count = [], 0, _NONE
        if name != now:
            now, number = name, 0
        kept.append(line.data)
        size += len(line.data)
        count = _counted(count, line)
    if kept:
        yield _data_member(now, number, kept, count)
    if order.is_full:
        carried = {one.name for one in order.profile.tables}
        for name, schema in sorted(order.schemas.items()):
            if name in carried:
                yield _Member(f"schema/{name}.json", canonical.encode(schema))


def _data_member(table: str, number: int, lines: Sequence[bytes], count: Tally) -> _Member:
    return _Member(f"{DATA}{table}/{number:05d}.jsonl", b"".join(lines), table, count)


def _counted(before: Tally, line: Line) -> Tally:
    return Tally(before.upserts + (not line.is_gone), before.deletions + line.is_gone)
