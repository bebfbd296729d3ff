"""Every public verb and query against every role: what is allowed is what the table says, and no more."""

import inspect
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from types import ModuleType
from typing import Any

from facility_app.db.database import Database
from facility_app.db.uow import UnitOfWork
from facility_app.kernel.actor import Actor, Role
from facility_app.kernel.errors import PermissionDenied

EVERYONE = frozenset(Role)
NOBODY = frozenset[Role]()


@dataclass(frozen=True)
class Call:
    """One public function with arguments that succeed, and the roles that may call it."""

    name: str
    roles: frozenset[Role]
    run: Callable[[UnitOfWork], object]


@dataclass(frozen=True)
class Outcome:
    """What a call by some role came to.

    Attributes:
        allowed: whether it was let through.
        rows_written: rows the transaction had changed, records still to be flushed included.
    """

    allowed: bool
    rows_written: int


def public_functions(*modules: ModuleType) -> set[str]:
    """Names of the functions of these rooms that take a unit of work first and are offered to others."""
    return {
        name
        for module in modules
        for name, function in inspect.getmembers(module, inspect.isfunction)
        if function.__module__ == module.__name__
        and not name.startswith("_")
        and next(iter(inspect.signature(function).parameters), "") == "uow"
    }


def outcome(database: Database, actor: Actor, call: Call) -> Outcome:
    """Call it in a transaction that is rolled back."""
    with database.write(actor) as uow:
        raw: Any = uow.session.connection().connection.driver_connection
        before = raw.total_changes
        try:
            call.run(uow)
        except PermissionDenied:
            return Outcome(False, raw.total_changes - before + len(uow.session.new) + len(uow.session.dirty))
        return Outcome(True, raw.total_changes - before)


def missteps(database: Database, actor: Actor, calls: Sequence[Call]) -> list[str]:
    """Names of those of ``calls`` that go otherwise than their table says of ``actor``, and how."""
    found = []
    refused = [call for call in calls if call.roles.isdisjoint(actor.roles)]
    # What is refused writes nothing, so one transaction holds all of it; what is let through has one each.
    with database.write(actor) as uow:
        raw: Any = uow.session.connection().connection.driver_connection
        for call in refused:
            before = raw.total_changes + len(uow.session.new) + len(uow.session.dirty)
            if _is_let_through(call, uow):
                found.append(f"{call.name}: let through")
            elif raw.total_changes + len(uow.session.new) + len(uow.session.dirty) != before:
                found.append(f"{call.name}: refused too late")
    for call in calls:
        if call not in refused:
            with database.write(actor) as uow:
                if not _is_let_through(call, uow):
                    found.append(f"{call.name}: refused")
    return found


def _is_let_through(call: Call, uow: UnitOfWork) -> bool:
    try:
        call.run(uow)
    except PermissionDenied:
        return False
    except Exception as error:
        error.add_note(call.name)
        raise
    return True
