"""The pages of care that stand in the rail."""

from functools import partial
from typing import Final

from facility_app.kernel.labels import label
from facility_app.modules.treatment.domain import (
    KNOW_WATCH,
    MEASURE,
    READ_DRUG_TESTS,
    READ_HIV,
    READ_RECORD,
    SCORE,
)
from facility_app.modules.treatment.domain.rights import DECIDE_FITNESS, KEEP_ICD, READ_EVENTS
from facility_app.modules.treatment.queries.fitness import PAGE as FITNESS
from facility_app.modules.treatment.ui import (
    fitness_page,
    health_check_page,
    icd_page,
    sample_columns,
    sample_page,
    score_list,
    score_page,
    score_places,
    screening_page,
    serious_page,
    serious_words,
    vitals_page,
    watch_page,
)
from facility_app.modules.treatment.ui.sample_cassette import Pictures
from facility_app.ui.printing.sheets import PlainPress
from facility_app.ui.shell.spec import PageSpec

CARE: Final = label("ui", "Y tế")


def pages(press: PlainPress, pictures: Pictures) -> tuple[PageSpec, ...]:
    """The pages; ``press`` sets what is printed of them, ``pictures`` takes those of a cassette in."""
    return (*_measured(), *_watched(press), _examined(press), *_tested(press, pictures), *_kept())


def _measured() -> tuple[PageSpec, ...]:
    """Vital signs and scales."""
    return (
        PageSpec(
            vitals_page.PAGE,
            vitals_page.TITLE,
            CARE,
            "heartbeat",
            MEASURE,
            vitals_page.VitalsPage,
            order=10,
            help="dieu-tri#sinh-hieu",
            also=(label("treatment", "mạch"), label("treatment", "huyết áp"), label("treatment", "nhiệt độ")),
        ),
        PageSpec(
            score_places.LIST,
            score_list.TITLE,
            CARE,
            "clipboard-check",
            SCORE,
            score_list.ScoresPage,
            order=12,
            help="dieu-tri#cham-thang-diem",
            also=(label("treatment", "thang đánh giá"), label("treatment", "COWS"), label("treatment", "CIWA-Ar")),
        ),
        PageSpec(
            score_places.SHEET,
            score_page.TITLE,
            None,
            "clipboard-check",
            SCORE,
            score_page.ScorePage,
            help="dieu-tri#cham-thang-diem",
            beneath=score_places.LIST,
        ),
    )


def _watched(press: PlainPress) -> tuple[PageSpec, ...]:
    """Who is watched closely, and who may work."""
    return (
        PageSpec(
            watch_page.PAGE,
            watch_page.TITLE,
            CARE,
            "eye",
            KNOW_WATCH,
            watch_page.WatchPage,
            order=14,
            help="dieu-tri#theo-doi-sat",
            also=(label("treatment", "trông"), label("treatment", "nguy cơ tự hại")),
        ),
        PageSpec(
            serious_page.PAGE,
            serious_words.TITLE,
            CARE,
            "alert-triangle",
            READ_EVENTS,
            partial(serious_page.EventsPage, press),
            order=15,
            help="dieu-tri#su-viec-nghiem-trong",
            also=(label("treatment", "tai biến"), label("treatment", "sự cố"), label("treatment", "toan tự sát")),
        ),
        PageSpec(
            FITNESS,
            fitness_page.TITLE,
            CARE,
            "tools",
            DECIDE_FITNESS,
            fitness_page.FitnessPage,
            order=16,
            help="dieu-tri#suc-khoe-lao-dong",
            also=(label("treatment", "khám sức khỏe lao động"),),
        ),
    )


def _examined(press: PlainPress) -> PageSpec:
    """Who is due for a health check."""
    return PageSpec(
        health_check_page.PAGE,
        health_check_page.TITLE,
        CARE,
        "stethoscope",
        READ_RECORD,
        partial(health_check_page.HealthChecksPage, press),
        order=17,
        help="dieu-tri#kham-suc-khoe",
        also=(label("treatment", "khám định kỳ"), label("treatment", "khám trước khi ra cơ sở")),
    )


def _tested(press: PlainPress, pictures: Pictures) -> tuple[PageSpec, ...]:
    """Drug tests and screening."""
    return (
        PageSpec(
            sample_columns.PAGE,
            sample_columns.TITLE,
            CARE,
            "test-pipe",
            READ_DRUG_TESTS,
            partial(sample_page.SamplesPage, press, pictures),
            order=30,
            help="dieu-tri#xet-nghiem-ma-tuy",
            also=(
                label("treatment", "mẫu nước tiểu"),
                label("treatment", "lô kit"),
                label("treatment", "test nhanh"),
            ),
        ),
        # Those who may know of everything on it: the closed list of the law, which this right is.
        PageSpec(
            screening_page.PAGE,
            screening_page.TITLE,
            CARE,
            "vaccine",
            READ_HIV,
            partial(screening_page.ScreeningPage, press),
            order=32,
            help="dieu-tri#sang-loc-benh-truyen-nhiem",
            also=(label("treatment", "viêm gan"), label("treatment", "lao"), label("treatment", "giang mai")),
        ),
    )


def _kept() -> tuple[PageSpec, ...]:
    """What is chosen from."""
    return (
        PageSpec(
            icd_page.PAGE,
            icd_page.TITLE,
            CARE,
            "table",
            KEEP_ICD,
            icd_page.IcdPage,
            order=90,
            help="dieu-tri#bang-ma-benh-icd-10",
            also=(
                label("treatment", "mã bệnh"),
                label("treatment", "bảng của Bộ Y tế"),
                label("treatment", "ICD"),
            ),
        ),
    )
