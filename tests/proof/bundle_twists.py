"""A good bundle twisted on the inside in one of many ways, and signed again so that its outside verifies."""

import io
import json
import struct
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from random import Random
from types import MappingProxyType
from typing import Any, Final

import zstandard

from facility_app.sync import container, members, sealing, signing
from facility_app.sync import header as headers
from facility_app.sync import manifest as manifests
from facility_app.sync.payload import entry_of
from tests.helpers.bundles import ROWS, SECRET, Ends, archive_of, attachment, header_of, manifest_of

CONTENT: Final = (*ROWS, attachment(b"a picture" * 50), ("schema/resident.json", b'{"type":"object"}'))
VALUES: Final[tuple[Any, ...]] = (
    *(None, True, False, 0, 1, -1, 2, 2**31 - 1, 2**31, 2**53 - 1, 2**53, 10**30, 10**400, 1.5, 1e300),
    *("", "x", "0" * 32, "0" * 64, "x" * 10_000, "é", "e\u0301", "\x1b[2J", "\u202e", "../../etc/passwd", "P3"),
    *("ed25519:" + "0" * 16, "manifest.json", "\u0661.\u0660", "2026-02-30T00:00:00Z"),
    *(
        [],
        {},
        [[]],
        [None],
        [1, 1],
        {"": 0},
        {"é": 1},
        {"U": 1},
        ["x"] * 3000,
        [[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]],
    ),
)
"""What is put where something else must stand."""
NAMES: Final = (
    *("../x", "/etc/passwd", "data/resident/0.jsonl", "data/../../00000.jsonl", "blobs/" + "0" * 64, "readme.txt"),
    *(
        "annex/hiv.age",
        "blobs/" + "0" * 64 + ".0000",
        "manifest.json",
        "data/stay/00000.jsonl",
        "DATA/x",
        "x" * 99,
    ),
)
BOMB: Final = 3 * 1024 * 1024


@dataclass(frozen=True)
class Good:
    """A bundle's parts before anything happened to them."""

    ends: Ends
    header: dict[str, Any]
    manifest: dict[str, Any]

    @classmethod
    def made(cls, ends: Ends) -> "Good":
        """With keys of its own."""
        header = header_of(ends)
        said = manifest_of(header, [entry_of(name, data) for name, data in CONTENT])
        state = replace(said, state={"resident": (2, "ab" * 32)})
        return cls(ends, json.loads(headers.encode(header)), json.loads(manifests.encode(state)))

    def bundle(
        self,
        frames: bytes,
        payload: Callable[[bytes], bytes] = bytes,
        said: Mapping[str, Any] = MappingProxyType({}),
    ) -> bytes:
        """``frames`` sealed, ``payload`` done to it, ``said`` put into the header, and all of it signed."""
        sealed = io.BytesIO()
        sealing.seal([frames], self.ends.recipients(), sealed)
        inside = payload(sealed.getvalue())
        taken = _sha(inside)
        header = text_of({**self.header, "payload": {"sha256": taken, "size": len(inside)}, **said})
        parts = (
            (container.MAGIC_NAME, container.MAGIC),
            (container.HEADER, header),
            (container.SIGNATURE, signing.sign(header, SECRET)),
            (container.PAYLOAD, inside),
        )
        return b"".join(piece for part in parts for piece in members.written(*part)) + members.END

    def around(self, manifest: bytes, content: Sequence[tuple[str, bytes]] = CONTENT) -> bytes:
        """A bundle of these members."""
        return self.bundle(zstandard.compress(archive_of(content, manifest)))


def text_of(value: Any) -> bytes:
    """The form the format asks for, of values it does not take too."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def value_twisted(good: Good, chance: Random) -> bytes:
    """One value of the manifest is another, or is gone, or one more stands beside it."""
    return good.around(text_of(_changed(good.manifest, chance)))


def header_twisted(good: Good, chance: Random) -> bytes:
    """The same of the header."""
    said = _changed({key: value for key, value in good.header.items() if key != "payload"}, chance)
    # A key that went away cannot be put over: what is gone is said as null.
    gone = dict.fromkeys(good.header.keys() - said.keys() - {"payload"})
    return good.bundle(zstandard.compress(archive_of(CONTENT, text_of(good.manifest))), said={**gone, **said})


def text_twisted(good: Good, chance: Random) -> bytes:
    """The manifest's bytes say the same in another form, or nothing."""
    text = text_of(good.manifest)
    at = chance.randrange(len(text))
    pieces = (
        b" ",
        b"\n",
        b"\0",
        b'"',
        b"{",
        b"]",
        b",",
        b'"seq":1,',
        b"9" * 5000,
        b"[" * 50_000,
        b"\xff",
        b"\\u0041",
    )
    return good.around(
        chance.choice(
            [
                text[:at] + chance.choice(pieces) + text[at:],
                text[:at],
                text[:at] + bytes([text[at] ^ 1 << chance.randrange(8)]) + text[at + 1 :],
                text[:at] + text[at + chance.randint(1, 40) :],
                json.dumps(good.manifest).encode(),
                text.decode().encode("utf-16"),
                b"\xef\xbb\xbf" + text,
                text.replace(b'"seq":1', b'"seq":' + chance.choice((b"1.0", b"-0", b"1e0", b"NaN", b"9" * 4400))),
                text + text,
                b"[" + b"[]," * 900_000 + b"[]]",
            ]
        )
    )


