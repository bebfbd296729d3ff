"""Whoever guards, teaches or writes letters learns no diagnosis, no ARV, no HIV, on no way out of the program.

Every word about health in the file is a token (``tests/helpers/canary.py``). Rights only ever add up, so what one
person with all the offices outside health does not see, none of them sees; the guard is asked alone as well.
"""

import logging
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import click
import pytest
import sqlalchemy as sa

from facility_app.app.cli.verbs import Program
from facility_app.app.demo.users import NAMES, PASSWORD
from facility_app.app.paths import resources_folder
from facility_app.app.print_shop import FACES, forms
from facility_app.app.registry import MODULES
from facility_app.db.base import Base
from facility_app.db.folder import DataFolder
from facility_app.documents.forms.printing import render
from facility_app.documents.typeface import Fonts
from facility_app.kernel.actor import Role, system_actor
from facility_app.kernel.errors import UserError
from facility_app.modules.residents.queries.people import search_residents
from facility_app.modules.residents.ui.naming import found_people
from facility_app.ui.theme import Theme
from tests.app.canary_house import EVERYBODY, OUTSIDE_HEALTH, House, house
from tests.app.canary_walk import walk_through
from tests.documents.reading import pages_text
from tests.helpers.canary import (
    OPEN,
    TELLING,
    WORKING,
    health_columns,
    token,
    words_of,
)
from tests.helpers.cases import each
from tests.helpers.desk import Desk


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """Every word a token, also those the program works with."""
    with house(tmp_path_factory.mktemp("told"), frozenset()) as made:
        yield made


