"""Bundles that verify and are twisted inside: refused by a code, or true to their manifest (goi-v1 §9.1)."""

import hashlib
import io
import json
import tarfile
import time
from collections import Counter
from random import Random
from typing import Final

import pyrage
import zstandard
from pyrage import x25519

from facility_app.sync.outcomes import BundleRefused
from tests.helpers.bundles import Ends, opened
from tests.proof.bundle_twists import TWISTS, Good
from tests.proof.counted import Counted, Scale

SEED: Final = 20_261_123
CASES: Final = {Scale.SHORT: 120, Scale.LONG: 2_000}
REPEATED: Final = ("fac", "stream", "seq", "signer", "to")
REPEATED_WITHIN: Final = (("epoch", "id"), ("epoch", "n"), ("group", "id"), ("group", "n"), ("group", "of"))
"""Of objects the keys of this version: a later one may add some."""
EXAMPLES: Final = 5


def bundle_grammar(scale: Scale) -> Counted:
    """Open every case; what is raised besides a refusal, and what is taken and is not what it says, is a fault."""
    began = time.monotonic()
    chance, good = Random(SEED), Good.made(Ends())
    identity = good.ends.province[0]
    refused: Counter[str] = Counter()
    faults: list[str] = []
    taken = 0
    for number in range(CASES[scale]):
        twist = TWISTS[number % len(TWISTS)]
        data = twist(good, chance)
        try:
            _manifest, found = opened(data, identity)
        except BundleRefused as error:
            refused[error.code] += 1
        except BaseException as error:  # noqa: BLE001 - a panic of the crypto library is none of Exception's
            faults.append(f"case {number}, {twist.__name__}: {error!r}"[:400])
        else:
            taken += 1
            faults += [f"case {number}, {twist.__name__}: {lie}" for lie in lies(data, identity, found)]
    counts = {"cases": CASES[scale], "refused": refused.total(), **dict(sorted(refused.items())), "taken": taken}
    counts["faults"] = len(faults)
    holds = not faults and taken > 0 and {"E_MANIFEST", "E_DECRYPT", "E_BOMB", "E_ENVELOPE"} <= refused.keys()
    return Counted("bundle-grammar", counts, holds, time.monotonic() - began, tuple(faults[:EXAMPLES]))


def lies(data: bytes, identity: str, found: dict[str, bytes]) -> list[str]:
    """What an accepted bundle says and is not, read without the code that accepted it."""
    with tarfile.open(fileobj=io.BytesIO(data), mode="r:") as outer:
        parts = {one.name: _content(outer, one) for one in outer}
    header = json.loads(parts["header.json"])
    clear = io.BytesIO()
    pyrage.decrypt_io(io.BytesIO(parts["payload.age"]), clear, [x25519.Identity.from_str(identity)])
    frames = zstandard.ZstdDecompressor().stream_reader(clear.getvalue(), read_across_frames=True)
    with tarfile.open(fileobj=io.BytesIO(frames.read()), mode="r:") as inner:
        listed = [(one.name, _content(inner, one)) for one in inner]
    said = json.loads(listed.pop()[1])
    is_true = {
        "members": [(one["n"], one["b"], one["sha256"]) for one in said["files"]]
        == [(name, len(content), hashlib.sha256(content).hexdigest()) for name, content in listed],
        "what was handed on": found == dict(listed) and len(found) == len(listed),
        "rows": _rows(listed) == {name: one["U"] + one["D"] for name, one in said["counts"].items()},
        "attachments": all(
            name == f"blobs/{hashlib.sha256(content).hexdigest()}"
            for name, content in listed
            if name.startswith("blobs/")
        ),
        "envelope": all(said[key] == header[key] for key in REPEATED)
        and all(said[key][one] == header[key][one] for key, one in REPEATED_WITHIN),
        "range": (said["boundaries"][0][0], said["boundaries"][-1][0])
        == (said["range"]["from"], said["range"]["to"]),
    }
    return [name for name, holds in is_true.items() if not holds]


def _rows(listed: list[tuple[str, bytes]]) -> dict[str, int]:
    rows: Counter[str] = Counter()
    for name, content in listed:
        if name.startswith("data/"):
            rows[name.split("/")[1]] += len([line for line in content.split(b"\n") if line])
    return dict(rows)


def _content(archive: tarfile.TarFile, member: tarfile.TarInfo) -> bytes:
    content = archive.extractfile(member)
    assert content is not None
    return content.read()
