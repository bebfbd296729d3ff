"""A sample is judged by the numbers of its own day: what the facility decides later changes no old result."""

from datetime import date

from facility_app.modules.catalogues.service import SetParameter, set_parameter
from facility_app.modules.treatment.queries.drug_tests import get_test, list_tests
from tests.modules.treatment.test_drug_test_story import taken
from tests.modules.treatment.ward import HEAD, Ward


def test_a_later_limit_for_warm_samples_leaves_earlier_ones_as_they_were(ward: Ward) -> None:
    before = taken(ward)
    assert ward.read(get_test, before).is_fresh
    decided = SetParameter("drug_test_sample_from_celsius", "36", date(2026, 11, 24), "12/QĐ-CS", "máy đo mới")
    ward.write(set_parameter, decided, by=HEAD)
    ward.later(24 * 60)
    after = taken(ward, "M-002")
    found = {row.test_id: row.is_fresh for row in ward.read(list_tests, ward["duc"])}
    assert found == {before: True, after: False}
