"""A disk with a cache that a power cut may lose: which bytes and which names are durable, which are not yet.

Rules, those of POSIX taken strictly: ``fsync`` of a file makes its bytes durable and not its name, ``fsync`` of a
folder makes the names in it durable. Unsynced name changes reach the disk in their order (a journal), so that a
rename shows whole or not at all. SQLite needs no milder rule: it syncs the folder with a new journal or WAL. With
``new_names_follow`` the milder rule of ext4, xfs and btrfs holds: ``fsync`` of a new file keeps its name as well.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from tests.proof.log import Log, Op, OpKind

Piece: TypeAlias = tuple[int, bytes | None]
"""A write (offset, bytes), or a cut or stretch to a size (size, None)."""


@dataclass(slots=True, eq=False)
class Node:
    """One file, folder or symbolic link, whatever its names are now.

    Attributes:
        durable: the file's bytes on the platter.
        pending: what was done to it since its last sync.
        live: a folder's names as the program sees them; None for a file.
        kept: a folder's names on the platter.
        link: the target of a symbolic link.
    """

    durable: bytes = b""
    pending: list[Piece] = field(default_factory=list)
    live: "dict[str, Node] | None" = None
    kept: "dict[str, Node]" = field(default_factory=dict)
    link: str = ""


@dataclass(slots=True, eq=False)
class NameChange:
    """One journal entry: names that point elsewhere now (None: nowhere), and the folder whose sync keeps it."""

    entries: tuple[tuple[Node, str, Node | None], ...]
    folder: Node

    @property
    def keys(self) -> set[tuple[int, str]]:
        """The names touched."""
        return {(id(folder), name) for folder, name, _ in self.entries}


def apply_pieces(durable: bytes, pieces: Iterable[Piece]) -> bytes:
    """The bytes after the pieces, holes filled with zeros."""
    image = bytearray(durable)
    for offset, data in pieces:
        if len(image) < offset:
            image.extend(bytes(offset - len(image)))
        if data is None:
            del image[offset:]
        else:
            image[offset : offset + len(data)] = data
    return bytes(image)


class Disk:
    """Follows a log op by op."""

    def __init__(self, log: Log, *, new_names_follow: bool = False) -> None:
        """Start with the log's base, all of it durable."""
        self.roots = {root: Node(live={}) for root in log.roots}
        self.journal: list[NameChange] = []
        self._new_names_follow = new_names_follow
        for path, held in log.base.items():
            folder, name = self._place(path)
            node = Node(live={}) if held is None else Node(durable=held)
            _names(folder)[name] = node
            folder.kept[name] = node

    def step(self, op: Op) -> None:
        """Take one op into account; files without a name left are not in the log."""
        match op.kind:
            case OpKind.WRITE:
                self._find(op.path).pending.append((op.offset, op.data))
            case OpKind.TRUNCATE:
                self._find(op.path).pending.append((op.offset, None))
            case OpKind.SYNC:
                self._sync(self._find(op.path))
            case OpKind.CREATE:
                self._add(op.path, Node())
            case OpKind.MKDIR:
                self._add(op.path, Node(live={}))
            case OpKind.SYMLINK:
                self._add(op.path, Node(link=op.other))
            case OpKind.LINK:
                self._add(op.other, self._find(op.path))
            case OpKind.UNLINK:
                folder, name = self._place(op.path)
                self._change([(folder, name, None)], folder)
            case OpKind.RENAME:
                source, old = self._place(op.path)
                target, new = self._place(op.other)
                node = _names(source)[old]
                self._change([(source, old, None), (target, new, node)], target)
            case OpKind.ACK | OpKind.OPAQUE:
                pass

    def _find(self, path: str) -> Node:
        if path in self.roots:
            return self.roots[path]
        folder, name = self._place(path)
        return _names(folder)[name]

    def _place(self, path: str) -> tuple[Node, str]:
        for root, top in self.roots.items():
            if path.startswith(root + "/"):
                *between, name = path[len(root) + 1 :].split("/")
                folder = top
                for part in between:
                    folder = _names(folder)[part]
                return folder, name
        message = f"{path} lies below no watched folder"
        raise ValueError(message)

    def _add(self, path: str, node: Node) -> None:
        folder, name = self._place(path)
        self._change([(folder, name, node)], folder)

    def _change(self, entries: list[tuple[Node, str, Node | None]], folder: Node) -> None:
        for where, name, node in entries:
            if node is None:
                _names(where).pop(name, None)
            else:
                _names(where)[name] = node
        self.journal.append(NameChange(tuple(entries), folder))

    def _sync(self, node: Node) -> None:
        if node.live is None and node.pending:
            node.durable = apply_pieces(node.durable, node.pending)
            node.pending = []
        if not self.journal:
            return
        wanted = {id(change) for change in self.journal if change.folder is node}
        if self._new_names_follow:
            wanted |= self._births_of(node)
        self._commit(wanted)

    def _births_of(self, node: Node) -> set[int]:
        """Journal entries that gave ``node``, and the folders above it, their first name."""
        born: set[int] = set()
        for change in reversed(self.journal):
            for folder, _name, target in change.entries:
                if target is node and len(change.entries) == 1:
                    born.add(id(change))
                    node = folder
        return born

    def _commit(self, wanted: set[int]) -> None:
        """Make entries durable, with every earlier one that touched the same names."""
        keys: set[tuple[int, str]] = set()
        chosen: list[NameChange] = []
        left: list[NameChange] = []
        for change in reversed(self.journal):
            if id(change) in wanted or not keys.isdisjoint(change.keys):
                keys |= change.keys
                chosen.append(change)
            else:
                left.append(change)
        for change in reversed(chosen):
            for folder, name, node in change.entries:
                if node is None:
                    folder.kept.pop(name, None)
                else:
                    folder.kept[name] = node
        self.journal = left[::-1]

    def tree(self, journalled: int) -> Iterator[tuple[str, str, Node]]:
        """(root, path below it, node) on the platter once ``journalled`` unsynced name changes arrived."""
        overlay: dict[int, dict[str, Node | None]] = {}
        for change in self.journal[:journalled]:
            for folder, name, node in change.entries:
                overlay.setdefault(id(folder), {})[name] = node
        for root, node in self.roots.items():
            yield from _walk(root, "", node, overlay)


def _walk(
    root: str, path: str, folder: Node, overlay: dict[int, dict[str, Node | None]]
) -> Iterator[tuple[str, str, Node]]:
    names: dict[str, Node | None] = {**folder.kept, **overlay.get(id(folder), {})}
    for name, node in names.items():
        if node is None:
            continue
        below = f"{path}/{name}" if path else name
        yield root, below, node
        if node.live is not None:
            yield from _walk(root, below, node, overlay)


def _names(folder: Node) -> dict[str, Node]:
    if folder.live is None:
        message = "a file is no folder"
        raise ValueError(message)
    return folder.live
