"""The slice's papers: the recovery key to be kept in the safe, and its lists for those who ask on paper."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from facility_app.documents.list_print import ListPrint, list_paper
from facility_app.documents.payload import Footer, Grid, Heading, KeyGroups, PlainPaper, Points, Signatures, Text
from facility_app.kernel.actor import ROLE_LABELS, Role
from facility_app.kernel.dates import format_date, format_moment
from facility_app.kernel.labels import label
from facility_app.kernel.spec import ModuleSpec
from facility_app.modules.access.domain import role_matrix
from facility_app.modules.access.queries import LookRow, SignInRow


@dataclass(frozen=True, slots=True)
class RecoverySheet:
    """What the sheet says.

    Attributes:
        facility_name: the facility.
        facility_code: its code.
        head_title: title of its head, who signs.
        key: the recovery key, groups joined by dashes.
        made_on: the day it was made.
        footer: who prints it.
    """

    facility_name: str
    facility_code: str
    head_title: str
    key: str = field(repr=False)
    made_on: date
    footer: Footer


def recovery_paper(sheet: RecoverySheet) -> PlainPaper:
    """The recovery key on paper; it is kept nowhere else, so the paper says how to keep it."""
    made = label("papers", "Khóa lập ngày {day} cho {name} (mã {code}). Khóa cũ, nếu có, không còn mở được gì.")
    blocks = (
        Heading(label("papers", "Tờ này là gì")),
        Text(
            label(
                "papers",
                "Dữ liệu của cơ sở được mã hóa, mỗi người mở bằng mật khẩu của mình. Khi quên mật khẩu, hỏng máy "
                "hoặc chuyển sang máy khác, chỉ khóa dưới đây mở lại được dữ liệu và các bản sao lưu. Chương "
                "trình không giữ khóa này ở nơi nào khác: mất cả mật khẩu lẫn tờ này là mất toàn bộ dữ liệu.",
            )
        ),
        KeyGroups(tuple(sheet.key.split("-"))),
        Text(
            label(
                "papers",
                "Gõ lần lượt từ nhóm 1 đến nhóm {count}; chữ hoa hay thường đều được, không cần gạch nối. Khóa "
                "không có chữ I, L, O, U: chỉ có số 1 và số 0. Nhóm cuối để kiểm tra gõ nhầm.",
            ).format(count=len(sheet.key.split("-")))
        ),
        Text(made.format(day=format_date(sheet.made_on), name=sheet.facility_name, code=sheet.facility_code)),
        Heading(label("papers", "Cất giữ ở đâu")),
        Points(
            (
                label("papers", "Cho vào phong bì dán kín, ký lên mép dán, cất trong két của cơ sở."),
                label(
                    "papers", "Không để chung với máy tính hoặc đĩa sao lưu: ai có cả hai thì xem được mọi hồ sơ."
                ),
                label("papers", "Không chụp ảnh, không gửi qua tin nhắn hay thư điện tử, không gõ vào tệp nào."),
                label(
                    "papers",
                    "Khi nghi có người khác đã xem, hoặc khi thay người đứng đầu: lập khóa mới và hủy tờ này.",
                ),
            )
        ),
        Signatures((label("papers", "Người lập khóa"), sheet.head_title)),
    )
    return PlainPaper(
        label("papers", "KHÓA KHÔI PHỤC DỮ LIỆU"),
        blocks,
        sheet.footer,
        above=sheet.facility_name,
        below=label("papers", "Mật – giữ như giữ con dấu"),
    )


def looks_paper(
    about: str, rows: Sequence[LookRow], verbs: Mapping[str, str], footer: Footer, facility_name: str
) -> PlainPaper:
    """Who opened a record, for the person it is about.

    Args:
        about: whose record, in words.
        rows: the looks.
        verbs: verb → what people call it.
        footer: who prints it.
        facility_name: the facility.
    """
    cells = tuple(
        (
            format_moment(row.at),
            row.user_name or label("papers", "(chương trình)"),
            _roles(row.roles),
            verbs.get(row.verb, row.verb),
            row.purpose or "",
            row.device,
        )
        for row in rows
    )
    heads = (
        label("papers", "Lúc"),
        label("papers", "Người xem"),
        label("papers", "Vai trò"),
        label("papers", "Việc"),
        label("papers", "Mục đích"),
        label("papers", "Máy"),
    )
    title = label("papers", "DANH SÁCH NGƯỜI ĐÃ XEM HỒ SƠ")
    return list_paper(ListPrint(title, heads, cells, footer, facility_name, about))


def sign_ins_paper(
    rows: Sequence[SignInRow], verbs: Mapping[str, str], footer: Footer, facility_name: str, filters: str = ""
) -> PlainPaper:
    """Who sat down at which machine; arguments as ``looks_paper``, ``filters`` in words."""
    cells = tuple(
        (
            format_moment(row.at),
            row.user_name or row.names or label("papers", "(chương trình)"),
            _roles(row.roles),
            verbs.get(row.verb, row.verb),
            "" if row.failed is None else str(row.failed),
            row.device,
        )
        for row in rows
    )
    heads = (
        label("papers", "Lúc"),
        label("papers", "Tài khoản"),
        label("papers", "Vai trò"),
        label("papers", "Việc"),
        label("papers", "Số lần sai"),
        label("papers", "Máy"),
    )
    title = label("papers", "DANH SÁCH ĐĂNG NHẬP")
    return list_paper(ListPrint(title, heads, cells, footer, facility_name, filters, frozenset({4})))


def role_matrix_paper(specs: Iterable[ModuleSpec], footer: Footer, facility_name: str) -> PlainPaper:
    """Who may do what: a row for each verb and each thing to be seen, the roles that hold it in words."""
    matrix = role_matrix(specs)
    everyone = frozenset(matrix.roles)
    rows = tuple(
        (
            row.text,
            label("papers", "mọi vai trò") if row.permission.roles == everyone else _held(row.permission.roles),
        )
        for row in matrix.rows
    )
    heads = (label("papers", "Việc"), label("papers", "Vai trò được làm"))
    title = label("papers", "BẢNG QUYỀN THEO VAI TRÒ")
    return PlainPaper(title, (Grid(heads, rows, widths=(4, 6)),), footer, above=facility_name)


def _held(roles: frozenset[Role]) -> str:
    return ", ".join(ROLE_LABELS[role] for role in Role if role in roles) or label(
        "papers", "chỉ chính chương trình"
    )


def _roles(written: str) -> str:
    """Roles as the trail wrote them, in words; one that is no more stands as it was written."""
    known = {role.value: ROLE_LABELS[role] for role in Role}
    return ", ".join(known.get(name, name) for name in written.split())
