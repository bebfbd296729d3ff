"""How somebody left, as whoever asks may know it: a code that tells of their health stands behind the wall."""

from dataclasses import replace
from typing import Final

from facility_app.kernel.labels import Label, label
from facility_app.modules.stays.domain.answer import TermAnswer
from facility_app.modules.stays.domain.exits import EXIT_CODE_LABELS, ExitCode, HiddenExit, SeenExit
from facility_app.modules.stays.domain.findings import Finding

HEALTH_EXITS: Final[frozenset[SeenExit]] = frozenset({ExitCode.EXEMPT_ILLNESS, ExitCode.EXEMPT_PREGNANT})
"""Whoever reads one of these knows of a grave illness or of a pregnancy."""
SEEN_EXIT_LABELS: Final[dict[SeenExit, Label]] = {
    **{code: EXIT_CODE_LABELS[code] for code in ExitCode},
    HiddenExit.EXEMPT: label("terms", "Miễn phần thời hạn còn lại"),
}
_TELLING: Final = tuple(SEEN_EXIT_LABELS[code] for code in HEALTH_EXITS)
_HIDDEN: Final = SEEN_EXIT_LABELS[HiddenExit.EXEMPT]


def seen_exit(code: SeenExit | None, *, knows_health: bool) -> SeenExit | None:
    """The code, or the word that says as much to everybody."""
    return HiddenExit.EXEMPT if code in HEALTH_EXITS and not knows_health else code


def seen_answer(answer: TermAnswer, *, knows_health: bool) -> TermAnswer:
    """The answer of the clock with its end as it may be known, in what it warns of too."""
    if answer.ended is None or knows_health or answer.ended.exit_code not in HEALTH_EXITS:
        return answer
    ended = replace(answer.ended, exit_code=HiddenExit.EXEMPT)
    return replace(answer, ended=ended, warnings=tuple(map(_seen_finding, answer.warnings)))


def _seen_finding(found: Finding) -> Finding:
    told = {name: _HIDDEN if value in _TELLING else value for name, value in found.params.items()}
    return replace(found, params=told)
