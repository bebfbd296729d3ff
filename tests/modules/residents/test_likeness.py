"""How alike two people are: the same person is asked about, however written down; strangers are not."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from facility_app.kernel.sex import Sex
from facility_app.modules.residents.domain.likeness import ASK_FROM, SCORES, Likeness, Traits, compare
from tests.helpers.cases import each

DUC = Traits(
    names=("Nguyễn Văn Đức",),
    sex=Sex.MALE,
    birth_on=date(2001, 5, 7),
    birth_year=2001,
    numbers=frozenset({"001201005678"}),
    parents=("Nguyễn Văn Bình",),
    communes=frozenset({"00070"}),
)
BARE = replace(DUC, numbers=frozenset(), parents=(), communes=frozenset())


@each(
    ("other", "reasons"),
    [
        (DUC, {"same_number", "same_name", "same_birth", "same_parent", "same_home"}),
        (
            Traits(("Lê Thị Tám",), Sex.FEMALE, None, 1980, DUC.numbers),
            {"same_number", "far_birth", "other_sex"},
        ),
        (replace(BARE, names=("NGUYEN VAN DUC",)), {"same_name", "same_birth"}),
        (replace(BARE, names=("Nguyễn Văn Dực",), birth_on=None), {"same_name", "same_birth_year"}),
        (replace(BARE, birth_on=date(2001, 7, 5)), {"same_name", "swapped_birth"}),
        (replace(BARE, birth_on=date(2001, 5, 17)), {"same_name", "same_birth_year"}),
        (replace(BARE, birth_on=date(2000, 5, 7), birth_year=2000), {"same_name", "near_birth_year"}),
        (replace(BARE, names=("Trần Tí", "Nguyễn Văn Đức")), {"same_alias", "same_birth"}),
        (replace(BARE, names=("Nguyễn Đức",)), {"similar_name", "same_birth"}),
        (
            replace(BARE, sex=Sex.FEMALE, parents=DUC.parents),
            {"same_name", "same_birth", "same_parent", "other_sex"},
        ),
    ],
)
def test_the_same_person_written_differently_is_asked_about(other: Traits, reasons: set[str]) -> None:
    match = compare(DUC, other)
    assert set(match.reasons) == set(map(Likeness, reasons))
    assert match.score >= ASK_FROM


@each(
    "other",
    [
        replace(BARE, names=("Nguyễn Văn Đức",), birth_on=date(1960, 1, 1), birth_year=1960),
        replace(BARE, names=("Trần Thị Hoa",), birth_on=DUC.birth_on),
        replace(BARE, birth_on=date(2001, 9, 9)),
        replace(BARE, birth_on=date(2002, 9, 9), birth_year=2002),
        replace(BARE, names=("Nguyễn Văn Nam",), birth_on=date(2001, 9, 9)),
        replace(BARE, names=("Phạm Đức",), birth_on=date(2001, 9, 9), communes=DUC.communes),
    ],
)
def test_a_stranger_is_not(other: Traits) -> None:
    assert compare(DUC, other).score < ASK_FROM


def test_only_a_number_makes_almost_certain() -> None:
    assert compare(DUC, DUC).is_almost_certain
    assert not compare(DUC, BARE).is_almost_certain


NAMES = st.sampled_from(["Nguyễn Văn Đức", "Nguyễn Đức", "Nguyen Van Duc", "Lê Hoa", "Đức Văn Nguyễn", "Đức"])
TRAITS = st.builds(
    Traits,
    names=st.tuples(NAMES) | st.tuples(NAMES, NAMES),
    sex=st.sampled_from(Sex),
    birth_on=st.none() | st.dates(date(1990, 1, 1), date(1993, 12, 31)),
    birth_year=st.integers(1988, 1995),
    numbers=st.frozensets(st.sampled_from(["1", "2"])),
    parents=st.lists(NAMES, max_size=2).map(tuple),
)


@given(TRAITS, TRAITS)
def test_likeness_is_the_same_from_either_side_and_its_reasons_add_up(one: Traits, other: Traits) -> None:
    match = compare(one, other)
    assert match == compare(other, one)
    assert match.score == sum(SCORES[reason] for reason in match.reasons)
    assert len(set(match.reasons)) == len(match.reasons)
