"""Whoever opens a door must know that somebody is to be watched closely; of any illness the alert says nothing."""

from dataclasses import dataclass
from typing import Final

from facility_app.db.uow import UnitOfWork
from facility_app.kernel.dates import local_date
from facility_app.kernel.labels import label
from facility_app.modules.residents.api import (
    AddEntry,
    Alert,
    AlertKind,
    AlertLevel,
    EndEntry,
    end_alert,
    list_alerts,
    raise_alert,
)

WATCH_CLOSELY: Final = label("treatment", "Cần theo dõi sát. Thấy gì lạ thì gọi ngay y tế trực.")
NO_LONGER: Final = label("treatment", "Y tế thôi theo dõi sát")


@dataclass(frozen=True, slots=True)
class Guards:
    """Those who are on the corridors; a verb of health staff is under way."""

    uow: UnitOfWork
    resident_id: str

    def warn(self) -> None:
        """The alert of self-harm stands from now on; one that stands already, whoever raised it, is enough."""
        running = list_alerts(self.uow, self.resident_id)
        if any(one.entry.facts.kind is AlertKind.SELF_HARM for one in running):
            return
        today = local_date(self.uow.now)
        alert = Alert(AlertKind.SELF_HARM, AlertLevel.DANGER, today, str(WATCH_CLOSELY))
        raise_alert(self.uow, AddEntry(self.resident_id, alert))

    def ease(self) -> None:
        """What was raised here holds no more; an alert that others raised is theirs to end.

        Guards read why an alert ended: what health staff wrote about it stays in the record.
        """
        for one in list_alerts(self.uow, self.resident_id):
            facts = one.entry.facts
            if facts.kind is AlertKind.SELF_HARM and facts.text == WATCH_CLOSELY:
                end_alert(self.uow, EndEntry(one.entry.entry_id, one.entry.version, str(NO_LONGER)))
