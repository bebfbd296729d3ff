"""No byte of a bundle is free: each cut, each flipped bit of one is refused before it is opened (goi-v1 §9.1)."""

import io
import time
from collections import Counter
from collections.abc import Iterator
from random import Random
from typing import Final

from facility_app.sync.container import read_bundle
from facility_app.sync.outcomes import BundleRefused
from tests.helpers.bundles import ROWS, Ends, attachment, bundle_of, known_key
from tests.proof.counted import Counted, Scale

SEED: Final = 20_261_123
ATTACHED: Final = 14_000
"""Bytes that do not compress: with them the bundle is as large as the design asks, some 20 kB."""
SAMPLED_CUTS: Final = 500
SAMPLED_FLIPS: Final = 4_000


def bundle_fuzz(scale: Scale) -> Counted:
    """Twist one bundle in every way that flips one bit or leaves its end away; short: a sample of them."""
    began = time.monotonic()
    chance = Random(SEED)
    whole = bundle_of(Ends(), content=[*ROWS, attachment(chance.randbytes(ATTACHED))])
    cuts, flips = list(range(len(whole))), list(range(8 * len(whole)))
    if scale is Scale.SHORT:
        cuts, flips = chance.sample(cuts, SAMPLED_CUTS), chance.sample(flips, SAMPLED_FLIPS)
    refused: Counter[str] = Counter()
    accepted: list[str] = []
    for name, twisted in _twisted(whole, cuts, flips):
        try:
            read_bundle(io.BytesIO(twisted), known_key)
        except BundleRefused as error:
            refused[error.code] += 1
        else:
            accepted.append(name)
    counts = {
        "bytes": len(whole),
        "cuts": len(cuts),
        "flips": len(flips),
        "refused": refused.total(),
        "codes": len(refused),
        "accepted": len(accepted),
    }
    holds = not accepted and refused.total() == len(cuts) + len(flips)
    return Counted("bundle-fuzz", counts, holds, time.monotonic() - began, tuple(accepted[:5]))


def _twisted(whole: bytes, cuts: list[int], flips: list[int]) -> Iterator[tuple[str, bytes]]:
    for length in cuts:
        yield f"cut at {length}", whole[:length]
    for bit in flips:
        twisted = bytearray(whole)
        twisted[bit // 8] ^= 1 << bit % 8
        yield f"bit {bit}", bytes(twisted)
