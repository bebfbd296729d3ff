"""Whether a moment of an absence can be: not before what came before it, not ahead of the clock."""

from datetime import date, datetime

from facility_app.kernel.dates import format_date, format_moment, local_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import Label, label


def moment_text(at: datetime) -> str:
    """``21/11/2026 07:30``."""
    return format_moment(at)


def check_back(left_at: datetime | None, back_at: datetime, now: datetime) -> None:
    """Refuse a return that cannot have happened.

    Raises:
        UserError: ``back_in_future``, ``back_before_left``.
    """
    if back_at > now:
        raise UserError(
            "back_in_future",
            label(
                "errors",
                "Thời điểm trở lại {back} ở tương lai. Chỉ ghi khi người đó đã về; hẹn ngày về thì ghi ở "
                "“Gia hạn, đổi hạn trở lại”.",
            ),
            fields={"happened_at": label("errors", "Không thể ở tương lai")},
            back=moment_text(back_at),
        )
    if left_at is not None and back_at < left_at:
        raise UserError(
            "back_before_left",
            label(
                "errors",
                "Thời điểm trở lại {back} đứng trước lúc đi {left}. Hãy sửa ngày, giờ trở lại; nếu lúc đi "
                "ghi nhầm, gạch bỏ sự kiện ở thẻ Thời hạn.",
            ),
            fields={"happened_at": label("errors", "Trước lúc đi")},
            back=moment_text(back_at),
            left=moment_text(left_at),
        )


def check_gone(left_at: datetime, now: datetime) -> None:
    """Refuse a leaving that has not happened.

    Raises:
        UserError: ``left_in_future``.
    """
    if left_at > now:
        raise UserError(
            "left_in_future",
            label(
                "errors", "Thời điểm đi {left} ở tương lai. Chỉ ghi khi người đó đã rời cơ sở; hãy sửa ngày, giờ."
            ),
            fields={"happened_at": label("errors", "Không thể ở tương lai")},
            left=moment_text(left_at),
        )


def check_since(here_on: date, left_at: datetime) -> None:
    """Refuse a leaving before the person came, or came back.

    Raises:
        UserError: ``left_before_here``.
    """
    if local_date(left_at) < here_on:
        raise UserError(
            "left_before_here",
            label(
                "errors",
                "Thời điểm đi {left} đứng trước ngày {since}, khi người này vào hoặc trở lại cơ sở. Hãy sửa ngày, "
                "giờ.",
            ),
            fields={"happened_at": label("errors", "Trước ngày vào hoặc trở lại")},
            left=moment_text(left_at),
            since=format_date(here_on),
        )


def check_due(left_at: datetime, due_back_at: datetime | None) -> None:
    """Refuse a promised return before the leave begins.

    Raises:
        UserError: ``due_before_left``.
    """
    if due_back_at is not None and due_back_at <= left_at:
        raise UserError(
            "due_before_left",
            label("errors", "Hạn trở lại {due} không sau lúc đi {left}. Hãy sửa hạn trở lại."),
            fields={"due_back_on": label("errors", "Phải sau lúc đi")},
            due=moment_text(due_back_at),
            left=moment_text(left_at),
        )


def not_from_here(state: Label, since: str, what: Label, article: str) -> UserError:
    """The refusal of a second absence while one lasts.

    Args:
        state: where the person is.
        since: since which day.
        what: what was asked for.
        article: what rules it.
    """
    return UserError(
        "away_already",
        label(
            "errors",
            "Chưa ghi được “{what}”: người này “{state}” từ {since} ({article}). Hãy nhận trở lại, hoặc kết "
            "thúc lần vắng mặt đó trước.",
        ),
        what=what,
        state=state,
        since=since,
        article=article,
    )


def late_notice(due_at: datetime) -> str:
    """What is said of somebody who comes back after the moment."""
    return label("absences", "Trở lại sau hạn {due}.").format(due=moment_text(due_at))
