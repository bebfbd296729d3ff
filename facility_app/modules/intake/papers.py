"""What minutes say of a coming; and the list handed back as a workbook, its faults marked and explained."""

from datetime import date
from pathlib import Path

from facility_app.db.uow import UnitOfWork, require
from facility_app.documents.forms.fields import Value, is_empty
from facility_app.documents.forms.spec import FormSpec
from facility_app.kernel.labels import label
from facility_app.kernel.money import Money
from facility_app.kernel.spec import Filling
from facility_app.modules.deposits.api import VIEW_DEPOSITS, get_account, list_items
from facility_app.modules.intake.domain.arrival_papers import PaperMark
from facility_app.modules.intake.domain.door_health import condition_text
from facility_app.modules.intake.domain.rights import RECEIVE, VIEW_CASES
from facility_app.modules.intake.domain.roster_fields import NUMBER_FIELDS
from facility_app.modules.intake.queries.cases import find_case_of, get_case
from facility_app.modules.intake.queries.roster import RosterPreview
from facility_app.modules.stays.api import fill_from_stay
from facility_app.sheets.error_book import write_marked


def write_result(path: Path, preview: RosterPreview) -> None:
    """Write the list again with what is wrong in it; put right, it can be imported as it is.

    The list is the one somebody opened on this machine a moment ago, so nothing leaves the file with it.

    Args:
        path: where to.
        preview: what was read, and what was found.

    Raises:
        UserError: ``not_a_file``.
        EnvironmentFault: ``disk_full``, ``file_not_written``.
    """
    roster = preview.roster
    columns = frozenset(column for name, column in roster.fields.items() if name in NUMBER_FIELDS)
    write_marked(
        path,
        roster.sheet,
        roster.header.first_row,
        preview.marks,
        texts=preview.texts,
        text_columns=columns,
    )


def case_payload(uow: UnitOfWork, case_id: str) -> dict[str, Value]:
    """Who delivered the person, in what condition, with which papers and things; what is not known is left out.

    The condition is what the receiving officer saw, else what health staff wrote, for whoever may read that.

    Raises:
        UserError: ``not_found``.
    """
    require(uow, VIEW_CASES)
    seen = get_case(uow, case_id)
    condition = seen.condition_seen or ""
    if not condition and seen.health is not None:
        condition = condition_text(seen.health.signs, seen.health.note or "")
    found: dict[str, Value] = {
        "delivering_name": seen.delivering_name,
        "delivering_position": seen.delivering_position,
        "delivering_agency": seen.delivering_agency,
        "registrant_name": seen.delivering_name,
        "registrant_position": seen.delivering_position,
        "registrant_agency": seen.delivering_agency,
        "condition_at_handover": condition,
        "attached_documents": tuple(str(one.need.title) for one in seen.papers if one.mark is PaperMark.CAME),
    }
    if uow.actor.may(VIEW_DEPOSITS):
        found["personal_effects"] = _effects_of(uow, seen.row.resident_id)
    return {name: value for name, value in found.items() if not is_empty(value)}


def fill_minutes(uow: UnitOfWork, form: FormSpec, resident_id: str, on: date) -> Filling:
    """What of the minutes the files of the person, the stay and the coming fill.

    Raises:
        UserError: ``not_found``.
    """
    require(uow, RECEIVE)
    told = fill_from_stay(uow, form, resident_id, on)
    case_id = find_case_of(uow, resident_id)
    own = {} if case_id is None else case_payload(uow, case_id)
    payload = {**told.payload, **{name: one for name, one in own.items() if name in form.fields}}
    return Filling(payload, resident_id=told.resident_id, stay_id=told.stay_id)


def _effects_of(uow: UnitOfWork, resident_id: str) -> tuple[str, ...]:
    """Money and things still kept for somebody, line by line, as minutes list them."""
    balance = get_account(uow, resident_id).kept.balance
    money = (label("papers", "Tiền mặt {amount}").format(amount=balance.text()),) if balance > Money(0) else ()
    things = tuple(
        label("papers", "{count} {what}").format(
            count=f"{one.left:02}", what=_described(one.what, one.description)
        )
        for one in list_items(uow, resident_id)
        if one.left
    )
    return (*money, *things)


def _described(what: str, description: str | None) -> str:
    return f"{what} ({description})" if description else what
