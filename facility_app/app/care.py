"""Caring for the file: backup, restore, new key, upgrade, acceptance; each with its right first and its trail."""

from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import sqlalchemy as sa

from facility_app.app import outside, registry
from facility_app.app.backup_door import BackupDoor, no_folder_left
from facility_app.app.bootstrap import OpenFacility, account_of, note_keys, open_database, ports_of
from facility_app.app.paths import migrations_folder
from facility_app.app.start import Entered, Password, RecoveryKey, enter, require_facility
from facility_app.db import audit, backup
from facility_app.db.backup import BackupMade, BackupVerified, NewLife, Restored
from facility_app.db.database import Database
from facility_app.db.driver import DataKey
from facility_app.db.folder import DataFolder
from facility_app.db.keyslots import DEFAULT_KDF, KdfParams
from facility_app.db.locks import vault_lock
from facility_app.db.messages import Messages
from facility_app.db.migrate import Migrated, Scripts, migrate, require_known
from facility_app.db.rekey import Rekey, rekey
from facility_app.db.uow import require_reason
from facility_app.kernel.actor import Actor, demand
from facility_app.kernel.errors import FacilityError, UserError
from facility_app.kernel.labels import label
from facility_app.modules.upkeep import service as upkeep
from facility_app.modules.upkeep.domain import RESTORE


def make_backup(opened: OpenFacility, into: Path | None = None) -> BackupMade:
    """Back up, restore for trial, compare, and only then keep; old backups of the usual place are thinned.

    Raises:
        UserError: ``target_missing``, ``target_inside_data``.
    """
    database, actor = opened.database, opened.actor
    with database.read(actor) as uow:
        upkeep.authorise(uow, "upkeep.backup")
    if into is not None and into.resolve() != opened.folder.backups.resolve():
        _require_outside(opened.folder, into)
        _require_there(into)
    clock = outside.SystemClock()
    made = backup.make_backup(_source(opened), clock, into)
    thinned = backup.thin(opened.folder.backups, clock.now()) if into is None and _is_plausible(opened) else []
    with database.write(actor) as uow:
        facts = {"file": made.path.name, "bytes": str(made.bytes), "digest": made.digest}
        upkeep.record(uow, "upkeep.backup", facts | {"thinned": " ".join(path.name for path in thinned)})
        uow.commit()
    return made


def is_same_disk(folder: DataFolder, target: Path) -> bool:
    """Whether a backup in ``target`` dies with the disk of the data folder."""
    return folder.root.stat().st_dev == target.stat().st_dev


def verify_backup(opened: OpenFacility, file: Path) -> BackupVerified:
    """Restore a backup for trial and read it to the last row; that it was found whole stands in the trail."""
    with opened.database.read(opened.actor) as uow:
        upkeep.authorise(uow, "upkeep.verify_backup")
    found = backup.verify_backup(file, opened.entered.unlocked, opened.folder)
    with opened.database.write(opened.actor) as uow:
        upkeep.record(uow, "upkeep.verify_backup", {"file": _name(file), "digest": found.manifest.digest})
        uow.commit()
    return found


def restore_backup(
    folder: DataFolder,
    file: Path,
    into: Path,
    who: Password | RecoveryKey,
    state_dir: Path,
    params: KdfParams = DEFAULT_KDF,
) -> Restored:
    """Make the data folder ``into`` from a backup.

    Args:
        folder: the present data folder; its keys open backups made before a password changed.
        file: the backup.
        into: a folder that does not exist or is empty.
        who: a password or the recovery key, of now or of the time of the backup.
        state_dir: the user's state folder.
        params: work a slot should have.

    Raises:
        PermissionDenied: the account may not restore, by the backup or by the present file.
        UserError: wrong password or recovery key, ``restore_target_not_empty``; ``user_disabled`` and
            ``password_must_change``, also by the present file where the same keys open it.
        EnvironmentFault: what the backup, the keys and the disk have to say.
    """
    _require_outside(folder, into)
    clock, ids = outside.SystemClock(), outside.system_ids()
    scripts, door = Scripts(migrations_folder()), BackupDoor(folder, who, state_dir, params)

    def finish(connection: sa.Connection, life: NewLife) -> None:
        actor = door.actor or account_of(connection, who)
        demand(actor, RESTORE)
        facts = {"file": _name(file), "epoch": str(life.epoch), "parent_chg": str(life.parent_chg)}
        _append(connection, actor, "upkeep.restore", facts)

    with no_folder_left(into):
        return backup.restore_backup(
            file,
            into,
            door.unlock,
            ids=ids,
            now=clock.now(),
            finish=finish,
            accept=lambda manifest: require_known(scripts, manifest.revision),
        )


def change_key(opened: OpenFacility, reason: str) -> Path:
    """Encrypt everything with a new data key; ``opened`` is closed by it.

    Returns:
        The verified backup made before.

    Raises:
        UserError: ``reason_missing``.
    """
    require_reason(reason)
    with opened.database.write(opened.actor) as uow:
        upkeep.record(uow, "upkeep.rekey", {"step": "begun"}, reason)
        uow.commit()
    opened.close()
    made: list[BackupMade] = []

    def back_up(present: DataKey) -> None:
        source = backup.Source(opened.folder, present, opened.entered.unlocked)
        made.append(backup.make_backup(source, outside.SystemClock()))

    entered = opened.entered
    unlocked = rekey(Rekey(opened.folder, entered.key_file, entered.unlocked, back_up))
    now = Entered(entered.key_file, unlocked, unlocked.current, entered.device)
    with (
        vault_lock(opened.folder.root).shared(),
        closing(open_database(opened.folder, now, opened.state_dir)) as database,
        database.write(opened.actor) as uow,
    ):
        upkeep.record(uow, "upkeep.rekey", {"step": "done", "backup": made[0].path.name})
        uow.commit()
        note_keys(database, entered.key_file)
    return made[0].path


