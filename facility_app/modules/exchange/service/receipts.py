"""What the receiver answered: which receipt is believed, and what it changes in the books (goi-v1 §3.12)."""

import json
from dataclasses import dataclass
from typing import Final

import sqlalchemy as sa

from facility_app.db.audit import plain_facts
from facility_app.db.capture import epoch, sync_epoch, sync_table
from facility_app.db.uow import UnitOfWork, require
from facility_app.modules.exchange import domain
from facility_app.modules.exchange.domain import TAKE_IN, Acked, SentState
from facility_app.modules.exchange.queries.status import Books
from facility_app.modules.exchange.tables import SyncCheckpoint, SyncReceipt, SyncSent, SyncSticky, SyncStream
from facility_app.sync import history, receipts
from facility_app.sync.answers import Answer
from facility_app.sync.header import Epoch
from facility_app.sync.manifest import Tally
from facility_app.sync.outcomes import BundleRefused, Outcome
from facility_app.sync.receipts import Receipt, Result, Stage
from facility_app.sync.standing import Standing, accounts_for_rows, moved

FREEZING: Final = frozenset({Outcome.ROLLBACK, Outcome.FORK, Outcome.EPOCH})
SHORTEST_HASH: Final = 8


@dataclass(frozen=True, slots=True)
class TakenReceipt:
    """What a receipt changed.

    Attributes:
        stream: whose.
        seq: of the bundle it answers.
        stage, result, codes: what it says.
        acked_before, acked: the last change known to have arrived.
        not_taken: rows it names, which go along again.
        frozen: why the stream is stopped now; None while it is not.
    """

    stream: str
    seq: int
    stage: Stage
    result: Result
    codes: tuple[str, ...]
    acked_before: int
    acked: int
    not_taken: int
    frozen: Outcome | None = None


@dataclass(frozen=True, slots=True)
class NotePaper:
    """A Phiếu gửi gói dữ liệu that came back signed.

    Attributes:
        number: of the paper.
        sha256: the first letters of the bundle's hash as the paper has it; spaces do not matter.
    """

    number: str
    sha256: str


def take_receipt(uow: UnitOfWork, answer: Answer) -> TakenReceipt:
    """Take in a receipt whose bundle was verified and opened.

    A receipt that shows another history than this file's stops the stream; that is written, so the caller commits
    and then says so.

    Raises:
        BundleRefused: ``D_DUP``, ``D_OLD``, ``E_FORK`` (two receipts with one number), ``E_COUNTS``; nothing is
            changed then.
    """
    require(uow, TAKE_IN)
    receipt = answer.receipt
    _require_unseen(uow, answer)
    now = epoch(uow.session.connection())
    if receipt.for_epoch.id != now and receipt.for_epoch.id in _former(uow):
        raise BundleRefused(Outcome.OLD, f"{receipt.for_epoch.n}")
    sent = uow.session.scalar(sa.select(SyncSent).where(SyncSent.header_sha == receipt.header_sha256))
    stream = None if sent is None else Books(uow.session).stream(sent.stream, now)
    if sent is None or stream is None or not _is_own_history(uow, receipt, now):
        return _stopped(uow, answer, Outcome.ROLLBACK, stream)
    told = next((Outcome(one) for one in receipt.codes if one in FREEZING), None)
    if receipt.result is Result.REJECTED and told is not None:
        return _stopped(uow, answer, told, stream)
    group = _group(uow, sent)
    if accounts_for_rows(receipt):
        _require_whole(receipt, sent, group)
    return _believed(uow, answer, stream, sent, group)


def note_paper(uow: UnitOfWork, command: NotePaper) -> int:
    """The province signed for a bundle on paper: what it carried is known to have arrived.

    Returns:
        The last change known to have arrived.

    Raises:
        UserError: ``paper_unknown``.
    """
    require(uow, TAKE_IN)
    now, wanted = epoch(uow.session.connection()), "".join(command.sha256.split()).lower()
    found = uow.session.scalars(sa.select(SyncSent).where(SyncSent.phieu_no == command.number.strip())).all()
    sent = next((one for one in found if one.epoch_id == now and one.file_sha.startswith(wanted)), None)
    if sent is None or len(wanted) < SHORTEST_HASH:
        raise domain.paper_unknown()
    stream = Books(uow.session).stream(sent.stream, now)
    assert stream is not None  # noqa: S101 - its bundle is in the books of this life
    with uow.act("exchange.note_paper") as act:
        for fact in plain_facts({"number": command.number.strip(), "stream": sent.stream}):
            act.note(fact)
        if sent.rng_from <= stream.acked < sent.rng_to or stream.acked_kind is Acked.NONE:
            stream.acked, stream.acked_kind = max(stream.acked, sent.rng_to), Acked.PAPER
            stream.acked_digest = _digest_at(uow, now, stream.acked)
    return stream.acked


