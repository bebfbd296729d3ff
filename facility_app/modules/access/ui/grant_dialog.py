"""Giving a right: which one, to whom, about whom, why, from when to when."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from facility_app.kernel.labels import label
from facility_app.kernel.names import fold
from facility_app.modules.access.domain import GRANT_KIND_LABELS, GrantKind
from facility_app.modules.access.queries import GrantRow, list_grant_holders
from facility_app.modules.access.service import GiveGrant, give_grant
from facility_app.modules.access.ui.grant_list import ABOUT, FROM, HOLDER, KIND, PURPOSE, TO
from facility_app.modules.access.ui.house import House
from facility_app.modules.access.ui.words import roles_text
from facility_app.ui.dialogs import Filing, FormDialog
from facility_app.ui.forms.choice_fields import CodeField
from facility_app.ui.forms.form import Form
from facility_app.ui.forms.lookup_fields import LookupField, PersonField
from facility_app.ui.forms.picker import Choice
from facility_app.ui.forms.text_fields import NoteField
from facility_app.ui.forms.value_fields import DateField
from facility_app.ui.i18n import tr
from facility_app.ui.shell.spec import PageContext

GIVE = label("access", "Cấp quyền xem thông tin HIV")
GIVE_TEXT = label(
    "access",
    "Chỉ cấp cho người thuộc diện được biết (Luật phòng, chống HIV/AIDS, khoản 2 Điều 30). Mỗi lần người được cấp "
    "xem đều phải nêu mục đích và được ghi vào nhật ký.",
)
GIVE_VERB = label("verbs", "Cấp quyền")
HOLDER_HINT = label("access", "Chỉ hiện người có vai trò được nhận quyền này.")
KIND_FIRST = label("access", "Chọn loại quyền trước: mỗi loại chỉ cấp được cho một số vai trò.")
ABOUT_HINT = label("access", "Để trống: mọi người do người được cấp phụ trách.")
PURPOSE_LIMIT = 2000
MOST_HOLDERS = 50
KINDS = tuple((kind.value, GRANT_KIND_LABELS[kind]) for kind in GrantKind)


@dataclass(frozen=True, slots=True)
class GrantWish:
    """What the dialog asks for; fields are called as the verb calls them."""

    kind: str | None = None
    name: str | None = None
    resident_id: str | None = field(default=None, repr=False)
    purpose: str | None = field(default=None, repr=False)
    from_on: date | None = None
    to_on: date | None = None


class HolderField(LookupField):
    """Accounts that may be given the kind chosen; closed until one is."""

    def __init__(self, context: PageContext) -> None:
        """No kind yet."""
        super().__init__(
            "name",
            HOLDER,
            runner=context.runner,
            lookup=self._look_up,
            find=self._look_for,
            is_required=True,
            hint=HOLDER_HINT,
        )
        self._kind: GrantKind | None = None
        self.set_why_not(KIND_FIRST)

    def show_kind(self, kind: str | None) -> None:
        """Offer those who may be given ``kind``."""
        wanted = None if kind is None else GrantKind(kind)
        if wanted is not self._kind:
            self._kind = wanted
            self.set_why_not(KIND_FIRST if wanted is None else None)

    def _look_up(self, uow: Any, text: str) -> Sequence[Choice]:
        kind, wanted = self._kind, fold(text)
        rows = () if kind is None else list_grant_holders(uow, kind)
        found = [Choice(row.name, row.name, roles_text(row.roles)) for row in rows if wanted in fold(row.name)]
        return found[:MOST_HOLDERS]

    def _look_for(self, _uow: Any, name: str) -> Choice:
        return Choice(name, name)


class GrantDialog(FormDialog[GrantWish]):
    """``saved`` carries the right given."""

    def __init__(self, context: PageContext, house: House, parent: QWidget) -> None:
        """Ask for a right from today on."""
        form: Form[GrantWish] = Form(GrantWish, with_bar=False)
        self.kind_field = CodeField("kind", KIND, options=KINDS, is_required=True)
        self.holder_field = HolderField(context)
        self._today = context.today()
        form.add(self.kind_field)
        form.add(self.holder_field)
        people = house.people
        if people is not None and context.may(people.permission):
            form.add(
                PersonField(
                    "resident_id",
                    ABOUT,
                    runner=context.runner,
                    lookup=people.lookup,
                    find=people.find,
                    hint=ABOUT_HINT,
                )
            )
        form.add(NoteField("purpose", PURPOSE, is_required=True, limit=PURPOSE_LIMIT, lines=2))
        form.add(
            DateField("from_on", FROM, today=self._day, is_required=True),
            DateField("to_on", TO, today=self._day, is_required=True),
        )
        filing: Filing[GrantWish] = Filing(key="access.give_grant", save=_give)
        super().__init__(
            context.theme,
            context.runner,
            context.drafts,
            form,
            filing,
            title=tr(GIVE),
            text=tr(GIVE_TEXT),
            verb=GIVE_VERB,
            parent=parent,
        )
        form.edited.connect(self._on_form_edited)

    def ask(self) -> None:
        """Open it."""
        self.open_with(GrantWish(from_on=self._today))

    def _day(self) -> date:
        return self._today

    def _on_form_edited(self) -> None:
        chosen = self.kind_field.choice()
        self.holder_field.show_kind(None if chosen is None else chosen.id)


def _give(uow: Any, values: Mapping[str, Any], _version: int) -> GrantRow:
    return give_grant(
        uow,
        GiveGrant(
            values["name"],
            GrantKind(values["kind"]),
            values.get("resident_id"),
            values["purpose"],
            values["from_on"],
            values["to_on"],
        ),
    )
