"""Rules of accounts: what a name must look like, which roles there are, what a one-time password is."""

from collections.abc import Callable

from facility_app.kernel.actor import Role
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.kernel.names import fold, require_text, tidy_name
from facility_app.kernel.ports import KeySlots
from facility_app.kernel.privacy import Privacy

NO_REASON = label("access", "không nêu lý do")
"""What the trail says when nobody could be asked why."""

MASK = label("access", "(ẩn)")

NAME_LIMIT = 60
ONE_TIME_GROUPS = 4
ONE_TIME_GROUP_LETTERS = 4
PLAIN_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
"""Letters and digits nobody confuses when a one-time password is read aloud or copied from paper."""


def shown_in_trail(*, reads_people: bool) -> frozenset[Privacy]:
    """Classes whose values a reader of the trail reads too; the rest only says that there was a value.

    Args:
        reads_people: whether the reader may know whom an entry is about; who only keeps accounts may not.
    """
    shown = frozenset({Privacy.PUBLIC, Privacy.ADMIN})
    return shown | {Privacy.IDENTITY} if reads_people else shown


def account_name(typed: str) -> str:
    """The account name as kept: NFC, single spaces.

    Raises:
        UserError: ``bad_user_name`` when it is empty, too long, or has characters that are no name;
            ``broken_text``.
    """
    require_text(typed, "name")
    name = tidy_name(typed)
    is_plain = all(char.isalnum() or char in " ._-" for char in name)
    if not fold(name) or len(name) > NAME_LIMIT or not is_plain:
        raise UserError(
            "bad_user_name",
            label(
                "errors",
                "Tên tài khoản “{name}” không hợp lệ: cần 1–{limit} chữ, số, dấu chấm, gạch ngang, gạch dưới "
                "hoặc khoảng trắng. Ví dụ: nguyen.van.duc.",
            ),
            fields={"name": label("errors", "Tên tài khoản không hợp lệ")},
            name=name[:NAME_LIMIT],
            limit=NAME_LIMIT,
        )
    return name


def roles_from(names: tuple[str, ...]) -> frozenset[Role]:
    """The roles named, in any letter case.

    Raises:
        UserError: ``bad_role`` naming the one that does not exist, ``no_role`` when none is given.
    """
    known = {role.value: role for role in Role}
    unknown = [name for name in names if name.upper() not in known]
    if unknown:
        raise UserError(
            "bad_role",
            label("errors", "Không có vai trò “{role}”. Các vai trò: {known}."),
            fields={"role": label("errors", "Vai trò không có")},
            role=unknown[0],
            known=tuple(known),
        )
    if not names:
        raise UserError(
            "no_role",
            label("errors", "Tài khoản cần ít nhất một vai trò. Các vai trò: {known}."),
            fields={"role": label("errors", "Cần chọn vai trò")},
            known=tuple(known),
        )
    return frozenset(known[name.upper()] for name in names)


def one_time_password(random: Callable[[int], bytes]) -> str:
    """A password to hand over once, e.g. ``k7mp-x2hw-9qrt-vd4s``: about 79 bits.

    Args:
        random: gives n random bytes.
    """
    letters: list[str] = []
    while len(letters) < ONE_TIME_GROUPS * ONE_TIME_GROUP_LETTERS:
        # Values past the last whole multiple would favour the first letters.
        letters += [
            PLAIN_LETTERS[byte % len(PLAIN_LETTERS)]
            for byte in random(32)
            if byte < 256 // len(PLAIN_LETTERS) * len(PLAIN_LETTERS)
        ]
    size = ONE_TIME_GROUP_LETTERS
    return "-".join("".join(letters[at : at + size]) for at in range(0, ONE_TIME_GROUPS * size, size))


def own_roles() -> UserError:
    """The refusal for somebody who changes their own roles."""
    return UserError(
        "own_roles",
        label("errors", "Không tự đổi được vai trò của mình. Hãy nhờ một quản trị viên khác."),
        fields={"name": label("errors", "Tài khoản của chính mình")},
    )


def last_admin(name: str) -> UserError:
    """The refusal for taking away the last account that manages accounts."""
    return UserError(
        "last_admin",
        label(
            "errors",
            "“{name}” là quản trị viên duy nhất còn hoạt động. Hãy thêm một quản trị viên khác trước.",
        ),
        fields={"name": label("errors", "Quản trị viên cuối cùng")},
        name=name,
    )


def wrong_present_password() -> UserError:
    """The refusal for changing one's own password without knowing the present one."""
    return UserError(
        "wrong_present_password",
        label(
            "errors",
            "Mật khẩu đang dùng không đúng nên chưa đổi gì. Hãy kiểm tra bộ gõ tiếng Việt và phím Caps Lock rồi "
            "gõ lại; quên mật khẩu thì nhờ quản trị viên cấp lại.",
        ),
        fields={"present": label("errors", "Mật khẩu đang dùng không đúng")},
    )


def same_password() -> UserError:
    """The refusal for a new password that is the present one: whoever handed that over knows it."""
    return UserError(
        "password_same",
        label("errors", "Mật khẩu mới trùng với mật khẩu đang dùng. Hãy chọn mật khẩu khác."),
        fields={"password": label("errors", "Trùng mật khẩu đang dùng")},
    )


def with_doors(key_slots: KeySlots | None) -> KeySlots:
    """The key slots a decision about accounts needs.

    Raises:
        RuntimeError: the unit of work was opened without them; a fault of the program.
    """
    if key_slots is None:
        message = "this unit of work was opened without the key slots"
        raise RuntimeError(message)
    return key_slots
