"""One value has one form, and every other form is refused."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facility_app.kernel.typed import MOST_EXACT
from facility_app.sync import canonical
from tests.helpers.cases import each

KEYS = st.text(st.characters(min_codepoint=32, max_codepoint=126), min_size=1, max_size=8)
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
LEAVES = st.none() | st.booleans() | st.integers(-MOST_EXACT, MOST_EXACT) | TEXTS
VALUES = st.recursive(
    LEAVES, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4), max_leaves=12
)


@given(VALUES)
def test_what_is_written_is_read_back_and_nothing_else_is_written_for_it(value: canonical.Json) -> None:
    data = canonical.encode(value)
    assert canonical.decode(data) == value
    assert json.loads(data) == value
    assert canonical.encode(canonical.decode(data)) == data


def test_the_form_is_that_of_the_standard() -> None:
    # The two texts of RFC 8785 §3.2.2 that need no float: control letters short where JSON has a short form.
    said = {"string": '€$\u000f\nA\'B"\\\\"/', "literals": [None, True, False]}
    assert canonical.encode(said) == (
        b'{"literals":[null,true,false],"string":"\xe2\x82\xac$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}'
    )


@each(
    "data",
    [
        b'{"a":1.0}',
        b'{"a":1e2}',
        b'{"a":NaN}',
        b'{"a":-0}',
        b'{"a":9007199254740992}',
        b'{"a":1,"a":2}',
        b'{"b":1,"a":2}',
        b'{"a": 1}',
        b'{"a":1}\n',
        b'{"a":"\\u0041"}',
        b'{"a":"\\ud800"}',
        b'{"a":"\\/"}',
        b'{"\xc3\xa9":1}',
        b"\xef\xbb\xbf{}",
        b"\xff",
        b"",
        b"[" * 60000,
        b"[" * 17 + b"]" * 17,
        b"[" + b",".join([b"[]"] * 1_100_000) + b"]",
    ],
)
def test_a_second_form_of_the_same_value_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"canonical|deep|many"):
        canonical.decode(data)


@each("value", [1.5, {1: 2}, {"é": 1}, 2**53, [[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]], "\ud800", b"x"])
def test_what_has_no_form_is_not_written(value: object) -> None:
    with pytest.raises((ValueError, TypeError)):
        canonical.encode(value)
