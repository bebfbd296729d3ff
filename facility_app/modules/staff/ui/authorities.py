"""Who may sign for the head: in which form, for what, from when to when, by which document."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from typing_extensions import override

from facility_app.kernel.dates import local_date
from facility_app.kernel.labels import Label, label
from facility_app.kernel.paging import Look
from facility_app.modules.staff.domain import AUTHORITY_LABELS, GRANT_AUTHORITY, AuthorityForm
from facility_app.modules.staff.queries import AuthorityRow, get_staff_file
from facility_app.modules.staff.service import (
    EndAuthority,
    GrantAuthority,
    Granted,
    end_authority,
    grant_authority,
)
from facility_app.modules.staff.ui import words
from facility_app.modules.staff.ui.fields import (
    DOCUMENT_NO,
    DOCUMENT_ON,
    FROM_ON,
    OPEN_END,
    TO_ON,
    day_field,
    line_field,
    today_of,
)
from facility_app.modules.staff.ui.shelves import CHOOSE_ONE, Ending, ListPane, ending_form
from facility_app.modules.staff.ui.words import Age
from facility_app.ui.dialogs import Filing
from facility_app.ui.forms.choice_fields import CodeField
from facility_app.ui.forms.form import Form
from facility_app.ui.i18n import tr
from facility_app.ui.models import ColumnSpec, ListSpec
from facility_app.ui.shell.spec import ActionSpec, PageContext
from facility_app.ui.theme import Tone

TITLE = label("staff", "Quyền ký")
GRANT, END = label("verbs", "Ghi quyền ký"), label("verbs", "Chấm dứt quyền ký")
FORM = label("staff", "Hình thức ký")
FORM_HINT = label("staff", "NĐ 30/2020 Đ13: TL. và TUQ. phải có văn bản; TUQ. phải có thời hạn.")
SCOPE = label("staff", "Được ký những gì")
SCOPE_HINT = label("staff", "Ví dụ: giấy xác nhận, thông báo cho gia đình")
PRINTED = label("staff", "Chức vụ in trên giấy tờ")
PRINTED_HINT = label("staff", "Để trống thì lấy chức vụ đang giữ.")
GRANTED, ENDED = label("staff", "Đã ghi quyền ký."), label("staff", "Đã chấm dứt quyền ký.")
IS_OVER = label("staff", "Quyền ký này đã hết hiệu lực.")
LAST_DAY = label("staff", "Ngày cuối được ký")
AGE_WORDS = {
    Age.NOW: label("staff", "đang được ký"),
    Age.COMING: label("staff", "sắp có hiệu lực"),
    Age.PAST: label("staff", "đã hết"),
}


@dataclass(frozen=True, slots=True)
class NewAuthority:
    """What the form shows."""

    form: str | None = None
    scope: str | None = None
    from_on: date | None = None
    to_on: date | None = None
    title: str | None = None
    document_no: str | None = None
    document_on: date | None = None


@dataclass(frozen=True, slots=True)
class AuthorityLine:
    """One authority seen from a day."""

    authority: AuthorityRow
    age: Age


@dataclass(frozen=True, slots=True)
class AuthorityReads:
    """The authorities of one person."""

    member_id: str

    def spec(self) -> ListSpec[AuthorityLine]:
        """The list as data."""
        return ListSpec(
            id="staff.authorities",
            title=TITLE,
            columns=(
                ColumnSpec("form", FORM, _form, width=204, is_strong=True, ink=_ink),
                ColumnSpec("state", label("staff", "Tình trạng"), _state, width=146, tone=_tone),
                ColumnSpec("scope", SCOPE, _scope, width=230, ink=_ink),
                ColumnSpec("days", label("staff", "Thời gian"), _days, width=204, ink=_ink),
                ColumnSpec("title", PRINTED, _title, width=150, ink=_ink, is_hidden=True),
                ColumnSpec("document", label("staff", "Văn bản"), _document, width=220, ink=_ink),
            ),
            ids=self._ids,
            rows=self._rows,
            row_id=_row_id,
            search=None,
            empty=label("staff", "Người này chưa được ký thay, ký thừa lệnh hay thừa ủy quyền."),
            tables=frozenset({"staff_authority"}),
        )

    def _authorities(self, uow: Any) -> tuple[AuthorityRow, ...]:
        return get_staff_file(uow, self.member_id).authorities

    def _ids(self, uow: Any, _look: Look) -> tuple[str, ...]:
        return tuple(one.authority_id for one in self._authorities(uow))

    def _rows(self, uow: Any, wanted: Sequence[str]) -> tuple[AuthorityLine, ...]:
        today = local_date(uow.now)
        found = {
            one.authority_id: AuthorityLine(one, words.age_of(one.from_on, one.to_on, today))
            for one in self._authorities(uow)
        }
        return tuple(found[one] for one in wanted if one in found)


def _row_id(line: AuthorityLine) -> str:
    return line.authority.authority_id


def _form(line: AuthorityLine) -> str:
    return tr(AUTHORITY_LABELS[line.authority.form])


def _state(line: AuthorityLine) -> str:
    return tr(AGE_WORDS[line.age])


def _tone(line: AuthorityLine) -> Tone | None:
    return words.AGE_TONES[line.age]


def _ink(line: AuthorityLine) -> Tone | None:
    return Tone.NEUTRAL if line.age is Age.PAST else None


def _scope(line: AuthorityLine) -> str:
    return line.authority.scope


def _days(line: AuthorityLine) -> str:
    return words.days(line.authority.from_on, line.authority.to_on)


def _title(line: AuthorityLine) -> str:
    return line.authority.title


def _document(line: AuthorityLine) -> str:
    return words.document(line.authority.document_no, line.authority.document_on)


class AuthoritiesPane(ListPane):
    """The tab."""

    def __init__(self, context: PageContext, member_id: str) -> None:
        """Show the authorities of one person."""
        offered = GRANT if context.may(GRANT_AUTHORITY) else None
        super().__init__(context, member_id, AuthorityReads(member_id).spec(), offered)
        self.card.set_actions(
            (
                ActionSpec("staff.grant_authority", GRANT, self.grant, "signature", "Ctrl+N", GRANT_AUTHORITY),
                ActionSpec(
                    "staff.end_authority", END, self.end, "ban", "", GRANT_AUTHORITY, self._why_no_end,
                    is_dangerous=True,
                ),
            )
        )  # fmt: skip

    def grant(self) -> None:
        """Ask for an authority."""
        filing: Filing[NewAuthority] = Filing(
            key=f"staff.grant_authority {self.member_id}", save=partial(_grant, self.member_id)
        )
        self.ask(self._asked(), filing, NewAuthority(from_on=today_of(self.context)()), title=GRANT, told=GRANTED)

    def end(self) -> None:
        """Ask for the last day of the authority selected."""
        line = self._line()
        if line is None:
            return
        found = line.authority
        filing: Filing[Ending] = Filing(
            key=f"staff.end_authority {found.authority_id}", save=partial(_end, found.authority_id)
        )
        form = ending_form(self.context, LAST_DAY)
        value, text = Ending(today_of(self.context)()), f"{_form(line)}: {found.scope}"
        self.ask(form, filing, value, title=END, told=ENDED, version=found.version, text=text)

    def _asked(self) -> Form[NewAuthority]:
        context = self.context
        form: Form[NewAuthority] = Form(NewAuthority, with_bar=False)
        forms = [(one.value, text) for one, text in AUTHORITY_LABELS.items()]
        form.add(CodeField("form", FORM, options=forms, is_required=True, hint=FORM_HINT))
        form.add(line_field("scope", SCOPE, is_required=True, hint=SCOPE_HINT))
        form.add(
            day_field(context, "from_on", FROM_ON, is_required=True),
            day_field(context, "to_on", TO_ON, hint=OPEN_END),
        )
        form.add(line_field("document_no", DOCUMENT_NO), day_field(context, "document_on", DOCUMENT_ON))
        form.add(line_field("title", PRINTED, hint=PRINTED_HINT))
        return form

    def _line(self) -> AuthorityLine | None:
        found = self.card.row()
        return found if isinstance(found, AuthorityLine) else None

    def _why_no_end(self) -> str | None:
        line = self._line()
        if line is None:
            return tr(CHOOSE_ONE)
        return tr(IS_OVER) if line.age is Age.PAST else None

    @override
    def on_saved(self, told: Label, answer: object) -> None:
        if not isinstance(answer, Granted):
            super().on_saved(told, answer)
            return
        super().on_saved(told, answer.authority_id)
        for warning in answer.warnings:
            self.context.say(tr(warning), Tone.WARNING)


def _grant(member_id: str, uow: Any, values: Mapping[str, Any], _version: int) -> Granted:
    return grant_authority(
        uow,
        GrantAuthority(
            member_id,
            AuthorityForm(values["form"]),
            values["scope"],
            values["from_on"],
            values["to_on"],
            values["title"] or "",
            values["document_no"],
            values["document_on"],
        ),
    )


def _end(authority_id: str, uow: Any, values: Mapping[str, Any], version: int) -> None:
    end_authority(uow, EndAuthority(authority_id, version, values["to_on"], values["reason"]))
