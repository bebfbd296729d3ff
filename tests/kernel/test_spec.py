"""A slice described as data."""

import dataclasses

import pytest

from facility_app.kernel.actor import Permission, Role
from facility_app.kernel.labels import label
from facility_app.kernel.spec import ModuleSpec, Verb

DECIDE = Permission("leave.decide", label("test", "Duyệt"), frozenset({Role.HEAD}))


def test_a_slice_offers_nothing_it_does_not_name() -> None:
    bare = ModuleSpec("leave")
    assert (bare.permissions, bare.verbs, bare.tables, bare.settings) == ((), (), (), ())
    assert (dict(bare.handlers), dict(bare.answers)) == ({}, {})


def test_two_slices_do_not_share_their_handlers() -> None:
    assert ModuleSpec("a").handlers is not ModuleSpec("b").handlers
    assert ModuleSpec("a").answers is not ModuleSpec("b").answers


def test_a_verb_carries_its_right() -> None:
    assert Verb("leave.approve", label("test", "Duyệt"), DECIDE).permission is DECIDE


def test_a_spec_cannot_be_changed_after_it_was_written() -> None:
    spec = ModuleSpec("leave", permissions=(DECIDE,))
    with pytest.raises(dataclasses.FrozenInstanceError):
        spec.id = "other"  # type: ignore[misc]  # the very thing that must fail
