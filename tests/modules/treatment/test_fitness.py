"""Whether health lets somebody work, as others read it."""

from datetime import date

from facility_app.modules.treatment.domain.fitness import WorkFitnessFacts, WorkLimit, WorkVerdict


def test_a_limit_of_another_version_is_told_as_unknown_and_never_by_its_code() -> None:
    first, last = date(2026, 11, 23), date(2026, 12, 31)
    facts = WorkFitnessFacts.read(WorkVerdict.LIMITED, "no_sun no_moon no_heavy B24", first, last)
    assert facts.limits == (WorkLimit.NO_HEAVY, WorkLimit.NO_SUN)
    heavy, sun, other = map(str, facts.limit_labels)
    assert (heavy, sun) == ("không mang vác nặng", "không làm ngoài nắng")
    assert "hỏi bác sĩ" in other
    assert not any(code in other for code in ("moon", "B24"))
    assert WorkFitnessFacts.read(WorkVerdict.FIT, "", first, last).limit_labels == ()
