"""What the tab says of the case shown, line by line."""

from collections.abc import Sequence
from datetime import datetime

from facility_app.kernel.labels import Label, label
from facility_app.modules.absences.domain.cases import CASE_KIND_LABELS, GROUND_LABELS, RELIEF_LABELS
from facility_app.modules.absences.domain.funeral import EVIDENCE_LABELS, MOURNED_LABELS
from facility_app.modules.absences.queries.cases import CaseDetail
from facility_app.modules.absences.queries.owed import Owed
from facility_app.modules.absences.ui import words
from facility_app.ui.i18n import tr
from facility_app.ui.theme import Tone
from facility_app.ui.widgets import KeyValue

OWED = label("absences", "Còn phải làm")
OWED_BY = label("absences", "{what}, trước {due}")


def lines_of(case: CaseDetail, now: datetime, owed: Sequence[Owed] = ()) -> tuple[KeyValue, ...]:
    """The facts that are known; where it stands always."""
    state = words.state(case.state, is_overdue=case.is_overdue)
    tone = words.state_tone(case.state, case.kind, is_overdue=case.is_overdue)
    due = words.at(case.due_back_at)
    if case.is_overdue and case.due_back_at is not None:
        due = f"{due} ({words.until(case.due_back_at, now)})"
    head = (
        KeyValue(tr(label("absences", "Vắng vì")), tr(CASE_KIND_LABELS[case.kind])),
        KeyValue(tr(label("absences", "Tình trạng")), state, tone),
    )
    told = [
        (name, said) for name, said in (*_days(case, due), *_papers(case), *_family(case), *_rest(case)) if said
    ]
    return (*head, *_owed(owed, now), *(KeyValue(tr(name), said) for name, said in told))


def _owed(owed: Sequence[Owed], now: datetime) -> tuple[KeyValue, ...]:
    """What the law and the house still wait for; it stands here until it is written down as done."""
    if not owed:
        return ()
    said = "\n".join(tr(OWED_BY, what=tr(one.text), due=words.at(one.due_at)) for one in owed)
    is_late = any(one.due_at < now for one in owed)
    return (KeyValue(tr(OWED), said, Tone.DANGER if is_late else Tone.WARNING),)


def _days(case: CaseDetail, due: str) -> tuple[tuple[Label, str], ...]:
    asked = " – ".join(filter(None, (words.day(case.leave_from), words.day(case.leave_to))))
    return (
        (label("absences", "Nơi đến"), case.destination or ""),
        (label("absences", "Nhận đơn, đề nghị lúc"), words.at(case.asked_at)),
        (label("absences", "Thời gian được, xin vắng"), asked),
        (label("absences", "Ngày đi đường"), str(case.travel_days) if case.travel_days else ""),
        (label("absences", "Đi lúc"), words.at(case.left_at)),
        (label("absences", "Hạn trở lại"), due),
        (label("absences", "Trở lại lúc"), words.at(case.back_at)),
    )


def _papers(case: CaseDetail) -> tuple[tuple[Label, str], ...]:
    basis = words.numbered(case.basis_number, case.basis_on)
    return (
        (label("absences", "Quyết định của cơ sở"), words.numbered(case.decision_number, case.decision_on)),
        (label("absences", "Văn bản của cơ quan ngoài"), basis),
        (label("absences", "Cơ quan"), case.basis_body or ""),
        (label("absences", "Về việc"), case.basis_subject or ""),
    )


def _family(case: CaseDetail) -> tuple[tuple[Label, str], ...]:
    mourned = "" if case.mourned is None else tr(MOURNED_LABELS[case.mourned])
    asks = ", ".join(filter(None, (case.applicant_name, case.applicant_relation, case.applicant_phone)))
    return (
        (label("absences", "Chịu tang"), ", ".join(filter(None, (mourned, case.mourned_name)))),
        (
            label("absences", "Giấy tờ kèm đơn"),
            "" if case.evidence is None else tr(EVIDENCE_LABELS[case.evidence]),
        ),
        (label("absences", "Người làm đơn, đón về"), asks),
    )


def _rest(case: CaseDetail) -> tuple[tuple[Label, str], ...]:
    return (
        (label("absences", "Đề nghị"), "" if case.relief is None else tr(RELIEF_LABELS[case.relief])),
        (label("absences", "Lý do (y tế)"), "" if case.ground is None else tr(GROUND_LABELS[case.ground])),
        (label("absences", "Tài liệu chứng minh"), ", ".join((case.proofs or "").splitlines())),
        (label("absences", "Nơi"), case.place or ""),
        (label("absences", "Quần áo, đồ mang theo"), case.looks or ""),
        (label("absences", "Lý do y tế, nguyên nhân"), case.cause or ""),
        (label("absences", "Vì sao không chấp thuận"), case.refusal or ""),
    )
