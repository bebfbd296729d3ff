"""What was accepted, laid down for whatever engine a centre runs: lines as they came, a manifest, a mark (§7).

``landing/v1/fac=…/epoch=…/seq=…/TABLE.ndjson.zst``; a folder has its name when it is whole.
"""

import hashlib
import json
import os
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import sqlalchemy as sa
import zstandard

from facility_app.db.durable import as_fault, move, sync_folder
from facility_app.db.folder import FOLDER_MODE
from facility_app.receiver import books
from facility_app.sync import canonical
from facility_app.sync.container import Bundle, PayloadFile
from facility_app.sync.header import Header
from facility_app.sync.payload import DATA, read_payload
from facility_app.sync.sealing import LEVEL

VERSION: Final = "v1"
DONE: Final = "_SUCCESS"
MANIFEST: Final = "_MANIFEST.json"


def folder_of(landing: Path, header: Header) -> Path:
    """Where a bundle lands; streams of one facility lie side by side."""
    stream = header.stream.replace("@", "-")
    return (
        landing / VERSION / f"fac={header.facility}" / f"epoch={header.epoch.n}" / stream / f"seq={header.seq:06d}"
    )


def land(
    connection: sa.Connection, landing: Path, file: Path, header: Header, row: Any, identities: Sequence[str]
) -> Path:
    """Lay down the accepted lines of a bundle; what lies there already is let be.

    Args:
        connection: to read which lines were not taken.
        landing: the folder of all.
        file: the bundle.
        header: of it.
        row: of the books.
        identities: secret identities of this place.

    Raises:
        EnvironmentFault: what the disk says; nothing with the folder's name is left then.
        BundleRefused: the file is not any more what it was.
    """
    target = folder_of(landing, header)
    if target.is_dir():
        return target
    part = target.with_name(f".{target.name}.part")
    left_out = _left_out(connection, header)
    try:
        shutil.rmtree(part, ignore_errors=True)
        part.mkdir(mode=FOLDER_MODE, parents=True)
        writer = _Writer(part, left_out)
        with file.open("rb") as source:
            bundle = Bundle(header, row.header_sha, row.payload_at)
            said = read_payload(PayloadFile(source, bundle), header, identities, writer.take)
        writer.close()
        about = {
            "bundle": row.header_sha,
            "fac": header.facility,
            "epoch": header.epoch.n,
            "seq": header.seq,
            "stream": header.stream,
            "schema": {"name": said.schema[0], "ver": said.schema[1]},
            "range": {"from": said.start, "to": said.end},
            "files": writer.files,
        }
        _whole(part / MANIFEST, canonical.encode(about))
        _whole(part / DONE, b"")
        sync_folder(part)
        move(part, target)
        sync_folder(target.parent)
    except OSError as error:
        raise as_fault(error, target.name) from error
    return target


def _left_out(connection: sa.Connection, header: Header) -> Mapping[tuple[str, str], int]:
    p = books.PARKED
    mine = sa.select(p.c.tbl, p.c.id, p.c.c).where(p.c.fac == header.facility, p.c.stream == header.stream)
    return {(one.tbl, one.id): one.c for one in connection.execute(mine)}


class _Writer:
    """One compressed file for each table."""

    def __init__(self, folder: Path, left_out: Mapping[tuple[str, str], int]) -> None:
        self._folder, self._left_out = folder, left_out
        self._tables: dict[str, tuple[Any, Any]] = {}
        self._counts: dict[str, int] = {}
        self.files: list[dict[str, object]] = []

    def take(self, name: str, data: bytes) -> None:
        """A member: its lines that were accepted."""
        if not name.startswith(DATA):
            return
        table = name.split("/")[1]
        if table not in self._tables:
            raw = (self._folder / f"{table}.ndjson.zst").open("wb")
            self._tables[table] = raw, zstandard.ZstdCompressor(level=LEVEL).stream_writer(raw, closefd=False)
        lines = data.splitlines(keepends=True)
        if any(one == table for one, _row_id in self._left_out):
            lines = [one for one in lines if not self._is_left_out(table, one)]
        self._tables[table][1].write(b"".join(lines))
        self._counts[table] = self._counts.get(table, 0) + len(lines)

    def _is_left_out(self, table: str, line: bytes) -> bool:
        said = json.loads(line)
        return bool(self._left_out.get((table, said["id"])) == said["c"])

    def close(self) -> None:
        """Everything is written and durable."""
        for table, (raw, writer) in self._tables.items():
            writer.close()
            raw.flush()
            os.fsync(raw.fileno())
            raw.close()
            with (self._folder / f"{table}.ndjson.zst").open("rb") as again:
                sha256 = hashlib.file_digest(again, "sha256").hexdigest()
            self.files.append({"n": f"{table}.ndjson.zst", "r": self._counts[table], "sha256": sha256})


def _whole(path: Path, data: bytes) -> None:
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
