"""Four faces of a page, numbers that open lists, words that matter now, offers that pass."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from facility_app.ui.theme import Theme, Tone
from facility_app.ui.widgets import (
    Avatar,
    Banner,
    BigNumber,
    BigNumberStrip,
    Card,
    Figure,
    IconLabel,
    State,
    StateStack,
    Toast,
    UndoOffer,
)
from facility_app.ui.widgets.avatar import initials
from facility_app.ui.widgets.big_numbers import SIDE_ROOM, TILE
from facility_app.ui.widgets.states import PATIENCE_MS
from tests.helpers.cases import each
from tests.helpers.windows import clipped

FIGURES = [
    Figure("all", "Tất cả", "1.186", "có mặt 1.171", span=2),
    Figure("free", "Còn trống", "64"),
    Figure("late", "Quá hạn", "2", "xem ngay", Tone.DANGER),
]


class Pressed:
    """Counts how often it was called."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self) -> None:
        self.times += 1


@pytest.fixture
def stack(theme: Theme, qtbot: QtBot) -> StateStack:
    made = StateStack(theme, QLabel("nội dung"))
    qtbot.addWidget(made)
    made.resize(600, 400)
    made.show()
    return made


def texts(widget: QWidget) -> list[str]:
    return [one.text() for one in widget.findChildren(QLabel) if one.isVisible() and one.text()]


def button(widget: QWidget, start: str) -> QPushButton:
    return next(one for one in widget.findChildren(QPushButton) if one.text().replace("&", "").startswith(start))


