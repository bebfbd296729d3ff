"""How the tests of the slice do one thing and read what the trail says of it."""

from typing import Any

import pytest

from facility_app.kernel.actor import Actor
from facility_app.kernel.errors import FacilityError
from tests.helpers.facility import Facility
from tests.helpers.probe import rows


def done(facility: Facility, actor: Actor, verb: Any, *arguments: Any) -> Any:
    """One decision, saved."""
    with facility.database.write(actor) as uow:
        result = verb(uow, *arguments)
        uow.commit()
    return result


def asked(facility: Facility, actor: Actor, query: Any, *arguments: Any) -> Any:
    """One question."""
    with facility.database.read(actor) as uow:
        return query(uow, *arguments)


def refused(facility: Facility, actor: Actor, verb: Any, *arguments: Any) -> FacilityError:
    """The refusal of one decision, which leaves the trail as it was."""
    before = trail(facility)
    with pytest.raises(FacilityError) as told:
        done(facility, actor, verb, *arguments)
    assert trail(facility) == before
    return told.value


def trail(facility: Facility) -> list[tuple[Any, ...]]:
    """(verb, table, record) of every entry."""
    return rows(facility.database, "SELECT verb, table_name, record_id FROM audit_entry ORDER BY seq")


def values(facility: Facility) -> list[tuple[Any, ...]]:
    """(column, privacy, after) of the last entry."""
    return rows(
        facility.database,
        "SELECT column_name, privacy, after FROM audit_value "
        "WHERE entry_seq = (SELECT max(seq) FROM audit_entry) ORDER BY ord",
    )
