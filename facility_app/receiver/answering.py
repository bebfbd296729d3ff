"""Receipts: written into the books in the transaction they tell of, laid out as files after it (goi-v1 §3.12)."""

import io
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from facility_app.db.durable import as_fault, write_whole
from facility_app.db.folder import FOLDER_MODE
from facility_app.receiver import books
from facility_app.receiver.applying import Applied
from facility_app.receiver.known import stands_at
from facility_app.sync.answers import Writer, write_answer
from facility_app.sync.header import Header
from facility_app.sync.receipts import Receipt, Result, Stage
from facility_app.sync.trust import Trust


@dataclass(frozen=True, slots=True)
class Said:
    """What is to be answered.

    Attributes:
        stage, result, codes: of the bundle.
        applied: what became of the rows; None where none was looked at.
        want_parts: those that are missing.
        ends: digest where the bundle ends, of an applied one.
    """

    stage: Stage
    result: Result
    codes: tuple[str, ...] = ()
    applied: Applied | None = None
    want_parts: tuple[int, ...] = ()
    ends: str | None = None


@dataclass(frozen=True, slots=True)
class Answerer:
    """Writes receipts.

    Attributes:
        writer: who answers.
        trust: whom it believes; a facility's own key to be written to stands there.
        new_id: makes ids.
        folder: where receipts are laid out.
    """

    writer: Writer
    trust: Trust | None
    new_id: Callable[[], str] = field(repr=False)
    folder: Path

    def answer(
        self, connection: sa.Connection, header: Header, header_sha: str, skew_s: int, said: Said, now: datetime
    ) -> None:
        """Put a receipt into the books; a facility nobody gave a key of cannot be answered.

        Args:
            connection: of the transaction that does what the receipt says.
            header: of the bundle that is answered.
            header_sha: its name.
            skew_s: the facility's clock before the receiver's.
            said: what to say.
            now: when.
        """
        trust, facility = self.trust, header.facility
        recipients = () if trust is None else trust.recipients_of({facility}, now.date())
        if trust is None or not recipients:
            return
        r = books.RECEIPT
        mine = (r.c.fac == facility, r.c.epoch_n == self.writer.epoch.n)
        last = connection.execute(sa.select(r.c.seq, r.c.own_sha).where(*mine).order_by(r.c.seq.desc()).limit(1))
        before: Any = last.one_or_none()
        epoch_id, cursor, digest = stands_at(connection, header)
        applied = Applied() if said.applied is None else said.applied
        receipt = Receipt(
            bundle_id=header.bundle_id,
            header_sha256=header_sha,
            for_seq=header.seq,
            for_epoch=header.epoch,
            group=header.group.id,
            stage=said.stage,
            result=said.result,
            cursor_epoch=epoch_id,
            cursor=cursor,
            digest=digest,
            receiver=self.writer.code,
            receiver_epoch=self.writer.epoch.id,
            expected=cursor,
            time=now.replace(microsecond=0),
            trust_version=trust.version,
            seq=1 if before is None else before.seq + 1,
            prev=None if before is None else before.own_sha,
            codes=said.codes,
            counts=applied.counts,
            rows=tuple(applied.notes),
            want_parts=said.want_parts,
            skew_s=skew_s,
        )
        made = io.BytesIO()
        own_sha = write_answer(made, self.writer, receipt, facility, recipients, self.new_id())
        connection.execute(
            sa.insert(r),
            {
                "fac": facility,
                "epoch_n": self.writer.epoch.n,
                "seq": receipt.seq,
                "header_sha": header_sha,
                "stage": str(said.stage),
                "result": str(said.result),
                "codes": " ".join(said.codes),
                "own_sha": own_sha,
                "file_name": f"GOI_{self.writer.code}_{self.writer.epoch.n}_{receipt.seq:06d}_receipt.goi",
                "bundle": made.getvalue(),
                "made_at": now,
                "is_laid_out": False,
                "ends": None if said.ends is None else f"{header.stream} {said.ends}",
            },
        )

    def again(self, connection: sa.Connection, header: Header, digest: str) -> bool:
        """Give the applied receipt of what ended at ``digest`` once more; whether there is one."""
        r = books.RECEIPT
        found = connection.execute(
            sa.update(r)
            .where(r.c.fac == header.facility, r.c.ends == f"{header.stream} {digest}")
            .values(is_laid_out=False)
        )
        return bool(found.rowcount)

    def lay_out(self, engine: sa.Engine) -> tuple[Path, ...]:
        """Write receipts of the books that are not files yet.

        Raises:
            EnvironmentFault: what the disk says; the next run goes on.
        """
        r = books.RECEIPT
        with engine.begin() as connection:
            waiting = connection.execute(
                sa.select(r.c.fac, r.c.epoch_n, r.c.seq, r.c.file_name)
                .where(r.c.is_laid_out.is_(False))
                .order_by(r.c.fac, r.c.seq)
            ).all()
        return tuple(self._lay(engine, row) for row in waiting)

    def _lay(self, engine: sa.Engine, row: Any) -> Path:
        r = books.RECEIPT
        mine = (r.c.fac == row.fac, r.c.epoch_n == row.epoch_n, r.c.seq == row.seq)
        place = self.folder / row.fac
        try:
            place.mkdir(mode=FOLDER_MODE, exist_ok=True)
        except OSError as error:
            raise as_fault(error, row.fac) from error
        with engine.begin() as connection:
            data: bytes = connection.execute(sa.select(r.c.bundle).where(*mine)).scalar_one()
            write_whole(place / row.file_name, data)
            connection.execute(sa.update(r).where(*mine).values(is_laid_out=True))
        return Path(place / row.file_name)


def has_answer(connection: sa.Connection, header_sha: str, said: Said) -> bool:
    """Whether this was said of a bundle last: a bundle that goes on waiting is not told so again and again."""
    r = books.RECEIPT
    last = sa.select(r.c.stage, r.c.result, r.c.codes).where(r.c.header_sha == header_sha)
    row = connection.execute(last.order_by(r.c.seq.desc()).limit(1)).one_or_none()
    return row is not None and tuple(row) == (str(said.stage), str(said.result), " ".join(said.codes))
