"""Vital signs and instruments: each value with its code and unit, raw answers beside the total."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any, Final

from facility_app.app.fhir.codes import BLOOD_PRESSURE, BMI, ITEMS, SIGN_UNITS, sign_codes, total_code
from facility_app.app.fhir.elements import (
    HL7,
    LOCAL_BASE,
    LOINC,
    PSYCHIATRY,
    Resource,
    coding,
    concept,
    moment,
    named,
    number,
    quantity,
    reference,
    resource,
)
from facility_app.modules.treatment.domain.clinical_lists import Clinical
from facility_app.modules.treatment.domain.instrument import Instrument, Rater
from facility_app.modules.treatment.domain.instrument_items import Item
from facility_app.modules.treatment.domain.oxygen import TARGET_SCALE
from facility_app.modules.treatment.domain.score_choices import PSYCHIATRIC
from facility_app.modules.treatment.domain.vitals import SignSpec, VitalSign
from facility_app.modules.treatment.queries.measured import ScoreRow, VitalRow
from facility_app.modules.treatment.queries.record import Written

VITAL_SIGNS: Final = concept("", coding(f"{HL7}/observation-category", "vital-signs"))
SURVEY: Final = concept("", coding(f"{HL7}/observation-category", "survey"))
PRESSURES: Final = (VitalSign.SBP, VitalSign.DBP)
IN_ERROR: Final = "entered-in-error"
SCORE_UNIT: Final = ("điểm", "{score}")
_BMI_DECIMALS: Final = 1


def vitals(rows: Sequence[VitalRow], resident_id: str, lists: Clinical) -> Iterator[Resource]:
    """One observation a sign; the two blood pressures are one with two parts."""
    for row in rows:
        for sign, value in row.values.items():
            if sign not in PRESSURES:
                spec = lists.signs[sign]
                facts: dict[str, Any] = {
                    "code": sign_codes(sign, spec.loinc, str(spec.text)),
                    "valueQuantity": _amount(value, spec),
                }
                yield _observation(row.written, sign.value, VITAL_SIGNS, resident_id, facts)
        parts = [_part(sign, row.values[sign], lists.signs[sign]) for sign in PRESSURES if sign in row.values]
        if parts:
            code = concept("Huyết áp", coding(LOINC, BLOOD_PRESSURE))
            yield _observation(row.written, "bp", VITAL_SIGNS, resident_id, {"code": code, "component": parts})
        if row.bmi is not None:
            mass = Decimal(row.bmi).scaleb(-_BMI_DECIMALS)
            facts = {
                "code": concept("BMI", coding(LOINC, BMI)),
                "valueQuantity": quantity(mass, "kg/m²", "kg/m2"),
            }
            yield _observation(row.written, "bmi", VITAL_SIGNS, resident_id, facts)
        if row.news2 is not None:
            facts = {
                "code": total_code("NEWS2", "NEWS2"),
                "valueQuantity": quantity(row.news2, *SCORE_UNIT),
                "interpretation": [concept(row.news2_band)] if row.news2_band else [],
            }
            if row.spo2_scale == TARGET_SCALE:
                facts["method"] = concept("NEWS2, SpO2 thang 2 (88–92 %)")
            yield _observation(row.written, "news2", SURVEY, resident_id, facts)


def scores(rows: Sequence[ScoreRow], resident_id: str, lists: Clinical) -> Iterator[Resource]:
    """The answers as they were given, and the total where there is one."""
    for row in rows:
        scale = lists.instruments.get(row.instrument, row.instrument_version)
        yield _answers(row, scale, resident_id)
        if row.total is not None:
            yield _total(row, scale, resident_id)


def _answers(row: ScoreRow, scale: Instrument, resident_id: str) -> Resource:
    items = [
        {"linkId": one.key, "text": str(one.text.vi), "answer": [_answer(one, row.answers[one.key])]}
        for one in scale.items
        if row.answers.get(one.key) is not None
    ]
    if row.written.struck_at is not None:
        status = IN_ERROR
    elif row.written.corrects_id is not None:
        status = "amended"
    else:
        status = "completed" if row.is_complete else "in-progress"
    person = reference("Patient", resident_id)
    return resource(
        "QuestionnaireResponse",
        row.written.entry_id,
        {
            "questionnaire": f"{LOCAL_BASE}/Questionnaire/{scale.code}|{row.instrument_version}",
            "status": status,
            "subject": person,
            "authored": moment(row.written.happened_at),
            "author": named(row.written.author),
            "source": person if scale.rater is Rater.SELF else None,
            "item": items,
        },
        _secrets(row),
    )


def _answer(item: Item, value: object) -> Resource:
    if isinstance(value, bool) or not isinstance(value, int):
        return {"valueString": str(value)}
    if item.measure is not None and item.measure.decimals:
        return {"valueDecimal": number(Decimal(value).scaleb(-item.measure.decimals))}
    return {"valueInteger": value}


def _total(row: ScoreRow, scale: Instrument, resident_id: str) -> Resource:
    facts: dict[str, Any] = {
        "code": total_code(scale.code, str(scale.title.vi)),
        "valueQuantity": quantity(row.total or 0, *SCORE_UNIT),
        "interpretation": [concept(_band(row, scale))] if row.band else [],
        "component": [*_components(row, scale)],
        "derivedFrom": [reference("QuestionnaireResponse", row.written.entry_id)],
    }
    return _observation(row.written, "total", SURVEY, resident_id, facts, _secrets(row))


def _components(row: ScoreRow, scale: Instrument) -> Iterator[Resource]:
    """Items whose codes are known."""
    codes: Mapping[str, str] = ITEMS.get(scale.code, {})
    for item in scale.items:
        value = row.answers.get(item.key)
        points = next((one.points for one in item.options if one.value == value), None)
        if item.key in codes and points is not None:
            yield {
                "code": concept(str(item.text.vi), coding(LOINC, codes[item.key])),
                "valueQuantity": quantity(points, *SCORE_UNIT),
            }


def _band(row: ScoreRow, scale: Instrument) -> str:
    sets = [one for key, one in scale.band_sets.items() if row.band_set in {None, key}]
    found = next((band for one in sets for band in one.bands if band.code == row.band), None)
    return str(row.band) if found is None else str(found.text.vi)


def _secrets(row: ScoreRow) -> tuple[str, ...]:
    return (PSYCHIATRY,) if row.instrument in PSYCHIATRIC else ()


def _observation(
    written: Written,
    name: str,
    category: Resource,
    resident_id: str,
    facts: Mapping[str, Any],
    secrets: Sequence[str] = (),
) -> Resource:
    status = IN_ERROR if written.struck_at is not None else "amended" if written.corrects_id else "final"
    return resource(
        "Observation",
        f"{written.entry_id}-{name}",
        {
            "status": status,
            "category": [category],
            "subject": reference("Patient", resident_id),
            "effectiveDateTime": moment(written.happened_at),
            "issued": moment(written.written_at),
            "performer": [named(written.author)],
            **facts,
        },
        secrets,
    )


def _part(sign: VitalSign, value: int, spec: SignSpec) -> Resource:
    return {"code": sign_codes(sign, spec.loinc, str(spec.text)), "valueQuantity": _amount(value, spec)}


def _amount(value: int, spec: SignSpec) -> Resource:
    return quantity(Decimal(value).scaleb(-spec.decimals), spec.unit, SIGN_UNITS[spec.sign])
