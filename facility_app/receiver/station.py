"""The way of a bundle, step by step; each step is one transaction, and whoever comes after a crash goes on.

discovered → copied → structure and signature → stored receipt → opened and staged → validated → applied with its
receipt in one transaction → archived; or held, frozen, set aside with its code (goi-v1 §6.1).
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, Final

import sqlalchemy as sa

from facility_app.db import bulk
from facility_app.db.durable import as_fault
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.kernel.ports import Clock
from facility_app.receiver import books, known
from facility_app.receiver.answering import Answerer, Said, has_answer
from facility_app.receiver.applying import Sender, apply_rows, forget
from facility_app.receiver.entities import Catalogue
from facility_app.receiver.landing import land
from facility_app.receiver.place import MOST_FILE, Place, bundles_in, printable
from facility_app.receiver.staging import Staged, stage
from facility_app.receiver.states import DONE, OPENING, UNFINISHED, UNOPENED, State
from facility_app.sync import container
from facility_app.sync import header as headers
from facility_app.sync import manifest as manifests
from facility_app.sync.header import Header, Kind
from facility_app.sync.manifest import Manifest
from facility_app.sync.outcomes import BundleRefused, Outcome
from facility_app.sync.profiles import RULES
from facility_app.sync.receipts import MOST_SKEW_S, Result, Stage
from facility_app.sync.streams import Verdict, decide
from facility_app.sync.trust import Trust

TAKEN: Final = (Kind.DATA, Kind.FULL)


def _nothing(_step: str) -> None:
    return


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of a file that was brought.

    Attributes:
        file: as it was named.
        sha256: of the file; empty where it was not even copied.
        state, code, part: how far it came, and why not farther.
        bundle: name of the bundle (SHA-256 of its header), where its signature held.
        rows: lines of it, where it was opened.
    """

    file: Path
    sha256: str
    state: State
    code: str | None
    part: str = ""
    bundle: str | None = None
    rows: int | None = None


