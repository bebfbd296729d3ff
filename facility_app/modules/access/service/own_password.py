"""One's own password: whoever found a desk unlocked does not know the present one, and changes nothing."""

from dataclasses import dataclass, field

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.names import nfc
from facility_app.modules.access.domain import (
    CHANGE_OWN_PASSWORD,
    same_password,
    with_doors,
    wrong_present_password,
)
from facility_app.modules.access.queries import UserRow
from facility_app.modules.access.tables import UserAccount


@dataclass(frozen=True, slots=True)
class ChangeOwnPassword:
    """Another password for oneself.

    Attributes:
        present: the one that opens now, as typed.
        new: the one that shall.
    """

    present: str = field(repr=False)
    new: str = field(repr=False)


def change_own_password(uow: UnitOfWork, command: ChangeOwnPassword) -> UserRow:
    """Give the signed-in person a password only they know; a wrong present one counts as a failed try.

    Raises:
        UserError: ``wrong_present_password``, ``password_same``, ``password_weak``.
    """
    require(uow, CHANGE_OWN_PASSWORD)
    account = uow.get(UserAccount, uow.actor.user_id)
    slots = with_doors(uow.ports.key_slots)
    if not slots.check(account.name, command.present):
        raise wrong_present_password()
    if nfc(command.present) == nfc(command.new):
        raise same_password()
    with uow.act("access.change_own_password") as act:
        act.about(account)
        account.must_change_password = False
        # The former password must open nothing any more, on no machine. Here the slot goes first: cut off in
        # between, the flag stays on and asks again; the other way round a password handed over would stay good.
        slots.prepare(account.name, command.new, closing_others=True)()
    return UserRow.by_id(uow.session, account.id)
