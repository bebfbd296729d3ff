"""Certificates: those of one person, and everybody's in the order they run out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from facility_app.kernel.dates import local_date
from facility_app.kernel.labels import label
from facility_app.kernel.paging import Look, Sort
from facility_app.modules.staff.domain import CERTIFICATE_STATE_LABELS, EDIT_STAFF
from facility_app.modules.staff.queries import (
    CertificateRow,
    list_certificate_ids,
    list_certificate_rows,
    list_own_certificates,
)
from facility_app.modules.staff.service import (
    AddCertificate,
    VoidCertificate,
    add_certificate,
    void_certificate,
)
from facility_app.modules.staff.ui import words
from facility_app.modules.staff.ui.card_pane import CardPane
from facility_app.modules.staff.ui.fields import CERTIFICATES, code_field, day_field, line_field
from facility_app.modules.staff.ui.people import CERTIFICATES_PAGE, LIST_PAGE, NAME, PERSON_PAGE
from facility_app.ui.forms.form import Form
from facility_app.ui.i18n import tr
from facility_app.ui.lists.editable_card import FormVerb, ReasonVerb
from facility_app.ui.lists.list_page import ListPage
from facility_app.ui.models import ColumnSpec, FilterOption, FilterSpec, ListSpec
from facility_app.ui.shell.spec import ActionSpec, PageContext, Route
from facility_app.ui.theme import Tone

TITLE = label("staff", "Chứng chỉ")
ADD, RENEW, VOID = (
    label("verbs", "Thêm chứng chỉ"),
    label("verbs", "Ghi bản gia hạn"),
    label("verbs", "Gạch bỏ…"),
)
KIND = label("staff", "Loại chứng chỉ")
NUMBER = label("staff", "Số")
ISSUER = label("staff", "Nơi cấp")
ISSUED = label("staff", "Ngày cấp")
EXPIRES = label("staff", "Hết hạn")
EXPIRES_HINT = label("staff", "Ngày cuối còn hiệu lực; để trống nếu không thời hạn.")
STATE = label("staff", "Tình trạng")
ADDED = label("staff", "Đã ghi chứng chỉ; việc gia hạn tự hiện trước ngày hết hạn.")
VOID_TITLE = label("staff", "Gạch bỏ chứng chỉ nhập nhầm")
VOID_TEXT = label("staff", "{kind}, số {number}. Việc nhắc gia hạn của nó cũng mất.")
VOID_VERB = label("verbs", "Gạch bỏ chứng chỉ")
VOIDED = label("staff", "Đã gạch bỏ chứng chỉ.")
NONE = label("staff", "Chưa ghi chứng chỉ nào.")
BEGIN = label(
    "staff",
    "Chưa ghi chứng chỉ nào. Hãy mở hồ sơ một cán bộ, sang mục Chứng chỉ rồi bấm “Thêm chứng chỉ”; việc gia hạn "
    "sẽ tự nhắc trước ngày hết hạn.",
)
TO_PEOPLE = label("verbs", "Mở danh sách cán bộ")
NONE_LIKE = label("staff", "Không có chứng chỉ nào ở tình trạng này.")


@dataclass(frozen=True, slots=True)
class CertificateLine:
    """One certificate seen from a day."""

    certificate: CertificateRow
    today: date


@dataclass(frozen=True, slots=True)
class NewCertificate:
    """What the form shows."""

    kind: str | None = None
    issued_on: date | None = None
    expires_on: date | None = None
    number: str | None = None
    issuer: str | None = None


def _row_id(line: CertificateLine) -> str:
    return line.certificate.certificate_id


def _name(line: CertificateLine) -> str:
    return line.certificate.full_name


def _kind(line: CertificateLine) -> str:
    return tr(line.certificate.kind_text)


def _number(line: CertificateLine) -> str:
    return line.certificate.number or ""


def _issuer(line: CertificateLine) -> str:
    return line.certificate.issuer or ""


def _issued(line: CertificateLine) -> str:
    return words.day(line.certificate.issued_on)


def _issued_value(line: CertificateLine) -> date:
    return line.certificate.issued_on


def _expires(line: CertificateLine) -> str:
    return words.day(line.certificate.expires_on)


def _expires_value(line: CertificateLine) -> date | None:
    return line.certificate.expires_on


def _state(line: CertificateLine) -> str:
    found = line.certificate
    return words.certificate_text(found.state, found.expires_on, line.today)


def _tone(line: CertificateLine) -> Tone | None:
    return words.CERTIFICATE_TONES[line.certificate.state]


OWN_COLUMNS = (
    ColumnSpec("kind", KIND, _kind, width=300, is_strong=True),
    ColumnSpec("state", STATE, _state, width=168, tone=_tone),
    ColumnSpec("expires", EXPIRES, _expires, _expires_value, width=110),
    ColumnSpec("issued", ISSUED, _issued, _issued_value, width=110),
    ColumnSpec("number", NUMBER, _number, width=150, is_paper_number=True),
    ColumnSpec("issuer", ISSUER, _issuer, width=200),
)


def own_spec(member_id: str) -> ListSpec[CertificateLine]:
    """The list of one person's as data."""
    return ListSpec(
        id="staff.own_certificates",
        title=TITLE,
        columns=OWN_COLUMNS,
        ids=partial(_own_ids, member_id),
        rows=partial(_own_rows, member_id),
        row_id=_row_id,
        search=None,
        empty=NONE,
        tables=frozenset({"staff_certificate"}),
    )


