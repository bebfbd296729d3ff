"""The doors of the window: in, in with a password of one's own, back in by the printed key."""

import pytest

from facility_app.app.start import Password, RecoveryKey
from facility_app.app.window.door import Door
from facility_app.kernel.errors import UserError
from tests.helpers.desk import ADMIN, ADMIN_PASSWORD, CHEAP, NURSE, NURSE_PASSWORD, Desk

FRESH = "Mưa rơi trên mái tôn"


def door(desk: Desk) -> Door:
    return Door(desk.folder, desk.state, CHEAP)


def test_a_password_opens_the_facility_as_its_account(desk: Desk) -> None:
    with door(desk).sign_in(Password(ADMIN, ADMIN_PASSWORD)) as opened:
        assert opened.actor.roles == {"ADMIN"}


def test_a_one_time_password_opens_nothing_but_the_change_to_one_s_own(desk: Desk) -> None:
    given = desk.done("user", "reset", NURSE, *desk.admin)["one_time_password"]
    with pytest.raises(UserError) as refusal:
        door(desk).sign_in(Password(NURSE, given))
    assert refusal.value.code == "password_must_change"
    with pytest.raises(UserError) as refusal:
        door(desk).change_password(Password(NURSE, given), given)
    assert refusal.value.code == "password_same"
    with door(desk).change_password(Password(NURSE, given), FRESH) as opened:
        assert opened.actor.roles == {"NURSE"}
    with pytest.raises(UserError) as refusal:
        door(desk).sign_in(Password(NURSE, given))
    assert refusal.value.code == "wrong_password"


def test_the_printed_key_gives_an_account_a_new_password(desk: Desk) -> None:
    with door(desk).recover(RecoveryKey(desk.recovery_key), NURSE, FRESH) as opened:
        assert opened.actor.roles == {"NURSE"}
    assert desk.ask("check", *desk.sign(NURSE, NURSE_PASSWORD)).error == "wrong_password"
