"""Beds for people at the gate: men among men, the young among the young, no bed twice, by the house rules."""

from facility_app.kernel.sex import Sex
from facility_app.modules.housing.queries.newcomers import Incomer, propose_beds, where_newcomer_can_sleep
from tests.modules.housing.home import KEEPERS, Home

ADULT = "COMPULSORY_ADULT"
MAN = Incomer(Sex.MALE, is_minor=False, stay_type=ADULT)
WOMAN = Incomer(Sex.FEMALE, is_minor=False, stay_type=ADULT)
BOY = Incomer(Sex.MALE, is_minor=True, stay_type="COMPULSORY_MINOR")


def test_each_at_the_gate_is_offered_beds_of_their_own_kind_and_no_bed_is_dealt_twice(home: Home) -> None:
    def best(one: Incomer) -> str:
        return home.read(where_newcomer_can_sleep, one, by=KEEPERS)[0].bed

    def dealt(count: int, one: Incomer, *taken: str) -> list[str]:
        found = home.read(propose_beds, [one] * count, taken, by=KEEPERS)
        return ["" if bed is None else bed.bed for bed in found]

    assert (best(MAN), best(WOMAN), best(BOY)) == ("A-N1-P1-01", "F-N1-P1-01", "M-N1-P1-01")
    # One is promised already, and a full house leaves the last without.
    assert dealt(5, WOMAN, "f-n1-p1-02") == ["F-N1-P1-01", "F-N1-P1-03", "F-N1-P1-04", "", ""]
    # A room is filled before the next, and nobody comes to lie among women or the young.
    men = [bed for bed in dealt(8, MAN) if bed]
    assert men[:4] == ["A-N1-P1-01", "A-N1-P1-02", "A-N1-P1-03", "A-N1-P1-04"]
    assert len(set(men)) == len(men)
    assert not any(bed.startswith(("F-", "M-")) for bed in men)
