"""A small facility to prove the program on: founded, opened and worked in by the program itself.

Only the password work is the cheapest there is, so that a start costs what the rest of it costs.
"""

import atexit
import os
import shutil
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Final

import sqlalchemy as sa

from facility_app.app.bootstrap import OpenFacility, open_facility
from facility_app.app.device_secret import DeviceSecrets
from facility_app.app.founding import Founded, Founding, found
from facility_app.app.start import Password, RecoveryKey
from facility_app.db.folder import DataFolder
from facility_app.db.keyslots import KdfParams, KeyFile
from facility_app.db.uow import UnitOfWork
from facility_app.kernel.errors import UserError
from facility_app.kernel.ports import SecretMode
from facility_app.modules.catalogues.domain import UnitKind
from facility_app.modules.catalogues.tables import FacilityProfile
from tests.proof.recorder import acknowledge

CHEAP: Final = KdfParams(memory_kib=8, passes=1, lanes=1)
CODE: Final = "G01.28.12"
ADMIN: Final = "quan.tri"
PASSWORD: Final = "mật khẩu để thử"

LEFT: Final = "P.LEFT"
RIGHT: Final = "P.RIGHT"
MADE: Final = "U."
SAVE: Final = "proof.save"


@dataclass(frozen=True, slots=True)
class Place:
    """Everything one facility writes to, below one folder.

    Attributes:
        root: that folder.
    """

    root: Path

    @property
    def folder(self) -> DataFolder:
        """The data folder."""
        return DataFolder(self.root / "data")

    @property
    def state_dir(self) -> Path:
        """The user's state folder: anchor and device secret."""
        return self.root / "state"

    @property
    def stick(self) -> Path:
        """Another folder that backups go to."""
        return self.root / "stick"

    @property
    def restored(self) -> DataFolder:
        """Where a backup is put back."""
        return DataFolder(self.root / "other" / "disk" / "data")

    @property
    def paper(self) -> Path:
        """Where the recovery key of the founding is noted."""
        return self.root / "paper"

    def found(self) -> Founded:
        """Make the facility, the device secret in a file."""
        wish = Founding(CODE, "Cơ sở để thử", "01", UnitKind.PUBLIC, ADMIN, PASSWORD, SecretMode.FILE)
        return found(self.folder, wish, self.state_dir, CHEAP)

    def open(self, who: Password | RecoveryKey | None = None) -> OpenFacility:
        """What every start of the program does; the administrator's, unless said otherwise."""
        return open_facility(self.folder, who or Password(ADMIN, PASSWORD), self.state_dir, CHEAP)


def forget_keyring() -> None:
    """For processes that make accounts: nothing of a proof belongs in the keyring of whoever runs it."""
    os.environ["DBUS_SESSION_BUS_ADDRESS"] = "unix:path=/nonexistent"


def opens(place: Place, user: str, password: str) -> bool:
    """Whether the password opens the key file; nothing but the door is touched."""
    key_file = KeyFile(place.folder.keys, CHEAP)
    try:
        device = DeviceSecrets(place.state_dir, lambda: None).for_login(key_file.doors(user))
        key_file.unlock(user, password, device)
    except UserError:
        return False
    return True


def say(text: str) -> None:
    """Print a line that whoever watches reads at once."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def promise(place: Place, text: str) -> None:
    """Tell the user, the recording and whoever reads stdout that ``text`` is done."""
    acknowledge(place.root, text)
    say(f"ACK {text}")


def found_with_pair(root: Path) -> Place:
    """A new facility with the two records that every unit of work changes; units count from 1.

    It is made once a process and copied: what founding itself stands is proved where founding is the scene.
    """
    shutil.copytree(_pattern(), root, dirs_exist_ok=True)
    return Place(root)


@cache
def _pattern() -> Path:
    place = Place(Path(mkdtemp()))
    atexit.register(shutil.rmtree, place.root, ignore_errors=True)
    # A backup goes only to a folder that is there.
    place.stick.mkdir(parents=True, exist_ok=True)
    place.paper.write_text(place.found().recovery_key, encoding="utf-8")
    with place.open() as opened, opened.database.write(opened.actor) as uow:
        with uow.act("proof.begin"):
            _add_profile(uow, LEFT, 0)
            _add_profile(uow, RIGHT, 0)
        uow.commit()
    return place.root


def save_unit(opened: OpenFacility) -> int:
    """One decision: two records changed and one made; all three say the number of the unit, which is returned.

    It is the one after what the pair says, read in the same transaction: whoever overlooks another's save makes
    the same number twice.
    """
    with opened.database.write(opened.actor) as uow:
        pair = list(uow.session.scalars(sa.select(FacilityProfile).where(FacilityProfile.code.in_((LEFT, RIGHT)))))
        number = int(pair[0].name) + 1
        with uow.act(SAVE, reason=f"lần thứ {number}"):
            for profile in pair:
                profile.name = str(number)
            _add_profile(uow, f"{MADE}{number}", number)
        uow.commit()
    return number


def _add_profile(uow: UnitOfWork, code: str, number: int) -> None:
    """A record of a table that is captured for sync; struck out at once, since a file has one live profile."""
    made = FacilityProfile(code=code, name=str(number), province_code="01", unit_kind=UnitKind.PUBLIC)
    uow.void(uow.add(made), "để thử")


@dataclass(frozen=True, slots=True)
class Units:
    """What the file says of the units of work, read in one snapshot from four places.

    Attributes:
        made: numbers of the records made.
        pair: what the two changed records say.
        entries: entries of the audit trail.
        inserts: records made, as the outbox has them.
        updates: changes of each of the pair, as the outbox has them.
    """

    made: frozenset[int]
    pair: tuple[int, ...]
    entries: int
    inserts: int
    updates: tuple[int, ...]

    @property
    def half(self) -> str:
        """Where the four places differ; empty when every unit is whole."""
        count = len(self.made)
        due = Units(frozenset(range(1, count + 1)), (count, count), count, count, (count, count))
        return "" if self == due else str(self)


def units_of(opened: OpenFacility) -> Units:
    """Read the units of work."""
    with opened.database.connection() as connection:
        return read_units(connection)


def read_units(connection: sa.Connection) -> Units:
    """Read the units of work in the caller's transaction."""

    def read(sql: str, *values: object) -> list[tuple[int, ...]]:
        return [tuple(row) for row in connection.exec_driver_sql(sql, values)]

    made = read("SELECT CAST(name AS INTEGER) FROM facility_profile WHERE code GLOB ?", MADE + "*")
    pair = read("SELECT CAST(name AS INTEGER) FROM facility_profile WHERE code IN (?, ?)", LEFT, RIGHT)
    entries = read("SELECT count(*) FROM audit_entry WHERE verb = ?", SAVE)
    inserts = read(
        "SELECT count(*) FROM sync_change JOIN facility_profile ON row_id = id WHERE op = 'I' AND code GLOB ?",
        MADE + "*",
    )
    updates = read(
        "SELECT count(seq) FROM facility_profile LEFT JOIN sync_change ON row_id = id AND op = 'U' "
        "WHERE code IN (?, ?) GROUP BY code",
        LEFT,
        RIGHT,
    )
    return Units(
        frozenset(row[0] for row in made),
        tuple(row[0] for row in pair),
        entries[0][0],
        inserts[0][0],
        tuple(row[0] for row in updates),
    )
