"""The first run: which facility this is, who cares for the program, and the one sheet nobody may lose."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from facility_app.app.window.key_step import COMPOSED, KeyStep, is_composed, letters
from facility_app.app.window.step import DoorStep, quiet_line
from facility_app.kernel.actor import Role
from facility_app.kernel.errors import FacilityError
from facility_app.kernel.labels import Label, label
from facility_app.kernel.passwords import PASSWORD_RULE
from facility_app.modules.catalogues.domain import UnitKind
from facility_app.ui.forms.choice_fields import CodeField
from facility_app.ui.forms.form import Form
from facility_app.ui.forms.text_fields import NameField, TextField
from facility_app.ui.i18n import refusal, tr
from facility_app.ui.theme import Theme, restyle
from facility_app.ui.widgets import Spinner

CARD_WIDTH = 640
FORM_HEIGHT = 380
UNIT_KINDS = (
    (UnitKind.PUBLIC.value, label("terms", "Cơ sở cai nghiện ma túy công lập")),
    (UnitKind.REFORM_SCHOOL.value, label("terms", "Trường giáo dưỡng")),
    (UnitKind.PRIVATE.value, label("terms", "Cơ sở cai nghiện ma túy tư nhân")),
)

FOUND = label("login", "Lập cơ sở")
FOUNDING = label("login", "Đang lập cơ sở…")
KEYS_HINT = label("login", "Enter sang ô kế, rồi tới nút Tiếp tục · Ctrl+Enter tiếp tục ngay · F4 mở danh sách")
HEAD_HINT = label(
    "login",
    "Bỏ đánh dấu thì người này chỉ quản trị chương trình và không xem được hồ sơ; tài khoản cho người khác thêm "
    "sau, ở trang Tài khoản.",
)

STORE_SHUT = label(
    "login",
    "Chưa lập cơ sở: kho khóa của hệ điều hành đang bị khóa, hoặc vừa bị từ chối mở. Hãy mở kho (thường là đăng "
    "xuất rồi đăng nhập lại vào màn hình làm việc của máy), rồi bấm “Lập cơ sở” lần nữa. Chưa có gì được ghi.",
)
NO_STORE: Mapping[str, Label] = {"keyring_locked": STORE_SHUT, "keyring_failed": STORE_SHUT}
"""What the wizard says of a keyring that does not open, by the fault's code."""


@dataclass(frozen=True, slots=True)
class FacilityWish:
    """What the first step asks for."""

    name: str
    code: str
    province_code: str
    unit_kind: str


@dataclass(frozen=True, slots=True)
class FirstRun:
    """What the whole wizard was told."""

    facility: FacilityWish
    admin: str
    password: str
    is_head: bool = True


