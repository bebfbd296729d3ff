"""A bad disk changes what lies there: it is refused or found, or no row differs; nothing is written over."""

import shutil
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import Final, TypeAlias

from facility_app.app import care, checkup
from facility_app.app.bootstrap import OpenFacility
from facility_app.db.digest import file_digest
from facility_app.db.driver import DataKey, connect
from facility_app.db.integrity import Level
from facility_app.db.keyslots import KeyFile, Unlocked
from facility_app.kernel.actor import Role, system_actor
from facility_app.kernel.errors import FacilityError
from facility_app.modules.access.service import AddUser, found_account
from tests.proof.counted import Counted, Scale
from tests.proof.flips import damages
from tests.proof.judge import EXAMPLES, fast_scratch
from tests.proof.vault_facility import CHEAP, Place, found_with_pair, opens, save_unit
from tests.proof.vault_verdict import errors_of

SEED: Final = 20_261_124
EACH: Final = {Scale.SHORT: 10, Scale.LONG: 1_000}
UNITS: Final = 20
COLLEAGUE: Final = "lan"
COLLEAGUES_PASSWORD: Final = "mật khẩu của Lan"
CLOSED_DOOR: Final = "accounts_without_slot"
"""A warning, because a cut between an account and its slot leads to it as well; it names the closed door."""


class End(StrEnum):
    """What became of one damage."""

    FOUND = "found"
    HARMLESS = "harmless"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Whole:
    """The facility before any damage.

    Attributes:
        place: where it lies.
        backup: a verified backup of it.
        digest: over every row.
        data_key: of its database.
    """

    place: Place
    backup: Path
    digest: str
    data_key: DataKey


Look: TypeAlias = Callable[[Whole, Place], str]
"""Opens the damaged copy: ``found`` or ``harmless``, else what is wrong; a ``FacilityError`` is a finding too."""


def make_whole(root: Path) -> Whole:
    """A facility with rows, two accounts and a backup, closed."""
    place = found_with_pair(root)
    with place.open() as opened:
        for _ in range(UNITS):
            save_unit(opened)
        with opened.database.write(system_actor("proof")) as uow:
            found_account(uow, AddUser(COLLEAGUE, (Role.NURSE.value,), COLLEAGUES_PASSWORD))
            uow.commit()
        entered = opened.entered
        if entered.device is not None:
            entered.key_file.put_slot(entered.unlocked, COLLEAGUE, COLLEAGUES_PASSWORD, entered.device)
        backup = care.make_backup(opened, place.stick).path
        return Whole(place, backup, _digest(opened), entered.data_key)


def _digest(opened: OpenFacility) -> str:
    with closing(connect(opened.folder.database, opened.entered.data_key, query_only=True)) as connection:
        connection.execute("BEGIN")
        return file_digest(connection).digest


def look_at_database(whole: Whole, damaged: Place) -> str:
    """Open it, check it in full, and compare every row."""
    with damaged.open() as opened:
        if errors_of(opened):
            return End.FOUND
        return End.HARMLESS if _digest(opened) == whole.digest else "rows differ and nothing was found"


def look_at_keys(whole: Whole, damaged: Place) -> str:
    """Open it, check it in full, and try every other door; the database beside it is whole."""
    with damaged.open() as opened:
        findings = checkup.check(opened, full=True)
        if any(finding.level is Level.ERROR or finding.code == CLOSED_DOOR for finding in findings):
            return End.FOUND
        if _digest(opened) != whole.digest:
            return "rows differ and nothing was found"
        doors = [opened.entered.unlocked, _by_paper(damaged)]
    if any(door.current != whole.data_key for door in doors):
        return "another key came out"
    is_open = opens(damaged, COLLEAGUE, COLLEAGUES_PASSWORD)
    return End.HARMLESS if is_open else "a door closed and nothing was found"


def _by_paper(place: Place) -> Unlocked:
    text = place.paper.read_text(encoding="utf-8")
    try:
        return KeyFile(place.folder.keys, CHEAP).unlock_with_recovery(text)
    except FacilityError as error:
        message = "the recovery key is refused and nothing was found"
        raise AssertionError(message) from error


def look_at_backup(whole: Whole, damaged: Place) -> str:
    """Verify it; not one byte may differ unnoticed."""
    with whole.place.open() as opened:
        care.verify_backup(opened, damaged.stick / whole.backup.name)
    return "a damaged backup was believed"


LOOKS: Final[Mapping[str, tuple[Look, Callable[[Place, Whole], Path]]]] = MappingProxyType(
    {
        "facility.db": (look_at_database, lambda place, _whole: place.folder.database),
        "facility.keys": (look_at_keys, lambda place, _whole: place.folder.keys),
        "backup": (look_at_backup, lambda place, whole: place.stick / whole.backup.name),
    }
)


def damaged_one(whole: Whole, what: str, content: bytes) -> str:
    """What becomes of a copy of the facility whose file ``what`` holds ``content`` instead."""
    look, file_of = LOOKS[what]
    with tempfile.TemporaryDirectory(prefix="damaged-", dir=whole.place.root.parent) as made:
        shutil.copytree(whole.place.root, made, dirs_exist_ok=True)
        place = Place(Path(made))
        file = file_of(place, whole)
        file.write_bytes(content)
        try:
            end = look(whole, place)
        except FacilityError:
            end = End.FOUND
        except Exception as error:  # noqa: BLE001 - an error nobody can act on is what is looked for
            end = f"{type(error).__name__}: {error}"
        # A start may mend the list of key slots; what holds the rows stays as it was found.
        is_mended = what == "facility.keys" and file.stat().st_size > 0
        return end if is_mended or file.read_bytes() == content else "the damaged file was written over"


def damage(scale: Scale) -> Counted:
    """Flipped bits, cut ends and blanked sectors of database, key file and backup."""
    began = time.perf_counter()
    counts, notes = Counter[str](), list[str]()
    with tempfile.TemporaryDirectory(prefix="vault-", dir=fast_scratch()) as made:
        whole = make_whole(Path(made) / "whole")
        for what, (_look, file_of) in LOOKS.items():
            for description, content in damages(file_of(whole.place, whole), EACH[scale], SEED):
                end = damaged_one(whole, what, content)
                is_borne = end in set(End)
                counts[f"{what}: {end if is_borne else End.BAD}"] += 1
                if not is_borne and len(notes) < EXAMPLES:
                    notes.append(f"{what}, {description}: {end}")
    figures = {f"{what}: {end}": counts[f"{what}: {end}"] for what in LOOKS for end in End}
    ok = counts.total() == EACH[scale] * len(LOOKS) and not notes
    return Counted("vault-damage", figures, ok, time.perf_counter() - began, tuple(notes))
