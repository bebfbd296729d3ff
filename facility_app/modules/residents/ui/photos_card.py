"""Photos of somebody by pose: shown small, looked at large, taken in from the disk, struck out with a reason."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QImage, QKeyEvent, QPixmap
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from facility_app.kernel.change import Change
from facility_app.kernel.errors import FacilityError
from facility_app.kernel.labels import label
from facility_app.kernel.ports import SealedFile
from facility_app.modules.residents.domain import DESCRIBE_BODY
from facility_app.modules.residents.domain.body import POSE_LABELS, Pose
from facility_app.modules.residents.domain.entries import EntryKind
from facility_app.modules.residents.queries.contents import check_photo, read_content
from facility_app.modules.residents.queries.files import PhotoRow, list_photos
from facility_app.modules.residents.service.body import AddPhoto, add_photo
from facility_app.modules.residents.service.voiding import VoidEntry, void_entry
from facility_app.modules.residents.ui.entry_card import STRIKE_TEXT, STRIKE_VERB
from facility_app.modules.residents.ui.filing import PICTURES, FileTaker, TakenFile
from facility_app.modules.residents.ui.opener import Opener
from facility_app.modules.residents.ui.pictures import scaled
from facility_app.modules.residents.ui.words import day, joined, options
from facility_app.ui.actions import why_not
from facility_app.ui.dialogs.form_dialog import Filing, FormDialog
from facility_app.ui.dialogs.reason import ReasonDialog
from facility_app.ui.forms.choice_fields import CodeField
from facility_app.ui.forms.form import Form
from facility_app.ui.forms.usual import past_day
from facility_app.ui.i18n import tr
from facility_app.ui.shell.page import Pane
from facility_app.ui.shell.spec import ActionSpec, PageContext
from facility_app.ui.tasks import Failure
from facility_app.ui.theme import Theme, Tone
from facility_app.ui.widgets import Card, FlowLayout, Loudness, WhyNotButton, words

PHOTOS = label("residents", "Ảnh")
NO_PHOTO = label("residents", "Chưa có ảnh. Mẫu 43 cần ảnh chính diện; ảnh đó cũng hiện ở đầu hồ sơ.")
ADD_PHOTO = label("verbs", "Thêm ảnh")
CHOOSE_PHOTO = label("residents", "Chọn ảnh chân dung")
PHOTO_DONE = label("residents", "Đã thêm ảnh.")
STRIKE_PHOTO = label("residents", "Gạch bỏ ảnh này?")
STRUCK = label("residents", "Đã gạch bỏ ảnh.")
THUMB: Final = 150


@dataclass(frozen=True, slots=True, repr=False)
class PhotoView:
    """A photo as its form shows it."""

    pose: Pose | None = None
    taken_on: date | None = None


@dataclass(frozen=True, slots=True)
class Thumb:
    """A photo made small."""

    row: PhotoRow
    image: QImage = field(repr=False)


class PhotoButton(QToolButton):
    """A photo with its pose and day; Enter looks at it, Delete strikes it out.

    Signals:
        strike_asked(str): Delete; the photo's id.
        look_asked(str): Enter or a click.
    """

    strike_asked = Signal(str)
    look_asked = Signal(str)

    def __init__(self, theme: Theme, thumb: Thumb, parent: QWidget | None = None) -> None:
        """Show ``thumb``."""
        super().__init__(parent)
        self._photo_id = thumb.row.photo_id
        caption = joined(tr(POSE_LABELS[thumb.row.pose]), day(thumb.row.taken_on))
        self.setText(caption)
        self.setAccessibleName(caption)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        self.setIconSize(QSize(theme.px(THUMB * 3 // 4), theme.px(THUMB)))
        self.setIcon(QIcon(QPixmap.fromImage(thumb.image)))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.clicked.connect(self._on_clicked)

    def _on_clicked(self) -> None:
        self.look_asked.emit(self._photo_id)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.strike_asked.emit(self._photo_id)
        else:
            super().keyPressEvent(event)


class PhotosCard(Pane):
    """Photos of every pose, the newest first."""

    def __init__(self, context: PageContext, resident_id: str, parent: QWidget | None = None) -> None:
        """Read and show them."""
        super().__init__(parent)
        self._context, self._resident_id = context, resident_id
        self._rows: dict[str, PhotoRow] = {}
        theme = context.theme
        self._card = Card(theme, tr(PHOTOS))
        self.add_button = WhyNotButton(theme, ADD_PHOTO, Loudness.LINK, "camera")
        self.add_button.set_why_not(self._why_not())
        self.add_button.clicked.connect(self.add_photo)
        if self._card.head is not None:
            self._card.head.add(self.add_button)
        self._box = QWidget()
        self._flow = FlowLayout(self._box, gap=theme.px(10))
        self._nothing = words(NO_PHOTO, ink=Tone.NEUTRAL, is_wrapped=True)
        self._card.body.addWidget(self._box)
        self._card.body.addWidget(self._nothing)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._card)
        self.taker = FileTaker(context, check_photo, self)
        self.taker.taken.connect(self._on_taken)
        self._opener = Opener(context, self)
        self._ask()

    def add_photo(self) -> None:
        """Choose a file, then say what it shows."""
        if self.add_button.why_not():
            self.add_button.tell()
        else:
            self.taker.ask(CHOOSE_PHOTO, PICTURES)

    def buttons(self) -> tuple[PhotoButton, ...]:
        """The photos shown."""
        return tuple(self._box.findChildren(PhotoButton))

    def _why_not(self) -> str | None:
        spec = ActionSpec("residents.add_photo", ADD_PHOTO, self.add_photo, permission=DESCRIBE_BODY)
        return why_not(spec, self._context.actor)

    def _ask(self) -> None:
        op = self._context.runner.query(self, partial(_thumbs, self._resident_id), topic="photos")
        op.success(self._on_read).failure(self._on_failed).run()

    def _on_read(self, thumbs: Sequence[Thumb]) -> None:
        self._rows = {one.row.photo_id: one.row for one in thumbs}
        self._flow.clear()
        for one in thumbs:
            button = PhotoButton(self._context.theme, one, self._box)
            button.look_asked.connect(self._on_look_asked)
            button.strike_asked.connect(self._on_strike_asked)
            self._flow.addWidget(button)
            button.show()
        self._nothing.setVisible(not thumbs)
        self._box.setVisible(bool(thumbs))
        self._box.updateGeometry()

    def _on_failed(self, failure: Failure) -> None:
        self._context.say(failure.words, Tone.DANGER)

    def _on_taken(self, file: TakenFile) -> None:
        context = self._context
        form: Form[PhotoView] = Form(PhotoView, with_bar=False)
        form.add(
            CodeField("pose", label("terms", "Tư thế"), options=options(POSE_LABELS), is_required=True),
            past_day(context, "taken_on", label("terms", "Ngày chụp"), is_required=True),
        )
        key = f"residents.photo/{self._resident_id}/{file.mark}"
        filing: Filing[PhotoView] = Filing(key=key, save=partial(_add_photo, self._resident_id, file.content))
        dialog = FormDialog(
            context.theme, context.runner, context.drafts, form, filing, title=tr(ADD_PHOTO), parent=self
        )
        dialog.saved.connect(self._on_saved)
        dialog.open_with(PhotoView(Pose.FRONT, context.today()))

    def _on_saved(self, _answer: object) -> None:
        self._context.say(tr(PHOTO_DONE))

    def _on_look_asked(self, photo_id: str) -> None:
        row = self._rows[photo_id]
        self._opener.open(row.attachment_id, joined(tr(POSE_LABELS[row.pose]), day(row.taken_on)))

    def _on_strike_asked(self, photo_id: str) -> None:
        if self.add_button.why_not():
            self.add_button.tell()
            return
        row = self._rows[photo_id]
        dialog = ReasonDialog(
            self._context.theme,
            tr(STRIKE_PHOTO),
            tr(STRIKE_TEXT),
            verb=tr(STRIKE_VERB),
            is_dangerous=True,
            parent=self,
        )
        dialog.given.connect(partial(self._on_reason_given, row))
        dialog.open()

    def _on_reason_given(self, row: PhotoRow, reason: str) -> None:
        order = VoidEntry(EntryKind.PHOTO, row.photo_id, row.version, reason)
        op = self._context.runner.command(self, partial(_strike, order))
        op.success(self._on_struck).failure(self._on_failed).run()

    def _on_struck(self, _answer: object) -> None:
        self._context.say(tr(STRUCK))

    @override
    def refresh(self, change: Change) -> None:
        if "resident_photo" in change.tables:
            self._ask()


def _thumbs(resident_id: str, uow: Any) -> tuple[Thumb, ...]:
    poses = list(Pose)
    rows = sorted(
        list_photos(uow, resident_id), key=lambda row: (-row.taken_on.toordinal(), poses.index(row.pose))
    )
    return tuple(Thumb(row, _image(uow, row.sealed, 2 * THUMB)) for row in rows)


def _image(uow: Any, sealed: SealedFile, side: int) -> QImage:
    try:
        return scaled(read_content(uow, sealed), side)
    except FacilityError:
        # One picture lost on the disk must not hide the others; looking at it tells what is wrong.
        return QImage()


def _add_photo(resident_id: str, content: bytes, uow: Any, values: Mapping[str, Any], _version: int) -> object:
    return add_photo(uow, AddPhoto(resident_id, content, Pose(values["pose"]), values["taken_on"]))


def _strike(order: VoidEntry, uow: Any) -> None:
    void_entry(uow, order)
