"""What lies under the seal is what its manifest says, and opens to no more than it may."""

import errno
import io
import struct
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from random import Random

import pytest
import zstandard

from facility_app.sync import container, sealing
from facility_app.sync import manifest as manifests
from facility_app.sync.manifest import MOST_MEMBER, Boundary, Manifest, Tally
from facility_app.sync.outcomes import BundleRefused, Outcome
from facility_app.sync.payload import entry_of, read_payload
from tests.helpers.bundles import (
    ROWS,
    Ends,
    archive_of,
    attachment,
    bundle_around,
    bundle_of,
    header_of,
    known_key,
    manifest_of,
    opened,
)
from tests.helpers.cases import each

LINE = b'{"c":1}\n'


@pytest.fixture(scope="module")
def ends() -> Ends:
    return Ends()


def outcome_of(data: bytes, ends: Ends) -> Outcome:
    with pytest.raises(BundleRefused) as refused:
        opened(data, ends.province[0])
    return refused.value.outcome


@each(
    "inside",
    [
        lambda said: replace(said, counts={"resident": Tally(1, 0)}),
        lambda said: replace(said, counts={}),
        lambda said: replace(said, files=said.files[:1]),
        lambda said: replace(said, files=said.files[::-1]),
        lambda said: replace(said, files=(replace(said.files[0], sha256="0" * 64), said.files[1])),
        lambda said: replace(said, files=(replace(said.files[0], size=1), said.files[1])),
        lambda said: replace(said, boundaries=said.boundaries[:1]),
        lambda said: replace(said, boundaries=said.boundaries[::-1]),
        lambda said: replace(said, boundaries=(*said.boundaries[:1], Boundary(0, "2" * 64), said.boundaries[1])),
        lambda said: replace(said, end=3),
        lambda said: replace(said, start=1),
        lambda said: replace(said, start=1, is_full=True, boundaries=(Boundary(1, "0" * 64), said.boundaries[1])),
        lambda said: replace(said, profile="P9"),
        lambda said: replace(said, profile="P3"),
        lambda said: replace(said, schema=("vn.facility", "\u0661.\u0660")),
        lambda said: replace(said, export_user="ql07\x1b[2J"),
        lambda said: replace(said, export_user="e\u0301"),
        lambda said: replace(said, blobs_sent=()),
        lambda said: replace(said, blobs_sent=(*said.blobs_sent, "0" * 64)),
    ],
)
def test_a_manifest_that_says_something_else_is_refused(
    ends: Ends, inside: Callable[[Manifest], Manifest]
) -> None:
    assert outcome_of(bundle_of(ends, inside=inside), ends) is Outcome.MANIFEST


@each(
    "content",
    [
        [*ROWS, ("../etc/passwd", b"")],
        [*ROWS, ("data/resident/1.jsonl", LINE)],
        [*ROWS, ("data/..%2f/00000.jsonl", LINE)],
        [*ROWS, ROWS[0]],
        [*ROWS, ("readme.txt", b"")],
    ],
)
def test_no_member_has_a_name_of_its_own_choosing(ends: Ends, content: Sequence[tuple[str, bytes]]) -> None:
    source = io.BytesIO(bundle_of(ends, content=content))
    bundle = container.read_bundle(source, known_key)
    payload, seen = container.PayloadFile(source, bundle), list[str]()
    with pytest.raises(BundleRefused) as refused:
        read_payload(payload, bundle.header, [ends.province[0]], lambda name, _data: seen.append(name))
    assert refused.value.outcome is Outcome.MANIFEST
    assert set(seen) <= {name for name, _data in ROWS}
    assert len(set(seen)) == len(seen), "one name was handed on twice"


def test_a_member_larger_than_any_may_be_is_refused_before_it_is_kept(ends: Ends) -> None:
    large = [("schema/resident.json", Random(1).randbytes(MOST_MEMBER + 1))]
    assert outcome_of(bundle_of(ends, content=large), ends) is Outcome.BOMB


def test_a_payload_opens_to_no_more_than_its_size_allows(ends: Ends, monkeypatch: pytest.MonkeyPatch) -> None:
    data = bundle_of(ends, content=[ROWS[0], attachment(bytes(3 * 1024 * 1024))])
    monkeypatch.setattr(sealing, "MOST_GROWTH", 10)
    assert outcome_of(data, ends) is Outcome.BOMB


def test_data_and_attachments_are_read_across_their_frames(ends: Ends) -> None:
    blobs = [attachment(bytes([number]) * 70_000) for number in range(4)]
    content = [ROWS[0], *blobs]
    _manifest, found = opened(bundle_of(ends, content=content), ends.province[0])
    assert found == dict(content)


def test_an_empty_export_is_a_bundle_too(ends: Ends) -> None:
    data = bundle_of(ends, content=(), inside=lambda said: replace(said, counts={}))
    manifest, found = opened(data, ends.escrow[0])
    assert (manifest.files, found) == ((), {})


def archive(ends: Ends) -> bytes:
    """What a good bundle opens to."""
    files = [entry_of(name, data) for name, data in ROWS]
    return archive_of(ROWS, manifests.encode(manifest_of(header_of(ends), files)))


def test_a_frame_that_lacks_its_end_is_no_frame_though_all_it_holds_is_there(ends: Ends) -> None:
    frame = zstandard.ZstdCompressor().compressobj()
    whole = frame.compress(archive(ends)) + frame.flush(zstandard.COMPRESSOBJ_FLUSH_BLOCK) + frame.flush()
    assert opened(bundle_around(ends, whole), ends.province[0])[1] == dict(ROWS)
    assert outcome_of(bundle_around(ends, whole[:-3]), ends) is Outcome.DECRYPT


