"""What the task list and the papers of a case say below their heads."""

from typing import Final

from facility_app.kernel.dates import format_date, format_moment
from facility_app.kernel.labels import label
from facility_app.modules.intake.domain.arrival_papers import PAPER_MARK_LABELS, PaperMark
from facility_app.modules.intake.domain.door_health import SIGN_LABELS, Sign, red_flags
from facility_app.modules.intake.domain.steps import Step
from facility_app.modules.intake.queries.cases import CaseView, TickedPaper
from facility_app.ui.i18n import tr
from facility_app.ui.theme import Tone

HEAD = label("intake", "Xong {done}/{total} việc · đến ngày {day}{kind}{bed}")
KIND, BED = label("intake", " · {kind}"), label("intake", " · giường {bed}")
TURNED = label("intake", " · chuyển từ quản lý tạm thời, không giao nhận lại")
PROVED = label("intake", "có trong Quyết định của lần cai nghiện")
IF_ANY = label("intake", "Nếu có")
SCANNED = label("intake", "đã đính kèm bản quét")
SEEN_AT = label("intake", "{at}, {who}: {signs}")
NOTHING_SEEN = label("intake", "không thấy dấu hiệu bất thường")
TREATED = label("intake", "Xử trí: {done} ({who})")
KEPT = label("intake", "Đang giữ {money}, {count} đồ vật")
MARK_TONES: Final = {
    PaperMark.CAME: Tone.OK,
    PaperMark.MISSING: Tone.WARNING,
    PaperMark.NOT_NEEDED: Tone.NEUTRAL,
}


def head_text(seen: CaseView) -> str:
    """How far it is, since when, of which type, in which bed."""
    row = seen.row
    kind = tr(KIND, kind=tr(row.type_words)) if row.type_words is not None else ""
    if seen.is_turned:
        kind += tr(TURNED)
    bed = tr(BED, bed=row.place) if row.place else ""
    done, total = row.done
    return tr(HEAD, done=done, total=total, day=format_date(row.opened_on), kind=kind, bed=bed)


def step_text(seen: CaseView, step: Step) -> str:
    """What is known of a step; empty for nothing."""
    if step is Step.HEALTH and seen.health is not None:
        return health_text(seen)
    if step is Step.BELONGINGS and seen.balance is not None:
        return tr(KEPT, money=seen.balance.text(), count=seen.things or 0)
    return seen.row.place if step is Step.PLACEMENT else ""


def health_text(seen: CaseView) -> str:
    """What was seen at the door, the dangerous first, and what was done about it."""
    known = seen.health
    if known is None:
        return ""
    red = red_flags(known.signs)
    names = [
        tr(SIGN_LABELS[one])
        for one in (*(s for s in Sign if s in red), *(s for s in Sign if s in known.signs - red))
    ]
    signs = "; ".join([*names, *filter(None, [known.note])]) or tr(NOTHING_SEEN)
    said = tr(SEEN_AT, at=format_moment(known.seen_at), who=known.seen_by, signs=signs)
    if known.treatment is None:
        return said
    return f"{said}\n{tr(TREATED, done=known.treatment, who=known.treated_by or '')}"


def paper_chip(one: TickedPaper) -> tuple[str, Tone]:
    """The mark in a word; what is only of the police's own file is not missed."""
    if one.mark is PaperMark.MISSING and not one.need.is_owed:
        return tr(IF_ANY), Tone.NEUTRAL
    return tr(PAPER_MARK_LABELS[one.mark]), MARK_TONES[one.mark]


def paper_text(one: TickedPaper) -> str:
    """Its article, and why it counts as it does."""
    said = [one.need.article, tr(PROVED) if one.is_proved else "", one.reason or ""]
    said.append(tr(SCANNED) if one.attachment_id is not None else "")
    return " · ".join(filter(None, said))
