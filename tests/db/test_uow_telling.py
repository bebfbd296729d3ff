"""What is told and asked inside a unit of work: in the order of the registry, in the same transaction."""

from dataclasses import dataclass, field
from typing import Any

import pytest

from facility_app.db.uow import UnitOfWork
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.kernel.spec import ModuleSpec
from tests.db.test_uow import count
from tests.helpers.probe import (
    OFFICER,
    VaultFile,
    decide,
    person,
)


@dataclass(frozen=True)
class Happened:
    what: str


@dataclass
class Heard:
    log: list[str] = field(default_factory=list)

    def handler(self, name: str) -> Any:
        def hear(uow: UnitOfWork, told: Happened) -> None:
            self.log.append(f"{name}:{told.what}")
            uow.add(person(name))

        return hear

    def answer(self, name: str) -> Any:
        return lambda _uow, asked: f"{name}:{asked.what}"

    def modules(self) -> tuple[ModuleSpec, ...]:
        return tuple(
            ModuleSpec(
                name,
                handlers={Happened: (self.handler(f"{name}1"), self.handler(f"{name}2"))},
                answers={Happened: (self.answer(name),)},
            )
            for name in ("zulu", "alpha")
        )


def test_what_is_told_is_heard_in_the_order_of_the_registry_in_the_same_transaction(
    vault_file: VaultFile,
) -> None:
    heard = Heard()
    vault_file.modules = heard.modules()
    with vault_file.opened() as database:
        with database.write(OFFICER) as uow:
            with uow.act("probe.tell"):
                uow.tell(Happened("x"))
                uow.tell("nobody listens to a str")
            uow.commit()
        assert heard.log == ["zulu1:x", "zulu2:x", "alpha1:x", "alpha2:x"]
        assert count(database) == 4


def test_what_is_asked_is_answered_in_the_order_of_the_registry(vault_file: VaultFile) -> None:
    vault_file.modules = Heard().modules()
    with vault_file.opened() as database, database.read(OFFICER) as uow:
        assert uow.ask(Happened("x")) == ["zulu:x", "alpha:x"]
        assert uow.ask("nobody knows") == []


def test_a_listeners_error_rolls_everything_back(vault_file: VaultFile) -> None:
    def refuse(_uow: UnitOfWork, _told: Happened) -> None:
        raise UserError("no", label("errors", "Không được."))

    vault_file.modules = (*Heard().modules(), ModuleSpec("strict", handlers={Happened: (refuse,)}))
    with vault_file.opened() as database:
        with pytest.raises(UserError):
            decide(database, lambda uow: uow.tell(Happened("x")))
        assert (count(database), count(database, "audit_entry")) == (0, 0)
