"""What an account may be called, which roles there are, what a one-time password looks like."""

import random
import re
import secrets
import unicodedata
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facility_app.kernel.actor import Role
from facility_app.kernel.errors import UserError
from facility_app.kernel.names import fold
from facility_app.modules.access.domain import PLAIN_LETTERS, account_name, one_time_password, roles_from
from tests.helpers.cases import each

SHAPE = re.compile("[a-z2-9]{4}(-[a-z2-9]{4}){3}")


@each(
    ("typed", "kept"),
    [
        ("nguyen.van.duc", "nguyen.van.duc"),
        ("  Nguyễn   Văn  Đức ", "Nguyễn Văn Đức"),
        (unicodedata.normalize("NFD", "Đỗ Ánh"), "Đỗ Ánh"),
        ("bs_hoa-2", "bs_hoa-2"),
        ("x" * 60, "x" * 60),
    ],
)
def test_a_name_is_kept_tidy(typed: str, kept: str) -> None:
    assert account_name(typed) == kept


@each("typed", ["", "   ", "\u200b", "x" * 61, "a/b", "a\x00;b", "an@x.vn", "<b>", "a'b", "%", "👤"])
def test_what_is_no_name_is_refused_with_an_example(typed: str) -> None:
    with pytest.raises(UserError) as refused:
        account_name(typed)
    assert refused.value.code == "bad_user_name"
    assert "nguyen.van.duc" in refused.value.message
    assert set(refused.value.fields) == {"name"}
    assert len(str(refused.value.params["name"])) <= 60


def test_half_a_character_is_no_name_and_not_repeated() -> None:
    with pytest.raises(UserError) as refused:
        account_name("an\udcff")
    assert refused.value.code == "broken_text"
    assert "\udcff" not in refused.value.message


@given(
    st.text(alphabet=st.characters(categories=["L", "Nd", "Zs", "Mn"]) | st.sampled_from("._-/@'"), max_size=70)
)
def test_a_name_kept_once_is_kept_the_same_again(typed: str) -> None:
    kept = kept_or_none(typed)
    if kept is not None:
        assert account_name(kept) == kept
        assert 0 < len(kept) <= 60
        assert fold(kept)
        assert not set(kept) & set("/@'")


def kept_or_none(typed: str) -> str | None:
    try:
        return account_name(typed)
    except UserError:
        return None


def test_roles_are_named_in_any_case() -> None:
    assert roles_from(("admin", "Team_Officer", "DOCTOR")) == {Role.ADMIN, Role.TEAM_OFFICER, Role.DOCTOR}
    assert roles_from(tuple(Role)) == frozenset(Role)


@each(
    ("names", "code", "told"),
    [((), "no_role", "ADMIN"), (("ADMIN", "boss"), "bad_role", "boss"), (("",), "bad_role", "ADMIN")],
)
def test_a_role_that_is_not_there_is_named_with_those_that_are(
    names: tuple[str, ...], code: str, told: str
) -> None:
    with pytest.raises(UserError) as refused:
        roles_from(names)
    assert refused.value.code == code
    assert told in refused.value.message
    assert "TEAM_OFFICER" in refused.value.message


def test_a_one_time_password_is_four_groups_of_plain_letters() -> None:
    made = {one_time_password(secrets.token_bytes) for _ in range(200)}
    assert len(made) == 200
    assert all(SHAPE.fullmatch(password) for password in made)
    assert not set("".join(made)) & set("01iol")


def test_no_letter_of_a_one_time_password_is_favoured() -> None:
    draw = random.Random(1)
    letters = Counter(char for _ in range(3000) for char in one_time_password(draw.randbytes) if char != "-")
    assert set(letters) == set(PLAIN_LETTERS)
    expected = letters.total() / len(PLAIN_LETTERS)
    assert all(abs(count - expected) < 0.12 * expected for count in letters.values())


def test_bytes_past_the_last_whole_multiple_are_thrown_away() -> None:
    asked: list[int] = []

    def worst_first(count: int) -> bytes:
        asked.append(count)
        return b"\xff" * count if len(asked) == 1 else b"\0" * count

    assert one_time_password(worst_first) == "-".join([PLAIN_LETTERS[0] * 4] * 4)
    assert len(asked) == 2
