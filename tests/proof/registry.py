"""The proofs by name. A new one is a function ``Scale -> Counted`` in a module of its own and a line here."""

from collections.abc import Mapping
from types import MappingProxyType

from tests.proof import audit_mutations, engine_proofs
from tests.proof.counted import Proof

PROOFS: Mapping[str, Proof] = MappingProxyType(
    {
        "audit-mutations": audit_mutations.mutations,
        "driver-power-loss": engine_proofs.power_loss,
        "driver-power-loss-normal-must-fail": engine_proofs.power_loss_normal,
        "driver-power-loss-off-must-fail": engine_proofs.power_loss_off,
        "driver-faults": engine_proofs.faults,
        "driver-kills": engine_proofs.kill_nine,
    }
)
