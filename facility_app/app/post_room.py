"""Bundles on their way out: written in the spool, put into the file's books, only then laid into ``outbox``."""

import io
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Final, Protocol

from facility_app import RELEASED_ON, __version__
from facility_app.app import registry
from facility_app.app.bootstrap import fits_its_anchor
from facility_app.app.spool import carry, export_lock, lay_out, settle_spool, spool_of
from facility_app.db.database import Database
from facility_app.db.durable import as_fault, write_whole
from facility_app.db.folder import FOLDER_MODE, DataFolder
from facility_app.kernel.actor import Actor, system_actor
from facility_app.kernel.errors import EnvironmentFault
from facility_app.kernel.labels import label
from facility_app.modules.exchange.queries.answers import read_receipt
from facility_app.modules.exchange.queries.sent import list_arrived
from facility_app.modules.exchange.service.exporting import BeginExport, ExportDone, begin_export, record_export
from facility_app.modules.exchange.service.receipts import TakenReceipt, take_receipt
from facility_app.modules.medication.queries.brands import known_brands
from facility_app.sync import container
from facility_app.sync.export import USUAL_PART, Order, Part, tally, write_parts
from facility_app.sync.header import Kind
from facility_app.sync.manifest import Tally
from facility_app.sync.outcomes import BundleRefused, Outcome

APP: Final = f"facility_app/{__version__}"
MOST_ANSWER: Final = 32 * 1024 * 1024
"""Bytes of a receipt's file: two times what one line of data may have."""
KEPT_FOR: Final = timedelta(days=30)
"""How long a bundle lies in ``outbox`` after it is known to have arrived (goi-v1 §4.3)."""
_PACKED: Final = 4
"""A bundle is at most the file's size through this; what was measured is a fifth."""


SURE: Final = "ok"
"""What a bundle says of a clock nobody doubts."""


