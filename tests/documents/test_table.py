"""Lines and columns: nothing is wider than its room, nothing is left out."""

from hypothesis import given
from hypothesis import strategies as st

from facility_app.documents.columns import fit
from facility_app.documents.measure import Measure
from facility_app.documents.typeface import Typeface
from tests.documents.reading import FONTS

WORDS = st.text(st.sampled_from("aăâbcdđeêghiklmnoôơpqrstuưvxyẵẫễỗỡữ ABC.,-\n"), max_size=120)
WIDTHS = st.lists(st.floats(1, 400), min_size=1, max_size=20)


def typeface() -> Typeface:
    return FONTS.ready()


@given(WORDS, st.floats(12, 300))
def test_lines_fit_and_together_they_are_the_text(text: str, width: float) -> None:
    measure = Measure(typeface(), 10)
    lines = measure.broken(text, width)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(measure.width(line) <= width + 0.01 for line in lines)
    assert len(lines) >= text.count("\n") + 1


def test_words_are_broken_only_when_they_must() -> None:
    measure = Measure(typeface(), 10)
    assert measure.broken("một hai ba", 1000) == ("một hai ba",)
    assert measure.broken("một\n\nba", 1000) == ("một", "", "ba")
    assert measure.broken("một hai", measure.width("một") + 1) == ("một", "hai")
    assert measure.broken("", 10) == ("",)
    assert measure.broken("WW", 1) == ("W", "W"), "one letter at least, however narrow"


@given(WIDTHS, st.floats(50, 900))
def test_columns_fill_the_paper(natural: list[float], available: float) -> None:
    least = [one / 2 for one in natural]
    found = fit(natural, least, available)
    assert abs(sum(found) - available) < 0.01
    if sum(natural) <= available:
        assert all(got >= need - 0.01 for got, need in zip(found, natural, strict=True))
    elif sum(least) < available:
        assert all(got >= need - 0.01 for got, need in zip(found, least, strict=True))
    assert all(one > 0 for one in found)
