"""What can be done about a person's absences now: the case's own steps first, then new absences."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import Final, Protocol

from facility_app.kernel.actor import Permission
from facility_app.kernel.labels import Label, label
from facility_app.modules.absences.domain import (
    CLOSE_STAYS,
    DECIDE_ABSENCES,
    KEEP_CASES,
    LET_GO,
    PROPOSE_RELIEF,
    READ_HEALTH,
    RECORD_RULINGS,
    REPORT_MISSING,
    SEND_ELSEWHERE,
)
from facility_app.modules.absences.domain.cases import CASE_KIND_LABELS, WAITING, CaseKind, CaseState
from facility_app.modules.absences.queries.cases import CaseDetail
from facility_app.modules.absences.queries.neighbours import TAKE_BACK
from facility_app.modules.absences.queries.person import PersonAbsences
from facility_app.modules.absences.ui import deeds_case, deeds_out
from facility_app.ui.i18n import tr
from facility_app.ui.shell.spec import ActionSpec

PACK = label("verbs", "Hồ sơ báo động")
DOSSIER = label("verbs", "In hồ sơ người chết")
NOT_SIGNER = label(
    "absences", "Việc này do người đứng đầu, hoặc người được giao ký còn hiệu lực, thực hiện. Hãy nhờ người đó."
)
AWAY = label("absences", "Người này đang vắng mặt ({what}). Hãy nhận trở lại trước.")
DECIDED: Final = frozenset({CaseKind.FUNERAL, CaseKind.PROCEEDINGS})
PROMISED: Final = frozenset({CaseKind.HOSPITAL, CaseKind.FUNERAL, CaseKind.PROCEEDINGS, CaseKind.SUSPENSION})
HEALTHY: Final = frozenset({CaseKind.HOSPITAL, CaseKind.DEATH})


class Doer(Protocol):
    """The pane whose forms these open."""

    def begin(self, verb: Label) -> None:
        """Ask about a new absence."""

    def go_on(self, verb: Label) -> None:
        """Ask about the case shown."""

    def print_pack(self) -> None:
        """The alarm file."""

    def print_dossier(self) -> None:
        """The dossier of a death."""


def actions_of(seen: PersonAbsences, doer: Doer) -> tuple[ActionSpec, ...]:
    """The likeliest first; what is rare stands in the menu."""
    of_case = () if seen.case is None else _of_case(seen, seen.case, doer)
    new = _new(seen, doer, is_alone=all(one.is_in_menu for one in of_case))
    return (*of_case, *new)


def _of_case(seen: PersonAbsences, case: CaseDetail, doer: Doer) -> tuple[ActionSpec, ...]:
    made: list[ActionSpec] = []

    def add(
        name: str,
        text: Label,
        icon: str,
        right: Permission,
        key: str = "",
        why: str | None = None,
        *,
        menu: bool = False,
    ) -> None:
        run = partial(doer.go_on, text)
        made.append(ActionSpec(name, text, run, icon, key, right, partial(_said, why), is_in_menu=menu))

    unsigned = None if seen.may_sign else tr(NOT_SIGNER)
    if case.state is CaseState.ASKED and case.kind in DECIDED:
        add("absences.allow", deeds_case.ALLOW, "signature", DECIDE_ABSENCES, "", unsigned)
        add("absences.refuse", deeds_case.REFUSE, "ban", DECIDE_ABSENCES, "", unsigned)
    if case.state is CaseState.ASKED and case.relief is not None:
        add("absences.record_ruling", deeds_case.RULING, "gavel", RECORD_RULINGS)
    if case.state is CaseState.ALLOWED:
        add("absences.depart", deeds_case.DEPART, "door-exit", LET_GO)
    if case.state is CaseState.AWAY:
        right = SEND_ELSEWHERE if case.kind is CaseKind.TRANSFER else TAKE_BACK
        if case.kind is CaseKind.ESCAPE and case.decision_number is None:
            add("absences.order_search", deeds_case.SEARCH, "signature", DECIDE_ABSENCES, "", unsigned)
        if case.kind is CaseKind.TRANSFER:
            add("absences.finish_transfer", deeds_case.ARRIVED, "check", CLOSE_STAYS)
        add("absences.take_back", deeds_case.BACK, "door-enter", right, "Ctrl+Shift+N")
        if case.kind is CaseKind.LEFT:
            add("absences.end_left", deeds_case.END_LEFT, "user-x", CLOSE_STAYS)
        if case.kind in PROMISED:
            add("absences.extend", deeds_case.EXTEND, "calendar-due", KEEP_CASES)
    made += _printed(case, doer)
    if case.is_overdue and case.kind is CaseKind.FUNERAL:
        run = partial(doer.begin, deeds_out.OVERSTAY)
        made.insert(0, ActionSpec("absences.record_overstay", deeds_out.OVERSTAY, run, "run", "", REPORT_MISSING))
    if case.state in WAITING:
        add("absences.withdraw", deeds_case.WITHDRAW, "x", KEEP_CASES, menu=True)
    if case.kind in HEALTHY:
        add("absences.write_cause", deeds_case.CAUSE, "stethoscope", READ_HEALTH, menu=True)
    return tuple(made)


def _printed(case: CaseDetail, doer: Doer) -> Iterator[ActionSpec]:
    """What the case is printed as a whole."""
    if case.kind in {CaseKind.ESCAPE, CaseKind.LEFT}:
        # Once it is over, the next absence is likelier than another look at the alarm.
        is_over = case.state is not CaseState.AWAY
        pack = ActionSpec("absences.take_pack", PACK, doer.print_pack, "bell", "Ctrl+P", KEEP_CASES)
        yield replace(pack, is_in_menu=is_over)
    if case.kind is CaseKind.DEATH:
        yield ActionSpec("absences.take_dossier", DOSSIER, doer.print_dossier, "printer", "Ctrl+P", KEEP_CASES)


def _new(seen: PersonAbsences, doer: Doer, *, is_alone: bool) -> tuple[ActionSpec, ...]:
    if seen.stay is None:
        return ()
    is_voluntary = seen.stay.stay_type.is_voluntary
    missed = deeds_out.LEFT if is_voluntary else deeds_out.ESCAPE
    away = seen.away
    why = None if away is None else tr(AWAY, what=tr(CASE_KIND_LABELS[away.kind]))
    wanted = (
        ("absences.send_to_hospital", deeds_out.HOSPITAL, "ambulance", LET_GO, "Ctrl+Shift+V", None),
        ("absences.record_left" if is_voluntary else "absences.record_escape", missed, "run", REPORT_MISSING,
         "Ctrl+Shift+B", None),
        ("absences.receive_application", deeds_out.APPLICATION, "home", KEEP_CASES, "", why),
        ("absences.receive_request", deeds_out.REQUEST, "gavel", KEEP_CASES, "", why),
        ("absences.propose_relief", deeds_out.RELIEF, "heart", PROPOSE_RELIEF, "",
         None if seen.may_sign else tr(NOT_SIGNER)),
        ("absences.record_remand", deeds_out.REMAND, "lock", LET_GO, "", None),
        ("absences.record_prison", deeds_out.PRISON, "shield-lock", LET_GO, "", None),
        ("absences.start_transfer", deeds_out.TRANSFER, "truck", SEND_ELSEWHERE, "", why),
        ("absences.record_death", deeds_out.DEATH, "alert-octagon", CLOSE_STAYS, "", None),
    )  # fmt: skip
    shown = 3 if is_alone else 0
    return tuple(
        ActionSpec(
            name,
            text,
            partial(doer.begin, text),
            icon,
            key,
            right,
            partial(_said, said),
            is_in_menu=place >= shown,
        )
        for place, (name, text, icon, right, key, said) in enumerate(wanted)
    )


def _said(why: str | None) -> str | None:
    return why
