"""Hồ sơ sự việc nghiêm trọng: what happened, what was done, who was told when, what is still to be put in."""

from collections.abc import Iterator

from facility_app.db.uow import UnitOfWork, require
from facility_app.documents.facts import facts_grid
from facility_app.documents.payload import Block, Grid, Heading, PlainPaper, Points, Signatures, Text
from facility_app.kernel.labels import label
from facility_app.modules.treatment.domain.rights import READ_EVENTS
from facility_app.modules.treatment.domain.serious import (
    EVENT_KIND_LABELS,
    EVENT_STEP_LABELS,
    HARM_LABELS,
    steps_of,
)
from facility_app.modules.treatment.papers.course import CONFIDENTIAL
from facility_app.modules.treatment.papers.house import (
    DOTS,
    NOTHING,
    About,
    at_text,
    house_paper,
    read_about,
    who_facts,
)
from facility_app.modules.treatment.queries.serious import EventRow, EventStepRow


def event_paper(uow: UnitOfWork, event: EventRow) -> PlainPaper:
    """The whole dossier; what was not done yet has a line to write on.

    Raises:
        UserError: ``not_found``.
    """
    require(uow, READ_EVENTS)
    about = read_about(uow, event.stay_id)
    blocks: list[Block] = [
        facts_grid(tuple(_facts(about, event))),
        Heading(label("papers", "Diễn biến")),
        Text(event.account),
        Heading(label("papers", "Xử trí ngay")),
        Text(event.measures),
        Heading(label("papers", "Người có mặt")),
        Points(tuple((event.present or "").splitlines()) or (NOTHING,)),
        Heading(label("papers", "Giấy tờ, việc phải làm, đã báo ai")),
        _checklist(event),
        Heading(label("papers", "Kết quả, biện pháp khắc phục")),
        Text(event.outcome or DOTS),
        Signatures(
            (
                label("papers", "NGƯỜI GHI"),
                label("papers", "BÁC SĨ"),
                label("papers", "NGƯỜI ĐỨNG ĐẦU CƠ SỞ"),
            )
        ),
    ]
    below = label("papers", "{kind} – {at}").format(
        kind=EVENT_KIND_LABELS[event.kind], at=at_text(event.happened_at)
    )
    title = str(label("papers", "HỒ SƠ SỰ VIỆC NGHIÊM TRỌNG"))
    return house_paper(title, blocks, about, below, note=str(CONFIDENTIAL))


def _facts(about: About, event: EventRow) -> Iterator[tuple[str, str]]:
    yield from who_facts(about)
    yield label("papers", "Loại sự việc"), str(EVENT_KIND_LABELS[event.kind])
    yield label("papers", "Mức tổn hại"), str(HARM_LABELS[event.harm])
    yield label("papers", "Phát hiện lúc"), at_text(event.happened_at)
    yield label("papers", "Nơi xảy ra"), event.place
    yield label("papers", "Người phát hiện"), event.found_by
    yield label("papers", "Người ghi"), event.author
    if event.closed_at is not None:
        yield label("papers", "Kết thúc hồ sơ"), f"{at_text(event.closed_at)}, {event.closed_by or NOTHING}"


def _checklist(event: EventRow) -> Grid:
    heads = (label("papers", "Việc"), label("papers", "Đã làm lúc"), label("papers", "Báo ai, ai lập"))
    wanted = steps_of(event.kind, event.harm)
    others = [one for one in event.steps if one.step not in wanted]
    rows = [
        _line(str(EVENT_STEP_LABELS[step]), [one for one in event.steps if one.step is step]) for step in wanted
    ]
    rows += [_line(str(EVENT_STEP_LABELS[one.step]), [one]) for one in others]
    return Grid((*heads, label("papers", "Cách báo, số giấy tờ")), tuple(rows), widths=(34, 18, 26, 22))


def _line(what: str, done: list[EventStepRow]) -> tuple[str, str, str, str]:
    at = "\n".join(at_text(one.done_at) for one in done)
    whom = "\n".join(one.whom or one.author for one in done)
    how = "\n".join(one.how or NOTHING for one in done)
    return what, at or "………", whom or "………", how or "………"
