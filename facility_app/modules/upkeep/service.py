"""The rights and the trail of caring for the file; the work on the file itself is done by ``db``."""

from facility_app.db import capture
from facility_app.db.audit import plain_facts
from facility_app.db.uow import UnitOfWork, require, require_reason
from facility_app.modules.upkeep.domain import RESTORE, VERBS

RIGHTS = {verb.id: verb.permission for verb in VERBS}
"""Verb → the right it needs; the trail and the refusal use the same word."""


def authorise(uow: UnitOfWork, verb: str) -> None:
    """Refuse before anything is touched."""
    require(uow, RIGHTS[verb])


def record(uow: UnitOfWork, verb: str, facts: dict[str, str], reason: str | None = None) -> None:
    """Write to the trail that ``verb`` was done, with its plain facts (file name, size, counts; no secrets)."""
    require(uow, RIGHTS[verb])
    with uow.act(verb, reason=reason) as act:
        for value in plain_facts(facts):
            act.note(value)


def begin_epoch(uow: UnitOfWork, reason: str) -> None:
    """Begin a new life of the file after it was put back or copied outside of the program (goi-v1 §4.5).

    Raises:
        UserError: ``reason_missing``.
    """
    require(uow, RESTORE)
    require_reason(reason)
    connection = uow.session.connection()
    with uow.act("upkeep.accept_file", reason=reason) as act:
        act.note(*plain_facts({"former_epoch": capture.epoch(connection)}))
        capture.begin_epoch(connection, uow.new_id(), uow.now, "accepted")