def _own_ids(member_id: str, uow: Any, _look: Look) -> tuple[str, ...]:
    return tuple(one.certificate_id for one in list_own_certificates(uow, member_id))


def _own_rows(member_id: str, uow: Any, wanted: Sequence[str]) -> tuple[CertificateLine, ...]:
    found = {one.certificate_id: one for one in list_own_certificates(uow, member_id)}
    return tuple(CertificateLine(found[one], local_date(uow.now)) for one in wanted if one in found)


def _every_rows(uow: Any, wanted: Sequence[str]) -> tuple[CertificateLine, ...]:
    return tuple(CertificateLine(row, local_date(uow.now)) for row in list_certificate_rows(uow, wanted))


EVERY: ListSpec[CertificateLine] = ListSpec(
    id=CERTIFICATES_PAGE,
    title=label("staff", "Chứng chỉ của cán bộ"),
    columns=(
        ColumnSpec("name", NAME, _name, sort="name", width=196, is_strong=True),
        ColumnSpec("state", STATE, _state, width=168, tone=_tone),
        ColumnSpec("expires", EXPIRES, _expires, _expires_value, "expiry", 120),
        ColumnSpec("kind", KIND, _kind, width=286),
        ColumnSpec("number", NUMBER, _number, width=136, is_paper_number=True),
        ColumnSpec("issuer", ISSUER, _issuer, width=160),
    ),
    ids=list_certificate_ids,
    rows=_every_rows,
    row_id=_row_id,
    filters=(
        FilterSpec(
            "state", STATE, tuple(FilterOption(state, text) for state, text in CERTIFICATE_STATE_LABELS.items())
        ),
    ),
    search=None,
    empty=BEGIN,
    none_found=NONE_LIKE,
    default_sort=(Sort("expiry"),),
    tables=frozenset({"staff_certificate", "staff_member"}),
)


class CertificatesPage(ListPage):
    """Everybody's; Enter opens whose it is."""

    def __init__(self, context: PageContext) -> None:
        """Make the page."""
        people = ActionSpec("staff.to_people", TO_PEOPLE, self.show_people, "users-group")
        super().__init__(context, EVERY, actions=(people,))
        self.panel.row_activated.connect(self._on_opened)

    def show_people(self) -> None:
        """Whose certificates they are: they are written down there."""
        self.context.go(Route(LIST_PAGE))

    def _on_opened(self, certificate_id: str) -> None:
        line = self.panel.model.row_of(certificate_id)
        if isinstance(line, CertificateLine):
            self.context.go(Route(PERSON_PAGE, line.certificate.member_id, {"tab": "staff.own_certificates"}))


def certificates_pane(context: PageContext, member_id: str) -> CardPane:
    """The tab of one person's."""
    add: FormVerb[CertificateLine] = FormVerb(
        id="staff.add_certificate", text=ADD, permission=EDIT_STAFF, icon="plus", shortcut="Ctrl+N", told=ADDED,
        needs_row=False, form=_form, begin=_begin, save=partial(_add, member_id),
    )  # fmt: skip
    renew: FormVerb[CertificateLine] = FormVerb(
        id="staff.renew_certificate", text=RENEW, permission=EDIT_STAFF, icon="refresh", told=ADDED, form=_form,
        begin=_begin, save=partial(_add, member_id),
    )  # fmt: skip
    void: ReasonVerb[CertificateLine] = ReasonVerb(
        id="staff.void_certificate", text=VOID, permission=EDIT_STAFF, icon="x", told=VOIDED, title=VOID_TITLE,
        about=_about_void, button=VOID_VERB, save=_void, is_dangerous=True,
    )  # fmt: skip
    return CardPane(context, member_id, own_spec(member_id), (add, renew, void))


def _form(context: PageContext) -> Form[NewCertificate]:
    form: Form[NewCertificate] = Form(NewCertificate, with_bar=False)
    form.add(code_field(context, "kind", KIND, CERTIFICATES, is_required=True))
    form.add(
        day_field(context, "issued_on", ISSUED, is_required=True),
        day_field(context, "expires_on", EXPIRES, hint=EXPIRES_HINT),
    )
    form.add(line_field("number", NUMBER), line_field("issuer", ISSUER))
    return form


def _begin(_context: PageContext, line: CertificateLine | None) -> NewCertificate:
    """What a renewal takes over from the one it takes the place of."""
    if line is None:
        return NewCertificate()
    return NewCertificate(kind=line.certificate.kind, issuer=line.certificate.issuer)


def _about_void(line: CertificateLine) -> str:
    return tr(VOID_TEXT, kind=_kind(line), number=_number(line) or "–")


def _add(member_id: str, uow: Any, renews_id: str, _version: int, values: Mapping[str, Any]) -> str:
    return add_certificate(
        uow,
        AddCertificate(
            member_id,
            values["kind"],
            values["issued_on"],
            values["expires_on"],
            values["number"],
            values["issuer"],
            renews_id,
        ),
    )


def _void(uow: Any, line: CertificateLine, reason: str) -> None:
    found = line.certificate
    void_certificate(uow, VoidCertificate(found.certificate_id, found.version, reason))
