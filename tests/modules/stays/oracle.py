"""A second clock, written from the contract alone: it takes the input of ``term`` and walks every day.

Slow and plain on purpose; it imports nothing of the program.
"""

import calendar
from datetime import date, timedelta
from typing import Any

DAY = timedelta(days=1)
ADDING = {"escape", "overstay", "prison"}
COUNTING = {"hospital", "suspension", "proceedings", "funeral", "transfer"}
WITH_TERM = {"COMPULSORY_ADULT", "COMPULSORY_MINOR", "VOLUNTARY_PUBLIC", "VOLUNTARY_PRIVATE"}
COMPULSORY = {"COMPULSORY_ADULT", "COMPULSORY_MINOR"}

Case = dict[str, Any]
Span = tuple[date, date]


def months_later(day: date, months: int) -> date:
    """The same-numbered day, or the last of a shorter month."""
    year, month = day.year, day.month + months
    while month > 12:
        year, month = year + 1, month - 12
    while month < 1:
        year, month = year - 1, month + 12
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def parse(text: str) -> date:
    year, month, day = map(int, text.split("-"))
    return date(year, month, day)


def every_day(span: Span) -> list[date]:
    first, to = span
    return [first + DAY * n for n in range((to - first).days)]


class Walk:
    """One case on its way."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self.on = parse(case["on"])
        self.start = parse(case["term_start_on"])
        self.events: list[Case] = case.get("events", [])
        self.stop: date | None = None
        self.code = ""

    def span(self, event: Case) -> Span:
        """From its first day to the day of being back; one that still lasts reaches to the day asked for."""
        first = parse(event["from"])
        to = max(first, self.on) if event.get("to") is None else parse(event["to"])
        if self.stop is not None and to > self.stop:
            to = max(first, self.stop)
        return first, to

    def is_open(self, event: Case) -> bool:
        return event.get("to") is None and self.stop is None

    def adds(self, event: Case) -> bool:
        """Whether its days are proved not to count."""
        if event["kind"] == "prison" and self.prison_waives():
            return False
        told = event["kind"] in ADDING or (event["kind"] == "remand" and event.get("counts_as") == "added")
        return told and event.get("document") is not None

    def may_add(self, event: Case) -> bool:
        """Whether an open one hides the end."""
        if event["kind"] == "prison" and self.prison_waives():
            return False
        return event["kind"] in ADDING or (event["kind"] == "remand" and event.get("counts_as") != "served")

    def is_undecided(self, event: Case) -> bool:
        return event["kind"] == "remand" and event.get("counts_as") is None

    def prison_waives(self) -> bool:
        return self.case["legal_regime"] == "L2021" and self.case["stay_type"] in WITH_TERM

    def days_where(self, rule: Any) -> set[date]:
        return {day for event in self.events if rule(event) for day in every_day(self.span(event))}

    def credited(self) -> int:
        credits_ = [e for e in self.events if e["kind"] == "temporary_management_credit"]
        held = {day for event in credits_ for day in every_day((parse(event["from"]), parse(event["to"])))}
        # An escape on paper takes its days off, whatever ended the stay later.
        run_away = {
            day
            for event in self.events
            if event["kind"] == "escape" and event.get("document") is not None
            for day in every_day((parse(event["from"]), parse(event["to"]) if event.get("to") else self.on))
        }
        return len([day for day in held if day < self.start and day not in run_away])

    def walk(self, end: date, pauses: set[date]) -> date:
        """From the first day, one by one: a day of a pause is not counted off."""
        left, day = (end - self.start).days, self.start
        if left <= 0:
            return end
        while left > 0:
            if day not in pauses:
                left -= 1
            day += DAY
        return day

    def plain_end(self, months: int, reduced_months: int, reduced_days: int) -> date:
        end = months_later(self.start, months - reduced_months)
        return end - DAY * (self.credited() + reduced_days)

    def nominal(self, until: date | None) -> date:
        """The end without pauses, after the acts up to a day."""
        months, reduced_months, reduced_days = int(self.case["decided_months"]), 0, 0
        acts = [event for event in self.events if event["kind"] in {"reduction", "decision_changed"}]
        acts.sort(key=lambda event: parse(event["on"]))
        for act in acts:
            if until is not None and parse(act["on"]) > until:
                continue
            if act["kind"] == "reduction":
                reduced_months += act.get("months") or 0
                reduced_days += act.get("days") or 0
                continue
            if act["decided_months"] > months:
                if act.get("document") is None:
                    continue
                end = self.walk(self.plain_end(months, reduced_months, reduced_days), self.days_where(self.adds))
                away = [e for e in self.events if self.may_add(e) and self.is_open(e) and parse(e["from"]) < end]
                if end <= parse(act["on"]) and not away:
                    continue
            months = act["decided_months"]
        return self.plain_end(months, reduced_months, reduced_days)

    def choose_stop(self) -> None:
        found: list[tuple[date, int, str]] = []
        for number, event in enumerate(self.events):
            if event["kind"] == "end":
                found.append((parse(event["on"]), number, event["exit_code"]))
            elif event["kind"] == "prison" and self.prison_waives():
                first, to = parse(event["from"]), event.get("to")
                lasts = to is None or (parse(to) > first and parse(to) > self.start)
                if lasts:
                    found.append((max(first, self.start), number, "waived"))
        for day, _, code in sorted(found, key=lambda one: one[0]):
            if code == "waived":
                nominal = self.nominal(day)
                pauses = {d for d in self.days_where(self.adds) if d < day}
                if self.walk(nominal, pauses) <= day:
                    continue
            self.stop, self.code = day, "IMPRISONED" if code == "waived" else code
            return

    def answer(self) -> Case:
        self.choose_stop()
        found = self.held() if self.case["stay_type"] not in WITH_TERM else self.term()
        if self.stop is not None:
            found["ended"] = {"on": self.stop.isoformat(), "exit_code": self.code}
        return found

    def held(self) -> Case:
        away = self.days_where(lambda event: self.adds(event) or self.is_undecided(event))
        last = self.on if self.stop is None else min(self.on, self.stop)
        days = [day for day in every_day((self.start, max(self.start, last))) if day not in away]
        birthday = self.turns_18()
        return {
            **({} if birthday is None else {"turns_18_on": birthday.isoformat()}),
            "id": self.case["id"],
            "expected_end": None,
            "served_days": len(days),
            "credited_days": 0,
            "added_days": 0,
            "remaining_days": None,
            "no_term": True,
        }

    def term(self) -> Case:
        nominal = self.nominal(self.stop)
        added = self.days_where(self.adds)
        unsure = self.days_where(self.is_undecided)
        earliest, latest = self.walk(nominal, added), self.walk(nominal, added | unsure)
        is_unsure = self.stop is None and (
            latest > earliest
            or any(self.is_undecided(e) and self.is_open(e) and parse(e["from"]) < earliest for e in self.events)
        )
        waits = any(
            self.may_add(e) and not self.is_undecided(e) and self.is_open(e) and parse(e["from"]) < latest
            for e in self.events
        )
        limit = latest if self.stop is None else min(latest, self.stop)
        end = earliest if self.stop is None else min(earliest, self.stop)
        inside = every_day((self.start, max(limit, self.start)))
        counted = [day for day in inside if day not in added and day not in unsure]
        found: Case = {
            "id": self.case["id"],
            "expected_end": None if is_unsure or waits else end.isoformat(),
            "served_days": len([day for day in counted if day < self.on]),
            "credited_days": self.credited(),
            "added_days": len([day for day in inside if day in added]),
            "remaining_days": None if is_unsure else len([day for day in counted if day >= self.on]),
        }
        if waits and not is_unsure:
            found["end_if_back_on"] = end.isoformat()
        self.thresholds(found, counted, limit, end, is_unsure)
        return found

    def turns_18(self) -> date | None:
        if not self.case.get("date_of_birth"):
            return None
        birthday = months_later(parse(self.case["date_of_birth"]), 18 * 12)
        return birthday if birthday > self.start else None

    def thresholds(self, found: Case, counted: list[date], limit: date, end: date, is_unsure: bool) -> None:
        def left_enough(day: date) -> bool:
            left = len([one for one in counted if one >= day])
            return day < limit and months_later(day, 3) <= day + DAY * left

        is_new = self.case["legal_regime"] == "L2025"
        birthday = self.turns_18()
        if birthday is not None:
            found["turns_18_on"] = birthday.isoformat()
            if is_new and not is_unsure and self.case["stay_type"] in COMPULSORY:
                found["transfer_required"] = left_enough(birthday)
        suspended = [e for e in self.events if e["kind"] == "suspension" and e.get("to") != e["from"]]
        # Who recovers with less than three months left goes on with nothing (law.md §3.2, L25 Đ39.3).
        backs = sorted(parse(e["to"]) for e in suspended if e.get("to"))
        free = [day for day in backs if day < limit and not left_enough(day)]
        if free and is_new and not is_unsure:
            found["leave_by"] = min(free[0], end).isoformat()
        if suspended and is_new and not is_unsure:
            latest = suspended[0]
            for event in suspended:
                if parse(event["from"]) >= parse(latest["from"]):
                    latest = event
            first = parse(latest["from"])
            if first < limit:
                back = parse(latest["to"]) if latest.get("to") else max(self.on, first)
                found["resume_required"] = left_enough(back)


def second_opinion(case: Case) -> Case:
    """The same answer as ``term`` gives, ledger and warnings left out."""
    return Walk(case).answer()
