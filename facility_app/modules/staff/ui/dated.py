"""Posts and authorities hold from a day to a day by a document: how a list shows such entries, how one ends."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, Protocol, TypeVar

from facility_app.kernel.actor import Permission
from facility_app.kernel.dates import local_date
from facility_app.kernel.labels import Label, label
from facility_app.kernel.paging import Look
from facility_app.modules.staff.ui import words
from facility_app.modules.staff.ui.fields import day_field, reason_field
from facility_app.modules.staff.ui.words import Age
from facility_app.ui.forms.form import Form
from facility_app.ui.i18n import tr
from facility_app.ui.lists.editable_card import FormVerb
from facility_app.ui.models import ColumnSpec
from facility_app.ui.shell.spec import PageContext
from facility_app.ui.theme import Tone

STATE, DAYS, DOCUMENT = label("staff", "Tình trạng"), label("staff", "Thời gian"), label("staff", "Văn bản")


class Dated(Protocol):
    """What such an entry tells."""

    @property
    def from_on(self) -> date:
        """First day."""
        ...

    @property
    def to_on(self) -> date | None:
        """Last day; None is open."""
        ...

    @property
    def document_no(self) -> str | None:
        """Number of the document it rests on."""
        ...

    @property
    def document_on(self) -> date | None:
        """Day of that document."""
        ...

    @property
    def version(self) -> int:
        """Goes back with a decision about it."""
        ...


EntryT = TypeVar("EntryT", bound=Dated)


@dataclass(frozen=True, slots=True)
class DatedLine(Generic[EntryT]):
    """One entry seen from a day."""

    entry: EntryT
    age: Age


@dataclass(frozen=True, slots=True)
class DatedReads(Generic[EntryT]):
    """The entries of one person as a list reads them.

    Attributes:
        entries: reads them all, in order.
        id_of: an entry's id.
    """

    entries: Callable[[Any], Sequence[EntryT]]
    id_of: Callable[[EntryT], str]

    def ids(self, uow: Any, _look: Look) -> tuple[str, ...]:
        """Their ids."""
        return tuple(map(self.id_of, self.entries(uow)))

    def rows(self, uow: Any, wanted: Sequence[str]) -> tuple[DatedLine[EntryT], ...]:
        """The rows of these ids, as of today."""
        today = local_date(uow.now)
        found = {
            self.id_of(one): DatedLine(one, words.age_of(one.from_on, one.to_on, today))
            for one in self.entries(uow)
        }
        return tuple(found[one] for one in wanted if one in found)

    def row_id(self, line: DatedLine[EntryT]) -> str:
        """The row's id."""
        return self.id_of(line.entry)


def ink(line: DatedLine[Any]) -> Tone | None:
    """What is over is quiet."""
    return Tone.NEUTRAL if line.age is Age.PAST else None


def state_column(ages: Mapping[Age, Label], width: int) -> ColumnSpec[DatedLine[Any]]:
    """Where it stands today, in the words of ``ages``."""

    def state(line: DatedLine[Any]) -> str:
        return tr(ages[line.age])

    return ColumnSpec("state", STATE, state, width=width, tone=_tone)


def days_column() -> ColumnSpec[DatedLine[Any]]:
    """From when to when."""
    return ColumnSpec("days", DAYS, _days, width=204, ink=ink)


def document_column(width: int) -> ColumnSpec[DatedLine[Any]]:
    """The document it rests on."""
    return ColumnSpec("document", DOCUMENT, _document, width=width, ink=ink)


def _tone(line: DatedLine[Any]) -> Tone | None:
    return words.AGE_TONES[line.age]


def _days(line: DatedLine[Any]) -> str:
    return words.days(line.entry.from_on, line.entry.to_on)


def _document(line: DatedLine[Any]) -> str:
    return words.document(line.entry.document_no, line.entry.document_on)


@dataclass(frozen=True, slots=True)
class Ending:
    """What a dialog about an end asks for."""

    to_on: date | None = None
    reason: str | None = None


def ending_form(context: PageContext, head: Label) -> Form[Ending]:
    """The last day, and why."""
    form: Form[Ending] = Form(Ending, with_bar=False)
    form.add(day_field(context, "to_on", head, is_required=True))
    form.add(reason_field())
    return form


@dataclass(frozen=True, slots=True, kw_only=True)
class End(Generic[EntryT]):
    """The verb that notes an entry's last day.

    Attributes:
        id: ``<slice>.<verb>``.
        text: its words.
        permission: whose right it is.
        icon: beside its words.
        told: said when it is done.
        last_day: head of the field.
        is_over: why it cannot be done to an entry that has ended.
        about: the entry in words.
        save: ``save(uow, id, version, last day, reason)``.
        is_dangerous: whether it is painted as such.
    """

    id: str
    text: Label
    permission: Permission
    icon: str
    told: Label
    last_day: Label
    is_over: Label
    about: Callable[[DatedLine[EntryT]], str]
    save: Callable[[Any, str, int, date, str], None]
    is_dangerous: bool = False

    def verb(self) -> FormVerb[DatedLine[EntryT]]:
        """The verb as a card takes it."""
        return FormVerb(
            id=self.id, text=self.text, permission=self.permission, icon=self.icon, told=self.told,
            why_not=self._why_not, form=self._form, begin=_begin, save=self._save, version=_version,
            about=self.about, is_dangerous=self.is_dangerous,
        )  # fmt: skip

    def _form(self, context: PageContext) -> Form[Ending]:
        return ending_form(context, self.last_day)

    def _why_not(self, line: DatedLine[EntryT]) -> Label | None:
        return self.is_over if line.age is Age.PAST else None

    def _save(self, uow: Any, entry_id: str, version: int, values: Mapping[str, Any]) -> None:
        self.save(uow, entry_id, version, values["to_on"], values["reason"])


def _begin(context: PageContext, _line: DatedLine[Any] | None) -> Ending:
    return Ending(context.today())


def _version(line: DatedLine[Any]) -> int:
    version: int = line.entry.version
    return version
