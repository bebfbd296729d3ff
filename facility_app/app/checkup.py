"""Everything ``check`` looks at, gathered: the machine, the keys, the file, its trail, its backups."""

import platform
import shutil
from datetime import UTC, datetime, time
from importlib import metadata

import sqlalchemy as sa

from facility_app import RELEASED_ON, __version__
from facility_app.app import outside, registry
from facility_app.app.bootstrap import OpenFacility, has_begun, has_old_keys
from facility_app.app.paths import migrations_folder
from facility_app.db import integrity, rekey, surroundings
from facility_app.db.audit import audit_entry
from facility_app.db.audit_verify import verify
from facility_app.db.driver import cipher_version, sqlite_version
from facility_app.db.folder import DataFolder
from facility_app.db.integrity import Finding, Level
from facility_app.db.migrate import scripts_in
from facility_app.kernel.actor import system_actor
from facility_app.kernel.labels import label
from facility_app.modules.access import queries as access
from facility_app.modules.housing.api import Invariants
from facility_app.modules.upkeep import service as upkeep

LIBRARIES = ("SQLAlchemy", "alembic", "sqlcipher3", "PySide6-Essentials", "keyring", "argon2-cffi", "PyNaCl")


def check(opened: OpenFacility, *, full: bool) -> list[Finding]:
    """Look at everything; nothing is repaired.

    Args:
        opened: the facility, open for someone who may check.
        full: also read every page's signature, every index and the whole trail's links.
    """
    with opened.database.read(opened.actor) as uow:
        upkeep.authorise(uow, "upkeep.check")
    return [*_machine(opened), *_keys(opened), *_file(opened, full=full), *_house(opened), *_backups(opened)]


def is_anchored(opened: OpenFacility) -> bool:
    """Whether a mark outside the file stands behind the trail, or none could be expected yet."""
    anchor, device = opened.database.anchor, opened.entered.device
    if anchor.read() is not None:
        return True
    return not anchor.exists and device is not None and not has_begun(opened.database, device)


def versions() -> dict[str, str]:
    """What this program is made of, by name."""
    found = {"program": __version__, "python": platform.python_version()}
    found |= {"sqlite": ".".join(map(str, sqlite_version())), "sqlcipher": cipher_version()}
    found |= {"system": f"{platform.system()} {platform.release()}"}
    return found | {name: metadata.version(name) for name in LIBRARIES}


def _machine(opened: OpenFacility) -> list[Finding]:
    now = outside.SystemClock().now()
    built_at = datetime.combine(RELEASED_ON, time(), UTC)
    return [
        *surroundings.sqlite_library(sqlite_version()),
        *surroundings.clock(now, _last_entry_at(opened), built_at),
        *surroundings.disk_space(shutil.disk_usage(opened.folder.root).free, _size(opened.folder)),
    ]


def _keys(opened: OpenFacility) -> list[Finding]:
    entered = opened.entered
    with opened.database.read(system_actor(outside.device_name())) as uow:
        names = access.list_active_names(uow)
    return [
        *surroundings.secret_mode(entered.unlocked.mode),
        *surroundings.key_file_age(is_old=has_old_keys(opened.database, entered)),
        *surroundings.rekey_state(is_unfinished=rekey.unfinished(entered.data_key, entered.unlocked)),
        *surroundings.key_slots(
            len(entered.key_file.missing(names)), entered.key_file.strangers(names), entered.key_file.damaged()
        ),
    ]


def _file(opened: OpenFacility, *, full: bool) -> list[Finding]:
    database, schema = opened.database, registry.schema()
    if full:
        # A power cut while the log was folded leaves torn pages in the file, which the log still replaces. The
        # signatures are read past the log, so it is folded once more first: those pages are no damage.
        database.tend()
    known, exists, device = database.anchor.read(), database.anchor.exists, opened.entered.device
    begun = device is not None and has_begun(database, device)
    with database.connection() as connection:
        found = [
            *integrity.schema_revision(connection, scripts_in(migrations_folder())),
            *integrity.pages(connection, full=full),
            *integrity.foreign_keys(connection),
            *integrity.triggers(connection, schema),
            *integrity.anchor(connection, known, database.mark(connection), exists=exists, begun=begun),
            *integrity.audit_chain(verify(connection, None if known is None else known.head)),
        ]
    with database.trial() as connection:
        found += integrity.capture_canary(connection, schema)
    return found


def _house(opened: OpenFacility) -> list[Finding]:
    """How much of the house cannot be as the file says; what, and about whom, is for ``house check``."""
    with opened.database.read(system_actor(outside.device_name())) as uow:
        told = [broken for answer in uow.ask(Invariants()) for broken in answer]
    faults = sum(one.is_fault for one in told)
    if not faults:
        return []
    text = label("errors", "Chỗ ở có {count} điều không thể đúng. Người xếp chỗ ở hãy chạy lệnh house check.")
    return [Finding(Level.ERROR, "house_broken", text, {"count": faults})]


def _backups(opened: OpenFacility) -> list[Finding]:
    # The trail knows those that went to another disk too.
    taken_at = _last_entry_at(opened, "upkeep.backup")
    return surroundings.backup_age(taken_at, outside.SystemClock().now())


def _last_entry_at(opened: OpenFacility, verb: str | None = None) -> datetime | None:
    newest = sa.select(audit_entry.c.at).order_by(audit_entry.c.seq.desc()).limit(1)
    with opened.database.connection() as connection:
        found: datetime | None = connection.execute(
            newest if verb is None else newest.where(audit_entry.c.verb == verb)
        ).scalar_one_or_none()
    return found


def _size(folder: DataFolder) -> int:
    attachments = sum(path.stat().st_size for path in folder.files.rglob("*") if path.is_file())
    return folder.database.stat().st_size + attachments
