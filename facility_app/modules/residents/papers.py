"""What official forms say about one person, under the names the forms have for it."""

from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from typing import Final

from facility_app.db.uow import UnitOfWork, require
from facility_app.documents.forms.fields import PartialDate, Value
from facility_app.kernel.labels import label
from facility_app.modules.catalogues.api import CodeList, find_code
from facility_app.modules.residents.domain import READ_FILE
from facility_app.modules.residents.domain.body import BODY_PART_LABELS, MARK_KIND_LABELS
from facility_app.modules.residents.domain.family import (
    RELATION_LABELS,
    Address,
    AddressKind,
    Relation,
    Relative,
    home_on,
)
from facility_app.modules.residents.domain.papers import main_paper
from facility_app.modules.residents.domain.past import LegalRecord, LegalRecordKind
from facility_app.modules.residents.domain.person import Person, age_on
from facility_app.modules.residents.queries.entries import (
    list_addresses,
    list_aliases,
    list_legal_records,
    list_marks,
    list_papers,
    list_relatives,
)
from facility_app.modules.residents.queries.person import get_resident

_CODES: Final = {
    "nationality": CodeList.NATIONALITY,
    "ethnicity": CodeList.ETHNICITY,
    "religion": CodeList.RELIGION,
    "education_level": CodeList.EDUCATION,
    "policy_group": CodeList.POLICY_GROUP,
}
_CONVICTIONS: Final = {LegalRecordKind.DRUG_CONVICTION, LegalRecordKind.OTHER_CONVICTION}
_CM, _SPOUSES_LAST = Decimal(100), (Relation.FATHER, Relation.MOTHER, Relation.SPOUSE)


def person_payload(uow: UnitOfWork, resident_id: str, on: date) -> dict[str, Value]:
    """Every placeholder of an official form this file can fill for one person; what is not known is left out.

    Args:
        uow: the unit of work.
        resident_id: whom.
        on: the day of the paper; ages and addresses are of that day.

    Raises:
        UserError: ``not_found``.
    """
    require(uow, READ_FILE)
    person = get_resident(uow, resident_id).person
    relatives = [one.facts for one in list_relatives(uow, resident_id)]
    addresses = [one.facts for one in list_addresses(uow, resident_id)]
    found: dict[str, Value] = {
        **_facts(uow, person, on),
        **_identity(uow, resident_id),
        **_places(addresses, on),
        **_family(relatives, on),
        **_told(relatives, on),
        **_records(uow, resident_id),
    }
    found["other_name"] = ", ".join(one.facts.name for one in list_aliases(uow, resident_id))
    found["distinguishing_marks"] = _marks(uow, resident_id)
    return {name: value for name, value in found.items() if value not in (None, "", ())}


def _facts(uow: UnitOfWork, person: Person, on: date) -> dict[str, Value]:
    words = {name: _words(uow, which, getattr(person, name)) for name, which in _CODES.items()}
    return {
        "full_name": person.name,
        "gender": str(person.sex),
        "date_of_birth": person.birth_on or PartialDate(person.year_of_birth),
        "age": age_on(on, person.birth_on, person.year_of_birth),
        "nationality": words["nationality"],
        "ethnicity": words["ethnicity"],
        "religion": words["religion"],
        "education_level": words["education_level"],
        "policy_category": words["policy_group"],
        "diplomas": person.diplomas,
        "occupation": person.occupation,
        "professional_level": person.skill,
        "employment_status": person.employment,
        "marital_status": person.marital_status,
        "height_m": None if person.height_cm is None else Decimal(person.height_cm) / _CM,
        "weight_kg": None if person.weight_kg is None else Decimal(person.weight_kg),
    }


def _words(uow: UnitOfWork, which: CodeList, code: str | None) -> str | None:
    found = None if code is None else find_code(uow, which, code)
    return code if found is None else str(found.text)


def _identity(uow: UnitOfWork, resident_id: str) -> dict[str, Value]:
    paper = main_paper(tuple(one.facts for one in list_papers(uow, resident_id)))
    if paper is None:
        return {}
    return {"id_number": paper.number, "id_issue_date": paper.issued_on, "id_issue_place": paper.issued_by}


def _places(addresses: Iterable[Address], on: date) -> dict[str, Value]:
    known = list(addresses)
    home = _text(home_on(on, known))
    of_kind = {kind: _text(_newest(known, kind, on)) for kind in AddressKind}
    here = of_kind[AddressKind.CURRENT] or of_kind[AddressKind.TEMPORARY]
    registered = home or of_kind[AddressKind.TEMPORARY]
    return {
        "place_of_birth": of_kind[AddressKind.BIRTH],
        "native_place": of_kind[AddressKind.NATIVE],
        "residence": registered or here,
        "permanent_or_temporary_address": registered,
        "residence_or_current_address": registered or here,
        "current_address": here or home,
        "contact_address": here or home,
    }


