"""The open file: one writer, a few readers, and units of work for whoever may act."""

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any, TypeVar, cast

import sqlalchemy as sa
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.orm import Session
from sqlalchemy.pool import QueuePool
from sqlalchemy.util import LRUCache

from facility_app.db import audit, capture
from facility_app.db.anchor import Anchor, Mark
from facility_app.db.driver import DataKey, connect, driver_module
from facility_app.db.faults import plain_words
from facility_app.db.messages import Messages
from facility_app.db.notes import Notes
from facility_app.db.uow import Committed, Ports, UnitOfWork
from facility_app.db.vault import identity, revision_of
from facility_app.kernel.actor import Actor
from facility_app.kernel.errors import EnvironmentFault

log = logging.getLogger("facility.db")

READERS = 3
WAL_LIMIT_BYTES = 16 * 1024 * 1024
"""From this size on, whoever writes next first folds the write-ahead log into the file."""


STATEMENTS_KEPT = 2_000
"""How many compiled statements are remembered; a day's work has fewer."""


@cache
def _dialect() -> sa.Dialect:
    """One for the process: what is compiled for one dialect object fits no other."""
    driver = driver_module()
    nowhere = sa.create_engine("sqlite://", module=driver, creator=lambda: driver.connect(":memory:"))
    # It learns what this SQLite can do from its first connection.
    with nowhere.connect():
        pass
    nowhere.dispose()
    return nowhere.dialect


@cache
def _compiled() -> LRUCache[Any, Any]:
    """The compiled statements of the process.

    Compiling costs more than running: the reader, the writer and the next file opened do not begin at nothing.
    """
    return LRUCache(STATEMENTS_KEPT)


def make_engine(path: Path, data_key: DataKey, *, begin: str, size: int, query_only: bool) -> sa.Engine:
    """An engine over the encrypted file whose transactions begin with ``begin`` ("BEGIN", "BEGIN IMMEDIATE")."""
    dialect = _dialect()
    engine = sa.Engine(
        QueuePool(
            lambda: cast("DBAPIConnection", connect(path, data_key, query_only=query_only)),
            pool_size=size,
            max_overflow=0,
            dialect=dialect,
        ),
        dialect,
        sa.make_url("sqlite://"),
        execution_options={"compiled_cache": _compiled()},
        hide_parameters=True,  # a fault of the program ends in the log, and bound values are personal data
    )

    @sa.event.listens_for(engine, "begin")
    def _on_begin(connection: sa.Connection) -> None:
        connection.exec_driver_sql(begin)

    @sa.event.listens_for(engine, "handle_error")
    def _on_error(context: sa.engine.ExceptionContext) -> None:
        # What SQLite cannot open for writing it opens read-only, and so it stays: the next save opens it anew.
        name = getattr(context.original_exception, "sqlite_errorname", "")
        if not query_only and name.startswith("SQLITE_READONLY"):
            context.is_disconnect = True

    return engine


T = TypeVar("T")


def interrupt_of(connection: sa.Connection) -> Callable[[], None]:
    """What stops a statement under way on ``connection``, to be called from any thread."""
    raw: Any = connection.connection.driver_connection
    stop: Callable[[], None] = raw.interrupt
    return stop


Admission = Callable[[UnitOfWork], None]


def everyone(_uow: UnitOfWork) -> None:
    """The admission of files without accounts."""


