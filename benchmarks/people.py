"""A facility with many people, quickly: founded as the program founds one, its people written in bulk."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import asdict
from pathlib import Path
from random import Random

import sqlalchemy as sa

from benchmarks.bulk import GIVEN, MIDDLES, PASSWORD, SURNAMES, USER
from facility_app.app.bootstrap import open_facility
from facility_app.app.founding import Founding, found
from facility_app.app.start import Password
from facility_app.db.folder import DataFolder
from facility_app.kernel.actor import Role
from facility_app.kernel.ports import SecretMode
from facility_app.kernel.sex import Sex
from facility_app.modules.catalogues.domain import UnitKind
from facility_app.modules.residents.domain.card import ResidentStatus, person_card, resident_code
from facility_app.modules.residents.domain.papers import Paper, PaperKind
from facility_app.modules.residents.domain.person import Person
from facility_app.modules.residents.tables.card import ResidentCard
from facility_app.modules.residents.tables.person import Resident

YEAR = 2026


def found_with_people(root: Path, people: int, seed: int = 1) -> None:
    """Found a facility below ``root`` (``data``, ``state``) for ``USER`` in every office, and fill it."""
    folder, state = DataFolder(root / "data"), root / "state"
    wish = Founding("X.01.003", "Cơ sở để đo", "01", UnitKind.PUBLIC, USER, PASSWORD, SecretMode.FILE, tuple(Role))
    found(folder, wish, state)
    with (
        closing(open_facility(folder, Password(USER, PASSWORD), state)) as opened,
        opened.database.write(opened.actor) as uow,
    ):
        stamps = {"home": uow.home, "version": 1, "created_at": uow.now, "updated_at": uow.now}
        stamps |= {"created_by": opened.actor.user_id, "updated_by": opened.actor.user_id}
        rows = [(uow.new_id(), *row) for row in _people(people, Random(seed))]
        with uow.act("bench.fill", reason="đo"):
            uow.session.execute(
                sa.insert(Resident), [{"id": made, **stamps, **person} for made, person, _ in rows]
            )
            uow.session.execute(sa.insert(ResidentCard), [{"id": made, **card} for made, _, card in rows])
        uow.commit()


def _people(count: int, chance: Random) -> Iterator[tuple[dict[str, object], dict[str, object]]]:
    for number in range(1, count + 1):
        name = f"{chance.choice(SURNAMES)} {chance.choice(MIDDLES)} {chance.choice(GIVEN)}"
        person = Person(name, Sex.MALE, birth_year=chance.randint(1960, 2007))
        paper = Paper(PaperKind.CITIZEN_CARD, f"0{chance.randrange(10**11):011}")
        code = resident_code(YEAR, number)
        facts = {"name": name, "sex": person.sex, "birth_year": person.birth_year}
        numbers = {"code": code, "code_year": YEAR, "code_no": number}
        card = asdict(person_card(code, person, papers=[paper]))
        yield {**facts, **numbers}, {"status": ResidentStatus.NO_STAY, **card}
