"""What the slice of treatment offers the house."""

from facility_app.kernel.spec import ModuleSpec

SPEC = ModuleSpec(id="treatment")
