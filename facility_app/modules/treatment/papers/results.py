"""Results as papers: an instrument with its raw answers, a drug test with cut-offs and the way of its sample."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from facility_app.db.uow import UnitOfWork, require
from facility_app.documents.facts import facts_grid
from facility_app.documents.payload import Block, Grid, Heading, PlainPaper, Points, Signatures, Text
from facility_app.kernel.dates import format_date, local_date
from facility_app.kernel.labels import label
from facility_app.kernel.sex import SEX_LABELS
from facility_app.modules.catalogues.api import parameter
from facility_app.modules.treatment.domain import (
    DRUG_TEST_KIND_LABELS,
    DRUG_TEST_READING_LABELS,
    READ_DRUG_TESTS,
    READ_SCORES,
    WORDING_LABELS,
    DrugTestKind,
    Instrument,
    Item,
    SampleRules,
)
from facility_app.modules.treatment.domain.asked import WhatWasGiven
from facility_app.modules.treatment.domain.clinical_lists import clinical
from facility_app.modules.treatment.domain.drug_tests import TELLING_LABELS, Telling
from facility_app.modules.treatment.domain.samples import SAMPLE_ANSWER_LABELS, TEST_REASON_LABELS
from facility_app.modules.treatment.papers.house import (
    NOTHING,
    About,
    at_text,
    house_paper,
    late_text,
    not_found,
    read_about,
    struck_text,
    who_facts,
)
from facility_app.modules.treatment.queries.drug_tests import TestRow, get_test, list_kits
from facility_app.modules.treatment.queries.measured import ScoreRow, list_scores
from facility_app.modules.treatment.queries.samples import get_sample

SCREEN_WARNING: Final = label(
    "papers",
    "Kết quả xét nghiệm nhanh chỉ là nghi ngờ cho đến khi có xét nghiệm khẳng định; một mình nó không phải căn cứ "
    "để xử lý kỷ luật.",
)
NEGATIVE_REMINDER: Final = label("papers", "Đọc kit: hai vạch là âm tính; một vạch chứng là dương tính.")


def instrument_result(uow: UnitOfWork, stay_id: str, score_id: str) -> PlainPaper:
    """One scoring: every answer, the result, whose wording it is and by which definition it was scored.

    Raises:
        UserError: ``not_found``, also for an instrument the actor may not see; ``instrument_unknown``.
    """
    require(uow, READ_SCORES)
    row = next((one for one in list_scores(uow, stay_id) if one.written.entry_id == score_id), None)
    if row is None:
        raise not_found(score_id)
    scale = clinical(uow.ports.shelf).instruments.get(row.instrument, row.instrument_version)
    about = read_about(uow, stay_id)
    facts = [
        *who_facts(about),
        (label("papers", "Lúc đánh giá"), at_text(row.written.happened_at)),
        (label("papers", "Người đánh giá"), " ".join((row.written.author, late_text(row.written))).strip()),
        (label("papers", "Khoảng thời gian hỏi"), row.reference_period or str(scale.reference_period.vi)),
    ]
    heads = (
        label("papers", "Mục"),
        label("papers", "Câu hỏi"),
        label("papers", "Trả lời"),
        label("papers", "Điểm"),
    )
    rows = tuple(_answer(one, row.answers.get(one.key)) for one in scale.items)
    blocks: list[Block] = [
        facts_grid(facts),
        Grid(heads, rows, frozenset({3}), (8, 40, 44, 8)),
        Text(struck_text(row.written, _result(row, scale)), is_strong=True),
    ]
    alerts = tuple(_alerts(row, scale))
    if alerts:
        blocks += [Heading(label("papers", "Cần chú ý")), Points(alerts)]
    blocks += [Text(_definition(row, scale)), Signatures((label("papers", "Người đánh giá"),))]
    title = label("papers", "KẾT QUẢ THANG ĐÁNH GIÁ {code}").format(code=scale.code)
    return house_paper(title, blocks, about, str(scale.title.vi))


def drug_test_slip(uow: UnitOfWork, test_id: str) -> PlainPaper:
    """One drug test: why, how the sample was taken, each panel with its cut-off, every hand it went through.

    Raises:
        UserError: ``not_found``.
    """
    require(uow, READ_DRUG_TESTS)
    test = get_test(uow, test_id)
    about = read_about(uow, test.stay_id)
    blocks: list[Block] = [
        facts_grid([*who_facts(about), *_ordered_facts(test), *_sample_facts(test)]),
        Heading(label("papers", "Kết quả")),
        *_readings(uow, test),
        Heading(label("papers", "Thuốc dùng trước khi lấy mẫu")),
        Text(_medicines_before(uow, about, test)),
        Heading(label("papers", "Giao nhận mẫu")),
        _custody(test),
        Text(_disposed(test)),
        Text(str(SCREEN_WARNING)) if test.kind is DrugTestKind.SCREEN else Text(_confirmed(test)),
        *_telling(uow, test),
        Signatures(
            (
                label("papers", "Người lấy mẫu"),
                label("papers", "Người chứng kiến"),
                label("papers", "Người đọc thứ nhất"),
                label("papers", "Người đọc thứ hai"),
            )
        ),
    ]
    title = label("papers", "PHIẾU XÉT NGHIỆM CHẤT MA TÚY")
    struck = (
        "" if not test.is_struck else label("papers", "ĐÃ GẠCH BỎ: {why}").format(why=test.struck_reason or "")
    )
    return house_paper(title, blocks, about, struck or str(DRUG_TEST_KIND_LABELS[test.kind]))


def _answer(item: Item, value: object) -> tuple[str, str, str, str]:
    if value is None:
        return item.key, str(item.text.vi), NOTHING, ""
    found = next((one for one in item.options if one.value == value), None)
    if found is None:
        unit = "" if item.measure is None else f" {item.measure.unit}"
        return item.key, str(item.text.vi), f"{value}{unit}".replace(".", ","), ""
    points = "" if found.points is None or not item.is_scored else str(found.points)
    return item.key, str(item.text.vi), str(found.text.vi) or str(found.value), points


def _result(row: ScoreRow, scale: Instrument) -> str:
    said = [_total(row, scale)] if scale.has_total else []
    for code, sub in row.subscores.items():
        said.append(_subscore(code, sub, row, scale))
    if not row.is_complete:
        said.append(label("papers", "Chưa đủ câu trả lời nên không có tổng điểm."))
    return "\n".join(filter(None, said))


def _total(row: ScoreRow, scale: Instrument) -> str:
    if row.total is None:
        return ""
    most = NOTHING if scale.span is None else str(scale.span[1])
    return label("papers", "Tổng điểm: {total}/{most}{band}").format(
        total=row.total, most=most, band=_band(row.band, row.band_set, scale)
    )


def _band(code: str | None, band_set: str | None, scale: Instrument) -> str:
    sets = [one for key, one in scale.band_sets.items() if band_set in {None, key}]
    found = next((band for one in sets for band in one.bands if band.code == code), None)
    return "" if found is None else f" – {found.text.vi}"


def _subscore(code: str, sub: Mapping[str, Any], row: ScoreRow, scale: Instrument) -> str:
    if sub.get("sum") is None:
        return ""
    names = {one.code: one.text.vi for one in scale.subscores} | {
        key: one.text.vi for key, one in scale.parts.items()
    }
    band_set = scale.parts[code].bands if code in scale.parts else row.band_set
    return f"{names.get(code, code)}: {sub['sum']}{_band(sub.get('band'), band_set, scale)}"


def _alerts(row: ScoreRow, scale: Instrument) -> Iterator[str]:
    texts = {one.code: str(one.text.vi) for one in scale.alerts}
    for alert in row.alerts:
        if alert["code"] in texts:
            yield texts[alert["code"]]


def _definition(row: ScoreRow, scale: Instrument) -> str:
    return label("papers", "{wording}. {licence} Bản định nghĩa {version}, mã kiểm tra {digest}.").format(
        wording=WORDING_LABELS[scale.wording],
        licence=scale.licence.vi,
        version=row.instrument_version,
        digest=row.digest[:16],
    )


def _ordered_facts(test: TestRow) -> Iterator[tuple[str, str]]:
    yield label("papers", "Lý do, căn cứ"), f"{TEST_REASON_LABELS[test.reason]}; {test.legal_basis}"
    yield label("papers", "Người quyết định"), f"{test.ordered_name}, {at_text(test.ordered_at)}"
    answer = "" if test.answer is None else str(SAMPLE_ANSWER_LABELS[test.answer])
    yield label("papers", "Người được xét nghiệm"), answer
    yield label("papers", "Cha mẹ, người giám hộ có mặt"), test.guardian_name or ""


def _sample_facts(test: TestRow) -> Iterator[tuple[str, str]]:
    yield label("papers", "Số mẫu (trên niêm phong)"), test.sample_no or ""
    yield label("papers", "Lấy mẫu lúc"), at_text(test.collected_at)
    for head, name, sex in (
        (label("papers", "Người lấy mẫu"), test.collector_name, test.collector_sex),
        (label("papers", "Người chứng kiến"), test.witness_name, test.witness_sex),
    ):
        yield head, f"{name} ({str(SEX_LABELS[sex]).lower()})" if name and sex is not None else name or ""
    yield label("papers", "Cha, mẹ, người giám hộ có mặt"), test.guardian_name or ""
    if test.temp_tenths is not None and test.temp_after_s is not None:
        told = label("papers", "{temp} °C sau {seconds} giây – {fresh}").format(
            temp=f"{test.temp_tenths / 10:.1f}".replace(".", ","),
            seconds=test.temp_after_s,
            fresh=label("papers", "phù hợp") if test.is_fresh else label("papers", "KHÔNG phù hợp"),
        )
        yield label("papers", "Nhiệt độ mẫu"), told
    yield label("papers", "Màu, mùi, dấu hiệu pha loãng"), test.tamper_note or ""


def _readings(uow: UnitOfWork, test: TestRow) -> Iterator[Block]:
    if not test.readings:
        yield Text(label("papers", "Chưa có kết quả."))
        return
    panels = clinical(uow.ports.shelf).panels
    heads = (
        label("papers", "Ký hiệu"),
        label("papers", "Chất"),
        label("papers", "Ngưỡng (ng/ml)"),
        label("papers", "Kết quả"),
    )
    rows = tuple(
        (
            one.panel,
            str(panels[one.panel].target) if one.panel in panels else NOTHING,
            NOTHING if one.cutoff is None else str(one.cutoff),
            str(DRUG_TEST_READING_LABELS[one.reading]),
        )
        for one in test.readings
    )
    yield Grid(heads, rows, frozenset({2}), (12, 33, 20, 35))
    kit = next((one for one in list_kits(uow) if one.kit_id == test.kit_id), None)
    told = [f"{test.reader_name or NOTHING}; {test.second_name or NOTHING}, {at_text(test.read_at)}"]
    if kit is not None:
        made = label("papers", "kit {brand}, lô {lot}, hạn {day}").format(
            brand=kit.brand, lot=kit.lot_no, day=format_date(kit.expires_on)
        )
        told.append(made)
    yield Text(
        label("papers", "Người đọc: {told}. {reminder}").format(told="; ".join(told), reminder=NEGATIVE_REMINDER)
    )


def _medicines_before(uow: UnitOfWork, about: About, test: TestRow) -> str:
    """What the person had in the days before: it may explain a positive reading."""
    at = test.collected_at or test.ordered_at
    back = SampleRules.of(lambda key: parameter(uow, key)).look_back
    given: Sequence[Any] = [
        one for answer in uow.ask(WhatWasGiven(about.stay.resident_id, at - back, at)) for one in answer
    ]
    last: dict[str, Any] = {one.medicine: one for one in given if one.is_taken}
    if not last:
        return label("papers", "Không ghi nhận liều nào trong {days} ngày trước.").format(days=back.days)
    told = "; ".join(
        label("papers", "{medicine} (lần cuối {day})").format(medicine=name, day=format_date(local_date(one.at)))
        for name, one in last.items()
    )
    return label("papers", "Trong {days} ngày trước: {told}.").format(days=back.days, told=told)


def _custody(test: TestRow) -> Block:
    if not test.custody:
        return Text(label("papers", "Chưa giao cho ai."))
    heads = (
        label("papers", "Lúc"),
        label("papers", "Người giao"),
        label("papers", "Người nhận"),
        label("papers", "Để làm gì"),
        label("papers", "Niêm phong"),
    )
    rows = tuple(
        (
            at_text(one.happened_at),
            one.from_name,
            one.to_name,
            one.purpose,
            label("papers", "còn nguyên")
            if one.is_intact
            else f"{label('papers', 'KHÔNG nguyên')}: {one.condition}",
        )
        for one in test.custody
    )
    return Grid(heads, rows, widths=(18, 22, 22, 22, 16))


def _disposed(test: TestRow) -> str:
    if test.disposed_on is None:
        return label("papers", "Hủy mẫu: ngày ……/……/……, cách hủy …………………………")
    return label("papers", "Hủy mẫu: ngày {day}, {method}; {name}.").format(
        day=format_date(test.disposed_on), method=test.disposal or NOTHING, name=test.disposed_name or NOTHING
    )


def _telling(uow: UnitOfWork, test: TestRow) -> Iterator[Block]:
    """Whether the commune police learn of it: who holds the slip must not send what the law keeps here (Đ23.2)."""
    law = get_sample(uow, test.test_id).telling
    if law is not Telling.NOTHING:
        yield Text(label("papers", "Báo kết quả: {law}.").format(law=TELLING_LABELS[law]))


def _confirmed(test: TestRow) -> str:
    return label("papers", "Nơi xét nghiệm khẳng định: {where}.").format(where=test.laboratory or NOTHING)
