"""Taking the alarm file, or the dossier of a death: remembered in the trail as the look it is."""

from dataclasses import dataclass, field

from facility_app.db.uow import UnitOfWork, require
from facility_app.documents.forms.library import FormLibrary
from facility_app.documents.forms.spec import Wall
from facility_app.documents.payload import PlainPaper
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.modules.absences.domain import KEEP_CASES
from facility_app.modules.absences.domain.cases import CaseKind
from facility_app.modules.absences.domain.escort import PaperPart
from facility_app.modules.absences.papers.dossier import death_paper
from facility_app.modules.absences.papers.pack import alarm_paper
from facility_app.modules.absences.queries.doings import list_doings
from facility_app.modules.absences.tables import AbsenceCase
from facility_app.modules.correspondence.api import PRINT_PAPERS, TakenForm, take_issued

MISSED = frozenset({CaseKind.ESCAPE, CaseKind.LEFT})


@dataclass(frozen=True, slots=True)
class Pack:
    """What is printed when somebody is missed.

    Attributes:
        sheet: who, what they look like, whom to tell, what was done.
        search: V-43 as issued; None before it is, or for whoever may not print it.
    """

    sheet: PlainPaper = field(repr=False)
    search: TakenForm | None = field(default=None, repr=False)


def take_pack(uow: UnitOfWork, case_id: str, forms: FormLibrary) -> Pack:
    """The alarm file of somebody who is missed.

    Raises:
        UserError: ``nobody_missed`` for any other absence.
    """
    require(uow, KEEP_CASES)
    case = uow.get(AbsenceCase, case_id)
    if case.kind not in MISSED:
        raise UserError(
            "nobody_missed",
            label("errors", "Hồ sơ báo động chỉ lập cho người bỏ trốn hoặc tự ý rời cơ sở. Hãy chọn hồ sơ khác."),
        )
    with uow.act("absences.take_pack") as act:
        act.about(case)
        found = [one for one in list_doings(uow, case_id).papers if one.part is PaperPart.SEARCH]
        search = None
        if found and uow.actor.may(PRINT_PAPERS):
            search = take_issued(uow, found[-1].paper_id, forms, Wall.OPEN)
        return Pack(alarm_paper(uow, case_id), search)


def take_dossier(uow: UnitOfWork, case_id: str) -> PlainPaper:
    """The dossier of a death (NĐ 163/2026/NĐ-CP Đ122).

    Raises:
        UserError: ``nobody_died`` for any other absence.
    """
    require(uow, KEEP_CASES)
    case = uow.get(AbsenceCase, case_id)
    if case.kind is not CaseKind.DEATH:
        raise UserError(
            "nobody_died",
            label("errors", "Hồ sơ này chỉ in cho người đã chết. Hãy chọn hồ sơ khác."),
        )
    with uow.act("absences.take_dossier") as act:
        act.about(case)
        return death_paper(uow, case_id)
