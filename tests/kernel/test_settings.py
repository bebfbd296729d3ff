"""Settings: declared once, with a default that is allowed."""

from facility_app.kernel.labels import label
from facility_app.kernel.settings import Setting, SettingScope, any_value
from tests.helpers.cases import each

MINUTES = Setting(
    "access.lock_minutes", 10, label("test", "Khóa sau (phút)"), SettingScope.DEVICE, lambda v: v > 0
)


def test_a_setting_says_which_values_it_accepts() -> None:
    assert MINUTES.accepts(MINUTES.default)
    assert MINUTES.accepts(1)
    assert not MINUTES.accepts(0)


@each("value", ["", 0, False, None])
def test_a_setting_accepts_every_value_unless_told(value: object) -> None:
    assert any_value(value)
    assert Setting("a.b", "", label("test", "Chữ"), SettingScope.USER).accepts is any_value


def test_scopes_are_stored_under_stable_words() -> None:
    assert [scope.value for scope in SettingScope] == ["facility", "user", "device"]
