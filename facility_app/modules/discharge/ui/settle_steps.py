"""Steps that write down what was settled or received: residence, V-53, I-02, device, social file, examination."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from facility_app.kernel.labels import label
from facility_app.modules.discharge.domain import PREPARE_RELEASE, RECORD_EXAMINATION
from facility_app.modules.discharge.domain import gate as rules
from facility_app.modules.discharge.queries.board import ReleaseView
from facility_app.modules.discharge.service.preparing import (
    RecordExamination,
    RecordSocialProtection,
    ReturnBelongings,
    SettleResidence,
    record_examination,
    record_social_protection,
    return_belongings,
    settle_residence,
)
from facility_app.modules.discharge.ui import words
from facility_app.modules.discharge.ui.press import Press
from facility_app.modules.discharge.ui.steps import CORRECT, Step, StepVerb, note, past_day
from facility_app.ui.forms.beginning import Shown, new_form
from facility_app.ui.forms.check_field import CheckField
from facility_app.ui.forms.form import Form
from facility_app.ui.forms.usual import line
from facility_app.ui.i18n import tr
from facility_app.ui.shell.spec import PageContext

STABLE = label("discharge", "Có nơi cư trú ổn định")
UNSTABLE = label("discharge", "không có nơi cư trú ổn định")
RESIDENCE_HINT = label(
    "discharge",
    "Người không có nơi cư trú ổn định phải đăng ký nơi sẽ về; cơ sở báo Công an cấp xã nơi đó "
    "(Luật PCMT 2025 Đ42.3).",
)
PROPOSED = label(
    "discharge", "Đề xuất theo nơi thường trú trong hồ sơ: {home}. Người này về nơi khác thì sửa lại."
)
BELONGINGS_HINT = label(
    "discharge",
    "Trả tiền, đồ vật, văn bằng đang giữ; cấp tiền tàu xe, tiền ăn đi đường, một bộ quần áo ({article}).",
)


def _residence_form(_context: PageContext, _view: ReleaseView) -> Form[Shown]:
    form = new_form()
    form.add(line("text", label("discharge", "Nơi cư trú sau khi ra cơ sở"), is_required=True))
    form.add(
        line(
            "police",
            label("discharge", "Công an cấp xã nơi đó"),
            is_required=True,
            hint=label("discharge", "Ví dụ: Công an phường Hoàn Kiếm"),
        ),
        line(
            "committee",
            label("discharge", "Ủy ban nhân dân nơi đó"),
            hint=label("discharge", "Để trống thì suy ra từ Công an cấp xã"),
        ),
    )
    form.add(CheckField("is_stable", STABLE))
    return form


def _residence_begin(view: ReleaseView, _today: date) -> Mapping[str, object]:
    facts, stay, home = view.detail.facts, view.detail.stay, view.home
    return {
        "text": facts.residence_text or (None if home is None else home.text),
        "police": facts.residence_police or stay.residence_police or (None if home is None else home.police),
        "committee": facts.residence_committee,
        "is_stable": facts.is_residence_stable is not False,
    }


def _residence_save(_press: Press, view: ReleaseView, uow: Any, values: Mapping[str, Any], version: int) -> object:
    return settle_residence(
        uow,
        SettleResidence(
            view.detail.stay.stay_id,
            version,
            values["text"],
            values["police"],
            values["committee"] or "",
            bool(values["is_stable"]),
        ),
    )


def _residence_said(view: ReleaseView) -> str:
    facts = view.detail.facts
    unstable = tr(UNSTABLE) if facts.is_residence_stable is False else ""
    return words.joined(
        facts.residence_text, facts.residence_police or view.detail.stay.residence_police, unstable
    )


def _residence_hint(view: ReleaseView) -> str:
    proposed = "" if view.home is None else tr(PROPOSED, home=view.home.text)
    return " ".join(filter(None, (proposed, tr(RESIDENCE_HINT))))


def _social_form(context: PageContext, _view: ReleaseView) -> Form[Shown]:
    form = new_form()
    form.add(CheckField("is_needed", label("discharge", "Đề nghị vào cơ sở bảo trợ xã hội")))
    form.add(past_day(context, "sent_on", label("discharge", "Ngày gửi hồ sơ")))
    return form


def _social_begin(view: ReleaseView, _today: date) -> Mapping[str, object]:
    facts = view.detail.facts
    return {"is_needed": facts.needs_social_protection, "sent_on": facts.social_protection_sent_on}


def _social_save(_press: Press, view: ReleaseView, uow: Any, values: Mapping[str, Any], version: int) -> object:
    command = RecordSocialProtection(
        view.detail.stay.stay_id, version, bool(values["is_needed"]), values["sent_on"]
    )
    return record_social_protection(uow, command)


def _social_said(view: ReleaseView) -> str:
    sent = view.detail.facts.social_protection_sent_on
    return "" if sent is None else tr(label("discharge", "đã gửi {day}"), day=words.day(sent))


def _examination_form(context: PageContext, _view: ReleaseView) -> Form[Shown]:
    form = new_form()
    form.add(past_day(context, "examined_on", label("discharge", "Ngày khám"), is_required=True))
    return form


def _examination_begin(view: ReleaseView, today: date) -> Mapping[str, object]:
    return {"examined_on": view.detail.facts.examined_on or today}


def _examination_save(
    _press: Press, view: ReleaseView, uow: Any, values: Mapping[str, Any], _version: int
) -> object:
    return record_examination(uow, RecordExamination(view.detail.stay.stay_id, values["examined_on"]))


def _examination_said(view: ReleaseView) -> str:
    return words.day(view.detail.facts.examined_on)


def _belongings_form(context: PageContext, _view: ReleaseView) -> Form[Shown]:
    form = new_form()
    form.add(
        note(
            "note",
            label("discharge", "Đã trả, đã cấp những gì"),
            is_required=True,
            hint=label("discharge", "Không có gì gửi thì ghi “không gửi”"),
        )
    )
    form.add(past_day(context, "returned_on", label("discharge", "Ngày trả"), is_required=True))
    return form


def _belongings_begin(view: ReleaseView, today: date) -> Mapping[str, object]:
    facts = view.detail.facts
    return {"note": facts.belongings_note, "returned_on": facts.belongings_returned_on or today}


def _belongings_save(
    _press: Press, view: ReleaseView, uow: Any, values: Mapping[str, Any], version: int
) -> object:
    command = ReturnBelongings(view.detail.stay.stay_id, version, values["note"], values["returned_on"])
    return return_belongings(uow, command)


def _belongings_said(view: ReleaseView) -> str:
    facts = view.detail.facts
    return words.joined(words.day(facts.belongings_returned_on), facts.belongings_note)


def _belongings_hint(view: ReleaseView) -> str:
    return tr(BELONGINGS_HINT, article=view.detail.law.return_article)


RESIDENCE = Step(
    code=rules.RESIDENCE,
    said=_residence_said,
    verbs=(
        StepVerb(
            id="discharge.settle_residence",
            text=label("verbs", "Ghi nơi cư trú"),
            again=CORRECT,
            title=label("verbs", "Xác định nơi cư trú sau khi ra cơ sở"),
            permission=PREPARE_RELEASE,
            form=_residence_form,
            begin=_residence_begin,
            save=_residence_save,
            told=label("discharge", "Đã ghi nơi cư trú."),
            hint=_residence_hint,
        ),
    ),
)
SOCIAL = Step(
    code=rules.SOCIAL,
    said=_social_said,
    verbs=(
        StepVerb(
            id="discharge.record_social_protection",
            text=label("verbs", "Ghi hồ sơ bảo trợ"),
            again=CORRECT,
            title=label("verbs", "Ghi hồ sơ đề nghị vào cơ sở bảo trợ xã hội"),
            permission=PREPARE_RELEASE,
            form=_social_form,
            begin=_social_begin,
            save=_social_save,
            told=label("discharge", "Đã ghi hồ sơ bảo trợ xã hội."),
        ),
    ),
)
EXAMINATION = Step(
    code=rules.EXAMINATION,
    said=_examination_said,
    verbs=(
        StepVerb(
            id="discharge.record_examination",
            text=label("verbs", "Ghi đã khám"),
            again=CORRECT,
            title=label("verbs", "Ghi đã khám trước khi ra cơ sở"),
            permission=RECORD_EXAMINATION,
            form=_examination_form,
            begin=_examination_begin,
            save=_examination_save,
            told=label("discharge", "Đã ghi ngày khám."),
        ),
    ),
)
BELONGINGS = Step(
    code=rules.BELONGINGS,
    said=_belongings_said,
    verbs=(
        StepVerb(
            id="discharge.return_belongings",
            text=label("verbs", "Ghi đã trả"),
            again=CORRECT,
            title=label("verbs", "Trả tiền, đồ vật, cấp tiền tàu xe"),
            permission=PREPARE_RELEASE,
            form=_belongings_form,
            begin=_belongings_begin,
            save=_belongings_save,
            told=label("discharge", "Đã ghi việc trả tiền, đồ vật."),
            hint=_belongings_hint,
        ),
    ),
)
