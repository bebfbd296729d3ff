"""Power cuts, replayed: from one recording, the disks a cut could have left at any moment.

Four models: unsynced changes all dropped, all kept, a random part of them kept, or kept and torn at 512-byte
sectors. Names follow ``disk.py``: strict POSIX, unsynced name changes kept as a prefix of their order.
Not modelled: disks that lie about a sync, and reordering across files beyond these four.
"""

import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise
from pathlib import Path, PurePosixPath
from random import Random

from typing_extensions import override

from tests.proof.disk import Disk, Node, Piece, apply_pieces
from tests.proof.log import Log, OpKind

SECTOR = 512
SHARES = (0.1, 0.5, 0.9, 0.98)
"""Of many unsynced writes nearly none, half, nearly all or all but one may arrive: one share for each file."""
FEW = 12
"""So few states are not spent on four ways of one moment."""
SHM_LEFTOVER = Random(0).randbytes(32_768)
"""A -shm file is shared memory, never state: after a cut it may hold anything, so it holds noise here."""


class Model(StrEnum):
    """What happens to changes that no sync covers."""

    DROPPED = "dropped"
    KEPT = "kept"
    SUBSET = "subset"
    TORN = "torn"


MODELS = tuple(Model)
CHANCE_MODELS = (Model.SUBSET, Model.TORN)


@dataclass(frozen=True, slots=True)
class _File:
    path: str
    durable: bytes
    pending: tuple[Piece, ...]
    kind: str
    link: str = ""


@dataclass(slots=True)
class State:
    """One disk a power cut could leave.

    Attributes:
        index: its number in the run; with the seed it names the state again.
        point: how many log records had happened.
        model: what became of the unsynced ones.
        acked: texts acknowledged before the cut.
    """

    index: int
    point: int
    model: Model
    acked: tuple[str, ...]
    _seed: str
    _files: tuple[_File, ...]
    _built: list[tuple[_File, bytes]] | None = field(default=None)

    def write_to(self, folder: Path) -> None:
        """Make the disk below ``folder``, which must be empty; with several roots, one folder per root name."""
        base = str(folder)
        for file, image in self._contents():
            path = f"{base}/{file.path}"
            if file.kind == "folder":
                os.mkdir(path, 0o700)  # noqa: PTH102 - thousands of states: pathlib doubles the time
            elif file.kind == "link":
                os.symlink(file.link, path)  # noqa: PTH211 - as above
            else:
                descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
                os.write(descriptor, image)
                os.close(descriptor)

    def digest(self) -> bytes:
        """Names and contents in 16 bytes, to count how many states differ."""
        total = hashlib.sha256()
        for file, image in self._contents():
            total.update(f"{file.kind} {file.path} {len(image)}\n".encode(errors="surrogateescape"))
            total.update(image)
        return total.digest()[:16]

    def _contents(self) -> list[tuple[_File, bytes]]:
        if self._built is None:
            chance = Random(self._seed)
            self._built = [(file, _image(file, self.model, chance)) for file in self._files]
        return self._built

    @override
    def __str__(self) -> str:
        """What a failure report needs to find the state again."""
        return f"state {self.index}: cut after record {self.point}, {self.model}, {len(self.acked)} acknowledged"


def states(log: Log, *, count: int, seed: int, new_names_follow: bool = False) -> Iterator[State]:
    """``count`` states of a recording, ordered by their point.

    A third of the points are spread evenly, a third lie right after an acknowledgement, a third are random; all
    four models are looked at in each. Once every point was used, only the two models of chance repeat. A few
    states are each of another moment instead, half of them right after an acknowledgement.

    Args:
        log: the recording.
        count: how many states.
        seed: the same seed gives the same states.
        new_names_follow: the milder rule for names, see ``disk.py``.

    Raises:
        OpaqueLogError: the recording cannot be judged.
    """
    log.require_transparent()
    disk = Disk(log, new_names_follow=new_names_follow)
    acks: list[str] = []
    done = 0
    for index, (point, model) in enumerate(_plan(log, count, Random(seed))):
        for op in log.ops[done:point]:
            disk.step(op)
            if op.kind is OpKind.ACK:
                acks.append(op.data.decode())
        done = point
        yield _state(disk, index, (point, model), tuple(acks), f"{seed}:{index}")


