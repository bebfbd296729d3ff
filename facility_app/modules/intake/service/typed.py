"""What was typed at the forms of intake, as orders; a value nobody typed is None."""

import re
from collections.abc import Mapping
from typing import Any

from facility_app.kernel.money import Money
from facility_app.kernel.sex import Sex
from facility_app.modules.deposits.api import ItemFacts, NoSignature, Signer, Signing
from facility_app.modules.intake.queries.arriving import Arrival
from facility_app.modules.intake.queries.choices import COMPULSORY, PRIVATE, TEMPORARY, WITH_MONTHS
from facility_app.modules.intake.service.arriving import Delivery
from facility_app.modules.intake.service.custody import Brought
from facility_app.modules.stays.api import AdmissionReason, DecisionFacts, StayType

_THING = re.compile(r"\s*(\d{1,4})\s*(?:x|×)?\s+(.*\S)\s*")


class Typed:
    """Readers of the values of forms, by the names of their fields."""

    @staticmethod
    def delivery_of(values: Mapping[str, Any]) -> Delivery:
        """The shared head of an admission."""
        kind = str(values["stay_type"])
        is_private = kind == PRIVATE
        return Delivery(
            StayType(kind),
            AdmissionReason(values["admission_reason"]),
            values["admitted_on"],
            Typed.decision_of(values),
            Typed.assignment_of(values) if kind in COMPULSORY or kind == str(StayType.VOLUNTARY_PUBLIC) else None,
            delivering_name=values.get("delivering_name"),
            delivering_position=values.get("delivering_position"),
            delivering_agency=values.get("delivering_agency"),
            contract_number=values.get("contract_number") if is_private else None,
            contract_end_on=values.get("contract_end_on") if is_private else None,
            custody_until=values.get("custody_until") if kind == TEMPORARY else None,
            reason=values.get("reason"),
        )

    @staticmethod
    def decision_of(values: Mapping[str, Any]) -> DecisionFacts | None:
        """The decision, number and symbol in one text as on the paper; None where nothing was typed."""
        number, _, symbol = (values.get("number") or "").strip().partition("/")
        names = ("number", "issued_on", "authority", "decided_months", "decided_from", "decided_to")
        if not any(values.get(name) for name in names):
            return None
        months = values.get("decided_months")
        return DecisionFacts(
            number,
            values.get("issued_on"),
            values.get("authority") or "",
            symbol,
            decided_months=int(months) if months and str(values.get("stay_type")) in WITH_MONTHS else None,
            decided_from=values.get("decided_from"),
            decided_to=values.get("decided_to"),
        )

    @staticmethod
    def assignment_of(values: Mapping[str, Any]) -> DecisionFacts | None:
        """The decision that assigns the facility; None where nothing was typed."""
        number, _, symbol = (values.get("assignment_number") or "").strip().partition("/")
        issued_on, authority = values.get("assignment_issued_on"), values.get("assignment_authority")
        if not (number or issued_on or authority):
            return None
        return DecisionFacts(number, issued_on, authority or "", symbol)

    @staticmethod
    def arrival_of(
        values: Mapping[str, Any], *, resident_id: str = "", not_same: frozenset[str] = frozenset()
    ) -> Arrival:
        """The person."""
        birth, sex = values.get("birth"), values.get("sex")
        return Arrival(
            values.get("name") or "",
            Sex(sex) if sex else None,
            None if birth is None else birth.on,
            None if birth is None or birth.on is not None else birth.year,
            values.get("id_number") or "",
            values.get("id_on"),
            values.get("id_by"),
            values.get("number_text") or "",
            int(values["months"]) if values.get("months") else None,
            resident_id,
            not_same,
            values.get("bed") or "",
        )

    @staticmethod
    def brought_of(values: Mapping[str, Any]) -> Brought | None:
        """Money and things; None where nothing was said of either."""
        money: Money | None = Money(0) if values.get("no_money") else values.get("money")
        things = () if values.get("no_things") else Typed.things_of(values.get("things") or "") or None
        if money is None and things is None:
            return None
        witness, why = values.get("witness_name") or "", values.get("no_signature")
        signer = Signer.WITNESS if witness or why else Signer.RESIDENT
        signing = Signing(values.get("officer_name") or "", signer, witness, NoSignature(why) if why else None)
        return Brought(money, things, values.get("location") or "", values.get("seal_no") or "", signing)

    @staticmethod
    def things_of(text: str) -> tuple[ItemFacts, ...]:
        """Things line by line: ``2 áo sơ mi`` or ``điện thoại``; a star before it puts it into the sealed bag."""
        found = []
        for line in filter(None, (part.strip() for part in text.replace(";", "\n").splitlines())):
            is_sealed, bare = line.startswith("*"), line.lstrip("* ")
            counted = _THING.fullmatch(bare)
            quantity, what = (int(counted[1]), counted[2]) if counted else (1, bare)
            found.append(ItemFacts(what, quantity, is_sealed=is_sealed))
        return tuple(found)
