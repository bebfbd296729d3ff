"""What every paper of this slice begins and ends with, and the words it has for values."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from decimal import Decimal
from typing import Final

from facility_app.db.uow import UnitOfWork, require
from facility_app.documents.payload import Block, Footer, PlainPaper
from facility_app.kernel.dates import format_date, format_moment
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.kernel.sex import SEX_LABELS
from facility_app.modules.residents.api import ResidentRow, list_resident_rows
from facility_app.modules.staff.api import Imprint, get_imprint
from facility_app.modules.stays.api import StayDetail, get_stay
from facility_app.modules.treatment.domain import READ_VITALS
from facility_app.modules.treatment.domain.asked import WhatIsNotTolerated, WhoAskedForAllergies
from facility_app.modules.treatment.domain.ordered import OrderedMedicine, WhatWasOrdered
from facility_app.modules.treatment.domain.vitals import CONSCIOUSNESS_LABELS, SignSpec, VitalSign
from facility_app.modules.treatment.queries.measured import VitalRow
from facility_app.modules.treatment.queries.oxygen import OxygenRow
from facility_app.modules.treatment.queries.record import DiagnosisRow, Written

NOTHING: Final = "–"
DOTS: Final = "…" * 30
BEGINNING: Final = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class About:
    """Whose paper it is."""

    stay: StayDetail
    person: ResidentRow = field(repr=False)
    imprint: Imprint


def read_about(uow: UnitOfWork, stay_id: str) -> About:
    """The stay, the person, and who prints; whether they may read what follows, each paper asks itself.

    Raises:
        UserError: ``not_found``.
    """
    stay = get_stay(uow, stay_id)
    (person,) = list_resident_rows(uow, [stay.resident_id])
    return About(stay, person, get_imprint(uow))


def house_paper(
    title: str, blocks: Sequence[Block], about: About, below: str = "", *, note: str = "", is_wide: bool = False
) -> PlainPaper:
    """A paper of the house; ``note`` stands at the foot of each page."""
    imprint = about.imprint
    footer = Footer(imprint.printed_by, imprint.printed_at, note)
    return PlainPaper(title, tuple(blocks), footer, imprint.facility_name, below, is_landscape=is_wide)


def who_facts(about: About) -> Iterator[tuple[str, str]]:
    """Name, birth and bed."""
    person, stay = about.person, about.stay
    yield label("papers", "Họ và tên – mã"), f"{person.name.upper()} – {stay.code}"
    sex = str(SEX_LABELS[person.sex]).lower()
    yield label("papers", "Sinh (tuổi), giới tính"), f"{person.birth} ({person.age}), {sex}"
    yield label("papers", "Vào cơ sở"), format_date(stay.admitted_on)
    yield label("papers", "Chỗ ở"), person.place or ""


def at_text(at: datetime | None) -> str:
    """``21/11/2026 07:30``; empty when it is not known."""
    return "" if at is None else format_moment(at)


def sign_text(value: int, spec: SignSpec) -> str:
    """A value with its decimals, without its unit: ``36,8``."""
    return str(Decimal(value).scaleb(-spec.decimals)).replace(".", ",")


def signs_text(row: VitalRow, signs: dict[VitalSign, SignSpec]) -> str:
    """One measuring in one line, with units."""
    has_both = {VitalSign.SBP, VitalSign.DBP} <= row.values.keys()
    pressures = (VitalSign.SBP, VitalSign.DBP) if has_both else ()
    found = [
        f"{signs[sign].text} {sign_text(row.values[sign], signs[sign])}\N{NO-BREAK SPACE}{signs[sign].unit}"
        for sign in VitalSign
        if sign in row.values and sign not in pressures
    ]
    if pressures:
        both = "/".join(sign_text(row.values[sign], signs[sign]) for sign in pressures)
        found.append(label("papers", "huyết áp {both} mmHg").format(both=both))
    if row.consciousness is not None:
        mind = str(CONSCIOUSNESS_LABELS[row.consciousness]).lower()
        found.append(label("papers", "ý thức: {mind}").format(mind=mind))
    return "; ".join(found)


def struck_text(written: Written, text: str) -> str:
    """The words of an entry; what was struck out stays readable, with why and when."""
    if written.struck_at is None:
        return text
    why = label("papers", "[ĐÃ GẠCH BỎ lúc {at}, lý do: {reason}]").format(
        at=at_text(written.struck_at), reason=written.struck_reason or NOTHING
    )
    return f"{why} {text}"


def late_text(written: Written) -> str:
    """That an entry was written later, and when; empty for one written in time."""
    if not written.is_late:
        return ""
    return label("papers", "(ghi muộn, lúc {at})").format(at=at_text(written.written_at))


def diagnosis_text(row: DiagnosisRow) -> str:
    """Code and name."""
    return f"{row.code} – {row.text}"


def ordered(uow: UnitOfWork, about: About, from_at: datetime, to_at: datetime) -> tuple[OrderedMedicine, ...]:
    """Orders as whoever gives medicines tells them; none that reveals HIV."""
    require(uow, READ_VITALS)
    question = WhatWasOrdered(about.stay.resident_id, from_at, to_at, about.stay.exited_on)
    return tuple(one for answer in uow.ask(question) for one in answer)


def allergies(uow: UnitOfWork, about: About) -> str:
    """What somebody cannot take, in one line; else that nobody asked, or who heard when that there is none."""
    require(uow, READ_VITALS)
    found = [one for answer in uow.ask(WhatIsNotTolerated(about.stay.resident_id)) for one in answer]
    told = [f"{one.substance} ({one.reaction})" if one.reaction else one.substance for one in found]
    if told:
        return "; ".join(told)
    answers = uow.ask(WhoAskedForAllergies(about.stay.resident_id))
    asked = [one for many in answers if many is not None for one in many]
    if not asked:
        # Whoever may not know of allergies is not told that nobody asked.
        return NOTHING if answers and all(many is None for many in answers) else label("papers", "CHƯA HỎI")
    return label("papers", "không có (hỏi {at}, {who})").format(at=at_text(asked[-1].at), who=asked[-1].by)


def target_text(row: OxygenRow) -> str:
    """What a doctor decided of somebody's SpO2, with why where the reader may know."""
    said = label("papers", "SpO2 thang 2, mục tiêu {least}–{most} %").format(least=row.least, most=row.most)
    return f"{said}: {row.reason}" if row.reason else str(said)


def oxygen_text(rows: Sequence[OxygenRow]) -> str:
    """Since when and until when these decisions held, the first one first; empty for none."""
    return "; ".join(_oxygen_text(row) for row in reversed(rows))


def _oxygen_text(row: OxygenRow) -> str:
    told = {"least": row.least, "most": row.most, "first": at_text(row.span.from_at), "who": row.written.author}
    if row.span.to_at is None:
        return label("papers", "mục tiêu {least}–{most} %, từ {first} ({who}), đang theo").format(**told)
    return label("papers", "mục tiêu {least}–{most} %, từ {first} ({who}) đến {last}").format(
        **told, last=at_text(row.span.to_at)
    )


def not_found(record_id: str) -> UserError:
    """The refusal for what is not there, or not for this actor."""
    return UserError(
        "not_found",
        label("errors", "Không tìm thấy bản ghi {id}. Có thể danh sách đã cũ; hãy mở lại danh sách."),
        id=record_id,
    )
