"""Days off by law: what the timetable gives does not take place then, and whatever is put in beside it asks."""

from collections.abc import Mapping
from datetime import date

from facility_app.kernel.dates import format_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import Label, label


def holidays_refused(found: Mapping[date, Label]) -> UserError:
    """The refusal of something put on days off while nobody says why, naming the first of them.

    Args:
        found: days off with their names; at least one.
    """
    first = min(found)
    return UserError(
        "calendar_holiday",
        label(
            "errors",
            "{day} là ngày nghỉ lễ ({name}); tổng số ngày nghỉ lễ bị xếp việc: {count}. Hãy đổi ngày, hoặc nêu lý "
            "do để vẫn giữ.",
        ),
        fields={"clash_reason": label("errors", "Ngày nghỉ lễ: cần lý do")},
        day=format_date(first),
        name=found[first],
        count=len(found),
    )