class Sender(Protocol):
    """Who sends: whoever opened the file, or sits at its desk."""

    @property
    def folder(self) -> DataFolder:
        """Where everything of the facility lies."""
        ...

    @property
    def database(self) -> Database:
        """The open file."""
        ...

    @property
    def actor(self) -> Actor:
        """Who is signed in."""
        ...


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody wants to send.

    Attributes:
        stream: profile and recipient domain.
        is_full: everything, even where less would do.
        most: bytes of a part.
        to: a folder to carry it to, a stick; None to leave it in ``outbox``.
        since: a change to begin at or before, though later ones were acknowledged.
    """

    stream: str
    is_full: bool = False
    most: int = USUAL_PART
    to: Path | None = None
    since: int | None = None


@dataclass(frozen=True, slots=True)
class Rehearsed:
    """What would go.

    Attributes:
        order: as what.
        counts: lines by table.
        columns: class → how many columns of it travel.
        bytes_before: of the lines, before they are compressed.
    """

    order: Order
    counts: Mapping[str, Tally]
    columns: Mapping[str, int]
    bytes_before: int


@dataclass(frozen=True, slots=True)
class Exported:
    """What went.

    Attributes:
        order: as what.
        parts: its bundles.
        files: where they lie in ``outbox``.
        carried: where they lie on the stick.
    """

    order: Order
    parts: tuple[Part, ...]
    files: tuple[Path, ...]
    carried: tuple[Path, ...]


def rehearse(opened: Sender, wanted: Wanted) -> Rehearsed:
    """Everything an export asks and counts, and nothing written.

    Raises:
        UserError, EnvironmentFault: as ``export``.
    """
    _require_own_history(opened)
    command = _command(opened, wanted)
    with opened.database.read(opened.actor) as uow:
        order = begin_export(uow, command)
        counts, size = tally(uow.session.connection(), order)
    columns: dict[str, int] = {}
    for table in order.profile.tables:
        for column in table.columns:
            columns[column.privacy] = columns.get(column.privacy, 0) + 1
    return Rehearsed(order, counts, columns, size)


def export(opened: Sender, wanted: Wanted) -> Exported:
    """Make the bundles of a stream (goi-v1 §4.3).

    What is sent was on the disk before: every commit of the file waits for it, so no power cut takes a change back
    that has left.

    Raises:
        UserError: as ``begin_export``, ``write_parts`` and ``carry``.
        ConflictError: ``another_export``.
        EnvironmentFault: ``vault_busy`` while another export runs, ``history_doubted``, ``disk_full``, what the
            disk says. Once the books know a bundle it is not made again: the next start lays it out.
    """
    database, folder = opened.database, opened.folder
    with export_lock(folder).exclusive():
        settle_spool(folder, database)
        database.tend()
        _require_own_history(opened)
        _require_room(opened)
        spool = spool_of(folder)
        try:
            command = _command(opened, wanted)
            with database.read(opened.actor) as uow:
                order = begin_export(uow, command)
                parts = write_parts(uow.session.connection(), order, spool, wanted.most)
            with database.write(opened.actor) as uow:
                record_export(uow, ExportDone(order, parts))
                uow.commit()
        except OSError as error:
            raise as_fault(error, spool.name) from error
        files = tuple(lay_out(part.path, folder, part.name) for part in parts)
        _let_go(opened)
    carried = () if wanted.to is None else _carried(parts, files, wanted.to)
    return Exported(order, parts, files, carried)


def take_in(opened: Sender, file: Path) -> TakenReceipt:
    """Take in what the receiver answered; the file is kept in ``inbox``, what it was read from is left alone.

    Raises:
        BundleRefused: what is wrong with it; ``H_CRIT`` for a kind of bundle this program does not take in.
        EnvironmentFault: what the disk says.
    """
    try:
        with file.open("rb") as source:
            data = source.read(MOST_ANSWER + 1)  # read once: a stick may tell two things
        if len(data) > MOST_ANSWER:
            raise BundleRefused(Outcome.SIZE, file.name)
        kind = container.peek(io.BytesIO(data)).kind
        if kind is not Kind.RECEIPT:
            raise BundleRefused(Outcome.HELD_CRIT, str(kind))
        with opened.database.read(opened.actor) as uow:
            answer = read_receipt(uow, io.BytesIO(data))
        # Before the books: what they say was taken lies here, whatever happens in between.
        opened.folder.inbox.mkdir(mode=FOLDER_MODE, parents=True, exist_ok=True)
        write_whole(opened.folder.inbox / f"{answer.bundle.header_sha256}.goi", data)
    except OSError as error:
        raise as_fault(error, file.name) from error
    with opened.database.write(opened.actor) as uow:
        taken = take_receipt(uow, answer)
        uow.commit()
    return taken


def is_passed_by(refusal: BundleRefused, place: Path) -> bool:
    """Whether a receipt was taken before, or is for somebody else on the same stick: no fault of the stick."""
    known = refusal.outcome in {Outcome.DUPLICATE, Outcome.OLD}
    return known or (refusal.outcome is Outcome.RECIPIENT and place.is_dir())


def answers_in(place: Path) -> tuple[Path, ...]:
    """The receipts in a folder, in the order they were given; a file is itself, whatever it is.

    What cannot be read as a bundle, and bundles of other kinds, are passed by: a stick holds many things.
    """
    if not place.is_dir():
        return (place,)
    found: list[tuple[int, int, str, Path]] = []
    for path in sorted(place.glob("*.goi")):
        try:
            with path.open("rb") as source:
                head = container.peek(source)
        except (BundleRefused, OSError):
            continue
        if head.kind is Kind.RECEIPT:
            found.append((head.epoch.n, head.seq, path.name, path))
    return tuple(path for *_order, path in sorted(found))


def _let_go(opened: Sender) -> None:
    """Remove bundles from ``outbox`` that were applied at the other end, a month after they were written."""
    with opened.database.read(opened.actor) as uow:
        names = list_arrived(uow, uow.now - KEPT_FOR)
    for name in names:
        (opened.folder.outbox / name).unlink(missing_ok=True)


def _carried(parts: tuple[Part, ...], files: tuple[Path, ...], to: Path) -> tuple[Path, ...]:
    return tuple(carry(file, part.sha256, to) for part, file in zip(parts, files, strict=True))


def _command(opened: Sender, wanted: Wanted) -> BeginExport:
    # Whoever sends need not know the medicines; the program does, to keep back what names one that tells of HIV.
    with opened.database.read(system_actor("export")) as uow:
        brands = known_brands(uow)
    specs = registry.table_specs()
    return BeginExport(APP, RELEASED_ON, specs, wanted.stream, wanted.is_full, wanted.since, brands)


def _require_own_history(opened: Sender) -> None:
    """Refuse to send from a file that was put back or copied: its numbers were given before, to other changes."""
    if not fits_its_anchor(opened.database):
        raise EnvironmentFault(
            "history_doubted",
            label(
                "sync",
                "Tệp dữ liệu không khớp mốc đối chiếu của máy này: có thể đã khôi phục hoặc chép từ máy khác. "
                "Chưa gửi gì. Hãy chạy lệnh check để xem, rồi quản trị viên chạy audit accept --reason LÝ_DO.",
            ),
        )


def _require_room(opened: Sender) -> None:
    size = opened.database.path.stat().st_size
    free = shutil.disk_usage(opened.folder.outbox).free
    # Payload and bundle lie beside each other for a moment.
    if free < 2 * size // _PACKED:
        raise EnvironmentFault(
            "disk_full",
            label("sync", "Ổ đĩa còn trống quá ít để lập gói. Hãy xóa bớt tệp không cần rồi làm lại."),
        )
