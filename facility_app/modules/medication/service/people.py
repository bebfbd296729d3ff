"""What every verb asks of the person first: that they are alive and answered for here."""

from dataclasses import dataclass
from datetime import datetime

from facility_app.kernel.dates import format_moment, local_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.modules.medication.queries.charts import Charts
from facility_app.modules.stays.api import PresenceState, Whereabouts, list_whereabouts


@dataclass(frozen=True, slots=True)
class Present:
    """Whose stay is open, of those asked for."""

    by_person: dict[str, Whereabouts]
    ends: dict[str, tuple[tuple[str, datetime], ...]]

    @classmethod
    def of(cls, charts: Charts, resident_ids: set[str]) -> "Present":
        """Where those people are."""
        wanted = sorted(resident_ids)
        found = list_whereabouts(charts.uow, wanted) if wanted else ()
        return cls({one.resident_id: one for one in found}, charts.ends_of_stays(wanted))

    def require_stay(self, resident_id: str) -> Whereabouts:
        """The open stay of a person.

        Raises:
            UserError: ``no_open_stay``.
        """
        found = self.by_person.get(resident_id)
        if found is None:
            raise UserError(
                "no_open_stay",
                label(
                    "errors",
                    "Người này không còn ở cơ sở (đã ra hoặc đã chết): không ra y lệnh, không cho thuốc. "
                    "Nếu ghi nhầm việc ra cơ sở, hãy sửa ở lần cai nghiện.",
                ),
            )
        return found

    def require_here(self, resident_id: str, at: datetime, *, is_taken: bool) -> None:
        """Refuse a dose to somebody who had left for good by then, or is away now.

        Raises:
            UserError: ``dose_after_end``, ``not_here``.
        """
        ended = {stay_id: ended_at for stay_id, ended_at in self.ends.get(resident_id, ()) if ended_at <= at}
        found = self.by_person.get(resident_id)
        if found is None and not self.ends.get(resident_id):
            self.require_stay(resident_id)
        # By another stay than those that are over, and not before it began.
        is_back = found is not None and found.stay_id not in ended and found.admitted_on <= local_date(at)
        if ended and not is_back:
            raise UserError(
                "dose_after_end",
                label(
                    "errors",
                    "Lúc {at} người này đã ra cơ sở hoặc đã chết: không ghi liều. Không liều nào được ghi từ "
                    "{since}. Hãy xem lại ngày giờ của liều; nếu ghi nhầm việc ra cơ sở, hãy sửa ở lần cai "
                    "nghiện.",
                ),
                fields={"given_at": label("errors", "Sau khi đã ra cơ sở")},
                at=format_moment(at),
                since=format_moment(max(ended.values())),
            )
        is_away = found is not None and found.presence is not PresenceState.INSIDE
        if is_taken and found is not None and is_away and local_date(at) > found.presence_on:
            raise UserError(
                "not_here",
                label(
                    "errors",
                    "Lúc đó người này đang vắng mặt ở cơ sở. Hãy ghi liều là “Vắng” kèm lý do, hoặc ghi đã nhận "
                    "trở lại trước.",
                ),
            )
