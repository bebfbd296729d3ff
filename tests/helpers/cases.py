"""One rule, many cases, one test: a test of its own for each case would cost more than what it proves."""

import functools
import inspect
from collections.abc import Callable, Iterable, Sequence
from typing import Any

Proof = Callable[..., None]


def each(names: str | Sequence[str], cases: Iterable[Any]) -> Callable[[Proof], Proof]:
    """Run a test for every case within one test; a failure tells its case.

    Fixtures are the same for all cases: only for tests that leave them as they were.

    Args:
        names: of the argument, or the arguments, a case gives.
        cases: one value each, or as many values as there are names.
    """
    given = (names,) if isinstance(names, str) else tuple(names)
    listed = [(case,) if isinstance(names, str) else tuple(case) for case in cases]
    assert listed, "a rule without a case proves nothing"

    def around(test: Proof) -> Proof:
        @functools.wraps(test)
        def run(**fixtures: Any) -> None:
            for values in listed:
                case = dict(zip(given, values, strict=True))
                try:
                    test(**case, **fixtures)
                except BaseException as failure:
                    failure.add_note(f"case: {case}")
                    raise

        known = inspect.signature(test)
        fixtures = [one for name, one in known.parameters.items() if name not in given]
        run.__signature__ = known.replace(parameters=fixtures)  # type: ignore[attr-defined]
        return run

    return around
