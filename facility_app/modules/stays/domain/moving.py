"""Two lists of deadlines laid side by side: what would be due on another day, no longer, or newly."""

from collections.abc import Sequence
from typing import NamedTuple

from facility_app.modules.stays.domain.due import Deadline


class Pair(NamedTuple):
    """One thing due, as it is and as it would be; None where it is not owed."""

    before: Deadline | None
    after: Deadline | None

    @property
    def is_moved(self) -> bool:
        """Whether its day, or the day to plan for, is another one."""
        if self.before is None or self.after is None:
            return True
        return (self.before.due_on, self.before.act_on) != (self.after.due_on, self.after.act_on)


def paired(before: Sequence[Deadline], after: Sequence[Deadline]) -> list[Pair]:
    """Each deadline with its other self, in the order of the codes.

    Of one code the same occasions belong together; what is left belongs together in its order: a check planned for
    another day is the same check.
    """
    found = []
    for code in dict.fromkeys(sorted(one.code for one in (*before, *after))):
        olds, news = [one for one in before if one.code == code], [one for one in after if one.code == code]
        same = {one.occasion for one in olds} & {one.occasion for one in news}
        by_occasion = {one.occasion: one for one in news}
        found += [Pair(one, by_occasion[one.occasion]) for one in olds if one.occasion in same]
        left = [one for one in olds if one.occasion not in same]
        come: list[Deadline | None] = [one for one in news if one.occasion not in same]
        for place, old in enumerate(left):
            found.append(Pair(old, come[place] if place < len(come) else None))
        found += [Pair(None, one) for one in come[len(left) :]]
    return found


def moved(before: Sequence[Deadline], after: Sequence[Deadline]) -> list[Pair]:
    """Only what would move."""
    if before == after:
        return []
    return [pair for pair in paired(before, after) if pair.is_moved]
