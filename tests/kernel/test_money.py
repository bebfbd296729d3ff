"""Money: whole đồng, exact shares, one way of writing."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facility_app.kernel.errors import UserError
from facility_app.kernel.money import Money, parse_vnd
from tests.helpers.cases import each

amounts = st.integers(-(10**15), 10**15)
weight_lists = st.lists(st.integers(0, 10**6), min_size=1, max_size=20).filter(any)


def test_money_is_added_taken_away_turned_and_multiplied() -> None:
    assert Money(5) + Money(3) == Money(8)
    assert Money(5) - Money(8) == Money(-3)
    assert -Money(5) == Money(-5)
    assert Money(5) * 3 == Money(15)
    assert 3 * Money(5) == Money(15)
    assert sum([Money(1), Money(2)], Money(0)) == Money(3)


def test_money_is_compared_with_money() -> None:
    assert Money(3) < Money(5)
    assert Money(5) >= Money(5)
    assert max(Money(3), Money(5)) == Money(5)
    assert {Money(3): "three"}[Money(3)] == "three"
    three: object = 3
    assert Money(3) != three


@each("vnd", [1.0, "1", True, None])
def test_money_is_made_of_nothing_but_whole_numbers(vnd: Any) -> None:
    with pytest.raises(TypeError):
        Money(vnd)


@each("other", [3, 3.0, "3"])
def test_money_is_not_mixed_with_bare_numbers(other: Any) -> None:
    money = Money(5)
    with pytest.raises(TypeError):
        money + other
    with pytest.raises(TypeError):
        other + money
    with pytest.raises(TypeError):
        money - other
    with pytest.raises(TypeError):
        assert money < other


@each("factor", [1.5, 2.0, "2", Money(2)])
def test_money_is_multiplied_by_nothing_but_whole_numbers(factor: Any) -> None:
    money = Money(5)
    with pytest.raises(TypeError):
        money * factor
    with pytest.raises(TypeError):
        factor * money


@each(
    ("vnd", "weights", "shares"),
    [
        (100, [1, 1, 1], [34, 33, 33]),
        (101, [1, 1, 1], [34, 34, 33]),
        (10, [1, 2], [3, 7]),
        (100, [1, 2, 3], [17, 33, 50]),
        (7, [0, 1, 0], [0, 7, 0]),
        (1, [1, 1], [1, 0]),
        (1, [1, 2], [0, 1]),
        (0, [3, 4], [0, 0]),
        (-100, [1, 1, 1], [-34, -33, -33]),
        (2_024_000, [30, 70], [607_200, 1_416_800]),
    ],
)
def test_a_split_gives_what_is_left_over_to_the_largest_remainder_then_to_the_earlier(
    vnd: int, weights: list[int], shares: list[int]
) -> None:
    assert Money(vnd).split(weights) == tuple(map(Money, shares))


@given(amounts, weight_lists)
def test_shares_add_up_and_each_is_within_one_dong_of_its_due(vnd: int, weights: list[int]) -> None:
    shares = Money(vnd).split(weights)
    assert sum(shares, Money(0)) == Money(vnd)
    assert len(shares) == len(weights)
    for share, weight in zip(shares, weights, strict=True):
        assert abs(share.vnd * sum(weights) - vnd * weight) < sum(weights)


@given(amounts, weight_lists)
def test_sharing_a_debt_mirrors_sharing_the_same_credit(vnd: int, weights: list[int]) -> None:
    assert Money(-vnd).split(weights) == tuple(-share for share in Money(vnd).split(weights))


@given(amounts, weight_lists)
def test_a_heavier_weight_never_gets_less(vnd: int, weights: list[int]) -> None:
    shares = [abs(share.vnd) for share in Money(vnd).split(weights)]
    by_weight = sorted(zip(weights, shares, strict=True))
    lightest_best: dict[int, int] = {}
    for weight, share in by_weight:
        assert all(best <= share for lighter, best in lightest_best.items() if lighter < weight)
        lightest_best[weight] = max(share, lightest_best.get(weight, 0))


@each("weights", [[], [0], [0, 0], [2, -1], [-1]])
def test_weights_without_a_proportion_are_refused(weights: list[int]) -> None:
    with pytest.raises(ValueError, match="weights"):
        Money(5).split(weights)


@each(
    ("vnd", "text"),
    [
        (0, "0 ₫"),
        (999, "999 ₫"),
        (1_000, "1.000 ₫"),
        (2_024_000, "2.024.000 ₫"),
        (-2_024_000, "-2.024.000 ₫"),
    ],
)
def test_money_is_written_with_dots_and_the_sign_of_the_dong(vnd: int, text: str) -> None:
    assert Money(vnd).text() == text


@each(
    ("text", "vnd"),
    [
        ("2.024.000", 2_024_000),
        ("2024000", 2_024_000),
        (" 2.024.000 ₫ ", 2_024_000),
        ("2.024.000\u00a0₫", 2_024_000),
        ("50.000đ", 50_000),
        ("0", 0),
        ("007", 7),
        ("999.999.999.999.999.999", 10**18 - 1),
    ],
)
def test_amounts_are_read_with_or_without_dots_and_sign(text: str, vnd: int) -> None:
    assert parse_vnd(text, "amount_vnd") == Money(vnd)


@each(
    "text",
    [
        "",
        " ",
        "₫",
        "2.024.000,50",
        "2,024,000",
        "2.024.00",
        "2.5",
        "1.0",
        "0.500",
        "20.24.000",
        "2024.000",
        ".500",
        "500.",
        "-500",
        "+500",
        "1e6",
        "1 000",
        "hai triệu",
        "٣٠٠",
        "1000 USD",
        "1" * 19,
        "1.000.000.000.000.000.000",
    ],
)
def test_anything_else_is_refused_naming_field_and_value(text: str) -> None:
    with pytest.raises(UserError) as refused:
        parse_vnd(text, "deposit_vnd")
    error = refused.value
    assert error.code == "bad_amount"
    assert "deposit_vnd" in error.message
    assert f"“{text}”" in error.message
    assert "2.024.000" in error.message
    assert f"“{text}”" in error.fields["deposit_vnd"].format(**error.params)


def test_a_refusal_does_not_repeat_a_whole_pasted_page() -> None:
    with pytest.raises(UserError) as refused:
        parse_vnd("x" * 5000, "amount_vnd")
    assert len(refused.value.message) < 250


@given(st.integers(0, 10**18 - 1))
def test_what_money_writes_is_read_back(vnd: int) -> None:
    assert parse_vnd(Money(vnd).text(), "amount_vnd") == Money(vnd)