def _newest(addresses: Iterable[Address], kind: AddressKind, on: date) -> Address | None:
    holding = [one for one in addresses if one.kind is kind and (one.until_on is None or one.until_on >= on)]
    return max(holding, key=lambda one: one.from_on or date.min, default=None)


def _text(address: Address | None) -> str:
    return "" if address is None else ", ".join(filter(None, (address.detail, address.place_text)))


def _family(relatives: Iterable[Relative], on: date) -> dict[str, Value]:
    known = list(relatives)
    found: dict[str, Value] = {}
    for relation, prefix in zip(_SPOUSES_LAST, ("father", "mother", "spouse"), strict=True):
        one = next((each for each in known if each.relation is relation), None)
        found |= _relative(prefix, one, on)
    children = [each for each in known if each.relation is Relation.CHILD]
    for place, child in enumerate(children[:2], 1):
        found |= _relative(f"child{place}", child, on)
    found["more_children"] = tuple(_line(child, on) for child in children[2:])
    kin = {*_SPOUSES_LAST, Relation.CHILD}
    found["other_relations"] = "; ".join(
        f"{RELATION_LABELS[each.relation]}: {each.name}" for each in known if each.relation not in kin
    )
    return found


def _relative(prefix: str, one: Relative | None, on: date) -> dict[str, Value]:
    if one is None:
        return {}
    found: dict[str, Value] = {
        f"{prefix}_full_name": one.name,
        f"{prefix}_age": _age(one, on),
        f"{prefix}_occupation": one.occupation,
        f"{prefix}_address": one.address,
    }
    if one.relation in {Relation.FATHER, Relation.MOTHER}:
        found[f"{prefix}_phone"] = one.phone
    return found


def _age(one: Relative, on: date) -> int | None:
    return None if one.birth_year is None else age_on(on, None, one.birth_year)


def _line(one: Relative, on: date) -> str:
    age = _age(one, on)
    told = "" if age is None else label("papers", "{age} tuổi").format(age=age)
    return ", ".join(filter(None, (one.name, told, one.occupation, one.address)))


def _told(relatives: Iterable[Relative], on: date) -> dict[str, Value]:
    """Who is to be told, and who stands for the person."""
    known = list(relatives)
    found: dict[str, Value] = {}
    contact = next((one for one in known if one.is_contact), None)
    if contact is not None:
        found |= {
            "emergency_contact_name": contact.name,
            "emergency_contact_phone": contact.phone,
            "emergency_contact_relationship": str(RELATION_LABELS[contact.relation]),
            "emergency_contact_address": contact.address,
        }
    standing = representative_of(known)
    if standing is not None:
        found |= {
            "representative_full_name": standing.name,
            "representative_age": _age(standing, on),
            "representative_date_of_birth": None
            if standing.birth_year is None
            else PartialDate(standing.birth_year),
            "representative_residence": standing.address,
            "representative_occupation": standing.occupation,
            "representative_phone": standing.phone,
            "representative_relationship": str(RELATION_LABELS[standing.relation]),
        }
    return found


def representative_of(relatives: Iterable[Relative]) -> Relative | None:
    """Cha, mẹ, người giám hộ, else the family member who is to be told; None when nobody is known."""
    known = list(relatives)
    order: tuple[Callable[[Relative], bool], ...] = (
        lambda one: one.is_guardian,
        lambda one: one.relation is Relation.FATHER,
        lambda one: one.relation is Relation.MOTHER,
        lambda one: one.relation is Relation.SPOUSE,
        lambda one: one.is_contact and one.relation is not Relation.FRIEND,
    )
    return next((one for wanted in order for one in known if wanted(one)), None)


def _records(uow: UnitOfWork, resident_id: str) -> dict[str, Value]:
    records = [one.facts for one in list_legal_records(uow, resident_id)]
    convictions = [one for one in records if one.kind in _CONVICTIONS]
    sanctions = [one for one in records if one.kind not in _CONVICTIONS]
    return {
        "criminal_record": _told_of(convictions),
        "administrative_record": _told_of(sanctions),
        "legal_status_note": _told_of(records),
    }


def _told_of(records: list[LegalRecord]) -> str:
    return "; ".join(
        " ".join(
            filter(
                None,
                (
                    one.offence,
                    one.decision_no and label("papers", "({number})").format(number=one.decision_no),
                    one.penalty,
                ),
            )
        )
        for one in records
    )


def _marks(uow: UnitOfWork, resident_id: str) -> str:
    return "; ".join(
        " ".join(
            filter(
                None,
                (
                    MARK_KIND_LABELS[one.facts.kind],
                    BODY_PART_LABELS[one.facts.part].lower(),
                    one.facts.text,
                ),
            )
        )
        for one in list_marks(uow, resident_id)
    )
