"""The verbs about medicines: what lies where, and whether the ledger is as it was written."""

import click

from facility_app.app.cli.command import VerbCommand, VerbFamily
from facility_app.app.cli.first_words import REFUSED
from facility_app.app.cli.frame import Frame
from facility_app.kernel.dates import format_date
from facility_app.kernel.labels import Label, label
from facility_app.modules.pharmacy.domain.amounts import SCALE
from facility_app.modules.pharmacy.domain.classes import CLASS_LABELS
from facility_app.modules.pharmacy.domain.ledger import Bad
from facility_app.modules.pharmacy.domain.shelf import EXPIRY_LABELS
from facility_app.modules.pharmacy.queries.check import verify_ledger
from facility_app.modules.pharmacy.queries.shelf import BalanceRow, list_balances

BAD_WORDS: dict[str, Label] = {
    "gap": label("cli", "thiếu một dòng, hoặc một dòng bị đánh số lại"),
    "hash": label("cli", "dòng này không còn như lúc ghi"),
    "shelf_sum": label("cli", "số còn lại của lô không bằng dòng trước cộng dòng này"),
    "book_sum": label("cli", "số còn lại của sổ không bằng dòng trước cộng dòng này"),
    "below_zero": label("cli", "số còn lại nhỏ hơn 0"),
    "not_chained": label("cli", "dòng của thuốc phải kiểm soát nằm ngoài chuỗi sổ"),
    "signed_page": label("cli", "trang sổ đã ký không khớp với các dòng của nó"),
    "dose_sum": label("cli", "liều thuốc không khớp với dòng sổ"),
}


@click.group(cls=VerbFamily, help=label("cli", "Thuốc: tồn kho, sổ thuốc phải kiểm soát đặc biệt"))
def pharmacy() -> None:
    """Verbs about medicines."""


@pharmacy.command(cls=VerbCommand, help=label("cli", "Tồn kho theo nơi để, thuốc và lô"))
@click.pass_obj
def balance(frame: Frame) -> None:
    """Every lot of which something is left."""
    with frame.facility() as opened, opened.database.read(opened.actor) as uow:
        found = list_balances(uow)
    heads = (
        label("cli", "Nơi để"),
        label("cli", "Thuốc"),
        label("cli", "Lô"),
        label("cli", "Hạn dùng"),
        label("cli", "Còn"),
    )
    cells = [
        (row.place, row.name, row.lot_no, format_date(row.expires_on), row.measure.stock_text(row.left))
        for row in found
    ]
    said = frame.words.fill(label("cli", "{count} lô còn thuốc."), {"count": len(found)})
    frame.answer({"items": [_item(row) for row in found]}, said, frame.table(heads, cells))


@pharmacy.group(cls=VerbFamily, help=label("cli", "Sổ thuốc phải kiểm soát đặc biệt"))
def ledger() -> None:
    """Verbs about the ledger."""


@ledger.command(cls=VerbCommand, help=label("cli", "Kiểm tra sổ: chuỗi, số còn lại, trang đã ký, từng liều"))
@click.pass_context
def verify(ctx: click.Context) -> None:
    """Whether the ledger is as it was written; nothing is repaired."""
    frame = ctx.find_object(Frame)
    assert frame is not None  # noqa: S101 - every verb has one
    with frame.facility() as opened, opened.database.read(opened.actor) as uow:
        found = verify_ledger(uow)
    counts: dict[str, object] = {"rows": found.rows, "chained": found.chained, "pages": found.pages}
    bad = found.first_bad
    document = {"ok": found.ok, **counts, "first_bad": None if bad is None else _bad(bad)}
    if bad is None:
        text = label(
            "cli", "Sổ thuốc đúng như đã ghi: {rows} dòng, {chained} dòng trong chuỗi, {pages} trang đã ký."
        )
        frame.answer(document, frame.words.fill(text, counts))
        return
    text = label(
        "cli",
        "Sổ thuốc KHÔNG còn như đã ghi. Chỗ sai đầu tiên: dòng {entry} – {why}. Hãy giữ nguyên máy, đối chiếu với "
        "trang đã in, ký và báo người đứng đầu cơ sở.",
    )
    why = frame.words(BAD_WORDS[bad.what])
    frame.answer(document, frame.words.fill(text, {"entry": bad.entry_id, "why": why}))
    ctx.exit(REFUSED)


def _item(row: BalanceRow) -> dict[str, object]:
    """One lot; amounts as exact text, in thousandths of the dose unit besides."""
    return {
        "place": row.place,
        "place_kind": row.place_kind.value,
        "medicine_id": row.medicine_id,
        "medicine": row.name,
        "class": row.drug_class.value,
        "class_text": CLASS_LABELS[row.drug_class],
        "lot": row.lot_no,
        "expires_on": row.expires_on.isoformat(),
        "expiry": row.expiry.value,
        "expiry_days": row.soon.within,
        "expiry_text": EXPIRY_LABELS[row.expiry],
        "balance": row.measure.stock_number(row.left),
        "unit": row.measure.stock_unit.value,
        "balance_in_doses": row.measure.dose_text(row.left),
        "thousandths": row.left,
        "thousandths_of": row.measure.dose_unit.value,
        "scale": SCALE,
    }


def _bad(bad: Bad) -> dict[str, object]:
    return {"what": bad.what, "entry_id": bad.entry_id, "chain_no": bad.chain_no}
