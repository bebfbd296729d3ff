"""Names of the pages of intake and the words they share."""

from typing import Final

from facility_app.kernel.labels import Label, label
from facility_app.modules.intake.domain.steps import StepState
from facility_app.ui.theme import Tone

LIST: Final = "intake.cases"
CASE: Final = "intake.case"
FAST: Final = "intake.fast"
MANY: Final = "intake.many"
ROSTER: Final = "intake.roster"
TITLE = label("intake", "Tiếp nhận")
FAST_TITLE = label("verbs", "Tiếp nhận nhanh")
MANY_TITLE = label("verbs", "Tiếp nhận nhiều người")
STATE_TONES: Final[dict[StepState, Tone]] = {
    StepState.DONE: Tone.OK,
    StepState.PARTLY: Tone.WARNING,
    StepState.OPEN: Tone.DANGER,
    StepState.NOT_OWED: Tone.NEUTRAL,
}
STEP_HEADS: Final[dict[str, Label]] = {
    "identity": label("intake", "Nhân thân"),
    "papers": label("intake", "Giấy tờ"),
    "health": label("intake", "Sức khỏe"),
    "belongings": label("intake", "Tư trang"),
    "placement": label("intake", "Chỗ ở"),
    "plan": label("intake", "Kế hoạch"),
}
