"""What every paper a slice fills owes the house; a new one is tested by being in its slice's ``module.py``."""

import inspect
from collections import Counter
from datetime import date

import pytest

from facility_app.app.paths import resources_folder
from facility_app.app.print_shop import FACES
from facility_app.app.registry import MODULES, papers
from facility_app.db.base import Base
from facility_app.documents.forms.library import FormLibrary
from facility_app.documents.forms.printing import render
from facility_app.documents.typeface import Fonts
from facility_app.kernel.actor import system_actor
from facility_app.kernel.spec import ModuleSpec, PaperSpec
from tests.helpers.facility import Facility
from tests.modules.conftest import facility
from tests.modules.correspondence.papers import office_in

__all__ = ["facility"]

FORMS = FormLibrary.load(resources_folder() / "forms")
PAPERS = tuple((module, one) for module in MODULES for one in module.papers)
DAY = date(2026, 3, 2)


def each() -> pytest.MarkDecorator:
    ids = [f"{module.id}-{one.form_id}" for module, one in PAPERS]
    return pytest.mark.parametrize(("module", "paper"), PAPERS, ids=ids)


def test_a_form_is_filled_by_one_slice() -> None:
    assert [name for name, count in Counter(one.form_id for _, one in PAPERS).items() if count > 1] == []
    assert {*papers()} == {one.form_id for _, one in PAPERS}


@each()
def test_a_paper_is_a_form_this_facility_issues_filled_from_a_table_it_has(
    module: ModuleSpec, paper: PaperSpec
) -> None:
    form = FORMS.get(paper.form_id)
    assert not form.is_received
    assert paper.table in Base.metadata.tables
    assert paper.permission in module.permissions
    assert len(inspect.signature(paper.fill).parameters) == 4
    # Persons are found by the house; whatever else, by the slice.
    assert (paper.find is None) is (paper.table == "resident")


@each()
def test_an_empty_draft_of_a_paper_is_set(module: ModuleSpec, paper: PaperSpec) -> None:
    form = FORMS.get(paper.form_id)
    fonts = Fonts.in_folder(resources_folder() / FACES)
    assert all(render(form, {}, fonts, parts=wall).startswith(b"%PDF") for wall in form.walls), module.id


def test_what_persons_fill_are_places_of_the_form_that_can_be_set(facility: Facility) -> None:
    office = office_in(facility)
    fonts = Fonts.in_folder(resources_folder() / FACES)
    for _, paper in PAPERS:
        if paper.table == "resident":
            form = FORMS.get(paper.form_id)
            with facility.database.read(system_actor("may-truc-1")) as uow:
                told = paper.fill(uow, form, office.resident, DAY)
            assert told.resident_id == office.resident
            assert told.payload.keys() - form.fields.keys() == set(), paper.form_id
            assert told.payload != {}, paper.form_id
            assert render(form, told.payload, fonts).startswith(b"%PDF") if form.walls[0] == "open" else True
