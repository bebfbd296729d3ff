"""What a receiver does with a bundle of a stream: apply, hold, answer again, or freeze (goi-v1 §3.7)."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from facility_app.sync import history
from facility_app.sync.header import Epoch, Header
from facility_app.sync.manifest import Manifest


class Verdict(StrEnum):
    """What becomes of a whole group of parts."""

    APPLY = "APPLY"
    NEW_EPOCH = "NEW_EPOCH"
    DUPLICATE = "D_DUP"
    LATE = "D_LATE"
    GAP = "H_GAP"
    ROLLBACK = "E_ROLLBACK"
    FORK = "E_FORK"
    EPOCH = "E_EPOCH"

    @property
    def freezes(self) -> bool:
        """Whether people on both sides must look before anything more is applied."""
        return self in {Verdict.ROLLBACK, Verdict.FORK, Verdict.EPOCH}


@dataclass(frozen=True, slots=True)
class StreamState:
    """What a receiver knows of one stream of one facility.

    Attributes:
        epoch: the current one; None before the first bundle.
        cursor: the last change applied.
        boundaries: place in the log → digest, of every boundary of every bundle applied in this epoch.
        seen: seq → SHA-256 of the header, of every bundle of this epoch whose signature held.
    """

    epoch: Epoch | None = None
    cursor: int = 0
    boundaries: Mapping[int, str] = field(default_factory=dict)
    seen: Mapping[int, str] = field(default_factory=dict)


def decide(state: StreamState, header: Header, header_sha256: str, manifest: Manifest) -> Verdict:
    """What becomes of a verified bundle whose group is complete.

    Args:
        state: of its stream.
        header: of the bundle.
        header_sha256: its hash.
        manifest: checked against the header.
    """
    if state.epoch is not None and header.epoch != state.epoch:
        return _of_another_epoch(state, state.epoch, header, manifest)
    if state.seen.get(header.seq, header_sha256) != header_sha256:
        return Verdict.FORK
    known = state.boundaries if state.epoch is not None else {0: history.beginning(header.epoch)}
    said = {one.chg: one.digest for one in manifest.boundaries}
    if manifest.end <= state.cursor:
        is_known = manifest.end in known and known[manifest.end] == said[manifest.end]
        return Verdict.DUPLICATE if is_known else Verdict.ROLLBACK
    if manifest.start > state.cursor:
        return Verdict.GAP
    # Not only where the bundle begins: a file restored to before the cursor that grew past it again still has
    # the beginning in common.
    return Verdict.APPLY if said.get(state.cursor) == known[state.cursor] else Verdict.ROLLBACK


def noted(state: StreamState, header: Header, header_sha256: str) -> StreamState:
    """The state after a bundle of the current epoch was seen, whatever became of it."""
    if state.epoch not in {None, header.epoch}:
        return state
    return replace(state, seen={header.seq: header_sha256, **state.seen})


def applied(state: StreamState, header: Header, header_sha256: str, manifest: Manifest) -> StreamState:
    """The state after ``APPLY`` or ``NEW_EPOCH``; every boundary is kept, or late ones look like a rollback."""
    said = {one.chg: one.digest for one in manifest.boundaries}
    if state.epoch == header.epoch:
        kept, seen = {**state.boundaries, **said}, {**state.seen, header.seq: header_sha256}
    else:
        kept, seen = {0: history.beginning(header.epoch), **said}, {header.seq: header_sha256}
    return StreamState(header.epoch, manifest.end, kept, seen)


def _of_another_epoch(state: StreamState, current: Epoch, header: Header, manifest: Manifest) -> Verdict:
    """A new epoch begins with everything and names a place of the old one this side knows.

    What comes late of an epoch that is over is kept for people to look at: its rows are those a restore lost.
    """
    parent = header.parent
    if header.epoch.n < current.n and header.epoch.id != current.id:
        return Verdict.LATE
    follows = header.epoch.n == current.n + 1 and manifest.is_full and parent is not None
    knows = parent is not None and parent.epoch == current and parent.digest in state.boundaries.values()
    return Verdict.NEW_EPOCH if follows and knows else Verdict.EPOCH
