"""The verb ``term``: the clock of a term on values alone, no data folder and no account."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Final

import click

from facility_app.app.cli.command import VerbCommand
from facility_app.app.cli.frame import Frame
from facility_app.app.cli.term_file import read_cases
from facility_app.app.cli.usage import PATH
from facility_app.app.paths import resources_folder
from facility_app.app.shelf import ResourceShelf
from facility_app.app.words import Words
from facility_app.kernel.dates import format_date
from facility_app.kernel.labels import Label, label
from facility_app.kernel.regime import LegalRegime
from facility_app.modules.catalogues.domain import ParameterBook, read_parameter_book
from facility_app.modules.stays.domain import (
    EFFECT_LABELS,
    EVENT_KIND_LABELS,
    LEDGER_KIND_LABELS,
    STAY_TYPE_LABELS,
    EventKind,
    Finding,
    LedgerLine,
    StayType,
    TermAnswer,
    TermParameters,
    evaluate,
    term_parameters,
)
from facility_app.modules.stays.domain.exits_seen import SEEN_EXIT_LABELS

WITH_PAPER: Final = label("cli", "{note} Giấy tờ: số {number} ngày {day}.")
UNKNOWN: Final = label("cli", "chưa xác định")
NO_TERM: Final = label("cli", "không có thời hạn")


@click.command(cls=VerbCommand, help=label("cli", "Tính thời hạn từ các giá trị trong tệp, không cần dữ liệu"))
@click.argument("file", type=PATH)
@click.pass_obj
def term(frame: Frame, file: Path) -> None:
    """The clock on the cases of a file."""
    cases = read_cases(file)
    numbers = _Numbers(_shipped_book())
    answers = [evaluate(one.case, one.on, numbers.of(one.case.legal_regime, one.on)) for one in cases]
    documents = [term_document(answer, frame.words) for answer in answers]
    texts = (
        []
        if frame.as_json
        else [term_text(frame, one.case.stay_type, answer) for one, answer in zip(cases, answers, strict=True)]
    )
    frame.answer(documents, *texts)


def _shipped_book() -> ParameterBook:
    shelf = ResourceShelf(resources_folder() / "catalogues")
    return shelf.take("legal_parameters", read_parameter_book)


class _Numbers:
    """The shipped numbers, looked up once for each regime and day."""

    def __init__(self, book: ParameterBook) -> None:
        """Take the book."""
        self._book = book
        self._known: dict[tuple[LegalRegime, date], TermParameters] = {}

    def of(self, regime: LegalRegime, day: date) -> TermParameters:
        """What the clock needs under a regime on a day."""
        asked = regime, day
        if asked not in self._known:
            self._known[asked] = term_parameters(lambda key: self._book.get(key).on(day, regime))
        return self._known[asked]


def term_document(answer: TermAnswer, words: Words) -> dict[str, object]:
    """One answer for programs; keys that do not apply are left out."""
    document: dict[str, object] = {
        "id": answer.id,
        "expected_end": _iso(answer.expected_end_on),
        "served_days": answer.served_days,
        "credited_days": answer.credited_days,
        "added_days": answer.added_days,
        "remaining_days": answer.remaining_days,
        "ledger": [_line_document(line, words) for line in answer.ledger],
        "warnings": [_warning_document(finding, words) for finding in answer.warnings],
    }
    is_open = answer.latest_end_on is not None
    applies: dict[str, object] = {
        "end_if_back_on": _iso(answer.end_if_back_on),
        "earliest_end": _iso(answer.earliest_end_on) if is_open else None,
        "latest_end": _iso(answer.latest_end_on),
        "turns_18_on": _iso(answer.turns_18_on),
        "transfer_required": answer.transfer_required,
        "resume_required": answer.resume_required,
        "leave_by": None if answer.not_resumed_on is None else _iso(answer.leave_by),
        "no_term": answer.no_term or None,
        "days_held": answer.served_days if answer.no_term else None,
        "custody_until": _iso(answer.custody_until),
        "days_past_end": answer.days_past_end or None,
    }
    if answer.ended is not None:
        applies["ended"] = {"on": _iso(answer.ended.on), "exit_code": answer.ended.exit_code.value}
    return {**document, **{key: value for key, value in applies.items() if value is not None}}


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _line_document(line: LedgerLine, words: Words) -> dict[str, object]:
    document: dict[str, object] = {
        "kind": line.kind.value,
        "from": _iso(line.from_on),
        "to": _iso(line.to_on),
        "days": line.days,
        "effect": line.effect.value,
        "article": line.article,
        "note": _note(line, words),
    }
    if line.paper is not None:
        document["document"] = {"number": line.paper.number, "date": _iso(line.paper.issued_on)}
    return document


def _note(line: LedgerLine, words: Words) -> str:
    if line.paper is None:
        return words(line.note)
    params: dict[str, object] = {
        "note": line.note,
        "number": line.paper.number,
        "day": format_date(line.paper.issued_on),
    }
    return words.fill(WITH_PAPER, params)


def _warning_document(finding: Finding, words: Words) -> dict[str, object]:
    document: dict[str, object] = {
        "code": finding.code,
        "message": words.fill(finding.text, finding.params),
        "article": finding.article,
    }
    if finding.event_no:
        document["event"] = finding.event_no
    return document


def term_text(frame: Frame, stay_type: StayType, answer: TermAnswer) -> str:
    """One answer for people."""
    words = frame.words
    heading = words.fill(
        label("cli", "{id}: {type}. Ngày ra cơ sở: {end}."),
        {"id": answer.id, "type": STAY_TYPE_LABELS[stay_type], "end": _end(answer)},
    )
    lines = [
        heading,
        *(words.fill(text, params) for text, params in _facts(answer)),
        _ledger(frame, answer.ledger),
    ]
    lines += [f"! {words.fill(found.text, found.params)} ({found.article})" for found in answer.warnings]
    return "\n".join([*lines, ""])


def _end(answer: TermAnswer) -> object:
    if answer.no_term:
        return NO_TERM
    return UNKNOWN if answer.expected_end_on is None else format_date(answer.expected_end_on)


def _facts(answer: TermAnswer) -> list[tuple[Label, dict[str, object]]]:
    found: list[tuple[Label, dict[str, object]]] = []
    numbers: dict[str, object] = {
        "on": format_date(answer.on),
        "served": answer.served_days,
        "credited": answer.credited_days,
        "added": answer.added_days,
        "left": UNKNOWN if answer.remaining_days is None else answer.remaining_days,
    }
    if answer.no_term:
        found.append((label("cli", "Đến {on}: đã quản lý {served} ngày."), numbers))
    else:
        counted = label(
            "cli",
            "Đến {on}: đã chấp hành {served} ngày, được trừ {credited}, cộng thêm {added}, còn lại {left}.",
        )
        found.append((counted, numbers))
    days = (
        (label("cli", "Nếu trở lại ngày {on}: hết hạn {day}."), answer.end_if_back_on),
        (label("cli", "Đủ 18 tuổi ngày {day}."), answer.turns_18_on),
        (label("cli", "Hết thời hạn quản lý ngày {day}."), answer.custody_until),
        (
            label("cli", "Sau tạm đình chỉ không phải chấp hành tiếp: ra cơ sở từ ngày {day}."),
            answer.not_resumed_on,
        ),
    )
    found += [
        (text, {"on": format_date(answer.on), "day": format_date(day)}) for text, day in days if day is not None
    ]
    if answer.ended is not None:
        text = label("cli", "Đã kết thúc ngày {day}: {reason}.")
        reason = SEEN_EXIT_LABELS[answer.ended.exit_code]
        found.append((text, {"day": format_date(answer.ended.on), "reason": reason}))
    return found


def _ledger(frame: Frame, ledger: Sequence[LedgerLine]) -> str:
    heads = (
        label("cli", "Từ ngày"),
        label("cli", "Đến ngày"),
        label("cli", "Số ngày"),
        label("cli", "Việc"),
        label("cli", "Ảnh hưởng"),
        label("cli", "Căn cứ"),
        label("cli", "Giải thích"),
    )
    return frame.table(heads, [_cells(frame, line) for line in ledger])


def _cells(frame: Frame, line: LedgerLine) -> tuple[str, ...]:
    words = frame.words
    kind = EVENT_KIND_LABELS[line.kind] if isinstance(line.kind, EventKind) else LEDGER_KIND_LABELS[line.kind]
    return (
        format_date(line.from_on),
        "…" if line.to_on is None else format_date(line.to_on),
        str(line.days),
        words(kind),
        words(EFFECT_LABELS[line.effect]),
        line.article,
        _note(line, words),
    )
