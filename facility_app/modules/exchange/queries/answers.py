"""What the receiver said: a receipt opened, the receipts taken, and the rows a clerk has to settle."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import BinaryIO

import sqlalchemy as sa

from facility_app.db.capture import sync_table
from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.labels import Label
from facility_app.modules.exchange.domain import TAKE_IN, VIEW_EXCHANGE
from facility_app.modules.exchange.queries.status import Books
from facility_app.modules.exchange.tables import SyncKey, SyncReceipt, SyncSticky
from facility_app.sync import answers
from facility_app.sync.answers import Answer
from facility_app.sync.header import Header
from facility_app.sync.outcomes import BundleRefused, Outcome
from facility_app.sync.receipts import Result, Stage
from facility_app.sync.row_codes import sentence_of


@dataclass(frozen=True, slots=True)
class ReceiptRow:
    """A receipt that was taken.

    Attributes:
        stream: it is about; empty where the bundle it names is not known here.
        bundle_seq: the bundle it answers.
        answered_at: the receiver's time; taken_at ours.
    """

    id: str
    receiver: str
    seq: int
    stream: str
    bundle_seq: int
    stage: Stage
    result: Result
    codes: tuple[str, ...]
    cursor: int
    answered_at: datetime
    taken_at: datetime


@dataclass(frozen=True, slots=True)
class StickyRow:
    """A row the receiver did not take.

    Attributes:
        table: the name of its table.
        code: why; ``sentence`` in words.
        pointer: where in the line; empty for the whole row.
        since: when it became known.
    """

    id: str
    stream: str
    table: str
    row_id: str
    code: str
    sentence: Label
    pointer: str
    since: datetime


def read_receipt(uow: UnitOfWork, source: BinaryIO) -> Answer:
    """Verify and open a receipt for this facility.

    Raises:
        BundleRefused: with its code; ``E_KEY_UNKNOWN`` for what no receiver of the trust list signed.
    """
    require(uow, TAKE_IN)
    believed = Books(uow.session).trust()
    identities: Sequence[str] = uow.session.scalars(sa.select(SyncKey.age_identity)).all()

    def key_of(head: Header) -> bytes:
        if believed is None:
            raise BundleRefused(Outcome.KEY_UNKNOWN, head.signer)
        return believed.receiver_key(head)

    return answers.read_answer(source, key_of, uow.home, identities)


def list_receipts(uow: UnitOfWork, limit: int = 50) -> tuple[ReceiptRow, ...]:
    """The receipts that were taken, the latest first."""
    require(uow, VIEW_EXCHANGE)
    rows = uow.session.scalars(sa.select(SyncReceipt).order_by(SyncReceipt.id.desc()).limit(limit))
    return tuple(
        ReceiptRow(
            one.id,
            one.receiver,
            one.seq,
            one.stream,
            one.bundle_seq,
            one.stage,
            one.result,
            tuple(one.codes.split()),
            one.cursor,
            one.answered_at,
            one.created_at,
        )
        for one in rows
    )


def list_sticky(uow: UnitOfWork, limit: int = 500) -> tuple[StickyRow, ...]:
    """Rows that go along with each export until the receiver takes them, by table and the change they are of."""
    require(uow, VIEW_EXCHANGE)
    names: dict[int, str] = {row.k: row.name for row in uow.session.connection().execute(sa.select(sync_table))}
    wanted = sa.select(SyncSticky).where(SyncSticky.voided_at.is_(None))
    rows = uow.session.scalars(wanted.order_by(SyncSticky.tbl, SyncSticky.chg, SyncSticky.id).limit(limit))
    return tuple(
        StickyRow(
            one.id,
            one.stream,
            names.get(one.tbl, str(one.tbl)),
            one.row_id,
            one.code,
            sentence_of(one.code),
            one.pointer or "",
            one.created_at,
        )
        for one in rows
    )
