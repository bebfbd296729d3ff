"""Sex: stored under words that stay, each with its Vietnamese."""

from facility_app.kernel.sex import SEX_LABELS, Sex


def test_sexes_are_stored_under_stable_words() -> None:
    assert {one.name: one.value for one in Sex} == {"MALE": "male", "FEMALE": "female"}


def test_every_sex_has_its_words() -> None:
    assert SEX_LABELS.keys() == set(Sex)
