"""What becomes of a bundle, by what the receiver applied before (goi-v1 §3.7)."""

from dataclasses import replace

from facility_app.sync import history, streams
from facility_app.sync.header import Epoch, Header, Parent
from facility_app.sync.manifest import Boundary, Manifest
from facility_app.sync.streams import StreamState, Verdict
from tests.helpers.bundles import Ends, header_of, manifest_of
from tests.helpers.cases import each

HEADER = header_of(Ends())
START = history.beginning(HEADER.epoch)
AT_FIVE, AT_NINE = "5" * 64, "9" * 64
NEXT = Epoch(HEADER.epoch.n + 1, "ab" * 16)


def said(start: int, *places: tuple[int, str], full: bool = False) -> Manifest:
    """A manifest over ``(start, the last place]``."""
    boundaries = tuple(Boundary(*place) for place in places)
    return replace(manifest_of(HEADER, ()), start=start, end=places[-1][0], boundaries=boundaries, is_full=full)


def at_five() -> StreamState:
    """The receiver applied the first bundle, up to change 5."""
    first = said(0, (0, START), (5, AT_FIVE))
    assert streams.decide(StreamState(), HEADER, "a" * 64, first) is Verdict.APPLY
    return streams.applied(StreamState(), HEADER, "a" * 64, first)


def second(seq: int = 2) -> Header:
    return replace(HEADER, seq=seq, prev="a" * 64)


@each(
    ("manifest", "verdict"),
    [
        (said(5, (5, AT_FIVE), (9, AT_NINE)), Verdict.APPLY),
        (said(0, (0, START), (5, AT_FIVE), (9, AT_NINE)), Verdict.APPLY),
        (said(0, (0, START), (5, AT_FIVE)), Verdict.DUPLICATE),
        (said(0, (0, START), (5, AT_NINE)), Verdict.ROLLBACK),
        (said(0, (0, START), (3, AT_NINE)), Verdict.ROLLBACK),
        (said(0, (0, START), (9, AT_NINE)), Verdict.ROLLBACK),
        (said(0, (0, START), (5, "4" * 64), (9, AT_NINE)), Verdict.ROLLBACK),
        (said(6, (6, AT_FIVE), (9, AT_NINE)), Verdict.GAP),
    ],
)
def test_a_bundle_goes_on_where_the_receiver_stands_or_not_at_all(manifest: Manifest, verdict: Verdict) -> None:
    assert streams.decide(at_five(), second(), "b" * 64, manifest) is verdict


def test_two_bundles_of_one_number_are_a_fork() -> None:
    onward = said(5, (5, AT_FIVE), (9, AT_NINE))
    assert streams.decide(at_five(), HEADER, "b" * 64, onward) is Verdict.FORK
    seen = streams.noted(at_five(), second(), "b" * 64)
    assert streams.decide(seen, second(), "c" * 64, onward) is Verdict.FORK
    assert streams.decide(seen, second(), "b" * 64, onward) is Verdict.APPLY


def test_a_first_bundle_must_begin_at_the_beginning_of_its_epoch() -> None:
    assert streams.decide(StreamState(), HEADER, "a" * 64, said(0, (0, AT_FIVE), (5, AT_FIVE))) is Verdict.ROLLBACK
    assert streams.decide(StreamState(), HEADER, "a" * 64, said(2, (2, AT_FIVE), (5, AT_FIVE))) is Verdict.GAP


def test_a_new_epoch_brings_everything_and_names_where_it_left_the_old_one() -> None:
    parent = Parent(HEADER.epoch, 1, "a" * 64, AT_FIVE)
    header = replace(HEADER, epoch=NEXT, parent=parent)
    whole = said(0, (0, history.beginning(NEXT)), (4, AT_NINE), full=True)
    assert streams.decide(at_five(), header, "b" * 64, whole) is Verdict.NEW_EPOCH
    for wrong, manifest in (
        (replace(header, parent=None), whole),
        (replace(header, parent=replace(parent, digest=AT_NINE)), whole),
        (replace(header, parent=replace(parent, epoch=NEXT)), whole),
        (replace(header, epoch=replace(NEXT, n=3)), whole),
        (replace(header, epoch=replace(NEXT, n=1)), whole),
        (header, replace(whole, is_full=False)),
    ):
        assert streams.decide(at_five(), wrong, "b" * 64, manifest) is Verdict.EPOCH
    after = streams.applied(at_five(), header, "b" * 64, whole)
    assert (after.epoch, after.cursor, set(after.boundaries)) == (NEXT, 4, {0, 4})
    assert streams.decide(after, second(), "c" * 64, said(5, (5, AT_FIVE), (9, AT_NINE))) is Verdict.LATE


def test_only_what_people_must_look_at_freezes() -> None:
    assert {one for one in Verdict if one.freezes} == {Verdict.ROLLBACK, Verdict.FORK, Verdict.EPOCH}
