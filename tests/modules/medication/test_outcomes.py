"""What is said of a dose, without a file."""

from datetime import UTC, datetime, timedelta

from facility_app.modules.medication.domain.outcomes import is_off_hour
from tests.helpers.cases import each

DUE = datetime(2026, 11, 20, 1, 0, tzinfo=UTC)


@each("side", [1, -1])
@each(("away", "is_off"), [(timedelta(minutes=60), False), (timedelta(minutes=60, seconds=1), True)])
def test_a_dose_is_off_its_hour_from_the_first_second_beyond_what_is_allowed(
    side: int, away: timedelta, is_off: bool
) -> None:
    assert is_off_hour(DUE + side * away, DUE, 60) is is_off


def test_a_dose_without_an_hour_is_never_off_it() -> None:
    assert not is_off_hour(DUE, None, 60)
