"""What is under the seal: members in order, the manifest last, each checked against it (goi-v1 §3.4)."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import BinaryIO, Final

from facility_app.sync import manifest as manifests
from facility_app.sync import members, sealing
from facility_app.sync.header import Header
from facility_app.sync.manifest import MEMBER_NAME, MOST_FILES, MOST_MEMBER, WHOLE_BLOB, FileEntry, Manifest
from facility_app.sync.outcomes import BundleRefused, Outcome
from facility_app.sync.sealing import Readable, Sealed

DATA: Final = "data/"
BLOBS: Final = "blobs/"
UNDERSTOOD: Final[frozenset[str]] = frozenset()
"""Features a header may call critical and this program knows; none so far (goi-v1 §3.10)."""


def entry_of(name: str, data: bytes) -> FileEntry:
    """What the manifest says of a member.

    Raises:
        ValueError: lines that cannot be counted (none is empty, each ends in a line feed), or an attachment
            that is not the one its name says.
    """
    rows = data.count(b"\n") if name.startswith(DATA) else 0
    if name.startswith(DATA) and (not data.endswith(b"\n") or data.startswith(b"\n") or b"\n\n" in data):
        msg = "lines that cannot be counted"
        raise ValueError(msg)
    whole_blob = WHOLE_BLOB.fullmatch(name)
    if whole_blob and hashlib.sha256(data).hexdigest() != whole_blob[1]:
        msg = "not the attachment it is named after"
        raise ValueError(msg)
    return FileEntry(name, len(data), rows, hashlib.sha256(data).hexdigest())


def _feature_of(name: str) -> str | None:
    """What a reader must understand to take a member in; the header calls it critical."""
    if name.startswith(BLOBS) and WHOLE_BLOB.fullmatch(name) is None:
        return "chunked-blob"
    return "annex" if name.startswith("annex/") else None


def write_payload(
    content: Iterable[tuple[str, bytes]],
    close: Callable[[Sequence[FileEntry]], Manifest],
    recipients: Sequence[str],
    target: BinaryIO,
) -> tuple[Sealed, Manifest]:
    """Seal ``content`` and, after it, the manifest made of what was in it.

    Args:
        content: name and bytes of each member, data first, then blobs.
        close: makes the manifest when all members have gone by.
        recipients: ``age1…``.
        target: takes the ciphertext.

    Returns:
        Size and hash of the ciphertext, and the manifest.
    """
    entries: list[FileEntry] = []
    made: list[Manifest] = []

    def frames() -> Iterator[tuple[int, Iterable[bytes]]]:
        rest = iter(content)
        held = next(rest, None)
        while held is not None:
            is_blob = held[0].startswith(BLOBS)
            run = _Run(held, rest, is_blob, entries)
            yield sealing.BLOB_LEVEL if is_blob else sealing.LEVEL, run
            held = run.over
        made.append(close(tuple(entries)))
        yield sealing.LEVEL, [*members.written(manifests.NAME, manifests.encode(made[0])), members.END]

    sealed = sealing.seal(sealing.compressed(frames()), recipients, target)
    return sealed, made[0]


class _Run:
    """Members of one kind, up to the first of the other, which is kept in ``over``."""

    def __init__(
        self,
        first: tuple[str, bytes],
        rest: Iterator[tuple[str, bytes]],
        is_blob: bool,
        entries: list[FileEntry],
    ) -> None:
        self._first, self._rest, self._is_blob, self._entries = first, rest, is_blob, entries
        self.over: tuple[str, bytes] | None = None

    def __iter__(self) -> Iterator[bytes]:
        held: tuple[str, bytes] | None = self._first
        while held is not None and held[0].startswith(BLOBS) is self._is_blob:
            self._entries.append(entry_of(*held))
            yield from members.written(*held)
            held = next(self._rest, None)
        self.over = held


def read_payload(
    source: Readable, header: Header, identities: Sequence[str], take: Callable[[str, bytes], None]
) -> Manifest:
    """Open the payload of a bundle whose header was verified, and check it against its manifest and header.

    What ``take`` was given counts only when this returns: until then nothing may be applied.

    Args:
        source: reads the payload and no byte more.
        header: verified.
        identities: secret identities of this place.
        take: gets name and bytes of each member but the manifest.

    Raises:
        ValueError: one of ``identities`` is none.
        BundleRefused: ``H_CRIT``, ``E_RECIPIENT``, ``E_DECRYPT``, ``E_BOMB``, ``E_HASH``, ``E_MANIFEST`` or
            ``E_ENVELOPE``. What ``source`` and ``take`` raise passes through: a full disk is no fault of a bundle.
    """
    if unknown := sorted(set(header.crit) - UNDERSTOOD):
        raise BundleRefused(Outcome.HELD_CRIT, ", ".join(unknown))
    if not sealing.own_ids(identities) & set(header.to):
        raise BundleRefused(Outcome.RECIPIENT, header.stream)
    seen: dict[str, FileEntry] = {}
    said: list[bytes] = []

    def allowed(name: str, size: int) -> None:
        is_known = MEMBER_NAME.fullmatch(name) is not None and name not in seen
        if said or not is_known or len(seen) >= MOST_FILES or _feature_of(name) not in {None, *header.crit}:
            raise BundleRefused(Outcome.MANIFEST, "members")
        if size > MOST_MEMBER:
            raise BundleRefused(Outcome.BOMB, "members")

    def keep(name: str, data: bytes) -> None:
        if name == manifests.NAME:
            said.append(data)
            return
        try:
            seen[name] = entry_of(name, data)
        except ValueError as error:
            raise BundleRefused(Outcome.MANIFEST, name) from error
        take(name, data)

    reader = members.MemberReader(allowed, keep)
    try:
        opened = sealing.unseal(source, header.payload_size, identities, reader.feed)
        reader.close()
    except members.ArchiveError as error:
        raise BundleRefused(Outcome.MANIFEST, "tar") from error
    # What was verified and what was opened are two readings, and a stick may tell two things.
    if opened != sealing.Sealed(header.payload_size, header.payload_sha256):
        raise BundleRefused(Outcome.HASH)
    if not said:
        raise BundleRefused(Outcome.MANIFEST, manifests.NAME)
    manifest = manifests.decode(said[0])
    manifests.check_envelope(manifest, header)
    if manifest.files != tuple(seen.values()):
        raise BundleRefused(Outcome.MANIFEST, "/files")
    return manifest
