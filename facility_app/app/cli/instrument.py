"""The verbs about instruments: which there are, and the score of answers in a file; no data folder, no account."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

import click

from facility_app.app.cli.command import VerbCommand, VerbFamily, VerbOption
from facility_app.app.cli.frame import Frame
from facility_app.app.cli.json_file import read_json
from facility_app.app.cli.usage import PATH
from facility_app.app.paths import resources_folder
from facility_app.app.shelf import ResourceShelf
from facility_app.app.words import Words
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.kernel.shipped import EVIDENCE_LABELS
from facility_app.modules.treatment.domain import (
    CONTRADICTION,
    SEVERITY_LABELS,
    WORDING_LABELS,
    Alert,
    Band,
    BandSet,
    Instrument,
    InstrumentLibrary,
    Item,
    Score,
    instruments,
    score,
)

NOT_JSON: Final = label(
    "errors",
    "Tệp {file} không phải JSON hợp lệ (dòng {line}). Hãy ghi một nhóm (JSON object) số mục và câu trả lời, "
    'ví dụ "1": 2, "2": 0, bảng mã UTF-8.',
)
NOT_AN_OBJECT: Final = label(
    "errors",
    'Tệp {file} phải là một nhóm (JSON object) số mục và câu trả lời, ví dụ "1": 2, "2": 0.',
)
CONTRADICTED: Final = label(
    "cli", "Mục {items} có trả lời, nhưng câu trước đã trả lời là không cần hỏi: hãy hỏi lại."
)
NONE: Final = label("cli", "không có")


@click.group("instrument", cls=VerbFamily, help=label("cli", "Thang đánh giá"))
def instrument() -> None:
    """Verbs about instruments."""


@instrument.command(
    "list", cls=VerbCommand, help=label("cli", "Các thang, mục và giá trị nhận được; không cần dữ liệu")
)
@click.pass_obj
def list_instruments(frame: Frame) -> None:
    """Every instrument in its newest version."""
    found = [*_library(frame)]
    words = frame.words
    heads = (
        label("cli", "Thang"),
        label("cli", "Tên"),
        label("cli", "Điểm"),
        label("cli", "Bản dịch"),
        label("cli", "Nguồn và quyền sử dụng"),
    )
    cells = [
        (one.code, words(one.title.vi), _span(one), words(WORDING_LABELS[one.wording]), words(one.licence.vi))
        for one in found
    ]
    frame.answer({"instruments": [instrument_document(one, words) for one in found]}, frame.table(heads, cells))


@instrument.command("score", cls=VerbCommand, help=label("cli", "Tính điểm các câu trả lời; không cần dữ liệu"))
@click.argument("code", metavar="CODE")
@click.option(
    "--answers",
    cls=VerbOption,
    type=PATH,
    required=True,
    help=label("cli", "tệp JSON: số mục → câu trả lời"),
)
@click.option("--bands", cls=VerbOption, help=label("cli", "bộ mức độ của cơ sở, với thang có nhiều bộ"))
@click.pass_obj
def score_answers(frame: Frame, code: str, answers: Path, bands: str | None) -> None:
    """The result of one file of answers."""
    chosen = _library(frame).get(code)
    found = read_json(answers, "instrument", NOT_JSON)
    if not isinstance(found, Mapping):
        raise UserError("instrument_not_object", NOT_AN_OBJECT, file=answers.name)
    result = score(chosen, found, bands)
    frame.answer(score_document(chosen, result, frame.words), score_text(frame, chosen, result))


def _library(frame: Frame) -> InstrumentLibrary:
    library = instruments(ResourceShelf(resources_folder() / "catalogues"))
    frame.words = frame.words.knowing(library.english())
    return library


def _span(one: Instrument) -> str:
    return "–" if one.span is None else f"{one.span[0]}–{one.span[1]}"


def instrument_document(one: Instrument, words: Words) -> dict[str, object]:
    """One instrument for programs."""
    return {
        "code": one.code,
        "version": one.version,
        "sha256": one.digest,
        "title": words(one.title.vi),
        "rater": one.rater.value,
        "reference_period": words(one.reference_period.vi),
        "minimum": one.span[0] if one.span else None,
        "maximum": one.span[1] if one.span else None,
        "items": [_item_document(item, words) for item in one.items],
        "bands": [_bands_document(bands, words) for bands in one.band_sets.values()],
        "parts": [
            {"key": part.key, "text": words(part.text.vi), "bands": part.bands} for part in one.parts.values()
        ],
        "subscores": [
            {"code": sub.code, "text": words(sub.text.vi), "items": [*sub.items]} for sub in one.subscores
        ],
        "wording": one.wording.value,
        "licence": words(one.licence.vi),
        "licence_evidence": one.licence_evidence.value,
        "source": one.source,
        "evidence": one.evidence.value,
        "not_for": [words(limit.vi) for limit in one.limits],
    }


def _item_document(item: Item, words: Words) -> dict[str, object]:
    document: dict[str, object] = {"key": item.key, "text": words(item.text.vi), "scored": item.is_scored}
    if item.measure is not None:
        scale = 10**item.measure.decimals
        span = {"least": item.measure.least / scale, "most": item.measure.most / scale}
        return {**document, **span, "unit": item.measure.unit, "decimals": item.measure.decimals}
    document["allowed"] = [option.value for option in item.options]
    document["anchors"] = {str(one.value): words(one.text.vi) for one in item.options if one.text.vi}
    return document


def _bands_document(bands: BandSet, words: Words) -> dict[str, object]:
    rows = [{"code": band.code, "from": band.least, "text": words(band.text.vi)} for band in bands.bands]
    return {"set": bands.code, "bands": rows, "evidence": bands.evidence.value, "source": bands.source}


def score_document(chosen: Instrument, result: Score, words: Words) -> dict[str, object]:
    """The result for programs."""
    document: dict[str, object] = {
        "instrument": result.instrument,
        "version": result.version,
        "sha256": result.digest,
        "total": result.total,
        "band": None if result.band is None else result.band.code,
        "band_text": None if result.band is None else words(result.band.text.vi),
        "band_set": result.band_set or None,
        "subscores": dict(result.subscores),
        "complete": result.complete,
        "alerts": [_alert_document(alert, words) for alert in result.alerts],
        "missing": [*result.missing],
        "untested": [*result.untested],
    }
    if chosen.parts:
        document["subscore_bands"] = {key: band.code for key, band in result.subscore_bands.items()}
    return document


def _alert_document(alert: Alert, words: Words) -> dict[str, object]:
    return {
        "code": alert.code,
        "severity": alert.severity.value,
        "message": alert_text(alert, words),
        "items": [*alert.items],
        "evidence": None if alert.rule is None else alert.rule.evidence.value,
    }


def alert_text(alert: Alert, words: Words) -> str:
    """An alert in a sentence."""
    if alert.rule is None or alert.code == CONTRADICTION:
        return words.fill(CONTRADICTED, {"items": alert.items})
    return words(alert.rule.text.vi)


def score_text(frame: Frame, chosen: Instrument, result: Score) -> str:
    """The result for people."""
    words = frame.words
    lines = [_result(chosen, result, words), *_subscores(chosen, result, words)]
    if result.missing:
        lines.append(words.fill(label("cli", "Chưa đủ: còn mục {items}."), {"items": result.missing}))
    if result.untested:
        text = label("cli", "Không đánh giá được: mục {items}.")
        lines.append(words.fill(text, {"items": result.untested}))
    lines += [f"! {words(SEVERITY_LABELS[one.severity])}: {alert_text(one, words)}" for one in result.alerts]
    return "\n".join([*lines, _standing(frame, chosen, result)])


def _result(chosen: Instrument, result: Score, words: Words) -> str:
    named: dict[str, object] = {"code": chosen.code, "band": _band_words(result.band)}
    if chosen.parts:
        return words.fill(label("cli", "{code}: điểm từng chất."), named)
    if not chosen.has_total:
        return words.fill(label("cli", "{code}: mức độ {band}."), named)
    named["total"] = NONE if result.total is None else result.total
    if not chosen.band_sets:
        return words.fill(label("cli", "{code}: tổng điểm {total}."), named)
    return words.fill(label("cli", "{code}: tổng điểm {total}, mức độ {band}."), named)


def _subscores(chosen: Instrument, result: Score, words: Words) -> list[str]:
    names = {one.code: one.text.vi for one in chosen.subscores}
    names |= {part.key: part.text.vi for part in chosen.parts.values()}
    lines = []
    for key, value in result.subscores.items():
        band = result.subscore_bands.get(key)
        line = f"  {words(names[key])}: {words(NONE) if value is None else value}"
        lines.append(line if band is None else f"{line} ({words(band.text.vi)})")
    return lines


def _band_words(band: Band | None) -> str:
    return NONE if band is None else band.text.vi


def _standing(frame: Frame, chosen: Instrument, result: Score) -> str:
    """How sure what was just said is."""
    sets = [chosen.band_sets[result.band_set]] if result.band_set else [*chosen.band_sets.values()]
    evidence = sets[0].evidence if sets else chosen.evidence
    return frame.words.fill(
        label("cli", "{wording}. Mức độ: {evidence}."),
        {"wording": WORDING_LABELS[chosen.wording], "evidence": EVIDENCE_LABELS[evidence]},
    )
