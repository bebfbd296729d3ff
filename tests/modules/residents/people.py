"""Made-up people for the tests of residents."""

import hashlib
import os
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from facility_app.db.attachments import AttachmentStore
from facility_app.db.uow import UnitOfWork
from facility_app.kernel.actor import Actor, Role
from facility_app.kernel.ports import SealedFile
from facility_app.kernel.sex import Sex
from facility_app.modules.residents.domain.family import Address, AddressKind, Alias, Relation, Relative
from facility_app.modules.residents.domain.papers import Paper, PaperKind
from facility_app.modules.residents.domain.person import Person
from facility_app.modules.residents.queries.alike import Newcomer, find_similar
from facility_app.modules.residents.service.people import Registered, RegisterResident, register_resident
from tests.helpers.facility import Facility
from tests.helpers.probe import PROBE_KEY

TODAY = date(2026, 3, 2)
"""The day the clock of the tests stands at."""

DUC = Person(name="Nguyễn Văn Đức", sex=Sex.MALE, birth_on=date(2001, 5, 17), ethnicity="01", note="nói ít")
HOA = Person(name="Trần Thị Hoa", sex=Sex.FEMALE, birth_year=1990)
CARD = Paper(kind=PaperKind.CITIZEN_CARD, number="001201005678", issued_on=date(2021, 4, 15))
OLD_CARD = Paper(kind=PaperKind.OLD_CARD, number="012345678")
HOME = Address(AddressKind.PERMANENT, "số 5, ngõ 2", commune_code="00070", place_text="Phường Hoàn Kiếm")
FATHER = Relative(relation=Relation.FATHER, name="Nguyễn Văn Bình", phone="0912345678", is_contact=True)
ALIAS = Alias(name="Đức Cống")
PHOTO = b"\xff\xd8\xff photo"
SCAN = b"%PDF-1.7 scan"
XRAY_SCAN = b"%PDF-1.7 x-ray"


def sealed_of(content: bytes) -> SealedFile:
    """What the store says of a content."""
    media_type = "application/pdf" if content.startswith(b"%PDF") else "image/jpeg"
    return SealedFile(hashlib.sha256(content).hexdigest(), len(content), media_type)


def with_store(facility: Facility, folder: Path) -> AttachmentStore:
    """A place for the facility's pictures and scans, in ``folder``."""
    store = AttachmentStore(folder / "files", PROBE_KEY, os.urandom)
    facility.file.files = store
    facility.database.ports = replace(facility.database.ports, files=store)
    return store


def actor_of(facility: Facility, *roles: Role) -> Actor:
    """The same account in these roles; a clerk when none is said."""
    return facility.actor(*(roles or (Role.CLERK,)))


def written(facility: Facility, person: Person = DUC, **more: Any) -> Registered:
    """A person written down and committed."""
    with facility.database.write(actor_of(facility)) as uow:
        made = register(uow, person, **more)
        uow.commit()
    return made


def register(uow: UnitOfWork, person: Person = DUC, **more: Any) -> Registered:
    """A person written down; whoever is alike counts as looked at."""
    command = RegisterResident(person, **more)
    newcomer = Newcomer(person, command.aliases, command.papers, command.addresses, command.relatives)
    alike = frozenset(one.row.resident_id for one in find_similar(uow, newcomer))
    return register_resident(uow, replace(command, not_same=alike))


def named(name: str, **facts: Any) -> Person:
    """A man of that name."""
    return replace(Person(name=name, sex=Sex.MALE, birth_year=None if "birth_on" in facts else 1995), **facts)