@pytest.fixture(scope="module")
def at_work(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """The same, where those who treat can work."""
    with house(tmp_path_factory.mktemp("work"), WORKING) as made:
        yield made


EVERYWHERE = frozenset({"treatment", "medication", "pharmacy"})


def test_what_is_planted_follows_from_the_privacy_classes(told: House) -> None:
    places = set(told.planted.places.values())
    assert {"medical_note.text", "diagnosis.code", "private_diagnosis.text", "hiv_test.note"} <= places
    assert {"medicine_order.note", "private_medicine_order.plan", "medicine.generic"} <= places
    assert len(told.planted.hiv) > 30
    # A row in every table: nothing is proved of an empty one.
    with told.database.read(system_actor("canary")) as uow:
        for table in {column.table for column in health_columns()}:
            assert uow.session.execute(sa.select(sa.func.count()).select_from(table)).scalar_one() > 0, table.name
    # The search of the whole house has no word of it.
    of_care = {one.name for spec in MODULES if spec.id in EVERYWHERE for one in spec.tables}
    searched = {column.table.name for column in columns_of_house() if "search" in column.info}
    assert searched.isdisjoint(of_care)


def columns_of_house() -> Iterator[sa.Column[Any]]:
    for table in Base.metadata.tables.values():
        yield from table.columns


@each("who", (NAMES[Role.GUARD], OUTSIDE_HEALTH))
def test_nothing_of_health_comes_out_on_pages_clipboard_spreadsheets_searches_or_in_any_answer(
    who: str, told: House, dressed: Theme, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    walk = walk_through(told, told.actor(who), dressed, tmp_path)
    walk.hear("log", (one.getMessage() for one in caplog.records))
    walk.hear("log", (one.read_text("utf-8") for one in DataFolder(told.root / "data").logs.rglob("*.*")))
    with told.database.read(told.actor(who)) as uow:
        for typed in (token(3), *TELLING.split(), "viêm gan", "methadon"):
            walk.hear("search", words_of([found_people(uow, typed), search_residents(uow, typed, 20)]))
    assert walk.faults == []
    assert walk.tokens(told.planted) == {}
    assert walk.told() == {}
    assert len(walk.heard) > 50
    if who == NAMES[Role.GUARD]:
        # Also of slices that have nothing to do with health: what is classed as care's is not for the guard.
        assert walk.office(told.planted) <= {".".join(one) for one in OPEN}
        assert {"stay.note", "rehab_plan.plan_detox", "substance_use.note"} <= set(told.planted.office.values())


def test_who_treats_sees_what_they_must_and_nobody_sees_hiv_by_opening_a_page(
    at_work: House, dressed: Theme, tmp_path: Path
) -> None:
    walk = walk_through(at_work, at_work.actor(EVERYBODY), dressed, tmp_path, of_care)
    assert walk.faults == []
    assert walk.hiv(at_work.planted) == {}
    seen = set().union(*walk.tokens(at_work.planted).values())
    assert seen >= MUST_BE_SEEN, MUST_BE_SEEN - seen


def of_care(page: str) -> bool:
    """Whether health is written or read there."""
    return page.split(".", maxsplit=1)[0] in EVERYWHERE or page == "residents.person"


MUST_BE_SEEN = frozenset({"medical_note.text", "diagnosis.text", "medicine.generic"})


def test_no_paper_they_may_make_says_it(told: House) -> None:
    """Every paper of every slice, of every record it can be made from."""
    fonts = Fonts.in_folder(resources_folder() / FACES)
    made = 0
    actor = told.actor(OUTSIDE_HEALTH)
    people = {one.record for one in told.routes if one.page == "residents.person"}
    for paper in (one for spec in MODULES for one in spec.papers if actor.may(one.permission)):
        form = forms().get(paper.form_id)
        with told.database.read(actor) as uow:
            records = people if paper.find is None else {one for one, _ in paper.find(uow, "")}
            for record in sorted(records):
                try:
                    filled = paper.fill(uow, form, record, date(2026, 11, 21))
                except UserError:
                    continue
                pdf = render(form, filled.payload, fonts, parts=form.walls[0])
                said = "\n".join([*words_of(filled), *pages_text(pdf)])
                assert told.planted.found(said) == set(), paper.form_id
                made += 1
    assert made > 10


READING = (
    *("search {token}", "search B24", "stay show {code}", "stay explain {code}", "form list", "house board"),
    *("house check", "pharmacy balance", "pharmacy ledger verify", "mar due", "mar due --private", "user list"),
    *(
        "discharge gate {code}",
        "discharge packet {code} --out {out}/packet",
        "check",
        "audit list",
        "audit show 5",
    ),
    *("export fhir --stay {code} --out {out}/fhir --reason x", "form render V-17 --stay {code} --out {out}/a.pdf"),
    *("audit verify", "instrument list", "sync status", "sync export --dry-run", "sync rejected"),
)
"""Verbs that tell something of the file."""
WRITING = frozenset(
    {
        *(
            "init",
            "demo",
            "import icd",
            "import residents",
            "import undo",
            "term",
            "instrument score",
            "house place",
            "mar record",
            "mar kit",
        ),
        *("sync keys", "sync trust", "sync show", "sync verify"),
        *("sync import", "sync resend", "sync rebaseline", "sync ack-paper", "sync slip"),
        # The province's own folder: no file of a facility is opened.
        *(f"receiver {one}" for one in ("init", "enrol", "trust", "ingest", "receipts", "status", "report")),
        *("receiver release", "receiver approve-epoch"),
        *(
            "migrate",
            "backup now",
            "backup verify",
            "restore",
            "rekey",
            "user add",
            "user disable",
            "user password",
        ),
        *("user reset", "audit accept", "audit erase"),
    }
)
"""Verbs that tell what they did, or know no person."""


def leaves(command: click.Command, path: tuple[str, ...] = ()) -> Iterator[str]:
    """Every verb of the command line."""
    if not isinstance(command, click.Group):
        yield " ".join(path)
        return
    context = click.Context(command)
    for name in command.list_commands(context):
        inner = command.get_command(context, name)
        assert inner is not None
        yield from leaves(inner, (*path, name))


def test_no_verb_of_the_command_line_says_it(told: House, tmp_path: Path) -> None:
    verbs = set(leaves(Program(name="x")))
    assert {one for one in verbs if any(asked.startswith(one) for asked in READING)} == verbs - WRITING
    desk = Desk(told.closed)
    done = []
    # The guard reads as people do, everybody else outside health as programs do.
    for who, more in ((NAMES[Role.GUARD], ()), (OUTSIDE_HEALTH, ("--json",))):
        for number, asked in enumerate(READING):
            out = tmp_path / f"{who}{number}"
            out.mkdir()
            words = asked.format(token=token(3), code=told.code, out=out).split()
            answer = desk.say(*words, *more, *desk.sign(who, PASSWORD))
            said = answer.out + answer.err + read_all(out)
            assert told.planted.found(said) == set(), asked
            assert not [one for one in ("Traceback", "wrong_usage", "--help") if one in said], (asked, said)
            done += [asked] * (answer.code == 0)
    assert len(done) >= len(READING)


def read_all(folder: Path) -> str:
    """The words of every file made."""
    return "\n".join(
        " ".join(pages_text(one.read_bytes())) if one.suffix == ".pdf" else one.read_text("utf-8", "replace")
        for one in folder.rglob("*")
        if one.is_file()
    )


def test_an_export_for_another_hospital_says_what_it_must_and_nothing_of_hiv(
    at_work: House, tmp_path: Path
) -> None:
    desk = Desk(at_work.closed)
    words = ("export", "fhir", "--stay", at_work.code, "--out", tmp_path / "out", "--reason", "chuyển viện")
    desk.done(*words, *desk.sign(NAMES[Role.DOCTOR], PASSWORD))
    said = read_all(tmp_path / "out")
    assert at_work.planted.found(said) != set()
    assert at_work.planted.found_hiv(said) == set()
