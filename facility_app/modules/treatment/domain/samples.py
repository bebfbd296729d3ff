"""The sample of a drug test (mẫu xét nghiệm): why it is taken, what the person said, how it was kept."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Final

from facility_app.kernel.dates import format_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import Label, label
from facility_app.modules.treatment.domain.drug_tests import DrugTestReading, Telling

LEGAL_BASIS: Final = "Luật PCMT 2025 Đ23.1d, Đ23.2"
"""What lets the head of a facility test somebody who is in rehabilitation there."""
BY_MISTAKE: Final = label("treatment", "Ghi nhầm")
"""The one reason that stands outside the wall of a drug test or an HIV entry struck out."""


class TestReason(StrEnum):
    """Lý do xét nghiệm."""

    __test__ = False

    INTAKE = "intake"
    RANDOM = "random"
    SUSPICION = "suspicion"
    RETURN = "return"
    PROGRAMME = "programme"
    RELEASE = "release"


TEST_REASON_LABELS: dict[TestReason, Label] = {
    TestReason.INTAKE: label("terms", "Khi tiếp nhận"),
    TestReason.RANDOM: label("terms", "Ngẫu nhiên"),
    TestReason.SUSPICION: label("terms", "Nghi sử dụng"),
    TestReason.RETURN: label("terms", "Khi trở lại cơ sở"),
    TestReason.PROGRAMME: label("terms", "Theo chương trình điều trị"),
    TestReason.RELEASE: label("terms", "Trước khi ra cơ sở"),
}


class SampleAnswer(StrEnum):
    """Người được xét nghiệm đã được báo và trả lời thế nào."""

    AGREED = "agreed"
    TOLD = "told"
    REFUSED = "refused"


SAMPLE_ANSWER_LABELS: dict[SampleAnswer, Label] = {
    SampleAnswer.AGREED: label("terms", "Đồng ý"),
    SampleAnswer.TOLD: label("terms", "Đã được thông báo"),
    SampleAnswer.REFUSED: label("terms", "Từ chối, không lấy mẫu"),
}


class TestState(StrEnum):
    """Tình trạng: what a test waits for."""

    __test__ = False

    ORDERED = "ordered"
    TAKEN = "taken"
    SCREENED = "screened"
    DONE = "done"
    REFUSED = "refused"
    STRUCK = "struck"


TEST_STATE_LABELS: Final[dict[TestState, Label]] = {
    TestState.ORDERED: label("terms", "Chờ lấy mẫu"),
    TestState.TAKEN: label("terms", "Chờ đọc kết quả"),
    TestState.SCREENED: label("terms", "Dương tính nhanh, chờ khẳng định"),
    TestState.DONE: label("terms", "Đã có kết quả"),
    TestState.REFUSED: label("terms", "Từ chối"),
    TestState.STRUCK: label("terms", "Đã gạch bỏ"),
}


class TestStep(StrEnum):
    """What may be done next with a test."""

    __test__ = False

    TAKE = "take"
    READ = "read"
    CONFIRM = "confirm"
    HAND_ON = "hand_on"
    ATTACH = "attach"
    LOOK = "look"
    DISPOSE = "dispose"
    STRIKE = "strike"


_STATES_OF: Final[Mapping[TestStep, frozenset[TestState]]] = {
    TestStep.TAKE: frozenset({TestState.ORDERED}),
    TestStep.READ: frozenset({TestState.TAKEN}),
    TestStep.CONFIRM: frozenset({TestState.SCREENED}),
    TestStep.HAND_ON: frozenset({TestState.TAKEN, TestState.SCREENED, TestState.DONE}),
    TestStep.ATTACH: frozenset({TestState.SCREENED, TestState.DONE}),
    TestStep.LOOK: frozenset(TestState),
    TestStep.DISPOSE: frozenset({TestState.SCREENED, TestState.DONE}),
    TestStep.STRIKE: frozenset(TestState) - {TestState.STRUCK},
}


def is_open_to(step: TestStep, state: TestState) -> bool:
    """Whether a step is to be offered for a test in that state."""
    return state in _STATES_OF[step]


def awaits_decision(found: Telling, is_told: bool | None) -> bool:
    """Whether the head still has to decide if the commune police learn of a result."""
    return is_told is None and found in {Telling.ASK, Telling.MUST}


def is_positive(readings: Mapping[str, DrugTestReading]) -> bool | None:
    """Whether anything was found; None while nothing valid was read."""
    told = [one for one in readings.values() if one is not DrugTestReading.INVALID]
    return any(one is DrugTestReading.POSITIVE for one in told) if told else None


def require_tellable(found: Telling) -> None:
    """Refuse to send a result that the law keeps in the facility, or that there is none of.

    Raises:
        UserError: ``result_never_told``, ``nothing_to_tell``.
    """
    if found is Telling.NEVER:
        raise UserError(
            "result_never_told",
            label(
                "errors",
                "Kết quả dương tính của người đang ở cơ sở công lập, trường giáo dưỡng không gửi Công an cấp xã "
                "(Luật PCMT 2025 Đ23.2). Kết quả giữ trong hồ sơ bệnh án.",
            ),
        )
    if found is Telling.NOTHING:
        raise UserError(
            "nothing_to_tell",
            label("errors", "Xét nghiệm này chưa có kết quả dương tính nên không có gì phải báo Công an cấp xã."),
        )


def require_told(found: Telling) -> None:
    """Refuse to keep a result that the law sends.

    Raises:
        UserError: ``must_be_told``.
    """
    if found is Telling.MUST:
        raise UserError(
            "must_be_told",
            label(
                "errors",
                "Cơ sở tư nhân phải báo kết quả dương tính đã khẳng định cho Công an cấp xã (Luật PCMT 2025 "
                "Đ23.2). Hãy ghi số văn bản đã gửi.",
            ),
        )


def sample_gone(on: date) -> UserError:
    """The refusal to do anything more with a sample that was destroyed."""
    return UserError(
        "sample_gone",
        label("errors", "Mẫu này đã hủy ngày {day}, không còn để làm gì nữa. Cần thì lập xét nghiệm mới."),
        day=format_date(on),
    )


def no_cassette() -> UserError:
    """The refusal to show a picture nobody attached."""
    return UserError("no_cassette", label("errors", "Xét nghiệm này chưa có ảnh khay thử. Hãy đính ảnh trước."))


def require_cassette(media_type: str) -> None:
    """Refuse a picture of a cassette that is none.

    Raises:
        UserError: ``not_a_picture``.
    """
    if media_type not in {"image/jpeg", "image/png"}:
        raise UserError(
            "not_a_picture", label("errors", "Ảnh khay thử phải là tệp JPEG hoặc PNG. Hãy chụp hoặc chọn lại ảnh.")
        )


def no_sample() -> UserError:
    """The refusal to go on without a sample."""
    return UserError(
        "no_sample",
        label(
            "errors", "Xét nghiệm này chưa có mẫu, hoặc người được xét nghiệm đã từ chối. Hãy ghi lấy mẫu trước."
        ),
    )
