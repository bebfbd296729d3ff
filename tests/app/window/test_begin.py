"""What the palette begins from anywhere: pages that are there, each for whoever may open it."""

from facility_app.app.pages import PAGES
from facility_app.app.window.begin import BEGINNINGS, verbs_of
from facility_app.kernel.names import fold
from facility_app.ui.i18n import tr


def test_every_beginning_is_a_page_with_the_page_s_own_right() -> None:
    rights = {spec.id: spec.permission for spec in PAGES}
    assert [verb.id for verb in verbs_of(PAGES)] == [one.page for one in BEGINNINGS]
    assert all(verb.permission is rights[verb.id] for verb in verbs_of(PAGES))


def test_adding_a_person_is_found_by_how_people_say_it() -> None:
    verb = verbs_of(PAGES)[0]
    said = fold(" ".join(tr(one) for one in (verb.text, *verb.also)))
    assert all(fold(words) in said for words in ("thêm người", "tiếp nhận", "người mới"))


def test_a_page_that_is_not_there_is_not_begun() -> None:
    assert verbs_of(()) == ()