def test_what_comes_before_300_ms_never_flickers(stack: StateStack, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(stack.state_changed, wait=PATIENCE_MS + 100):
        stack.show_loading()
        stack.show_content()
    assert stack.state() is State.CONTENT


def test_after_300_ms_the_waiting_is_told(stack: StateStack, qtbot: QtBot) -> None:
    stack.show_loading()
    assert stack.state() is State.CONTENT
    assert stack.is_waiting()
    with qtbot.waitSignal(stack.state_changed, timeout=3_000):
        stack.show_loading()
    assert stack.state() is State.LOADING
    stack.show_content()
    assert (stack.state(), stack.is_waiting()) == (State.CONTENT, False)


def test_emptiness_offers_what_to_do_next(stack: StateStack, qtbot: QtBot) -> None:
    stack.show_empty("Chưa có ai.", "&Thêm người đầu tiên", hint="Hoặc nhập từ tệp.")
    assert texts(stack) == ["Chưa có ai.", "Hoặc nhập từ tệp."]
    with qtbot.waitSignal(stack.action_requested):
        button(stack, "Thêm").click()
    stack.show_empty("Không tìm thấy.")
    assert not button(stack, "").isVisible()


def test_a_failure_says_what_to_do_and_copies_its_details(stack: StateStack, qtbot: QtBot) -> None:
    stack.show_error("Tệp đang bận. Hãy thử lại.", "E-12 busy")
    assert "Tệp đang bận. Hãy thử lại." in texts(stack)
    button(stack, "Chép").click()
    assert QGuiApplication.clipboard().text() == "E-12 busy"
    with qtbot.waitSignal(stack.retry_requested):
        button(stack, "Thử lại").click()


def test_a_failure_without_details_offers_none_to_copy(stack: StateStack) -> None:
    stack.show_error("Hết giấy.", can_retry=False)
    assert [one for one in stack.findChildren(QPushButton) if one.isVisible()] == []


def test_a_face_nobody_saw_was_never_made(stack: StateStack) -> None:
    assert stack.count() == 1
    stack.show_empty("Chưa có ai.")
    stack.show_empty("Chưa có ai cả.")
    assert (stack.count(), texts(stack)) == (2, ["Chưa có ai cả."])


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_in_a_low_place_words_and_button_come_before_the_picture(
    dressed: Theme, qtbot: QtBot, scale: float
) -> None:
    dressed.set(scale=scale)
    stack = StateStack(dressed, QLabel("Nội dung"))
    qtbot.addWidget(stack)
    stack.show_empty("Chưa ban hành văn bản nào.", "Lập văn bản")
    stack.resize(dressed.px(600), dressed.px(88))
    stack.show()
    stack.grab()
    seen = [one for kind in (QLabel, QPushButton) for one in stack.findChildren(kind) if one.isVisible()]
    assert [one.height() >= one.fontMetrics().height() for one in seen] == [True, True]
    assert not seen[0].geometry().intersects(seen[1].geometry())
    stack.resize(dressed.px(600), dressed.px(400))
    stack.grab()
    assert len([one for one in stack.findChildren(IconLabel) if one.isVisible()]) == 1


def test_a_low_card_that_failed_is_as_high_as_its_words_and_buttons_need(dressed: Theme, qtbot: QtBot) -> None:
    dressed.set(scale=1.5)
    page, content = QWidget(), QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    cards = [Card(dressed, "Giường đã ở", is_flush=True, parent=page) for _ in range(3)]
    for card in cards:
        card.setMinimumHeight(dressed.px(138))
        column.addWidget(card)
    stack = StateStack(dressed, content, cards[1])
    cards[1].body.addWidget(stack)
    page.resize(700, 3 * dressed.px(138))
    page.show()
    stack.show_error(
        "Ổ đĩa báo lỗi, chưa ghi được gì. Hãy kiểm tra ổ đĩa, sao lưu ra ổ khác rồi làm lại. " * 2, "E"
    )
    qtbot.waitUntil(lambda: page.height() > 3 * dressed.px(138))
    page.grab()
    assert clipped(page) == []
    stack.show_content()
    assert cards[1].minimumSizeHint().height() == dressed.px(138)


def test_cards_that_fail_together_say_why_once_and_each_keeps_its_way_on(dressed: Theme, qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    stacks = [StateStack(dressed, QWidget(), page) for _ in range(3)]
    for stack in stacks:
        column.addWidget(stack)
    page.show()
    stacks[2].setEnabled(False)
    for stack in reversed(stacks):
        stack.show_error("Ổ đĩa báo lỗi.", "E")
    assert [one.told_error() for one in stacks] == ["", "Ổ đĩa báo lỗi.", ""]
    assert all(button(one, "Thử lại").isVisible() for one in stacks)
    stacks[0].show_error("Tệp dữ liệu bị hỏng.", "E")
    assert stacks[0].told_error() == "Tệp dữ liệu bị hỏng."
    assert stacks[1].told_error() == "Ổ đĩa báo lỗi."


@pytest.fixture
def strip(dressed: Theme, qtbot: QtBot) -> BigNumberStrip:
    made = BigNumberStrip(dressed)
    qtbot.addWidget(made)
    made.set_figures(FIGURES)
    made.resize(1000, 120)
    made.show()
    return made


def rows(strip: BigNumberStrip) -> int:
    strip.ensurePolished()
    return len({tile.y() for tile in strip.tiles()})


def test_in_a_page_the_strip_is_as_high_as_its_second_row_needs(dressed: Theme, qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    box, inner = QVBoxLayout(page), QWidget(page)
    within, rest = QVBoxLayout(inner), QLabel("việc", page)
    made = BigNumberStrip(dressed, inner)
    within.addWidget(made)
    box.addWidget(inner)
    box.addWidget(rest, 1)
    made.set_figures(FIGURES * 2)
    page.resize(dressed.px(420), dressed.px(700))
    page.show()
    page.grab()
    assert rows(made) > 1
    assert made.height() >= made.heightForWidth(made.width())


def test_a_sum_of_money_is_never_cut_it_takes_another_row(dressed: Theme, strip: BigNumberStrip) -> None:
    strip.set_figures([Figure(key, key, "23.080.000 ₫") for key in ("begin", "in", "out", "end")])
    strip.resize(4 * dressed.px(TILE) + dressed.px(2 * SIDE_ROOM), 240)
    assert rows(strip) > 1
    assert all(tile.width() >= tile.width_wanted() for tile in strip.tiles())


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_every_number_opens_its_list_by_key(key: Qt.Key, strip: BigNumberStrip, qtbot: QtBot) -> None:
    with qtbot.waitSignal(strip.activated) as told:
        QTest.keyClick(strip.tiles()[2], key)
    assert told.args == ["late"]


def test_every_number_opens_its_list_by_click(strip: BigNumberStrip, qtbot: QtBot) -> None:
    with qtbot.waitSignal(strip.activated) as told:
        QTest.mouseClick(strip.tiles()[1], Qt.MouseButton.LeftButton)
    assert told.args == ["free"]


def test_numbers_are_read_with_their_words(strip: BigNumberStrip) -> None:
    tile = strip.tiles()[0]
    assert (tile.accessibleName(), tile.accessibleDescription()) == ("Tất cả: 1.186", "có mặt 1.171")


def test_new_values_keep_the_tiles_and_so_the_focus(strip: BigNumberStrip) -> None:
    before = strip.tiles()
    strip.set_figures([Figure(figure.key, figure.words, "9") for figure in FIGURES])
    assert strip.tiles() == before
    assert [tile.figure().number for tile in before] == ["9", "9", "9"]
    strip.set_figures(FIGURES[:2])
    assert len(strip.tiles()) == 2


def test_numbers_take_a_second_row_where_there_is_no_room(strip: BigNumberStrip) -> None:
    assert rows(strip) == 1
    strip.resize(300, 300)
    assert rows(strip) == 2


def test_the_strip_is_as_high_as_its_width_makes_it_whatever_it_was_before(
    strip: BigNumberStrip, dressed: Theme, qtbot: QtBot
) -> None:
    tall = strip.heightForWidth(1000)
    strip.resize(150, 400)
    assert strip.heightForWidth(1000) == tall
    page = QWidget()
    qtbot.addWidget(page)
    late = BigNumberStrip(dressed)
    late.hide()
    box = QVBoxLayout(page)
    box.setContentsMargins(0, 0, 0, 0)
    box.addWidget(late)
    box.addStretch(1)
    page.resize(1000, 600)
    page.show()
    late.set_figures(FIGURES)
    late.show()
    page.grab()
    assert late.height() == tall


def test_a_loud_number_has_a_picture_beside_its_colour(dressed: Theme, qtbot: QtBot) -> None:
    loud = BigNumber(dressed, Figure("a", "Quá hạn", "2", "", Tone.DANGER))
    quiet = BigNumber(dressed, Figure("a", "Quá hạn", "2", "", Tone.ACCENT))
    wide = []
    for tile in (loud, quiet):
        qtbot.addWidget(tile)
        tile.resize(160, 80)
        image = tile.grab().toImage()
        ink = QColor(dressed.tokens.danger if tile is loud else dressed.tokens.accent)
        wide.append(max(x for x in range(160) for y in range(80) if image.pixelColor(x, y) == ink))
    assert wide[0] > wide[1] + 10


def test_a_banner_says_it_does_it_and_goes(theme: Theme, qtbot: QtBot) -> None:
    banner = Banner(theme, "Có việc dở.", Tone.WARNING, action="&Khôi phục", can_dismiss=True)
    qtbot.addWidget(banner)
    banner.show()
    assert (banner.text(), banner.accessibleName()) == ("Có việc dở.", "Có việc dở.")
    with qtbot.waitSignal(banner.action_requested):
        button(banner, "Khôi phục").click()
    banner.set("Xong.", Tone.OK)
    assert not button(banner, "").isVisible()


def test_what_was_done_can_be_taken_back_once(theme: Theme, qtbot: QtBot) -> None:
    offer, undo = UndoOffer(theme), Pressed()
    qtbot.addWidget(offer)
    offer.offer("Đã lưu.", undo)
    assert (offer.text(), offer.isVisible()) == ("Đã lưu.", True)
    with qtbot.waitSignals([offer.taken, offer.ended]):
        button(offer, "Hoàn tác").click()
    button(offer, "Hoàn tác").click()
    assert (undo.times, offer.isVisible()) == (1, False)


def test_an_offer_ends_by_itself(theme: Theme, qtbot: QtBot) -> None:
    offer, undo = UndoOffer(theme), Pressed()
    qtbot.addWidget(offer)
    with qtbot.waitSignal(offer.ended):
        offer.offer("Đã lưu.", undo, for_ms=10)
    button(offer, "Hoàn tác").click()
    assert undo.times == 0


def test_a_later_offer_replaces_the_earlier(theme: Theme, qtbot: QtBot) -> None:
    offer, first, second = UndoOffer(theme), Pressed(), Pressed()
    qtbot.addWidget(offer)
    offer.offer("một", first)
    offer.offer("hai", second)
    button(offer, "Hoàn tác").click()
    assert (first.times, second.times) == (0, 1)


def test_what_cannot_be_taken_back_offers_nothing(theme: Theme, qtbot: QtBot) -> None:
    offer = UndoOffer(theme)
    qtbot.addWidget(offer)
    offer.offer("Đã in.")
    assert not button(offer, "Hoàn tác").isVisible()


def test_an_offer_too_long_for_its_line_shortens_itself_and_can_be_read_by_pointing(
    dressed: Theme, qtbot: QtBot
) -> None:
    offer, said = (
        UndoOffer(dressed),
        "Đã xong: Tư vấn, lập kế hoạch cai nghiện V-18 (Nghị định 163, khoản 4 Điều 84)",
    )
    qtbot.addWidget(offer)
    offer.offer(said, Pressed())
    offer.resize(300, 28)
    (label,) = offer.findChildren(QLabel)
    assert (label.text()[-1], label.toolTip(), offer.text()) == ("…", said, said)
    assert clipped(offer) == []


class Foot:
    """A strip of 30 pixels at the foot of a window, and what was held above it."""

    def __init__(self, window: QWidget) -> None:
        """Of ``window``."""
        self._window, self.lifted = window, 0

    def strip(self, _least: int) -> QRect:
        return self._window.rect().adjusted(0, self._window.height() - 30, 0, 0)

    def lift(self, height: int) -> None:
        self.lifted = height


def test_a_toast_stays_inside_its_window_and_goes_by_itself(dressed: Theme, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(800, 500)
    window.show()
    toast = Toast(dressed, window, Foot(window))
    toast.show_message("Đã lưu ba dòng.", for_ms=150)
    assert window.rect().contains(toast.geometry())
    window.resize(500, 300)
    qtbot.waitUntil(lambda: window.rect().contains(toast.geometry()))
    qtbot.waitUntil(toast.isHidden)
    assert toast.text() == "Đã lưu ba dòng."


def test_a_toast_takes_back_what_it_tells(theme: Theme, qtbot: QtBot) -> None:
    window, undo = QWidget(), Pressed()
    qtbot.addWidget(window)
    window.show()
    toast = Toast(theme, window, Foot(window))
    toast.show_message("Đã xóa.", Tone.OK, undo)
    button(toast, "Hoàn tác").click()
    assert (undo.times, toast.isVisible()) == (1, False)


@each(
    ("name", "letters"), [("Nguyễn Văn An", "NA"), ("Đỗ ánh", "ĐÁ"), ("Hà", "H"), ("  ", ""), ("Y Bhĩm Niê", "YN")]
)
def test_initials_are_of_the_family_and_the_given_name(name: str, letters: str) -> None:
    assert initials(name) == letters


def test_a_photo_fills_the_frame_whatever_its_shape(theme: Theme, qtbot: QtBot) -> None:
    avatar = Avatar(theme, 100, is_portrait=True)
    qtbot.addWidget(avatar)
    avatar.resize(avatar.sizeHint())
    for width, height in ((400, 100), (100, 400)):
        photo = QPixmap(width, height)
        photo.fill(QColor("#123456"))
        avatar.set_person("Nguyễn An", photo)
        image = avatar.grab().toImage()
        corners = [(40, 1), (40, 98), (1, 50), (78, 50)]
        assert {image.pixelColor(x, y).name() for x, y in corners} == {"#123456"}
    avatar.set_person("Nguyễn An", QPixmap())
    assert avatar.accessibleName() == "Nguyễn An"