class Database:
    """The encrypted file, open.

    Several processes may hold one file open; writers wait for each other (``BEGIN IMMEDIATE``). Inside this
    process one writer at a time is let in.
    """

    def __init__(
        self,
        path: Path,
        data_key: DataKey,
        ports: Ports,
        messages: Messages,
        state_dir: Path,
        *,
        former_keys: tuple[bytes, ...] = (),
        admit: Admission = everyone,
    ) -> None:
        """Open the file; ``identify`` makes it ready for units of work.

        Args:
            path: the database file.
            data_key: its key.
            ports: the walls units of work reach through.
            messages: handlers and answers of the registry.
            state_dir: folder of the anchors, outside the data folder.
            former_keys: data keys of this facility; an anchor made before a rekey still counts.
            admit: refuses an actor whose account was closed or changed since the sign-in.

        Raises:
            EnvironmentFault: the file is damaged, or cannot be read.
        """
        self.path = path
        self.data_key = data_key
        self.ports = ports
        self._messages = messages
        self._admit = admit
        self._writing = threading.Lock()
        self._writer_thread: int | None = None
        self._frozen: EnvironmentFault | None = None
        self._writer = make_engine(path, data_key, begin="BEGIN IMMEDIATE", size=1, query_only=False)
        self._reader = make_engine(path, data_key, begin="BEGIN", size=READERS, query_only=True)
        self._state_dir = state_dir
        self._former_keys = former_keys
        try:
            with plain_words(path.parent), self._reader.connect() as connection:
                self.revision = revision_of(connection)
        except BaseException:
            self.close()
            raise

    def identify(self) -> None:
        """Read who the file is; once, when its schema is known to be the newest.

        Raises:
            LookupError: it was never initialised.
        """
        with plain_words(), self._reader.connect() as connection:
            self.db_uuid, self.home = identity(connection)
        self.anchor = Anchor(self._state_dir, self.db_uuid, self.data_key.key, self._former_keys)

    @contextmanager
    def read(self, actor: Actor) -> Iterator[UnitOfWork]:
        """A unit of work over one snapshot of the file; it cannot write."""
        with plain_words(self.path.parent), Session(self._reader, autoflush=False) as session:
            uow = UnitOfWork(session, actor, self.home, self.ports, self._messages, writable=False)
            self._admit(uow)
            yield uow

    @contextmanager
    def write(self, actor: Actor) -> Iterator[UnitOfWork]:
        """The unit of work of one decision; leaving without ``commit`` rolls back.

        Raises:
            EnvironmentFault: disk, lock, access or damage; nothing was written.
            ConflictError: somebody else saved the record meanwhile.
        """
        if self._frozen is not None:
            raise self._frozen
        if self._writer_thread == threading.get_ident():
            message = "a decision inside a decision joins its unit of work; a second one would wait for itself"
            raise RuntimeError(message)
        with self._writing, self._as_writer(), plain_words(self.path.parent):
            self._fold_long_log()
            with Session(self._writer, expire_on_commit=False) as session:
                # BEGIN IMMEDIATE now: what is read below cannot change until the commit. References are checked
                # at the commit: without relationships a flush writes tables in the order of their classes' names.
                session.connection().exec_driver_sql("PRAGMA defer_foreign_keys=ON")
                uow = UnitOfWork(session, actor, self.home, self.ports, self._messages, writable=True)
                # Read after the lock is held: nobody can close the account between this look and the commit.
                self._admit(uow)
                try:
                    yield uow
                finally:
                    if uow.committed is not None:
                        self._advance_anchor(uow.committed)

    @contextmanager
    def _as_writer(self) -> Iterator[None]:
        self._writer_thread = threading.get_ident()
        try:
            yield
        finally:
            self._writer_thread = None

    def jot(self, actor: Actor, work: Callable[[Notes], T]) -> T:
        """Read and write the local notes of ``actor``: no decision, so neither trail nor outbox.

        Raises:
            EnvironmentFault: disk, lock, access or damage; nothing was noted.
        """
        with (
            self._writing,
            self._as_writer(),
            plain_words(),
            self._writer.connect() as connection,
            connection.begin(),
        ):
            return work(Notes(connection, actor.user_id, self.ports.clock.now()))

    def freeze(self, fault: EnvironmentFault) -> None:
        """Let nobody write any more; reading goes on. Every later ``write`` is refused with ``fault``."""
        self._frozen = fault

    @contextmanager
    def connection(self) -> Iterator[sa.Connection]:
        """A read transaction for checks of the whole file."""
        with plain_words(), self._reader.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def trial(self) -> Iterator[sa.Connection]:
        """A write transaction that is always rolled back, for checks that must try something."""
        with (
            self._writing,
            plain_words(),
            self._writer.connect() as connection,
            connection.begin() as transaction,
        ):
            yield connection
            transaction.rollback()

    def tend(self) -> None:
        """Fold the write-ahead log into the file; for moments when nobody waits."""
        with self._writing, plain_words():
            self._fold_log()

    def mark(self, connection: sa.Connection) -> Mark:
        """The state of the file as the anchor would remember it."""
        head = audit.head(connection)
        return Mark(0, head.count, head.hash.hex(), capture.epoch(connection), capture.last_change(connection))

    def begin_anchor(self, keys: int = 0) -> None:
        """Set the mark of this account on this machine to the file's present state.

        Args:
            keys: generation of the key file.

        Raises:
            OSError: the state folder cannot be written.
        """
        with self.connection() as connection:
            mark = self.mark(connection)
        self.anchor.restart(mark.audit_count, mark.audit_head, mark.epoch_id, mark.last_chg, keys)

    def close(self) -> None:
        """Close every connection; the last one to close folds the log into the file."""
        self._reader.dispose()
        self._writer.dispose()

    def _fold_long_log(self) -> None:
        log_file = self.path.with_name(self.path.name + "-wal")
        try:
            is_long = log_file.stat().st_size > WAL_LIMIT_BYTES
        except FileNotFoundError:
            return
        if is_long:
            self._fold_log()

    def _fold_log(self) -> None:
        # Straight on the driver: a checkpoint cannot run inside the transaction an engine would begin.
        borrowed = self._writer.raw_connection()
        try:
            borrowed.cursor().execute("PRAGMA wal_checkpoint(PASSIVE)")
        finally:
            borrowed.close()

    def _advance_anchor(self, done: Committed) -> None:
        """Move the mark outside the file after a commit; one that disagrees is evidence: it stays."""
        try:
            if not self.anchor.exists:
                return  # whoever opens the facility begins one, or asks
            known = self.anchor.read()
            if known is None or not self._continues(known, done):
                log.error("the anchor is damaged or disagrees with the audit chain; run check")
                return
            self.anchor.advance(done.after.count, done.after.hash.hex(), done.epoch_id, done.last_chg)
        except (OSError, EnvironmentFault):
            # The commit stands; the mark lags until the next save, and check says so.
            log.warning("the anchor could not be written")

    def _continues(self, known: Mark, done: Committed) -> bool:
        """Whether the chain of this file runs through the mark."""
        if known.audit_count == done.before.count:
            return known.head.hash == done.before.hash
        # Behind after a power cut, or ahead because another process was faster: its entries stand in the file.
        with plain_words(), self._reader.connect() as connection:
            return audit.hash_at(connection, known.audit_count) == known.head.hash
