"""What dialogs of these screens share: a form over a page, fields, and a second person's signature."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, Final

from PySide6.QtWidgets import QWidget

from facility_app.kernel.labels import Label, label
from facility_app.kernel.named import Named
from facility_app.modules.medication.queries.choices import find_people, find_person
from facility_app.modules.medication.service.agreeing import AskSecond, agree
from facility_app.ui.dialogs import CountersignDialog
from facility_app.ui.dialogs.reason import ReasonDialog
from facility_app.ui.dialogs.second_person import SecondPerson
from facility_app.ui.forms import usual
from facility_app.ui.forms.lookup_fields import LookupField, PersonField
from facility_app.ui.forms.picker import Choice
from facility_app.ui.forms.text_fields import NoteField
from facility_app.ui.forms.value_fields import DateField
from facility_app.ui.i18n import tr
from facility_app.ui.shell.spec import PageContext
from facility_app.ui.tasks import Failure
from facility_app.ui.theme import Tone

WHO: Final = label("medication", "Người cai nghiện")
WHO_HINT: Final = label("medication", "Tên, mã hoặc số cuối giấy tờ, không cần dấu")
SECOND: Final = label("medication", "Người thứ hai ký cùng")
SIGN: Final = label("verbs", "Ký cùng")


def ask_reason(
    context: PageContext,
    over: QWidget,
    verb: Label,
    text: str,
    then: Callable[[str], None],
    *,
    is_dangerous: bool = False,
    frequent: Sequence[str] = (),
) -> ReasonDialog:
    """Ask why."""
    dialog = ReasonDialog(
        context.theme,
        tr(verb).replace("&", ""),
        text,
        verb=tr(verb),
        frequent=frequent,
        is_dangerous=is_dangerous,
        parent=over,
    )
    dialog.given.connect(then)
    dialog.open()
    return dialog


class Deciding:
    """Takes a decision over one page: says that it was taken, or why it was not."""

    def __init__(self, context: PageContext, over: QWidget) -> None:
        """Over ``over``."""
        self._context, self._over = context, over

    def do(self, deed: Callable[[Any], object], said: str, then: Callable[[Any], None] | None = None) -> None:
        """Take it on the writing thread."""
        op = self._context.runner.command(self._over, deed)
        op.success(partial(self._on_done, said, then)).failure(self._on_failed).run()

    def _on_done(self, said: str, then: Callable[[Any], None] | None, answer: object) -> None:
        if said:
            self._context.say(said)
        if then is not None:
            then(answer)

    def _on_failed(self, failure: Failure) -> None:
        self._context.say(failure.words, Tone.DANGER)


class Agreeing:
    """Asks for a second person over one page."""

    def __init__(self, context: PageContext, over: QWidget) -> None:
        """Over ``over``."""
        self._second = SecondPerson(context, over)

    def ask(self, verb: str, text: str, then: Callable[[Any], None]) -> CountersignDialog:
        """Ask; ``then`` gets what the second person gave, ``text`` says what they sign."""
        return self._second.ask(partial(_agreed, verb), text, then, title=SECOND, sign=SIGN)


def person_field(context: PageContext) -> PersonField:
    """A resident."""
    return PersonField(
        "resident_id",
        WHO,
        runner=context.runner,
        lookup=_people,
        find=_person,
        is_required=True,
        hint=WHO_HINT,
    )


def named_field(
    context: PageContext,
    name: str,
    head: Label,
    lookup: Callable[[Any, str], Sequence[Named]],
    *,
    is_required: bool = False,
    hint: Label | None = None,
) -> LookupField:
    """One of what ``lookup`` finds."""
    return LookupField(
        name,
        head,
        runner=context.runner,
        lookup=partial(_choices, lookup),
        find=partial(_choice, lookup),
        is_required=is_required,
        hint=hint,
    )


def coming_day(context: PageContext, name: str, head: Label, *, hint: Label | None = None) -> DateField:
    """Today or a day that comes."""
    today = context.today
    return DateField(name, head, today=today, earliest=today, hint=hint)


def note(name: str, head: Label, *, is_required: bool = False, hint: Label | None = None) -> NoteField:
    """A sentence or two."""
    return NoteField(name, head, is_required=is_required, hint=hint, limit=usual.LINE_LIMIT, lines=2)


def _agreed(verb: str, uow: Any, name: str, password: str) -> object:
    return agree(uow, AskSecond(verb, name, password))


def _people(uow: Any, text: str) -> Sequence[Choice]:
    return tuple(Choice(one.id, one.name, one.quiet) for one in find_people(uow, text))


def _person(uow: Any, resident_id: str) -> Choice | None:
    found = find_person(uow, resident_id)
    return None if found is None else Choice(found.id, found.name, found.quiet)


def _choices(lookup: Callable[[Any, str], Sequence[Named]], uow: Any, text: str) -> Sequence[Choice]:
    return tuple(Choice(one.id, one.name, one.quiet) for one in lookup(uow, text))


def _choice(lookup: Callable[[Any, str], Sequence[Named]], uow: Any, wanted: str) -> Choice | None:
    found = next((one for one in lookup(uow, "") if one.id == wanted), None)
    return None if found is None else Choice(found.id, found.name, found.quiet)