def new_recovery_key(opened: OpenFacility, reason: str, keep: Callable[[str], None] = lambda _key: None) -> str:
    """A new recovery key; the former one opens nothing any more. Shown once, kept nowhere.

    Args:
        opened: the facility.
        reason: why.
        keep: gets the key before it opens anything; when it fails, the former key stays.

    Raises:
        UserError: ``reason_missing``.
        EnvironmentFault: what ``keep`` and the key file have to say; the former key stays.
    """
    require_reason(reason)
    with opened.database.write(opened.actor) as uow:
        upkeep.record(uow, "upkeep.new_recovery_key", {}, reason)
        uow.commit()
    try:
        return opened.entered.key_file.new_recovery(opened.entered.unlocked, keep)
    except FacilityError:
        # The trail said it first, so that no key is ever changed unseen; now it must not say too much.
        with suppress(FacilityError), opened.database.write(opened.actor) as uow:
            upkeep.record(uow, "upkeep.new_recovery_key", {"outcome": "failed"}, reason)
            uow.commit()
        raise


def accept_file(opened: OpenFacility, reason: str) -> None:
    """Go on with a file that disagrees with its anchor (put back, copied): a new epoch and mark, in the trail."""
    database = opened.database
    with database.write(opened.actor) as uow:
        upkeep.begin_epoch(uow, reason)
        uow.commit()
    database.identify()
    database.begin_anchor(opened.entered.key_file.generation())


TRUSTED_GAP = timedelta(days=31)
"""A longer pause between two backups makes the clock suspect."""


@dataclass(frozen=True, slots=True)
class Upgraded:
    """What an upgrade did; ``backup`` is None when there was nothing to do."""

    before: str | None
    after: str
    backup: Path | None


def upgrade(
    folder: DataFolder,
    who: Password | RecoveryKey,
    state_dir: Path,
    params: KdfParams = DEFAULT_KDF,
    backed_up: Callable[[Path], None] = lambda _backup: None,
) -> Upgraded:
    """Bring the file to the newest schema, with a verified backup first; without anyone else in it.

    Any account may: nothing else can be done with an old file. ``backed_up`` hears of the backup first.
    """
    require_facility(folder)
    scripts = Scripts(migrations_folder())
    with vault_lock(folder.root).exclusive():
        entered = enter(folder, who, state_dir, params)
        before = _revision(folder, entered, state_dir)
        require_known(scripts, before)
        if before == scripts.head:
            return Upgraded(before, scripts.head, None)
        source = backup.Source(folder, entered.data_key, entered.unlocked)
        made = backup.make_backup(source, outside.SystemClock())
        backed_up(made.path)

        def finish(connection: sa.Connection, done: Migrated) -> None:
            facts = {"from": str(done.before), "to": done.after, "backup": made.path.name}
            _append(connection, account_of(connection, who), "upkeep.migrate", facts)

        done = migrate(folder.database, entered.data_key, scripts, registry.schema(), finish=finish)
    return Upgraded(done.before, done.after, made.path)


def _revision(folder: DataFolder, entered: Entered, state_dir: Path) -> str | None:
    ports = ports_of(folder, entered, state_dir)
    with closing(Database(folder.database, entered.data_key, ports, Messages(), state_dir)) as database:
        return database.revision


def _is_plausible(opened: OpenFacility) -> bool:
    """Whether the newest backup follows the one before it in due time.

    A clock set ahead would make every other backup an old one; after a real pause nothing is thinned once.
    """
    newest, *former = backup.kept_backups(opened.folder.backups)
    return bool(former) and newest.taken_at - former[0].taken_at < TRUSTED_GAP


def _require_outside(folder: DataFolder, target: Path) -> None:
    """Refuse a target inside the data folder: the program clears up there."""
    inside, root = target.resolve(), folder.root.resolve()
    if folder.database.exists() and inside != root and inside.is_relative_to(root):
        raise UserError(
            "target_inside_data",
            label(
                "errors",
                "Không ghi vào bên trong thư mục dữ liệu {folder}. Hãy chọn một thư mục khác, tốt nhất trên ổ "
                "khác.",
            ),
            folder=folder.root,
        )


def _require_there(target: Path) -> None:
    """Refuse a folder nobody made: a stick that is not plugged in must not become a folder on this disk."""
    if not target.is_dir():
        raise UserError(
            "target_missing",
            label(
                "errors",
                "Không có thư mục {folder}. Nếu đó là ổ rời thì hãy cắm ổ; nếu muốn thư mục mới thì hãy tạo nó "
                "trước, rồi làm lại.",
            ),
            folder=target,
        )


def _name(file: Path) -> str:
    """A file's name as the trail can hold it: some disks have names in an older encoding."""
    return file.name.encode(errors="replace").decode()


def _source(opened: OpenFacility) -> backup.Source:
    return backup.Source(opened.folder, opened.entered.data_key, opened.entered.unlocked)


def _append(connection: sa.Connection, actor: Actor, verb: str, facts: dict[str, str]) -> None:
    """One entry of the trail where no unit of work can be: inside a migration or a restore."""
    entry = audit.Entry(
        id=outside.system_ids().new(),
        at=outside.SystemClock().now(),
        user_id=actor.user_id,
        roles=" ".join(sorted(actor.roles)),
        device=actor.device,
        verb=verb,
        caused_by=None,
        table=None,
        record_id=None,
        reason=None,
        values=audit.plain_facts(facts),
    )
    audit.append(connection, audit.head(connection), [entry], outside.random_bytes)