def members_twisted(good: Good, chance: Random) -> bytes:
    """Members under other names, in another order, too many, too few, or with other content."""
    content, text = list(CONTENT), text_of(good.manifest)
    at = chance.randrange(len(content))
    name, data = content[at]
    match chance.randrange(8):
        case 0:
            content[at] = chance.choice(NAMES), data
        case 1:
            content.insert(at, (chance.choice(NAMES), chance.choice((b"", b"x\n", data))))
        case 2:
            del content[at]
        case 3:
            content.insert(chance.randrange(len(content)), content[at])
        case 4:
            chance.shuffle(content)
        case 5:
            content[at] = name, chance.choice((b"", data + b"\n", data[:-1], data[::-1], data * 3))
        case 6:
            content.insert(at, ("manifest.json", text))
        case _:
            # The manifest goes along with it: only what no manifest may say is left to tell.
            content[at] = name, chance.choice((data[:-1], data + b"x", b"\n" + data, data + b"\n"))
            files = [
                {"b": len(one), "n": known, "r": one.count(b"\n") * known.startswith("data/"), "sha256": _sha(one)}
                for known, one in content
            ]
            rows = content[0][1].count(b"\n")
            text = text_of({**good.manifest, "files": files, "counts": {"resident": {"D": 0, "U": rows}}})
    return good.around(text, content)


def archive_twisted(good: Good, chance: Random) -> bytes:
    """One byte of a head, of padding or of the end is another, or the archive is cut or goes on."""
    whole = bytearray(archive_of(CONTENT, text_of(good.manifest)))
    at = chance.randrange(0, len(whole), members.BLOCK)
    match chance.randrange(5):
        case 0:
            whole[at + chance.randrange(members.BLOCK)] ^= 1 << chance.randrange(8)
        case 1:
            del whole[at:]
        case 2:
            whole += bytes(members.BLOCK)
        case 3:
            whole[at:at] = bytes(members.BLOCK * chance.randint(1, 2))
        case _:
            lied = members.head_of("data/resident/00000.jsonl", chance.choice((0, 15, 17, 8**11 - 1, 2**24 + 1)))
            whole[: members.BLOCK] = lied
    return good.bundle(zstandard.compress(bytes(whole)))


def frames_twisted(good: Good, chance: Random) -> bytes:
    """Frames that are cut, joined, wide, hidden, empty, without number, or that open to very much."""
    whole = archive_of(CONTENT, text_of(good.manifest))
    frame = zstandard.compress(whole)
    at = chance.randrange(1, len(frame))
    step = chance.choice((1, 7, 512))
    wide = zstandard.ZstdCompressionParameters.from_level(3, window_log=27)
    wide_frame = zstandard.ZstdCompressor(compression_params=wide).compressobj()
    skipped = struct.pack("<II", 0x184D2A50 + chance.randrange(16), 5) + b"hides"
    checked = zstandard.ZstdCompressor(write_checksum=True).compress(whole)
    large = zstandard.compress(bytes(BOMB))
    return good.bundle(
        chance.choice(
            [
                frame[:at],
                frame + frame[:at],
                frame + frame,
                frame + chance.randbytes(20),
                frame[:at] + bytes([frame[at] ^ 1 << chance.randrange(8)]) + frame[at + 1 :],
                wide_frame.compress(whole) + wide_frame.flush(),
                *(skipped + frame, frame + skipped, frame + zstandard.compress(b"")),
                b"".join(zstandard.compress(whole[on : on + step]) for on in range(0, len(whole), step)),
                checked[:-1] + bytes([checked[-1] ^ 1]),
                *(large, frame + large, large * 20, whole, b""),
            ]
        )
    )


def sealed_twisted(good: Good, chance: Random) -> bytes:
    """The age file itself is cut, bent or somebody else's, and signed as it is."""
    frames = zstandard.compress(archive_of(CONTENT, text_of(good.manifest)))

    def bent(sealed: bytes) -> bytes:
        at = chance.randrange(len(sealed))
        line = chance.choice(
            (b"-> scrypt AAAA 10\n", b"-> X25519 \n", b"-> \xff\n", b"--- \n", b"\n", b"-> x\n" * 9000)
        )
        head = sealed.index(b"\n") + 1
        return chance.choice(
            [
                sealed[:at] or b"x",
                sealed[:at] + bytes([sealed[at] ^ 1 << chance.randrange(8)]) + sealed[at + 1 :],
                sealed + b"x",
                sealed[:head] + line + sealed[head:],
                sealed.replace(b"org/v1", b"org/v9", 1),
                chance.randbytes(300),
            ]
        )

    return good.bundle(frames, payload=bent)


TWISTS: Final = (
    value_twisted,
    text_twisted,
    members_twisted,
    archive_twisted,
    frames_twisted,
    value_twisted,
    header_twisted,
    sealed_twisted,
)
"""One after the other; values of the manifest twice as often, for there are most of them."""


def _changed(document: dict[str, Any], chance: Random) -> dict[str, Any]:
    """A copy with one change at a place by chance."""
    copy: dict[str, Any] = json.loads(json.dumps(document))
    places: list[tuple[Any, Any]] = []

    def walk(node: Any) -> None:
        for key in node if isinstance(node, dict) else range(len(node)):
            places.append((node, key))
            if isinstance(node[key], dict | list):
                walk(node[key])

    walk(copy)
    node, key = chance.choice(places)
    match chance.randrange(6):
        case 0:
            del node[key]
        case 1 if isinstance(node, dict):
            node[chance.choice(("later", "é", "goi", "U", "x" * 300))] = chance.choice(VALUES)
        case 2 if isinstance(node[key], int) and not isinstance(node[key], bool):
            node[key] += chance.choice((-1, 1, 2**40))
        case 3:
            node[key] = [node[key]]
        case _:
            node[key] = chance.choice(VALUES)
    return copy


def _sha(data: bytes) -> str:
    return attachment(data)[0].removeprefix("blobs/")