def send_all_again(uow: UnitOfWork, stream: str) -> None:
    """The next export of a stream carries everything, in the same life of the file."""
    require(uow, TAKE_IN)
    known = Books(uow.session).stream(stream, epoch(uow.session.connection()))
    with uow.act("exchange.send_all_again") as act:
        for fact in plain_facts({"stream": stream}):
            act.note(fact)
        if known is not None:
            known.wants_full = True


def _require_unseen(uow: UnitOfWork, answer: Answer) -> None:
    """Refuse what was taken before, what is of a receiver's life that is over, and two with one number."""
    receipt, name, r = answer.receipt, answer.bundle.header_sha256, SyncReceipt
    life = answer.bundle.header.epoch
    known = uow.session.scalars(sa.select(r).where(r.receiver == receipt.receiver)).all()
    if any(one.header_sha == name for one in known):
        raise BundleRefused(Outcome.DUPLICATE)
    if any(one.epoch_n > life.n for one in known):
        raise BundleRefused(Outcome.OLD, f"{life.n}")
    if any(one.epoch_n == life.n and one.epoch_id != life.id for one in known):
        raise BundleRefused(Outcome.FORK, f"{life.n}")
    ours = [one for one in known if one.epoch_id == life.id]
    is_other = any(one.seq == receipt.seq for one in ours)
    before = next((one for one in ours if one.seq == receipt.seq - 1), None)
    if is_other or (before is not None and before.header_sha != receipt.prev):
        raise BundleRefused(Outcome.FORK, f"{receipt.seq}")


def _former(uow: UnitOfWork) -> frozenset[str]:
    return frozenset(uow.session.connection().execute(sa.select(sync_epoch.c.id)).scalars())


def _digest_at(uow: UnitOfWork, epoch_id: str, chg: int) -> str | None:
    if chg == 0:
        return history.beginning(Epoch(1, epoch_id))
    c = SyncCheckpoint
    return uow.session.scalar(sa.select(c.digest).where(c.epoch_id == epoch_id, c.chg == chg))


def _is_own_history(uow: UnitOfWork, receipt: Receipt, now: str) -> bool:
    """Whether the place the receiver stands at is one this file was at; a former life may be forgotten in part."""
    if receipt.cursor_epoch == now:
        return _digest_at(uow, now, receipt.cursor) == receipt.digest
    return receipt.cursor_epoch in _former(uow)


def _group(uow: UnitOfWork, sent: SyncSent) -> list[SyncSent]:
    s = SyncSent
    wanted = sa.select(s).where(s.group_id == sent.group_id, s.stream == sent.stream).order_by(s.part)
    return list(uow.session.scalars(wanted))


def _require_whole(receipt: Receipt, sent: SyncSent, group: list[SyncSent]) -> None:
    """It must account for each row of each part, and name the last one."""
    rows: dict[str, Tally] = {}
    for one in group:
        for name, (upserts, deletions) in json.loads(one.counts or "{}").items():
            before = rows.get(name, Tally(0, 0))
            rows[name] = Tally(before.upserts + upserts, before.deletions + deletions)
    if sent.part != sent.parts or not receipts.adds_up(receipt, rows):
        raise BundleRefused(Outcome.COUNTS, f"{sent.seq}")


def _believed(
    uow: UnitOfWork, answer: Answer, stream: SyncStream, sent: SyncSent, group: list[SyncSent]
) -> TakenReceipt:
    receipt = answer.receipt
    is_newest = _is_newest(stream, answer)
    before = Standing(receipt.for_epoch, stream.acked, stream.acked_kind is not Acked.NONE)
    after = moved(before, sent.rng_from, sent.rng_to, receipt, is_newest=is_newest)
    # What it names may stand nowhere else: the bundle was signed for on paper, and later ones begin after it.
    names_rows = accounts_for_rows(receipt) and bool(receipt.rows)
    if not is_newest and after == before and not names_rows:
        raise BundleRefused(Outcome.OLD, f"{receipt.seq}")
    with uow.act("exchange.take_receipt") as act:
        for fact in plain_facts(_facts(answer, sent.stream, after.acked)):
            act.note(fact)
        uow.add(_kept(answer, sent.stream))
        stream.acked = after.acked
        if not after.is_known:
            stream.acked_kind = Acked.NONE
        elif accounts_for_rows(receipt):
            stream.acked_kind = Acked.DIGITAL
        stream.acked_digest = _digest_at(uow, sent.epoch_id, after.acked)
        if is_newest:
            stream.receiver_epoch, stream.receipt_seq = receipt.receiver_epoch, receipt.seq
        stream.wants_full = stream.wants_full or bool(receipt.want_tables)
        _note_states(uow, receipt, sent, group, after)
        if accounts_for_rows(receipt):
            _note_rows(uow, receipt, stream, group[0].seq, is_newest=is_newest)
    return TakenReceipt(
        sent.stream,
        sent.seq,
        receipt.stage,
        receipt.result,
        receipt.codes,
        before.acked,
        after.acked,
        len(receipt.rows),
    )


