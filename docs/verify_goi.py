"""Checks a .goi bundle without the program that made it: `python verify_goi.py FILE.goi PUBLIC_KEY_HEX`.

It needs Python 3.10 or newer and the package `cryptography`; docs/goi-v1.md says what is checked.
It opens nothing: whoever has the secret key opens the payload with `age`. Exit: 0 holds, 1 does not, 2 usage.
"""

import base64
import hashlib
import json
import re
import sys
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

BLOCK = 512
MOST = {"CNBUNDLE": 2, "header.json": 64 * 1024, "header.sig": 4096, "payload.age": 2**32 - 2**20}
NEEDED = {"app", "bundle_id", "clock", "created", "crit", "epoch", "fac", "goi", "group", "kind", "payload"}
NEEDED |= {"prev", "seq", "signer", "stream", "suite", "to"}
PIECE = 1024 * 1024


class BundleError(Exception):
    """What does not hold."""


def refuse(what):
    """End here."""
    raise BundleError(what)


def head_of(name, size):
    """The only 512 bytes that may stand before a member of this name and size."""
    block = bytearray(BLOCK)
    fields = {0: name, 100: "0000644", 108: "0000000", 116: "0000000", 124: f"{size:011o}", 136: "0" * 11}
    fields.update({148: " " * 8, 156: "0", 257: "ustar\0" + "00", 329: "0000000", 337: "0000000"})
    for at, text in fields.items():
        block[at : at + len(text)] = text.encode("ascii")
    block[148:156] = f"{sum(block):06o}\0 ".encode("ascii")
    return bytes(block)


def size_in(file, name):
    """Read the head of member ``name``; its size."""
    block = file.read(BLOCK)
    if re.fullmatch(rb"[0-7]{11}", block[124:135]) is None:
        refuse(f"head of {name}")
    size = int(block[124:135], 8)
    if block != head_of(name, size):
        refuse(f"head of {name}")
    if size > MOST[name]:
        refuse(f"size of {name}")
    return size


def padding_after(file, size, name):
    """Zeros up to the next block, and nothing else."""
    wanted = bytes(-size % BLOCK)
    if file.read(len(wanted)) != wanted:
        refuse(f"padding of {name}")


def small(file, name):
    """Content of a member that fits in memory."""
    size = size_in(file, name)
    data = file.read(size)
    if len(data) < size:
        refuse(f"{name} is cut")
    padding_after(file, size, name)
    return data


def header_in(data):
    """header.json, when its bytes are the one form of what they say."""
    try:
        header = json.loads(data.decode("utf-8"), parse_float=refuse, parse_constant=refuse)
        again = json.dumps(header, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode("utf-8")
    except (ValueError, RecursionError) as error:
        refuse(f"header.json is no JSON: {error}")
    if again != data or not isinstance(header, dict) or not set(header) >= NEEDED:
        refuse("header.json is not in its one form, or lacks a field")
    if header["goi"] != 1 or header["suite"] != "S1":
        refuse("header.json is of a version or suite this script does not know")
    return header


def check_signature(header_bytes, header, signature, key):
    """Ed25519 over "GOI-SIG-v1", a zero byte and header.json; base64 in its one form with a line feed."""
    if header["signer"] != "ed25519:" + hashlib.sha256(key).hexdigest()[:16]:
        refuse("signed by another key: " + repr(header["signer"]))
    raw = base64.b64decode(signature)
    if base64.b64encode(raw) + b"\n" != signature:
        refuse("header.sig is not in its one form")
    Ed25519PublicKey.from_public_bytes(key).verify(raw, b"GOI-SIG-v1\0" + header_bytes)


def check_payload(file, header):
    """Size and SHA-256 of payload.age, and the end of the file."""
    size = size_in(file, "payload.age")
    left, total = size, hashlib.sha256()
    while left:
        piece = file.read(min(PIECE, left))
        if not piece:
            refuse("payload.age is cut")
        total.update(piece)
        left -= len(piece)
    padding_after(file, size, "payload.age")
    if file.read(2 * BLOCK + 1) != bytes(2 * BLOCK):
        refuse("end of the file")
    if header["payload"] != {"sha256": total.hexdigest(), "size": size}:
        refuse("payload.age is not the one header.json names")


def check(path, key):
    """The header of a bundle all of which holds."""
    with Path(path).open("rb") as file:
        if file.read(8) != b"CNBUNDLE":
            refuse("no bundle")
        file.seek(0)
        if small(file, "CNBUNDLE") != b"1\n":
            refuse("a bundle of another version")
        header_bytes = small(file, "header.json")
        signature = small(file, "header.sig")
        header = header_in(header_bytes)
        check_signature(header_bytes, header, signature, key)
        check_payload(file, header)
    return header


def main(arguments):
    """0, 1 or 2; the header goes to the output, what is wrong to the error output."""
    match arguments:
        case [path, key] if re.fullmatch("[0-9a-f]{64}", key):
            pass
        case _:
            sys.stderr.write(__doc__)
            return 2
    try:
        header = check(path, bytes.fromhex(key))
    except (BundleError, InvalidSignature, ValueError, OSError) as error:
        sys.stderr.write(f"NOT A GOOD BUNDLE: {str(error) or 'the signature'}\n")
        return 1
    sys.stdout.write(json.dumps(header, sort_keys=True, indent=1, ensure_ascii=True) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
