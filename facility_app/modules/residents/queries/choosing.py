"""People whom forms choose: by what is typed, by an id, by codes written into one line."""

import re

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.kernel.named import Named
from facility_app.modules.residents.domain import VIEW_RESIDENTS
from facility_app.modules.residents.queries.people import list_resident_rows, search_residents

_HITS = 20


def find_to_choose(uow: UnitOfWork, typed: str) -> tuple[Named, ...]:
    """Residents found by what is typed, with code, birth and bed beside; nobody before anything is typed."""
    require(uow, VIEW_RESIDENTS)
    rows = search_residents(uow, typed, _HITS) if typed.strip() else ()
    return tuple(
        Named(row.resident_id, row.name, " · ".join(filter(None, (row.code, row.birth, row.place))))
        for row in rows
    )


def find_chosen(uow: UnitOfWork, resident_id: str) -> Named | None:
    """The resident of an id, told by the code."""
    require(uow, VIEW_RESIDENTS)
    return next(
        (Named(row.resident_id, row.name, row.code) for row in list_resident_rows(uow, [resident_id])), None
    )


def find_by_codes(uow: UnitOfWork, typed: str, field: str = "codes") -> tuple[str, ...]:
    """The residents of codes as people type them, between commas, blanks or line ends.

    Args:
        uow: the unit of work.
        typed: the codes.
        field: of the form, for the refusal.

    Raises:
        UserError: ``code_unknown``, naming the first that is nobody's.
    """
    require(uow, VIEW_RESIDENTS)
    found = []
    for code in dict.fromkeys(re.split(r"[\s,;]+", typed.strip())):
        if not code:
            continue
        rows = search_residents(uow, code, _HITS)
        row = next((one for one in rows if one.code.lower() == code.lower()), None)
        if row is None:
            raise UserError(
                "code_unknown",
                label("errors", "Không có ai mang mã {code}. Hãy xem lại mã ở danh sách người cai nghiện."),
                fields={field: label("errors", "Có mã không của ai")},
                code=code[:20],
            )
        found.append(row.resident_id)
    return tuple(found)
