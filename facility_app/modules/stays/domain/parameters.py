"""The numbers of the law that the rules of a stay need, each with its article, wherever they stand."""

from dataclasses import dataclass
from typing import Final

from facility_app.kernel.regime import LegalRegime
from facility_app.modules.stays.domain.numbers import LegalLadder, LegalNumber, LookUp, ladder_of, number_of
from facility_app.modules.stays.domain.types import StayType

NO_SUCH_RULE: Final = LegalNumber(0, "luật của đợt cai nghiện này không quy định", is_binding=False)


@dataclass(frozen=True, slots=True)
class LawfulMonths:
    """Which months a decision may print.

    Attributes:
        least: shortest.
        most: longest.
        is_range: whether everything between is lawful, or only these two.
        article: what it rests on.
    """

    least: int
    most: int
    is_range: bool
    article: str

    def holds(self, months: int) -> bool:
        """Whether a decision may print these months."""
        return self.least <= months <= self.most if self.is_range else months in {self.least, self.most}


@dataclass(frozen=True, slots=True)
class TermParameters:
    """What the clock needs, picked by the stay's regime (law.md §18 row 15).

    Attributes:
        prison_keeps_remainder: 1 when the remaining term is served after prison.
        reduction_allowed: 1 when a term may be reduced.
        reduction_most_months: the greatest single reduction.
        resume_after_suspension_months: with this much left after a suspension the term goes on.
        age18_transfer_months: with this much left at 18 the person moves.
        lawful_months: by type; a type is missing where nothing was read.
    """

    prison_keeps_remainder: LegalNumber = NO_SUCH_RULE
    reduction_allowed: LegalNumber = NO_SUCH_RULE
    reduction_most_months: LegalNumber | None = None
    resume_after_suspension_months: LegalNumber | None = None
    age18_transfer_months: LegalNumber | None = None
    lawful_months: tuple[tuple[StayType, LawfulMonths], ...] = ()

    def lawful_months_of(self, stay_type: StayType) -> LawfulMonths | None:
        """Which months a decision about this type may print."""
        for of, months in self.lawful_months:
            if of is stay_type:
                return months
        return None


_RANGES: Final = (
    (StayType.COMPULSORY_ADULT, "term_adult_min_months", "term_adult_max_months"),
    (StayType.COMPULSORY_MINOR, "term_minor_min_months", "term_minor_max_months"),
    (StayType.VOLUNTARY_PUBLIC, "term_voluntary_min_months", "term_voluntary_max_months"),
    (StayType.VOLUNTARY_PRIVATE, "term_voluntary_min_months", "term_voluntary_max_months"),
)


def term_parameters(look_up: LookUp) -> TermParameters:
    """What the clock needs, from a book of parameters asked for one regime and day."""
    return TermParameters(
        prison_keeps_remainder=number_of(look_up, "prison_keeps_remainder") or NO_SUCH_RULE,
        reduction_allowed=number_of(look_up, "reduction_allowed") or NO_SUCH_RULE,
        reduction_most_months=number_of(look_up, "reduction_merit_max_months"),
        resume_after_suspension_months=number_of(look_up, "resume_after_suspension_months"),
        age18_transfer_months=number_of(look_up, "age18_transfer_months"),
        lawful_months=_lawful_months(look_up),
    )


def _lawful_months(look_up: LookUp) -> tuple[tuple[StayType, LawfulMonths], ...]:
    first, repeat = number_of(look_up, "term_first_months"), number_of(look_up, "term_repeat_months")
    found = []
    for stay_type, least_key, most_key in _RANGES:
        least, most = number_of(look_up, least_key), number_of(look_up, most_key)
        if first is not None and repeat is not None:
            months = LawfulMonths(first.value, repeat.value, is_range=False, article=first.article)
            found.append((stay_type, months))
        elif least is not None and most is not None:
            found.append((stay_type, LawfulMonths(least.value, most.value, is_range=True, article=most.article)))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class StageParameters:
    """Durations of the stages; None where the law of the stay has none (NĐ 116/2021 has none at all).

    Attributes:
        regime: the law of the stay, whose articles are named.
        stage1_max_days: the only maximum.
        stage2_min_days: minimum.
        stage3_min_months: minimum, calendar months.
        stage5_days: the last days before the end.
        measured_days: how old what was measured may be when stage 2 ends.
    """

    regime: LegalRegime
    stage1_max_days: LegalNumber | None = None
    stage2_min_days: LegalNumber | None = None
    stage3_min_months: LegalNumber | None = None
    stage5_days: LegalNumber | None = None
    measured_days: LegalNumber | None = None


def stage_parameters(look_up: LookUp, regime: LegalRegime) -> StageParameters:
    """Durations of the stages under the stay's regime."""
    return StageParameters(
        regime,
        number_of(look_up, "stage1_max_days"),
        number_of(look_up, "stage2_min_days"),
        number_of(look_up, "stage3_min_months"),
        number_of(look_up, "stage5_days"),
        number_of(look_up, "stage2_end_measured_days"),
    )


@dataclass(frozen=True, slots=True)
class DeadlineParameters:
    """What the deadlines of law.md §15 need, picked by the day."""

    completion_notice_days: LegalNumber | None = None
    residence_start_days: LegalNumber | None = None
    social_protection_days: LegalNumber | None = None
    certificate_hours: LegalNumber | None = None
    release_ladder_days: LegalLadder | None = None
    post_rehab_proposal_working_days: LegalNumber | None = None
    monitoring_decision_hours: LegalNumber | None = None
    monitoring_fit_hours: LegalNumber | None = None
    health_check_months: LegalNumber | None = None
    escape_notice_hours: LegalNumber | None = None
    private_notice_hours: LegalNumber | None = None
    private_presents_days: LegalNumber | None = None
    self_termination_working_days: LegalNumber | None = None
    funeral_decision_hours: LegalNumber | None = None
    death_relatives_hours: LegalNumber | None = None


def deadline_parameters(look_up: LookUp) -> DeadlineParameters:
    """What the deadlines need, from a book of parameters asked for one day."""
    return DeadlineParameters(
        completion_notice_days=number_of(look_up, "completion_notice_days"),
        residence_start_days=number_of(look_up, "residence_start_days"),
        social_protection_days=number_of(look_up, "social_protection_days"),
        certificate_hours=number_of(look_up, "certificate_hours"),
        release_ladder_days=ladder_of(look_up, "release_ladder_days"),
        post_rehab_proposal_working_days=number_of(look_up, "post_rehab_proposal_working_days"),
        monitoring_decision_hours=number_of(look_up, "monitoring_decision_hours"),
        monitoring_fit_hours=number_of(look_up, "monitoring_fit_hours"),
        health_check_months=number_of(look_up, "health_check_months"),
        escape_notice_hours=number_of(look_up, "escape_notice_hours"),
        private_notice_hours=number_of(look_up, "private_notice_hours"),
        private_presents_days=number_of(look_up, "private_presents_days"),
        self_termination_working_days=number_of(look_up, "self_termination_working_days"),
        funeral_decision_hours=number_of(look_up, "funeral_decision_hours"),
        death_relatives_hours=number_of(look_up, "death_relatives_hours"),
    )
