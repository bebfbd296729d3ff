"""Somebody takes health records out of the facility in clear: who, whose and why stand in the trail first."""

from dataclasses import dataclass, field

from facility_app.db.audit import plain_facts
from facility_app.db.uow import UnitOfWork, require, require_reason
from facility_app.modules.treatment.domain.rights import EXPORT_ALL_HEALTH, EXPORT_HEALTH, READ_DRUG_TESTS


@dataclass(frozen=True, slots=True)
class BeginExport:
    """What is taken out.

    Attributes:
        resident_id: whose; None for everybody's.
        purpose: why.
        with_drug_tests: drug tests too: a class of their own, which does not go along unasked.
    """

    purpose: str = field(repr=False)
    resident_id: str | None = None
    with_drug_tests: bool = False


def begin_export(uow: UnitOfWork, command: BeginExport) -> None:
    """Write down that somebody exports; call and commit it before anything is read.

    Raises:
        UserError: ``reason_missing``.
    """
    require(uow, EXPORT_HEALTH)
    if command.resident_id is None:
        require(uow, EXPORT_ALL_HEALTH)
    if command.with_drug_tests:
        require(uow, READ_DRUG_TESTS)
    require_reason(command.purpose)
    with uow.act("treatment.export_health", reason=command.purpose.strip()) as act:
        whole = ("facility_profile", uow.home)
        act.table, act.record_id = whole if command.resident_id is None else ("resident", command.resident_id)
        said = "yes" if command.with_drug_tests else "no"
        for value in plain_facts({"drug_tests": said}):
            act.note(value)
