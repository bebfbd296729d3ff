"""The posts of one person: which, where, from when to when, by which document."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any, TypeAlias

from facility_app.kernel.labels import label
from facility_app.modules.staff.domain import EDIT_STAFF, POST_KIND_LABELS, PostKind
from facility_app.modules.staff.queries import PostRow, get_staff_file
from facility_app.modules.staff.service import EndPost, GivePost, end_post, give_post
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
from facility_app.ui.forms.check_field import CheckField
from facility_app.ui.forms.choice_fields import CodeField
from facility_app.ui.forms.form import Form
from facility_app.ui.i18n import tr
from facility_app.ui.lists.editable_card import FormVerb
from facility_app.ui.models import ColumnSpec, ListSpec
from facility_app.ui.shell.spec import PageContext

TITLE = label("staff", "Chức vụ")
GIVE, END = label("verbs", "Giao chức vụ"), label("verbs", "Ghi ngày kết thúc")
POST = label("staff", "Chức vụ, vị trí")
PRINTED = label("staff", "Tên in trên giấy tờ")
PRINTED_HINT = label("staff", "Để trống thì lấy tên thường dùng của chức vụ.")
TEAM = label("staff", "Tổ")
ACTING = label("staff", "Quyền, phụ trách: làm thay khi chưa có người được bổ nhiệm")
ENDS_OTHERS = label("staff", "Kết thúc các chức vụ khác của người này từ ngày đó")
ACTING_NOTE = label("staff", "(quyền)")
GIVEN, ENDED = label("staff", "Đã giao chức vụ."), label("staff", "Đã ghi ngày kết thúc chức vụ.")
IS_OVER = label("staff", "Chức vụ này đã kết thúc.")
LAST_DAY = label("staff", "Ngày cuối giữ chức vụ")
AGE_WORDS = {
    Age.NOW: label("staff", "đang giữ"),
    Age.COMING: label("staff", "sắp giữ"),
    Age.PAST: label("staff", "đã thôi"),
}


@dataclass(frozen=True, slots=True)
class NewPost:
    """What the form shows."""

    kind: str | None = None
    from_on: date | None = None
    title: str | None = None
    team: str | None = None
    to_on: date | None = None
    is_acting: bool = False
    document_no: str | None = None
    document_on: date | None = None
    ends_others: bool = False


PostLine: TypeAlias = DatedLine[PostRow]


def posts_spec(member_id: str) -> ListSpec[PostLine]:
    """The list of one person's as data."""
    reads = DatedReads(partial(_posts, member_id), _post_id)
    return ListSpec(
        id="staff.posts",
        title=TITLE,
        columns=(
            ColumnSpec("title", POST, _title, width=250, is_strong=True, ink=dated.ink, note=_note),
            dated.state_column(AGE_WORDS, 130),
            dated.days_column(),
            ColumnSpec("team", TEAM, _team, width=160, ink=dated.ink),
            dated.document_column(240),
        ),
        ids=reads.ids,
        rows=reads.rows,
        row_id=reads.row_id,
        search=None,
        empty=label("staff", "Chưa ghi chức vụ nào. Người ký giấy tờ cần có chức vụ."),
        tables=frozenset({"staff_post"}),
    )


def posts_pane(context: PageContext, member_id: str) -> CardPane:
    """The tab."""
    give: FormVerb[PostLine] = FormVerb(
        id="staff.give_post", text=GIVE, permission=EDIT_STAFF, icon="plus", shortcut="Ctrl+N", told=GIVEN,
        needs_row=False, form=_form, begin=_begin, save=partial(_give, member_id),
    )  # fmt: skip
    end: End[PostRow] = End(
        id="staff.end_post", text=END, permission=EDIT_STAFF, icon="calendar-due", told=ENDED, last_day=LAST_DAY,
        is_over=IS_OVER, about=_title, save=_end,
    )  # fmt: skip
    return CardPane(context, member_id, posts_spec(member_id), (give, end.verb()))


def _posts(member_id: str, uow: Any) -> tuple[PostRow, ...]:
    return get_staff_file(uow, member_id).posts


def _post_id(row: PostRow) -> str:
    return row.post_id


def _title(line: PostLine) -> str:
    return line.entry.title


def _note(line: PostLine) -> str:
    return tr(ACTING_NOTE) if line.entry.is_acting else ""


def _team(line: PostLine) -> str:
    return line.entry.team or ""


def _begin(context: PageContext, _line: PostLine | None) -> NewPost:
    return NewPost(from_on=context.today())


def _form(context: PageContext) -> Form[NewPost]:
    form: Form[NewPost] = Form(NewPost, with_bar=False)
    form.add(
        CodeField("kind", POST, options=words.options(POST_KIND_LABELS), is_required=True),
        line_field("title", PRINTED, hint=PRINTED_HINT),
    )
    form.add(CheckField("is_acting", ACTING))
    form.add(
        day_field(context, "from_on", FROM_ON, is_required=True),
        day_field(context, "to_on", TO_ON, hint=OPEN_END),
    )
    form.add(line_field("team", TEAM))
    form.add(line_field("document_no", DOCUMENT_NO), day_field(context, "document_on", DOCUMENT_ON))
    form.add(CheckField("ends_others", ENDS_OTHERS))
    return form


def _give(member_id: str, uow: Any, _row_id: str, _version: int, values: Mapping[str, Any]) -> str:
    return give_post(
        uow,
        GivePost(
            member_id,
            PostKind(values["kind"]),
            values["from_on"],
            title=values["title"] or "",
            team=values["team"],
            to_on=values["to_on"],
            is_acting=bool(values["is_acting"]),
            document_no=values["document_no"],
            document_on=values["document_on"],
            ends_others=bool(values["ends_others"]),
        ),
    )


def _end(uow: Any, post_id: str, version: int, last: date, reason: str) -> None:
    end_post(uow, EndPost(post_id, version, last, reason))
