"""A short list is read once for its ids and its rows, and never shows the rows of another time."""

from facility_app.kernel.labels import label
from facility_app.kernel.paging import Look
from facility_app.ui.lists.short_list import short_list

WORDS = label("ui", "Họ tên")


def test_the_rows_asked_with_the_ids_are_those_already_read_and_later_ones_are_read_anew() -> None:
    kept, asked = ["a", "b"], []

    def read(uow: object) -> tuple[str, ...]:
        asked.append(uow)
        return tuple(kept)

    spec = short_list("x.short", WORDS, WORDS, (), read, str.upper, frozenset())
    first, second = object(), object()
    assert spec.ids(first, Look()) == ("A", "B")
    assert spec.rows(first, ("B", "A")) == ("b", "a")
    assert len(asked) == 1
    kept.remove("a")
    # A row that went meanwhile is not shown, neither in another unit of work nor later in the same.
    assert spec.rows(second, ("A", "B")) == ("b",)
    spec.ids(first, Look())
    assert spec.rows(second, ("A",)) == ()
    assert spec.rows(first, ("B",)) == ("b",)
    assert len(asked) == 5
