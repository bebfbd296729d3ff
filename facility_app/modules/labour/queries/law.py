"""The caps and the split in force on a day, out of the parameter book."""

from dataclasses import dataclass
from datetime import date

from facility_app.modules.catalogues.api import Parameter, ParameterBook
from facility_app.modules.labour.domain.hours import HOUR, Caps, band_of

SPLIT, OLDER_FROM = "labour_split", "labour_older_minor_years"


@dataclass(frozen=True, slots=True)
class Law:
    """What holds when; picked by the date, whatever the regime of a stay (law.md §18 row 15)."""

    book: ParameterBook

    def caps(self, age: int, day: date) -> Caps | None:
        """The caps of an age; None for nobody who may work.

        Raises:
            UserError: ``parameter_missing`` for a day on which no cap is known.
        """
        band = band_of(age, self.book.value(OLDER_FROM, day).whole)
        if band is None:
            return None
        most_day = self.book.value(f"labour_max_day_{band.value}", day)
        most_week = self.book.value(f"labour_max_week_{band.value}", day)
        return Caps(band, _minutes(most_day), _minutes(most_week), most_day.article, most_week.article)

    def split(self, day: date) -> Parameter:
        """The split of a surplus.

        Raises:
            UserError: ``parameter_missing``.
        """
        return self.book.value(SPLIT, day)


def _minutes(hours: Parameter) -> int:
    return int(hours.number * HOUR)
