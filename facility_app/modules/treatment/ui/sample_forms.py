"""What is asked about a drug test: the decision, the sample, its way, what was read, whether the police learn."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any, Final

from PySide6.QtWidgets import QWidget

from facility_app.kernel.dates import format_date
from facility_app.kernel.labels import Label, label
from facility_app.kernel.sex import SEX_LABELS, Sex
from facility_app.modules.treatment.domain.drug_tests import (
    DRUG_TEST_READING_LABELS,
    TELLING_LABELS,
    DrugTestKind,
    DrugTestReading,
    Panel,
)
from facility_app.modules.treatment.domain.samples import (
    SAMPLE_ANSWER_LABELS,
    TEST_REASON_LABELS,
    SampleAnswer,
    TestReason,
)
from facility_app.modules.treatment.queries.drug_tests import KitRow
from facility_app.modules.treatment.queries.samples import SampleCard
from facility_app.modules.treatment.service.drug_results import (
    DecideTelling,
    RecordReadings,
    decide_telling,
    record_readings,
)
from facility_app.modules.treatment.service.sample_keeping import DisposeSample, dispose_sample
from facility_app.modules.treatment.service.sampling import (
    AddKit,
    HandOn,
    OrderTest,
    TakeSample,
    add_kit,
    hand_on,
    order_test,
    take_sample,
)
from facility_app.modules.treatment.ui.ward_fields import patient_field
from facility_app.ui.dialogs.form_dialog import Filing, FormDialog
from facility_app.ui.forms.check_field import CheckField
from facility_app.ui.forms.choice_fields import CodeField
from facility_app.ui.forms.form import Form
from facility_app.ui.forms.text_fields import NoteField, TextField
from facility_app.ui.forms.value_fields import DateField, NumberField
from facility_app.ui.i18n import tr
from facility_app.ui.shell.spec import PageContext

ORDER, TAKE, HAND = (
    label("verbs", "Quyết định xét nghiệm"),
    label("verbs", "Ghi lấy mẫu"),
    label("verbs", "Giao nhận mẫu"),
)
DISPOSE = label("verbs", "Ghi hủy mẫu")
READ, CONFIRM, TELL = (
    label("verbs", "Ghi kết quả"),
    label("verbs", "Gửi xét nghiệm khẳng định"),
    label("verbs", "Quyết định việc báo"),
)
KIT, GO_ON = label("verbs", "Thêm lô kit"), label("verbs", "Tiếp tục")
REASON, NOTE = label("treatment", "Lý do xét nghiệm"), label("terms", "Ghi chú")
ANSWER = label("treatment", "Người được xét nghiệm")
SAMPLE_NO = label("treatment", "Số mẫu trên niêm phong")
COLLECTOR_SEX = label("treatment", "Giới tính người lấy mẫu")
WITNESS, WITNESS_SEX = label("treatment", "Người chứng kiến"), label("treatment", "Giới tính người chứng kiến")
GUARDIAN = label("treatment", "Cha mẹ, người giám hộ có mặt (dưới 18 tuổi)")
WARMTH, AFTER = label("treatment", "Nhiệt độ mẫu (°C)"), label("treatment", "Đo sau (giây)")
TAMPER = label("treatment", "Điều bất thường: lượng, màu, mùi, nhiệt độ")
FROM, TO, PURPOSE = (
    label("treatment", "Người giao"),
    label("treatment", "Người nhận"),
    label("treatment", "Mục đích"),
)
INTACT, CONDITION = (
    label("treatment", "Niêm phong còn nguyên"),
    label("treatment", "Tình trạng mẫu, nếu không nguyên"),
)
DISPOSED_ON, METHOD = label("treatment", "Ngày hủy"), label("treatment", "Cách hủy")
DISPOSE_TEXT = label(
    "treatment", "Mẫu đang chờ kết quả khẳng định thì giữ lại. Đã ghi hủy thì không giao mẫu đi đâu nữa."
)
LOT, SECOND = label("treatment", "Lô kit đã dùng"), label("treatment", "Người đọc thứ hai")
LABORATORY = label("treatment", "Phòng xét nghiệm khẳng định")
IS_TOLD, NUMBER = label("treatment", "Quyết định"), label("treatment", "Số văn bản gửi")
SEND, KEEP = label("treatment", "Gửi Công an cấp xã"), label("treatment", "Không gửi, giữ trong hồ sơ")
BRAND, LOT_NO, EXPIRES = (
    label("treatment", "Tên kit"),
    label("treatment", "Số lô"),
    label("treatment", "Hạn dùng"),
)
ORDER_TEXT = label(
    "treatment",
    "Người đứng đầu cơ sở xét nghiệm, chỉ định xét nghiệm người cai nghiện (Luật PCMT 2025 Đ23.1d, Đ23.2).",
)
TAKE_TEXT = label(
    "treatment",
    "{name} · {sex}. Người lấy mẫu, người chứng kiến phải cùng giới; niêm phong mẫu trước mặt người được xét "
    "nghiệm (NĐ 163/2026 Đ56.5). Nếu từ chối, chỉ chọn “Từ chối”.",
)
READ_TEXT = label(
    "treatment",
    "Hai vạch là âm tính, một vạch chứng là dương tính; mất vạch chứng là không hợp lệ. Bỏ trống chỉ số không "
    "đọc.",
)
CONFIRM_TEXT = label(
    "treatment",
    "Xét nghiệm nhanh chỉ cho biết nghi ngờ; mọi hệ quả chờ kết quả khẳng định hoặc quyết định của con người.",
)
LAB_TEXT = label("treatment", "Ghi đúng như phiếu của phòng xét nghiệm. Bỏ trống chỉ số không làm.")
KIT_TEXT = label("treatment", "Ngưỡng (ng/mL) theo tờ hướng dẫn của chính lô này; bỏ trống chỉ số kit không có.")
NO_KIT = label("treatment", "Chưa có lô kit nào còn hạn. Hãy thêm lô kit trước.")
KIT_WORDS = label("treatment", "{brand}, lô {lot}, hạn {day}: {panels}")
CUTOFF = label("treatment", "{code} (thường {usual})")
READING_OF = label("treatment", "{code} – {target}, ngưỡng {cutoff} ng/mL")
LAB_OF = label("treatment", "{code} – {target}")
ROW: Final = 4
LINE: Final = 200


@dataclass(frozen=True, slots=True)
class Asking:
    """Where a form is opened."""

    context: PageContext
    over: QWidget

    def form(
        self, form: Form[Any], save: Any, key: str, verb: Label, text: str, begin: Any = None
    ) -> FormDialog[Any]:
        """Open a form with its verb."""
        context = self.context
        dialog: FormDialog[Any] = FormDialog(
            context.theme,
            context.runner,
            context.drafts,
            form,
            Filing(key=f"treatment.sample {key}", save=save),
            title=tr(verb),
            text=text,
            verb=verb,
            parent=self.over,
        )
        dialog.open_with(begin)
        return dialog

    def order(self) -> FormDialog[Any]:
        """Ask who is tested and why."""
        form = _form()
        form.add(patient_field(self.context))
        form.add(CodeField("reason", REASON, options=_options(TEST_REASON_LABELS), is_required=True))
        form.add(NoteField("note", NOTE, limit=500, lines=2))
        return self.form(form, _order, "order", ORDER, tr(ORDER_TEXT))

    def take(self, card: SampleCard) -> FormDialog[Any]:
        """Ask how the sample was taken, or refused."""
        form, sexes = _form(), _options(SEX_LABELS)
        form.add(CodeField("answer", ANSWER, options=_options(SAMPLE_ANSWER_LABELS), is_required=True))
        form.add(
            TextField("sample_no", SAMPLE_NO, limit=LINE), CodeField("collector_sex", COLLECTOR_SEX, options=sexes)
        )
        form.add(TextField("witness", WITNESS, limit=LINE), CodeField("witness_sex", WITNESS_SEX, options=sexes))
        if card.needs_guardian:
            form.add(TextField("guardian", GUARDIAN, limit=LINE))
        form.add(NumberField("temp", WARMTH, decimals=1, most=60), NumberField("temp_after_s", AFTER, most=3600))
        form.add(NoteField("tamper_note", TAMPER, limit=500, lines=2))
        row = card.row
        text = tr(TAKE_TEXT, name=row.name, sex=SEX_LABELS[row.sex])
        return self.form(form, partial(_take, row.test_id, row.test.version), row.test_id, TAKE, text)

    def hand_on(self, card: SampleCard) -> FormDialog[Any]:
        """Ask through whose hands the sample goes."""
        form = _form()
        form.add(TextField("from_name", FROM, limit=LINE), TextField("to_name", TO, limit=LINE))
        form.add(TextField("purpose", PURPOSE, limit=LINE))
        form.add(CheckField("is_intact", INTACT))
        form.add(TextField("condition", CONDITION, limit=LINE))
        key = f"hand {card.row.test_id}"
        return self.form(form, partial(_hand, card.row.test_id), key, HAND, "", Begin(is_intact=True))

    def dispose(self, card: SampleCard) -> FormDialog[Any]:
        """Ask when and how the sample was destroyed."""
        form, today = _form(), partial(_today, self.context)
        form.add(
            DateField("on", DISPOSED_ON, today=today, is_required=True),
            TextField("method", METHOD, limit=LINE, is_required=True),
            spans=(4, 8),
        )
        save = partial(_dispose, card.row.test_id, card.row.test.version)
        return self.form(form, save, f"dispose {card.row.test_id}", DISPOSE, tr(DISPOSE_TEXT), Begin(on=today()))

    def kit_used(self, card: SampleCard, kits: Sequence[KitRow]) -> FormDialog[Any]:
        """Ask which lot was used; its panels are asked next."""
        form = _form()
        form.add(
            CodeField("kit_id", LOT, options=[(one.kit_id, kit_words(one)) for one in kits], is_required=True)
        )
        return self.form(form, _kit_id, f"kit {card.row.test_id}", GO_ON, tr(READ_TEXT))

    def readings(self, card: SampleCard, panels: Mapping[str, Panel], kit: KitRow | None) -> FormDialog[Any]:
        """Ask what each panel says, in the order of the kit."""
        form, options = _form(), _options(DRUG_TEST_READING_LABELS)
        for code, panel in panels.items():
            if kit is None:
                head = tr(LAB_OF, code=code, target=panel.target)
            else:
                head = tr(READING_OF, code=code, target=panel.target, cutoff=kit.cutoffs[code])
            form.add(CodeField(f"panel_{code}", Label("", head), options=options))
        if card.row.test.kind is DrugTestKind.SCREEN:
            form.add(TextField("second_reader", SECOND, limit=LINE))
        else:
            form.add(TextField("laboratory", LABORATORY, limit=LINE))
        save = partial(_read, card.row.test_id, card.row.test.version, None if kit is None else kit.kit_id)
        text = tr(READ_TEXT if kit is not None else LAB_TEXT)
        return self.form(form, save, f"read {card.row.test_id}", READ, text)

    def tell(self, card: SampleCard) -> FormDialog[Any]:
        """Ask whether the commune police learn of it; the law stands above."""
        form = _form()
        form.add(CodeField("is_told", IS_TOLD, options=(("yes", SEND), ("no", KEEP)), is_required=True))
        form.add(TextField("number", NUMBER, limit=LINE))
        save = partial(_tell, card.row.test_id, card.row.test.version)
        return self.form(form, save, f"tell {card.row.test_id}", TELL, tr(TELLING_LABELS[card.telling]))

    def kit(self, panels: Sequence[Panel]) -> FormDialog[Any]:
        """Ask for a lot of kits and its cut-offs."""
        form = _form()
        form.add(TextField("brand", BRAND, limit=LINE), TextField("lot_no", LOT_NO, limit=LINE), spans=(7, 5))
        form.add(DateField("expires_on", EXPIRES, today=partial(_today, self.context), is_required=True))
        for begin in range(0, len(panels), ROW):
            form.add(*(_cutoff(one) for one in panels[begin : begin + ROW]))
        return self.form(form, _kit, "kit", KIT, tr(KIT_TEXT))


class Begin(dict[str, Any]):
    """What a form begins with, by the names of its fields."""

    def __getattr__(self, name: str) -> Any:
        """The value of a field; None where nothing is said."""
        if name.startswith("_"):
            raise AttributeError(name)
        return self.get(name)


def kit_words(kit: KitRow) -> Label:
    """A lot as it is chosen."""
    panels = ", ".join(f"{code} {limit}" for code, limit in kit.cutoffs.items())
    return Label(
        "", tr(KIT_WORDS, brand=kit.brand, lot=kit.lot_no, day=format_date(kit.expires_on), panels=panels)
    )


def _form() -> Form[Any]:
    return Form(Begin, with_bar=False)


def _options(words: Mapping[Any, Label]) -> tuple[tuple[str, Label], ...]:
    return tuple((one.value, text) for one, text in words.items())


def _today(context: PageContext) -> date:
    return context.today()


def _cutoff(panel: Panel) -> NumberField:
    usual = panel.usual_cutoffs[0]
    head = Label("", tr(CUTOFF, code=panel.code, usual=usual))
    return NumberField(f"cutoff_{panel.code}", head, most=100_000)


def _whole(value: Decimal | None) -> int | None:
    return None if value is None else int(value)


def _sex(value: str | None) -> Sex | None:
    return None if value is None else Sex(value)


def _order(uow: Any, values: Mapping[str, Any], _version: int) -> str:
    return order_test(uow, OrderTest(values["stay_id"], TestReason(values["reason"]), values["note"]))


def _take(test_id: str, version: int, uow: Any, values: Mapping[str, Any], _version: int) -> str:
    temp = values["temp"]
    take_sample(
        uow,
        TakeSample(
            test_id,
            version,
            SampleAnswer(values["answer"]),
            sample_no=values["sample_no"] or "",
            witness=values["witness"] or "",
            collector_sex=_sex(values["collector_sex"]),
            witness_sex=_sex(values["witness_sex"]),
            guardian=values.get("guardian"),
            temp_tenths=None if temp is None else int(temp * 10),
            temp_after_s=_whole(values["temp_after_s"]),
            tamper_note=values["tamper_note"],
        ),
    )
    return test_id


def _hand(test_id: str, uow: Any, values: Mapping[str, Any], _version: int) -> str:
    command = HandOn(
        test_id,
        values["from_name"] or "",
        values["to_name"] or "",
        values["purpose"] or "",
        bool(values["is_intact"]),
        values["condition"],
    )
    hand_on(uow, command)
    return test_id


def _dispose(test_id: str, version: int, uow: Any, values: Mapping[str, Any], _version: int) -> str:
    dispose_sample(uow, DisposeSample(test_id, version, values["method"] or "", values["on"]))
    return test_id


def _kit_id(_uow: Any, values: Mapping[str, Any], _version: int) -> str:
    return str(values["kit_id"])


def _read(
    test_id: str, version: int, kit_id: str | None, uow: Any, values: Mapping[str, Any], _version: int
) -> str:
    readings = {
        name.removeprefix("panel_"): DrugTestReading(value)
        for name, value in values.items()
        if name.startswith("panel_") and value is not None
    }
    record_readings(
        uow,
        RecordReadings(test_id, version, readings, kit_id, values.get("laboratory"), values.get("second_reader")),
    )
    return test_id


def _tell(test_id: str, version: int, uow: Any, values: Mapping[str, Any], _version: int) -> str:
    is_told = values["is_told"] == "yes"
    decide_telling(uow, DecideTelling(test_id, version, is_told, values["number"] if is_told else None))
    return test_id


def _kit(uow: Any, values: Mapping[str, Any], _version: int) -> str:
    cutoffs = {
        name.removeprefix("cutoff_"): int(value)
        for name, value in values.items()
        if name.startswith("cutoff_") and value is not None
    }
    return add_kit(uow, AddKit(values["brand"] or "", values["lot_no"] or "", values["expires_on"], cutoffs))
