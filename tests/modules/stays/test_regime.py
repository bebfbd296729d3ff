"""Chế độ luật: by which law a decision is carried out is a dated parameter like any other number of the law."""

from dataclasses import replace
from datetime import date

from facility_app.kernel.regime import LegalRegime
from facility_app.kernel.shipped import Evidence, Span
from facility_app.modules.catalogues.domain.parameters import ParameterValue
from facility_app.modules.stays.domain.admission import regime_of
from facility_app.modules.stays.domain.numbers import NEW_LAW
from tests.modules.stays.clockwork import shipped_book


def test_the_law_of_a_decision_is_that_of_its_day_and_the_day_is_a_dated_parameter_with_its_source() -> None:
    shipped = shipped_book().get(NEW_LAW)
    last, first = date(2026, 6, 30), date(2026, 7, 1)
    assert (regime_of(last, shipped), regime_of(first, shipped)) == (LegalRegime.L2021, LegalRegime.L2025)
    (held,) = shipped.values
    assert (held.article, held.evidence) == ("Luật PCMT 2025 Đ55, Đ56; NĐ 163/2026 Đ150", Evidence.READ)
    # A circular that puts the day off is one more dated value, no other program.
    put_off = ParameterValue("0", "thông tư", Evidence.READ, Span(first, date(2026, 7, 14)), edit_id="e")
    later = replace(shipped, values=(replace(held, span=Span(date(2026, 7, 15), None)), put_off))
    assert regime_of(first, later) is LegalRegime.L2021
    assert regime_of(date(2026, 7, 15), later) is LegalRegime.L2025