def _plan(log: Log, count: int, chance: Random) -> list[tuple[int, Model]]:
    last = len(log.ops)
    after_ack = [at + 1 for at, op in enumerate(log.ops) if op.kind is OpKind.ACK]
    if count <= FEW:
        return _few(last, after_ack, count, chance)
    fresh = min(-(-count // len(MODELS)), last + 1)
    wanted = {round(step * last / max(1, fresh // 3)) for step in range(fresh // 3 + 1)} if fresh > 1 else {0}
    wanted |= set(chance.sample(after_ack, min(len(after_ack), fresh // 3)))
    rest = sorted(set(range(last + 1)) - wanted)
    wanted |= set(chance.sample(rest, min(len(rest), max(0, fresh - len(wanted)))))
    plan = [(point, model) for point in sorted(wanted) for model in MODELS]
    if len(plan) > count:
        return sorted(chance.sample(plan, count), key=lambda one: one[0])
    extras = range(count - len(plan))
    plan += [(chance.randrange(last + 1), CHANCE_MODELS[extra % 2]) for extra in extras]
    return sorted(plan, key=lambda one: one[0])


def _few(last: int, after_ack: list[int], count: int, chance: Random) -> list[tuple[int, Model]]:
    """Nothing is spent on the untouched disk, nor on four ways of a moment that a sync made all the same."""
    plan: list[tuple[int, Model]] = []
    for number in range(count):
        turn, is_after_ack = number // 2, number % 2 == 0 and bool(after_ack)
        point = chance.choice(after_ack) if is_after_ack else chance.randint(1, max(1, last))
        plan.append((min(point, last), MODELS[(turn + 2 * (number % 2)) % len(MODELS)]))
    return sorted(plan, key=lambda one: one[0])


def _state(disk: Disk, index: int, cut: tuple[int, Model], acked: tuple[str, ...], seed: str) -> State:
    point, model = cut
    whole = len(disk.journal)
    if model is Model.DROPPED:
        journalled = 0
    elif model is Model.KEPT:
        journalled = whole
    else:
        journalled = Random(seed + ":names").randint(0, whole)
    files: list[_File] = []
    if len(disk.roots) > 1:
        files = [_File(PurePosixPath(root).name, b"", (), "folder") for root in disk.roots]
    for root, path, node in disk.tree(journalled):
        below = f"{PurePosixPath(root).name}/{path}" if len(disk.roots) > 1 else path
        files.append(_file(below, node, model))
    return State(index, point, model, acked, seed, tuple(files))


def _file(path: str, node: Node, model: Model) -> _File:
    if node.live is not None:
        return _File(path, b"", (), "folder")
    if node.link:
        return _File(path, b"", (), "link", node.link)
    if path.endswith("-shm"):
        return _File(path, SHM_LEFTOVER, (), "file")
    return _File(path, node.durable, () if model is Model.DROPPED else tuple(node.pending), "file")


def _image(file: _File, model: Model, chance: Random) -> bytes:
    if not file.pending:
        return file.durable
    if model is Model.KEPT:
        return apply_pieces(file.durable, file.pending)
    share = chance.choice(SHARES)
    kept = [piece for piece in file.pending if chance.random() < share]
    if model is Model.TORN:
        kept = [part for piece in kept for part in _torn(piece, chance)]
    return apply_pieces(file.durable, kept)


def _torn(piece: Piece, chance: Random) -> Iterator[Piece]:
    """The sectors of a write that arrived: a first part of them, or any of them. A change of size has none."""
    offset, data = piece
    if data is None:
        yield piece
        return
    cuts = [0, *range(SECTOR - offset % SECTOR, len(data), SECTOR), len(data)]
    sectors = [(offset + start, data[start:end]) for start, end in pairwise(cuts)]
    if chance.random() < 0.5:
        yield from sectors[: chance.randint(0, len(sectors))]
    else:
        yield from (sector for sector in sectors if chance.random() < 0.5)
