"""Asking the house for a place for a reason of health: what it must be goes there, why stays in the record."""

from collections.abc import Mapping
from datetime import datetime, time, timedelta
from functools import partial
from typing import Any, Final

from facility_app.kernel.dates import LOCAL
from facility_app.kernel.faults import NOTE_LIMIT
from facility_app.kernel.labels import label
from facility_app.modules.treatment.queries.person import PersonHealth
from facility_app.modules.treatment.queries.record import PlacementRow
from facility_app.modules.treatment.service.placing import MEDICAL_NEEDS, AskPlacement, ask_placement
from facility_app.modules.treatment.ui.record_forms import Asking, options
from facility_app.modules.treatment.ui.record_words import at
from facility_app.ui.dialogs.form_dialog import FormDialog
from facility_app.ui.forms.beginning import new_form
from facility_app.ui.forms.choice_fields import CodeField
from facility_app.ui.forms.text_fields import NoteField, TextField
from facility_app.ui.forms.value_fields import DateField
from facility_app.ui.i18n import tr

ASK: Final = label("verbs", "Yêu cầu chỗ ở vì lý do y tế")
ABOUT = label(
    "treatment",
    "{name}. Người xếp chỗ ở chỉ biết loại phòng; lý do chỉ nằm trong hồ sơ bệnh án. Thôi yêu cầu ở thẻ Chỗ ở.",
)
NEED, UNTIL = label("treatment", "Loại phòng"), label("treatment", "Đến hết ngày")
UNTIL_HINT = label("treatment", "Để trống khi chưa biết đến bao giờ")
COHORT = label("treatment", "Ký hiệu nhóm")
COHORT_HINT = label("treatment", "Chỉ cho phòng cách ly: cùng ký hiệu thì được ở chung; không ghi tên bệnh")
REASON = label("treatment", "Lý do y tế")
OVER = label("treatment", "Lần cai nghiện này đã kết thúc: không yêu cầu chỗ ở nữa.")
SAID = label("treatment", "{need}, yêu cầu {at}: {reason}")
COHORT_LIMIT: Final = 20
_NEEDS: Final = {one.value: one for one in MEDICAL_NEEDS}


def why_none(seen: PersonHealth) -> str | None:
    """Why no place can be asked for any more."""
    return None if seen.stay is None or seen.stay.is_open else tr(OVER)


def ask(one: Asking) -> FormDialog[Any]:
    """What the place must be, until when, and why."""
    form = new_form()
    form.add(CodeField("need", NEED, options=options(MEDICAL_NEEDS), is_required=True))
    form.add(
        DateField("until", UNTIL, today=one.context.today, hint=UNTIL_HINT),
        TextField("cohort", COHORT, limit=COHORT_LIMIT, hint=COHORT_HINT),
        spans=(6, 6),
    )
    form.add(NoteField("reason", REASON, limit=NOTE_LIMIT, is_required=True))
    return one.open(form, "placement", ASK, partial(_save, one), about=ABOUT)


def words_of(row: PlacementRow) -> str:
    """One asking, as the record says it."""
    need = tr(MEDICAL_NEEDS[_NEEDS[row.need]])
    return tr(SAID, need=need, at=at(row.written.happened_at), reason=row.reason)


def _save(one: Asking, uow: Any, values: Mapping[str, Any]) -> None:
    until = None
    if values["until"] is not None:
        until = datetime.combine(values["until"], time(), LOCAL) + timedelta(days=1)
    need = _NEEDS[values["need"]]
    ask_placement(uow, AskPlacement(one.stay_id, need, values["reason"] or "", until, values["cohort"] or None))
