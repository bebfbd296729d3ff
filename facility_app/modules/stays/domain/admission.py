"""What is looked at before a stay is opened: the law it is finished under, the months, the age, the gaps."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from facility_app.kernel.ages import ADULT_YEARS, LEAST_YEARS
from facility_app.kernel.dates import format_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.kernel.regime import LegalRegime
from facility_app.modules.stays.domain.answer import TermAnswer
from facility_app.modules.stays.domain.articles import LEAST_AGE
from facility_app.modules.stays.domain.decisions import (
    DECISION_ARTICLES,
    DECISION_OF,
    DEFAULT_BASIS,
    DecisionFacts,
    DecisionKind,
    StartBasis,
)
from facility_app.modules.stays.domain.findings import Finding
from facility_app.modules.stays.domain.lawful_months import unlawful_months
from facility_app.modules.stays.domain.numbers import DatedFigure
from facility_app.modules.stays.domain.parameters import TermParameters
from facility_app.modules.stays.domain.types import STAY_TYPE_LABELS, PresenceState, StayType

ASSIGNMENT_ARTICLE: Final = f"{DECISION_ARTICLES[DecisionKind.ASSIGNMENT]}, Đ107.1, Đ108.1"


def regime_of(decided_on: date, new_law: DatedFigure) -> LegalRegime:
    """The law a stay is finished under, by the day of its decision (Luật PCMT 2025 Đ56.1, Đ56.2).

    Args:
        decided_on: the day the decision bears.
        new_law: the parameter ``NEW_LAW``: on from the day decisions are carried out under the new law.
    """
    found = new_law.on(decided_on)
    return LegalRegime.L2025 if found is not None and found.whole else LegalRegime.L2021


@dataclass(frozen=True, slots=True)
class Newcomer:
    """What the law asks of somebody coming in.

    Attributes:
        age: whole years on the day of admission; None when unknown.
        is_minor_place: whether the facility has the areas of its own that minors need (Đ66.4).
    """

    age: int | None
    is_minor_place: bool


def admission_findings(
    stay_type: StayType,
    decision: DecisionFacts | None,
    newcomer: Newcomer,
    parameters: TermParameters,
    *,
    admitted_on: date,
) -> tuple[Finding, ...]:
    """What an officer must give a reason for before the stay is opened; nothing of it keeps anybody outside."""
    found = [*_months(stay_type, decision, parameters), *_age(stay_type, newcomer)]
    if decision is not None and decision.issued_on is not None and decision.issued_on > admitted_on:
        text = label(
            "warnings",
            "Quyết định ban hành {issued} sau ngày tiếp nhận {admitted}. Hãy kiểm tra hai ngày, ghi lý do.",
        )
        params: dict[str, object] = {
            "issued": format_date(decision.issued_on),
            "admitted": format_date(admitted_on),
        }
        found.append(Finding("decision_after_admission", text, params, "NĐ 163/2026 Đ108.1"))
    return tuple(found)


def _months(stay_type: StayType, decision: DecisionFacts | None, parameters: TermParameters) -> list[Finding]:
    lawful, months = (
        parameters.lawful_months_of(stay_type),
        decision.decided_months if decision is not None else None,
    )
    if lawful is None or months is None or lawful.holds(months):
        return []
    return [unlawful_months("months_not_lawful", stay_type, months, lawful)]


def _age(stay_type: StayType, newcomer: Newcomer) -> list[Finding]:
    age = newcomer.age
    if age is None:
        return []
    params: dict[str, object] = {"age": age, "type": STAY_TYPE_LABELS[stay_type]}
    if age < LEAST_YEARS:
        text = label(
            "warnings", "Người này mới {age} tuổi; cai nghiện áp dụng từ đủ 12 tuổi. Hãy kiểm tra ngày sinh."
        )
        return [Finding("below_twelve", text, params, LEAST_AGE[LegalRegime.L2025])]
    is_minor = age < ADULT_YEARS
    if stay_type is StayType.COMPULSORY_ADULT and is_minor:
        text = label(
            "warnings", "Người này {age} tuổi nên không thuộc diện {type}. Hãy chọn lại diện hoặc ghi lý do."
        )
        return [Finding("minor_as_adult", text, params, "Luật PCMT 2025 Đ36.1")]
    if stay_type is StayType.COMPULSORY_MINOR and not is_minor:
        text = label(
            "warnings", "Người này {age} tuổi nên không thuộc diện {type}. Hãy chọn lại diện hoặc ghi lý do."
        )
        return [Finding("adult_as_minor", text, params, "Luật PCMT 2025 Đ35")]
    # A minor is lawful in temporary management wherever the nearest facility is (Đ98.1).
    if is_minor and not newcomer.is_minor_place and stay_type is not StayType.TEMPORARY:
        text = label(
            "warnings",
            "Người này {age} tuổi, cơ sở chưa khai có khu riêng cho người dưới 18 tuổi. Hãy "
            "ghi căn cứ: cơ sở đủ điều kiện, hoặc thời hạn còn dưới 6 tháng theo Đ151.6.",
        )
        return [Finding("minor_place", text, params, "NĐ 163/2026 Đ66.4, Đ126, Đ151.6")]
    return []


@dataclass(frozen=True, slots=True)
class FirstDay:
    """The first day of a term: what the papers give, and what was asked for.

    Attributes:
        basis: on which paper it stands.
        typed_on: as given; None for the day the basis names.
        decided_from: the beginning the decision prints.
        held_from: since when the person was held; those days come off the term.
    """

    stay_type: StayType
    admitted_on: date
    decided_on: date
    basis: StartBasis
    typed_on: date | None
    informed_on: date | None
    decided_from: date | None
    held_from: date | None

    @property
    def on(self) -> date:
        """As given, else the day the basis names."""
        return self.typed_on if self.typed_on is not None else self._named(self.basis)

    @property
    def derived(self) -> date:
        """The day the rules give (law.md §3.2): the handover, or for somebody held the day of being told."""
        if self.held_from is not None and self.informed_on is not None and self.basis is StartBasis.INFORMED:
            return self.informed_on
        usual = self._named(DEFAULT_BASIS[self.stay_type])
        is_printed = self.basis is StartBasis.PRINTED and self.decided_from is not None
        # A printed day counts where it is the earlier one; a later one holds longer, so the head decides it.
        return min(usual, self.decided_from) if is_printed and self.decided_from else usual

    @property
    def is_by_hand(self) -> bool:
        """Whether the day is another one than the rules give."""
        return self.on != self.derived

    def _named(self, basis: StartBasis) -> date:
        named = {
            StartBasis.CUSTODY_DECISION: self.decided_on,
            StartBasis.INFORMED: self.informed_on,
            StartBasis.PRINTED: self.decided_from,
        }
        return named.get(basis) or self.admitted_on


def paper_findings(
    stay_type: StayType, decided_to: date | None, answer: TermAnswer, *, has_assignment: bool
) -> tuple[Finding, ...]:
    """What of the papers a stay rests on is missing or says another day; it is told and stops nothing."""
    found = []
    if stay_type.is_compulsory and not has_assignment:
        text = label(
            "warnings",
            "Chưa có quyết định giao cơ sở tiếp nhận. Hãy hỏi Công an cấp tỉnh, rồi ghi ở bảng Quyết định; việc "
            "chấp hành không chờ giấy này.",
        )
        found.append(Finding("assignment_missing", text, {}, ASSIGNMENT_ARTICLE))
    counted = answer.expected_end_on
    if decided_to is not None and counted is not None and answer.ended is None and decided_to != counted:
        params: dict[str, object] = {
            "printed": format_date(decided_to),
            "counted": format_date(counted),
            "days": abs((counted - decided_to).days),
        }
        later = label(
            "warnings",
            "Quyết định in đến ngày {printed}, sớm hơn ngày tính được {counted} là {days} ngày. Hãy xác định trên "
            "giấy với cơ quan ra quyết định; khi chưa rõ, ngày sớm hơn có lợi cho người cai nghiện.",
        )
        earlier = label(
            "warnings",
            "Quyết định in đến ngày {printed}, muộn hơn ngày tính được {counted} là {days} ngày. Người này ra "
            "theo ngày tính được; hãy xác định trên giấy với cơ quan ra quyết định.",
        )
        text = later if decided_to < counted else earlier
        article = DECISION_ARTICLES[DECISION_OF[stay_type]]
        if DECISION_OF[stay_type] is DecisionKind.VOLUNTARY:
            article = f"{article}, V-22 mục 2"
        found.append(Finding("printed_end_differs", text, params, article))
    return tuple(found)


def check_told(informed_on: date, from_on: date, to_on: date | None) -> None:
    """Nobody is told of a decision on a day of an escape.

    Raises:
        UserError: ``not_there_to_be_told``.
    """
    if from_on <= informed_on and (to_on is None or informed_on < to_on):
        raise UserError(
            "not_there_to_be_told",
            label(
                "errors",
                "Ngày thông báo {day} nằm trong thời gian bỏ trốn {first}–{to} nên khi đó chưa thể thông báo (NĐ "
                "163/2026 Đ107.1, Đ107.4). Hãy ghi ngày người đứng đầu thông báo sau khi nhận trở lại.",
            ),
            fields={"informed_on": label("errors", "Khi đó đang bỏ trốn ({first}–{to})")},
            day=format_date(informed_on),
            first=format_date(from_on),
            to="…" if to_on is None else format_date(to_on),
        )


def check_turned(presence: PresenceState, turned: StayType) -> None:
    """A temporary stay turns into a compulsory one, and the head can tell the person of it.

    Raises:
        UserError: ``not_compulsory``; ``not_there_to_be_told``.
    """
    if not turned.is_compulsory:
        raise UserError(
            "not_compulsory",
            label("errors", "Chỉ chuyển sang cai nghiện bắt buộc theo quyết định của Tòa án. Hãy chọn lại diện."),
            fields={"stay_type": label("errors", "Phải là diện bắt buộc")},
        )
    if presence is PresenceState.ESCAPED:
        raise UserError(
            "not_there_to_be_told",
            label(
                "errors",
                "Người này đang bỏ trốn nên chưa thể được thông báo quyết định (NĐ 163/2026 Đ107.1, Đ107.4). Hãy "
                "ghi nhận trở lại, rồi chuyển.",
            ),
        )
