"""A list of whom to believe is itself believed only when enough root keys signed it, and never an older one."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from nacl.signing import SigningKey

from facility_app.sync import sealing, trust
from facility_app.sync.outcomes import BundleRefused, Outcome
from facility_app.sync.trust import Trust
from tests.helpers.bundles import FACILITY, PUBLIC, Ends, bundle_of, header_of
from tests.helpers.bundles import STREAM as SENT
from tests.helpers.cases import each

ROOTS = [bytes([number]) * 32 for number in (1, 2, 3, 4)]
PUBLICS = [bytes(SigningKey(root).verify_key) for root in ROOTS]
ENDS = Ends()
AUTHORITY = "Quyết định 12/QĐ-CAT"


def said(**changed: Any) -> dict[str, Any]:
    """A list as a province writes it."""
    return {
        "version": 5,
        "issued": "2026-11-01T00:00:00Z",
        "expires": "2027-11-01T00:00:00Z",
        "roots": [one.hex() for one in PUBLICS[:3]],
        "threshold": 2,
        "facilities": [
            {
                "fac": FACILITY,
                "keys": [{"key": PUBLIC.hex(), "from": "2026-01-01"}],
                "streams": [SENT],
                "authority": {SENT: AUTHORITY},
            }
        ],
        "recipients": [
            {"age": ENDS.province[1], "use": "province", "from": "2026-01-01", "to": "2026-12-31"},
            {"age": ENDS.escrow[1], "use": "escrow", "from": "2026-01-01"},
        ],
        "receivers": [{"id": "79.PROV", "key": PUBLICS[3].hex()}],
        "accepts": {"schema": "1.0", "suites": ["S1"]},
        **changed,
    }


def mistyped(recipient: str) -> str:
    return recipient[:-1] + ("q" if recipient[-1] != "q" else "p")


def twice_listed() -> dict[str, Any]:
    """A facility whose revoked key stands before it once more, as if it held."""
    facility = said()["facilities"][0]
    revoked = {**facility["keys"][0], "revoked": {"at": "2026-11-10T00:00:00Z", "last_seq": 3}}
    return {**facility, "keys": [*facility["keys"], revoked]}


def taken(document: dict[str, Any], *roots: int, current: Trust | None = None) -> Trust:
    data = trust.sign(document, [ROOTS[root] for root in roots])
    return trust.accept(data, current, PUBLICS[:3], 2)


def test_a_first_list_is_taken_by_the_roots_compared_on_paper() -> None:
    list_ = taken(said(), 0, 2)
    assert (list_.version, list_.threshold, list_.facilities[FACILITY].authority) == (5, 2, {SENT: AUTHORITY})
    assert list_.signing_key(header_of(ENDS)) == PUBLIC
    assert list_.receivers == {"79.PROV": PUBLICS[3]}


@each(
    "roots",
    [(0,), (0, 0), (0, 3), (3,)],
)
def test_too_few_roots_make_no_list(roots: tuple[int, ...]) -> None:
    with pytest.raises(BundleRefused) as refused:
        taken(said(), *roots)
    assert refused.value.outcome is Outcome.HELD_TRUST


def test_no_list_is_taken_back_and_none_stands_twice_with_another_content() -> None:
    current = taken(said(), 0, 1)
    assert taken(said(), 0, 2, current=current) == current
    assert taken(said(version=6), 0, 2, current=current).version == 6
    for document in (said(version=4), said(expires="2028-11-01T00:00:00Z")):
        with pytest.raises(BundleRefused):
            taken(document, 0, 1, current=current)


def test_new_roots_are_signed_by_enough_old_ones_and_enough_new_ones() -> None:
    current = taken(said(), 0, 1)
    turned = said(version=6, roots=[one.hex() for one in PUBLICS[1:4]])
    assert taken(turned, 1, 2, current=current).roots == tuple(PUBLICS[1:4])
    for roots in ((0, 1), (1, 3), (3,)):
        with pytest.raises(BundleRefused):
            taken(turned, *roots, current=current)


@each(
    "changed",
    [
        {"threshold": 0},
        {"threshold": 4},
        {"roots": []},
        {"expires": "2026-10-01T00:00:00Z"},
        {"issued": "2026-11-01"},
        {"recipients": [{"age": "age1xyz", "use": "province", "from": "2026-01-01"}]},
        {"recipients": [{"age": ENDS.province[1], "use": "anybody", "from": "2026-01-01"}]},
        {"recipients": [{"age": ENDS.province[1], "use": "province", "from": "20260101"}]},
        {"receivers": [{"id": "79.PROV", "key": "00"}]},
        {"receivers": [{"id": "79.PROV", "key": "00" * 32}] * 2},
        {"facilities": [{"fac": FACILITY, "keys": [], "streams": [], "authority": {}}]},
        {"accepts": {"schema": "1.0", "suites": []}},
        {"recipients": [{"age": mistyped(ENDS.province[1]), "use": "province", "from": "2026-01-01"}]},
        {"facilities": [twice_listed()]},
        {"facilities": [{**said()["facilities"][0], "authority": {"a\x1b[31m": AUTHORITY}}]},
        {"facilities": [{**said()["facilities"][0], "authority": {SENT: "12\x1b[31m"}}]},
        {"facilities": [{**said()["facilities"][0], "padding": "x" * trust.MOST_BYTES}]},
    ],
)
def test_a_list_that_makes_no_sense_is_not_taken(changed: dict[str, Any]) -> None:
    with pytest.raises(BundleRefused) as refused:
        taken(said(**changed), 0, 1)
    assert refused.value.outcome is Outcome.HELD_TRUST


def test_a_list_changed_after_it_was_signed_is_not_taken() -> None:
    data = trust.sign(said(), ROOTS[:2])
    with pytest.raises(BundleRefused):
        trust.accept(data.replace(b'"version":5', b'"version":6'), None, PUBLICS[:3], 2)
    with pytest.raises(BundleRefused):
        trust.accept(data + b"\n", None, PUBLICS[:3], 2)


@each(
    ("twist", "outcome"),
    [
        (lambda header: replace(header, facility="G01.79.2"), Outcome.KEY_UNKNOWN),
        (lambda header: replace(header, signer="ed25519:" + "0" * 16), Outcome.KEY_UNKNOWN),
        (lambda header: replace(header, suite="S2"), Outcome.SUITE),
    ],
)
def test_a_key_is_believed_for_its_facility_only(twist: Callable[[Any], Any], outcome: Outcome) -> None:
    with pytest.raises(BundleRefused) as refused:
        taken(said(), 0, 1).signing_key(twist(header_of(ENDS)))
    assert refused.value.outcome is outcome


def test_a_revoked_key_is_believed_up_to_its_last_bundle() -> None:
    revoked = {"at": "2026-11-10T00:00:00Z", "last_seq": 3}
    facility = {
        **said()["facilities"][0],
        "keys": [{"key": PUBLIC.hex(), "from": "2026-01-01", "revoked": revoked}],
    }
    list_ = taken(said(facilities=[facility]), 0, 1)
    header = replace(header_of(ENDS), seq=3, prev="0" * 64)
    assert list_.signing_key(header) == PUBLIC
    with pytest.raises(BundleRefused) as refused:
        list_.signing_key(replace(header, seq=4))
    assert refused.value.outcome is Outcome.KEY_REVOKED


def test_bundles_go_to_whoever_may_read_them_that_day() -> None:
    list_ = taken(said(), 0, 1)
    uses = ("province", "escrow")
    assert list_.recipients_of(uses, date(2026, 12, 31)) == (ENDS.province[1], ENDS.escrow[1])
    assert list_.recipients_of(uses, date(2027, 1, 1)) == (ENDS.escrow[1],)
    assert list_.recipients_of(("province",), date(2025, 12, 31)) == ()
    doubled = said(recipients=[{"age": ENDS.escrow[1], "use": use, "from": "2026-01-01"} for use in uses])
    assert taken(doubled, 0, 1).recipients_of(uses, date(2027, 1, 1)) == (ENDS.escrow[1],)
    assert sealing.recipient_id(ENDS.escrow[1]) in header_of(ENDS).to
    assert bundle_of(ENDS)[:8] == b"CNBUNDLE"
