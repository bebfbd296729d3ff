"""Thời gian quản lý được trừ: days held before the term, forgotten when somebody came in, come off it on V-32."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from facility_app.kernel.labels import label
from facility_app.modules.stays.domain.articles import EVENT_ARTICLES
from facility_app.modules.stays.domain.types import EventKind
from facility_app.modules.stays.queries.stays import StayDetail, get_stay
from facility_app.modules.stays.service.crediting import RecordCredit, record_credit
from facility_app.modules.stays.ui import words
from facility_app.modules.stays.ui.asking import ask
from facility_app.modules.stays.ui.fields import paper_fields
from facility_app.ui.dialogs.form_dialog import FormDialog, Kept
from facility_app.ui.forms.beginning import Shown, shown
from facility_app.ui.forms.form import Form
from facility_app.ui.forms.usual import past_day
from facility_app.ui.i18n import tr
from facility_app.ui.shell.spec import PageContext

RECORD = label("verbs", "Ghi thời gian quản lý được trừ")
TEXT = label(
    "stays",
    "Những ngày quản lý trong khi lập hồ sơ, trước ngày bắt đầu {start}, được trừ vào thời hạn ({article}). Ghi "
    "theo quyết định quản lý (V-32).",
)
NO_TERM = label("stays", "Diện này không có thời hạn nên không có gì để trừ.")
ENDED = label("stays", "Lần cai nghiện này đã kết thúc.")


def why_not(stay: StayDetail) -> str | None:
    """Why no credit is recorded about a stay; None when one can be."""
    if not stay.is_open:
        return tr(ENDED)
    return None if stay.stay_type.has_term else tr(NO_TERM)


def ask_credit(context: PageContext, parent: QWidget, stay: StayDetail) -> FormDialog[Any]:
    """Ask from when to when, on which decision."""
    form: Form[Any] = Form(shown, with_bar=False)
    form.add(
        past_day(context, "held_from", label("stays", "Quản lý từ ngày"), is_required=True),
        past_day(context, "held_to", label("stays", "Đến ngày (không tính ngày này)"), is_required=True),
        spans=(6, 6),
    )
    number, paper_on = paper_fields(context)
    form.add(number, paper_on, spans=(8, 4))
    view = shown(held_to=stay.term_start_on)
    article = EVENT_ARTICLES[stay.legal_regime][EventKind.TEMPORARY_MANAGEMENT_CREDIT]
    return ask(
        context, parent, form, key=f"stays.record_credit/{stay.stay_id}", title=tr(RECORD), verb=RECORD,
        save=partial(_save, stay.stay_id), value=view, version=stay.version,
        again=partial(_again, stay.stay_id, view),
        text=tr(TEXT, start=words.day(stay.term_start_on), article=article),
    )  # fmt: skip


def _save(stay_id: str, uow: Any, values: Mapping[str, Any], version: int) -> object:
    paper = values["paper_number"], values["paper_on"]
    return record_credit(uow, RecordCredit(stay_id, version, values["held_from"], values["held_to"], *paper))


def _again(stay_id: str, view: Shown, uow: Any) -> Kept[Shown]:
    return Kept(view, get_stay(uow, stay_id).version)
