"""What lies under the seal is what its manifest says, and opens to no more than it may."""

import io
from collections.abc import Callable, Sequence
from dataclasses import replace
from random import Random

import pytest

from facility_app.sync import container, sealing
from facility_app.sync.manifest import MOST_MEMBER, Boundary, Manifest, Tally
from facility_app.sync.outcomes import BundleRefused, Outcome
from facility_app.sync.payload import read_payload
from tests.helpers.bundles import ROWS, Ends, bundle_of, known_key, opened
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
        [*ROWS, ("data/..%2f/00000.jsonl", b"")],
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


def test_a_member_larger_than_any_may_be_is_refused_before_it_is_kept(ends: Ends) -> None:
    large = [("data/resident/00000.jsonl", Random(1).randbytes(MOST_MEMBER + 1))]
    assert outcome_of(bundle_of(ends, content=large), ends) is Outcome.BOMB


def test_a_payload_opens_to_no_more_than_its_size_allows(ends: Ends, monkeypatch: pytest.MonkeyPatch) -> None:
    data = bundle_of(ends, content=[("blobs/" + "cd" * 32, bytes(3 * 1024 * 1024))])
    monkeypatch.setattr(sealing, "MOST_GROWTH", 10)
    assert outcome_of(data, ends) is Outcome.BOMB


def test_data_and_attachments_are_read_across_their_frames(ends: Ends) -> None:
    blobs = [(f"blobs/{number:064x}", bytes([number]) * 70_000) for number in range(4)]
    content = [ROWS[0], *blobs]
    _manifest, found = opened(bundle_of(ends, content=content), ends.province[0])
    assert found == dict(content)


def test_an_empty_export_is_a_bundle_too(ends: Ends) -> None:
    data = bundle_of(ends, content=(), inside=lambda said: replace(said, counts={}))
    manifest, found = opened(data, ends.escrow[0])
    assert (manifest.files, found) == ((), {})
