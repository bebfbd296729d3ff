"""The program as a day uses it: saves, now and then a backup and a new account, every promise printed at once."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from facility_app.app import care
from facility_app.app.bootstrap import OpenFacility
from facility_app.kernel.actor import Role
from facility_app.modules.access.service import AddUser, add_user
from tests.proof.judge import Finding, Verdict
from tests.proof.vault_facility import Place, forget_keyring, opens, promise, save_unit, say
from tests.proof.vault_scenes import FOLD_EVERY, broken_backups, named_backups
from tests.proof.vault_verdict import weigh, weigh_units

PASSWORD: Final = "mật khẩu mới cấp"
BACKUP_EVERY: Final = 12
ACCOUNT_EVERY: Final = 5


def work(root: str, saves: int) -> None:
    """Sign in and save ``saves`` units after those already there."""
    forget_keyring()
    place = Place(Path(root))
    with place.open() as opened:
        say("READY")
        for _ in range(saves):
            _one_turn(place, opened)


def _one_turn(place: Place, opened: OpenFacility) -> None:
    number = save_unit(opened)
    promise(place, str(number))
    if number % FOLD_EVERY == 0:
        opened.database.tend()
    if number % ACCOUNT_EVERY == 0:
        with opened.database.write(opened.actor) as uow:
            add_user(uow, AddUser(f"u{number}", (Role.NURSE.value,), PASSWORD))
            uow.commit()
        promise(place, f"user u{number}")
    if number % BACKUP_EVERY == 0:
        made = care.make_backup(opened)
        promise(place, made.path.relative_to(place.root).as_posix())


def verify(folder: Path, acked: Sequence[str]) -> Verdict:
    """Start as the user would; every unit, account and backup promised is there, whole."""
    place = Place(folder)
    with place.open() as opened:
        broken = broken_backups(opened, place)
        if broken:
            return Verdict(Finding.CORRUPT, broken)
        there = {path.relative_to(folder).as_posix() for path in named_backups(place)}
        lost = [
            text for text in acked if not text.isdecimal() and text not in there and not _may_enter(place, text)
        ]
        return weigh(opened, lost) if lost else weigh_units(opened, acked)


def _may_enter(place: Place, text: str) -> bool:
    return text.startswith("user ") and opens(place, text.removeprefix("user "), PASSWORD)
