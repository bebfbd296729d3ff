"""Phiếu gửi gói dữ liệu: what lies in the envelope with the stick, nobody named, and a code that proves it.

Both sides keep one copy; the province may answer by signing it, where no receipt can be given (goi-v1 §3.14).
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import sqlalchemy as sa

from facility_app.db.capture import sync_epoch
from facility_app.db.uow import UnitOfWork, require
from facility_app.documents.payload import Block, Footer, Grid, PlainPaper, Points, Qr, Signatures, Text
from facility_app.kernel.dates import format_date, format_moment, local_date
from facility_app.kernel.labels import Label, label
from facility_app.kernel.typed import number_text
from facility_app.modules.exchange import domain
from facility_app.modules.exchange.domain import VIEW_EXCHANGE, Acked
from facility_app.modules.exchange.queries.status import Books
from facility_app.modules.exchange.tables import SyncSent
from facility_app.modules.staff.api import get_imprint
from facility_app.sync import slips
from facility_app.sync.slips import Slip

TITLE: Final = label("papers", "PHIẾU GỬI GÓI DỮ LIỆU")
GIVER, TAKER = label("papers", "Người giao"), label("papers", "Người nhận")
SUBJECTS: Final[Mapping[str, Label]] = {
    "access": label("papers", "Tài khoản"),
    "absences": label("papers", "Vắng mặt, đi khỏi cơ sở"),
    "calendar": label("papers", "Lịch"),
    "catalogues": label("papers", "Hồ sơ cơ sở, danh mục"),
    "correspondence": label("papers", "Văn bản"),
    "deposits": label("papers", "Lưu ký"),
    "discharge": label("papers", "Ra khỏi cơ sở"),
    "education": label("papers", "Giáo dục, tư vấn"),
    "housing": label("papers", "Phân khu, chỗ ở"),
    "intake": label("papers", "Tiếp nhận"),
    "labour": label("papers", "Lao động trị liệu"),
    "medication": label("papers", "Dùng thuốc"),
    "pharmacy": label("papers", "Kho thuốc"),
    "residents": label("papers", "Người cai nghiện"),
    "staff": label("papers", "Cán bộ"),
    "stays": label("papers", "Lần cai nghiện, quyết định"),
    "tasks": label("papers", "Việc phải làm"),
    "treatment": label("papers", "Điều trị"),
    "vocational": label("papers", "Học nghề"),
}
"""What a table's rows are about, by the slice that keeps it; the paper names no table and nobody."""
OTHER: Final = label("papers", "Khác")
_GROUP: Final = 4


def subject_of(table: str, subjects: Mapping[str, str]) -> Label:
    """What rows of ``table`` are about; ``subjects`` says which slice keeps it."""
    return SUBJECTS.get(subjects.get(table, ""), OTHER)


@dataclass(frozen=True, slots=True)
class Medium:
    """What it is carried on.

    Attributes:
        name: what is written on it.
        serial: of its volume; empty where it is not known.
        program: name and version of what prints the paper.
    """

    name: str = ""
    serial: str = ""
    program: str = ""


def slip_paper(uow: UnitOfWork, number: str, subjects: Mapping[str, str], medium: Medium) -> PlainPaper:
    """The paper of one export.

    Args:
        uow: the unit of work.
        number: of the paper, as the bundles name it.
        subjects: table → slice that keeps it.
        medium: what the bundles are carried on.

    Raises:
        UserError: ``slip_unknown``.
    """
    require(uow, VIEW_EXCHANGE)
    parts = _parts(uow, number)
    imprint = get_imprint(uow)
    blocks: list[Block] = [
        _facts(uow, parts, imprint.facility_name, imprint.printed_by, medium),
        _rows(parts, subjects),
        Grid(
            (label("papers", "Tệp"), label("papers", "Byte"), label("papers", "SHA-256 của tệp")),
            tuple((one.file_name, _count(one.size_bytes), in_fours(one.file_sha)) for one in parts),
            frozenset({1}),
            (36, 11, 53),
        ),
    ]
    if warnings := _warnings(uow, parts):
        blocks.append(Points(warnings))
    blocks += [_code(uow, one) for one in parts]
    blocks.append(
        Text(label("papers", "Lập thành 2 bản: nơi gửi giữ 1 bản có chữ ký người nhận, nơi nhận giữ 1 bản."))
    )
    blocks.append(Signatures((GIVER, TAKER)))
    below = label("papers", "Số {number} – ngày {day}").format(
        number=number, day=format_date(local_date(parts[0].created_at))
    )
    footer = Footer(imprint.printed_by, imprint.printed_at)
    return PlainPaper(TITLE, tuple(blocks), footer, imprint.facility_name, below)


