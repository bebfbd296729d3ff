"""Posts: which there are, what they are called on papers, and that there is one head."""

from datetime import date
from enum import StrEnum

from facility_app.kernel.dates import format_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import Label, label


class PostKind(StrEnum):
    """Chức vụ, vị trí việc làm."""

    HEAD = "head"
    DEPUTY_HEAD = "deputy_head"
    TEAM_HEAD = "team_head"
    DEPUTY_TEAM_HEAD = "deputy_team_head"
    OFFICER = "officer"
    DOCTOR = "doctor"
    NURSE = "nurse"
    PHARMACIST = "pharmacist"
    COUNSELLOR = "counsellor"
    TEACHER = "teacher"
    GUARD = "guard"
    CLERK = "clerk"
    ACCOUNTANT = "accountant"
    TREASURER = "treasurer"
    OTHER = "other"


POST_KIND_LABELS: dict[PostKind, Label] = {
    PostKind.HEAD: label("posts", "Người đứng đầu cơ sở"),
    PostKind.DEPUTY_HEAD: label("posts", "Cấp phó của người đứng đầu"),
    PostKind.TEAM_HEAD: label("posts", "Tổ trưởng"),
    PostKind.DEPUTY_TEAM_HEAD: label("posts", "Tổ phó"),
    PostKind.OFFICER: label("posts", "Cán bộ quản lý"),
    PostKind.DOCTOR: label("posts", "Bác sĩ"),
    PostKind.NURSE: label("posts", "Điều dưỡng"),
    PostKind.PHARMACIST: label("posts", "Dược sĩ"),
    PostKind.COUNSELLOR: label("posts", "Tư vấn viên"),
    PostKind.TEACHER: label("posts", "Giáo viên"),
    PostKind.GUARD: label("posts", "Cán bộ bảo vệ"),
    PostKind.CLERK: label("posts", "Văn thư"),
    PostKind.ACCOUNTANT: label("posts", "Kế toán"),
    PostKind.TREASURER: label("posts", "Thủ quỹ"),
    PostKind.OTHER: label("posts", "Vị trí khác"),
}


def usual_title(kind: PostKind, head_title: str) -> str:
    """What a post is called when nothing else was typed; head and deputy are called after the unit's kind."""
    if kind is PostKind.HEAD:
        return head_title
    if kind is PostKind.DEPUTY_HEAD:
        return f"Phó {head_title[:1].lower()}{head_title[1:]}"
    return str(POST_KIND_LABELS[kind])


def head_post_taken(name: str, first: date) -> UserError:
    """The refusal of a second head on the same days."""
    return UserError(
        "head_post_taken",
        label(
            "errors",
            "{name} đang giữ chức người đứng đầu từ {first}. Hãy ghi ngày kết thúc chức vụ đó trước, hoặc chọn "
            "“quyền” nếu là người tạm phụ trách.",
        ),
        fields={"kind": label("errors", "Đã có người đứng đầu trong thời gian này")},
        name=name,
        first=format_date(first),
    )
