"""Kế hoạch cai nghiện: what form V-18 asks, a column for each of its places, named as the form names them."""

import sqlalchemy as sa
from sqlalchemy.orm import Mapped

from facility_app.db.base import kept
from facility_app.kernel.privacy import Privacy
from facility_app.modules.stays.domain.stages import StageResult
from facility_app.modules.stays.tables.stay import OfStay


class RehabPlan(OfStay):
    """The plan of one stay; part I is written and read by medical roles alone.

    Attributes:
        medical_result: how part I was judged before the end, and so on for parts II to IV (V.1).
    """

    __tablename__ = "rehab_plan"
    __table_args__ = (
        sa.Index("ux_rehab_plan_stay", "stay_id", unique=True, sqlite_where=sa.text("voided_at IS NULL")),
    )

    plan_medical_assessment: Mapped[str | None] = kept(Privacy.CLINICAL, sa.Text)
    plan_medical_goal: Mapped[str | None] = kept(Privacy.CLINICAL, sa.Text)
    plan_detox: Mapped[str | None] = kept(Privacy.CLINICAL, sa.Text)
    plan_mental_treatment: Mapped[str | None] = kept(Privacy.CLINICAL, sa.Text)
    plan_other_treatment: Mapped[str | None] = kept(Privacy.CLINICAL, sa.Text)
    plan_recovery_assessment: Mapped[str | None] = kept(Privacy.CLINICAL, sa.Text)
    plan_recovery_goal: Mapped[str | None] = kept(Privacy.CLINICAL, sa.Text)
    plan_behaviour_recovery: Mapped[str | None] = kept(Privacy.CLINICAL, sa.Text)
    plan_mental_recovery: Mapped[str | None] = kept(Privacy.CLINICAL, sa.Text)
    plan_education_assessment: Mapped[str | None] = kept(Privacy.CLINICAL, sa.Text)
    plan_education_goal: Mapped[str | None] = kept(Privacy.CLINICAL, sa.Text)
    plan_topics: Mapped[str | None] = kept(Privacy.CLINICAL, sa.Text)
    plan_psychotherapy: Mapped[str | None] = kept(Privacy.CLINICAL, sa.Text)
    plan_activities: Mapped[str | None] = kept(Privacy.CLINICAL, sa.Text)
    plan_labour_assessment: Mapped[str | None] = kept(Privacy.CLINICAL, sa.Text)
    plan_labour_goal: Mapped[str | None] = kept(Privacy.CLINICAL, sa.Text)
    plan_labour_therapy: Mapped[str | None] = kept(Privacy.CLINICAL, sa.Text)
    plan_vocational: Mapped[str | None] = kept(Privacy.CLINICAL, sa.Text)
    plan_information_given: Mapped[str | None] = kept(Privacy.CLINICAL, sa.Text)
    plan_reintegration_counselling: Mapped[str | None] = kept(Privacy.CLINICAL, sa.Text)
    medical_result: Mapped[StageResult | None] = kept(Privacy.CLINICAL)
    recovery_result: Mapped[StageResult | None] = kept(Privacy.CLINICAL)
    education_result: Mapped[StageResult | None] = kept(Privacy.CLINICAL)
    labour_result: Mapped[StageResult | None] = kept(Privacy.CLINICAL)
    plan_evaluation: Mapped[str | None] = kept(Privacy.CLINICAL, sa.Text)
