"""Who may sign for the head: in which form, for what, from when to when, by which document."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any, TypeAlias

from facility_app.kernel.labels import Label, label
from facility_app.modules.staff.domain import AUTHORITY_LABELS, GRANT_AUTHORITY, AuthorityForm
from facility_app.modules.staff.queries import AuthorityRow, get_staff_file
from facility_app.modules.staff.service import (
    EndAuthority,
    GrantAuthority,
    Granted,
    end_authority,
    grant_authority,
)
from facility_app.modules.staff.ui import dated, words
from facility_app.modules.staff.ui.card_pane import CardPane
from facility_app.modules.staff.ui.dated import DatedLine, DatedReads, End
from facility_app.modules.staff.ui.fields import (
    DOCUMENT_NO,
    DOCUMENT_ON,
    FROM_ON,
    OPEN_END,
    TO_ON,
    day_field,
    line_field,
)
from facility_app.modules.staff.ui.words import Age
from facility_app.ui.forms.choice_fields import CodeField
from facility_app.ui.forms.form import Form
from facility_app.ui.i18n import tr
from facility_app.ui.lists.editable_card import FormVerb
from facility_app.ui.models import ColumnSpec, ListSpec
from facility_app.ui.shell.spec import PageContext

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


AuthorityLine: TypeAlias = DatedLine[AuthorityRow]


def authorities_spec(member_id: str) -> ListSpec[AuthorityLine]:
    """The list of one person's as data."""
    reads = DatedReads(partial(_authorities, member_id), _authority_id)
    return ListSpec(
        id="staff.authorities",
        title=TITLE,
        columns=(
            ColumnSpec("form", FORM, _form, width=204, is_strong=True, ink=dated.ink),
            dated.state_column(AGE_WORDS, 146),
            ColumnSpec("scope", SCOPE, _scope, width=230, ink=dated.ink),
            dated.days_column(),
            ColumnSpec("title", PRINTED, _title, width=150, ink=dated.ink, is_hidden=True),
            dated.document_column(220),
        ),
        ids=reads.ids,
        rows=reads.rows,
        row_id=reads.row_id,
        search=None,
        empty=label("staff", "Người này chưa được ký thay, ký thừa lệnh hay thừa ủy quyền."),
        tables=frozenset({"staff_authority"}),
    )


def authorities_pane(context: PageContext, member_id: str) -> CardPane:
    """The tab."""
    grant: FormVerb[AuthorityLine] = FormVerb(
        id="staff.grant_authority", text=GRANT, permission=GRANT_AUTHORITY, icon="signature", shortcut="Ctrl+N",
        told=GRANTED, needs_row=False, form=_asked, begin=_begin, save=partial(_grant, member_id),
        warnings=_warnings, answer_id=_granted_id,
    )  # fmt: skip
    end: End[AuthorityRow] = End(
        id="staff.end_authority", text=END, permission=GRANT_AUTHORITY, icon="ban", told=ENDED, last_day=LAST_DAY,
        is_over=IS_OVER, about=_about, save=_end, is_dangerous=True,
    )  # fmt: skip
    return CardPane(context, member_id, authorities_spec(member_id), (grant, end.verb()))


def _authorities(member_id: str, uow: Any) -> tuple[AuthorityRow, ...]:
    return get_staff_file(uow, member_id).authorities


def _authority_id(row: AuthorityRow) -> str:
    return row.authority_id


def _form(line: AuthorityLine) -> str:
    return tr(AUTHORITY_LABELS[line.entry.form])


def _scope(line: AuthorityLine) -> str:
    return line.entry.scope


def _title(line: AuthorityLine) -> str:
    return line.entry.title


def _about(line: AuthorityLine) -> str:
    return f"{_form(line)}: {line.entry.scope}"


def _begin(context: PageContext, _line: AuthorityLine | None) -> NewAuthority:
    return NewAuthority(from_on=context.today())


def _warnings(granted: Granted) -> tuple[Label, ...]:
    return granted.warnings


def _granted_id(granted: Granted) -> str:
    return granted.authority_id


def _asked(context: PageContext) -> Form[NewAuthority]:
    form: Form[NewAuthority] = Form(NewAuthority, with_bar=False)
    form.add(CodeField("form", FORM, options=words.options(AUTHORITY_LABELS), is_required=True, hint=FORM_HINT))
    form.add(line_field("scope", SCOPE, is_required=True, hint=SCOPE_HINT))
    form.add(
        day_field(context, "from_on", FROM_ON, is_required=True),
        day_field(context, "to_on", TO_ON, hint=OPEN_END),
    )
    form.add(line_field("document_no", DOCUMENT_NO), day_field(context, "document_on", DOCUMENT_ON))
    form.add(line_field("title", PRINTED, hint=PRINTED_HINT))
    return form


def _grant(member_id: str, uow: Any, _row_id: str, _version: int, values: Mapping[str, Any]) -> Granted:
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


def _end(uow: Any, authority_id: str, version: int, last: date, reason: str) -> None:
    end_authority(uow, EndAuthority(authority_id, version, last, reason))
