"""Labels: Vietnamese text that remembers where it is translated."""

from facility_app.kernel.labels import Label, label


def test_a_label_is_its_text_and_knows_its_context() -> None:
    made = label("errors", "Thiếu họ tên.")
    assert made == "Thiếu họ tên."
    assert isinstance(made, Label)
    assert made.context == "errors"
    assert f"{made}" == "Thiếu họ tên."


def test_a_label_fills_in_its_placeholders_as_any_text_does() -> None:
    assert label("errors", "Thiếu {what}.").format(what="họ tên") == "Thiếu họ tên."


def test_labels_of_two_contexts_are_the_same_text() -> None:
    assert label("roles", "Kiểm tra") == label("verbs", "Kiểm tra")
    assert hash(label("roles", "Kiểm tra")) == hash("Kiểm tra")
