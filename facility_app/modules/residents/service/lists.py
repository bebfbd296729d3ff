"""Codes a person chose, held against the lists of the catalogues: one that no list has is refused at its field."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final, TypeVar

from facility_app.db.uow import UnitOfWork
from facility_app.modules.catalogues.api import CodeList, check_code, check_place, find_code, find_place
from facility_app.modules.residents.domain.family import Address
from facility_app.modules.residents.domain.past import Rehab, SubstanceUse
from facility_app.modules.residents.domain.person import Person

FactsT = TypeVar("FactsT")

CODED: Final[Mapping[type, Mapping[str, CodeList]]] = {
    Person: {
        "nationality": CodeList.NATIONALITY,
        "ethnicity": CodeList.ETHNICITY,
        "religion": CodeList.RELIGION,
        "policy_group": CodeList.POLICY_GROUP,
        "education_level": CodeList.EDUCATION,
        "employment": CodeList.EMPLOYMENT,
        "marital_status": CodeList.MARITAL_STATUS,
    },
    SubstanceUse: {"substance": CodeList.SUBSTANCE, "route": CodeList.ROUTE},
    Rehab: {"place": CodeList.REHAB_PLACE, "method": CodeList.REHAB_METHOD},
}
"""Kind of facts → field → the list its code comes from."""


class Lists:
    """The lists as they are now; a code that was once chosen stays good, so that old entries can be corrected."""

    def __init__(self, uow: UnitOfWork) -> None:
        """Ask in ``uow``."""
        self._uow = uow

    def settled(self, facts: FactsT) -> FactsT:
        """The facts, every code known; an address also with the names its commune has today, if it has none.

        Raises:
            UserError: ``unknown_code``, ``unknown_place``, naming the field.
        """
        for name, which in CODED.get(type(facts), {}).items():
            code = getattr(facts, name)
            if code is not None and find_code(self._uow, which, code) is None:
                check_code(self._uow, which, code, name)
        return self._placed(facts) if isinstance(facts, Address) else facts

    def _placed(self, address: FactsT) -> FactsT:
        assert isinstance(address, Address)  # noqa: S101 - asked just before
        if address.commune_code is None:
            return address
        found = find_place(self._uow, address.commune_code)
        place = check_place(self._uow, address.commune_code, "commune_code") if found is None else found
        return replace(address, place_text=address.place_text or place.path)
