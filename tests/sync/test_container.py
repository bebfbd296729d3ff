"""No byte of a bundle is free: whatever is changed, cut or added is told before anything is opened."""

import io
import tarfile
from dataclasses import replace

import pytest

from facility_app.sync import container, members, sealing
from facility_app.sync.header import Kind
from facility_app.sync.members import head_of
from facility_app.sync.outcomes import SENTENCES, BundleRefused, Outcome
from tests.helpers.bundles import FACILITY, ROWS, SECRET, Ends, Twist, bundle_of, header_of, opened, verified
from tests.helpers.cases import each


@pytest.fixture(scope="module")
def ends() -> Ends:
    return Ends()


@pytest.fixture(scope="module")
def whole(ends: Ends) -> bytes:
    return bundle_of(ends)


def test_a_bundle_is_read_by_whoever_it_is_for(ends: Ends, whole: bytes) -> None:
    for identity, _public in (ends.province, ends.escrow):
        manifest, found = opened(whole, identity)
        assert found == dict(ROWS)
        assert (manifest.facility, manifest.end, manifest.counts["resident"].upserts) == (FACILITY, 2, 2)


def test_any_archive_program_reads_it(whole: bytes) -> None:
    with tarfile.open(fileobj=io.BytesIO(whole), mode="r:") as archive:
        assert archive.getnames() == ["CNBUNDLE", "header.json", "header.sig", "payload.age"]
        payload = archive.extractfile("payload.age")
        assert payload is not None
        assert payload.read().startswith(b"age-encryption.org/v1\n")
    assert (whole[:8], whole[257:262]) == (b"CNBUNDLE", b"ustar")


@each("tail", [b"\0", bytes(512), bytes(1024), b"x" * 512])
def test_nothing_may_follow_the_end(whole: bytes, tail: bytes) -> None:
    with pytest.raises(BundleRefused) as refused:
        verified(whole + tail)
    assert refused.value.outcome is Outcome.TAR


@each(
    ("twist", "outcome"),
    [
        (lambda header: replace(header, suite="S2"), Outcome.SUITE),
        (lambda header: replace(header, payload_sha256="1" * 64), Outcome.HASH),
        (lambda header: replace(header, signer="ed25519:" + "0" * 16), Outcome.KEY_UNKNOWN),
        (lambda header: replace(header, facility="g01"), Outcome.HEADER),
        (lambda header: replace(header, prev="0" * 64), Outcome.HEADER),
        (lambda header: replace(header, to=()), Outcome.HEADER),
        (lambda header: replace(header, suite="S 2"), Outcome.HEADER),
        (lambda header: replace(header, app="<b>bundle</b>"), Outcome.HEADER),
    ],
)
def test_a_header_that_does_not_fit_is_told_by_its_code(ends: Ends, twist: Twist, outcome: Outcome) -> None:
    with pytest.raises(BundleRefused) as refused:
        verified(bundle_of(ends, outside=twist))
    assert refused.value.outcome is outcome


def test_a_header_that_is_no_document_is_told_by_its_place_not_in_words_of_the_program() -> None:
    for said in (b"{} ", b"[]", b"\xff", b"[" * 20):
        whole = b"".join(
            piece
            for part in ((container.MAGIC_NAME, container.MAGIC), (container.HEADER, said))
            for piece in members.written(*part)
        )
        with pytest.raises(BundleRefused) as refused:
            container.peek(io.BytesIO(whole))
        assert (refused.value.outcome, refused.value.params["part"]) == (Outcome.HEADER, "/")


def test_a_size_that_is_not_the_signed_one_is_told(whole: bytes) -> None:
    size = verified(whole).header.payload_size
    said = whole.replace(head_of(container.PAYLOAD, size), head_of(container.PAYLOAD, size + 1))
    with pytest.raises(BundleRefused) as refused:
        verified(said)
    assert refused.value.outcome is Outcome.SIZE


def test_a_bundle_signed_by_another_key_is_refused_though_it_names_ours(ends: Ends) -> None:
    with pytest.raises(BundleRefused) as refused:
        verified(bundle_of(ends, secret=bytes(32)))
    assert refused.value.outcome is Outcome.SIGNATURE


def test_what_is_signed_again_and_sent_on_is_told_by_what_lies_inside(ends: Ends) -> None:
    for twist in (
        lambda header: replace(header, facility="G01.79.2"),
        lambda header: replace(header, stream="P3@province"),
        lambda header: replace(header, seq=2, prev="0" * 64),
        lambda header: replace(header, to=header.to[:1]),
        lambda header: replace(header, group=replace(header.group, of=2)),
        lambda header: replace(header, epoch=replace(header.epoch, n=2)),
    ):
        with pytest.raises(BundleRefused) as refused:
            opened(bundle_of(ends, outside=twist), ends.province[0])
        assert refused.value.outcome is Outcome.ENVELOPE


def test_a_bundle_for_somebody_else_is_told_before_it_is_tried(ends: Ends, whole: bytes) -> None:
    stranger = sealing.new_identity()[0]
    with pytest.raises(BundleRefused) as refused:
        opened(whole, stranger)
    assert refused.value.outcome is Outcome.RECIPIENT


def test_a_feature_that_must_be_understood_and_is_not_holds_the_bundle(ends: Ends) -> None:
    with pytest.raises(BundleRefused) as refused:
        opened(bundle_of(ends, outside=lambda header: replace(header, crit=("annex",))), ends.province[0])
    assert (refused.value.outcome, "annex" in refused.value.message) == (Outcome.HELD_CRIT, True)


def test_a_recipient_named_and_not_given_a_key_cannot_open_it(ends: Ends) -> None:
    other = Ends()
    lied = bundle_of(ends, outside=lambda header: replace(header, to=other.ids()))
    with pytest.raises(BundleRefused) as refused:
        opened(lied, other.province[0])
    assert refused.value.outcome is Outcome.DECRYPT


def test_a_stick_is_shown_without_a_key(ends: Ends, whole: bytes) -> None:
    assert container.peek(io.BytesIO(whole)) == verified(whole).header
    assert container.peek(io.BytesIO(whole)).kind is Kind.DATA
    assert header_of(ends).seq == 1


def test_a_stick_is_shown_only_when_its_first_member_is_whole(whole: bytes) -> None:
    with pytest.raises(BundleRefused) as refused:
        container.peek(io.BytesIO(whole.replace(b"1\n", b"2\n", 1)))
    assert refused.value.outcome is Outcome.TAR


@each("change", [-1, 1])
def test_a_payload_that_is_not_what_its_header_says_is_not_written(ends: Ends, change: int) -> None:
    header = replace(header_of(ends), payload_size=5)
    with pytest.raises(ValueError, match="payload"):
        container.write_bundle(io.BytesIO(), header, SECRET, io.BytesIO(bytes(5 + change)))


def test_every_outcome_has_its_sentence() -> None:
    assert set(SENTENCES) == set(Outcome)
