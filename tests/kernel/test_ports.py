"""Ports: stored words of the secret store."""

from facility_app.kernel.ports import SecretMode


def test_modes_of_the_secret_store_are_stored_under_stable_words() -> None:
    assert {mode.name: mode.value for mode in SecretMode} == {"KEYRING": "keyring", "FILE": "file"}
