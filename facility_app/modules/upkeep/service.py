"""The rights and the trail of caring for the file; the work on the file itself is done by ``db``."""

from facility_app.db.audit import ValueChange
from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.actor import Permission
from facility_app.kernel.privacy import Privacy
from facility_app.modules.upkeep.domain import CHANGE_KEYS, MAKE_BACKUP, RESTORE, RUN_CHECK, UPGRADE

RIGHTS: dict[str, Permission] = {
    "upkeep.backup": MAKE_BACKUP,
    "upkeep.verify_backup": MAKE_BACKUP,
    "upkeep.restore": RESTORE,
    "upkeep.rekey": CHANGE_KEYS,
    "upkeep.new_recovery_key": CHANGE_KEYS,
    "upkeep.migrate": UPGRADE,
    "upkeep.check": RUN_CHECK,
    "upkeep.accept_file": RESTORE,
    "upkeep.begin": RESTORE,
}
"""Verb → the right it needs; the trail and the refusal use the same word."""


def authorise(uow: UnitOfWork, verb: str) -> None:
    """Refuse before anything is touched."""
    require(uow, RIGHTS[verb])


def record(uow: UnitOfWork, verb: str, facts: dict[str, str], reason: str | None = None) -> None:
    """Write to the trail that ``verb`` was done, with its plain facts (file name, size, counts; no secrets)."""
    require(uow, RIGHTS[verb])
    with uow.act(verb, reason=reason) as act:
        for name, value in sorted(facts.items()):
            act.note(ValueChange("vault", "", name, Privacy.ADMIN, None, value))
