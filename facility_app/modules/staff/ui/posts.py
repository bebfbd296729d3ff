"""The posts of one person: which, where, from when to when, by which document."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from facility_app.kernel.dates import local_date
from facility_app.kernel.labels import label
from facility_app.kernel.paging import Look
from facility_app.modules.staff.domain import EDIT_STAFF, POST_KIND_LABELS, PostKind
from facility_app.modules.staff.queries import PostRow, get_staff_file
from facility_app.modules.staff.service import EndPost, GivePost, end_post, give_post
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
from facility_app.ui.forms.check_field import CheckField
from facility_app.ui.forms.choice_fields import CodeField
from facility_app.ui.forms.form import Form
from facility_app.ui.i18n import tr
from facility_app.ui.models import ColumnSpec, ListSpec
from facility_app.ui.shell.spec import ActionSpec, PageContext
from facility_app.ui.theme import Tone

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


@dataclass(frozen=True, slots=True)
class PostLine:
    """One post seen from a day."""

    post: PostRow
    age: Age


@dataclass(frozen=True, slots=True)
class PostReads:
    """The posts of one person."""

    member_id: str

    def spec(self) -> ListSpec[PostLine]:
        """The list as data."""
        return ListSpec(
            id="staff.posts",
            title=TITLE,
            columns=(
                ColumnSpec("title", POST, _title, width=250, is_strong=True, ink=_ink, note=_note),
                ColumnSpec("state", label("staff", "Tình trạng"), _state, width=130, tone=_tone),
                ColumnSpec("days", label("staff", "Thời gian"), _days, width=204, ink=_ink),
                ColumnSpec("team", TEAM, _team, width=160, ink=_ink),
                ColumnSpec("document", label("staff", "Văn bản"), _document, width=240, ink=_ink),
            ),
            ids=self._ids,
            rows=self._rows,
            row_id=_row_id,
            search=None,
            empty=label("staff", "Chưa ghi chức vụ nào. Người ký giấy tờ cần có chức vụ."),
            tables=frozenset({"staff_post"}),
        )

    def _posts(self, uow: Any) -> tuple[PostRow, ...]:
        return get_staff_file(uow, self.member_id).posts

    def _ids(self, uow: Any, _look: Look) -> tuple[str, ...]:
        return tuple(one.post_id for one in self._posts(uow))

    def _rows(self, uow: Any, wanted: Sequence[str]) -> tuple[PostLine, ...]:
        today = local_date(uow.now)
        found = {
            one.post_id: PostLine(one, words.age_of(one.from_on, one.to_on, today)) for one in self._posts(uow)
        }
        return tuple(found[one] for one in wanted if one in found)


def _row_id(line: PostLine) -> str:
    return line.post.post_id


def _title(line: PostLine) -> str:
    return line.post.title


def _note(line: PostLine) -> str:
    return tr(ACTING_NOTE) if line.post.is_acting else ""


def _state(line: PostLine) -> str:
    return tr(AGE_WORDS[line.age])


def _tone(line: PostLine) -> Tone | None:
    return words.AGE_TONES[line.age]


def _ink(line: PostLine) -> Tone | None:
    return Tone.NEUTRAL if line.age is Age.PAST else None


def _days(line: PostLine) -> str:
    return words.days(line.post.from_on, line.post.to_on)


def _team(line: PostLine) -> str:
    return line.post.team or ""


def _document(line: PostLine) -> str:
    return words.document(line.post.document_no, line.post.document_on)


class PostsPane(ListPane):
    """The tab."""

    def __init__(self, context: PageContext, member_id: str) -> None:
        """Show the posts of one person."""
        super().__init__(
            context, member_id, PostReads(member_id).spec(), GIVE if context.may(EDIT_STAFF) else None
        )
        self.card.set_actions(
            (
                ActionSpec("staff.give_post", GIVE, self.give, "plus", "Ctrl+N", EDIT_STAFF),
                ActionSpec("staff.end_post", END, self.end, "calendar-due", "", EDIT_STAFF, self._why_no_end),
            )
        )

    def give(self) -> None:
        """Ask for a post."""
        filing: Filing[NewPost] = Filing(
            key=f"staff.give_post {self.member_id}", save=partial(_give, self.member_id)
        )
        value = NewPost(from_on=today_of(self.context)())
        self.ask(self._form(), filing, value, title=GIVE, told=GIVEN)

    def end(self) -> None:
        """Ask for the last day of the post selected."""
        line = self._line()
        if line is not None:
            post = line.post
            filing: Filing[Ending] = Filing(key=f"staff.end_post {post.post_id}", save=partial(_end, post.post_id))
            form = ending_form(self.context, LAST_DAY)
            value = Ending(today_of(self.context)())
            self.ask(form, filing, value, title=END, told=ENDED, version=post.version, text=post.title)

    def _form(self) -> Form[NewPost]:
        context = self.context
        form: Form[NewPost] = Form(NewPost, with_bar=False)
        kinds = [(kind.value, text) for kind, text in POST_KIND_LABELS.items()]
        form.add(
            CodeField("kind", POST, options=kinds, is_required=True),
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

    def _line(self) -> PostLine | None:
        found = self.card.row()
        return found if isinstance(found, PostLine) else None

    def _why_no_end(self) -> str | None:
        line = self._line()
        if line is None:
            return tr(CHOOSE_ONE)
        return tr(IS_OVER) if line.age is Age.PAST else None


def _give(member_id: str, uow: Any, values: Mapping[str, Any], _version: int) -> str:
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


def _end(post_id: str, uow: Any, values: Mapping[str, Any], version: int) -> None:
    end_post(uow, EndPost(post_id, version, values["to_on"], values["reason"]))
