"""What users do to the file: saves, backups, a restore, a new key, a founding: prepared, played, looked at after.

``play_…`` runs in a process of its own, watched, cut, faulted or killed; ``verify_…`` is a ``judge.Verifier``.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from facility_app.app import care
from facility_app.app.bootstrap import OpenFacility, open_facility
from facility_app.app.start import Password
from facility_app.db.backup import kept_backups
from facility_app.db.database import Database
from facility_app.db.driver import file_salt
from facility_app.db.rekey import unfinished
from facility_app.kernel.errors import FacilityError
from tests.proof.judge import Finding, Verdict
from tests.proof.known_steps import know_steps
from tests.proof.vault_facility import ADMIN, CHEAP, PASSWORD, Place, found_with_pair, promise, save_unit
from tests.proof.vault_verdict import goes_on, weigh, weigh_units

FOLD_EVERY: Final = 8
"""Every so many saves the log is folded into the file, as the program does when nobody waits."""


def prepare(root: str) -> None:
    """The facility a scene begins with."""
    found_with_pair(Path(root))


def play_saves(root: str, units: int, synchronous: str = "FULL") -> None:
    """Unit after unit of work.

    Args:
        root: where the facility lies.
        units: how many.
        synchronous: what SQLite waits for; anything but FULL is a proof that the proof can fail.
    """
    place = Place(Path(root))
    with place.open() as opened:
        if synchronous != "FULL":
            _wait_less(opened.database, synchronous)
        for _ in range(units):
            number = save_unit(opened)
            promise(place, str(number))
            if number % FOLD_EVERY == 0:
                opened.database.tend()


def _wait_less(database: Database, synchronous: str) -> None:
    """Take the durability out of the writer, behind the program's back: it has no switch for this."""
    borrowed = database._writer.raw_connection()
    borrowed.cursor().execute(f"PRAGMA synchronous={synchronous}")
    borrowed.close()


def warm_up(root: Path) -> None:
    """A fork server's: found, save, back up and look once, so that no child reads the program's tables anew."""
    know_steps()
    prepare(str(root))
    play_backups(str(root), 1)
    verify_backups(root, [])


def verify_saves(folder: Path, acked: Sequence[str]) -> Verdict:
    """Start as the user would; every unit promised is there, whole, and the next save works."""
    with Place(folder).open() as opened:
        verdict = weigh_units(opened, acked)
        return goes_on(opened) if verdict.finding is Finding.WHOLE else verdict


def play_backups(root: str, backups: int) -> None:
    """Saves and backups in turn, to a stick and to the folder's own place."""
    place = Place(Path(root))
    with place.open() as opened:
        for number in range(1, backups + 1):
            promise(place, str(save_unit(opened)))
            made = care.make_backup(opened, place.stick if number % 2 else None)
            promise(place, made.path.relative_to(place.root).as_posix())


def verify_backups(folder: Path, acked: Sequence[str]) -> Verdict:
    """Whatever bears the name of a backup can be restored, and the promised ones are there."""
    place = Place(folder)
    with place.open() as opened:
        there = {path.relative_to(folder).as_posix(): path for path in named_backups(place)}
        broken = broken_backups(opened, place)
        if broken:
            return Verdict(Finding.CORRUPT, broken)
        lost = [text for text in acked if not text.isdecimal() and text not in there]
        return weigh(opened, lost) if lost else weigh_units(opened, acked)


def named_backups(place: Place) -> list[Path]:
    """Files that bear the name of a finished backup."""
    return [kept.path for folder in (place.stick, place.folder.backups) for kept in kept_backups(folder)]


def broken_backups(opened: OpenFacility, place: Place) -> str:
    """The first finished backup that cannot be restored and why; empty when there is none."""
    for path in named_backups(place):
        try:
            care.verify_backup(opened, path)
        except FacilityError as error:
            return f"{path.name}: {error}"
    return ""


def play_rekeys(root: str, rekeys: int) -> None:
    """A save, a new data key, and again."""
    place = Place(Path(root))
    _promise_salt(place)
    for _ in range(rekeys):
        with place.open() as opened:
            promise(place, str(save_unit(opened)))
            care.change_key(opened, "đổi khóa để thử")
        _promise_salt(place)


def _promise_salt(place: Place) -> None:
    salt = file_salt(place.folder.database)
    promise(place, f"salt {'' if salt is None else salt.hex()}")


def verify_rekeys(folder: Path, acked: Sequence[str]) -> Verdict:
    """It opens with one of the facility's keys; a key change that was promised stays, a cut one is done again."""
    place = Place(folder)
    salt = file_salt(place.folder.database)
    with place.open() as opened:
        verdict = weigh_units(opened, acked)
        keys = [text.removeprefix("salt ") for text in acked if not text.isdecimal()]
        if verdict.finding is not Finding.WHOLE or not keys:
            return verdict
        if salt is not None and salt.hex() in keys[:-1]:
            return Verdict(Finding.LOST, "the file has a former key again", 1)
        if not unfinished(opened.entered.data_key, opened.entered.unlocked):
            return verdict
        care.change_key(opened, "làm lại")
    with place.open() as opened:
        if unfinished(opened.entered.data_key, opened.entered.unlocked):
            return Verdict(Finding.HALF, "a rekey done again stays unfinished")
        return weigh_units(opened, acked)


def prepare_restore(root: str) -> None:
    """A facility with two units of work and a backup of them on the stick."""
    place = found_with_pair(Path(root))
    with place.open() as opened:
        save_unit(opened)
        save_unit(opened)
        care.make_backup(opened, place.stick)


def play_restore(root: str) -> None:
    """The backup put back as another facility, in a folder whose parent does not exist either."""
    place = Place(Path(root))
    _restore(place)
    promise(place, "restored")


def _restore(place: Place) -> None:
    who = Password(ADMIN, PASSWORD)
    (backup,) = named_backups(place)
    care.restore_backup(place.folder, backup, place.restored.root, who, place.state_dir, CHEAP)


def verify_restore(folder: Path, acked: Sequence[str]) -> Verdict:
    """What is restored opens with every row; else it is not there and can be restored; the source is untouched."""
    place = Place(folder)
    with place.open() as opened:
        source = weigh_units(opened, ["1", "2"])
    if source.finding is not Finding.WHOLE:
        return source
    if not place.restored.root.exists():
        if acked:
            return Verdict(Finding.LOST, "no restored facility", 1)
        _restore(place)
    with open_facility(place.restored, Password(ADMIN, PASSWORD), place.state_dir, CHEAP) as opened:
        return weigh_units(opened, ["1", "2"])


def play_founding(root: str) -> None:
    """A new facility in an empty place."""
    place = Place(Path(root))
    place.found()
    promise(place, "founded")


def verify_founding(folder: Path, acked: Sequence[str]) -> Verdict:
    """The promised facility opens; one that was not promised opens, or is not there and can be founded."""
    place = Place(folder)
    try:
        opened = place.open()
    except FacilityError as error:
        if error.code != "no_facility":
            return Verdict(Finding.HALF, str(error))
        if acked:
            return Verdict(Finding.LOST, "no facility", 1)
        place.found()
        opened = place.open()
    with opened:
        return weigh(opened)
