"""A second person's password is tried at the real doors: it opens nothing, and a wrong one is counted."""

import json

import pytest

from facility_app.kernel.actor import Role
from facility_app.kernel.errors import UserError
from facility_app.modules.access.service import AskCountersign, countersign, require_countersign
from tests.helpers.desk import ADMIN, ADMIN_PASSWORD, NURSE, NURSE_PASSWORD, Desk

VERB = "probe.destroy"


def ask(name: str, password: str) -> AskCountersign:
    return AskCountersign(VERB, frozenset({Role.ADMIN}), name, password)


def failed(desk: Desk) -> int:
    return sum(json.loads(desk.folder.keys.read_bytes())["failed"].values())


def test_an_administrator_agrees_within_a_nurses_session(desk: Desk) -> None:
    before = desk.folder.keys.read_bytes()
    with desk.open(NURSE, NURSE_PASSWORD) as opened:
        with opened.database.read(opened.actor) as uow:
            given = countersign(uow, ask(f" {ADMIN.upper()} ", ADMIN_PASSWORD))
        with opened.database.write(opened.actor) as uow:
            with uow.act(VERB) as act:
                require_countersign(uow, act, given, frozenset({Role.ADMIN}))
            uow.commit()
        assert opened.actor.roles == {Role.NURSE}, "nobody but the nurse is signed in"
    assert desk.folder.keys.read_bytes() == before


@pytest.mark.parametrize(("name", "password"), [(ADMIN, "sai mật khẩu"), ("không ai", ADMIN_PASSWORD)])
def test_a_wrong_password_is_refused_and_counted(desk: Desk, name: str, password: str) -> None:
    with desk.open(NURSE, NURSE_PASSWORD) as opened, opened.database.read(opened.actor) as uow:
        with pytest.raises(UserError) as told:
            countersign(uow, ask(name, password))
        assert told.value.code == "countersign_refused"
    assert failed(desk) == 1


def test_ones_own_password_is_not_even_tried(desk: Desk) -> None:
    with desk.open(NURSE, NURSE_PASSWORD) as opened, opened.database.read(opened.actor) as uow:
        with pytest.raises(UserError) as told:
            countersign(uow, ask(NURSE, "sai mật khẩu"))
        assert told.value.code == "countersign_same_person"
    assert failed(desk) == 0
