"""A court that is no more keeps the name it decided under (law.md §18 row 16)."""

from facility_app.documents.forms.filling import Filler
from facility_app.documents.forms.spec import Line
from tests.documents.forms.samples import LIBRARY
from tests.helpers.cases import each

OLD, NEW = "Tòa án nhân dân quận Hoàn Kiếm", "1 – Hà Nội"


def said(form_id: str, court: str) -> str:
    """The body of a form, with this court, in plain words."""
    form = LIBRARY.get(form_id)
    filler = Filler(form, {"court_area_name": court}, str)
    lines = [line.text for part in form.parts for line in part.lines if isinstance(line, Line)]
    foot = [line.text for line in form.foot.recipients if isinstance(line, Line)]
    return "\n".join(filler.text(text) for text in (*lines, *foot))


@each("form_id", ["V-42", "V-50"])
def test_the_basis_names_the_court_of_that_day(form_id: str) -> None:
    assert f" {OLD}" in said(form_id, OLD)
    assert "khu vực" not in said(form_id, OLD)


@each("form_id", ["V-42", "V-50"])
def test_a_court_of_today_stands_behind_the_official_words(form_id: str) -> None:
    assert f"Tòa án nhân dân khu vực {NEW}" in said(form_id, NEW)


@each("form_id", ["V-50", "V-51"])
def test_the_addressees_name_the_court_of_that_day_too(form_id: str) -> None:
    assert f"- {OLD};" in said(form_id, OLD)
    assert f"- TAND khu vực {NEW};" in said(form_id, NEW)
