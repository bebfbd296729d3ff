"""The doors of the program for the window: founding, signing in, getting back in. Importing it costs SQLAlchemy.

The window reads it on another thread while the password is typed; nothing else there may import it at its top.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from facility_app.app import founding
from facility_app.app.bootstrap import OpenFacility, change_hands, open_facility
from facility_app.app.care import Upgraded, upgrade
from facility_app.app.founding import Founded, Founding
from facility_app.app.who import Password, RecoveryKey
from facility_app.db.folder import DataFolder
from facility_app.db.keyslots import DEFAULT_KDF, KdfParams
from facility_app.modules.access.service import (
    ChangeOwnPassword,
    ResetPassword,
    change_own_password,
    reset_password,
)


@dataclass(frozen=True, slots=True)
class Door:
    """Where the facility's data lie, and how to get in.

    Attributes:
        folder: the data folder.
        state_dir: the user's state folder.
        params: work of a key slot; less only where a test makes many.
    """

    folder: DataFolder
    state_dir: Path
    params: KdfParams = DEFAULT_KDF

    def sign_in(self, who: Password) -> OpenFacility:
        """Open the facility for someone with a password.

        Raises:
            UserError, EnvironmentFault: as ``open_facility``; ``password_must_change``.
        """
        return open_facility(self.folder, who, self.state_dir, self.params)

    def change_password(self, who: Password, new: str) -> OpenFacility:
        """Give whoever was handed a one-time password one of their own, and open.

        Raises:
            UserError: ``password_same``, ``password_weak``, and as ``sign_in``.
        """
        with open_facility(self.folder, who, self.state_dir, self.params, changing_password=True) as opened:
            opened.ready_for_accounts()
            with opened.database.write(opened.actor) as uow:
                change_own_password(uow, ChangeOwnPassword(who.password, new))
                uow.commit()
        return self.sign_in(Password(who.user_name, new))

    def change_hands(self, opened: OpenFacility, who: Password) -> OpenFacility:
        """The same open file for whoever's password is right: the one who locked it, or another person.

        Raises:
            UserError, EnvironmentFault: as ``bootstrap.change_hands``.
        """
        return change_hands(opened, who, self.params)

    def recover(self, key: RecoveryKey, user_name: str, new: str) -> OpenFacility:
        """Let an account back in, or onto this machine for the first time, by the printed recovery key.

        Raises:
            UserError: ``wrong_recovery_key``, ``recovery_key_mistyped``, ``no_such_user``, ``password_weak``.
        """
        with open_facility(self.folder, key, self.state_dir, self.params) as opened:
            opened.ready_for_accounts()
            with opened.database.write(opened.actor) as uow:
                reset_password(uow, ResetPassword(user_name, new))
                uow.commit()
        return self.sign_in(Password(user_name, new))

    def upgrade(self, who: Password | RecoveryKey, backed_up: Callable[[Path], None]) -> Upgraded:
        """Bring an older file to today's schema, as the command line does.

        Raises:
            UserError, EnvironmentFault: as ``care.upgrade``; the file is then as it was.
        """
        return upgrade(self.folder, who, self.state_dir, self.params, backed_up)

    def found(self, wish: Founding) -> Founded:
        """Make a new facility; its recovery key comes back once, to be shown and typed back."""
        return founding.found(self.folder, wish, self.state_dir, self.params)
