"""Forms filled in at the door: signs of health and what was done, money and things, bedding, the bed."""

from collections.abc import Mapping, Sequence
from typing import Any

from facility_app.kernel.labels import Label, label
from facility_app.modules.intake.domain.door_health import RED_FLAGS, SIGN_LABELS, Sign
from facility_app.modules.intake.queries.beds import BedOffer
from facility_app.modules.intake.queries.cases import CaseView
from facility_app.modules.intake.service.custody import (
    Brought,
    GiveBedding,
    TakeInAtDoor,
    give_bedding,
    take_in_at_door,
)
from facility_app.modules.intake.service.health import CheckAtDoor, TreatFlags, check_at_door, treat_flags
from facility_app.modules.intake.service.placing import PlaceFromCase, place_from_case
from facility_app.modules.intake.service.typed import Typed
from facility_app.modules.intake.ui.asking import Asked
from facility_app.modules.intake.ui.fields import new_form, note, officer, witness_fields
from facility_app.ui.forms.beginning import shown
from facility_app.ui.forms.check_field import CheckField
from facility_app.ui.forms.choice_fields import CodeField
from facility_app.ui.forms.form import Form
from facility_app.ui.forms.usual import line
from facility_app.ui.forms.value_fields import MoneyField
from facility_app.ui.i18n import tr

RED = label("intake", "Dấu hiệu nguy hiểm: báo bác sĩ ngay")
OTHERS = label("intake", "Dấu hiệu khác")
BED_TEXT = label("intake", "{bed} · {zone} · {reasons}")
NO_BED = label("intake", "Không có giường nào hợp quy tắc. Hãy mở Sơ đồ giường để xem vì sao.")


def health(seen: CaseView) -> Asked:
    """What is seen at the door."""
    known = seen.health

    def make() -> Form[Any]:
        form = new_form()
        red = [one for one in Sign if one in RED_FLAGS]
        for head, signs in ((RED, red), (OTHERS, [one for one in Sign if one not in RED_FLAGS])):
            form.add_section(head)
            for start in range(0, len(signs), 2):
                pair = signs[start : start + 2]
                form.add(*(CheckField(f"sign_{one}", SIGN_LABELS[one]) for one in pair), spans=(6, 6)[: len(pair)])
        form.add(note("note", label("intake", "Mô tả thêm")))
        return form

    def save(uow: Any, values: Mapping[str, Any]) -> None:
        signs = frozenset(one for one in Sign if values[f"sign_{one}"])
        version = 0 if known is None else known.version
        check_at_door(uow, CheckAtDoor(seen.row.case_id, version, signs, values["note"]))

    ticked = {} if known is None else {f"sign_{one}": one in known.signs for one in Sign}
    return Asked(
        id="intake.check_at_door",
        title=label("verbs", "Ghi dấu hiệu sức khỏe khi đến"),
        verb=label("verbs", "Lưu"),
        make=make,
        begin=shown(**ticked, note=None if known is None else known.note),
        save=save,
        told=label("intake", "Đã ghi sức khỏe khi đến."),
    )


def treatment(seen: CaseView) -> Asked:
    """What was done about red flags."""

    def make() -> Form[Any]:
        form = new_form()
        form.add(note("treatment", label("intake", "Đã xử trí"), is_required=True, lines=4))
        return form

    def save(uow: Any, values: Mapping[str, Any]) -> None:
        treat_flags(uow, TreatFlags(seen.row.case_id, values["treatment"]))

    return Asked(
        id="intake.treat_flags",
        title=label("verbs", "Ghi xử trí dấu hiệu nguy hiểm"),
        verb=label("verbs", "Lưu"),
        make=make,
        begin=shown(treatment=None if seen.health is None else seen.health.treatment),
        save=save,
        told=label("intake", "Đã ghi xử trí."),
    )


def belongings(seen: CaseView) -> Asked:
    """Money and things."""

    def make() -> Form[Any]:
        form = new_form()
        form.add(
            MoneyField("money", label("intake", "Tiền mang theo (₫)")),
            CheckField("no_money", label("intake", "Không mang tiền")),
            spans=(6, 6),
        )
        hint = label("intake", "Mỗi dòng một loại: 2 áo sơ mi. Dấu * trước: để trong túi niêm phong")
        form.add(
            note("things", label("intake", "Tư trang"), hint=hint, lines=4),
            CheckField("no_things", label("intake", "Không có tư trang")),
            spans=(8, 4),
        )
        form.add(
            line("location", label("intake", "Nơi cất giữ")),
            line("seal_no", label("intake", "Số niêm phong")),
            spans=(6, 6),
        )
        form.add(*witness_fields(), spans=(6, 6))
        form.add(officer())
        return form

    def save(uow: Any, values: Mapping[str, Any]) -> object:
        return take_in_at_door(uow, TakeInAtDoor(seen.row.case_id, Typed.brought_of(values) or Brought()))

    return Asked(
        id="intake.take_in",
        title=label("verbs", "Nhận giữ tiền, tư trang"),
        verb=label("verbs", "Nhận giữ"),
        make=make,
        begin=shown(),
        save=save,
        told=label("intake", "Đã nhận giữ."),
    )


def bedding(seen: CaseView) -> Asked:
    """What is handed out on admission."""

    def make() -> Form[Any]:
        form = new_form()
        form.add(officer())
        form.add(CheckField("is_whole_set", label("intake", "Cấp luôn quần áo, đồ dùng của năm đầu (Đ113.2)")))
        return form

    def save(uow: Any, values: Mapping[str, Any]) -> object:
        order = GiveBedding(seen.row.case_id, bool(values["is_whole_set"]), values["officer_name"] or "")
        return give_bedding(uow, order)

    return Asked(
        id="intake.give_bedding",
        title=label("verbs", "Cấp màn, chăn, gối"),
        verb=label("verbs", "Lập phiếu cấp phát"),
        make=make,
        begin=shown(),
        save=save,
        told=label("intake", "Đã cấp phát, phiếu {answer}."),
    )


def bed(seen: CaseView, offers: Sequence[BedOffer]) -> Asked:
    """A bed among those the rules allow, the best first."""

    def make() -> Form[Any]:
        form = new_form()
        options = [(one.bed_id, Label("intake", bed_text(one))) for one in offers]
        form.add(CodeField("bed", label("intake", "Giường"), options=options, is_required=True))
        return form

    def save(uow: Any, values: Mapping[str, Any]) -> object:
        return place_from_case(uow, PlaceFromCase(seen.row.case_id, values["bed"]))

    return Asked(
        id="intake.place",
        title=label("verbs", "Xếp giường"),
        verb=label("verbs", "Xếp giường"),
        make=make,
        begin=shown(bed=offers[0].bed_id if offers else None),
        save=save,
        told=label("intake", "Đã xếp giường {answer}."),
        text="" if offers else tr(NO_BED),
    )


def bed_text(one: BedOffer) -> str:
    """A bed with what speaks for it."""
    return tr(BED_TEXT, bed=one.bed, zone=one.zone, reasons=", ".join(one.reasons) or "–")