class WizardPage(QWidget):
    """Three steps: the facility, the first account, the recovery key typed back.

    Signals:
        founding_asked: a ``FirstRun``.
        print_asked: the recovery key, to be put on paper.
        finished: the key was typed back; the program may open.
    """

    founding_asked = Signal(object)
    print_asked = Signal(str)
    finished = Signal()

    def __init__(
        self, theme: Theme, provinces: Sequence[tuple[str, Label]], parent: QWidget | None = None
    ) -> None:
        """Build the steps.

        Args:
            theme: the look.
            provinces: code and name of each, for the list.
            parent: the window.
        """
        super().__init__(parent)
        self._theme = theme
        self._wish: FacilityWish | None = None
        self._key = ""
        self._typed_in: QWidget | None = None
        self.spinner = Spinner(theme, 20, self)
        self.spinner.hide()
        self.step_label = QLabel(self)
        restyle(self.step_label, "ink", "quiet")
        self.message_label = QLabel(self)
        self.message_label.setObjectName("message_label")
        self.message_label.setWordWrap(True)
        restyle(self.message_label, "ink", "danger")
        self.message_label.hide()
        self.facility_form = _facility_form(provinces, self)
        self.admin_step = DoorStep(label("login", "Quản trị viên đầu tiên"), FOUND, self)
        self.admin_edit = self.admin_step.line("admin_edit", label("login", "Tên tài khoản"))
        self.password_edit = self.admin_step.line(
            "password_edit", label("login", "Mật khẩu"), hidden=True, hint=PASSWORD_RULE
        )
        self.again_edit = self.admin_step.line("again_edit", label("login", "Nhập lại mật khẩu"), hidden=True)
        self.head_box = QCheckBox(
            tr(label("login", "Người này cũng làm việc với hồ sơ, với quyền của người đứng đầu cơ sở")), self
        )
        self.head_box.setObjectName("head_box")
        self.head_box.setChecked(True)
        self.admin_step.insert(self.head_box)
        self.admin_step.insert(quiet_line(HEAD_HINT, self))
        self.back_button = self.admin_step.aside(label("login", "Quay lại thông tin cơ sở"))
        self.key_step = KeyStep(self)
        self.facility_form.setMinimumHeight(theme.px(FORM_HEIGHT))
        self.on_button = QPushButton(tr(label("login", "Tiếp tục")), self)
        self.on_button.setObjectName("on_button")
        restyle(self.on_button, "kind", "primary")
        self.on_button.setToolTip("Ctrl+Enter")
        self.on_button.clicked.connect(self._on_on_clicked)
        self.facility_form.use_save_button(self.on_button)
        self.keys_label = quiet_line(KEYS_HINT, self)
        self._steps: tuple[QWidget, ...] = (self.facility_form, self.admin_step, self.key_step)
        self._lay_out()
        self._listen()
        self._turn_to(0)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # The button stands outside the form, which hears the same keys from its own fields.
        is_enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier and self.on_button.isVisible():
            self.on_button.click()
        else:
            super().keyPressEvent(event)

    def begin(self) -> None:
        """Put the cursor where typing begins."""
        self.facility_form.focus_field("name")

    def show_key(self, key: str) -> None:
        """The facility stands; its key is shown once and must be typed back."""
        self._key = key
        self.key_step.show_key(key)
        self._turn_to(2)
        self.key_step.typed_edit.setFocus()

    def refuse(self, error: FacilityError) -> None:
        """Say why nothing was founded; what was typed stays."""
        if any(name in self.facility_form.fields for name in error.fields):
            self._turn_to(0)
            self.facility_form.show_refusal(error)
            return
        own = NO_STORE.get(error.code)
        # The usual way on, the recovery key, is not there before there is a facility.
        self._say(refusal(error) if own is None else tr(own))

    def say(self, words: str, tone: str = "info") -> None:
        """Tell something on the way."""
        self._say(words, tone)

    def set_busy(self, busy: bool) -> None:
        """Nothing is pressed twice; what takes seconds is said, and what it was told stays as it is."""
        here: QWidget | None = self.focusWidget()
        self.admin_step.set_busy(busy)
        self.facility_form.set_held(is_held=busy)
        if not self.admin_step.isHidden():
            self._show_founding(here, busy=busy)

    def _show_founding(self, here: QWidget | None, *, busy: bool) -> None:
        self.admin_step.set_open(not busy)
        self.head_box.setEnabled(not busy)
        self.back_button.setEnabled(not busy)
        self.admin_step.button.setText(tr(FOUNDING if busy else FOUND))
        self.spinner.setVisible(busy)
        self.message_label.setVisible(busy)
        if busy:
            self._typed_in = here
            self._say(tr(FOUNDING), "info")
        elif self._typed_in is not None:
            self._typed_in.setFocus()

    def _lay_out(self) -> None:
        card = QFrame(self)
        restyle(card, "kind", "card")
        card.setFixedWidth(self._theme.px(CARD_WIDTH))
        title = QLabel(tr(label("login", "Lập cơ sở mới")), card)
        restyle(title, "letters", "display")
        restyle(title, "weight", "strong")
        inside = QVBoxLayout(card)
        space = self._theme.px(24)
        inside.setContentsMargins(space, space, space, space)
        inside.setSpacing(self._theme.px(12))
        said = QHBoxLayout()
        said.addWidget(self.spinner)
        said.addWidget(self.message_label, 1)
        inside.addWidget(title)
        inside.addWidget(self.step_label)
        inside.addLayout(said)
        for one in (*self._steps, self.on_button, self.keys_label):
            inside.addWidget(one)
        middle = QHBoxLayout()
        middle.addStretch()
        middle.addWidget(card)
        middle.addStretch()
        whole = QVBoxLayout(self)
        whole.addStretch(1)
        whole.addLayout(middle)
        whole.addStretch(1)

    def _listen(self) -> None:
        self.facility_form.submitted.connect(self._on_facility)
        self.admin_step.submitted.connect(self._on_admin)
        self.back_button.clicked.connect(self._on_back)
        self.key_step.print_button.clicked.connect(self._on_print)
        self.key_step.submitted.connect(self._on_typed_back)

    def _on_on_clicked(self) -> None:
        self.facility_form.submit()

    def _on_facility(self, _values: object) -> None:
        self._wish = self.facility_form.value()
        self._turn_to(1)
        self.admin_step.first_edit.setFocus()

    def _on_admin(self) -> None:
        name, password, again = self.admin_edit.text(), self.password_edit.text(), self.again_edit.text()
        if not name or not password:
            self._say(tr(label("login", "Hãy điền tên tài khoản và mật khẩu.")))
        elif password != again:
            self._say(tr(label("login", "Hai lần nhập mật khẩu khác nhau. Hãy nhập lại lần thứ hai.")))
            self.again_edit.setFocus()
            self.again_edit.selectAll()
        elif self._wish is not None:
            self.message_label.hide()
            self.founding_asked.emit(FirstRun(self._wish, name, password, self.head_box.isChecked()))

    def _on_back(self) -> None:
        self._turn_to(0)

    def _on_print(self) -> None:
        self.print_asked.emit(self._key)

    def _on_typed_back(self) -> None:
        if is_composed(self.key_step.typed_edit.text()):
            self._say(tr(COMPOSED))
            self.key_step.typed_edit.setFocus()
            self.key_step.typed_edit.selectAll()
            return
        if letters(self.key_step.typed_edit.text()) != letters(self._key):
            self._say(
                tr(
                    label(
                        "login",
                        "Khóa vừa gõ không khớp khóa đã hiện. Hãy so từng nhóm bốn ký tự với tờ giấy rồi gõ lại.",
                    )
                )
            )
            self.key_step.typed_edit.setFocus()
            return
        self._key = ""
        self.key_step.forget()
        for edit in (self.password_edit, self.again_edit):
            edit.clear()
        self.finished.emit()

    def _turn_to(self, place: int) -> None:
        self.message_label.hide()
        self.step_label.setText(tr(label("login", "Bước {step} trên {all}"), step=place + 1, all=len(self._steps)))
        for other, step in enumerate(self._steps):
            step.setVisible(other == place)
        self.on_button.setVisible(place == 0)
        self.keys_label.setVisible(place == 0)

    def _say(self, words: str, tone: str = "danger") -> None:
        restyle(self.message_label, "ink", tone)
        self.message_label.setText(words)
        self.message_label.show()


def _facility_form(provinces: Sequence[tuple[str, Label]], parent: QWidget) -> Form[FacilityWish]:
    form: Form[FacilityWish] = Form(FacilityWish, with_bar=False, parent=parent)
    form.add(NameField("name", label("login", "Tên cơ sở"), is_person=False, is_required=True))
    form.add(
        TextField(
            "code", label("login", "Mã cơ sở"), is_required=True, hint=label("login", "Ví dụ: G01.28.12"), limit=35
        ),
        CodeField("province_code", label("login", "Tỉnh, thành phố"), options=provinces, is_required=True),
    )
    form.add(CodeField("unit_kind", label("login", "Loại cơ sở"), options=UNIT_KINDS, is_required=True))
    return form


def founding_fields(run: FirstRun) -> dict[str, Any]:
    """The wish in the words of ``Founding``."""
    wish = run.facility
    return {
        "code": wish.code,
        "name": wish.name,
        "province_code": wish.province_code,
        "unit_kind": UnitKind(wish.unit_kind),
        "admin": run.admin,
        "password": run.password,
        "roles": (Role.ADMIN, Role.HEAD) if run.is_head else (Role.ADMIN,),
    }
