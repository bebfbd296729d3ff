"""What was given once to a synced table is never given to another."""

from collections.abc import Mapping

from facility_app.app.registry import RETIRED_ORDINALS, table_specs
from facility_app.kernel.privacy import Synced, TableSpec


def given_again(specs: tuple[TableSpec, ...], retired: Mapping[str, int]) -> list[str]:
    """Live synced tables with a name or a number of one taken out."""
    return [
        spec.name
        for spec in specs
        if isinstance(spec.sync, Synced) and (spec.name in retired or spec.sync.ordinal in retired.values())
    ]


def test_no_live_table_has_a_retired_name_or_number() -> None:
    assert given_again(table_specs(), RETIRED_ORDINALS) == []


def test_no_number_was_retired_twice() -> None:
    assert len(set(RETIRED_ORDINALS.values())) == len(RETIRED_ORDINALS)


def test_a_name_or_a_number_given_again_is_found() -> None:
    live = next(spec for spec in table_specs() if isinstance(spec.sync, Synced))
    assert isinstance(live.sync, Synced)
    assert given_again((live,), {live.name: live.sync.ordinal + 1}) == [live.name]
    assert given_again((live,), {"gone": live.sync.ordinal}) == [live.name]
    assert given_again((live,), {"gone": live.sync.ordinal + 1}) == []
