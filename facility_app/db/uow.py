"""The unit of work: one decision of a user, one transaction, its audit entries and its changes."""

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeVar

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.orm import ORMExecuteState, Session

from facility_app.db import audit, capture
from facility_app.db.base import Record, SyncedRecord
from facility_app.db.messages import Messages
from facility_app.db.record_changes import changed_values, new_values, record_key
from facility_app.kernel.actor import Actor, Permission, demand
from facility_app.kernel.change import Change
from facility_app.kernel.errors import ConflictError, EnvironmentFault, FacilityError, UserError
from facility_app.kernel.labels import label
from facility_app.kernel.ports import Clock, FileStore, Ids, KeySlots, Shelf

RecordT = TypeVar("RecordT")
AnswerT = TypeVar("AnswerT")

NEVER_DELETED = "records are struck out with a reason, never deleted"
OUTSIDE_ACT = "a change outside of any verb"
BULK_UPDATE = "a bulk update passes by the trail and the version; change the records"
UNFORESEEN = label("errors", "có lỗi trong chương trình. Hãy báo người hỗ trợ.")
TEXT_SQL = "text SQL in a unit of work passes by its rules; write it with tables"


@dataclass(frozen=True, slots=True)
class Ports:
    """The walls a unit of work reaches through.

    Attributes:
        clock: the time.
        ids: new record ids.
        random: gives n random bytes.
        key_slots: the doors to the file, for the slice that manages accounts; None where none are needed.
        shelf: the lists that came with the program; None where none are needed.
        files: the sealed pictures and scans; None where none are needed.
    """

    clock: Clock
    ids: Ids
    random: Callable[[int], bytes]
    key_slots: KeySlots | None = None
    shelf: Shelf | None = None
    files: FileStore | None = None


@dataclass(slots=True)
class Act:
    """One verb under way: what the audit trail will say of it."""

    id: str
    at: datetime
    verb: str
    caused_by: str | None
    reason: str | None
    table: str | None = None
    record_id: str | None = None
    values: list[audit.ValueChange] = field(default_factory=list)

    def about(self, record: object) -> None:
        """Name the record the verb is about."""
        self.table, self.record_id = record_key(record)

    def note(self, value: audit.ValueChange) -> None:
        """Add a change that did not pass through a record, e.g. a bulk statement or a key slot."""
        self.values.append(value)


@dataclass(frozen=True, slots=True)
class Committed:
    """Where the trail and the outbox stood before and after a commit.

    Attributes:
        before: end of the audit chain when the transaction wrote to it.
        after: its end now.
        epoch_id: epoch of the file's life.
        last_chg: highest outbox number.
    """

    before: audit.Head
    after: audit.Head
    epoch_id: str
    last_chg: int


