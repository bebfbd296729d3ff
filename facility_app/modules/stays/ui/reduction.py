"""Giảm thời hạn: a court's decision under the law of 2021; the law of 2025 knows none, and the button says so."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from facility_app.kernel.labels import label
from facility_app.kernel.regime import LegalRegime
from facility_app.modules.stays.domain.articles import EVENT_ARTICLES
from facility_app.modules.stays.domain.types import EventKind
from facility_app.modules.stays.domain.years import MOST_DAYS, MOST_MONTHS
from facility_app.modules.stays.queries.stays import StayDetail, get_stay
from facility_app.modules.stays.service.events import RecordReduction, record_reduction
from facility_app.modules.stays.ui.asking import ask
from facility_app.modules.stays.ui.decision_fields import whole
from facility_app.modules.stays.ui.fields import paper_fields
from facility_app.ui.dialogs.form_dialog import FormDialog, Kept
from facility_app.ui.forms.beginning import Shown, shown
from facility_app.ui.forms.form import Form
from facility_app.ui.forms.usual import past_day
from facility_app.ui.forms.value_fields import NumberField
from facility_app.ui.i18n import tr
from facility_app.ui.shell.spec import PageContext

RECORD = label("verbs", "Ghi giảm thời hạn")
TEXT = label("stays", "Theo quyết định của Tòa án ({article}). Ghi số tháng hoặc số ngày, một trong hai.")
NO_TERM = label("stays", "Diện này không có thời hạn nên không có gì để giảm.")
NOT_NOW = label("stays", "Luật của lần cai nghiện này không có giảm thời hạn ({article}).")
ENDED = label("stays", "Lần cai nghiện này đã kết thúc.")


def why_not(stay: StayDetail) -> str | None:
    """Why no reduction is recorded about a stay; None when one can be."""
    if not stay.is_open:
        return tr(ENDED)
    if not stay.stay_type.has_term:
        return tr(NO_TERM)
    if stay.legal_regime is not LegalRegime.L2021:
        return tr(NOT_NOW, article=_article(stay))
    return None


def ask_reduction(context: PageContext, parent: QWidget, stay: StayDetail) -> FormDialog[Any]:
    """Ask since when, by how much, on which decision."""
    form: Form[Any] = Form(shown, with_bar=False)
    form.add(
        past_day(context, "on", label("stays", "Ngày áp dụng"), is_required=True),
        NumberField("months", label("stays", "Số tháng được giảm"), least=1, most=MOST_MONTHS),
        NumberField("days", label("stays", "hoặc số ngày"), least=1, most=MOST_DAYS),
        spans=(4, 4, 4),
    )
    number, paper_on = paper_fields(context)
    form.add(number, paper_on, spans=(8, 4))
    view = shown()
    return ask(
        context, parent, form, key=f"stays.record_reduction/{stay.stay_id}", title=tr(RECORD), verb=RECORD,
        save=partial(_save, stay.stay_id), value=view, version=stay.version,
        again=partial(_again, stay.stay_id, view), text=tr(TEXT, article=_article(stay)),
    )  # fmt: skip


def _article(stay: StayDetail) -> str:
    return EVENT_ARTICLES[stay.legal_regime][EventKind.REDUCTION]


def _save(stay_id: str, uow: Any, values: Mapping[str, Any], version: int) -> object:
    order = RecordReduction(
        stay_id,
        version,
        values["on"],
        whole(values["months"]),
        whole(values["days"]),
        values["paper_number"],
        values["paper_on"],
    )
    return record_reduction(uow, order)


def _again(stay_id: str, view: Shown, uow: Any) -> Kept[Shown]:
    return Kept(view, get_stay(uow, stay_id).version)
