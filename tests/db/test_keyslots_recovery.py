"""The printed recovery key: forgiving about form, strict about letters, and it says where the mistake is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facility_app.db.keyslots.recovery import (
    ALPHABET,
    GROUPS,
    new_recovery_key,
    recovery_secret,
    recovery_text,
)
from facility_app.kernel.errors import UserError

SECRETS = st.binary(min_size=20, max_size=20)
SAMPLE = bytes(range(7, 27))


def refused(text: str) -> UserError:
    with pytest.raises(UserError) as raised:
        recovery_secret(text)
    assert raised.value.code == "recovery_key_mistyped"
    assert "{" not in raised.value.message
    return raised.value


@given(SECRETS)
def test_the_text_gives_the_secret_back(secret: bytes) -> None:
    text = recovery_text(secret)
    assert recovery_secret(text) == secret
    assert [len(group) for group in text.split("-")] == [4] * GROUPS
    assert set(text) <= {*ALPHABET, "-"}


def test_a_new_key_is_160_bits_of_chance() -> None:
    asked: list[int] = []

    def random(size: int) -> bytes:
        asked.append(size)
        return bytes(range(size))

    secret, text = new_recovery_key(random)
    assert asked == [20]
    assert recovery_secret(text) == secret == bytes(range(20))


@given(SECRETS, st.randoms(use_true_random=False))
def test_case_blanks_dashes_and_look_alikes_do_not_matter(secret: bytes, random: object) -> None:
    text = recovery_text(secret)
    typed = text.lower().replace("-", " – ").replace("0", "o").replace("1", "l")
    assert recovery_secret(typed) == secret
    assert recovery_secret(text.replace("-", "").replace("0", "O").replace("1", "I")) == secret


@given(SECRETS, st.integers(0, 35), st.sampled_from(ALPHABET))
def test_one_wrong_letter_is_named_by_its_group(secret: bytes, place: int, letter: str) -> None:
    letters = recovery_text(secret).replace("-", "")
    if letters[place] == letter:
        assert recovery_secret(letters) == secret
    else:
        error = refused(letters[:place] + letter + letters[place + 1 :])
        assert error.params == {"group": place // 4 + 1}


@given(SECRETS, st.lists(st.integers(0, 35), min_size=2, max_size=2, unique=True), st.integers(1, 31))
def test_two_wrong_letters_never_pass(secret: bytes, places: list[int], step: int) -> None:
    letters = list(recovery_text(secret).replace("-", ""))
    for place in places:
        letters[place] = ALPHABET[(ALPHABET.index(letters[place]) + step) % 32]
    assert refused("".join(letters)).code == "recovery_key_mistyped"


@given(SECRETS, st.integers(0, 8), st.integers(0, 8))
def test_swapped_groups_never_pass(secret: bytes, first: int, second: int) -> None:
    groups = recovery_text(secret).split("-")
    if groups[first] == groups[second]:
        return
    groups[first], groups[second] = groups[second], groups[first]
    assert refused("-".join(groups)).code == "recovery_key_mistyped"


def test_a_letter_that_is_never_printed_is_named_by_its_group() -> None:
    text = recovery_text(SAMPLE)
    for strange in "Uđ*é":
        assert refused(text[:11] + strange + text[12:]).params == {"group": 3}


@pytest.mark.parametrize("length", [0, 4, 35, 37])
def test_a_wrong_length_says_how_many_are_due(length: int) -> None:
    text = (recovery_text(SAMPLE).replace("-", "") + "0")[:length]
    error = refused(text)
    assert (error.params["typed"], error.params["all"]) == (length, 36)


@given(st.text(max_size=60))
def test_any_text_is_a_key_or_a_refusal(text: str) -> None:
    try:
        assert len(recovery_secret(text)) == 20
    except UserError as error:
        assert error.code == "recovery_key_mistyped"  # noqa: PT017 - chance may type a right key