def _is_newest(stream: SyncStream, answer: Answer) -> bool:
    receipt = answer.receipt
    return stream.receiver_epoch != receipt.receiver_epoch or (stream.receipt_seq or 0) < receipt.seq


def _note_states(
    uow: UnitOfWork, receipt: Receipt, sent: SyncSent, group: list[SyncSent], after: Standing
) -> None:
    if accounts_for_rows(receipt):
        for one in group:
            one.state = SentState.APPLIED
    elif receipt.result in {Result.REJECTED, Result.QUARANTINED}:
        sent.state = SentState.REFUSED
    elif sent.state is SentState.WRITTEN:
        sent.state = SentState.STORED
    s = SyncSent
    if after.is_known:  # what went before arrived with what came after it
        wanted = sa.select(s).where(s.stream == sent.stream, s.epoch_id == sent.epoch_id, s.rng_to <= after.acked)
        for one in uow.session.scalars(wanted):
            one.state = SentState.APPLIED


def _note_rows(uow: UnitOfWork, receipt: Receipt, stream: SyncStream, first: int, *, is_newest: bool) -> None:
    """Rows named go along from now on; rows that went along and are not named have arrived."""
    ordinals = {row.name: row.k for row in uow.session.connection().execute(sa.select(sync_table))}
    named = {(ordinals[one.table], one.row_id): one for one in receipt.rows if one.table in ordinals}
    kept = {
        (one.tbl, one.row_id): one
        for one in uow.session.scalars(sa.select(SyncSticky).where(SyncSticky.stream == stream.name))
    }
    for key, one in kept.items():
        if is_newest and one.voided_at is None and key not in named and one.since_seq < first:
            one.voided_at, one.voided_by = uow.now, uow.actor.user_id
    for key, note in named.items():
        one = kept.get(key) or uow.add(
            SyncSticky(stream=stream.name, tbl=key[0], row_id=key[1], chg=note.chg, code=note.code)
        )
        one.chg, one.code, one.pointer = note.chg, note.code, note.pointer or None
        one.since_seq, one.voided_at, one.voided_by = stream.last_seq, None, None


def _stopped(uow: UnitOfWork, answer: Answer, why: Outcome, stream: SyncStream | None) -> TakenReceipt:
    """Nothing more is sent in this life of the file: every stream stops, or the one the receiver stopped."""
    receipt = answer.receipt
    name = "" if stream is None else stream.name
    with uow.act("exchange.take_receipt") as act:
        for fact in plain_facts({**_facts(answer, name, 0), "frozen": str(why)}):
            act.note(fact)
        now = epoch(uow.session.connection())
        for one in uow.session.scalars(sa.select(SyncStream).where(SyncStream.epoch_id == now)):
            if stream is None or one.name == name:
                one.frozen = str(why)
        uow.add(_kept(answer, name))
    acked = 0 if stream is None else stream.acked
    return TakenReceipt(name, receipt.for_seq, receipt.stage, receipt.result, receipt.codes, acked, acked, 0, why)


def _facts(answer: Answer, stream: str, acked: int) -> dict[str, str]:
    receipt = answer.receipt
    return {
        "stream": stream,
        "receiver": receipt.receiver,
        "number": str(receipt.seq),
        "bundles": str(receipt.for_seq),
        "result": f"{receipt.stage} {receipt.result} {' '.join(receipt.codes)}".strip(),
        "to": str(acked),
        "rows": str(len(receipt.rows)),
    }


def _kept(answer: Answer, stream: str) -> SyncReceipt:
    receipt, life = answer.receipt, answer.bundle.header.epoch
    return SyncReceipt(
        receiver=receipt.receiver,
        epoch_n=life.n,
        epoch_id=life.id,
        seq=receipt.seq,
        header_sha=answer.bundle.header_sha256,
        stream=stream,
        stream_epoch=receipt.for_epoch.id,
        bundle_seq=receipt.for_seq,
        stage=receipt.stage,
        result=receipt.result,
        codes=" ".join(receipt.codes),
        cursor=receipt.cursor,
        answered_at=receipt.time,
    )
