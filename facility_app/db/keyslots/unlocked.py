"""What a login gives: the data keys of this facility, old and new."""

from dataclasses import dataclass, field

from facility_app.db.driver import DataKey
from facility_app.db.keyslots.refusals import key_file_swapped
from facility_app.kernel.ports import SecretMode


@dataclass(frozen=True, slots=True)
class Unlocked:
    """An opened key file.

    Attributes:
        current: the present data key.
        older: former ones, for old backups and an unfinished rekey.
        user_name: whose slot opened it, as typed; None for the recovery key.
        mode: where the device secret of that slot is kept; None for the recovery key.
        generation: of the list of doors it was read from.
    """

    current: DataKey
    older: tuple[DataKey, ...]
    user_name: str | None = field(repr=False)
    mode: SecretMode | None
    generation: int = 0

    def key_for(self, salt: bytes) -> DataKey:
        """The data key of the database file that begins with ``salt``.

        Raises:
            EnvironmentFault: ``key_file_swapped`` when the file belongs to another key file.
        """
        for data_key in (self.current, *self.older):
            if data_key.salt == salt:
                return data_key
        raise key_file_swapped()
