"""The form of one person's own facts, for somebody new and for corrections."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from facility_app.kernel.labels import label
from facility_app.kernel.sex import SEX_LABELS, Sex
from facility_app.kernel.typed_dates import TwoDigitYears
from facility_app.modules.staff.domain import CODE_LIMIT, LINE_LIMIT, STAFF_KIND_LABELS, StaffKind
from facility_app.modules.staff.queries import StaffFile, get_staff_file
from facility_app.modules.staff.service import EditStaffMember, MemberWish, add_staff_member, edit_staff_member
from facility_app.modules.staff.ui import words
from facility_app.modules.staff.ui.fields import RANKS, code_field, day_field
from facility_app.modules.staff.ui.house import Accounts
from facility_app.ui.dialogs import Filing, FormDialog, Kept
from facility_app.ui.forms.choice_fields import CodeField
from facility_app.ui.forms.form import Form
from facility_app.ui.forms.lookup_fields import LookupField
from facility_app.ui.forms.text_fields import NameField, TextField
from facility_app.ui.forms.value_fields import DateField
from facility_app.ui.i18n import tr
from facility_app.ui.shell.spec import PageContext

ADD = label("verbs", "Thêm cán bộ")
EDIT = label("verbs", "Sửa hồ sơ")
ADD_TEXT = label("staff", "Sau khi lưu, hồ sơ mở ra để ghi tiếp chức vụ, quyền ký và chứng chỉ.")
NAME = label("staff", "Họ và tên")
STAFF_NO = label("staff", "Số hiệu")
KIND = label("staff", "Đối tượng")
RANK = label("staff", "Cấp bậc hàm")
JOINED = label("staff", "Làm việc từ ngày")
SEX = label("staff", "Giới tính")
BORN = label("staff", "Ngày sinh")
PERSONAL_NO = label("staff", "Số định danh")
PHONE = label("staff", "Điện thoại")
ACCOUNT = label("staff", "Tài khoản đăng nhập")
ACCOUNT_HINT = label("staff", "Người này đăng nhập bằng tài khoản nào; để trống nếu không dùng máy.")


@dataclass(frozen=True, slots=True)
class Member:
    """What the form shows."""

    full_name: str | None = field(default=None, repr=False)
    kind: str | None = None
    joined_on: date | None = None
    staff_no: str | None = None
    sex: str | None = None
    born_on: date | None = field(default=None, repr=False)
    personal_no: str | None = field(default=None, repr=False)
    phone: str | None = field(default=None, repr=False)
    rank: str | None = None
    user_id: str | None = None


def member_of(file: StaffFile) -> Member:
    """A person as the form shows them."""
    return Member(
        file.full_name,
        file.kind.value,
        file.joined_on,
        file.staff_no,
        None if file.sex is None else file.sex.value,
        file.born_on,
        file.personal_no,
        file.phone,
        file.rank,
        file.user_id,
    )


def ask_new_member(context: PageContext, accounts: Accounts | None, parent: QWidget) -> FormDialog[Member]:
    """Open the form for somebody new; ``saved`` carries the person's id."""
    filing: Filing[Member] = Filing(key="staff.add", save=_add)
    dialog: FormDialog[Member] = FormDialog(
        context.theme, context.runner, context.drafts, _form(context, accounts), filing,
        title=tr(ADD), text=tr(ADD_TEXT), verb=ADD, parent=parent,
    )  # fmt: skip
    dialog.open_with(Member(joined_on=context.today()))
    return dialog


def ask_member(
    context: PageContext, accounts: Accounts | None, file: StaffFile, parent: QWidget
) -> FormDialog[Member]:
    """Open the form for ``file``."""
    filing: Filing[Member] = Filing(
        key=f"staff.edit {file.member_id}", save=partial(_edit, file), again=partial(_again, file.member_id)
    )
    dialog: FormDialog[Member] = FormDialog(
        context.theme, context.runner, context.drafts, _form(context, accounts), filing,
        title=tr(EDIT), text=file.full_name, parent=parent,
    )  # fmt: skip
    dialog.open_with(member_of(file), file.version)
    return dialog


def _form(context: PageContext, accounts: Accounts | None) -> Form[Member]:
    form: Form[Member] = Form(Member, with_bar=False)
    today = context.today
    born = DateField("born_on", BORN, today=today, years=TwoDigitYears.PAST, latest=today)
    form.add(
        NameField("full_name", NAME, is_required=True, limit=LINE_LIMIT),
        TextField("staff_no", STAFF_NO, limit=CODE_LIMIT),
        spans=(8, 4),
    )
    form.add(
        CodeField("kind", KIND, options=words.options(STAFF_KIND_LABELS), is_required=True),
        code_field(context, "rank", RANK, RANKS),
    )
    form.add(born, CodeField("sex", SEX, options=words.options(SEX_LABELS)))
    form.add(TextField("personal_no", PERSONAL_NO, limit=CODE_LIMIT), TextField("phone", PHONE, limit=CODE_LIMIT))
    joined = day_field(context, "joined_on", JOINED, is_required=True)
    if accounts is not None and context.may(accounts.permission):
        account = LookupField(
            "user_id",
            ACCOUNT,
            runner=context.runner,
            lookup=accounts.lookup,
            find=accounts.find,
            hint=ACCOUNT_HINT,
        )
        form.add(joined, account, spans=(5, 7))
    else:
        form.add(joined)
    return form


def _wish(values: Mapping[str, Any], user_id: str | None) -> MemberWish:
    return MemberWish(
        full_name=values["full_name"],
        kind=StaffKind(values["kind"]),
        joined_on=values["joined_on"],
        staff_no=values["staff_no"],
        sex=Sex(values["sex"]) if values["sex"] else None,
        born_on=values["born_on"],
        personal_no=values["personal_no"],
        phone=values["phone"],
        rank=values["rank"],
        # Who may not see accounts leaves the account as it is.
        user_id=values.get("user_id", user_id),
    )


def _add(uow: Any, values: Mapping[str, Any], _version: int) -> str:
    return add_staff_member(uow, _wish(values, None))


def _edit(file: StaffFile, uow: Any, values: Mapping[str, Any], version: int) -> None:
    edit_staff_member(uow, EditStaffMember(file.member_id, version, _wish(values, file.user_id)))


def _again(member_id: str, uow: Any) -> Kept[Member]:
    file = get_staff_file(uow, member_id)
    return Kept(member_of(file), file.version)
