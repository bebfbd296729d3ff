"""Diagnoses, triage at the door, the self-harm watch; what was struck out says so."""

from collections.abc import Iterator, Sequence
from typing import Final

from facility_app.app.fhir.elements import (
    ACT_CODE,
    HIV,
    HL7,
    ICD10,
    PSYCHIATRY,
    SUBSTANCE_USE,
    Resource,
    coding,
    concept,
    local_system,
    moment,
    named,
    period,
    reference,
    resource,
)
from facility_app.kernel.labels import label
from facility_app.modules.treatment.domain.record import TRIAGE_FLAG_LABELS, Certainty
from facility_app.modules.treatment.domain.watch import WATCH_LEVEL_LABELS
from facility_app.modules.treatment.queries.exported import HealthFile
from facility_app.modules.treatment.queries.hiv import PrivateDiagnosisRow
from facility_app.modules.treatment.queries.record import DiagnosisRow, TriageRow
from facility_app.modules.treatment.queries.watches import SpellRow

CERTAINTIES: Final[dict[Certainty, str]] = {
    Certainty.PROVISIONAL: "provisional",
    Certainty.CONFIRMED: "confirmed",
}
TRIAGE: Final = label("treatment", "Phân loại sức khỏe khi đến")
WATCH: Final = label("treatment", "Theo dõi đặc biệt: {level}")
_SUBSTANCES: Final = tuple(f"F{number}" for number in range(10, 20))


def chart(found: HealthFile, resident_id: str) -> Iterator[Resource]:
    """Everything of a stay's record that is neither measured nor tested."""
    for triage in found.triages:
        yield _triage(triage, found.stay_id, resident_id)
    yield from (condition(one, resident_id) for one in found.diagnoses)
    yield from (_flag(one, resident_id) for one in found.spells)


def condition(one: DiagnosisRow, resident_id: str) -> Resource:
    """A diagnosis."""
    written = one.written
    facts = _condition(one.code, one.text, one.certainty, resident_id, is_struck=written.struck_at is not None)
    facts |= {
        "recordedDate": moment(written.written_at),
        "onsetDateTime": moment(written.happened_at),
        "recorder": named(written.author),
    }
    return resource("Condition", written.entry_id, facts, _secrets(one.code))


def private_conditions(rows: Sequence[PrivateDiagnosisRow], resident_id: str) -> Iterator[Resource]:
    """Diagnoses that reveal HIV, as they were opened."""
    for one in rows:
        facts = _condition(one.code, one.text, one.certainty, resident_id, is_struck=one.struck_at is not None)
        facts |= {"recordedDate": moment(one.happened_at), "recorder": named(one.author)}
        yield resource("Condition", one.entry_id, facts, (HIV,))


def _condition(code: str, text: str, certainty: Certainty, resident_id: str, *, is_struck: bool) -> Resource:
    verification = "entered-in-error" if is_struck else CERTAINTIES[certainty]
    clinical = concept("", coding(f"{HL7}/condition-clinical", "active"))
    return {
        "clinicalStatus": None if is_struck else clinical,
        "verificationStatus": concept("", coding(f"{HL7}/condition-ver-status", verification)),
        "category": [concept("", coding(f"{HL7}/condition-category", "encounter-diagnosis"))],
        "code": concept(text, coding(ICD10, code, text)),
        "subject": reference("Patient", resident_id),
    }


def _secrets(code: str) -> tuple[str, ...]:
    if code.startswith(_SUBSTANCES):
        return (SUBSTANCE_USE,)
    return (PSYCHIATRY,) if code.startswith("F") else ()


def _triage(one: TriageRow, stay_id: str, resident_id: str) -> Resource:
    written = one.written
    reasons = [
        concept(
            str(TRIAGE_FLAG_LABELS[flag.flag]),
            coding(local_system("triage-flags"), flag.flag.value, str(TRIAGE_FLAG_LABELS[flag.flag])),
        )
        for flag in one.flags
    ]
    return resource(
        "Encounter",
        written.entry_id,
        {
            "status": "finished" if written.struck_at is None else "entered-in-error",
            "class": coding(ACT_CODE, "AMB", "ambulatory"),
            "type": [concept(str(TRIAGE), coding(local_system("encounters"), "door-triage"))],
            "subject": reference("Patient", resident_id),
            "episodeOfCare": [reference("EpisodeOfCare", stay_id)],
            "participant": [{"individual": named(written.author)}],
            "period": period(written.happened_at, written.happened_at),
            "reasonCode": reasons,
        },
    )


def _flag(one: SpellRow, resident_id: str) -> Resource:
    level = str(WATCH_LEVEL_LABELS[one.spell.level])
    return resource(
        "Flag",
        one.watch_id,
        {
            "status": "active" if one.spell.to_at is None else "inactive",
            "category": [concept("", coding(f"{HL7}/flag-category", "safety"))],
            "code": concept(
                WATCH.format(level=level), coding(local_system("watch-levels"), one.spell.level.value, level)
            ),
            "subject": reference("Patient", resident_id),
            "period": period(one.spell.from_at, one.spell.to_at),
            "author": named(one.ordered_by),
        },
        (PSYCHIATRY,),
    )