@dataclass
class Station:
    """A receiver at work.

    Attributes:
        place: its folder.
        engine: of its database.
        catalogue: the tables it keeps.
        trust: whom it believes; None before the first list.
        identities: secret identities of this place, old ones too.
        answerer: writes its receipts.
        clock: the time.
        landing: where accepted lines land in clear; None for nowhere.
        reached: told each step's name twice, before and after its commit; for whoever kills it there.
    """

    place: Place
    engine: sa.Engine
    catalogue: Catalogue
    trust: Trust | None
    identities: tuple[str, ...] = field(repr=False)
    answerer: Answerer
    clock: Clock
    landing: Path | None = None
    reached: Callable[[str], None] = _nothing

    def ingest(self, paths: Iterable[Path]) -> tuple[Taken, ...]:
        """Take bundles in and do everything that can be done now.

        Args:
            paths: bundles, and folders of them.

        Returns:
            What became of each, in order.

        Raises:
            EnvironmentFault: disk, database, or ``vault_busy`` while another process works here.
        """
        with self.place.alone().exclusive():
            brought = [(path, self._copy_in(path)) for path in bundles_in(paths)]
            self.settle()
        return tuple(self._taken(path, sha256) for path, sha256 in brought)

    def settle(self) -> None:
        """Go on with whatever is not done; the caller has the folder to itself."""
        for sha256 in self.place.copied():
            self._discover(sha256, self.place.file_of(sha256).stat().st_size, "")
        self._lay_files()
        for row in self._unfinished(is_fresh=True):
            self._open_up(row)
        went_on = True
        while went_on:  # judged in the order they were sent, whatever the order they came in
            went_on = False
            for row in self._unfinished(is_fresh=False):
                self._advance(self._row(row.file_sha))  # another part may have taken it along meanwhile
                after = self._row(row.file_sha)
                went_on |= (after.state, after.code) != (row.state, row.code)
        self.answerer.lay_out(self.engine)
        bulk.fold(self.engine)

    def release(self, sha256: str, *, is_approved: bool = False) -> Taken:
        """Try a bundle that was set aside or stopped once more, from the beginning; a person decided so.

        Args:
            sha256: of the file, or the bundle's name.
            is_approved: its epoch goes on although it does not follow the known one.

        Raises:
            UserError: ``no_such_bundle``: none that was set aside or stopped has that name.
        """
        with self.place.alone().exclusive():
            with self._step("released") as connection:
                row = known.find_stopped(connection, sha256)
                if row is None:
                    raise UserError(
                        "no_such_bundle",
                        label("receiver", "Không có gói nào bị cách ly hay dừng mang mã {sha256}."),
                        sha256=sha256[:16],
                    )
                if row.header is not None:
                    approved = row.epoch_id if is_approved else None
                    head = headers.decode(row.header.encode())
                    # Only what stopped a stream lets it go on: one that was set aside says nothing about that.
                    thawed = {"frozen": None} if row.state == State.FROZEN else {}
                    known.set_(connection, head, approved=approved, **thawed)
                self._set(connection, row.file_sha, state=State.COPIED, code=None, part_said=None)
            self.settle()
        return self._taken(self.place.file_of(row.file_sha), row.file_sha)

    def _copy_in(self, path: Path) -> str:
        try:
            if path.stat().st_size > MOST_FILE:
                return ""
        except OSError as error:
            raise as_fault(error, path.name) from error
        sha256, size = self.place.copy_in(path)
        self.reached("copied in")
        self._discover(sha256, size, path.name)
        return sha256

    def _discover(self, sha256: str, size: int, name: str) -> None:
        """Put a copied file into the books; one that is there already came once more."""
        b = books.BUNDLE
        with self._step("discovered") as connection:
            row = self._row_in(connection, sha256)
            if row is None:
                job = connection.execute(sa.select(sa.func.coalesce(sa.func.max(b.c.job), 0) + 1)).scalar_one()
                told = {"file_sha": sha256, "job": job, "state": State.COPIED, "file_name": printable(name)[:200]}
                told |= {"size_bytes": size, "received_at": self.clock.now(), "deliveries": 1}
                connection.execute(sa.insert(b), told)
            elif name:
                self._came_again(connection, row)

    def _came_again(self, connection: sa.Connection, row: Any) -> None:
        r = books.RECEIPT
        self._set(connection, row.file_sha, deliveries=row.deliveries + 1)
        if row.header_sha is not None:  # every answer it got, byte for byte
            connection.execute(sa.update(r).where(r.c.header_sha == row.header_sha).values(is_laid_out=False))
        elif row.state == State.QUARANTINED:  # its key may be known by now
            self._set(connection, row.file_sha, state=State.COPIED, code=None, part_said=None)

    def _lay_files(self) -> None:
        """What a crash left in the wrong folder."""
        b = books.BUNDLE
        for sha256 in self.place.copied():
            row = self._row(sha256)
            if row.state == State.QUARANTINED:
                self.place.lay(sha256, self.place.quarantine)
            elif row.state == State.ARCHIVED:
                self.place.lay(sha256, self.place.archive)
        with self.engine.begin() as connection:
            again = connection.scalars(sa.select(b.c.file_sha).where(b.c.state == State.COPIED)).all()
        for sha256 in again:
            self.place.lay(sha256, self.place.incoming)

    def _unfinished(self, *, is_fresh: bool) -> list[Any]:
        b = books.BUNDLE
        mine = sa.select(b).where(b.c.state.in_(UNFINISHED))
        with self.engine.begin() as connection:
            rows = connection.execute(mine.order_by(b.c.fac, b.c.stream, b.c.epoch_n, b.c.seq, b.c.job)).all()
        return [row for row in rows if is_fresh or row.code not in UNOPENED]

    def _open_up(self, row: Any) -> None:
        """One bundle goes on until its rows wait."""
        is_moving = True
        while is_moving and (row.state in OPENING or row.code in UNOPENED):
            before = (row.state, row.code)
            row = self._tried(row)
            is_moving = (row.state, row.code) != before

    def _advance(self, row: Any) -> None:
        """One bundle goes on as far as it can."""
        while True:
            before = (row.state, row.code)
            row = self._tried(row)
            if (row.state, row.code) == before or row.state in {State.HELD, State.FROZEN, State.QUARANTINED}:
                return

    def _tried(self, row: Any) -> Any:
        """The bundle after its next step, or after that was refused."""
        try:
            self._next(row)
        except BundleRefused as refusal:
            self._set_aside(row, refusal)
        return self._row(row.file_sha)

    def _next(self, row: Any) -> None:
        match State(row.state):
            case State.COPIED:
                self._verify(row)
            case State.SIGNED:
                self._store(row)
            case State.STORED:
                self._open(row)
            case State.HELD if row.code in UNOPENED:
                self._open(row)
            case State.STAGED | State.HELD:
                self._judge(row)
            case state if state in DONE:
                self._archive(row)
            case _:
                return

    def _verify(self, row: Any) -> None:
        """Structure and signature, to the last byte, before anything is opened."""
        if self.trust is None:
            raise BundleRefused(Outcome.KEY_UNKNOWN, "")
        with self._opened_file(row.file_sha) as source:
            bundle = container.read_bundle(source, self.trust.signing_key)
        head = bundle.header
        skew = int((head.created - row.received_at).total_seconds())
        with self._step("signed") as connection:
            if known.has_other_file(connection, bundle.header_sha256, row.file_sha):
                raise BundleRefused(Outcome.DUPLICATE)
            self._set(
                connection,
                row.file_sha,
                state=State.SIGNED,
                header_sha=bundle.header_sha256,
                header=headers.encode(head).decode(),
                fac=head.facility,
                stream=head.stream,
                epoch_id=head.epoch.id,
                epoch_n=head.epoch.n,
                seq=head.seq,
                group_id=head.group.id,
                payload_at=bundle.payload_at,
                skew_s=max(-MOST_SKEW_S, min(MOST_SKEW_S, skew)),  # more no receipt can say
            )

    def _store(self, row: Any) -> None:
        """It lies safely here: whoever sent it need not send it again."""
        now = self.clock.now()
        with self._step("stored") as connection:
            head = headers.decode(row.header.encode())
            known.note_seen(connection, head, now)
            self._set(connection, row.file_sha, state=State.STORED)
            self._answer(connection, row, Said(Stage.STORED, Result.OK))

    def _open(self, row: Any) -> None:
        """Decrypt, check against the manifest, and let typed rows wait."""
        head = headers.decode(row.header.encode())
        if head.kind not in TAKEN:
            raise BundleRefused(Outcome.HELD_CRIT, str(head.kind))
        self._require_agreed(head)
        with self._step("staged") as connection, self._opened_file(row.file_sha) as source:
            forget(connection, self.catalogue, row.job)
            bundle = container.Bundle(head, row.header_sha, row.payload_at)
            found: Staged = stage(connection, self.catalogue, source, bundle, row.job, self.identities)
            self._set(
                connection,
                row.file_sha,
                state=State.STAGED,
                code=None,
                part_said=None,
                manifest=manifests.encode(found.manifest).decode(),
                row_count=found.rows,
                remarks=" ".join(sorted(found.remarks)),
            )

    def _require_agreed(self, head: Header) -> None:
        """The trust list lets the facility send this stream, and names its legal basis where it needs one."""
        facility = None if self.trust is None else self.trust.facilities.get(head.facility)
        rule = RULES.get(head.stream.partition("@")[0])
        is_agreed = facility is not None and head.stream in facility.streams and rule is not None
        has_basis = facility is not None and bool(facility.authority.get(head.stream, "").strip())
        if not is_agreed or (rule is not None and rule.needs_authority and not has_basis):
            raise BundleRefused(Outcome.HELD_TRUST, head.stream)

    def _judge(self, row: Any) -> None:
        """Apply the group this bundle completes, or say why not; all of it in one transaction."""
        head, said = headers.decode(row.header.encode()), manifests.decode(row.manifest.encode())
        now = self.clock.now()
        with self._step("judged") as connection:
            bulk.hold(connection, f"{head.facility} {head.stream}")
            verdict = self._verdict(connection, head, row.header_sha, said)
            if verdict not in {Verdict.APPLY, Verdict.NEW_EPOCH}:
                self._not_applied(connection, row, head, said, verdict)
                return
            parts = known.waiting_parts(connection, head)
            wanted = self._missing(connection, head, said, parts)
            if wanted:
                text = ", ".join(map(str, wanted))
                self._hold(connection, row, Outcome.HELD_PART, text, want_parts=wanted)
            else:
                self._apply(connection, head, said, parts, now)

    def _missing(
        self, connection: sa.Connection, head: Header, said: Manifest, parts: Sequence[Any]
    ) -> tuple[int, ...]:
        """The parts that are not here; those of one group say the same of all of it, and none is a fork."""
        seen = known.seen_in(connection, head, head.epoch.id)
        here: set[int] = set()
        for one in parts:
            other = manifests.decode(one.manifest.encode())
            pairs = (
                (other.group.of, said.group.of),
                ((other.start, other.end), (said.start, said.end)),
                (other.boundaries, said.boundaries),
                ((other.is_full, other.profile), (said.is_full, said.profile)),
                (other.seq - other.group.n, said.seq - said.group.n),
                (seen.get(other.seq, one.header_sha), one.header_sha),
            )
            if other.group.n in here or any(inside != outside for inside, outside in pairs):
                raise BundleRefused(Outcome.ENVELOPE, "group")
            here.add(other.group.n)
        return tuple(number for number in range(1, head.group.of + 1) if number not in here)

    def _verdict(self, connection: sa.Connection, head: Header, header_sha: str, said: Manifest) -> Verdict:
        state = known.state_of(connection, head)
        row = known.row_of(connection, head.facility, head.stream)
        verdict = decide(state, head, header_sha, said)
        is_approved = row.approved == head.epoch.id and said.is_full
        # The number orders the states of a row: under one that does not rise, rows of the life before would win.
        is_later = state.epoch is not None and head.epoch.n > state.epoch.n
        if verdict is Verdict.EPOCH and is_approved and is_later:
            return Verdict.NEW_EPOCH
        if row.frozen is not None and verdict in {Verdict.APPLY, Verdict.GAP, Verdict.DUPLICATE}:
            return Verdict(row.frozen)  # people look first; only a new epoch goes on by itself
        return verdict

    def _apply(
        self, connection: sa.Connection, head: Header, said: Manifest, parts: Sequence[Any], now: datetime
    ) -> None:
        last = max(parts, key=lambda one: int(one.seq))
        jobs = [int(one.job) for one in parts]
        sender = Sender(head.facility, head.stream, said.profile, head.epoch.n, said.end, last.header_sha)
        self.reached("validated")
        done = apply_rows(connection, self.catalogue, jobs, sender, now)
        known.go_on(connection, head, said, now)
        a = books.APPLY
        counted = [
            {
                "header_sha": last.header_sha,
                "tbl": table,
                "new": one.new,
                "upd": one.updated,
                "same": one.same,
                "del": one.deleted,
                "park": one.parked,
                "rej": one.rejected,
                "applied_at": now,
            }
            for table, one in done.counts.items()
        ]
        if counted:
            connection.execute(sa.insert(a), counted)
        for one in parts:
            self._set(connection, one.file_sha, state=State.APPLIED, code=None, part_said=None)
            done.remarks.update((one.remarks or "").split())
        result = Result.PARTIAL if done.notes else Result.OK
        codes = tuple(sorted(done.remarks))
        self._answer(connection, last, Said(Stage.APPLIED, result, codes, done, ends=said.boundaries[-1].digest))

    def _not_applied(
        self, connection: sa.Connection, row: Any, head: Header, said: Manifest, verdict: Verdict
    ) -> None:
        code = Outcome(verdict.value)
        if verdict is Verdict.GAP:
            self._hold(connection, row, code, str(said.start))
            return
        forget(connection, self.catalogue, row.job)
        if verdict is Verdict.DUPLICATE:
            self._set(connection, row.file_sha, state=State.DUPLICATE, code=code, part_said=None)
            if not self.answerer.again(connection, head, said.boundaries[-1].digest):
                self._answer(connection, row, Said(Stage.APPLIED, Result.DUPLICATE, (code,)))
        elif verdict is Verdict.LATE:
            self._set(connection, row.file_sha, state=State.LATE, code=code, part_said=str(head.epoch.n))
            self._answer(connection, row, Said(Stage.STORED, Result.HELD, (code,)))
        else:
            known.set_(connection, head, frozen=code)
            self._set(connection, row.file_sha, state=State.FROZEN, code=code, part_said=str(head.seq))
            self._answer(connection, row, Said(Stage.STORED, Result.REJECTED, (code,)))

    def _hold(
        self, connection: sa.Connection, row: Any, code: Outcome, part: str, want_parts: tuple[int, ...] = ()
    ) -> None:
        self._set(connection, row.file_sha, state=State.HELD, code=code, part_said=part[:200])
        said = Said(Stage.STORED, Result.HELD, (code,), want_parts=want_parts)
        if not has_answer(connection, row.header_sha, said):
            self._answer(connection, row, said)

    def _set_aside(self, row: Any, refusal: BundleRefused) -> None:
        """Held where it may be understood later, else quarantined; the transaction that failed left nothing."""
        code, part = refusal.outcome, str(refusal.params.get("part", ""))
        row = self._row(row.file_sha)
        with self._step("set aside") as connection:
            if code in UNOPENED:
                forget(connection, self.catalogue, row.job)
                self._hold(connection, row, code, part)
                return
            self._set(connection, row.file_sha, state=State.QUARANTINED, code=code, part_said=part[:200])
            if row.header_sha is not None:
                forget(connection, self.catalogue, row.job)
                self._answer(connection, row, Said(Stage.STORED, Result.QUARANTINED, (code,)))
        self.place.lay(row.file_sha, self.place.quarantine)

    def _archive(self, row: Any) -> None:
        """Land what was accepted, lay the file away."""
        if row.state == State.APPLIED and self.landing is not None:
            head = headers.decode(row.header.encode())
            bundle_of = self.place.file_of(row.file_sha)
            with self.engine.begin() as connection:
                land(connection, self.landing, bundle_of, head, row, self.identities)
            self.reached("landed")
        self.place.lay(row.file_sha, self.place.archive)
        with self._step("archived") as connection:
            self._set(connection, row.file_sha, state=State.ARCHIVED)

    def _answer(self, connection: sa.Connection, row: Any, said: Said) -> None:
        head = headers.decode(row.header.encode())
        self.answerer.answer(connection, head, row.header_sha, row.skew_s, said, self.clock.now())

    @contextmanager
    def _step(self, name: str) -> Iterator[sa.Connection]:
        """One transaction; ``reached`` hears of it before and after the commit."""
        with self.engine.begin() as connection:
            yield connection
            self.reached(f"{name}, not committed")
        self.reached(name)

    @contextmanager
    def _opened_file(self, sha256: str) -> Iterator[Any]:
        file = self.place.file_of(sha256)
        try:
            with file.open("rb") as source:
                yield source
        except OSError as error:
            raise as_fault(error, file.name) from error

    def _row(self, sha256: str) -> Any:
        with self.engine.begin() as connection:
            return self._row_in(connection, sha256)

    def _row_in(self, connection: sa.Connection, sha256: str) -> Any:
        b = books.BUNDLE
        return connection.execute(sa.select(b).where(b.c.file_sha == sha256)).one_or_none()

    def _set(self, connection: sa.Connection, sha256: str, **values: Any) -> None:
        b = books.BUNDLE
        connection.execute(sa.update(b).where(b.c.file_sha == sha256).values(**values))

    def _taken(self, path: Path, sha256: str) -> Taken:
        if not sha256:
            return Taken(path, "", State.QUARANTINED, Outcome.SIZE, path.name)
        row = self._row(sha256)
        return Taken(path, sha256, State(row.state), row.code, row.part_said or "", row.header_sha, row.row_count)
