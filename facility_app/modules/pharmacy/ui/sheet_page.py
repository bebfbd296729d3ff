"""A page of the store that is a short form above a sheet: one saving writes both, before a second person."""

from abc import abstractmethod
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from typing_extensions import override

from facility_app.kernel.labels import Label, label
from facility_app.modules.pharmacy.ui import places
from facility_app.modules.pharmacy.ui.assent import Assent, Given
from facility_app.modules.pharmacy.ui.press import Press
from facility_app.ui.forms.beginning import Shown
from facility_app.ui.forms.form import Form
from facility_app.ui.grid import sheet_page
from facility_app.ui.grid.columns import SheetColumn
from facility_app.ui.i18n import tr
from facility_app.ui.shell.spec import PageContext, Route
from facility_app.ui.tasks import Failure

NO_MEDICINE = label("pharmacy", "Danh mục chưa có thuốc nào.")
NO_MEDICINE_HINT = label("pharmacy", "Hãy thêm thuốc ở trang Danh mục thuốc trước.")
TO_CATALOGUE = label("verbs", "Mở danh mục thuốc")


class SheetPage(sheet_page.SheetPage):
    """Subclasses name themselves and what is said where there is nothing; they read, make rows, and save.

    Attributes:
        assent: the second person, and what is asked about.
    """

    page_title: Label
    verb: str
    empty_text: Label
    empty_hint: Label
    empty_verb: Label | None = None
    empty_icon = "pill"

    def __init__(
        self,
        press: Press,
        context: PageContext,
        form: Form[Shown],
        heads: Sequence[Label],
        columns: Sequence[SheetColumn],
        *,
        save_words: Label,
        head_widths: Sequence[int] = (),
    ) -> None:
        """Nothing read yet."""
        super().__init__(context, form, heads, columns, save_words=save_words, head_widths=head_widths)
        self.assent = Assent(press, context, self, self.verb, text=tr(self.page_title))

    @abstractmethod
    def save(
        self, uow: Any, values: Mapping[str, Any], cells: Mapping[str, Mapping[str, Any]], given: Given
    ) -> object:
        """The decision about what was typed; runs on the writer's thread."""

    @override
    def command(
        self, values: Mapping[str, Any], cells: Mapping[str, Mapping[str, Any]]
    ) -> Callable[[Any], object]:
        return partial(_save, self.save, values, cells, self.assent.given)

    @override
    def _on_saved(self, answer: Any) -> None:
        self.assent.forget()
        super()._on_saved(answer)

    @override
    def _on_refused(self, failure: Failure) -> None:
        if not self.assent.takes(failure, self.form.submit):
            super()._on_refused(failure)

    @override
    def nothing(self) -> tuple[str, str]:
        return tr(self.empty_text), tr(self.empty_hint)

    @override
    def way_on(self) -> str:
        return "" if self.empty_verb is None else tr(self.empty_verb)

    @override
    def title_text(self) -> str:
        return tr(self.page_title)

    @override
    def open(self, route: Route) -> None:
        self.assent.forget()
        super().open(route)


class MedicineSheet(SheetPage):
    """A sheet whose lines name medicines of the catalogue; where that is empty it leads there."""

    empty_text, empty_hint, empty_verb = NO_MEDICINE, NO_MEDICINE_HINT, TO_CATALOGUE

    @override
    def begin_elsewhere(self) -> None:
        self.context.go(Route(places.CATALOGUE))


def _save(
    save: Callable[[Any, Mapping[str, Any], Mapping[str, Mapping[str, Any]], Given], object],
    values: Mapping[str, Any],
    cells: Mapping[str, Mapping[str, Any]],
    given: Given,
    uow: Any,
) -> object:
    return save(uow, values, cells, given)
