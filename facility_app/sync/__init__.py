"""The sync bundle that carries a facility's records to the provincial system."""