def in_fours(sha256: str) -> str:
    """A hash in sixteen groups of four, as it is read aloud."""
    return " ".join(sha256[at : at + _GROUP] for at in range(0, len(sha256), _GROUP))


def _parts(uow: UnitOfWork, number: str) -> Sequence[SyncSent]:
    s = SyncSent
    wanted = sa.select(s).where(s.phieu_no == number.strip()).order_by(s.id.desc()).limit(1)
    last = uow.session.scalar(wanted)
    if last is None:
        raise domain.slip_unknown(number)
    group = sa.select(s).where(s.group_id == last.group_id, s.stream == last.stream).order_by(s.part)
    return uow.session.scalars(group).all()


def _facts(uow: UnitOfWork, parts: Sequence[SyncSent], facility: str, by: str, medium: Medium) -> Grid:
    first, last = parts[0], parts[-1]
    believed = Books(uow.session).trust()
    receivers = ", ".join(sorted(believed.receivers)) if believed is not None else ""
    kind = label("papers", "Toàn bộ") if first.is_full else label("papers", "Phần thay đổi")
    span = label("papers", "sau thay đổi {start} đến thay đổi {end}").format(
        start=first.rng_from, end=first.rng_to
    )
    numbers = str(first.seq) if first is last else f"{first.seq}–{last.seq}"
    facts = (
        (label("papers", "Nơi gửi"), f"{facility} ({uow.home})"),
        (label("papers", "Nơi nhận"), receivers or first.stream.partition("@")[2]),
        (label("papers", "Nội dung"), f"{kind}, {span}"),
        (label("papers", "Luồng, mức dữ liệu"), first.stream),
        (label("papers", "Đời dữ liệu, số gói"), f"{_life(uow, first.epoch_id)} – {numbers}"),
        (label("papers", "Số phần"), str(first.parts)),
        (label("papers", "Lập lúc"), format_moment(first.created_at)),
        (label("papers", "Người lập phiếu"), by),
        (label("papers", "Thẻ nhớ"), medium.name),
        (label("papers", "Số sê-ri của thẻ nhớ"), medium.serial),
        (label("papers", "Chương trình"), medium.program),
        (label("papers", "Giao, nhận lúc"), ""),
    )
    rows = tuple((str(head), said or "…………") for head, said in facts)
    return Grid((label("papers", "Mục"), label("papers", "Ghi")), rows, widths=(32, 68))


def _rows(parts: Sequence[SyncSent], subjects: Mapping[str, str]) -> Grid:
    counts: dict[str, tuple[int, int]] = {}
    for part in parts:
        for table, (upserts, deletions) in json.loads(part.counts or "{}").items():
            subject = subject_of(table, subjects)
            before = counts.get(subject, (0, 0))
            counts[subject] = before[0] + upserts, before[1] + deletions
    rows = [(name, _count(one[0]), _count(one[1])) for name, one in sorted(counts.items())]
    total = sum(one[0] for one in counts.values()), sum(one[1] for one in counts.values())
    rows.append((label("papers", "Tổng số"), _count(total[0]), _count(total[1])))
    heads = (label("papers", "Dữ liệu về"), label("papers", "Dòng mới, sửa"), label("papers", "Dòng đã bỏ"))
    return Grid(heads, tuple(rows), frozenset({1, 2}), (56, 22, 22))


def _warnings(uow: UnitOfWork, parts: Sequence[SyncSent]) -> tuple[str, ...]:
    books, said = Books(uow.session), []
    stream = books.stream(parts[0].stream, parts[0].epoch_id)
    if sticky := len(books.sticky(parts[0].stream)):
        said.append(label("papers", "Có {count} dòng nơi nhận chưa nhận, gửi kèm lại.").format(count=sticky))
    if stream is not None and stream.acked_kind is Acked.NONE:
        said.append(str(label("papers", "Chưa có biên nhận nào của nơi nhận cho đời dữ liệu này.")))
    if parts[0].parts > 1:
        said.append(str(label("papers", "Phải giao đủ mọi phần: thiếu một phần thì không phần nào được nhập.")))
    return tuple(said)


def _code(uow: UnitOfWork, part: SyncSent) -> Qr:
    key = Books(uow.session).key()
    assert key is not None  # noqa: S101 - it signed the bundle
    slip = Slip(uow.home, _life(uow, part.epoch_id), part.seq, part.file_sha)
    caption = label("papers", "Mã kiểm của gói số {seq}").format(seq=part.seq)
    return Qr(slips.written(slip, key.signing_secret), caption, 38)


def _life(uow: UnitOfWork, epoch_id: str) -> int:
    found = sa.select(sync_epoch.c.n).where(sync_epoch.c.id == epoch_id)
    n: int = uow.session.connection().execute(found).scalar_one()
    return n


def _count(number: int) -> str:
    return number_text(number)
