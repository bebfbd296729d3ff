"""``manifest.json``: what is inside, said once more by the signer, under the seal (goi-v1 §3.4)."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from facility_app.sync import canonical
from facility_app.sync.canonical import Json
from facility_app.sync.fields import (
    FACILITY,
    HEX_64,
    RECIPIENT,
    SCHEMA,
    SIGNER,
    STREAM,
    TABLE,
    Fields,
    document,
)
from facility_app.sync.header import (
    MOST_RECIPIENTS,
    Epoch,
    Group,
    Header,
    Kind,
    epoch_said,
    group_said,
    read_epoch,
    read_group,
)
from facility_app.sync.outcomes import BundleRefused, Outcome

NAME: Final = "manifest.json"
MEMBER_NAME: Final = re.compile(
    r"(data/[A-Za-z_]{1,40}/[0-9]{5}\.jsonl|blobs/[0-9a-f]{64}(\.[0-9]{4})?|annex/hiv\.age"
    r"|schema/[a-z0-9._-]{1,60}\.json|fhir-manifest\.json|manifest\.json)"
)
MOST_MEMBER: Final = 16 * 1024 * 1024
MOST_FILES: Final = 100_000
MOST_BOUNDARIES: Final = 100_000
MOST_BLOBS: Final = 10_000
PROFILES: Final = ("P0", "P1", "P2", "P3", "P4", "PH")
WHOLE_BLOB: Final = re.compile(r"blobs/([0-9a-f]{64})")


@dataclass(frozen=True, slots=True)
class FileEntry:
    """One member of the payload.

    Attributes:
        name: of the member.
        size: bytes.
        rows: lines of a data member; 0 of any other.
        sha256: hex.
    """

    name: str
    size: int
    rows: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Boundary:
    """Digest of the log at one place of it (goi-v1 §3.7)."""

    chg: int
    digest: str


@dataclass(frozen=True, slots=True)
class Tally:
    """Lines of one table: upserts and tombstones."""

    upserts: int
    deletions: int


@dataclass(frozen=True, slots=True)
class Manifest:
    """What the payload holds.

    Attributes:
        facility, stream, epoch, seq, signer, to, group: as the header says.
        profile, profile_rev: which allow-list made it.
        schema: name and version of the rows' schema.
        start, end: the range of changes, ``(start, end]``.
        boundaries: at ``start``, at ``end`` and at every checkpoint between.
        is_full: a snapshot of everything.
        files: every member but this one, in order.
        counts: lines by table.
        state: rows and order-free digest by table, where said.
        blobs_sent: SHA-256 of attachments that travel in it.
        export_user: login name.
        paper_number: of the Phiếu gửi gói dữ liệu; empty where none was printed.
    """

    facility: str
    stream: str
    epoch: Epoch
    seq: int
    signer: str
    to: tuple[str, ...]
    group: Group
    profile: str
    profile_rev: int
    schema: tuple[str, str]
    start: int
    end: int
    boundaries: tuple[Boundary, ...]
    is_full: bool
    files: tuple[FileEntry, ...]
    counts: Mapping[str, Tally]
    state: Mapping[str, tuple[int, str]] = field(default_factory=dict)
    blobs_sent: tuple[str, ...] = ()
    time_zone: str = "Asia/Ho_Chi_Minh"
    export_user: str = "-"
    paper_number: str = ""


def encode(manifest: Manifest) -> bytes:
    """The bytes of the last member."""
    return canonical.encode(
        {
            "app_tz": manifest.time_zone,
            "blobs_sent": list(manifest.blobs_sent),
            "boundaries": [[one.chg, one.digest] for one in manifest.boundaries],
            "counts": {name: {"D": one.deletions, "U": one.upserts} for name, one in manifest.counts.items()},
            "epoch": epoch_said(manifest.epoch),
            "export_user": manifest.export_user,
            "fac": manifest.facility,
            "files": [
                {"b": one.size, "n": one.name, "r": one.rows, "sha256": one.sha256} for one in manifest.files
            ],
            "full": manifest.is_full,
            "group": group_said(manifest.group),
            "phieu_no": manifest.paper_number,
            "profile": manifest.profile,
            "profile_rev": manifest.profile_rev,
            "range": {"from": manifest.start, "to": manifest.end},
            "schema": {"name": manifest.schema[0], "ver": manifest.schema[1]},
            "seq": manifest.seq,
            "signer": manifest.signer,
            "state": {name: {"rows": rows, "sum": total} for name, (rows, total) in manifest.state.items()},
            "stream": manifest.stream,
            "to": list(manifest.to),
        }
    )


def decode(data: bytes) -> Manifest:
    """Read the last member.

    Raises:
        BundleRefused: ``E_MANIFEST`` with the path of what is wrong.
    """
    try:
        return _read(document(data))
    except ValueError as error:
        raise BundleRefused(Outcome.MANIFEST, str(error)) from error


def check_envelope(manifest: Manifest, header: Header) -> None:
    """What is repeated inside says the same as outside.

    Raises:
        BundleRefused: ``E_ENVELOPE`` with the first field that differs.
    """
    pairs: Sequence[tuple[str, object, object]] = (
        ("fac", manifest.facility, header.facility),
        ("stream", manifest.stream, header.stream),
        ("epoch", manifest.epoch, header.epoch),
        ("seq", manifest.seq, header.seq),
        ("signer", manifest.signer, header.signer),
        ("to", manifest.to, header.to),
        ("group", manifest.group, header.group),
        ("kind", manifest.is_full, header.kind is Kind.FULL),
    )
    for name, inside, outside in pairs:
        if inside != outside:
            raise BundleRefused(Outcome.ENVELOPE, name)


def _read(fields: Fields) -> Manifest:
    span, schema = fields.of("range"), fields.of("schema")
    end = span.number("to")
    manifest = Manifest(
        facility=fields.text("fac", FACILITY),
        stream=fields.text("stream", STREAM),
        epoch=read_epoch(fields.of("epoch")),
        seq=fields.number("seq", 1),
        signer=fields.text("signer", SIGNER),
        to=fields.texts("to", RECIPIENT, least=1, most=MOST_RECIPIENTS),
        group=read_group(fields.of("group")),
        profile=fields.one_of("profile", PROFILES),
        profile_rev=fields.number("profile_rev"),
        schema=(schema.text("name"), schema.text("ver", SCHEMA)),
        start=span.number("from", 0, end),
        end=end,
        boundaries=fields.items("boundaries", _read_boundary, least=1, most=MOST_BOUNDARIES),
        is_full=fields.yes("full"),
        files=fields.items("files", _read_file, most=MOST_FILES),
        counts=fields.named("counts", TABLE, _read_tally),
        state=fields.named("state", TABLE, _read_state),
        blobs_sent=fields.texts("blobs_sent", HEX_64, most=MOST_BLOBS),
        time_zone=fields.text("app_tz"),
        export_user=fields.text("export_user"),
        paper_number=fields.text("phieu_no") if fields.raw("phieu_no") != "" else "",
    )
    _check_sense(manifest)
    return manifest


def _check_sense(manifest: Manifest) -> None:
    places = [one.chg for one in manifest.boundaries]
    if places != sorted(set(places)) or places[0] != manifest.start or places[-1] != manifest.end:
        msg = "/boundaries"
        raise ValueError(msg)
    if manifest.is_full and manifest.start != 0:
        msg = "/range/from"
        raise ValueError(msg)
    rows: dict[str, int] = {}
    for entry in manifest.files:
        if entry.name.startswith("data/"):
            table = entry.name.split("/")[1]
            rows[table] = rows.get(table, 0) + entry.rows
        elif entry.rows:
            msg = "/files"
            raise ValueError(msg)
    if rows != {name: one.upserts + one.deletions for name, one in manifest.counts.items()}:
        msg = "/counts"
        raise ValueError(msg)
    names = [entry.name for entry in manifest.files]
    if len(set(names)) != len(names) or NAME in names:
        msg = "/files"
        raise ValueError(msg)
    if set(manifest.blobs_sent) != {name.split("/")[1][:64] for name in names if name.startswith("blobs/")}:
        msg = "/blobs_sent"
        raise ValueError(msg)
    of_stream = manifest.stream.split("@")[0]
    if of_stream in PROFILES and manifest.profile != of_stream:
        msg = "/profile"
        raise ValueError(msg)


def _read_boundary(item: Json, path: str) -> Boundary:
    if not isinstance(item, list) or len(item) != len(("chg", "digest")):
        raise ValueError(path)
    pair = Fields({"chg": item[0], "digest": item[1]}, path)
    return Boundary(pair.number("chg"), pair.text("digest", HEX_64))


def _read_file(item: Json, path: str) -> FileEntry:
    entry = Fields(item, path)
    return FileEntry(
        entry.text("n", MEMBER_NAME),
        entry.number("b", 0, MOST_MEMBER),
        entry.number("r"),
        entry.text("sha256", HEX_64),
    )


def _read_tally(fields: Fields, table: str) -> Tally:
    one = fields.of(table)
    return Tally(one.number("U"), one.number("D"))


def _read_state(fields: Fields, table: str) -> tuple[int, str]:
    one = fields.of(table)
    return one.number("rows"), one.text("sum", HEX_64)
