"""A programme begins with consent and a file, and ends; some ends two people sign; a letter goes along."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, Final

from PySide6.QtWidgets import QWidget

from facility_app.documents.payload import PlainPaper
from facility_app.kernel.labels import label
from facility_app.modules.medication.domain.substitution import PROGRAMME_END_LABELS, MissedAction, ProgrammeEnd
from facility_app.modules.medication.queries.choices import find_substitutes
from facility_app.modules.medication.queries.desk import ProgrammeLine
from facility_app.modules.medication.service.printing import PrintLetter, print_last_dose
from facility_app.modules.medication.service.programmes import (
    EndProgramme,
    StartProgramme,
    end_programme,
    start_programme,
)
from facility_app.modules.medication.ui.order_asking import named_field, note, person_field
from facility_app.modules.medication.ui.order_signing import SignedDialog, ask_signed
from facility_app.ui.dialogs.asking import ask
from facility_app.ui.dialogs.form_dialog import FormDialog
from facility_app.ui.forms.beginning import new_form, shown
from facility_app.ui.forms.check_field import CheckField
from facility_app.ui.forms.choice_fields import CodeField
from facility_app.ui.forms.usual import line, past_day
from facility_app.ui.forms.value_fields import NumberField
from facility_app.ui.i18n import tr
from facility_app.ui.printing.sheets import Sheets
from facility_app.ui.shell.spec import PageContext

START: Final = label("verbs", "Mở chương trình")
END: Final = label("verbs", "Kết thúc chương trình")
LETTER: Final = label("verbs", "In thư liều cuối")
LETTER_FILE: Final = "thu lieu cuoi"
TO: Final = label("medication", "Kính gửi (nơi tiếp nhận điều trị)")
TO_HINT: Final = label("medication", "Bỏ trống thì trên thư để dòng chấm, viết tay")
LETTER_TEXT: Final = label("medication", "Thư về liều cuối của {name}. Lần in được ghi lại.")
START_TEXT: Final = label(
    "medication",
    "Tự nguyện (NĐ 141/2024/NĐ-CP Đ27), có đơn mẫu 09 hoặc quyết định mẫu 10. Dưới 18 tuổi thì người đại diện hợp "
    "pháp đồng ý bằng văn bản (Đ29).",
)
END_TEXT: Final = label(
    "medication",
    "Chương trình của {name} kết thúc hôm nay; các y lệnh thuốc thay thế cũng ngừng. Kết thúc vì bỏ liều hoặc xét "
    "nghiệm dương tính thì cần người thứ hai ký cùng.",
)
SIGN_TEXT: Final = label(
    "medication",
    "Kết thúc điều trị thay thế của {name}: việc này có thể dẫn đến lập hồ sơ cai nghiện bắt buộc. Bác sĩ khác, "
    "dược sĩ hoặc người đứng đầu xem và ký cùng.",
)


def ask_start(
    context: PageContext, over: QWidget, then: Callable[[Any], None], resident_id: str = ""
) -> FormDialog[Any]:
    """Ask for consent and file."""
    form = new_form()
    form.add(person_field(context))
    form.add(
        named_field(
            context, "medicine_id", label("medication", "Thuốc thay thế"), find_substitutes, is_required=True
        ),
        line("file_number", label("medication", "Số đơn, số hồ sơ"), is_required=True),
        spans=(7, 5),
    )
    form.add(
        line("consent_by", label("medication", "Người đồng ý"), is_required=True),
        past_day(context, "consent_on", label("medication", "Ngày đồng ý"), is_required=True),
        spans=(8, 4),
    )
    form.add(CheckField("is_representative", label("medication", "Người đại diện hợp pháp đồng ý")))
    form.add_section(label("medication", "Liều cuối ở nơi khác, nếu có giấy của nơi đó"))
    form.add(
        past_day(context, "outside_on", label("medication", "Ngày dùng liều cuối")),
        NumberField(
            "outside_number",
            label("medication", "Liều"),
            decimals=3,
            hint=label("medication", "Theo đơn vị liều: mg"),
        ),
        line("outside_paper", label("medication", "Số giấy, nơi cấp")),
        spans=(4, 3, 5),
    )
    begin = shown(resident_id=resident_id or None, consent_on=context.today())
    key = f"medication.programme/{resident_id}"
    dialog = ask(context, over, form, key, START, tr(START_TEXT), begin, _start)
    dialog.saved.connect(then)
    return dialog


def ask_end(context: PageContext, over: QWidget, one: ProgrammeLine, then: Callable[[Any], None]) -> SignedDialog:
    """Ask why it ends."""
    form = new_form()
    form.add(
        CodeField(
            "kind",
            label("medication", "Kết thúc vì"),
            options=tuple((kind.value, text) for kind, text in PROGRAMME_END_LABELS.items()),
            is_required=True,
        )
    )
    form.add(note("reason", label("medication", "Ghi rõ"), is_required=True))
    begin = ProgrammeEnd.MISSED.value if one.row.action is MissedAction.END else None
    return ask_signed(
        context,
        over,
        form,
        f"medication.end_programme/{one.row.programme_id}",
        "medication.end_programme",
        partial(_end, one),
        shown(kind=begin),
        verb=END,
        text=tr(END_TEXT, name=one.who.name),
        sign_text=tr(SIGN_TEXT, name=one.who.name),
        then=then,
    )


def ask_letter(context: PageContext, over: QWidget, sheets: Sheets, one: ProgrammeLine) -> FormDialog[Any]:
    """Ask to whom the letter goes; then it is taken and shown."""
    form = new_form()
    form.add(line("to", TO, hint=TO_HINT))
    whose = one.row.resident_id
    text = tr(LETTER_TEXT, name=one.who.name)
    dialog = ask(context, over, form, f"medication.letter/{whose}", LETTER, text, shown(), partial(_letter, whose))
    dialog.saved.connect(partial(sheets.show_paper, LETTER_FILE))
    return dialog


def _letter(resident_id: str, uow: Any, values: Mapping[str, Any]) -> PlainPaper:
    return print_last_dose(uow, PrintLetter(resident_id, values["to"] or ""))


def _start(uow: Any, values: Mapping[str, Any]) -> object:
    command = StartProgramme(
        values["resident_id"] or "",
        values["medicine_id"] or "",
        values["file_number"] or "",
        values["consent_by"] or "",
        values["consent_on"],
        bool(values.get("is_representative")),
        values.get("outside_on"),
        outside_paper=values.get("outside_paper") or "",
        outside_number=values.get("outside_number"),
    )
    return start_programme(uow, command)


def _end(one: ProgrammeLine, uow: Any, values: Mapping[str, Any], countersign: Any) -> object:
    row = one.row
    command = EndProgramme(
        row.programme_id, row.version, ProgrammeEnd(values["kind"]), values["reason"] or "", countersign
    )
    return end_programme(uow, command)
