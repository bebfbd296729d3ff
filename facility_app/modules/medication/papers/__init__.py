"""Papers of giving medicines: the MAR by person or round, the sheet of the next 24 hours, the last-dose letter."""
