"""An archive has no byte of its own choosing, in whatever pieces it comes."""

import io
import tarfile

import pytest

from facility_app.sync import members, signing
from facility_app.sync.members import BLOCK, END, MemberReader, head_of
from tests.helpers.bundles import PUBLIC, SECRET
from tests.helpers.cases import each

CONTENT = [("a", b"x" * 700), ("b", b""), ("c", b"y" * BLOCK)]
WHOLE = b"".join([*(piece for name, data in CONTENT for piece in members.written(name, data)), END])


def read(data: bytes, step: int) -> list[tuple[str, bytes]]:
    found: list[tuple[str, bytes]] = []
    reader = MemberReader(lambda _name, _size: None, lambda name, content: found.append((name, content)))
    for at in range(0, len(data), step):
        reader.feed(data[at : at + step])
    reader.close()
    return found


@each("step", [1, 7, BLOCK, BLOCK + 1, len(WHOLE)])
def test_pieces_of_any_size_make_the_same_members(step: int) -> None:
    assert read(WHOLE, step) == CONTENT


def test_a_head_is_what_every_archive_program_reads() -> None:
    with tarfile.open(fileobj=io.BytesIO(WHOLE), mode="r:") as archive:
        assert [(one.name, one.size, one.mode, one.mtime) for one in archive] == [
            (name, len(data), 0o644, 0) for name, data in CONTENT
        ]


@each(
    "data",
    [
        WHOLE[:-1],
        WHOLE[:-BLOCK],
        WHOLE[:BLOCK],
        b"",
        WHOLE + b"\0",
        WHOLE + bytes(BLOCK),
        bytes(BLOCK),
        WHOLE.replace(bytes(20) + head_of("b", 0)[:1], bytes(19) + b"!" + head_of("b", 0)[:1], 1),
        WHOLE.replace(b"0000644", b"0000666", 1),
        WHOLE.replace(b"ustar\x0000", b"ustar  \x00", 1),
    ],
)
def test_whatever_is_cut_added_or_changed_is_no_archive(data: bytes) -> None:
    assert data != WHOLE
    with pytest.raises(ValueError, match=r"head|archive|padding|end"):
        read(data, len(data) or 1)


def test_a_head_with_another_checksum_or_owner_is_refused() -> None:
    block = head_of("a", 5)
    assert members.read_head(block) == ("a", 5)
    for at in range(BLOCK):
        twisted = bytearray(block)
        twisted[at] ^= 1
        try:
            found = members.read_head(bytes(twisted))
        except ValueError:
            continue
        pytest.fail(f"byte {at} is free: {found}")


@each(("name", "size"), [("", 1), ("a" * 100, 1), ("a\0b", 1), ("a", 8**11), ("a", -1), ("á", 1)])
def test_what_a_head_has_no_room_for_is_not_written(name: str, size: int) -> None:
    with pytest.raises(ValueError, match=r"room|ascii"):
        members.head_of(name, size)


def test_a_name_with_more_behind_its_end_is_refused() -> None:
    block = bytearray(head_of("axb", 5))
    block[1] = 0
    block[148:156] = b" " * 8
    block[148:156] = f"{sum(block):06o}\0 ".encode()
    with pytest.raises(members.ArchiveError):
        members.read_head(bytes(block))


@each("key", [b"", b"x", bytes(31), bytes(32), bytes(33)])
def test_what_is_no_key_signed_nothing(key: bytes) -> None:
    assert not signing.is_signed(b"{}", signing.sign(b"{}", SECRET), key)


def test_a_signature_has_one_form() -> None:
    said = b"{}"
    true = signing.sign(said, SECRET)
    assert signing.is_signed(said, true, PUBLIC)
    loose = true[:-4] + bytes([true[-4] + 1]) + true[-3:]
    for other in (
        loose,
        true.rstrip(b"\n"),
        true + b"\n",
        b"\n" + true,
        true[:40] + b"\n" + true[40:],
        b"",
        b"\n",
    ):
        assert not signing.is_signed(said, other, PUBLIC)