class UnitOfWork:
    """One transaction for one actor; made by ``Database.read`` and ``Database.write``.

    Leaving it without ``commit`` rolls back. Reads and writes go through ``session``; only ``tables``-knowing
    rooms (queries, service) touch it. Every write happens inside ``act``: a change nobody decided is a fault.

    Attributes:
        actor: who decides.
        session: the ORM session of this transaction.
        home: code of the facility whose records these are.
    """

    def __init__(
        self, session: Session, actor: Actor, home: str, ports: Ports, messages: Messages, *, writable: bool
    ) -> None:
        """Listen to the session's flushes, to stamp records and note their changes."""
        self.actor = actor
        self.session = session
        self.home = home
        self.ports = ports
        self.committed: Committed | None = None
        self.change = Change(frozenset())
        self._messages = messages
        self._writable = writable
        self._acts: list[Act] = []
        self._open_acts: list[Act] = []
        self._touched: set[tuple[str, str]] = set()
        self._known: dict[Hashable, Any] = {}
        self._after_commit: list[Callable[[], None]] = []
        event.listen(session, "before_flush", self._on_before_flush)
        event.listen(session, "do_orm_execute", self._on_execute)

    @property
    def now(self) -> datetime:
        """The instant now, from the clock port."""
        return self.ports.clock.now()

    def new_id(self) -> str:
        """A new record id."""
        return self.ports.ids.new()

    @contextmanager
    def act(self, verb: str, *, reason: str | None = None) -> Iterator[Act]:
        """Everything written inside belongs to ``verb``; acts nest, and the inner one names the outer.

        Args:
            verb: the verb's id, as its slice declares it.
            reason: why, in the user's words; erasable later.
        """
        cause = self._open_acts[-1].id if self._open_acts else None
        made = Act(self.new_id(), self.now, verb, cause, reason)
        # Changes made before the act belong to the outer one.
        self.session.flush()
        self._acts.append(made)
        self._open_acts.append(made)
        try:
            yield made
            self.session.flush()
        finally:
            self._open_acts.pop()

    def add(self, record: RecordT) -> RecordT:
        """Take a new record into the transaction; it gets its id, home and stamps here."""
        if isinstance(record, Record):
            record.id = record.id or self.new_id()
        self.session.add(record)
        return record

    def get(self, record_type: type[RecordT], record_id: str, *, version: int | None = None) -> RecordT:
        """The live record.

        Args:
            record_type: its class.
            record_id: its id.
            version: the version the user saw; another one is refused.

        Raises:
            UserError: ``not_found`` when there is none, or it was struck out.
            ConflictError: ``record_changed`` when the version is another one.
        """
        found = self.session.get(record_type, record_id)
        if found is None or (isinstance(found, Record) and found.voided_at is not None):
            raise UserError(
                "not_found",
                label("errors", "Không tìm thấy bản ghi {id}. Có thể danh sách đã cũ; hãy mở lại danh sách."),
                id=record_id,
            )
        if version is not None and isinstance(found, Record) and found.version != version:
            raise stale_copy()
        return found

    def void(self, record: Record, reason: str) -> None:
        """Strike a record out; it stays in the file with who, when and why.

        Raises:
            UserError: ``reason_missing``; ``already_voided``.
        """
        require_reason(reason)
        if record.voided_at is not None:
            raise UserError(
                "already_voided",
                label(
                    "errors",
                    "Bản ghi này đã được gạch bỏ trước đó. Hãy mở lại danh sách để xem bản hiện tại.",
                ),
            )
        record.voided_at = self.now
        record.voided_by = self.actor.user_id
        record.void_reason = reason

    def tell(self, told: object) -> None:
        """Run every handler of the event in this transaction, in registry order; a handler's error is ours."""
        for handler in self._messages.handlers(told):
            handler(self, told)

    @contextmanager
    def following(self) -> Iterator[None]:
        """What follows of itself from a decision that was allowed: whoever took it needs no right for it.

        Only for what nobody's wish steers and nothing of which is shown, as every term counted anew by another
        number of the law. Records and trail name who decided.
        """
        decider, self.actor = self.actor, self.actor.following()
        try:
            yield
        finally:
            self.actor = decider

    def ask(self, question: object) -> list[Any]:
        """All answers to the question, in registry order."""
        return [answer(self, question) for answer in self._messages.answers(question)]

    def once(self, about: Hashable, read: Callable[[], AnswerT]) -> AnswerT:
        """What ``read`` answers, asked once in a unit of work that only reads: it sees one state of the file.

        One that writes asks anew each time. The right is demanded before, by whoever asks.

        Args:
            about: what is asked, the same for the same question.
            read: asks it; nothing of the answer may be changed by anybody.
        """
        if self._writable:
            return read()
        key = (about, self.actor)
        if key not in self._known:
            self._known[key] = read()
        found: AnswerT = self._known[key]
        return found

    def declares(self, setting: str) -> bool:
        """Whether a slice of the registry declared the setting."""
        return self._messages.declares(setting)

    def touched(self, table: str, row_id: str) -> None:
        """Tell the screens of a row that is no record: what is written past the session is not seen by itself."""
        self._touched.add((table, row_id))

    def after_commit(self, work: Callable[[], None]) -> None:
        """Do ``work`` once the commit is durable, outside the transaction (a key slot, a file).

        Each is tried, whatever became of the others; whatever it raises is told as of a record that is saved.
        """
        self._after_commit.append(work)

    def commit(self) -> None:
        """Write the audit entries and make everything durable, once.

        Raises:
            RuntimeError: called twice, or on a read.
            EnvironmentFault: ``saved_but_unfinished``: the commit stands, a step after it does not.
        """
        if not self._writable or self.committed is not None:
            message = "a unit of work commits once, and only when it may write"
            raise RuntimeError(message)
        self.session.flush()
        connection = self.session.connection()
        before = audit.head(connection)
        after = audit.append(connection, before, [self._entry(act) for act in self._acts], self.ports.random)
        done = Committed(before, after, capture.epoch(connection), capture.last_change(connection))
        self.session.commit()
        self.committed = done
        self.change = Change(frozenset(self._touched))
        self._finish()

    def _finish(self) -> None:
        broken: list[Exception] = []
        for work in self._after_commit:
            try:
                work()
            except Exception as fault:  # noqa: BLE001 - the record is saved whatever broke; nobody enters it twice
                broken.append(fault)
        if broken:
            first = broken[0]
            raise EnvironmentFault(
                "saved_but_unfinished",
                label("errors", "Đã lưu, đừng nhập lại; nhưng bước tiếp theo chưa xong: {reason}"),
                # What an unforeseen error says of itself may hold anything; it is chained, not shown.
                reason=first if isinstance(first, FacilityError) else UNFORESEEN,
            ) from first

    def _entry(self, act: Act) -> audit.Entry:
        return audit.Entry(
            id=act.id,
            at=act.at,
            user_id=self.actor.user_id,
            roles=" ".join(sorted(self.actor.roles)),
            device=self.actor.device,
            verb=act.verb,
            caused_by=act.caused_by,
            table=act.table,
            record_id=act.record_id,
            reason=act.reason,
            values=tuple(act.values),
        )

    def _on_execute(self, state: ORMExecuteState) -> None:
        """Bulk statements pass no flush: records are not changed by them, other tables only inside a verb."""
        if isinstance(state.statement, sa.TextClause):
            raise RuntimeError(TEXT_SQL)
        if isinstance(state.statement, sa.Delete) and "voided_at" in state.statement.table.c:
            raise RuntimeError(NEVER_DELETED)
        if isinstance(state.statement, sa.Update) and "version" in state.statement.table.c:
            raise RuntimeError(BULK_UPDATE)
        if not self._open_acts and (state.is_insert or state.is_update or state.is_delete):
            raise RuntimeError(OUTSIDE_ACT)

    def _on_before_flush(self, session: Session, _context: object, _instances: object) -> None:
        if session.deleted:
            raise RuntimeError(NEVER_DELETED)
        changed = [record for record in session.dirty if session.is_modified(record)]
        new = list(session.new)
        if not new and not changed:
            return
        if not self._open_acts:
            raise RuntimeError(OUTSIDE_ACT)
        act, dialect = self._open_acts[-1], session.connection().dialect
        for record in new:
            self._stamp_new(record)
            act.values.extend(new_values(record, dialect))
        for record in changed:
            self._stamp_changed(record)
            act.values.extend(changed_values(record, dialect))
        for record in (*new, *changed):
            if act.table is None:
                act.about(record)
            self._touched.add(record_key(record))

    def _stamp_new(self, record: object) -> None:
        if isinstance(record, Record):
            record.id = record.id or self.new_id()
            record.created_at = record.updated_at = self.now
            record.created_by = record.updated_by = self.actor.user_id
        if isinstance(record, SyncedRecord):
            record.home = self.home

    def _stamp_changed(self, record: object) -> None:
        if isinstance(record, Record):
            record.updated_at = self.now
            record.updated_by = self.actor.user_id


def require_reason(reason: str) -> None:
    """Refuse a blank reason.

    Raises:
        UserError: ``reason_missing``.
    """
    if not reason.strip():
        raise UserError(
            "reason_missing",
            label("errors", "Hãy ghi lý do; lý do được lưu trong nhật ký."),
            fields={"reason": label("errors", "Cần lý do")},
        )


def stale_copy() -> ConflictError:
    """The refusal for a record that somebody else saved meanwhile."""
    return ConflictError(
        "record_changed",
        label("errors", "Người khác vừa sửa bản ghi này. Hãy mở lại, xem thay đổi của họ rồi sửa tiếp."),
    )


def require(uow: UnitOfWork, permission: Permission) -> None:
    """First line of every public verb and query: refuse unless the actor may.

    Raises:
        PermissionDenied: naming what was wanted and who may do it.
    """
    demand(uow.actor, permission)
