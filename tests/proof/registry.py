"""The proofs by name. A new one is a function ``Scale -> Counted`` in a module of its own and a line here."""

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from tests.proof import (
    audit_mutations,
    bundle_fuzz,
    bundle_grammar,
    bundle_rebuild,
    engine_proofs,
    export_kills,
    house_steps,
    paper_numbers,
    pharmacy_steps,
    receiver_kills,
    share_counts,
    sync_model,
    sync_round_trip,
    sync_schedules,
    term_clocks,
    term_twisted,
    twisted_sheets,
    vault_crowd,
    vault_damage,
    vault_faults,
    vault_kills,
    vault_power,
    window_drafts,
)
from tests.proof.counted import Counted, Proof

PROOFS: Mapping[str, Proof] = MappingProxyType(
    {
        "audit-mutations": audit_mutations.mutations,
        "driver-power-loss": engine_proofs.power_loss,
        "driver-power-loss-normal-must-fail": engine_proofs.power_loss_normal,
        "driver-power-loss-off-must-fail": engine_proofs.power_loss_off,
        "driver-faults": engine_proofs.faults,
        "driver-kills": engine_proofs.kill_nine,
        "vault-power-loss": vault_power.power_loss,
        "vault-power-loss-normal-must-fail": vault_power.power_loss_normal,
        "vault-power-loss-off-must-fail": vault_power.power_loss_off,
        "vault-kills": vault_kills.kill_nine,
        "vault-faults": vault_faults.faults,
        "vault-faults-rekey": vault_faults.faults_of_rekey,
        "vault-faults-founding": vault_faults.faults_of_founding,
        "vault-damage": vault_damage.damage,
        "vault-concurrency": vault_crowd.concurrency,
        "term-clocks": term_clocks.term_clocks,
        "term-twisted": term_twisted.term_twisted,
        "draft-kills": window_drafts.draft_kills,
        "twisted-sheets": twisted_sheets.twisted_sheets,
        "paper-numbers": paper_numbers.numbers,
        "house-steps": house_steps.house_steps,
        "pharmacy-steps": pharmacy_steps.pharmacy_steps,
        "share-counts": share_counts.share_counts,
        "bundle-fuzz": bundle_fuzz.bundle_fuzz,
        "bundle-grammar": bundle_grammar.bundle_grammar,
        "bundle-rebuild": bundle_rebuild.bundle_rebuild,
        "sync-model": sync_model.sync_model,
        "sync-round-trip": sync_round_trip.sync_round_trip,
        "sync-schedules": sync_schedules.sync_schedules,
        "export-kills": export_kills.export_kills,
        "receiver-kills": receiver_kills.receiver_kills,
    }
)
OF_FACILITY: Mapping[str, Callable[[Path], Counted]] = MappingProxyType(
    {"share-counts": share_counts.share_counts_of}
)
"""Those that can be asked of a fictional facility that is there already, by the folder of its data and state."""