@each(
    "frame",
    [struct.pack("<II", 0x184D2A50, 4) + b"seen", zstandard.compress(b"")],
)
def test_no_frame_hides_what_no_member_holds(ends: Ends, frame: bytes) -> None:
    whole = zstandard.compress(archive(ends))
    for twisted in (frame + whole, whole + frame):
        assert outcome_of(bundle_around(ends, twisted), ends) is Outcome.BOMB


def test_frames_without_number_are_refused(ends: Ends, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = archive(ends)
    frames = b"".join(zstandard.compress(whole[at : at + 16]) for at in range(0, len(whole), 16))
    assert opened(bundle_around(ends, frames), ends.province[0])[1] == dict(ROWS)
    monkeypatch.setattr(sealing, "MOST_FRAMES", 5)
    assert outcome_of(bundle_around(ends, frames), ends) is Outcome.BOMB


def test_a_frame_that_asks_for_more_memory_than_any_writer_is_refused(ends: Ends) -> None:
    wide = zstandard.ZstdCompressionParameters.from_level(3, window_log=24)
    frame = zstandard.ZstdCompressor(compression_params=wide).compressobj()
    assert outcome_of(bundle_around(ends, frame.compress(archive(ends)) + frame.flush()), ends) is Outcome.DECRYPT


def test_no_payload_opens_to_more_than_any_may(ends: Ends, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sealing, "MOST_OPENED", 1000)
    assert outcome_of(bundle_of(ends), ends) is Outcome.BOMB


@each("lines", [b"", b"\n", b'{"c":1}', b'{"c":1}\n\n{"c":2}\n', b'\n{"c":1}\n', b'{"c":1}\n{"c":2}'])
def test_every_line_of_a_member_can_be_counted(ends: Ends, lines: bytes) -> None:
    name = ROWS[0][0]
    with pytest.raises(ValueError, match="lines"):
        entry_of(name, lines)
    rows = lines.count(b"\n")
    entry = replace(entry_of(*ROWS[0]), size=len(lines), rows=rows, sha256=attachment(lines)[0][6:])
    said = replace(manifest_of(header_of(ends), [entry]), counts={"resident": Tally(rows, 0)})
    whole = archive_of([(name, lines)], manifests.encode(said))
    assert outcome_of(bundle_around(ends, zstandard.compress(whole)), ends) is Outcome.MANIFEST


def test_an_attachment_is_the_one_its_name_says(ends: Ends) -> None:
    name, data = attachment(b"a picture")
    with pytest.raises(ValueError, match="attachment"):
        entry_of(name, b"another picture")
    entry = replace(entry_of(name, data), size=len(data) + 1, sha256=attachment(data + b"!")[0][6:])
    said = manifests.encode(replace(manifest_of(header_of(ends), [entry]), counts={}))
    frames = zstandard.compress(archive_of([(name, data + b"!")], said))
    assert outcome_of(bundle_around(ends, frames), ends) is Outcome.MANIFEST


@each("name", ["annex/hiv.age", "blobs/" + "ab" * 32 + ".0000"])
def test_a_member_that_must_be_understood_is_not_slipped_in(ends: Ends, name: str) -> None:
    data = bundle_of(ends, content=[*ROWS, (name, b"x")])
    assert outcome_of(data, ends) is Outcome.MANIFEST


def test_a_kind_that_is_not_what_lies_inside_is_told(ends: Ends) -> None:
    whole = bundle_of(ends, inside=lambda said: replace(said, is_full=True))
    assert outcome_of(whole, ends) is Outcome.ENVELOPE


def test_a_stick_that_tells_two_things_is_believed_in_neither(ends: Ends) -> None:
    source = io.BytesIO(bundle_of(ends))
    bundle = container.read_bundle(source, known_key)
    other = bundle_of(ends, content=[("data/resident/00000.jsonl", LINE * 2), ROWS[1]])
    swapped = container.PayloadFile(io.BytesIO(other), container.read_bundle(io.BytesIO(other), known_key))
    with pytest.raises(BundleRefused) as refused:
        read_payload(swapped, bundle.header, [ends.province[0]], lambda _name, _data: None)
    assert refused.value.outcome is Outcome.HASH


def test_a_full_disk_or_a_pulled_stick_is_no_fault_of_the_bundle(ends: Ends) -> None:
    source = io.BytesIO(bundle_of(ends))
    bundle = container.read_bundle(source, known_key)

    class Pulled:
        def read(self, _size: int = -1, /) -> bytes:
            raise OSError(errno.EIO, "gone")

    def full(_name: str, _data: bytes) -> None:
        raise OSError(errno.ENOSPC, "full")

    def wrong(_name: str, data: bytes) -> None:
        raise ValueError(len(data))

    identities = [ends.province[0]]
    with pytest.raises(OSError, match="full"):
        read_payload(container.PayloadFile(source, bundle), bundle.header, identities, full)
    with pytest.raises(ValueError, match="16"):
        read_payload(container.PayloadFile(source, bundle), bundle.header, identities, wrong)
    with pytest.raises(OSError, match="gone"):
        read_payload(Pulled(), bundle.header, identities, lambda _name, _data: None)


def test_what_fails_while_writing_is_told_as_it_is(ends: Ends) -> None:
    def failing() -> Iterator[bytes]:
        yield b"x"
        raise LookupError

    with pytest.raises(LookupError):
        sealing.seal(failing(), ends.recipients(), io.BytesIO())
    with pytest.raises(ValueError, match="recipient"):
        sealing.seal([b"x"], ["age1" + "q" * 58], io.BytesIO())
    with pytest.raises(ValueError, match="identity"):
        opened(bundle_of(ends), "AGE-SECRET-KEY-1")
