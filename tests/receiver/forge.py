"""Bundles a facility might send, and such as none would: signed with its key, twisted where a test wants it."""

import io
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from facility_app.sync import container, history, sealing, signing
from facility_app.sync.header import Epoch, Group, Header, Kind, Parent, hash_of
from facility_app.sync.manifest import Boundary, FileEntry, Manifest, Tally
from facility_app.sync.payload import write_payload
from facility_app.sync.profiles import SCHEMA
from tests.helpers.exchange import SENDER
from tests.helpers.odd_rows import AT, HOME, row_id
from tests.helpers.receiving import NOON, Bench

Line = dict[str, Any]
_STAMPS = {"created_at": AT, "created_by": "-", "updated_at": AT, "updated_by": "-", "version": 1, "home": HOME}
_FACTS: dict[str, dict[str, Any]] = {
    "resident": {
        "name": "Người",
        "code": "NV1",
        "code_no": 1,
        "code_year": 2026,
        "birth_year": 1990,
        "sex": "male",
    },
    "housing_zone": {"name": "Khu", "code": "Z", "kind": "a", "order_no": 1},
    "stay": {
        "admission_reason": "OLD_LAW",
        "admitted_on": "2026-01-02",
        "code": "LC1",
        "coming_no": 1,
        "legal_regime": "L2025",
        "presence": "inside",
        "presence_on": "2026-01-02",
        "start_basis": "a",
        "stay_type": "COMPULSORY_ADULT",
        "term_start_on": "2026-01-02",
    },
}


def line(table: str, n: int, c: int = 1, **facts: Any) -> Line:
    """A row as a line; ``rid`` and what else belongs outside ``d`` is put there by whoever asks."""
    own = row_id(table, n)
    said = {**_STAMPS, **_FACTS[table], "id": own, **facts}
    return {"at": AT, "c": c, "d": said, "h": HOME, "id": own, "o": HOME, "op": "U", "ov": 1, "t": table}


def resident(n: int, c: int = 1, **facts: Any) -> Line:
    """A resident."""
    return line("resident", n, c, **{"name": f"Người {n}", **facts}) | {"rid": row_id("resident", n)}


def stay(n: int, of: int, c: int = 1, **facts: Any) -> Line:
    """A stay of the resident with the number ``of``."""
    person = row_id("resident", of)
    return line("stay", n, c, resident_id=person, **facts) | {"rid": person}


def gone(table: str, n: int, c: int) -> Line:
    """A tombstone."""
    said = {"c": c, "h": HOME, "id": row_id(table, n), "o": HOME, "op": "D", "ov": 1, "t": table, "why": "error"}
    return dict(said)


@dataclass
class Forge:
    """Makes the bundles of one facility, one after the other."""

    bench: Bench
    epoch: Epoch = field(default=Epoch(1, "9f" * 16))
    seq: int = 0
    prev: str | None = None
    boundaries: dict[int, str] = field(default_factory=dict)
    files: int = 0

    def __post_init__(self) -> None:
        with self.bench.facility.database.read(SENDER) as uow:
            connection = uow.session.connection()
            self.secret: bytes = connection.execute(sa.text("SELECT signing_secret FROM sync_key")).scalar_one()
        self.zero = history.beginning(self.epoch)
        self.boundaries = {0: self.zero}

    def file(self, data: bytes) -> Path:
        """Bytes as a file somebody brings."""
        self.files += 1
        path = self.bench.spool / f"brought-{self.files}.goi"
        path.write_bytes(data)
        return path

    def bundle(
        self,
        lines: Sequence[Line],
        *,
        start: int = 0,
        end: int = 10,
        stream: str = "P2@province",
        epoch: Epoch | None = None,
        is_full: bool = False,
        group: Group | None = None,
        parent: Parent | None = None,
        seq: int | None = None,
        prev: str | None = None,
        boundaries: tuple[Boundary, ...] | None = None,
        content: Sequence[tuple[str, bytes]] | None = None,
        recipients: Sequence[str] | None = None,
        inside: Callable[[Manifest], Manifest] = lambda said: said,
        outside: Callable[[Header], Header] = lambda head: head,
    ) -> Path:
        """A signed bundle of some lines."""
        if seq is None:
            self.seq += 1
            seq, prev = self.seq, self.prev
        life = epoch or self.epoch
        if epoch is not None and epoch != self.epoch:
            seq, prev = 1, None
        self.boundaries.setdefault(end, f"{end:064x}")
        at = tuple(Boundary(chg, said) for chg, said in sorted(self.boundaries.items()) if start <= chg <= end)
        if life != self.epoch:
            at = (Boundary(0, history.beginning(life)), Boundary(end, f"{end:063x}f"))
        to = recipients or self.bench.province.ends.recipients()
        members = content or _members(lines)
        chosen = group or Group(f"{seq:032x}", 1, 1)

        def manifest(files: Sequence[FileEntry]) -> Manifest:
            return inside(
                Manifest(
                    facility=HOME,
                    stream=stream,
                    epoch=life,
                    seq=seq,
                    signer=signing.key_id(signing.public_of(self.secret)),
                    to=tuple(map(sealing.recipient_id, to)),
                    group=chosen,
                    profile=stream[:2],
                    profile_rev=1,
                    schema=SCHEMA,
                    start=start,
                    end=end,
                    boundaries=boundaries or at,
                    is_full=is_full,
                    files=tuple(files),
                    counts=_counts(files, lines),
                )
            )

        payload = io.BytesIO()
        sealed, _said = write_payload(members, manifest, to, payload)
        payload.seek(0)
        head = outside(
            Header(
                app="forge",
                bundle_id=f"{seq:032x}",
                clock="ok",
                created=NOON,
                crit=(),
                epoch=life,
                facility=HOME,
                group=chosen,
                kind=Kind.FULL if is_full else Kind.DATA,
                payload_sha256=sealed.sha256,
                payload_size=sealed.size,
                prev=prev,
                seq=seq,
                signer=signing.key_id(signing.public_of(self.secret)),
                stream=stream,
                suite=signing.SUITE,
                to=tuple(map(sealing.recipient_id, to)),
                parent=parent,
            )
        )
        whole = io.BytesIO()
        said = container.write_bundle(whole, head, self.secret, payload)
        if life == self.epoch and seq == self.seq:
            self.prev = hash_of(said)
        return self.file(whole.getvalue())


def _members(lines: Sequence[Line]) -> list[tuple[str, bytes]]:
    tables = dict.fromkeys(one["t"] for one in lines)
    return [
        (f"data/{table}/00000.jsonl", b"".join(_written(one) for one in lines if one["t"] == table))
        for table in tables
    ]


def _written(said: Line) -> bytes:
    return json.dumps(said, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode() + b"\n"


def _counts(files: Sequence[FileEntry], lines: Sequence[Line]) -> dict[str, Tally]:
    rows: dict[str, int] = {}
    for one in files:
        if one.rows:
            rows[one.name.split("/")[1]] = one.rows
    gone_of = {table: sum(one["t"] == table and one["op"] == "D" for one in lines) for table in rows}
    return {table: Tally(count - gone_of[table], gone_of[table]) for table, count in rows.items()}
